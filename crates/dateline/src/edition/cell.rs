//! The agency in memory, kept true against the database.

use std::sync::Arc;

use parking_lot::RwLock;

use super::{Agency, store};
use crate::db::{Conn, DbError};

/// The newest agency this node has read. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct AgencyCell(Arc<RwLock<Option<Arc<Agency>>>>);

impl AgencyCell {
    /// The agency as it stands in `conn`'s view: from memory while its revision is the one in the database.
    pub async fn current(&self, conn: &mut Conn<'_>) -> Result<Arc<Agency>, DbError> {
        let revision = store::revision(conn).await?;
        self.at_revision(conn, revision).await
    }

    /// The same, where the caller has read the revision already.
    pub async fn at_revision(&self, conn: &mut Conn<'_>, revision: i64) -> Result<Arc<Agency>, DbError> {
        if let Some(agency) = self.known(revision) {
            return Ok(agency);
        }
        let agency = Arc::new(store::load(conn).await?);
        let mut newest = self.0.write();
        if newest.as_ref().is_none_or(|held| held.revision < agency.revision) {
            *newest = Some(agency.clone());
        }
        Ok(agency)
    }

    /// The agency inside an act, where it may be one that nobody else can see and that may never be: it is read but
    /// not kept.
    pub async fn in_act(&self, conn: &mut Conn<'_>) -> Result<Arc<Agency>, DbError> {
        let revision = store::revision(conn).await?;
        match self.known(revision) {
            Some(agency) => Ok(agency),
            None => Ok(Arc::new(store::load(conn).await?)),
        }
    }

    fn known(&self, revision: i64) -> Option<Arc<Agency>> {
        self.0.read().as_ref().filter(|agency| agency.revision == revision).cloned()
    }

    /// The newest agency known, for what needs no exact view.
    pub fn newest(&self) -> Option<Arc<Agency>> {
        self.0.read().clone()
    }
}
