-- Passkeys: public keys of people's devices, kept as the library for them writes them.
CREATE TABLE passkey (
    id BLOB NOT NULL PRIMARY KEY,
    credential BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    -- The site it was made for: a passkey is of no use elsewhere.
    site TEXT NOT NULL,
    kept TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    -- Since when it is not taken any more, because its counter went back: somebody may have copied it.
    doubted_at BIGINT
);
CREATE INDEX passkey_person ON passkey (person);

-- Questions asked of passkeys, each for one browser and one answer.
CREATE TABLE passkey_challenge (
    hash BLOB NOT NULL PRIMARY KEY,
    -- Whose answer alone is taken; anybody's where absent.
    person BLOB,
    network BLOB NOT NULL,
    state TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX passkey_challenge_network ON passkey_challenge (network, expires_at);

-- Roles of the agency's own, beside the built-in ones.
CREATE TABLE role (
    key TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    rights TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
