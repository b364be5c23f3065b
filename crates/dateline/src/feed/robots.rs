//! `/robots.txt`

use super::seen::Seen;
use crate::page_cache::Rendered;

/// What is not for search engines: the newsroom, the API, what is made for one reader, and search results.
pub(super) fn render(seen: Seen<'_>) -> Rendered {
    let agency = seen.agency.clone();
    let mut text = String::from("User-agent: *\n");
    for path in ["/newsroom/", "/api/", "/wire/", "/captcha/"] {
        text.push_str(&format!("Disallow: {path}\n"));
    }
    for edition in &agency.editions {
        text.push_str(&format!("Disallow: /{}/search\n", edition.language));
    }
    text.push_str("Allow: /\n\n");
    for name in ["sitemap.xml", "news-sitemap.xml"] {
        text.push_str(&format!("Sitemap: {}/{name}\n", agency.origin));
    }
    seen.finish("text/plain; charset=utf-8", text)
}
