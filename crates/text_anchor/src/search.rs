//! A quote without history: found by its likeness, with a floor and a margin, or not at all.

use crate::annotation::Quote;
use crate::bounds::{MAX_CONTEXT, MAX_QUOTE_BYTES};
use crate::row::Row;
use crate::version::{Span, Version};
use crate::words::words;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashMap;

/// The least likeness, of a hundred, of words and context to a place.
const FLOOR: usize = 80;
/// By how much the best place must be ahead of the next, of a hundred.
const MARGIN: usize = 10;
/// Places that are weighed; a quote that may stand at more is not searched for.
const MOST_PLACES: usize = 256;

impl Version<'_> {
    /// Where a quote stands in a text whose history is not known.
    ///
    /// Its words with those before and after are laid over every place where some of its words stand; the
    /// best must be at least 80 % the same and 10 points ahead of any place that does not overlap it.
    /// `None` when there is no such place: not found, or more than one.
    ///
    /// Costs time linear in the text and in the quote, and at most 256 comparisons of the quote's size.
    pub fn find(&self, quote: &Quote) -> Option<Span> {
        if quote.exact.len().max(quote.prefix.len()).max(quote.suffix.len()) > MAX_QUOTE_BYTES {
            return None;
        }
        let skipped = quote.prefix.chars().count().saturating_sub(MAX_CONTEXT);
        let prefix: String = quote.prefix.chars().skip(skipped).collect();
        let suffix: String = quote.suffix.chars().take(MAX_CONTEXT).collect();
        let [before, exact, after] = [&prefix, &quote.exact, &suffix].map(|text| hashes(text));
        if exact.is_empty() {
            return None;
        }
        let row = Row::of(self, 0..self.len());
        let wanted = [before.clone(), exact.clone(), after].concat();
        let mut scores: Vec<(usize, usize)> = starts(&row.hashes, &exact)?
            .into_iter()
            .map(|at| (likeness(&row.hashes, at, &wanted, before.len(), exact.len()), at))
            .collect();
        scores.sort_unstable_by(|a, b| b.cmp(a));
        let (best, at) = *scores.first()?;
        let end = at + exact.len();
        let rival = scores.iter().find(|(_, other)| other + exact.len() <= at || *other >= end);
        let apart = rival.is_none_or(|(score, _)| best >= score + MARGIN);
        (best >= FLOOR && apart).then(|| self.span(row.start(at), row.end(end - 1)))
    }
}

fn hashes(text: &str) -> Vec<u64> {
    words(text).iter().map(|word| word.hash).collect()
}

/// Where the quote may begin, from the places of its rarest words; `None` when there are too many.
fn starts(row: &[u64], exact: &[u64]) -> Option<Vec<usize>> {
    let mut places: HashMap<u64, Vec<usize>> = exact.iter().map(|word| (*word, Vec::new())).collect();
    for (place, word) in row.iter().enumerate() {
        if let Some(known) = places.get_mut(word) {
            known.push(place);
        }
    }
    let mut seeds: Vec<(usize, usize)> = exact
        .iter()
        .enumerate()
        .map(|(place, word)| (places[word].len(), place))
        .filter(|(count, _)| *count > 0)
        .collect();
    seeds.sort_unstable();
    let mut starts: Vec<usize> = Vec::new();
    for (count, seed) in seeds.into_iter().take(8) {
        if starts.len() + count > MOST_PLACES {
            break;
        }
        starts.extend(places[&exact[seed]].iter().filter_map(|place| place.checked_sub(seed)));
    }
    starts.retain(|start| start + exact.len() <= row.len());
    starts.sort_unstable();
    starts.dedup();
    (!starts.is_empty()).then_some(starts)
}

/// How much of the quote and of its context stands at a place, of a hundred; the words themselves count twice.
fn likeness(row: &[u64], at: usize, wanted: &[u64], before: usize, len: usize) -> usize {
    let after = wanted.len() - before - len;
    let from = at.saturating_sub(before);
    let to = (at + len + after).min(row.len());
    let equal = |old: &[u64], new: &[u64]| -> usize {
        let steps = capture_diff_slices(Algorithm::Myers, old, new).into_iter();
        steps.map(|step| if let DiffOp::Equal { len, .. } = step { len } else { 0 }).sum()
    };
    let own = equal(&wanted[before..before + len], &row[at..at + len]);
    let all = equal(wanted, &row[from..to]);
    (own + all) * 100 / (len + wanted.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str], exact: &str, prefix: &str, suffix: &str) -> Option<String> {
        let ids: Vec<String> = (0..texts.len()).map(|n| format!("p{n}")).collect();
        let version = Version::new(ids.iter().map(String::as_str).zip(texts.iter().copied())).unwrap();
        let quote = Quote { exact: exact.into(), prefix: prefix.into(), suffix: suffix.into() };
        version.find(&quote).map(|span| format!("{}:{}", span.start.block, version.words_of(&span).unwrap()))
    }

    #[test]
    fn context_tells_the_same_words_apart() {
        let texts =
            ["The mayor of Baku spoke first.", "The mayor of Ganja thanked the people of Baku warmly."];
        assert_eq!(found(&texts, "Baku", "the people of ", " warmly").as_deref(), Some("p1:Baku"));
    }

    #[test]
    fn the_same_words_twice_are_not_found() {
        assert_eq!(found(&["Baku is old.", "Baku is old."], "Baku", "", " is old"), None);
    }

    #[test]
    fn a_word_changed_in_a_long_quote_is_found() {
        let text = "Some 38,000 cars and lorries use the old bridge over the river every working day.";
        let quote = "53,000 cars and lorries use the old bridge over the river";
        assert_eq!(
            found(&[text], quote, "Some ", " every working day").as_deref(),
            Some("p0:38,000 cars and lorries use the old bridge over the river")
        );
    }

    #[test]
    fn what_is_only_somewhat_alike_is_not_found() {
        assert_eq!(
            found(&["The old mill by the river burnt down."], "the old bridge over the river", "", ""),
            None
        );
    }
}
