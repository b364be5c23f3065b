//! Gathers the words of one line as HTML shows them: white space runs together, none stands at the ends.

use crate::inline::{Content, Marks, Run, is_unwritable};
use crate::link::Link;
use crate::tag::LanguageTag;

/// How words look and where they lead, while a tree is read.
#[derive(Clone, Default)]
pub(crate) struct Style {
    pub(crate) marks: Marks,
    pub(crate) link: Option<Link>,
    pub(crate) lang: Option<LanguageTag>,
}

impl Style {
    fn is_of(&self, run: &Run) -> bool {
        self.marks == run.marks && self.link == run.link && self.lang == run.lang
    }
}

/// A line being gathered.
#[derive(Default)]
pub(crate) struct Line {
    runs: Vec<Run>,
    /// White space seen since the last word, in the style of its first.
    space: Option<Style>,
    /// Line breaks seen since the last word.
    breaks: usize,
}

impl Line {
    /// True when no word has been seen.
    pub(crate) fn is_blank(&self) -> bool {
        self.runs.is_empty()
    }

    /// Line breaks since the last word.
    pub(crate) fn breaks(&self) -> usize {
        self.breaks
    }

    pub(crate) fn push_break(&mut self) {
        self.space = None;
        if !self.is_blank() {
            self.breaks += 1;
        }
    }

    /// Adds text of an element; a line break between words is kept once.
    pub(crate) fn push_text(&mut self, text: &str, style: &Style) {
        for (place, word) in text.split(|c: char| c.is_ascii_whitespace() || c == '\u{b}').enumerate() {
            if place > 0 && self.space.is_none() && self.breaks == 0 && !self.is_blank() {
                self.space = Some(style.clone());
            }
            if word.chars().any(|c| !is_unwritable(c)) {
                self.push_word(word, style);
            }
        }
    }

    fn push_word(&mut self, word: &str, style: &Style) {
        if self.breaks > 0 {
            self.breaks = 0;
            // A break stands outside links and marks, so that it is written once, wherever the tags around it
            // end.
            self.push_run("\n", &Style::default());
        } else if let Some(space) = self.space.take() {
            self.push_run(" ", &space);
        }
        if word.chars().any(is_unwritable) {
            let clean: String = word.chars().filter(|c| !is_unwritable(*c)).collect();
            self.push_run(&clean, style);
        } else {
            self.push_run(word, style);
        }
    }

    fn push_run(&mut self, text: &str, style: &Style) {
        match self.runs.last_mut() {
            Some(last) if style.is_of(last) => last.text.push_str(text),
            _ => self.runs.push(Run {
                text: text.to_string(),
                marks: style.marks,
                link: style.link.clone(),
                lang: style.lang.clone(),
            }),
        }
    }

    /// The line so far; an empty one begins.
    pub(crate) fn take(&mut self) -> Content {
        let line = std::mem::take(self);
        Content::from(line.runs)
    }
}
