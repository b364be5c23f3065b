//! The agency's description as a file.

use std::path::{Path, PathBuf};

use super::{ExportError, file, writing};
use crate::db::Db;
use crate::edition;

/// Writes `agency.toml` into `folder`; where it is.
pub async fn export_agency(db: &Db, folder: &Path) -> Result<PathBuf, ExportError> {
    let mut snapshot = db.snapshot().await?;
    let toml = edition::describe(&mut snapshot.conn()).await?.to_toml()?;
    let place = folder.join("agency.toml");
    std::fs::create_dir_all(folder).map_err(writing(folder))?;
    file::put(&place, toml.as_bytes()).map_err(writing(&place))?;
    Ok(place)
}
