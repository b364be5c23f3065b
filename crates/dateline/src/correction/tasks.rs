//! What acts leave to desks until somebody answers it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::db::{Conn, DbError, Row};
use crate::ids::{PersonId, StoryNumber, TaskId};
use crate::story::Story;

/// What is to be looked into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskKind {
    /// The story this one translates was corrected.
    TranslationBehind,
    /// A scheduled act was refused when its instant came.
    ScheduleRefused,
    /// An act on the story took a schedule back.
    ScheduleCancelled,
    /// Whoever asked for a withdrawal confirmed it alone.
    ConfirmedAlone,
}

impl TaskKind {
    /// Every kind.
    pub const ALL: [TaskKind; 4] = [
        TaskKind::TranslationBehind,
        TaskKind::ScheduleRefused,
        TaskKind::ScheduleCancelled,
        TaskKind::ConfirmedAlone,
    ];

    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            TaskKind::TranslationBehind => "translation_behind",
            TaskKind::ScheduleRefused => "schedule_refused",
            TaskKind::ScheduleCancelled => "schedule_cancelled",
            TaskKind::ConfirmedAlone => "confirmed_alone",
        }
    }

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<TaskKind> {
        TaskKind::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// How a task was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskAnswer {
    /// The story was put right, by a correction or refile of its own.
    PutRight,
    /// Nothing is to be changed.
    NothingToChange,
}

impl TaskAnswer {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            TaskAnswer::PutRight => "put_right",
            TaskAnswer::NothingToChange => "nothing_to_change",
        }
    }
}

/// Something left to a desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Which.
    pub id: TaskId,
    /// What.
    pub kind: TaskKind,
    /// On which story.
    pub number: StoryNumber,
    /// The original and its version, the act, or the reason: as the kind has it.
    pub detail: String,
    /// Since when.
    pub at: Timestamp,
}

/// The original a translation stays behind, and the version that corrected it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Behind {
    /// The original's number.
    pub original: i64,
    /// The corrected version.
    pub version: i64,
}

impl Task {
    /// What a translation stays behind; `None` for tasks of other kinds.
    pub fn behind(&self) -> Option<Behind> {
        serde_json::from_str(&self.detail).ok().filter(|_| self.kind == TaskKind::TranslationBehind)
    }
}

/// Leaves a task to the desk of a story.
pub async fn task(
    conn: &mut Conn<'_>,
    kind: TaskKind,
    number: StoryNumber,
    detail: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO task (id, kind, number, detail, created_at) VALUES ($1, $2, $3, $4, $5)",
        [TaskId::new().into(), kind.as_str().into(), number.into(), detail.into(), now.into()],
    )
    .await
    .map(|_| ())
}

/// Leaves each translation that a correction of its original leaves behind as a task, until it is answered:
/// "nothing to change here" is an answer too.
pub async fn ask_translations(conn: &mut Conn<'_>, story: &Story, now: Timestamp) -> Result<(), DbError> {
    let rows = conn
        .all(
            "SELECT number FROM released WHERE group_id = $1 AND number <> $2 AND state IN ('public', 'held')",
            [story.group.into(), story.number.into()],
        )
        .await?;
    let behind = Behind { original: story.number.get(), version: story.version };
    let detail = serde_json::to_string(&behind).expect("numbers are plain data");
    for row in rows {
        let number = row.parsed("number", StoryNumber::new)?;
        task(conn, TaskKind::TranslationBehind, number, &detail, now).await?;
    }
    Ok(())
}

/// What nobody has answered, the oldest first; at most `limit`.
pub async fn open_tasks(conn: &mut Conn<'_>, limit: i64) -> Result<Vec<Task>, DbError> {
    let rows = conn
        .all(
            "SELECT id, kind, number, detail, created_at FROM task WHERE answered_at IS NULL \
             ORDER BY created_at, id LIMIT $1",
            [limit.into()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// One task nobody has answered.
pub async fn open_task(conn: &mut Conn<'_>, id: TaskId) -> Result<Option<Task>, DbError> {
    let row = conn
        .optional(
            "SELECT id, kind, number, detail, created_at FROM task WHERE id = $1 AND answered_at IS NULL",
            [id.into()],
        )
        .await?;
    row.as_ref().map(read).transpose()
}

/// Answers a task; whether it was still open.
pub async fn answer(
    conn: &mut Conn<'_>,
    id: TaskId,
    answer: TaskAnswer,
    person: Option<PersonId>,
    now: Timestamp,
) -> Result<bool, DbError> {
    let changed = conn
        .execute(
            "UPDATE task SET answered_at = $2, answered_by = $3, answer = $4 \
             WHERE id = $1 AND answered_at IS NULL",
            [id.into(), now.into(), person.into(), answer.as_str().into()],
        )
        .await?;
    Ok(changed > 0)
}

/// A translation was corrected or refiled itself: what it stayed behind is answered. Whether there was anything.
pub async fn put_right(
    conn: &mut Conn<'_>,
    number: StoryNumber,
    person: Option<PersonId>,
    now: Timestamp,
) -> Result<bool, DbError> {
    let changed = conn
        .execute(
            "UPDATE task SET answered_at = $3, answered_by = $4, answer = $5 \
         WHERE number = $1 AND kind = $2 AND answered_at IS NULL",
            [
                number.into(),
                TaskKind::TranslationBehind.as_str().into(),
                now.into(),
                person.into(),
                TaskAnswer::PutRight.as_str().into(),
            ],
        )
        .await?;
    Ok(changed > 0)
}

fn read(row: &Row) -> Result<Task, DbError> {
    Ok(Task {
        id: row.parsed("id", |bytes: Vec<u8>| TaskId::from_bytes(&bytes))?,
        kind: row.parsed("kind", |word: String| TaskKind::parse(&word))?,
        number: row.parsed("number", StoryNumber::new)?,
        detail: row.get("detail")?,
        at: row.get("created_at")?,
    })
}
