//! The blocks of a body.

use crate::embed::Embed;
use crate::ids::BlockId;
use crate::inline::Content;
use crate::link::MediaRef;
pub use crate::tag::{BadLanguageTag, Direction, LanguageTag};
use serde::{Deserialize, Serialize};

/// The body of a story: its blocks in reading order. In JSON `{"blocks": […]}`.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Body {
    /// The blocks, each with an id no other has.
    pub blocks: Vec<Block>,
}

/// One block of a body.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// The name it keeps through all revisions.
    pub id: BlockId,
    /// Its direction, where it differs from the page's.
    pub dir: Option<Direction>,
    /// Its language, where it differs from the story's.
    pub lang: Option<LanguageTag>,
    /// In a translation: what of the original it renders.
    pub renders: Option<Renders>,
    /// What it is.
    pub kind: Kind,
}

/// Which block of the original, in which version, a block of a translation renders.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Renders {
    /// The original's block.
    pub block: BlockId,
    /// The original's public version, from 1.
    pub version: u32,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Words.
    Paragraph(Content),
    /// A heading within the story; the headline itself is not part of the body.
    Heading(HeadingLevel, Content),
    /// Items.
    List(List),
    /// Words of another.
    Quotation(Quotation),
    /// Rows and columns.
    Table(Table),
    /// Text whose spaces and line breaks count.
    Preformatted(String),
    /// One picture.
    Picture(Picture),
    /// Several pictures shown together.
    Gallery(Gallery),
    /// Something shown by a known provider.
    Embed(Embed),
    /// A break in the thought.
    Rule,
    /// A film of our own.
    Video(Video),
    /// A recording of our own.
    Audio(Audio),
}

/// How deep a heading stands: below the headline (1), to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum HeadingLevel {
    /// `h2`
    Two,
    /// `h3`
    Three,
    /// `h4`
    Four,
}

impl From<HeadingLevel> for u8 {
    fn from(level: HeadingLevel) -> u8 {
        match level {
            HeadingLevel::Two => 2,
            HeadingLevel::Three => 3,
            HeadingLevel::Four => 4,
        }
    }
}

impl TryFrom<u8> for HeadingLevel {
    type Error = String;
    fn try_from(level: u8) -> Result<HeadingLevel, String> {
        match level {
            2 => Ok(HeadingLevel::Two),
            3 => Ok(HeadingLevel::Three),
            4 => Ok(HeadingLevel::Four),
            other => Err(format!("heading level {other} is not 2, 3 or 4")),
        }
    }
}

/// A list and its items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// With numbers or without.
    pub style: ListStyle,
    /// The first number of an ordered list, where it is not 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<u32>,
    /// The items.
    pub items: Vec<ListItem>,
}

/// With numbers or without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ListStyle {
    /// `ol`
    Ordered,
    /// `ul`
    Unordered,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListItem {
    /// Its words.
    pub content: Content,
    /// The list below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Box<List>>,
}

/// Words of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// What was said, paragraph by paragraph.
    pub paragraphs: Vec<Content>,
    /// Who said it, or where it stands.
    pub cite: Option<Content>,
}

/// Rows and columns. Leading rows of header cells only are the table's head.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// What it shows.
    pub caption: Option<Content>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// Its words.
    pub content: Content,
    /// Header or data; data where absent.
    #[serde(default, skip_serializing_if = "CellKind::is_data")]
    pub kind: CellKind,
    /// Columns it takes.
    #[serde(default, skip_serializing_if = "Span::is_one")]
    pub colspan: Span,
    /// Rows it takes.
    #[serde(default, skip_serializing_if = "Span::is_one")]
    pub rowspan: Span,
}

/// Whether a cell names or tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CellKind {
    /// Names its row or column.
    Header,
    /// Tells.
    #[default]
    Data,
}

impl CellKind {
    fn is_data(&self) -> bool {
        *self == CellKind::Data
    }
}

/// How many columns or rows a cell takes: 1 to [`crate::bounds::MAX_SPAN`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct Span(u16);

impl Span {
    /// One column or row.
    pub const ONE: Span = Span(1);

    /// The nearest allowed span.
    pub fn nearest(wanted: usize) -> Span {
        Span(wanted.clamp(1, usize::from(crate::bounds::MAX_SPAN)) as u16)
    }

    /// How many.
    pub fn get(self) -> u16 {
        self.0
    }

    fn is_one(&self) -> bool {
        self.0 == 1
    }
}

impl Default for Span {
    fn default() -> Span {
        Span::ONE
    }
}

impl From<Span> for u16 {
    fn from(span: Span) -> u16 {
        span.0
    }
}

impl TryFrom<u16> for Span {
    type Error = String;
    fn try_from(raw: u16) -> Result<Span, String> {
        let most = crate::bounds::MAX_SPAN;
        if (1..=most).contains(&raw) { Ok(Span(raw)) } else { Err(format!("span {raw} is not 1 to {most}")) }
    }
}

/// A picture in the body. What it does not say itself, the media record says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// Which picture.
    pub media: MediaRef,
    /// What it shows, for whoever does not see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// The words below it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<Content>,
    /// Whom to acknowledge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

impl Picture {
    /// A picture that says nothing itself.
    pub fn of(media: MediaRef) -> Picture {
        Picture { media, alt: None, caption: None, credit: None }
    }
}

/// Several pictures shown together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gallery {
    /// The pictures.
    pub pictures: Vec<Picture>,
    /// The words below them all.
    pub caption: Option<Content>,
}

/// A film of our own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Video {
    /// Which film.
    pub media: MediaRef,
    /// The picture shown before it runs.
    pub poster: Option<MediaRef>,
    /// Captions and subtitles.
    pub tracks: Vec<Track>,
    /// The words below it.
    pub caption: Option<Content>,
    /// Whom to acknowledge.
    pub credit: Option<String>,
}

/// Text that runs with a film.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Track {
    /// Which file.
    pub media: MediaRef,
    /// What it is for.
    pub kind: TrackKind,
    /// Its language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<LanguageTag>,
    /// Its name in the player.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// What a track is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TrackKind {
    /// What is heard, for whoever does not hear it.
    Captions,
    /// What is said, in another language.
    Subtitles,
    /// What is seen, in words.
    Descriptions,
}

impl TrackKind {
    /// The value of HTML's `kind`.
    pub fn as_str(self) -> &'static str {
        match self {
            TrackKind::Captions => "captions",
            TrackKind::Subtitles => "subtitles",
            TrackKind::Descriptions => "descriptions",
        }
    }
}

/// A recording of our own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audio {
    /// Which recording.
    pub media: MediaRef,
    /// The words below it.
    pub caption: Option<Content>,
    /// Whom to acknowledge.
    pub credit: Option<String>,
}

impl Block {
    /// A block that says nothing of direction, language or original.
    pub fn new(id: BlockId, kind: Kind) -> Block {
        Block { id, dir: None, lang: None, renders: None, kind }
    }
}

impl Kind {
    /// The names of all kinds in JSON.
    pub const NAMES: [&str; 12] = [
        "paragraph",
        "heading",
        "list",
        "quotation",
        "table",
        "preformatted",
        "picture",
        "gallery",
        "embed",
        "rule",
        "video",
        "audio",
    ];

    /// The name of the kind in JSON.
    pub fn name(&self) -> &'static str {
        match self {
            Kind::Paragraph(_) => "paragraph",
            Kind::Heading(..) => "heading",
            Kind::List(_) => "list",
            Kind::Quotation(_) => "quotation",
            Kind::Table(_) => "table",
            Kind::Preformatted(_) => "preformatted",
            Kind::Picture(_) => "picture",
            Kind::Gallery(_) => "gallery",
            Kind::Embed(_) => "embed",
            Kind::Rule => "rule",
            Kind::Video(_) => "video",
            Kind::Audio(_) => "audio",
        }
    }
}
