//! Everything public, written out: as `dateline/story/1` that can be imported again, as the agency's description, and
//! as a static mirror of the site.
//!
//! An export walks by key in slices, so that no read lasts longer than a moment. What is not public (drafts, held
//! copy, notes to editors, the fields a public picture does not carry) is not in it.

mod agency;
mod copy;
mod file;
mod mirror;
mod mirror_state;
mod pages;

use std::io;
use std::path::{Path, PathBuf};

pub use agency::export_agency;
pub use copy::{Exported, export_copy};
pub use mirror::{Mirrored, export_site};

use crate::blob::BlobError;
use crate::db::DbError;

/// Why an export ended.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
    /// A picture could not be read.
    #[error(transparent)]
    Blob(#[from] BlobError),
    /// A file could not be written.
    #[error("writing {}: {source}", path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The description could not be put into TOML.
    #[error("writing the description: {0}")]
    Description(#[from] toml::ser::Error),
    /// A page could not be rendered.
    #[error("rendering {path}: {reason}")]
    Page {
        /// Its address.
        path: String,
        /// Why.
        reason: String,
    },
    /// Part of the work was ended from outside.
    #[error("the export was stopped")]
    Stopped,
}

fn writing(path: &Path) -> impl FnOnce(io::Error) -> ExportError + '_ {
    move |source| ExportError::Write { path: path.to_path_buf(), source }
}
