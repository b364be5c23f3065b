//! The code map in ARCHITECTURE.md against the folders.

use std::collections::BTreeSet;

use super::root;

const SOURCE: &str = "crates/dateline/src/";

/// Every path the map names, from the root.
fn named() -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let map = text.split("## Code map").nth(1).and_then(|rest| rest.split("```").nth(1)).expect("a code map");
    let mut named = BTreeSet::new();
    for line in map.lines().filter(|line| !line.contains("──")) {
        let inside = if line.starts_with("  ") { SOURCE } else { "" };
        let words = line.trim().split("  ").map(str::trim).filter(|word| !word.is_empty());
        let paths =
            words.take_while(|word| !word.contains(' ') && (word.ends_with('/') || word.ends_with(".rs")));
        named.extend(paths.map(|path| format!("{inside}{path}")));
    }
    named
}

#[test]
fn everything_the_map_names_is_there() {
    for path in named() {
        let found = root().join(&path);
        assert_eq!(found.is_dir(), path.ends_with('/'), "{path}");
        assert!(found.exists(), "{path}");
    }
}

#[test]
fn every_room_of_the_house_is_on_the_map() {
    let named = named();
    let here = |folder: &str| {
        let entries = std::fs::read_dir(root().join(folder)).unwrap().flatten();
        let path = |entry: std::fs::DirEntry| {
            let slash = if entry.path().is_dir() { "/" } else { "" };
            format!("{folder}{}{slash}", entry.file_name().into_string().unwrap())
        };
        entries.map(path).collect::<BTreeSet<_>>()
    };
    for path in here(SOURCE).into_iter().chain(here("crates/")).filter(|path| path != "crates/dateline/") {
        assert!(named.contains(&path), "{path} is not on the code map of ARCHITECTURE.md");
    }
}
