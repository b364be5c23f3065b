//! Refusals as problem documents (RFC 9457).

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::db::DbError;
use crate::front::FrontError;
use crate::people::{NotAuthentic, Refused};
use crate::story::StoryError;

/// Why a request was refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The status of the answer.
    pub status: StatusCode,
    /// The last part of the problem's type, `urn:dateline:problem:NAME`.
    pub name: &'static str,
    /// One sentence for the person who wrote the program.
    pub detail: String,
    /// Further members.
    pub more: Map<String, Value>,
}

const IN_THE_WAY: &str = "in-the-way";

impl Problem {
    /// A problem without further members.
    pub fn new(status: StatusCode, name: &'static str, detail: impl Into<String>) -> Problem {
        Problem { status, name, detail: detail.into(), more: Map::new() }
    }

    /// Adds a member.
    pub fn with(mut self, key: &str, value: impl Into<Value>) -> Problem {
        self.more.insert(key.to_owned(), value.into());
        self
    }

    /// 400.
    pub fn bad_request(detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::BAD_REQUEST, "bad-request", detail)
    }

    /// 400, naming the place: the body is no JSON. 422 where it is, and says what is not taken.
    pub fn bad_json(wrong: &serde_json::Error) -> Problem {
        let (status, name) = match wrong.classify() {
            serde_json::error::Category::Data => (StatusCode::UNPROCESSABLE_ENTITY, "bad-value"),
            _ => (StatusCode::BAD_REQUEST, "bad-json"),
        };
        Problem::new(status, name, format!("The body: {wrong}."))
            .with("line", wrong.line())
            .with("column", wrong.column())
    }

    /// 413.
    pub fn too_large(most_bytes: usize) -> Problem {
        let detail = format!("At most {most_bytes} bytes are taken here.");
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "too-large", detail)
    }

    /// 422, naming the field.
    pub fn bad_field(field: &str, detail: impl Into<String>) -> Problem {
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "bad-field", detail).with("field", field)
    }

    /// 404.
    pub fn not_found(what: &str) -> Problem {
        Problem::new(StatusCode::NOT_FOUND, "not-found", format!("There is no such {what}."))
    }

    /// 503: others' acts were in the way; begun again, this one is done.
    pub fn in_the_way() -> Problem {
        let detail = "Another act was in the way; nothing was changed. Try again.";
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, IN_THE_WAY, detail)
    }

    /// 503: the connection was lost while the act was being committed.
    pub fn outcome_unknown() -> Problem {
        let detail = "The connection to the database was lost while the act was being committed; it was done wholly \
                      or not at all, and which is not known. Sent again with the same Idempotency-Key it is done \
                      once; without a key, read the story first.";
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, "outcome-unknown", detail)
    }

    /// Whether the same request may be judged otherwise at once.
    pub fn is_passing(&self) -> bool {
        self.name == IN_THE_WAY
    }

    /// 500, and the whole story in the log.
    pub fn ours(error: &dyn std::error::Error) -> Problem {
        tracing::error!(%error, "an API request failed");
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "ours", "The fault is ours; nothing was changed.")
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut body = json!({
            "type": format!("urn:dateline:problem:{}", self.name),
            "title": self.status.canonical_reason().unwrap_or("Refused"),
            "status": self.status.as_u16(),
            "detail": self.detail,
        });
        if let Value::Object(members) = &mut body {
            members.extend(self.more);
        }
        let mut response = (self.status, body.to_string()).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if self.status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"dateline\""));
        }
        if self.status == StatusCode::TOO_MANY_REQUESTS {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
        }
        response
    }
}

impl From<DbError> for Problem {
    fn from(error: DbError) -> Problem {
        if let DbError::NotCommitted(reason) = &error {
            tracing::warn!(%reason, "an act was not committed");
            let detail = "The act was not committed; nothing was changed. Try again.";
            return Problem::new(StatusCode::SERVICE_UNAVAILABLE, "not-committed", detail);
        }
        if let DbError::OutcomeUnknown(reason) = &error {
            tracing::warn!(%reason, "it is not known whether an act was committed");
            return Problem::outcome_unknown();
        }
        if error.is_dead_connection() {
            tracing::warn!(%error, "the connection to the database was lost");
            let detail = "The database went away; nothing was changed. Try again.";
            return Problem::new(StatusCode::SERVICE_UNAVAILABLE, "not-committed", detail);
        }
        if error.is_deadlock() {
            return Problem::in_the_way();
        }
        Problem::ours(&error)
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Problem {
        Problem::new(StatusCode::FORBIDDEN, "forbidden", sentence(&refused))
            .with("right", refused.right.as_str())
    }
}

impl From<NotAuthentic> for Problem {
    fn from(reason: NotAuthentic) -> Problem {
        match reason {
            NotAuthentic::Db(error) => error.into(),
            other => Problem::new(StatusCode::UNAUTHORIZED, "unauthorized", sentence(&other)),
        }
    }
}

impl From<StoryError> for Problem {
    fn from(error: StoryError) -> Problem {
        let detail = sentence(&error);
        let conflict = |name| Problem::new(StatusCode::CONFLICT, name, detail.clone());
        match error {
            StoryError::Db(error) => error.into(),
            StoryError::Refused(refused) => refused.into(),
            StoryError::NotFound => Problem::not_found("story"),
            StoryError::NotNow { release, .. } => conflict("not-now").with("state", release.as_str()),
            StoryError::NoteMissing { field, .. } => Problem::bad_field(field, detail),
            StoryError::BadCopy { field, .. } => Problem::bad_field(field, detail),
            StoryError::BadInstant(_) => Problem::bad_field("at", detail),
            StoryError::Stage(_) => conflict("not-approved"),
            StoryError::Behind { based_on, released } => {
                conflict("behind").with("based_on", based_on).with("released", released)
            }
            StoryError::UriTaken(uri) => conflict("uri-taken").with("uri", uri),
            StoryError::NothingPending(_) => conflict("nothing-pending"),
            StoryError::SamePerson => Problem::new(StatusCode::FORBIDDEN, "same-person", detail),
            StoryError::Changed { found, .. } => {
                Problem::new(StatusCode::PRECONDITION_FAILED, "changed", detail).with("revision", found)
            }
            StoryError::UnknownDesk(_) => Problem::bad_field("desk", detail),
            StoryError::NobodyActs | StoryError::AlreadyOut(_) => conflict("not-now"),
            StoryError::HeldBy { .. } => Problem::new(StatusCode::LOCKED, "held", detail),
        }
    }
}

impl From<FrontError> for Problem {
    fn from(error: FrontError) -> Problem {
        let detail = sentence(&error);
        let conflict =
            |name, number| Problem::new(StatusCode::CONFLICT, name, detail.clone()).with("number", number);
        match error {
            FrontError::Db(error) => error.into(),
            FrontError::Refused(refused) => refused.into(),
            FrontError::NoEdition(_) => Problem::not_found("edition"),
            FrontError::NotPublic(number) => conflict("not-public", number.get()),
            FrontError::OtherEdition { number, language } => {
                conflict("other-edition", number.get()).with("language", language.as_str())
            }
            FrontError::Twice(_) | FrontError::TooMany(_) => Problem::bad_field("pinned", detail),
            FrontError::BadEnd { .. } => Problem::bad_field("until", detail),
            FrontError::Changed { found, .. } => {
                Problem::new(StatusCode::PRECONDITION_FAILED, "changed", detail).with("revision", found)
            }
        }
    }
}

fn sentence(error: &dyn std::error::Error) -> String {
    let text = error.to_string();
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => text,
    }
}
