//! The story format `dateline/story/1`: one JSON object a story, the same for import, export and API.
//!
//! Owns the shape and what is checked without a database. Names of sections, other stories and files are looked up
//! by whoever reads the file; [`StoryFile::into_copy`] is given what they found.

mod entries;
mod read;
#[cfg(test)]
mod tests;
mod write;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use story_body::Body;

pub use entries::{CorrectionEntry, MediaEntry, NamedEntry, Status, StoryName};
pub use read::{BadStoryFile, Found};

use super::{DatelineParts, OtherHeadline, SignOff, StoryKind, Subject};
use crate::ids::StoryNumber;
use crate::lang::Language;

/// The name of the format.
pub const FORMAT: &str = "dateline/story/1";

/// One story. Unknown keys are refused by name; `null` is the same as a key that is not there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StoryFile {
    /// Says which format this is.
    #[schema(value_type = String)]
    pub format: FormatName,
    /// The story's identity, here or elsewhere: at most 2,000 characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
    /// The public number; the identity where there is no `uri`.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "entries::number")]
    #[schema(value_type = Option<i64>)]
    pub number: Option<StoryNumber>,
    /// The language it is written in.
    #[schema(value_type = String)]
    pub language: Language,
    /// Key of the home section, or its slug in the language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Keys or slugs of further sections.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "entries::or_default")]
    pub also_in: Vec<String>,
    /// 1 to 500 characters in one line, verbatim.
    pub headline: String,
    /// The same said otherwise, each for one use; at most one of a role.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "entries::or_default")]
    pub headlines: Vec<OtherHeadline>,
    /// Working name shared by the items of a running story.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slugline: Option<String>,
    /// First publication: past is public, future is scheduled, none is a draft.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub published_at: Option<Timestamp>,
    /// When it was last changed for readers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub updated_at: Option<Timestamp>,
    /// Place, day and source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<DatelineParts>,
    /// Who wrote it, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// One or two sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The body as HTML, cleaned when it is read; not together with `body`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_html: Option<String>,
    /// The body as blocks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub body: Option<Body>,
    /// 1 flash to 8 least.
    #[serde(default = "super::usual_urgency", deserialize_with = "entries::urgency")]
    pub urgency: u8,
    /// Free keywords.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "entries::or_default")]
    pub keywords: Vec<String>,
    /// Subject codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "entries::or_default")]
    pub subjects: Vec<Subject>,
    /// To editors, of the newest version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub editor_note: Option<String>,
    /// To the public, of the newest version: what stands on the notice of a withdrawn story.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_note: Option<String>,
    /// How it may be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usage_terms: Option<String>,
    /// Until when only trusted readers may have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub embargoed_until: Option<Timestamp>,
    /// The story it is a translation of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation_of: Option<StoryName>,
    /// The version of the original it renders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation_of_version: Option<i64>,
    /// What kind of piece it is.
    #[serde(default, deserialize_with = "entries::or_default")]
    pub kind: StoryKind,
    /// People who made it.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "entries::or_default")]
    pub authors: Vec<NamedEntry>,
    /// Topics readers can follow.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "entries::or_default")]
    pub topics: Vec<NamedEntry>,
    /// The people behind it, at its end.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "entries::or_default")]
    pub sign_off: Vec<SignOff>,
    /// The story this one goes on from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<StoryName>,
    /// Stories to read beside this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "entries::or_default")]
    pub related: Vec<StoryName>,
    /// Its public version, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// What the wire says of it.
    #[serde(default, skip_serializing_if = "Status::is_usable", deserialize_with = "entries::or_default")]
    pub status: Status,
    /// Public correction notes.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "entries::or_default")]
    pub corrections: Vec<CorrectionEntry>,
    /// Addresses it had elsewhere: a path, or an http(s) address.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "entries::or_default")]
    pub old_addresses: Vec<String>,
    /// Pictures, video and sound beside the body, the lead picture first.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "entries::or_default")]
    pub media: Vec<MediaEntry>,
}

/// The name of the format, and nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FormatName;

impl TryFrom<String> for FormatName {
    type Error = String;
    fn try_from(name: String) -> Result<FormatName, String> {
        match name == FORMAT {
            true => Ok(FormatName),
            false => Err(format!("format {name:?} is not {FORMAT:?}")),
        }
    }
}

impl From<FormatName> for String {
    fn from(_: FormatName) -> String {
        FORMAT.to_owned()
    }
}

impl StoryFile {
    /// A story that has a language and a headline and nothing else.
    pub fn new(language: Language, headline: impl Into<String>) -> StoryFile {
        StoryFile {
            format: FormatName,
            uri: None,
            number: None,
            language,
            section: None,
            also_in: Vec::new(),
            headline: headline.into(),
            headlines: Vec::new(),
            slugline: None,
            published_at: None,
            updated_at: None,
            dateline: None,
            byline: None,
            summary: None,
            body_html: None,
            body: None,
            urgency: super::usual_urgency(),
            keywords: Vec::new(),
            subjects: Vec::new(),
            editor_note: None,
            public_note: None,
            usage_terms: None,
            embargoed_until: None,
            translation_of: None,
            translation_of_version: None,
            kind: StoryKind::News,
            authors: Vec::new(),
            topics: Vec::new(),
            sign_off: Vec::new(),
            follows: None,
            related: Vec::new(),
            version: None,
            status: Status::Usable,
            corrections: Vec::new(),
            old_addresses: Vec::new(),
            media: Vec::new(),
        }
    }
}
