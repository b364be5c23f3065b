//! Where pages stand: two shelves bounded by bytes.

use std::sync::Arc;

use http::StatusCode;
use moka::ops::compute::Op;
use moka::sync::Cache;

use super::PageKey;
use super::page::Page;

/// The pages kept. Both shelves admit by TinyLFU: a page that is asked for once cannot push out one that is asked
/// for often, so a crawler walking the archive leaves the front in memory.
///
/// Addresses that anyone can make up (404, and 301 of any slug before a number) stand apart, so that inventing them
/// costs other invented ones their place and no real page.
#[derive(Debug)]
pub(crate) struct Shelves {
    pages: Cache<PageKey, Arc<Page>>,
    strays: Cache<PageKey, Arc<Page>>,
}

impl Shelves {
    pub(crate) fn new(pages_bytes: u64, strays_bytes: u64) -> Shelves {
        Shelves { pages: shelf(pages_bytes), strays: shelf(strays_bytes) }
    }

    /// The page last finished under this address, fresh or not.
    pub(crate) fn get(&self, key: &str) -> Option<Arc<Page>> {
        self.pages.get(key).or_else(|| self.strays.get(key))
    }

    /// The same among real pages alone.
    pub(crate) fn page(&self, key: &str) -> Option<Arc<Page>> {
        self.pages.get(key)
    }

    /// Keeps a page, in place of an older one but never of a newer; only statuses that last.
    pub(crate) fn put(&self, page: &Arc<Page>) {
        let (shelf, other) = match page.status {
            StatusCode::OK | StatusCode::GONE | StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS => {
                (&self.pages, &self.strays)
            }
            StatusCode::NOT_FOUND | StatusCode::MOVED_PERMANENTLY => (&self.strays, &self.pages),
            _ => return,
        };
        if !page.key.is_kept() {
            return;
        }
        shelf.entry(page.key.clone()).and_compute_with(|kept| match kept {
            Some(kept) if kept.value().standing.seq > page.standing.seq => Op::Nop,
            _ => Op::Put(page.clone()),
        });
        other.invalidate(&page.key);
    }

    /// Counts the page's bytes again after it grew, if it still stands here.
    pub(crate) fn reweigh(&self, page: &Arc<Page>) {
        for shelf in [&self.pages, &self.strays] {
            shelf.entry_by_ref(&page.key).and_compute_with(|kept| match kept {
                Some(kept) if Arc::ptr_eq(kept.value(), page) => Op::Put(page.clone()),
                _ => Op::Nop,
            });
        }
    }

    /// Bytes on both shelves, to within what is being moved.
    pub(crate) fn bytes(&self) -> u64 {
        self.pages.weighted_size() + self.strays.weighted_size()
    }

    /// Pages on both shelves, to within what is being moved.
    pub(crate) fn count(&self) -> u64 {
        self.pages.entry_count() + self.strays.entry_count()
    }

    /// Brings both shelves within their bounds now rather than a little later.
    #[cfg(test)]
    pub(crate) fn tidy(&self) {
        self.pages.run_pending_tasks();
        self.strays.run_pending_tasks();
    }
}

fn shelf(bytes: u64) -> Cache<PageKey, Arc<Page>> {
    Cache::builder().max_capacity(bytes).weigher(|_, page: &Arc<Page>| page.weight()).build()
}
