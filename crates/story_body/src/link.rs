//! Addresses a body may hold: links and references to media.

use crate::bounds::{MAX_LINK_BYTES, MAX_MEDIA_BYTES};
use crate::inline::is_unwritable;
use std::fmt;
use std::sync::Arc;
use url::Url;

/// Where a link leads: `http`, `https`, `mailto`, or a path of the site itself that begins with one `/`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Link(Arc<str>);

/// Which bytes, or which picture, a block shows: whatever the application understands, such as an id or a
/// file's name, or the address an import found. Never an address with a scheme other than `http` and `https`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MediaRef(Box<str>);

/// An address that is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// A link with another scheme, or a relative one.
    #[error("link {0:?} is neither http, https, mailto nor a path that begins with /")]
    Link(String),
    /// A media reference that is empty, too long or has another scheme.
    #[error("media reference {0:?} is neither a name, a path nor an http(s) address")]
    Media(String),
}

impl Link {
    /// Checks a link and brings it into the one form in which the URL standard writes it; `//host/…` becomes
    /// `https`.
    ///
    /// # Errors
    /// When it is longer than [`MAX_LINK_BYTES`], relative, or of another scheme.
    pub fn parse(raw: &str) -> Result<Link, BadAddress> {
        canonical(raw, MAX_LINK_BYTES)
            .map(|address| Link(address.into()))
            .ok_or_else(|| BadAddress::Link(excerpt(raw)))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// True for a path of the site itself.
    pub fn is_own(&self) -> bool {
        self.0.starts_with('/')
    }
}

impl MediaRef {
    /// Checks a reference.
    ///
    /// # Errors
    /// When it is empty, longer than [`MAX_MEDIA_BYTES`], or an address of another scheme than `http` and `https`.
    pub fn parse(raw: &str) -> Result<MediaRef, BadAddress> {
        let bad = || BadAddress::Media(excerpt(raw));
        let is_left_out = |c: char| is_unwritable(c) || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}');
        let bare: String = raw.chars().filter(|c| !is_left_out(*c)).collect();
        let bare = bare.trim();
        if bare.is_empty() || bare.len() > MAX_MEDIA_BYTES {
            return Err(bad());
        }
        let is_path = bare.starts_with(['/', '\\']);
        let has_scheme = bare.find(':').is_some_and(|colon| !bare[..colon].contains(['/', '?', '#']));
        if is_path || has_scheme {
            let address = canonical(bare, MAX_MEDIA_BYTES).ok_or_else(bad)?;
            return if address.starts_with("mailto:") { Err(bad()) } else { Ok(MediaRef(address)) };
        }
        Ok(MediaRef(bare.into()))
    }

    /// The reference.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The URL standard's form of an address that may stand in a body.
///
/// Paths are resolved against a host of no meaning, so that whatever a browser would take for another host
/// (`/\evil`, `/..//evil`) shows itself.
fn canonical(raw: &str, max_bytes: usize) -> Option<Box<str>> {
    let raw = raw.trim_matches(|c: char| c <= ' ');
    if raw.is_empty() || raw.len() > max_bytes {
        return None;
    }
    let written = if raw.starts_with(['/', '\\']) {
        let base = Url::parse("https://own.invalid/").ok()?;
        let url = base.join(raw).ok()?;
        if url.host_str() == Some("own.invalid") && raw.starts_with('/') {
            let path = url.as_str().strip_prefix("https://own.invalid")?.to_string();
            (path.starts_with('/') && !path.starts_with("//")).then_some(path)?
        } else {
            url.host_str().filter(|host| *host != "own.invalid")?;
            String::from(url)
        }
    } else {
        let url = Url::parse(raw).ok()?;
        match url.scheme() {
            "http" | "https" => {
                url.host_str()?;
            }
            "mailto" if !url.path().is_empty() => {}
            _ => return None,
        }
        String::from(url)
    };
    (written.len() <= max_bytes && !written.contains(char::is_control)).then(|| written.into_boxed_str())
}

fn excerpt(raw: &str) -> String {
    raw.chars().take(80).collect()
}

macro_rules! text_like {
    ($name:ident) => {
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl TryFrom<String> for $name {
            type Error = BadAddress;
            fn try_from(raw: String) -> Result<$name, BadAddress> {
                $name::parse(&raw)
            }
        }
        impl From<$name> for String {
            fn from(address: $name) -> String {
                String::from(&*address.0)
            }
        }
    };
}
text_like!(Link);
text_like!(MediaRef);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_pages_mail_and_the_site_itself() {
        for (raw, kept) in [
            ("https://arna.example/en/1", "https://arna.example/en/1"),
            (" HTTP://Arna.Example ", "http://arna.example/"),
            ("//arna.example/x", "https://arna.example/x"),
            ("mailto:desk@arna.example", "mailto:desk@arna.example"),
            ("/en/politics?x=1#b-a1", "/en/politics?x=1#b-a1"),
            ("/a/../b", "/b"),
        ] {
            let link = Link::parse(raw).unwrap();
            assert_eq!(link.as_str(), kept);
            assert_eq!(Link::parse(kept).unwrap(), link);
        }
    }

    #[test]
    fn links_that_act_or_lead_astray_are_refused() {
        for raw in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "relative.html",
            "#top",
            "",
            "/..//evil.example",
            "/.//evil.example",
            "tel:1",
            "https://",
            "mailto:",
        ] {
            assert!(Link::parse(raw).is_err(), "{raw:?}");
        }
    }

    #[test]
    fn a_backslash_does_not_smuggle_a_host() {
        let link = Link::parse("/\\evil.example/x");
        assert!(link.is_err() || !link.unwrap().is_own());
    }

    #[test]
    fn media_are_names_paths_and_web_addresses() {
        for raw in [
            "p01.jpg",
            "0190a3c4-aaaa",
            "folder/p01.jpg",
            "/media/x.jpg",
            "https://a.example/x.jpg?w=1",
            "a/b:c",
        ] {
            assert_eq!(MediaRef::parse(raw).unwrap().as_str(), raw);
        }
        for raw in [
            "",
            " ",
            "data:image/png;base64,xx",
            "javascript:x",
            "java\nscript:x",
            "blob:https://x",
            "mailto:a@b.example",
            "x:y",
        ] {
            assert!(MediaRef::parse(raw).is_err(), "{raw:?}");
        }
    }
}
