//! One version of a text, and places in it.

use crate::bounds::{MAX_BLOCK_ID_BYTES, MAX_BLOCKS, MAX_TEXT_BYTES};
use crate::words::{Word, words};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::OnceLock;

/// One version of a text: its blocks in reading order, each with an id that lives as long as the block.
#[derive(Debug)]
pub struct Version<'a> {
    blocks: Vec<Block<'a>>,
    places: HashMap<&'a str, usize>,
}

#[derive(Debug)]
struct Block<'a> {
    id: &'a str,
    text: &'a str,
    words: OnceLock<Vec<Word>>,
}

/// Why blocks are not a version.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadVersion {
    /// Two blocks have one id.
    #[error("two blocks have the id {0:?}")]
    SameId(String),
    /// An id is empty, too long, or holds white space or control characters.
    #[error("{0:?} is not a block id: 1 to {MAX_BLOCK_ID_BYTES} bytes without white space")]
    BadId(String),
    /// There is more than the bounds allow.
    #[error("more than {MAX_BLOCKS} blocks or {MAX_TEXT_BYTES} bytes of text")]
    TooLarge,
}

impl<'a> Version<'a> {
    /// A version of `(block id, text)` pairs in reading order. A text may have line breaks; it may be empty.
    ///
    /// # Errors
    /// When an id is no id, stands twice, or a bound of [`crate::bounds`] is broken.
    pub fn new(blocks: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Version<'a>, BadVersion> {
        let mut version = Version { blocks: Vec::new(), places: HashMap::new() };
        let mut bytes = 0;
        for (id, text) in blocks {
            bytes += text.len();
            if bytes > MAX_TEXT_BYTES || version.blocks.len() == MAX_BLOCKS {
                return Err(BadVersion::TooLarge);
            }
            if !is_block_id(id) {
                return Err(BadVersion::BadId(id.chars().take(40).collect()));
            }
            if version.places.insert(id, version.blocks.len()).is_some() {
                return Err(BadVersion::SameId(id.to_owned()));
            }
            version.blocks.push(Block { id, text, words: OnceLock::new() });
        }
        Ok(version)
    }

    /// The text of a block.
    pub fn text(&self, block: &str) -> Option<&'a str> {
        self.place_of(block).map(|place| self.blocks[place].text)
    }

    /// The ids and texts, in reading order.
    pub fn blocks(&self) -> impl ExactSizeIterator<Item = (&'a str, &'a str)> + '_ {
        self.blocks.iter().map(|block| (block.id, block.text))
    }

    /// The words of a span, blocks apart by a line break; `None` where the version has no such span.
    pub fn words_of(&self, span: &Span) -> Option<String> {
        let pieces = self.pieces(span)?;
        let texts: Vec<&str> = pieces.iter().map(|piece| piece.text(self)).collect();
        Some(texts.join("\n"))
    }

    pub(crate) fn len(&self) -> usize {
        self.blocks.len()
    }

    pub(crate) fn place_of(&self, block: &str) -> Option<usize> {
        self.places.get(block).copied()
    }

    pub(crate) fn id_at(&self, place: usize) -> &'a str {
        self.blocks[place].id
    }

    pub(crate) fn text_at(&self, place: usize) -> &'a str {
        self.blocks[place].text
    }

    pub(crate) fn words_at(&self, place: usize) -> &[Word] {
        let block = &self.blocks[place];
        block.words.get_or_init(|| words(block.text))
    }

    /// The span block by block, in bytes; `None` where a block or an offset is not there.
    pub(crate) fn pieces(&self, span: &Span) -> Option<Vec<Piece>> {
        let (first, last) = (self.place_of(&span.start.block)?, self.place_of(&span.end.block)?);
        let start = byte_of(self.text_at(first), span.start.offset)?;
        let end = byte_of(self.text_at(last), span.end.offset)?;
        if first > last || (first == last && start > end) {
            return None;
        }
        let piece = |block: usize| Piece {
            block,
            start: if block == first { start } else { 0 },
            end: if block == last { end } else { self.text_at(block).len() },
        };
        Some((first..=last).map(piece).collect())
    }

    /// A span from bytes.
    pub(crate) fn span(&self, start: (usize, usize), end: (usize, usize)) -> Span {
        Span { start: self.place(start), end: self.place(end) }
    }

    pub(crate) fn place(&self, (block, byte): (usize, usize)) -> Place {
        let offset = self.text_at(block)[..byte].chars().count();
        Place { block: self.id_at(block).to_owned(), offset }
    }
}

fn is_block_id(id: &str) -> bool {
    (1..=MAX_BLOCK_ID_BYTES).contains(&id.len()) && !id.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// The byte at which a scalar value begins; the end of the text counts as one.
pub(crate) fn byte_of(text: &str, offset: usize) -> Option<usize> {
    text.char_indices().map(|(byte, _)| byte).chain([text.len()]).nth(offset)
}

/// Part of a span in one block, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) block: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Piece {
    pub(crate) fn text<'a>(&self, version: &Version<'a>) -> &'a str {
        &version.text_at(self.block)[self.start..self.end]
    }
}

/// A place between two characters of a block.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The block's id.
    pub block: String,
    /// How many Unicode scalar values of the block's text stand before it: neither bytes nor UTF-16 units.
    pub offset: usize,
}

/// A stretch of text, from a place to a place; the blocks between them belong to it whole.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Where it begins.
    pub start: Place,
    /// Where it ends: the place after its last character.
    pub end: Place,
}

impl Span {
    /// A span within one block, in Unicode scalar values.
    pub fn within(block: &str, offsets: std::ops::Range<usize>) -> Span {
        let place = |offset| Place { block: block.to_owned(), offset };
        Span { start: place(offsets.start), end: place(offsets.end) }
    }
}
