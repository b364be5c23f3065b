//! What the newsroom says to a person: texts in their language, times as they are written there.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use minijinja::value::{Kwargs, Object, ObjectRepr, Value, from_args};
use minijinja::{Error, ErrorKind, State};
use serde::Serialize;

use crate::edition::time_pattern::TimePattern;
use crate::lang::{Calendar, Digits, Language};
use crate::texts::{Argument, EditionTexts, Texts};

/// The languages of the newsroom's pages.
pub const LANGUAGES: [&str; 9] = ["en", "az", "ru", "de", "fr", "es", "ar", "fa", "zh"];

/// One language, and the agency's time. Cheap to clone.
#[derive(Clone)]
pub struct Words(Arc<Inner>);

struct Inner {
    language: Language,
    texts: &'static EditionTexts,
    zone: TimeZone,
    long: Option<TimePattern>,
    short: Option<TimePattern>,
}

/// An instant as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Hour {
    /// With offset, for programs.
    pub iso: String,
    /// Day and time.
    pub long: String,
    /// The time alone.
    pub short: String,
}

impl Words {
    /// The words of a language, times in `zone`.
    pub fn of(language: Language, zone: TimeZone) -> Words {
        let digits = Digits::usual(language);
        let pattern = |text: &str| TimePattern::parse(text, language, Calendar::usual(language), digits).ok();
        let (long, short) = (pattern(TimePattern::usual(language)), pattern("%H:%M"));
        Words(Arc::new(Inner { language, texts: Texts::newsroom().of(language), zone, long, short }))
    }

    /// The language itself.
    pub fn language(&self) -> Language {
        self.0.language
    }

    /// Where times are counted.
    pub fn zone(&self) -> &TimeZone {
        &self.0.zone
    }

    /// A text without gaps; empty for one that does not exist.
    pub fn text(&self, key: &str) -> &'static str {
        self.0.texts.get(key).unwrap_or_default()
    }

    /// A text with its gaps filled.
    pub fn format(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.0.texts.format(key, arguments)
    }

    /// An instant as it is written here.
    pub fn hour(&self, at: Timestamp) -> Hour {
        let zoned = at.to_zoned(self.0.zone.clone());
        let written = |pattern: &Option<TimePattern>| {
            pattern.as_ref().map_or_else(|| zoned.strftime("%F %H:%M").to_string(), |p| p.format(&zoned))
        };
        Hour {
            iso: zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            long: written(&self.0.long),
            short: written(&self.0.short),
        }
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.0.language)
    }
}

/// In templates `t.key` is a text, and `t.key_with_gaps(name=value)` one whose gaps are filled.
impl Object for Words {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Map
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.0.texts.get(key.as_str()?).map(Value::from)
    }

    fn call_method(
        self: &Arc<Self>,
        _state: &mut State<'_, '_>,
        method: &str,
        args: &[Value],
    ) -> Result<Value, Error> {
        let (gaps,): (Kwargs,) = from_args(args)?;
        let mut filled = Vec::new();
        for name in gaps.args() {
            let value: Value = gaps.get(name)?;
            filled.push((name, u64::try_from(value.clone()).ok(), value.to_string()));
        }
        let arguments: Vec<(&str, Argument<'_>)> = filled
            .iter()
            .map(|(name, count, words)| (*name, count.map_or(Argument::Words(words), Argument::Count)))
            .collect();
        if self.0.texts.get(method).is_none() {
            return Err(Error::new(ErrorKind::UnknownMethod, format!("there is no text {method}")));
        }
        Ok(Value::from(self.0.texts.format(method, &arguments)))
    }
}

/// The language a browser asks for, of those the newsroom speaks.
pub fn wanted(accept_language: &str) -> Language {
    let asked = accept_language.split(',').take(20).filter_map(|item| {
        let tag = item.split(';').next()?.trim().to_ascii_lowercase();
        let base = tag.split('-').next()?.to_owned();
        LANGUAGES.into_iter().find(|known| *known == base)
    });
    asked.into_iter().next().and_then(|tag| Language::parse(tag).ok()).unwrap_or(Language::ENGLISH)
}

/// The language of a tag, if the newsroom speaks it.
pub fn spoken(tag: &str) -> Option<Language> {
    LANGUAGES.contains(&tag).then(|| Language::parse(tag).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_language_the_newsroom_speaks_is_taken() {
        for (asked, found) in
            [("pt-BR, fa-IR;q=0.8", "fa"), ("zh-CN", "zh"), ("", "en"), ("*", "en"), ("DE-at,en", "de")]
        {
            assert_eq!(wanted(asked).as_str(), found, "{asked}");
        }
    }

    #[test]
    fn times_are_written_in_the_language_and_zone() {
        let baku = TimeZone::get("Asia/Baku").unwrap();
        let at: Timestamp = "2026-06-01T08:00:00Z".parse().unwrap();
        let english = Words::of(Language::ENGLISH, baku.clone()).hour(at);
        assert_eq!((english.short.as_str(), english.iso.as_str()), ("12:00", "2026-06-01T12:00:00+04:00"));
        let persian = Words::of(Language::parse("fa").unwrap(), baku).hour(at);
        assert_eq!(persian.short, "۱۲:۰۰");
    }
}
