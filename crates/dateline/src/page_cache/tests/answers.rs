//! What one request gets.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};
use std::time::Duration;

use bytes::Bytes;
use http::header::*;
use http::{HeaderMap, Method, Response, StatusCode, Uri};
use http_body_util::BodyExt;
use tokio::sync::Notify;

use crate::clock::Clock;
use crate::page_cache::*;

fn cache() -> PageCache {
    PageCache::new(CacheSettings::default(), Clock::System, 0)
}

fn key(path: &str) -> PageKey {
    PageKey::from_path(path, None, &[])
}

fn headers(list: &[(HeaderName, &str)]) -> HeaderMap {
    list.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect()
}

fn long_html(word: &str) -> String {
    format!("<p>{}</p>", format!("{word} ").repeat(400))
}

async fn body(answer: Response<Body>) -> Bytes {
    answer.into_body().collect().await.unwrap().to_bytes()
}

async fn words(answer: Response<Body>) -> String {
    String::from_utf8(body(answer).await.to_vec()).unwrap()
}

fn unpacked(bytes: &[u8], encoding: Option<&HeaderValue>) -> Vec<u8> {
    let mut out = Vec::new();
    match encoding.map(|name| name.to_str().unwrap()) {
        Some("br") => brotli::BrotliDecompress(&mut &bytes[..], &mut out).unwrap(),
        Some("gzip") => {
            std::io::copy(&mut flate2::read::GzDecoder::new(bytes), &mut out).unwrap();
        }
        _ => out.extend_from_slice(bytes),
    }
    out
}

/// Renders `html` at position `seq` for story 1, counting.
async fn ask(cache: &PageCache, ask: Ask<'_>, html: &str, seq: u64) -> Response<Body> {
    let render = || {
        let page = Rendered::html(html.to_owned(), seq).on(Dep::story(1));
        async { Ok(page) }
    };
    cache.serve(&key("/en/a-1"), ask, render).await
}

async fn fails() -> Result<Rendered, RenderError> {
    Err(RenderError::new("the template is broken"))
}

#[tokio::test]
async fn a_page_goes_out_in_the_encoding_asked_for_with_one_tag() {
    let cache = cache();
    let html = long_html("text");
    let mut tags = Vec::new();
    for accept in ["br", "gzip", "identity", "br;q=0.5, gzip"] {
        let asked = headers(&[(ACCEPT_ENCODING, accept)]);
        let answer = ask(&cache, Ask::of(&Method::GET, &asked), &html, 3).await;
        assert_eq!(answer.headers()[VARY], "Accept-Encoding");
        assert_eq!(answer.headers()[CACHE_CONTROL], "public, no-cache");
        assert_eq!(answer.headers()[DATELINE_LOG], "3");
        assert!(answer.headers().get("surrogate-key").is_none());
        let (encoding, length) =
            (answer.headers().get(CONTENT_ENCODING).cloned(), answer.headers()[CONTENT_LENGTH].clone());
        assert_eq!(encoding.is_none(), accept == "identity");
        tags.push(answer.headers()[ETAG].clone());
        let bytes = body(answer).await;
        assert_eq!(length, bytes.len().to_string());
        assert_eq!(unpacked(&bytes, encoding.as_ref()), html.as_bytes());
    }
    tags.dedup();
    assert_eq!(tags.len(), 1);
    assert_eq!(cache.counts().renderings, 1);
}

#[tokio::test]
async fn a_copy_that_is_still_right_is_not_sent_again() {
    let cache = cache();
    let first = ask(&cache, Ask::plain(), "<p>one</p>", 3).await;
    let tag = first.headers()[ETAG].to_str().unwrap().to_owned();
    let asked = headers(&[(IF_NONE_MATCH, &tag), (ACCEPT_ENCODING, "br")]);
    let again = ask(&cache, Ask::of(&Method::GET, &asked), "<p>one</p>", 3).await;
    assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
    assert_eq!(again.headers()[ETAG], tag);
    assert!(again.headers().get(CONTENT_LENGTH).is_none());
    cache.note(&[Dep::story(1)], 4);
    let same = ask(&cache, Ask::of(&Method::GET, &asked), "<p>one</p>", 4).await;
    assert_eq!(
        (same.status(), &same.headers()[DATELINE_LOG]),
        (StatusCode::NOT_MODIFIED, &"4".parse().unwrap())
    );
    cache.note(&[Dep::story(1)], 5);
    let other = ask(&cache, Ask::of(&Method::GET, &asked), "<p>two</p>", 5).await;
    assert_eq!(other.status(), StatusCode::OK);
}

#[tokio::test]
async fn head_has_the_headers_of_get() {
    let cache = cache();
    let html = long_html("text");
    let none = HeaderMap::new();
    let get = ask(&cache, Ask::plain(), &html, 3).await;
    let head = ask(&cache, Ask::of(&Method::HEAD, &none), &html, 3).await;
    assert_eq!(head.headers(), get.headers());
    assert!(body(head).await.is_empty());
}

#[tokio::test]
async fn what_is_not_there_has_no_conditions() {
    let cache = cache();
    let render = || async { Ok(Rendered::new(StatusCode::GONE, "text/html", "gone", 1)) };
    let any = headers(&[(IF_NONE_MATCH, "*")]);
    let answer = cache.serve(&key("/en/a-1"), Ask::of(&Method::GET, &any), render).await;
    assert_eq!(answer.status(), StatusCode::GONE);
}

#[tokio::test]
async fn the_layer_before_the_router_answers_only_fresh_plain_addresses() {
    let cache = cache();
    let hit = |address: &str, method: Method| {
        let uri: Uri = address.parse().unwrap();
        cache.hit(&method, &uri, &HeaderMap::new()).map(|answer| answer.status())
    };
    assert_eq!(hit("/en/a-1", Method::GET), None);
    ask(&cache, Ask::plain(), "one", 1).await;
    assert_eq!(hit("/en/a-1", Method::GET), Some(StatusCode::OK));
    assert_eq!(hit("http://host/en/a-1", Method::HEAD), Some(StatusCode::OK));
    assert_eq!(hit("/en/a-1", Method::POST), None);
    assert_eq!(hit("/en/a-1?x=1", Method::GET), None);
    cache.note(&[Dep::story(1)], 2);
    assert_eq!(hit("/en/a-1", Method::GET), None);
}

#[tokio::test]
async fn names_go_out_where_a_cache_in_front_is_told_what_to_purge() {
    let cache =
        PageCache::new(CacheSettings { tags: Tags::Sent, ..CacheSettings::default() }, Clock::System, 9);
    let deps: Vec<Dep> = (1..=2).map(Dep::story).collect();
    let render = |deps: Vec<Dep>| {
        move || {
            let page = Rendered::html("x", 9).on_all(deps.clone());
            async { Ok(page) }
        }
    };
    let answer = cache.serve(&key("/en"), Ask::plain(), render(deps)).await;
    assert_eq!(answer.headers()["surrogate-key"], "all story:1 story:2");
    assert_eq!(answer.headers()["cache-tag"], "all,story:1,story:2");
    let many = (0..5_000).map(Dep::story).collect();
    let answer = cache.serve(&key("/az"), Ask::plain(), render(many)).await;
    assert_eq!(answer.headers()["surrogate-key"], "all many");
}

#[tokio::test]
async fn time_alone_makes_a_page_stale() {
    let clock = Clock::fixed("2026-06-01T00:00:00Z".parse().unwrap());
    let cache = PageCache::new(CacheSettings::default(), clock.clone(), 0);
    let (until, seen) = (clock.now() + jiff::SignedDuration::from_secs(60), clock.clone());
    let render = || {
        let page = Rendered::html(seen.now().to_string(), 0).until(until);
        async { Ok(page) }
    };
    let address = key("/news-sitemap.xml");
    let at = |seconds: i64| {
        clock.advance(seconds);
        cache.serve(&address, Ask::plain(), render)
    };
    let first = words(at(0).await).await;
    assert_eq!(words(at(59).await).await, first);
    assert_ne!(words(at(1).await).await, first);
}

#[tokio::test]
async fn the_last_good_page_stands_in_until_something_in_it_is_withdrawn() {
    let cache = cache();
    ask(&cache, Ask::plain(), "good", 1).await;
    cache.note(&[Dep::story(1)], 2);
    let answer = cache.serve(&key("/en/a-1"), Ask::plain(), fails).await;
    assert_eq!((answer.status(), words(answer).await.as_str()), (StatusCode::OK, "good"));
    cache.note_withdrawn(&[Dep::story(1), Dep::front("en")], 3);
    let answer = cache.serve(&key("/en/a-1"), Ask::plain(), fails).await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    let gone = || async {
        let plain = PlainPage { status: StatusCode::GONE, ..PlainPage::default() };
        Err(RenderError::new("the template is broken").saying(plain))
    };
    let answer = cache.serve(&key("/en/a-1"), Ask::plain(), gone).await;
    assert_eq!(
        (answer.status(), &answer.headers()[CACHE_CONTROL]),
        (StatusCode::GONE, &"no-store".parse().unwrap())
    );
    let healed = ask(&cache, Ask::plain(), "withdrawn", 3).await;
    assert_eq!(words(healed).await, "withdrawn");
}

#[tokio::test]
async fn a_broken_theme_leaves_the_pages_that_were_good() {
    let cache = cache();
    ask(&cache, Ask::plain(), "good", 1).await;
    cache.turn_over();
    let answer = cache.serve(&key("/en/a-1"), Ask::plain(), fails).await;
    assert_eq!(words(answer).await, "good");
    assert_eq!(words(ask(&cache, Ask::plain(), "mended", 1).await).await, "mended");
}

#[tokio::test]
async fn a_panic_in_rendering_is_a_failure_like_any_other() {
    let cache = cache();
    let render = || async { panic!("a broken invariant, made for this test") };
    let answer = cache.serve(&key("/en"), Ask::plain(), render).await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    let answer = cache.serve(&key("/en"), Ask::plain(), || async { Ok(Rendered::html("well", 1)) }).await;
    assert_eq!(answer.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_rendering_that_does_not_end_has_failed() {
    let settings = CacheSettings { render_limit: Duration::ZERO, ..CacheSettings::default() };
    let cache = PageCache::new(settings, Clock::System, 0);
    let answer = cache.serve(&key("/en"), Ask::plain(), std::future::pending).await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
}

#[tokio::test]
async fn one_rendering_serves_everyone_who_waits_and_outlives_them() {
    let cache = cache();
    let (gate, begun) = (Arc::new(Notify::new()), Arc::new(AtomicU64::new(0)));
    let waiting: Vec<_> = (0..50)
        .map(|_| {
            let (cache, gate, begun) = (cache.clone(), gate.clone(), begun.clone());
            tokio::spawn(async move {
                let render = || {
                    let (gate, begun) = (gate.clone(), begun.clone());
                    async move {
                        begun.fetch_add(1, SeqCst);
                        gate.notified().await;
                        Ok(Rendered::html("once", 1))
                    }
                };
                words(cache.serve(&key("/en"), Ask::plain(), render).await).await
            })
        })
        .collect();
    while begun.load(SeqCst) == 0 {
        tokio::task::yield_now().await;
    }
    // The one who began it goes away.
    waiting[0].abort();
    gate.notify_one();
    for (n, waiter) in waiting.into_iter().enumerate() {
        if n > 0 {
            assert_eq!(waiter.await.unwrap(), "once");
        }
    }
    assert_eq!(begun.load(SeqCst), 1);
}

#[tokio::test]
async fn a_request_after_an_act_is_not_shown_a_rendering_from_before_it() {
    let cache = cache();
    let gate = Arc::new(Notify::new());
    let slow = {
        let (cache, gate) = (cache.clone(), gate.clone());
        tokio::spawn(async move {
            let render = || {
                let gate = gate.clone();
                async move {
                    gate.notified().await;
                    Ok(Rendered::html("before", 1).on(Dep::story(1)))
                }
            };
            words(cache.serve(&key("/en/a-1"), Ask::plain(), render).await).await
        })
    };
    while cache.counts().renderings == 0 {
        tokio::task::yield_now().await;
    }
    cache.note(&[Dep::story(1)], 2);
    let late = {
        let cache = cache.clone();
        tokio::spawn(async move { words(ask(&cache, Ask::plain(), "after", 2).await).await })
    };
    tokio::task::yield_now().await;
    gate.notify_one();
    assert_eq!(slow.await.unwrap(), "before");
    assert_eq!(late.await.unwrap(), "after");
}

#[tokio::test]
async fn invented_addresses_cost_no_page_its_place() {
    let settings = CacheSettings { pages_bytes: 200_000, strays_bytes: 20_000, ..CacheSettings::default() };
    let cache = PageCache::new(settings, Clock::System, 0);
    let front = || async { Ok(Rendered::html("front", 0)) };
    for _ in 0..10 {
        cache.serve(&key("/en"), Ask::plain(), front).await;
    }
    for n in 0..2_000 {
        let missing = || async { Ok(Rendered::new(StatusCode::NOT_FOUND, "text/html", "none", 0)) };
        cache.serve(&key(&format!("/en/{n}")), Ask::plain(), missing).await;
        let older = || async { Ok(Rendered::html("older", 0)) };
        cache.serve(&key(&format!("/en/politics?before={n}")), Ask::plain(), older).await;
        cache
            .hit(&Method::GET, &Uri::from_static("/en"), &HeaderMap::new())
            .expect("the front stays in memory");
    }
    cache.0.shelves.tidy();
    assert!(cache.counts().bytes <= 220_000, "{:?}", cache.counts());
}

#[tokio::test]
async fn an_address_that_comes_to_be_is_no_longer_missing() {
    let cache = cache();
    let missing =
        || async { Ok(Rendered::new(StatusCode::NOT_FOUND, "text/html", "none", 1).on(Dep::story(1))) };
    let answer = cache.serve(&key("/en/a-1"), Ask::plain(), missing).await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    cache.note(&[Dep::story(1)], 2);
    assert_eq!(ask(&cache, Ask::plain(), "there", 2).await.status(), StatusCode::OK);
    let hit = cache.hit(&Method::GET, &Uri::from_static("/en/a-1"), &HeaderMap::new()).unwrap();
    assert_eq!(words(hit).await, "there");
}

#[tokio::test]
async fn a_page_asked_for_often_gets_smaller() {
    let cache =
        PageCache::new(CacheSettings { polish_after: 3, ..CacheSettings::default() }, Clock::System, 1);
    let html: String =
        (0..3_000).map(|n: u32| format!("<p>{}</p>", n.wrapping_mul(2_654_435_761) % 9_973)).collect();
    let brotli = headers(&[(ACCEPT_ENCODING, "br")]);
    let first = body(ask(&cache, Ask::of(&Method::GET, &brotli), &html, 1).await).await;
    loop {
        let answer = ask(&cache, Ask::of(&Method::GET, &brotli), &html, 1).await;
        let encoding = answer.headers().get(CONTENT_ENCODING).cloned();
        let bytes = body(answer).await;
        assert_eq!(unpacked(&bytes, encoding.as_ref()), html.as_bytes());
        if bytes.len() < first.len() {
            break;
        }
        tokio::task::yield_now().await;
    }
}
