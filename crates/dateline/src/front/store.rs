//! The SQL of fronts.

use jiff::Timestamp;

use super::Arrangement;
use crate::db::{Conn, DbError};
use crate::edition::Agency;
use crate::ids::{DueId, StoryNumber};
use crate::lang::Language;
use crate::story::{Card, story_path};

/// What a row that falls due for a front is called.
const END_PIN: &str = "end_pin";

/// The arrangement of a front; the empty one before anybody arranged it.
pub async fn arrangement(conn: &mut Conn<'_>, language: Language) -> Result<Arrangement, DbError> {
    let row = conn.optional("SELECT data FROM front WHERE language = $1", [language.as_str().into()]).await?;
    row.map_or(Ok(Arrangement::default()), |row| row.json("data"))
}

/// Replaces an arrangement by the one that follows it; `false` where it was no longer there.
pub(super) async fn replace(
    conn: &mut Conn<'_>,
    language: Language,
    before: &Arrangement,
    after: &Arrangement,
) -> Result<bool, DbError> {
    let written = match before.revision {
        0 => {
            conn.execute(
                "INSERT INTO front (language, data) VALUES ($1, $2) ON CONFLICT (language) DO NOTHING",
                [language.as_str().into(), after.json().into()],
            )
            .await?
        }
        _ => {
            conn.execute(
                "UPDATE front SET data = $3 WHERE language = $1 AND data = $2",
                [language.as_str().into(), before.json().into(), after.json().into()],
            )
            .await?
        }
    };
    Ok(written == 1)
}

/// Sets when the next pin of a front ends.
pub(super) async fn set_end(
    conn: &mut Conn<'_>,
    language: Language,
    at: Option<Timestamp>,
) -> Result<(), DbError> {
    conn.execute(
        "DELETE FROM due WHERE act = $1 AND number IS NULL AND payload = $2",
        [END_PIN.into(), language.as_str().into()],
    )
    .await?;
    if let Some(at) = at {
        conn.execute(
            "INSERT INTO due (id, at, act, number, payload, person) VALUES ($1, $2, $3, NULL, $4, NULL)",
            [DueId::new().into(), at.into(), END_PIN.into(), language.as_str().into()],
        )
        .await?;
    }
    Ok(())
}

/// Claims the next end of a pin that is due: of two nodes, the second waits for the first and finds nothing.
pub(super) async fn claim_end(conn: &mut Conn<'_>, now: Timestamp) -> Result<Option<Language>, DbError> {
    let row = conn
        .optional(
            "DELETE FROM due WHERE id = (SELECT id FROM due WHERE act = $1 AND number IS NULL AND at <= $2 \
             ORDER BY at, id LIMIT 1) RETURNING payload",
            [END_PIN.into(), now.into()],
        )
        .await?;
    row.map(|row| row.parsed("payload", |tag: String| Language::parse(&tag).ok())).transpose()
}

/// When the next pin of any front ends.
pub async fn next_end(conn: &mut Conn<'_>) -> Result<Option<Timestamp>, DbError> {
    let row = conn
        .optional(
            "SELECT at FROM due WHERE act = $1 AND number IS NULL ORDER BY at, id LIMIT 1",
            [END_PIN.into()],
        )
        .await?;
    row.map(|row| row.get("at")).transpose()
}

/// A story that can stand on a front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinnedStory {
    /// Which edition it is in.
    pub language: Language,
    /// Its headline.
    pub headline: String,
    /// Its address, root-relative.
    pub path: String,
}

/// A public story by its number; `None` for one readers cannot see.
pub async fn pinned(
    conn: &mut Conn<'_>,
    agency: &Agency,
    number: StoryNumber,
) -> Result<Option<PinnedStory>, DbError> {
    let row = conn
        .optional(
            "SELECT language, section, slug, card FROM released WHERE number = $1 AND state = 'public'",
            [number.into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let language = row.parsed("language", |tag: String| Language::parse(&tag).ok())?;
    let (section, slug): (String, String) = (row.get("section")?, row.get("slug")?);
    Ok(Some(PinnedStory {
        language,
        headline: row.json::<Card>("card")?.headline,
        path: story_path(agency, language, &section, &slug, number),
    }))
}
