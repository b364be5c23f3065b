//! Why a story verb refused.

use super::{Release, StageRefused, StoryAct};
use crate::db::DbError;
use crate::desk::DeskKey;
use crate::ids::{PersonId, StoryNumber};
use crate::people::Refused;

/// Why a verb refused; nothing of the act happened, unless the database says [`DbError::OutcomeUnknown`].
#[derive(Debug, thiserror::Error)]
pub enum StoryError {
    /// There is no such story, or not for this reader.
    #[error("no such story")]
    NotFound,
    /// The right is missing.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The state does not allow the act.
    #[error("{} is not possible while story {number} is {}", act.as_str(), release.as_str())]
    NotNow {
        /// Which story.
        number: StoryNumber,
        /// What was asked for.
        act: StoryAct,
        /// Where the story stands.
        release: Release,
    },
    /// A note or reason is missing.
    #[error("{} needs {field}", act.as_str())]
    NoteMissing {
        /// What was asked for.
        act: StoryAct,
        /// `editor_note` or `reason`.
        field: &'static str,
    },
    /// The copy cannot be released as it is.
    #[error("{field}: {reason}")]
    BadCopy {
        /// Which field.
        field: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// The copy has not the desk's approval.
    #[error(transparent)]
    Stage(#[from] StageRefused),
    /// The copy is based on an older version than the one released.
    #[error("the working copy is based on version {based_on}, but version {released} is out")]
    Behind {
        /// What the copy is based on.
        based_on: i64,
        /// What is out.
        released: i64,
    },
    /// Somebody else was faster.
    #[error("the working copy is at revision {found}, not {expected}")]
    Changed {
        /// What the caller had read.
        expected: i64,
        /// What is there.
        found: i64,
    },
    /// A writer holds the story.
    #[error("story {number} is held by a writer")]
    HeldBy {
        /// Which story.
        number: StoryNumber,
        /// Who holds it.
        person: PersonId,
    },
    /// A story of this URI is there already.
    #[error("a story with the uri {0:?} is here already")]
    UriTaken(String),
    /// Nothing waits for a second person.
    #[error("nothing waits for confirmation on story {0}")]
    NothingPending(StoryNumber),
    /// The same person cannot confirm.
    #[error("a second person must confirm; you asked for it yourself")]
    SamePerson,
    /// An instant or zone cannot be used.
    #[error("{0}")]
    BadInstant(String),
    /// What a desk does is done by somebody.
    #[error("a person must do this, not the program")]
    NobodyActs,
    /// No desk has this key.
    #[error("there is no desk {0}")]
    UnknownDesk(DeskKey),
    /// Copy that is out is withdrawn, not spiked.
    #[error("story {0} was published: it is withdrawn, not spiked")]
    AlreadyOut(StoryNumber),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl StoryError {
    /// Whether the database is out of reach, so that nothing else can be done either.
    pub fn is_lost_database(&self) -> bool {
        matches!(self, StoryError::Db(error) if error.is_dead_connection())
    }
}
