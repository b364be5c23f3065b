//! Scripts of the public site, under addresses made of what they say, so that they can be kept for ever.

use std::collections::HashMap;
use std::sync::LazyLock;

use bytes::Bytes;
use http::header::{CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use parking_lot::Mutex;
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use crate::page_cache::{self, Body, Encoding};

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

/// Scripts in each form they went out in, made at the first request for it.
static PACKED: LazyLock<Mutex<HashMap<(String, &'static str), Bytes>>> = LazyLock::new(Mutex::default);

/// The answer for `/assets/{hash}/{name}`; `None` where there is no such file.
pub(super) fn answer(path: &str, request: &HeaderMap) -> Option<Response<Body>> {
    let (hash, name) = path.strip_prefix("/assets/")?.split_once('/')?;
    let file = Scripts::get(name).filter(|_| hash == *HASH)?;
    let encoding = Encoding::accepted(request);
    let mut answer = Response::new(Body::from(packed(name, &file.data, encoding)));
    *answer.status_mut() = StatusCode::OK;
    let headers = answer.headers_mut();
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    headers.extend(encoding.token().map(|token| (CONTENT_ENCODING, HeaderValue::from_static(token))));
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    Some(answer)
}

fn packed(name: &str, plain: &[u8], encoding: Encoding) -> Bytes {
    let Some(token) = encoding.token() else { return Bytes::copy_from_slice(plain) };
    let mut kept = PACKED.lock();
    kept.entry((name.to_owned(), token)).or_insert_with(|| page_cache::packed(plain, encoding)).clone()
}

/// Every script with its address and text, for a mirror of the site.
pub fn scripts() -> Vec<(String, Vec<u8>)> {
    let files =
        Scripts::iter().filter_map(|name| Some((asset_path(&name), Scripts::get(&name)?.data.into_owned())));
    files.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What opening the report dialog loads, all of it.
    const DIALOG: [&str; 3] = ["report-dialog.js", "form-dialog.js", "proof-of-work.js"];
    /// What a story page loads at once.
    const STORY: [&str; 4] =
        ["story-page.js", "copy-with-link.js", "report-selection.js", "feedback-link.js"];

    fn weight(names: &[&str]) -> usize {
        let plain = |name: &&str| Scripts::get(name).unwrap_or_else(|| panic!("no {name}")).data;
        names.iter().map(|name| page_cache::packed(&plain(name), Encoding::Brotli).len()).sum()
    }

    #[test]
    fn the_report_dialog_is_at_most_three_kilobytes() {
        let (dialog, story) = (weight(&DIALOG), weight(&STORY));
        assert!(dialog <= 3_072, "{dialog} bytes in Brotli");
        assert!(story + dialog <= 6_144, "{} bytes in Brotli for a story and its dialog", story + dialog);
    }

    #[test]
    fn scripts_go_out_in_the_form_that_is_asked_for() {
        let ask = |encoding: &'static str| {
            let mut request = HeaderMap::new();
            request.insert("accept-encoding", HeaderValue::from_static(encoding));
            answer(&asset_path("form-dialog.js"), &request).unwrap()
        };
        assert_eq!(ask("br").headers()[CONTENT_ENCODING], "br");
        assert_eq!(ask("gzip").headers()[CONTENT_ENCODING], "gzip");
        assert!(ask("identity").headers().get(CONTENT_ENCODING).is_none());
        assert!(answer("/assets/0/form-dialog.js", &HeaderMap::new()).is_none());
    }
}
