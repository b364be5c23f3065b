//! What an editor is about to put in the place of marked words, and what comes of it.

use crate::newsroom::acts_page;
use crate::newsroom::form::Form;
use crate::report::{Anchor, Kind, Report, Text, mended};
use crate::story::{Order, Story, StoryAct, StoryCopy};

/// Longest note and words, in characters.
const LONGEST: usize = 10_000;

/// The words, act and notes of a form, or what a report proposes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Proposal {
    /// What is to stand in the place of each passage.
    pub words: Vec<String>,
    /// Refile or correction.
    pub act: StoryAct,
    /// What was drafted when the form was made: notes that say it still are drafted anew.
    pub drafted: String,
    /// To editors.
    pub editor_note: String,
    /// To readers; for a correction.
    pub public_note: String,
}

/// Why a proposal cannot be carried out, by the key of its sentence.
pub(super) type Why = &'static str;

impl Proposal {
    /// What a report proposes for the passages as they stand.
    pub fn of(report: Option<&Report>, kind: Kind, passages: &[String]) -> Proposal {
        let suggested = report.and_then(Report::suggestions);
        let words = suggested.filter(|words| words.len() == passages.len());
        Proposal {
            words: words.unwrap_or_else(|| passages.to_vec()),
            act: if kind.is_of_substance() { StoryAct::Correction } else { StoryAct::Refile },
            drafted: String::new(),
            editor_note: String::new(),
            public_note: String::new(),
        }
    }

    /// What a form says; what it leaves out is as `usual`.
    pub fn read(form: &Form, usual: Proposal) -> Proposal {
        let given = |name: &str| form.given(name).map(|_| form.text(name));
        let words = usual.words.iter().enumerate();
        Proposal {
            words: words
                .map(|(place, usual)| given(&format!("words-{place}")).unwrap_or_else(|| usual.clone()))
                .map(|words| words.replace("\r\n", "\n").trim().to_owned())
                .collect(),
            act: match form.given("act") {
                Some("correction") => StoryAct::Correction,
                Some("refile") => StoryAct::Refile,
                _ => usual.act,
            },
            drafted: form.text("drafted").replace("\r\n", "\n"),
            editor_note: form.text("editor_note").replace("\r\n", "\n").trim().to_owned(),
            public_note: form.text("public_note").replace("\r\n", "\n").trim().to_owned(),
        }
    }

    /// The copy with the words put in, made of what readers have.
    pub fn copy(&self, copy: &StoryCopy, anchors: &[Anchor]) -> Result<StoryCopy, Why> {
        if self.words.iter().any(|words| words.chars().count() > LONGEST) {
            return Err("too_long_text");
        }
        let text = Text::of(copy);
        let version = text.version().map_err(|_| "report_by_hand_text")?;
        let mut changes = Vec::new();
        for (anchor, words) in anchors.iter().zip(&self.words) {
            let Some(span) = &anchor.now else { continue };
            if version.words_of(span).is_some_and(|now| now != *words) {
                changes.push((span, words));
            }
        }
        if changes.is_empty() {
            return Err("report_nothing_text");
        }
        // From the end on, so that what is before stays where it is.
        changes.sort_by_key(|(span, _)| std::cmp::Reverse(span.start.offset));
        let mut copy = copy.clone();
        for (span, words) in changes {
            copy = mended(&copy, span, words).ok_or("report_by_hand_text")?;
        }
        Ok(copy)
    }

    /// The same with its notes drafted from the difference, where nobody wrote others.
    pub fn with_notes(mut self, story: &Story, last: &StoryCopy, copy: Option<&StoryCopy>) -> Proposal {
        let Some(copy) = copy else { return self };
        let drafted = acts_page::drafted(last, copy, story.language);
        for note in [&mut self.editor_note, &mut self.public_note] {
            if note.is_empty() || *note == self.drafted {
                note.clone_from(&drafted);
            }
        }
        self.drafted = drafted;
        self
    }

    /// The act it orders.
    pub fn order(&self) -> Order {
        let note = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let public = self.act == StoryAct::Correction;
        Order {
            editor_note: note(&self.editor_note),
            public_note: note(&self.public_note).filter(|_| public),
            ..Order::new(self.act)
        }
    }
}
