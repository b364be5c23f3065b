//! One section taken into another.

use super::{move_below, store};
use crate::db::{Conn, DbError};
use crate::edition::Agency;
use crate::people::{Actor, Refused, Right};

/// Why a section was not merged; everything is as it was.
#[derive(Debug, thiserror::Error)]
pub enum SectionError {
    /// The right is missing.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// There is no section of the key.
    #[error("there is no section {0:?}")]
    Unknown(String),
    /// A section and itself.
    #[error("{0:?} cannot be merged into itself")]
    Itself(String),
    /// The section that would take the other in stands below it.
    #[error("{into:?} stands below {from:?}; move it first")]
    Below {
        /// The section that would go.
        from: String,
        /// The section that would stay.
        into: String,
    },
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Takes the section `from` into `into`, by their keys: its stories and the sections below it go there, and its pages,
/// feeds and stories answer 301 from their old addresses. Versions keep the key they were released under; it stands
/// for the other section from now on.
pub async fn merge(
    conn: &mut Conn<'_>,
    agency: &Agency,
    from: &str,
    into: &str,
    actor: &Actor,
) -> Result<(), SectionError> {
    actor.must(Right::Admin)?;
    for key in [from, into] {
        agency.section(key).ok_or_else(|| SectionError::Unknown(key.to_owned()))?;
    }
    if from == into {
        return Err(SectionError::Itself(from.to_owned()));
    }
    if agency.lineage(into).contains(&from) {
        return Err(SectionError::Below { from: from.to_owned(), into: into.to_owned() });
    }
    move_below(conn, &agency.sections, from, Some(into)).await?;
    store::dissolve(conn, from, into).await?;
    Ok(())
}
