-- How somebody was to be told, and when the letter about it was written.
ALTER TABLE notice ADD COLUMN way TEXT NOT NULL DEFAULT 'here';
ALTER TABLE notice ADD COLUMN mailed_at BIGINT;
CREATE INDEX notice_unseen ON notice (person) WHERE seen_at IS NULL;
CREATE INDEX notice_letter ON notice (person, way) WHERE mailed_at IS NULL AND way <> 'here';

-- How people want to be told of what; kinds that are not here are told in the newsroom's pages.
CREATE TABLE notice_choice (
    person BLOB NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    way TEXT NOT NULL,
    PRIMARY KEY (person, kind)
);

-- Views of boards that were given a name: somebody's own, or a desk's for everybody who sees it.
CREATE TABLE board_view (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL REFERENCES person (id),
    desk TEXT REFERENCES desk (key),
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    -- What of the board is shown, as in its address.
    query TEXT NOT NULL
);
CREATE INDEX board_view_person ON board_view (person) WHERE desk IS NULL;
CREATE INDEX board_view_desk ON board_view (desk) WHERE desk IS NOT NULL;

-- The view with which somebody's board opens.
CREATE TABLE board_opening (
    person BLOB NOT NULL PRIMARY KEY REFERENCES person (id),
    view BLOB NOT NULL REFERENCES board_view (id)
);
