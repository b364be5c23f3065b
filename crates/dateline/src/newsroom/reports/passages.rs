//! The paragraphs of a matter as they stand, the words marked in them.

use serde::Serialize;

use super::standing_key;
use crate::newsroom::words::Words;
use crate::report::{Anchor, CAPTIONS, HEADLINE, SUMMARY, Standing, Text};

/// The most of a block that is shown on each side of the words, in characters.
const MOST_AROUND: usize = 600;

/// Words in their paragraph.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Passage {
    /// Its place in the form.
    pub place: usize,
    /// Where it is, where that is no paragraph.
    pub where_: &'static str,
    pub before: String,
    /// What stands there now; empty where nobody can say.
    pub now: String,
    pub after: String,
    /// What was marked.
    pub marked: String,
    /// What has become of it, in words; empty where it stands as it was marked.
    pub standing: &'static str,
    /// Whether the words are found.
    pub found: bool,
}

/// What the anchors of a report mark in a text.
pub(super) fn passages(words: &Words, text: &Text, anchors: &[Anchor]) -> Vec<Passage> {
    anchors.iter().enumerate().map(|(place, anchor)| passage(words, text, place, anchor)).collect()
}

fn passage(words: &Words, text: &Text, place: usize, anchor: &Anchor) -> Passage {
    let marked = anchor.marked.selector.exact.clone();
    let block = anchor.now.as_ref().map_or(&anchor.marked.selector.span.start.block, |now| &now.start.block);
    let where_ = match block.as_str() {
        HEADLINE => words.text("note_headline"),
        SUMMARY => words.text("note_summary"),
        CAPTIONS => words.text("report_captions"),
        _ => "",
    };
    let standing = words.text(standing_key(anchor.standing));
    let found = anchor.now.as_ref().filter(|now| now.start.block == now.end.block);
    let Some((now, whole)) = found.and_then(|now| text.block(&now.start.block).map(|text| (now, text)))
    else {
        let (before, now, after) = (String::new(), String::new(), String::new());
        return Passage { place, where_, before, now, after, marked, standing, found: false };
    };
    let part = |from: usize, to: usize| -> String {
        whole.chars().skip(from).take(to.saturating_sub(from)).collect()
    };
    let length = whole.chars().count();
    let (from, to) = (now.start.offset.saturating_sub(MOST_AROUND), length.min(now.end.offset + MOST_AROUND));
    Passage {
        place,
        where_,
        before: part(from, now.start.offset),
        now: part(now.start.offset, now.end.offset),
        after: part(now.end.offset, to),
        marked,
        standing: if anchor.standing == Standing::Kept { "" } else { standing },
        found: true,
    }
}
