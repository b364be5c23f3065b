//! What a program asks for, by the shape of the address alone.

use jiff::civil::Date;
use percent_encoding::percent_decode_str;

use super::Icon;

/// Longest part of an address looked at, in bytes after decoding.
const LONGEST_PART: usize = 300;

/// Something made for programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// `/{lang}/feed.xml` and its fellows.
    Feed {
        /// The edition as the address names it.
        tag: String,
        /// What the feed is of.
        of: FeedOf,
        /// Its format.
        format: FeedFormat,
    },
    /// `/sitemap.xml`
    SitemapIndex,
    /// `/sitemap/{lang}/{yyyy-mm}/{part}.xml`
    Sitemap {
        /// The edition as the address names it.
        tag: String,
        /// The first day of the month.
        month: Date,
        /// 1 and up.
        part: usize,
    },
    /// `/news-sitemap.xml`
    NewsSitemap,
    /// `/robots.txt`
    Robots,
    /// `/llms.txt`
    Llms,
    /// `/manifest.webmanifest`
    Manifest,
    /// `/icon.svg`, `/favicon.ico` and the like.
    Icon(Icon),
}

/// What a feed is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedOf {
    /// Everything in an edition.
    Edition,
    /// A section, by its slug.
    Section(String),
    /// A topic, by its slug.
    Topic(String),
}

/// The formats of feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FeedFormat {
    /// RSS 2.0.
    Rss,
    /// Atom, RFC 4287.
    Atom,
    /// JSON Feed 1.1.
    Json,
}

impl FeedFormat {
    /// Every format.
    pub const ALL: [FeedFormat; 3] = [FeedFormat::Rss, FeedFormat::Atom, FeedFormat::Json];

    /// The last part of its addresses.
    pub fn file_name(self) -> &'static str {
        match self {
            FeedFormat::Rss => "feed.xml",
            FeedFormat::Atom => "atom.xml",
            FeedFormat::Json => "feed.json",
        }
    }

    /// Its registered media type, without parameters.
    pub fn media_type(self) -> &'static str {
        match self {
            FeedFormat::Rss => "application/rss+xml",
            FeedFormat::Atom => "application/atom+xml",
            FeedFormat::Json => "application/feed+json",
        }
    }

    fn of_file(name: &str) -> Option<FeedFormat> {
        FeedFormat::ALL.into_iter().find(|format| format.file_name() == name)
    }
}

impl Reading {
    /// What a path asks for; `None` for a path that is not for programs.
    pub fn of_path(path: &str) -> Option<Reading> {
        let parts: Option<Vec<String>> = path.strip_prefix('/')?.split('/').map(decoded).take(6).collect();
        let parts = parts?;
        match parts.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            ["sitemap.xml"] => Some(Reading::SitemapIndex),
            ["news-sitemap.xml"] => Some(Reading::NewsSitemap),
            ["robots.txt"] => Some(Reading::Robots),
            ["llms.txt"] => Some(Reading::Llms),
            ["manifest.webmanifest"] => Some(Reading::Manifest),
            [name] => Icon::of_file(name).map(Reading::Icon),
            ["sitemap", tag, month, file] => sitemap(tag, month, file),
            [tag, file] => feed(tag, FeedOf::Edition, file),
            [tag, "topics", topic, file] => feed(tag, FeedOf::Topic(topic.to_owned()), file),
            [tag, section, file] => feed(tag, FeedOf::Section(section.to_owned()), file),
            _ => None,
        }
    }
}

fn feed(tag: &str, of: FeedOf, file: &str) -> Option<Reading> {
    FeedFormat::of_file(file).map(|format| Reading::Feed { tag: tag.to_owned(), of, format })
}

fn sitemap(tag: &str, month: &str, file: &str) -> Option<Reading> {
    let (year, month) = month.split_once('-')?;
    let plain = |text: &str, len: usize| text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(year, 4) || !plain(month, 2) {
        return None;
    }
    let month = Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
    let part = file.strip_suffix(".xml")?;
    let fits = part.len() <= 6 && plain(part, part.len()) && !part.starts_with('0');
    Some(Reading::Sitemap { tag: tag.to_owned(), month, part: part.parse().ok().filter(|_| fits)? })
}

fn decoded(part: &str) -> Option<String> {
    let text = percent_decode_str(part).decode_utf8().ok()?;
    let fits = !text.is_empty() && text.len() <= LONGEST_PART && !text.chars().any(char::is_control);
    fits.then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn addresses_for_programs_are_read() {
        let feed = |of, format| Reading::Feed { tag: "zh-Hans".to_owned(), of, format };
        let section = FeedOf::Section("politics".to_owned());
        let topic = FeedOf::Topic("آب".to_owned());
        for (path, reading) in [
            ("/zh-Hans/feed.xml", feed(FeedOf::Edition, FeedFormat::Rss)),
            ("/zh-Hans/politics/atom.xml", feed(section, FeedFormat::Atom)),
            ("/zh-Hans/topics/%D8%A2%D8%A8/feed.json", feed(topic, FeedFormat::Json)),
            ("/sitemap.xml", Reading::SitemapIndex),
            (
                "/sitemap/en/2026-06/12.xml",
                Reading::Sitemap { tag: "en".to_owned(), month: date(2026, 6, 1), part: 12 },
            ),
            ("/news-sitemap.xml", Reading::NewsSitemap),
            ("/robots.txt", Reading::Robots),
            ("/llms.txt", Reading::Llms),
            ("/manifest.webmanifest", Reading::Manifest),
            ("/favicon.ico", Reading::Icon(Icon::Favicon)),
        ] {
            assert_eq!(Reading::of_path(path), Some(reading), "{path}");
        }
    }

    #[test]
    fn other_addresses_are_not_for_programs() {
        for path in [
            "",
            "/",
            "feed.xml",
            "/en",
            "/en/politics",
            "/feed.xml",
            "/en/politics/a-12",
            "/en/authors/x/feed.xml",
            "/en/topics/feed.xml/x",
            "/sitemap/en/2026-13/1.xml",
            "/sitemap/en/2026-06/0.xml",
            "/sitemap/en/2026-06/01.xml",
            "/sitemap/en/2026-06/1234567.xml",
            "/sitemap/en/2026-6/1.xml",
            "/sitemap/en/+202-06/1.xml",
            "/en/%ff/feed.xml",
            "/en//feed.xml",
        ] {
            assert_eq!(Reading::of_path(path), None, "{path}");
        }
    }
}
