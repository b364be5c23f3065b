//! Spans that begin and end where a reader sees a character or a word begin and end.

use crate::version::{Span, Version};
use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{GraphemeClusterSegmenter, WordSegmenter};

/// What a span is widened to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Characters as readers see them (grapheme clusters, UAX 29).
    Graphemes,
    /// Words: by UAX 29, and by ICU's dictionaries and models for Chinese, Japanese, Thai, Lao, Khmer and
    /// Burmese.
    Words,
}

impl Version<'_> {
    /// Widens a span to whole characters or words, after taking white space off both ends; `None` where the
    /// version has no such span or it holds nothing but white space.
    ///
    /// Linear in the texts of the first and the last block.
    pub fn snap(&self, span: &Span, unit: Unit) -> Option<Span> {
        let pieces = self.pieces(span)?;
        let mut pieces = pieces.into_iter().filter(|piece| !piece.text(self).trim().is_empty());
        let first = pieces.next()?;
        let last = pieces.next_back().unwrap_or(first);
        let start = first.end - first.text(self).trim_start().len().min(first.end - first.start);
        let end = last.start + last.text(self).trim_end().len();
        let start = before(self.text_at(first.block), start, unit);
        let end = after(self.text_at(last.block), end, unit);
        Some(self.span((first.block, start), (last.block, end)))
    }
}

/// The last boundary at or before a byte.
fn before(text: &str, byte: usize, unit: Unit) -> usize {
    boundaries(text, unit).into_iter().take_while(|boundary| *boundary <= byte).last().unwrap_or(0)
}

/// The first boundary at or after a byte.
fn after(text: &str, byte: usize, unit: Unit) -> usize {
    boundaries(text, unit).into_iter().find(|boundary| *boundary >= byte).unwrap_or(text.len())
}

fn boundaries(text: &str, unit: Unit) -> Vec<usize> {
    let graphemes: Vec<usize> = GraphemeClusterSegmenter::new().segment_str(text).collect();
    match unit {
        Unit::Graphemes => graphemes,
        Unit::Words => {
            let segmenter = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
            let words = segmenter.segment_str(text);
            words.filter(|boundary| graphemes.binary_search(boundary).is_ok()).collect()
        }
    }
}

/// How many characters a reader sees.
pub(crate) fn count_graphemes(text: &str) -> usize {
    GraphemeClusterSegmenter::new().segment_str(text).count().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapped(text: &str, part: &str, unit: Unit) -> String {
        let version = Version::new([("a", text)]).unwrap();
        let start = text[..text.find(part).unwrap()].chars().count();
        let span = Span::within("a", start..start + part.chars().count());
        version.words_of(&version.snap(&span, unit).unwrap()).unwrap()
    }

    #[test]
    fn half_a_word_becomes_the_word_in_every_script() {
        assert_eq!(snapped("The ministers met.", "inist", Unit::Words), "ministers");
        assert_eq!(snapped("وافقت الحكومة يوم الأربعاء", "حكو", Unit::Words), "الحكومة");
        assert_eq!(snapped("内阁周三批准了预算", "准", Unit::Words), "批准");
        assert_eq!(snapped("รัฐบาลอนุมัติงบประมาณ", "ประมา", Unit::Words), "ประมาณ");
    }

    #[test]
    fn white_space_at_the_ends_is_taken_off() {
        assert_eq!(snapped("one two three", " two ", Unit::Words), "two");
    }

    #[test]
    fn what_a_reader_sees_as_one_is_not_parted() {
        assert_eq!(snapped("a 👩‍👩‍👧 b", "👩", Unit::Graphemes), "👩‍👩‍👧");
        assert_eq!(snapped("cafe\u{301}", "cafe", Unit::Graphemes), "cafe\u{301}");
    }
}
