//! The versions of a story: written once, read for history, wire and API.

use jiff::Timestamp;

use super::{Order, Story, StoryAct, StoryCopy};
use crate::db::{Conn, DbError, Row};
use crate::ids::{PersonId, StoryNumber};

/// One version as subscribers and the public were given it.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// Of which story.
    pub number: StoryNumber,
    /// 1, 2, 3 without a gap.
    pub version: i64,
    /// What made it.
    pub act: StoryAct,
    /// When.
    pub at: Timestamp,
    /// `usable`, `withheld` or `canceled`.
    pub status: String,
    /// What it said; absent after a takedown.
    pub content: Option<StoryCopy>,
    /// SHA-256 of what it said when it was made.
    pub hash: String,
    /// To editors.
    pub editor_note: Option<String>,
    /// To the public.
    pub public_note: Option<String>,
    /// Of a withdrawal.
    pub reason: Option<String>,
    /// Who did it.
    pub person: Option<PersonId>,
}

fn read(row: &Row) -> Result<Version, DbError> {
    Ok(Version {
        number: row.parsed("number", StoryNumber::new)?,
        version: row.get("version")?,
        act: row.parsed("act", |word: String| StoryAct::parse(&word))?,
        at: row.get("at")?,
        status: row.get("status")?,
        content: row.opt_json("content")?,
        hash: row.get("hash")?,
        editor_note: row.get("editor_note")?,
        public_note: row.get("public_note")?,
        reason: row.get("reason")?,
        person: row.get::<Option<Vec<u8>>>("person")?.as_deref().and_then(PersonId::from_bytes),
    })
}

/// Every version of a story, the first first.
pub async fn versions(conn: &mut Conn<'_>, number: StoryNumber) -> Result<Vec<Version>, DbError> {
    let rows = conn
        .all(
            "SELECT number, version, act, at, status, content, hash, editor_note, public_note, reason, person \
             FROM version WHERE number = $1 ORDER BY version",
            [number.into()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The versions of a story from one on, the oldest of them first.
pub async fn versions_since(
    conn: &mut Conn<'_>,
    number: StoryNumber,
    from: i64,
) -> Result<Vec<Version>, DbError> {
    let rows = conn
        .all(
            "SELECT number, version, act, at, status, content, hash, editor_note, public_note, reason, person \
             FROM version WHERE number = $1 AND version >= $2 ORDER BY version",
            [number.into(), from.into()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The hash of the newest version of a story that has one.
pub(super) async fn newest_hash(conn: &mut Conn<'_>, story: &Story) -> Result<String, DbError> {
    let row = conn
        .one(
            "SELECT hash FROM version WHERE number = $1 AND version = $2",
            [story.number.into(), story.version.into()],
        )
        .await?;
    row.get("hash")
}

/// Writes a version.
pub(super) async fn insert(
    conn: &mut Conn<'_>,
    number: StoryNumber,
    version: i64,
    order: &Order,
    (content, hash): (&str, &str),
    at: Timestamp,
    person: Option<PersonId>,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO version (number, version, act, at, status, content, hash, editor_note, public_note, \
         reason, person) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        [
            number.into(),
            version.into(),
            order.act.as_str().into(),
            at.into(),
            order.act.status().map_or("usable", |status| status.as_str()).into(),
            content.into(),
            hash.into(),
            order.editor_note.as_deref().into(),
            order.public_note.as_deref().into(),
            order.reason.as_deref().into(),
            person.into(),
        ],
    )
    .await
    .map(|_| ())
}

/// Removes the text of every version; hashes and notes to editors stay.
pub(super) async fn remove_text(conn: &mut Conn<'_>, number: StoryNumber) -> Result<(), DbError> {
    conn.execute("UPDATE version SET content = NULL WHERE number = $1", [number.into()]).await.map(|_| ())
}

/// Writes a version's text and notes back after words in them were replaced; its hash stays.
pub(super) async fn rewrite(conn: &mut Conn<'_>, version: &Version) -> Result<(), DbError> {
    conn.execute(
        "UPDATE version SET content = $3, editor_note = $4, public_note = $5, reason = $6 \
         WHERE number = $1 AND version = $2",
        [
            version.number.into(),
            version.version.into(),
            version.content.as_ref().map(super::store::json).into(),
            version.editor_note.as_deref().into(),
            version.public_note.as_deref().into(),
            version.reason.as_deref().into(),
        ],
    )
    .await
    .map(|_| ())
}
