//! What is public, by the database, read in slices.

use jiff::civil::Date;

use crate::db::{Db, DbError};
use crate::edition::Agency;
use crate::ids::StoryNumber;
use crate::lang::Language;
use crate::story::story_path;

/// Rows read by one statement.
const SLICE: i64 = 2_000;

/// The addresses of public stories below a number, the newest numbers first, and the last number seen; no addresses
/// behind the last.
pub(super) async fn stories(db: &Db, agency: &Agency, below: i64) -> Result<(Vec<String>, i64), DbError> {
    let mut snapshot = db.snapshot().await?;
    let rows = snapshot
        .conn()
        .all(
            "SELECT number, language, section, slug FROM released \
             WHERE number < $1 AND state = 'public' ORDER BY number DESC LIMIT $2",
            [below.into(), SLICE.into()],
        )
        .await?;
    let mut last = below;
    let mut paths = Vec::with_capacity(rows.len());
    for row in rows {
        let number: StoryNumber = row.parsed("number", StoryNumber::new)?;
        let language = row.parsed("language", |tag: String| Language::parse(&tag).ok())?;
        let (section, slug): (String, String) = (row.get("section")?, row.get("slug")?);
        last = number.get();
        paths.push(story_path(agency, language, &section, &slug, number));
    }
    Ok((paths, last))
}

/// The addresses of topics and authors, and of the months and days that have stories.
pub(super) async fn lists(db: &Db, agency: &Agency) -> Result<Vec<String>, DbError> {
    let mut snapshot = db.snapshot().await?;
    let mut conn = snapshot.conn();
    let mut paths = Vec::new();
    for edition in &agency.editions {
        let language = edition.language;
        let tag = language.as_str();
        for row in conn.all("SELECT slug FROM topic WHERE language = $1 ORDER BY slug", [tag.into()]).await? {
            let slug: String = row.get("slug")?;
            paths.push(format!("/{language}/topics/{slug}"));
        }
        for row in conn.all("SELECT slug FROM author WHERE language = $1 ORDER BY slug", [tag.into()]).await?
        {
            let slug: String = row.get("slug")?;
            paths.push(format!("/{language}/authors/{slug}"));
        }
        let days = conn
            .all(
                "SELECT day FROM calendar WHERE language = $1 AND stories > 0 ORDER BY day DESC",
                [tag.into()],
            )
            .await?;
        for row in days {
            let day: Date = row.parsed("day", |day: String| day.parse().ok())?;
            paths.push(format!("/{language}/{:04}/{:02}", day.year(), day.month()));
            paths.push(format!("/{language}/{:04}/{:02}/{:02}", day.year(), day.month(), day.day()));
        }
    }
    Ok(paths)
}

/// The log's head.
pub(super) async fn head(db: &Db) -> Result<i64, DbError> {
    let mut snapshot = db.snapshot().await?;
    crate::publication::log::head(&mut snapshot.conn()).await
}
