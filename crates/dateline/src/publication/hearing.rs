//! How far everybody in this process has been told of the log, without a gap.
//!
//! Entries come from several sides: lanes of this node commit beside each other, other nodes and processes write,
//! and the follower reads. Whoever is answered a position must find on every page what stands before it, whoever wrote
//! that; so a gap below is filled before the answer.

use std::collections::BTreeMap;
use std::time::Duration;

use parking_lot::Mutex;
use tokio::sync::watch;

use super::{Entry, OnCommit, log};
use crate::db::{Db, DbError, Engine};

/// The most entries read at once.
pub(super) const SLICE: i64 = 1000;

/// How long the other lanes of a node get to tell of what they have just committed, before the log is read for it.
const OTHER_LANES: Duration = Duration::from_millis(5);

/// Passes entries on, and knows up to where all have been passed on.
pub(super) struct Hearing {
    db: Db,
    on_commit: OnCommit,
    ahead: Mutex<Ahead>,
    /// Up to here everybody has been told of everything.
    told: watch::Sender<i64>,
}

/// Entries told above a gap: the last position of each run, by its first.
#[derive(Debug, Default)]
struct Ahead {
    runs: BTreeMap<i64, i64>,
}

impl Hearing {
    /// Beside a log whose head is `head`; nothing up to there needs telling.
    pub(super) fn new(db: Db, head: i64, on_commit: OnCommit) -> Hearing {
        Hearing { db, on_commit, ahead: Mutex::default(), told: watch::Sender::new(head) }
    }

    /// Tells of entries that follow each other. Telling twice, or in another order, does no harm.
    pub(super) fn tell(&self, entries: &[Entry]) {
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return };
        (self.on_commit)(entries);
        let mut ahead = self.ahead.lock();
        let told = ahead.join(*self.told.borrow(), first.seq, last.seq);
        self.told.send_if_modified(|known| std::mem::replace(known, told) < told);
    }

    /// Up to where everybody has been told of everything.
    pub(super) fn told(&self) -> i64 {
        *self.told.borrow()
    }

    /// Returns when everybody has been told of everything up to `seq`: by the other lanes, or by reading the log.
    pub(super) async fn reach(&self, seq: i64) -> Result<(), DbError> {
        if self.told() >= seq {
            return Ok(());
        }
        if self.db.engine() == Engine::Postgres {
            let mut told = self.told.subscribe();
            if tokio::time::timeout(OTHER_LANES, told.wait_for(|told| *told >= seq)).await.is_ok() {
                return Ok(());
            }
        }
        let mut reader = self.db.reader().await?;
        while self.told() < seq {
            let entries = log::after(&mut reader.conn(), self.told(), SLICE, true).await?;
            if entries.is_empty() {
                return Ok(());
            }
            self.tell(&entries);
        }
        Ok(())
    }
}

impl Ahead {
    /// Adds a run; up to where there is no gap now.
    fn join(&mut self, told: i64, first: i64, last: i64) -> i64 {
        let run = self.runs.entry(first).or_insert(last);
        *run = (*run).max(last);
        let mut told = told;
        while let Some(entry) = self.runs.first_entry().filter(|run| *run.key() <= told + 1) {
            told = told.max(entry.remove());
        }
        told
    }
}

impl std::fmt::Debug for Hearing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Hearing").field("told", &self.told()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_above_a_gap_counts_once_the_gap_is_filled() {
        let mut ahead = Ahead::default();
        assert_eq!(ahead.join(5, 8, 9), 5);
        assert_eq!(ahead.join(5, 12, 12), 5);
        assert_eq!(ahead.join(5, 6, 6), 6);
        assert_eq!(ahead.join(6, 6, 7), 9);
        assert_eq!(ahead.join(9, 3, 11), 12);
        assert!(ahead.runs.is_empty());
    }
}
