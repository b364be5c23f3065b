//! Slugs: the readable part of a story's address.
//!
//! Why they are Latin letters in every language stands in `docs/decisions/0001-why-slugs-are-latin-letters.md`.

use std::fmt;

use crate::lang::{Language, romanise};

/// Longest slug made of a headline, in characters.
const MADE_CHARS: usize = 80;
/// Longest slug taken from outside, in characters.
const TAKEN_CHARS: usize = 120;
/// What stands where a headline leaves nothing.
const NOTHING_LEFT: &str = "story";

/// The readable part of an address: words of small Latin letters and digits, joined by single hyphens.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(transparent)]
pub struct Slug(String);

/// Why a slug was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{raw}` cannot stand in an address: up to {TAKEN_CHARS} small letters a to z and digits, joined by single hyphens"
)]
pub struct BadSlug {
    /// The slug as it came.
    pub raw: String,
}

impl Slug {
    /// Takes a slug somebody chose.
    pub fn parse(raw: &str) -> Result<Slug, BadSlug> {
        let words_only = raw.split('-').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        });
        match words_only && raw.len() <= TAKEN_CHARS {
            true => Ok(Slug(raw.to_string())),
            false => Err(BadSlug { raw: raw.to_string() }),
        }
    }

    /// Makes one of a headline, or of any name, in whatever script: at most 80 characters, cut between words; `story` where
    /// nothing is left.
    pub fn of_headline(headline: &str, language: Language) -> Slug {
        let mut slug = String::with_capacity(MADE_CHARS);
        for word in romanise(headline, language).split(' ').filter(|word| !word.is_empty()) {
            let needed = slug.len() + usize::from(!slug.is_empty()) + word.len();
            if slug.is_empty() {
                slug.push_str(&word[..word.len().min(MADE_CHARS)]);
            } else if needed <= MADE_CHARS {
                slug.push('-');
                slug.push_str(word);
            } else {
                break;
            }
        }
        match slug.is_empty() {
            true => Slug(NOTHING_LEFT.to_string()),
            false => Slug(slug),
        }
    }

    /// The slug as it stands in an address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Slug {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slug(headline: &str, tag: &str) -> String {
        Slug::of_headline(headline, Language::parse(tag).unwrap()).to_string()
    }

    #[test]
    fn headlines_of_every_script_make_readable_addresses() {
        for (tag, headline, made) in [
            (
                "en",
                "Arvelia’s parliament approves Marest government",
                "arvelias-parliament-approves-marest-government",
            ),
            ("az", "Parlament Marest hökumətini təsdiq edib", "parlament-marest-hokumetini-tesdiq-edib"),
            ("ru", "Парламент утвердил правительство Марест", "parlament-utverdil-pravitelstvo-marest"),
            ("de", "Parlament bestätigt Regierung Marest", "parlament-bestaetigt-regierung-marest"),
            ("zh-Hans", "议会批准新政府", "yi-hui-pi-zhun-xin-zheng-fu"),
            ("ar", "البرلمان يقر الحكومة", "al-brlman-yqr-al-hkuma"),
        ] {
            assert_eq!(slug(headline, tag), made);
        }
    }

    #[test]
    fn long_headlines_are_cut_between_words() {
        let headline = "Azerbaijani, Russian defense ministers discuss prospects for developing military cooperation over phone";
        assert_eq!(
            slug(headline, "en"),
            "azerbaijani-russian-defense-ministers-discuss-prospects-for-developing-military"
        );
        assert_eq!(slug(&"a".repeat(200), "en").len(), 80);
    }

    #[test]
    fn a_headline_of_signs_alone_is_a_story() {
        for headline in ["", "—", "!!! 🎉", "…"] {
            assert_eq!(slug(headline, "en"), "story");
        }
    }

    #[test]
    fn chosen_slugs_are_checked() {
        for good in ["politics", "siyaset", "g20-summit", "2026"] {
            assert!(Slug::parse(good).is_ok(), "{good}");
        }
        let long = "a".repeat(121);
        for bad in ["", "-", "a--b", "-a", "a-", "Politics", "siyasət", "a/b", "a b", "feed.xml", &long] {
            assert!(Slug::parse(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn whatever_the_headline_the_slug_is_one(headline in "\\PC{0,120}", tag in "(en|az|ru|de|fr|ar|fa|zh-Hans|ja|hi)") {
            let made = slug(&headline, &tag);
            prop_assert!(Slug::parse(&made).is_ok());
            prop_assert!(made.len() <= MADE_CHARS);
        }
    }
}
