//! What somebody asks to be done to a story, and what came of it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Change, Release, StoryAct};
use crate::edition::Agency;
use crate::ids::{PersonId, StoryId, StoryNumber};

/// Which languages an act covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Languages {
    /// The story alone.
    This,
    /// The story in all its languages.
    All,
}

/// How a held story comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lifting {
    /// With the text it had; what the desk has written since stays with the desk.
    AsItWas,
    /// With the working copy, where that differs: a correction, with its note.
    Corrected,
}

/// An act asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// What.
    pub act: StoryAct,
    /// To editors.
    #[serde(default)]
    pub editor_note: Option<String>,
    /// To the public.
    #[serde(default)]
    pub public_note: Option<String>,
    /// Of a withdrawal or redaction.
    #[serde(default)]
    pub reason: Option<String>,
    /// Covered languages; by default the act's own.
    #[serde(default)]
    pub languages: Option<Languages>,
    /// A story that stands in for a killed one.
    #[serde(default)]
    pub substitute: Option<i64>,
    /// Words to redact.
    #[serde(default)]
    pub words: Vec<String>,
    /// What stands in their place; `[…]` unless given.
    #[serde(default)]
    pub with: Option<String>,
    /// For the end of a hold. Absent, the working copy goes out as it stands.
    #[serde(default)]
    pub lifting: Option<Lifting>,
}

impl Order {
    /// An act without notes.
    pub fn new(act: StoryAct) -> Order {
        Order {
            act,
            editor_note: None,
            public_note: None,
            reason: None,
            languages: None,
            substitute: None,
            words: Vec::new(),
            with: None,
            lifting: None,
        }
    }

    /// The languages it covers.
    pub fn covered(&self) -> Languages {
        self.languages.unwrap_or(if self.act.covers_group_by_default() {
            Languages::All
        } else {
            Languages::This
        })
    }
}

/// What waits for a second person.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pending {
    /// What was asked for.
    pub order: Order,
    /// Who asked.
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// The stories it covers.
    pub covers: Vec<StoryNumber>,
}

impl Pending {
    /// From when on whoever asked may confirm alone; `None` where nobody ever may.
    pub fn alone_at(&self, agency: &Agency) -> Option<Timestamp> {
        agency.alone_after.map(|after| self.at + after)
    }
}

/// A story after an act.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// Its id.
    pub id: StoryId,
    /// Its number.
    pub number: StoryNumber,
    /// The latest version.
    pub version: i64,
    /// The working copy's revision.
    pub revision: i64,
    /// Where it stands.
    pub release: Release,
    /// A second person must confirm.
    pub pending: bool,
    /// What is to be written into the log, the story asked for first.
    pub changes: Vec<Change>,
}
