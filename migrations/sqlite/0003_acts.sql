-- The time zone an act was set in, shown beside the agency's own.
ALTER TABLE due ADD COLUMN zone TEXT;

-- What became of what was set for an instant: done, refused, cancelled.
CREATE TABLE schedule_record (
    id BLOB NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    act TEXT NOT NULL,
    number BIGINT NOT NULL,
    person BLOB,
    zone TEXT,
    ended_at BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT
);
CREATE INDEX schedule_record_at ON schedule_record (at);

-- Stories only trusted readers have.
CREATE INDEX story_advanced ON story (number) WHERE release = 'advanced';
CREATE INDEX task_open ON task (created_at) WHERE answered_at IS NULL;
