//! An act's form read into an order. What is wrong is said at its field; everything typed is kept by the page.

use serde::Serialize;

use crate::newsroom::form::Form;
use crate::newsroom::local_time::{self, BadTime};
use crate::newsroom::words::Words;
use crate::story::{Languages, Lifting, Mandatory, Order, SetFor, StoryAct};

/// Longest note, in characters.
const LONGEST_NOTE: usize = 4_000;

/// An act as somebody asked for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    /// What.
    pub order: Order,
    /// When, where it is not now.
    pub set: Option<SetFor>,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Wrong {
    /// Its name in the form; empty for the act as a whole.
    pub field: &'static str,
    /// The key of the sentence.
    pub key: &'static str,
}

/// What is ordered, and when.
pub(super) fn read(act: StoryAct, form: &Form, words: &Words) -> Result<Asked, Vec<Wrong>> {
    let mut wrong = Vec::new();
    for field in ["editor_note", "public_note", "reason", "words", "with"] {
        if form.text(field).chars().count() > LONGEST_NOTE {
            wrong.push(Wrong { field, key: "too_long_text" });
        }
    }
    let order = order(act, form).unwrap_or_else(|bad| {
        wrong.push(bad);
        Order::new(act)
    });
    let empty = |note: &Option<String>| note.is_none();
    let editor_note = act.mandatory() == Mandatory::EditorNote || order.lifting == Some(Lifting::Corrected);
    if wrong.is_empty() && editor_note && empty(&order.editor_note) {
        wrong.push(Wrong { field: "editor_note", key: "note_missing_text" });
    }
    if act.mandatory() == Mandatory::Reason && empty(&order.reason) {
        wrong.push(Wrong { field: "reason", key: "note_missing_text" });
    }
    if act == StoryAct::Redact && order.words.is_empty() {
        wrong.push(Wrong { field: "words", key: "note_missing_text" });
    }
    let set = set_for(form, words).unwrap_or_else(|bad| {
        wrong.push(Wrong { field: "at", key: bad.key() });
        None
    });
    if wrong.is_empty() { Ok(Asked { order, set }) } else { Err(wrong) }
}

/// The order as far as it can be read, for a preview.
pub(super) fn order(act: StoryAct, form: &Form) -> Result<Order, Wrong> {
    let substitute = form.filled("substitute").map(|number| number.parse());
    let redacted = form.filled("words").unwrap_or_default();
    let lifting = match form.given("lifting") {
        Some("corrected") => Lifting::Corrected,
        _ => Lifting::AsItWas,
    };
    Ok(Order {
        editor_note: form.filled("editor_note"),
        public_note: form.filled("public_note"),
        reason: form.filled("reason"),
        languages: form.given("languages").map(|which| match which {
            "all" => Languages::All,
            _ => Languages::This,
        }),
        substitute: substitute.transpose().map_err(|_| Wrong { field: "substitute", key: "follows_text" })?,
        words: redacted.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        with: form.filled("with"),
        lifting: (act == StoryAct::Lift).then_some(lifting),
        ..Order::new(act)
    })
}

/// The instant a form sets, in the zone it was said in.
pub(in crate::newsroom) fn set_for(form: &Form, words: &Words) -> Result<Option<SetFor>, BadTime> {
    let Some(at) = form.filled("at") else { return Ok(None) };
    let said = form.line("zone");
    let at = local_time::read_which(&at, &said, words.zone(), form.given("which"))?;
    let usual = || words.zone().iana_name().map(str::to_owned);
    Ok(Some(SetFor { at, zone: Some(said).filter(|zone| !zone.is_empty()).or_else(usual) }))
}
