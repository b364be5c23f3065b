//! A story as every format of feed says it.

use jiff::Timestamp;
use story_body::Syntax;

use super::content;
use super::store::{Gone, Written};
use super::xml::allowed;
use crate::edition::{Agency, Edition, FeedText};
use crate::ids::StoryNumber;
use crate::lang::Language;
use crate::story::{Author, PageMedia, ReleasedStory};

/// One entry of a feed.
pub(super) struct Item {
    /// Absolute, the same for life.
    pub id: String,
    /// First publication.
    pub published: Timestamp,
    /// The last act.
    pub updated: Timestamp,
    /// What it says; `None` of a story that was withdrawn.
    pub told: Option<Told>,
}

/// What a feed says of a public story.
pub(super) struct Told {
    /// Absolute.
    pub link: String,
    pub headline: String,
    /// Plain text.
    pub summary: Option<String>,
    /// The whole text as markup, where feeds carry it and there is one.
    pub content: Option<String>,
    pub categories: Vec<Category>,
    pub authors: Vec<Person>,
    pub media: Vec<Medium>,
}

/// What a story is filed under.
pub(super) struct Category {
    /// Slug or code.
    pub term: String,
    /// Where its terms are known; absolute.
    pub scheme: Option<String>,
    /// What readers see.
    pub label: String,
}

/// Somebody who made a story.
pub(super) struct Person {
    pub name: String,
    /// Absolute.
    pub url: Option<String>,
}

/// A picture, film or recording.
pub(super) struct Medium {
    /// Absolute.
    pub url: String,
    pub media_type: String,
    /// `image`, `video` or `audio`.
    pub medium: &'static str,
    /// In pixels; 0 where unknown.
    pub width: u32,
    /// In pixels; 0 where unknown.
    pub height: u32,
    pub description: Option<String>,
    pub credit: Option<String>,
}

/// IPTC's Media Topics.
const MEDIA_TOPICS: &str = "http://cv.iptc.org/newscodes/mediatopic/";

/// The id of a story in feeds; see the folder's description for why this one.
pub(super) fn id(agency: &Agency, language: Language, number: StoryNumber) -> String {
    format!("{}/{language}/{number}", agency.origin)
}

impl Item {
    /// A public story.
    pub fn told(agency: &Agency, edition: &Edition, written: &Written, syntax: Syntax) -> Item {
        let story = &written.story;
        let page = &story.page;
        let full = match edition.feeds {
            FeedText::Full => content::full(agency, edition, story, &written.body, syntax),
            FeedText::Summary => String::new(),
        };
        let intro = Some(page.intro.clone()).filter(|text| !text.is_empty());
        Item {
            id: id(agency, story.language, story.number),
            published: story.published_at,
            updated: story.updated_at.max(story.published_at),
            told: Some(Told {
                link: format!("{}{}", agency.origin, story.path(agency)),
                headline: allowed(page.headline.clone()),
                summary: page.summary.clone().or(intro).map(allowed),
                content: Some(allowed(full)).filter(|text| !text.is_empty()),
                categories: categories(agency, edition, story),
                authors: authors(agency, story),
                media: page.media.iter().filter_map(|media| medium(agency, media)).collect(),
            }),
        }
    }

    /// A story that was withdrawn: readers' programs keep what they were given, so it keeps its id.
    pub fn gone(agency: &Agency, language: Language, gone: &Gone) -> Item {
        Item {
            id: id(agency, language, gone.number),
            published: gone.published_at,
            updated: gone.since,
            told: None,
        }
    }
}

fn categories(agency: &Agency, edition: &Edition, story: &ReleasedStory) -> Vec<Category> {
    let page = &story.page;
    let home = format!("{}/{}", agency.origin, edition.language);
    let sections = std::iter::once(&story.section).chain(&page.also_in).map(|key| Category {
        term: key.clone(),
        scheme: Some(home.clone()),
        label: edition.sections.get(key).map_or_else(|| key.clone(), |section| section.name.clone()),
    });
    let topics = page.topics.iter().filter(|topic| !topic.slug.is_empty()).map(|topic| Category {
        term: topic.slug.clone(),
        scheme: Some(format!("{home}/topics")),
        label: topic.name.clone(),
    });
    let subjects = page.subjects.iter().filter_map(|subject| {
        let code = subject.uri.strip_prefix("medtop:")?;
        let label = subject.name.clone().unwrap_or_else(|| code.to_owned());
        Some(Category { term: code.to_owned(), scheme: Some(MEDIA_TOPICS.to_owned()), label })
    });
    let keywords = page.keywords.iter().map(|keyword| Category {
        term: keyword.clone(),
        scheme: None,
        label: keyword.clone(),
    });
    let all = sections.chain(topics).chain(subjects).chain(keywords);
    all.map(|c| Category { term: allowed(c.term), label: allowed(c.label), ..c }).collect()
}

/// Those who made it, or the byline as it was written.
fn authors(agency: &Agency, story: &ReleasedStory) -> Vec<Person> {
    let home = format!("{}/{}/authors", agency.origin, story.language);
    let person = |author: &Author| Person {
        name: allowed(author.name.clone()),
        url: (!author.slug.is_empty()).then(|| format!("{home}/{}", super::xml::in_path(&author.slug))),
    };
    let byline = story.page.byline.iter().map(|name| Person { name: allowed(name.clone()), url: None });
    match story.page.authors.as_slice() {
        [] => byline.collect(),
        authors => authors.iter().map(person).collect(),
    }
}

fn medium(agency: &Agency, media: &PageMedia) -> Option<Medium> {
    let url = content::address(&agency.origin, media)?;
    let medium = match media.kind.as_str() {
        "video" => "video",
        "audio" => "audio",
        _ => "image",
    };
    // What is shown of a picture is mostly a rendition, not the file that was taken in.
    let media_type = match url.ends_with(".jpg") {
        true => "image/jpeg".to_owned(),
        false => media.mime.clone(),
    };
    let description = media.caption.clone().or(Some(media.alt.clone()).filter(|alt| !alt.is_empty()));
    Some(Medium {
        url,
        media_type,
        medium,
        width: media.width,
        height: media.height,
        description: description.map(allowed),
        credit: media.credit.clone().map(allowed),
    })
}
