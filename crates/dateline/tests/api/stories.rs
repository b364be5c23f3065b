//! Stories, acts and the log as a program works with them.

use axum::http::StatusCode;
use dateline::people::Scope;
use serde_json::{Value, json};

use crate::desk::{Desk, story};

#[tokio::test]
async fn a_story_is_made_released_and_read_in_the_log() {
    let desk = Desk::open().await;
    let made = desk.post("/api/v1/stories", story("Ministers meet")).await;
    assert_eq!(made.status, StatusCode::CREATED);
    assert_eq!((made.body["version"].clone(), made.body["state"].clone()), (json!(0), json!("never")));
    let number = made.body["number"].as_i64().unwrap();
    let released = desk.post(&format!("/api/v1/stories/{number}/release"), Value::Null).await;
    assert_eq!(released.status, StatusCode::OK);
    assert_eq!((released.body["version"].clone(), released.body["seq"].clone()), (json!(1), json!(1)));
    let url = format!("https://arna.example/en/politics/ministers-meet-{number}");
    assert_eq!(released.body["url"], json!(url));
    let log = desk.call(&desk.editor, "GET", "/api/v1/log?after=0", Value::Null).await;
    assert_eq!(log.body["head"], json!(1));
    let entry = &log.body["entries"][0];
    assert_eq!(
        (&entry["act"], &entry["kind"], &entry["number"]),
        (&json!("release"), &json!("story"), &json!(number))
    );
    let version = desk.call(&desk.editor, "GET", &format!("/api/v1/releases/{number}"), Value::Null).await;
    assert_eq!(version.body["content"]["headline"], json!("Ministers meet"));
    assert_eq!(version.body["hash"], entry["hash"]);
}

#[tokio::test]
async fn an_edit_needs_the_revision_it_is_based_on() {
    let desk = Desk::open().await;
    let made = desk.post("/api/v1/stories", story("Ministers meet")).await;
    let path = format!("/api/v1/stories/{}", made.body["id"].as_str().unwrap());
    let patch = json!({ "headline": "Ministers met", "summary": "They did." });
    let bare = desk.call(&desk.editor, "PATCH", &path, patch.clone()).await;
    assert_eq!(bare.status, StatusCode::PRECONDITION_REQUIRED);
    let stale = desk.call_with(&desk.editor, "PATCH", &path, &[("if-match", "\"9\"")], patch.clone()).await;
    assert_eq!((stale.status, stale.body["revision"].clone()), (StatusCode::PRECONDITION_FAILED, json!(1)));
    let tag = made.header("etag").to_owned();
    let edited = desk.call_with(&desk.editor, "PATCH", &path, &[("if-match", &tag)], patch).await;
    assert_eq!((edited.status, edited.body["revision"].clone()), (StatusCode::OK, json!(2)));
    let read = desk.call(&desk.editor, "GET", &path, Value::Null).await;
    assert_eq!(read.body["headline"], json!("Ministers met"));
    assert_eq!(read.header("etag"), "\"2\"");
    let again = json!({ "summary": null });
    desk.call_with(&desk.editor, "PATCH", &path, &[("if-match", "\"2\"")], again).await;
    let read = desk.call(&desk.editor, "GET", &path, Value::Null).await;
    assert_eq!(read.body.get("summary").filter(|s| !s.is_null()), None);
}

#[tokio::test]
async fn the_same_key_does_the_act_once_and_another_body_is_refused() {
    let desk = Desk::open().await;
    let path = "/api/v1/stories?release=now";
    let key = [("idempotency-key", "one")];
    let first = desk.call_with(&desk.editor, "POST", path, &key, story("Once")).await;
    let again = desk.call_with(&desk.editor, "POST", path, &key, story("Once")).await;
    assert_eq!((first.status, first.body), (again.status, again.body));
    let other = desk.call_with(&desk.editor, "POST", path, &key, story("Twice")).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(desk.room.log().await.len(), 1);
    let of_another = desk.call_with(&desk.chief, "POST", path, &key, story("Twice")).await;
    assert_eq!(of_another.status, StatusCode::CREATED, "a key belongs to its token");
}

#[tokio::test]
async fn a_correction_without_a_note_is_refused_in_words_and_nothing_happens() {
    let desk = Desk::open().await;
    let number = desk.released("Ministers meet").await;
    let refused = desk.post(&format!("/api/v1/stories/{number}/correct"), json!({})).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.header("content-type"), "application/problem+json");
    assert_eq!(refused.body["field"], json!("editor_note"));
    assert_eq!(desk.room.log().await.len(), 1);
    let note = json!({ "editor_note": "Paragraph 2: 53, not 35", "public_note": "It was 53." });
    let corrected = desk.post(&format!("/api/v1/stories/{number}/correct"), note).await;
    assert_eq!((corrected.status, corrected.body["version"].clone()), (StatusCode::OK, json!(2)));
}

#[tokio::test]
async fn a_kill_holds_at_once_and_another_person_confirms_it() {
    let desk = Desk::open().await;
    let number = desk.released("Ministers meet").await;
    let kill = format!("/api/v1/stories/{number}/kill");
    let asked = desk.post(&kill, json!({ "reason": "The statement was forged." })).await;
    assert_eq!((asked.status, asked.body["state"].clone()), (StatusCode::ACCEPTED, json!("held")));
    let confirm = format!("{kill}/confirm");
    let same = desk.post(&confirm, Value::Null).await;
    assert_eq!(same.status, StatusCode::FORBIDDEN);
    let second_token = desk.token("editor@arna.example", Scope::ALL).await;
    let same_person = desk.call(&second_token, "POST", &confirm, Value::Null).await;
    assert_eq!(same_person.status, StatusCode::FORBIDDEN, "another token of one's own is no second person");
    let done = desk.call(&desk.chief, "POST", &confirm, Value::Null).await;
    assert_eq!((done.status, done.body["state"].clone()), (StatusCode::OK, json!("killed")));
    let gone = desk.call(&desk.editor, "GET", &format!("/api/v1/releases/{number}"), Value::Null).await;
    assert_eq!(
        (gone.status, gone.body["reason"].clone()),
        (StatusCode::GONE, json!("The statement was forged."))
    );
    let update = desk.post(&format!("/api/v1/stories/{number}/update"), Value::Null).await;
    assert_eq!((update.status, update.body["state"].clone()), (StatusCode::CONFLICT, json!("killed")));
}

#[tokio::test]
async fn every_call_asks_for_its_right() {
    let desk = Desk::open().await;
    let number = desk.released("Ministers meet").await;
    let reader = desk.token("reader@arna.example", &[Scope::StoriesRead]).await;
    let writer = desk.token("writer@arna.example", &[Scope::StoriesWrite]).await;
    let calls = [
        ("POST", "/api/v1/stories".to_owned(), story("No")),
        ("POST", format!("/api/v1/stories/{number}/update"), json!({})),
        ("POST", format!("/api/v1/stories/{number}/hold"), json!({ "editor_note": "x" })),
        ("GET", "/api/v1/log".to_owned(), Value::Null),
        ("GET", format!("/api/v1/releases/{number}"), Value::Null),
    ];
    for (method, path, body) in calls {
        let nobody = desk.call("", method, &path, body.clone()).await;
        assert_eq!(nobody.status, StatusCode::UNAUTHORIZED, "{method} {path}");
        let refused = desk.call(&reader, method, &path, body.clone()).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{method} {path}");
        if path != "/api/v1/stories" {
            let refused = desk.call(&writer, method, &path, body).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{method} {path}");
        }
    }
    assert_eq!(desk.room.log().await.len(), 1);
}

#[tokio::test]
async fn copy_under_embargo_is_not_there_for_those_who_may_not_see_it() {
    let desk = Desk::open().await;
    let mut embargoed = story("Budget in figures");
    embargoed["embargoed_until"] = json!("2026-06-01T12:00:00Z");
    let made = desk.post("/api/v1/stories?release=now", embargoed).await;
    assert_eq!(made.body["state"], json!("advanced"));
    let number = made.body["number"].as_i64().unwrap();
    let outsider = desk.token(
        "outside@arna.example",
        &[Scope::StoriesRead, Scope::LogRead, Scope::StoriesRelease, Scope::StoriesWrite],
    );
    let outsider = outsider.await;
    for path in [format!("/api/v1/stories/{number}"), format!("/api/v1/releases/{number}")] {
        assert_eq!(desk.call(&outsider, "GET", &path, Value::Null).await.status, StatusCode::NOT_FOUND);
        assert_eq!(desk.call(&desk.editor, "GET", &path, Value::Null).await.status, StatusCode::OK);
    }
    let release = format!("/api/v1/stories/{number}/release");
    assert_eq!(desk.call(&outsider, "POST", &release, Value::Null).await.status, StatusCode::NOT_FOUND);
    let log = desk.call(&outsider, "GET", "/api/v1/log", Value::Null).await;
    assert_eq!(log.body["entries"], json!([]));
}

#[tokio::test]
async fn a_reader_of_the_log_waits_until_something_happens() {
    let desk = Desk::open().await;
    let waiting = desk.call(&desk.editor, "GET", "/api/v1/log?after=0&wait=20", Value::Null);
    let acting = async {
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        desk.released("Ministers meet").await
    };
    let (log, number) = tokio::join!(waiting, acting);
    assert_eq!(log.body["entries"][0]["number"], json!(number));
}

#[tokio::test]
async fn a_section_and_an_edition_that_do_not_exist_are_made() {
    let desk = Desk::open().await;
    let mut new = story("Le pont");
    new["language"] = json!("fr");
    new["section"] = json!("societe");
    let made = desk.post("/api/v1/stories?release=now", new).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    assert!(made.body["url"].as_str().unwrap().contains("/fr/societe/le-pont-"));
    let kinds: Vec<_> = desk.room.log().await.into_iter().map(|entry| entry.kind.as_str()).collect();
    assert_eq!(kinds, ["edition", "section", "story"]);
}

#[tokio::test]
async fn bad_input_gets_a_clear_answer() {
    let desk = Desk::open().await;
    let mut unknown = story("x");
    unknown["headlin"] = json!("y");
    let refused = desk.post("/api/v1/stories", unknown).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body["detail"].as_str().unwrap().contains("headlin"), "{}", refused.body);
    let mut long = story("x");
    long["headline"] = json!("x".repeat(501));
    assert_eq!(desk.post("/api/v1/stories", long).await.body["field"], json!("headline"));
    let mut twice = story("x");
    twice["uri"] = json!("tag:arna.example,2026:1");
    assert_eq!(desk.post("/api/v1/stories", twice.clone()).await.status, StatusCode::CREATED);
    assert_eq!(desk.post("/api/v1/stories", twice).await.status, StatusCode::CONFLICT);
    assert_eq!(desk.post("/api/v1/stories/999/release", Value::Null).await.status, StatusCode::NOT_FOUND);
    assert_eq!(desk.post("/api/v1/stories/abc/release", Value::Null).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        desk.call(&desk.editor, "DELETE", "/api/v1/log", Value::Null).await.status,
        StatusCode::METHOD_NOT_ALLOWED
    );
}

#[tokio::test]
async fn a_section_made_for_a_refused_story_never_was() {
    let desk = Desk::open().await;
    let mut first = story("Ministers meet");
    first["uri"] = json!("tag:arna.example,2026:1");
    assert_eq!(desk.post("/api/v1/stories", first.clone()).await.status, StatusCode::CREATED);
    first["section"] = json!("ghosts");
    assert_eq!(desk.post("/api/v1/stories", first).await.status, StatusCode::CONFLICT);
    let mut second = story("Rain is coming");
    second["section"] = json!("weather");
    assert_eq!(desk.post("/api/v1/stories", second).await.status, StatusCode::CREATED);
    let mut snapshot = desk.room.publication.db.snapshot().await.unwrap();
    let agency = desk.room.publication.agency(&mut snapshot.conn()).await.unwrap();
    assert!(agency.section("weather").is_some());
    assert!(agency.section("ghosts").is_none(), "what was not committed is not in memory");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_request_sent_many_times_at_once_is_done_once() {
    let desk = Desk::open().await;
    for round in 0..10 {
        let key = format!("key {round}");
        let headers = [("idempotency-key", key.as_str())];
        let body = story(&format!("Ministers meet {round}"));
        let path = "/api/v1/stories?release=now";
        let sent = (0..8).map(|_| desk.call_with(&desk.editor, "POST", path, &headers, body.clone()));
        let answers = futures_util::future::join_all(sent).await;
        for answer in &answers {
            assert_eq!((answer.status, &answer.body), (StatusCode::CREATED, &answers[0].body));
        }
        assert_eq!(answers[0].body["seq"], json!(round + 1));
    }
    assert_eq!(desk.room.log().await.len(), 10);
}
