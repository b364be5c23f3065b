//! Secrets of reports, addresses that were confirmed, and the one letter that tells how it ended.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Outcome, Status, status};
use crate::db::{Conn, DbError};
use crate::ids::{MistakeId, ReportId};
use crate::jobs;

/// The kind of errand that tells a reader how it ended: its payload is a [`SettledLetter`].
pub const SETTLED: &str = "report.settled";

/// An answer can be taken back before readers are told of it.
const TOLD_AFTER: SignedDuration = SignedDuration::from_mins(5);
/// So long after it is settled a report keeps its reader's address.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24 * 30);
/// So long a report keeps the keyed hash of its network.
const NETWORK_KEPT_FOR: SignedDuration = SignedDuration::from_hours(48);
/// How much of a secret is random, in bytes.
const RANDOM_BYTES: usize = 24;

/// The errand that tells one reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettledLetter {
    /// Whose report.
    pub report: ReportId,
    /// The instant of the answer, in microseconds: one that was taken back meanwhile is not told.
    pub settled: i64,
}

/// A secret in an address: shown once, kept as a hash, never logged.
pub(super) struct Secret(String);

impl Secret {
    pub(super) fn new() -> Secret {
        let mut random = [0_u8; RANDOM_BYTES];
        rand::fill(&mut random[..]);
        Secret(URL_SAFE_NO_PAD.encode(random))
    }

    pub(super) fn reveal(&self) -> &str {
        &self.0
    }

    pub(super) fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }
}

/// The hash of what a request presented; `None` for what cannot be a secret.
pub(super) fn hash_of_presented(secret: &str) -> Option<Vec<u8>> {
    let possible = secret.len() == RANDOM_BYTES / 3 * 4
        && secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    possible.then(|| Sha256::digest(secret.as_bytes()).to_vec())
}

/// Confirms the address of the report whose letter had this secret: from then on its reader is told. What is told of
/// it; `None` where no letter had the secret.
pub async fn confirm_email(
    conn: &mut Conn<'_>,
    secret: &str,
    now: Timestamp,
) -> Result<Option<Status>, DbError> {
    let Some(hash) = hash_of_presented(secret) else { return Ok(None) };
    let sql = "UPDATE report SET email_confirmed_at = coalesce(email_confirmed_at, $2) \
               WHERE confirm_hash = $1 AND email IS NOT NULL RETURNING id";
    let Some(row) = conn.optional(sql, [hash.into(), now.into()]).await? else { return Ok(None) };
    status::of_report(conn, row.parsed("id", |bytes: Vec<u8>| ReportId::from_bytes(&bytes))?).await
}

/// Everybody who reported a matter and confirmed an address is to be told how it ended.
pub(super) async fn tell(conn: &mut Conn<'_>, matter: MistakeId, settled: Timestamp) -> Result<(), DbError> {
    let sql =
        "SELECT id FROM report WHERE mistake = $1 AND email_confirmed_at IS NOT NULL AND email IS NOT NULL";
    for row in conn.all(sql, [matter.into()]).await? {
        let report = row.parsed("id", |bytes: Vec<u8>| ReportId::from_bytes(&bytes))?;
        let letter = SettledLetter { report, settled: settled.as_microsecond() };
        jobs::queue(conn, SETTLED, &letter, settled + TOLD_AFTER).await?;
    }
    Ok(())
}

/// To whom a letter goes and what it tells; `None` where the answer was taken back, or the address erased.
pub async fn settled_letter(
    conn: &mut Conn<'_>,
    letter: &SettledLetter,
) -> Result<Option<(String, Status)>, DbError> {
    let sql = "SELECT email FROM report WHERE id = $1 AND email_confirmed_at IS NOT NULL";
    let Some(row) = conn.optional(sql, [letter.report.into()]).await? else { return Ok(None) };
    let Some(email) = row.get::<Option<String>>("email")? else { return Ok(None) };
    let told = status::of_report(conn, letter.report).await?;
    let stands = |status: &Status| {
        let settled = status.settled_at.map(Timestamp::as_microsecond);
        status.outcome != Outcome::Waiting && settled == Some(letter.settled)
    };
    Ok(told.filter(stands).map(|status| (email, status)))
}

/// Takes addresses off reports that were settled long enough ago, and hashes of networks off all but the newest.
pub async fn erase_old(conn: &mut Conn<'_>, now: Timestamp) -> Result<u64, DbError> {
    let networks = "UPDATE report SET network = NULL WHERE network IS NOT NULL AND at < $1";
    conn.execute(networks, [(now - NETWORK_KEPT_FOR).into()]).await?;
    let addresses = "UPDATE report SET email = NULL, email_confirmed_at = NULL, confirm_hash = NULL \
                     WHERE email IS NOT NULL AND mistake IN (SELECT id FROM mistake \
                     WHERE state NOT IN ('open', 'later') AND moved_at < $1)";
    conn.execute(addresses, [(now - KEPT_FOR).into()]).await
}
