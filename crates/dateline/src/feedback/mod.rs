//! What readers write to the newsroom, and what they are answered.
//!
//! Owns the letters, their references and states. Whether a form was filled by a person is `captcha`'s; sending the
//! answer is an errand of `mail`.

mod reference;
mod store;
mod verbs;

use jiff::Timestamp;

use crate::ids::{MessageId, PersonId};
use crate::lang::Language;

pub use reference::{Reference, Series};
pub use store::{answers, find, list, open_count};
pub use verbs::{Draft, Fault, FeedbackError, Field, answer, erase_old, file, set_state};

/// What is being done about a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has answered.
    Open,
    /// Somebody has.
    Answered,
    /// Nothing more is to be done.
    Closed,
    /// Put aside: it looks like no reader wrote it. Kept, never lost.
    Spam,
}

impl State {
    /// Every one.
    pub const ALL: [State; 4] = [State::Open, State::Answered, State::Closed, State::Spam];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Answered => "answered",
            State::Closed => "closed",
            State::Spam => "spam",
        }
    }

    /// The one of a word; `None` for any other.
    pub fn parse(word: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// A reader's letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Identity.
    pub id: MessageId,
    /// What the reader was told.
    pub reference: Reference,
    /// When it came.
    pub at: Timestamp,
    /// The edition it was written in.
    pub language: Language,
    /// Who wrote; `None` once erased.
    pub name: Option<String>,
    /// Where an answer goes; `None` once erased.
    pub email: Option<String>,
    /// What it is about, where they said.
    pub subject: Option<String>,
    /// What they wrote.
    pub text: String,
    /// What is being done.
    pub state: State,
}

/// What a reader was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub person: PersonId,
    /// The text, as it was sent.
    pub text: String,
}

#[cfg(test)]
mod tests;
