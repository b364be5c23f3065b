//! Brotli at its best for pages that are asked for often.

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Weak};

use super::Inner;
use super::page::Page;

/// Pages that may wait; more are left as they are.
const QUEUE: usize = 64;

/// One thread that compresses hot pages harder, one after the other. It ends with the cache.
#[derive(Debug)]
pub(super) struct Polisher(SyncSender<Weak<Page>>);

impl Polisher {
    pub(super) fn start(cache: Weak<Inner>) -> Polisher {
        let (offers, queue) = sync_channel(QUEUE);
        let thread = std::thread::Builder::new().name("page-polish".to_owned());
        if let Err(cause) = thread.spawn(move || polish(&cache, &queue)) {
            tracing::warn!(%cause, "no thread to compress hot pages harder; they stay as they are");
        }
        Polisher(offers)
    }

    /// Queues a page, unless too many wait.
    pub(super) fn offer(&self, page: &Arc<Page>) {
        let _ = self.0.try_send(Arc::downgrade(page));
    }
}

fn polish(cache: &Weak<Inner>, queue: &Receiver<Weak<Page>>) {
    while let Ok(offered) = queue.recv() {
        // A page that has been replaced meanwhile is not worth the work.
        let Some(page) = offered.upgrade() else { continue };
        page.polish();
        let Some(cache) = cache.upgrade() else { return };
        cache.shelves.reweigh(&page);
    }
}
