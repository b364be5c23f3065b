//! What holds for the source as a whole: who uses whom, twin migrations, dependencies we do without, and words.

mod code_map;
mod dependencies;
mod migrations;
mod uses;
mod words;

use std::path::{Path, PathBuf};

/// The folder that holds the workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Every file under `folder`, with its path from there; in order.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&next) else { continue };
        for entry in entries.flatten() {
            let path = entry.path();
            match path.is_dir() {
                true => open.push(path),
                false => found.push(path.strip_prefix(folder).unwrap().to_path_buf()),
            }
        }
    }
    found.sort();
    found
}
