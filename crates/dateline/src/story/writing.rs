//! Saving while somebody writes: often, durable at once, and never at the cost of what another wrote.

use jiff::{SignedDuration, Timestamp};

use super::handover::HELD;
use super::{Story, StoryCopy, StoryError, create, store};
use crate::db::{Conn, DbError};
use crate::edition::Agency;
use crate::ids::{PersonId, StoryId};
use crate::people::{Actor, Right};

/// How often a revision is kept while somebody writes.
const KEPT_EVERY: SignedDuration = SignedDuration::from_mins(5);

/// What became of a save.
#[derive(Clone, Debug, PartialEq)]
pub enum Saved {
    /// It is the working copy now.
    Whole,
    /// Somebody else holds the story or was faster: the copy is kept as a revision of its own, under this number,
    /// and the working copy is as it was.
    SetAside(i64),
}

/// Replaces the working copy of a story the caller has locked, written from the revision `expected`, and lets its
/// writer hold it on. What cannot replace it is set aside and not lost.
pub async fn write_locked(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &mut Story,
    expected: i64,
    copy: StoryCopy,
    who: &Actor,
    now: Timestamp,
) -> Result<Saved, StoryError> {
    who.must(Right::StoriesWrite)?;
    let held_by_another = story.held_at(now).is_some_and(|holder| Some(holder) != who.person);
    if held_by_another || story.revision != expected {
        if copy == story.copy {
            return Ok(Saved::SetAside(0));
        }
        return set_aside(conn, story.id, &copy, who.person, now).await.map(Saved::SetAside);
    }
    if copy != story.copy {
        // What stood there before anybody wrote today is kept once; after that every five minutes of work.
        if is_due(conn, story.id, now).await? {
            store::keep_revision(conn, story, now, who.person, "work").await?;
        }
        create::save_locked(conn, agency, story, expected, copy, who, now).await?;
    }
    if let Some(person) = who.person {
        story.holder = Some((person, now + HELD));
        store::put_hands(conn, story).await?;
    }
    Ok(Saved::Whole)
}

async fn is_due(conn: &mut Conn<'_>, story: StoryId, now: Timestamp) -> Result<bool, DbError> {
    let sql = "SELECT max(at) AS at FROM revision WHERE story = $1 AND revision > 0";
    let kept: Option<Timestamp> = conn.one(sql, [story.into()]).await?.get("at")?;
    Ok(kept.is_none_or(|at| at + KEPT_EVERY <= now))
}

/// Keeps copy that could not become the working copy: below zero, so that it takes no place among revisions.
async fn set_aside(
    conn: &mut Conn<'_>,
    story: StoryId,
    copy: &StoryCopy,
    person: Option<PersonId>,
    now: Timestamp,
) -> Result<i64, StoryError> {
    let row = conn
        .one(
            "INSERT INTO revision (story, revision, at, person, reason, copy) \
             SELECT $1, coalesce(min(revision), 0) - 1, $2, $3, 'set_aside', $4 FROM revision \
             WHERE story = $1 AND revision < 0 RETURNING revision",
            [story.into(), now.into(), person.into(), store::json(copy).into()],
        )
        .await?;
    Ok(row.get("revision")?)
}

/// A revision that was kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// Its number; below zero for copy that was set aside.
    pub revision: i64,
    /// When it was kept.
    pub at: Timestamp,
    /// By whom.
    pub person: Option<PersonId>,
    /// Why: `work`, `submit`, `take_over`, `set_aside`, …
    pub reason: String,
}

/// The revisions kept of a story, the newest first.
pub async fn revisions(conn: &mut Conn<'_>, story: StoryId) -> Result<Vec<Revision>, DbError> {
    let rows = conn
        .all(
            "SELECT revision, at, person, reason FROM revision WHERE story = $1 \
             ORDER BY at DESC, revision DESC LIMIT 500",
            [story.into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Revision {
                revision: row.get("revision")?,
                at: row.get("at")?,
                person: row.get::<Option<Vec<u8>>>("person")?.as_deref().and_then(PersonId::from_bytes),
                reason: row.get("reason")?,
            })
        })
        .collect()
}

/// What a revision says.
pub async fn revision_copy(
    conn: &mut Conn<'_>,
    story: StoryId,
    revision: i64,
) -> Result<Option<StoryCopy>, DbError> {
    let row = conn
        .optional(
            "SELECT copy FROM revision WHERE story = $1 AND revision = $2",
            [story.into(), revision.into()],
        )
        .await?;
    row.map(|row| row.json("copy")).transpose()
}
