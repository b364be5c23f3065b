//! What known providers show: kept as provider and item, never as a frame of any address.

use crate::inline::Content;
use serde::{Deserialize, Serialize};
use url::Url;

/// Something a known provider shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embed {
    /// Who shows it.
    pub provider: Provider,
    /// What is shown, in the provider's terms.
    pub item: Item,
    /// The words below it.
    pub caption: Option<Content>,
}

/// The providers known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Provider {
    /// YouTube; the item is the film's id.
    YouTube,
    /// Vimeo; a number.
    Vimeo,
    /// Dailymotion; the film's id.
    Dailymotion,
    /// Rutube; the film's id.
    Rutube,
    /// X, once Twitter; the number of the post.
    X,
    /// Instagram; `p/…`, `reel/…` or `tv/…`.
    Instagram,
    /// TikTok; the number of the film.
    TikTok,
    /// Facebook; the number of the film.
    Facebook,
    /// Telegram; `channel/number`.
    Telegram,
    /// Spotify; `episode/…`, `track/…` and the like.
    Spotify,
}

/// What a provider shows: 1 to 100 letters, digits, `-`, `_`, with at most one `/` inside.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Item(Box<str>);

impl Item {
    /// Checks an item's name.
    ///
    /// # Errors
    /// When it has other characters or is too long.
    pub fn parse(raw: &str) -> Result<Item, String> {
        let word =
            |p: &str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
        if raw.len() <= 100 && raw.split('/').count() <= 2 && raw.split('/').all(word) {
            Ok(Item(raw.into()))
        } else {
            let start: String = raw.chars().take(40).collect();
            Err(format!("item {start:?} is not made of letters, digits, - and _"))
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Item {
    type Error = String;
    fn try_from(raw: String) -> Result<Item, String> {
        Item::parse(&raw)
    }
}

impl From<Item> for String {
    fn from(item: Item) -> String {
        item.0.into()
    }
}

impl Provider {
    /// Every provider.
    pub const ALL: [Provider; 10] = [
        Provider::YouTube,
        Provider::Vimeo,
        Provider::Dailymotion,
        Provider::Rutube,
        Provider::X,
        Provider::Instagram,
        Provider::TikTok,
        Provider::Facebook,
        Provider::Telegram,
        Provider::Spotify,
    ];

    /// The provider's name in JSON and in `data-provider`.
    pub fn key(self) -> &'static str {
        match self {
            Provider::YouTube => "youtube",
            Provider::Vimeo => "vimeo",
            Provider::Dailymotion => "dailymotion",
            Provider::Rutube => "rutube",
            Provider::X => "x",
            Provider::Instagram => "instagram",
            Provider::TikTok => "tiktok",
            Provider::Facebook => "facebook",
            Provider::Telegram => "telegram",
            Provider::Spotify => "spotify",
        }
    }

    fn url_prefix(self) -> &'static str {
        match self {
            Provider::YouTube => "https://www.youtube.com/watch?v=",
            Provider::Vimeo => "https://vimeo.com/",
            Provider::Dailymotion => "https://www.dailymotion.com/video/",
            Provider::Rutube => "https://rutube.ru/video/",
            Provider::X => "https://x.com/i/status/",
            Provider::Instagram => "https://www.instagram.com/",
            Provider::TikTok => "https://www.tiktok.com/embed/v2/",
            Provider::Facebook => "https://www.facebook.com/watch/?v=",
            Provider::Telegram => "https://t.me/",
            Provider::Spotify => "https://open.spotify.com/",
        }
    }
}

impl Embed {
    /// The page at the provider's.
    pub fn url(&self) -> String {
        format!("{}{}", self.provider.url_prefix(), self.item.as_str())
    }

    /// Recognises a provider's page, player or short address.
    pub fn from_url(raw: &str) -> Option<Embed> {
        let raw = raw.trim();
        if raw.len() > crate::bounds::MAX_LINK_BYTES {
            return None;
        }
        let absolute = if raw.starts_with("//") { format!("https:{raw}") } else { raw.to_string() };
        let url = Url::parse(&absolute).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
        let (provider, item) = recognise(&url)?;
        Some(Embed { provider, item: Item::parse(&item).ok()?, caption: None })
    }
}

fn recognise(url: &Url) -> Option<(Provider, String)> {
    let host = url.host_str()?;
    let host = ["www.", "m.", "mobile."].iter().find_map(|p| host.strip_prefix(p)).unwrap_or(host);
    let path: Vec<&str> = url.path().split('/').filter(|p| !p.is_empty()).collect();
    let asked = |key: &str| url.query_pairs().find(|(k, _)| k == key).map(|(_, v)| v.into_owned());
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    match (host, path.as_slice()) {
        ("youtube.com" | "youtube-nocookie.com", ["embed" | "shorts" | "live" | "v", id])
            if *id != "videoseries" =>
        {
            Some((Provider::YouTube, id.to_string()))
        }
        ("youtube.com", ["watch"]) => Some((Provider::YouTube, asked("v")?)),
        ("youtu.be", [id]) => Some((Provider::YouTube, id.to_string())),
        ("player.vimeo.com", ["video", id]) | ("vimeo.com", [id]) if digits(id) => {
            Some((Provider::Vimeo, id.to_string()))
        }
        ("dailymotion.com", ["embed", "video", id] | ["video", id]) | ("dai.ly", [id]) => {
            Some((Provider::Dailymotion, id.to_string()))
        }
        ("geo.dailymotion.com", ["player.html"]) => Some((Provider::Dailymotion, asked("video")?)),
        ("rutube.ru", ["play", "embed", id] | ["video", id] | ["video", "embed", id]) => {
            Some((Provider::Rutube, id.to_string()))
        }
        ("twitter.com" | "x.com", [_, "status", id, ..]) if digits(id) => Some((Provider::X, id.to_string())),
        ("platform.twitter.com", ["embed", "Tweet.html"]) => asked("id").map(|id| (Provider::X, id)),
        ("instagram.com", [form @ ("p" | "reel" | "tv"), id, ..]) => {
            Some((Provider::Instagram, format!("{form}/{id}")))
        }
        ("tiktok.com", [_, "video", id]) | ("tiktok.com", ["embed", "v2", id] | ["embed", id])
            if digits(id) =>
        {
            Some((Provider::TikTok, id.to_string()))
        }
        ("facebook.com", ["watch"]) => asked("v").filter(|id| digits(id)).map(|id| (Provider::Facebook, id)),
        ("facebook.com", [_, "videos", .., id]) if digits(id) => Some((Provider::Facebook, id.to_string())),
        ("facebook.com", ["plugins", "video.php"]) => {
            let page = Url::parse(&asked("href")?).ok()?;
            (!page.path().starts_with("/plugins/")).then(|| recognise(&page))?
        }
        ("t.me", [channel, number]) if digits(number) => {
            Some((Provider::Telegram, format!("{channel}/{number}")))
        }
        (
            "open.spotify.com",
            ["embed", form @ ("episode" | "track" | "album" | "playlist" | "show"), id]
            | [form @ ("episode" | "track" | "album" | "playlist" | "show"), id],
        ) => Some((Provider::Spotify, format!("{form}/{id}"))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn players_and_pages_name_the_same_item() {
        for (url, key, item) in [
            ("https://www.youtube.com/embed/dQw4w9WgXcQ?autoplay=1", "youtube", "dQw4w9WgXcQ"),
            ("//www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "youtube", "dQw4w9WgXcQ"),
            ("https://youtu.be/dQw4w9WgXcQ?t=3", "youtube", "dQw4w9WgXcQ"),
            ("https://player.vimeo.com/video/76979871?h=1", "vimeo", "76979871"),
            ("https://twitter.com/arna/status/12345?ref=x", "x", "12345"),
            ("https://www.instagram.com/p/Cabc_1/embed/", "instagram", "p/Cabc_1"),
            (
                "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Farna%2Fvideos%2F99%2F",
                "facebook",
                "99",
            ),
            ("https://t.me/arna/15?embed=1", "telegram", "arna/15"),
            ("https://open.spotify.com/embed/episode/4rOo", "spotify", "episode/4rOo"),
        ] {
            let embed = Embed::from_url(url).unwrap_or_else(|| panic!("{url}"));
            assert_eq!((embed.provider.key(), embed.item.as_str()), (key, item));
        }
    }

    #[test]
    fn the_address_written_is_recognised_again() {
        for provider in Provider::ALL {
            let item = match provider {
                Provider::Instagram => "p/Cabc",
                Provider::Telegram => "arna/15",
                Provider::Spotify => "track/4rOo",
                _ => "123456",
            };
            let embed = Embed { provider, item: Item::parse(item).unwrap(), caption: None };
            assert_eq!(Embed::from_url(&embed.url()), Some(embed));
        }
    }

    #[test]
    fn other_hosts_are_no_providers() {
        for url in [
            "https://youtube.com.evil.example/embed/x",
            "https://evil.example/youtube.com/embed/x",
            "javascript://youtube.com/embed/x",
            "https://www.youtube.com/embed/\"onload=x",
            "https://www.youtube.com/embed/videoseries?list=1",
            "https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fevil.example%2F",
        ] {
            assert_eq!(Embed::from_url(url), None, "{url}");
        }
    }
}
