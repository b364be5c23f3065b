//! The people a story names: its authors at its head, whoever else made it at its end.

use minijinja::Value;
use story_body::write_html::escape;

use super::Place;
use super::face::Face;
use crate::edition::SignOffShown;
use crate::lang::Language;
use crate::story::{ReleasedStory, SignOffRole};

/// The names of authors, each leading to their stories, or the byline as it was written.
pub(super) fn byline(face: &Face, story: &ReleasedStory) -> Option<Value> {
    const GAP: &str = "\u{1}";
    if story.page.authors.is_empty() {
        return story.page.byline.clone().map(Value::from);
    }
    let mut names = String::new();
    for author in &story.page.authors {
        if !names.is_empty() {
            names.push_str(", ");
        }
        names.push_str("<a rel=\"author\" href=\"");
        escape(&mut names, &format!("{}/authors/{}", face.home, author.slug));
        names.push_str("\">");
        escape(&mut names, &author.name);
        names.push_str("</a>");
    }
    let around = face.format("by", &[("names", GAP.into())]);
    let (before, after) = around.split_once(GAP).unwrap_or((&around, ""));
    let mut html = String::with_capacity(around.len() + names.len());
    escape(&mut html, before);
    html.push_str(&names);
    escape(&mut html, after);
    Some(Value::from_safe_string(html))
}

/// Who reported, wrote, translated and edited, where this edition says so.
pub(super) fn sign_off(place: Place<'_>, story: &ReleasedStory) -> Vec<String> {
    if place.edition.sign_off == SignOffShown::Wire {
        return Vec::new();
    }
    let of_role = |role: SignOffRole| -> Option<String> {
        let people = story.page.sign_off.iter().filter(|person| person.role == role);
        let names: Vec<&str> = people.map(|person| person.name.as_str()).collect();
        let key = match role {
            SignOffRole::Reporter => "sign_off_reporter",
            SignOffRole::Writer => "sign_off_writer",
            SignOffRole::Translator => "sign_off_translator",
            SignOffRole::Editor => "sign_off_editor",
        };
        let names = (!names.is_empty()).then(|| names.join(comma(place.edition.language)))?;
        Some(place.face.format(key, &[("names", names.as_str().into())]))
    };
    SignOffRole::ALL.into_iter().filter_map(of_role).collect()
}

/// What stands between names.
fn comma(language: Language) -> &'static str {
    match language.base() {
        "ar" | "fa" | "ur" => "، ",
        "zh" => "、",
        _ => ", ",
    }
}
