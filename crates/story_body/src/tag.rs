//! Language tags and writing directions.

use std::fmt;

/// A BCP 47 language tag, such as `en` or `zh-Hans`: letters, digits and hyphens, at most 35 bytes, kept as
/// written.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LanguageTag(Box<str>);

/// A text that is no language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a language tag")]
pub struct BadLanguageTag(String);

impl LanguageTag {
    /// Checks the outward form of a tag (RFC 5646 section 2.1): parts of 1 to 8 letters and digits, the first
    /// of letters.
    ///
    /// # Errors
    /// When the text has another form.
    pub fn parse(raw: &str) -> Result<LanguageTag, BadLanguageTag> {
        let part = |p: &str| (1..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric());
        let first = raw.split('-').next().unwrap_or_default();
        let fits =
            raw.len() <= 35 && raw.split('-').all(part) && first.bytes().all(|b| b.is_ascii_alphabetic());
        if fits { Ok(LanguageTag(raw.into())) } else { Err(BadLanguageTag(raw.chars().take(40).collect())) }
    }

    /// The tag as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for LanguageTag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for LanguageTag {
    type Error = BadLanguageTag;
    fn try_from(raw: String) -> Result<LanguageTag, BadLanguageTag> {
        LanguageTag::parse(&raw)
    }
}

impl From<LanguageTag> for String {
    fn from(tag: LanguageTag) -> String {
        tag.0.into()
    }
}

/// The direction of a block where it differs from its page's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of HTML's `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }

    pub(crate) fn from_html(attribute: &str) -> Option<Direction> {
        match attribute.trim() {
            d if d.eq_ignore_ascii_case("rtl") => Some(Direction::Rtl),
            d if d.eq_ignore_ascii_case("ltr") => Some(Direction::Ltr),
            _ => None,
        }
    }
}
