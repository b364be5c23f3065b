//! Atom, RFC 4287, with text as XHTML.

use std::collections::BTreeMap;

use atom_syndication::{
    Category, Content, Entry, Feed, FixedDateTime, Generator, Link, Person, Text, WriteConfig,
};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::FeedError;
use super::channel::Channel;
use super::item::{Item, Medium, Told};
use super::seen::rfc3339;
use super::xml::allowed;

/// The feed as a document.
pub(super) fn write(channel: &Channel<'_>) -> Result<String, FeedError> {
    let zone = &channel.agency.time_zone;
    let entries: Result<Vec<Entry>, FeedError> =
        channel.items.iter().map(|item| entry(channel, item)).collect();
    let feed = Feed {
        title: plain(&channel.title),
        id: channel.own.clone(),
        updated: instant(channel.updated, zone)?,
        authors: vec![Person {
            name: allowed(channel.edition.name.clone()),
            uri: Some(format!("{}/{}", channel.agency.origin, channel.language())),
            ..Person::default()
        }],
        generator: Some(Generator { value: "Dateline".to_owned(), uri: None, version: None }),
        icon: Some(format!("{}/icon-192.png", channel.agency.origin)),
        links: vec![
            link("self", &channel.own, Some("application/atom+xml"), None),
            link("alternate", &channel.home, Some("text/html"), Some(channel.language().as_str())),
        ],
        rights: Some(plain(channel.rights())),
        subtitle: Some(plain(&channel.description)),
        entries: entries?,
        namespaces: BTreeMap::new(),
        lang: Some(channel.language().to_string()),
        ..Feed::default()
    };
    let form = WriteConfig { write_document_declaration: true, indent_size: None };
    let bytes =
        feed.write_with_config(Vec::new(), form).map_err(|error| FeedError::unwritten("Atom", error))?;
    let text = String::from_utf8(bytes).map_err(|error| FeedError::unwritten("Atom", error))?;
    Ok(allowed(text))
}

fn entry(channel: &Channel<'_>, item: &Item) -> Result<Entry, FeedError> {
    let zone = &channel.agency.time_zone;
    let named = Entry {
        id: item.id.clone(),
        published: Some(instant(item.published, zone)?),
        updated: instant(item.updated, zone)?,
        ..Entry::default()
    };
    Ok(match &item.told {
        None => Entry {
            title: plain(channel.withdrawn()),
            links: vec![link("alternate", &item.id, Some("text/html"), None)],
            ..named
        },
        Some(told) => self::told(named, told, channel.language().as_str()),
    })
}

fn told(named: Entry, told: &Told, language: &str) -> Entry {
    let mut links = vec![link("alternate", &told.link, Some("text/html"), Some(language))];
    links.extend(told.media.iter().map(enclosure));
    let person = |author: &super::item::Person| Person {
        name: author.name.clone(),
        uri: author.url.clone(),
        ..Person::default()
    };
    Entry {
        title: plain(&told.headline),
        links,
        summary: told.summary.as_deref().map(plain),
        content: told.content.as_deref().map(xhtml),
        authors: told.authors.iter().map(person).collect(),
        categories: told
            .categories
            .iter()
            .map(|category| Category {
                term: category.term.clone(),
                scheme: category.scheme.clone(),
                label: Some(category.label.clone()),
            })
            .collect(),
        ..named
    }
}

fn enclosure(medium: &Medium) -> Link {
    let title = medium.description.clone();
    Link { title, ..link("enclosure", &medium.url, Some(&medium.media_type), None) }
}

fn link(rel: &str, href: &str, media_type: Option<&str>, language: Option<&str>) -> Link {
    Link {
        href: href.to_owned(),
        rel: rel.to_owned(),
        mime_type: media_type.map(str::to_owned),
        hreflang: language.map(str::to_owned),
        ..Link::default()
    }
}

fn plain(text: &str) -> Text {
    Text::plain(allowed(text.to_owned()))
}

/// RFC 4287 §3.1.1.3: one `div` in the namespace of XHTML around it all.
fn xhtml(markup: &str) -> Content {
    Content {
        content_type: Some("xhtml".to_owned()),
        value: Some(format!("<div xmlns=\"http://www.w3.org/1999/xhtml\">{markup}</div>")),
        ..Content::default()
    }
}

fn instant(at: Timestamp, zone: &TimeZone) -> Result<FixedDateTime, FeedError> {
    FixedDateTime::parse_from_rfc3339(&rfc3339(at, zone)).map_err(|error| FeedError::unwritten("Atom", error))
}
