//! How often somebody may try to sign in: by account, and by network.
//!
//! What is counted are failures. The keys are hashes, so the table names nobody.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use super::Email;
use crate::db::{Conn, DbError};

/// After so long without a failure, earlier ones count no more.
pub(super) const FORGOTTEN_AFTER: SignedDuration = SignedDuration::from_hours(1);
/// Failures an account has for nothing.
const FREE_FOR_ACCOUNT: i64 = 5;
/// Failures a network has for nothing: a newsroom is behind one.
const FREE_FOR_NETWORK: i64 = 30;
/// The longest pause.
const LONGEST_PAUSE_SECONDS: i64 = 900;

/// What failures are counted under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tries {
    account: Vec<u8>,
    network: Vec<u8>,
}

impl Tries {
    /// Of somebody who says they are `email`, from `network`.
    pub fn of(email: &str, network: IpAddr) -> Tries {
        let email = Email::parse(email).map_or_else(|_| email.trim().to_lowercase(), |e| e.to_string());
        Tries { account: hash("account", email.as_bytes()), network: network_key(network) }
    }
}

/// What is counted of a network: IPv6 by its first 64 bits, which are one line.
pub(super) fn network_key(network: IpAddr) -> Vec<u8> {
    match network {
        IpAddr::V4(address) => hash("network", &address.octets()),
        IpAddr::V6(address) => hash("network", &address.octets()[..8]),
    }
}

fn hash(kind: &str, what: &[u8]) -> Vec<u8> {
    Sha256::new().chain_update(kind).chain_update([0]).chain_update(what).finalize()[..16].to_vec()
}

/// Until when no further try is taken; `None` where one is.
pub async fn pause(conn: &mut Conn<'_>, tries: &Tries, now: Timestamp) -> Result<Option<Timestamp>, DbError> {
    let mut until = None;
    for (key, free) in [(&tries.account, FREE_FOR_ACCOUNT), (&tries.network, FREE_FOR_NETWORK)] {
        let row =
            conn.optional("SELECT failures, at FROM throttle WHERE key = $1", [key.clone().into()]).await?;
        let Some(row) = row else { continue };
        let (failures, at): (i64, Timestamp) = (row.get("failures")?, row.get("at")?);
        let over = failures - free;
        if over < 0 || at + FORGOTTEN_AFTER <= now {
            continue;
        }
        let seconds = 2_i64.pow(over.clamp(0, 16) as u32).min(LONGEST_PAUSE_SECONDS);
        let end = at + SignedDuration::from_secs(seconds);
        if end > now {
            until = until.max(Some(end));
        }
    }
    Ok(until)
}

/// Counts a failure.
pub async fn count_failure(conn: &mut Conn<'_>, tries: &Tries, now: Timestamp) -> Result<(), DbError> {
    for key in [&tries.account, &tries.network] {
        conn.execute(
            "INSERT INTO throttle (key, failures, at) VALUES ($1, 1, $2) ON CONFLICT (key) DO UPDATE SET \
             failures = CASE WHEN throttle.at <= $3 THEN 1 ELSE throttle.failures + 1 END, at = excluded.at",
            [key.clone().into(), now.into(), (now - FORGOTTEN_AFTER).into()],
        )
        .await?;
    }
    Ok(())
}

/// Forgets the failures of an account whose person has signed in; those of the network stay.
pub async fn forget_failures(conn: &mut Conn<'_>, tries: &Tries) -> Result<(), DbError> {
    conn.execute("DELETE FROM throttle WHERE key = $1", [tries.account.clone().into()]).await.map(|_| ())
}
