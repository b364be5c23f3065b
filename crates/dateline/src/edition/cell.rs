//! The agency in memory, kept true against the database.

use std::sync::Arc;

use parking_lot::RwLock;

use super::{Agency, store};
use crate::db::{Conn, DbError};

/// The newest agency this node has read. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct AgencyCell {
    newest: Arc<RwLock<Option<Arc<Agency>>>>,
    origin: Option<Arc<str>>,
}

impl AgencyCell {
    /// A cell whose agency is at `origin`, where that is stated, and not where its description says.
    pub fn at_origin(origin: Option<&str>) -> AgencyCell {
        AgencyCell { newest: Arc::default(), origin: origin.map(Arc::from) }
    }

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
        let agency = self.load(conn).await?;
        let mut newest = self.newest.write();
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
            None => self.load(conn).await,
        }
    }

    async fn load(&self, conn: &mut Conn<'_>) -> Result<Arc<Agency>, DbError> {
        let mut agency = store::load(conn).await?;
        if let Some(origin) = &self.origin {
            agency.origin = origin.to_string();
        }
        Ok(Arc::new(agency))
    }

    fn known(&self, revision: i64) -> Option<Arc<Agency>> {
        self.newest.read().as_ref().filter(|agency| agency.revision == revision).cloned()
    }

    /// The newest agency known, for what needs no exact view.
    pub fn newest(&self) -> Option<Arc<Agency>> {
        self.newest.read().clone()
    }
}
