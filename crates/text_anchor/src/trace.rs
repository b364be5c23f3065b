//! Where words of one row stand in another, with the proof that no look-alike could be meant.
//!
//! A comparison of two rows finds *an* order-keeping match; often there are several, and a script that was
//! edited by hand took only one of them. So the match is not believed but examined: the run that holds the
//! words must be solid, no other place may fit the words as well, and the neighbouring change may not be
//! read so that it begins or ends within them. What fails is said to be doubtful, never guessed.

use crate::align::{Run, runs};
use crate::row::Row;
use std::ops::Range;

/// Weight from which a run speaks for itself, whatever changed around it.
const HEAVY: usize = 48;
/// Weight below which a run says nothing beside a change.
const LIGHT: usize = 8;
/// Weight of a run from which two blocks do not share it by chance.
const SHARED: usize = 16;
/// Words looked at on each side when two places are weighed against each other.
const MOST_CONTEXT: usize = 256;
/// Words between the end of a span and a replaced stretch within which its last word must not come again.
const NEAR: usize = 8;
/// Neighbouring words from which words at another place may be these words.
pub(crate) const TELLING: usize = 3;
/// Replaced words that are looked for elsewhere.
const MOST_WORDS: usize = 64;
/// How often weak runs are looked for; a text that needs more keeps its heavy runs alone.
const MOST_PASSES: usize = 64;

/// What became of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Finding {
    /// They stand here, word for word.
    Stands(Range<usize>),
    /// They are part of a stretch in whose place another stands now.
    Replaced { old: Range<usize>, new: Range<usize> },
    /// More than one reading of the change fits.
    Doubtful,
}

/// Two rows side by side.
pub(crate) struct Comparison<'r> {
    old: &'r Row,
    new: &'r Row,
    runs: Vec<Run>,
    solid: Vec<bool>,
}

/// Two places that are compared: a word of the old row and one of the new.
type Pair = (usize, usize);

/// How many words before and after two equal stretches are equal as well.
type Context = (usize, usize);

/// What lies between two runs, in both rows.
struct Gap {
    old: Range<usize>,
    new: Range<usize>,
    /// Words of the runs before and after it.
    around: (usize, usize),
}

impl<'r> Comparison<'r> {
    pub(crate) fn new(old: &'r Row, new: &'r Row) -> Comparison<'r> {
        let runs = runs(&old.hashes, &new.hashes);
        let mut comparison = Comparison { old, new, solid: vec![true; runs.len()], runs };
        for _ in 0..MOST_PASSES {
            if !comparison.drop_weak_runs() {
                return comparison;
            }
        }
        comparison.keep_heavy_runs();
        comparison
    }

    /// The weight of the words both rows have in runs that are no chance.
    pub(crate) fn shared_weight(&self) -> usize {
        let weight = |run: &Run| self.old.weight(run.old..run.old + run.len);
        let all = self.old.weight(0..self.old.len()).min(self.new.weight(0..self.new.len()));
        self.runs.iter().map(weight).filter(|weight| *weight >= SHARED || *weight == all).sum()
    }

    /// For each word of the old row whether the new one has it, by chance or not.
    pub(crate) fn all_shared(&self) -> Vec<bool> {
        let mut shared = vec![false; self.old.len()];
        self.runs.iter().for_each(|run| shared[run.old..run.old + run.len].fill(true));
        shared
    }

    /// Where the heaviest shared run begins in the old row.
    pub(crate) fn first_shared(&self) -> Option<usize> {
        self.heaviest().map(|run| run.old)
    }

    /// Where the heaviest shared run begins in the new row.
    pub(crate) fn first_taken(&self) -> Option<usize> {
        self.heaviest().map(|run| run.new)
    }

    fn heaviest(&self) -> Option<&Run> {
        self.runs.iter().max_by_key(|run| self.old.weight(run.old..run.old + run.len))
    }

    /// What became of words of the old row.
    pub(crate) fn trace(&self, span: Range<usize>) -> Finding {
        if self.change_may_begin_within(&span) {
            return Finding::Doubtful;
        }
        let holding = self.runs.iter().position(|run| run.old <= span.start && span.end <= run.old + run.len);
        let Some(holding) = holding.filter(|run| self.solid[*run]) else {
            return self.replaced_or_doubtful(&span);
        };
        let at = self.runs[holding].new + span.start - self.runs[holding].old;
        let (last, last_at) = (span.end - 1, at + span.len() - 1);
        let ends = [(span.start..span.start + 1, at), (last..last + 1, last_at)];
        if self.has_rival(&span, at) || ends.iter().any(|(word, at)| self.has_rival(word, *at)) {
            return Finding::Doubtful;
        }
        Finding::Stands(at..at + span.len())
    }

    fn replaced_or_doubtful(&self, span: &Range<usize>) -> Finding {
        let (old, new) = self.replaced(span);
        if span
            .clone()
            .filter(|word| !self.keeps(*word))
            .take(MOST_WORDS)
            .any(|word| self.may_stand_outside(&(word..word + 1), &new))
        {
            return Finding::Doubtful;
        }
        Finding::Replaced { old, new }
    }

    fn solid_runs(&self) -> impl Iterator<Item = &Run> {
        self.runs.iter().zip(&self.solid).filter(|(_, solid)| **solid).map(|(run, _)| run)
    }

    /// Takes away the runs that the changes around them outweigh; true when there were any. Each taken away
    /// widens the change it stood in, so this is done until none falls.
    fn drop_weak_runs(&mut self) -> bool {
        let solid: Vec<usize> = (0..self.runs.len()).filter(|run| self.solid[*run]).collect();
        let gaps = self.gaps(&solid);
        let mut weak = Vec::new();
        for (place, run) in solid.iter().enumerate() {
            let Run { old, len, .. } = self.runs[*run];
            let weight = self.old.weight(old..old + len);
            let beside = [&gaps[place], &gaps[place + 1]];
            let gone = beside.map(|gap| self.old.weight(gap.old.clone())).into_iter().max().unwrap_or(0);
            let come = beside.map(|gap| self.new.weight(gap.new.clone())).into_iter().max().unwrap_or(0);
            // Where words only came, or only went, the words between them are no chance.
            let most = gone.min(come);
            let least = if beside.iter().all(|gap| !gap.old.is_empty() || !gap.new.is_empty()) {
                SHARED
            } else {
                LIGHT
            };
            // What begins or ends both rows did not come there by chance.
            let outer = old == 0 && self.runs[*run].new == 0
                || old + len == self.old.len() && self.runs[*run].new + len == self.new.len();
            let outweighed = if outer { weight * 2 < most } else { weight < most || weight < least };
            if weight < HEAVY && most > 0 && outweighed {
                weak.push(*run);
            }
        }
        weak.iter().for_each(|run| self.solid[*run] = false);
        !weak.is_empty()
    }

    fn keep_heavy_runs(&mut self) {
        for (run, solid) in self.runs.iter().zip(&mut self.solid) {
            *solid &= self.old.weight(run.old..run.old + run.len) >= HEAVY;
        }
    }

    /// What lies before, between and after the given runs: one more than they are.
    fn gaps(&self, runs: &[usize]) -> Vec<Gap> {
        let mut gaps = Vec::with_capacity(runs.len() + 1);
        let (mut old, mut new, mut before) = (0, 0, 0);
        for run in runs.iter().map(|run| self.runs[*run]) {
            gaps.push(Gap { old: old..run.old, new: new..run.new, around: (before, run.len) });
            (old, new, before) = (run.old + run.len, run.new + run.len, run.len);
        }
        gaps.push(Gap { old: old..self.old.len(), new: new..self.new.len(), around: (before, 0) });
        gaps
    }

    /// The smallest stretch around the words that lies between solid runs, and what stands in its place.
    fn replaced(&self, span: &Range<usize>) -> (Range<usize>, Range<usize>) {
        let left = self.solid_runs().take_while(|run| run.old <= span.start).last();
        let right = self.solid_runs().find(|run| run.old + run.len >= span.end);
        let (old_start, new_start) = left.map_or((0, 0), |run| {
            let within = (span.start - run.old).min(run.len);
            (run.old + within, run.new + within)
        });
        let (old_end, new_end) = right.map_or((self.old.len(), self.new.len()), |run| {
            let within = span.end.saturating_sub(run.old);
            (run.old + within, run.new + within)
        });
        (old_start..old_end, new_start..new_end)
    }

    /// True when a change beside or in the words can be read so that other words of theirs are touched: of
    /// `the the cat` without one `the`, nobody can say which is left.
    fn change_may_begin_within(&self, span: &Range<usize>) -> bool {
        let every: Vec<usize> = (0..self.runs.len()).collect();
        let solid: Vec<usize> = every.iter().copied().filter(|run| self.solid[*run]).collect();
        let beside =
            |gap: &&Gap| gap.old.end + gap.around.1 >= span.start && gap.old.start - gap.around.0 <= span.end;
        let (near, wide) = (self.gaps(&every), self.gaps(&solid));
        near.iter().chain(&wide).filter(beside).any(|gap| match (gap.old.is_empty(), gap.new.is_empty()) {
            (true, true) => false,
            (true, false) => self.insertion_slides(gap, span) || self.edge_comes_again(gap, span),
            (false, true) => self.deletion_slides(gap, span) || self.edge_comes_again(gap, span),
            (false, false) => self.edge_comes_again(gap, span),
        })
    }

    fn insertion_slides(&self, gap: &Gap, span: &Range<usize>) -> bool {
        let (old, new, at) = (&self.old.hashes, &self.new.hashes, gap.old.start);
        let left = (1..=gap.around.0).take_while(|k| old[at - k] == new[gap.new.end - k]).count();
        let right = (0..gap.around.1).take_while(|k| old[at + k] == new[gap.new.start + k]).count();
        let zone = at - left..at + right;
        meet(&zone, span) && !(span.start < zone.start && zone.end < span.end)
    }

    fn deletion_slides(&self, gap: &Gap, span: &Range<usize>) -> bool {
        let (old, Range { start, end }) = (&self.old.hashes, gap.old.clone());
        let left = (1..=gap.around.0).take_while(|k| old[start - k] == old[end - k]).count();
        let right = (0..gap.around.1).take_while(|k| old[start + k] == old[end + k]).count();
        let unsure = [start - left..start, end - left..end, start..start + right, end..end + right];
        let whole = span.start <= start - left && end + right <= span.end;
        !whole && unsure.iter().any(|zone| meet(zone, span))
    }

    /// True when the edge of the words stands once more in the replaced stretch beside it.
    fn edge_comes_again(&self, gap: &Gap, span: &Range<usize>) -> bool {
        let again = |edge: &[u64], row: &[u64], from: usize, to: usize| {
            to <= row.len() && from < to && row[from..to].windows(edge.len()).any(|words| words == edge)
        };
        let (old, new) = (&self.old.hashes, &self.new.hashes);
        let (start, end) = (gap.old.start, gap.old.end);
        if span.end <= start && start - span.end < NEAR && start - span.end < gap.around.0 {
            let edge = &old[span.end - 1..start];
            let back = edge.len() - 1;
            return again(edge, old, start - back, end)
                || again(edge, new, gap.new.start - back.min(gap.new.start), gap.new.end);
        }
        if span.start >= end && span.start - end < NEAR && span.start - end < gap.around.1 {
            let edge = &old[end..=span.start];
            let on = edge.len() - 1;
            return again(edge, old, start, end + on) || again(edge, new, gap.new.start, gap.new.end + on);
        }
        false
    }

    /// True when words that were replaced stand once more with some of their neighbours, and nothing else
    /// explains it: of two sentences that began alike, nobody can say which is left.
    fn may_stand_outside(&self, span: &Range<usize>, now: &Range<usize>) -> bool {
        let words = &self.old.hashes[span.clone()];
        places(&self.new.hashes, words).filter(|place| !now.contains(place)).any(|place| {
            let context = self.context((span.start, place), words.len());
            let owner = self.solid_runs().find(|run| run.new <= place && place < run.new + run.len);
            let owner = owner.map(|run| (run.old + place - run.new, place));
            let telling = sum(context) > 0;
            self.ends_at_the_change(span, place, context)
                || (telling && !self.is_explained(owner, context, (0, 0), words.len()))
        })
    }

    /// True when a place and its likeness to the words end where the change begins that took the words, or
    /// begin where it ends.
    fn ends_at_the_change(&self, span: &Range<usize>, place: usize, context: (usize, usize)) -> bool {
        self.runs.iter().filter(|run| run.new <= place && place < run.new + run.len).any(|run| {
            let (start, end) = (place - context.0, place + span.len() + context.1);
            (run.old + run.len <= span.start && end >= run.new + run.len)
                || (run.old >= span.end && start <= run.new)
        })
    }

    /// True when a word stands where it stood, among words that changed.
    pub(crate) fn keeps(&self, word: usize) -> bool {
        self.solid_runs().any(|run| run.old <= word && word < run.old + run.len)
    }

    /// True when the neighbours of a word, as far as they stand around it at a place of another row, are
    /// still where they were: then that place is a copy.
    pub(crate) fn keeps_neighbours(&self, word: usize, around: (usize, usize)) -> bool {
        let (before, after) = (around.0.min(NEAR), around.1.min(NEAR));
        let tells = |word: usize| self.old.weight(word..word + 1) > 0 && self.keeps(word);
        (word - before..word).chain(word + 1..=word + after).any(tells)
    }

    /// Where a word of the old row stands in the new one with at least so many of its neighbours, and with how many
    /// before and after.
    pub(crate) fn echoes(&self, word: usize, least: usize) -> Vec<Context> {
        places(&self.new.hashes, &self.old.hashes[word..=word])
            .map(|place| self.context((word, place), 1))
            .filter(|context| sum(*context) >= least)
            .collect()
    }

    /// True when the words fit another place as well, or other words fit theirs.
    fn has_rival(&self, span: &Range<usize>, at: usize) -> bool {
        let (old, new) = (&self.old.hashes[..], &self.new.hashes[..]);
        let words = &old[span.clone()];
        let own = self.context((span.start, at), words.len());
        let rivals = |pair: Pair, context: Context| {
            let telling = sum(context) >= TELLING || self.stands_alike(pair, words.len());
            telling || context.0 > own.0 || context.1 > own.1 || context == own
        };
        let elsewhere = places(new, words).filter(|place| *place != at).any(|place| {
            let context = self.context((span.start, place), words.len());
            let owner = self.solid_runs().find(|run| run.new <= place && place < run.new + run.len);
            let owner = owner.map(|run| (run.old + place - run.new, place));
            rivals((span.start, place), context) && !self.is_explained(owner, context, own, words.len())
        });
        elsewhere
            || places(old, words).filter(|place| *place != span.start).any(|place| {
                let context = self.context((place, at), words.len());
                let home = self.solid_runs().find(|run| run.old <= place && place < run.old + run.len);
                let home = home.map(|run| (place, run.new + place - run.old));
                rivals((place, at), context) && !self.is_explained(home, context, own, words.len())
            })
    }

    /// True when a rival has a match of its own, and reading it otherwise would part far more neighbours than
    /// it joins.
    fn is_explained(&self, match_of_rival: Option<Pair>, rival: Context, own: Context, len: usize) -> bool {
        match_of_rival.is_some_and(|pair| {
            let (rival, own, matched) = (sum(rival), sum(own), sum(self.context(pair, len)));
            matched > rival && matched + own > 2 * rival + 4
        })
    }

    /// True when half of the words around two places are the same, in whatever order.
    fn stands_alike(&self, (old, new): Pair, len: usize) -> bool {
        let around = |row: &[u64], at: usize| {
            let before = &row[at.saturating_sub(NEAR)..at];
            let after = &row[(at + len).min(row.len())..(at + len + NEAR).min(row.len())];
            [before, after].concat()
        };
        let (was, mut is) = (around(&self.old.hashes, old), around(&self.new.hashes, new));
        let common = was.iter().filter(|word| {
            let found = is.iter().position(|other| other == *word);
            found.map(|at| is.swap_remove(at)).is_some()
        });
        common.count() * 2 >= was.len()
    }

    /// How many words before and after two equal stretches are equal as well.
    fn context(&self, (old, new): Pair, len: usize) -> Context {
        let (before, after) = (&self.old.hashes[..old], self.old.hashes.get(old + len..).unwrap_or(&[]));
        let new_after = self.new.hashes.get(new + len..).unwrap_or(&[]);
        let back = before.iter().rev().zip(self.new.hashes[..new].iter().rev());
        let on = after.iter().zip(new_after);
        (
            back.take(MOST_CONTEXT).take_while(|(a, b)| a == b).count(),
            on.take(MOST_CONTEXT).take_while(|(a, b)| a == b).count(),
        )
    }
}

/// The first and last words of a span; of a short one all.
pub(crate) fn edges(span: &Range<usize>) -> impl Iterator<Item = usize> + use<> {
    let (start, end) = (span.start, span.end);
    (start..end).filter(move |word| word - start < NEAR || end - word <= NEAR)
}

fn sum(context: Context) -> usize {
    context.0 + context.1
}

fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start.max(other.start) < one.end.min(other.end)
}

fn places<'w>(row: &'w [u64], words: &'w [u64]) -> impl Iterator<Item = usize> + 'w {
    row.windows(words.len()).enumerate().filter(move |(_, window)| *window == words).map(|(place, _)| place)
}
