//! Which pages a mirror has.

use crate::db::{Conn, DbError};
use crate::edition::Agency;
use crate::feed::{FeedFormat, Icon};
use crate::ids::StoryNumber;
use crate::lang::Language;
use crate::story::{Release, story_path};

/// Stories listed at once.
const SLICE: i64 = 2_000;

/// Addresses that are there whatever the agency has.
const FIXED: [&str; 5] =
    ["/sitemap.xml", "/news-sitemap.xml", "/robots.txt", "/llms.txt", "/manifest.webmanifest"];

/// Fronts, sections, topics, authors, archives and their feeds.
pub(super) async fn lists(conn: &mut Conn<'_>, agency: &Agency) -> Result<Vec<String>, DbError> {
    let mut paths: Vec<String> = FIXED.iter().map(|path| (*path).to_owned()).collect();
    paths.extend(Icon::ALL.iter().map(|icon| format!("/{}", icon.file_name())));
    for edition in &agency.editions {
        let front = format!("/{}", edition.language);
        paths.push(format!("{front}/corrections"));
        with_feeds(&mut paths, front.clone());
        for section in edition.sections.values() {
            with_feeds(&mut paths, format!("{front}/{}", section.slug));
        }
    }
    for row in conn.all("SELECT language, slug FROM topic ORDER BY language, slug", []).await? {
        let (language, slug): (String, String) = (row.get("language")?, row.get("slug")?);
        with_feeds(&mut paths, format!("/{language}/topics/{slug}"));
    }
    for row in conn.all("SELECT language, slug FROM author ORDER BY language, slug", []).await? {
        let (language, slug): (String, String) = (row.get("language")?, row.get("slug")?);
        paths.push(format!("/{language}/authors/{slug}"));
    }
    let days =
        conn.all("SELECT language, day FROM calendar WHERE stories > 0 ORDER BY language, day", []).await?;
    for row in days {
        let (language, day): (String, String) = (row.get("language")?, row.get("day")?);
        let path = format!("/{language}/{}", day.replace('-', "/"));
        let month = path.rsplit_once('/').map_or(String::new(), |(month, _)| month.to_owned());
        if paths.last().is_none_or(|last| !last.starts_with(&month)) {
            paths.push(month);
        }
        paths.push(path);
    }
    Ok(paths)
}

fn with_feeds(paths: &mut Vec<String>, list: String) {
    paths.extend(FeedFormat::ALL.iter().map(|format| format!("{list}/{}", format.file_name())));
    paths.push(list);
}

/// The pages of the next stories behind `after`, and the number to go on from; none at the end.
pub(super) async fn stories(
    conn: &mut Conn<'_>,
    agency: &Agency,
    after: i64,
) -> Result<Option<(Vec<String>, i64)>, DbError> {
    let rows = conn
        .all(
            "SELECT number, language, section, slug, state FROM released WHERE number > $1 \
             ORDER BY number LIMIT $2",
            [after.into(), SLICE.into()],
        )
        .await?;
    let Some(last) = rows.last() else { return Ok(None) };
    let last: i64 = last.get("number")?;
    let mut paths = Vec::with_capacity(2 * rows.len());
    for row in &rows {
        let number = row.parsed("number", StoryNumber::new)?;
        let language = row.parsed("language", |tag: String| Language::parse(&tag).ok())?;
        let (section, slug): (String, String) = (row.get("section")?, row.get("slug")?);
        let path = story_path(agency, language, &section, &slug, number);
        if row.get::<String>("state")? == Release::Public.as_str() {
            paths.push(format!("{path}/history"));
            paths.push(format!("{path}.md"));
        }
        paths.push(path);
    }
    Ok(Some((paths, last)))
}
