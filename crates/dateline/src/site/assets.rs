//! Scripts of the public site, under addresses made of what they say, so that they can be kept for ever.

use std::sync::LazyLock;

use http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderValue, Response, StatusCode};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::page_cache::Body;

#[derive(RustEmbed)]
#[folder = "web/site/"]
#[include = "*.js"]
struct Scripts;

/// One hash for all of them: they name each other by their plain names.
static HASH: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    let mut names: Vec<_> = Scripts::iter().collect();
    names.sort();
    for name in names {
        hash.update(name.as_bytes());
        if let Some(file) = Scripts::get(&name) {
            hash.update(&file.data);
        }
    }
    hex::encode(&hash.finalize()[..6])
});

/// The address of a script.
pub fn asset_path(name: &str) -> String {
    format!("/assets/{}/{name}", *HASH)
}

/// The answer for `/assets/{hash}/{name}`; `None` where there is no such file.
pub(super) fn answer(path: &str) -> Option<Response<Body>> {
    let (hash, name) = path.strip_prefix("/assets/")?.split_once('/')?;
    let file = Scripts::get(name).filter(|_| hash == *HASH)?;
    let mut answer = Response::new(Body::from(file.data.into_owned()));
    *answer.status_mut() = StatusCode::OK;
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    Some(answer)
}

/// Every script with its address and text, for a mirror of the site.
pub fn scripts() -> Vec<(String, Vec<u8>)> {
    let files =
        Scripts::iter().filter_map(|name| Some((asset_path(&name), Scripts::get(&name)?.data.into_owned())));
    files.collect()
}
