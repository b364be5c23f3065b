//! Where the engines must differ, both texts side by side.

/// The next public story number: a row on SQLite, where there is one writer; a sequence on PostgreSQL, where a
/// row would make every act wait for the one before it. Gaps are allowed, so a sequence may do.
pub const NEXT_STORY_NUMBER: (&str, &str) = (
    "UPDATE counter SET value = value + 1 WHERE name = 'story_number' RETURNING value",
    "SELECT nextval('story_number') AS value",
);

/// Raises the story number so that the next one is above `$1`.
pub const RAISE_STORY_NUMBER: (&str, &str) = (
    "UPDATE counter SET value = max(value, $1) WHERE name = 'story_number'",
    "SELECT setval('story_number', greatest($1, (SELECT last_value FROM story_number)))",
);

/// Takes `$1` new story numbers at once: SQLite answers the last of a row of them, PostgreSQL each, since others may
/// take some in between.
pub const RESERVE_STORY_NUMBERS: (&str, &str) = (
    "UPDATE counter SET value = value + $1 WHERE name = 'story_number' RETURNING value",
    "SELECT nextval('story_number') AS value FROM generate_series(1, $1)",
);

/// Takes up to `$3` errands of the lane `$4` that are due at `$1` and leases them until `$2`. PostgreSQL passes over
/// rows another node is just taking; SQLite has one writer.
pub const LEASE_JOBS: (&str, &str) = (
    "UPDATE job SET leased_until = $2, attempts = attempts + 1 WHERE id IN \
     (SELECT id FROM job WHERE lane = $4 AND run_at <= $1 AND leased_until <= $1 AND failed IS NULL \
     ORDER BY run_at LIMIT $3) RETURNING id, kind, payload, attempts",
    "UPDATE job SET leased_until = $2, attempts = attempts + 1 WHERE id IN \
     (SELECT id FROM job WHERE lane = $4 AND run_at <= $1 AND leased_until <= $1 AND failed IS NULL \
     ORDER BY run_at LIMIT $3 FOR UPDATE SKIP LOCKED) RETURNING id, kind, payload, attempts",
);

/// Claims `$1` where it is due at `$2`: deleted in the transaction of its act, so it happens once. PostgreSQL passes
/// over it while another node is just claiming it.
pub const CLAIM_DUE: (&str, &str) = (
    "DELETE FROM due WHERE id = $1 AND at <= $2 RETURNING id, at, act, number, payload, person, zone",
    "DELETE FROM due WHERE id = (SELECT id FROM due WHERE id = $1 AND at <= $2 FOR UPDATE SKIP LOCKED) \
     RETURNING id, at, act, number, payload, person, zone",
);

/// A page, kept from others until the transaction ends; SQLite has one writer.
pub const KEEP_PAGE: (&str, &str) = (
    "SELECT number FROM released WHERE number = $1",
    "SELECT number FROM released WHERE number = $1 FOR UPDATE",
);

/// A file of media, its row kept from others until the transaction ends; SQLite has one writer.
pub const LOCK_MEDIA: (&str, &str) =
    ("SELECT * FROM media WHERE id = $1", "SELECT * FROM media WHERE id = $1 FOR UPDATE");

/// A file of media as it stays until the transaction ends, for acts that write pages with it beside each other.
pub const SHARE_MEDIA: (&str, &str) =
    ("SELECT * FROM media WHERE id = $1", "SELECT * FROM media WHERE id = $1 FOR SHARE");

/// Ends the standing `$2` of one file whose rights ended by `$1`, leaving it in `$3`.
pub const CLAIM_EXPIRED_MEDIA: (&str, &str) = (
    "UPDATE media SET state = $3 WHERE id = (SELECT id FROM media WHERE expires_at <= $1 AND state = $2 \
     ORDER BY expires_at, id LIMIT 1) RETURNING *",
    "UPDATE media SET state = $3 WHERE id = (SELECT id FROM media WHERE expires_at <= $1 AND state = $2 \
     ORDER BY expires_at, id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING *",
);
