//! The acts of the wire, and what is allowed when.

use serde::{Deserialize, Serialize};

use super::release::Release;
use crate::people::Right;

/// What can be done to a story's release: the words of the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoryAct {
    /// First publication.
    Release,
    /// Given to trusted readers before its embargo ends.
    Advance,
    /// Newer, fuller text.
    Update,
    /// A substantive error was sent.
    Correction,
    /// A slip, nothing wrong in substance.
    Refile,
    /// Stop using it while we check.
    Hold,
    /// The hold ends.
    Lift,
    /// So wrong that it must not be used.
    Kill,
    /// Removed for legal or rights reasons.
    Takedown,
    /// A takedown was wrong: back as it stands.
    Restore,
    /// Stated words replaced in every version.
    Redact,
    /// Off the site without a wire notice.
    Unpublish,
    /// Copy that was published before it came here.
    Import,
}

/// What the wire says of a version (ninjs `pubStatus`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PubStatus {
    /// May be used.
    Usable,
    /// Stop using it for now.
    Withheld,
    /// Must not be used.
    Canceled,
}

impl PubStatus {
    /// The word in ninjs and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            PubStatus::Usable => "usable",
            PubStatus::Withheld => "withheld",
            PubStatus::Canceled => "canceled",
        }
    }
}

/// A note an act asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mandatory {
    /// None.
    Nothing,
    /// A note to editors.
    EditorNote,
    /// A reason, which the tombstone or the register gives.
    Reason,
}

impl StoryAct {
    /// Every act.
    pub const ALL: [StoryAct; 13] = [
        StoryAct::Release,
        StoryAct::Advance,
        StoryAct::Update,
        StoryAct::Correction,
        StoryAct::Refile,
        StoryAct::Hold,
        StoryAct::Lift,
        StoryAct::Kill,
        StoryAct::Takedown,
        StoryAct::Restore,
        StoryAct::Redact,
        StoryAct::Unpublish,
        StoryAct::Import,
    ];

    /// The word in the log and the database.
    pub fn as_str(self) -> &'static str {
        match self {
            StoryAct::Release => "release",
            StoryAct::Advance => "advance",
            StoryAct::Update => "update",
            StoryAct::Correction => "correction",
            StoryAct::Refile => "refile",
            StoryAct::Hold => "hold",
            StoryAct::Lift => "lift",
            StoryAct::Kill => "kill",
            StoryAct::Takedown => "takedown",
            StoryAct::Restore => "restore",
            StoryAct::Redact => "redact",
            StoryAct::Unpublish => "unpublish",
            StoryAct::Import => "import",
        }
    }

    /// The act of a word; `correct` is taken for a correction, as addresses have it.
    pub fn parse(word: &str) -> Option<StoryAct> {
        match word {
            "correct" => Some(StoryAct::Correction),
            _ => StoryAct::ALL.into_iter().find(|act| act.as_str() == word),
        }
    }

    /// What is allowed when, as the wire has it. Copy in advance of its embargo can be worked on as public copy
    /// can, for those who have it, and released early; `import` renews what it brought.
    pub fn allowed_from(self, release: Release) -> bool {
        use StoryAct::{
            Advance, Correction, Hold, Import, Kill, Lift, Redact, Refile, Restore, Takedown, Unpublish,
            Update,
        };
        match release {
            Release::Never => matches!(self, StoryAct::Release | Advance | Import),
            Release::Advanced => {
                matches!(
                    self,
                    StoryAct::Release | Update | Correction | Refile | Hold | Kill | Takedown | Redact
                )
            }
            Release::Public => matches!(
                self,
                Update | Correction | Refile | Hold | Kill | Takedown | Unpublish | Redact | Import
            ),
            Release::Held => matches!(self, Lift | Kill | Takedown),
            Release::Killed => matches!(self, Takedown),
            Release::TakenDown => matches!(self, Restore),
            Release::Unpublished => matches!(self, StoryAct::Release | Kill | Takedown),
        }
    }

    /// Where the story stands afterwards.
    pub fn leads_to(self) -> Release {
        match self {
            StoryAct::Advance => Release::Advanced,
            StoryAct::Hold => Release::Held,
            StoryAct::Kill => Release::Killed,
            StoryAct::Takedown => Release::TakenDown,
            StoryAct::Unpublish => Release::Unpublished,
            _ => Release::Public,
        }
    }

    /// What subscribers are told of the version this act makes; `None` for an act without one.
    pub fn status(self) -> Option<PubStatus> {
        match self {
            StoryAct::Hold => Some(PubStatus::Withheld),
            StoryAct::Kill | StoryAct::Takedown => Some(PubStatus::Canceled),
            StoryAct::Unpublish | StoryAct::Redact => None,
            _ => Some(PubStatus::Usable),
        }
    }

    /// What must be said with it.
    pub fn mandatory(self) -> Mandatory {
        match self {
            StoryAct::Correction | StoryAct::Refile | StoryAct::Hold => Mandatory::EditorNote,
            StoryAct::Kill | StoryAct::Takedown | StoryAct::Unpublish | StoryAct::Redact => Mandatory::Reason,
            _ => Mandatory::Nothing,
        }
    }

    /// Whether it puts the working copy before readers.
    pub fn publishes(self) -> bool {
        matches!(
            self,
            StoryAct::Release | StoryAct::Update | StoryAct::Correction | StoryAct::Refile | StoryAct::Lift
        )
    }

    /// Whether a second person completes it.
    pub fn needs_second_person(self) -> bool {
        matches!(self, StoryAct::Kill | StoryAct::Takedown | StoryAct::Restore | StoryAct::Redact)
    }

    /// Whether it covers the whole translation group unless told otherwise.
    pub fn covers_group_by_default(self) -> bool {
        matches!(self, StoryAct::Hold | StoryAct::Kill | StoryAct::Takedown | StoryAct::Redact)
    }

    /// The right it asks for.
    pub fn right(self) -> Right {
        match self {
            StoryAct::Refile => Right::StoriesRefile,
            StoryAct::Unpublish => Right::StoriesUnpublish,
            StoryAct::Kill | StoryAct::Takedown | StoryAct::Restore => Right::StoriesWithdraw,
            StoryAct::Redact => Right::StoriesRedact,
            StoryAct::Import => Right::Admin,
            _ => Right::StoriesRelease,
        }
    }
}
