//! Which addresses a change of sections leads on, and whose lists change.

use serde::Serialize;

use crate::db::{Conn, DbError};
use crate::edition::{Agency, AgencyDescription};
use crate::lang::Language;
use crate::section::at_home;

/// A section's address that leads to another from now on, with its pages, feeds and stories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Redirect {
    /// The edition.
    pub language: String,
    /// `/en/politics`
    pub from: String,
    /// `/en/policy`
    pub to: String,
    /// How many stories are at home there: their addresses lead on as well.
    pub stories: u64,
}

/// The addresses that a change of slugs leads on.
pub(super) async fn of_slugs(
    conn: &mut Conn<'_>,
    was: &AgencyDescription,
    is: &AgencyDescription,
) -> Result<Vec<Redirect>, DbError> {
    let mut found = Vec::new();
    for (tag, entry) in &is.editions {
        let Ok(language) = Language::parse(tag) else { continue };
        for (key, section) in &entry.section {
            let before = was.editions.get(tag).and_then(|entry| entry.section.get(key));
            let Some(before) = before.filter(|before| before.slug != section.slug) else { continue };
            found.push(Redirect {
                language: tag.clone(),
                from: format!("/{tag}/{}", before.slug),
                to: format!("/{tag}/{}", section.slug),
                stories: at_home(conn, language, key).await?,
            });
        }
    }
    Ok(found)
}

/// The addresses that a merge leads on, edition by edition.
pub(super) async fn of_merge(
    conn: &mut Conn<'_>,
    agency: &Agency,
    from: &str,
    into: &str,
) -> Result<Vec<Redirect>, DbError> {
    let mut found = Vec::new();
    for edition in &agency.editions {
        let Some(section) = edition.sections.get(from) else { continue };
        // Where the edition has the one alone, the other takes its slug: nothing leads on.
        let Some(there) = edition.sections.get(into) else { continue };
        found.push(Redirect {
            language: edition.language.to_string(),
            from: format!("/{}/{}", edition.language, section.slug),
            to: format!("/{}/{}", edition.language, there.slug),
            stories: at_home(conn, edition.language, from).await?,
        });
    }
    Ok(found)
}

/// Stories of every edition at home in a section.
pub(super) async fn stories_of(conn: &mut Conn<'_>, agency: &Agency, key: &str) -> Result<u64, DbError> {
    let mut stories = 0;
    for edition in &agency.editions {
        stories += at_home(conn, edition.language, key).await?;
    }
    Ok(stories)
}
