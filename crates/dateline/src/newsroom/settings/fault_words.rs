//! What is wrong with a setting, in the language of the page.

use crate::edition::time_pattern::BadTimePattern;
use crate::edition::{ApplyError, Fault};
use crate::lang::BadLanguage;
use crate::newsroom::words::Words;
use crate::place::BadPlace;
use crate::section::{BadSection, Misplaced};
use crate::story::dateline::{BadDatelinePattern, FIELDS};
use crate::texts::BadText;

/// A text of the newsroom by its key, and what is put into it.
struct Sentence {
    key: &'static str,
    value: Option<String>,
    most: Option<u64>,
    known: bool,
}

/// The sentence about what a description is refused for.
pub(super) fn sentence(words: &Words, error: &ApplyError) -> String {
    match error {
        ApplyError::Bad { fault, .. } => of_fault(words, fault),
        ApplyError::Section { source, .. } => said(words, of_section(source)),
        ApplyError::Db(_) => words.text("error_text").to_owned(),
    }
}

/// The sentence about one value.
pub(in crate::newsroom) fn of_fault(words: &Words, fault: &Fault) -> String {
    said(
        words,
        match fault {
            Fault::Empty => plain("fault_empty"),
            Fault::TooLong(bytes) => most("fault_too_long", *bytes as u64),
            Fault::Zone(zone) => about("fault_zone", zone),
            Fault::Address => plain("fault_address"),
            Fault::Choice(_) => plain("fault_choice"),
            Fault::NoHeadline => plain("fault_headline"),
            Fault::Number(highest) => most("fault_minutes", highest.unsigned_abs()),
            Fault::SlugTaken => plain("fault_slug_taken"),
            Fault::TooManyPlaces(places) => most("fault_place_many", *places as u64),
            Fault::Language(wrong) => of_language(wrong),
            Fault::Time(wrong) => of_time(wrong),
            Fault::Dateline(wrong) => of_dateline(wrong),
            Fault::Text(wrong) => of_text(wrong),
            Fault::Place(wrong) => of_place(wrong),
            Fault::Misplaced(Misplaced::Unknown) => plain("fault_section_unknown"),
            Fault::Misplaced(Misplaced::Circle) => plain("fault_section_circle"),
            Fault::Misplaced(Misplaced::Deep) => plain("fault_section_deep"),
        },
    )
}

fn of_section(wrong: &BadSection) -> Sentence {
    match wrong {
        BadSection::Letters(slug) if slug.is_empty() => plain("fault_empty"),
        BadSection::Letters(slug) => about("fault_slug_letters", slug),
        BadSection::Digits(slug) => about("fault_slug_digits", slug),
        BadSection::Reserved(slug) => about("fault_slug_reserved", slug),
    }
}

fn of_language(wrong: &BadLanguage) -> Sentence {
    match wrong {
        BadLanguage::Empty => plain("fault_empty"),
        BadLanguage::TooLong => most("fault_too_long", 23),
        BadLanguage::Reserved(tag) => about("fault_language_reserved", tag),
        BadLanguage::Malformed { tag, .. } => about("fault_language", tag),
    }
}

fn of_time(wrong: &BadTimePattern) -> Sentence {
    match wrong {
        BadTimePattern::Empty => plain("fault_empty"),
        BadTimePattern::TooLong => most("fault_too_long", 200),
        BadTimePattern::UnknownField { field, .. } => about("fault_time_field", field),
    }
}

fn of_dateline(wrong: &BadDatelinePattern) -> Sentence {
    let named = |sentence: Sentence| Sentence { known: true, ..sentence };
    match wrong {
        BadDatelinePattern::TooLong => most("fault_too_long", 300),
        BadDatelinePattern::NoField(_) => named(plain("fault_dateline_none")),
        BadDatelinePattern::LoneBrace(_) => plain("fault_dateline_brace"),
        BadDatelinePattern::UnknownField { field } => named(about("fault_dateline_field", field)),
    }
}

fn of_text(wrong: &BadText) -> Sentence {
    match wrong {
        BadText::UnknownKey { .. } => plain("fault_text_unknown"),
        BadText::UnknownVariable { variable, .. } => about("fault_text_gap", &format!("${variable}")),
        BadText::Malformed { .. } => plain("fault_text_syntax"),
        BadText::TooLong(_) => most("fault_too_long", 4_000),
    }
}

fn of_place(wrong: &BadPlace) -> Sentence {
    match wrong {
        BadPlace::Key => plain("fault_place_key"),
        BadPlace::NoName => plain("fault_place_unnamed"),
        BadPlace::Name { .. } => plain("fault_place_name"),
        BadPlace::Country(country) => about("fault_country", country),
        BadPlace::Zone(zone) => about("fault_zone", zone),
    }
}

fn plain(key: &'static str) -> Sentence {
    Sentence { key, value: None, most: None, known: false }
}

fn about(key: &'static str, value: &str) -> Sentence {
    Sentence { value: Some(value.to_owned()), ..plain(key) }
}

fn most(key: &'static str, most: u64) -> Sentence {
    Sentence { most: Some(most), ..plain(key) }
}

fn said(words: &Words, sentence: Sentence) -> String {
    // What was typed may run the other way than the sentence around it.
    let value = sentence.value.map(|value| format!("\u{2068}{value}\u{2069}"));
    let known = sentence.known.then(|| format!("\u{2066}{FIELDS}\u{2069}"));
    let gaps = [
        value.as_deref().map(|value| ("value", value.into())),
        sentence.most.map(|most| ("most", most.into())),
        known.as_deref().map(|known| ("known", known.into())),
    ];
    words.format(sentence.key, &gaps.into_iter().flatten().collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::lang::Language;
    use crate::newsroom::words::LANGUAGES;

    fn every_fault() -> Vec<Fault> {
        let field = "%Q".to_owned();
        let wrong = "Wrong".to_owned();
        let text = |key: &str| BadText::UnknownKey { key: key.to_owned(), nearest: None };
        let gap =
            BadText::UnknownVariable { key: wrong.clone(), variable: "tim".to_owned(), known: Vec::new() };
        let malformed =
            BadText::Malformed { key: wrong.clone(), reason: "unbalanced closing brace".to_owned() };
        let tag = BadLanguage::Malformed { tag: wrong.clone(), part: wrong.clone() };
        let name = BadPlace::Name { language: "az".to_owned(), reason: "it is empty".to_owned() };
        let unknown = BadTimePattern::UnknownField { pattern: wrong.clone(), field };
        vec![
            Fault::Empty,
            Fault::TooLong(300),
            Fault::Zone(wrong.clone()),
            Fault::Address,
            Fault::Choice("line or run-in"),
            Fault::NoHeadline,
            Fault::Number(10_080),
            Fault::SlugTaken,
            Fault::TooManyPlaces(20),
            tag.into(),
            BadLanguage::Reserved(wrong.clone()).into(),
            unknown.into(),
            BadDatelinePattern::NoField(wrong.clone()).into(),
            BadDatelinePattern::LoneBrace(wrong.clone()).into(),
            BadDatelinePattern::UnknownField { field: wrong.clone() }.into(),
            text("none").into(),
            gap.into(),
            malformed.into(),
            BadPlace::Key.into(),
            BadPlace::NoName.into(),
            name.into(),
            BadPlace::Country(wrong).into(),
            Misplaced::Unknown.into(),
            Misplaced::Circle.into(),
            Misplaced::Deep.into(),
        ]
    }

    #[test]
    fn every_fault_is_a_sentence_of_its_own_in_every_language() {
        let of = |tag: &str| Words::of(Language::parse(tag).unwrap(), TimeZone::UTC);
        let english = of("en");
        for tag in LANGUAGES {
            let words = of(tag);
            let mut said = std::collections::BTreeSet::new();
            for fault in every_fault() {
                let sentence = of_fault(&words, &fault);
                assert!(!sentence.contains(&fault.to_string()), "{tag}: {sentence}");
                assert!(tag == "en" || sentence != of_fault(&english, &fault), "{tag}: {sentence}");
                assert!(!sentence.contains(['{', '}']) || fault == Fault::NoHeadline, "{tag}: {sentence}");
                assert!(said.insert(sentence.clone()), "{tag} says it twice: {sentence}");
            }
            let zone = of_fault(&words, &Fault::Zone("Asia/Nowhere".to_owned()));
            assert!(zone.contains("\u{2068}Asia/Nowhere\u{2069}"), "{tag}: {zone}");
        }
    }
}
