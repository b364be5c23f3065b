//! The released version: one row that holds all its page needs, and its places in lists.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::released_page::{Card, Notice, ReleasedPage, card_of, page_of};
use super::{Order, Release, Story, StoryAct, StoryCopy, StoryError, dateline, slug::Slug, store};
use crate::correction;
use crate::db::{Conn, DbError, Engine, ManyRows, Row, dialect};
use crate::edition::{Agency, Edition};
use crate::ids::{GroupId, StoryNumber};
use crate::lang::Language;
use crate::media;

/// A released story as the site reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReleasedStory {
    /// Its number.
    pub number: StoryNumber,
    /// Its language.
    pub language: Language,
    /// The story in all its languages.
    pub group: GroupId,
    /// Key of the home section.
    pub section: String,
    /// Of the address; empty after a takedown.
    pub slug: String,
    /// What the public sees.
    pub state: Release,
    /// The newest version.
    pub version: i64,
    /// First publication.
    pub published_at: Timestamp,
    /// The last act.
    pub updated_at: Timestamp,
    /// 1 flash to 8 least.
    pub urgency: u8,
    /// The newest story of its run, where it is not this one.
    pub continued_by: Option<StoryNumber>,
    /// All the page needs.
    pub page: ReleasedPage,
}

/// The address of a story.
pub fn story_path(
    agency: &Agency,
    language: Language,
    section: &str,
    slug: &str,
    number: StoryNumber,
) -> String {
    if slug.is_empty() {
        return format!("/{language}/{number}");
    }
    let section = agency.section_now(section);
    let section = agency.edition(language).map_or(section, |edition| edition.slug_of(section));
    format!("/{language}/{section}/{slug}-{number}")
}

impl Story {
    /// Its address, as its working copy has it: after a takedown without a slug.
    pub fn path(&self, agency: &Agency) -> String {
        let slug = match self.release {
            Release::TakenDown => String::new(),
            _ => Slug::of_headline(&self.copy.headline, self.language).to_string(),
        };
        story_path(agency, self.language, &self.copy.section, &slug, self.number)
    }
}

impl ReleasedStory {
    /// Its address.
    pub fn path(&self, agency: &Agency) -> String {
        story_path(agency, self.language, &self.section, &self.slug, self.number)
    }

    /// Its dateline as an edition writes it; `None` where there is nothing to write. Without a date of its own it names
    /// the day of its release at the place.
    pub fn dateline(&self, agency: &Agency, edition: &Edition) -> Option<String> {
        let parts = self.page.dateline.as_ref()?;
        let places: Vec<&str> = parts.place.iter().chain(&parts.places).map(String::as_str).collect();
        let released = || agency.day_at(parts.place.as_deref(), self.published_at);
        let line = edition.dateline_pattern.render(&dateline::DatelineParts {
            places: &places,
            country: parts.country.as_deref(),
            date: Some(parts.date.unwrap_or_else(released)),
            source: Some(parts.source.as_deref().unwrap_or(&edition.name)),
        });
        (!line.is_empty()).then_some(line)
    }

    pub(crate) fn read(row: &Row) -> Result<ReleasedStory, DbError> {
        Ok(ReleasedStory {
            number: row.parsed("number", StoryNumber::new)?,
            language: row.parsed("language", |tag: String| Language::parse(&tag).ok())?,
            group: row.parsed("group_id", |bytes: Vec<u8>| GroupId::from_bytes(&bytes))?,
            section: row.get("section")?,
            slug: row.get("slug")?,
            state: row.parsed("state", |word: String| Release::parse(&word))?,
            version: row.get("version")?,
            published_at: row.get("published_at")?,
            updated_at: row.get("updated_at")?,
            urgency: row.get::<i64>("urgency")?.clamp(1, 8) as u8,
            continued_by: row.get::<Option<i64>>("continued_by")?.and_then(StoryNumber::new),
            page: row.json("page")?,
        })
    }
}

/// The released row of a story, before it is written.
pub(crate) struct Row1<'a> {
    /// Which story.
    pub number: StoryNumber,
    /// Its language.
    pub language: Language,
    /// Its group.
    pub group: GroupId,
    /// What is shown.
    pub copy: &'a StoryCopy,
    /// Its newest version.
    pub version: i64,
    /// First publication.
    pub published_at: Timestamp,
    /// The last act.
    pub updated_at: Timestamp,
    /// All the page needs.
    pub page: ReleasedPage,
}

/// The lists a story of `copy` stands in.
pub(crate) fn lists_of(agency: &Agency, language: Language, copy: &StoryCopy) -> BTreeSet<String> {
    let mut lists = BTreeSet::from([language.to_string()]);
    for home in std::iter::once(&copy.section).chain(&copy.also_in) {
        lists.extend(agency.lineage(home).into_iter().map(|key| format!("{language}/section/{key}")));
    }
    lists.extend(copy.topics.iter().map(|topic| format!("{language}/topic/{}", topic.slug)));
    lists.extend(copy.authors.iter().map(|author| format!("{language}/author/{}", author.slug)));
    lists
}

/// Writes released rows; those there already are replaced.
pub(crate) async fn put_rows(conn: &mut Conn<'_>, agency: &Agency, rows: &[Row1<'_>]) -> Result<(), DbError> {
    let mut many = ManyRows::into_table(
        "released",
        "number, language, group_id, section, slug, state, version, published_at, updated_at, urgency, card, page",
        "ON CONFLICT (number) DO UPDATE SET section = excluded.section, slug = excluded.slug, \
         state = excluded.state, version = excluded.version, published_at = excluded.published_at, \
         updated_at = excluded.updated_at, urgency = excluded.urgency, card = excluded.card, \
         page = excluded.page",
    );
    for row in rows {
        many.push([
            row.number.into(),
            row.language.as_str().into(),
            row.group.into(),
            agency.section_now(&row.copy.section).into(),
            Slug::of_headline(&row.copy.headline, row.language).as_str().into(),
            Release::Public.as_str().into(),
            row.version.into(),
            row.published_at.into(),
            row.updated_at.into(),
            i64::from(row.copy.urgency).into(),
            store::json(&card_of(&row.page)).into(),
            store::json(&row.page).into(),
        ]);
    }
    conn.insert_many(many).await.map(|_| ())
}

/// Writes the places of stories in lists.
pub(crate) async fn put_places(
    conn: &mut Conn<'_>,
    agency: &Agency,
    rows: &[Row1<'_>],
) -> Result<(), DbError> {
    let mut places =
        ManyRows::into_table("listing", "list, at, number, superseded", "ON CONFLICT DO NOTHING");
    for row in rows {
        for list in lists_of(agency, row.language, row.copy) {
            places.push([list.into(), row.published_at.into(), row.number.into(), false.into()]);
        }
    }
    conn.insert_many(places).await.map(|_| ())
}

/// The working copy as the public would see it were it released at `now`: nothing is written. A story without a
/// headline yet has none here either.
pub async fn preview(
    conn: &mut Conn<'_>,
    story: &Story,
    now: Timestamp,
) -> Result<ReleasedStory, StoryError> {
    let used = media::for_page(conn, &story.copy).await?;
    let mut page = page_of(&story.copy, used, String::new());
    if story.version > 0 {
        page.updated_at = Some(now);
        page.corrections = correction::of_story(conn, story.number).await?;
    }
    Ok(ReleasedStory {
        number: story.number,
        language: story.language,
        group: story.group,
        section: story.copy.section.clone(),
        slug: Slug::of_headline(&story.copy.headline, story.language).to_string(),
        state: Release::Public,
        version: story.version + 1,
        published_at: story.published_at.unwrap_or(now),
        updated_at: now,
        urgency: story.copy.urgency,
        continued_by: None,
        page,
    })
}

/// Shows `copy` as the released version of `story`.
pub(super) async fn put(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &Story,
    copy: &StoryCopy,
    act: StoryAct,
    hash: &str,
    now: Timestamp,
) -> Result<(), StoryError> {
    let published = story.published_at.unwrap_or(now);
    if story.version > 1 && !media::store::used_by(copy).is_empty() {
        keep(conn, &[story.number]).await?;
    }
    let used = media::for_page(conn, copy).await?;
    let mut page = page_of(copy, used, hash.to_owned());
    if story.version > 1 {
        page.updated_at = updated_at(conn, story, act, now).await?;
        page.corrections = correction::of_story(conn, story.number).await?;
        conn.execute("DELETE FROM listing WHERE number = $1", [story.number.into()]).await?;
    }
    media::store::note_uses(conn, story.number, copy).await?;
    let row = Row1 {
        number: story.number,
        language: story.language,
        group: story.group,
        copy,
        version: story.version,
        published_at: published,
        updated_at: now,
        page,
    };
    put_rows(conn, agency, std::slice::from_ref(&row)).await?;
    put_places(conn, agency, std::slice::from_ref(&row)).await?;
    if story.version > 1 {
        conn.execute(
            "UPDATE listing SET superseded = 1 WHERE number = $1 AND EXISTS \
             (SELECT 1 FROM released WHERE number = $1 AND continued_by IS NOT NULL)",
            [story.number.into()],
        )
        .await?;
    }
    Ok(())
}

/// When readers are told the story was last updated: an update or correction says so, a refile does not.
async fn updated_at(
    conn: &mut Conn<'_>,
    story: &Story,
    act: StoryAct,
    now: Timestamp,
) -> Result<Option<Timestamp>, DbError> {
    if matches!(act, StoryAct::Update | StoryAct::Correction) {
        return Ok(Some(now));
    }
    let row = conn
        .one(
            "SELECT max(at) AS at FROM version WHERE number = $1 AND act IN ('update', 'correction')",
            [story.number.into()],
        )
        .await?;
    row.get("at")
}

/// Says on a public story's page when readers were told of its last change.
pub(super) async fn set_updated(
    conn: &mut Conn<'_>,
    number: StoryNumber,
    at: Timestamp,
) -> Result<(), DbError> {
    let row = conn.one("SELECT page FROM released WHERE number = $1", [number.into()]).await?;
    let page = ReleasedPage { updated_at: Some(at), ..row.json("page")? };
    conn.execute(
        "UPDATE released SET page = $2, updated_at = $3 WHERE number = $1",
        [number.into(), store::json(&page).into(), at.into()],
    )
    .await
    .map(|_| ())
}

/// Puts a notice in place of a story and takes it from every list.
pub(super) async fn withdraw(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &Story,
    order: &Order,
    before: Option<&StoryCopy>,
    now: Timestamp,
) -> Result<(), StoryError> {
    conn.execute("DELETE FROM listing WHERE number = $1", [story.number.into()]).await?;
    // A killed story keeps its headline on the tombstone; a story taken down loses it, and its slug.
    let headline = match (order.act, before) {
        (StoryAct::Takedown, _) | (_, None) => String::new(),
        (_, Some(copy)) => copy.headline.clone(),
    };
    let reason = match order.act {
        StoryAct::Kill => order.public_note.clone().or_else(|| order.reason.clone()),
        _ => order.public_note.clone(),
    };
    let lists = match before {
        Some(copy) => fed_lists(agency, story.language, copy),
        None => noted_lists(conn, story.number).await?,
    };
    let page = ReleasedPage {
        headline: headline.clone(),
        notice: Some(Notice { reason, substitute: order.substitute, since: now, lists }),
        ..ReleasedPage::default()
    };
    let card = Card { headline, ..Card::default() };
    conn.execute(
        "UPDATE released SET state = $2, version = $3, updated_at = $4, page = $5, card = $6, \
         slug = CASE WHEN $7 = 1 THEN '' ELSE slug END WHERE number = $1",
        [
            story.number.into(),
            story.release.as_str().into(),
            story.version.into(),
            now.into(),
            store::json(&page).into(),
            store::json(&card).into(),
            (order.act == StoryAct::Takedown).into(),
        ],
    )
    .await?;
    Ok(())
}

/// The lists of a story that have feeds: authors have none.
pub(crate) fn fed_lists(agency: &Agency, language: Language, copy: &StoryCopy) -> Vec<String> {
    let authors = format!("{language}/author/");
    lists_of(agency, language, copy).into_iter().filter(|list| !list.starts_with(&authors)).collect()
}

/// The lists a story withdrawn before is known to have stood in.
async fn noted_lists(conn: &mut Conn<'_>, number: StoryNumber) -> Result<Vec<String>, DbError> {
    let row = conn.optional("SELECT page FROM released WHERE number = $1", [number.into()]).await?;
    let Some(row) = row else { return Ok(Vec::new()) };
    let page: ReleasedPage = row.json("page")?;
    Ok(page.notice.map(|notice| notice.lists).unwrap_or_default())
}

/// Keeps the pages of stories from others until the transaction ends, in the order of their numbers. Whoever writes
/// pages takes them in this order and before the media they show, so that no two wait for each other. SQLite has one
/// writer.
pub async fn keep(conn: &mut Conn<'_>, numbers: &[StoryNumber]) -> Result<(), DbError> {
    if conn.engine() == Engine::Sqlite {
        return Ok(());
    }
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable();
    for number in numbers {
        let sql = conn.pick(dialect::KEEP_PAGE.0, dialect::KEEP_PAGE.1);
        conn.optional(sql, [number.into()]).await?;
    }
    Ok(())
}

/// Writes the pages of public stories anew from their newest versions: after a change of media or a redaction.
pub async fn refresh_pages(conn: &mut Conn<'_>, numbers: &[StoryNumber]) -> Result<(), StoryError> {
    // Takes the rows first: a new version written on another connection must not be overwritten by an old one.
    keep(conn, numbers).await?;
    for number in numbers {
        let row = conn
            .optional(
                "SELECT r.page, r.language, v.content FROM released r JOIN version v \
                 ON v.number = r.number AND v.version = r.version WHERE r.number = $1 AND r.state = 'public'",
                [(*number).into()],
            )
            .await?;
        let Some(row) = row else { continue };
        let Some(copy) = row.opt_json::<StoryCopy>("content")? else { continue };
        let language = row.parsed("language", |tag: String| Language::parse(&tag).ok())?;
        let old: ReleasedPage = row.json("page")?;
        let used = media::for_page(conn, &copy).await?;
        let page = ReleasedPage {
            updated_at: old.updated_at,
            corrections: correction::of_story(conn, *number).await?,
            ..page_of(&copy, used, old.hash)
        };
        conn.execute(
            "UPDATE released SET page = $2, card = $3, slug = $4 WHERE number = $1",
            [
                (*number).into(),
                store::json(&page).into(),
                store::json(&card_of(&page)).into(),
                Slug::of_headline(&copy.headline, language).as_str().into(),
            ],
        )
        .await?;
    }
    Ok(())
}

/// The public stories of an edition that were released last, the newest first; at most `most`.
pub async fn newest(
    conn: &mut Conn<'_>,
    language: Language,
    most: i64,
) -> Result<Vec<ReleasedStory>, DbError> {
    let rows = conn
        .all(
            "SELECT r.number, r.language, r.group_id, r.section, r.slug, r.state, r.version, r.published_at, \
             r.updated_at, r.urgency, r.continued_by, r.page FROM listing l \
             JOIN released r ON r.number = l.number WHERE l.list = $1 ORDER BY l.at DESC, l.number DESC LIMIT $2",
            [language.as_str().into(), most.into()],
        )
        .await?;
    rows.iter().map(ReleasedStory::read).collect()
}
