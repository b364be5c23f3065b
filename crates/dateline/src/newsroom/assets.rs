//! Styles and scripts of the newsroom, under addresses made of what they say, so that they can be kept for ever.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderValue, StatusCode};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "web/newsroom/"]
#[include = "*.js"]
#[include = "*.css"]
#[exclude = "dist/*"]
#[exclude = "editor/*"]
#[exclude = "node_modules/*"]
struct Modules;

/// The editor, built by `npm run build`; a source archive carries it.
#[derive(RustEmbed)]
#[folder = "web/newsroom/dist/"]
#[include = "*.js"]
#[include = "*.css"]
struct Bundle;

/// The style sheet of every page, put together from these in their order.
pub(super) const SHEET: &str = "newsroom.css";
const SHEETS: [&str; 7] = [
    "style/frame.css",
    "style/story.css",
    "style/acts.css",
    "style/board.css",
    "style/people.css",
    "style/settings.css",
    "style/readers.css",
];

/// One hash for all of them: they name each other by their plain names.
static HASH: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    let mut add = |names: Vec<std::borrow::Cow<'static, str>>,
                   get: fn(&str) -> Option<rust_embed::EmbeddedFile>| {
        let mut names = names;
        names.sort();
        for name in names {
            hash.update(name.as_bytes());
            if let Some(file) = get(&name) {
                hash.update(&file.data);
            }
        }
    };
    add(Modules::iter().collect(), Modules::get);
    add(Bundle::iter().collect(), Bundle::get);
    hex::encode(&hash.finalize()[..6])
});

/// The address of a file.
pub(super) fn path(name: &str) -> String {
    format!("/newsroom/assets/{}/{name}", *HASH)
}

/// The address of a file of the editor's bundle; `None` where the bundle was not built.
pub(super) fn bundled(name: &str) -> Option<String> {
    Bundle::get(name).map(|_| path(name))
}

/// `GET /newsroom/assets/{hash}/{name}`: open to everybody, since the page to sign in is.
pub(super) async fn answer(Path((hash, name)): Path<(String, String)>) -> Response {
    let Some(file) = file(&name).filter(|_| hash == *HASH) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kind =
        if name.ends_with(".css") { "text/css; charset=utf-8" } else { "text/javascript; charset=utf-8" };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(kind)),
        (CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable")),
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    (headers, file).into_response()
}

fn file(name: &str) -> Option<Vec<u8>> {
    if name == SHEET {
        return Some(
            SHEETS
                .iter()
                .filter_map(|part| Modules::get(part))
                .flat_map(|part| part.data.into_owned())
                .collect(),
        );
    }
    Bundle::get(name).or_else(|| Modules::get(name)).map(|file| file.data.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_is_a_part_of_the_one_that_pages_name() {
        let mut parts: Vec<_> = Modules::iter().filter(|name| name.starts_with("style/")).collect();
        parts.sort();
        let mut named = SHEETS;
        named.sort_unstable();
        assert_eq!(parts, named);
        let sheet = String::from_utf8(file(SHEET).unwrap()).unwrap();
        assert!(sheet.find("@layer reset, ").unwrap() < sheet.find("@layer pages {").unwrap());
        assert_eq!(sheet.matches('{').count(), sheet.matches('}').count());
    }
}
