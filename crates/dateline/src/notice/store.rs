//! The SQL of notices.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Kind, Way};
use crate::db::{Conn, DbError, Row};
use crate::ids::{NoticeId, PersonId, StoryNumber};

/// Something somebody was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// When.
    pub at: Timestamp,
    /// What it is about.
    pub kind: Kind,
    /// Which story.
    pub number: StoryNumber,
    /// Who did it; the program itself where absent.
    pub by: Option<PersonId>,
    /// Since when they have seen it.
    pub seen_at: Option<Timestamp>,
}

pub(super) async fn insert(
    conn: &mut Conn<'_>,
    person: PersonId,
    way: Way,
    notice: &Notice,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO notice (id, person, at, kind, number, by_person, detail, seen_at, way, mailed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, NULL, $7, $8, NULL)",
        [
            NoticeId::new().into(),
            person.into(),
            notice.at.into(),
            notice.kind.as_str().into(),
            notice.number.into(),
            notice.by.into(),
            notice.seen_at.into(),
            way.as_str().into(),
        ],
    )
    .await
    .map(|_| ())
}

/// How many notices nobody has seen yet, by whose they are.
pub async fn unseen(conn: &mut Conn<'_>) -> Result<HashMap<PersonId, i64>, DbError> {
    let sql = "SELECT person, count(*) AS unseen FROM notice WHERE seen_at IS NULL GROUP BY person";
    let rows = conn.all(sql, []).await?;
    let person = |row: &Row| row.parsed("person", |bytes: Vec<u8>| PersonId::from_bytes(&bytes));
    rows.iter().map(|row| Ok((person(row)?, row.get("unseen")?))).collect()
}

/// How many notices somebody has not seen yet.
pub async fn unseen_of(conn: &mut Conn<'_>, person: PersonId) -> Result<i64, DbError> {
    let sql = "SELECT count(*) AS unseen FROM notice WHERE person = $1 AND seen_at IS NULL";
    conn.one(sql, [person.into()]).await?.get("unseen")
}

/// The newest notices of somebody; at most `limit`.
pub async fn newest(conn: &mut Conn<'_>, person: PersonId, limit: i64) -> Result<Vec<Notice>, DbError> {
    let rows = conn
        .all(
            "SELECT at, kind, number, by_person, seen_at FROM notice WHERE person = $1 AND number IS NOT NULL \
             ORDER BY at DESC, id DESC LIMIT $2",
            [person.into(), limit.into()],
        )
        .await?;
    rows.iter().filter_map(|row| read(row).transpose()).collect()
}

/// All notices of somebody are seen.
pub async fn see_all(conn: &mut Conn<'_>, person: PersonId, now: Timestamp) -> Result<(), DbError> {
    conn.execute(
        "UPDATE notice SET seen_at = $2 WHERE person = $1 AND seen_at IS NULL",
        [person.into(), now.into()],
    )
    .await
    .map(|_| ())
}

/// Takes the notices of somebody that wait for a letter: each is taken once, on whatever node. The oldest first.
pub async fn take_for_letter(
    conn: &mut Conn<'_>,
    person: PersonId,
    way: Way,
    now: Timestamp,
) -> Result<Vec<Notice>, DbError> {
    let rows = conn
        .all(
            "UPDATE notice SET mailed_at = $3 WHERE person = $1 AND way = $2 AND mailed_at IS NULL AND at <= $3 \
             AND number IS NOT NULL RETURNING at, kind, number, by_person, seen_at",
            [person.into(), way.as_str().into(), now.into()],
        )
        .await?;
    let mut notices: Vec<Notice> =
        rows.iter().filter_map(|row| read(row).transpose()).collect::<Result<_, _>>()?;
    notices.sort_by_key(|notice| notice.at);
    Ok(notices)
}

/// The agency's zone, in which mornings are counted.
pub(super) async fn zone(conn: &mut Conn<'_>) -> Result<TimeZone, DbError> {
    let row = conn.optional("SELECT data FROM agency", []).await?;
    let data: Option<serde_json::Value> = row.map(|row| row.json("data")).transpose()?;
    let name = data.as_ref().and_then(|data| data["time_zone"].as_str());
    Ok(name.and_then(|name| TimeZone::get(name).ok()).unwrap_or(TimeZone::UTC))
}

/// `None` for kinds this program does not know.
fn read(row: &Row) -> Result<Option<Notice>, DbError> {
    let Some(kind) = Kind::parse(&row.get::<String>("kind")?) else { return Ok(None) };
    Ok(Some(Notice {
        at: row.get("at")?,
        kind,
        number: row.parsed("number", StoryNumber::new)?,
        by: row.get::<Option<Vec<u8>>>("by_person")?.as_deref().and_then(PersonId::from_bytes),
        seen_at: row.get("seen_at")?,
    }))
}
