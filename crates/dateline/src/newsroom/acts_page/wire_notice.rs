//! What subscribers will be told of an act, in the words of the wire.

use serde::Serialize;

use crate::newsroom::words::Words;
use crate::story::{Lifting, Order, Release, Story, StoryAct};

/// One item as it will go out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct WireNotice {
    number: i64,
    language: String,
    language_name: String,
    dir: &'static str,
    /// `None` for an act that makes no version: nothing goes out.
    version: Option<i64>,
    /// ninjs `pubStatus`.
    status: &'static str,
    /// NewsML-G2 `signal`; empty where the act has none.
    signal: &'static str,
    urgency: u8,
    headline: String,
    note: String,
    embargo: Option<String>,
}

/// What `order` sends of a story.
pub(super) fn notice(words: &Words, story: &Story, order: &Order, now: jiff::Timestamp) -> WireNotice {
    let tells = order.act.status().is_some();
    let embargo = story.copy.embargo.as_ref().filter(|embargo| {
        let early = order.act == StoryAct::Release && story.release == Release::Advanced;
        embargo.holds_at(now) && !early && story.version == 0 || story.embargoed && !early
    });
    WireNotice {
        number: story.number.get(),
        language: story.language.to_string(),
        language_name: story.language.native_name().to_owned(),
        dir: story.language.direction().as_str(),
        version: tells.then_some(story.version + 1),
        status: order.act.status().map_or("", |status| status.as_str()),
        signal: signal(order),
        urgency: story.copy.urgency,
        headline: match order.act {
            StoryAct::Takedown => String::new(),
            _ => story.copy.headline.clone(),
        },
        note: order.editor_note.clone().or_else(|| order.reason.clone()).unwrap_or_default(),
        embargo: embargo.map(|embargo| match embargo.until {
            Some(until) => words.hour(until).long,
            None => words.text("embargo_open").to_owned(),
        }),
    }
}

/// The signal of the wire, as the table of acts has it.
fn signal(order: &Order) -> &'static str {
    match (order.act, order.lifting) {
        (StoryAct::Correction, _) | (StoryAct::Lift, Some(Lifting::Corrected)) => "sig:correction",
        (StoryAct::Update | StoryAct::Refile | StoryAct::Lift | StoryAct::Restore, _) => "sig:update",
        _ => "",
    }
}
