//! What an import did.

use std::collections::BTreeMap;

use serde::Serialize;

use super::place::Place;

/// What an import did, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// New stories.
    pub imported: u64,
    /// Stories that were here and say something else now.
    pub updated: u64,
    /// Stories that were here and say the same, or something newer.
    pub unchanged: u64,
    /// Records that were not taken.
    pub refused: u64,
    /// Sections and editions that were made.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub made: Vec<String>,
    /// What was passed over on purpose, such as comments, and how much of it.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub passed: BTreeMap<&'static str, u64>,
    /// Pictures, video and sound taken in.
    #[serde(skip_serializing_if = "is_zero")]
    pub media: u64,
}

fn is_zero(count: &u64) -> bool {
    *count == 0
}

impl Summary {
    /// The line an import ends with.
    pub fn line(&self) -> String {
        let Summary { imported, updated, unchanged, refused, .. } = self;
        format!("imported {imported}, updated {updated}, unchanged {unchanged}, refused {refused}")
    }

    /// The lines before it: what was made and what was passed over.
    pub fn before(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.made.iter().map(|made| format!("made {made}")).collect();
        if self.media > 0 {
            lines.push(format!("took in {} pictures and recordings", self.media));
        }
        lines.extend(self.passed.iter().map(|(what, count)| format!("left out {count} {what}")));
        lines
    }
}

/// Who is told of what happens to single records.
pub trait Listener: Send {
    /// A record was not taken.
    fn refused(&mut self, at: &Place, reason: &str);
    /// A record was taken, but not as it came.
    fn noted(&mut self, at: &Place, note: &str);
    /// A source could not be read at all.
    fn unusable(&mut self, shown: &str, reason: &str);
}
