//! JSON Feed 1.1.

use serde::Serialize;

use super::FeedError;
use super::channel::Channel;
use super::item::{Item, Medium, Told};
use super::seen::rfc3339;

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: &'a str,
    feed_url: &'a str,
    description: &'a str,
    icon: String,
    favicon: String,
    authors: Vec<JsonAuthor<'a>>,
    language: &'a str,
    items: Vec<JsonItem<'a>>,
}

#[derive(Serialize)]
struct JsonAuthor<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
    date_published: String,
    date_modified: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<JsonAuthor<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
    language: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<JsonAttachment<'a>>,
}

#[derive(Serialize)]
struct JsonAttachment<'a> {
    url: &'a str,
    mime_type: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
}

/// The feed as a document.
pub(super) fn write(channel: &Channel<'_>) -> Result<String, FeedError> {
    let origin = &channel.agency.origin;
    let language = channel.edition.language.as_str();
    let feed = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &channel.title,
        home_page_url: &channel.home,
        feed_url: &channel.own,
        description: &channel.description,
        icon: format!("{origin}/icon-512.png"),
        favicon: format!("{origin}/icon-192.png"),
        authors: vec![JsonAuthor { name: &channel.edition.name, url: Some(format!("{origin}/{language}")) }],
        language,
        items: channel.items.iter().map(|item| self::item(channel, item)).collect(),
    };
    serde_json::to_string(&feed).map_err(|error| FeedError::unwritten("JSON Feed", error))
}

fn item<'a>(channel: &'a Channel<'_>, item: &'a Item) -> JsonItem<'a> {
    let zone = &channel.agency.time_zone;
    let named = JsonItem {
        id: &item.id,
        url: &item.id,
        title: channel.withdrawn(),
        content_html: None,
        content_text: Some(channel.withdrawn()),
        summary: None,
        image: None,
        date_published: rfc3339(item.published, zone),
        date_modified: rfc3339(item.updated, zone),
        authors: Vec::new(),
        tags: Vec::new(),
        language: channel.edition.language.as_str(),
        attachments: Vec::new(),
    };
    match &item.told {
        None => named,
        Some(told) => self::told(named, told),
    }
}

/// One of `content_html` and `content_text` has to be there: a headline alone stands for itself.
fn told<'a>(named: JsonItem<'a>, told: &'a Told) -> JsonItem<'a> {
    let text = told.summary.as_deref().unwrap_or(&told.headline);
    let image = told.media.iter().find(|medium| medium.medium == "image");
    JsonItem {
        url: &told.link,
        title: &told.headline,
        content_html: told.content.as_deref(),
        content_text: told.content.is_none().then_some(text),
        summary: told.summary.as_deref(),
        image: image.map(|medium| medium.url.as_str()),
        authors: told
            .authors
            .iter()
            .map(|author| JsonAuthor { name: &author.name, url: author.url.clone() })
            .collect(),
        tags: told.categories.iter().map(|category| category.label.as_str()).collect(),
        attachments: told.media.iter().map(attachment).collect(),
        ..named
    }
}

fn attachment(medium: &Medium) -> JsonAttachment<'_> {
    JsonAttachment { url: &medium.url, mime_type: &medium.media_type, title: medium.description.as_deref() }
}
