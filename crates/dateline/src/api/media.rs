//! Pictures, video and sound: sent, described, withdrawn.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::Value;

use super::answer::{Answer, MediaAnswer};
use super::asked::{JsonBody, Named, Parameters};
use super::caller::Caller;
use super::idempotency::{self, Key};
use super::media_form::Sent;
use super::openapi::{ProblemBody, SentAgain};
use super::{Api, Problem, write};
use crate::ids::MediaId;
use crate::media::{self, FocalPoint, MediaChange, MediaEdit, MediaError, NotTaken, PhotoFields, Refused};
use crate::people::Right;
use crate::publication::{Act, Looked, MediaWorkError};

/// The longest file taken through the API, in bytes; longer video is imported.
pub const MAX_BODY_BYTES: usize = 256 << 20;

/// The name of a file that is sent alone.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
pub struct NameQuery {
    /// The name of the file, where the body is the file itself.
    name: Option<String>,
}

/// `POST /api/v1/media`.
#[utoipa::path(post, path = "/api/v1/media", tag = "media", summary = "Takes in a picture, video, sound or captions",
    params(NameQuery, SentAgain),
    request_body(content = Object, content_type = "multipart/form-data", description = "`file`, and where wanted `fields` (JSON over what the file says of itself), `focal` (X,Y from 0 to 1), `expires_at`; or the file itself as the body, with its name in the query"),
    responses((status = 201, description = "Taken in; renditions follow", body = MediaAnswer), (status = 200, description = "Sent before under the same name", body = MediaAnswer), (status = "4XX", description = "Refused, with the reason", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn create(
    State(api): State<Api>,
    caller: Caller,
    Parameters(query): Parameters<NameQuery>,
    request: Request,
) -> Result<Answer, Problem> {
    caller.must(Right::MediaWrite)?;
    let headers = request.headers().clone();
    let sent = Sent::read(request, query.name).await?;
    let key = match headers.contains_key(idempotency::HEADER) {
        true => Key::of(&headers, caller.token, "media", &sent.content().await)?,
        false => None,
    };
    let now = api.publication.clock.now();
    if sent.file.expires_at.is_some_and(|at| at <= now) {
        return Err(Problem::bad_field("expires_at", "The end of its rights is not in the future."));
    }
    let patch = sent.fields;
    let describe =
        move |fields: PhotoFields| patch.map_or(Ok(fields.clone()), |patch| fields.patched(&patch));
    // In a task of its own: a caller who hangs up does not stop it half-way.
    let (publication, blobs) = (api.publication.clone(), api.blobs.clone());
    let looking =
        tokio::spawn(async move { publication.look_at(&blobs, sent.file, describe, &caller.actor).await });
    let looked = looking.await.map_err(|panic| Problem::ours(&panic))??;
    write::write(api, 0, key, move |act| {
        let looked = looked.clone();
        Box::pin(async move {
            let (status, media) = match looked {
                Looked::New(new) => (StatusCode::CREATED, act.add_media(*new, &caller.actor).await?),
                Looked::Before(media) => (StatusCode::OK, *media),
            };
            Ok(Answer::media(status, &act.agency, &media))
        })
    })
    .await
}

/// `GET /api/v1/media/{id}`.
#[utoipa::path(get, path = "/api/v1/media/{id}", tag = "media", summary = "Reads what is known of a file",
    params(("id" = String, Path, description = "Id")),
    responses((status = 200, description = "The file's fields", body = MediaAnswer), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn read(
    State(api): State<Api>,
    caller: Caller,
    Named(id): Named<String>,
) -> Result<Answer, Problem> {
    if !caller.actor.rights.has(Right::MediaWrite) {
        caller.must(Right::StoriesRead)?;
    }
    let id = parse_id(&id)?;
    let found = media::store::by_id(&mut api.publication.db.reader().await?.conn(), id).await?;
    let found = found.ok_or_else(|| Problem::not_found("file"))?;
    let agency = api.publication.agency(&mut api.publication.db.reader().await?.conn()).await?;
    Ok(Answer::media(StatusCode::OK, &agency, &found))
}

/// What an edit may change; what is absent stays.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct EditBody {
    fields: Option<Value>,
    focal: Option<FocalPoint>,
    #[serde(deserialize_with = "given")]
    expires_at: Option<Option<Timestamp>>,
}

/// A key that is there, with `null` for "never".
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Option<Timestamp>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

/// `PATCH /api/v1/media/{id}`.
#[utoipa::path(patch, path = "/api/v1/media/{id}", tag = "media", summary = "Describes a file, sets its focal point or the end of its rights",
    params(("id" = String, Path, description = "Id")),
    request_body(content = Object, description = "`fields` (JSON merge patch), `focal` [X, Y], `expires_at` or null"),
    responses((status = 200, description = "As it stands now", body = MediaAnswer), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn edit(
    State(api): State<Api>,
    caller: Caller,
    Named(id): Named<String>,
    body: JsonBody,
) -> Result<Answer, Problem> {
    let id = parse_id(&id)?;
    let body: EditBody = body.read()?;
    write::write(api, 0, None, move |act| {
        let body = body.clone();
        Box::pin(async move {
            let now = act.now;
            act.keep_pages_of(id).await?;
            let fields = match body.fields {
                Some(patch) => {
                    let found = media::store::lock(&mut act.conn(), id).await?;
                    let found = found.ok_or_else(|| Problem::not_found("file"))?;
                    let fields = found.fields.patched(&patch);
                    Some(fields.map_err(|reason| Problem::bad_field("fields", reason))?)
                }
                None => None,
            };
            let edit = MediaEdit { fields, focal: body.focal, expires_at: body.expires_at };
            let change = media::edit(&mut act.conn(), id, edit, &caller.actor, now).await?;
            recorded(act, change).await
        })
    })
    .await
}

/// `POST /api/v1/media/{id}/withdraw`.
#[utoipa::path(post, path = "/api/v1/media/{id}/withdraw", tag = "media", summary = "Withdraws a file: its addresses answer 410",
    params(("id" = String, Path, description = "Id"), SentAgain),
    responses((status = 200, description = "As it stands now", body = MediaAnswer), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn withdraw(
    State(api): State<Api>,
    caller: Caller,
    Named(id): Named<String>,
    headers: HeaderMap,
    body: JsonBody,
) -> Result<Answer, Problem> {
    let key = Key::of(&headers, caller.token, &format!("media/{id}/withdraw"), &body.0)?;
    let id = parse_id(&id)?;
    write::write(api, 0, key, move |act| {
        Box::pin(async move {
            let now = act.now;
            act.keep_pages_of(id).await?;
            let change = media::withdraw(&mut act.conn(), id, &caller.actor, now).await?;
            recorded(act, change).await
        })
    })
    .await
}

/// `POST /api/v1/media/{id}/restore`.
#[utoipa::path(post, path = "/api/v1/media/{id}/restore", tag = "media", summary = "Takes a withdrawal back",
    params(("id" = String, Path, description = "Id"), SentAgain),
    responses((status = 200, description = "As it stands now", body = MediaAnswer), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn restore(
    State(api): State<Api>,
    caller: Caller,
    Named(id): Named<String>,
    headers: HeaderMap,
    body: JsonBody,
) -> Result<Answer, Problem> {
    let key = Key::of(&headers, caller.token, &format!("media/{id}/restore"), &body.0)?;
    let id = parse_id(&id)?;
    write::write(api, 0, key, move |act| {
        Box::pin(async move {
            let now = act.now;
            act.keep_pages_of(id).await?;
            let change = media::restore(&mut act.conn(), id, None, &caller.actor, now).await?;
            recorded(act, change).await
        })
    })
    .await
}

/// Writes down what follows a change, and answers with the file as it stands.
async fn recorded(act: &mut Act, change: MediaChange) -> Result<Answer, Problem> {
    act.record_media(&change).await?;
    let media = media::store::by_id(&mut act.conn(), change.media).await?;
    let media = media.ok_or_else(|| Problem::not_found("file"))?;
    Ok(Answer::media(StatusCode::OK, &act.agency, &media))
}

fn parse_id(raw: &str) -> Result<MediaId, Problem> {
    raw.parse().map_err(|_| Problem::not_found("file"))
}

impl From<MediaError> for Problem {
    fn from(error: MediaError) -> Problem {
        let detail = format!("{error}.");
        match error {
            MediaError::Db(error) => error.into(),
            MediaError::NotAllowed(refused) => refused.into(),
            MediaError::NotFound(_) => Problem::not_found("file"),
            MediaError::NotInUse { standing, .. } => {
                Problem::new(StatusCode::CONFLICT, "not-in-use", detail).with("standing", standing.as_str())
            }
            MediaError::AlreadyExpired(_) => Problem::bad_field("expires_at", detail),
            MediaError::BadName(_) => Problem::bad_field("name", detail),
        }
    }
}

impl From<MediaWorkError> for Problem {
    fn from(error: MediaWorkError) -> Problem {
        match error {
            MediaWorkError::Media(error) => error.into(),
            MediaWorkError::Story(error) => error.into(),
            MediaWorkError::Db(error) => error.into(),
            MediaWorkError::BadFields(reason) => Problem::bad_field("fields", reason),
            MediaWorkError::NotTaken(NotTaken::Refused(reason @ Refused::TooLong { .. })) => {
                Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", format!("{reason}."))
            }
            MediaWorkError::NotTaken(NotTaken::Refused(reason @ Refused::Unsupported { .. })) => {
                Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-taken", format!("{reason}."))
            }
            MediaWorkError::NotTaken(NotTaken::Refused(reason)) => {
                Problem::bad_field("file", format!("{reason}."))
            }
            MediaWorkError::NotTaken(NotTaken::Broken(reason)) => {
                Problem::bad_field("file", format!("{reason}."))
            }
            MediaWorkError::NotTaken(error) => Problem::ours(&error),
            MediaWorkError::Darkroom(error) => Problem::ours(&error),
        }
    }
}
