//! What acts left to desks: translations that a correction left behind, schedules that were refused or taken back,
//! withdrawals somebody confirmed alone. Each waits until it is answered.

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use minijinja::context;
use serde::Serialize;

use super::acts_page::act_key;
use super::answer::{Answer, see_other};
use super::doing::{locked, note};
use super::look::filling;
use super::on_duty::OnDuty;
use super::words::{Hour, Words};
use super::{Newsroom, Trouble};
use crate::correction::{self, Task, TaskAnswer, TaskKind};
use crate::db::Conn;
use crate::ids::{StoryRef, TaskId};
use crate::people::Right;
use crate::story::{self, Story, StoryAct};

/// The most tasks that are looked through.
const LOOKED_THROUGH: i64 = 500;

/// The tasks' own addresses.
pub(super) fn routes() -> Router<Newsroom> {
    Router::new().route("/newsroom/tasks", get(show)).route("/newsroom/tasks/{id}", post(answer))
}

/// A task as pages show it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct TaskView {
    id: String,
    number: i64,
    headline: String,
    language: String,
    dir: &'static str,
    text: String,
    /// The original that was corrected, and what readers of it were told.
    original: Option<i64>,
    note: Option<String>,
    at: Hour,
    may_answer: bool,
}

/// What nobody has answered on stories somebody may see, the oldest first.
async fn open(conn: &mut Conn<'_>, who: &OnDuty, words: &Words) -> Result<Vec<TaskView>, Trouble> {
    let mut views = Vec::new();
    for (task, story) in seen(conn, who).await? {
        views.push(view(conn, who, words, &task, story).await?);
    }
    Ok(views)
}

/// The tasks somebody may answer, the oldest first: how many, and the first `most` of them.
pub(super) async fn waiting_for(
    conn: &mut Conn<'_>,
    who: &OnDuty,
    words: &Words,
    most: usize,
) -> Result<(usize, Vec<TaskView>), Trouble> {
    let mut waiting = seen(conn, who).await?;
    waiting.retain(|(task, story)| who.badge.may_at(&story.desk, right(task.kind)));
    let (count, mut views) = (waiting.len(), Vec::new());
    for (task, story) in waiting.into_iter().take(most) {
        views.push(view(conn, who, words, &task, story).await?);
    }
    Ok((count, views))
}

async fn seen(conn: &mut Conn<'_>, who: &OnDuty) -> Result<Vec<(Task, Story)>, Trouble> {
    let mut seen = Vec::new();
    for task in correction::open_tasks(conn, LOOKED_THROUGH).await? {
        let story = story::store::find(conn, StoryRef::Number(task.number)).await?;
        seen.extend(story.filter(|story| who.at(story).is_ok()).map(|story| (task, story)));
    }
    Ok(seen)
}

async fn view(
    conn: &mut Conn<'_>,
    who: &OnDuty,
    words: &Words,
    task: &Task,
    story: Story,
) -> Result<TaskView, Trouble> {
    let behind = task.behind();
    let mut note = None;
    if let Some(number) = behind.and_then(|behind| crate::ids::StoryNumber::new(behind.original)) {
        let notes = correction::of_story(conn, number).await?;
        note = notes.into_iter().find(|note| Some(note.version) == behind.map(|behind| behind.version));
    }
    let act = StoryAct::parse(&task.detail).map_or("", |act| words.text(act_key(act)));
    let text = match task.kind {
        TaskKind::TranslationBehind => words.text("task_translation_behind").to_owned(),
        TaskKind::ScheduleRefused => words.text("task_schedule_refused").to_owned(),
        TaskKind::ScheduleCancelled => words.format("task_schedule_cancelled", &[("act", act.into())]),
        TaskKind::ConfirmedAlone => words.format("task_confirmed_alone", &[("act", act.into())]),
    };
    Ok(TaskView {
        id: task.id.to_string(),
        number: task.number.get(),
        text,
        original: behind.map(|behind| behind.original),
        note: note.map(|note| note.note),
        at: words.hour(task.at),
        may_answer: who.badge.may_at(&story.desk, right(task.kind)),
        language: story.language.to_string(),
        dir: story.language.direction().as_str(),
        headline: story.copy.headline,
    })
}

/// Whoever may write a translation says that nothing is to be changed in it; a withdrawal confirmed alone is looked at
/// by those who might have been the second person.
fn right(kind: TaskKind) -> Right {
    match kind {
        TaskKind::ConfirmedAlone => Right::StoriesWithdraw,
        _ => Right::StoriesWrite,
    }
}

/// `GET /newsroom/tasks`
async fn show(State(room): State<Newsroom>, who: OnDuty) -> Answer {
    who.must(Right::StoriesRead)?;
    let words = room.words(who.visitor.language).await?;
    let mut snapshot = room.publication.db.snapshot().await?;
    let tasks = open(&mut snapshot.conn(), &who, &words).await?;
    drop(snapshot);
    let own = context! { tasks => filling(tasks) };
    room.page(&who, &words, "tasks", "tasks.html", own).await
}

/// `POST /newsroom/tasks/{id}`: nothing is to be changed, or it was taken note of.
async fn answer(State(room): State<Newsroom>, who: OnDuty, Path(id): Path<String>) -> Answer {
    who.must(Right::StoriesWrite)?;
    let id: TaskId = id.parse().map_err(|_| Trouble::NotFound)?;
    let found = correction::open_task(&mut room.publication.db.reader().await?.conn(), id).await?;
    let task = found.ok_or(Trouble::NotFound)?;
    let target = StoryRef::Number(task.number);
    room.act_on(target, &(&who, &task, target), |act, &(who, task, target)| {
        Box::pin(async move {
            let (mut story, actor) = locked(act, who, target).await?;
            actor.must(right(task.kind))?;
            let now = act.now;
            // Whoever has it on their start page sees that it is answered.
            story.moved_at = now;
            story::store::put_hands(&mut act.conn(), &story).await?;
            let nothing = TaskAnswer::NothingToChange;
            if !correction::answer(&mut act.conn(), task.id, nothing, actor.person, now).await? {
                return Err(Trouble::NotFound);
            }
            note(act, &actor, "answer_task", &story, Some(task.kind.as_str())).await
        })
    })
    .await?;
    Ok(see_other("/newsroom/tasks"))
}
