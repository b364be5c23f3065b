//! What falls due at an instant: schedules and the ends of embargoes.
//!
//! A row is claimed, that is deleted, in the transaction of the act it stands for; so the act happens once, on any
//! number of nodes and after any restart.

use jiff::Timestamp;

use super::calendar::Outcome;
use super::{Order, Story, StoryError, perform, store};
use crate::db::{Conn, DbError, Row, dialect};
use crate::ids::{DueId, PersonId, StoryNumber, StoryRef};
use crate::people::{Actor, Right};

/// Something that has fallen due.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// Which.
    pub id: DueId,
    /// The instant it was set for.
    pub at: Timestamp,
    /// The story.
    pub number: StoryNumber,
    /// What to do; the end of an embargo where absent.
    pub order: Option<Order>,
    /// Who set it.
    pub person: Option<PersonId>,
    /// The time zone it was set in.
    pub zone: Option<String>,
}

/// The instant an act is set for, and the time zone it was said in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetFor {
    /// When.
    pub at: Timestamp,
    /// An IANA name; absent where an instant was given.
    pub zone: Option<String>,
}

impl From<Timestamp> for SetFor {
    fn from(at: Timestamp) -> SetFor {
        SetFor { at, zone: None }
    }
}

pub(super) const EMBARGO: &str = "end_embargo";

/// Sets an act for an instant; the same act set again replaces the first.
pub async fn schedule(
    conn: &mut Conn<'_>,
    target: StoryRef,
    order: &Order,
    set: impl Into<SetFor>,
    who: &Actor,
    now: Timestamp,
) -> Result<Story, StoryError> {
    let set = set.into();
    who.must(Right::StoriesRelease)?;
    who.must(order.act.right())?;
    // What it would lack at the instant is said now, while somebody hears it.
    perform::check_notes(order)?;
    must_come(&set, now)?;
    let story = store::lock(conn, target).await?.ok_or(StoryError::NotFound)?;
    if !order.act.allowed_from(story.release) || order.act.needs_second_person() {
        return Err(StoryError::NotNow { number: story.number, act: order.act, release: story.release });
    }
    conn.execute(
        "DELETE FROM due WHERE number = $1 AND act = $2",
        [story.number.into(), order.act.as_str().into()],
    )
    .await?;
    insert(conn, story.number, order.act.as_str(), Some(order), &set, who.person).await?;
    Ok(story)
}

pub(super) fn must_come(set: &SetFor, now: Timestamp) -> Result<(), StoryError> {
    if set.at <= now {
        return Err(StoryError::BadInstant(format!("{} is not in the future", set.at)));
    }
    Ok(())
}

/// Sets or moves the end of a story's embargo; one without an instant waits for somebody to end it.
pub(super) async fn set_embargo(
    conn: &mut Conn<'_>,
    story: &Story,
    person: Option<PersonId>,
) -> Result<(), StoryError> {
    conn.execute("DELETE FROM due WHERE number = $1 AND act = $2", [story.number.into(), EMBARGO.into()])
        .await?;
    if let Some(embargo) = &story.copy.embargo
        && let Some(until) = embargo.until
    {
        let set = SetFor { at: until, zone: embargo.zone.clone() };
        insert(conn, story.number, EMBARGO, None, &set, person).await?;
    }
    Ok(())
}

async fn insert(
    conn: &mut Conn<'_>,
    number: StoryNumber,
    act: &str,
    order: Option<&Order>,
    set: &SetFor,
    person: Option<PersonId>,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO due (id, at, act, number, payload, person, zone) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            DueId::new().into(),
            set.at.into(),
            act.into(),
            number.into(),
            store::json(&order).into(),
            person.into(),
            set.zone.as_deref().into(),
        ],
    )
    .await
    .map(|_| ())
}

/// Takes back whatever is set for a story; how much it was.
pub async fn cancel_due(conn: &mut Conn<'_>, number: StoryNumber, now: Timestamp) -> Result<u64, DbError> {
    let rows = conn
        .all(
            "DELETE FROM due WHERE number = $1 RETURNING id, at, act, number, payload, person, zone",
            [number.into()],
        )
        .await?;
    for row in &rows {
        record_due(conn, &read(row)?, Outcome::Cancelled, None, now).await?;
    }
    Ok(rows.len() as u64)
}

/// The story that something waits for an instant on.
pub async fn waiting(conn: &mut Conn<'_>, id: DueId) -> Result<Option<StoryNumber>, DbError> {
    let sql = "SELECT number FROM due WHERE id = $1 AND number IS NOT NULL";
    let row = conn.optional(sql, [id.into()]).await?;
    row.map(|row| row.parsed("number", StoryNumber::new)).transpose()
}

/// Sets a waiting act for another instant. The end of an embargo is part of the copy: [`super::move_embargo`].
pub async fn move_due(
    conn: &mut Conn<'_>,
    id: DueId,
    set: &SetFor,
    who: &Actor,
    now: Timestamp,
) -> Result<Due, StoryError> {
    must_come(set, now)?;
    let due = take(conn, id, who).await?;
    let Some(order) = &due.order else { return Err(StoryError::NotFound) };
    insert(conn, due.number, order.act.as_str(), due.order.as_ref(), set, who.person).await?;
    Ok(due)
}

/// Takes one waiting act back.
pub async fn cancel_one(
    conn: &mut Conn<'_>,
    id: DueId,
    who: &Actor,
    now: Timestamp,
) -> Result<Due, StoryError> {
    let due = take(conn, id, who).await?;
    if due.order.is_none() {
        return Err(StoryError::NotFound);
    }
    let cancelled = Due { person: who.person, ..due };
    record_due(conn, &cancelled, Outcome::Cancelled, None, now).await?;
    Ok(cancelled)
}

async fn take(conn: &mut Conn<'_>, id: DueId, who: &Actor) -> Result<Due, StoryError> {
    who.must(Right::StoriesRelease)?;
    let row = conn
        .optional(
            "DELETE FROM due WHERE id = $1 RETURNING id, at, act, number, payload, person, zone",
            [id.into()],
        )
        .await?;
    let due = row.as_ref().map(read).transpose()?.ok_or(StoryError::NotFound)?;
    if let Some(order) = &due.order {
        who.must(order.act.right())?;
    }
    Ok(due)
}

/// Writes down what became of something that was set for an instant: the calendar shows it.
pub async fn record_due(
    conn: &mut Conn<'_>,
    due: &Due,
    outcome: Outcome,
    reason: Option<&str>,
    now: Timestamp,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO schedule_record (id, at, act, number, person, zone, ended_at, outcome, reason) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING",
        [
            due.id.into(),
            due.at.into(),
            due.order.as_ref().map_or(EMBARGO, |order| order.act.as_str()).into(),
            due.number.into(),
            due.person.into(),
            due.zone.as_deref().into(),
            now.into(),
            outcome.as_str().into(),
            reason.into(),
        ],
    )
    .await
    .map(|_| ())
}

/// Something set for an instant, not looked into yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueSet {
    /// Which.
    pub id: DueId,
    /// The instant it was set for.
    pub at: Timestamp,
    /// The number of its story.
    pub number: i64,
}

/// Up to `limit` things that are due at `now`, the oldest first, those behind `after`.
pub async fn due_after(
    conn: &mut Conn<'_>,
    now: Timestamp,
    after: Option<(Timestamp, DueId)>,
    limit: i64,
) -> Result<Vec<DueSet>, DbError> {
    let (at, id) =
        after.map_or((i64::MIN, Vec::new()), |(at, id)| (at.as_microsecond(), id.0.into_bytes().to_vec()));
    let rows = conn
        .all(
            "SELECT id, at, COALESCE(number, 0) AS number FROM due \
             WHERE at <= $1 AND act <> 'end_pin' AND (at > $2 OR (at = $2 AND id > $3)) \
             ORDER BY at, id LIMIT $4",
            [now.into(), at.into(), id.into(), limit.into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(DueSet {
                id: row.parsed("id", |bytes: Vec<u8>| DueId::from_bytes(&bytes))?,
                at: row.get("at")?,
                number: row.get("number")?,
            })
        })
        .collect()
}

/// Claims one thing that is due at `now`; `None` where somebody else has, or it was taken back.
pub async fn claim_due(conn: &mut Conn<'_>, id: DueId, now: Timestamp) -> Result<Option<Due>, DbError> {
    let sql = conn.pick(dialect::CLAIM_DUE.0, dialect::CLAIM_DUE.1);
    let Some(row) = conn.optional(sql, [id.into(), now.into()]).await? else { return Ok(None) };
    read(&row).map(Some)
}

fn read(row: &Row) -> Result<Due, DbError> {
    Ok(Due {
        id: row.parsed("id", |bytes: Vec<u8>| DueId::from_bytes(&bytes))?,
        at: row.get("at")?,
        number: row.parsed("number", StoryNumber::new)?,
        order: row.json("payload")?,
        person: row.get::<Option<Vec<u8>>>("person")?.as_deref().and_then(PersonId::from_bytes),
        zone: row.get("zone")?,
    })
}

/// When the next thing after `now` falls due.
pub async fn next_due(conn: &mut Conn<'_>, now: Timestamp) -> Result<Option<Timestamp>, DbError> {
    let row = conn.optional("SELECT at FROM due WHERE at > $1 ORDER BY at LIMIT 1", [now.into()]).await?;
    row.map(|row| row.get("at")).transpose()
}
