//! The letters of a form, as a picture and as sound: `/captcha/{token}.png` and `.wav`.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName, X_CONTENT_TYPE_OPTIONS};
use http::{HeaderValue, StatusCode};
use puzzle::{Shade, Voice};
use serde::Deserialize;
use tokio::sync::Semaphore;

use super::form_door::Door;
use crate::captcha;

/// Pictures and sounds made at once: each takes a few milliseconds of the processor.
const AT_ONCE: usize = 2;
/// The answer must not be kept by anybody on the way, and is nothing to be found.
const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// What of the address chooses how the letters are shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct How {
    /// `dark` for a dark page.
    shade: String,
    /// The language of the voice.
    voice: String,
}

#[derive(Clone)]
struct Gallery {
    door: Door,
    places: Arc<Semaphore>,
}

/// The routes of pictures and sounds.
pub fn router(door: Door) -> Router {
    let gallery = Gallery { door, places: Arc::new(Semaphore::new(AT_ONCE)) };
    Router::new().route("/captcha/{file}", get(answer)).with_state(gallery)
}

async fn answer(
    State(Gallery { door, places }): State<Gallery>,
    Path(file): Path<String>,
    Query(how): Query<How>,
) -> Response {
    let Some((token, ending)) =
        file.rsplit_once('.').map(|(token, ending)| (token.to_owned(), ending.to_owned()))
    else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if !matches!(ending.as_str(), "png" | "wav") {
        return StatusCode::NOT_FOUND.into_response();
    }
    let now = door.publication.clock.now();
    let keys = match door.keys(now).await {
        Ok(keys) => keys,
        Err(error) => {
            tracing::error!(%error, "reading the keys of the captcha");
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    let Ok(_place) = places.acquire().await else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let made = tokio::task::spawn_blocking(move || {
        let puzzle = keys.ring().show(&token, captcha::moment(now)).ok()?;
        Some(match ending.as_str() {
            "png" => {
                ("image/png", puzzle.picture(if how.shade == "dark" { Shade::Dark } else { Shade::Light }))
            }
            _ => ("audio/wav", puzzle.sound(Voice::of(&how.voice))),
        })
    });
    match made.await {
        Ok(Some((kind, bytes))) => {
            let headers = [
                (CONTENT_TYPE, HeaderValue::from_static(kind)),
                (CACHE_CONTROL, HeaderValue::from_static("no-store")),
                (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
                (ROBOTS, HeaderValue::from_static("noindex")),
            ];
            (headers, bytes).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "drawing or speaking the letters of a form");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
