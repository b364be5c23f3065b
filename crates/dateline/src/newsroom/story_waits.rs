//! What is set for a story and still to come, on its own page: each leads to where it stands on the calendar.

use serde::Serialize;

use super::acts_page::act_key;
use super::words::{Hour, Words};
use crate::story::{Planned, Release, Story};

/// One thing to come.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct WaitLine {
    /// What will be done.
    what: &'static str,
    /// When; nothing where somebody must do it.
    at: Option<Hour>,
    /// Its entry on the calendar.
    href: String,
}

/// What waits for an instant, and an embargo that waits for somebody.
pub(super) fn lines(words: &Words, story: &Story, waiting: &[Planned]) -> Vec<WaitLine> {
    let line = |planned: &Planned| WaitLine {
        what: words.text(planned.act.map_or("embargo_ends", act_key)),
        at: Some(words.hour(planned.at)),
        href: format!(
            "/newsroom/calendar?span=day&date={}#set-{}",
            planned.at.to_zoned(words.zone().clone()).date(),
            planned.id
        ),
    };
    let mut lines: Vec<WaitLine> = waiting.iter().map(line).collect();
    let ends = waiting.iter().any(|planned| planned.act.is_none());
    if story.release == Release::Advanced && !ends {
        let href = "/newsroom/calendar#open-ended".to_owned();
        lines.push(WaitLine { what: words.text("embargo_open"), at: None, href });
    }
    lines
}
