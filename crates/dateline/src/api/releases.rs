//! Released text, for whoever reads the log.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::asked::Named;
use super::caller::Caller;
use super::openapi::ProblemBody;
use super::{Api, Problem};
use crate::db::{Conn, Snapshot};
use crate::ids::{StoryNumber, StoryRef};
use crate::people::Right;
use crate::story::{self, Release, ReleasedPage, Story, Version};

/// `GET /api/v1/releases/{number}`: the newest version.
#[utoipa::path(get, path = "/api/v1/releases/{number}", tag = "log", summary = "The newest released version",
    params(("number" = i64, Path)),
    responses((status = 200, description = "The newest version", body = Object), (status = 410, description = "Killed or unpublished, with the notice", body = ProblemBody, content_type = "application/problem+json"), (status = 451, description = "Taken down", body = ProblemBody, content_type = "application/problem+json"), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn newest(
    State(api): State<Api>,
    caller: Caller,
    Named(number): Named<i64>,
) -> Result<Response, Problem> {
    let (story, versions) = read(&api, &caller, number).await?;
    match versions.last() {
        Some(version) => Ok(axum::Json(release(&story, version)).into_response()),
        None => Err(Problem::not_found("release")),
    }
}

/// `GET /api/v1/releases/{number}/versions/{version}`.
#[utoipa::path(get, path = "/api/v1/releases/{number}/versions/{version}", tag = "log", summary = "One released version",
    params(("number" = i64, Path), ("version" = i64, Path)),
    responses((status = 200, description = "That version", body = Object), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn version(
    State(api): State<Api>,
    caller: Caller,
    Named((number, version)): Named<(i64, i64)>,
) -> Result<Response, Problem> {
    let (story, versions) = read(&api, &caller, number).await?;
    match versions.iter().find(|found| found.version == version) {
        Some(version) => Ok(axum::Json(release(&story, version)).into_response()),
        None => Err(Problem::not_found("version")),
    }
}

async fn read(api: &Api, caller: &Caller, number: i64) -> Result<(Story, Vec<Version>), Problem> {
    caller.must(Right::LogRead)?;
    let number = StoryNumber::new(number).ok_or_else(|| Problem::not_found("release"))?;
    let mut snapshot: Snapshot = api.publication.db.snapshot().await?;
    let story = story::store::find(&mut snapshot.conn(), StoryRef::Number(number)).await?;
    let story = story
        .filter(|story| story.version > 0 && story.is_open_to(&caller.actor))
        .ok_or_else(|| Problem::not_found("release"))?;
    let versions = story::versions(&mut snapshot.conn(), number).await?;
    match withdrawn(story.release) {
        Some(status) => Err(notice(&mut snapshot.conn(), &story, versions.last(), status).await?),
        None => Ok((story, versions)),
    }
}

/// What a withdrawn story answers, as its page does.
fn withdrawn(release: Release) -> Option<StatusCode> {
    match release {
        Release::Held => Some(StatusCode::NOT_FOUND),
        Release::Killed | Release::Unpublished => Some(StatusCode::GONE),
        Release::TakenDown => Some(StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS),
        _ => None,
    }
}

/// What is said in the place of a withdrawn story. Only a kill tells what the story said it was, why it is gone, and
/// what stands in for it.
async fn notice(
    conn: &mut Conn<'_>,
    story: &Story,
    last: Option<&Version>,
    status: StatusCode,
) -> Result<Problem, Problem> {
    let (name, detail) = match story.release {
        Release::Held => ("held", "This story is held while it is checked."),
        _ => ("withdrawn", "This story was withdrawn."),
    };
    let mut problem = Problem::new(status, name, detail)
        .with("state", story.release.as_str())
        .with("version", story.version);
    if story.release != Release::Killed {
        return Ok(problem);
    }
    let shown = conn.optional("SELECT page FROM released WHERE number = $1", [story.number.into()]).await?;
    let shown = shown.map(|row| row.json::<ReleasedPage>("page")).transpose()?.and_then(|page| page.notice);
    let (reason, substitute) = match shown {
        Some(notice) => (notice.reason, notice.substitute),
        // One that never left its embargo has no page.
        None => (last.and_then(|version| version.reason.clone()), None),
    };
    if let Some(copy) = last.and_then(|version| version.content.as_ref()) {
        problem = problem.with("headline", copy.headline.as_str());
    }
    if let Some(number) = substitute {
        problem = problem.with("substitute", number);
    }
    Ok(problem.with("reason", reason))
}

fn release(story: &Story, version: &Version) -> Value {
    json!({
        "number": story.number,
        "id": story.id,
        "uri": story.uri,
        "language": story.language.as_str(),
        "version": version.version,
        "act": version.act.as_str(),
        "at": version.at.to_string(),
        "status": version.status,
        "hash": version.hash,
        "editor_note": version.editor_note.as_ref().or(version.content.as_ref().and_then(|copy| copy.editor_note.as_ref())),
        "public_note": version.public_note,
        "published_at": story.published_at.map(|at| at.to_string()),
        "content": version.content,
    })
}
