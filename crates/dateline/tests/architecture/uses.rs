//! The table of allowed uses. A new line in it is a design decision: say why in the commit.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use regex::Regex;

use super::{files, root};

/// Layers from the ground up. A folder may use everything in layers below its own.
const LAYERS: &[(&str, &[&str])] = &[
    (
        "ground",
        &["ids", "clock", "lang", "texts", "db", "blob", "bus", "mail", "page_cache", "jobs", "config"],
    ),
    (
        "domain",
        &[
            "people",
            "place",
            "desk",
            "notice",
            "section",
            "media",
            "story",
            "edition",
            "front",
            "wire",
            "captcha",
            "report",
            "correction",
            "vocabulary",
            "search",
            "feed",
            "feedback",
            "distribution",
            "ledger",
        ],
    ),
    ("publication", &["publication"]),
    ("exchange", &["demo", "import", "backup"]),
    ("pages", &["site", "newsroom", "portal", "api"]),
    // A mirror of the site is its pages, written out.
    ("node", &["app", "export"]),
    // Asks for what the node answers.
    ("proof", &["check"]),
    ("program", &["cli"]),
];

/// Uses inside a layer.
const BESIDE: &[(&str, &[&str])] = &[
    // Ids are values of statements; columns hold instants.
    ("ids", &["db"]),
    ("db", &["clock"]),
    ("bus", &["db"]),
    ("jobs", &["db", "ids"]),
    ("texts", &["lang"]),
    // Pages carry the moment at which time alone changes them.
    ("page_cache", &["clock"]),
    // An edition says how datelines are written and which texts differ; sections are its headings; an agency knows
    // places of its own.
    ("edition", &["story", "section", "place"]),
    // A story stands in editions, is corrected, shows media, and is acted on by people.
    // A new version settles what readers reported of the words it changed, in the act that makes it.
    ("story", &["edition", "people", "correction", "media", "desk", "report"]),
    // A desk has members with roles, and a rule by which stories are approved.
    ("desk", &["people", "story", "edition"]),
    ("correction", &["story"]),
    // A letter is answered by somebody of the newsroom, and has an address to answer to.
    ("feedback", &["people"]),
    // A report is of a public story's words, is called like a letter is, and is answered by people at desks who are told
    // of it.
    ("report", &["story", "feedback", "people", "desk", "notice"]),
    ("media", &["story", "people"]),
    // Merging asks for a right.
    ("section", &["edition", "people"]),
    // A front shows public stories of its edition, arranged by people.
    ("front", &["story", "edition", "people"]),
    ("feed", &["story", "edition", "media"]),
    // The newsroom shows a story's public page before readers get it, and comes in by the same doors.
    ("newsroom", &["site"]),
];

#[test]
fn uses_point_one_way() {
    let mut wrong = Vec::new();
    for (user, used) in uses() {
        for (name, place) in used {
            if !allowed(&user, &name) {
                wrong.push(format!("{user} uses {name} in {place}"));
            }
        }
    }
    assert!(wrong.is_empty(), "not in the table of allowed uses:\n{}", wrong.join("\n"));
}

#[test]
fn every_folder_has_its_place() {
    let source = root().join("crates/dateline/src");
    for entry in std::fs::read_dir(source).unwrap().flatten() {
        let name = entry.path().file_stem().unwrap().to_string_lossy().into_owned();
        if !["lib", "main"].contains(&name.as_str()) {
            assert!(layer(&name).is_some(), "{name} is in no layer");
        }
    }
}

#[test]
fn leaf_crates_know_no_database_clock_or_network() {
    for crate_file in files(&root().join("crates")) {
        let is_leaf = crate_file.ends_with("Cargo.toml") && !crate_file.starts_with("dateline");
        if !is_leaf {
            continue;
        }
        let manifest = std::fs::read_to_string(root().join("crates").join(&crate_file)).unwrap();
        let manifest: toml::Table = manifest.parse().unwrap();
        let Some(dependencies) = manifest.get("dependencies").and_then(|found| found.as_table()) else {
            continue;
        };
        for name in ["dateline", "tokio", "sqlx", "reqwest", "hyper", "axum", "jiff", "object_store"] {
            assert!(!dependencies.contains_key(name), "{} depends on {name}", crate_file.display());
        }
    }
}

fn layer(name: &str) -> Option<usize> {
    LAYERS.iter().position(|(_, folders)| folders.contains(&name))
}

fn allowed(user: &str, used: &str) -> bool {
    let beside = || BESIDE.iter().any(|(name, others)| *name == user && others.contains(&used));
    match (layer(user), layer(used)) {
        (Some(above), Some(below)) if above > below => true,
        (Some(one), Some(other)) if one == other => beside(),
        _ => false,
    }
}

/// Which folder uses which others, and where it first does. Tests may use anything.
fn uses() -> BTreeMap<String, BTreeMap<String, String>> {
    let source = root().join("crates/dateline/src");
    let comment = Regex::new(r"(?m)//.*$").unwrap();
    let path = Regex::new(r"\bcrate::(\w+)").unwrap();
    let group = Regex::new(r"\buse crate::\{([^;]*)\};").unwrap();
    let inner = Regex::new(r"\{[^{}]*\}").unwrap();
    let in_group = Regex::new(r"(?:^|,)\s*(\w+)").unwrap();
    let mut uses: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for file in files(&source) {
        let user = first_part(&file);
        let is_source = file.extension().is_some_and(|end| end == "rs") && user != "lib" && user != "main";
        if !is_source || is_test(&file) {
            continue;
        }
        let text = std::fs::read_to_string(source.join(&file)).unwrap();
        let text = comment.replace_all(&text, "");
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let mut names: BTreeSet<String> = path.captures_iter(text).map(|found| found[1].to_owned()).collect();
        for found in group.captures_iter(text) {
            // What stands in inner braces belongs to the name before them.
            let outer = inner.replace_all(&found[1], "").into_owned();
            names.extend(in_group.captures_iter(&outer).map(|name| name[1].to_owned()));
        }
        names.remove(&user);
        let used = uses.entry(user).or_default();
        for name in names {
            used.entry(name).or_insert_with(|| file.display().to_string());
        }
    }
    uses
}

fn first_part(file: &Path) -> String {
    let first = file.iter().next().unwrap().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

fn is_test(file: &Path) -> bool {
    file.iter().any(|part| {
        let part = part.to_string_lossy();
        part == "tests" || part == "tests.rs" || part.ends_with("_tests.rs") || part == "samples.rs"
    })
}
