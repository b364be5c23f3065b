//! What cannot be done for now, and when it is tried again: one thing that fails holds up nothing behind it.
//!
//! Kept in memory, by each node for itself: after a restart everything is tried at once.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use parking_lot::Mutex;
use uuid::Uuid;

/// The first pause; each further one is twice as long.
const FIRST_PAUSE: SignedDuration = SignedDuration::from_millis(250);

/// The longest pause.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_mins(5);

/// Things put aside, by their ids.
#[derive(Debug, Default)]
pub(super) struct PutAside(Mutex<HashMap<Uuid, Pause>>);

#[derive(Clone, Copy, Debug)]
struct Pause {
    failures: u32,
    until: Timestamp,
}

impl PutAside {
    /// Whether a thing is not to be tried at `now`.
    pub(super) fn holds(&self, id: Uuid, now: Timestamp) -> bool {
        self.0.lock().get(&id).is_some_and(|pause| pause.until > now)
    }

    /// Puts a thing aside that has failed, longer each time; until when.
    pub(super) fn put(&self, id: Uuid, now: Timestamp) -> Timestamp {
        let mut pauses = self.0.lock();
        let failures = pauses.get(&id).map_or(0, |pause| pause.failures);
        let pause = FIRST_PAUSE.saturating_mul(1 << failures.min(16)).min(LONGEST_PAUSE);
        let until = now + pause;
        pauses.insert(id, Pause { failures: failures + 1, until });
        until
    }

    /// Forgets a thing that was done.
    pub(super) fn forget(&self, id: Uuid) {
        self.0.lock().remove(&id);
    }

    /// Forgets what should have been tried again by `now`, and was not: it is no longer there.
    pub(super) fn forget_over(&self, now: Timestamp) {
        self.0.lock().retain(|_, pause| pause.until > now);
    }

    /// When the next thing is to be tried again.
    pub(super) fn next(&self) -> Option<Timestamp> {
        self.0.lock().values().map(|pause| pause.until).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_the_longest_and_end_with_success() {
        let (aside, id) = (PutAside::default(), Uuid::now_v7());
        let mut now = Timestamp::UNIX_EPOCH;
        let mut pauses = Vec::new();
        for _ in 0..14 {
            assert!(!aside.holds(id, now));
            let until = aside.put(id, now);
            assert!(aside.holds(id, now) && aside.next() == Some(until));
            pauses.push(until.duration_since(now).as_millis());
            now = until;
        }
        assert_eq!(pauses[..5], [250, 500, 1_000, 2_000, 4_000]);
        assert_eq!(pauses[12..], [300_000, 300_000]);
        aside.forget(id);
        assert_eq!(aside.next(), None);
        let until = aside.put(id, now);
        aside.forget_over(now);
        assert_eq!(aside.next(), Some(until));
        aside.forget_over(until);
        assert_eq!(aside.next(), None);
    }
}
