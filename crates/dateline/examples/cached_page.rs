//! Serves one page from memory, to be measured with `wrk` beside another server:
//!
//! ```sh
//! cargo run --release --example cached_page -- 127.0.0.1:8090 2
//! wrk -t2 -c64 -d5 -H 'Accept-Encoding: gzip' http://127.0.0.1:8090/
//! ```
//!
//! The first argument is where to listen, the second how many threads hold connections. The body is random enough
//! that its gzip form is about 8 KiB, the size of a story. Stopped by Ctrl+C, it prints what the cache counted.

use std::net::SocketAddr;

use axum::Router;
use axum::routing::get;
use dateline::clock::Clock;
use dateline::page_cache::{Ask, CacheSettings, Dep, PageCache, PageKey, Rendered};
use dateline::site::server::{Door, ServerSettings, serve};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let address = arguments.next().unwrap_or_else(|| "127.0.0.1:8090".to_owned());
    let mut settings = ServerSettings::default();
    if let Some(threads) = arguments.next().and_then(|count| count.parse().ok()) {
        settings.threads = threads;
    }
    let cache = PageCache::new(CacheSettings::default(), Clock::System, 1);
    let router = Router::new().route("/", get(page)).with_state(cache.clone());
    let door =
        Door::plain(TcpListener::bind(address.parse::<SocketAddr>().map_err(std::io::Error::other)?).await?);
    println!("http://{}/", door.address()?);
    let stop = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    serve(Some(cache.clone()), router, vec![door], settings, stop).await?;
    println!("{:?}", cache.counts());
    Ok(())
}

async fn page(
    axum::extract::State(cache): axum::extract::State<PageCache>,
    method: Method,
    headers: HeaderMap,
) -> http::Response<dateline::page_cache::Body> {
    let render = async || Ok(story());
    cache.serve(&PageKey::from_path("/", None, &[]), Ask::of(&method, &headers), render).await
}

/// A page with the headers a story page has.
fn story() -> Rendered {
    let words = (0..2_200_u32).map(|n| n.wrapping_mul(2_654_435_761).rotate_left(7) % 50_000);
    let text: String = words.map(|word| format!("{word} ")).collect();
    let csp =
        "default-src 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self'";
    let mut page =
        Rendered::html(format!("<!doctype html><p>{text}</p>"), 1).on(Dep::story(1)).on(Dep::front("en"));
    for (name, value) in [
        ("content-security-policy", csp),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "strict-origin-when-cross-origin"),
    ] {
        page = page.with_header(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    page
}
