//! The installation as a description: what `apply` brought in, written out again.

use super::description::{AgencyDescription, EditionEntry, SectionEntry};
use super::store;
use crate::db::{Conn, DbError};
use crate::place;

/// Describes the agency, its sections and editions as they stand.
pub async fn describe(conn: &mut Conn<'_>) -> Result<AgencyDescription, DbError> {
    let (agency, _) = store::head(conn).await?.unwrap_or_default();
    let sections = store::sections(conn).await?;
    let sections =
        sections.into_iter().map(|section| SectionEntry { key: section.key, parent: section.parent });
    let mut description =
        AgencyDescription { agency, sections: sections.collect(), ..AgencyDescription::default() };
    description.places = place::store::own(conn).await?;
    for (tag, entry) in store::editions(conn).await? {
        description.editions.insert(tag, entry);
    }
    for (tag, key, section) in store::edition_sections(conn).await? {
        let edition: &mut EditionEntry = description.editions.entry(tag).or_default();
        edition.section.insert(key, section);
    }
    Ok(description)
}
