use serde::Deserialize;
use story_body::Body;

use super::*;
use crate::edition::{Edition, EditionSection, Section};
use crate::story::DatelineParts;

/// A case of `fixtures/checks.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    language: String,
    headline: String,
    section: String,
    kind: StoryKind,
    urgency: u8,
    place: String,
    body: serde_json::Value,
    /// Rule, block and field.
    found: Vec<(String, Option<String>, Option<String>)>,
}

fn agency() -> Agency {
    let language = |tag: &str| Language::parse(tag).expect("a tag");
    let edition = |tag: &str| {
        let mut edition = Edition::usual(language(tag), "ARNA");
        let section = EditionSection { slug: "politics".into(), name: "Politics".into() };
        edition.sections.insert("politics".into(), section);
        edition
    };
    Agency {
        revision: 1,
        name: "ARNA".into(),
        origin: "https://arna.example".into(),
        time_zone: jiff::tz::TimeZone::UTC,
        default_language: language("en"),
        captcha: String::new(),
        alone_after: None,
        license: None,
        acquire_license: None,
        sections: vec![Section { key: "politics".into(), parent: None }],
        merged: Default::default(),
        places: crate::place::Places::built_in(),
        editions: ["en", "de", "fr", "ru", "ar"].map(edition).into(),
    }
}

#[test]
fn the_cases_shared_with_the_editor_are_judged_as_they_say() {
    let cases: Vec<Case> =
        serde_json::from_str(include_str!("../../../../../fixtures/checks.json")).expect("cases");
    assert!(cases.len() > 10);
    for case in cases {
        let mut copy = StoryCopy::new(case.section, case.headline);
        (copy.kind, copy.urgency) = (case.kind, case.urgency);
        let place = Some(case.place).filter(|place| !place.is_empty());
        copy.dateline = Some(DatelineParts { place, ..DatelineParts::default() });
        copy.body = Body::from_json(&case.body.to_string()).expect(&case.name);
        let language = Language::parse(&case.language).expect(&case.name);
        let mut found: Vec<_> = checks(&agency(), language, &copy, &BTreeMap::new())
            .into_iter()
            .map(|one| {
                (one.rule.as_str().to_owned(), one.block.map(|b| b.to_string()), one.field.map(str::to_owned))
            })
            .collect();
        let mut wanted = case.found;
        found.sort();
        wanted.sort();
        assert_eq!(found, wanted, "{}", case.name);
    }
}

#[test]
fn links_to_stories_of_ours_are_told_from_others() {
    let agency = agency();
    let number =
        |address: &str| own_story(&Link::parse(address).expect(address), &agency).map(StoryNumber::get);
    let own = format!("{}/en/politics/a-vote-12?x=1#b-1", agency.origin);
    for address in ["/en/politics/a-vote-12", "/en/12", "/en/politics/a-vote-12/history", own.as_str()] {
        assert_eq!(number(address), Some(12), "{address}");
    }
    for address in [
        "https://other.example/en/politics/a-12",
        "/en/2026/06/01",
        "/en/politics",
        "/media/x-1",
        "mailto:a-1@b.example",
    ] {
        assert_eq!(number(address), None, "{address}");
    }
}
