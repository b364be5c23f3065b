//! An agency description brought into an installation: what differs is written, and named.

use jiff::tz::TimeZone;

use super::description::{AgencyDescription, EditionEntry};
use super::time_pattern::TimePattern;
use super::{EditionSection, FeedText, Section, SignOffShown, store};
use crate::db::{Conn, DbError};
use crate::lang::{Calendar, Digits, Language};
use crate::place::{self, MOST_OWN, OwnPlace};
use crate::section::{BadSection, checked_slug, move_below, stands_well};
use crate::story::dateline::{DatelinePattern, DatelinePlacement};
use crate::texts::Texts;

/// What `apply` changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// One line for each thing that changed, for people.
    pub changes: Vec<String>,
    /// Whether the agency itself changed, on which every page depends.
    pub agency: bool,
    /// Editions that changed.
    pub editions: Vec<Language>,
    /// Sections that changed, by key.
    pub sections: Vec<String>,
    /// Places that changed, by key.
    pub places: Vec<String>,
}

/// Why a description was refused; nothing of it was taken.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// A value cannot be.
    #[error("{at}: {reason}")]
    Bad {
        /// The key in the file.
        at: String,
        /// What is wrong.
        reason: String,
    },
    /// A section's key or slug cannot be.
    #[error("{at}: {source}")]
    Section {
        /// The key in the file.
        at: String,
        /// What is wrong.
        source: BadSection,
    },
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

fn bad(at: impl Into<String>, reason: impl ToString) -> ApplyError {
    ApplyError::Bad { at: at.into(), reason: reason.to_string() }
}

/// Checks the whole description, then writes what differs. Applied again, it changes nothing. What the file does
/// not name stays.
pub async fn apply(conn: &mut Conn<'_>, file: &AgencyDescription) -> Result<Applied, ApplyError> {
    check(file)?;
    let mut applied = Applied::default();
    apply_head(conn, file, &mut applied).await?;
    apply_sections(conn, file, &mut applied).await?;
    apply_places(conn, &file.places, &mut applied).await?;
    for (tag, entry) in &file.editions {
        let language = Language::parse(tag).map_err(|e| bad(format!("edition.{tag}"), e))?;
        apply_edition(conn, language, entry, &mut applied).await?;
    }
    if !applied.changes.is_empty() {
        store::touch(conn).await?;
    }
    Ok(applied)
}

fn check(file: &AgencyDescription) -> Result<(), ApplyError> {
    let head = &file.agency;
    if head.name.trim().is_empty() {
        return Err(bad("agency.name", "is empty"));
    }
    TimeZone::get(&head.time_zone).map_err(|e| bad("agency.time_zone", e))?;
    Language::parse(&head.default_language).map_err(|e| bad("agency.default_language", e))?;
    if !(head.origin.starts_with("https://") || head.origin.starts_with("http://")) {
        return Err(bad("agency.origin", "is no http or https address"));
    }
    if let Some(mode) = &head.captcha
        && !["image", "proof", "proof-or-image"].contains(&mode.as_str())
    {
        return Err(bad("agency.captcha", "is not image, proof or proof-or-image"));
    }
    for section in &file.sections {
        checked_slug(&section.key)
            .map_err(|source| ApplyError::Section { at: format!("section {:?}", section.key), source })?;
    }
    for place in &file.places {
        place.check().map_err(|fault| bad(format!("place {:?}", place.key), fault))?;
    }
    for (tag, entry) in &file.editions {
        check_edition(tag, entry)?;
    }
    Ok(())
}

fn check_edition(tag: &str, entry: &EditionEntry) -> Result<(), ApplyError> {
    let at = |key: &str| format!("edition.{tag}.{key}");
    let language = Language::parse(tag).map_err(|e| bad(format!("edition.{tag}"), e))?;
    let calendar = match &entry.calendar {
        Some(name) => Calendar::parse(name).ok_or_else(|| bad(at("calendar"), "is not a known calendar"))?,
        None => Calendar::usual(language),
    };
    let digits = match &entry.digits {
        Some(name) => Digits::parse(name).ok_or_else(|| bad(at("digits"), "are not known digits"))?,
        None => Digits::usual(language),
    };
    if let Some(pattern) = &entry.time_pattern {
        TimePattern::parse(pattern, language, calendar, digits).map_err(|e| bad(at("time_pattern"), e))?;
    }
    if let Some(pattern) = &entry.dateline_pattern {
        DatelinePattern::parse(pattern, language, calendar, digits)
            .map_err(|e| bad(at("dateline_pattern"), e))?;
    }
    if let Some(place) = &entry.dateline
        && DatelinePlacement::parse(place).is_none()
    {
        return Err(bad(at("dateline"), "is not line or run-in"));
    }
    if entry.feeds.as_deref().is_some_and(|word| FeedText::parse(word).is_none()) {
        return Err(bad(at("feeds"), "is not full or summary"));
    }
    if entry.sign_off.as_deref().is_some_and(|word| SignOffShown::parse(word).is_none()) {
        return Err(bad(at("sign_off"), "is not site or wire"));
    }
    if let Some(pattern) = &entry.title_pattern
        && !pattern.contains("{headline}")
    {
        return Err(bad(at("title_pattern"), "has no {headline}"));
    }
    Texts::built_in().check_overrides(&entry.texts).map_err(|e| bad(at("texts"), e))?;
    for (key, section) in &entry.section {
        checked_slug(&section.slug).map_err(|source| ApplyError::Section {
            at: format!("edition.{tag}.section.{key}.slug"),
            source,
        })?;
    }
    Ok(())
}

async fn apply_head(
    conn: &mut Conn<'_>,
    file: &AgencyDescription,
    applied: &mut Applied,
) -> Result<(), ApplyError> {
    let found = store::head(conn).await?.map(|(head, _)| head);
    if found.as_ref() != Some(&file.agency) {
        store::put_head(conn, &file.agency).await?;
        applied.agency = true;
        applied.changes.push(format!("agency {}", file.agency.name));
    }
    Ok(())
}

async fn apply_sections(
    conn: &mut Conn<'_>,
    file: &AgencyDescription,
    applied: &mut Applied,
) -> Result<(), ApplyError> {
    let mut standing = store::sections(conn).await?;
    let wanted = file.sections.iter().map(|entry| Section {
        key: entry.key.clone(),
        parent: entry.parent.clone().filter(|parent| !parent.is_empty()),
    });
    let wanted: Vec<Section> = wanted.collect();
    check_places(&standing, &wanted)?;
    for section in wanted {
        if standing.contains(&section) {
            continue;
        }
        match standing.iter().any(|known| known.key == section.key) {
            true => {
                let parent = section.parent.as_deref();
                standing = move_below(conn, &standing, &section.key, parent).await?;
            }
            false => {
                store::put_section(conn, &section).await?;
                standing.push(section.clone());
            }
        }
        applied.changes.push(format!("section {}", section.key));
        applied.sections.push(section.key);
    }
    Ok(())
}

async fn apply_places(
    conn: &mut Conn<'_>,
    wanted: &[OwnPlace],
    applied: &mut Applied,
) -> Result<(), ApplyError> {
    if wanted.is_empty() {
        return Ok(());
    }
    let standing = place::store::own(conn).await?;
    let new = wanted.iter().filter(|place| standing.iter().all(|known| known.key != place.key)).count();
    if standing.len() + new > MOST_OWN {
        return Err(bad("place", format!("there would be more than {MOST_OWN}")));
    }
    for place in wanted.iter().filter(|place| !standing.contains(place)) {
        place::store::put(conn, place).await?;
        applied.changes.push(format!("place {}", place.key));
        applied.places.push(place.key.clone());
    }
    Ok(())
}

/// Refuses sections that would stand below themselves or below one that is not there.
fn check_places(standing: &[Section], wanted: &[Section]) -> Result<(), ApplyError> {
    let kept = standing.iter().filter(|known| wanted.iter().all(|section| section.key != known.key));
    let after: Vec<Section> = wanted.iter().chain(kept).cloned().collect();
    for section in wanted {
        if let Some(reason) = stands_well(&after, &section.key) {
            return Err(bad(format!("section {:?} parent", section.key), reason));
        }
    }
    Ok(())
}

async fn apply_edition(
    conn: &mut Conn<'_>,
    language: Language,
    entry: &EditionEntry,
    applied: &mut Applied,
) -> Result<(), ApplyError> {
    let found = store::editions(conn).await?.into_iter().find(|(tag, _)| tag == language.as_str());
    let bare = EditionEntry { section: Default::default(), ..entry.clone() };
    let mut changed = false;
    if found.map(|(_, entry)| entry).as_ref() != Some(&bare) {
        store::put_edition(conn, language, &bare).await?;
        applied.changes.push(format!("edition {language}"));
        changed = true;
    }
    let sections = store::edition_sections(conn).await?;
    for (key, section) in &entry.section {
        let known = sections.iter().find(|(tag, k, _)| tag == language.as_str() && k == key);
        if known.is_some_and(|(_, _, s)| s == section) {
            continue;
        }
        ensure_key(conn, key).await?;
        store::put_edition_section(conn, language, key, section).await.map_err(|e| {
            match e.is_duplicate() {
                true => {
                    bad(format!("edition.{language}.section.{key}.slug"), "another section has this slug")
                }
                false => e.into(),
            }
        })?;
        applied.changes.push(format!("edition {language} section {key}"));
        applied.sections.push(key.clone());
        changed = true;
    }
    if changed {
        applied.editions.push(language);
    }
    Ok(())
}

async fn ensure_key(conn: &mut Conn<'_>, key: &str) -> Result<(), ApplyError> {
    if !store::sections(conn).await?.iter().any(|s| s.key == key) {
        store::put_section(conn, &Section { key: key.to_owned(), parent: None }).await?;
    }
    Ok(())
}

/// Makes an edition with the built-in texts where there is none; whether it had to.
pub async fn ensure_edition(conn: &mut Conn<'_>, language: Language) -> Result<bool, DbError> {
    if store::editions(conn).await?.iter().any(|(tag, _)| tag == language.as_str()) {
        return Ok(false);
    }
    store::put_edition(conn, language, &EditionEntry::default()).await?;
    store::touch(conn).await?;
    Ok(true)
}

/// Makes a section in an edition, with its slug as its key; whether it had to. A section that is new altogether goes
/// below `parent` where that exists.
pub async fn ensure_section(
    conn: &mut Conn<'_>,
    language: Language,
    section: &EditionSection,
    parent: Option<&str>,
) -> Result<bool, ApplyError> {
    let slug = section.slug.as_str();
    checked_slug(slug).map_err(|source| ApplyError::Section { at: format!("section {slug:?}"), source })?;
    let sections = store::edition_sections(conn).await?;
    let here = |(tag, key, s): &(String, String, EditionSection)| {
        tag == language.as_str() && (key == slug || s.slug == slug)
    };
    if sections.iter().any(here) {
        return Ok(false);
    }
    let all = store::sections(conn).await?;
    if all.iter().all(|known| known.key != slug) {
        let parent = parent.filter(|parent| *parent != slug && all.iter().any(|known| known.key == *parent));
        store::put_section(conn, &Section { key: slug.to_owned(), parent: parent.map(str::to_owned) })
            .await?;
    }
    store::put_edition_section(conn, language, slug, section).await?;
    store::touch(conn).await?;
    Ok(true)
}
