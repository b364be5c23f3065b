-- Readers write to the newsroom.

-- Keys of the captcha: read by every node, made anew each month.
CREATE TABLE captcha_key (
    id TEXT NOT NULL PRIMARY KEY,
    secret BYTEA NOT NULL,
    made_at BIGINT NOT NULL
);

-- Tokens are spent once, by a wrong answer too.
CREATE TABLE captcha_spent (
    id BYTEA NOT NULL PRIMARY KEY,
    until BIGINT NOT NULL
);
CREATE INDEX captcha_spent_until ON captcha_spent (until);

-- Forms by keyed hash of a network, in one hour.
CREATE TABLE form_count (
    network BYTEA NOT NULL PRIMARY KEY,
    hour BIGINT NOT NULL,
    forms BIGINT NOT NULL
);

-- What readers write, and what they are answered.
CREATE TABLE message (
    id BYTEA NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    at BIGINT NOT NULL,
    language TEXT NOT NULL,
    -- Erased, with the address, a while after it is closed.
    name TEXT,
    email TEXT,
    subject TEXT,
    text TEXT NOT NULL,
    -- `open`, `answered`, `closed` or `spam`.
    state TEXT NOT NULL,
    moved_at BIGINT NOT NULL
);
CREATE INDEX message_at ON message (state, at);
CREATE TABLE message_answer (
    id BYTEA NOT NULL PRIMARY KEY,
    message BYTEA NOT NULL REFERENCES message (id),
    at BIGINT NOT NULL,
    person BYTEA NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX message_answer_message ON message_answer (message, at);
