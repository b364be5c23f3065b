//! What colleagues say to each other about a story; it never leaves the desk.

use std::collections::HashMap;

use jiff::Timestamp;

use super::Story;
use crate::db::{Conn, DbError};
use crate::ids::{PersonId, RemarkId, StoryId};

/// Longest remark, in characters.
pub const LONGEST_REMARK: usize = 4_000;

/// What a colleague said about a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub person: PersonId,
    /// What.
    pub text: String,
}

/// Says something about a story the caller has locked. Boards hear that it moved.
pub async fn say(
    conn: &mut Conn<'_>,
    story: &mut Story,
    person: PersonId,
    text: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO remark (id, story, at, person, text) VALUES ($1, $2, $3, $4, $5)",
        [RemarkId::new().into(), story.id.into(), now.into(), person.into(), text.into()],
    )
    .await?;
    story.moved_at = now;
    conn.execute("UPDATE story SET moved_at = $2 WHERE id = $1", [story.id.into(), now.into()])
        .await
        .map(|_| ())
}

/// What was said about a story, the newest last; at most 500.
pub async fn remarks(conn: &mut Conn<'_>, story: StoryId) -> Result<Vec<Remark>, DbError> {
    let rows = conn
        .all("SELECT at, person, text FROM remark WHERE story = $1 ORDER BY at, id LIMIT 500", [story.into()])
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Remark {
                at: row.get("at")?,
                person: row.parsed("person", |bytes: Vec<u8>| PersonId::from_bytes(&bytes))?,
                text: row.get("text")?,
            })
        })
        .collect()
}

/// How many remarks each story has of which one was made since an instant; stories without any are not among them.
pub async fn remark_counts(conn: &mut Conn<'_>, since: Timestamp) -> Result<HashMap<StoryId, i64>, DbError> {
    let rows = conn
        .all(
            "SELECT remark.story, count(*) AS remarks FROM remark JOIN story ON story.id = remark.story \
             WHERE story.moved_at > 0 AND story.moved_at >= $1 GROUP BY remark.story",
            [since.into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let story = row.parsed("story", |bytes: Vec<u8>| StoryId::from_bytes(&bytes))?;
            Ok((story, row.get("remarks")?))
        })
        .collect()
}

/// How many remarks each of some stories has; those without any are not among them.
pub async fn remark_counts_of(
    conn: &mut Conn<'_>,
    stories: &[StoryId],
) -> Result<HashMap<StoryId, i64>, DbError> {
    let mut counts = HashMap::new();
    for story in stories {
        let sql = "SELECT count(*) AS remarks FROM remark WHERE story = $1";
        counts.insert(*story, conn.one(sql, [(*story).into()]).await?.get("remarks")?);
    }
    Ok(counts)
}
