//! Sitemaps held against what is public.

use std::collections::HashSet;

use http::StatusCode;
use jiff::Timestamp;

use super::report::{About, Report};
use super::sitemap_rules::{self, Entry, SitemapKind};
use super::{Checker, store};
use crate::db::DbError;
use crate::edition::Agency;
use crate::site::PageRequest;

/// How often everything is read anew because the log has moved meanwhile.
const TRIES: usize = 5;

/// Faults of sitemaps, with the numbers that go with them.
#[derive(Default)]
struct Found {
    faults: Vec<(String, String)>,
    sitemaps: u64,
    stories: u64,
}

/// Reads every sitemap and says what is wrong with them, and which public stories they lack or name in vain.
pub(super) async fn check(
    checker: &Checker<'_>,
    agency: &Agency,
    report: &mut Report,
) -> Result<(), DbError> {
    for attempt in 1..=TRIES {
        let before = store::head(checker.db).await?;
        let found = read_all(checker, agency).await?;
        if store::head(checker.db).await? != before && attempt < TRIES {
            continue;
        }
        report.sitemaps = found.sitemaps;
        report.public_stories = found.stories;
        for (address, said) in found.faults {
            report.fault(&address, About::Sitemap, said);
        }
        break;
    }
    Ok(())
}

async fn read_all(checker: &Checker<'_>, agency: &Agency) -> Result<Found, DbError> {
    let mut found = Found::default();
    let mut public = public(checker, agency).await?;
    found.stories = public.len() as u64;
    for entry in read(checker, agency, SitemapKind::Index, "/sitemap.xml", &mut found).await {
        let path = entry.address.strip_prefix(&agency.origin).unwrap_or_default().to_owned();
        if path == "/news-sitemap.xml" {
            continue;
        }
        let stories = read(checker, agency, SitemapKind::Pages, &path, &mut found).await;
        let newest = stories.iter().filter_map(|story| story.changed_at).max();
        if newest > entry.changed_at {
            found.faults.push((path.clone(), "holds what is newer than the index says".to_owned()));
        }
        for story in stories {
            let at = story.address.strip_prefix(&agency.origin).unwrap_or_default();
            if !public.remove(at) {
                found.faults.push((path.clone(), format!("names {at}, which is no public story")));
            }
        }
    }
    for missing in public {
        found.faults.push((missing, "is in no sitemap".to_owned()));
    }
    read(checker, agency, SitemapKind::News, "/news-sitemap.xml", &mut found).await;
    Ok(found)
}

/// The addresses of all public stories of editions there are.
async fn public(checker: &Checker<'_>, agency: &Agency) -> Result<HashSet<String>, DbError> {
    let mut public = HashSet::new();
    let mut below = i64::MAX;
    loop {
        let (paths, last) = store::stories(checker.db, agency, below).await?;
        if paths.is_empty() {
            return Ok(public);
        }
        below = last;
        public.extend(paths);
    }
}

async fn read(
    checker: &Checker<'_>,
    agency: &Agency,
    kind: SitemapKind,
    path: &str,
    found: &mut Found,
) -> Vec<Entry> {
    found.sitemaps += 1;
    let page = match checker.site.render(&PageRequest::path(path)).await {
        Ok(page) => page,
        Err(error) => {
            found.faults.push((path.to_owned(), format!("it could not be made: {error}")));
            return Vec::new();
        }
    };
    if page.status != StatusCode::OK {
        found.faults.push((path.to_owned(), format!("answers {}", page.status.as_u16())));
        return Vec::new();
    }
    // Instants are told to the second, and acts may be a part of one ahead.
    let now = checker.now.max(Timestamp::UNIX_EPOCH);
    let text = String::from_utf8_lossy(&page.body);
    let read = sitemap_rules::read(kind, &agency.origin, now, &text);
    found.faults.extend(read.faults.into_iter().map(|fault| (path.to_owned(), fault)));
    read.entries
}
