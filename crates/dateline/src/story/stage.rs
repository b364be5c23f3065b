//! What the desk does with the working copy.

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;

/// Where the working copy stands. Editing a live story changes this and leaves [`super::Release`] alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "stage")]
pub enum Stage {
    /// Being written.
    Draft,
    /// Handed to the desk.
    Submitted {
        /// Who handed it in.
        by: PersonId,
    },
    /// Cleared for release, as it stood at `revision`.
    Approved {
        /// Who cleared it.
        by: PersonId,
        /// What was cleared.
        revision: i64,
    },
    /// Dropped before publication.
    Spiked {
        /// Why.
        reason: String,
    },
    /// The working copy is what was released.
    Released,
}

/// A desk's rule for approval before release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalRule {
    /// Whoever wrote it may clear it.
    Nobody,
    /// Somebody else must.
    AnotherPerson,
    /// The chief must.
    Chief,
}

impl ApprovalRule {
    /// Every rule.
    pub const ALL: [ApprovalRule; 3] =
        [ApprovalRule::Nobody, ApprovalRule::AnotherPerson, ApprovalRule::Chief];

    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            ApprovalRule::Nobody => "nobody",
            ApprovalRule::AnotherPerson => "another_person",
            ApprovalRule::Chief => "chief",
        }
    }

    /// The rule of a word.
    pub fn parse(word: &str) -> Option<ApprovalRule> {
        ApprovalRule::ALL.into_iter().find(|rule| rule.as_str() == word)
    }
}

/// Why a change of stage was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StageRefused {
    /// The rule asks for another person or the chief.
    #[error("approval needs {0}")]
    NotYours(&'static str),
    /// Only what was handed in can be cleared.
    #[error("the copy is {0}, not submitted")]
    NotSubmitted(&'static str),
    /// Spiked copy must be taken back first.
    #[error("the copy was spiked: {0}")]
    Spiked(String),
}

impl Stage {
    /// The word for it.
    pub fn name(&self) -> &'static str {
        match self {
            Stage::Draft => "draft",
            Stage::Submitted { .. } => "submitted",
            Stage::Approved { .. } => "approved",
            Stage::Spiked { .. } => "spiked",
            Stage::Released => "released",
        }
    }

    /// After an edit: cleared copy is a draft again, since what was cleared is not what stands there now.
    pub fn edited(self) -> Result<Stage, StageRefused> {
        match self {
            Stage::Spiked { reason } => Err(StageRefused::Spiked(reason)),
            Stage::Submitted { by } => Ok(Stage::Submitted { by }),
            _ => Ok(Stage::Draft),
        }
    }

    /// Hands the copy to the desk.
    pub fn submit(self, by: PersonId) -> Result<Stage, StageRefused> {
        match self {
            Stage::Spiked { reason } => Err(StageRefused::Spiked(reason)),
            _ => Ok(Stage::Submitted { by }),
        }
    }

    /// Clears `revision` by the desk's rule.
    pub fn approve(
        self,
        rule: ApprovalRule,
        editor: PersonId,
        chief: bool,
        revision: i64,
    ) -> Result<Stage, StageRefused> {
        let Stage::Submitted { by } = self else { return Err(StageRefused::NotSubmitted(self.name())) };
        match rule {
            ApprovalRule::AnotherPerson if by == editor => Err(StageRefused::NotYours("another person")),
            ApprovalRule::Chief if !chief => Err(StageRefused::NotYours("the chief")),
            _ => Ok(Stage::Approved { by: editor, revision }),
        }
    }

    /// Drops the copy.
    pub fn spike(self, reason: impl Into<String>) -> Stage {
        Stage::Spiked { reason: reason.into() }
    }

    /// Takes spiked copy back.
    pub fn unspike(self) -> Stage {
        match self {
            Stage::Spiked { .. } => Stage::Draft,
            other => other,
        }
    }
}
