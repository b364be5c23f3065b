//! A text as the words that are compared: stable under edits elsewhere, so by rules and not by a dictionary.

use icu_segmenter::GraphemeClusterSegmenter;
use std::hash::{DefaultHasher, Hasher};
use unicode_segmentation::UnicodeSegmentation;

/// A word, a mark of punctuation, or an ideograph. White space is left out: a line break in place of a blank
/// is no change of the words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    /// Its letters. Two words with one hash are compared once more before an answer rests on them.
    pub(crate) hash: u64,
    /// Bytes of the block's text.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// How much it tells: letters and digits, an ideograph for three, punctuation for nothing.
    pub(crate) weight: usize,
}

/// Cuts by Unicode's word boundaries (UAX 29, without dictionaries) that are grapheme boundaries as well.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut graphemes = GraphemeClusterSegmenter::new().segment_str(text).peekable();
    let mut found = Vec::with_capacity(text.len() / 4);
    let mut start = 0;
    for end in text.split_word_bound_indices().map(|(at, word)| at + word.len()) {
        while graphemes.next_if(|grapheme| *grapheme < end).is_some() {}
        if graphemes.peek() != Some(&end) {
            continue;
        }
        let word = &text[start..end];
        if !word.chars().all(char::is_whitespace) {
            found.push(Word { hash: hash(word), start, end, weight: weight(word) });
        }
        start = end;
    }
    found
}

fn hash(word: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(word.as_bytes());
    hasher.finish()
}

fn weight(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphanumeric()).map(|c| if is_ideograph(c) { 3 } else { 1 }).sum()
}

fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x9FFF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text).iter().map(|word| &text[word.start..word.end]).collect()
    }

    #[test]
    fn words_and_marks_stand_apart_and_blanks_are_left_out() {
        assert_eq!(cut("Some 53,000 cars\n(each)."), ["Some", "53,000", "cars", "(", "each", ")", "."]);
    }

    #[test]
    fn chinese_and_thai_are_cut_without_a_dictionary() {
        assert_eq!(cut("议会批准"), ["议", "会", "批", "准"]);
        assert!(cut("สวัสดีชาวโลก").len() > 3);
    }

    #[test]
    fn a_cut_never_parts_what_a_reader_sees_as_one() {
        assert_eq!(cut("👩‍👩‍👧 e\u{301}t\u{e9}"), ["👩‍👩‍👧", "e\u{301}t\u{e9}"]);
    }
}
