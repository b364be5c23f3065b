//! The release log, at any position, as pages, by waiting, and as a stream.

use std::convert::Infallible;
use std::pin::pin;
use std::time::Duration;

use axum::Extension;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::Stream;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::watch;

use super::asked::{self, Parameters};
use super::caller::Caller;
use super::openapi::ProblemBody;
use super::{Api, Problem};
use crate::people::Right;
use crate::publication::{Entry, log};

/// Most entries in one answer.
const MOST: i64 = 1000;
/// Longest wait in seconds.
const LONGEST_WAIT: u64 = 60;

/// Where to read from.
#[derive(Clone, Debug, Deserialize, utoipa::IntoParams)]
#[serde(default)]
pub struct LogQuery {
    /// The position after which to read.
    after: i64,
    /// At most so many entries; above 1,000 it is cut.
    #[serde(deserialize_with = "asked::limit")]
    limit: i64,
    /// Seconds to wait for an entry where there is none yet, at most 60.
    wait: u64,
}

impl Default for LogQuery {
    fn default() -> LogQuery {
        LogQuery { after: 0, limit: 100, wait: 0 }
    }
}

/// `GET /api/v1/log?after=SEQ&limit=&wait=SECONDS`.
#[utoipa::path(get, path = "/api/v1/log", tag = "log", summary = "The release log at any position",
    params(LogQuery),
    responses((status = 200, description = "Entries and the head", body = Object), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn entries(
    State(api): State<Api>,
    caller: Caller,
    Parameters(query): Parameters<LogQuery>,
    closed: Option<Extension<watch::Receiver<bool>>>,
) -> Result<Response, Problem> {
    caller.must(Right::LogRead)?;
    let limit = query.limit.clamp(1, MOST);
    let deadline = tokio::time::Instant::now() + Duration::from_secs(query.wait.min(LONGEST_WAIT));
    let mut head = api.publication.head();
    let mut over = pin!(over(deadline, closed.map(|Extension(closed)| closed)));
    loop {
        head.borrow_and_update();
        let (entries, last) = read(&api, &caller, query.after, limit).await?;
        let heard = async {
            tokio::select! {
                biased;
                () = over.as_mut() => false,
                changed = head.changed() => changed.is_ok(),
            }
        };
        if !entries.is_empty() || !heard.await {
            let entries: Vec<Value> = entries.iter().map(shown).collect();
            let mut answer = axum::Json(json!({ "entries": entries, "head": last })).into_response();
            answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            return Ok(answer);
        }
    }
}

/// Nobody waits longer than to `deadline`, nor for a server that stops.
async fn over(deadline: tokio::time::Instant, closed: Option<watch::Receiver<bool>>) {
    let Some(mut closed) = closed else { return tokio::time::sleep_until(deadline).await };
    // An error says that the server is gone.
    let _ = tokio::time::timeout_at(deadline, closed.wait_for(|closed| *closed)).await;
}

/// `GET /api/v1/log/stream`: server-sent events; goes on after `Last-Event-ID`, or after `?after=`.
#[utoipa::path(get, path = "/api/v1/log/stream", tag = "log", summary = "The release log as it grows",
    params(LogQuery, ("Last-Event-ID" = Option<i64>, Header)),
    responses((status = 200, description = "Entries as server-sent events", content_type = "text/event-stream"), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn stream(
    State(api): State<Api>,
    caller: Caller,
    Parameters(query): Parameters<LogQuery>,
    headers: HeaderMap,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    caller.must(Right::LogRead)?;
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok()).and_then(|id| id.parse().ok());
    let position = Position { head: api.publication.head(), api, caller, after: last.unwrap_or(query.after) };
    let events = futures_util::stream::unfold((position, Vec::new().into_iter()), next_event);
    Ok(Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(15))))
}

struct Position {
    api: Api,
    caller: Caller,
    after: i64,
    head: watch::Receiver<i64>,
}

type Streaming = (Position, std::vec::IntoIter<Entry>);

async fn next_event((mut position, mut ready): Streaming) -> Option<(Result<Event, Infallible>, Streaming)> {
    loop {
        if let Some(entry) = ready.next() {
            position.after = entry.seq;
            let event = Event::default().id(entry.seq.to_string()).data(shown(&entry).to_string());
            return Some((Ok(event), (position, ready)));
        }
        position.head.borrow_and_update();
        let (entries, _) = read(&position.api, &position.caller, position.after, MOST).await.ok()?;
        if entries.is_empty() {
            position.head.changed().await.ok()?;
        }
        ready = entries.into_iter();
    }
}

async fn read(api: &Api, caller: &Caller, after: i64, limit: i64) -> Result<(Vec<Entry>, i64), Problem> {
    let mut snapshot = api.publication.db.snapshot().await?;
    let head = log::head(&mut snapshot.conn()).await?;
    let entries = log::after(&mut snapshot.conn(), after, limit, caller.is_trusted()).await?;
    drop(snapshot);
    // Whoever reads of an entry here finds no page from before it.
    api.publication.reach(head).await?;
    Ok((entries, head))
}

/// An entry as readers get it.
pub fn shown(entry: &Entry) -> Value {
    json!({
        "seq": entry.seq,
        "at": entry.at.to_string(),
        "act": entry.act,
        "kind": entry.kind.as_str(),
        "subject": entry.subject,
        "number": entry.number,
        "language": entry.language.map(|language| language.as_str().to_owned()),
        "version": entry.version,
        "hash": entry.hash,
        "backfill": entry.backfill,
    })
}
