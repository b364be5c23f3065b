//! Text files in the syntax of Fluent: messages, their keys and the variables they use.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;

use super::BadText;

/// The messages of a file, each with the variables it uses.
pub(super) fn keys(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut open: Option<String> = None;
    for line in file.lines() {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            open = line.split_once('=').map(|(key, _)| key.trim().to_string());
        } else if line.starts_with('#') {
            open = None;
        }
        if let Some(key) = &open {
            found.entry(key.clone()).or_default().extend(variables(line));
        }
    }
    found
}

/// The messages of a file as they are written, further lines as far to the left as they go.
pub(super) fn patterns(file: &str) -> BTreeMap<String, String> {
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut open: Option<String> = None;
    for line in file.lines() {
        if let Some((key, first)) =
            line.split_once('=').filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic()))
        {
            open = Some(key.trim().to_owned());
            found.insert(key.trim().to_owned(), first.trim().to_owned());
        } else if line.starts_with('#') {
            open = None;
        } else if let Some(pattern) = open.as_ref().and_then(|key| found.get_mut(key))
            && !line.trim().is_empty()
        {
            pattern.push('\n');
            pattern.push_str(line.strip_prefix("    ").unwrap_or(line).trim_end());
        }
    }
    for pattern in found.values_mut() {
        *pattern = pattern.trim().to_owned();
    }
    found
}

/// The keys of a file under the headings they stand under.
pub(super) fn groups(file: &str) -> Vec<(String, Vec<String>)> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for line in file.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            groups.push((heading.trim().to_owned(), Vec::new()));
        } else if line.starts_with(|c: char| c.is_ascii_alphabetic())
            && let Some((key, _)) = line.split_once('=')
            && let Some((_, keys)) = groups.last_mut()
        {
            keys.push(key.trim().to_owned());
        }
    }
    groups
}

/// The names after dollar signs in a pattern.
pub(super) fn variables(pattern: &str) -> BTreeSet<String> {
    pattern
        .split('$')
        .skip(1)
        .map(|rest| {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')).collect()
        })
        .filter(|name: &String| !name.is_empty())
        .collect()
}

/// A message of one key. Further lines are indented so that none can begin another message, and the characters that mean
/// something at the head of a line are written as literals, except within braces, where they are the branches of a choice.
pub(super) fn message(key: &str, pattern: &str) -> String {
    let mut message = format!("{key} = ");
    let mut depth = 0_usize;
    for (number, line) in pattern.lines().map(str::trim).enumerate() {
        let special =
            line.chars().next().filter(|c| number > 0 && depth == 0 && matches!(c, '[' | '*' | '.'));
        if number > 0 {
            message += "    ";
        }
        match special {
            Some(first) => message += &format!("{{\"{first}\"}}{}\n", &line[1..]),
            None => message += &format!("{line}\n"),
        }
        depth = (depth + line.matches('{').count()).saturating_sub(line.matches('}').count());
    }
    message
}

/// Reads a whole file or one message; `name` is what an error is about.
pub(super) fn resource(name: &str, file: String) -> Result<FluentResource, BadText> {
    FluentResource::try_new(file).map_err(|(_, errors)| BadText::Malformed {
        key: name.to_string(),
        reason: errors.first().map(|error| error.to_string()).unwrap_or_default(),
    })
}
