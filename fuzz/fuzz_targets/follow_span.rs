//! Any three versions, any span: following never fails, speaks of spans the last version has, and is the same in
//! two goes; selectors and annotations of any kind are read or refused.
#![no_main]

use libfuzzer_sys::fuzz_target;
use text_anchor::{Fate, Quote, Span, Unit, Version, follow, read_annotation, step};

/// Blocks are lines, versions are apart by `\0`; the first letter of a line is its block's id.
fn version(text: &str) -> Option<Version<'_>> {
    let lines = text.split('\u{1}').filter(|line| !line.is_empty());
    let cut = |line: &'_ str| line.chars().next().map_or(0, char::len_utf8);
    Version::new(lines.map(|line| line.split_at(cut(line)))).ok()
}

fuzz_target!(|input: (u8, u8, &str)| {
    let (start, length, text) = input;
    let _ = read_annotation(text);
    let Some(versions) = text.split('\0').take(3).map(version).collect::<Option<Vec<_>>>() else { return };
    let Some(first) = versions.first() else { return };
    let Some((id, _)) = first.blocks().next() else { return };
    let span = Span::within(id, usize::from(start)..usize::from(start) + usize::from(length));
    let Some(span) = first.snap(&span, Unit::Graphemes) else { return };
    let fate = follow(&span, &versions);
    let last = &versions[versions.len() - 1];
    if let Some(now) = fate.span() {
        assert!(last.words_of(now).is_some(), "{fate:?}");
    }
    if let [one, two, three] = &versions[..] {
        let first = step(&span, one, two);
        let in_two = match first.span().cloned() {
            Some(now) => first.then(step(&now, two, three)),
            None => first,
        };
        assert_eq!(in_two, fate);
    }
    let same = [first, first].map(|version| Version::new(version.blocks()).expect("blocks of a version"));
    assert_eq!(follow(&span, &same), Fate::Kept { now: span.clone() });
    if let Ok(selector) = first.select(&span) {
        assert_eq!(first.check(&selector), Ok(selector.clone()));
        let quote = Quote { exact: selector.exact, prefix: selector.prefix, suffix: selector.suffix };
        let _ = last.find(&quote);
    }
});
