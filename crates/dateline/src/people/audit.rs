//! Who did what, kept for good.

use jiff::Timestamp;
use uuid::Uuid;

use super::Actor;
use crate::db::{Conn, DbError, Value};
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
    /// Part of an act's name or of a subject.
    pub words: Option<String>,
    /// From then on.
    pub from: Option<Timestamp>,
    /// Up to then.
    pub to: Option<Timestamp>,
}

/// What was done, the newest first; at most `limit`.
pub async fn audited(
    conn: &mut Conn<'_>,
    query: &AuditQuery,
    limit: i64,
) -> Result<Vec<AuditEntry>, DbError> {
    let words = query.words.as_deref().map(|words| {
        let plain = words.to_lowercase().replace(['%', '_', '\\'], " ");
        format!("%{}%", plain.trim())
    });
    let from = query.from.map_or(i64::MIN, |at| at.as_microsecond());
    let to = query.to.map_or(i64::MAX, |at| at.as_microsecond());
    let person = query.person.map(|id| id.0.as_bytes().to_vec());
    let rows = conn
        .all(
            "SELECT at, person, act, subject, detail, network FROM audit WHERE at >= $1 AND at <= $2 \
             AND ($3 = 0 OR person = $4) AND ($5 = '' OR lower(act) LIKE $5 OR lower(subject) LIKE $5 \
             OR lower(coalesce(detail, '')) LIKE $5) ORDER BY at DESC, id DESC LIMIT $6",
            [
                from.into(),
                to.into(),
                person.is_some().into(),
                Value::Bytes(Some(person.unwrap_or_default())),
                words.unwrap_or_default().into(),
                limit.into(),
            ],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(AuditEntry {
                at: row.get("at")?,
                person: row.get::<Option<Vec<u8>>>("person")?.as_deref().and_then(PersonId::from_bytes),
                act: row.get("act")?,
                subject: row.get("subject")?,
                detail: row.get("detail")?,
                network: row.get("network")?,
            })
        })
        .collect()
}
