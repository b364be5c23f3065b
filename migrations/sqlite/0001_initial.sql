-- The agency, its editions and sections. Descriptions are JSON; what must be unique or looked up has a column.

CREATE TABLE agency (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    data TEXT NOT NULL,
    -- Rises by one with every change of agency, editions or sections: what nodes keep in memory is checked against it.
    revision BIGINT NOT NULL
);

CREATE TABLE edition (
    language TEXT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    data TEXT NOT NULL
);

CREATE TABLE section (
    key TEXT NOT NULL PRIMARY KEY,
    parent TEXT,
    position BIGINT NOT NULL
);

CREATE TABLE edition_section (
    language TEXT NOT NULL,
    section TEXT NOT NULL REFERENCES section (key),
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (language, section),
    UNIQUE (language, slug)
) WITHOUT ROWID;

-- Slugs a section once had: their pages, feeds and stories answer 301.
CREATE TABLE section_past (
    language TEXT NOT NULL,
    slug TEXT NOT NULL,
    section TEXT NOT NULL,
    PRIMARY KEY (language, slug)
) WITHOUT ROWID;

-- A front as its editors arranged it: lead and pinned stories.
CREATE TABLE front (
    language TEXT NOT NULL PRIMARY KEY,
    data TEXT NOT NULL
);

-- People and tokens.

CREATE TABLE person (
    id BLOB NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    password_hash TEXT,
    roles TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    disabled_at BIGINT
);

CREATE TABLE token (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    hash BLOB NOT NULL UNIQUE,
    person BLOB NOT NULL REFERENCES person (id),
    scopes TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    revoked_at BIGINT
);

CREATE TABLE idempotency (
    token BLOB NOT NULL,
    key TEXT NOT NULL,
    request BLOB NOT NULL,
    status BIGINT NOT NULL,
    answer TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (token, key)
);
CREATE INDEX idempotency_at ON idempotency (at);

-- Who did what, kept for good.
CREATE TABLE audit (
    id BLOB NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    person BLOB,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT
);
CREATE INDEX audit_at ON audit (at);

-- Stories: the working copy and where the story stands.

CREATE TABLE counter (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO counter (name, value) VALUES ('story_number', 0);

CREATE TABLE story (
    id BLOB NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL UNIQUE,
    group_id BLOB NOT NULL,
    language TEXT NOT NULL,
    uri TEXT UNIQUE,
    stage TEXT NOT NULL,
    revision BIGINT NOT NULL,
    based_on BIGINT NOT NULL,
    copy TEXT NOT NULL,
    release TEXT NOT NULL,
    version BIGINT NOT NULL,
    -- First publication; the place in every list.
    published_at BIGINT,
    -- Of the copy as last imported: the same again is unchanged.
    source_hash TEXT,
    -- What waits for a second person, as JSON.
    pending TEXT,
    -- An embargo that is in force: entries of this story go to trusted readers only.
    embargoed BIGINT NOT NULL,
    holder BLOB,
    held_until BIGINT,
    created_at BIGINT NOT NULL,
    created_by BLOB,
    changed_at BIGINT NOT NULL
);
CREATE INDEX story_group ON story (group_id);

CREATE TABLE revision (
    story BLOB NOT NULL,
    revision BIGINT NOT NULL,
    at BIGINT NOT NULL,
    person BLOB,
    reason TEXT NOT NULL,
    copy TEXT NOT NULL,
    PRIMARY KEY (story, revision)
);

-- Every version subscribers and the public were given. Never overwritten, but for a takedown, which removes the
-- text, and a redaction, which replaces the stated words; `hash` stays what it was.
CREATE TABLE version (
    number BIGINT NOT NULL,
    version BIGINT NOT NULL,
    act TEXT NOT NULL,
    at BIGINT NOT NULL,
    status TEXT NOT NULL,
    content TEXT,
    hash TEXT NOT NULL,
    editor_note TEXT,
    public_note TEXT,
    reason TEXT,
    person BLOB,
    PRIMARY KEY (number, version)
);

-- The released version: one row that holds all its page needs, and what a list shows of it.
CREATE TABLE released (
    number INTEGER NOT NULL PRIMARY KEY,
    language TEXT NOT NULL,
    group_id BLOB NOT NULL,
    section TEXT NOT NULL,
    slug TEXT NOT NULL,
    state TEXT NOT NULL,
    version BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    urgency BIGINT NOT NULL,
    -- The newest public story that goes on where this one stops.
    continued_by BIGINT,
    card TEXT NOT NULL,
    page TEXT NOT NULL
);
CREATE INDEX released_group ON released (group_id);
CREATE INDEX released_continued ON released (continued_by);
CREATE INDEX released_changed ON released (updated_at);
-- What feeds say for some days that it is gone.
CREATE INDEX released_gone ON released (language, updated_at) WHERE state <> 'public';

-- Where a public story stands in lists: `LANG`, `LANG/section/KEY`, `LANG/topic/SLUG`, `LANG/author/SLUG`.
CREATE TABLE listing (
    list TEXT NOT NULL,
    at BIGINT NOT NULL,
    number BIGINT NOT NULL,
    -- 1: a newer story of the same run stands for it on fronts and in sections.
    superseded BIGINT NOT NULL,
    PRIMARY KEY (list, at, number)
) WITHOUT ROWID;
CREATE INDEX listing_number ON listing (number);

-- Names behind the slugs of topics and authors.
CREATE TABLE topic (
    language TEXT NOT NULL,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (language, slug)
) WITHOUT ROWID;
CREATE TABLE author (
    slug TEXT NOT NULL,
    language TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (slug, language)
) WITHOUT ROWID;

-- How many public stories each day has, and when one of them last changed.
CREATE TABLE calendar (
    language TEXT NOT NULL,
    day TEXT NOT NULL,
    stories BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (language, day)
) WITHOUT ROWID;

-- Addresses stories had elsewhere: a path, or host and path.
CREATE TABLE old_address (
    address TEXT NOT NULL PRIMARY KEY,
    number BIGINT,
    target TEXT
);
CREATE INDEX old_address_number ON old_address (number);
CREATE TABLE old_pattern (
    host TEXT NOT NULL,
    pattern TEXT NOT NULL,
    target TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (host, pattern)
);

-- The corrections page.
CREATE TABLE correction (
    number BIGINT NOT NULL,
    version BIGINT NOT NULL,
    language TEXT NOT NULL,
    at BIGINT NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (number, version)
) WITHOUT ROWID;
CREATE INDEX correction_at ON correction (language, at);

-- Work left to a desk until somebody answers it.
CREATE TABLE task (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    number BIGINT NOT NULL,
    detail TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    answered_at BIGINT,
    answered_by BLOB,
    answer TEXT
);
CREATE INDEX task_number ON task (number);

-- Requests to redact: who asked, who agreed and why; never the words.
CREATE TABLE redaction (
    id BLOB NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    group_id BLOB NOT NULL,
    reason TEXT NOT NULL,
    asked_by BLOB,
    agreed_by BLOB,
    places BIGINT NOT NULL
);

-- Media: fields, not bytes. `hash` is of the original's bytes, `public` what its address is made of.
CREATE TABLE media (
    id BLOB NOT NULL PRIMARY KEY,
    hash TEXT NOT NULL,
    public TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    mime TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    width BIGINT,
    height BIGINT,
    duration_ms BIGINT,
    focus_x BIGINT,
    focus_y BIGINT,
    fields TEXT NOT NULL,
    renditions TEXT NOT NULL,
    state TEXT NOT NULL,
    expires_at BIGINT,
    created_at BIGINT NOT NULL,
    created_by BLOB
);
CREATE INDEX media_hash ON media (hash);
CREATE INDEX media_expires ON media (expires_at);

-- Which stories show or showed a file to the public.
CREATE TABLE media_use (
    media BLOB NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (media, number)
) WITHOUT ROWID;
CREATE INDEX media_use_number ON media_use (number);

-- Subject codes.
CREATE TABLE concept (
    code TEXT NOT NULL PRIMARY KEY,
    uri TEXT NOT NULL,
    labels TEXT NOT NULL,
    broader TEXT,
    retired BIGINT NOT NULL
);

-- The release log.

CREATE TABLE log_head (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    seq BIGINT NOT NULL
);
INSERT INTO log_head (id, seq) VALUES (1, 0);

CREATE TABLE log (
    seq INTEGER NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    act TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    number BIGINT,
    language TEXT,
    version BIGINT,
    hash TEXT,
    backfill BIGINT NOT NULL,
    -- 1: only for those who may see embargoed copy.
    trusted BIGINT NOT NULL,
    -- What public pages depend on and this entry changed, separated by line feeds.
    touches TEXT NOT NULL,
    -- 1: what it names is no longer public.
    withdrawn BIGINT NOT NULL
);
CREATE INDEX log_number ON log (number);

CREATE TABLE follower (
    name TEXT NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL
);

-- What falls due at an instant; the row is claimed in the transaction of its act.
CREATE TABLE due (
    id BLOB NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    act TEXT NOT NULL,
    number BIGINT,
    payload TEXT NOT NULL,
    person BLOB
);
CREATE INDEX due_at ON due (at);
CREATE INDEX due_number ON due (number);

-- Errands done after the act that queued them.
CREATE TABLE job (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    run_at BIGINT NOT NULL,
    leased_until BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    failed TEXT
);
CREATE INDEX job_run_at ON job (run_at);

-- How far an import of a file has come.
CREATE TABLE import_position (
    source TEXT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    at BIGINT NOT NULL
);
