//! `/media/{hash}/{name}`: pictures, video, sound and captions.
//!
//! The bytes come from the store piece by piece, whole or as one range; whether they are public is asked of the database on
//! every request, so a withdrawal holds from its commit on.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use sha2::{Digest, Sha256};

use super::range::Portion;
use crate::blob::{BlobEntry, BlobError, BlobStore};
use crate::db::{Db, DbError};
use crate::media::{self, Media, MediaName, PictureAddress, PublicMedia};
use crate::publication::log;

/// What the addresses of media need. Cheap to clone.
#[derive(Clone, Debug)]
pub struct MediaDoor {
    /// Asked whether a file is public.
    pub db: Db,
    /// Where the bytes are.
    pub blobs: BlobStore,
}

/// A day: the address is long-lived, and a cache in front is purged by what the log names.
const PUBLIC: HeaderValue = HeaderValue::from_static("public, max-age=86400");
const NOT_KEPT: HeaderValue = HeaderValue::from_static("no-cache");
const NO_SNIFFING: HeaderValue = HeaderValue::from_static("nosniff");
/// Opened by itself, a file is shown and does nothing.
const INERT: HeaderValue =
    HeaderValue::from_static("default-src 'none'; img-src 'self'; media-src 'self'; sandbox");
/// The position of the log an answer was given at.
const POSITION: HeaderName = HeaderName::from_static("dateline-log");

/// Answers `GET` and `HEAD` for `/media/{hash}/{name}`.
pub async fn answer(
    State(door): State<MediaDoor>,
    Path((hash, name)): Path<(String, String)>,
    method: Method,
    headers: HeaderMap,
) -> Response {
    match door.find(&hash, &name).await {
        Ok((found, position)) => {
            let mut response = match found {
                Found::File(file) => door.send(file, &method, &headers).await,
                Found::Nothing(status) => without(status),
            };
            response.headers_mut().insert(POSITION, HeaderValue::from(position));
            response
        }
        Err(error) => failed(&hash, &name, &error),
    }
}

enum Found {
    File(File),
    /// 404, 410 or 451.
    Nothing(StatusCode),
}

struct File {
    entry: BlobEntry,
    name: MediaName,
}

#[derive(Debug, thiserror::Error)]
enum DoorError {
    #[error(transparent)]
    Db(#[from] DbError),
    #[error(transparent)]
    Blob(#[from] BlobError),
}

impl MediaDoor {
    /// The status a request for a file is answered with.
    pub async fn status(&self, hash: &str, name: &str) -> StatusCode {
        match self.find(hash, name).await {
            Ok((Found::File(_), _)) => StatusCode::OK,
            Ok((Found::Nothing(status), _)) => status,
            Err(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// What stands at an address, and the position of the log at which that was so.
    async fn find(&self, hash: &str, name: &str) -> Result<(Found, i64), DoorError> {
        let mut snapshot = self.db.snapshot().await?;
        let position = log::head(&mut snapshot.conn()).await?;
        let nothing = |status| Ok((Found::Nothing(status), position));
        let Some((address, name)) = PictureAddress::parse(hash).zip(MediaName::parse(name)) else {
            return nothing(StatusCode::NOT_FOUND);
        };
        let media = match media::public(&mut snapshot.conn(), &address).await? {
            PublicMedia::Public(media) => media,
            PublicMedia::NotPublic { status } => {
                return nothing(StatusCode::from_u16(status).unwrap_or(StatusCode::NOT_FOUND));
            }
        };
        drop(snapshot);
        if !is_given_out(&media, name) {
            return nothing(StatusCode::NOT_FOUND);
        }
        Ok(match self.blobs.head(&address.key(name)).await? {
            Some(entry) => (Found::File(File { entry, name }), position),
            None => (Found::Nothing(StatusCode::NOT_FOUND), position),
        })
    }

    async fn send(&self, file: File, method: &Method, asked: &HeaderMap) -> Response {
        let tag = entity_tag(&file.entry);
        let mut headers = HeaderMap::new();
        headers.insert(CACHE_CONTROL, PUBLIC);
        headers.insert(ETAG, tag.clone());
        if is_known(asked, &tag) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.name.media_type()));
        headers.insert(X_CONTENT_TYPE_OPTIONS, NO_SNIFFING);
        headers.insert(CONTENT_SECURITY_POLICY, INERT);
        let portion = Portion::asked(method, asked, file.entry.bytes, Some(&tag), None);
        let status = portion.describe(file.entry.bytes, &mut headers);
        let bytes = portion.bytes(file.entry.bytes);
        if *method == Method::HEAD || bytes.is_empty() {
            return (status, headers).into_response();
        }
        match self.blobs.stream(&file.entry.key, Some(bytes)).await {
            Ok(pieces) => (status, headers, Body::from_stream(pieces)).into_response(),
            Err(error) => failed(file.entry.key.as_str(), "", &error.into()),
        }
    }
}

/// Whether `name` is among what is made of `media` for the public.
fn is_given_out(media: &Media, name: MediaName) -> bool {
    use media::Format;
    match name {
        MediaName::Original(_) => media.shown_original() == Some(name),
        MediaName::Card => media.made.has(Format::Jpeg),
        MediaName::Width(_, format) | MediaName::Thumb(format) => media.made.has(format),
    }
}

/// Renditions made again keep their address and get another tag.
fn entity_tag(entry: &BlobEntry) -> HeaderValue {
    let version = entry.version.as_deref().unwrap_or_default();
    let digest = Sha256::digest(format!("{}\0{}\0{version}", entry.key, entry.bytes));
    HeaderValue::try_from(format!("\"{}\"", hex::encode(&digest[..10]))).expect("digits and quotes")
}

fn is_known(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    let tags = asked.get_all(IF_NONE_MATCH).iter().filter_map(|tags| tags.to_str().ok());
    let mut tags = tags.flat_map(|tags| tags.split(',')).map(str::trim);
    tags.any(|known| known == "*" || known.trim_start_matches("W/").as_bytes() == tag.as_bytes())
}

fn without(status: StatusCode) -> Response {
    let words = match status {
        StatusCode::GONE => "This picture is no longer published.\n",
        StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS => "This picture was removed for legal reasons.\n",
        _ => "There is no picture at this address.\n",
    };
    let headers = [(CACHE_CONTROL, NOT_KEPT), (X_CONTENT_TYPE_OPTIONS, NO_SNIFFING)];
    (status, headers, words).into_response()
}

fn failed(hash: &str, name: &str, error: &DoorError) -> Response {
    tracing::error!(error = error as &dyn std::error::Error, "answering for media {hash}/{name}");
    let headers = [(CACHE_CONTROL, NOT_KEPT), (X_CONTENT_TYPE_OPTIONS, NO_SNIFFING)];
    (StatusCode::SERVICE_UNAVAILABLE, headers, "This picture cannot be given at the moment.\n")
        .into_response()
}
