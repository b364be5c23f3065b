//! A finished page: what rendering made, ready to go out in every encoding.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use http::header::{
    CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, HeaderName, LOCATION, VARY,
};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use http_body_util::Full;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use tokio::sync::OnceCell;

use super::accept::{Ask, Encoding, Want};
use super::compress;
use super::positions::Standing;
use super::{Dep, PageKey};

/// The body of an answer: one piece of shared memory.
pub type Body = Full<Bytes>;

/// The log position an answer shows.
pub const DATELINE_LOG: HeaderName = HeaderName::from_static("dateline-log");
pub(super) const SURROGATE_KEY: HeaderName = HeaderName::from_static("surrogate-key");
pub(super) const CACHE_TAG: HeaderName = HeaderName::from_static("cache-tag");

/// The name that stands for all others on a page with more of them than a header holds; every purge names it.
pub(super) const MANY: &str = "many";
/// The name every page has.
pub(super) const ALL: &str = "all";
const LONGEST_TAGS: usize = 7_000;

/// What rendering a page gives: everything read in one read transaction that first read the log's head.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// 200, 301, 404, 410 and 451 are kept; anything else is answered once and forgotten.
    pub status: StatusCode,
    /// `Content-Type`
    pub content_type: HeaderValue,
    /// Further headers. `Cache-Control` replaces the usual `public, no-cache`; `Content-Length`, `Content-Encoding`
    /// and `ETag` are the cache's own.
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// The body as it is, not compressed.
    pub body: Bytes,
    /// The log's head that the read transaction saw.
    pub seq: u64,
    /// What the page was made from, also what was looked for and not there.
    pub deps: Vec<Dep>,
    /// The instant at which time alone makes the page read differently.
    pub until: Option<Timestamp>,
}

impl Rendered {
    /// A page of this status and type, read at log position `seq`, that depends on nothing yet.
    pub fn new(status: StatusCode, content_type: &'static str, body: impl Into<Bytes>, seq: u64) -> Rendered {
        Rendered {
            status,
            content_type: HeaderValue::from_static(content_type),
            headers: Vec::new(),
            body: body.into(),
            seq,
            deps: Vec::new(),
            until: None,
        }
    }

    /// A page for people, 200.
    pub fn html(body: impl Into<Bytes>, seq: u64) -> Rendered {
        Rendered::new(StatusCode::OK, "text/html; charset=utf-8", body, seq)
    }

    /// A lasting redirect to `location`, an address inside the site; 301. What is not allowed in a header is a
    /// redirect to `/`.
    pub fn moved(location: &str, seq: u64) -> Rendered {
        let location = HeaderValue::from_str(location).unwrap_or(HeaderValue::from_static("/"));
        let page =
            Rendered::new(StatusCode::MOVED_PERMANENTLY, "text/plain; charset=utf-8", Bytes::new(), seq);
        page.with_header(LOCATION, location)
    }

    /// The page with one more dependency.
    pub fn on(mut self, dep: Dep) -> Rendered {
        self.deps.push(dep);
        self
    }

    /// The page with more dependencies.
    pub fn on_all(mut self, deps: impl IntoIterator<Item = Dep>) -> Rendered {
        self.deps.extend(deps);
        self
    }

    /// The page with one more header.
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Rendered {
        self.headers.push((name, value));
        self
    }

    /// The page, reading differently from `instant` on; the earlier of two holds.
    pub fn until(mut self, instant: Timestamp) -> Rendered {
        self.until = Some(self.until.map_or(instant, |already| already.min(instant)));
        self
    }
}

/// Whether answers carry the names of what they depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tags {
    /// In `Surrogate-Key` and `Cache-Tag`, for a cache in front that is told what to purge.
    Sent,
    /// Not at all: nobody in front would use them.
    Omitted,
}

/// A page in memory.
///
/// Its entity tag is weak: a hash of status, headers and plain body, one for all encodings. A strong tag would have
/// to differ between encodings and again when Brotli 11 takes the place of Brotli 5, so that a reader whose copy is
/// still right would be sent it anew; and what only strong tags allow, ranges, pages do not offer.
#[derive(Debug)]
pub(crate) struct Page {
    pub key: PageKey,
    pub status: StatusCode,
    pub standing: Standing,
    until: Option<Timestamp>,
    opaque: Box<str>,
    plain: Finished,
    unchanged: HeaderMap,
    compressible: bool,
    gzip: OnceCell<Finished>,
    brotli: OnceCell<Finished>,
    best: OnceLock<Finished>,
    brotli_hits: AtomicU32,
}

/// Headers and body of one encoding. Both are shared: an answer copies references.
#[derive(Debug)]
struct Finished {
    headers: HeaderMap,
    body: Bytes,
}

impl Page {
    pub(crate) fn finish(key: PageKey, rendered: Rendered, era: u64, tags: Tags) -> Page {
        let opaque = opaque_tag(&rendered);
        let compressible = compress::is_worth_it(&rendered.content_type, rendered.body.len());
        let headers = headers(&rendered, &opaque, compressible, tags);
        // What a 304 repeats (RFC 9110 §15.4.5); the reader's copy has the rest, and the tag covers it.
        let unchanged = headers
            .iter()
            .filter(|(name, _)| [CACHE_CONTROL, ETAG, VARY, DATELINE_LOG].contains(name))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        Page {
            key,
            status: rendered.status,
            standing: Standing::new(rendered.seq, era, &rendered.deps),
            until: rendered.until,
            opaque,
            plain: Finished::new(headers, rendered.body, Encoding::Identity),
            unchanged,
            compressible,
            gzip: OnceCell::new(),
            brotli: OnceCell::new(),
            best: OnceLock::new(),
            brotli_hits: AtomicU32::new(0),
        }
    }

    /// Whether time alone has made the page another.
    pub(crate) fn is_over(&self, now: impl FnOnce() -> Timestamp) -> bool {
        self.until.is_some_and(|until| now() >= until)
    }

    /// Bytes the page takes up, what is about it included.
    pub(crate) fn weight(&self) -> u32 {
        const ABOUT: usize = 1_500;
        let compressed = [self.gzip.get(), self.brotli.get(), self.best.get()];
        let bodies: usize = compressed.into_iter().flatten().map(|finished| finished.body.len() + 600).sum();
        let own = self.plain.body.len() + self.key.as_str().len() + self.standing.deps.len() * 8;
        u32::try_from(ABOUT + own + bodies).unwrap_or(u32::MAX)
    }

    /// The answer to `ask`, if the encoding it takes has been made.
    pub(crate) fn ready(&self, ask: &Ask<'_>) -> Option<Response<Body>> {
        if self.is_held_by(ask) {
            let mut answer = Response::new(Body::default());
            *answer.status_mut() = StatusCode::NOT_MODIFIED;
            answer.headers_mut().clone_from(&self.unchanged);
            return Some(answer);
        }
        let finished = self.made(ask.encoding)?;
        let mut answer = Response::new(match ask.want {
            Want::Body => Body::new(finished.body.clone()),
            Want::Head => Body::default(),
        });
        *answer.status_mut() = self.status;
        *answer.headers_mut() = finished.headers.clone();
        Some(answer)
    }

    /// The answer to `ask`, compressing the body first where nobody has asked for that encoding yet.
    pub(crate) async fn answer(&self, ask: &Ask<'_>) -> Response<Body> {
        if let Some(answer) = self.ready(ask) {
            return answer;
        }
        self.compress(ask.encoding).await;
        self.ready(ask).expect("an encoding that was just made is there")
    }

    /// Makes one encoding, once however many ask. Tells whether the page grew.
    pub(crate) async fn compress(&self, encoding: Encoding) -> bool {
        let cell = match encoding {
            Encoding::Brotli if self.compressible => &self.brotli,
            Encoding::Gzip if self.compressible => &self.gzip,
            _ => return false,
        };
        if cell.initialized() {
            return false;
        }
        let plain = self.plain.body.clone();
        cell.get_or_init(|| async {
            let body = compress::at_once(plain, encoding).await;
            self.finished(body, encoding)
        })
        .await;
        true
    }

    /// Makes the Brotli body as small as it gets; takes tens of milliseconds and is meant for a thread of its own.
    pub(crate) fn polish(&self) {
        self.best.get_or_init(|| {
            self.finished(compress::brotli(&self.plain.body, compress::BEST), Encoding::Brotli)
        });
    }

    /// Counts a Brotli answer; true for the one that makes the page worth polishing.
    pub(crate) fn count_towards(&self, polish_after: u32) -> bool {
        // Counting stops where it has told: a hot page then writes no shared memory for it.
        self.brotli_hits.load(Ordering::Relaxed) < polish_after
            && self.compressible
            && self.brotli_hits.fetch_add(1, Ordering::Relaxed) + 1 == polish_after
    }

    /// A compressed body that did not get smaller goes out plain.
    fn finished(&self, body: Bytes, encoding: Encoding) -> Finished {
        let mut headers = self.plain.headers.clone();
        headers.remove(CONTENT_LENGTH);
        if body.len() < self.plain.body.len() {
            return Finished::new(headers, body, encoding);
        }
        Finished::new(headers, self.plain.body.clone(), Encoding::Identity)
    }

    fn made(&self, encoding: Encoding) -> Option<&Finished> {
        match encoding {
            Encoding::Brotli if self.compressible => self.best.get().or_else(|| self.brotli.get()),
            Encoding::Gzip if self.compressible => self.gzip.get(),
            _ => Some(&self.plain),
        }
    }

    /// A condition means nothing where the answer is not the page itself (RFC 9110 §13.2.1).
    fn is_held_by(&self, ask: &Ask<'_>) -> bool {
        self.status == StatusCode::OK && ask.has(&self.opaque)
    }
}

impl Finished {
    fn new(mut headers: HeaderMap, body: Bytes, encoding: Encoding) -> Finished {
        headers.insert(CONTENT_LENGTH, HeaderValue::from(body.len()));
        if let Some(token) = encoding.token() {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(token));
        }
        Finished { headers, body }
    }
}

fn headers(rendered: &Rendered, opaque: &str, compressible: bool, tags: Tags) -> HeaderMap {
    let mut headers = HeaderMap::with_capacity(rendered.headers.len() + 9);
    headers.insert(CONTENT_TYPE, rendered.content_type.clone());
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    headers.insert(DATELINE_LOG, HeaderValue::from(rendered.seq));
    for (name, value) in &rendered.headers {
        match *name {
            CACHE_CONTROL => headers.insert(CACHE_CONTROL, value.clone()).is_some(),
            _ => headers.append(name, value.clone()),
        };
    }
    if compressible {
        headers.append(VARY, HeaderValue::from_static("Accept-Encoding"));
    }
    headers.insert(ETAG, shared(format!("W/\"{opaque}\"")));
    if tags == Tags::Sent {
        let (spaced, listed) = tag_lists(&rendered.deps);
        headers.insert(SURROGATE_KEY, shared(spaced));
        headers.insert(CACHE_TAG, shared(listed));
    }
    headers
}

/// [`ALL`] and the names of `deps`, with spaces and with commas between; [`MANY`] where a header could not hold them.
fn tag_lists(deps: &[Dep]) -> (String, String) {
    let mut names: Vec<&str> = std::iter::once(ALL).chain(deps.iter().map(Dep::as_str)).collect();
    if names.iter().map(|name| name.len() + 1).sum::<usize>() > LONGEST_TAGS {
        names = vec![ALL, MANY];
    }
    (names.join(" "), names.join(","))
}

fn opaque_tag(rendered: &Rendered) -> Box<str> {
    let mut hash = Sha256::new();
    hash.update(rendered.status.as_u16().to_be_bytes());
    hash.update(rendered.content_type.as_bytes());
    for (name, value) in &rendered.headers {
        hash.update([0]);
        hash.update(name.as_str());
        hash.update([0]);
        hash.update(value.as_bytes());
    }
    hash.update([0, 0]);
    hash.update(&rendered.body);
    URL_SAFE_NO_PAD.encode(&hash.finalize()[..12]).into()
}

fn shared(text: String) -> HeaderValue {
    HeaderValue::from_maybe_shared(Bytes::from(text)).expect("tags and names are visible ASCII")
}
