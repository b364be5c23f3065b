//! Which words of one row stand in another, in the same order.

use crate::bounds::MAX_COMPARED_WORDS;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashMap;

/// Words that two rows share, one after the other in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) old: usize,
    pub(crate) new: usize,
    pub(crate) len: usize,
}

/// How many words must stand together, once on each side, to cut a long stretch at them.
const SHINGLE: usize = 6;

/// The runs two rows share, rising on both sides, none touching the next on both sides.
///
/// Linear in the words, and in each changed stretch of n words at most n² with n bounded.
pub(crate) fn runs(old: &[u64], new: &[u64]) -> Vec<Run> {
    let before = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[before..], &new[before..]);
    let after = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let old_mid = &old_rest[..old_rest.len() - after];
    let new_mid = &new_rest[..new_rest.len() - after];
    let mut found = Joined(Vec::new());
    found.push(Run { old: 0, new: 0, len: before });
    for (from, to) in cuts(old_mid, new_mid) {
        let (old_part, new_part) = (&old_mid[from.0..to.0], &new_mid[from.1..to.1]);
        compare(old_part, new_part, (before + from.0, before + from.1), &mut found);
    }
    found.push(Run { old: old.len() - after, new: new.len() - after, len: after });
    found.0
}

fn compare(old: &[u64], new: &[u64], at: (usize, usize), found: &mut Joined) {
    if old.is_empty() || new.is_empty() || old.len().max(new.len()) > MAX_COMPARED_WORDS {
        return;
    }
    for step in capture_diff_slices(Algorithm::Myers, old, new) {
        if let DiffOp::Equal { old_index, new_index, len } = step {
            found.push(Run { old: at.0 + old_index, new: at.1 + new_index, len });
        }
    }
}

struct Joined(Vec<Run>);

impl Joined {
    fn push(&mut self, run: Run) {
        match self.0.last_mut() {
            _ if run.len == 0 => {}
            Some(last) if last.old + last.len == run.old && last.new + last.len == run.new => {
                last.len += run.len;
            }
            _ => self.0.push(run),
        }
    }
}

type Cut = (usize, usize);

/// Cuts a long stretch where a shingle stands once on both sides.
fn cuts(old: &[u64], new: &[u64]) -> Vec<(Cut, Cut)> {
    let mut ends: Vec<Cut> = Vec::new();
    if old.len().max(new.len()) > MAX_COMPARED_WORDS {
        ends = rising(&common_shingles(old, new));
    }
    ends.push((old.len(), new.len()));
    let mut from = (0, 0);
    ends.into_iter().map(|to| (std::mem::replace(&mut from, to), to)).collect()
}

fn common_shingles(old: &[u64], new: &[u64]) -> Vec<Cut> {
    let in_new = single_shingles(new);
    let mut common: Vec<Cut> = single_shingles(old)
        .into_iter()
        .filter_map(|(shingle, place)| Some((place?, (*in_new.get(shingle)?)?)))
        .collect();
    common.sort_unstable();
    common
}

/// Each shingle with its place, or with `None` when it stands more than once.
fn single_shingles(words: &[u64]) -> HashMap<&[u64], Option<usize>> {
    let mut places = HashMap::new();
    for (place, shingle) in words.windows(SHINGLE).enumerate() {
        places.entry(shingle).and_modify(|known| *known = None).or_insert(Some(place));
    }
    places
}

/// The longest row of places that rises on both sides.
fn rising(places: &[Cut]) -> Vec<Cut> {
    let stayed = longest_rising(&places.iter().map(|place| Some(place.1)).collect::<Vec<_>>());
    places.iter().zip(stayed).filter(|(_, stayed)| *stayed).map(|(place, _)| *place).collect()
}

/// Which of the given places belong to the longest row that rises; `None` never does.
pub(crate) fn longest_rising(places: &[Option<usize>]) -> Vec<bool> {
    let mut tops: Vec<(usize, usize)> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; places.len()];
    for (at, place) in places.iter().enumerate() {
        let Some(place) = *place else { continue };
        let height = tops.partition_point(|(top, _)| *top < place);
        before[at] = height.checked_sub(1).map(|below| tops[below].1);
        if height == tops.len() { tops.push((place, at)) } else { tops[height] = (place, at) }
    }
    let mut stayed = vec![false; places.len()];
    let mut next = tops.last().map(|(_, at)| *at);
    while let Some(at) = next {
        stayed[at] = true;
        next = before[at];
    }
    stayed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_stretch_is_cut_where_six_words_stand_once() {
        let old: Vec<u64> = (0..9_000).collect();
        let new: Vec<u64> = (0..9_000).map(|n| if n % 500 == 7 { n + 100_000 } else { n }).collect();
        let kept: usize = runs(&old, &new).iter().map(|run| run.len).sum();
        assert_eq!(kept, 9_000 - 18);
    }

    #[test]
    fn a_long_repetition_counts_as_replaced() {
        let old: Vec<u64> = (0..100_000).map(|n| n % 3).collect();
        let new: Vec<u64> = (0..100_000).map(|n| n % 2 + 1).collect();
        assert!(runs(&old, &new).iter().map(|run| run.len).sum::<usize>() < 10);
    }
}
