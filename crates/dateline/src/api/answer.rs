//! What a call answers.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::fronts::FrontAnswer;
use crate::edition::Agency;
use crate::ids::{MediaId, StoryId, StoryNumber};
use crate::media::{Media, PhotoFields};
use crate::story::Story;

/// A story after a call that changed it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Changed {
    /// For life.
    #[schema(value_type = String, format = "uuid")]
    pub id: StoryId,
    /// The public number, for life.
    #[schema(value_type = i64)]
    pub number: StoryNumber,
    /// Where it is read, absolute.
    pub url: String,
    /// The newest version; 0 before the first.
    pub version: i64,
    /// Of the working copy.
    pub revision: i64,
    /// What the public sees: `never`, `advanced`, `public`, `held`, `killed`, `taken_down`, `unpublished`.
    pub state: String,
    /// Position in the log, where the call wrote an entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seq: Option<i64>,
    /// A second person must confirm.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pending: bool,
}

impl Changed {
    /// Of a story as it stands.
    pub fn of(agency: &Agency, story: &Story) -> Changed {
        Changed {
            id: story.id,
            number: story.number,
            url: url_of(agency, story),
            version: story.version,
            revision: story.revision,
            state: story.release.as_str().to_owned(),
            seq: None,
            pending: story.pending.is_some(),
        }
    }
}

/// The absolute address of a story.
pub fn url_of(agency: &Agency, story: &Story) -> String {
    format!("{}{}", agency.origin, story.path(agency))
}

/// A picture, video or audio file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
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
    /// Of a file as it stands.
    pub fn of(agency: &Agency, media: &Media) -> MediaAnswer {
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
            url: format!("{}/media/{}/", agency.origin, media.address),
        }
    }
}

/// What became of what the call was about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Told {
    /// A story.
    Story(Changed),
    /// A picture, video or audio file.
    Media(Box<MediaAnswer>),
    /// A front.
    Front(FrontAnswer),
}

/// A status, and what became of what the call was about.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// 200, 201 or 202.
    pub status: StatusCode,
    /// The body.
    pub told: Told,
}

impl Answer {
    /// About a story.
    pub fn story(status: StatusCode, changed: Changed) -> Answer {
        Answer { status, told: Told::Story(changed) }
    }

    /// About a file.
    pub fn media(status: StatusCode, agency: &Agency, media: &Media) -> Answer {
        Answer { status, told: Told::Media(Box::new(MediaAnswer::of(agency, media))) }
    }

    /// Fills in the position in the log, known after the commit; answers about files have none.
    pub fn at(mut self, seq: Option<i64>) -> Answer {
        match &mut self.told {
            Told::Story(changed) => changed.seq = seq,
            Told::Front(front) => front.seq = seq,
            Told::Media(_) => {}
        }
        self
    }

    /// The position in the log, where it is known.
    pub fn seq(&self) -> Option<i64> {
        match &self.told {
            Told::Story(changed) => changed.seq,
            Told::Media(_) | Told::Front(_) => None,
        }
    }

    fn headers(&self, headers: &mut HeaderMap) {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        let (place, revision) = match &self.told {
            Told::Story(changed) => (format!("/api/v1/stories/{}", changed.id), Some(changed.revision)),
            Told::Media(media) => (format!("/api/v1/media/{}", media.id), None),
            Told::Front(front) => (String::new(), Some(front.revision)),
        };
        if let Some(revision) = revision
            && let Ok(tag) = HeaderValue::from_str(&format!("\"{revision}\""))
        {
            headers.insert(header::ETAG, tag);
        }
        if self.status == StatusCode::CREATED
            && let Ok(place) = HeaderValue::from_str(&place)
        {
            headers.insert(header::LOCATION, place);
        }
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let body = serde_json::to_string(&self.told).expect("answers are plain data");
        let mut response = (self.status, body).into_response();
        self.headers(response.headers_mut());
        response
    }
}
