//! The words of one block or of several, in a row.

use crate::version::Version;
use crate::words::Word;
use std::ops::Range;

/// Words of neighbouring blocks as one row, so that a paragraph's break is no change of the words.
pub(crate) struct Row {
    words: Vec<(usize, Word)>,
    pub(crate) hashes: Vec<u64>,
    /// The weight of all words before each.
    weights: Vec<usize>,
}

impl Row {
    pub(crate) fn of(version: &Version<'_>, blocks: impl IntoIterator<Item = usize>) -> Row {
        let mut row = Row { words: Vec::new(), hashes: Vec::new(), weights: vec![0] };
        let mut weight = 0;
        for block in blocks {
            for word in version.words_at(block) {
                weight += word.weight;
                row.words.push((block, *word));
                row.hashes.push(word.hash);
                row.weights.push(weight);
            }
        }
        row
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    pub(crate) fn weight(&self, words: Range<usize>) -> usize {
        self.weights[words.end] - self.weights[words.start]
    }

    /// The words that share a byte with a stretch of a block; `None` when it has none.
    pub(crate) fn covered(&self, block: usize, bytes: Range<usize>) -> Option<Range<usize>> {
        let first = self.words.iter().position(|(of, word)| *of == block && word.end > bytes.start)?;
        let rest = &self.words[first..];
        let count = rest.iter().take_while(|(of, word)| *of == block && word.start < bytes.end).count();
        (count > 0).then_some(first..first + count)
    }

    /// True when the words stand in blocks that follow one another.
    pub(crate) fn is_unbroken(&self, words: &Range<usize>) -> bool {
        let blocks = self.words[words.clone()].windows(2);
        blocks.into_iter().all(|pair| pair[1].0 == pair[0].0 || pair[1].0 == pair[0].0 + 1)
    }

    /// Where a word begins: block and byte.
    pub(crate) fn start(&self, word: usize) -> (usize, usize) {
        let (block, word) = self.words[word];
        (block, word.start)
    }

    /// Where a word ends: block and byte.
    pub(crate) fn end(&self, word: usize) -> (usize, usize) {
        let (block, word) = self.words[word];
        (block, word.end)
    }

    /// True when words of both rows have the same letters: a hash is no proof.
    pub(crate) fn says_the_same(
        &self,
        version: &Version<'_>,
        words: Range<usize>,
        other: (&Row, &Version<'_>, usize),
    ) -> bool {
        let (other_row, other_version, at) = other;
        let text = |row: &Row, version: &Version<'_>, place: usize| {
            let (block, word) = row.words[place];
            version.text_at(block)[word.start..word.end].to_owned()
        };
        words.clone().all(|place| {
            text(self, version, place) == text(other_row, other_version, at + place - words.start)
        })
    }
}
