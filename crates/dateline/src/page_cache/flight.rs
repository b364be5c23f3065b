//! One rendering at a time for a page, however many wait for it.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt;
use parking_lot::Mutex;
use tokio::sync::watch;

use super::page::Page;
use super::{PageKey, RenderError};

/// What a rendering came to, shared by all who waited.
pub(super) type Outcome = Result<Arc<Page>, Arc<Failed>>;

/// A rendering that failed.
#[derive(Debug)]
pub(super) struct Failed {
    /// Why.
    pub error: RenderError,
    /// The era it began in: with the templates of a later one it might not have.
    pub era: u64,
}

impl Failed {
    /// One that says nothing about templates.
    fn by_panic() -> Arc<Failed> {
        Arc::new(Failed { error: RenderError::panicked(), era: u64::MAX })
    }
}

type Waiting = watch::Receiver<Option<Outcome>>;

/// The renderings going on.
#[derive(Clone, Debug, Default)]
pub(super) struct Flights(Arc<Mutex<HashMap<PageKey, Waiting>>>);

impl Flights {
    /// Waits for the rendering of `key` that is going on, or starts `render` as one. The rendering is a task of its
    /// own: it ends, and is kept, also when everyone who asked has gone.
    pub(super) async fn join<F, Fut>(&self, key: &PageKey, render: F) -> Outcome
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = Outcome> + Send + 'static,
    {
        let mut waiting = self.board(key, render);
        match waiting.wait_for(Option::is_some).await.as_deref() {
            Ok(Some(outcome)) => outcome.clone(),
            // The task is gone without a word: the runtime is shutting down.
            _ => Err(Failed::by_panic()),
        }
    }

    fn board<F, Fut>(&self, key: &PageKey, render: F) -> Waiting
    where
        F: FnOnce() -> Fut,
        Fut: Future<Output = Outcome> + Send + 'static,
    {
        let (tell, waiting) = {
            let mut flights = self.0.lock();
            if let Some(waiting) = flights.get(key) {
                return waiting.clone();
            }
            let (tell, waiting) = watch::channel(None);
            flights.insert(key.clone(), waiting.clone());
            (tell, waiting)
        };
        // Not under the lock: a runtime that is shutting down drops the task here and now, and `landing` with it.
        let landing = Landing { flights: self.clone(), key: key.clone() };
        let render = AssertUnwindSafe(render()).catch_unwind();
        tokio::spawn(async move {
            let outcome = render.await.unwrap_or_else(|_| Err(Failed::by_panic()));
            // Whoever comes from here on looks at the shelf first, where the page already stands.
            drop(landing);
            tell.send_replace(Some(outcome));
        });
        waiting
    }
}

/// Takes the rendering off the board when it is over, in whatever way.
struct Landing {
    flights: Flights,
    key: PageKey,
}

impl Drop for Landing {
    fn drop(&mut self) {
        self.flights.0.lock().remove(&self.key);
    }
}
