//! The order of sections, and which editions have them.

use super::store;
use crate::db::{Conn, DbError};
use crate::edition::Agency;
use crate::lang::Language;
use crate::people::{Actor, Refused, Right};

/// Why a section was not taken out of an edition; everything is as it was.
#[derive(Debug, thiserror::Error)]
pub enum LeaveError {
    /// The right is missing.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The edition has no such section.
    #[error("the edition {edition} has no section {key:?}")]
    Unknown {
        /// The edition.
        edition: Language,
        /// The section.
        key: String,
    },
    /// Stories are at home there: their addresses would lead nowhere.
    #[error("{stories} stories of the edition {edition} are at home in {key:?}; merge it into another")]
    Stories {
        /// The edition.
        edition: Language,
        /// The section.
        key: String,
        /// How many.
        stories: u64,
    },
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Puts sections in the order of `keys`; those it does not name stand behind, as they stood. Whether anything moved.
pub async fn arrange(
    conn: &mut Conn<'_>,
    agency: &Agency,
    keys: &[String],
    actor: &Actor,
) -> Result<bool, LeaveError> {
    actor.must(Right::Admin)?;
    let standing: Vec<&str> = agency.sections.iter().map(|section| section.key.as_str()).collect();
    let named = keys.iter().map(String::as_str).filter(|key| standing.contains(key));
    let behind = standing.iter().copied().filter(|key| keys.iter().all(|named| named != key));
    let wanted: Vec<&str> = named.chain(behind).collect();
    if wanted == standing {
        return Ok(false);
    }
    for (place, key) in wanted.iter().enumerate() {
        store::put_position(conn, key, place as i64 + 1).await?;
    }
    store::touch_agency(conn).await?;
    Ok(true)
}

/// Takes a section out of an edition in which no story is at home in it. Its page leads to the section above, where the
/// edition has that.
pub async fn leave_edition(
    conn: &mut Conn<'_>,
    agency: &Agency,
    edition: Language,
    key: &str,
    actor: &Actor,
) -> Result<(), LeaveError> {
    actor.must(Right::Admin)?;
    let found = agency.edition(edition).filter(|found| found.sections.contains_key(key));
    let found = found.ok_or_else(|| LeaveError::Unknown { edition, key: key.to_owned() })?;
    let stories = at_home(conn, edition, key).await?;
    if stories > 0 {
        return Err(LeaveError::Stories { edition, key: key.to_owned(), stories });
    }
    let above = agency.lineage(key).into_iter().skip(1).find(|above| found.sections.contains_key(*above));
    store::leave_edition(conn, edition.as_str(), key, above).await?;
    store::touch_agency(conn).await?;
    Ok(())
}

/// How many stories that were public once are at home in a section of an edition: their addresses are in it.
pub async fn at_home(conn: &mut Conn<'_>, edition: Language, key: &str) -> Result<u64, DbError> {
    store::at_home(conn, edition.as_str(), key).await
}
