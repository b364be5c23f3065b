//! Migrations are twins: the same statements for both engines but for the names of types.

use std::collections::BTreeSet;

use super::{files, root};

/// Statements that have no twin: SQLite counts story numbers in a row, PostgreSQL in a sequence, which acts on
/// different lanes need not wait for.
const WITHOUT_TWIN: &[&str] = &["counter", "story_number"];

#[test]
fn both_engines_have_the_same_migrations() {
    let names = |engine: &str| -> BTreeSet<_> {
        files(&root().join("migrations").join(engine)).into_iter().collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
    assert!(!names("sqlite").is_empty());
}

#[test]
fn twins_say_the_same() {
    for name in files(&root().join("migrations/sqlite")) {
        let statements = |engine: &str| {
            let text = std::fs::read_to_string(root().join("migrations").join(engine).join(&name)).unwrap();
            statements(&text)
        };
        let (sqlite, postgres) = (statements("sqlite"), statements("postgres"));
        for (one, other) in sqlite.iter().zip(&postgres) {
            assert_eq!(one, other, "in {}", name.display());
        }
        assert_eq!(sqlite.len(), postgres.len(), "in {}", name.display());
    }
}

#[test]
fn numbers_of_migrations_rise_without_a_gap() {
    let numbers: Vec<u32> = files(&root().join("migrations/sqlite"))
        .iter()
        .map(|file| file.to_string_lossy().split('_').next().unwrap().parse().unwrap())
        .collect();
    assert_eq!(numbers, (1..=numbers.len() as u32).collect::<Vec<_>>());
}

/// PostgreSQL's spelling beside SQLite's, and what only SQLite says. An `INTEGER PRIMARY KEY` is its row number.
const SPELLINGS: &[(&str, &str)] =
    &[("BLOB", "BYTEA"), ("INTEGER", "BIGINT"), (" WITHOUT ROWID", ""), ("( ", "("), (" )", ")")];

/// Statements in one spelling: without comments, types by one name, spaces single.
fn statements(text: &str) -> Vec<String> {
    let without_comments = text.lines().map(|line| line.split("--").next().unwrap_or_default());
    let text = without_comments.collect::<Vec<_>>().join(" ");
    text.split(';')
        .map(|statement| {
            let words = statement.split_whitespace().collect::<Vec<_>>().join(" ");
            SPELLINGS.iter().fold(words, |text, (from, to)| text.replace(from, to))
        })
        .filter(|statement| !statement.is_empty())
        .filter(|statement| !WITHOUT_TWIN.iter().any(|name| statement.contains(name)))
        .collect()
}
