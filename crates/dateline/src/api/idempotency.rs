//! `Idempotency-Key`: the same POST sent again within 24 hours does nothing and answers the same.
//!
//! The key is written in the transaction of its act, so act and key are there together or not at all. A refusal
//! writes nothing: sent again, it is judged again.

use axum::http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::Problem;
use super::answer::{Answer, Told};
use crate::db::Conn;
use crate::ids::TokenId;

/// The header, in small letters.
pub const HEADER: &str = "idempotency-key";
/// How long a key is kept, in seconds.
const KEPT_SECONDS: i64 = 24 * 3600;
/// Longest key, in bytes.
const LONGEST_KEY: usize = 255;

/// A key with the request it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    token: TokenId,
    key: String,
    request: Vec<u8>,
}

impl Key {
    /// The key of a request, where it has one; `body` is what must be the same when it is sent again.
    pub fn of(
        headers: &HeaderMap,
        token: TokenId,
        target: &str,
        body: &[u8],
    ) -> Result<Option<Key>, Problem> {
        let Some(value) = headers.get(HEADER) else { return Ok(None) };
        let key = value.to_str().ok().filter(|key| !key.is_empty() && key.len() <= LONGEST_KEY);
        let key = key.ok_or_else(|| {
            Problem::bad_request(format!("Idempotency-Key is 1 to {LONGEST_KEY} ASCII characters."))
        })?;
        let mut hash = Sha256::new();
        hash.update((target.len() as u64).to_be_bytes());
        hash.update(target.as_bytes());
        hash.update(body);
        Ok(Some(Key { token, key: key.to_owned(), request: hash.finalize().to_vec() }))
    }

    /// What the request was answered before; `None` the first time. Another request under the same key is refused.
    pub async fn earlier(&self, conn: &mut Conn<'_>, now: Timestamp) -> Result<Option<Earlier>, Problem> {
        let oldest = now.as_microsecond() - KEPT_SECONDS * 1_000_000;
        let row = conn
            .optional(
                "SELECT request, status, answer, at FROM idempotency WHERE token = $1 AND key = $2 AND at > $3",
                [self.token.into(), self.key.as_str().into(), oldest.into()],
            )
            .await?;
        let Some(row) = row else { return Ok(None) };
        if row.get::<Vec<u8>>("request")? != self.request {
            let detail = "This Idempotency-Key was used for another request.";
            return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "key-reused", detail));
        }
        let status = row.parsed("status", |code: i64| StatusCode::from_u16(code as u16).ok())?;
        Ok(Some(Earlier { answer: Answer { status, told: row.json("answer")? }, at: row.get("at")? }))
    }

    /// Keeps the answer, in the transaction of the act.
    pub async fn keep(&self, conn: &mut Conn<'_>, answer: &Answer, now: Timestamp) -> Result<(), Problem> {
        let body = serde_json::to_string(&answer.told).expect("answers are plain data");
        let oldest = now.as_microsecond() - KEPT_SECONDS * 1_000_000;
        let kept = conn.execute(
            "INSERT INTO idempotency (token, key, request, status, answer, at) VALUES ($1, $2, $3, $4, $5, $6) \
             ON CONFLICT (token, key) DO UPDATE SET request = excluded.request, status = excluded.status, \
             answer = excluded.answer, at = excluded.at WHERE idempotency.at <= $7",
            [
                self.token.into(),
                self.key.as_str().into(),
                self.request.clone().into(),
                i64::from(answer.status.as_u16()).into(),
                body.into(),
                now.into(),
                oldest.into(),
            ],
        )
        .await?;
        match kept {
            // The same request came twice at once, and the other was done first: this one never was.
            0 => Err(Problem::in_the_way()),
            _ => Ok(()),
        }
    }
}

/// What a request was answered before.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    answer: Answer,
    /// When the act was done.
    at: Timestamp,
}

impl Earlier {
    /// The answer, with the position of its act's entry, which was known only after the key had been written.
    pub async fn whole(self, conn: &mut Conn<'_>) -> Result<Answer, Problem> {
        let Told::Story(changed) = &self.answer.told else { return Ok(self.answer) };
        let row = conn
            .one(
                "SELECT max(seq) AS seq FROM log WHERE number = $1 AND version = $2 AND at = $3",
                [changed.number.into(), changed.version.into(), self.at.into()],
            )
            .await?;
        Ok(self.answer.at(row.get("seq")?))
    }
}

/// Forgets keys older than a day.
pub async fn forget_old(conn: &mut Conn<'_>, now: Timestamp) -> Result<u64, crate::db::DbError> {
    let oldest = now.as_microsecond() - KEPT_SECONDS * 1_000_000;
    conn.execute("DELETE FROM idempotency WHERE at <= $1", [oldest.into()]).await
}
