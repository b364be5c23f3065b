//! From requests to pages, through the page cache.

use axum::Router;
use axum::body::Body as AnyBody;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT_LANGUAGE, ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION, VARY};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri};

use super::{PageRequest, Site, assets, home, old_address};
use crate::page_cache::{Ask, PageCache, PageKey};

/// The pages' routes: everything that nothing else answers.
pub fn router(site: Site, cache: PageCache) -> Router {
    let any = async |State((site, cache)): State<(Site, PageCache)>, request: Request<AnyBody>| {
        page(&site, &cache, request.into_parts().0).await
    };
    Router::new().fallback(any).with_state((site, cache))
}

/// The page of an address.
pub(super) async fn page(site: &Site, cache: &PageCache, parts: Parts) -> Response {
    if !matches!(parts.method, Method::GET | Method::HEAD) {
        let allowed = [(ALLOW, HeaderValue::from_static("GET, HEAD"))];
        return (StatusCode::METHOD_NOT_ALLOWED, allowed).into_response();
    }
    let path = parts.uri.path();
    if path == "/" {
        return match site.moved_from(&parts.uri, &parts.headers).await {
            Some(answer) => answer,
            None => home_answer(site, &parts.headers).await,
        };
    }
    if let Some(answer) = assets::answer(path, &parts.headers) {
        return answer.map(AnyBody::new);
    }
    let request = PageRequest::of(&parts.uri);
    let ask = Ask::of(&parts.method, &parts.headers);
    let answer = cache
        .serve(&request.key(), ask, || {
            let (site, request) = (site.clone(), request.clone());
            async move { site.render(&request).await }
        })
        .await;
    if answer.status() == StatusCode::NOT_FOUND
        && let Some(moved) = site.moved_from(&parts.uri, &parts.headers).await
    {
        return moved;
    }
    answer.map(AnyBody::new)
}

impl PageRequest {
    /// What of an address decides which page it gets.
    pub fn of(uri: &Uri) -> PageRequest {
        let pages = super::address::read(uri.path()).1.takes_cursor();
        let before = uri.query().filter(|_| pages).and_then(|query| {
            let mut named = query.split('&').filter_map(|pair| pair.split_once('='));
            named.find(|(name, value)| *name == "before" && !value.is_empty()).map(|(_, value)| value)
        });
        PageRequest { path: uri.path().to_owned(), before: before.map(str::to_owned) }
    }

    /// What the page of this request is kept under.
    pub fn key(&self) -> PageKey {
        let before = self.before.as_ref().map(|before| format!("before={before}"));
        PageKey::from_path(&self.path, before.as_deref(), &["before"])
    }
}

impl Site {
    /// The redirect for an address of the past that only its host or query tells from others.
    async fn moved_from(&self, uri: &Uri, headers: &HeaderMap) -> Option<Response> {
        let host = uri.authority().map(|host| host.as_str());
        let host = host.or_else(|| headers.get(HOST).and_then(|host| host.to_str().ok()));
        let host = host.and_then(|host| self.foreign(host));
        if host.is_none() && uri.query().is_none() {
            return None;
        }
        let found = old_address::find_elsewhere(self, host.as_deref(), uri.path(), uri.query()).await;
        let target = found
            .inspect_err(|error| tracing::warn!(%error, "looking for an address of the past"))
            .ok()
            .flatten()?;
        let location = HeaderValue::from_str(&target).ok()?;
        let kept = HeaderValue::from_static("public, no-cache");
        Some((StatusCode::MOVED_PERMANENTLY, [(LOCATION, location), (CACHE_CONTROL, kept)]).into_response())
    }

    /// A host that is not the agency's own, without its port, in small letters.
    fn foreign(&self, host: &str) -> Option<String> {
        let agency = self.agency.newest()?;
        let name = |host: &str| host.rsplit_once(':').map_or(host, |(name, _)| name).to_ascii_lowercase();
        let own = agency.origin.split_once("://").map_or("", |(_, own)| own);
        Some(name(host)).filter(|host| *host != name(own) && host.len() <= 255)
    }

    /// The edition for a reader's languages.
    async fn home(&self, headers: &HeaderMap) -> Option<String> {
        let agency = match self.agency.newest() {
            Some(agency) => agency,
            None => {
                let mut snapshot = self.db.snapshot().await.ok()?;
                self.agency.current(&mut snapshot.conn()).await.ok()?
            }
        };
        let wanted: Vec<&str> =
            headers.get_all(ACCEPT_LANGUAGE).iter().filter_map(|value| value.to_str().ok()).collect();
        home::edition(&agency, &wanted.join(",")).map(|language| format!("/{language}"))
    }
}

/// `/`, which depends on the reader and is therefore never a page in memory.
async fn home_answer(site: &Site, headers: &HeaderMap) -> Response {
    let Some(front) = site.home(headers).await else {
        let plain = crate::page_cache::PlainPage::default();
        return plain.answer(&Ask::of(&Method::GET, headers)).map(AnyBody::new);
    };
    let location = HeaderValue::from_str(&front).unwrap_or(HeaderValue::from_static("/"));
    let answer = [
        (LOCATION, location),
        (VARY, HeaderValue::from_static("Accept-Language")),
        (CACHE_CONTROL, HeaderValue::from_static("public, no-cache")),
        (CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8")),
    ];
    (StatusCode::FOUND, answer).into_response()
}
