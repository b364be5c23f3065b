//! Reports as W3C Web Annotations (JSON-LD, Recommendation of 23 February 2017).

use serde_json::{Value, json};
use text_anchor::CONTEXT;

use super::{Marked, Mistake, Report};

/// The reports of a matter as a page of annotations. `id` is the page's own address, `source` the story's.
pub fn annotations(matter: &Mistake, reports: &[Report], id: &str, source: &str) -> Value {
    let items: Vec<Value> =
        reports.iter().enumerate().map(|(place, report)| annotation(report, place, id, source)).collect();
    json!({
        "@context": CONTEXT,
        "id": id,
        "type": "AnnotationPage",
        "dcterms:identifier": matter.reference.as_str(),
        "items": items,
    })
}

fn annotation(report: &Report, place: usize, id: &str, source: &str) -> Value {
    let texts = [(&report.suggestion, "editing"), (&report.word, "commenting")];
    let body: Vec<Value> = texts
        .into_iter()
        .filter(|(text, _)| !text.is_empty())
        .map(|(text, purpose)| json!({ "type": "TextualBody", "value": text, "purpose": purpose }))
        .collect();
    let targets: Vec<Value> = report.marked.iter().map(|marked| target(marked, source)).collect();
    json!({
        "@context": CONTEXT,
        "id": format!("{id}#report-{}", place + 1),
        "type": "Annotation",
        "motivation": "editing",
        "created": report.at.to_string(),
        "body": body,
        "target": targets,
    })
}

/// What stands above the body has no block of its own: the words alone say where it is.
fn target(marked: &Marked, source: &str) -> Value {
    let mut target = marked.selector.to_target(source);
    if marked.selector.span.start.block.starts_with('@')
        && let Some(selectors) = target["selector"].as_array_mut()
    {
        selectors.retain(|selector| selector["type"] == "TextQuoteSelector");
    }
    target
}
