//! What a reader finds under the secret address they were given.

use jiff::Timestamp;

use super::letters::hash_of_presented;
use super::{Kind, Mistake, Report, State, store};
use crate::db::{Conn, DbError};
use crate::feedback::Reference;
use crate::ids::{ReportId, StoryNumber};
use crate::lang::Language;

/// How a matter stands for whoever reported it. What was put aside looks to them as if it waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Somebody will look into it.
    Waiting,
    /// It was put right.
    Fixed,
    /// The words are right as they are.
    NotAMistake,
    /// Refused, for a reason that is given.
    Rejected,
}

/// What a reader is told of their report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// What the matter is called.
    pub reference: Reference,
    /// Which story.
    pub number: StoryNumber,
    /// The story's language.
    pub story_language: Language,
    /// The language the reader read.
    pub language: Language,
    /// A path that leads to the story, wherever it is now.
    pub address: String,
    /// What kind of mistake.
    pub kind: Kind,
    /// What they marked.
    pub marked: String,
    /// What they suggested; empty where nothing.
    pub suggestion: String,
    /// How it stands.
    pub outcome: Outcome,
    /// When they reported it.
    pub at: Timestamp,
    /// When it was settled.
    pub settled_at: Option<Timestamp>,
    /// What stood there and what stands there now, where it was put right.
    pub changed: Option<(String, String)>,
    /// Which version put it right.
    pub version: Option<i64>,
    /// Why it was refused.
    pub reason: Option<String>,
    /// How many readers reported it.
    pub readers: u64,
    /// Whether they are told by letter.
    pub told: bool,
}

/// What is told under a secret; `None` where nobody was given it.
pub async fn status(conn: &mut Conn<'_>, secret: &str) -> Result<Option<Status>, DbError> {
    let Some(hash) = hash_of_presented(secret) else { return Ok(None) };
    let sql = "SELECT mistake, id FROM report WHERE secret_hash = $1";
    let Some(row) = conn.optional(sql, [hash.into()]).await? else { return Ok(None) };
    let id = row.parsed("id", |bytes: Vec<u8>| ReportId::from_bytes(&bytes))?;
    of_report(conn, id).await
}

/// The same of a report.
pub(super) async fn of_report(conn: &mut Conn<'_>, id: ReportId) -> Result<Option<Status>, DbError> {
    let Some((matter, report)) = store::report_and_matter(conn, id).await? else { return Ok(None) };
    Ok(Some(told(&matter, &report)))
}

fn told(matter: &Mistake, report: &Report) -> Status {
    let outcome = match matter.state {
        State::Open | State::Later | State::Spam => Outcome::Waiting,
        State::Fixed => Outcome::Fixed,
        State::NotAMistake => Outcome::NotAMistake,
        State::Rejected => Outcome::Rejected,
    };
    let settled = matter.settled.as_ref().filter(|_| outcome != Outcome::Waiting);
    let marked: Vec<&str> = report.marked.iter().map(|marked| marked.selector.exact.as_str()).collect();
    Status {
        reference: matter.reference.clone(),
        number: matter.number,
        story_language: matter.language,
        language: report.language,
        address: format!("/{}/{}", matter.language, matter.number),
        kind: matter.kind,
        marked: marked.join("\n"),
        suggestion: report.suggestion.clone(),
        outcome,
        at: report.at,
        settled_at: settled.map(|settled| settled.at),
        changed: settled.and_then(|settled| settled.before.clone().zip(settled.after.clone())),
        version: settled.and_then(|settled| settled.version),
        reason: settled.and_then(|settled| settled.reason.clone()),
        readers: matter.reports.max(1) as u64,
        told: report.told,
    }
}
