//! Letters and their answers in the database.

use jiff::Timestamp;

use super::{Answer, Message, Reference, Series, State};
use crate::db::{Conn, DbError, Row};
use crate::ids::{MessageId, PersonId};
use crate::lang::Language;

pub(super) async fn insert(conn: &mut Conn<'_>, message: &Message) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO message (id, reference, at, language, name, email, subject, text, state, moved_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $3)",
        [
            message.id.into(),
            message.reference.as_str().into(),
            message.at.into(),
            message.language.as_str().into(),
            message.name.clone().into(),
            message.email.clone().into(),
            message.subject.clone().into(),
            message.text.clone().into(),
            message.state.as_str().into(),
        ],
    )
    .await
    .map(|_| ())
}

/// The letters in a state, the newest first, before an instant.
pub async fn list(
    conn: &mut Conn<'_>,
    state: State,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Message>, DbError> {
    let sql = "SELECT id, reference, at, language, name, email, subject, text, state FROM message \
               WHERE state = $1 AND at < $2 ORDER BY at DESC LIMIT $3";
    conn.all(sql, [state.as_str().into(), before.into(), limit.into()]).await?.iter().map(read).collect()
}

/// One letter.
pub async fn find(conn: &mut Conn<'_>, id: MessageId) -> Result<Option<Message>, DbError> {
    let sql =
        "SELECT id, reference, at, language, name, email, subject, text, state FROM message WHERE id = $1";
    conn.optional(sql, [id.into()]).await?.as_ref().map(read).transpose()
}

/// How many letters wait for an answer.
pub async fn open_count(conn: &mut Conn<'_>) -> Result<i64, DbError> {
    conn.one("SELECT count(*) AS letters FROM message WHERE state = 'open'", []).await?.get("letters")
}

/// What was answered, in order.
pub async fn answers(conn: &mut Conn<'_>, id: MessageId) -> Result<Vec<Answer>, DbError> {
    let sql = "SELECT at, person, text FROM message_answer WHERE message = $1 ORDER BY at";
    let rows = conn.all(sql, [id.into()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Answer {
                at: row.get("at")?,
                person: row.parsed("person", |bytes: Vec<u8>| PersonId::from_bytes(&bytes))?,
                text: row.get("text")?,
            })
        })
        .collect()
}

pub(super) async fn insert_answer(
    conn: &mut Conn<'_>,
    id: MessageId,
    answer: &Answer,
) -> Result<(), DbError> {
    let sql = "INSERT INTO message_answer (id, message, at, person, text) VALUES ($1, $2, $3, $4, $5)";
    let values = [
        MessageId::new().into(),
        id.into(),
        answer.at.into(),
        answer.person.into(),
        answer.text.clone().into(),
    ];
    conn.execute(sql, values).await.map(|_| ())
}

pub(super) async fn set_state(
    conn: &mut Conn<'_>,
    id: MessageId,
    state: State,
    now: Timestamp,
) -> Result<(), DbError> {
    let sql = "UPDATE message SET state = $2, moved_at = $3 WHERE id = $1";
    conn.execute(sql, [id.into(), state.as_str().into(), now.into()]).await.map(|_| ())
}

/// Takes name and address off what was closed or put aside before an instant; how many letters that were.
pub(super) async fn erase(conn: &mut Conn<'_>, before: Timestamp) -> Result<u64, DbError> {
    let sql = "UPDATE message SET name = NULL, email = NULL \
               WHERE state IN ('closed', 'spam') AND moved_at < $1 AND email IS NOT NULL";
    conn.execute(sql, [before.into()]).await
}

fn read(row: &Row) -> Result<Message, DbError> {
    Ok(Message {
        id: row.parsed("id", |bytes: Vec<u8>| MessageId::from_bytes(&bytes))?,
        reference: row.parsed("reference", |text: String| Reference::parse(Series::Letter, &text))?,
        at: row.get("at")?,
        language: row.parsed("language", |tag: String| Language::parse(&tag).ok())?,
        name: row.get("name")?,
        email: row.get("email")?,
        subject: row.get("subject")?,
        text: row.get("text")?,
        state: row.parsed("state", |word: String| State::parse(&word))?,
    })
}
