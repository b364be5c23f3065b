//! Errands queued in the act's transaction and done after it.
//!
//! Owns the queue: what waits, who has taken it and until when, what failed and when it is tried again. A job is
//! leased before it is done, so a crash gives it back; doing one twice does no harm. Jobs that take long wait on a
//! [`Lane`] of their own, so that a letter does not stand behind a day's pictures. What each kind of job means is said
//! by the [`Handler`] registered for it.
//!
//! Not here: what falls due for the public at an instant (an embargo's end), which acts through the log.

mod handlers;
mod lane;
mod store;
#[cfg(test)]
mod tests;

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

pub use handlers::{Handler, Handlers};
pub use lane::Lane;
pub use store::{done, failed, keep, lease, next_at};

use crate::db::{Conn, DbError};
use crate::ids::JobId;

/// For how long a job is taken. Whoever does it renews it while it goes on.
pub const LEASE: Duration = Duration::from_secs(120);

/// After this many attempts a job is given up, and kept for somebody to look at.
pub const MOST_ATTEMPTS: i64 = 12;

/// A job somebody has taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// What kind: which handler does it.
    pub kind: String,
    /// What it is about, as JSON.
    pub payload: String,
    /// How many times it has been begun, this one included.
    pub attempts: i64,
}

/// What became of a job that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is tried again then.
    Again(Timestamp),
    /// It is not tried any more.
    GivenUp,
}

impl Job {
    /// What follows a failure now: a pause of 2 s, 4 s, 8 s, … up to an hour, or the end.
    pub fn fate(&self, now: Timestamp) -> Fate {
        if self.attempts >= MOST_ATTEMPTS {
            return Fate::GivenUp;
        }
        let seconds = 2_i64.pow(self.attempts.clamp(1, 12) as u32).min(3_600);
        Fate::Again(now + SignedDuration::from_secs(seconds))
    }
}

/// Queues a job that is soon done in the act's own transaction, to be done from `run_at` on.
pub async fn queue<P: Serialize>(
    conn: &mut Conn<'_>,
    kind: &str,
    payload: &P,
    run_at: Timestamp,
) -> Result<JobId, DbError> {
    queue_on(conn, Lane::Prompt, kind, payload, run_at).await
}

/// Queues a job on a lane in the act's own transaction, to be done from `run_at` on.
pub async fn queue_on<P: Serialize>(
    conn: &mut Conn<'_>,
    lane: Lane,
    kind: &str,
    payload: &P,
    run_at: Timestamp,
) -> Result<JobId, DbError> {
    let payload = serde_json::to_string(payload).expect("payloads are plain data");
    let id = JobId::new();
    store::insert(conn, id, lane, kind, payload, run_at).await?;
    Ok(id)
}
