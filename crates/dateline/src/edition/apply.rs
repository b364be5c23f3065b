//! An agency description brought into an installation: what differs is written, and named.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::Value;

use super::description::{AgencyDescription, EditionEntry};
use super::fault::Fault;
use super::faults::faults;
use super::{EditionSection, Section, store};
use crate::db::{Conn, DbError};
use crate::lang::Language;
use crate::place::{self, MOST_OWN, OwnPlace};
use crate::section::{BadSection, checked_slug, move_below, stands_well};

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
    /// What was and what is, by the line of the change; for what is new there is nothing to say.
    pub details: BTreeMap<String, String>,
}

impl Applied {
    fn changed(&mut self, what: String, detail: Option<String>) {
        if let Some(detail) = detail {
            self.details.insert(what.clone(), detail);
        }
        self.changes.push(what);
    }
}

/// Bytes of what is said of one change.
const LONGEST_DETAIL: usize = 2_000;

/// What differs between two entries, key by key: `slug: "politics" → "policy"`.
fn difference(was: &impl Serialize, is: &impl Serialize) -> Option<String> {
    let (was, is) = (flat(was), flat(is));
    let keys: BTreeSet<&String> = was.keys().chain(is.keys()).collect();
    let differ = keys.into_iter().filter(|key| was.get(*key) != is.get(*key));
    let said = |found: Option<&Value>| found.map_or_else(|| "–".to_owned(), Value::to_string);
    let lines: Vec<String> =
        differ.map(|key| format!("{key}: {} → {}", said(was.get(key)), said(is.get(key)))).collect();
    let mut all = lines.join("\n");
    if all.len() > LONGEST_DETAIL {
        all.truncate(all.floor_char_boundary(LONGEST_DETAIL));
        all.push('…');
    }
    (!all.is_empty()).then_some(all)
}

/// An entry with the tables inside it opened: `texts.homepage`.
fn flat(entry: &impl Serialize) -> BTreeMap<String, Value> {
    let mut flat = BTreeMap::new();
    let Ok(Value::Object(entry)) = serde_json::to_value(entry) else { return flat };
    for (key, value) in entry {
        match value {
            Value::Object(inside) => {
                flat.extend(inside.into_iter().map(|(name, value)| (format!("{key}.{name}"), value)));
            }
            value => drop(flat.insert(key, value)),
        }
    }
    flat
}

/// Why a description was refused; nothing of it was taken.
#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    /// A value cannot be.
    #[error("{at}: {fault}")]
    Bad {
        /// The key in the file.
        at: String,
        /// What is wrong.
        fault: Fault,
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

impl ApplyError {
    /// The key in the file it is about; empty where it is about none.
    pub fn at(&self) -> &str {
        match self {
            ApplyError::Bad { at, .. } | ApplyError::Section { at, .. } => at,
            ApplyError::Db(_) => "",
        }
    }
}

pub(super) fn bad(at: impl Into<String>, fault: impl Into<Fault>) -> ApplyError {
    ApplyError::Bad { at: at.into(), fault: fault.into() }
}

/// Checks the whole description, then writes what differs. Applied again, it changes nothing. What the file does
/// not name stays.
pub async fn apply(conn: &mut Conn<'_>, file: &AgencyDescription) -> Result<Applied, ApplyError> {
    if let Some(fault) = faults(file).into_iter().next() {
        return Err(fault);
    }
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

async fn apply_head(
    conn: &mut Conn<'_>,
    file: &AgencyDescription,
    applied: &mut Applied,
) -> Result<(), ApplyError> {
    let found = store::head(conn).await?.map(|(head, _)| head);
    if found.as_ref() != Some(&file.agency) {
        store::put_head(conn, &file.agency).await?;
        applied.agency = true;
        let detail = found.and_then(|found| difference(&found, &file.agency));
        applied.changed(format!("agency {}", file.agency.name), detail);
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
        applied.changed(
            format!("section {}", section.key),
            section.parent.map(|parent| format!("below {parent}")),
        );
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
        return Err(bad("place", Fault::TooManyPlaces(MOST_OWN)));
    }
    for place in wanted.iter().filter(|place| !standing.contains(place)) {
        place::store::put(conn, place).await?;
        let found = standing.iter().find(|known| known.key == place.key);
        let detail = found.and_then(|found| difference(found, place));
        applied.changed(format!("place {}", place.key), detail);
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
    let found = found.map(|(_, entry)| entry);
    if found.as_ref() != Some(&bare) {
        store::put_edition(conn, language, &bare).await?;
        applied.changed(format!("edition {language}"), found.and_then(|found| difference(&found, &bare)));
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
                true => bad(format!("edition.{language}.section.{key}.slug"), Fault::SlugTaken),
                false => e.into(),
            }
        })?;
        let detail = known.and_then(|(_, _, found)| difference(found, section));
        applied.changed(format!("edition {language} section {key}"), detail);
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
