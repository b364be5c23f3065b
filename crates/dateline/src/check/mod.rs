//! Proof of the public site: everything in it is asked for, and read as its readers read it.
//!
//! Pages are rendered as for a request, without a server and past the page cache. From the fronts, the lists and the
//! public stories every link inside the site is followed; pages are held against the rules of their markup, feeds
//! and sitemaps against those of their formats, sitemaps against what is public, and translations against each
//! other. While the newsroom goes on working, what seems wrong is asked for again before it is told.

pub mod feed_rules;
mod look;
pub mod page;
pub mod page_rules;
mod report;
pub mod sitemap_rules;
mod sitemaps;
mod store;
mod walk;
pub mod xml;

use jiff::Timestamp;

use crate::db::{Db, DbError};
use crate::edition::AgencyCell;
use crate::site::Site;
use crate::site::media_file::MediaDoor;

pub use report::{About, Fault, Report};

/// What is checked, and how far.
#[derive(Debug)]
pub struct Checker<'a> {
    /// The site as it answers.
    pub site: &'a Site,
    /// Its media.
    pub media: &'a MediaDoor,
    /// What is public.
    pub db: &'a Db,
    /// Nothing may be dated later.
    pub now: Timestamp,
    /// Most addresses asked for; all of them without.
    pub limit: Option<u64>,
}

impl Checker<'_> {
    /// Checks the site. `seen` hears after every few addresses how many were asked for and how many are known.
    pub async fn run(&self, seen: impl Fn(u64, u64)) -> Result<Report, DbError> {
        let mut snapshot = self.db.snapshot().await?;
        let agency = AgencyCell::default().current(&mut snapshot.conn()).await?;
        drop(snapshot);
        let mut report = Report::default();
        sitemaps::check(self, &agency, &mut report).await?;
        walk::walk(self, &agency, &mut report, seen).await?;
        Ok(report)
    }
}
