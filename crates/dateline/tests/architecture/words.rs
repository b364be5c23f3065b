//! Words that have no place in the source: it speaks of the newsroom and of itself.

use std::path::Path;

use regex::RegexBuilder;

use super::{files, root};

/// What is written for people or compiled; pictures and copy are not looked at.
const READ: &[&str] =
    &["rs", "toml", "md", "sql", "html", "css", "js", "mjs", "ts", "ftl", "sh", "py", "yml"];
/// What a checkout holds beside the source.
const LEFT_OUT: &[&str] = &["target", "node_modules", ".git", "demo-data", "corpus", "artifacts", "dist"];

/// Spelled so that this file does not hold them itself.
const UNWANTED: &[&str] = &[
    r"/wor[k]/",
    r"\bissues? #?[0-9]+\b",
    r"\bsub-?agen[t]s?\b",
    r"\bclaud[e]\b",
    r"\banthropi[c]\b",
    r"\bchatgp[t]\b",
    r"\bT[O]DO\b",
    r"\bFIX[M]E\b",
    r"\bX[X]X\b",
];

#[test]
fn the_source_speaks_of_the_newsroom_and_of_itself() {
    let unwanted: Vec<_> = UNWANTED
        .iter()
        .map(|pattern| {
            // Marks of unfinished work are written in capitals; in lower case they may be words of a language.
            let marks =
                pattern.starts_with(r"\bT") || pattern.starts_with(r"\bF") || pattern.starts_with(r"\bX");
            RegexBuilder::new(pattern).case_insensitive(!marks).build().unwrap()
        })
        .collect();
    let mut found = Vec::new();
    for file in sources() {
        let Ok(text) = std::fs::read_to_string(root().join(&file)) else { continue };
        for (number, line) in text.lines().enumerate() {
            if unwanted.iter().any(|pattern| pattern.is_match(line)) {
                found.push(format!("{}:{}: {}", file.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_folder_is_named_for_nothing() {
    for file in files(&root().join("crates/dateline/src")) {
        for part in file.iter() {
            let name = part.to_string_lossy();
            let name = name.trim_end_matches(".rs");
            assert!(
                !["utils", "util", "helpers", "common", "manager", "misc"].contains(&name),
                "{}",
                file.display()
            );
        }
    }
}

fn sources() -> Vec<std::path::PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(root()).unwrap().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if LEFT_OUT.contains(&name.to_string_lossy().as_ref()) {
            continue;
        }
        match path.is_dir() {
            true => all.extend(files(&path).into_iter().map(|file| Path::new(&name).join(file))),
            false => all.push(name.into()),
        }
    }
    all.retain(|file| {
        let left_out = file.iter().any(|part| LEFT_OUT.contains(&part.to_string_lossy().as_ref()));
        let read = file.extension().is_none_or(|end| READ.contains(&end.to_string_lossy().as_ref()));
        !left_out && read
    });
    all
}

#[test]
fn the_record_of_who_did_what_is_neither_changed_nor_shortened() {
    let written =
        RegexBuilder::new(r"(DELETE\s+FROM|UPDATE|DROP\s+TABLE|TRUNCATE)\s+audit\b").build().unwrap();
    for file in sources() {
        if file.ends_with("tests/architecture/words.rs") {
            continue;
        }
        let Ok(text) = std::fs::read_to_string(root().join(&file)) else { continue };
        assert!(!written.is_match(&text), "{} changes the record", file.display());
    }
}
