//! A story as Markdown: the same copy for programs and for people who read plain text.

use http::header::{HeaderName, HeaderValue, LINK};
use story_body::{Block, BlockId, Body, Content, Ids, Kind, Rendering};

use super::content::{self, Elsewhere};
use super::seen::Seen;
use super::{FeedError, store};
use crate::edition::{Agency, Edition};
use crate::media::markup::shown_body;
use crate::page_cache::Rendered;
use crate::story::{ReleasedStory, StoryKind, touch};

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// `….md` of a public story that was asked for at its right address: headline, dateline, time, authors, body,
/// corrections, how it may be used, and where the page is.
pub async fn markdown(mut seen: Seen<'_>, story: &ReleasedStory) -> Result<Rendered, FeedError> {
    let agency = seen.agency.clone();
    let edition = agency
        .edition(story.language)
        .ok_or_else(|| FeedError::unwritten("Markdown", "the story's edition is not there"))?;
    seen.on(touch::story(story.number));
    story.page.media.iter().for_each(|media| seen.on(touch::media(&media.public)));
    let body = store::body(&mut seen.conn, story.number, story.version).await?;
    let canonical = format!("{}{}", agency.origin, story.path(&agency));
    let text = write(&agency, edition, story, &body, &canonical);
    let mut page = seen
        .finish("text/markdown; charset=utf-8", text)
        // The page for people is the one to be found.
        .with_header(ROBOTS, HeaderValue::from_static("noindex"));
    if let Ok(link) = HeaderValue::from_str(&format!("<{canonical}>; rel=\"canonical\"")) {
        page = page.with_header(LINK, link);
    }
    Ok(page)
}

fn write(agency: &Agency, edition: &Edition, story: &ReleasedStory, body: &Body, canonical: &str) -> String {
    let page = &story.page;
    let markup = Elsewhere { media: &page.media, origin: &agency.origin };
    let rendering = Rendering { media: &markup, ids: Ids::LeftOut, origin: &agency.origin, lead_in: "" };
    let time = |at: jiff::Timestamp| edition.time_pattern.format(&at.to_zoned(agency.time_zone.clone()));
    let text = |key: &str| edition.texts.get(key).unwrap_or_default();
    let mut parts = vec![format!("# {}", plain(&page.headline))];
    parts.extend(kind(page.kind).map(|key| plain(text(key))));
    parts.push(plain(&time(story.published_at)));
    if let Some(at) = page.updated_at {
        parts.push(plain(&edition.texts.format("updated_at", &[("time", time(at).as_str().into())])));
    }
    parts.extend(by(edition, story).map(|line| plain(&line)));
    parts.extend(story.dateline(agency, edition).map(|line| plain(&line)));
    let body = shown_body(body, &page.media).to_markdown(&rendering);
    if !body.trim().is_empty() {
        parts.push(body.trim_end().to_owned());
    }
    for picture in page.media.iter().filter(|media| !media.in_body) {
        let Some(address) = content::address(&agency.origin, picture) else { continue };
        let words: Vec<&str> = picture.caption.iter().chain(&picture.credit).map(String::as_str).collect();
        let caption =
            if words.is_empty() { String::new() } else { format!("\n\n{}", plain(&words.join(" "))) };
        parts.push(format!("![{}]({address}){caption}", plain(&picture.alt)));
    }
    for note in &page.corrections {
        parts.push(format!("**{}** ({}): {}", text("correction"), plain(&time(note.at)), plain(&note.note)));
    }
    parts.push("---".to_owned());
    let terms = page.usage_terms.as_deref().map(str::trim).filter(|terms| !terms.is_empty());
    let notice = text("use_notice");
    parts.push(plain(notice));
    parts.extend(terms.filter(|terms| !notice.contains(terms)).map(plain));
    parts.push(format!("<{canonical}>"));
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

/// The text that labels a kind of story; none for news.
fn kind(kind: StoryKind) -> Option<&'static str> {
    match kind {
        StoryKind::News => None,
        StoryKind::Official => Some("kind_official"),
        StoryKind::Interview => Some("kind_interview"),
        StoryKind::Factbox => Some("kind_factbox"),
        StoryKind::PhotoStory => Some("kind_photo_story"),
        StoryKind::PressRelease => Some("kind_press_release"),
    }
}

fn by(edition: &Edition, story: &ReleasedStory) -> Option<String> {
    if story.page.authors.is_empty() {
        return story.page.byline.clone();
    }
    let names: Vec<&str> = story.page.authors.iter().map(|author| author.name.as_str()).collect();
    Some(edition.texts.format("by", &[("names", names.join(", ").as_str().into())]))
}

/// Words as Markdown that means nothing but them, in one line.
fn plain(words: &str) -> String {
    let line: Vec<&str> = words.split_whitespace().collect();
    let kind = Kind::Paragraph(Content::plain(line.join(" ")));
    let body = Body { blocks: vec![Block::new(BlockId::parse("a").expect("a letter is an id"), kind)] };
    body.to_markdown(&Rendering::default()).trim_end().to_owned()
}
