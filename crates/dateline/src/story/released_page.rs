//! What the page of a released story holds, and what lists show of it: made once by the act, read by every rendering.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::StoryCopy;
use super::copy::{Author, DatelineParts, OtherHeadline, SignOff, StoryKind, Subject, Topic};
use crate::correction::CorrectionNote;
use crate::ids::MediaId;
use crate::media;

/// What a list shows of a story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Verbatim.
    pub headline: String,
    /// The summary, or the first words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// What kind of piece.
    #[serde(default)]
    pub kind: StoryKind,
    /// The lead picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<CardPicture>,
}

/// The picture of a card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardPicture {
    /// Part of its address.
    pub public: String,
    /// What it shows.
    pub alt: String,
    /// In pixels; 0 where unknown.
    pub width: u32,
    /// In pixels; 0 where unknown.
    pub height: u32,
    /// Widths it is there in as JPEG, smallest first; empty until renditions are made.
    #[serde(default)]
    pub widths: Vec<u32>,
    /// Whether WebP is there too.
    #[serde(default)]
    pub webp: bool,
    /// Whether AVIF is there too.
    #[serde(default)]
    pub avif: bool,
    /// The file name of the original; empty where it is not shown.
    pub original: String,
}

/// A picture, video or audio file as a page shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageMedia {
    /// Which.
    pub media: MediaId,
    /// Part of its address.
    pub public: String,
    /// `picture`, `video` or `audio`.
    pub kind: String,
    /// Its media type.
    pub mime: String,
    /// The file name of the original; empty where it is not shown.
    pub original: String,
    /// In pixels; 0 where unknown.
    pub width: u32,
    /// In pixels; 0 where unknown.
    pub height: u32,
    /// Widths it is there in as JPEG, smallest first; empty until renditions are made.
    #[serde(default)]
    pub widths: Vec<u32>,
    /// Whether WebP is there too.
    #[serde(default)]
    pub webp: bool,
    /// Whether AVIF is there too.
    #[serde(default)]
    pub avif: bool,
    /// What matters in it, 0 to 1 from the left and from the top.
    #[serde(default)]
    pub focus: (f64, f64),
    /// Shown in the body alone, not beside it.
    #[serde(default)]
    pub in_body: bool,
    /// For those who do not see it.
    #[serde(default)]
    pub alt: String,
    /// Printed under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Who is to be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

/// Everything the page of a public story needs beside the agency and its lists.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReleasedPage {
    /// Verbatim.
    pub headline: String,
    /// What kind of piece.
    #[serde(default)]
    pub kind: StoryKind,
    /// The summary as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The first words of the body, for descriptions.
    #[serde(default)]
    pub intro: String,
    /// Who wrote it, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// The dateline's parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<DatelineParts>,
    /// The body as HTML, pictures included.
    #[serde(default)]
    pub body_html: String,
    /// Words in the body.
    #[serde(default)]
    pub words: i64,
    /// People who made it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Author>,
    /// Topics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// Keywords.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Subject codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// Keys of further sections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_in: Vec<String>,
    /// Other headlines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub headlines: Vec<OtherHeadline>,
    /// The people behind it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sign_off: Vec<SignOff>,
    /// Stories to read beside it, those that are not public among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<i64>,
    /// How it may be used, where the site's notice does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usage_terms: Option<String>,
    /// Pictures and the like beside the body, the lead one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<PageMedia>,
    /// When it was last updated or corrected, as readers are told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Timestamp>,
    /// Corrections, the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<CorrectionNote>,
    /// The story it goes on from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<i64>,
    /// The original it translates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation_of: Option<i64>,
    /// The version of the original it renders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation_of_version: Option<i64>,
    /// SHA-256 of the version shown.
    #[serde(default)]
    pub hash: String,
    /// What stands in place of the story once it is withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
}

/// What the page of a withdrawn story says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    /// Why, where the act gives it to the public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// A story that stands in for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitute: Option<i64>,
    /// Since when.
    pub since: Timestamp,
    /// The lists with feeds it stood in: those feeds say for some days that it is gone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<String>,
}

/// The first words, as many as two or three lines hold: of scripts without spaces half as many characters.
fn intro(body: &story_body::Body) -> String {
    const LONGEST: usize = 160;
    let intro = body.first_words(LONGEST);
    let wide = intro.chars().filter(|c| *c >= '\u{2e80}').count();
    if wide * 2 > intro.chars().count() { body.first_words(LONGEST / 2) } else { intro }
}

/// All the page of `copy` needs, given its media.
pub(crate) fn page_of(copy: &StoryCopy, media: Vec<PageMedia>, hash: String) -> ReleasedPage {
    ReleasedPage {
        headline: copy.headline.clone(),
        kind: copy.kind,
        summary: copy.summary.clone(),
        intro: intro(&copy.body),
        byline: copy.byline.clone(),
        dateline: copy.dateline.clone(),
        body_html: media::markup::body_html(&copy.body, &media),
        words: copy.body.word_count() as i64,
        authors: copy.authors.clone(),
        topics: copy.topics.clone(),
        keywords: copy.keywords.clone(),
        subjects: copy.subjects.clone(),
        also_in: copy.also_in.clone(),
        headlines: copy.headlines.clone(),
        sign_off: copy.sign_off.clone(),
        related: copy.related.clone(),
        usage_terms: copy.usage_terms.clone(),
        media,
        updated_at: None,
        corrections: Vec::new(),
        follows: copy.follows,
        translation_of: copy.translation_of,
        translation_of_version: copy.translation_of_version,
        hash,
        notice: None,
    }
}

/// What a list shows, given all its page needs.
pub(crate) fn card_of(page: &ReleasedPage) -> Card {
    let picture = page.media.iter().find(|media| media.kind == "picture").map(|media| CardPicture {
        public: media.public.clone(),
        alt: media.alt.clone(),
        width: media.width,
        height: media.height,
        widths: media.widths.clone(),
        webp: media.webp,
        avif: media.avif,
        original: media.original.clone(),
    });
    let summary = page.summary.clone().or_else(|| Some(page.intro.clone()).filter(|text| !text.is_empty()));
    Card { headline: page.headline.clone(), summary, kind: page.kind, picture }
}
