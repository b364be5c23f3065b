//! Where an installation is, and how a command opens it.

use std::fmt::Display;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};

use super::PlaceArgs;
use crate::clock::Clock;
use crate::config::{Config, FILE_NAME};
use crate::db::Db;
use crate::edition::AgencyCell;
use crate::publication::Publication;

/// The folder and the settings file a command works with.
#[derive(Clone, Debug)]
pub struct Place {
    /// The data folder.
    pub data: PathBuf,
    /// The settings file; it need not be there.
    pub config_file: PathBuf,
}

impl Place {
    /// From the arguments: the data folder defaults to the settings file's, else to the present one.
    pub(super) fn of(arguments: &PlaceArgs) -> Place {
        let of_config = arguments.config.as_ref().and_then(|file| file.parent());
        let data = match (&arguments.data, of_config) {
            (Some(data), _) => data.clone(),
            (None, Some(folder)) if folder != Path::new("") => folder.to_path_buf(),
            (None, _) => PathBuf::from("."),
        };
        let config_file = arguments.config.clone().unwrap_or_else(|| data.join(FILE_NAME));
        Place { data, config_file }
    }

    /// The settings, from the file and the environment.
    pub fn config(&self) -> anyhow::Result<Config> {
        let variables = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        Ok(Config::load(&self.config_file, variables)?)
    }

    /// The SQLite file the settings name; `None` on PostgreSQL.
    pub fn sqlite_file(&self, config: &Config) -> Option<PathBuf> {
        config.database.url.reveal().strip_prefix("sqlite:").map(|file| self.data.join(file))
    }

    /// Opens the database of an installation that `init` has made, and brings its schema up to date.
    pub async fn database(&self, config: &Config) -> anyhow::Result<Db> {
        let nothing = || format!("{} holds no installation; `dateline init` makes one", self.data.display());
        if self.sqlite_file(config).is_some_and(|file| !file.exists()) {
            bail!(nothing());
        }
        let db = Db::open(config.database.url.reveal(), &self.data).await.context("opening the database")?;
        let agency = AgencyCell::default().current(&mut db.reader().await?.conn()).await?;
        if agency.revision == 0 {
            db.close().await;
            bail!(nothing());
        }
        Ok(db)
    }

    /// Opens the installation for acts at the command line, beside a server that may be running: it notices them.
    pub async fn publication(&self) -> anyhow::Result<Publication> {
        let db = self.database(&self.config()?).await?;
        Ok(publication_over(db).await?)
    }
}

/// Acts over an open database, by the machine's clock, with no pages in this process to make stale.
pub(super) async fn publication_over(db: Db) -> Result<Publication, crate::db::DbError> {
    Publication::new(db, Clock::System, AgencyCell::default(), Arc::new(|_| {})).await
}

/// Prints a line on standard output. A reader who has gone away is no error.
pub(super) fn say(line: impl Display) {
    let _ = writeln!(std::io::stdout().lock(), "{line}");
}
