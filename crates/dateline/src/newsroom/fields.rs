//! The fields of a story as pages and the editor name them, read into copy and written from it.

use jiff::tz::TimeZone;
use serde::Serialize;
use serde_json::{Map, Value};

use super::words::Words;
use super::{field_lists, local_time};
use crate::edition::Agency;
use crate::ids::{MediaId, StoryNumber};
use crate::lang::Language;
use crate::story::slug::Slug;
use crate::story::{Author, DatelineParts, Embargo, MediaUse, StoryCopy, StoryKind, Topic};

/// Longest line of a field, in characters.
pub(super) const LONGEST_LINE: usize = 1_000;
/// Longest text of a field, in characters.
const LONGEST_TEXT: usize = 20_000;
/// Most entries of a list.
pub(super) const MOST_ENTRIES: usize = 200;

/// Kinds of stories, in the order of a menu.
pub(super) const KINDS: [StoryKind; 6] = [
    StoryKind::News,
    StoryKind::Official,
    StoryKind::Interview,
    StoryKind::Factbox,
    StoryKind::PhotoStory,
    StoryKind::PressRelease,
];

/// What is wrong with something that was sent, at its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Problem {
    /// The block, where it is in the body.
    pub block: Option<String>,
    /// The field, where it is in one.
    pub field: Option<String>,
    /// For a person.
    pub message: String,
}

/// What fields are read with.
pub(super) struct Reader<'a> {
    pub agency: &'a Agency,
    pub language: Language,
    pub words: &'a Words,
}

impl Reader<'_> {
    /// Puts every field that can be read into `copy`; what is wrong with the others.
    pub fn apply(&self, copy: &mut StoryCopy, fields: &Map<String, Value>) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut refuse = |name: &str, key: &str| {
            let message = self.words.text(key).to_owned();
            problems.push(Problem { block: None, field: Some(name.to_owned()), message });
        };
        // A local time is one with its zone, whichever of the two was changed.
        let (at, zone) = (fields.get("embargo_at"), fields.get("embargo_zone"));
        if at.or(zone).is_some()
            && let Err((name, key)) = self.embargo(copy, at, zone)
        {
            refuse(name, key);
        }
        for (name, value) in fields.iter().filter(|(name, _)| !name.starts_with("embargo_")) {
            if let Err(key) = self.one(copy, name, value) {
                refuse(name, key);
            }
        }
        problems
    }

    fn one(&self, copy: &mut StoryCopy, name: &str, value: &Value) -> Result<(), &'static str> {
        match name {
            "headline" => copy.headline = headline(value)?,
            "slugline" => copy.slugline = line(value)?,
            "byline" => copy.byline = line(value)?,
            "summary" => copy.summary = text(value)?,
            "usage_terms" => copy.usage_terms = text(value)?,
            "editor_note" => copy.editor_note = text(value)?,
            "section" => copy.section = self.section(value)?,
            "also_in" => copy.also_in = self.also_in(value, &copy.section)?,
            "kind" => copy.kind = kind(value)?,
            "urgency" => copy.urgency = urgency(value)?,
            "keywords" => copy.keywords = list(value)?,
            "topics" => copy.topics = self.topics(value)?,
            "authors" => copy.authors = self.authors(value, &copy.authors)?,
            "follows" => copy.follows = number(value)?,
            "media" => copy.media = media(value)?,
            dateline if dateline.starts_with("dateline_") => self.dateline(copy, dateline, value)?,
            other => return field_lists::apply(copy, other, value).unwrap_or(Err("unknown_field_text")),
        }
        Ok(())
    }

    fn section(&self, value: &Value) -> Result<String, &'static str> {
        let key = line(value)?.ok_or("section_text")?;
        if self.agency.section(&key).is_some() { Ok(key) } else { Err("section_text") }
    }

    fn also_in(&self, value: &Value, home: &str) -> Result<Vec<String>, &'static str> {
        let mut keys = list(value)?;
        keys.retain(|key| key != home);
        match keys.iter().all(|key| self.agency.section(key).is_some()) {
            true => Ok(keys),
            false => Err("section_text"),
        }
    }

    fn topics(&self, value: &Value) -> Result<Vec<Topic>, &'static str> {
        let mut topics: Vec<Topic> = Vec::new();
        for name in list(value)? {
            let slug = Slug::of_headline(&name, self.language).to_string();
            if topics.iter().all(|topic| topic.slug != slug) {
                topics.push(Topic { name, slug });
            }
        }
        Ok(topics)
    }

    /// Names keep the address and role they had.
    fn authors(&self, value: &Value, before: &[Author]) -> Result<Vec<Author>, &'static str> {
        let mut authors: Vec<Author> = Vec::new();
        for name in list(value)? {
            let known = before.iter().find(|author| author.name == name).cloned();
            let made = || Author {
                slug: Slug::of_headline(&name, self.language).to_string(),
                name: name.clone(),
                role: Some("reporter".to_owned()),
            };
            authors.push(known.unwrap_or_else(made));
        }
        Ok(authors)
    }

    /// The end of the embargo as it is typed, in its zone; what is not sent stays as it reads.
    fn embargo(
        &self,
        copy: &mut StoryCopy,
        at: Option<&Value>,
        zone: Option<&Value>,
    ) -> Result<(), (&'static str, &'static str)> {
        let usual = &self.agency.time_zone;
        let before = copy.embargo.clone().unwrap_or(Embargo { until: None, zone: None });
        let named = |name: &str| TimeZone::get(name).map_err(|_| ("embargo_zone", "bad_zone_text"));
        let old = before.zone.as_deref().map_or(Ok(usual.clone()), named)?;
        let zone = match zone {
            Some(value) => line(value).map_err(|key| ("embargo_zone", key))?,
            None => before.zone,
        };
        let there = zone.as_deref().map_or(Ok(usual.clone()), named)?;
        let at = match at {
            Some(value) => line(value).map_err(|key| ("embargo_at", key))?,
            None => before.until.map(|until| local_time::written(until, &old)),
        };
        copy.embargo = match at {
            Some(at) => {
                let until = local_time::read(&at, "", &there).map_err(|key| ("embargo_at", key))?;
                Some(Embargo { until: Some(until), zone: there.iana_name().map(str::to_owned) })
            }
            // One without a time is ended by an act, not by a field that cannot show it.
            None if before.until.is_none() => copy.embargo.take(),
            None => None,
        };
        Ok(())
    }

    fn dateline(&self, copy: &mut StoryCopy, name: &str, value: &Value) -> Result<(), &'static str> {
        let mut parts = copy.dateline.clone().unwrap_or_default();
        match name {
            "dateline_place" => parts.place = line(value)?,
            "dateline_country" => parts.country = line(value)?,
            "dateline_source" => parts.source = line(value)?,
            "dateline_date" => {
                let day = line(value)?.map(|day| day.parse()).transpose();
                parts.date = day.map_err(|_| "bad_time_text")?;
            }
            _ => return Err("unknown_field_text"),
        }
        copy.dateline = (parts != DatelineParts::default()).then_some(parts);
        Ok(())
    }
}

fn said(value: &Value) -> Result<&str, &'static str> {
    match value {
        Value::Null => Ok(""),
        Value::String(text) => Ok(text),
        _ => Err("bad_text"),
    }
}

/// One line; `None` where nothing is said.
pub(super) fn line(value: &Value) -> Result<Option<String>, &'static str> {
    let text = said(value)?.trim();
    if text.chars().count() > LONGEST_LINE {
        return Err("too_long_text");
    }
    if text.contains(char::is_control) {
        return Err("bad_text");
    }
    Ok(Some(text.to_owned()).filter(|text| !text.is_empty()))
}

fn text(value: &Value) -> Result<Option<String>, &'static str> {
    let text = said(value)?.trim();
    if text.chars().count() > LONGEST_TEXT {
        return Err("too_long_text");
    }
    if text.contains('\0') {
        return Err("bad_text");
    }
    Ok(Some(text.replace("\r\n", "\n")).filter(|text| !text.is_empty()))
}

fn headline(value: &Value) -> Result<String, &'static str> {
    let headline = line(value)?.ok_or("headline_text")?;
    if headline.chars().count() > 500 { Err("too_long_text") } else { Ok(headline) }
}

/// A list, or one text with commas between.
pub(super) fn list(value: &Value) -> Result<Vec<String>, &'static str> {
    let entries: Vec<String> = match value {
        Value::Null => Vec::new(),
        Value::String(text) => text.split([',', '،', '、', '，']).map(str::to_owned).collect(),
        Value::Array(entries) => entries
            .iter()
            .map(|entry| entry.as_str().map(str::to_owned))
            .collect::<Option<_>>()
            .ok_or("bad_text")?,
        _ => return Err("bad_text"),
    };
    let mut kept: Vec<String> = Vec::new();
    for entry in entries {
        if let Some(entry) = line(&Value::String(entry))?
            && !kept.contains(&entry)
        {
            kept.push(entry);
        }
    }
    if kept.len() > MOST_ENTRIES { Err("too_long_text") } else { Ok(kept) }
}

fn kind(value: &Value) -> Result<StoryKind, &'static str> {
    let word = said(value)?;
    KINDS.into_iter().find(|kind| kind.as_str() == word).ok_or("bad_text")
}

fn urgency(value: &Value) -> Result<u8, &'static str> {
    let number = match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    number
        .and_then(|number| u8::try_from(number).ok())
        .filter(|number| (1..=8).contains(number))
        .ok_or("bad_text")
}

fn number(value: &Value) -> Result<Option<i64>, &'static str> {
    let number = match value {
        Value::Null => return Ok(None),
        Value::String(text) if text.trim().is_empty() => return Ok(None),
        Value::String(text) => text.trim().parse().ok(),
        Value::Number(number) => number.as_i64(),
        _ => None,
    };
    number.and_then(StoryNumber::new).map(|number| Some(number.get())).ok_or("follows_text")
}

fn media(value: &Value) -> Result<Vec<MediaUse>, &'static str> {
    let Value::Array(entries) = value else { return Err("bad_text") };
    if entries.len() > MOST_ENTRIES {
        return Err("too_long_text");
    }
    entries.iter().map(one_medium).collect()
}

fn one_medium(entry: &Value) -> Result<MediaUse, &'static str> {
    let of = |key: &str| entry.get(key).unwrap_or(&Value::Null);
    let media: MediaId = said(of("media"))?.parse().map_err(|_| "bad_text")?;
    Ok(MediaUse { media, alt: text(of("alt"))?, caption: text(of("caption"))?, credit: line(of("credit"))? })
}

/// The plain fields of copy, as a form shows them.
pub(super) fn written(copy: &StoryCopy, zone: &TimeZone) -> Map<String, Value> {
    let dateline = copy.dateline.clone().unwrap_or_default();
    let embargo_zone = copy.embargo.as_ref().and_then(|embargo| embargo.zone.clone());
    let own_zone = embargo_zone.as_deref().and_then(|name| TimeZone::get(name).ok());
    let until = copy.embargo.as_ref().and_then(|embargo| embargo.until);
    let until = until.map(|until| local_time::written(until, own_zone.as_ref().unwrap_or(zone)));
    let names = |names: Vec<&str>| names.join(", ");
    let pairs = [
        ("headline", Some(copy.headline.clone())),
        ("slugline", copy.slugline.clone()),
        ("byline", copy.byline.clone()),
        ("summary", copy.summary.clone()),
        ("usage_terms", copy.usage_terms.clone()),
        ("editor_note", copy.editor_note.clone()),
        ("section", Some(copy.section.clone())),
        ("kind", Some(copy.kind.as_str().to_owned())),
        ("urgency", Some(copy.urgency.to_string())),
        ("keywords", Some(copy.keywords.join(", "))),
        ("topics", Some(names(copy.topics.iter().map(|topic| topic.name.as_str()).collect()))),
        ("authors", Some(names(copy.authors.iter().map(|author| author.name.as_str()).collect()))),
        ("follows", copy.follows.map(|number| number.to_string())),
        ("dateline_place", dateline.place),
        ("dateline_country", dateline.country),
        ("dateline_source", dateline.source),
        ("dateline_date", dateline.date.map(|day| day.to_string())),
        ("embargo_at", until),
        ("embargo_zone", embargo_zone),
    ];
    let pairs = pairs.into_iter().chain(field_lists::written(copy));
    pairs.map(|(name, value)| (name.to_owned(), Value::String(value.unwrap_or_default()))).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn lists_are_parted_by_the_commas_of_many_scripts() {
        assert_eq!(list(&json!("Energy, نفط، 石油、Energy")).unwrap(), ["Energy", "نفط", "石油"]);
        assert_eq!(list(&json!(["a, b", ""])).unwrap(), ["a, b"]);
        assert!(list(&json!(5)).is_err());
    }

    #[test]
    fn what_is_no_urgency_is_refused() {
        assert_eq!(urgency(&json!("3")), Ok(3));
        assert_eq!(urgency(&json!(8)), Ok(8));
        for wrong in [json!(0), json!(9), json!("x"), json!(null), json!(-1), json!(2.5)] {
            assert!(urgency(&wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_headline_is_one_line_and_not_empty() {
        assert!(headline(&json!("  ")).is_err());
        assert!(headline(&json!("a\nb")).is_err());
        assert!(headline(&json!("x".repeat(501))).is_err());
        assert_eq!(headline(&json!(" <b>A</b> ")).unwrap(), "<b>A</b>");
    }
}
