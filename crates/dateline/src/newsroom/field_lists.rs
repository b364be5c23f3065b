//! Fields of a story that hold several things of their own kind: the people behind it, other headlines, subjects, and
//! the stories beside it. Each can be written as plain text, so that a form without scripts has them all.

use serde_json::Value;

use super::fields::{LONGEST_LINE, MOST_ENTRIES, line, list};
use crate::ids::StoryNumber;
use crate::story::{HeadlineRole, OtherHeadline, SignOff, SignOffRole, StoryCopy, Subject};

/// Longest headline, in characters.
const LONGEST_HEADLINE: usize = 500;

/// Fields of other headlines, and what each is for.
const HEADLINES: [(&str, HeadlineRole); 2] =
    [("headline_short", HeadlineRole::Short), ("headline_seo", HeadlineRole::Seo)];

/// Puts one of these fields into `copy`; `None` for a field that is none of them.
pub(super) fn apply(copy: &mut StoryCopy, name: &str, value: &Value) -> Option<Result<(), &'static str>> {
    if let Some((_, role)) = HEADLINES.into_iter().find(|(field, _)| *field == name) {
        return Some(set_headline(copy, role, value));
    }
    if let Some(role) = SignOffRole::ALL.into_iter().find(|role| name == sign_off_field(*role)) {
        return Some(set_sign_off(copy, role, value));
    }
    match name {
        "subjects" => Some(subjects(value).map(|subjects| copy.subjects = subjects)),
        "related" => Some(related(value).map(|related| copy.related = related)),
        _ => None,
    }
}

/// What these fields say of `copy`.
pub(super) fn written(copy: &StoryCopy) -> Vec<(&'static str, Option<String>)> {
    let mut pairs: Vec<(&'static str, Option<String>)> = HEADLINES
        .into_iter()
        .map(|(field, role)| (field, copy.headline_for(role).map(str::to_owned)))
        .collect();
    pairs.extend(SignOffRole::ALL.map(|role| (sign_off_field(role), Some(people_of(copy, role)))));
    let subjects = copy.subjects.iter().map(|subject| match &subject.name {
        Some(name) => format!("{} {name}", subject.uri),
        None => subject.uri.clone(),
    });
    pairs.push(("subjects", Some(subjects.collect::<Vec<_>>().join("\n"))));
    let related: Vec<String> = copy.related.iter().map(i64::to_string).collect();
    pairs.push(("related", Some(related.join(", "))));
    pairs
}

fn sign_off_field(role: SignOffRole) -> &'static str {
    match role {
        SignOffRole::Reporter => "sign_off_reporter",
        SignOffRole::Writer => "sign_off_writer",
        SignOffRole::Translator => "sign_off_translator",
        SignOffRole::Editor => "sign_off_editor",
    }
}

fn people_of(copy: &StoryCopy, role: SignOffRole) -> String {
    let people = copy.sign_off.iter().filter(|person| person.role == role);
    let named = people.map(|person| match &person.initials {
        Some(initials) => format!("{} ({initials})", person.name),
        None => person.name.clone(),
    });
    named.collect::<Vec<_>>().join(", ")
}

fn set_headline(copy: &mut StoryCopy, role: HeadlineRole, value: &Value) -> Result<(), &'static str> {
    let value = line(value)?;
    if value.as_ref().is_some_and(|value| value.chars().count() > LONGEST_HEADLINE) {
        return Err("too_long_text");
    }
    copy.headlines.retain(|other| other.role != role);
    copy.headlines.extend(value.map(|value| OtherHeadline { role, value }));
    copy.headlines.sort_by_key(|other| HEADLINES.iter().position(|(_, role)| *role == other.role));
    Ok(())
}

/// Names with commas between, each with its initials in brackets where it has some: `Lea Morin (LM), Anar`.
fn set_sign_off(copy: &mut StoryCopy, role: SignOffRole, value: &Value) -> Result<(), &'static str> {
    let people = list(value)?.into_iter().map(|entry| {
        let initials = entry.strip_suffix([')', '）']).and_then(|open| open.rsplit_once(['(', '（']));
        let (name, initials) = match initials {
            Some((name, initials)) if !name.trim().is_empty() && !initials.trim().is_empty() => {
                (name.trim().to_owned(), Some(initials.trim().to_owned()))
            }
            _ => (entry, None),
        };
        SignOff { role, name, initials }
    });
    let people: Vec<SignOff> = people.collect();
    copy.sign_off.retain(|person| person.role != role);
    copy.sign_off.extend(people);
    copy.sign_off.sort_by_key(|person| person.role);
    Ok(())
}

/// A list, or lines: a code each, and its name after a blank.
fn subjects(value: &Value) -> Result<Vec<Subject>, &'static str> {
    let entries: Vec<String> = match value {
        Value::String(text) => text.lines().map(str::to_owned).collect(),
        other => list(other)?,
    };
    let mut found: Vec<Subject> = Vec::new();
    for entry in entries.iter().map(|entry| entry.trim()).filter(|entry| !entry.is_empty()) {
        let (uri, name) = entry.split_once(char::is_whitespace).unwrap_or((entry, ""));
        let is_code = uri.contains(':') && !uri.contains(char::is_control);
        if !is_code || entry.chars().count() > LONGEST_LINE {
            return Err("subject_text");
        }
        let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        if found.iter().all(|before| before.uri != uri) {
            found.push(Subject { uri: uri.to_owned(), name });
        }
    }
    if found.len() > MOST_ENTRIES { Err("too_long_text") } else { Ok(found) }
}

/// Numbers of stories; whether they are there is asked when they are shown.
fn related(value: &Value) -> Result<Vec<i64>, &'static str> {
    let number = |entry: String| {
        let number = entry.parse().ok().and_then(StoryNumber::new);
        number.map(StoryNumber::get).ok_or("follows_text")
    };
    list(value)?.into_iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn copy() -> StoryCopy {
        StoryCopy::new("politics", "A")
    }

    #[test]
    fn every_field_reads_what_it_wrote() {
        let mut first = copy();
        for (name, value) in [
            ("headline_seo", json!("For search")),
            ("headline_short", json!("Short")),
            ("sign_off_editor", json!("Tom (T)")),
            ("sign_off_reporter", json!("Lea Morin (LM)، Anar")),
            (
                "subjects",
                json!("medtop:02000000 crime, law and justice\r\n\nmedtop:11000000\nmedtop:11000000 x"),
            ),
            ("related", json!("12, 7 12")),
        ] {
            let _ = apply(&mut first, name, &value);
        }
        assert_eq!(apply(&mut first, "related", &json!("12, 7")), Some(Ok(())));
        assert_eq!(first.headlines[0].value, "Short");
        assert_eq!(
            first.sign_off[1],
            SignOff { role: SignOffRole::Reporter, name: "Anar".into(), initials: None }
        );
        assert_eq!((first.subjects.len(), first.related.as_slice()), (2, &[12, 7][..]));
        let mut second = copy();
        for (name, value) in written(&first) {
            assert_eq!(apply(&mut second, name, &json!(value)), Some(Ok(())), "{name}");
        }
        assert_eq!(second, first);
    }

    #[test]
    fn what_is_no_code_and_no_number_is_refused_and_leaves_what_was() {
        let mut kept = copy();
        kept.related = vec![1];
        for (name, value) in
            [("subjects", json!("politics")), ("related", json!("x")), ("related", json!("0"))]
        {
            assert!(matches!(apply(&mut kept, name, &value), Some(Err(_))), "{name} {value}");
        }
        assert_eq!(kept.related, [1]);
        assert_eq!(apply(&mut kept, "colour", &json!("red")), None);
    }

    #[test]
    fn an_emptied_field_takes_away_what_it_held() {
        let mut held = copy();
        let _ = apply(&mut held, "headline_short", &json!("Short"));
        let _ = apply(&mut held, "sign_off_writer", &json!("Lea"));
        let _ = apply(&mut held, "headline_short", &json!(""));
        let _ = apply(&mut held, "sign_off_writer", &json!([]));
        assert_eq!(held, copy());
    }
}
