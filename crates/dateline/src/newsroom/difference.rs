//! What changed from one copy to another, as a person reads it: in one text or side by side, word by word.

use minijinja::value::Value;
use serde::Serialize;
use story_body::{
    Block, BlockChange, BlockFate, CaptionsAlone, Ids, Kind, ListStyle, Rendering, WordFate, WordRun,
    compare, compare_texts, write_words,
};

use super::fields;
use super::words::Words;
use crate::story::StoryCopy;

/// Short fields that are compared, and the texts they are called by.
const FIELDS: [(&str, &str); 24] = [
    ("slugline", "slugline"),
    ("byline", "byline"),
    ("section", "section"),
    ("urgency", "urgency"),
    ("kind", "kind"),
    ("dateline_place", "place"),
    ("dateline_country", "country"),
    ("dateline_date", "date"),
    ("dateline_source", "source"),
    ("headline_short", "headline_short"),
    ("headline_seo", "headline_seo"),
    ("authors", "authors"),
    ("sign_off_reporter", "sign_off_by_reporter"),
    ("sign_off_writer", "sign_off_by_writer"),
    ("sign_off_translator", "sign_off_by_translator"),
    ("sign_off_editor", "sign_off_by_editor"),
    ("topics", "topics"),
    ("keywords", "keywords"),
    ("subjects", "subjects"),
    ("follows", "follows"),
    ("related", "related"),
    ("editor_note", "editor_note"),
    ("usage_terms", "usage_terms"),
    ("embargo_at", "embargo"),
];

/// A short field that differs.
#[derive(Debug, Serialize)]
pub(super) struct ChangedField {
    name: &'static str,
    html: Value,
}

/// Every short field that differs, its words compared.
pub(super) fn changed_fields(old: Option<&StoryCopy>, new: &StoryCopy, words: &Words) -> Vec<ChangedField> {
    let Some(old) = old else { return Vec::new() };
    let (was, is) = (fields::written(old, words.zone()), fields::written(new, words.zone()));
    let text = |all: &serde_json::Map<String, serde_json::Value>, field: &str| {
        all.get(field).and_then(|value| value.as_str()).unwrap_or_default().to_owned()
    };
    let differ = FIELDS.into_iter().filter_map(|(field, key)| {
        let (was, is) = (text(&was, field), text(&is, field));
        (was != is).then(|| {
            let mut html = String::new();
            write_words(&mut html, &compare_texts(&was, &is));
            ChangedField { name: words.text(key), html: Value::from_safe_string(html) }
        })
    });
    differ.collect()
}

/// Two copies beside each other: a row for each part, what was removed marked in one, what was added in the other.
pub(super) fn side_by_side(old: &StoryCopy, new: &StoryCopy) -> String {
    let mut out = String::with_capacity(4_096);
    row(&mut out, |out, side| line(out, "h2", &kept_for(side, &compare_texts(&old.headline, &new.headline))));
    let summary = |copy: &StoryCopy| copy.summary.clone().unwrap_or_default();
    let words = compare_texts(&summary(old), &summary(new));
    if !words.is_empty() {
        row(&mut out, |out, side| line(out, "p", &kept_for(side, &words)));
    }
    for change in compare(&old.body, &new.body) {
        row(&mut out, |out, side| {
            let block = if side == WordFate::Removed { change.old } else { change.new };
            let Some(block) = block else { return };
            match says_the_same(&change) {
                true => block.write_html(out, &rendering()),
                false => write_lines(out, block, &kept_for(side, &change.words)),
            }
        });
    }
    out
}

/// A row of two cells; `fill` is given the fate that is marked in the cell.
fn row(out: &mut String, fill: impl Fn(&mut String, WordFate)) {
    out.push_str("<div class=\"sides\">");
    for side in [WordFate::Removed, WordFate::Added] {
        out.push_str("<div>");
        fill(out, side);
        out.push_str("</div>");
    }
    out.push_str("</div>\n");
}

/// The words of one side: those that stayed, and those with its own fate.
fn kept_for(side: WordFate, words: &[WordRun]) -> Vec<WordRun> {
    words.iter().filter(|run| run.fate == WordFate::Kept || run.fate == side).cloned().collect()
}

fn line(out: &mut String, element: &str, words: &[WordRun]) {
    out.push_str(&format!("<{element}>"));
    write_words(out, words);
    out.push_str(&format!("</{element}>\n"));
}

fn rendering() -> Rendering<'static> {
    Rendering { ids: Ids::LeftOut, media: &CaptionsAlone, origin: "", lead_in: "" }
}

fn says_the_same(change: &BlockChange<'_>) -> bool {
    change.fate == BlockFate::Kept || change.words.iter().all(|run| run.fate == WordFate::Kept)
}

/// One change of a body in one text.
pub(super) fn write_change(out: &mut String, change: &BlockChange<'_>) {
    let Some(block) = change.new.or(change.old) else { return };
    match says_the_same(change) {
        true => block.write_html(out, &rendering()),
        false => write_lines(out, block, &change.words),
    }
}

/// The words of a block in its own shape: items of a list stay items, rows of a table lines.
fn write_lines(out: &mut String, block: &Block, words: &[WordRun]) {
    let lines = lines(words);
    let (around, each) = match &block.kind {
        Kind::List(list) if list.style == ListStyle::Ordered => (Some("ol"), "li"),
        Kind::List(_) | Kind::Table(_) => (Some("ul"), "li"),
        Kind::Heading(..) => (None, "h3"),
        Kind::Quotation(_) => (Some("blockquote"), "p"),
        _ => (None, "p"),
    };
    if let Some(around) = around {
        out.push_str(&format!("<{around}>"));
    }
    lines.iter().for_each(|words| line(out, each, words));
    if let Some(around) = around {
        out.push_str(&format!("</{around}>\n"));
    }
}

/// Words parted where a line ends, each line with its own runs.
fn lines(words: &[WordRun]) -> Vec<Vec<WordRun>> {
    let mut lines = vec![Vec::new()];
    for run in words {
        for (place, text) in run.text.split('\n').enumerate() {
            if place > 0 {
                lines.push(Vec::new());
            }
            if !text.is_empty() {
                lines
                    .last_mut()
                    .expect("begun above")
                    .push(WordRun { fate: run.fate, text: text.to_owned() });
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}

#[cfg(test)]
mod tests {
    use story_body::Body;

    use super::*;

    fn copy(headline: &str, html: &str, before: Option<&StoryCopy>) -> StoryCopy {
        let mut copy = StoryCopy::new("politics", headline);
        copy.body = match before {
            Some(before) => Body::from_html_keeping_ids(html, &before.body).body,
            None => Body::from_html(html).body,
        };
        copy
    }

    fn in_one(old: &StoryCopy, new: &StoryCopy) -> String {
        let mut out = String::new();
        compare(&old.body, &new.body).iter().for_each(|change| write_change(&mut out, change));
        out
    }

    #[test]
    fn a_list_that_changed_is_still_a_list() {
        let old = copy("A", "<ul><li>gas from the sea</li><li>power lines</li></ul>", None);
        let new =
            copy("A", "<ul><li>gas from the sea</li><li>power plants</li><li>wind</li></ul>", Some(&old));
        let html = in_one(&old, &new);
        assert!(html.starts_with("<ul><li>gas from the sea</li>"), "{html}");
        assert_eq!(html.matches("<li>").count(), 3, "{html}");
        assert!(html.contains("<del>lines</del>") && html.contains("<ins>wind</ins>"), "{html}");
    }

    #[test]
    fn side_by_side_each_side_says_what_it_said() {
        let old = copy("Two <met>", "<p>It opens at noon.</p>", None);
        let new = copy("Two agreed", "<p>It opens at two.</p>", Some(&old));
        let html = side_by_side(&old, &new);
        let text = |side: usize| -> String {
            let cells = html.split("<div class=\"sides\">").skip(1);
            cells.map(|row| row.split("<div>").nth(side).unwrap_or_default().to_owned()).collect()
        };
        assert!(text(1).contains("<del>&lt;met&gt;</del>") && !text(1).contains("<ins>"), "{html}");
        assert!(text(2).contains("<ins>two</ins>") && !text(2).contains("noon"), "{html}");
    }
}
