//! Posts and pages of a WordPress export as stories.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::fmt::rfc2822;
use jiff::tz::TimeZone;
use story_body::{Body, write_text::cut_at_word};
use url::Url;

use super::super::ImportOptions;
use super::super::open::Bytes;
use super::super::read::{Stopped, Text};
use super::channel::Channel;
use super::content;
use super::item::Item;
use super::xml::{Piece, Space, Xml};
use crate::lang::Language;
use crate::story::format::{MediaEntry, NamedEntry, StoryFile};
use crate::story::slug::Slug;

/// Reads the posts of a file one by one and hands them on, each with its line.
pub(in super::super) fn posts(
    bytes: Bytes,
    channel: &Channel,
    options: &ImportOptions,
    put: &mut dyn FnMut(u64, Text) -> Result<(), Stopped>,
) -> Result<(), Stopped> {
    let mut xml = match Xml::new(bytes) {
        Ok(xml) => xml,
        Err(bad) => return put(bad.line, Text::Refused(bad.reason)),
    };
    loop {
        let item = match xml.next() {
            Ok(Piece::Start(element)) if element.is(Space::Rss, "rss") => continue,
            Ok(Piece::Start(element)) if element.is(Space::Rss, "channel") => continue,
            Ok(Piece::Start(element)) if element.is(Space::Rss, "item") => {
                Item::read(&mut xml, &element).map(Some)
            }
            Ok(Piece::Start(_)) => xml.skip().map(|()| None),
            Ok(Piece::Eof) => return Ok(()),
            Ok(Piece::Text(_) | Piece::End) => continue,
            Err(bad) => Err(bad),
        };
        match item {
            Ok(None) => {}
            Ok(Some(item)) => {
                let (line, comments) = (item.line, item.comments);
                if comments > 0 {
                    put(line, Text::Passed("comments", comments))?;
                }
                put(line, story(item, channel, options))?;
            }
            // What stands behind a break in the XML cannot be told from it.
            Err(bad) => return put(bad.line, Text::Refused(bad.reason)),
        }
    }
}

/// What becomes of an item.
fn story(item: Item, channel: &Channel, options: &ImportOptions) -> Text {
    match (item.kind.as_str(), item.status.as_str()) {
        ("post" | "page", "trash") => return Text::Passed("posts in the bin", 1),
        ("post" | "page", _) => {}
        ("attachment", _) => return Text::Passed("attachments, which come with the posts that show them", 1),
        ("", _) => return Text::Refused("the item has no wp:post_type".to_owned()),
        ("nav_menu_item", _) => return Text::Passed("entries of menus", 1),
        ("revision", _) => return Text::Passed("revisions", 1),
        _ => return Text::Passed("entries of other kinds", 1),
    }
    let language =
        options.language.or(channel.language).or(options.usual_language).unwrap_or(Language::ENGLISH);
    let body_html = content::html(&item.content, channel);
    let headline = match headline(&item.title) {
        headline if headline.is_empty() => Body::from_html(&body_html).body.first_words(90),
        headline => headline,
    };
    if headline.is_empty() {
        return Text::Refused("has neither a title nor text".to_owned());
    }
    let published_at = match published(&item) {
        Ok(published_at) => published_at,
        Err(reason) => return Text::Refused(reason),
    };
    let mut file = StoryFile::new(language, headline);
    file.uri = identity(&item, channel);
    file.published_at = published_at;
    file.updated_at = moment(&item.modified_gmt).filter(|at| published_at.is_some_and(|first| *at > first));
    file.summary = Some(content::plain(&item.excerpt)).filter(|summary| !summary.is_empty());
    file.old_addresses = old_addresses(&item.link);
    put_terms(&mut file, &item, channel, options);
    put_author(&mut file, &item, channel);
    file.media.extend(item.thumbnail.and_then(|id| channel.attachments.get(&id)).map(|attachment| {
        MediaEntry {
            file: Some(attachment.url.clone()),
            alt: Some(attachment.alt.clone()).filter(|alt| !alt.is_empty()),
            caption: Some(content::plain(&attachment.caption)).filter(|caption| !caption.is_empty()),
            ..MediaEntry::default()
        }
    }));
    file.body_html = Some(body_html);
    Text::Story(Box::new(file))
}

fn headline(title: &str) -> String {
    let title = content::plain(title);
    match title.chars().count() > 500 {
        true => cut_at_word(&title, 500),
        false => title,
    }
}

/// When it was published, in GMT; `None` for what is not public.
fn published(item: &Item) -> Result<Option<Timestamp>, String> {
    if !item.password.is_empty() {
        return Ok(None);
    }
    match item.status.as_str() {
        "publish" | "future" => {}
        "" => return Err("the item has no wp:status".to_owned()),
        _ => return Ok(None),
    }
    let at = moment(&item.date_gmt)
        .or_else(|| rfc2822::parse(&item.pub_date).ok().map(|at| at.timestamp()))
        .or_else(|| moment(&item.date));
    // Without any date it cannot be put into an archive, and a draft loses nothing.
    Ok(at.filter(|at| at.as_second() > 0))
}

/// A moment as WordPress writes it, in GMT; `0000-00-00 00:00:00` is none.
fn moment(text: &str) -> Option<Timestamp> {
    let at: DateTime = text.trim().replacen(' ', "T", 1).parse().ok()?;
    at.to_zoned(TimeZone::UTC).ok().map(|at| at.timestamp())
}

fn identity(item: &Item, channel: &Channel) -> Option<String> {
    if !item.guid.is_empty() && item.guid.len() <= 2_000 {
        return Some(item.guid.clone());
    }
    let id = item.id?;
    (!channel.base.is_empty()).then(|| format!("{}/?p={id}", channel.base.trim_end_matches('/')))
}

/// The path the post had, with a slash at its end and without.
fn old_addresses(link: &str) -> Vec<String> {
    let Ok(url) = Url::parse(link) else { return Vec::new() };
    let path = url.path();
    if let Some(query) = url.query() {
        return vec![format!("{path}?{query}")];
    }
    match path.trim_end_matches('/') {
        "" => Vec::new(),
        bare if bare == path => vec![path.to_owned()],
        bare => vec![bare.to_owned(), path.to_owned()],
    }
    .into_iter()
    .filter(|address| address.len() <= 2_000)
    .collect()
}

/// Categories become sections, tags topics and keywords.
fn put_terms(file: &mut StoryFile, item: &Item, channel: &Channel, options: &ImportOptions) {
    let language = file.language;
    let mut sections: Vec<String> = Vec::new();
    for term in &item.terms {
        match term.domain.as_str() {
            "category" => {
                let slug = channel.section_slug(term.slug.as_deref(), &term.name, language);
                if !sections.contains(&slug) {
                    sections.push(slug);
                }
            }
            "post_tag" | "tag" if !file.keywords.contains(&term.name) => {
                file.keywords.push(term.name.clone());
                let slug = term.slug.clone().filter(|slug| Slug::parse(slug).is_ok());
                file.topics.push(NamedEntry { name: term.name.clone(), slug, role: None });
            }
            _ => {}
        }
    }
    if sections.len() > 1 {
        sections.retain(|slug| slug != "uncategorized");
    }
    let mut sections = sections.into_iter();
    file.section = options.section.clone().or_else(|| sections.next());
    file.also_in = sections.filter(|slug| Some(slug) != file.section.as_ref()).collect();
}

fn put_author(file: &mut StoryFile, item: &Item, channel: &Channel) {
    let name = channel.authors.get(&item.creator).unwrap_or(&item.creator);
    if !name.trim().is_empty() {
        file.authors.push(NamedEntry {
            name: name.trim().to_owned(),
            slug: None,
            role: Some("reporter".to_owned()),
        });
    }
}
