//! The agency as a node keeps it in memory: everything a page needs beside its stories.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::SignedDuration;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::time_pattern::TimePattern;
use crate::lang::{Calendar, Digits, Language};
use crate::place::Places;
use crate::story::dateline::{DatelinePattern, DatelinePlacement};
use crate::texts::EditionTexts;

/// One installation is one agency.
#[derive(Clone, Debug)]
pub struct Agency {
    /// Rises by one with every change.
    pub revision: i64,
    /// The agency's name where no edition says otherwise.
    pub name: String,
    /// Scheme and host of the public site, without a slash at the end.
    pub origin: String,
    /// Days and months of the archive are counted here.
    pub time_zone: TimeZone,
    /// The edition of `/` for readers whose languages none is in, and `x-default`.
    pub default_language: Language,
    /// `image`, `proof` or `proof-or-image`.
    pub captcha: String,
    /// How long a second person is waited for before whoever asked may confirm alone; nobody ever may where absent.
    pub alone_after: Option<SignedDuration>,
    /// Address of the terms under which content may be used.
    pub license: Option<String>,
    /// Address where a licence is asked for; the form for letters where it is absent.
    pub acquire_license: Option<String>,
    /// Sections in their order.
    pub sections: Vec<Section>,
    /// Editions in their order.
    pub editions: Vec<Edition>,
    /// Keys of sections that were taken into others, to the keys of those.
    pub merged: BTreeMap<String, String>,
    /// Places datelines name: the built-in ones with the agency's own over them.
    pub places: Arc<Places>,
}

/// A section in every language; `key` is its identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// 1 to 64 of `a-z0-9-_`.
    pub key: String,
    /// Key of the section above.
    pub parent: Option<String>,
}

/// One language of the site.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its language: its address and identity.
    pub language: Language,
    /// The agency's name in this language.
    pub name: String,
    /// Of `<title>`, with `{headline}` and `{name}`.
    pub title_pattern: String,
    /// How times are written.
    pub time_pattern: TimePattern,
    /// How datelines are written.
    pub dateline_pattern: DatelinePattern,
    /// Where the dateline stands.
    pub dateline: DatelinePlacement,
    /// Calendar of datelines and times.
    pub calendar: Calendar,
    /// Digits of datelines and times.
    pub digits: Digits,
    /// What of a story its feeds carry.
    pub feeds: FeedText,
    /// Who sees the sign-off of a story.
    pub sign_off: SignOffShown,
    /// Interface texts: the language's, with the agency's own on top.
    pub texts: Arc<EditionTexts>,
    /// Sections of this edition by key.
    pub sections: BTreeMap<String, EditionSection>,
    /// Slugs sections once had, to their keys.
    pub past_slugs: BTreeMap<String, String>,
}

/// What of a story feeds carry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FeedText {
    /// All of it.
    #[default]
    Full,
    /// Its summary, or its first words.
    Summary,
}

impl FeedText {
    /// The choice of a word in the agency description; `None` for any other.
    pub fn parse(word: &str) -> Option<FeedText> {
        match word {
            "full" => Some(FeedText::Full),
            "summary" => Some(FeedText::Summary),
            _ => None,
        }
    }
}

/// Who sees the people behind a story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SignOffShown {
    /// Readers too, at the end of the story.
    #[default]
    Site,
    /// Desk and wire alone.
    Wire,
}

impl SignOffShown {
    /// The choice of a word in the agency description; `None` for any other.
    pub fn parse(word: &str) -> Option<SignOffShown> {
        match word {
            "site" => Some(SignOffShown::Site),
            "wire" => Some(SignOffShown::Wire),
            _ => None,
        }
    }
}

/// A section in one edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionSection {
    /// Part of the address.
    pub slug: String,
    /// What readers see.
    pub name: String,
}

impl Agency {
    /// The edition of a language.
    pub fn edition(&self, language: Language) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.language == language)
    }

    /// The edition of a tag in any case.
    pub fn edition_of_tag(&self, tag: &str) -> Option<&Edition> {
        self.editions.iter().find(|edition| edition.language.as_str().eq_ignore_ascii_case(tag))
    }

    /// The section of a key.
    pub fn section(&self, key: &str) -> Option<&Section> {
        self.sections.iter().find(|section| section.key == key)
    }

    /// The key of a section of an edition, by its slug in that language, by its key, or by what either was once.
    pub fn section_named<'a>(&'a self, language: Language, name: &'a str) -> Option<&'a str> {
        let edition = self.edition(language)?;
        let here = |key: &str| edition.sections.get_key_value(key).map(|(key, _)| key.as_str());
        let by_slug = edition.section_by_slug(name).map(|(key, _)| key);
        let by_past = || here(edition.past_slugs.get(name)?);
        by_slug.or_else(|| here(self.section_now(name))).or_else(by_past)
    }

    /// The key a section goes by now: that of the one it was taken into.
    pub fn section_now<'a>(&'a self, key: &'a str) -> &'a str {
        match self.section(key) {
            Some(section) => &section.key,
            None => self.merged.get(key).map_or(key, String::as_str),
        }
    }

    /// A section and those above it, from itself upwards; ends where parents would go in a circle.
    pub fn lineage<'a>(&'a self, key: &'a str) -> Vec<&'a str> {
        let mut line = vec![self.section_now(key)];
        while let Some(parent) = self.section(line[line.len() - 1]).and_then(|s| s.parent.as_deref()) {
            if line.contains(&parent) || line.len() > 16 {
                break;
            }
            line.push(parent);
        }
        line
    }

    /// The day on which an instant falls where the agency is.
    pub fn day_of(&self, at: jiff::Timestamp) -> jiff::civil::Date {
        at.to_zoned(self.time_zone.clone()).date()
    }

    /// The day of a dateline: that of the place where it is known, of the agency where it is not.
    pub fn day_at(&self, place: Option<&str>, at: jiff::Timestamp) -> jiff::civil::Date {
        match place.and_then(|name| self.places.find(name)) {
            Some(place) => at.to_zoned(place.zone()).date(),
            None => self.day_of(at),
        }
    }
}

impl Edition {
    /// An edition that sets nothing of its own: everything as is usual in its language.
    pub fn usual(language: Language, agency: &str) -> Edition {
        super::store::edition_from(language, agency, &Default::default())
    }

    /// The section whose slug or, failing that, key this is.
    pub fn section_by_slug(&self, slug: &str) -> Option<(&str, &EditionSection)> {
        self.sections.iter().find(|(_, s)| s.slug == slug).map(|(key, s)| (key.as_str(), s))
    }

    /// The slug of a section in this edition; its key where the edition has no entry for it.
    pub fn slug_of<'a>(&'a self, key: &'a str) -> &'a str {
        self.sections.get(key).map_or(key, |s| &s.slug)
    }
}
