//! Stories as an import brings them: many at once, published before they came here.
//!
//! What the processor has to do for a story ([`Incoming::seal`]) is apart from what the database has to do
//! ([`insert_slice`]), so that the first runs on every core while the one writer is busy with the slice before.

mod insert;
mod known;
mod renew;

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::format::{CorrectionEntry, Status};
use super::{
    Notice, PageMedia, Release, ReleasedPage, StoryCopy, released, released_page, slug::Slug, store,
};
use crate::correction::CorrectionNote;
use crate::edition::Agency;
use crate::ids::{GroupId, StoryId, StoryNumber};
use crate::lang::Language;

pub use insert::{insert_slice, put_old_addresses};
pub use known::{Known, SourceMark, groups_of, known_numbers, known_uris, reserve_numbers, return_numbers};
pub use renew::{Renewed, renew};

/// Where an imported story stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody outside has seen it.
    Draft,
    /// It will be released.
    Scheduled {
        /// When.
        at: Timestamp,
    },
    /// It was published.
    Published {
        /// When first.
        at: Timestamp,
        /// What the wire says of it now.
        status: Status,
    },
}

/// A story to be imported, all its names resolved.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Its id here.
    pub id: StoryId,
    /// Its number here.
    pub number: StoryNumber,
    /// Its group.
    pub group: GroupId,
    /// Its language.
    pub language: Language,
    /// Its identity elsewhere.
    pub uri: Option<String>,
    /// What it says.
    pub copy: StoryCopy,
    /// Where it stands.
    pub standing: Standing,
    /// Its version, as given.
    pub version: i64,
    /// When readers were told it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Its corrections, the newest first.
    pub corrections: Vec<CorrectionNote>,
    /// To editors.
    pub editor_note: Option<String>,
    /// To the public.
    pub public_note: Option<String>,
    /// Its media as its page shows them.
    pub media: Vec<PageMedia>,
    /// Addresses it had elsewhere, as they are looked up.
    pub old_addresses: Vec<String>,
    /// What it was imported from; see [`SourceMark`].
    pub source: String,
}

/// An incoming story with everything computed that is computed.
#[derive(Clone, Debug)]
pub struct Sealed {
    incoming: Incoming,
    content: String,
    hash: String,
    slug: String,
    card: String,
    page: String,
    lists: BTreeSet<String>,
}

impl Standing {
    fn release(self) -> Release {
        match self {
            Standing::Draft | Standing::Scheduled { .. } => Release::Never,
            Standing::Published { status: Status::Usable, .. } => Release::Public,
            Standing::Published { status: Status::Withheld, .. } => Release::Held,
            Standing::Published { status: Status::Canceled, .. } => Release::Killed,
        }
    }

    fn published_at(self) -> Option<Timestamp> {
        match self {
            Standing::Published { at, .. } => Some(at),
            _ => None,
        }
    }
}

impl Incoming {
    /// Computes what its rows hold: version and hash, page, card, lists.
    pub fn seal(self, agency: &Agency) -> Sealed {
        let (content, hash) = self.copy.sealed();
        let mut sealed = Sealed {
            content,
            slug: Slug::of_headline(&self.copy.headline, self.language).to_string(),
            hash,
            card: String::new(),
            page: String::new(),
            lists: BTreeSet::new(),
            incoming: self,
        };
        let story = &sealed.incoming;
        let page = match story.standing {
            Standing::Draft | Standing::Scheduled { .. } => return sealed,
            Standing::Published { status: Status::Usable, .. } => {
                sealed.lists = released::lists_of(agency, story.language, &story.copy);
                ReleasedPage {
                    updated_at: story.updated_at,
                    corrections: story.corrections.clone(),
                    ..released_page::page_of(&story.copy, story.media.clone(), sealed.hash.clone())
                }
            }
            Standing::Published { at, .. } => ReleasedPage {
                headline: story.copy.headline.clone(),
                notice: Some(Notice {
                    reason: story.public_note.clone(),
                    substitute: None,
                    since: story.updated_at.unwrap_or(at),
                    lists: released::fed_lists(agency, story.language, &story.copy),
                }),
                ..ReleasedPage::default()
            },
        };
        sealed.card = store::json(&released_page::card_of(&page));
        sealed.page = store::json(&page);
        sealed
    }
}

impl Sealed {
    /// SHA-256 of what it says.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The story.
    pub fn story(&self) -> &Incoming {
        &self.incoming
    }

    fn release(&self) -> Release {
        self.incoming.standing.release()
    }

    fn is_released(&self) -> bool {
        self.release() != Release::Never
    }
}

/// Corrections as they are kept: each with a version of its own, the newest first.
pub fn numbered_corrections(entries: &[CorrectionEntry]) -> Vec<CorrectionNote> {
    let mut used: BTreeSet<i64> = entries.iter().filter_map(|entry| entry.version).collect();
    let mut taken = BTreeSet::new();
    let mut notes = Vec::with_capacity(entries.len());
    for entry in entries {
        let given = entry.version.filter(|version| taken.insert(*version));
        let version = given.unwrap_or_else(|| {
            let free = (2..).find(|version| !used.contains(version)).expect("versions do not run out");
            used.insert(free);
            taken.insert(free);
            free
        });
        let at = crate::clock::instant(entry.at.as_microsecond());
        notes.push(CorrectionNote { version, at, note: entry.note.clone() });
    }
    notes.sort_by_key(|note| std::cmp::Reverse(note.version));
    notes
}
