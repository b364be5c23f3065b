//! The copy of a story: what a writer works on and what a version holds.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use story_body::Body;

use crate::ids::{GroupId, MediaId};

/// Everything that is written about a story but its identity and state. Serialised, it is what a version holds
/// and what its hash is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoryCopy {
    /// Key of the home section: it makes the address.
    pub section: String,
    /// Keys of further sections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_in: Vec<String>,
    /// What kind of piece it is.
    #[serde(default)]
    pub kind: StoryKind,
    /// 1 to 500 characters, verbatim.
    pub headline: String,
    /// The same said otherwise, each for one use; at most one of a role.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headlines: Vec<OtherHeadline>,
    /// Working name shared by the items of a running story.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slugline: Option<String>,
    /// Who wrote it, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// One or two sentences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Place, day and source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<DatelineParts>,
    /// The body; empty for a flash.
    #[serde(default)]
    pub body: Body,
    /// 1 flash to 8 least.
    #[serde(default = "usual_urgency")]
    pub urgency: u8,
    /// Free keywords.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Subject codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// Topics readers can follow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// People who made it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Author>,
    /// The people behind it, at its end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sign_off: Vec<SignOff>,
    /// To editors who use it, as long as it holds for the copy; readers never see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub editor_note: Option<String>,
    /// How it may be used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usage_terms: Option<String>,
    /// Pictures beside the body, the first of them the lead picture.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<MediaUse>,
    /// The story this one goes on from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<i64>,
    /// Numbers of stories to read beside this one, in their order. Readers see those that are public.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<i64>,
    /// The version of the original this translation renders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation_of_version: Option<i64>,
    /// Number of the story this one is a translation of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation_of: Option<i64>,
    /// Until when only trusted readers may have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub embargo: Option<Embargo>,
}

/// 5: normal.
pub fn usual_urgency() -> u8 {
    5
}

/// What kind of piece a story is; all but news are labelled on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub enum StoryKind {
    /// Agency copy.
    #[default]
    #[serde(rename = "news")]
    News,
    /// A document of an office, as issued.
    #[serde(rename = "official")]
    Official,
    /// Questions and answers.
    #[serde(rename = "interview")]
    Interview,
    /// Facts in brief.
    #[serde(rename = "factbox")]
    Factbox,
    /// Told in pictures.
    #[serde(rename = "photo story")]
    PhotoStory,
    /// Issued by somebody else, paid or not.
    #[serde(rename = "press release")]
    PressRelease,
}

impl StoryKind {
    /// The word in `dateline/story/1`.
    pub fn as_str(self) -> &'static str {
        match self {
            StoryKind::News => "news",
            StoryKind::Official => "official",
            StoryKind::Interview => "interview",
            StoryKind::Factbox => "factbox",
            StoryKind::PhotoStory => "photo story",
            StoryKind::PressRelease => "press release",
        }
    }
}

/// The parts a dateline is written from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DatelineParts {
    /// Where it was reported, in the story's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// Further places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<String>,
    /// The place's country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// The day at the place; the day of release where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub date: Option<Date>,
    /// The agency, as the dateline names it; the edition's name where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// A subject code and its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    /// Such as `medtop:11000000`.
    pub uri: String,
    /// In the story's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A topic of one edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// What readers see.
    pub name: String,
    /// Part of the address.
    pub slug: String,
}

/// Somebody who made a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Author {
    /// As printed.
    pub name: String,
    /// Part of the address.
    pub slug: String,
    /// `reporter`, `photographer`, …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
}

/// A headline for one use (ninjs 3.1 `headlines[]`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OtherHeadline {
    /// Which use.
    pub role: HeadlineRole,
    /// 1 to 500 characters in one line, verbatim.
    pub value: String,
}

/// What a headline beside the main one is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HeadlineRole {
    /// Where room is short: the wire's header, telephones.
    Short,
    /// What search engines show: the `<title>` of the page.
    Seo,
}

/// Somebody behind a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignOff {
    /// What they did.
    pub role: SignOffRole,
    /// Their full name.
    pub name: String,
    /// How desk and wire call them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initials: Option<String>,
}

/// What somebody did for a story, in the order in which they are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SignOffRole {
    /// Was there, or asked.
    Reporter,
    /// Wrote it.
    Writer,
    /// Brought it into this language.
    Translator,
    /// Read and cleared it.
    Editor,
}

impl SignOffRole {
    /// Every role, in its order.
    pub const ALL: [SignOffRole; 4] =
        [SignOffRole::Reporter, SignOffRole::Writer, SignOffRole::Translator, SignOffRole::Editor];

    /// The word in `dateline/story/1`.
    pub fn as_str(self) -> &'static str {
        match self {
            SignOffRole::Reporter => "reporter",
            SignOffRole::Writer => "writer",
            SignOffRole::Translator => "translator",
            SignOffRole::Editor => "editor",
        }
    }
}

/// A picture, video or audio file as this story uses it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MediaUse {
    /// Which.
    pub media: MediaId,
    /// What it shows, for those who do not see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// Printed under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Who is to be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

/// Until when copy is only for those who are trusted with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Embargo {
    /// The instant; without one it holds until somebody ends it.
    pub until: Option<jiff::Timestamp>,
    /// The zone it was set in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
}

impl Embargo {
    /// Whether the public must wait at `now`: the one rule of embargo.
    pub fn holds_at(&self, now: jiff::Timestamp) -> bool {
        self.until.is_none_or(|until| now < until)
    }
}

impl StoryCopy {
    /// Empty copy in a section.
    pub fn new(section: impl Into<String>, headline: impl Into<String>) -> StoryCopy {
        StoryCopy {
            section: section.into(),
            also_in: Vec::new(),
            kind: StoryKind::News,
            headline: headline.into(),
            headlines: Vec::new(),
            slugline: None,
            byline: None,
            summary: None,
            dateline: None,
            body: Body::default(),
            urgency: usual_urgency(),
            keywords: Vec::new(),
            subjects: Vec::new(),
            topics: Vec::new(),
            authors: Vec::new(),
            sign_off: Vec::new(),
            editor_note: None,
            usage_terms: None,
            media: Vec::new(),
            follows: None,
            related: Vec::new(),
            translation_of_version: None,
            translation_of: None,
            embargo: None,
        }
    }

    /// The headline of a role, where the story has one.
    pub fn headline_for(&self, role: HeadlineRole) -> Option<&str> {
        self.headlines.iter().find(|other| other.role == role).map(|other| other.value.as_str())
    }

    /// Canonical JSON (RFC 8785) and the SHA-256 of it in hex: what a version is known by.
    pub fn sealed(&self) -> (String, String) {
        let value = serde_json::to_value(self).expect("copy is plain data");
        let mut text = String::with_capacity(1024);
        canonical_json(&value, &mut text);
        let hash = super::hash::sha256_hex(text.as_bytes());
        (text, hash)
    }
}

/// The group a new story belongs to: a translation joins its original's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// A group of its own.
    New,
    /// The group of the original.
    Of(GroupId),
}

/// RFC 8785: keys sorted by UTF-16 code units, no white space, shortest numbers.
fn canonical_json(value: &serde_json::Value, out: &mut String) {
    use serde_json::Value;
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
            out.push('{');
            for (i, key) in keys.into_iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                out.push_str(&serde_json::to_string(key).expect("a string is JSON"));
                out.push(':');
                canonical_json(&map[key], out);
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                canonical_json(item, out);
            }
            out.push(']');
        }
        // Copy holds whole numbers and strings only; for those serde_json writes what the RFC asks for.
        plain => out.push_str(&plain.to_string()),
    }
}
