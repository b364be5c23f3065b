//! What waits at desks, and what was answered.

use std::collections::HashMap;

use jiff::Timestamp;

use super::store::{self, columns};
use super::{Kind, Mistake, Report};
use crate::db::{Conn, DbError};
use crate::ids::{MistakeId, StoryNumber};
use crate::lang::Language;
use crate::story::Card;

/// Where a matter is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    /// Nobody has answered, or it was put off until now.
    #[default]
    Waiting,
    /// It was put off.
    Later,
    /// It was put right, refused, or is no mistake.
    Answered,
    /// It was put aside as spam.
    Spam,
}

impl Shelf {
    /// Every one, in the order of a menu.
    pub const ALL: [Shelf; 4] = [Shelf::Waiting, Shelf::Later, Shelf::Answered, Shelf::Spam];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Shelf::Waiting => "waiting",
            Shelf::Later => "later",
            Shelf::Answered => "answered",
            Shelf::Spam => "spam",
        }
    }

    /// The one of a word; `None` for any other.
    pub fn parse(word: &str) -> Option<Shelf> {
        Shelf::ALL.into_iter().find(|shelf| shelf.as_str() == word)
    }
}

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// From where.
    pub shelf: Shelf,
    /// At which desks the stories are.
    pub desks: Vec<String>,
    /// In which language; in all where absent.
    pub language: Option<Language>,
    /// Of which kind; of all where absent.
    pub kind: Option<Kind>,
    /// Of one story; of all where absent.
    pub story: Option<StoryNumber>,
    /// Older than this.
    pub before: Option<Timestamp>,
}

/// A matter with the headline its story has.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// The matter.
    pub mistake: Mistake,
    /// The headline as readers last had it.
    pub headline: String,
}

/// Matters, the newest first; at most `limit`.
pub async fn inbox(
    conn: &mut Conn<'_>,
    asked: &Asked,
    limit: i64,
    now: Timestamp,
) -> Result<Vec<Waiting>, DbError> {
    let desks = serde_json::to_string(&asked.desks).expect("keys are plain data");
    let sql = conn.pick(
        columns!(
            "SELECT card,",
            "FROM mistake JOIN story ON story.number = mistake.number \
             JOIN released ON released.number = mistake.number WHERE CASE $1 \
             WHEN 'waiting' THEN mistake.state = 'open' OR (mistake.state = 'later' AND later_until <= $2) \
             WHEN 'later' THEN mistake.state = 'later' AND later_until > $2 \
             WHEN 'spam' THEN mistake.state = 'spam' ELSE mistake.state IN ('fixed', 'not_a_mistake', 'rejected') END \
             AND story.desk IN (SELECT value FROM json_each($3)) AND ($4 = '' OR mistake.language = $4) \
             AND ($5 = '' OR mistake.kind = $5) AND mistake.moved_at < $6 AND ($8 = 0 OR mistake.number = $8) \
             ORDER BY mistake.moved_at DESC LIMIT $7"
        ),
        columns!(
            "SELECT card,",
            "FROM mistake JOIN story ON story.number = mistake.number \
             JOIN released ON released.number = mistake.number WHERE CASE $1 \
             WHEN 'waiting' THEN mistake.state = 'open' OR (mistake.state = 'later' AND later_until <= $2) \
             WHEN 'later' THEN mistake.state = 'later' AND later_until > $2 \
             WHEN 'spam' THEN mistake.state = 'spam' ELSE mistake.state IN ('fixed', 'not_a_mistake', 'rejected') END \
             AND story.desk IN (SELECT jsonb_array_elements_text($3::jsonb)) \
             AND ($4 = '' OR mistake.language = $4) \
             AND ($5 = '' OR mistake.kind = $5) AND mistake.moved_at < $6 AND ($8 = 0 OR mistake.number = $8) \
             ORDER BY mistake.moved_at DESC LIMIT $7"
        ),
    );
    let values = [
        asked.shelf.as_str().into(),
        now.into(),
        desks.into(),
        asked.language.map_or(String::new(), |language| language.to_string()).into(),
        asked.kind.map_or("", Kind::as_str).into(),
        asked.before.unwrap_or(Timestamp::MAX).into(),
        limit.into(),
        asked.story.map_or(0, StoryNumber::get).into(),
    ];
    let rows = conn.all(sql, values).await?;
    rows.iter()
        .map(|row| {
            let card: Card = row.json("card")?;
            Ok(Waiting { mistake: store::read(row)?, headline: card.headline })
        })
        .collect()
}

/// One matter by its reference.
pub async fn find(conn: &mut Conn<'_>, reference: &str) -> Result<Option<Mistake>, DbError> {
    store::find(conn, reference).await
}

/// The reports of a matter, the first first; at most `limit`.
pub async fn reports(conn: &mut Conn<'_>, id: MistakeId, limit: i64) -> Result<Vec<Report>, DbError> {
    store::reports(conn, id, limit).await
}

/// What waits on a story, the oldest first.
pub async fn of_story(conn: &mut Conn<'_>, number: StoryNumber) -> Result<Vec<Mistake>, DbError> {
    store::waiting(conn, number).await
}

/// How many matters wait on each story that has any.
pub async fn open_by_story(conn: &mut Conn<'_>) -> Result<HashMap<StoryNumber, i64>, DbError> {
    let sql = "SELECT number, count(*) AS waiting FROM mistake WHERE state = 'open' GROUP BY number";
    let rows = conn.all(sql, []).await?;
    rows.iter().map(|row| Ok((row.parsed("number", StoryNumber::new)?, row.get("waiting")?))).collect()
}
