//! One entry of the release log.

use jiff::Timestamp;
use serde::Serialize;

use crate::ids::StoryNumber;
use crate::lang::Language;
use crate::story::{Change, Names};

/// What kind of thing an entry is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// A story.
    Story,
    /// A front's arrangement.
    Front,
    /// A section: name, slug, place.
    Section,
    /// The agency or an edition: settings, texts, patterns.
    Edition,
    /// An author.
    Author,
    /// A picture, video or audio file.
    Media,
}

impl EntryKind {
    /// The word in the database and the API.
    pub fn as_str(self) -> &'static str {
        match self {
            EntryKind::Story => "story",
            EntryKind::Front => "front",
            EntryKind::Section => "section",
            EntryKind::Edition => "edition",
            EntryKind::Author => "author",
            EntryKind::Media => "media",
        }
    }

    /// The kind of a word; `None` for any other.
    pub fn parse(word: &str) -> Option<EntryKind> {
        [Self::Story, Self::Front, Self::Section, Self::Edition, Self::Author, Self::Media]
            .into_iter()
            .find(|kind| kind.as_str() == word)
    }
}

/// One entry: something became public, changed, or ceased to be public.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Position in the log: 1, 2, 3 without a gap, in the order of commits. 0 until it is sealed.
    pub seq: i64,
    /// When the act was done; never an order.
    pub at: Timestamp,
    /// The act in the words of the wire (`release`, `correction`, …) or of settings (`apply`, …).
    pub act: String,
    /// What it is about.
    pub kind: EntryKind,
    /// The id or key of what it is about.
    pub subject: String,
    /// The story's number.
    pub number: Option<StoryNumber>,
    /// The story's or edition's language.
    pub language: Option<Language>,
    /// The story's version after the act.
    pub version: Option<i64>,
    /// SHA-256 of the version as canonical JSON (RFC 8785), in hex.
    pub hash: Option<String>,
    /// Imported: followers that alert or deliver ignore it.
    pub backfill: bool,
    /// Only for those who may see embargoed copy.
    pub trusted: bool,
    /// The names of what public pages depend on and this act changed.
    pub touches: Vec<String>,
    /// What it names is no longer public: no older page of it may stand in for a newer one.
    pub withdrawn: bool,
    /// Days whose number of public stories changes, and by how many.
    pub days: Vec<(Language, jiff::civil::Date, i64)>,
    /// Names of topics and authors to be written with it; not read back.
    pub names: Names,
}

impl Entry {
    /// An entry about settings: what changed them and what depends on it.
    pub fn settings(
        at: Timestamp,
        act: &str,
        kind: EntryKind,
        subject: impl Into<String>,
        touches: Vec<String>,
    ) -> Entry {
        Entry {
            seq: 0,
            at,
            act: act.to_owned(),
            kind,
            subject: subject.into(),
            number: None,
            language: None,
            version: None,
            hash: None,
            backfill: false,
            trusted: false,
            touches,
            withdrawn: false,
            days: Vec::new(),
            names: Names::default(),
        }
    }
}

impl From<Change> for Entry {
    fn from(change: Change) -> Entry {
        Entry {
            seq: 0,
            at: change.at,
            act: change.act.as_str().to_owned(),
            kind: EntryKind::Story,
            subject: change.story.to_string(),
            number: Some(change.number),
            language: Some(change.language),
            version: Some(change.version),
            hash: Some(change.hash),
            backfill: change.backfill,
            trusted: change.trusted,
            touches: change.touches,
            withdrawn: change.withdrawn,
            days: change.days,
            names: change.names,
        }
    }
}
