//! Words with their marks and links.

use crate::link::Link;
use crate::tag::LanguageTag;
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, SerializeSeq, Serializer};

/// How words are set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
#[repr(u8)]
pub enum Mark {
    /// Weighty, `strong`.
    Strong = 1,
    /// Stressed, or a title, `em`.
    Emphasis = 2,
    /// Underlined, `u`.
    Underline = 4,
    /// No longer holds, `s`.
    Strike = 8,
    /// Below the line, `sub`.
    Sub = 16,
    /// Above the line, `sup`.
    Sup = 32,
    /// Typed as it stands, `code`.
    Code = 64,
}

impl Mark {
    /// Every mark, in the order in which they are written, outermost first.
    pub const ALL: [Mark; 7] =
        [Mark::Strong, Mark::Emphasis, Mark::Underline, Mark::Strike, Mark::Sub, Mark::Sup, Mark::Code];

    /// The mark's name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Strong => "strong",
            Mark::Emphasis => "emphasis",
            Mark::Underline => "underline",
            Mark::Strike => "strike",
            Mark::Sub => "sub",
            Mark::Sup => "sup",
            Mark::Code => "code",
        }
    }

    /// The HTML element that carries the mark.
    pub fn element(self) -> &'static str {
        match self {
            Mark::Strong => "strong",
            Mark::Emphasis => "em",
            Mark::Underline => "u",
            Mark::Strike => "s",
            Mark::Sub => "sub",
            Mark::Sup => "sup",
            Mark::Code => "code",
        }
    }
}

/// A set of marks; in JSON a list of their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Marks(u8);

impl Marks {
    /// No mark.
    pub const NONE: Marks = Marks(0);

    /// These marks and `mark`.
    #[must_use]
    pub fn with(self, mark: Mark) -> Marks {
        Marks(self.0 | mark as u8)
    }

    /// True when `mark` is among them.
    pub fn has(self, mark: Mark) -> bool {
        self.0 & mark as u8 != 0
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.0 == 0
    }

    /// The marks in writing order.
    pub fn iter(self) -> impl Iterator<Item = Mark> {
        Mark::ALL.into_iter().filter(move |mark| self.has(*mark))
    }
}

impl Serialize for Marks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for mark in self.iter() {
            list.serialize_element(&mark)?;
        }
        list.end()
    }
}

impl<'de> Deserialize<'de> for Marks {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Marks, D::Error> {
        let list = Vec::<Mark>::deserialize(deserializer)?;
        Ok(list.into_iter().fold(Marks::NONE, Marks::with))
    }
}

/// Words that share their marks, link and language. A line break is `\n` in the text.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Their marks.
    #[serde(default, skip_serializing_if = "Marks::is_empty")]
    pub marks: Marks,
    /// Where they lead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
    /// Their language, where it differs from the block's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<LanguageTag>,
}

impl Run {
    /// Plain words.
    pub fn plain(text: impl Into<String>) -> Run {
        Run { text: text.into(), ..Run::default() }
    }

    /// True when the other run looks and leads alike.
    pub fn is_styled_like(&self, other: &Run) -> bool {
        self.marks == other.marks && self.link == other.link && self.lang == other.lang
    }
}

/// A line of runs: the words of a paragraph, a cell, a caption. No run is empty, and neighbours differ in
/// style.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(from = "Vec<Run>", into = "Vec<Run>")]
pub struct Content {
    runs: Vec<Run>,
}

impl Content {
    /// Nothing.
    pub fn new() -> Content {
        Content::default()
    }

    /// Words without marks.
    pub fn plain(text: impl Into<String>) -> Content {
        Content::from(vec![Run::plain(text)])
    }

    /// The runs.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// True when there are no words.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Adds a run at the end, joined with the last one where they are styled alike. Control characters are
    /// left out.
    pub fn push(&mut self, mut run: Run) {
        clean_line(&mut run.text);
        if run.text.is_empty() {
            return;
        }
        match self.runs.last_mut() {
            Some(last) if last.is_styled_like(&run) => last.text.push_str(&run.text),
            _ => self.runs.push(run),
        }
    }

    /// Adds another line after a line break; nothing stands between when either is empty.
    pub fn push_line(&mut self, line: Content) {
        if !self.is_empty() && !line.is_empty() {
            self.push(Run::plain("\n"));
        }
        for run in line.runs {
            self.push(run);
        }
    }

    /// Several lines as one, with line breaks between.
    pub fn from_lines(lines: impl IntoIterator<Item = Content>) -> Content {
        let mut all = Content::new();
        for line in lines {
            all.push_line(line);
        }
        all
    }

    /// The words without marks, line breaks as `\n`.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Bytes of the words and addresses.
    pub fn bytes(&self) -> usize {
        self.runs.iter().map(|run| run.text.len() + run.link.as_ref().map_or(0, |l| l.as_str().len())).sum()
    }
}

impl From<Vec<Run>> for Content {
    fn from(runs: Vec<Run>) -> Content {
        let mut content = Content { runs: Vec::with_capacity(runs.len()) };
        for run in runs {
            content.push(run);
        }
        content
    }
}

impl From<Content> for Vec<Run> {
    fn from(content: Content) -> Vec<Run> {
        content.runs
    }
}

/// Leaves out what no line of words holds: control characters other than the line break, and non-characters.
/// A tab becomes a space, a carriage return with or without line feed a line break.
pub(crate) fn clean_line(text: &mut String) {
    clean(text, |c| if c == '\t' { Some(' ') } else { None });
}

/// As [`clean_line`], keeping tabs.
pub(crate) fn clean_typed(text: &mut String) {
    clean(text, |c| (c == '\t').then_some('\t'));
}

fn clean(text: &mut String, tab: impl Fn(char) -> Option<char>) {
    if !text.chars().any(|c| c != '\n' && is_unwritable(c)) {
        return;
    }
    let plain = text.replace("\r\n", "\n");
    *text = plain
        .chars()
        .filter_map(|c| match c {
            '\n' | '\r' => Some('\n'),
            '\t' => tab(c),
            c if is_unwritable(c) => None,
            c => Some(c),
        })
        .collect();
}

/// Control characters and non-characters: what XML 1.0 cannot hold, and C1 controls.
pub(crate) fn is_unwritable(c: char) -> bool {
    c.is_control() || (c as u32) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c)
}
