//! What feeds and sitemaps read: slices of lists by key.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;
use story_body::Body;

use crate::db::{Conn, DbError};
use crate::ids::{GroupId, StoryNumber};
use crate::lang::Language;
use crate::story::{Card, ReleasedPage, ReleasedStory};

/// A public story with the body its page was made from.
pub(super) struct Written {
    pub story: ReleasedStory,
    pub body: Body,
}

/// Of a version, only its body.
#[derive(Default, Deserialize)]
struct Text {
    #[serde(default)]
    body: Body,
}

/// The newest stories of a list, with their bodies.
pub(super) async fn newest(conn: &mut Conn<'_>, list: &str, limit: usize) -> Result<Vec<Written>, DbError> {
    let rows = conn
        .all(
            "SELECT r.number, r.language, r.group_id, r.section, r.slug, r.state, r.version, r.published_at, \
             r.updated_at, r.urgency, r.continued_by, r.page, v.content FROM listing l \
             JOIN released r ON r.number = l.number \
             LEFT JOIN version v ON v.number = r.number AND v.version = r.version \
             WHERE l.list = $1 ORDER BY l.at DESC, l.number DESC LIMIT $2",
            [list.into(), (limit as i64).into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let text = row.opt_json::<Text>("content")?.unwrap_or_default();
            Ok(Written { story: ReleasedStory::read(row)?, body: text.body })
        })
        .collect()
}

/// The body of one version; empty where its text was removed.
pub(super) async fn body(conn: &mut Conn<'_>, number: StoryNumber, version: i64) -> Result<Body, DbError> {
    let row = conn
        .optional(
            "SELECT content FROM version WHERE number = $1 AND version = $2",
            [number.into(), version.into()],
        )
        .await?;
    let text = row.map(|row| row.opt_json::<Text>("content")).transpose()?.flatten();
    Ok(text.unwrap_or_default().body)
}

/// A story that was withdrawn.
pub(super) struct Gone {
    pub number: StoryNumber,
    pub published_at: Timestamp,
    pub since: Timestamp,
}

/// Most withdrawals looked at for one feed.
const MOST_GONE: i64 = 500;

/// The stories of a list that were withdrawn after `since`, the last one first.
pub(super) async fn gone(
    conn: &mut Conn<'_>,
    language: Language,
    list: &str,
    since: Timestamp,
) -> Result<Vec<Gone>, DbError> {
    let rows = conn
        .all(
            "SELECT number, published_at, updated_at, page FROM released \
             WHERE language = $1 AND updated_at > $2 AND state <> 'public' \
             ORDER BY updated_at DESC, number DESC LIMIT $3",
            [language.as_str().into(), since.into(), MOST_GONE.into()],
        )
        .await?;
    let mut gone = Vec::new();
    for row in rows {
        let page: ReleasedPage = row.json("page")?;
        if !page.notice.is_some_and(|notice| notice.lists.iter().any(|stood_in| stood_in == list)) {
            continue;
        }
        gone.push(Gone {
            number: row.parsed("number", StoryNumber::new)?,
            published_at: row.get("published_at")?,
            since: row.get("updated_at")?,
        });
    }
    Ok(gone)
}

/// When the log began: the one instant that is true of an edition without stories.
pub(super) async fn beginning(conn: &mut Conn<'_>) -> Result<Option<Timestamp>, DbError> {
    let row = conn.optional("SELECT at FROM log ORDER BY seq LIMIT 1", []).await?;
    row.map(|row| row.get("at")).transpose()
}

/// A month of an edition that has public stories.
pub(super) struct Month {
    pub language: String,
    pub first: Date,
    pub stories: i64,
    /// When one of its stories, or their number, last changed.
    pub changed_at: Timestamp,
}

/// Every month of every edition that has public stories.
pub(super) async fn months(conn: &mut Conn<'_>) -> Result<Vec<Month>, DbError> {
    let rows = conn
        .all(
            "SELECT language, substr(day, 1, 7) AS month, CAST(sum(stories) AS BIGINT) AS stories, \
             max(changed_at) AS changed_at FROM calendar GROUP BY language, substr(day, 1, 7) \
             HAVING sum(stories) > 0 ORDER BY language, substr(day, 1, 7)",
            [],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Month {
                language: row.get("language")?,
                first: row.parsed("month", |month: String| format!("{month}-01").parse().ok())?,
                stories: row.get("stories")?,
                changed_at: row.get("changed_at")?,
            })
        })
        .collect()
}

/// A day of an edition: how many public stories, and when one of them last changed.
pub(super) struct Day {
    pub date: Date,
    pub stories: i64,
    pub changed_at: Timestamp,
}

/// The days of a month, also those whose stories have all gone.
pub(super) async fn days(conn: &mut Conn<'_>, language: Language, first: Date) -> Result<Vec<Day>, DbError> {
    let rows = conn
        .all(
            "SELECT day, stories, changed_at FROM calendar \
             WHERE language = $1 AND day >= $2 AND day <= $3 ORDER BY day",
            [language.as_str().into(), first.to_string().into(), first.last_of_month().to_string().into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Day {
                date: row.parsed("day", |day: String| day.parse().ok())?,
                stories: row.get("stories")?,
                changed_at: row.get("changed_at")?,
            })
        })
        .collect()
}

/// A public story as a sitemap names it.
pub(super) struct Addressed {
    pub number: StoryNumber,
    pub at: Timestamp,
    pub group: GroupId,
    pub section: String,
    pub slug: String,
    pub updated_at: Timestamp,
}

/// Where a walk through a list stands: the place of the last story seen.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub at: Timestamp,
    pub number: i64,
}

/// Up to `limit` stories of a list after a place in it and before an instant, the oldest first.
pub(super) async fn addresses(
    conn: &mut Conn<'_>,
    list: &str,
    after: Place,
    before: Timestamp,
    limit: usize,
) -> Result<Vec<Addressed>, DbError> {
    let rows = conn
        .all(
            "SELECT l.number, l.at, r.group_id, r.section, r.slug, r.updated_at \
             FROM listing l JOIN released r ON r.number = l.number \
             WHERE l.list = $1 AND (l.at, l.number) > ($2, $3) AND l.at < $4 \
             ORDER BY l.at, l.number LIMIT $5",
            [list.into(), after.at.into(), after.number.into(), before.into(), (limit as i64).into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Addressed {
                number: row.parsed("number", StoryNumber::new)?,
                at: row.get("at")?,
                group: row.parsed("group_id", |bytes: Vec<u8>| GroupId::from_bytes(&bytes))?,
                section: row.get("section")?,
                slug: row.get("slug")?,
                updated_at: row.get("updated_at")?,
            })
        })
        .collect()
}

/// The place of the `count`th story of a list at or after an instant.
pub(super) async fn place_of(
    conn: &mut Conn<'_>,
    list: &str,
    from: Timestamp,
    count: i64,
) -> Result<Option<Place>, DbError> {
    let row = conn
        .optional(
            "SELECT at, number FROM listing WHERE list = $1 AND at >= $2 ORDER BY at, number LIMIT 1 OFFSET $3",
            [list.into(), from.into(), (count - 1).into()],
        )
        .await?;
    row.map(|row| Ok(Place { at: row.get("at")?, number: row.get("number")? })).transpose()
}

/// A public story in another language.
pub(super) struct Fellow {
    pub group: GroupId,
    pub number: StoryNumber,
    pub language: Language,
    pub section: String,
    pub slug: String,
}

/// The public stories of translation groups.
pub(super) async fn fellows(conn: &mut Conn<'_>, groups: &[GroupId]) -> Result<Vec<Fellow>, DbError> {
    if groups.is_empty() {
        return Ok(Vec::new());
    }
    let marks: Vec<String> = (1..=groups.len()).map(|place| format!("${place}")).collect();
    let sql = format!(
        "SELECT group_id, number, language, section, slug FROM released \
         WHERE state = 'public' AND group_id IN ({}) ORDER BY number",
        marks.join(", ")
    );
    let rows = conn.all_built(sql, groups.iter().map(|group| (*group).into())).await?;
    rows.iter()
        .map(|row| {
            Ok(Fellow {
                group: row.parsed("group_id", |bytes: Vec<u8>| GroupId::from_bytes(&bytes))?,
                number: row.parsed("number", StoryNumber::new)?,
                language: row.parsed("language", |tag: String| Language::parse(&tag).ok())?,
                section: row.get("section")?,
                slug: row.get("slug")?,
            })
        })
        .collect()
}

/// A story as the news sitemap names it.
pub(super) struct Fresh {
    pub number: StoryNumber,
    pub language: Language,
    pub at: Timestamp,
    pub section: String,
    pub slug: String,
    pub headline: String,
}

/// The newest stories of an edition after an instant that were published here, not taken over from an archive.
pub(super) async fn fresh(
    conn: &mut Conn<'_>,
    language: Language,
    after: Timestamp,
    limit: usize,
) -> Result<Vec<Fresh>, DbError> {
    let rows = conn
        .all(
            "SELECT l.number, l.at, r.section, r.slug, r.card \
             FROM listing l JOIN released r ON r.number = l.number \
             WHERE l.list = $1 AND l.at > $2 AND NOT EXISTS \
             (SELECT 1 FROM version v WHERE v.number = l.number AND v.act = 'import') \
             ORDER BY l.at DESC, l.number DESC LIMIT $3",
            [language.as_str().into(), after.into(), (limit as i64).into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Fresh {
                number: row.parsed("number", StoryNumber::new)?,
                language,
                at: row.get("at")?,
                section: row.get("section")?,
                slug: row.get("slug")?,
                headline: row.json::<Card>("card")?.headline,
            })
        })
        .collect()
}
