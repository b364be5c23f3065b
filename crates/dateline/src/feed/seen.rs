//! One view of the database as what is made for programs is made from it.

use std::sync::Arc;

use bytes::Bytes;
use http::StatusCode;
use http::header::{HeaderValue, X_CONTENT_TYPE_OPTIONS};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Answer;
use crate::db::Conn;
use crate::edition::Agency;
use crate::page_cache::{Dep, Rendered};
use crate::story::touch;

/// One consistent view, and what the answer turned out to depend on.
#[derive(Debug)]
pub struct Seen<'c> {
    pub(super) conn: Conn<'c>,
    pub(super) agency: Arc<Agency>,
    seq: i64,
    /// For what time alone changes; never for what is public.
    pub(super) now: Timestamp,
    deps: Vec<Dep>,
    until: Option<Timestamp>,
}

impl<'c> Seen<'c> {
    /// A view whose first read was the log's head, `seq`, and the agency as it stands there.
    pub fn new(conn: Conn<'c>, agency: Arc<Agency>, seq: i64, now: Timestamp) -> Seen<'c> {
        let deps = vec![Dep::named(&touch::agency())];
        Seen { conn, agency, seq, now, deps, until: None }
    }

    /// Notes what the answer was made from, or looked for in vain.
    pub(super) fn on(&mut self, touch: String) {
        self.deps.push(Dep::named(&touch));
    }

    /// Notes an instant from which time alone makes the answer another.
    pub(super) fn until(&mut self, at: Timestamp) {
        self.until = Some(self.until.map_or(at, |already| already.min(at)));
    }

    /// The finished answer.
    pub(super) fn finish(self, content_type: &'static str, body: impl Into<Bytes>) -> Rendered {
        let mut page = Rendered::new(StatusCode::OK, content_type, body, self.seq.max(0) as u64)
            .with_header(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"))
            .on_all(self.deps);
        page.until = self.until;
        page
    }

    /// A lasting redirect.
    pub(super) fn moved(self, location: &str) -> Answer {
        let page = Rendered::moved(location, self.seq.max(0) as u64).on_all(self.deps);
        Answer::Page(page)
    }

    /// There is no such thing.
    pub(super) fn missing(self) -> Answer {
        Answer::Missing(self.deps)
    }
}

/// An instant in a zone, for machines: `2026-06-01T11:20:00+04:00`.
pub(super) fn rfc3339(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}
