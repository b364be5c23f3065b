//! A report as it came, and why one is refused.

use crate::lang::Language;
use crate::story::StoryCopy;

/// The longest word to the editor, in characters.
pub const LONGEST_WORD: usize = 1_000;
/// The longest suggestion, in characters: a whole paragraph is prefilled.
pub const LONGEST_SUGGESTION: usize = 10_000;
/// The most passages of one report.
pub const MOST_PASSAGES: usize = 20;

/// What a reader sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Which story.
    pub story: crate::ids::StoryNumber,
    /// The version they read.
    pub version: i64,
    /// What they marked, in reading order.
    pub passages: Vec<Passage>,
    /// What it should say: for several passages, a line for each. Empty, or the same words, where they did not say.
    pub suggestion: String,
    /// What kind of mistake.
    pub kind: Kind,
    /// A word to the editor; at most 1,000 characters.
    pub word: String,
    /// Where they want to be told how it ended; asked to confirm before anything is sent.
    pub email: Option<String>,
    /// The language of the edition they read.
    pub language: Language,
}

/// Words somebody marked in one block. Offsets are Unicode scalar values of the block's plain text.
///
/// A whole block is `start` 0, `end` 0 and no `exact` words, or the block's own words from its beginning to its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The block's id without the `b-` of pages, or [`super::HEADLINE`], [`super::SUMMARY`], [`super::CAPTIONS`].
    pub block: String,
    /// Where they begin.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// The words.
    pub exact: String,
    /// Up to 64 characters before them.
    pub prefix: String,
    /// Up to 64 characters after them.
    pub suffix: String,
}

/// What kind of mistake a reader reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A letter, a weekday: nothing wrong in substance.
    Slip,
    /// An error of substance.
    Fact,
    /// Wrongly translated.
    Translation,
    /// Something about a picture or its caption.
    Picture,
    /// A link that leads nowhere, or elsewhere.
    Link,
}

impl Kind {
    /// Every kind, in the order in which readers choose.
    pub const ALL: [Kind; 5] = [Kind::Slip, Kind::Fact, Kind::Translation, Kind::Picture, Kind::Link];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Slip => "slip",
            Kind::Fact => "fact",
            Kind::Translation => "translation",
            Kind::Picture => "picture",
            Kind::Link => "link",
        }
    }

    /// The one of a word; `None` for any other.
    pub fn parse(word: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Whether putting it right is a correction, which says so to readers, or a refile.
    pub fn is_of_substance(self) -> bool {
        matches!(self, Kind::Fact | Kind::Translation)
    }

    /// Whether a story can have it: only a translation is wrongly translated.
    pub fn fits(self, copy: &StoryCopy) -> bool {
        self != Kind::Translation || copy.translation_of.is_some()
    }
}

/// Why a report is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The version does not say that there.
    ForeignWords,
    /// The story has no such version in this language, or readers never had it.
    UnknownVersion,
    /// More than 300 characters marked, more than 1,000 written, or too many passages.
    TooLong,
    /// The story is not public, or no longer.
    NotPublic,
    /// No words were marked.
    NothingMarked,
    /// What was given is no mail address.
    NoAddress,
}
