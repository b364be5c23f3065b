//! Stories: made, read and edited as `dateline/story/1`.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};
use story_body::Body;

use super::acts::story_ref;
use super::answer::{Answer, Changed, url_of};
use super::asked::{JsonBody, Named, Parameters};
use super::caller::Caller;
use super::idempotency::Key;
use super::openapi::{ProblemBody, SentAgain};
use super::story_schema::{StoryPatch, StoryShown};
use super::{Api, Problem, write};
use crate::db::Conn;
use crate::edition::Agency;
use crate::ids::{StoryNumber, StoryRef};
use crate::people::Right;
use crate::publication::Act;
use crate::story::format::{BadStoryFile, Found, StoryFile, StoryName};
use crate::story::{self, Group, NewStory, Order, Story, StoryAct, StoryCopy};

/// How a story is made.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
pub struct CreateQuery {
    /// `now` releases the draft in the same transaction.
    release: Option<String>,
}

/// `POST /api/v1/stories`.
#[utoipa::path(post, path = "/api/v1/stories", tag = "stories", summary = "Makes a draft, or releases it at once",
    params(CreateQuery, SentAgain),
    request_body(content = StoryFile, description = "A dateline/story/1 object"),
    responses((status = 201, description = "The draft, or the released story", body = Changed), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn create(
    State(api): State<Api>,
    caller: Caller,
    Parameters(query): Parameters<CreateQuery>,
    headers: HeaderMap,
    body: JsonBody,
) -> Result<Answer, Problem> {
    caller.must(Right::StoriesWrite)?;
    let release = match query.release.as_deref() {
        None => false,
        Some("now") => true,
        Some(_) => return Err(Problem::bad_field("release", "`release` is `now` or absent.")),
    };
    let mut file = read_file(&body)?;
    // Read here, where nobody waits for it: inside the act it would hold up every other.
    let (blocks, _) = file.read_body(None);
    file.body_html = None;
    let target = if release { "stories?release=now" } else { "stories" };
    let key = Key::of(&headers, caller.token, target, &body.0)?;
    let lane = lane_for(&api, &file).await?;
    write::write(api, lane, key, move |act| {
        let (file, blocks) = (file.clone(), blocks.clone());
        Box::pin(async move {
            let new = new_story(act, file, blocks).await?;
            let (agency, now) = (act.agency.clone(), act.now);
            if !release {
                let story = story::create(&mut act.conn(), &agency, new, &caller.actor, now).await?;
                return Ok(Answer::story(StatusCode::CREATED, Changed::of(&agency, &story)));
            }
            let order = Order::new(StoryAct::Release);
            let done = story::release_new(&mut act.conn(), &agency, new, &order, &caller.actor, now).await?;
            let changed = Changed::of(&agency, &done.0);
            act.record_all(done.1);
            Ok(Answer::story(StatusCode::CREATED, changed))
        })
    })
    .await
}

/// `GET /api/v1/stories/{id}`.
#[utoipa::path(get, path = "/api/v1/stories/{id}", tag = "stories", summary = "Reads the working copy",
    params(("id" = String, Path, description = "Id or number")),
    responses((status = 200, description = "The working copy as dateline/story/1 with its state", body = StoryShown), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn read(
    State(api): State<Api>,
    caller: Caller,
    Named(id): Named<String>,
) -> Result<Response, Problem> {
    caller.must(Right::StoriesRead)?;
    let mut snapshot = api.publication.db.snapshot().await?;
    let agency = api.publication.agency(&mut snapshot.conn()).await?;
    let story = seen(&mut snapshot.conn(), story_ref(&id)?, &caller).await?;
    let mut response = axum::Json(shown(&agency, &story)).into_response();
    let tag = HeaderValue::from_str(&format!("\"{}\"", story.revision)).expect("a number is a header value");
    response.headers_mut().insert(header::ETAG, tag);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// `PATCH /api/v1/stories/{id}`: a JSON merge patch (RFC 7396) of the working copy.
#[utoipa::path(patch, path = "/api/v1/stories/{id}", tag = "stories", summary = "Edits the working copy",
    params(("id" = String, Path, description = "Id or number"), ("If-Match" = String, Header, description = "The revision that was read")),
    request_body(content = StoryPatch, content_type = "application/merge-patch+json", description = "JSON merge patch, RFC 7396"),
    responses((status = 200, description = "The story after the edit", body = Changed), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn edit(
    State(api): State<Api>,
    caller: Caller,
    Named(id): Named<String>,
    headers: HeaderMap,
    body: JsonBody,
) -> Result<Answer, Problem> {
    caller.must(Right::StoriesWrite)?;
    let target = story_ref(&id)?;
    let expected = expected_revision(&headers)?;
    let patch: Value = body.read()?;
    let Value::Object(_) = &patch else {
        return Err(Problem::bad_request("A merge patch of a story is a JSON object."));
    };
    let lane = api.publication.lane_of(target).await?;
    write::write(api, lane, None, move |act| {
        let patch = patch.clone();
        Box::pin(async move {
            let (agency, now) = (act.agency.clone(), act.now);
            let mut story = story::store::lock(&mut act.conn(), target)
                .await?
                .filter(|story| story.is_open_to(&caller.actor))
                .ok_or_else(|| Problem::not_found("story"))?;
            let copy = patched(act, &story, patch).await?;
            story::save_locked(&mut act.conn(), &agency, &mut story, expected, copy, &caller.actor, now)
                .await?;
            Ok(Answer::story(StatusCode::OK, Changed::of(&agency, &story)))
        })
    })
    .await
}

fn read_file(body: &JsonBody) -> Result<StoryFile, Problem> {
    StoryFile::parse(body.text()?).map_err(|bad| body.or_not_json(refused(bad)))
}

fn refused(bad: BadStoryFile) -> Problem {
    match bad {
        BadStoryFile::Shape(reason) => {
            let problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "bad-story", format!("{reason}."));
            match block_in(&reason) {
                Some(block) => problem.with("field", "body").with("block", block),
                None => problem,
            }
        }
        BadStoryFile::Value { key, reason } => Problem::bad_field(key, format!("{key} {reason}.")),
    }
}

/// The block, counted from 1, that the body was refused for.
fn block_in(reason: &str) -> Option<u64> {
    let (_, rest) = reason.split_once("block ")?;
    rest.split_once(':')?.0.parse().ok()
}

async fn lane_for(api: &Api, file: &StoryFile) -> Result<u64, Problem> {
    match &file.translation_of {
        Some(StoryName::Number(number)) => match StoryNumber::new(*number) {
            Some(number) => Ok(api.publication.lane_of(StoryRef::Number(number)).await?),
            None => Ok(0),
        },
        Some(StoryName::Uri(_)) => Ok(0),
        None => Ok(rand::random()),
    }
}

async fn new_story(act: &mut Act, file: StoryFile, body: Body) -> Result<NewStory, Problem> {
    let language = file.language;
    let found = find_names(act, &file).await?;
    let group = match found.translation_of {
        Some(original) => {
            let group = story::store::group_of(&mut act.conn(), StoryRef::Number(original)).await?;
            group.map_or(Group::New, Group::Of)
        }
        None => Group::New,
    };
    let (uri, number) = (file.uri.clone(), file.number);
    Ok(NewStory { language, uri, number, group, copy: file.into_copy(body, found) })
}

/// What the names in a file stand for; a section that does not exist is made.
async fn find_names(act: &mut Act, file: &StoryFile) -> Result<Found, Problem> {
    let mut sections = Vec::new();
    for name in file.section.iter().chain(&file.also_in) {
        sections.push(
            act.section(file.language, name)
                .await
                .map_err(|e| Problem::bad_field("section", e.to_string()))?,
        );
    }
    let mut sections = sections.into_iter();
    let section = match &file.section {
        Some(_) => sections.next().unwrap_or_default(),
        None => act
            .usual_section(file.language)
            .await
            .map_err(|e| Problem::bad_field("section", e.to_string()))?,
    };
    Ok(Found {
        section,
        also_in: sections.collect(),
        follows: find_story(&mut act.conn(), "follows", file.follows.as_ref()).await?,
        related: find_related(&mut act.conn(), &file.related).await?,
        translation_of: find_story(&mut act.conn(), "translation_of", file.translation_of.as_ref()).await?,
        media: file.media.iter().map(|entry| entry.media).collect(),
    })
}

async fn find_related(conn: &mut Conn<'_>, names: &[StoryName]) -> Result<Vec<StoryNumber>, Problem> {
    let mut found = Vec::with_capacity(names.len());
    for name in names {
        found.extend(find_story(conn, "related", Some(name)).await?);
    }
    Ok(found)
}

async fn find_story(
    conn: &mut Conn<'_>,
    field: &str,
    name: Option<&StoryName>,
) -> Result<Option<StoryNumber>, Problem> {
    let found = match name {
        None => return Ok(None),
        Some(StoryName::Uri(uri)) => story::store::find_uri(conn, uri).await?,
        Some(StoryName::Number(number)) => StoryNumber::new(*number).map(StoryRef::Number),
    };
    let story = match found {
        Some(target) => story::store::find(conn, target).await?,
        None => None,
    };
    story.map(|story| Some(story.number)).ok_or_else(|| Problem::bad_field(field, "There is no such story."))
}

async fn patched(act: &mut Act, story: &Story, patch: Value) -> Result<StoryCopy, Problem> {
    let mut whole = serde_json::to_value(StoryFile::of_copy(story.language, &story.copy))
        .expect("story files are plain data");
    if patch.get("body_html").is_some_and(|html| !html.is_null())
        && let Value::Object(members) = &mut whole
    {
        members.shift_remove("body");
    }
    for fixed in ["language", "uri", "number", "format"] {
        let unchanged = patch.get(fixed).is_none() || patch.get(fixed) == shown_field(story, fixed).as_ref();
        if !unchanged {
            return Err(Problem::bad_field(fixed, format!("`{fixed}` of a story cannot be changed.")));
        }
    }
    merge(&mut whole, patch);
    let file: StoryFile =
        serde_json::from_value(whole).map_err(|e| refused(BadStoryFile::Shape(e.to_string())))?;
    file.check().map_err(refused)?;
    let found = find_names(act, &file).await?;
    let (body, _) = file.read_body(Some(&story.copy.body));
    Ok(file.into_copy(body, found))
}

fn shown_field(story: &Story, field: &str) -> Option<Value> {
    match field {
        "language" => Some(json!(story.language.as_str())),
        "uri" => Some(json!(story.uri)),
        "number" => Some(json!(story.number)),
        "format" => Some(json!(story::format::FORMAT)),
        _ => None,
    }
}

/// RFC 7396 §2.
fn merge(target: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = json!({});
    }
    let Value::Object(members) = target else { return };
    for (key, value) in patch {
        if value.is_null() {
            members.shift_remove(&key);
        } else {
            merge(members.entry(key).or_insert(Value::Null), value);
        }
    }
}

pub(super) fn expected_revision(headers: &HeaderMap) -> Result<i64, Problem> {
    let Some(sent) = headers.get(header::IF_MATCH) else {
        let detail = "Send If-Match with the revision you have read.";
        return Err(Problem::new(StatusCode::PRECONDITION_REQUIRED, "if-match", detail));
    };
    let revision =
        sent.to_str().ok().map(|tag| tag.trim().trim_matches('"')).and_then(|tag| tag.parse().ok());
    revision.ok_or_else(|| Problem::new(StatusCode::PRECONDITION_FAILED, "changed", "No such revision."))
}

async fn seen(conn: &mut Conn<'_>, target: StoryRef, caller: &Caller) -> Result<Story, Problem> {
    story::store::find(conn, target)
        .await?
        .filter(|story| story.is_open_to(&caller.actor))
        .ok_or_else(|| Problem::not_found("story"))
}

/// A story as `dateline/story/1`, with its state beside it.
fn shown(agency: &Agency, story: &Story) -> Value {
    let file = StoryFile {
        uri: story.uri.clone(),
        number: Some(story.number),
        published_at: story.published_at,
        ..StoryFile::of_copy(story.language, &story.copy)
    };
    let mut value = serde_json::to_value(file).expect("story files are plain data");
    if let Value::Object(members) = &mut value {
        members.insert("id".into(), json!(story.id));
        members.insert("url".into(), json!(url_of(agency, story)));
        members.insert("version".into(), json!(story.version));
        members.insert("revision".into(), json!(story.revision));
        members.insert("state".into(), json!(story.release.as_str()));
        members.insert("stage".into(), json!(story.stage.name()));
        members.insert("pending".into(), json!(story.pending.as_ref().map(|p| p.order.act.as_str())));
    }
    value
}
