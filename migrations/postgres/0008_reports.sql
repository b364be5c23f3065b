-- Readers say what is wrong in a story, and the newsroom puts it right.

-- Words of a public text that readers say are wrong: one matter, however many say so.
CREATE TABLE mistake (
    id BYTEA NOT NULL PRIMARY KEY,
    -- What its reporters are told, such as `M-7K3Q`.
    reference TEXT NOT NULL UNIQUE,
    number BIGINT NOT NULL,
    language TEXT NOT NULL,
    -- Desk and section of the story when it was first reported, by which mistakes are counted.
    desk TEXT NOT NULL,
    section TEXT NOT NULL,
    -- `slip`, `fact`, `translation`, `picture` or `link`.
    kind TEXT NOT NULL,
    -- `open`, `later`, `fixed`, `not_a_mistake`, `rejected` or `spam`.
    state TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    moved_at BIGINT NOT NULL,
    later_until BIGINT,
    -- The version up to which its words were followed, and where they are in it, as JSON.
    followed_to BIGINT NOT NULL,
    anchors TEXT NOT NULL,
    reports BIGINT NOT NULL,
    -- How it was settled: by whom, why, by which version, what stood there and what stands there now.
    settled_at BIGINT,
    settled_by BYTEA,
    settled_version BIGINT,
    by_itself BIGINT NOT NULL DEFAULT 0,
    reason TEXT,
    before_words TEXT,
    after_words TEXT
);
CREATE INDEX mistake_state ON mistake (state, moved_at);
CREATE INDEX mistake_number ON mistake (number, state);
CREATE INDEX mistake_opened ON mistake (opened_at);

-- What one reader said.
CREATE TABLE report (
    id BYTEA NOT NULL PRIMARY KEY,
    mistake BYTEA NOT NULL REFERENCES mistake (id),
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    language TEXT NOT NULL,
    version BIGINT NOT NULL,
    -- The words marked in that version, as JSON.
    marked TEXT NOT NULL,
    suggestion TEXT NOT NULL,
    word TEXT NOT NULL,
    -- Erased, with the secret that confirms it, a while after the matter is settled.
    email TEXT,
    email_confirmed_at BIGINT,
    confirm_hash BYTEA,
    -- SHA-256 of the secret in the address of the page where its reader follows it.
    secret_hash BYTEA NOT NULL UNIQUE,
    -- Keyed hash of a network, for two days.
    network BYTEA,
    -- 0 to 100: how much it looks like what the desk called spam.
    spam_score BIGINT NOT NULL,
    -- What it taught: `spam` or `fair`.
    taught TEXT
);
CREATE INDEX report_mistake ON report (mistake, at);
CREATE INDEX report_number ON report (number, at);
CREATE INDEX report_confirm ON report (confirm_hash);

-- In how many reports a word stood that the desk called spam, and in how many others. The empty word counts all.
CREATE TABLE spam_word (
    word TEXT NOT NULL PRIMARY KEY,
    spam BIGINT NOT NULL,
    fair BIGINT NOT NULL
);
