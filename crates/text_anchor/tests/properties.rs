//! What holds for any texts and any spans.

use proptest::prelude::*;
use text_anchor::{Fate, Span, Unit, Version, follow, step};

/// Short texts of few words, so that look-alikes are everywhere.
fn text() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "a",
        "b",
        "the",
        "Baku",
        "53,000",
        "e\u{301}",
        "👩‍👩‍👧",
        "议会",
        "สวัสดี",
        "مرحبا",
        ".",
        ",",
        "\n",
        "  ",
    ]);
    prop::collection::vec(word, 0..24).prop_map(|words| words.join(" "))
}

fn story() -> impl Strategy<Value = Vec<(String, String)>> {
    prop::collection::vec((prop::sample::select((0..6).collect::<Vec<_>>()), text()), 1..5).prop_map(
        |blocks| {
            let mut story: Vec<(String, String)> = Vec::new();
            for (id, text) in blocks {
                if story.iter().all(|(known, _)| *known != format!("p{id}")) {
                    story.push((format!("p{id}"), text));
                }
            }
            story
        },
    )
}

fn version(story: &[(String, String)]) -> Version<'_> {
    Version::new(story.iter().map(|(id, text)| (id.as_str(), text.as_str()))).unwrap()
}

fn spans(version: &Version<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    for (id, text) in version.blocks() {
        let length = text.chars().count();
        let all = (0..length).flat_map(|start| [1, 3, 9].map(|len| (start, (start + len).min(length))));
        spans.extend(
            all.filter_map(|(start, end)| version.snap(&Span::within(id, start..end), Unit::Graphemes)),
        );
    }
    spans.dedup();
    spans.truncate(60);
    spans
}

fn is_on_graphemes(version: &Version<'_>, span: &Span) -> bool {
    version.snap(span, Unit::Graphemes).is_none_or(|snapped| {
        let words = |span: &Span| version.words_of(span).unwrap().trim().to_owned();
        words(&snapped) == words(span)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answers_are_spans_of_the_last_version_on_whole_characters(old in story(), new in story()) {
        let versions = [version(&old), version(&new)];
        for span in spans(&versions[0]) {
            let fate = follow(&span, &versions);
            if let Some(now) = fate.span() {
                prop_assert!(versions[1].words_of(now).is_some(), "{fate:?}");
                prop_assert!(is_on_graphemes(&versions[1], now), "{fate:?}");
            }
            if fate.is_intact() {
                let dense = |text: String| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
                let now = versions[1].words_of(fate.span().unwrap()).unwrap();
                prop_assert_eq!(dense(now), dense(versions[0].words_of(&span).unwrap()));
            }
        }
    }

    #[test]
    fn through_the_same_version_everything_is_kept_where_it_is(story in story()) {
        let versions = [version(&story), version(&story), version(&story)];
        for span in spans(&versions[0]) {
            prop_assert_eq!(follow(&span, &versions), Fate::Kept { now: span });
        }
    }

    #[test]
    fn following_in_two_goes_is_following_at_once(one in story(), two in story(), three in story()) {
        let versions = [version(&one), version(&two), version(&three)];
        for span in spans(&versions[0]) {
            let first = follow(&span, &versions[..2]);
            let in_two = match first.span().cloned() {
                Some(now) => first.then(step(&now, &versions[1], &versions[2])),
                None => first,
            };
            prop_assert_eq!(in_two, follow(&span, &versions));
        }
    }

    #[test]
    fn what_was_selected_passes_the_check(story in story()) {
        let version = version(&story);
        for span in spans(&version) {
            if let Ok(selector) = version.select(&span) {
                prop_assert_eq!(version.check(&selector), Ok(selector.clone()));
            }
        }
    }
}

#[test]
fn a_megabyte_of_one_word_is_answered() {
    let (old, new) = ("ha ".repeat(350_000), "ha ".repeat(349_999));
    let versions =
        [Version::new([("a", old.as_str())]).unwrap(), Version::new([("a", new.as_str())]).unwrap()];
    assert!(matches!(follow(&Span::within("a", 600_000..600_002), &versions), Fate::Unanchored { .. }));
}

#[test]
fn a_megabyte_with_changes_at_both_ends_keeps_what_stands_between() {
    let middle: String = (0..120_000).map(|n| format!("word{n} ")).collect();
    let (old, new) = (format!("first {middle}last"), format!("one more first {middle}and last"));
    let versions =
        [Version::new([("a", old.as_str())]).unwrap(), Version::new([("a", new.as_str())]).unwrap()];
    let start = old.find("word777 ").unwrap();
    let now = Span::within("a", start + 9..start + 16);
    assert_eq!(follow(&Span::within("a", start..start + 7), &versions), Fate::Kept { now });
}
