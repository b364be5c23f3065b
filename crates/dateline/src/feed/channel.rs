//! A feed before it is put into a format: which list it is of, and what it says of itself.

use http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue};
use jiff::{SignedDuration, Timestamp};
use story_body::Syntax;

use super::item::Item;
use super::reading::{FeedFormat, FeedOf};
use super::seen::Seen;
use super::{Answer, FeedError, atom_feed, json_feed, rss_feed, store, xml};
use crate::edition::{Agency, Edition};
use crate::lang::Language;
use crate::story::{self, touch};

/// Public stories in one feed.
pub(super) const STORIES: usize = 30;

/// How long a feed says of a story that it was withdrawn.
pub(super) const GONE_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// A feed, its addresses absolute.
pub(super) struct Channel<'a> {
    pub agency: &'a Agency,
    pub edition: &'a Edition,
    pub title: String,
    pub description: String,
    /// The page for people that lists the same.
    pub home: String,
    /// Where the feed itself is.
    pub own: String,
    /// The newest change of anything in it.
    pub updated: Timestamp,
    /// The newest first.
    pub items: Vec<Item>,
}

impl Channel<'_> {
    /// The language of everything in it.
    pub fn language(&self) -> Language {
        self.edition.language
    }

    /// The sentence that stands for a withdrawn story.
    pub fn withdrawn(&self) -> &str {
        self.edition.texts.get("feed_withdrawn").unwrap_or_default()
    }

    /// How what is in it may be used.
    pub fn rights(&self) -> &str {
        self.edition.texts.get("use_notice").unwrap_or_default()
    }
}

/// The list a feed is of.
struct List {
    /// Its name in the database.
    name: String,
    /// What changes it.
    touch: String,
    /// What the feed is called.
    title: String,
    /// The address of its page, under the edition's.
    path: String,
}

/// A feed, a redirect to where it is, or nothing.
pub(super) async fn answer(
    mut seen: Seen<'_>,
    tag: &str,
    of: &FeedOf,
    format: FeedFormat,
) -> Result<Answer, FeedError> {
    let agency = seen.agency.clone();
    let Some(edition) = agency.edition_of_tag(tag) else { return Ok(seen.missing()) };
    let file = format.file_name();
    if edition.language.as_str() != tag {
        return Ok(seen.moved(&format!("/{}{}/{file}", edition.language, path_of(of))));
    }
    if let FeedOf::Section(slug) = of
        && let Some(now) = renamed(edition, slug)
    {
        return Ok(seen.moved(&format!("/{}/{now}/{file}", edition.language)));
    }
    let Some(list) = list(&mut seen, edition, of).await? else { return Ok(seen.missing()) };
    seen.on(list.touch.clone());
    let syntax = match format {
        FeedFormat::Atom => Syntax::Xhtml,
        FeedFormat::Rss | FeedFormat::Json => Syntax::Html,
    };
    let items = items(&mut seen, &agency, edition, &list.name, syntax).await?;
    let updated = match items.iter().map(|item| item.updated).max() {
        Some(at) => at,
        None => store::beginning(&mut seen.conn).await?.unwrap_or(Timestamp::UNIX_EPOCH),
    };
    let home = format!("{}/{}{}", agency.origin, edition.language, list.path);
    let channel = Channel {
        agency: &agency,
        edition,
        title: list.title,
        description: edition.texts.format("feed_description", &[("agency", edition.name.as_str().into())]),
        own: format!("{home}/{file}"),
        home,
        updated,
        items,
    };
    let (content_type, body) = match format {
        FeedFormat::Rss => ("application/rss+xml; charset=utf-8", rss_feed::write(&channel)?),
        FeedFormat::Atom => ("application/atom+xml; charset=utf-8", atom_feed::write(&channel)?),
        FeedFormat::Json => ("application/feed+json; charset=utf-8", json_feed::write(&channel)?),
    };
    // What is public may be read by programs in other people's pages.
    let anyone = HeaderValue::from_static("*");
    Ok(Answer::Page(seen.finish(content_type, body).with_header(ACCESS_CONTROL_ALLOW_ORIGIN, anyone)))
}

/// The part of a feed's address between the edition and the file.
fn path_of(of: &FeedOf) -> String {
    match of {
        FeedOf::Edition => String::new(),
        FeedOf::Section(slug) => format!("/{}", xml::in_path(slug)),
        FeedOf::Topic(slug) => format!("/topics/{}", xml::in_path(slug)),
    }
}

/// The slug of today, for one a section had before.
fn renamed<'e>(edition: &'e Edition, slug: &str) -> Option<&'e str> {
    if edition.section_by_slug(slug).is_some() {
        return None;
    }
    let key = edition.past_slugs.get(slug)?;
    edition.sections.get(key).map(|section| section.slug.as_str())
}

async fn list(seen: &mut Seen<'_>, edition: &Edition, of: &FeedOf) -> Result<Option<List>, FeedError> {
    let language = edition.language;
    let agency = edition.name.as_str();
    let path = path_of(of);
    Ok(match of {
        FeedOf::Edition => Some(List {
            name: language.to_string(),
            touch: touch::front(language),
            title: edition.texts.format("feed_title", &[("agency", agency.into())]),
            path,
        }),
        FeedOf::Section(slug) => edition.section_by_slug(slug).map(|(key, section)| List {
            name: format!("{language}/section/{key}"),
            touch: touch::section(language, key),
            title: edition.texts.format(
                "feed_section_title",
                &[("agency", agency.into()), ("section", section.name.as_str().into())],
            ),
            path,
        }),
        FeedOf::Topic(slug) => {
            seen.on(touch::topic(language, slug));
            story::topic_name(&mut seen.conn, language, slug).await?.map(|topic| List {
                name: format!("{language}/topic/{slug}"),
                touch: touch::topic(language, slug),
                title: edition.texts.format(
                    "feed_topic_title",
                    &[("agency", agency.into()), ("topic", topic.as_str().into())],
                ),
                path,
            })
        }
    })
}

/// The newest stories of a list, and what of it was withdrawn of late, by first publication.
async fn items(
    seen: &mut Seen<'_>,
    agency: &Agency,
    edition: &Edition,
    list: &str,
    syntax: Syntax,
) -> Result<Vec<Item>, FeedError> {
    let written = store::newest(&mut seen.conn, list, STORIES).await?;
    for media in written.iter().flat_map(|written| &written.story.page.media) {
        seen.on(touch::media(&media.public));
    }
    let since = seen.now.checked_sub(GONE_FOR).unwrap_or(Timestamp::MIN);
    let gone = store::gone(&mut seen.conn, edition.language, list, since).await?;
    if let Some(first) = gone.iter().map(|gone| gone.since).min() {
        seen.until(first.checked_add(GONE_FOR).unwrap_or(Timestamp::MAX));
    }
    let told = written.iter().map(|written| Item::told(agency, edition, written, syntax));
    let gone = gone.iter().map(|gone| Item::gone(agency, edition.language, gone));
    let mut items: Vec<Item> = told.chain(gone).collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.published));
    Ok(items)
}
