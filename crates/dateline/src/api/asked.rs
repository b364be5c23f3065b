//! What is asked: parameters, parts of the address, and JSON bodies. Whatever cannot be read is a problem document.

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use serde::de::{DeserializeOwned, Error, IgnoredAny};
use serde::{Deserialize, Deserializer};

use super::{MAX_BODY_BYTES, Problem};

/// The query's parameters.
#[derive(Clone, Copy, Debug)]
pub struct Parameters<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Parameters<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Parameters<T>, Problem> {
        match Query::try_from_uri(&parts.uri) {
            Ok(Query(read)) => Ok(Parameters(read)),
            Err(refused) => Err(Problem::bad_request(format!("{}.", refused.body_text()))),
        }
    }
}

/// What an address names; one whose parts cannot be read names nothing.
#[derive(Clone, Copy, Debug)]
pub struct Named<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Named<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Named<T>, Problem> {
        let named = Path::<T>::from_request_parts(parts, state).await;
        named.map(|Path(named)| Named(named)).map_err(|_| Problem::not_found("address"))
    }
}

/// A body of JSON, whole and not yet read; empty where none was sent.
#[derive(Clone, Debug)]
pub struct JsonBody(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for JsonBody {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<JsonBody, Problem> {
        let kind = other_type(request.headers());
        let body = match Bytes::from_request(request, state).await {
            Ok(body) => body,
            Err(refused) if refused.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                return Err(Problem::too_large(MAX_BODY_BYTES));
            }
            Err(refused) => return Err(Problem::bad_request(format!("{}.", refused.body_text()))),
        };
        let taken = |kind: &str| body.is_empty() || (kind == UNSAID && body.starts_with(b"{"));
        match kind.filter(|kind| !taken(kind)) {
            Some(kind) => {
                let detail = format!("The body is {kind}; application/json is taken here.");
                Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "not-json", detail))
            }
            None => Ok(JsonBody(body)),
        }
    }
}

/// What `curl -d` calls any body where nobody said what it is.
const UNSAID: &str = "application/x-www-form-urlencoded";

impl JsonBody {
    /// What the body says; the default of what it may say where it is empty.
    pub fn read_or_default<T: DeserializeOwned + Default>(&self) -> Result<T, Problem> {
        if self.0.is_empty() { Ok(T::default()) } else { self.read() }
    }

    /// What the body says.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, Problem> {
        serde_json::from_slice(&self.0).map_err(|wrong| self.or_not_json(Problem::bad_json(&wrong)))
    }

    /// The body as text, for what reads it otherwise.
    pub fn text(&self) -> Result<&str, Problem> {
        std::str::from_utf8(&self.0).map_err(|_| Problem::bad_request("The body is not UTF-8."))
    }

    /// `problem`, or a better one where the body is no JSON at all.
    pub fn or_not_json(&self, problem: Problem) -> Problem {
        match serde_json::from_slice::<IgnoredAny>(&self.0) {
            Ok(IgnoredAny) => problem,
            Err(wrong) => Problem::bad_json(&wrong),
        }
    }
}

/// The type of a body that says it is something else than JSON.
fn other_type(headers: &HeaderMap) -> Option<String> {
    let kind = headers.get(header::CONTENT_TYPE)?.to_str().unwrap_or("of an unreadable type");
    let bare = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let json = bare.is_empty() || bare == "application/json" || bare.ends_with("+json");
    (!json).then_some(bare)
}

/// A number of things at most. One beyond all counting is cut like any other that is too large.
pub fn limit<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i64, D::Error> {
    let text = String::deserialize(deserializer)?;
    let digits = text.strip_prefix('-').unwrap_or(&text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(D::Error::custom("limit is not a whole number"));
    }
    Ok(text.parse().unwrap_or(if digits.len() < text.len() { i64::MIN } else { i64::MAX }))
}
