//! What the public can see of a story.

use serde::{Deserialize, Serialize};

/// Where a story stands with the public. The working copy is another matter: see [`super::Stage`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Release {
    /// Nobody outside has seen it.
    Never,
    /// Trusted readers have it; for everybody else it does not exist until its embargo ends.
    Advanced,
    /// On the site.
    Public,
    /// Withheld while somebody checks.
    Held,
    /// Withdrawn as wrong.
    Killed,
    /// Removed for legal or rights reasons.
    TakenDown,
    /// Taken off the site without a notice.
    Unpublished,
}

impl Release {
    /// Every state.
    pub const ALL: [Release; 7] = [
        Release::Never,
        Release::Advanced,
        Release::Public,
        Release::Held,
        Release::Killed,
        Release::TakenDown,
        Release::Unpublished,
    ];

    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Release::Never => "never",
            Release::Advanced => "advanced",
            Release::Public => "public",
            Release::Held => "held",
            Release::Killed => "killed",
            Release::TakenDown => "taken_down",
            Release::Unpublished => "unpublished",
        }
    }

    /// The state of a word.
    pub fn parse(word: &str) -> Option<Release> {
        Release::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// The status its page answers with.
    pub fn http_status(self) -> u16 {
        match self {
            Release::Public => 200,
            Release::Killed | Release::Unpublished => 410,
            Release::TakenDown => 451,
            Release::Never | Release::Advanced | Release::Held => 404,
        }
    }
}
