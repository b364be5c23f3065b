//! Bodies that come or go in pieces: one that arrives too slowly is given up, one without an end has one when the
//! server stops.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::Body as RouterBody;
use bytes::Bytes;
use futures_util::StreamExt;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response, StatusCode};
use hyper::body::{Body, Frame, Incoming, SizeHint};
use tokio::sync::watch;
use tokio::time::{Instant, Sleep};

use crate::page_cache::{self, Ask, PlainPage};

/// A body is given its time and one second for each of so many bytes that have come.
const SLOWEST_BYTES_A_SECOND: u64 = 16 * 1024;

/// A request's body that must keep coming.
pub(super) struct Timely {
    body: Incoming,
    allowed: Duration,
    begun: Option<(Instant, Pin<Box<Sleep>>)>,
    received: u64,
    late: Late,
}

/// Whether a body was given up.
#[derive(Clone, Default)]
pub(super) struct Late(Arc<AtomicBool>);

impl Late {
    pub(super) fn is_late(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// The body was given up.
#[derive(Debug, thiserror::Error)]
#[error("the body came too slowly")]
struct TooSlow;

impl Timely {
    /// `body`, given `allowed` and the time its bytes take on a slow line; `late` says when that was not enough.
    pub(super) fn new(body: Incoming, allowed: Duration, late: Late) -> Timely {
        Timely { body, allowed, begun: None, received: 0, late }
    }

    fn is_over(&mut self, context: &mut Context<'_>) -> bool {
        let allowed = self.allowed + Duration::from_secs(self.received / SLOWEST_BYTES_A_SECOND);
        let (begun, sleep) = self.begun.get_or_insert_with(|| {
            let now = Instant::now();
            (now, Box::pin(tokio::time::sleep_until(now + allowed)))
        });
        let until = *begun + allowed;
        if sleep.deadline() != until {
            sleep.as_mut().reset(until);
        }
        sleep.as_mut().poll(context).is_ready()
    }
}

impl Body for Timely {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(context);
        if let Poll::Ready(Some(Ok(frame))) = &polled {
            self.received += frame.data_ref().map_or(0, |data| data.len() as u64);
        }
        let ended = matches!(polled, Poll::Ready(None | Some(Err(_))));
        if !ended && self.is_over(context) {
            self.late.0.store(true, Ordering::Release);
            return Poll::Ready(Some(Err(axum::Error::new(TooSlow))));
        }
        polled.map_err(axum::Error::new)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// 408, to a program as a problem document and to anybody else as a page.
pub(super) fn too_slow(path: &str) -> Response<page_cache::Body> {
    if !path.starts_with("/api/") {
        let page = PlainPage {
            status: StatusCode::REQUEST_TIMEOUT,
            heading: "The request came too slowly".to_owned(),
            ..PlainPage::default()
        };
        return page.answer(&Ask::plain());
    }
    const PROBLEM: &str = "{\"type\":\"urn:dateline:problem:too-slow\",\"title\":\"Request Timeout\",\"status\":408,\
                           \"detail\":\"The body came too slowly; nothing was changed. Try again.\"}";
    let mut answer = Response::new(page_cache::Body::from(PROBLEM));
    *answer.status_mut() = StatusCode::REQUEST_TIMEOUT;
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    answer
}

/// An answer without an end of its own (server-sent events) ends when the server stops; others stay as they are.
pub(super) fn until_closed(
    answer: Response<RouterBody>,
    mut closed: watch::Receiver<bool>,
) -> Response<RouterBody> {
    let kind = answer.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    if !kind.is_some_and(|kind| kind.starts_with(b"text/event-stream")) {
        return answer;
    }
    let over = async move { drop(closed.wait_for(|closed| *closed).await) };
    answer.map(|body| RouterBody::from_stream(body.into_data_stream().take_until(Box::pin(over))))
}
