//! What an earlier run of a mirror wrote: each page, what it was made from, and until when it may stand.
//!
//! One line a page, tab-separated, in a file of the mirror's own: `path TAB until TAB dep TAB dep …`. The first line
//! holds the position of the log at which the run began.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};

use super::file::NewFile;

/// The name of the file in the mirror's folder.
const NAME: &str = ".dateline-mirror";
/// The first line, before the position.
const HEAD: &str = "dateline/mirror/1";

/// A page that was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// Microseconds since 1970 at which time alone makes it another.
    pub until: Option<i64>,
    /// Names of what it was made from.
    pub deps: Vec<Box<str>>,
}

/// Everything an earlier run wrote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct MirrorState {
    /// Position of the log; 0 before the first run.
    pub seq: i64,
    /// Pages by path.
    pub pages: HashMap<String, Written>,
}

impl MirrorState {
    fn place(folder: &Path) -> PathBuf {
        folder.join(NAME)
    }

    /// Reads the state; one that is missing or cannot be understood means that everything is written anew.
    pub(super) fn read(folder: &Path) -> MirrorState {
        let Ok(file) = File::open(MirrorState::place(folder)) else { return MirrorState::default() };
        let mut lines = BufReader::new(file).lines().map_while(Result::ok);
        let seq = lines.next().and_then(|head| head.strip_prefix(HEAD)?.trim().parse().ok());
        let Some(seq) = seq else { return MirrorState::default() };
        let pages = lines.filter_map(|line| {
            let mut parts = line.split('\t');
            let path = parts.next()?.to_owned();
            let until = parts.next()?.parse().ok();
            Some((path, Written { until, deps: parts.map(Box::from).collect() }))
        });
        MirrorState { seq, pages: pages.collect() }
    }

    /// Writes the state.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        let mut file = NewFile::begin(&MirrorState::place(folder))?;
        writeln!(file, "{HEAD} {}", self.seq)?;
        for (path, page) in &self.pages {
            write!(file, "{path}\t")?;
            if let Some(until) = page.until {
                write!(file, "{until}")?;
            }
            for dep in &page.deps {
                write!(file, "\t{dep}")?;
            }
            file.write_all(b"\n")?;
        }
        file.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_read_as_it_was_written() {
        let dir = tempfile::tempdir().expect("a folder");
        let page =
            |until, deps: &[&str]| Written { until, deps: deps.iter().map(|dep| Box::from(*dep)).collect() };
        let state = MirrorState {
            seq: 17,
            pages: HashMap::from([
                ("/en".to_owned(), page(Some(5), &["front:en", "agency"])),
                ("/en/1".to_owned(), page(None, &["story:1"])),
            ]),
        };
        state.write(dir.path()).expect("written");
        assert_eq!(MirrorState::read(dir.path()), state);
        std::fs::write(MirrorState::place(dir.path()), "something else").expect("written");
        assert_eq!(MirrorState::read(dir.path()), MirrorState::default());
    }
}
