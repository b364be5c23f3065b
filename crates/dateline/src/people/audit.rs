//! Who did what, kept for good.

use jiff::Timestamp;
use uuid::Uuid;

use super::Actor;
use crate::db::{Conn, DbError};

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
        "INSERT INTO audit (id, at, person, act, subject, detail) VALUES ($1, $2, $3, $4, $5, $6)",
        [
            Uuid::now_v7().as_bytes().to_vec().into(),
            at.into(),
            actor.person.into(),
            act.into(),
            subject.into(),
            detail.into(),
        ],
    )
    .await?;
    Ok(())
}
