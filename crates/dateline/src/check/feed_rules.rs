//! What a feed has to be: the rules of RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1 that readers' programs rely on,
//! and those of ours beyond them. Each function answers what is wrong, in sentences.

use std::collections::HashSet;

use jiff::Timestamp;
use jiff::fmt::rfc2822;
use serde_json::Value;

use super::xml::{self, Element};
use crate::feed::FeedFormat;

const ATOM: &str = "http://www.w3.org/2005/Atom";
const XHTML: &str = "http://www.w3.org/1999/xhtml";
const CONTENT: &str = "http://purl.org/rss/1.0/modules/content/";
const DUBLIN_CORE: &str = "http://purl.org/dc/elements/1.1/";
const MEDIA: &str = "http://search.yahoo.com/mrss/";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// What is wrong with a feed at `address`; nothing where it is good.
pub fn faults(format: FeedFormat, address: &str, text: &str) -> Vec<String> {
    let mut faults = Faults::default();
    if let Err(error) = feed_rs::parser::parse(text.as_bytes()) {
        faults.say(format!("a feed reader refuses it: {error}"));
    }
    match format {
        FeedFormat::Json => match serde_json::from_str(text) {
            Ok(feed) => json(&mut faults, address, &feed),
            Err(error) => faults.say(error.to_string()),
        },
        FeedFormat::Rss | FeedFormat::Atom => match xml::read(text) {
            Ok(root) if format == FeedFormat::Rss => rss(&mut faults, address, &root),
            Ok(root) => atom(&mut faults, address, &root),
            Err(reason) => faults.say(format!("not well formed: {reason}")),
        },
    }
    faults.0
}

#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn say(&mut self, fault: impl Into<String>) {
        self.0.push(fault.into());
    }

    fn unless(&mut self, holds: bool, fault: impl FnOnce() -> String) {
        if !holds {
            self.0.push(fault());
        }
    }

    /// The text of an element that has to be there once, and not be empty.
    fn required<'e>(&mut self, parent: &'e Element, namespace: &'e str, name: &'e str) -> &'e str {
        let text = parent.text_of(namespace, name).unwrap_or_default();
        let count = parent.all(namespace, name).count();
        self.unless(count == 1, || format!("{} has {count} of {name}", parent.name));
        self.unless(!text.is_empty(), || format!("{} of {} is empty", name, parent.name));
        text
    }
}

fn rss(faults: &mut Faults, address: &str, root: &Element) {
    faults.unless(root.is("", "rss") && root.attribute("version") == Some("2.0"), || {
        "the root is not rss 2.0".to_owned()
    });
    let Some(channel) = root.first("", "channel") else { return faults.say("there is no channel") };
    faults.unless(root.children.len() == 1, || "rss has more than a channel".to_owned());
    let title = faults.required(channel, "", "title");
    let link = faults.required(channel, "", "link");
    faults.required(channel, "", "description");
    let language = faults.required(channel, "", "language");
    faults.unless(crate::lang::Language::parse(language).is_ok(), || format!("{language:?} is no language"));
    let ttl = faults.required(channel, "", "ttl");
    faults.unless(ttl.parse::<u32>().is_ok(), || format!("ttl {ttl:?} is no number"));
    mail_date(faults, faults_text(channel, "lastBuildDate"));
    own_link(faults, channel, address);
    if let Some(image) = channel.first("", "image") {
        let same = faults.required(image, "", "title") == title && faults.required(image, "", "link") == link;
        faults.unless(same, || "the picture has another title or link than the channel".to_owned());
        absolute(faults, "image url", faults_text(image, "url"));
        let width = image.text_of("", "width").and_then(|width| width.parse::<u32>().ok());
        faults.unless(width.is_none_or(|width| width <= 144), || "the picture is too wide".to_owned());
    }
    let mut ids = HashSet::new();
    for item in channel.all("", "item") {
        rss_item(faults, item, &mut ids);
    }
}

fn faults_text<'e>(parent: &'e Element, name: &'e str) -> &'e str {
    parent.text_of("", name).unwrap_or_default()
}

fn rss_item<'e>(faults: &mut Faults, item: &'e Element, ids: &mut HashSet<&'e str>) {
    let has_text = ["title", "description"].iter().any(|name| !faults_text(item, name).is_empty());
    faults.unless(has_text, || "an item has neither title nor description".to_owned());
    let id = faults.required(item, "", "guid");
    faults.unless(ids.insert(id), || format!("two items have the guid {id}"));
    if item.first("", "guid").and_then(|guid| guid.attribute("isPermaLink")) != Some("false") {
        absolute(faults, "guid", id);
    }
    absolute(faults, "link", faults_text(item, "link"));
    let published = mail_date(faults, faults_text(item, "pubDate"));
    let updated = item.text_of(ATOM, "updated").and_then(|text| instant(faults, "atom:updated", text));
    faults.unless(published.zip(updated).is_none_or(|(published, updated)| published <= updated), || {
        format!("{id} was updated before it was published")
    });
    for enclosure in item.all("", "enclosure") {
        absolute(faults, "enclosure", enclosure.attribute("url").unwrap_or_default());
        let length = enclosure.attribute("length").unwrap_or_default();
        faults.unless(length.parse::<u64>().is_ok(), || format!("length {length:?} is no number"));
        media_type(faults, enclosure.attribute("type").unwrap_or_default());
    }
    faults.unless(item.all("", "enclosure").count() <= 1, || format!("{id} has several enclosures"));
    for media in item.all(MEDIA, "content") {
        absolute(faults, "media:content", media.attribute("url").unwrap_or_default());
        let medium = media.attribute("medium").unwrap_or_default();
        faults.unless(["image", "audio", "video"].contains(&medium), || format!("medium {medium:?}"));
    }
    for name in item.all("", "category").chain(item.all(DUBLIN_CORE, "creator")) {
        faults.unless(!name.text.trim().is_empty(), || format!("{} of {id} is empty", name.name));
    }
    for markup in item.first("", "description").into_iter().chain(item.first(CONTENT, "encoded")) {
        html(faults, id, &markup.text);
    }
}

fn atom(faults: &mut Faults, address: &str, root: &Element) {
    faults.unless(root.is(ATOM, "feed"), || "the root is not an Atom feed".to_owned());
    let language = root.attributes.iter().find(|(space, name, _)| space == XML && name == "lang");
    faults.unless(language.is_some(), || "the feed does not say its language".to_owned());
    let id = faults.required(root, ATOM, "id");
    absolute(faults, "id", id);
    faults.required(root, ATOM, "title");
    let updated = faults.required(root, ATOM, "updated");
    let updated = instant(faults, "updated", updated);
    own_link(faults, root, address);
    let named = |element: &Element| element.first(ATOM, "author").is_some();
    for person in root.all(ATOM, "author") {
        faults.required(person, ATOM, "name");
    }
    let mut ids = HashSet::new();
    for entry in root.all(ATOM, "entry") {
        faults.unless(named(root) || named(entry), || "an entry has no author".to_owned());
        let at = atom_entry(faults, entry, &mut ids);
        let later = at.zip(updated).is_some_and(|(entry, feed)| entry > feed);
        faults.unless(!later, || "an entry is newer than the feed".to_owned());
    }
}

fn atom_entry<'e>(faults: &mut Faults, entry: &'e Element, ids: &mut HashSet<&'e str>) -> Option<Timestamp> {
    let id = faults.required(entry, ATOM, "id");
    absolute(faults, "id", id);
    faults.unless(ids.insert(id), || format!("two entries have the id {id}"));
    faults.required(entry, ATOM, "title");
    let text = faults.required(entry, ATOM, "updated");
    let updated = instant(faults, "updated", text);
    let published = entry.text_of(ATOM, "published").and_then(|text| instant(faults, "published", text));
    faults.unless(published.zip(updated).is_none_or(|(published, updated)| published <= updated), || {
        format!("{id} was updated before it was published")
    });
    let mut alternates = HashSet::new();
    for link in entry.all(ATOM, "link") {
        absolute(faults, "link", link.attribute("href").unwrap_or_default());
        if link.attribute("rel").is_none_or(|rel| rel == "alternate") {
            let kind = (link.attribute("type"), link.attribute("hreflang"));
            faults.unless(alternates.insert(kind), || format!("{id} has two alternates of one kind"));
        }
        if let Some(kind) = link.attribute("type") {
            media_type(faults, kind);
        }
    }
    let content = entry.first(ATOM, "content");
    faults.unless(content.is_some() || !alternates.is_empty(), || format!("{id} says nothing"));
    if let Some(content) = content {
        atom_content(faults, id, content);
    }
    for person in entry.all(ATOM, "author") {
        faults.required(person, ATOM, "name");
    }
    for category in entry.all(ATOM, "category") {
        let term = category.attribute("term").unwrap_or_default();
        faults.unless(!term.is_empty(), || format!("a category of {id} has no term"));
    }
    updated
}

/// RFC 4287 §4.1.3.3: XHTML is one `div`, in its namespace.
fn atom_content(faults: &mut Faults, id: &str, content: &Element) {
    match content.attribute("type") {
        Some("xhtml") => {
            let one = matches!(content.children.as_slice(), [div] if div.is(XHTML, "div"));
            faults.unless(one && content.text.trim().is_empty(), || format!("{id} is not one div"));
            content.children.iter().for_each(|child| xhtml(faults, id, child));
        }
        Some("html") => html(faults, id, &content.text),
        _ => {}
    }
}

fn xhtml(faults: &mut Faults, id: &str, element: &Element) {
    faults.unless(element.namespace == XHTML, || format!("{} of {id} is no XHTML", element.name));
    inert(faults, id, &element.name);
    for (_, name, value) in &element.attributes {
        attribute(faults, id, name, value);
    }
    element.children.iter().for_each(|child| xhtml(faults, id, child));
}

fn html(faults: &mut Faults, id: &str, markup: &str) {
    for tag in super::page::tags(markup) {
        inert(faults, id, &tag.name);
        for (name, value) in &tag.attributes {
            attribute(faults, id, name, value);
        }
    }
}

fn inert(faults: &mut Faults, id: &str, name: &str) {
    let active = ["script", "style", "iframe", "object", "embed", "form", "link", "base", "meta"];
    faults.unless(!active.contains(&name), || format!("{id} holds {name}"));
}

fn attribute(faults: &mut Faults, id: &str, name: &str, value: &str) {
    faults.unless(!name.starts_with("on") && name != "style", || format!("{id} has an attribute {name}"));
    if ["href", "src", "poster", "cite"].contains(&name) {
        let elsewhere = ["mailto:", "tel:"].iter().any(|scheme| value.starts_with(scheme));
        if !elsewhere {
            absolute(faults, name, value);
        }
    }
}

/// A feed says where it is itself (RFC 4287 §4.1.1; the RSS Advisory Board's profile).
fn own_link(faults: &mut Faults, parent: &Element, address: &str) {
    let own: Vec<_> = parent.all(ATOM, "link").filter(|link| link.attribute("rel") == Some("self")).collect();
    match own.as_slice() {
        [link] => {
            let href = link.attribute("href").unwrap_or_default();
            faults.unless(href == address, || format!("it says it is at {href:?}"));
        }
        links => faults.say(format!("it says {} times where it is", links.len())),
    }
}

fn json(faults: &mut Faults, address: &str, feed: &Value) {
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    faults.unless(text(feed, "version") == "https://jsonfeed.org/version/1.1", || "version".to_owned());
    faults.unless(!text(feed, "title").is_empty(), || "there is no title".to_owned());
    faults.unless(text(feed, "feed_url") == address, || format!("it says it is at {}", feed["feed_url"]));
    for key in ["home_page_url", "icon", "favicon"] {
        absolute(faults, key, &text(feed, key));
    }
    let Some(items) = feed["items"].as_array() else { return faults.say("there are no items") };
    let mut ids = HashSet::new();
    for item in items {
        let id = text(item, "id");
        faults.unless(!id.is_empty() && ids.insert(id.clone()), || format!("the id {id:?} is not unique"));
        absolute(faults, "url", &text(item, "url"));
        let (markup, plain) = (item.get("content_html"), item.get("content_text"));
        faults.unless(markup.is_some() || plain.is_some(), || format!("{id} has no content"));
        if let Some(markup) = markup.and_then(Value::as_str) {
            html(faults, &id, markup);
        }
        let published = instant(faults, "date_published", &text(item, "date_published"));
        let modified = instant(faults, "date_modified", &text(item, "date_modified"));
        faults.unless(published <= modified, || format!("{id} was modified before it was published"));
        json_parts(faults, &id, item);
    }
}

fn json_parts(faults: &mut Faults, id: &str, item: &Value) {
    let list = |key: &str| item[key].as_array().cloned().unwrap_or_default();
    for author in list("authors") {
        faults.unless(author["name"].as_str().is_some_and(|name| !name.is_empty()), || {
            format!("an author of {id} has no name")
        });
    }
    faults.unless(list("tags").iter().all(Value::is_string), || format!("a tag of {id} is no text"));
    for attachment in list("attachments") {
        absolute(faults, "attachment", attachment["url"].as_str().unwrap_or_default());
        media_type(faults, attachment["mime_type"].as_str().unwrap_or_default());
    }
    if let Some(image) = item.get("image") {
        absolute(faults, "image", image.as_str().unwrap_or_default());
    }
}

fn absolute(faults: &mut Faults, what: &str, address: &str) {
    let parsed = url::Url::parse(address);
    let good = parsed.is_ok_and(|url| ["http", "https"].contains(&url.scheme()) && url.has_host());
    faults.unless(good && !address.contains(char::is_whitespace), || {
        format!("{what} {address:?} is no absolute address")
    });
}

fn media_type(faults: &mut Faults, text: &str) {
    let good = text.split_once('/').is_some_and(|(kind, sub)| !kind.is_empty() && !sub.is_empty());
    faults.unless(good, || format!("{text:?} is no media type"));
}

fn mail_date(faults: &mut Faults, text: &str) -> Option<Timestamp> {
    let read = rfc2822::parse(text).map(|at| at.timestamp());
    faults.unless(read.is_ok(), || format!("{text:?} is no date of RFC 822"));
    read.ok()
}

fn instant(faults: &mut Faults, what: &str, text: &str) -> Option<Timestamp> {
    let read = text.parse::<Timestamp>().ok().filter(|_| text.contains('T'));
    faults.unless(read.is_some(), || format!("{what} {text:?} is no date of RFC 3339"));
    read
}
