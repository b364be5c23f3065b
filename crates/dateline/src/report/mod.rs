//! Readers' reports: words of a public text that somebody says are wrong, until the newsroom has answered.
//!
//! Owns the tables `mistake`, `report` and `spam_word`. A *report* is what one reader said; reports of the same words
//! and kind are one *matter*, the mistake. Words are followed from version to version by [`text_anchor`]; what is not
//! certain is shown to an editor and never acted upon.
//!
//! Not here: the reader's form and pages (`site`), the desk's (`newsroom`), and the correction itself, which is an act
//! on a [`crate::story`].

mod anchor;
mod annotation;
mod crowd;
mod draft;
mod figures;
mod inbox;
mod letters;
mod mend;
mod settle;
mod spam;
mod status;
mod store;
mod take;
#[cfg(test)]
mod tests;
mod verbs;

use jiff::Timestamp;

use crate::feedback::Reference;
use crate::ids::{MistakeId, PersonId, ReportId, StoryNumber};
use crate::lang::Language;

pub use anchor::{Anchor, CAPTIONS, HEADLINE, Marked, SUMMARY, Standing, Text};
pub use annotation::annotations;
pub use crowd::{Crowd, crowded};
pub use draft::{Draft, Kind, LONGEST_SUGGESTION, LONGEST_WORD, MOST_PASSAGES, Passage, Refusal};
pub use figures::{Figures, Row as FiguresRow, Section as FiguresSection, figures};
pub use inbox::{Asked, Shelf, Waiting, find, inbox, of_story, open_by_story, reports};
pub use letters::{SETTLED, SettledLetter, confirm_email, erase_old, settled_letter};
pub use mend::mended;
pub use settle::{follow_on, forget_words, redact, standing};
pub use status::{Outcome, Status, status};
pub use take::{ReportError, Taken, take, take_aside};
pub use verbs::{Answer, answer, fixed, reopen};

/// What has become of a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Nobody has answered.
    Open,
    /// Somebody put it off.
    Later,
    /// The words were put right.
    Fixed,
    /// The words are right as they are.
    NotAMistake,
    /// Refused, with a reason.
    Rejected,
    /// Put aside: no reader wrote it. Kept, never lost.
    Spam,
}

impl State {
    /// Every one.
    pub const ALL: [State; 6] =
        [State::Open, State::Later, State::Fixed, State::NotAMistake, State::Rejected, State::Spam];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Later => "later",
            State::Fixed => "fixed",
            State::NotAMistake => "not_a_mistake",
            State::Rejected => "rejected",
            State::Spam => "spam",
        }
    }

    /// The one of a word; `None` for any other.
    pub fn parse(word: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// Whether somebody is still to answer.
    pub fn is_waiting(self) -> bool {
        matches!(self, State::Open | State::Later)
    }
}

/// A matter: words that readers say are wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Mistake {
    /// Identity.
    pub id: MistakeId,
    /// What its reporters were told.
    pub reference: Reference,
    /// In which story.
    pub number: StoryNumber,
    /// The story's language.
    pub language: Language,
    /// The story's desk when it was first reported.
    pub desk: String,
    /// The story's section then.
    pub section: String,
    /// What kind.
    pub kind: Kind,
    /// What has become of it.
    pub state: State,
    /// When the first report came.
    pub opened_at: Timestamp,
    /// When anything of it last changed.
    pub moved_at: Timestamp,
    /// Until when it was put off.
    pub later_until: Option<Timestamp>,
    /// The version up to which the words were followed.
    pub followed_to: i64,
    /// The words as first reported, and where they are in that version.
    pub anchors: Vec<Anchor>,
    /// How many reports it has.
    pub reports: i64,
    /// How it ended, where it did.
    pub settled: Option<Settled>,
}

/// How a matter ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// When.
    pub at: Timestamp,
    /// By whom; the program itself where absent.
    pub by: Option<PersonId>,
    /// Which version put it right.
    pub version: Option<i64>,
    /// Whether it ended because a version changed the words, without anybody answering.
    pub by_itself: bool,
    /// Why it was refused, for those who reported it.
    pub reason: Option<String>,
    /// What stood there.
    pub before: Option<String>,
    /// What stands there now.
    pub after: Option<String>,
}

/// What one reader said.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Identity.
    pub id: ReportId,
    /// When.
    pub at: Timestamp,
    /// The language of the pages they read.
    pub language: Language,
    /// The version they read.
    pub version: i64,
    /// What they marked in it.
    pub marked: Vec<Marked>,
    /// What it should say; empty where they did not say.
    pub suggestion: String,
    /// A word to the editor.
    pub word: String,
    /// Whether they are told by letter: the address was given and confirmed.
    pub told: bool,
    /// 0 to 100: how much it looks like what the desk called spam.
    pub spam_score: i64,
}

impl Report {
    /// The suggestion for each of the marked passages; `None` where it cannot be told which is for which.
    pub fn suggestions(&self) -> Option<Vec<String>> {
        if self.suggestion.is_empty() {
            return None;
        }
        if self.marked.len() == 1 {
            return Some(vec![self.suggestion.clone()]);
        }
        let lines: Vec<String> = self.suggestion.lines().map(str::to_owned).collect();
        (lines.len() == self.marked.len()).then_some(lines)
    }
}
