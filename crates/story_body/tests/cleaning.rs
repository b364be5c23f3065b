//! Over the collected attacks and pages: nothing active survives, and a second pass changes nothing.
//!
//! The collection is not part of the repository; without it only the samples written here are checked.

mod inspect;

use inspect::check;
use std::path::{Path, PathBuf};

fn collection() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/testdata/html-sanitise");
    folder.is_dir().then_some(folder)
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path())
            } else {
                found.push(entry.path())
            }
        }
    }
    found.sort();
    found
}

fn text_of(file: &Path) -> String {
    String::from_utf8_lossy(&std::fs::read(file).unwrap()).into_owned()
}

fn each_file(part: &str, see: impl Fn(&Path, &str)) {
    let Some(folder) = collection() else { return };
    let files = files_below(&folder.join(part));
    assert!(!files.is_empty(), "{part} is empty");
    files.iter().for_each(|file| see(file, &text_of(file)));
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[test]
fn browser_attacks_leave_nothing_active() {
    each_file("dompurify", |_, text| {
        for case in serde_json::from_str::<Vec<serde_json::Value>>(text).unwrap() {
            check(case["payload"].as_str().unwrap());
            let expected = case["expected"].clone();
            let expected = expected.as_array().cloned().unwrap_or_else(|| vec![expected]);
            expected.iter().filter_map(|e| e.as_str()).for_each(|e| drop(check(e)));
        }
    });
    each_file("bleach", |_, text| drop(check(text)));
}

#[test]
fn feed_attacks_leave_nothing_active() {
    each_file("feedparser-sanitize", |_, text| {
        check(text);
        check(&unescape(text));
        check(&unescape(&unescape(text)));
    });
}

#[test]
fn every_tree_of_the_html_standards_tests_comes_through() {
    each_file("html5lib", |file, text| {
        if file.extension().is_some_and(|e| e == "dat") {
            for case in text.split("#data\n").skip(1) {
                check(case.split("\n#errors").next().unwrap());
            }
        } else if let Ok(tests) = serde_json::from_str::<serde_json::Value>(text) {
            for case in tests["tests"].as_array().into_iter().flatten() {
                check(case["input"].as_str().unwrap());
                let escaped = format!("\"{}\"", case["input"].as_str().unwrap().replace('"', "\\\""));
                let _ = serde_json::from_str::<String>(&escaped).map(|input| check(&input));
            }
        } else {
            check(text);
        }
    });
}

#[test]
fn whole_pages_keep_their_words() {
    for part in ["miniflux", "real-pages"] {
        each_file(part, |file, text| {
            let words = check(text).word_count();
            assert!(text.len() < 50_000 || words > 700, "{}: {words} words", file.display());
        });
    }
}

#[test]
fn attacks_leave_nothing_active() {
    for html in include_str!("attacks.txt").lines().filter(|line| !line.is_empty()) {
        check(html);
    }
}

#[test]
fn the_demo_copy_is_read_without_loss() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/demo");
    let files = if folder.is_dir() { files_below(&folder) } else { Vec::new() };
    for file in files.iter().filter(|file| file.extension().is_some_and(|e| e == "jsonl")) {
        for line in text_of(file).lines().filter(|line| !line.trim().is_empty()) {
            let story: serde_json::Value = serde_json::from_str(line).unwrap();
            let html = story["body_html"].as_str().unwrap_or_default();
            let reading = story_body::Body::from_html(html);
            assert_eq!(reading.notices, [], "{}: {}", file.display(), story["uri"]);
            let body = check(html);
            let written = body.to_html(&story_body::Rendering::default());
            assert_eq!(words_of(&written), words_of(html), "{}: {}", file.display(), story["uri"]);
        }
    }
}

/// The words between tags.
fn words_of(html: &str) -> Vec<String> {
    let mut words = String::new();
    for piece in html.split('<') {
        words.push_str(piece.split_once('>').map_or(piece, |(_, text)| text));
        words.push(' ');
    }
    unescape(&words).split_whitespace().map(str::to_string).collect()
}
