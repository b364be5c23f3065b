//! Refusals: every one is a problem document (RFC 9457).

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use crate::desk::{Answer, Desk, story};

#[track_caller]
fn is_problem(answer: &Answer, status: u16, name: &str) {
    assert_eq!(answer.status.as_u16(), status, "{name}: {}", answer.body);
    assert_eq!(answer.header("content-type"), "application/problem+json", "{name}");
    assert_eq!(answer.body["status"], json!(status), "{name}");
    assert_eq!(answer.body["type"], json!(format!("urn:dateline:problem:{name}")));
    assert_eq!(answer.body["title"].as_str(), answer.status.canonical_reason(), "{name}");
    assert!(answer.body["detail"].as_str().unwrap().ends_with('.'), "{}", answer.body);
    assert_eq!(answer.header("cache-control"), "no-store", "{name}");
}

#[tokio::test]
async fn an_address_that_is_not_there_is_a_problem_too() {
    let desk = Desk::open().await;
    for path in [
        "/api",
        "/api/",
        "/api/v2/stories",
        "/api/v1",
        "/api/v1/",
        "/api/v1/nothing",
        "/api/v1/stories/1/release/now",
        "/api/v1/releases/one",
        "/api/v1/releases/1/versions/one",
        "/api/v1/stories/one",
        "/api/v1/stories/999",
        "/api/v1/media/one",
    ] {
        is_problem(&desk.call(&desk.editor, "GET", path, Value::Null).await, 404, "not-found");
    }
    for act in ["import", "advance", "correction", "nothing"] {
        let path = format!("/api/v1/stories/1/{act}");
        is_problem(&desk.post(&path, Value::Null).await, 404, "not-found");
    }
}

#[tokio::test]
async fn a_method_that_is_not_taken_is_a_problem_and_says_which_are() {
    let desk = Desk::open().await;
    let refused = desk.call(&desk.editor, "DELETE", "/api/v1/stories/1", Value::Null).await;
    is_problem(&refused, 405, "method");
    let allowed = refused.header("allow");
    assert!(allowed.contains("GET") && allowed.contains("PATCH"), "{allowed}");
}

#[tokio::test]
async fn a_caller_without_a_token_is_told_to_send_one() {
    let desk = Desk::open().await;
    let refused = desk.call("", "GET", "/api/v1/log", Value::Null).await;
    is_problem(&refused, 401, "unauthorized");
    assert!(refused.header("www-authenticate").starts_with("Bearer"));
    is_problem(&desk.call("dln_x", "GET", "/api/v1/log", Value::Null).await, 401, "unauthorized");
    let basic = Request::get("/api/v1/log").header("authorization", "Basic Zm9v");
    is_problem(&desk.send(basic.body(Body::empty()).unwrap()).await, 401, "unauthorized");
}

async fn sent(desk: &Desk, method: &str, path: &str, kind: &str, body: Vec<u8>) -> Answer {
    let request = Request::builder().method(method).uri(path).header("content-type", kind);
    let request = request.header("authorization", format!("Bearer {}", desk.editor));
    let request = request.header("if-match", "\"1\"");
    desk.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn a_body_that_is_no_json_is_refused_with_the_place() {
    let desk = Desk::open().await;
    desk.post("/api/v1/stories", story("Ministers meet")).await;
    let broken = b"{\n  \"format\": \"dateline/story/1\",\n  \"language\" \"en\"\n}".to_vec();
    for (method, path) in [
        ("POST", "/api/v1/stories"),
        ("PATCH", "/api/v1/stories/1"),
        ("POST", "/api/v1/stories/1/release"),
        ("PATCH", "/api/v1/media/01890000-0000-7000-8000-000000000001"),
    ] {
        let refused = sent(&desk, method, path, "application/json", broken.clone()).await;
        is_problem(&refused, 400, "bad-json");
        assert_eq!((refused.number("line"), refused.number("column")), (3, 14), "{path}");
    }
    let cut_off = sent(&desk, "POST", "/api/v1/stories", "application/json", b"{\"format\":".to_vec()).await;
    is_problem(&cut_off, 400, "bad-json");
    let deep = [b"[".repeat(100_000), b"]".repeat(100_000)].concat();
    is_problem(&sent(&desk, "POST", "/api/v1/stories", "application/json", deep).await, 422, "bad-story");
    let body = r#"{"format":"dateline/story/1","language":"en","headline":"H","body":{"blocks":[{"type":"rule"},{"type":"poll"}]}}"#;
    let refused = sent(&desk, "POST", "/api/v1/stories", "application/json", body.into()).await;
    is_problem(&refused, 422, "bad-story");
    assert_eq!((&refused.body["field"], &refused.body["block"]), (&json!("body"), &json!(2)));
    let latin = b"{\"headline\": \"caf\xe9\"}".to_vec();
    is_problem(&sent(&desk, "POST", "/api/v1/stories", "application/json", latin).await, 400, "bad-request");
}

#[tokio::test]
async fn json_that_says_what_is_not_taken_is_refused_by_name() {
    let desk = Desk::open().await;
    desk.post("/api/v1/stories", story("Ministers meet")).await;
    let unknown = desk.post("/api/v1/stories/1/release", json!({ "editor_not": "x" })).await;
    is_problem(&unknown, 422, "bad-value");
    assert!(unknown.body["detail"].as_str().unwrap().contains("editor_not"));
    let languages = desk.post("/api/v1/stories/1/hold", json!({ "languages": "some" })).await;
    is_problem(&languages, 422, "bad-value");
    let long = desk.post("/api/v1/stories/1/hold", json!({ "editor_note": "x".repeat(4_001) })).await;
    is_problem(&long, 422, "bad-field");
    let late = desk.post("/api/v1/stories?release=later", story("No")).await;
    is_problem(&late, 422, "bad-field");
    let headers = [("if-match", "\"1\"")];
    for patch in [json!({ "language": "az" }), json!({ "number": 7 }), json!({ "headlin": "x" })] {
        let refused = desk.call_with(&desk.editor, "PATCH", "/api/v1/stories/1", &headers, patch).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
        assert_eq!(refused.header("content-type"), "application/problem+json");
    }
    let list = desk.call_with(&desk.editor, "PATCH", "/api/v1/stories/1", &headers, json!([1])).await;
    is_problem(&list, 400, "bad-request");
}

#[tokio::test]
async fn a_body_of_another_type_or_too_long_is_refused() {
    let desk = Desk::open().await;
    let body = story("Ministers meet").to_string().into_bytes();
    let form =
        sent(&desk, "POST", "/api/v1/stories", "application/x-www-form-urlencoded", b"headline=x".to_vec());
    is_problem(&form.await, 415, "not-json");
    for kind in ["text/plain", "application/xml", "multipart/form-data; boundary=x"] {
        let refused = sent(&desk, "POST", "/api/v1/stories", kind, body.clone()).await;
        is_problem(&refused, 415, "not-json");
    }
    // The last is what curl calls any body where nobody said what it is.
    for kind in [
        "application/json",
        "application/json; charset=utf-8",
        "application/merge-patch+json",
        "application/x-www-form-urlencoded",
    ] {
        let taken = sent(&desk, "POST", "/api/v1/stories", kind, body.clone()).await;
        assert_eq!(taken.status, StatusCode::CREATED, "{kind}");
    }
    let empty = sent(&desk, "POST", "/api/v1/stories/1/release", "text/plain", Vec::new()).await;
    assert_eq!(empty.status, StatusCode::OK, "nothing has no type: {}", empty.body);
    let long = vec![b' '; (4 << 20) + 1];
    for path in ["/api/v1/stories", "/api/v1/stories/1/release"] {
        is_problem(&sent(&desk, "POST", path, "application/json", long.clone()).await, 413, "too-large");
    }
}

#[tokio::test]
async fn parameters_that_cannot_be_read_are_refused() {
    let desk = Desk::open().await;
    for query in ["after=x", "limit=many", "limit=", "wait=-1", "wait=soon"] {
        for path in ["/api/v1/log", "/api/v1/log/stream"] {
            let asked = format!("{path}?{query}");
            is_problem(&desk.call(&desk.editor, "GET", &asked, Value::Null).await, 400, "bad-request");
        }
    }
    let long = "k".repeat(256);
    for key in ["", long.as_str()] {
        let headers = [("idempotency-key", key)];
        let refused = desk.call_with(&desk.editor, "POST", "/api/v1/stories", &headers, story("No")).await;
        is_problem(&refused, 400, "bad-request");
    }
    assert_eq!(desk.room.log().await, []);
}
