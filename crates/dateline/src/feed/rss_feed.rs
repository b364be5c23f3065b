//! RSS 2.0, with the modules feed readers know: content, Dublin Core, Atom links, Media RSS.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rss::extension::dublincore::DublinCoreExtension;
use rss::extension::{Extension, ExtensionMap};
use rss::{Enclosure, Guid, Image};
use story_body::write_html::escape;

use super::FeedError;
use super::channel::Channel;
use super::item::{Category, Item, Medium, Told};
use super::seen::rfc3339;
use super::xml::allowed;

/// Minutes for which a reader's program need not ask again.
const TTL_MINUTES: &str = "5";
/// RSS allows channel pictures up to 144 pixels across.
const IMAGE_PIXELS: &str = "144";

/// The feed as a document.
pub(super) fn write(channel: &Channel<'_>) -> Result<String, FeedError> {
    let zone = &channel.agency.time_zone;
    let mut extensions = ExtensionMap::new();
    let own = element(
        "atom:link",
        None,
        &[("rel", "self"), ("type", "application/rss+xml"), ("href", &channel.own)],
    );
    extensions.insert("atom".to_owned(), BTreeMap::from([("link".to_owned(), vec![own])]));
    let written = rss::Channel {
        title: allowed(channel.title.clone()),
        link: channel.home.clone(),
        description: allowed(channel.description.clone()),
        language: Some(channel.language().to_string()),
        copyright: Some(allowed(channel.rights().to_owned())),
        last_build_date: Some(rfc2822(channel.updated, zone)),
        generator: Some("Dateline".to_owned()),
        docs: Some("https://www.rssboard.org/rss-specification".to_owned()),
        ttl: Some(TTL_MINUTES.to_owned()),
        image: Some(Image {
            url: format!("{}/icon-144.png", channel.agency.origin),
            title: allowed(channel.title.clone()),
            link: channel.home.clone(),
            width: Some(IMAGE_PIXELS.to_owned()),
            height: Some(IMAGE_PIXELS.to_owned()),
            description: None,
        }),
        items: channel.items.iter().map(|item| self::item(channel, item)).collect(),
        extensions,
        namespaces: BTreeMap::from([
            ("atom".to_owned(), "http://www.w3.org/2005/Atom".to_owned()),
            ("media".to_owned(), "http://search.yahoo.com/mrss/".to_owned()),
        ]),
        ..rss::Channel::default()
    };
    let bytes = written.write_to(Vec::new()).map_err(|error| FeedError::unwritten("RSS", error))?;
    let text = String::from_utf8(bytes).map_err(|error| FeedError::unwritten("RSS", error))?;
    Ok(allowed(text))
}

fn item(channel: &Channel<'_>, item: &Item) -> rss::Item {
    let zone = &channel.agency.time_zone;
    let named = rss::Item {
        guid: Some(Guid { value: item.id.clone(), permalink: true }),
        pub_date: Some(rfc2822(item.published, zone)),
        ..rss::Item::default()
    };
    let updated = element("atom:updated", Some(rfc3339(item.updated, zone)), &[]);
    let mut extensions = ExtensionMap::new();
    extensions.insert("atom".to_owned(), BTreeMap::from([("updated".to_owned(), vec![updated])]));
    match &item.told {
        None => rss::Item {
            title: Some(allowed(channel.withdrawn().to_owned())),
            link: Some(item.id.clone()),
            extensions,
            ..named
        },
        Some(told) => self::told(named, told, extensions),
    }
}

fn told(named: rss::Item, told: &Told, mut extensions: ExtensionMap) -> rss::Item {
    let media: Vec<Extension> = told.media.iter().map(media_content).collect();
    if !media.is_empty() {
        extensions.insert("media".to_owned(), BTreeMap::from([("content".to_owned(), media)]));
    }
    let creators: Vec<String> = told.authors.iter().map(|author| author.name.clone()).collect();
    rss::Item {
        title: Some(told.headline.clone()),
        link: Some(told.link.clone()),
        description: told.summary.as_deref().map(as_html),
        content: told.content.clone(),
        categories: told.categories.iter().map(category).collect(),
        enclosure: told.media.first().map(enclosure),
        dublin_core_ext: (!creators.is_empty())
            .then(|| DublinCoreExtension { creators, ..DublinCoreExtension::default() }),
        extensions,
        ..named
    }
}

fn category(category: &Category) -> rss::Category {
    rss::Category { name: category.label.clone(), domain: category.scheme.clone() }
}

/// The first picture or recording. Its length is 0 where it is not known, as the RSS Advisory Board's profile asks.
fn enclosure(medium: &Medium) -> Enclosure {
    Enclosure { url: medium.url.clone(), length: "0".to_owned(), mime_type: medium.media_type.clone() }
}

fn media_content(medium: &Medium) -> Extension {
    let (width, height) = (medium.width.to_string(), medium.height.to_string());
    let mut attributes =
        vec![("url", medium.url.as_str()), ("type", medium.media_type.as_str()), ("medium", medium.medium)];
    if medium.width > 0 && medium.height > 0 {
        attributes.extend([("width", width.as_str()), ("height", height.as_str())]);
    }
    let mut content = element("media:content", None, &attributes);
    if let Some(text) = &medium.description {
        let description = element("media:description", Some(text.clone()), &[("type", "plain")]);
        content.children.insert("description".to_owned(), vec![description]);
    }
    if let Some(name) = &medium.credit {
        let credit = element("media:credit", Some(name.clone()), &[]);
        content.children.insert("credit".to_owned(), vec![credit]);
    }
    content
}

fn element(name: &str, value: Option<String>, attributes: &[(&str, &str)]) -> Extension {
    Extension {
        name: name.to_owned(),
        value,
        attrs: attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        children: BTreeMap::new(),
    }
}

/// Descriptions are HTML: plain text has to be written as such.
fn as_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    escape(&mut out, text);
    out
}

/// `Mon, 01 Jun 2026 11:20:00 +0400`
fn rfc2822(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%a, %d %b %Y %H:%M:%S %z").to_string()
}
