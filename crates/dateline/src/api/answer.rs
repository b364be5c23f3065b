//! What an act answers.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use crate::edition::Agency;
use crate::ids::{StoryId, StoryNumber};
use crate::story::{self, Story};

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
    let slug = match story.release {
        story::Release::TakenDown => String::new(),
        _ => story::slug::Slug::of_headline(&story.copy.headline, story.language).as_str().to_owned(),
    };
    let path = story::story_path(agency, story.language, &story.copy.section, &slug, story.number);
    format!("{}{path}", agency.origin)
}

/// A status and what changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// 200, 201 or 202.
    pub status: StatusCode,
    /// The body.
    pub changed: Changed,
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let body = serde_json::to_string(&self.changed).expect("answers are plain data");
        let mut response = (self.status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Ok(tag) = HeaderValue::from_str(&format!("\"{}\"", self.changed.revision)) {
            headers.insert(header::ETAG, tag);
        }
        if self.status == StatusCode::CREATED
            && let Ok(place) = HeaderValue::from_str(&format!("/api/v1/stories/{}", self.changed.id))
        {
            headers.insert(header::LOCATION, place);
        }
        response
    }
}
