//! The JSON API: stories, acts, fronts, the log, media.
//!
//! Holds no rules: it reads the request, opens an act, calls a domain verb, and answers. Every refusal is a problem
//! document (RFC 9457) in the caller's terms.

mod acts;
mod answer;
mod asked;
mod caller;
mod fronts;
mod idempotency;
mod instant;
mod log;
mod media;
mod media_form;
mod openapi;
mod problem;
mod releases;
mod stories;
mod story_schema;
mod write;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::routing::{any, get, post};

use crate::blob::BlobStore;
use crate::publication::Publication;

pub use caller::Limit;
pub use idempotency::forget_old as forget_old_keys;
pub use openapi::document;
pub use problem::Problem;

/// The largest request body in bytes, pictures apart.
pub const MAX_BODY_BYTES: usize = 4 << 20;

/// What the API needs of a node. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Api {
    /// Acts and the log.
    pub publication: Publication,
    /// Where the bytes of pictures are.
    pub blobs: BlobStore,
    /// Requests a token may make, where a limit is set.
    pub limit: Option<Arc<Limit>>,
}

/// The routes under `/api/v1`.
pub fn router(api: Api) -> Router {
    let routes = Router::new()
        .route("/stories", post(stories::create))
        .route("/stories/{id}", get(stories::read).patch(stories::edit))
        .route("/stories/{id}/{act}", post(acts::perform))
        .route("/stories/{id}/{act}/confirm", post(acts::confirm))
        .route("/releases/{number}", get(releases::newest))
        .route("/releases/{number}/versions/{version}", get(releases::version))
        .route("/media", post(media::create).layer(DefaultBodyLimit::max(media::MAX_BODY_BYTES)))
        .route("/media/{id}", get(media::read).patch(media::edit))
        .route("/media/{id}/withdraw", post(media::withdraw))
        .route("/media/{id}/restore", post(media::restore))
        .route("/fronts/{language}", get(fronts::read).put(fronts::arrange))
        .route("/log", get(log::entries))
        .route("/log/stream", get(log::stream))
        .route("/openapi.json", get(openapi::read))
        .method_not_allowed_fallback(|| async {
            Problem::new(StatusCode::METHOD_NOT_ALLOWED, "method", "This address does not take that method.")
        })
        .fallback(unknown)
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .with_state(api);
    // Nothing under /api is a page, whatever version is asked for.
    let elsewhere = ["/api", "/api/", "/api/{*rest}"].into_iter();
    elsewhere.fold(Router::new().nest("/api/v1", routes), |router, path| router.route(path, any(unknown)))
}

async fn unknown() -> Problem {
    Problem::not_found("address")
}
