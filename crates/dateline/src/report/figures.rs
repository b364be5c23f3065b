//! How many reports came, how many were right, and how long it took to put them right.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::State;
use crate::db::{Conn, DbError};

/// The most matters that are counted at once.
const MOST_COUNTED: i64 = 200_000;

/// Figures of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Everything together.
    pub all: Row,
    /// By desk and section.
    pub sections: Vec<Section>,
}

/// Figures of one section at one desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The desk's key.
    pub desk: String,
    /// The section's key.
    pub section: String,
    /// Its figures.
    pub row: Row,
}

/// Counted matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Reports that came; spam is not counted.
    pub reports: i64,
    /// Matters they were about.
    pub matters: i64,
    /// Of which were right: put right by somebody or by themselves.
    pub right: i64,
    /// Of which were wrong, or refused.
    pub wrong: i64,
    /// Of which nobody has answered.
    pub waiting: i64,
    /// Half of those that were put right took no longer than so many seconds.
    pub median_seconds: Option<i64>,
}

/// The figures of matters at some desks that were first reported from an instant on, before another.
pub async fn figures(
    conn: &mut Conn<'_>,
    desks: &[String],
    from: Timestamp,
    to: Timestamp,
) -> Result<Figures, DbError> {
    let sql = "SELECT desk, section, state, opened_at, settled_at, reports FROM mistake \
               WHERE opened_at >= $1 AND opened_at < $2 AND state <> 'spam' ORDER BY opened_at DESC LIMIT $3";
    let mut counted: BTreeMap<(String, String), Counted> = BTreeMap::new();
    let mut all = Counted::default();
    for row in conn.all(sql, [from.into(), to.into(), MOST_COUNTED.into()]).await? {
        let (desk, section): (String, String) = (row.get("desk")?, row.get("section")?);
        if !desks.contains(&desk) {
            continue;
        }
        let state = row.parsed("state", |word: String| State::parse(&word))?;
        let opened: Timestamp = row.get("opened_at")?;
        let settled: Option<Timestamp> = row.get("settled_at")?;
        let took = settled.map(|settled| settled.as_second() - opened.as_second());
        let reports: i64 = row.get("reports")?;
        for counted in [&mut all, counted.entry((desk, section)).or_default()] {
            counted.count(state, reports, took);
        }
    }
    let section = |((desk, section), counted): ((String, String), Counted)| Section {
        desk,
        section,
        row: counted.row(),
    };
    Ok(Figures { all: all.row(), sections: counted.into_iter().map(section).collect() })
}

#[derive(Default)]
struct Counted {
    row: Row,
    took: Vec<i64>,
}

impl Counted {
    fn count(&mut self, state: State, reports: i64, took: Option<i64>) {
        self.row.reports += reports;
        self.row.matters += 1;
        match state {
            State::Fixed => {
                self.row.right += 1;
                self.took.extend(took);
            }
            State::NotAMistake | State::Rejected => self.row.wrong += 1,
            _ => self.row.waiting += 1,
        }
    }

    fn row(mut self) -> Row {
        self.took.sort_unstable();
        let middle = self.took.len().saturating_sub(1) / 2;
        Row { median_seconds: self.took.get(middle).copied(), ..self.row }
    }
}
