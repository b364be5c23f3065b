//! What is done with letters.

use jiff::{SignedDuration, Timestamp};

use super::{Answer, Message, Reference, Series, State, store};
use crate::db::{Conn, DbError};
use crate::ids::{MessageId, PersonId};
use crate::lang::Language;
use crate::people::{Actor, Email, audit};

/// The longest name and subject, in characters.
const LONGEST_LINE: usize = 200;
/// The longest letter and answer, in characters.
const LONGEST_TEXT: usize = 10_000;
/// So long after it is closed a letter keeps its writer's name and address.
const NAMED_FOR: SignedDuration = SignedDuration::from_hours(24 * 30);

/// A letter as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Who writes.
    pub name: String,
    /// Where an answer goes.
    pub email: String,
    /// What it is about; may be empty.
    pub subject: String,
    /// What they write.
    pub message: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Name.
    Name,
    /// Address.
    Email,
    /// Subject.
    Subject,
    /// The letter itself.
    Message,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It must be filled in.
    Missing,
    /// It is longer than is read.
    TooLong,
    /// It is no mail address.
    NoAddress,
}

/// Why an answer was refused.
#[derive(Debug, thiserror::Error)]
pub enum FeedbackError {
    /// There is no such letter.
    #[error("there is no such letter")]
    Unknown,
    /// An answer has 1 to 10,000 characters.
    #[error("an answer has 1 to {LONGEST_TEXT} characters")]
    BadAnswer,
    /// The writer's address was erased after the letter was closed.
    #[error("the writer's address has been erased")]
    NoAddress,
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

impl Draft {
    /// What is wrong with it, field by field.
    pub fn faults(&self) -> Vec<(Field, Fault)> {
        let mut faults = Vec::new();
        let lines = [(Field::Subject, &self.subject, false), (Field::Name, &self.name, true)];
        for (field, text, required) in lines {
            if required && text.trim().is_empty() {
                faults.push((field, Fault::Missing));
            } else if text.chars().count() > LONGEST_LINE {
                faults.push((field, Fault::TooLong));
            }
        }
        match self.email.trim() {
            "" => faults.push((Field::Email, Fault::Missing)),
            text if Email::parse(text).is_err() => faults.push((Field::Email, Fault::NoAddress)),
            _ => {}
        }
        if self.message.trim().is_empty() {
            faults.push((Field::Message, Fault::Missing));
        } else if self.message.chars().count() > LONGEST_TEXT {
            faults.push((Field::Message, Fault::TooLong));
        }
        faults
    }
}

/// Keeps a letter whose fields have no faults, and gives the reference its writer is told.
pub async fn file(
    conn: &mut Conn<'_>,
    draft: &Draft,
    language: Language,
    state: State,
    now: Timestamp,
) -> Result<Reference, DbError> {
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let message = Message {
        id: MessageId::new(),
        reference: Reference::random(Series::Letter),
        at: now,
        language,
        name: Some(line(&draft.name)),
        email: Some(draft.email.trim().to_owned()),
        subject: Some(line(&draft.subject)).filter(|subject| !subject.is_empty()),
        text: draft.message.replace("\r\n", "\n").trim().to_owned(),
        state,
    };
    store::insert(conn, &message).await?;
    Ok(message.reference)
}

/// Keeps an answer, which is then sent; gives the letter it answers.
pub async fn answer(
    conn: &mut Conn<'_>,
    id: MessageId,
    text: &str,
    by: (PersonId, &Actor),
    now: Timestamp,
) -> Result<Message, FeedbackError> {
    let text = text.replace("\r\n", "\n").trim().to_owned();
    if text.is_empty() || text.chars().count() > LONGEST_TEXT {
        return Err(FeedbackError::BadAnswer);
    }
    let message = store::find(conn, id).await?.ok_or(FeedbackError::Unknown)?;
    if message.email.is_none() {
        return Err(FeedbackError::NoAddress);
    }
    let (person, actor) = by;
    store::insert_answer(conn, id, &Answer { at: now, person, text }).await?;
    store::set_state(conn, id, State::Answered, now).await?;
    audit(conn, now, actor, "feedback.answer", message.reference.as_str(), None).await?;
    Ok(message)
}

/// Moves a letter to another state.
pub async fn set_state(
    conn: &mut Conn<'_>,
    id: MessageId,
    state: State,
    actor: &Actor,
    now: Timestamp,
) -> Result<(), FeedbackError> {
    let message = store::find(conn, id).await?.ok_or(FeedbackError::Unknown)?;
    store::set_state(conn, id, state, now).await?;
    audit(conn, now, actor, "feedback.state", message.reference.as_str(), Some(state.as_str())).await?;
    Ok(())
}

/// Erases names and addresses from letters that were closed long enough ago.
pub async fn erase_old(conn: &mut Conn<'_>, now: Timestamp) -> Result<u64, DbError> {
    store::erase(conn, now - NAMED_FOR).await
}
