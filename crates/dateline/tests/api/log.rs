//! The log as programs follow it.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use dateline::publication::{Entry, EntryKind};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::desk::{Desk, story};

/// Long enough on any machine.
const PATIENCE: Duration = Duration::from_secs(30);

async fn entries(desk: &Desk, query: &str) -> Vec<i64> {
    let log = desk.call(&desk.editor, "GET", &format!("/api/v1/log?{query}"), Value::Null).await;
    assert_eq!(log.status, StatusCode::OK, "{}", log.body);
    let entries = log.body["entries"].as_array().unwrap();
    entries.iter().map(|entry| entry["seq"].as_i64().unwrap()).collect()
}

#[tokio::test]
async fn a_limit_that_is_too_large_is_cut() {
    let desk = Desk::open().await;
    let mut act = desk.room.publication.begin(0).await.unwrap();
    let now = act.now;
    act.record_all(
        (0..1_005).map(|_| Entry::settings(now, "apply", EntryKind::Section, "politics", Vec::new())),
    );
    act.commit().await.unwrap();
    assert_eq!(entries(&desk, "").await.len(), 100);
    assert_eq!(entries(&desk, "limit=7").await, (1..=7).collect::<Vec<_>>());
    for too_large in ["1001", "1000000", "99999999999999999999999"] {
        assert_eq!(entries(&desk, &format!("limit={too_large}")).await.len(), 1_000, "{too_large}");
    }
    assert_eq!(entries(&desk, "limit=0").await, [1]);
    assert_eq!(entries(&desk, "limit=-5").await, [1]);
    assert_eq!(entries(&desk, "after=1000").await, [1_001, 1_002, 1_003, 1_004, 1_005]);
    assert!(entries(&desk, "after=5000").await.is_empty());
}

#[tokio::test]
async fn an_entry_has_every_field_and_a_release_is_found_by_it() {
    let desk = Desk::open().await;
    let number = desk.released("Ministers meet").await;
    let log = desk.call(&desk.editor, "GET", "/api/v1/log", Value::Null).await;
    assert_eq!(log.body["head"], json!(1));
    let entry = &log.body["entries"][0];
    let known = json!({
        "seq": 1, "at": "2026-06-01T08:00:00Z", "act": "release", "kind": "story", "number": number,
        "language": "en", "version": 1, "backfill": false
    });
    for (name, value) in known.as_object().unwrap() {
        assert_eq!(&entry[name], value, "{name}");
    }
    assert_eq!(entry["hash"].as_str().unwrap().len(), 64);
    let version = entry["version"].as_i64().unwrap();
    let path = format!("/api/v1/releases/{number}/versions/{version}");
    let release = desk.call(&desk.editor, "GET", &path, Value::Null).await;
    assert_eq!(release.body["hash"], entry["hash"]);
}

#[tokio::test]
async fn who_waits_in_vain_is_answered_with_nothing_and_the_head() {
    let desk = Desk::open().await;
    desk.released("Ministers meet").await;
    let log = desk.call(&desk.editor, "GET", "/api/v1/log?after=1&wait=1", Value::Null).await;
    assert_eq!((log.status, log.body), (StatusCode::OK, json!({ "entries": [], "head": 1 })));
}

/// A stream of events under way.
struct Stream {
    body: Body,
    buffer: String,
}

impl Stream {
    async fn open(desk: &Desk, path: &str, last: Option<&str>) -> Stream {
        let request = Request::get(path).header("authorization", format!("Bearer {}", desk.editor));
        let request = last.into_iter().fold(request, |request, id| request.header("last-event-id", id));
        let answer = desk.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        Stream { body: answer.into_body(), buffer: String::new() }
    }

    /// Id and data of the next event.
    async fn next(&mut self) -> (i64, Value) {
        loop {
            if let Some((event, rest)) = self.buffer.split_once("\n\n") {
                let field =
                    |name: &str| event.lines().find_map(|line| line.strip_prefix(name)).unwrap().trim();
                let found = (field("id:").parse().unwrap(), serde_json::from_str(field("data:")).unwrap());
                self.buffer = rest.to_owned();
                return found;
            }
            let frame = tokio::time::timeout(PATIENCE, self.body.frame()).await.expect("an event in time");
            let data = frame.unwrap().unwrap().into_data().unwrap();
            self.buffer.push_str(std::str::from_utf8(&data).unwrap());
        }
    }
}

#[tokio::test]
async fn a_stream_goes_on_after_the_last_event_and_follows_what_comes() {
    let desk = Desk::open().await;
    for headline in ["One", "Two", "Three"] {
        desk.released(headline).await;
    }
    let mut whole = Stream::open(&desk, "/api/v1/log/stream", None).await;
    for seq in 1..=3 {
        let (id, entry) = whole.next().await;
        assert_eq!((id, &entry["seq"]), (seq, &json!(seq)));
    }
    let mut rest = Stream::open(&desk, "/api/v1/log/stream?after=0", Some("2")).await;
    assert_eq!(rest.next().await.0, 3, "the last event counts, whatever the query says");
    let mut after = Stream::open(&desk, "/api/v1/log/stream?after=1", None).await;
    assert_eq!(after.next().await.0, 2);
    let number = desk.released("Four").await;
    for stream in [&mut whole, &mut rest] {
        let (id, entry) = stream.next().await;
        assert_eq!((id, &entry["number"]), (4, &json!(number)));
    }
}

#[tokio::test]
async fn what_the_reader_may_not_see_is_skipped_and_the_head_goes_on() {
    let desk = Desk::open().await;
    let reader = desk.token("reader@arna.example", &[dateline::people::Scope::LogRead]).await;
    desk.released("One").await;
    let mut embargoed = story("Budget in figures");
    embargoed["embargoed_until"] = json!("2026-06-02T08:00:00Z");
    desk.post("/api/v1/stories?release=now", embargoed).await;
    desk.released("Three").await;
    let log = desk.call(&reader, "GET", "/api/v1/log", Value::Null).await;
    let seen: Vec<_> = log.body["entries"].as_array().unwrap().iter().map(|e| e["seq"].clone()).collect();
    assert_eq!((seen, &log.body["head"]), (vec![json!(1), json!(3)], &json!(3)));
    assert_eq!(entries(&desk, "").await, [1, 2, 3]);
}
