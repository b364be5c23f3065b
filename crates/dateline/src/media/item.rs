//! A picture, video or audio file as the newsroom knows it: its fields, not its bytes.

use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::address::{Format, MediaName, PictureAddress};
use super::darkroom::Exposure;
use super::kind::{MediaKind, Nature};
use super::metadata::PhotoFields;
use super::renditions::FocalPoint;
use super::rights::Rights;
use crate::blob::ContentHash;
use crate::ids::{MediaId, PersonId};

/// A picture, video or audio file. Two of them may have the same bytes: rights, crops and expiry are each one's own.
#[derive(Debug, Clone, PartialEq)]
pub struct Media {
    /// Which.
    pub id: MediaId,
    /// What its bytes are called.
    pub original: ContentHash,
    /// Where the public finds it.
    pub address: PictureAddress,
    /// What the file is.
    pub kind: MediaKind,
    /// The name it was sent under, for people.
    pub name: String,
    /// Length of the original.
    pub bytes: u64,
    /// Pixels across and down, upright.
    pub size: Option<(u32, u32)>,
    /// How long it plays.
    pub duration: Option<Duration>,
    /// What matters in it.
    pub focal: FocalPoint,
    /// What it says of itself, as edited since.
    pub fields: PhotoFields,
    /// What is there for the public.
    pub made: Made,
    /// Whether the public may have it.
    pub standing: Standing,
    /// When its rights end.
    pub expires_at: Option<Timestamp>,
    /// When it was taken in.
    pub created_at: Timestamp,
    /// By whom; the program itself where absent.
    pub created_by: Option<PersonId>,
}

/// What is there for the public. In the database as JSON.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Made {
    /// Length of the cleaned original, where browsers show it.
    pub original_bytes: Option<u64>,
    /// Formats whose renditions are there.
    pub formats: Vec<Format>,
    /// Why no renditions can be made, once that is known.
    pub failed: Option<String>,
}

impl Made {
    /// Whether the renditions of `format` are there.
    pub fn has(&self, format: Format) -> bool {
        self.formats.contains(&format)
    }
}

/// Whether the public may have a file that a public story shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Yes.
    Good,
    /// No more: its rights have ended.
    Expired,
    /// No more: the newsroom withdrew it.
    Withdrawn,
}

impl Standing {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Standing::Good => "good",
            Standing::Expired => "expired",
            Standing::Withdrawn => "withdrawn",
        }
    }

    /// The standing of a word.
    pub fn parse(word: &str) -> Option<Standing> {
        [Standing::Good, Standing::Expired, Standing::Withdrawn].into_iter().find(|one| one.as_str() == word)
    }
}

/// The longest cleaned original a page shows while there are no renditions.
pub const MAX_SHOWN_ORIGINAL_BYTES: u64 = 4 << 20;

impl Media {
    /// What the darkroom needs to know; `None` for what is no picture.
    pub fn exposure(&self) -> Option<Exposure> {
        (self.kind.nature() == Nature::Picture).then(|| Exposure {
            original: self.original,
            address: self.address.clone(),
            kind: self.kind,
            orientation: self.fields.orientation,
            focal: self.focal,
            rights: Rights::from(&self.fields),
        })
    }

    /// The name of the original as the public may have it: a recording always, a picture if browsers show its format and
    /// it is short enough to stand in for renditions.
    pub fn shown_original(&self) -> Option<MediaName> {
        let is_shown = match self.kind.nature() {
            Nature::Picture => {
                self.made.original_bytes.is_some_and(|bytes| bytes <= MAX_SHOWN_ORIGINAL_BYTES)
            }
            Nature::Video | Nature::Audio | Nature::Captions => self.made.original_bytes.is_some(),
        };
        is_shown.then_some(MediaName::Original(self.kind))
    }
}
