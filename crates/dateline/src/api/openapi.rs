//! The API's description (OpenAPI 3.1), generated from the handlers.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{IntoParams, Modify, OpenApi, ToSchema};

use super::{acts, answer, fronts, log, media, releases, stories};

/// A refusal as it is sent (RFC 9457).
#[derive(Debug, ToSchema)]
#[allow(dead_code)]
pub struct ProblemBody {
    /// `urn:dateline:problem:NAME`.
    r#type: String,
    /// The status in words.
    title: String,
    /// The status.
    status: u16,
    /// What is wrong, in one sentence.
    detail: String,
}

/// The header every POST takes.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code)]
pub struct SentAgain {
    /// Sent again under the same key within 24 hours, the call does nothing and answers the same; another request under
    /// the same key is refused with 422.
    #[param(rename = "Idempotency-Key", max_length = 255)]
    key: Option<String>,
}

#[derive(OpenApi)]
#[openapi(
    info(title = "Dateline", description = "Stories, acts and the release log of a news agency."),
    paths(
        stories::create,
        stories::read,
        stories::edit,
        acts::perform,
        acts::confirm,
        releases::newest,
        releases::version,
        media::create,
        media::read,
        media::edit,
        media::withdraw,
        media::restore,
        fronts::read,
        fronts::arrange,
        log::entries,
        log::stream,
        read,
    ),
    components(schemas(answer::Changed, acts::ActBody, answer::MediaAnswer, ProblemBody)),
    modifiers(&Tokens)
)]
struct Document;

struct Tokens;

impl Modify for Tokens {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        if let Some(components) = document.components.as_mut() {
            let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
            super::story_schema::name_parts(components);
            components.add_security_scheme("token", SecurityScheme::Http(bearer));
        }
    }
}

/// The description.
pub fn document() -> utoipa::openapi::OpenApi {
    Document::openapi()
}

/// `GET /api/v1/openapi.json`.
#[utoipa::path(get, path = "/api/v1/openapi.json", tag = "description", summary = "This description",
    responses((status = 200, description = "OpenAPI 3.1", body = Object)))]
pub(super) async fn read() -> Response {
    let mut response = axum::Json(document()).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
