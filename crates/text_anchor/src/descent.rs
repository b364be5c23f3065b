//! Which blocks of a later version a block became: itself, its two halves, or part of its neighbour.

use crate::align::longest_rising;
use crate::row::Row;
use crate::trace::{Comparison, TELLING, edges};
use crate::version::Version;
use std::ops::Range;

/// How many fresh blocks are looked at, the nearest first.
const MOST_CANDIDATES: usize = 16;

/// Two versions, one following the other.
pub(crate) struct Pair<'v, 'a> {
    pub(crate) old: &'v Version<'a>,
    pub(crate) new: &'v Version<'a>,
}

/// Old blocks and the new ones that hold their words.
pub(crate) struct Descent {
    pub(crate) old: Vec<usize>,
    pub(crate) new: Vec<usize>,
}

impl Pair<'_, '_> {
    /// What a block became. Empty when it is gone; more than one reading when two neighbours may have taken
    /// its words.
    pub(crate) fn descents(&self, block: usize) -> Vec<Descent> {
        match self.new.place_of(self.old.id_at(block)) {
            Some(new) => vec![Descent { old: vec![block], new: self.halves(block, new) }],
            None => self.mergers(block),
        }
    }

    /// True when the block kept its id and its place among those that did.
    pub(crate) fn stays(&self, block: usize) -> bool {
        let places: Vec<Option<usize>> =
            (0..self.old.len()).map(|old| self.new.place_of(self.old.id_at(old))).collect();
        longest_rising(&places)[block]
    }

    fn is_fresh(&self, new: usize) -> bool {
        self.old.place_of(self.new.id_at(new)).is_none()
    }

    /// The block and the fresh blocks that were split off it, in the order their words had.
    fn halves(&self, old: usize, new: usize) -> Vec<usize> {
        if self.old.text_at(old) == self.new.text_at(new) {
            return vec![new];
        }
        self.halves_of(&Row::of(self.old, [old]), new)
    }

    fn halves_of(&self, was: &Row, new: usize) -> Vec<usize> {
        let mut fresh: Vec<usize> = (0..self.new.len()).filter(|new| self.is_fresh(*new)).collect();
        fresh.sort_by_key(|fresh| fresh.abs_diff(new));
        fresh.truncate(MOST_CANDIDATES);
        let is = Row::of(self.new, [new]);
        let mut halves = vec![new];
        halves.extend(fresh.into_iter().filter(|fresh| self.is_split_off(was, &is, *fresh)));
        halves.sort_by_cached_key(|half| {
            Comparison::new(was, &Row::of(self.new, [*half])).first_shared().unwrap_or(usize::MAX)
        });
        halves
    }

    /// A split shares out the words of a block; a copy repeats them.
    fn is_split_off(&self, was: &Row, is: &Row, fresh: usize) -> bool {
        let part = Row::of(self.new, [fresh]);
        let all = part.weight(0..part.len());
        let to_part = Comparison::new(was, &part);
        let from_old = to_part.shared_weight();
        if from_old == 0 || from_old * 3 < all || Comparison::new(is, &part).shared_weight() * 4 > all {
            return false;
        }
        let (kept, gone) = (Comparison::new(was, is).all_shared(), to_part.all_shared());
        let weigh = |words: &[bool]| -> usize {
            words
                .iter()
                .enumerate()
                .filter(|(_, both)| **both)
                .map(|(word, _)| was.weight(word..word + 1))
                .sum()
        };
        let both: Vec<bool> = kept.iter().zip(&gone).map(|(kept, gone)| *kept && *gone).collect();
        weigh(&both) * 4 <= weigh(&kept).min(weigh(&gone))
    }

    /// True when the words of a block, with neighbours of theirs, came to a block that was not made from it,
    /// and are no copy there: `own` is the comparison with what the block became.
    pub(crate) fn may_have_gone(
        &self,
        block: usize,
        bytes: Range<usize>,
        descent: &Descent,
        own: Option<(&Comparison<'_>, &Range<usize>)>,
    ) -> bool {
        let was = Row::of(self.old, [block]);
        let Some(words) = was.covered(block, bytes) else { return false };
        (0..self.new.len()).filter(|new| !descent.new.contains(new)).any(|new| {
            let before = self.old.place_of(self.new.id_at(new));
            if before.is_some_and(|old| self.old.text_at(old) == self.new.text_at(new)) {
                return false;
            }
            let is = Row::of(self.new, [new]);
            let there = before.map(|old| Row::of(self.old, [old]));
            let now = Comparison::new(&was, &is);
            let then = there.as_ref().map(|there| Comparison::new(&was, there));
            // What comes beside the block may be its last words, too few to be known by their neighbours.
            let beside = before.is_none() && descent.new.iter().any(|own| own.abs_diff(new) == 1);
            // Of a block that is gone one neighbour is enough to doubt.
            let least = if beside { 0 } else { own.map_or(1, |_| TELLING) };
            edges(&words).any(|word| {
                let echoes = now.echoes(word, least);
                let was_there = then.as_ref().map_or(0, |then| then.echoes(word, least).len());
                let copied = |around: &(usize, usize)| {
                    own.is_some_and(|(own, span)| {
                        let word = span.start + word - words.start;
                        own.keeps(word) || own.keeps_neighbours(word, *around)
                    })
                };
                echoes.len() > was_there && !echoes.iter().any(copied)
            })
        })
    }

    /// True when the words came, with neighbours of theirs, to a block that was not made from theirs: where both
    /// blocks changed, nobody can say which of the two is the copy.
    pub(crate) fn came_elsewhere(&self, block: usize, bytes: Range<usize>, descent: &Descent) -> bool {
        let was = Row::of(self.old, [block]);
        let Some(words) = was.covered(block, bytes) else { return false };
        (0..self.new.len()).filter(|new| !descent.new.contains(new)).any(|new| {
            let before = self.old.place_of(self.new.id_at(new));
            if before.is_some_and(|old| self.old.text_at(old) == self.new.text_at(new)) {
                return false;
            }
            let is = Row::of(self.new, [new]);
            let there = before.map(|old| Row::of(self.old, [old]));
            let now = Comparison::new(&was, &is);
            let then = there.as_ref().map(|there| Comparison::new(&was, there));
            edges(&words).any(|word| {
                let was_there = then.as_ref().map_or(0, |then| then.echoes(word, TELLING).len());
                now.echoes(word, TELLING).len() > was_there
            })
        })
    }

    /// The blocks that took the words of a block that is gone, each with what it was made of.
    fn mergers(&self, block: usize) -> Vec<Descent> {
        let gone = Row::of(self.old, [block]);
        let mut changed: Vec<(usize, usize)> = (0..self.old.len())
            .filter_map(|old| Some((old, self.new.place_of(self.old.id_at(old))?)))
            .filter(|(old, new)| self.old.text_at(*old) != self.new.text_at(*new))
            .collect();
        changed.sort_by_key(|(old, _)| old.abs_diff(block));
        changed.truncate(MOST_CANDIDATES);
        let homes = changed.into_iter().filter(|(old, new)| self.took(&gone, *old, *new));
        homes.map(|(old, new)| self.merger(block, old, new)).collect()
    }

    /// True when a block has words now, of one that is gone, which it did not have before.
    fn took(&self, gone: &Row, old: usize, new: usize) -> bool {
        let all = gone.weight(0..gone.len());
        let (was, is) = (Row::of(self.old, [old]), Row::of(self.new, [new]));
        let shared = Comparison::new(gone, &is).shared_weight();
        shared > 0 && shared >= Comparison::new(gone, &was).shared_weight() + all / 2
    }

    fn merger(&self, block: usize, home: usize, new: usize) -> Descent {
        let is = Row::of(self.new, [new]);
        let mut others: Vec<usize> =
            (0..self.old.len()).filter(|old| self.new.place_of(self.old.id_at(*old)).is_none()).collect();
        others.sort_by_key(|old| old.abs_diff(home));
        others.truncate(MOST_CANDIDATES);
        others.retain(|old| *old == block || self.took(&Row::of(self.old, [*old]), home, new));
        let mut parts = vec![home];
        parts.extend(others);
        parts.sort_by_cached_key(|old| {
            Comparison::new(&Row::of(self.old, [*old]), &is).first_taken().unwrap_or(usize::MAX)
        });
        let was = Row::of(self.old, parts.iter().copied());
        Descent { new: self.halves_of(&was, new), old: parts }
    }
}
