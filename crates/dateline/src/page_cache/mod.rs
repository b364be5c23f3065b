//! Finished pages in memory: bodies in each encoding, dependencies, log positions.
//!
//! A page is rendered in one read transaction that first reads the log's head, and keeps that position with the
//! names of everything it was made from ([`Dep`]). An act says what it touched at which position
//! ([`PageCache::note`]), and from that instant no page is served that is older than the act and depends on what it
//! touched. Two promises follow, whatever acts, renderings and requests do at the same time:
//!
//! - a request that begins after an act was noted is never shown a page from before it;
//! - a page that shows a log position is handed out only when every earlier entry has been noted, so that two pages
//!   asked for one after the other never go back in time.
//!
//! Where rendering fails, the last good page stands in, unless something in it has been withdrawn since; then a
//! built-in page does.
//!
//! Not here: what a page says and what an act touches (`site`, `publication`), and anything that depends on a
//! visitor: pages are the same for everyone.

mod accept;
mod brotli_memory;
mod compress;
mod dep;
mod failure;
mod flight;
mod key;
mod page;
mod polish;
mod positions;
mod purge;
mod shelf;
#[cfg(test)]
mod tests;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use http::{HeaderMap, Method, Response, Uri};
use tokio::sync::watch;

pub use accept::{Ask, Encoding, Want};
pub use compress::packed;
pub use dep::Dep;
pub use failure::{PlainPage, RenderError};
pub use key::PageKey;
pub use page::{Body, DATELINE_LOG, Rendered, Tags};
pub use positions::Touch;
pub use purge::{PurgeHook, PurgeSettings};

use crate::clock::Clock;
use flight::{Failed, Flights, Outcome};
use page::Page;
use polish::Polisher;
use positions::Positions;
use shelf::Shelves;

/// Bounds and choices of a [`PageCache`].
#[derive(Clone, Debug)]
pub struct CacheSettings {
    /// Bytes for pages.
    pub pages_bytes: u64,
    /// Bytes for answers to addresses anyone can make up: not found, moved.
    pub strays_bytes: u64,
    /// Names of dependencies whose last position is remembered.
    pub dependencies: usize,
    /// Whether answers name their dependencies.
    pub tags: Tags,
    /// Brotli answers after which a page is worth compressing harder, in the background.
    pub polish_after: u32,
    /// A rendering that takes longer has failed.
    pub render_limit: Duration,
    /// How long a new page waits for entries it has seen but that have not been noted yet.
    pub patience: Duration,
}

impl Default for CacheSettings {
    fn default() -> CacheSettings {
        CacheSettings {
            pages_bytes: 128 * 1024 * 1024,
            strays_bytes: 8 * 1024 * 1024,
            dependencies: 200_000,
            tags: Tags::Omitted,
            polish_after: 64,
            render_limit: Duration::from_secs(20),
            patience: Duration::from_millis(500),
        }
    }
}

/// Numbers for the metrics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CacheCounts {
    /// Requests answered from memory.
    pub hits: u64,
    /// Renderings begun.
    pub renderings: u64,
    /// Renderings that failed.
    pub failures: u64,
    /// Answers given by an outdated page because rendering failed.
    pub stood_in: u64,
    /// Times a page did not hear of an entry in time, so that all older pages were given up.
    pub unheard: u64,
    /// Pages in memory.
    pub pages: u64,
    /// Bytes they take up.
    pub bytes: u64,
}

/// The cache; clones are handles to the same pages.
#[derive(Clone, Debug)]
pub struct PageCache(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    settings: CacheSettings,
    clock: Clock,
    positions: Positions,
    shelves: Shelves,
    flights: Flights,
    polisher: Polisher,
    purge: OnceLock<PurgeHook>,
    tally: Tally,
}

#[derive(Debug, Default)]
struct Tally {
    hits: AtomicU64,
    renderings: AtomicU64,
    failures: AtomicU64,
    stood_in: AtomicU64,
    unheard: AtomicU64,
}

/// Renderings a request waits for before it gives up. Two are enough unless the database shows positions from before
/// the request, as a lagging replica may.
const ROUNDS: usize = 4;

impl PageCache {
    /// An empty cache beside a log whose head is `head`; the followers that note entries continue from there.
    pub fn new(settings: CacheSettings, clock: Clock, head: u64) -> PageCache {
        PageCache(Arc::new_cyclic(|inner| Inner {
            positions: Positions::new(head, settings.dependencies),
            shelves: Shelves::new(settings.pages_bytes, settings.strays_bytes),
            flights: Flights::default(),
            polisher: Polisher::start(inner.clone()),
            purge: OnceLock::new(),
            tally: Tally::default(),
            settings,
            clock,
        }))
    }

    /// Says that the entry at `seq` made everything in `touched` read differently. Called after the commit and
    /// before whoever acted gets the answer; calling it again, or in another order, does no harm.
    pub fn note(&self, touched: &[Dep], seq: u64) {
        self.note_as(touched, seq, Touch::Changed);
    }

    /// Says that the entry at `seq` took something out of public view: `touched` names the story or picture and
    /// every list that named it. Beyond [`PageCache::note`], no older page of theirs may stand in any more.
    pub fn note_withdrawn(&self, touched: &[Dep], seq: u64) {
        self.note_as(touched, seq, Touch::Withdrawn);
    }

    /// [`PageCache::note`] or [`PageCache::note_withdrawn`], as `touch` says.
    pub fn note_as(&self, touched: &[Dep], seq: u64, touch: Touch) {
        self.0.positions.note(touched, seq, touch);
        if let Some(hook) = self.0.purge.get() {
            hook.touched(touched);
        }
    }

    /// From now on passes everything noted on to `hook`. A cache has one hook; a second is left unused.
    pub fn purge_through(&self, hook: PurgeHook) {
        let _ = self.0.purge.set(hook);
    }

    /// Says that all entries up to `seq` have been noted, those included that touch no page.
    pub fn caught_up(&self, seq: u64) {
        self.0.positions.caught_up(seq);
    }

    /// Makes every page stale: templates or settings outside the log have changed. The last good pages may still
    /// stand in.
    pub fn turn_over(&self) {
        self.0.positions.new_era();
    }

    /// The highest log position a rendering has seen. A follower that waits on this hears at once of entries another
    /// process has written, before pages that show them are handed out.
    pub fn seen(&self) -> watch::Receiver<u64> {
        self.0.positions.seen()
    }

    /// The highest log position noted.
    pub fn head(&self) -> u64 {
        self.0.positions.head()
    }

    /// The answer to a GET or HEAD without a query whose page is in memory, fresh, and made in the encoding asked
    /// for; everything else goes through its route to [`PageCache::serve`], also what is not found: its host or query
    /// may still lead somewhere.
    pub fn hit(&self, method: &Method, uri: &Uri, headers: &HeaderMap) -> Option<Response<Body>> {
        if uri.query().is_some() || !matches!(*method, Method::GET | Method::HEAD) {
            return None;
        }
        let page = self.0.shelves.page(uri.path()).filter(|page| self.0.is_fresh(page))?;
        let ask = Ask::of(method, headers);
        let answer = page.ready(&ask)?;
        self.count_hit(&page, &ask);
        Some(answer)
    }

    /// The answer to `ask` for the page under `key`: from memory while it is fresh, otherwise by `render`, once for
    /// everyone who waits.
    ///
    /// `render` reads in one read transaction begun when it is first polled, and names in [`Rendered::deps`] also
    /// what it looked for in vain. It runs as a task of its own and is not interrupted when a reader goes away.
    pub async fn serve<F, Fut>(&self, key: &PageKey, ask: Ask<'_>, render: F) -> Response<Body>
    where
        F: Fn() -> Fut,
        Fut: Future<Output = Result<Rendered, RenderError>> + Send + 'static,
    {
        let (begun, era) = (self.0.positions.head(), self.0.positions.era());
        if let Some(page) = self.fresh(key.as_str()) {
            self.count_hit(&page, &ask);
            return self.answer(&page, &ask).await;
        }
        for _ in 0..ROUNDS {
            match self.0.flights.join(key, || self.rendering(key, ask.encoding, render())).await {
                // Not older than the request: an act since then is at the same time as this answer, not before it.
                Ok(page) if page.standing.is_from(begun, era) || self.0.is_fresh(&page) => {
                    return self.answer(&page, &ask).await;
                }
                // A rendering that had begun before the request, and an act lies between.
                Ok(_) => {}
                // It failed in templates that have been replaced since.
                Err(failed) if failed.era < era => {}
                Err(failed) => return self.stand_in(key, &ask, &failed.error).await,
            }
        }
        self.stand_in(key, &ask, &RenderError::outrun()).await
    }

    /// Numbers for the metrics.
    pub fn counts(&self) -> CacheCounts {
        let tally = &self.0.tally;
        CacheCounts {
            hits: tally.hits.load(Ordering::Relaxed),
            renderings: tally.renderings.load(Ordering::Relaxed),
            failures: tally.failures.load(Ordering::Relaxed),
            stood_in: tally.stood_in.load(Ordering::Relaxed),
            unheard: tally.unheard.load(Ordering::Relaxed),
            pages: self.0.shelves.count(),
            bytes: self.0.shelves.bytes(),
        }
    }

    fn fresh(&self, key: &str) -> Option<Arc<Page>> {
        self.0.shelves.get(key).filter(|page| self.0.is_fresh(page))
    }

    async fn answer(&self, page: &Arc<Page>, ask: &Ask<'_>) -> Response<Body> {
        if let Some(answer) = page.ready(ask) {
            return answer;
        }
        if page.compress(ask.encoding).await {
            self.0.shelves.reweigh(page);
        }
        page.answer(ask).await
    }

    /// The last good page, or the built-in one where something in it has been withdrawn.
    async fn stand_in(&self, key: &PageKey, ask: &Ask<'_>, failure: &RenderError) -> Response<Body> {
        let last_good = self.0.shelves.get(key.as_str());
        match last_good.filter(|page| self.0.positions.may_stand_in(&page.standing)) {
            Some(page) => {
                self.0.tally.stood_in.fetch_add(1, Ordering::Relaxed);
                self.answer(&page, ask).await
            }
            None => failure.plain.answer(ask),
        }
    }

    /// Renders, compresses as asked, waits until the log has been followed as far as the page shows, and keeps it.
    fn rendering<Fut>(
        &self,
        key: &PageKey,
        encoding: Encoding,
        render: Fut,
    ) -> impl Future<Output = Outcome> + Send + use<Fut>
    where
        Fut: Future<Output = Result<Rendered, RenderError>> + Send + 'static,
    {
        let (inner, key) = (self.0.clone(), key.clone());
        async move {
            inner.tally.renderings.fetch_add(1, Ordering::Relaxed);
            let limit = inner.settings.render_limit;
            let era = inner.positions.era();
            let rendered = tokio::time::timeout(limit, render).await;
            let rendered =
                rendered.unwrap_or_else(|_| Err(RenderError::too_slow(limit))).map_err(|failure| {
                    inner.tally.failures.fetch_add(1, Ordering::Relaxed);
                    tracing::error!(page = %key, cause = %failure, "page could not be rendered");
                    Arc::new(Failed { error: failure, era })
                })?;
            let page = Arc::new(Page::finish(key, rendered, era, inner.settings.tags));
            page.compress(encoding).await;
            inner.settle(page.standing.seq).await;
            inner.shelves.put(&page);
            Ok(page)
        }
    }

    fn count_hit(&self, page: &Arc<Page>, ask: &Ask<'_>) {
        self.0.tally.hits.fetch_add(1, Ordering::Relaxed);
        if ask.encoding == Encoding::Brotli && page.count_towards(self.0.settings.polish_after) {
            self.0.polisher.offer(page);
        }
    }
}

impl Inner {
    fn is_fresh(&self, page: &Page) -> bool {
        self.positions.is_fresh(&page.standing) && !page.is_over(|| self.clock.now())
    }

    async fn settle(&self, seq: u64) {
        if self.positions.settle(seq, self.settings.patience).await {
            self.tally.unheard.fetch_add(1, Ordering::Relaxed);
            tracing::warn!(seq, "log entries were seen before they were noted; all older pages are given up");
        }
    }
}
