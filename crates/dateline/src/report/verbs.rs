//! What the desk answers.

use jiff::{SignedDuration, Timestamp};

use super::spam::{self, Lesson};
use super::{Mistake, ReportError, Settled, State, letters, settle, store};
use crate::db::Conn;
use crate::people::{Actor, Right, audit};

/// The longest reason, in characters.
const LONGEST_REASON: usize = 1_000;
/// The longest a matter is put off.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(24 * 366);
/// The most reports of a matter from which is learned what spam is.
const LEARNED_FROM: i64 = 50;

/// What is answered, but for putting it right, which is an act on the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The words are right as they are.
    NotAMistake,
    /// Refused, for a reason its reporters are told.
    Reject(String),
    /// No reader wrote it.
    Spam,
    /// Put off until an instant.
    Later(Timestamp),
}

impl Answer {
    /// The word for it in the record of who did what.
    pub fn as_str(&self) -> &'static str {
        match self {
            Answer::NotAMistake => "not_a_mistake",
            Answer::Reject(_) => "reject",
            Answer::Spam => "spam",
            Answer::Later(_) => "later",
        }
    }
}

/// Answers a matter that waits.
pub async fn answer(
    conn: &mut Conn<'_>,
    reference: &str,
    answer: &Answer,
    who: &Actor,
    now: Timestamp,
) -> Result<Mistake, ReportError> {
    let mut matter = waiting(conn, reference, who).await?;
    let (mut settled, mut lesson) = (Settled { at: now, by: who.person, ..Settled::default() }, Lesson::Fair);
    matter.state = match answer {
        Answer::NotAMistake => State::NotAMistake,
        Answer::Reject(reason) => {
            let reason = reason.replace("\r\n", "\n").trim().to_owned();
            if reason.is_empty() || reason.chars().count() > LONGEST_REASON {
                return Err(ReportError::BadReason);
            }
            settled.reason = Some(reason);
            State::Rejected
        }
        Answer::Spam => {
            lesson = Lesson::Spam;
            State::Spam
        }
        Answer::Later(until) => {
            if *until <= now || *until > now + LONGEST_PAUSE {
                return Err(ReportError::BadInstant);
            }
            matter.later_until = Some(*until);
            State::Later
        }
    };
    if matter.state != State::Later {
        matter.settled = Some(settled);
        teach(conn, &matter, lesson).await?;
    }
    if matches!(matter.state, State::NotAMistake | State::Rejected) {
        letters::tell(conn, matter.id, now).await?;
    }
    write(conn, &mut matter, answer.as_str(), who, now).await?;
    Ok(matter)
}

/// Says that a matter was put right by a version, in the act that makes it: call it before the act, so that the version
/// does not settle it by itself.
pub async fn fixed(
    conn: &mut Conn<'_>,
    reference: &str,
    version: i64,
    (before, after): (&str, &str),
    who: &Actor,
    now: Timestamp,
) -> Result<Mistake, ReportError> {
    let mut matter = waiting(conn, reference, who).await?;
    matter.state = State::Fixed;
    matter.settled = Some(Settled {
        at: now,
        by: who.person,
        version: Some(version),
        before: Some(before.to_owned()),
        after: Some(after.to_owned()),
        ..Settled::default()
    });
    teach(conn, &matter, Lesson::Fair).await?;
    letters::tell(conn, matter.id, now).await?;
    write(conn, &mut matter, "apply", who, now).await?;
    Ok(matter)
}

/// Takes an answer back: the matter waits again. What was learned from it is unlearned, and letters that have not gone
/// out do not go.
pub async fn reopen(
    conn: &mut Conn<'_>,
    reference: &str,
    who: &Actor,
    now: Timestamp,
) -> Result<Mistake, ReportError> {
    who.must(Right::ReportsAnswer)?;
    let mut matter = store::lock(conn, reference).await?.ok_or(ReportError::Unknown)?;
    if matter.state == State::Open {
        return Err(ReportError::NotNow);
    }
    for (report, lesson) in store::taught(conn, matter.id).await? {
        spam::learn(conn, lesson, &[&report.word, &report.suggestion], -1).await?;
        store::set_taught(conn, report.id, None).await?;
    }
    matter.state = State::Open;
    matter.settled = None;
    settle::catch_up(conn, &mut matter).await?;
    write(conn, &mut matter, "reopen", who, now).await?;
    Ok(matter)
}

async fn waiting(conn: &mut Conn<'_>, reference: &str, who: &Actor) -> Result<Mistake, ReportError> {
    who.must(Right::ReportsAnswer)?;
    let mut matter = store::lock(conn, reference).await?.ok_or(ReportError::Unknown)?;
    if !matter.state.is_waiting() {
        return Err(ReportError::NotNow);
    }
    matter.later_until = None;
    Ok(matter)
}

async fn write(
    conn: &mut Conn<'_>,
    matter: &mut Mistake,
    what: &str,
    who: &Actor,
    now: Timestamp,
) -> Result<(), ReportError> {
    matter.moved_at = now;
    store::update(conn, matter).await?;
    store::stir(conn, matter.number, now).await?;
    let (act, story) = (format!("report.{what}"), matter.number.to_string());
    Ok(audit(conn, now, who, &act, matter.reference.as_str(), Some(&story)).await?)
}

async fn teach(conn: &mut Conn<'_>, matter: &Mistake, lesson: Lesson) -> Result<(), ReportError> {
    for report in store::reports(conn, matter.id, LEARNED_FROM).await? {
        spam::learn(conn, lesson, &[&report.word, &report.suggestion], 1).await?;
        store::set_taught(conn, report.id, Some(lesson)).await?;
    }
    Ok(())
}
