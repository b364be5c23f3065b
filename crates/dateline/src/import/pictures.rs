//! Pictures, video and sound that stories name as files beside them.

use std::collections::HashMap;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;

use super::archive::Archive;
use super::place::Beside;
use crate::blob::BlobStore;
use crate::ids::MediaId;
use crate::people::Actor;
use crate::publication::{Known, NewFile, Publication};

/// Bytes of one file.
const LONGEST_FILE: u64 = 1 << 30;

/// Takes files in, each once.
pub(super) struct Pictures {
    publication: Publication,
    blobs: Option<BlobStore>,
    known: HashMap<(PathBuf, String), Result<MediaId, String>>,
    archives: HashMap<PathBuf, Arc<Archive>>,
    pub(super) taken_in: u64,
}

impl Pictures {
    pub(super) fn new(publication: Publication, blobs: Option<BlobStore>) -> Pictures {
        Pictures { publication, blobs, known: HashMap::new(), archives: HashMap::new(), taken_in: 0 }
    }

    /// The file that a story beside `beside` calls `name`; why not, in words for people.
    pub(super) async fn take(&mut self, beside: &Beside, name: &str) -> Result<MediaId, String> {
        let place = match beside {
            Beside::Folder(folder) => (folder.clone(), name.to_owned()),
            Beside::Archive { file, folder } => (file.join(folder), name.to_owned()),
        };
        if let Some(known) = self.known.get(&place) {
            return known.clone();
        }
        let taken = self.take_new(beside, name).await;
        self.known.insert(place, taken.clone());
        taken
    }

    async fn take_new(&mut self, beside: &Beside, name: &str) -> Result<MediaId, String> {
        let Some(blobs) = self.blobs.clone() else {
            return Err("pictures are not taken in here".to_owned());
        };
        let mut found = None;
        for candidate in candidates(name)? {
            if let Some(bytes) = self.bytes(beside, &candidate)? {
                found = Some((candidate, bytes));
                break;
            }
        }
        let Some((candidate, bytes)) = found else { return Err("is not there".to_owned()) };
        let own_name = candidate.rsplit('/').next().unwrap_or(&candidate).to_owned();
        self.add(&blobs, own_name, bytes.into()).await
    }

    fn bytes(&mut self, beside: &Beside, name: &str) -> Result<Option<Vec<u8>>, String> {
        match beside {
            Beside::Folder(folder) => read_below(folder, name),
            Beside::Archive { file, folder } => {
                let archive = match self.archives.get(file) {
                    Some(archive) => archive.clone(),
                    None => {
                        let archive = Arc::new(Archive::open(file)?);
                        self.archives.insert(file.clone(), archive.clone());
                        archive
                    }
                };
                let read = archive.read_named(&format!("{folder}{name}"), LONGEST_FILE);
                read.map_err(|error| error.to_string())
            }
        }
    }

    /// Adds a file, unless the same was sent under this name before.
    async fn add(&mut self, blobs: &BlobStore, name: String, bytes: Bytes) -> Result<MediaId, String> {
        let file = NewFile { name, bytes, focal: None, expires_at: None };
        let known = self.publication.take_in(blobs, file, Ok, &Actor::program()).await;
        let known = known.map_err(|error| error.to_string())?;
        if matches!(known, Known::Added(_)) {
            self.taken_in += 1;
        }
        Ok(known.media().id)
    }
}

/// The names under which a file is looked for: its own; for a web address the end of its path, since exports name
/// files where they once were.
fn candidates(name: &str) -> Result<Vec<String>, String> {
    let is_address = name.starts_with("http://") || name.starts_with("https://") || name.starts_with('/');
    let path = match is_address {
        false => name.to_owned(),
        true => {
            let path =
                name.split_once("://").map_or(name, |(_, rest)| rest.split_once('/').map_or("", |(_, p)| p));
            let path = path.split(['?', '#']).next().unwrap_or_default().trim_start_matches('/');
            percent_encoding::percent_decode_str(path).decode_utf8_lossy().into_owned()
        }
    };
    let only_names = Path::new(&path).components().all(|part| matches!(part, Component::Normal(_)));
    if path.is_empty() || path.contains(['\\', '\0']) || !only_names {
        return Err("its name leads out of the folder".to_owned());
    }
    if !is_address {
        return Ok(vec![path]);
    }
    let ends = path.match_indices('/').map(|(slash, _)| path[slash + 1..].to_owned());
    Ok(std::iter::once(path.clone()).chain(ends).filter(|end| !end.is_empty()).collect())
}

/// A file below a folder, links followed only as long as they stay below it.
fn read_below(folder: &Path, name: &str) -> Result<Option<Vec<u8>>, String> {
    let said = |error: io::Error| error.to_string();
    let Ok(file) = folder.join(name).canonicalize() else { return Ok(None) };
    let folder = folder.canonicalize().map_err(said)?;
    if !file.starts_with(&folder) {
        return Err("leads out of the folder".to_owned());
    }
    let meta = std::fs::metadata(&file).map_err(said)?;
    if !meta.is_file() {
        return Ok(None);
    }
    if meta.len() > LONGEST_FILE {
        return Err(format!("is longer than {LONGEST_FILE} bytes"));
    }
    std::fs::read(&file).map(Some).map_err(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_lead_out_of_the_folder_are_refused() {
        for bad in ["../x.jpg", "a/../../x.jpg", "", "a\\b.jpg", "https://h/", "https://h/../x.jpg"] {
            assert!(candidates(bad).is_err(), "{bad}");
        }
        assert_eq!(candidates("a/b.jpg"), Ok(vec!["a/b.jpg".to_owned()]));
    }

    #[test]
    fn an_address_is_looked_for_by_the_end_of_its_path() {
        let found = candidates("https://old.example/wp-content/uploads/2013/a%20b.jpg?w=3").expect("found");
        assert_eq!(
            found,
            ["wp-content/uploads/2013/a b.jpg", "uploads/2013/a b.jpg", "2013/a b.jpg", "a b.jpg"]
        );
    }

    #[test]
    fn a_link_out_of_the_folder_is_not_followed() {
        let dir = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(dir.path().join("in")).expect("a folder");
        std::fs::write(dir.path().join("secret"), "s").expect("a file");
        std::os::unix::fs::symlink(dir.path().join("secret"), dir.path().join("in/x")).expect("a link");
        assert!(read_below(&dir.path().join("in"), "x").is_err());
        assert_eq!(read_below(&dir.path().join("in"), "y"), Ok(None));
    }
}
