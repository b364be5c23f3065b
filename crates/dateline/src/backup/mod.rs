//! One consistent archive of everything, made while serving, and an installation made from it; and every row carried to
//! the other engine.
//!
//! The archive is a zstd-compressed tar: `manifest.json`, one `tables/NAME.jsonl` for each table as it stood in a single
//! read transaction, the bytes of media, the keys, the settings and the theme. Rows are written so that either engine can
//! take them back. Media are never overwritten under their names, so copying them after the transaction is consistent
//! with it.

mod archive;
mod carry;
mod restore;
mod tables;

pub use archive::{Kept, write};
pub use carry::{Carried, CarriedTable, carry};
pub use restore::{Restored, restore, unpack_files};

use serde::{Deserialize, Serialize};

use crate::blob::BlobError;
use crate::db::DbError;

/// What the archive says of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    format: String,
    made_at: jiff::Timestamp,
    schema: i64,
    /// The log's head when the rows were read.
    head: i64,
    /// The highest story number given out.
    story_number: i64,
    tables: Vec<TableKept>,
}

/// One table in the archive.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct TableKept {
    name: String,
    rows: u64,
    /// SHA-256 of its file, in hex.
    hash: String,
}

/// The name of the archive's format.
pub(crate) const FORMAT: &str = "dateline/backup/1";

/// Why an archive was not made or not taken.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The store of media.
    #[error(transparent)]
    Blob(#[from] BlobError),
    /// A file.
    #[error("{doing}: {source}")]
    File {
        /// What was being done, and to which file.
        doing: String,
        /// Why it failed.
        source: std::io::Error,
    },
    /// The archive is not one of ours, or is damaged.
    #[error("the archive cannot be taken: {0}")]
    BadArchive(String),
    /// What arrived is not what was sent.
    #[error("{0}; nothing was moved")]
    NotTheSame(String),
    /// The schemas differ.
    #[error("the database has schema {found}, this program works with {known}")]
    OtherSchema {
        /// Of the database.
        found: i64,
        /// Of this program.
        known: i64,
    },
    /// There is data where it should go.
    #[error("{0} holds data already; an empty place is needed")]
    HoldsData(String),
}

pub(crate) fn file<E: Into<std::io::Error>>(doing: impl Into<String>) -> impl FnOnce(E) -> BackupError {
    let doing = doing.into();
    move |source| BackupError::File { doing, source: source.into() }
}
