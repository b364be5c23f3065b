//! The files an import reads: found, and put in order.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::UNIX_EPOCH;

use super::archive::Archive;
use super::place::Beside;

/// Folders within folders that are looked into.
const DEEPEST_FOLDER: usize = 32;

/// What a source is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `dateline/story/1`, as lines, a list, or one object.
    Dateline,
    /// WordPress eXtended RSS.
    Wxr,
}

/// One file, or one file in an archive.
#[derive(Debug)]
pub struct Source {
    /// How it is called when something is said of it.
    pub shown: String,
    /// Where its bytes are.
    pub(super) at: At,
    /// Where the files its stories name are looked for.
    pub beside: Beside,
    /// What it is known by when an import goes on where it was stopped: path, size and time of the last change.
    pub key: String,
    /// Bytes on disk that reading it takes.
    pub bytes: u64,
}

/// Where the bytes of a source are.
#[derive(Debug)]
pub(super) enum At {
    /// In a file as it is.
    File(PathBuf),
    /// In a gzip file.
    Gzip(PathBuf),
    /// In an archive.
    Entry(Arc<Archive>, usize),
}

/// Something that could not become a source: how it is called, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unusable {
    /// The path.
    pub shown: String,
    /// Why not.
    pub reason: String,
}

/// The sources behind `paths`, folders walked in the order of their names, archives opened.
pub fn sources(paths: &[PathBuf]) -> (Vec<Arc<Source>>, Vec<Unusable>) {
    let mut found = Found::default();
    for path in paths {
        match std::fs::metadata(path) {
            Ok(meta) if meta.is_dir() => found.folder(path, 0),
            Ok(_) => found.file(path),
            Err(error) => found.unusable(path, error),
        }
    }
    (found.sources, found.unusable)
}

#[derive(Default)]
struct Found {
    sources: Vec<Arc<Source>>,
    unusable: Vec<Unusable>,
}

impl Found {
    fn unusable(&mut self, path: &Path, reason: impl ToString) {
        self.unusable.push(Unusable { shown: path.display().to_string(), reason: reason.to_string() });
    }

    /// Takes what looks like copy; links are not followed, so that a folder cannot lead out of itself.
    fn folder(&mut self, folder: &Path, depth: usize) {
        if depth > DEEPEST_FOLDER {
            return self.unusable(folder, "folders within folders go too deep");
        }
        let mut entries: Vec<_> = match std::fs::read_dir(folder) {
            Ok(entries) => entries.flatten().collect(),
            Err(error) => return self.unusable(folder, error),
        };
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let Ok(kind) = entry.file_type() else { continue };
            let path = entry.path();
            if kind.is_dir() {
                self.folder(&path, depth + 1);
            } else if kind.is_file() && looks_like_copy(&path.to_string_lossy()) {
                self.file(&path);
            }
        }
    }

    fn file(&mut self, path: &Path) {
        let name = path.to_string_lossy().to_lowercase();
        if name.ends_with(".zip") {
            return self.archive(path);
        }
        let at = match name.ends_with(".gz") {
            true => At::Gzip(path.to_path_buf()),
            false => At::File(path.to_path_buf()),
        };
        let beside = Beside::Folder(path.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf));
        let bytes = std::fs::metadata(path).map_or(0, |meta| meta.len());
        let (shown, key) = (path.display().to_string(), key_of(path));
        self.sources.push(Arc::new(Source { shown, at, beside, key, bytes }));
    }

    fn archive(&mut self, path: &Path) {
        let archive = match Archive::open(path) {
            Ok(archive) => Arc::new(archive),
            Err(reason) => return self.unusable(path, reason),
        };
        let (shown, key) = (path.display().to_string(), key_of(path));
        for entry in archive.entries() {
            let shown = format!("{shown}/{}", entry.name);
            if let Some(reason) = &entry.unusable {
                self.unusable.push(Unusable { shown, reason: (*reason).to_owned() });
                continue;
            }
            if !looks_like_copy(&entry.name) || entry.name.to_lowercase().ends_with(".zip") {
                continue;
            }
            let folder = entry.name.rfind('/').map_or("", |end| &entry.name[..=end]).to_owned();
            self.sources.push(Arc::new(Source {
                shown,
                at: At::Entry(archive.clone(), entry.index),
                beside: Beside::Archive { file: path.to_path_buf(), folder },
                key: format!("{key}!{}", entry.name),
                bytes: entry.packed_bytes,
            }));
        }
    }
}

/// Whether a file in a folder or an archive is one to be read, and not a picture beside it.
fn looks_like_copy(name: &str) -> bool {
    let name = name.to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    [".json", ".jsonl", ".ndjson", ".xml", ".wxr", ".zip"].iter().any(|end| name.ends_with(end))
        && !name.rsplit('/').next().unwrap_or(name).starts_with('.')
}

fn key_of(path: &Path) -> String {
    let full = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let (bytes, changed) = std::fs::metadata(path)
        .map(|meta| {
            let changed = meta.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok());
            (meta.len(), changed.map_or(0, |at| at.as_micros()))
        })
        .unwrap_or_default();
    format!("{}|{bytes}|{changed}", full.display())
}
