//! Web Annotations of others: the W3C's examples and those an annotation client made on live pages.

use std::path::{Path, PathBuf};
use text_anchor::{BadAnnotation, Quote, Version, read_annotation, read_target};

fn files(folder: &str) -> Vec<PathBuf> {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/testdata/annotations").join(folder);
    let Ok(found) = std::fs::read_dir(&folder) else {
        println!("{} is not here: nothing to try", folder.display());
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = found.flatten().map(|entry| entry.path()).collect();
    files.sort();
    files
}

#[test]
fn every_example_of_the_recommendation_is_read() {
    let (mut read, mut quotes, mut positions) = (0, 0, 0);
    for file in files("w3c/correct").into_iter().chain(files("w3c-2016-json")) {
        let json = std::fs::read_to_string(&file).unwrap();
        if json.contains("AnnotationCollection\"") || json.contains("AnnotationPage\"") {
            continue;
        }
        let targets = read_annotation(&json).unwrap_or_else(|bad| panic!("{}: {bad}", file.display()));
        read += 1;
        quotes += targets.iter().filter(|target| target.quote.is_some()).count();
        positions += targets.iter().filter(|target| target.position.is_some()).count();
    }
    if read > 0 {
        println!("{read} read, {quotes} quotes, {positions} positions");
        assert!(quotes > 0 && positions > 0);
    }
}

#[test]
fn wrong_forms_are_refused_where_they_concern_the_words() {
    let (mut refused, mut all) = (0, 0);
    for file in files("w3c/incorrect") {
        all += 1;
        refused += usize::from(read_annotation(&std::fs::read_to_string(&file).unwrap()).is_err());
    }
    println!(
        "{refused} of {all} refused; the rest are wrong in bodies, dates or creators, which are not read"
    );
    assert!(all == 0 || refused * 2 > all);
    assert_eq!(read_annotation("{}"), Err(BadAnnotation::NotAnAnnotation("the context is missing")));
    assert_eq!(read_annotation("not json"), Err(BadAnnotation::NotJson));
}

#[test]
fn quotes_made_on_a_live_page_are_found_on_the_saved_one() {
    for file in files("hypothesis").into_iter().filter(|file| file.extension().is_some_and(|e| e == "json")) {
        let text = text_of_page(&std::fs::read_to_string(file.with_extension("html")).unwrap());
        let page = Version::new([("page", text.as_str())]).unwrap();
        let rows: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
        let (mut quotes, mut found) = (0, 0);
        for target in
            rows["rows"].as_array().unwrap().iter().flat_map(|row| row["target"].as_array().unwrap())
        {
            let Some(Quote { exact, .. }) = read_target(target).unwrap().quote else { continue };
            quotes += 1;
            let Some(span) = page.resolve(&read_target(target).unwrap()) else { continue };
            found += 1;
            assert_eq!(dense(&page.words_of(&span).unwrap()), dense(&exact));
        }
        println!("{}: {found} of {quotes} found, none wrong", file.display());
        assert_eq!(found, quotes);
    }
}

fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The text of a page as a browser has it, near enough: without tags, scripts and styles.
fn text_of_page(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html.split_once("<body").map_or(html, |(_, body)| body);
    rest = rest.split_once('>').map_or(rest, |(_, body)| body);
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        let end =
            ["script", "style", "!--"].into_iter().find(|name| tag.starts_with(name)).map(
                |name| match name {
                    "!--" => "-->".to_owned(),
                    name => format!("</{name}>"),
                },
            );
        rest = match end {
            Some(end) => tag.split_once(end.as_str()).map_or("", |(_, rest)| rest),
            None => tag.split_once('>').map_or("", |(_, rest)| rest),
        };
    }
    text.push_str(rest);
    [
        ("&nbsp;", "\u{a0}"),
        ("&#160;", "\u{a0}"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&amp;", "&"),
    ]
    .into_iter()
    .fold(text, |text, (name, letter)| text.replace(name, letter))
}
