//! What every page of an edition shares: its texts, its ways of writing times, and the frame around the page. Made
//! once for a revision of the agency.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use minijinja::value::{Object, Serde, Value};
use minijinja::{Error, ErrorKind, State};
use parking_lot::RwLock;
use serde::Serialize;

use crate::edition::time_pattern::TimePattern;
use crate::edition::{Agency, Edition};
use crate::lang::Language;
use crate::texts::{Argument, EditionTexts};

/// The agency and what its editions look like, at one revision.
#[derive(Debug)]
pub struct House {
    /// The agency.
    pub agency: Arc<Agency>,
    faces: HashMap<Language, Arc<Face>>,
}

/// The newest house this node has put up.
#[derive(Debug, Default)]
pub struct HouseCell(RwLock<Option<Arc<House>>>);

impl HouseCell {
    /// The house of an agency; put up anew only when its revision is another.
    pub fn of(&self, agency: Arc<Agency>) -> Arc<House> {
        if let Some(house) = self.0.read().as_ref().filter(|house| house.agency.revision == agency.revision) {
            return house.clone();
        }
        let house = Arc::new(House::new(agency));
        let mut newest = self.0.write();
        if newest.as_ref().is_none_or(|held| held.agency.revision < house.agency.revision) {
            *newest = Some(house.clone());
        }
        house
    }
}

impl House {
    /// Puts up the faces of every edition.
    pub fn new(agency: Arc<Agency>) -> House {
        let faces = agency
            .editions
            .iter()
            .map(|edition| (edition.language, Arc::new(Face::new(&agency, edition))))
            .collect();
        House { agency, faces }
    }

    /// The face of an edition.
    pub fn face(&self, language: Language) -> Option<Arc<Face>> {
        self.faces.get(&language).cloned()
    }

    /// The face of the agency's default edition, or of its first, for pages that belong to none.
    pub fn default_face(&self) -> Option<Arc<Face>> {
        let first = self.agency.editions.first().map(|edition| edition.language);
        self.face(self.agency.default_language).or_else(|| self.face(first?))
    }
}

/// What an edition looks like.
#[derive(Debug)]
pub struct Face {
    /// Its language.
    pub language: Language,
    /// The agency's name in it.
    pub name: String,
    /// `/en`
    pub home: String,
    texts: Arc<EditionTexts>,
    zone: TimeZone,
    time: TimePattern,
    clock: TimePattern,
    day: TimePattern,
    month: TimePattern,
    today: TimePattern,
    frame: Value,
}

/// A moment as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// For machines, with the offset: `2026-06-01T11:20:00+04:00`.
    pub iso: String,
    /// By the edition's pattern.
    pub text: String,
    /// Hour and minute alone.
    pub clock: String,
}

#[derive(Serialize)]
struct EditionValue<'a> {
    tag: &'a str,
    dir: &'static str,
    name: &'a str,
    home: &'a str,
}

#[derive(Serialize)]
struct SectionValue<'a> {
    key: &'a str,
    name: &'a str,
    href: String,
}

impl Face {
    /// The face of an edition of an agency.
    pub(super) fn new(agency: &Agency, edition: &Edition) -> Face {
        let (language, digits) = (edition.language, edition.digits);
        let pattern = |pattern: &str| {
            TimePattern::parse(pattern, language, edition.calendar, digits)
                .expect("built-in patterns are good")
        };
        let texts = edition.texts.clone();
        let home = format!("/{language}");
        let sections: Vec<SectionValue<'_>> = top_sections(agency, edition).collect();
        let shown = EditionValue {
            tag: language.as_str(),
            dir: language.direction().as_str(),
            name: &edition.name,
            home: &home,
        };
        let frame = minijinja::context! {
            t => Value::from_object(TextsValue(texts.clone())),
            edition => Value::from(Serde(&shown)),
            sections => Value::from(Serde(&sections)),
        };
        Face {
            language,
            name: edition.name.clone(),
            zone: agency.time_zone.clone(),
            time: edition.time_pattern.clone(),
            clock: pattern("%H:%M"),
            day: pattern(TimePattern::usual_day(language)),
            month: pattern(TimePattern::usual_month(language)),
            today: pattern(TimePattern::usual_today(language)),
            frame,
            texts,
            home,
        }
    }

    /// `t`, `edition` and `sections`, which every template may use.
    pub fn frame(&self) -> Value {
        self.frame.clone()
    }

    /// A text without gaps.
    pub fn text(&self, key: &str) -> &str {
        self.texts.get(key).unwrap_or_default()
    }

    /// A text with its gaps filled.
    pub fn format(&self, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.texts.format(key, arguments)
    }

    /// A moment, where the agency is.
    pub fn moment(&self, at: Timestamp) -> Moment {
        let local = at.to_zoned(self.zone.clone());
        Moment { iso: iso(&local), text: self.time.format(&local), clock: self.clock.format(&local) }
    }

    /// The day on which an instant falls where the agency is.
    pub fn date(&self, at: Timestamp) -> Date {
        at.to_zoned(self.zone.clone()).date()
    }

    /// The instant at which a day begins where the agency is.
    pub fn begins(&self, day: Date) -> Timestamp {
        day.to_zoned(self.zone.clone()).map_or(Timestamp::MIN, |at| at.timestamp())
    }

    /// A day as the heads of archives write it.
    pub fn day(&self, day: Date) -> String {
        self.day.format_civil(day.at(0, 0, 0, 0), jiff::tz::Offset::UTC)
    }

    /// A day with its weekday.
    pub fn today(&self, day: Date) -> String {
        self.today.format_civil(day.at(0, 0, 0, 0), jiff::tz::Offset::UTC)
    }

    /// The month a day is in.
    pub fn month(&self, day: Date) -> String {
        self.month.format_civil(day.at(0, 0, 0, 0), jiff::tz::Offset::UTC)
    }

    /// The address of a day's archive.
    pub fn day_path(&self, day: Date) -> String {
        format!("{}/{:04}/{:02}/{:02}", self.home, day.year(), day.month(), day.day())
    }

    /// The address of a month's archive.
    pub fn month_path(&self, day: Date) -> String {
        format!("{}/{:04}/{:02}", self.home, day.year(), day.month())
    }
}

/// A local time for machines, to the second.
pub fn iso(at: &Zoned) -> String {
    let minutes = at.offset().seconds() / 60;
    let (sign, minutes) = if minutes < 0 { ('-', -minutes) } else { ('+', minutes) };
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
        at.year(),
        at.month(),
        at.day(),
        at.hour(),
        at.minute(),
        at.second(),
        minutes / 60,
        minutes % 60,
    )
}

fn top_sections<'a>(agency: &'a Agency, edition: &'a Edition) -> impl Iterator<Item = SectionValue<'a>> + 'a {
    agency.sections.iter().filter(|section| section.parent.is_none()).filter_map(|section| {
        let shown = edition.sections.get(&section.key)?;
        let href = format!("/{}/{}", edition.language, shown.slug);
        Some(SectionValue { key: &section.key, name: &shown.name, href })
    })
}

/// Texts in templates: `t.homepage`, and `t("updated_at", time=…)` where there are gaps to fill.
#[derive(Debug)]
struct TextsValue(Arc<EditionTexts>);

impl Object for TextsValue {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        key.as_str().and_then(|key| self.get_value_by_str(key))
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        self.0.get(key).map(Value::from)
    }

    fn call(self: &Arc<Self>, _state: &mut State<'_, '_>, args: &[Value]) -> Result<Value, Error> {
        let (key, gaps): (String, minijinja::value::Kwargs) = minijinja::value::from_args(args)?;
        if self.0.get(&key).is_none() {
            return Err(Error::new(ErrorKind::InvalidOperation, format!("there is no text {key:?}")));
        }
        let mut words: Vec<(&str, Value)> = Vec::new();
        for name in gaps.args() {
            words.push((name, gaps.get(name)?));
        }
        let filled: Vec<(&str, String, Option<u64>)> = words
            .iter()
            .map(|(name, value)| (*name, value.to_string(), u64::try_from(value.clone()).ok()))
            .collect();
        let arguments: Vec<(&str, Argument<'_>)> = filled
            .iter()
            .map(|(name, words, count)| (*name, count.map_or(Argument::Words(words), Argument::Count)))
            .collect();
        Ok(Value::from(self.0.format(&key, &arguments)))
    }
}
