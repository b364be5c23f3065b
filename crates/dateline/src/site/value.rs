//! What templates are given: plain values named as the page calls them.

use minijinja::Value;
use serde::Serialize;

use super::face::{Face, Moment};
use super::store::{Linked, Listed};
use crate::edition::{Agency, Edition};
use crate::lang::Language;
use crate::media::PictureView;
use crate::story::{StoryKind, story_path};

/// A name with an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Link {
    pub name: String,
    pub href: String,
}

/// A section as pages link to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct SectionLink {
    pub key: String,
    pub name: String,
    pub href: String,
}

impl SectionLink {
    /// A section of an edition; one without an entry there goes by its key.
    pub fn of(edition: &Edition, key: &str) -> SectionLink {
        let (slug, name) = edition.sections.get(key).map_or((key, key), |s| (&s.slug, &s.name));
        SectionLink {
            key: key.to_owned(),
            name: name.to_owned(),
            href: format!("/{}/{slug}", edition.language),
        }
    }
}

/// A headline that leads to its story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct HeadlineLink {
    pub headline: String,
    pub href: String,
    pub tag: Language,
    pub dir: &'static str,
}

impl HeadlineLink {
    pub fn of(agency: &Agency, linked: &Linked) -> HeadlineLink {
        HeadlineLink {
            headline: linked.headline.clone(),
            href: story_path(agency, linked.language, &linked.section, &linked.slug, linked.number),
            tag: linked.language,
            dir: linked.language.direction().as_str(),
        }
    }
}

/// Another language of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct LanguageLink {
    pub tag: Language,
    pub dir: &'static str,
    pub name: String,
    pub href: String,
    pub current: bool,
}

impl LanguageLink {
    pub fn new(language: Language, href: String, current: bool) -> LanguageLink {
        LanguageLink {
            tag: language,
            dir: language.direction().as_str(),
            name: language.native_name().to_owned(),
            href,
            current,
        }
    }
}

/// A story in a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct CardValue {
    pub headline: String,
    pub href: String,
    pub summary: Option<String>,
    pub kind: Option<String>,
    pub section: Option<SectionLink>,
    pub time: Moment,
    pub picture: Option<PictureView>,
    pub urgency: u8,
    /// Flash or urgent.
    pub hot: bool,
}

impl CardValue {
    pub fn of(agency: &Agency, edition: &Edition, face: &Face, listed: &Listed) -> CardValue {
        CardValue {
            headline: listed.card.headline.clone(),
            href: story_path(agency, edition.language, &listed.section, &listed.slug, listed.number),
            summary: listed.card.summary.clone(),
            kind: kind_label(face, listed.card.kind),
            section: Some(SectionLink::of(edition, &listed.section)),
            time: face.moment(listed.at),
            picture: listed.card.picture.as_ref().and_then(PictureView::of_card),
            urgency: listed.urgency,
            hot: listed.urgency <= 2,
        }
    }
}

/// The label of a kind of story; news have none.
pub(super) fn kind_label(face: &Face, kind: StoryKind) -> Option<String> {
    let key = match kind {
        StoryKind::News => return None,
        StoryKind::Official => "kind_official",
        StoryKind::Interview => "kind_interview",
        StoryKind::Factbox => "kind_factbox",
        StoryKind::PhotoStory => "kind_photo_story",
        StoryKind::PressRelease => "kind_press_release",
    };
    Some(face.text(key).to_owned())
}

/// The way on through a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Pager {
    /// The head of the list, from further down.
    pub newest: Option<String>,
    pub older: Option<String>,
}

/// What stands in a page's head.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Head {
    /// By the agency's pattern.
    pub title: String,
    /// Without it.
    pub share_title: String,
    pub description: Option<String>,
    /// Whether search engines may list it.
    pub indexed: bool,
    /// With the origin; pages that are no page have none.
    pub canonical: Option<String>,
    /// Of the canonical address.
    pub path: String,
    /// `article` or `website`.
    pub kind: &'static str,
    pub image: Option<ShareImage>,
    pub properties: Vec<Property>,
    pub alternates: Vec<Alternate>,
    pub links: Vec<HeadLink>,
    pub scripts: Vec<String>,
    pub json_ld: Option<Value>,
}

/// The picture shown where a page is shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct ShareImage {
    pub address: String,
    pub alt: String,
}

impl ShareImage {
    /// The crop made for it; the picture itself until there is one.
    pub fn of(agency: &Agency, picture: &PictureView) -> ShareImage {
        let path = picture.card.as_ref().unwrap_or(&picture.src);
        ShareImage { address: format!("{}{path}", agency.origin), alt: picture.alt.clone() }
    }
}

/// A property of the Open Graph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Property {
    pub name: &'static str,
    pub content: String,
}

/// The same page in another language, for search engines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Alternate {
    pub tag: String,
    pub href: String,
}

/// The same content in another form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct HeadLink {
    pub kind: &'static str,
    pub title: Option<String>,
    pub href: String,
}

/// `pattern` with the headline and the agency's name in their places; what they say is not read again.
pub(crate) fn title(pattern: &str, headline: &str, name: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + headline.len());
    let mut rest = pattern;
    while let Some(start) = rest.find('{') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let (word, length) = match rest {
            rest if rest.starts_with("{headline}") => (headline, "{headline}".len()),
            rest if rest.starts_with("{name}") => (name, "{name}".len()),
            _ => ("{", 1),
        };
        out.push_str(word);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_follows_the_pattern_and_keeps_the_headline() {
        assert_eq!(title("AZERTAG.AZ :{headline}", "A {name} {x}", "N"), "AZERTAG.AZ :A {name} {x}");
        assert_eq!(title("{headline} | {name}{", "H", "N"), "H | N{");
    }
}
