//! What is wrong with an agency description, before anything of it is taken.

use jiff::tz::TimeZone;

use super::apply::{ApplyError, bad};
use super::description::{AgencyDescription, AgencyHead, EditionEntry};
use super::fault::Fault;
use super::time_pattern::TimePattern;
use super::{FeedText, SignOffShown};
use crate::lang::{Calendar, Digits, Language};
use crate::section::checked_slug;
use crate::story::dateline::{DatelinePattern, DatelinePlacement};
use crate::texts::{Overrides, Texts};

/// Bytes of a name, a title's pattern or an address.
const LONGEST: usize = 300;

/// Minutes of a week.
const LONGEST_ALONE: i64 = 7 * 24 * 60;

/// Everything wrong with a description that can be seen without knowing what stands; none where it can be taken.
pub fn faults(file: &AgencyDescription) -> Vec<ApplyError> {
    let mut faults = Vec::new();
    of_head(&file.agency, &mut faults);
    for section in &file.sections {
        if let Err(source) = checked_slug(&section.key) {
            faults.push(ApplyError::Section { at: format!("section {:?}", section.key), source });
        }
    }
    for place in &file.places {
        if let Err(fault) = place.check() {
            faults.push(bad(format!("place.{}.{}", place.key, fault.field()), fault));
        }
    }
    for (tag, entry) in &file.editions {
        match Language::parse(tag) {
            Ok(language) => of_edition(language, entry, &mut faults),
            Err(wrong) => faults.push(bad(format!("edition.{tag}"), wrong)),
        }
    }
    faults
}

fn of_head(head: &AgencyHead, faults: &mut Vec<ApplyError>) {
    if head.name.trim().is_empty() {
        faults.push(bad("agency.name", Fault::Empty));
    }
    if head.name.len() > LONGEST {
        faults.push(bad("agency.name", Fault::TooLong(LONGEST)));
    }
    if TimeZone::get(&head.time_zone).is_err() {
        faults.push(bad("agency.time_zone", Fault::Zone(head.time_zone.clone())));
    }
    if let Err(wrong) = Language::parse(&head.default_language) {
        faults.push(bad("agency.default_language", wrong));
    }
    if !(head.origin.starts_with("https://") || head.origin.starts_with("http://")) {
        faults.push(bad("agency.origin", Fault::Address));
    }
    if let Some(mode) = &head.captcha
        && !["image", "proof", "proof-or-image"].contains(&mode.as_str())
    {
        faults.push(bad("agency.captcha", Fault::Choice("image, proof or proof-or-image")));
    }
    if head.alone_after_minutes.is_some_and(|minutes| !(0..=LONGEST_ALONE).contains(&minutes)) {
        faults.push(bad("agency.alone_after_minutes", Fault::Number(LONGEST_ALONE)));
    }
    for (at, address) in
        [("agency.license", &head.license), ("agency.acquire_license", &head.acquire_license)]
    {
        let known = |address: &String| {
            let parsed = url::Url::parse(address);
            address.len() <= LONGEST && parsed.is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
        };
        if address.as_ref().is_some_and(|address| !known(address)) {
            faults.push(bad(at, Fault::Address));
        }
    }
}

fn of_edition(language: Language, entry: &EditionEntry, faults: &mut Vec<ApplyError>) {
    let at = |key: &str| format!("edition.{language}.{key}");
    let calendar = entry.calendar.as_deref().map_or(Some(Calendar::usual(language)), Calendar::parse);
    let digits = entry.digits.as_deref().map_or(Some(Digits::usual(language)), Digits::parse);
    let unknown = |word: &Option<String>, known: fn(&str) -> bool| word.as_deref().is_some_and(|w| !known(w));
    for (key, wrong, fault) in [
        ("calendar", calendar.is_none(), Fault::Choice("a known calendar")),
        ("digits", digits.is_none(), Fault::Choice("known digits")),
        (
            "dateline",
            unknown(&entry.dateline, |w| DatelinePlacement::parse(w).is_some()),
            Fault::Choice("line or run-in"),
        ),
        ("feeds", unknown(&entry.feeds, |w| FeedText::parse(w).is_some()), Fault::Choice("full or summary")),
        (
            "sign_off",
            unknown(&entry.sign_off, |w| SignOffShown::parse(w).is_some()),
            Fault::Choice("site or wire"),
        ),
        ("title_pattern", unknown(&entry.title_pattern, |w| w.contains("{headline}")), Fault::NoHeadline),
        ("title_pattern", unknown(&entry.title_pattern, |w| w.len() <= LONGEST), Fault::TooLong(LONGEST)),
        ("name", unknown(&entry.name, |w| w.len() <= LONGEST), Fault::TooLong(LONGEST)),
    ] {
        if wrong {
            faults.push(bad(at(key), fault));
        }
    }
    let (calendar, digits) = (calendar.unwrap_or_default(), digits.unwrap_or_default());
    if let Some(pattern) = &entry.time_pattern
        && let Err(wrong) = TimePattern::parse(pattern, language, calendar, digits)
    {
        faults.push(bad(at("time_pattern"), wrong));
    }
    if let Some(pattern) = &entry.dateline_pattern
        && let Err(wrong) = DatelinePattern::parse(pattern, language, calendar, digits)
    {
        faults.push(bad(at("dateline_pattern"), wrong));
    }
    for (key, text) in &entry.texts {
        let one = Overrides::from([(key.clone(), text.clone())]);
        if let Err(wrong) = Texts::built_in().check_overrides(&one) {
            faults.push(bad(at(&format!("texts.{key}")), wrong));
        }
    }
    of_sections(language, entry, faults);
}

fn of_sections(language: Language, entry: &EditionEntry, faults: &mut Vec<ApplyError>) {
    for (key, section) in &entry.section {
        let at = |field: &str| format!("edition.{language}.section.{key}.{field}");
        if let Err(source) = checked_slug(&section.slug) {
            faults.push(ApplyError::Section { at: at("slug"), source });
        }
        let same =
            |(other, there): (&String, &super::EditionSection)| other != key && there.slug == section.slug;
        if entry.section.iter().any(same) {
            faults.push(bad(at("slug"), Fault::SlugTaken));
        }
        if section.name.len() > LONGEST {
            faults.push(bad(at("name"), Fault::TooLong(LONGEST)));
        }
    }
}
