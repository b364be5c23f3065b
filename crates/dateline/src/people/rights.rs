//! Rights, and the sets of them that roles and scopes are.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant,)* }

        impl $name {
            /// Every one.
            pub const ALL: &'static [$name] = &[$($name::$variant,)*];

            /// The word for it.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)* }
            }

            /// The one of a word; `None` for any other.
            pub fn parse(word: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|one| one.as_str() == word)
            }
        }
    };
}

words! {
    /// What somebody may do.
    Right {
        /// Read stories in any state.
        StoriesRead = "stories:read",
        /// Write drafts and working copies.
        StoriesWrite = "stories:write",
        /// Clear copy for release, by the desk's rule.
        StoriesApprove = "stories:approve",
        /// Release, update, correct, hold and lift.
        StoriesRelease = "stories:release",
        /// Refile.
        StoriesRefile = "stories:refile",
        /// Take off the site without a notice.
        StoriesUnpublish = "stories:unpublish",
        /// Ask for and confirm a kill, takedown or restore.
        StoriesWithdraw = "stories:withdraw",
        /// Ask for and confirm a redaction.
        StoriesRedact = "stories:redact",
        /// See copy under embargo.
        StoriesEmbargoed = "stories:embargoed",
        /// Read what readers report as mistakes, and answer it.
        ReportsAnswer = "reports:answer",
        /// Read the log and released versions.
        LogRead = "log:read",
        /// Add and change pictures.
        MediaWrite = "media:write",
        /// Arrange fronts.
        FrontsWrite = "fronts:write",
        /// Settings, people, import.
        Admin = "admin",
    }
}

words! {
    /// What a token may be given: each a set of rights.
    Scope {
        /// Read stories in any state.
        StoriesRead = "stories:read",
        /// Write drafts and working copies.
        StoriesWrite = "stories:write",
        /// Every act on a story.
        StoriesRelease = "stories:release",
        /// See copy under embargo.
        StoriesEmbargoed = "stories:embargoed",
        /// Read the log and released versions.
        LogRead = "log:read",
        /// Add and change pictures.
        MediaWrite = "media:write",
        /// Arrange fronts.
        FrontsWrite = "fronts:write",
        /// Everything.
        Admin = "admin",
    }
}

words! {
    /// What somebody is in the newsroom.
    Role {
        /// Writes.
        Reporter = "reporter",
        /// Writes, clears and releases.
        Editor = "editor",
        /// An editor who may also withdraw, redact and unpublish.
        Chief = "chief",
        /// Pictures.
        Photo = "photo",
        /// Writes in another language.
        Translator = "translator",
        /// Writes from abroad.
        Correspondent = "correspondent",
        /// Everything.
        Administrator = "administrator",
    }
}

/// A set of rights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rights(u32);

impl Rights {
    /// Every right.
    pub fn all() -> Rights {
        Right::ALL.iter().copied().collect()
    }

    /// Whether a right is in it.
    pub fn has(self, right: Right) -> bool {
        self.0 & (1 << right as u32) != 0
    }

    /// The word of each, separated by spaces.
    pub fn words(self) -> String {
        let had = Right::ALL.iter().filter(|right| self.has(**right));
        had.map(|right| right.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The rights in both.
    pub fn and(self, other: Rights) -> Rights {
        Rights(self.0 & other.0)
    }

    /// The rights in either.
    pub fn or(self, other: Rights) -> Rights {
        Rights(self.0 | other.0)
    }
}

impl FromIterator<Right> for Rights {
    fn from_iter<I: IntoIterator<Item = Right>>(rights: I) -> Rights {
        Rights(rights.into_iter().fold(0, |set, right| set | 1 << right as u32))
    }
}

impl Scope {
    /// The rights a scope is made of.
    pub fn rights(self) -> Rights {
        use Right::*;
        match self {
            Scope::StoriesRead => [StoriesRead].into_iter().collect(),
            Scope::StoriesWrite => [StoriesRead, StoriesWrite].into_iter().collect(),
            Scope::StoriesRelease => [
                StoriesRead,
                StoriesApprove,
                StoriesRelease,
                StoriesRefile,
                StoriesUnpublish,
                StoriesWithdraw,
                StoriesRedact,
            ]
            .into_iter()
            .collect(),
            Scope::StoriesEmbargoed => [StoriesEmbargoed].into_iter().collect(),
            Scope::LogRead => [LogRead].into_iter().collect(),
            Scope::MediaWrite => [MediaWrite].into_iter().collect(),
            Scope::FrontsWrite => [FrontsWrite].into_iter().collect(),
            Scope::Admin => Rights::all(),
        }
    }
}

impl Role {
    /// The rights a role is made of.
    pub fn rights(self) -> Rights {
        use Right::*;
        let writing: Rights = [StoriesRead, StoriesWrite, MediaWrite].into_iter().collect();
        let answering: Rights = [ReportsAnswer].into_iter().collect();
        let editing: Rights =
            [StoriesApprove, StoriesRelease, StoriesRefile, StoriesEmbargoed, ReportsAnswer, FrontsWrite]
                .into_iter()
                .collect();
        let heading: Rights =
            [StoriesUnpublish, StoriesWithdraw, StoriesRedact, LogRead].into_iter().collect();
        match self {
            Role::Reporter | Role::Correspondent => writing,
            Role::Translator => writing.or(answering),
            Role::Photo => [StoriesRead, MediaWrite].into_iter().collect(),
            Role::Editor => writing.or(editing),
            Role::Chief => writing.or(editing).or(heading),
            Role::Administrator => Rights::all(),
        }
    }
}

/// Why somebody may not do something.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this needs the right `{}`", right.as_str())]
pub struct Refused {
    /// What is missing.
    pub right: Right,
}

/// Who acts: a person with the rights of the role or token they come with, or the program itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Who; the program itself where absent.
    pub person: Option<PersonId>,
    /// What they may do.
    pub rights: Rights,
    /// A token may release without the desk's approval.
    pub by_token: bool,
    /// From where, as far as that is known; for the record of who did what.
    pub network: Option<IpAddr>,
}

impl Actor {
    /// The program: the schedule, an import at the command line.
    pub fn program() -> Actor {
        Actor { person: None, rights: Rights::all(), by_token: true, network: None }
    }

    /// A person through a token.
    pub fn token(person: PersonId, rights: Rights) -> Actor {
        Actor { person: Some(person), rights, by_token: true, network: None }
    }

    /// Refuses unless they have the right.
    pub fn must(&self, right: Right) -> Result<(), Refused> {
        if self.rights.has(right) { Ok(()) } else { Err(Refused { right }) }
    }
}
