//! What falls due at an instant: schedules and the ends of embargoes.
//!
//! A row is claimed, that is deleted, in the transaction of the act it stands for; so the act happens once, on any
//! number of nodes and after any restart.

use jiff::Timestamp;

use super::{Order, Story, StoryError, perform, store};
use crate::db::{Conn, DbError, dialect};
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
}

const EMBARGO: &str = "end_embargo";

/// Sets an act for an instant; the same act set again replaces the first.
pub async fn schedule(
    conn: &mut Conn<'_>,
    target: StoryRef,
    order: &Order,
    at: Timestamp,
    who: &Actor,
    now: Timestamp,
) -> Result<Story, StoryError> {
    who.must(Right::StoriesRelease)?;
    who.must(order.act.right())?;
    // What it would lack at the instant is said now, while somebody hears it.
    perform::check_notes(order)?;
    if at <= now {
        return Err(StoryError::BadInstant(format!("{at} is not in the future")));
    }
    let story = store::lock(conn, target).await?.ok_or(StoryError::NotFound)?;
    if !order.act.allowed_from(story.release) || order.act.needs_second_person() {
        return Err(StoryError::NotNow { number: story.number, act: order.act, release: story.release });
    }
    conn.execute(
        "DELETE FROM due WHERE number = $1 AND act = $2",
        [story.number.into(), order.act.as_str().into()],
    )
    .await?;
    insert(conn, story.number, order.act.as_str(), Some(order), at, who.person).await?;
    Ok(story)
}

/// Sets or moves the end of a story's embargo; one without an instant waits for somebody to end it.
pub(super) async fn set_embargo(
    conn: &mut Conn<'_>,
    story: &Story,
    person: Option<PersonId>,
) -> Result<(), StoryError> {
    conn.execute("DELETE FROM due WHERE number = $1 AND act = $2", [story.number.into(), EMBARGO.into()])
        .await?;
    if let Some(until) = story.copy.embargo.as_ref().and_then(|embargo| embargo.until) {
        insert(conn, story.number, EMBARGO, None, until, person).await?;
    }
    Ok(())
}

async fn insert(
    conn: &mut Conn<'_>,
    number: StoryNumber,
    act: &str,
    order: Option<&Order>,
    at: Timestamp,
    person: Option<PersonId>,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO due (id, at, act, number, payload, person) VALUES ($1, $2, $3, $4, $5, $6)",
        [
            DueId::new().into(),
            at.into(),
            act.into(),
            number.into(),
            store::json(&order).into(),
            person.into(),
        ],
    )
    .await
    .map(|_| ())
}

/// Takes back whatever is set for a story; how much it was.
pub async fn cancel_due(conn: &mut Conn<'_>, number: StoryNumber) -> Result<u64, DbError> {
    conn.execute("DELETE FROM due WHERE number = $1", [number.into()]).await
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
    Ok(Some(Due {
        id: row.parsed("id", |bytes: Vec<u8>| DueId::from_bytes(&bytes))?,
        at: row.get("at")?,
        number: row.parsed("number", StoryNumber::new)?,
        order: row.json("payload")?,
        person: row.get::<Option<Vec<u8>>>("person")?.as_deref().and_then(PersonId::from_bytes),
    }))
}

/// When the next thing after `now` falls due.
pub async fn next_due(conn: &mut Conn<'_>, now: Timestamp) -> Result<Option<Timestamp>, DbError> {
    let row = conn.optional("SELECT at FROM due WHERE at > $1 ORDER BY at LIMIT 1", [now.into()]).await?;
    row.map(|row| row.get("at")).transpose()
}
