//! `dateline move`: an installation carried from one database to another, and back.

mod installation;
mod newsroom;

use std::collections::BTreeMap;
use std::path::Path;

use installation::Installation;
use serde_json::{Value, json};

/// The address of an empty database: of the other engine where a PostgreSQL server is there, else another file.
async fn elsewhere(from: &str, name: &str) -> String {
    match std::env::var("DATELINE_TEST_POSTGRES") {
        Ok(server) if from.starts_with("sqlite:") => newsroom::fresh_database(&server).await,
        _ => format!("sqlite:{name}.db"),
    }
}

fn story(number: i64, language: &str, headline: &str) -> Value {
    json!({
        "format": "dateline/story/1", "number": number, "language": language, "section": "politics",
        "headline": headline, "body_html": "<p>Birinci abzas — “əsas”.</p>",
        "published_at": "2026-05-01T10:00:00+04:00", "topics": ["Trade"], "old_addresses": [format!("/old/{number}")]
    })
}

/// Made, with copy, people and a token in it.
async fn filled() -> Installation {
    let here = Installation::made().await;
    let copy: Vec<String> = (1..=1_500)
        .map(|n| story(n, if n % 2 == 0 { "az" } else { "en" }, &format!("Xəbər {n}")).to_string())
        .collect();
    std::fs::write(here.file("copy.jsonl"), copy.join("\n")).unwrap();
    assert_eq!(here.run(&["import", &here.file("copy.jsonl")]).code, 0);
    here.run_with(&["user", "add", "lea@arna.example", "--password-stdin"], "ink and paper\n");
    here.run(&["token", "create", "--name", "reader", "--scope", "log:read"]);
    here
}

/// Every file of a folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().into_string().unwrap();
        if entry.path().is_dir() {
            found.extend(
                files(&entry.path()).into_iter().map(|(inner, text)| (format!("{name}/{inner}"), text)),
            );
        } else {
            found.insert(name, std::fs::read(entry.path()).unwrap());
        }
    }
    found
}

/// Everything public, people and tokens.
fn everything(here: &Installation, name: &str) -> (BTreeMap<String, Vec<u8>>, Value, Value) {
    let out = here.file(name);
    assert_eq!(here.run(&["export", "--out", &out]).code, 0);
    let people = here.json(&["user", "list", "--json"]);
    (files(Path::new(&out)), people, here.json(&["token", "list", "--json"]))
}

#[tokio::test]
async fn an_installation_is_carried_to_another_database_and_back() {
    let mut here = filled().await;
    let before = everything(&here, "before");
    assert!(!before.0.is_empty());
    let mut from = match std::env::var("DATELINE_TEST_POSTGRES") {
        Ok(_) => "postgres:".to_owned(),
        Err(_) => "sqlite:".to_owned(),
    };
    for step in ["there", "back"] {
        let to = elsewhere(&from, step).await;
        let told = here.json(&["move", "--to", &to, "--json"]);
        assert!(told["head"].as_i64().unwrap() >= 1_500, "{step}: {}", told["head"]);
        let tables = told["tables"].as_array().unwrap();
        let stories = tables.iter().find(|table| table["name"] == "story").unwrap();
        assert_eq!(stories["rows"], json!(1_500));
        here.use_database(&to);
        assert_eq!(everything(&here, step), before, "{step}");
        from = to;
    }
    std::fs::write(
        here.file("more.json"),
        story(0, "en", "One more").to_string().replace("\"number\":0,", ""),
    )
    .unwrap();
    assert_eq!(here.run(&["import", &here.file("more.json")]).code, 0);
    let (after, ..) = everything(&here, "after");
    let copy = String::from_utf8(after.into_values().flatten().collect()).unwrap();
    assert!(copy.contains("One more") && copy.contains("\"number\":1501"), "numbers go on above the highest");
}

#[tokio::test]
async fn a_database_that_holds_data_or_is_at_work_is_refused() {
    let here = Installation::made().await;
    let other = Installation::made().await;
    let held = other.database();
    let refused = here.run(&["move", "--to", &held]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("holds data already"), "{refused:?}");
    assert_eq!(here.run(&["move", "--to", &here.database()]).code, 2);
    assert_eq!(here.run(&["move", "--to", "mysql://localhost/news"]).code, 2);
    assert_eq!(here.run(&["move"]).code, 2);
    let server = here.serve(&[]);
    assert_eq!(server.get("/en").0, 200);
    let refused = here.run(&["move", "--to", "sqlite:new.db"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("at work on the database"), "{refused:?}");
    drop(server);
    let moved = here.run(&["move", "--to", "sqlite:new.db"]);
    assert_eq!(moved.code, 0, "{moved:?}");
    assert!(moved.out.contains("the same on both sides"), "{moved:?}");
    let again = here.run(&["move", "--to", "sqlite:new.db"]);
    assert!(again.err.contains("holds data already"), "{again:?}");
}
