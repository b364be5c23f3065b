//! From a dependency to the last log position that touched it.

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use parking_lot::RwLock;
use tokio::sync::watch;

use super::Dep;

/// What an act did to the things it touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touch {
    /// They read differently now; an older page is out of date, and that is all.
    Changed,
    /// Something in them must not be shown any more: a hold, a kill, a takedown, a redaction, an expired picture.
    /// An older page may not even stand in when rendering fails.
    Withdrawn,
}

/// Where a page stands in the log: what it was made from, and the position its reading saw.
#[derive(Debug)]
pub(crate) struct Standing {
    /// The log's head in the read transaction that made the page.
    pub seq: u64,
    /// The era the rendering began in; see [`Positions::new_era`].
    pub era: u64,
    /// Hashes of the dependencies' names.
    pub deps: Box<[u64]>,
    /// The generation at which the page was last found fresh: while nothing is noted, no look-up is needed.
    pub fresh_at: AtomicU64,
}

impl Standing {
    pub(crate) fn new(seq: u64, era: u64, deps: &[Dep]) -> Standing {
        let mut deps: Vec<u64> = deps.iter().map(Dep::hash64).collect();
        deps.sort_unstable();
        deps.dedup();
        Standing { seq, era, deps: deps.into(), fresh_at: AtomicU64::new(0) }
    }

    /// Whether the page shows everything that stood at this position, in templates of this era.
    pub(crate) fn is_from(&self, seq: u64, era: u64) -> bool {
        self.seq >= seq && self.era >= era
    }
}

/// The last position of every dependency, bounded: beyond `limit` names the older half is forgotten, and pages
/// older than what was forgotten count as stale.
#[derive(Debug)]
pub(crate) struct Positions {
    /// Counts every change of `table`. Entries of several writers may be noted out of order, so this and not the
    /// highest position tells whether anything was noted since a page was found fresh.
    generation: AtomicU64,
    /// The highest position noted.
    head: AtomicU64,
    table: RwLock<Table>,
    /// Up to here every position has been noted.
    noted: watch::Sender<u64>,
    /// The highest position a rendering has seen, for followers that can be woken.
    seen: watch::Sender<u64>,
    limit: usize,
}

#[derive(Debug, Default)]
struct Table {
    last: HashMap<u64, Last>,
    /// Pages below are stale: what touched them may have been forgotten or never told.
    floor: u64,
    era: u64,
    noted: u64,
    /// Positions noted above a gap.
    ahead: BTreeSet<u64>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Last {
    touched: u64,
    withdrawn: u64,
}

impl Positions {
    /// A table for a log whose head is `head`, every entry up to it counting as noted.
    pub(crate) fn new(head: u64, limit: usize) -> Positions {
        Positions {
            generation: AtomicU64::new(1),
            head: AtomicU64::new(head),
            table: RwLock::new(Table { noted: head, ..Table::default() }),
            noted: watch::Sender::new(head),
            seen: watch::Sender::new(head),
            limit: limit.max(16),
        }
    }

    /// Says that the entry at `seq` touched `deps`; when this returns no older page of theirs is fresh.
    pub(crate) fn note(&self, deps: &[Dep], seq: u64, touch: Touch) {
        let mut table = self.table.write();
        for dep in deps {
            let last = table.last.entry(dep.hash64()).or_default();
            last.touched = last.touched.max(seq);
            if touch == Touch::Withdrawn {
                last.withdrawn = last.withdrawn.max(seq);
            }
        }
        if table.last.len() > self.limit {
            table.forget_older_half();
        }
        table.advance(seq);
        self.head.fetch_max(seq, Ordering::AcqRel);
        self.publish(table);
    }

    /// Says that every entry up to `seq` has been noted, also those that touch no page.
    pub(crate) fn caught_up(&self, seq: u64) {
        let mut table = self.table.write();
        table.noted = table.noted.max(seq);
        self.head.fetch_max(seq, Ordering::AcqRel);
        self.publish(table);
    }

    /// Makes every page stale whose rendering began before now: its template may have changed.
    pub(crate) fn new_era(&self) {
        let mut table = self.table.write();
        table.era += 1;
        self.publish(table);
    }

    /// The era a rendering begins in.
    pub(crate) fn era(&self) -> u64 {
        self.table.read().era
    }

    /// The highest position noted: what a request that begins now may rely on being shown.
    pub(crate) fn head(&self) -> u64 {
        self.head.load(Ordering::Acquire)
    }

    /// Positions that renderings have seen, for a follower to hurry after.
    pub(crate) fn seen(&self) -> watch::Receiver<u64> {
        self.seen.subscribe()
    }

    /// Waits until everything up to `seq` has been noted, so that a page which shows a position is not handed out
    /// while other pages are still served from before it. After `patience` the untold entries are presumed to touch
    /// everything: all older pages are stale then. Tells whether that was needed.
    pub(crate) async fn settle(&self, seq: u64, patience: Duration) -> bool {
        self.seen.send_if_modified(|seen| {
            seq > *seen && {
                *seen = seq;
                true
            }
        });
        let mut noted = self.noted.subscribe();
        if tokio::time::timeout(patience, noted.wait_for(|noted| *noted >= seq)).await.is_ok() {
            return false;
        }
        let mut table = self.table.write();
        if table.noted >= seq {
            return false;
        }
        table.raise_floor(seq);
        table.noted = seq;
        self.head.fetch_max(seq, Ordering::AcqRel);
        self.publish(table);
        true
    }

    /// Whether nothing the page was made from has been touched since.
    pub(crate) fn is_fresh(&self, page: &Standing) -> bool {
        if page.fresh_at.load(Ordering::Relaxed) == self.generation.load(Ordering::Acquire) {
            return true;
        }
        let table = self.table.read();
        let fresh = page.seq >= table.floor
            && page.era == table.era
            && page.deps.iter().all(|dep| table.last.get(dep).is_none_or(|last| last.touched <= page.seq));
        if fresh {
            // The generation changes only under the write lock, so this is the one that was looked at.
            page.fresh_at.store(self.generation.load(Ordering::Acquire), Ordering::Relaxed);
        }
        fresh
    }

    /// Whether an outdated page may be shown for want of a better one: nothing in it has been withdrawn since.
    pub(crate) fn may_stand_in(&self, page: &Standing) -> bool {
        let table = self.table.read();
        page.seq >= table.floor
            && page.deps.iter().all(|dep| table.last.get(dep).is_none_or(|last| last.withdrawn <= page.seq))
    }

    fn publish(&self, mut table: parking_lot::RwLockWriteGuard<'_, Table>) {
        table.join_ahead();
        let noted = table.noted;
        self.generation.fetch_add(1, Ordering::AcqRel);
        drop(table);
        self.noted.send_if_modified(|told| {
            noted > *told && {
                *told = noted;
                true
            }
        });
    }
}

/// Positions above a gap that are remembered one by one.
const LONGEST_AHEAD: usize = 100_000;

impl Table {
    fn advance(&mut self, seq: u64) {
        if seq > self.noted && self.ahead.len() < LONGEST_AHEAD {
            self.ahead.insert(seq);
        }
    }

    fn join_ahead(&mut self) {
        while let Some(&next) = self.ahead.first() {
            if next > self.noted + 1 {
                return;
            }
            self.noted = self.noted.max(next);
            self.ahead.pop_first();
        }
    }

    fn forget_older_half(&mut self) {
        let mut touched: Vec<u64> = self.last.values().map(|last| last.touched).collect();
        let middle = touched.len() / 2;
        let (_, median, _) = touched.select_nth_unstable(middle);
        self.raise_floor(*median);
    }

    fn raise_floor(&mut self, floor: u64) {
        self.floor = self.floor.max(floor);
        self.last.retain(|_, last| last.touched > floor);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Duration = Duration::ZERO;

    fn page(seq: u64, deps: &[Dep]) -> Standing {
        Standing::new(seq, 0, deps)
    }

    #[test]
    fn a_page_is_fresh_until_something_in_it_is_touched() {
        let positions = Positions::new(10, 100);
        let front = page(10, &[Dep::front("en"), Dep::story(1)]);
        let other = page(10, &[Dep::story(2)]);
        assert!(positions.is_fresh(&front) && positions.is_fresh(&other));
        positions.note(&[Dep::story(1)], 11, Touch::Changed);
        assert!(!positions.is_fresh(&front) && positions.is_fresh(&other));
        assert!(positions.is_fresh(&page(11, &[Dep::story(1)])));
        assert!(positions.may_stand_in(&front));
        positions.note(&[Dep::story(1)], 12, Touch::Withdrawn);
        assert!(!positions.may_stand_in(&front));
    }

    #[test]
    fn entries_noted_out_of_order_are_all_heard() {
        let positions = Positions::new(0, 100);
        let first = page(0, &[Dep::story(1)]);
        positions.note(&[Dep::story(2)], 2, Touch::Changed);
        assert!(positions.is_fresh(&first));
        positions.note(&[Dep::story(1)], 1, Touch::Changed);
        assert!(!positions.is_fresh(&first));
        assert_eq!(*positions.noted.borrow(), 2);
    }

    #[test]
    fn forgetting_makes_pages_stale_never_fresh() {
        let positions = Positions::new(0, 16);
        let early = page(0, &[Dep::story(1)]);
        positions.note(&[Dep::story(1)], 1, Touch::Withdrawn);
        for n in 2..200 {
            positions.note(&[Dep::story(n)], n, Touch::Changed);
        }
        assert!(positions.table.read().last.len() <= 16);
        assert!(!positions.is_fresh(&early) && !positions.may_stand_in(&early));
        assert!(positions.is_fresh(&page(199, &[Dep::story(1)])));
        let many: Vec<Dep> = (0..1000).map(Dep::story).collect();
        positions.note(&many, 200, Touch::Changed);
        assert!(positions.table.read().last.len() <= 16);
        assert!(!positions.is_fresh(&page(199, &many[..1])) && positions.is_fresh(&page(200, &many[..1])));
    }

    #[tokio::test]
    async fn a_position_nobody_tells_of_gives_up_all_older_pages() {
        let positions = Positions::new(5, 100);
        let older = page(5, &[Dep::story(1)]);
        assert!(!positions.settle(5, NOW).await);
        assert!(positions.is_fresh(&older));
        assert!(positions.settle(7, NOW).await);
        assert!(!positions.is_fresh(&older) && !positions.may_stand_in(&older));
        assert_eq!(*positions.seen().borrow(), 7);
        assert!(!positions.settle(7, NOW).await);
        positions.note(&[], 8, Touch::Changed);
        assert!(!positions.settle(8, NOW).await);
        positions.caught_up(20);
        assert!(!positions.settle(20, NOW).await);
    }

    #[test]
    fn a_new_era_makes_pages_stale_that_may_still_stand_in() {
        let positions = Positions::new(5, 100);
        let older = page(5, &[]);
        positions.new_era();
        assert!(!positions.is_fresh(&older) && positions.may_stand_in(&older));
        assert!(positions.is_fresh(&Standing::new(5, positions.era(), &[])));
    }
}
