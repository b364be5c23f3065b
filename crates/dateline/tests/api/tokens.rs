//! What a token may do, and for how long.

use axum::http::StatusCode;
use dateline::people::{self, Actor, Email, Scope};
use serde_json::{Value, json};

use crate::desk::{Desk, story};

/// A call, and the scopes that allow it beside `admin`.
type Call = (&'static str, &'static str, Value, &'static [Scope]);

fn calls() -> Vec<Call> {
    use Scope::{FrontsWrite, LogRead, MediaWrite, StoriesRead, StoriesRelease, StoriesWrite};
    let note = || json!({ "editor_note": "x", "reason": "x", "words": ["x"] });
    let mut calls: Vec<Call> = vec![
        ("POST", "/api/v1/stories", story("New"), &[StoriesWrite]),
        ("GET", "/api/v1/stories/1", Value::Null, &[StoriesRead, StoriesWrite, StoriesRelease]),
        ("PATCH", "/api/v1/stories/1", json!({ "summary": "x" }), &[StoriesWrite]),
        ("GET", "/api/v1/releases/1", Value::Null, &[LogRead]),
        ("GET", "/api/v1/releases/1/versions/1", Value::Null, &[LogRead]),
        ("GET", "/api/v1/fronts/en", Value::Null, &[StoriesRead, StoriesWrite, StoriesRelease, FrontsWrite]),
        ("PUT", "/api/v1/fronts/en", json!({}), &[FrontsWrite]),
        ("GET", "/api/v1/log", Value::Null, &[LogRead]),
        ("GET", "/api/v1/log/stream", Value::Null, &[LogRead]),
        ("POST", "/api/v1/media?name=x.jpg", json!({}), &[MediaWrite]),
        ("PATCH", "/api/v1/media/01890000-0000-7000-8000-000000000001", json!({}), &[MediaWrite]),
        ("POST", "/api/v1/media/01890000-0000-7000-8000-000000000001/withdraw", Value::Null, &[MediaWrite]),
        ("POST", "/api/v1/media/01890000-0000-7000-8000-000000000001/restore", Value::Null, &[MediaWrite]),
    ];
    for path in [
        "/api/v1/stories/1/update",
        "/api/v1/stories/1/correct",
        "/api/v1/stories/1/refile",
        "/api/v1/stories/1/redact",
        "/api/v1/stories/1/hold",
        "/api/v1/stories/1/lift",
        "/api/v1/stories/1/unpublish",
        "/api/v1/stories/1/release",
        "/api/v1/stories/1/kill",
        "/api/v1/stories/1/kill/confirm",
        "/api/v1/stories/1/takedown",
        "/api/v1/stories/1/restore",
    ] {
        calls.push(("POST", path, note(), &[StoriesRelease]));
    }
    calls
}

#[tokio::test]
async fn a_scope_allows_its_calls_and_no_other() {
    let desk = Desk::open().await;
    desk.released("Ministers meet").await;
    for scope in Scope::ALL {
        let token = desk.token("someone@arna.example", &[*scope]).await;
        for (method, path, body, scopes) in calls() {
            let headers = [("if-match", "\"1\"")];
            if path == "/api/v1/log/stream" && scopes.contains(scope) {
                continue; // It would not end; that it is opened is seen elsewhere.
            }
            if *scope == Scope::Admin {
                continue;
            }
            let body = if path.ends_with("confirm") { Value::Null } else { body };
            let answer = desk.call_with(&token, method, path, &headers, body).await;
            let allowed = scopes.contains(scope);
            let refused = answer.body["type"] == json!("urn:dateline:problem:forbidden");
            assert_eq!(!refused, allowed, "{scope:?}: {method} {path}: {}", answer.body);
            assert_eq!(refused, answer.body["right"].is_string(), "{}", answer.body);
        }
    }
}

#[tokio::test]
async fn admin_is_every_right() {
    let desk = Desk::open().await;
    desk.released("Ministers meet").await;
    let token = desk.token("someone@arna.example", &[Scope::Admin]).await;
    for (method, path, body, _) in calls() {
        if path == "/api/v1/log/stream" {
            continue; // It would not end.
        }
        let answer = desk.call_with(&token, method, path, &[("if-match", "\"1\"")], body).await;
        assert_ne!(answer.body["type"], json!("urn:dateline:problem:forbidden"), "{method} {path}");
    }
}

async fn status(desk: &Desk, token: &str) -> StatusCode {
    desk.call(token, "GET", "/api/v1/log", Value::Null).await.status
}

#[tokio::test]
async fn a_token_ends_with_its_days() {
    let desk = Desk::open().await;
    assert_eq!(status(&desk, &desk.editor).await, StatusCode::OK);
    desk.room.publication.clock.advance(24 * 3600 - 1);
    assert_eq!(status(&desk, &desk.editor).await, StatusCode::OK);
    desk.room.publication.clock.advance(1);
    assert_eq!(status(&desk, &desk.editor).await, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_token_ends_with_its_person() {
    let desk = Desk::open().await;
    let mut act = desk.room.publication.begin(0).await.unwrap();
    let now = act.now;
    let email = Email::parse("editor@arna.example").unwrap();
    people::disable(&mut act.conn(), &Actor::program(), &email, now).await.unwrap();
    act.commit().await.unwrap();
    assert_eq!(status(&desk, &desk.editor).await, StatusCode::UNAUTHORIZED);
    assert_eq!(status(&desk, &desk.chief).await, StatusCode::OK);
}
