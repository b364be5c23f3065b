-- People sign in.

-- The language of the newsroom's own pages; that of the browser where it is absent.
ALTER TABLE person ADD COLUMN language TEXT;

-- Opaque tokens, kept as hashes. `proven` 0: the password was right, the second factor is still asked for.
CREATE TABLE session (
    hash BLOB NOT NULL PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL REFERENCES person (id),
    proven BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    network TEXT NOT NULL,
    agent TEXT NOT NULL
);
CREATE INDEX session_person ON session (person);
CREATE INDEX session_expires ON session (expires_at);

-- Failed attempts to sign in, by hashed account and by hashed network.
CREATE TABLE throttle (
    key BLOB NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    at BIGINT NOT NULL
);

-- Second factors: an authenticator, and codes for the day it is lost.
CREATE TABLE authenticator (
    person BLOB NOT NULL PRIMARY KEY REFERENCES person (id),
    secret BLOB NOT NULL,
    -- Absent until its first code has been given.
    confirmed_at BIGINT,
    -- The step of the newest code that was taken: none is taken twice.
    last_step BIGINT NOT NULL
);
CREATE TABLE recovery_code (
    hash BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL REFERENCES person (id),
    used_at BIGINT
);
CREATE INDEX recovery_code_person ON recovery_code (person);

-- Letters with a secret in them: invitations, and passwords to be set anew.
CREATE TABLE invitation (
    hash BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL REFERENCES person (id),
    purpose TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX invitation_person ON invitation (person);

-- From where something was done.
ALTER TABLE audit ADD COLUMN network TEXT;

-- Desks.

CREATE TABLE desk (
    key TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    -- Separated by spaces; none stands for all.
    languages TEXT NOT NULL,
    sections TEXT NOT NULL,
    -- `nobody`, `another_person` or `chief`.
    approval TEXT NOT NULL,
    -- The columns of its board in their order, as JSON.
    steps TEXT NOT NULL
);
INSERT INTO desk (key, name, position, languages, sections, approval, steps)
VALUES ('newsroom', 'Newsroom', 1, '', '', 'nobody', '[]');

CREATE TABLE desk_member (
    desk TEXT NOT NULL REFERENCES desk (key),
    person BLOB NOT NULL REFERENCES person (id),
    roles TEXT NOT NULL,
    PRIMARY KEY (desk, person)
);
CREATE INDEX desk_member_person ON desk_member (person);

-- What the desk knows of a story beside its copy.
ALTER TABLE story ADD COLUMN desk TEXT NOT NULL DEFAULT 'newsroom';
ALTER TABLE story ADD COLUMN step TEXT;
ALTER TABLE story ADD COLUMN assigned BLOB;
ALTER TABLE story ADD COLUMN due_at BIGINT;
ALTER TABLE story ADD COLUMN asked_by BLOB;
-- When anything the desk sees of it last changed; 0 for copy that was never worked on here.
ALTER TABLE story ADD COLUMN moved_at BIGINT NOT NULL DEFAULT 0;
CREATE INDEX story_moved ON story (moved_at) WHERE moved_at > 0;
CREATE INDEX story_open ON story (changed_at) WHERE stage <> '{"stage":"released"}';

-- What somebody is told.
CREATE TABLE notice (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL REFERENCES person (id),
    at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    number BIGINT,
    by_person BLOB,
    detail TEXT,
    seen_at BIGINT
);
CREATE INDEX notice_person ON notice (person, at);

-- What colleagues say to each other about a story.
CREATE TABLE remark (
    id BLOB NOT NULL PRIMARY KEY,
    story BLOB NOT NULL,
    at BIGINT NOT NULL,
    person BLOB NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX remark_story ON remark (story, at);
