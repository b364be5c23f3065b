//! Released text, for whoever reads the log.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::caller::Caller;
use super::openapi::ProblemBody;
use super::{Api, Problem};
use crate::db::Snapshot;
use crate::ids::{StoryNumber, StoryRef};
use crate::people::Right;
use crate::story::{self, Release, Story, Version};

/// `GET /api/v1/releases/{number}`: the newest version.
#[utoipa::path(get, path = "/api/v1/releases/{number}", tag = "log", summary = "The newest released version",
    params(("number" = i64, Path)),
    responses((status = 200, description = "The newest version", body = Object), (status = 410, description = "Withdrawn"), (status = 451, description = "Taken down"), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn newest(
    State(api): State<Api>,
    caller: Caller,
    Path(number): Path<i64>,
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
    Path((number, version)): Path<(i64, i64)>,
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
        .filter(|story| story.version > 0 && (!story.embargoed || caller.is_trusted()))
        .ok_or_else(|| Problem::not_found("release"))?;
    let versions = story::versions(&mut snapshot.conn(), number).await?;
    if let Some(status) = withdrawn(story.release) {
        let last = versions.last();
        let mut problem = Problem::new(status, "withdrawn", "This story was withdrawn.")
            .with("state", story.release.as_str())
            .with("version", story.version);
        // A takedown says nothing of what it took down.
        if story.release != Release::TakenDown
            && let Some(last) = last
        {
            problem = problem
                .with("headline", last.content.as_ref().map(|copy| copy.headline.clone()))
                .with("reason", last.reason.clone());
        }
        return Err(problem);
    }
    Ok((story, versions))
}

fn withdrawn(release: Release) -> Option<StatusCode> {
    match release {
        Release::Killed | Release::Unpublished => Some(StatusCode::GONE),
        Release::TakenDown => Some(StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS),
        _ => None,
    }
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
        "editor_note": version.editor_note,
        "public_note": version.public_note,
        "published_at": story.published_at.map(|at| at.to_string()),
        "content": version.content,
    })
}
