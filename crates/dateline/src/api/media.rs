//! Pictures, video and sound: sent, described, withdrawn.

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Path, Query, Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::caller::Caller;
use super::openapi::ProblemBody;
use super::{Api, Problem};
use crate::ids::MediaId;
use crate::media::{
    self, FocalPoint, Media, MediaChange, MediaEdit, MediaError, NotTaken, PhotoFields, Refused,
};
use crate::people::Right;
use crate::publication::{Act, Known, MediaWorkError, NewFile};

/// The longest file taken through the API, in bytes; longer video is imported.
pub const MAX_BODY_BYTES: usize = 256 << 20;

/// A picture, video or audio file.
#[derive(Clone, Debug, PartialEq, Serialize, utoipa::ToSchema)]
pub struct MediaAnswer {
    /// For life; stories name it in `media` and in the body.
    #[schema(value_type = String, format = "uuid")]
    id: MediaId,
    /// `picture`, `video`, `audio` or `captions`.
    kind: String,
    /// The media type of the original.
    media_type: String,
    /// The name it was sent under.
    name: String,
    /// Length of the original.
    bytes: u64,
    /// Pixels across, upright.
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
    /// Pixels down, upright.
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u32>,
    /// How long it plays.
    #[serde(skip_serializing_if = "Option::is_none")]
    seconds: Option<f64>,
    /// What matters in it, 0 to 1 from the left and from the top.
    focal: (f64, f64),
    /// What it says of itself, as edited since.
    #[schema(value_type = Object)]
    fields: PhotoFields,
    /// Formats whose renditions are there: `jpg`, `webp`, `avif`.
    renditions: Vec<String>,
    /// Why there are none, where none can be made.
    #[serde(skip_serializing_if = "Option::is_none")]
    failed: Option<String>,
    /// `good`, `expired` or `withdrawn`.
    standing: String,
    /// When its rights end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    expires_at: Option<Timestamp>,
    /// Where its public files are, once a public story shows it: absolute, ends in `/`.
    url: String,
}

impl MediaAnswer {
    fn of(media: &Media, origin: &str) -> MediaAnswer {
        MediaAnswer {
            id: media.id,
            kind: media.kind.nature().as_str().to_owned(),
            media_type: media.kind.media_type().to_owned(),
            name: media.name.clone(),
            bytes: media.bytes,
            width: media.size.map(|(width, _)| width),
            height: media.size.map(|(_, height)| height),
            seconds: media.duration.map(|duration| duration.as_secs_f64()),
            focal: (media.focal.x(), media.focal.y()),
            fields: media.fields.clone(),
            renditions: media.made.formats.iter().map(|format| format.extension().to_owned()).collect(),
            failed: media.made.failed.clone(),
            standing: media.standing.as_str().to_owned(),
            expires_at: media.expires_at,
            url: format!("{origin}/media/{}/", media.address),
        }
    }

    fn respond(&self, status: StatusCode) -> Response {
        let mut response = (status, axum::Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if status == StatusCode::CREATED
            && let Ok(place) = HeaderValue::from_str(&format!("/api/v1/media/{}", self.id))
        {
            headers.insert(header::LOCATION, place);
        }
        response
    }
}

/// The name of a file that is sent alone.
#[derive(Clone, Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(default)]
pub struct NameQuery {
    /// The name of the file, where the body is the file itself.
    name: Option<String>,
}

/// `POST /api/v1/media`.
#[utoipa::path(post, path = "/api/v1/media", tag = "media", summary = "Takes in a picture, video, sound or captions",
    params(NameQuery),
    request_body(content = Object, content_type = "multipart/form-data", description = "`file`, and where wanted `fields` (JSON over what the file says of itself), `focal` (X,Y from 0 to 1), `expires_at`; or the file itself as the body, with its name in the query"),
    responses((status = 201, description = "Taken in; renditions follow", body = MediaAnswer), (status = 200, description = "Sent before under the same name", body = MediaAnswer), (status = "4XX", description = "Refused, with the reason", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn create(
    State(api): State<Api>,
    caller: Caller,
    Query(query): Query<NameQuery>,
    request: Request,
) -> Result<Response, Problem> {
    caller.must(Right::MediaWrite)?;
    let sent = Sent::read(request, query.name).await?;
    let now = api.publication.clock.now();
    if sent.file.expires_at.is_some_and(|at| at <= now) {
        return Err(Problem::bad_field("expires_at", "The end of its rights is not in the future."));
    }
    let patch = sent.fields;
    let describe =
        move |fields: PhotoFields| patch.map_or(Ok(fields.clone()), |patch| fields.patched(&patch));
    // In a task of its own: a caller who hangs up does not stop it half-way.
    let (publication, blobs, actor) = (api.publication.clone(), api.blobs.clone(), caller.actor);
    let taken =
        tokio::spawn(async move { publication.take_in(&blobs, sent.file, describe, &actor).await }).await;
    let known = taken.map_err(|panic| Problem::ours(&panic))??;
    let status = if matches!(known, Known::Added(_)) { StatusCode::CREATED } else { StatusCode::OK };
    Ok(answer(&api, known.media()).await?.respond(status))
}

/// `GET /api/v1/media/{id}`.
#[utoipa::path(get, path = "/api/v1/media/{id}", tag = "media", summary = "Reads what is known of a file",
    params(("id" = String, Path, description = "Id")),
    responses((status = 200, description = "The file's fields", body = MediaAnswer), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn read(
    State(api): State<Api>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    if !caller.actor.rights.has(Right::MediaWrite) {
        caller.must(Right::StoriesRead)?;
    }
    let id = parse_id(&id)?;
    let found = media::store::by_id(&mut api.publication.db.reader().await?.conn(), id).await?;
    let found = found.ok_or_else(|| Problem::not_found("file"))?;
    Ok(answer(&api, &found).await?.respond(StatusCode::OK))
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
    Path(id): Path<String>,
    body: Bytes,
) -> Result<Response, Problem> {
    let id = parse_id(&id)?;
    let body: EditBody =
        serde_json::from_slice(&body).map_err(|error| Problem::bad_field("body", error.to_string()))?;
    let mut act = api.publication.begin(0).await?;
    let now = act.now;
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
    finish(&api, act, change).await
}

/// `POST /api/v1/media/{id}/withdraw`.
#[utoipa::path(post, path = "/api/v1/media/{id}/withdraw", tag = "media", summary = "Withdraws a file: its addresses answer 410",
    params(("id" = String, Path, description = "Id")),
    responses((status = 200, description = "As it stands now", body = MediaAnswer), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn withdraw(
    State(api): State<Api>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id = parse_id(&id)?;
    let mut act = api.publication.begin(0).await?;
    let now = act.now;
    let change = media::withdraw(&mut act.conn(), id, &caller.actor, now).await?;
    finish(&api, act, change).await
}

/// `POST /api/v1/media/{id}/restore`.
#[utoipa::path(post, path = "/api/v1/media/{id}/restore", tag = "media", summary = "Takes a withdrawal back",
    params(("id" = String, Path, description = "Id")),
    responses((status = 200, description = "As it stands now", body = MediaAnswer), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn restore(
    State(api): State<Api>,
    caller: Caller,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id = parse_id(&id)?;
    let mut act = api.publication.begin(0).await?;
    let now = act.now;
    let change = media::restore(&mut act.conn(), id, None, &caller.actor, now).await?;
    finish(&api, act, change).await
}

async fn finish(api: &Api, mut act: Act, change: MediaChange) -> Result<Response, Problem> {
    act.record_media(&change).await?;
    let media = media::store::by_id(&mut act.conn(), change.media).await?;
    let media = media.ok_or_else(|| Problem::not_found("file"))?;
    act.commit().await?;
    Ok(answer(api, &media).await?.respond(StatusCode::OK))
}

async fn answer(api: &Api, media: &Media) -> Result<MediaAnswer, Problem> {
    let agency = api.publication.agency(&mut api.publication.db.reader().await?.conn()).await?;
    Ok(MediaAnswer::of(media, &agency.origin))
}

fn parse_id(raw: &str) -> Result<MediaId, Problem> {
    raw.parse().map_err(|_| Problem::not_found("file"))
}

/// A file as it was sent.
struct Sent {
    file: NewFile,
    fields: Option<Value>,
}

impl Sent {
    async fn read(request: Request, name: Option<String>) -> Result<Sent, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        if kind.is_some_and(|kind| kind.starts_with("multipart/form-data")) {
            let form = Multipart::from_request(request, &()).await;
            return Sent::read_form(
                form.map_err(|refused| too_large_or(refused.status(), refused.body_text()))?,
            )
            .await;
        }
        let bytes = Bytes::from_request(request, &()).await;
        let bytes = bytes.map_err(|refused| too_large_or(refused.status(), refused.body_text()))?;
        let name = name.ok_or_else(|| Problem::bad_field("name", "Send the file's name in the query."))?;
        Ok(Sent { file: NewFile { name, bytes, focal: None, expires_at: None }, fields: None })
    }

    async fn read_form(mut form: Multipart) -> Result<Sent, Problem> {
        let (mut file, mut fields, mut focal, mut expires_at) = (None, None, None, None);
        while let Some(part) = form.next_field().await.map_err(unreadable)? {
            match part.name().unwrap_or_default() {
                "file" => {
                    let name = part.file_name().unwrap_or_default().to_owned();
                    file = Some((name, part.bytes().await.map_err(unreadable)?));
                }
                "fields" => {
                    let text = part.text().await.map_err(unreadable)?;
                    let patch = serde_json::from_str(&text);
                    fields = Some(patch.map_err(|error| Problem::bad_field("fields", error.to_string()))?);
                }
                "focal" => focal = Some(parse_focal(&part.text().await.map_err(unreadable)?)?),
                "expires_at" => {
                    let at = part.text().await.map_err(unreadable)?.parse();
                    expires_at =
                        Some(at.map_err(|_| {
                            Problem::bad_field("expires_at", "An instant as RFC 3339 has it.")
                        })?);
                }
                other => return Err(Problem::bad_field(other, "The form has no such part.")),
            }
        }
        let (name, bytes) = file.ok_or_else(|| Problem::bad_field("file", "The form has no file."))?;
        Ok(Sent { file: NewFile { name, bytes, focal, expires_at }, fields })
    }
}

fn parse_focal(text: &str) -> Result<FocalPoint, Problem> {
    let pair = text.split_once(',').and_then(|(x, y)| Some((x.trim().parse().ok()?, y.trim().parse().ok()?)));
    let focal = pair.and_then(|(x, y)| FocalPoint::new(x, y));
    focal.ok_or_else(|| Problem::bad_field("focal", "Two numbers from 0 to 1 with a comma between."))
}

fn unreadable(error: axum::extract::multipart::MultipartError) -> Problem {
    too_large_or(error.status(), error.body_text())
}

fn too_large_or(status: StatusCode, detail: String) -> Problem {
    if status == StatusCode::PAYLOAD_TOO_LARGE {
        let detail = format!("A file has at most {MAX_BODY_BYTES} bytes here.");
        return Problem::new(status, "too-large", detail);
    }
    Problem::bad_request(detail)
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
