//! Where in the files something stands.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use super::source::Source;

/// A record of a source: `PATH` or `PATH:LINE` when it is said to people.
#[derive(Clone, Debug)]
pub struct Place {
    /// The file, or the file in an archive.
    pub source: Arc<Source>,
    /// The line it begins on, from 1; 0 for the file as a whole.
    pub line: u64,
    /// Which record of the source it is, from 0.
    pub index: u64,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.source.shown)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        Ok(())
    }
}

/// Where the files a story names are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// In a folder.
    Folder(PathBuf),
    /// In an archive, below the entries' folder (`` or `a/b/`).
    Archive {
        /// The archive.
        file: PathBuf,
        /// The folder in it.
        folder: String,
    },
}
