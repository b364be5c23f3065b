//! Fronts: the lead and the pinned stories of an edition, read and arranged.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, Told};
use super::asked::{JsonBody, Named};
use super::caller::Caller;
use super::openapi::ProblemBody;
use super::stories::expected_revision;
use super::{Api, Problem, write};
use crate::db::Conn;
use crate::edition::Agency;
use crate::front::{self, Arrangement, FrontError, Pin, Wanted};
use crate::ids::StoryNumber;
use crate::lang::Language;
use crate::people::Right;
use crate::publication::arrange_front;

/// What a front is to be arranged as.
#[derive(Clone, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FrontBody {
    /// The story at the head; absent or null, the newest and most urgent leads.
    lead: Option<PinBody>,
    /// Stories beside it, in their order; at most 12.
    #[schema(max_items = 12)]
    pinned: Vec<PinBody>,
}

/// A story kept in its place.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PinBody {
    /// The story's number.
    #[schema(value_type = i64)]
    number: StoryNumber,
    /// When it gives up its place by itself.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "date-time")]
    until: Option<Timestamp>,
}

impl From<PinBody> for Pin {
    fn from(body: PinBody) -> Pin {
        Pin { number: body.number, until: body.until }
    }
}

/// A front as it is arranged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct FrontAnswer {
    /// The edition.
    #[schema(value_type = String)]
    language: Language,
    /// Of the arrangement; 0 before the first.
    pub(super) revision: i64,
    /// The story at the head.
    lead: Option<PinAnswer>,
    /// Stories beside it, in their order.
    pinned: Vec<PinAnswer>,
    /// Position in the log, where the call wrote an entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) seq: Option<i64>,
}

/// A story kept in its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PinAnswer {
    /// The story's number.
    #[schema(value_type = i64)]
    number: StoryNumber,
    /// When it gives up its place by itself.
    #[schema(value_type = Option<String>, format = "date-time")]
    until: Option<Timestamp>,
    /// Whether readers see it; a story withdrawn since does not stand on the front.
    shown: bool,
    /// Its headline, where readers see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<String>,
    /// Where it is read, absolute.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// `GET /api/v1/fronts/{language}`.
#[utoipa::path(get, path = "/api/v1/fronts/{language}", tag = "fronts", summary = "Reads how a front is arranged",
    params(("language" = String, Path, description = "The edition's language tag")),
    responses((status = 200, description = "The arrangement; its revision is the ETag", body = FrontAnswer), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn read(
    State(api): State<Api>,
    caller: Caller,
    Named(language): Named<String>,
) -> Result<Answer, Problem> {
    caller.must(Right::StoriesRead).or_else(|_| caller.must(Right::FrontsWrite))?;
    let language = language_of(&language)?;
    let mut snapshot = api.publication.db.snapshot().await?;
    let agency = api.publication.agency(&mut snapshot.conn()).await?;
    agency.edition(language).ok_or(FrontError::NoEdition(language))?;
    let arrangement = front::arrangement(&mut snapshot.conn(), language).await?;
    answer(&mut snapshot.conn(), &agency, language, &arrangement).await
}

/// `PUT /api/v1/fronts/{language}`.
#[utoipa::path(put, path = "/api/v1/fronts/{language}", tag = "fronts", summary = "Arranges a front",
    params(("language" = String, Path, description = "The edition's language tag"), ("If-Match" = String, Header, description = "The revision that was read")),
    request_body(content = FrontBody),
    responses((status = 200, description = "The front as it is arranged now", body = FrontAnswer), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn arrange(
    State(api): State<Api>,
    caller: Caller,
    Named(language): Named<String>,
    headers: HeaderMap,
    body: JsonBody,
) -> Result<Answer, Problem> {
    caller.must(Right::FrontsWrite)?;
    let language = language_of(&language)?;
    let expected = expected_revision(&headers)?;
    let body: FrontBody = body.read()?;
    let wanted = Wanted {
        lead: body.lead.map(Pin::from),
        pinned: body.pinned.iter().copied().map(Pin::from).collect(),
    };
    write::write(api, 0, None, move |act| {
        let wanted = wanted.clone();
        Box::pin(async move {
            let arrangement = arrange_front(act, &caller.actor, language, wanted, expected).await?;
            let agency = act.agency.clone();
            answer(&mut act.conn(), &agency, language, &arrangement).await
        })
    })
    .await
}

fn language_of(tag: &str) -> Result<Language, Problem> {
    Language::parse(tag).map_err(|_| Problem::not_found("edition"))
}

async fn answer(
    conn: &mut Conn<'_>,
    agency: &Agency,
    language: Language,
    arrangement: &Arrangement,
) -> Result<Answer, Problem> {
    let mut told = Vec::new();
    for pin in arrangement.pins() {
        let story = front::pinned(conn, agency, pin.number).await?;
        told.push(PinAnswer {
            number: pin.number,
            until: pin.until,
            shown: story.is_some(),
            url: story.as_ref().map(|story| format!("{}{}", agency.origin, story.path)),
            headline: story.map(|story| story.headline),
        });
    }
    let lead = arrangement.lead.map(|_| told.remove(0));
    let front = FrontAnswer { language, revision: arrangement.revision, lead, pinned: told, seq: None };
    Ok(Answer { status: StatusCode::OK, told: Told::Front(front) })
}
