//! Public correction notes, and the tasks an act leaves to desks.
//!
//! Owns the tables `correction` and `task`. The correction itself, a new version, is made in [`crate::story`].

mod tasks;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::db::{Conn, DbError};
use crate::ids::StoryNumber;
use crate::lang::Language;

pub use tasks::{
    Behind, Task, TaskAnswer, TaskKind, answer, ask_translations, open_task, open_tasks, put_right, task,
};

/// A correction as readers see it under a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionNote {
    /// The version that put it right.
    pub version: i64,
    /// When.
    pub at: Timestamp,
    /// What was wrong and what is right.
    pub note: String,
}

/// A correction as the corrections page lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// Which story.
    pub number: StoryNumber,
    /// The note.
    pub note: CorrectionNote,
    /// The story's headline as it stands.
    pub headline: String,
    /// The story's section and slug, of which its address is made.
    pub section: String,
    /// See `section`.
    pub slug: String,
}

/// Writes down a correction.
pub async fn record(
    conn: &mut Conn<'_>,
    number: StoryNumber,
    version: i64,
    language: Language,
    at: Timestamp,
    note: &str,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO correction (number, version, language, at, note) VALUES ($1, $2, $3, $4, $5)",
        [number.into(), version.into(), language.as_str().into(), at.into(), note.into()],
    )
    .await
    .map(|_| ())
}

/// The corrections of a story, the newest first.
pub async fn of_story(conn: &mut Conn<'_>, number: StoryNumber) -> Result<Vec<CorrectionNote>, DbError> {
    let rows = conn
        .all(
            "SELECT version, at, note FROM correction WHERE number = $1 ORDER BY version DESC",
            [number.into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(CorrectionNote { version: row.get("version")?, at: row.get("at")?, note: row.get("note")? })
        })
        .collect()
}

/// Corrections of public stories of an edition before an instant, the newest first.
pub async fn of_edition(
    conn: &mut Conn<'_>,
    language: Language,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Corrected>, DbError> {
    let rows = conn
        .all(
            "SELECT c.number, c.version, c.at, c.note, r.card, r.section, r.slug FROM correction c \
             JOIN released r ON r.number = c.number AND r.state = 'public' \
             WHERE c.language = $1 AND c.at < $2 ORDER BY c.at DESC, c.number DESC LIMIT $3",
            [language.as_str().into(), before.into(), limit.into()],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let card: crate::story::Card = row.json("card")?;
            Ok(Corrected {
                number: row.parsed("number", StoryNumber::new)?,
                note: CorrectionNote {
                    version: row.get("version")?,
                    at: row.get("at")?,
                    note: row.get("note")?,
                },
                headline: card.headline,
                section: row.get("section")?,
                slug: row.get("slug")?,
            })
        })
        .collect()
}

/// Writes a note back after words in it were replaced.
pub async fn rewrite(conn: &mut Conn<'_>, number: StoryNumber, note: &CorrectionNote) -> Result<(), DbError> {
    conn.execute(
        "UPDATE correction SET note = $3 WHERE number = $1 AND version = $2",
        [number.into(), note.version.into(), note.note.as_str().into()],
    )
    .await
    .map(|_| ())
}

/// Removes the notes of a story that was taken down.
pub async fn forget(conn: &mut Conn<'_>, number: StoryNumber) -> Result<(), DbError> {
    conn.execute("DELETE FROM correction WHERE number = $1", [number.into()]).await.map(|_| ())
}
