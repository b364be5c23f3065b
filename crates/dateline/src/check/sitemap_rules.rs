//! What a sitemap has to be: the rules of the protocol's schemas (sitemap 0.9, siteindex 0.9, sitemap-news 0.9).

use std::collections::HashSet;

use jiff::Timestamp;

use super::xml::{self, Element};
use crate::feed::MOST_ADDRESSES;

const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const NEWS: &str = "http://www.google.com/schemas/sitemap-news/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Most bytes of one, before compression.
const MOST_BYTES: usize = 50 << 20;
/// Longest address in it.
const LONGEST: usize = 2_048;
/// Most stories in a news sitemap.
const MOST_NEWS: usize = 1_000;

/// An address in a sitemap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Absolute.
    pub address: String,
    /// When it last changed, where that is told.
    pub changed_at: Option<Timestamp>,
    /// Whether it carries a news element.
    pub is_news: bool,
}

/// What a sitemap names, and what is wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sitemap {
    /// In their order.
    pub entries: Vec<Entry>,
    /// In sentences.
    pub faults: Vec<String>,
}

/// Which kind of sitemap is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SitemapKind {
    /// Of sitemaps.
    Index,
    /// Of pages.
    Pages,
    /// Of news.
    News,
}

/// Reads a sitemap of the site under `origin` at the instant `now`.
pub fn read(kind: SitemapKind, origin: &str, now: Timestamp, text: &str) -> Sitemap {
    let mut found = Sitemap::default();
    if text.len() > MOST_BYTES {
        found.faults.push(format!("{} bytes are more than {MOST_BYTES}", text.len()));
    }
    let root = match xml::read(text) {
        Ok(root) => root,
        Err(reason) => {
            found.faults.push(format!("not well formed: {reason}"));
            return found;
        }
    };
    let (root_name, name) = match kind {
        SitemapKind::Index => ("sitemapindex", "sitemap"),
        SitemapKind::Pages | SitemapKind::News => ("urlset", "url"),
    };
    if !root.is(SITEMAP, root_name) {
        found.faults.push(format!("the root is not {root_name}"));
    }
    let most = if kind == SitemapKind::News { MOST_NEWS } else { MOST_ADDRESSES };
    if !(1..=most).contains(&root.children.len()) {
        found.faults.push(format!("{} addresses are not 1 to {most}", root.children.len()));
    }
    let mut seen = HashSet::new();
    for child in &root.children {
        if !child.is(SITEMAP, name) {
            found.faults.push(format!("{} does not belong there", child.name));
            continue;
        }
        let entry = entry(&mut found.faults, child, origin, now);
        if !seen.insert(entry.address.clone()) {
            found.faults.push(format!("{} is there twice", entry.address));
        }
        found.entries.push(entry);
    }
    found
}

/// The schema has these parts in this order.
fn entry(faults: &mut Vec<String>, element: &Element, origin: &str, now: Timestamp) -> Entry {
    let order = ["loc", "lastmod", "changefreq", "priority"];
    let places: Vec<usize> = element
        .children
        .iter()
        .map(|child| match child.namespace.as_str() {
            SITEMAP => order.iter().position(|name| *name == child.name).unwrap_or(usize::MAX),
            _ => order.len(),
        })
        .collect();
    if places.contains(&usize::MAX) || !places.is_sorted() || places.first() != Some(&0) {
        faults.push(format!("{} has its parts in another order", element.name));
    }
    let address = element.text_of(SITEMAP, "loc").unwrap_or_default().to_owned();
    location(faults, &address, origin);
    let changed = element.text_of(SITEMAP, "lastmod");
    let changed_at = changed.and_then(|text| text.parse::<Timestamp>().ok());
    if changed.is_some() && changed_at.is_none_or(|at| at > now) {
        faults.push(format!("lastmod {:?} of {address} cannot be", changed.unwrap_or_default()));
    }
    for link in element.all(XHTML, "link") {
        let whole = link.attribute("rel") == Some("alternate") && link.attribute("hreflang").is_some();
        if !whole {
            faults.push(format!("a translation of {address} is not told in full"));
        }
        location(faults, link.attribute("href").unwrap_or_default(), origin);
    }
    let news = element.first(NEWS, "news");
    if let Some(news) = news {
        self::news(faults, &address, news, now);
    }
    Entry { address, changed_at, is_news: news.is_some() }
}

fn location(faults: &mut Vec<String>, address: &str, origin: &str) {
    let inside = address.strip_prefix(origin).is_some_and(|rest| rest.starts_with('/'));
    let plain = address.bytes().all(|byte| byte.is_ascii_graphic());
    if !inside || !plain || address.len() > LONGEST || url::Url::parse(address).is_err() {
        faults.push(format!("{address:?} is no address of the site"));
    }
}

fn news(faults: &mut Vec<String>, address: &str, news: &Element, now: Timestamp) {
    let publication = news.first(NEWS, "publication");
    let of = |name: &str| publication.and_then(|found| found.text_of(NEWS, name)).unwrap_or_default();
    let language = of("language");
    let code = language.len() <= 3 && language.len() >= 2 && language.bytes().all(|b| b.is_ascii_lowercase());
    if !code && !["zh-cn", "zh-tw"].contains(&language) {
        faults.push(format!("the language {language:?} of {address} is no ISO 639 code"));
    }
    if of("name").is_empty() || news.text_of(NEWS, "title").unwrap_or_default().is_empty() {
        faults.push(format!("{address} has no name or title"));
    }
    let date = news.text_of(NEWS, "publication_date").unwrap_or_default();
    match date.parse::<Timestamp>() {
        Ok(at) if at <= now && now.duration_since(at).as_hours() <= 48 => {}
        _ => faults.push(format!("{address} was published at {date:?}, not in the last two days")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_now(kind: SitemapKind, inside: &str) -> Sitemap {
        let root = if kind == SitemapKind::Index { "sitemapindex" } else { "urlset" };
        let text = format!(
            "<{root} xmlns=\"{SITEMAP}\" xmlns:news=\"{NEWS}\" xmlns:xhtml=\"{XHTML}\">{inside}</{root}>"
        );
        read(kind, "https://arna.example", "2026-06-01T08:00:00Z".parse().expect("an instant"), &text)
    }

    #[test]
    fn a_good_sitemap_has_no_faults() {
        let found = read_now(
            SitemapKind::Pages,
            "<url><loc>https://arna.example/en/a-1</loc><lastmod>2026-05-31T10:00:00+04:00</lastmod>\
             <xhtml:link rel=\"alternate\" hreflang=\"az\" href=\"https://arna.example/az/a-2\"/></url>",
        );
        assert_eq!(found.faults, Vec::<String>::new());
        assert_eq!(found.entries[0].address, "https://arna.example/en/a-1");
    }

    #[test]
    fn what_the_schemas_forbid_is_told() {
        for inside in [
            "",
            "<url></url>",
            "<url><loc>/en/a-1</loc></url>",
            "<url><loc>https://other.example/en/a-1</loc></url>",
            "<url><loc>https://arna.example/en/ä</loc></url>",
            "<url><loc>https://arna.example/1</loc></url><url><loc>https://arna.example/1</loc></url>",
            "<url><loc>https://arna.example/1</loc><lastmod>2027-01-01T00:00:00Z</lastmod></url>",
            "<url><loc>https://arna.example/1</loc><lastmod>yesterday</lastmod></url>",
            "<url><lastmod>2026-01-01T00:00:00Z</lastmod><loc>https://arna.example/1</loc></url>",
            "<url><loc>https://arna.example/1</loc><news:news/></url>",
            "<sitemap><loc>https://arna.example/1</loc></sitemap>",
        ] {
            assert!(!read_now(SitemapKind::Pages, inside).faults.is_empty(), "{inside}");
        }
    }
}
