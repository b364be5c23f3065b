//! Sitemaps by month and language, and the index of them all.
//!
//! A sitemap is made of whole days, up to 50,000 addresses; only a day with more than that is divided. So a story
//! stays in the sitemap it is in, and one that comes in today changes today's alone.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;

use super::seen::{Seen, rfc3339};
use super::store::{self, Addressed, Day, Fellow, Place};
use super::xml::Sheet;
use super::{Answer, FeedError};
use crate::edition::Agency;
use crate::ids::GroupId;
use crate::lang::Language;
use crate::story::{story_path, touch};

/// Most addresses in one sitemap, by its protocol.
pub const MOST_ADDRESSES: usize = 50_000;

/// Up to this many addresses a sitemap also names the translations of each story; pages always do. Beyond it the
/// document would grow past the 50 MB its protocol allows.
const MOST_WITH_FELLOWS: i64 = 1_000;

/// Rows read by one statement.
const SLICE: usize = 2_000;
/// Groups looked up by one statement.
const GROUPS: usize = 200;

const XML: &str = "application/xml; charset=utf-8";
pub(super) const NAMESPACE: &str = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

/// Some days of a month in one sitemap.
#[derive(Clone, Debug, PartialEq)]
struct Part {
    first: Date,
    last: Date,
    /// Stories of the first day that are in the sitemaps before.
    skip: i64,
    stories: i64,
    changed_at: Timestamp,
}

/// `/sitemap.xml`
pub(super) async fn index(mut seen: Seen<'_>) -> Result<Answer, FeedError> {
    let agency = seen.agency.clone();
    // Every act on a public story touches the front of its edition.
    agency.editions.iter().for_each(|edition| seen.on(touch::front(edition.language)));
    let zone = &agency.time_zone;
    let mut sheet = Sheet::open(&format!("sitemapindex {NAMESPACE}"));
    for month in store::months(&mut seen.conn).await? {
        let Some(edition) = agency.edition_of_tag(&month.language) else { continue };
        let changed = if month.stories as usize > MOST_ADDRESSES {
            let days = store::days(&mut seen.conn, edition.language, month.first).await?;
            parts(&days).into_iter().map(|part| part.changed_at).collect()
        } else {
            vec![month.changed_at]
        };
        for (place, changed_at) in changed.into_iter().enumerate() {
            let path = path(edition.language, month.first, place + 1);
            sheet.raw("<sitemap>").element("loc", &format!("{}{path}", agency.origin));
            sheet.element("lastmod", &rfc3339(changed_at, zone)).raw("</sitemap>\n");
        }
    }
    // It is always there, and an index has to name something.
    let news = format!("{}/news-sitemap.xml", agency.origin);
    sheet.raw("<sitemap>").element("loc", &news).raw("</sitemap>\n");
    Ok(Answer::Page(seen.finish(XML, sheet.close("sitemapindex"))))
}

/// `/sitemap/{lang}/{yyyy-mm}/{part}.xml`
pub(super) async fn month(
    mut seen: Seen<'_>,
    tag: &str,
    first: Date,
    number: usize,
) -> Result<Answer, FeedError> {
    let agency = seen.agency.clone();
    let Some(edition) = agency.edition_of_tag(tag) else { return Ok(seen.missing()) };
    let language = edition.language;
    if language.as_str() != tag {
        return Ok(seen.moved(&path(language, first, number)));
    }
    seen.on(touch::sitemap(language, first));
    let days = store::days(&mut seen.conn, language, first).await?;
    let parts = parts(&days);
    let Some(part) = number.checked_sub(1).and_then(|place| parts.get(place)) else {
        return Ok(seen.missing());
    };
    let sheet = urls(&mut seen, &agency, language, part).await?;
    Ok(Answer::Page(seen.finish(XML, sheet)))
}

fn path(language: Language, month: Date, number: usize) -> String {
    format!("/sitemap/{language}/{:04}-{:02}/{number}.xml", month.year(), month.month())
}

/// The sitemaps of a month, given its days in order.
fn parts(days: &[Day]) -> Vec<Part> {
    let most = MOST_ADDRESSES as i64;
    let mut parts: Vec<Part> = Vec::new();
    for day in days {
        if let Some(last) = parts.last_mut()
            && last.stories + day.stories <= most
        {
            last.last = day.date;
            last.stories += day.stories.max(0);
            last.changed_at = last.changed_at.max(day.changed_at);
            continue;
        }
        let mut skip = 0;
        while skip == 0 || skip < day.stories {
            parts.push(Part {
                first: day.date,
                last: day.date,
                skip,
                stories: (day.stories - skip).clamp(0, most),
                changed_at: day.changed_at,
            });
            skip += most;
        }
    }
    // A month whose stories have all gone has no sitemap; one that lost some keeps theirs.
    parts.retain(|part| part.stories > 0);
    parts
}

async fn urls(
    seen: &mut Seen<'_>,
    agency: &Agency,
    language: Language,
    part: &Part,
) -> Result<String, FeedError> {
    let list = language.to_string();
    let from = start_of(agency, part.first);
    let before = start_of(agency, part.last.tomorrow().unwrap_or(Date::MAX));
    // Before every story of that instant: numbers begin at 1.
    let mut after = Place { at: from, number: 0 };
    if part.skip > 0
        && let Some(place) = store::place_of(&mut seen.conn, &list, from, part.skip).await?
    {
        after = place;
    }
    let with_fellows = part.stories <= MOST_WITH_FELLOWS;
    let mut sheet = Sheet::open(&format!("urlset {NAMESPACE} xmlns:xhtml=\"http://www.w3.org/1999/xhtml\""));
    let mut left = MOST_ADDRESSES;
    while left > 0 {
        let stories = store::addresses(&mut seen.conn, &list, after, before, SLICE.min(left)).await?;
        let Some(last) = stories.last() else { break };
        after = Place { at: last.at, number: last.number.get() };
        left -= stories.len();
        let fellows = match with_fellows {
            true => fellows(seen, &stories).await?,
            false => HashMap::new(),
        };
        for story in &stories {
            let group = fellows.get(&story.group).map_or(&[][..], Vec::as_slice);
            url(&mut sheet, agency, language, story, group);
        }
    }
    Ok(sheet.close("urlset"))
}

/// The translations of stories, on which the sitemap then depends.
async fn fellows(
    seen: &mut Seen<'_>,
    stories: &[Addressed],
) -> Result<HashMap<GroupId, Vec<Fellow>>, FeedError> {
    stories.iter().for_each(|story| seen.on(touch::story(story.number)));
    let mut found: HashMap<GroupId, Vec<Fellow>> = HashMap::new();
    for slice in stories.chunks(GROUPS) {
        let groups: Vec<GroupId> = slice.iter().map(|story| story.group).collect();
        for fellow in store::fellows(&mut seen.conn, &groups).await? {
            found.entry(fellow.group).or_default().push(fellow);
        }
    }
    Ok(found)
}

fn url(sheet: &mut Sheet, agency: &Agency, language: Language, story: &Addressed, group: &[Fellow]) {
    let absolute = |language, section: &str, slug: &str, number| {
        format!("{}{}", agency.origin, story_path(agency, language, section, slug, number))
    };
    sheet.raw("<url>");
    sheet.element("loc", &absolute(language, &story.section, &story.slug, story.number));
    sheet.element("lastmod", &rfc3339(story.updated_at.max(story.at), &agency.time_zone));
    if group.len() > 1 {
        for fellow in group {
            let address = absolute(fellow.language, &fellow.section, &fellow.slug, fellow.number);
            alternate(sheet, fellow.language.as_str(), &address);
        }
    }
    sheet.raw("</url>\n");
}

fn alternate(sheet: &mut Sheet, language: &str, address: &str) {
    sheet.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", language), ("href", address)]);
}

fn start_of(agency: &Agency, day: Date) -> Timestamp {
    day.to_zoned(agency.time_zone.clone()).map_or(Timestamp::MAX, |start| start.timestamp())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn day(day: i8, stories: i64) -> Day {
        let changed_at = Timestamp::from_second(i64::from(day)).expect("an instant");
        Day { date: date(2026, 6, day), stories, changed_at }
    }

    fn shape(parts: &[Part]) -> Vec<(i8, i8, i64, i64)> {
        parts.iter().map(|p| (p.first.day(), p.last.day(), p.skip, p.stories)).collect()
    }

    #[test]
    fn whole_days_share_a_sitemap_up_to_its_limit() {
        let days = [day(1, 20_000), day(2, 30_000), day(3, 1), day(4, 0), day(5, 49_999)];
        let parts = parts(&days);
        assert_eq!(shape(&parts), [(1, 2, 0, 50_000), (3, 5, 0, 50_000)]);
        assert_eq!(parts[1].changed_at, days[4].changed_at);
    }

    #[test]
    fn a_day_with_more_than_a_sitemap_holds_is_divided() {
        let days = [day(1, 10), day(2, 120_000), day(3, 5)];
        let expected = [(1, 1, 0, 10), (2, 2, 0, 50_000), (2, 2, 50_000, 50_000), (2, 3, 100_000, 20_005)];
        assert_eq!(shape(&parts(&days)), expected);
    }

    #[test]
    fn a_month_without_stories_has_no_sitemap() {
        assert_eq!(parts(&[]), []);
        assert_eq!(parts(&[day(3, 0)]), []);
    }
}
