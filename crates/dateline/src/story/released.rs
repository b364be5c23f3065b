//! The released version: one row that holds all its page needs, and its places in lists.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::copy::{Author, DatelineParts, StoryKind, Subject, Topic};
use super::{Order, Release, Story, StoryAct, StoryCopy, StoryError, slug::Slug, store};
use crate::correction::{self, CorrectionNote};
use crate::db::{Conn, DbError, ManyRows, Row};
use crate::edition::Agency;
use crate::ids::{GroupId, MediaId, StoryNumber};
use crate::lang::Language;
use crate::media;

/// What a list shows of a story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Verbatim.
    pub headline: String,
    /// The summary, or the first words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// What kind of piece.
    #[serde(default)]
    pub kind: StoryKind,
    /// The lead picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<CardPicture>,
}

/// The picture of a card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardPicture {
    /// Part of its address.
    pub public: String,
    /// What it shows.
    pub alt: String,
    /// In pixels; 0 where unknown.
    pub width: u32,
    /// In pixels; 0 where unknown.
    pub height: u32,
    /// Widths it is there in as JPEG, smallest first; empty until renditions are made.
    #[serde(default)]
    pub widths: Vec<u32>,
    /// Whether WebP is there too.
    #[serde(default)]
    pub webp: bool,
    /// Whether AVIF is there too.
    #[serde(default)]
    pub avif: bool,
    /// The file name of the original; empty where it is not shown.
    pub original: String,
}

/// A picture, video or audio file as a page shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PageMedia {
    /// Which.
    pub media: MediaId,
    /// Part of its address.
    pub public: String,
    /// `picture`, `video` or `audio`.
    pub kind: String,
    /// Its media type.
    pub mime: String,
    /// The file name of the original; empty where it is not shown.
    pub original: String,
    /// In pixels; 0 where unknown.
    pub width: u32,
    /// In pixels; 0 where unknown.
    pub height: u32,
    /// Widths it is there in as JPEG, smallest first; empty until renditions are made.
    #[serde(default)]
    pub widths: Vec<u32>,
    /// Whether WebP is there too.
    #[serde(default)]
    pub webp: bool,
    /// Whether AVIF is there too.
    #[serde(default)]
    pub avif: bool,
    /// What matters in it, 0 to 1 from the left and from the top.
    #[serde(default)]
    pub focus: (f64, f64),
    /// Shown in the body alone, not beside it.
    #[serde(default)]
    pub in_body: bool,
    /// For those who do not see it.
    #[serde(default)]
    pub alt: String,
    /// Printed under it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caption: Option<String>,
    /// Who is to be named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

/// Everything the page of a public story needs beside the agency and its lists.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReleasedPage {
    /// Verbatim.
    pub headline: String,
    /// What kind of piece.
    #[serde(default)]
    pub kind: StoryKind,
    /// The summary as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// The first words of the body, for descriptions.
    #[serde(default)]
    pub intro: String,
    /// Who wrote it, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// The dateline's parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<DatelineParts>,
    /// The body as HTML, pictures included.
    #[serde(default)]
    pub body_html: String,
    /// Words in the body.
    #[serde(default)]
    pub words: i64,
    /// People who made it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Author>,
    /// Topics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// Keywords.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Subject codes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// Keys of further sections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_in: Vec<String>,
    /// How it may be used, where the site's notice does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usage_terms: Option<String>,
    /// Pictures and the like beside the body, the lead one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<PageMedia>,
    /// When it was last updated or corrected, as readers are told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<Timestamp>,
    /// Corrections, the newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<CorrectionNote>,
    /// The story it goes on from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<i64>,
    /// The original it translates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation_of: Option<i64>,
    /// The version of the original it renders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation_of_version: Option<i64>,
    /// SHA-256 of the version shown.
    #[serde(default)]
    pub hash: String,
    /// What stands in place of the story once it is withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
}

/// What the page of a withdrawn story says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    /// Why, where the act gives it to the public.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// A story that stands in for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub substitute: Option<i64>,
    /// Since when.
    pub since: Timestamp,
    /// The lists with feeds it stood in: those feeds say for some days that it is gone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<String>,
}

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
    let section = agency.edition(language).map_or(section, |edition| edition.slug_of(section));
    format!("/{language}/{section}/{slug}-{number}")
}

impl ReleasedStory {
    /// Its address.
    pub fn path(&self, agency: &Agency) -> String {
        story_path(agency, self.language, &self.section, &self.slug, self.number)
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

/// The first words, as many as two or three lines hold: of scripts without spaces half as many characters.
fn intro(body: &story_body::Body) -> String {
    const LONGEST: usize = 160;
    let intro = body.first_words(LONGEST);
    let wide = intro.chars().filter(|c| *c >= '\u{2e80}').count();
    if wide * 2 > intro.chars().count() { body.first_words(LONGEST / 2) } else { intro }
}

/// All the page of `copy` needs, given its media.
pub(crate) fn page_of(copy: &StoryCopy, media: Vec<PageMedia>, hash: String) -> ReleasedPage {
    ReleasedPage {
        headline: copy.headline.clone(),
        kind: copy.kind,
        summary: copy.summary.clone(),
        intro: intro(&copy.body),
        byline: copy.byline.clone(),
        dateline: copy.dateline.clone(),
        body_html: media::markup::body_html(&copy.body, &media),
        words: copy.body.word_count() as i64,
        authors: copy.authors.clone(),
        topics: copy.topics.clone(),
        keywords: copy.keywords.clone(),
        subjects: copy.subjects.clone(),
        also_in: copy.also_in.clone(),
        usage_terms: copy.usage_terms.clone(),
        media,
        updated_at: None,
        corrections: Vec::new(),
        follows: copy.follows,
        translation_of: copy.translation_of,
        translation_of_version: copy.translation_of_version,
        hash,
        notice: None,
    }
}

/// What a list shows, given all its page needs.
pub(crate) fn card_of(page: &ReleasedPage) -> Card {
    let picture = page.media.iter().find(|media| media.kind == "picture").map(|media| CardPicture {
        public: media.public.clone(),
        alt: media.alt.clone(),
        width: media.width,
        height: media.height,
        widths: media.widths.clone(),
        webp: media.webp,
        avif: media.avif,
        original: media.original.clone(),
    });
    let summary = page.summary.clone().or_else(|| Some(page.intro.clone()).filter(|text| !text.is_empty()));
    Card { headline: page.headline.clone(), summary, kind: page.kind, picture }
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
pub(crate) async fn put_rows(conn: &mut Conn<'_>, rows: &[Row1<'_>]) -> Result<(), DbError> {
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
            row.copy.section.as_str().into(),
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
    put_rows(conn, std::slice::from_ref(&row)).await?;
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

/// Writes the pages of public stories anew from their newest versions: after a change of media or a redaction.
pub async fn refresh_pages(conn: &mut Conn<'_>, numbers: &[StoryNumber]) -> Result<(), StoryError> {
    for number in numbers {
        // Takes the row first: a new version written on another connection must not be overwritten by an old one.
        conn.execute("UPDATE released SET state = state WHERE number = $1", [(*number).into()]).await?;
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
