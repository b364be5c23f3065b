//! What is set for an instant, and what became of it: schedules and the ends of embargoes as a calendar reads them.

use jiff::Timestamp;

use super::due::EMBARGO;
use super::store::{columns, read as read_story};
use super::{Story, StoryAct};
use crate::db::{Conn, DbError, Row};
use crate::ids::{DueId, PersonId, StoryNumber};

/// What became of something that was set for an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is still to come, or to be tried again.
    Waiting,
    /// It was done.
    Done,
    /// The story's state no longer allowed it.
    Refused,
    /// Somebody took it back, or an act on the story did.
    Cancelled,
}

impl Outcome {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Outcome::Waiting => "waiting",
            Outcome::Done => "done",
            Outcome::Refused => "refused",
            Outcome::Cancelled => "cancelled",
        }
    }

    fn parse(word: &str) -> Option<Outcome> {
        let all = [Outcome::Waiting, Outcome::Done, Outcome::Refused, Outcome::Cancelled];
        all.into_iter().find(|outcome| outcome.as_str() == word)
    }
}

/// Something set for an instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Which.
    pub id: DueId,
    /// The instant it is set for.
    pub at: Timestamp,
    /// What will be done; the end of an embargo where absent.
    pub act: Option<StoryAct>,
    /// The story.
    pub number: StoryNumber,
    /// Who set it, or took it back.
    pub person: Option<PersonId>,
    /// The time zone it was set in.
    pub zone: Option<String>,
    /// What became of it.
    pub outcome: Outcome,
    /// Why it was refused.
    pub reason: Option<String>,
}

/// What is and was set from one instant up to another, in that order; at most `limit`.
pub async fn planned(
    conn: &mut Conn<'_>,
    from: Timestamp,
    to: Timestamp,
    limit: i64,
) -> Result<Vec<Planned>, DbError> {
    let rows = conn
        .all(
            "SELECT id, at, act, number, person, zone, 'waiting' AS outcome, NULL AS reason FROM due \
             WHERE at >= $1 AND at < $2 AND number IS NOT NULL \
             UNION ALL \
             SELECT id, at, act, number, person, zone, outcome, reason FROM schedule_record \
             WHERE at >= $1 AND at < $2 ORDER BY at, id LIMIT $3",
            [from.into(), to.into(), limit.into()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// What waits for an instant on one story.
pub async fn planned_of(conn: &mut Conn<'_>, number: StoryNumber) -> Result<Vec<Planned>, DbError> {
    let rows = conn
        .all(
            "SELECT id, at, act, number, person, zone, 'waiting' AS outcome, NULL AS reason FROM due \
             WHERE number = $1 ORDER BY at, id",
            [number.into()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Stories under an embargo without an instant: it holds until somebody ends it.
pub async fn open_ended(conn: &mut Conn<'_>, limit: i64) -> Result<Vec<Story>, DbError> {
    let sql = columns!(
        "SELECT",
        "FROM story WHERE release = 'advanced' AND number NOT IN (SELECT number FROM due WHERE number IS NOT NULL) \
         ORDER BY number LIMIT $1"
    );
    let rows = conn.all(sql, [limit.into()]).await?;
    rows.iter().map(read_story).collect()
}

fn read(row: &Row) -> Result<Planned, DbError> {
    let act: String = row.get("act")?;
    Ok(Planned {
        id: row.parsed("id", |bytes: Vec<u8>| DueId::from_bytes(&bytes))?,
        at: row.get("at")?,
        act: (act != EMBARGO).then(|| StoryAct::parse(&act)).flatten(),
        number: row.parsed("number", StoryNumber::new)?,
        person: row.get::<Option<Vec<u8>>>("person")?.as_deref().and_then(PersonId::from_bytes),
        zone: row.get("zone")?,
        outcome: row.parsed("outcome", |word: String| Outcome::parse(&word))?,
        reason: row.get("reason")?,
    })
}
