//! The SQL of agency, editions and sections.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::SignedDuration;
use jiff::tz::TimeZone;

use super::description::{AgencyDescription, AgencyHead, EditionEntry, SectionEntry};
use super::time_pattern::TimePattern;
use super::{Agency, Edition, EditionSection, FeedText, Section, SignOffShown};
use crate::db::{Conn, DbError};
use crate::lang::{Calendar, Digits, Language};
use crate::place::{self, OwnPlace, Places};
use crate::story::dateline::{DatelinePattern, DatelinePlacement};
use crate::texts::{EditionTexts, Overrides, Texts};

/// For how many minutes a second person is waited for where the agency does not say.
const USUALLY_ALONE_AFTER_MINUTES: i64 = 30;

/// The agency's revision; 0 before `init`.
pub(super) async fn revision(conn: &mut Conn<'_>) -> Result<i64, DbError> {
    match conn.optional("SELECT revision FROM agency WHERE id = 1", []).await? {
        Some(row) => row.get("revision"),
        None => Ok(0),
    }
}

/// The description of the agency itself, with its revision; `None` before `init`.
pub(super) async fn head(conn: &mut Conn<'_>) -> Result<Option<(AgencyHead, i64)>, DbError> {
    match conn.optional("SELECT data, revision FROM agency WHERE id = 1", []).await? {
        Some(row) => Ok(Some((row.json("data")?, row.get("revision")?))),
        None => Ok(None),
    }
}

/// Writes the agency's description and raises the revision.
pub(super) async fn put_head(conn: &mut Conn<'_>, head: &AgencyHead) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO agency (id, data, revision) VALUES (1, $1, 1) \
         ON CONFLICT (id) DO UPDATE SET data = excluded.data, revision = agency.revision + 1",
        [json(head).into()],
    )
    .await?;
    Ok(())
}

/// Raises the revision alone.
pub(super) async fn touch(conn: &mut Conn<'_>) -> Result<(), DbError> {
    conn.execute("UPDATE agency SET revision = revision + 1 WHERE id = 1", []).await.map(|_| ())
}

/// Editions as described, in their order.
pub(super) async fn editions(conn: &mut Conn<'_>) -> Result<Vec<(String, EditionEntry)>, DbError> {
    let rows = conn.all("SELECT language, data FROM edition ORDER BY position, language", []).await?;
    rows.iter().map(|row| Ok((row.get("language")?, row.json("data")?))).collect()
}

/// Writes an edition's description; a new one goes last.
pub(super) async fn put_edition(
    conn: &mut Conn<'_>,
    language: Language,
    entry: &EditionEntry,
) -> Result<(), DbError> {
    let bare = EditionEntry { section: BTreeMap::new(), ..entry.clone() };
    conn.execute(
        "INSERT INTO edition (language, position, data) \
         VALUES ($1, (SELECT coalesce(max(position), 0) + 1 FROM edition), $2) \
         ON CONFLICT (language) DO UPDATE SET data = excluded.data",
        [language.as_str().into(), json(&bare).into()],
    )
    .await?;
    Ok(())
}

/// Sections in their order.
pub(super) async fn sections(conn: &mut Conn<'_>) -> Result<Vec<Section>, DbError> {
    let rows = conn.all("SELECT key, parent FROM section ORDER BY position, key", []).await?;
    rows.iter().map(|row| Ok(Section { key: row.get("key")?, parent: row.get("parent")? })).collect()
}

/// Writes a section; a new one goes last.
pub(super) async fn put_section(conn: &mut Conn<'_>, section: &Section) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO section (key, parent, position) \
         VALUES ($1, $2, (SELECT coalesce(max(position), 0) + 1 FROM section)) \
         ON CONFLICT (key) DO UPDATE SET parent = excluded.parent",
        [section.key.as_str().into(), section.parent.as_deref().into()],
    )
    .await?;
    conn.execute("DELETE FROM section_past WHERE language = '' AND slug = $1", [section.key.as_str().into()])
        .await?;
    Ok(())
}

/// Sections of every edition: language, key, slug and name.
pub(super) async fn edition_sections(
    conn: &mut Conn<'_>,
) -> Result<Vec<(String, String, EditionSection)>, DbError> {
    let rows = conn.all("SELECT language, section, slug, name FROM edition_section", []).await?;
    rows.iter()
        .map(|row| {
            let section = EditionSection { slug: row.get("slug")?, name: row.get("name")? };
            Ok((row.get("language")?, row.get("section")?, section))
        })
        .collect()
}

/// Writes a section's slug and name in an edition; a slug it had before is kept for redirects.
pub(super) async fn put_edition_section(
    conn: &mut Conn<'_>,
    language: Language,
    key: &str,
    section: &EditionSection,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO section_past (language, slug, section) \
         SELECT language, slug, section FROM edition_section \
         WHERE language = $1 AND section = $2 AND slug <> $3 \
         ON CONFLICT (language, slug) DO UPDATE SET section = excluded.section",
        [language.as_str().into(), key.into(), section.slug.as_str().into()],
    )
    .await?;
    conn.execute(
        "DELETE FROM section_past WHERE language = $1 AND slug = $2",
        [language.as_str().into(), section.slug.as_str().into()],
    )
    .await?;
    conn.execute(
        "INSERT INTO edition_section (language, section, slug, name) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (language, section) DO UPDATE SET slug = excluded.slug, name = excluded.name",
        [language.as_str().into(), key.into(), section.slug.as_str().into(), section.name.as_str().into()],
    )
    .await?;
    Ok(())
}

/// Everything, as nodes keep it.
pub(super) async fn load(conn: &mut Conn<'_>) -> Result<Agency, DbError> {
    let editions = editions(conn).await?;
    let mut sections_of = SectionsOf::new();
    for (language, key, section) in edition_sections(conn).await? {
        sections_of.entry(language).or_default().insert(key, section);
    }
    let (head, revision) = head(conn).await?.unwrap_or_default();
    let (sections, places) = (sections(conn).await?, place::store::own(conn).await?);
    put_together(conn, (head, revision), editions, sections_of, sections, &places).await
}

/// The agency as it would be by a whole description, of which nothing is written: for a look before it is.
pub async fn draft(conn: &mut Conn<'_>, file: &AgencyDescription) -> Result<Agency, DbError> {
    let (_, revision) = head(conn).await?.unwrap_or_default();
    let standing = editions(conn).await?;
    let place = |tag: &str| standing.iter().position(|(known, _)| known == tag).unwrap_or(standing.len());
    let mut entries: Vec<(String, EditionEntry)> = file.editions.clone().into_iter().collect();
    entries.sort_by_key(|(tag, _)| place(tag));
    let sections_of = entries.iter().map(|(tag, entry)| (tag.clone(), entry.section.clone())).collect();
    let parent = |section: &SectionEntry| section.parent.clone().filter(|parent| !parent.is_empty());
    let section = |section: &SectionEntry| Section { key: section.key.clone(), parent: parent(section) };
    let sections = file.sections.iter().map(section).collect();
    put_together(conn, (file.agency.clone(), revision), entries, sections_of, sections, &file.places).await
}

type SectionsOf = BTreeMap<String, BTreeMap<String, EditionSection>>;

async fn put_together(
    conn: &mut Conn<'_>,
    (head, revision): (AgencyHead, i64),
    entries: Vec<(String, EditionEntry)>,
    mut sections_of: SectionsOf,
    sections: Vec<Section>,
    places: &[OwnPlace],
) -> Result<Agency, DbError> {
    let mut past_of: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for row in conn.all("SELECT language, slug, section FROM section_past", []).await? {
        past_of.entry(row.get("language")?).or_default().insert(row.get("slug")?, row.get("section")?);
    }
    let merged = past_of.remove("").unwrap_or_default();
    let mut editions = Vec::new();
    for (tag, entry) in entries {
        let Ok(language) = Language::parse(&tag) else { continue };
        let mut edition = edition_from(language, &head.name, &entry);
        edition.sections = sections_of.remove(&tag).unwrap_or_default();
        edition.past_slugs = past_of.remove(&tag).unwrap_or_default();
        editions.push(edition);
    }
    Ok(Agency {
        revision,
        time_zone: TimeZone::get(&head.time_zone).unwrap_or(TimeZone::UTC),
        default_language: Language::parse(&head.default_language).unwrap_or(Language::ENGLISH),
        captcha: head.captcha.unwrap_or_else(|| "proof-or-image".to_owned()),
        alone_after: Some(head.alone_after_minutes.unwrap_or(USUALLY_ALONE_AFTER_MINUTES))
            .filter(|minutes| *minutes > 0)
            .map(SignedDuration::from_mins),
        license: head.license,
        acquire_license: head.acquire_license,
        name: head.name,
        origin: head.origin.trim_end_matches('/').to_owned(),
        sections,
        editions,
        merged,
        places: Places::with(places),
    })
}

/// An edition from its description and what is built in for its language. Patterns were checked when they were
/// written; one that no longer reads falls back to the built-in one.
pub(super) fn edition_from(language: Language, agency: &str, entry: &EditionEntry) -> Edition {
    let calendar =
        entry.calendar.as_deref().and_then(Calendar::parse).unwrap_or_else(|| Calendar::usual(language));
    let digits = entry.digits.as_deref().and_then(Digits::parse).unwrap_or_else(|| Digits::usual(language));
    let name = entry.name.clone().unwrap_or_else(|| agency.to_owned());
    Edition {
        language,
        title_pattern: entry.title_pattern.clone().unwrap_or_else(|| format!("{{headline}} | {name}")),
        time_pattern: entry
            .time_pattern
            .as_deref()
            .and_then(|pattern| TimePattern::parse(pattern, language, calendar, digits).ok())
            .unwrap_or_else(|| {
                TimePattern::parse(TimePattern::usual(language), language, calendar, digits)
                    .expect("built-in patterns read")
            }),
        dateline_pattern: entry
            .dateline_pattern
            .as_deref()
            .and_then(|pattern| DatelinePattern::parse(pattern, language, calendar, digits).ok())
            .unwrap_or_else(|| {
                DatelinePattern::parse(DatelinePattern::usual(language), language, calendar, digits)
                    .expect("built-in patterns read")
            }),
        dateline: entry
            .dateline
            .as_deref()
            .and_then(DatelinePlacement::parse)
            .unwrap_or_else(|| DatelinePlacement::usual(language)),
        calendar,
        digits,
        feeds: entry.feeds.as_deref().and_then(FeedText::parse).unwrap_or_default(),
        sign_off: entry.sign_off.as_deref().and_then(SignOffShown::parse).unwrap_or_default(),
        texts: texts_of(language, entry, digits),
        name,
        sections: BTreeMap::new(),
        past_slugs: BTreeMap::new(),
    }
}

/// The texts of an edition; an override that no longer fits its key leaves the built-in texts.
fn texts_of(language: Language, entry: &EditionEntry, digits: Digits) -> Arc<EditionTexts> {
    let texts = Texts::built_in();
    let own = texts.edition(language, &entry.texts, digits);
    let built_in = || texts.edition(language, &Overrides::new(), digits).expect("built-in texts read");
    Arc::new(own.unwrap_or_else(|_| built_in()))
}

fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("descriptions are plain data")
}

/// Forgets a place of the agency's own: the built-in one of its key, if there is one, stands again.
pub async fn forget_place(conn: &mut Conn<'_>, key: &str) -> Result<(), DbError> {
    place::store::forget(conn, key).await?;
    touch(conn).await
}
