//! The language tag: the identity of an edition, a text, a story's words.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// First parts of addresses that belong to the program, so that no edition may be called so.
const RESERVED: [&str; 5] = ["api", "wire", "media", "newsroom", "captcha"];

/// Longest tag taken, in bytes: language, script, region and two variants fit.
const MAX_BYTES: usize = 23;

/// A language tag of BCP 47 in canonical case: `az`, `zh-Hans`, `pt-BR`, `ca-ES-valencia`.
///
/// Made of a language of two or three letters, then script, region and variants where given; extensions and private use are
/// refused, as they are no part of an address. Small enough to copy.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language {
    bytes: [u8; MAX_BYTES],
    len: u8,
}

/// Why a language tag was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadLanguage {
    /// Nothing between the quotation marks.
    #[error("a language tag is empty")]
    Empty,
    /// More than 23 bytes.
    #[error("a language tag is longer than 23 characters")]
    TooLong,
    /// A word the program needs for its own addresses.
    #[error("`{0}` is an address of the program itself and cannot be a language")]
    Reserved(String),
    /// Not of the shape of BCP 47, section 2.1.
    #[error("`{tag}` is not a language tag: `{part}` does not belong there")]
    Malformed {
        /// The whole tag as it came.
        tag: String,
        /// The part at fault.
        part: String,
    },
}

/// Which way lines run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of the HTML attribute `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Ltr => "ltr",
            Direction::Rtl => "rtl",
        }
    }
}

/// A script by its four letters in ISO 15924: `Latn`, `Cyrl`, `Hans`.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Script([u8; 4]);

impl Script {
    /// The four letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a script is four ASCII letters")
    }
}

impl fmt::Debug for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Script({})", self.as_str())
    }
}

/// Where the parts of a tag may follow one another.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Seen {
    Language,
    Script,
    Region,
    Variant,
}

impl Language {
    /// English, the language every built-in text falls back to.
    pub const ENGLISH: Language = Language::literal("en");

    /// Reads a tag in any letter case and writes it in canonical case (RFC 5646, section 2.1.1).
    ///
    /// Compare the answer with what came in to see whether an address needs a redirect.
    pub fn parse(raw: &str) -> Result<Language, BadLanguage> {
        if raw.is_empty() {
            return Err(BadLanguage::Empty);
        }
        if raw.len() > MAX_BYTES {
            return Err(BadLanguage::TooLong);
        }
        if RESERVED.iter().any(|word| raw.eq_ignore_ascii_case(word)) {
            return Err(BadLanguage::Reserved(raw.to_string()));
        }
        let malformed = |part: &str| BadLanguage::Malformed { tag: raw.to_string(), part: part.to_string() };
        let mut bytes = [0; MAX_BYTES];
        let mut len = 0;
        let mut seen = None;
        for part in raw.split('-') {
            let next = classify(part, seen).ok_or_else(|| malformed(part))?;
            if seen.is_some() {
                bytes[len] = b'-';
                len += 1;
            }
            for (index, byte) in part.bytes().enumerate() {
                bytes[len] = canonical(byte, index, next);
                len += 1;
            }
            seen = Some(next);
        }
        Ok(Language { bytes, len: len as u8 })
    }

    const fn literal(tag: &str) -> Language {
        let mut bytes = [0; MAX_BYTES];
        let mut index = 0;
        while index < tag.len() {
            bytes[index] = tag.as_bytes()[index];
            index += 1;
        }
        Language { bytes, len: tag.len() as u8 }
    }

    /// The tag in canonical case.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.len as usize]).expect("a language tag is ASCII")
    }

    /// The language alone, without script, region and variants: `zh` of `zh-Hans`.
    pub fn base(&self) -> &str {
        let tag = self.as_str();
        tag.split('-').next().unwrap_or(tag)
    }

    /// This language and the ever less exact ones behind it: `zh-Hans-CN`, `zh-Hans`, `zh`.
    pub fn fallbacks(self) -> impl Iterator<Item = Language> {
        std::iter::successors(Some(self), |language| language.parent())
    }

    fn parent(&self) -> Option<Language> {
        let tag = self.as_str();
        tag.rfind('-').map(|end| Language::literal(&tag[..end]))
    }

    /// The same language as ICU knows it.
    pub fn to_icu(&self) -> icu::locale::LanguageIdentifier {
        self.as_str().parse().unwrap_or(icu::locale::LanguageIdentifier::UNKNOWN)
    }

    /// The script its texts are written in: as the tag says, else the usual one of the language.
    pub fn script(&self) -> Script {
        let named = self.as_str().split('-').skip(1).find(|part| part.len() == 4 && is_letters(part));
        let letters = match named {
            Some(script) => script,
            None => match self.base() {
                "az" | "en" | "de" | "fr" | "es" | "tr" | "it" | "pt" => "Latn",
                "ru" | "uk" | "bg" | "kk" => "Cyrl",
                "ar" | "fa" | "ur" => "Arab",
                _ => return self.likely_script(),
            },
        };
        script_of(letters)
    }

    fn likely_script(&self) -> Script {
        let mut whole = self.to_icu();
        icu::locale::LocaleExpander::new_extended().maximize(&mut whole);
        match whole.script {
            Some(script) => script_of(script.as_str()),
            None => script_of("Latn"),
        }
    }

    /// Which way its lines run, by its script.
    pub fn direction(&self) -> Direction {
        match self.script().as_str() {
            "Arab" | "Hebr" | "Syrc" | "Thaa" | "Nkoo" | "Adlm" | "Rohg" | "Mand" | "Samr" | "Aran"
            | "Yezi" => Direction::Rtl,
            _ => Direction::Ltr,
        }
    }

    /// Whether it is written in Chinese characters: no spaces between words, full-width marks, no italics.
    pub fn is_chinese_like(&self) -> bool {
        matches!(self.script().as_str(), "Hans" | "Hant" | "Hani" | "Jpan")
    }

    /// The language's name for itself, as a language switch shows it: `Azərbaycanca`, `العربية`; the tag where no name is known.
    pub fn native_name(&self) -> &str {
        super::native_name::find(*self).unwrap_or(self.as_str())
    }
}

fn classify(part: &str, seen: Option<Seen>) -> Option<Seen> {
    let letters = is_letters(part);
    let next = match (part.len(), seen) {
        (2 | 3, None) if letters => Seen::Language,
        (_, None) => return None,
        (4, Some(_)) if letters => Seen::Script,
        (2, Some(_)) if letters => Seen::Region,
        (3, Some(_)) if part.bytes().all(|b| b.is_ascii_digit()) => Seen::Region,
        (5..=8, Some(_)) if part.bytes().all(|b| b.is_ascii_alphanumeric()) => Seen::Variant,
        (4, Some(_))
            if part.as_bytes()[0].is_ascii_digit() && part.bytes().all(|b| b.is_ascii_alphanumeric()) =>
        {
            Seen::Variant
        }
        _ => return None,
    };
    match seen {
        Some(Seen::Variant) if next == Seen::Variant => Some(next),
        Some(before) if before >= next => None,
        _ => Some(next),
    }
}

fn canonical(byte: u8, index: usize, part: Seen) -> u8 {
    match part {
        Seen::Region => byte.to_ascii_uppercase(),
        Seen::Script if index == 0 => byte.to_ascii_uppercase(),
        _ => byte.to_ascii_lowercase(),
    }
}

fn is_letters(part: &str) -> bool {
    part.bytes().all(|b| b.is_ascii_alphabetic())
}

fn script_of(letters: &str) -> Script {
    let mut bytes = *b"Latn";
    if letters.len() == 4 {
        bytes.copy_from_slice(letters.as_bytes());
    }
    Script(bytes)
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Language({})", self.as_str())
    }
}

impl FromStr for Language {
    type Err = BadLanguage;
    fn from_str(raw: &str) -> Result<Language, BadLanguage> {
        Language::parse(raw)
    }
}

impl TryFrom<&str> for Language {
    type Error = BadLanguage;
    fn try_from(raw: &str) -> Result<Language, BadLanguage> {
        Language::parse(raw)
    }
}

impl AsRef<str> for Language {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for Language {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Language {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Language, D::Error> {
        let raw = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Language::parse(&raw).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        Language::parse(tag).unwrap()
    }

    #[test]
    fn tags_are_kept_in_canonical_case() {
        for (raw, canonical) in [
            ("EN", "en"),
            ("zh-hans", "zh-Hans"),
            ("ZH-HANS-cn", "zh-Hans-CN"),
            ("pt-br", "pt-BR"),
            ("es-419", "es-419"),
            ("CA-es-VALENCIA", "ca-ES-valencia"),
            ("de-1996", "de-1996"),
            ("sl-IT-rozaj-biske", "sl-IT-rozaj-biske"),
        ] {
            assert_eq!(language(raw).as_str(), canonical);
        }
    }

    #[test]
    fn malformed_tags_are_refused() {
        for raw in [
            "",
            "e",
            "english",
            "en_GB",
            "en-",
            "-en",
            "en--GB",
            "zh-CN-Hans",
            "en-x-private",
            "12",
            "en-GB-US",
            "ру",
            "en GB",
            "metrics",
            "sl-IT-rozaj-biske-1994-abcdefgh",
        ] {
            assert!(Language::parse(raw).is_err(), "{raw} was taken");
        }
    }

    #[test]
    fn addresses_of_the_program_are_no_languages() {
        for raw in ["api", "API", "wire", "media", "newsroom", "captcha"] {
            assert_eq!(Language::parse(raw), Err(BadLanguage::Reserved(raw.to_string())));
        }
    }

    #[test]
    fn a_tag_falls_back_part_by_part() {
        let chain: Vec<String> = language("zh-Hans-CN").fallbacks().map(|l| l.to_string()).collect();
        assert_eq!(chain, ["zh-Hans-CN", "zh-Hans", "zh"]);
        assert_eq!(language("en").fallbacks().count(), 1);
    }

    #[test]
    fn direction_follows_the_script() {
        for (tag, script, direction) in [
            ("en", "Latn", Direction::Ltr),
            ("az", "Latn", Direction::Ltr),
            ("az-Arab", "Arab", Direction::Rtl),
            ("ar", "Arab", Direction::Rtl),
            ("fa", "Arab", Direction::Rtl),
            ("he", "Hebr", Direction::Rtl),
            ("ckb", "Arab", Direction::Rtl),
            ("dv", "Thaa", Direction::Rtl),
            ("ru", "Cyrl", Direction::Ltr),
            ("sr", "Cyrl", Direction::Ltr),
            ("sr-Latn", "Latn", Direction::Ltr),
            ("zh", "Hans", Direction::Ltr),
            ("zh-TW", "Hant", Direction::Ltr),
            ("ka", "Geor", Direction::Ltr),
        ] {
            assert_eq!(language(tag).script().as_str(), script, "{tag}");
            assert_eq!(language(tag).direction(), direction, "{tag}");
        }
        assert!(language("zh-Hant").is_chinese_like());
        assert!(!language("ko").is_chinese_like());
    }

    #[test]
    fn languages_name_themselves() {
        for (tag, name) in [
            ("az", "Azərbaycanca"),
            ("ar", "العربية"),
            ("fa", "فارسی"),
            ("zh-Hans", "简体中文"),
            ("zh", "中文"),
            ("pt-BR", "Português"),
            ("tlh", "tlh"),
        ] {
            assert_eq!(language(tag).native_name(), name);
        }
    }

    #[test]
    fn tags_travel_as_plain_strings() {
        let tag = serde_json::to_string(&language("zh-hans")).unwrap();
        assert_eq!(tag, "\"zh-Hans\"");
        assert_eq!(serde_json::from_str::<Language>(&tag).unwrap(), language("zh-Hans"));
        assert!(serde_json::from_str::<Language>("\"newsroom\"").is_err());
    }
}
