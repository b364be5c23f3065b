//! How many forms a network may send.

use std::net::IpAddr;

use jiff::Timestamp;

use super::keys::Keys;
use super::store;
use crate::db::{Conn, DbError};

/// Forms of one network that are taken in an hour: an office, a school, a mobile carrier is behind one.
const MOST_AN_HOUR: i64 = 30;

/// Whether another form of a network is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// It is.
    Fair,
    /// It is not, until the hour is over.
    TooFast,
}

/// Counts a form from an address, of which nothing but a keyed hash of its network is kept, for two hours at most.
pub async fn count(
    conn: &mut Conn<'_>,
    keys: &Keys,
    address: IpAddr,
    now: Timestamp,
) -> Result<Pace, DbError> {
    let forms = store::count(conn, keys.network(address), hour(now)).await?;
    Ok(if forms > MOST_AN_HOUR { Pace::TooFast } else { Pace::Fair })
}

/// The hour an instant falls in, counted from 1970.
pub(super) fn hour(at: Timestamp) -> i64 {
    at.as_second().div_euclid(3600)
}
