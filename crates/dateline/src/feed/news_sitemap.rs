//! `/news-sitemap.xml`: what was published here in the last two days, in every edition, as Google News reads it.

use std::cmp::Reverse;

use jiff::{SignedDuration, Timestamp};

use super::seen::{Seen, rfc3339};
use super::sitemap::NAMESPACE;
use super::store;
use super::xml::Sheet;
use super::{Answer, FeedError};
use crate::lang::Language;
use crate::story::{YOUNG_SECONDS, story_path, touch};

/// Most stories in it, by its protocol.
const MOST: usize = 1_000;
/// How long a story stays in it.
const FRESH_FOR: SignedDuration = SignedDuration::from_secs(YOUNG_SECONDS);

/// The newest stories, or the front alone where there is none: the protocol asks for one address at least.
pub(super) async fn answer(mut seen: Seen<'_>) -> Result<Answer, FeedError> {
    let agency = seen.agency.clone();
    seen.on(touch::news());
    let after = seen.now.checked_sub(FRESH_FOR).unwrap_or(Timestamp::MIN);
    let mut fresh = Vec::new();
    for edition in &agency.editions {
        fresh.extend(store::fresh(&mut seen.conn, edition.language, after, MOST).await?);
    }
    fresh.sort_by_key(|story| Reverse((story.at, story.number)));
    fresh.truncate(MOST);
    if let Some(oldest) = fresh.last() {
        seen.until(oldest.at.checked_add(FRESH_FOR).unwrap_or(Timestamp::MAX));
    }
    let root = format!("urlset {NAMESPACE} xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"");
    let mut sheet = Sheet::open(&root);
    for story in &fresh {
        let Some(edition) = agency.edition(story.language) else { continue };
        let path = story_path(&agency, story.language, &story.section, &story.slug, story.number);
        sheet.raw("<url>").element("loc", &format!("{}{path}", agency.origin));
        sheet.raw("<news:news><news:publication>");
        sheet.element("news:name", &edition.name);
        sheet.element("news:language", &news_language(story.language));
        sheet.raw("</news:publication>");
        sheet.element("news:publication_date", &rfc3339(story.at, &agency.time_zone));
        sheet.element("news:title", &story.headline);
        sheet.raw("</news:news></url>\n");
    }
    if fresh.is_empty() {
        let front = format!("{}/{}", agency.origin, agency.default_language);
        sheet.raw("<url>").element("loc", &front).raw("</url>\n");
    }
    Ok(Answer::Page(seen.finish("application/xml; charset=utf-8", sheet.close("urlset"))))
}

/// ISO 639 with two or three letters, but `zh-cn` and `zh-tw` for Chinese, as the protocol has it.
fn news_language(language: Language) -> String {
    match (language.base(), language.script().as_str()) {
        ("zh", "Hant") => "zh-tw".to_owned(),
        ("zh", _) => "zh-cn".to_owned(),
        (base, _) => base.to_owned(),
    }
}
