//! Who did what, kept for good.

use jiff::Timestamp;
use uuid::Uuid;

use super::Actor;
use crate::db::{Conn, DbError, Row, Value};
use crate::ids::PersonId;

/// Writes down an act that the release log does not: people, tokens, settings. In the act's own transaction.
/// `detail` never holds a password, a token or what a reader wrote.
pub async fn audit(
    conn: &mut Conn<'_>,
    at: Timestamp,
    actor: &Actor,
    act: &str,
    subject: &str,
    detail: Option<&str>,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO audit (id, at, person, act, subject, detail, network) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            Uuid::now_v7().as_bytes().to_vec().into(),
            at.into(),
            actor.person.into(),
            act.into(),
            subject.into(),
            detail.into(),
            actor.network.map(|network| network.to_string()).into(),
        ],
    )
    .await?;
    Ok(())
}

/// Something somebody did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEntry {
    /// Its place in the record: the instant in microseconds, and its id.
    pub place: (i64, Uuid),
    /// When.
    pub at: Timestamp,
    /// Who; the program itself where absent.
    pub person: Option<PersonId>,
    /// What.
    pub act: String,
    /// To whom or what.
    pub subject: String,
    /// What else there is to say.
    pub detail: Option<String>,
    /// From where.
    pub network: Option<String>,
}

/// What is looked for in the record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Who.
    pub person: Option<PersonId>,
    /// Part of an act's name, a subject or what else was said.
    pub words: Option<String>,
    /// An act's name, or the beginning of several: `story`.
    pub act: Option<String>,
    /// Part of a subject.
    pub subject: Option<String>,
    /// From then on.
    pub from: Option<Timestamp>,
    /// Before then.
    pub to: Option<Timestamp>,
    /// Older than this entry, by [`AuditEntry::place`].
    pub older_than: Option<(i64, Uuid)>,
}

/// What was done, the newest first; at most `limit`.
pub async fn audited(
    conn: &mut Conn<'_>,
    query: &AuditQuery,
    limit: i64,
) -> Result<Vec<AuditEntry>, DbError> {
    let part = |text: &Option<String>| match text.as_deref().map(plain) {
        Some(text) => format!("%{text}%"),
        None => String::new(),
    };
    let act = query.act.as_deref().map_or_else(String::new, |act| format!("{}%", plain(act)));
    let from = query.from.map_or(i64::MIN, |at| at.as_microsecond());
    let to = query.to.map_or(i64::MAX, |at| at.as_microsecond());
    let person = query.person.map(|id| id.0.as_bytes().to_vec());
    let (last_at, last_id) = query.older_than.unwrap_or((i64::MAX, Uuid::max()));
    let rows = conn
        .all(
            "SELECT id, at, person, act, subject, detail, network FROM audit WHERE at >= $1 AND at < $2 \
             AND ($3 = 0 OR person = $4) AND ($5 = '' OR lower(act) LIKE $5 OR lower(subject) LIKE $5 \
             OR lower(coalesce(detail, '')) LIKE $5) AND ($6 = '' OR act LIKE $6) \
             AND ($7 = '' OR lower(subject) LIKE $7) AND (at < $8 OR (at = $8 AND id < $9)) \
             ORDER BY at DESC, id DESC LIMIT $10",
            [
                from.into(),
                to.into(),
                person.is_some().into(),
                Value::Bytes(Some(person.unwrap_or_default())),
                part(&query.words).into(),
                act.into(),
                part(&query.subject).into(),
                last_at.into(),
                Value::Bytes(Some(last_id.as_bytes().to_vec())),
                limit.into(),
            ],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// The names of acts that stand in the record.
pub async fn audited_acts(conn: &mut Conn<'_>) -> Result<Vec<String>, DbError> {
    let rows = conn.all("SELECT DISTINCT act FROM audit ORDER BY act", []).await?;
    rows.iter().map(|row| row.get("act")).collect()
}

/// Words without what stands for other letters.
fn plain(words: &str) -> String {
    words.to_lowercase().replace(['%', '_', '\\'], " ").trim().to_owned()
}

fn read(row: &Row) -> Result<AuditEntry, DbError> {
    let id = row.parsed("id", |bytes: Vec<u8>| Uuid::from_slice(&bytes).ok())?;
    let at: Timestamp = row.get("at")?;
    Ok(AuditEntry {
        place: (at.as_microsecond(), id),
        at,
        person: row.get::<Option<Vec<u8>>>("person")?.as_deref().and_then(PersonId::from_bytes),
        act: row.get("act")?,
        subject: row.get("subject")?,
        detail: row.get("detail")?,
        network: row.get("network")?,
    })
}
