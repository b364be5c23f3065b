//! Fronts through the API.

use axum::http::StatusCode;
use dateline::people::Scope;
use serde_json::{Value, json};

use crate::desk::Desk;

const FRONT: &str = "/api/v1/fronts/en";

#[tokio::test]
async fn a_front_is_read_arranged_and_read_again() {
    let desk = Desk::open().await;
    let lead = desk.released("Parliament approves government").await;
    let beside = desk.released("Prices fall").await;
    let found = desk.call(&desk.editor, "GET", FRONT, Value::Null).await;
    assert_eq!((found.status, found.header("etag")), (StatusCode::OK, "\"0\""));
    assert_eq!(found.body, json!({"language": "en", "revision": 0, "lead": null, "pinned": []}));
    let body = json!({"lead": {"number": lead}, "pinned": [{"number": beside, "until": "2026-06-02T12:00:00+04:00"}]});
    let put = desk.call_with(&desk.editor, "PUT", FRONT, &[("if-match", "\"0\"")], body).await;
    assert_eq!((put.status, put.header("etag")), (StatusCode::OK, "\"1\""), "{}", put.body);
    assert!(put.number("seq") > 0);
    let found = desk.call(&desk.editor, "GET", FRONT, Value::Null).await;
    assert_eq!(found.body["lead"]["headline"], "Parliament approves government");
    assert!(found.body["lead"]["url"].as_str().unwrap().starts_with("https://arna.example/en/politics/"));
    assert_eq!(found.body["pinned"][0]["until"], "2026-06-02T08:00:00Z");
    let log = desk.call(&desk.editor, "GET", "/api/v1/log?after=0", Value::Null).await;
    let entry = log.body["entries"].as_array().unwrap().last().unwrap();
    assert_eq!((entry["kind"].as_str(), entry["act"].as_str()), (Some("front"), Some("arrange")));
    let hold = json!({"editor_note": "We check"});
    assert_eq!(desk.post(&format!("/api/v1/stories/{lead}/hold"), hold).await.status, StatusCode::OK);
    let found = desk.call(&desk.editor, "GET", FRONT, Value::Null).await;
    assert_eq!(found.body["lead"], json!({"number": lead, "until": null, "shown": false}));
}

#[tokio::test]
async fn what_cannot_stand_on_a_front_is_refused_with_its_reason() {
    let desk = Desk::open().await;
    let number = desk.released("Prices fall").await;
    let put = async |path: &str, tag: &str, body: Value| {
        let answer = desk.call_with(&desk.editor, "PUT", path, &[("if-match", tag)], body).await;
        let kind = answer.body["type"].as_str().unwrap_or_default().rsplit(':').next().unwrap().to_owned();
        (answer.status.as_u16(), kind)
    };
    let lead = json!({"lead": {"number": number}});
    assert_eq!(put(FRONT, "\"7\"", lead.clone()).await, (412, "changed".into()));
    assert_eq!(put("/api/v1/fronts/ru", "\"0\"", lead.clone()).await, (404, "not-found".into()));
    assert_eq!(put("/api/v1/fronts/x!", "\"0\"", lead.clone()).await, (404, "not-found".into()));
    assert_eq!(put("/api/v1/fronts/az", "\"0\"", lead.clone()).await, (409, "other-edition".into()));
    assert_eq!(put(FRONT, "\"0\"", json!({"lead": {"number": 999}})).await, (409, "not-public".into()));
    let twice = json!({"pinned": [{"number": number}, {"number": number}]});
    assert_eq!(put(FRONT, "\"0\"", twice).await, (422, "bad-field".into()));
    let past = json!({"lead": {"number": number, "until": "2026-06-01T08:00:00Z"}});
    assert_eq!(put(FRONT, "\"0\"", past).await, (422, "bad-field".into()));
    for body in [
        json!({"leed": {}}),
        json!({"lead": {"number": 0}}),
        json!({"lead": {"number": number, "until": "soon"}}),
    ] {
        assert!((400..=422).contains(&put(FRONT, "\"0\"", body.clone()).await.0), "{body}");
    }
    let unconditional = desk.call(&desk.editor, "PUT", FRONT, lead).await;
    assert_eq!(unconditional.status, StatusCode::PRECONDITION_REQUIRED);
}

#[tokio::test]
async fn a_token_arranges_fronts_only_with_that_scope() {
    let desk = Desk::open().await;
    let number = desk.released("Prices fall").await;
    let body = json!({"lead": {"number": number}});
    let writer = desk.token("writer@arna.example", &[Scope::StoriesRelease, Scope::StoriesWrite]).await;
    let refused = desk.call_with(&writer, "PUT", FRONT, &[("if-match", "\"0\"")], body.clone()).await;
    assert_eq!((refused.status, &refused.body["right"]), (StatusCode::FORBIDDEN, &json!("fronts:write")));
    let arranger = desk.token("fronts@arna.example", &[Scope::FrontsWrite]).await;
    assert_eq!(desk.call(&arranger, "GET", FRONT, Value::Null).await.status, StatusCode::OK);
    let done = desk.call_with(&arranger, "PUT", FRONT, &[("if-match", "\"0\"")], body).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
}
