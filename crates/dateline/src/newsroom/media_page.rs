//! Pictures: taken in with progress, found again for another story, shown before the public sees them.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Multipart, Path, Query, Request, State};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, StatusCode};
use minijinja::context;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, json, see_other, wants_json};
use super::look::filling;
use super::on_duty::OnDuty;
use super::trouble::Said;
use super::{Newsroom, Trouble};
use crate::media::{self, FocalPoint, Format, Media, MediaEdit, MediaName, PhotoFields, PictureAddress};
use crate::people::{Actor, Right, audit};
use crate::publication::{Known, MediaWorkError, NewFile};

/// The most pictures a search shows.
const SHOWN: i64 = 60;

/// A file as the editor and the library read it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct MediaAnswer {
    id: String,
    hash: String,
    address: String,
    kind: String,
    name: String,
    bytes: u64,
    width: Option<u32>,
    height: Option<u32>,
    /// The smallest picture of it that is there, for the newsroom.
    src: String,
    alt: String,
    caption: String,
    credit: String,
    /// What matters in it, 0 to 1 from the left and from the top.
    focal: (f64, f64),
    /// Everything it says of itself.
    fields: PhotoFields,
}

impl MediaAnswer {
    fn of(media: &Media) -> MediaAnswer {
        let fields = media.fields.clone();
        let credit = fields.credit.clone().or_else(|| fields.creators.first().cloned());
        MediaAnswer {
            id: media.id.to_string(),
            hash: media.original.to_string(),
            address: media.address.as_str().to_owned(),
            kind: media.kind.nature().as_str().to_owned(),
            name: media.name.clone(),
            bytes: media.bytes,
            width: media.size.map(|(width, _)| width),
            height: media.size.map(|(_, height)| height),
            src: small(media),
            alt: fields.alt.clone().unwrap_or_default(),
            caption: fields.caption.clone().or(fields.headline.clone()).unwrap_or_default(),
            credit: credit.unwrap_or_default(),
            focal: (media.focal.x(), media.focal.y()),
            fields,
        }
    }
}

/// The address of a small picture of a file, for the newsroom: its square crop once that is made, else the original.
pub(super) fn small(media: &Media) -> String {
    let name = match media.made.has(Format::Jpeg) {
        true => "thumb.jpg".to_owned(),
        false => "original".to_owned(),
    };
    format!("/newsroom/media/{}/{name}", media.address.as_str())
}

/// A file as the editor reads it.
pub(super) fn known(media: &Media) -> serde_json::Value {
    serde_json::to_value(MediaAnswer::of(media)).unwrap_or_default()
}

/// What the editor changes of a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Focus {
    focal: FocalPoint,
}

/// `POST /newsroom/media/{id}`: where the eye should rest.
pub(super) async fn focus(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    body: Bytes,
) -> Answer {
    who.must(Right::MediaWrite)?;
    let id = id.parse().map_err(|_| Trouble::NotFound)?;
    let focus: Focus =
        serde_json::from_slice(&body).map_err(|error| Trouble::Bad(Said::Words(error.to_string())))?;
    let actor = with_media(&who);
    let mut act = room.publication.begin(0).await?;
    let now = act.now;
    let edit = MediaEdit { fields: None, focal: Some(focus.focal), expires_at: None };
    let change = media::edit(&mut act.conn(), id, edit, &actor, now).await.map_err(MediaWorkError::from)?;
    act.record_media(&change).await?;
    audit(&mut act.conn(), now, &actor, "media.focus", &id.to_string(), None).await?;
    act.commit().await?;
    Ok(json(StatusCode::OK, &serde_json::json!({})))
}

/// The right may be given at a desk; pictures are of no desk.
fn with_media(who: &OnDuty) -> Actor {
    Actor { rights: [Right::MediaWrite].into_iter().collect(), ..who.actor() }
}

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct SearchQuery {
    q: String,
    said: String,
}

/// `GET /newsroom/media?q=`: a page, or JSON for the editor.
pub(super) async fn search(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<SearchQuery>,
    headers: HeaderMap,
) -> Answer {
    who.must(Right::StoriesRead)?;
    let found = {
        let mut reader = room.publication.db.reader().await?;
        media::store::search(&mut reader.conn(), &query.q, SHOWN).await?
    };
    let found: Vec<MediaAnswer> = found.iter().map(MediaAnswer::of).collect();
    if wants_json(&headers) {
        return Ok(json(StatusCode::OK, &serde_json::json!({ "media": found })));
    }
    let words = room.words(who.visitor.language).await?;
    let own = context! {
        media => filling(found),
        q => query.q,
        said => super::story_page::said(&words, &query.said),
        may_write => who.badge.may(Right::MediaWrite),
    };
    room.page(&who, &words, "media", "media.html", own).await
}

/// `POST /newsroom/media`: a form with `file`; what the file says of itself comes back.
pub(super) async fn upload(State(room): State<Newsroom>, who: OnDuty, request: Request) -> Answer {
    who.must(Right::MediaWrite)?;
    let scripted = wants_json(request.headers());
    let form = Multipart::from_request(request, &()).await;
    let mut form = form.map_err(|refused| unreadable(refused.status(), refused.body_text()))?;
    let mut file = None;
    while let Some(part) = form.next_field().await.map_err(|e| unreadable(e.status(), e.body_text()))? {
        if part.name() == Some("file") {
            let name = plain_name(part.file_name().unwrap_or_default());
            let bytes = part.bytes().await.map_err(|e| unreadable(e.status(), e.body_text()))?;
            file = Some((name, bytes));
        }
    }
    let (name, bytes) = file.filter(|(_, bytes)| !bytes.is_empty()).ok_or(Trouble::bad("file_text"))?;
    let actor = with_media(&who);
    let file = NewFile { name, bytes, focal: None, expires_at: None };
    let known = room.publication.take_in(&room.blobs, file, Ok, &actor).await?;
    if let Known::Added(media) = &known {
        let mut act = room.publication.begin(0).await?;
        let now = act.now;
        audit(&mut act.conn(), now, &actor, "media.add", &media.id.to_string(), Some(&media.name)).await?;
        act.commit().await?;
    }
    match scripted {
        true => Ok(json(StatusCode::CREATED, &MediaAnswer::of(known.media()))),
        false => Ok(see_other("/newsroom/media?said=saved")),
    }
}

/// What a file is called, without the folders it lay in and what changes how other text is read. A name is for people:
/// no path is made of it.
fn plain_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let turns =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    last.chars().filter(|c| !c.is_control() && !turns(*c)).take(200).collect()
}

fn unreadable(status: StatusCode, reason: String) -> Trouble {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => Trouble::TooLarge,
        _ => Trouble::Bad(Said::Words(reason)),
    }
}

/// `GET /newsroom/media/{address}/{name}`: a rendition for the newsroom, public or not.
pub(super) async fn file(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path((address, name)): Path<(String, String)>,
) -> Result<Response, Trouble> {
    who.must(Right::StoriesRead)?;
    let address = PictureAddress::parse(&address).ok_or(Trouble::NotFound)?;
    let media = {
        let mut reader = room.publication.db.reader().await?;
        media::store::by_address(&mut reader.conn(), &address).await?.ok_or(Trouble::NotFound)?
    };
    // Until renditions are made, the file itself as it was sent: inert, and for the newsroom alone.
    let (key, kind) = match name.as_str() {
        "original" => (media.original.key(), media.kind.media_type()),
        name => {
            let name = MediaName::parse(name).ok_or(Trouble::NotFound)?;
            (media.address.key(name), name.media_type())
        }
    };
    let entry = room.blobs.head(&key).await?.ok_or(Trouble::NotFound)?;
    let pieces = room.blobs.stream(&entry.key, Some(0..entry.bytes)).await?;
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(kind)),
        (CACHE_CONTROL, HeaderValue::from_static("private, max-age=300")),
        (
            http::header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("default-src 'none'; img-src 'self'; media-src 'self'; sandbox"),
        ),
    ];
    Ok((headers, Body::from_stream(pieces)).into_response())
}
