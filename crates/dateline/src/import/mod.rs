//! Copy that comes in files: `dateline/story/1` and WordPress exports, pictures beside them, and old addresses.
//!
//! Files are read on every core; the one writer gets slices of stories ready to be inserted. What is refused is
//! named with path, line and reason, and the rest is imported. The same content again changes nothing, so an
//! import that was stopped is begun again; it goes on where it was.

mod archive;
mod bodies;
mod engine;
mod named;
mod numbers;
mod old_addresses;
mod open;
mod pictures;
mod place;
mod positions;
mod read;
mod resolve;
mod sections;
mod source;
mod spill;
mod split;
mod summary;
mod write;
mod wxr;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

pub use engine::import;
pub use old_addresses::{BadRedirect, OldAddresses, read_redirects, take_redirects};
pub use open::BytesRead;
pub use place::{Beside, Place};
pub use source::{Format, Source, Unusable, sources};
pub use summary::{Listener, Summary};

use crate::blob::BlobStore;
use crate::db::DbError;
use crate::lang::Language;
use crate::story::format::StoryFile;

/// What an import is asked to do.
#[derive(Clone, Debug, Default)]
pub struct ImportOptions {
    /// Of every file; found out for each where it is absent.
    pub format: Option<Format>,
    /// Of stories that name none.
    pub section: Option<String>,
    /// Of stories that name none.
    pub language: Option<Language>,
    /// Of stories that name none, where nobody said anything: the agency's.
    pub usual_language: Option<Language>,
    /// Only say what would be done.
    pub dry_run: bool,
    /// Where pictures go; without it they are left out.
    pub blobs: Option<BlobStore>,
}

/// How far an import is, for whoever watches.
#[derive(Debug, Default)]
pub struct Progress {
    /// Bytes read from disk.
    pub bytes_read: Arc<BytesRead>,
    stories: AtomicU64,
}

impl Progress {
    /// Stories done with, whatever became of them.
    pub fn stories(&self) -> u64 {
        self.stories.load(Ordering::Relaxed)
    }

    fn done_with(&self, stories: u64) {
        self.stories.fetch_add(stories, Ordering::Relaxed);
    }
}

/// Why an import ended before its files did. What was imported stays; begun again, it goes on.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
    /// A story verb failed in a way that is not the story's fault.
    #[error(transparent)]
    Story(#[from] crate::story::StoryError),
    /// A section or edition could not be made.
    #[error("{0}")]
    Section(#[from] crate::edition::ApplyError),
    /// Stories set aside could not be kept.
    #[error("keeping stories that wait for others: {0}")]
    Spill(std::io::Error),
    /// Part of the work was ended from outside.
    #[error("the import was stopped")]
    Stopped,
}

/// The JSON objects in `bytes`, as an import would cut them; what is none is left out.
pub fn pieces(bytes: &[u8]) -> Vec<Vec<u8>> {
    let object = |piece| match piece {
        split::Piece::Object(_, object) => Some(object),
        split::Piece::Bad(..) => None,
    };
    split::Splitter::new(bytes).filter_map(object).collect()
}

/// The posts and pages of a WordPress export as stories, without importing them.
///
/// # Errors
/// Where it is no WordPress export, in words for people.
pub fn wordpress_stories(export: &[u8]) -> Result<Vec<StoryFile>, String> {
    let bytes = || Box::new(std::io::Cursor::new(export.to_vec())) as open::Bytes;
    let channel = wxr::survey(bytes())?;
    let mut stories = Vec::new();
    let read = wxr::posts(bytes(), &channel, &ImportOptions::default(), &mut |_, text| {
        if let read::Text::Story(story) = text {
            stories.push(*story);
        }
        Ok(())
    });
    match read {
        Err(read::Stopped::By(reason)) => Err(reason),
        _ => Ok(stories),
    }
}
