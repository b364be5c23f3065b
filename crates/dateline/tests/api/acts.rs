//! The acts of the wire through the API, and what readers of the log get of a story after them.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::desk::{Answer, Desk, story};

async fn release_of(desk: &Desk, number: i64) -> Answer {
    desk.call(&desk.editor, "GET", &format!("/api/v1/releases/{number}"), Value::Null).await
}

async fn act(desk: &Desk, number: i64, act: &str, body: Value) -> Answer {
    desk.post(&format!("/api/v1/stories/{number}/{act}"), body).await
}

async fn confirm(desk: &Desk, number: i64, act: &str) -> Answer {
    let path = format!("/api/v1/stories/{number}/{act}/confirm");
    desk.call(&desk.chief, "POST", &path, Value::Null).await
}

#[tokio::test]
async fn a_made_story_is_answered_with_everything_a_program_needs() {
    let desk = Desk::open().await;
    let made = desk.post("/api/v1/stories?release=now", story("Ministers meet")).await;
    assert_eq!(made.status, StatusCode::CREATED);
    let id = made.body["id"].as_str().unwrap();
    let number = made.number("number");
    assert_eq!(made.header("location"), format!("/api/v1/stories/{id}"));
    assert_eq!(made.body["url"], json!(format!("https://arna.example/en/politics/ministers-meet-{number}")));
    let counts = ["version", "revision", "seq"].map(|name| made.number(name));
    assert_eq!(counts, [1, 1, 1]);
    let by_id = desk.call(&desk.editor, "GET", &format!("/api/v1/stories/{id}"), Value::Null).await;
    let by_number = desk.call(&desk.editor, "GET", &format!("/api/v1/stories/{number}"), Value::Null).await;
    assert_eq!((by_id.status, by_id.body), (StatusCode::OK, by_number.body));
}

#[tokio::test]
async fn a_writer_who_holds_a_story_keeps_others_out() {
    let desk = Desk::open().await;
    let number = desk.post("/api/v1/stories", story("Ministers meet")).await.number("number");
    let mut act = desk.room.publication.begin(0).await.unwrap();
    let writer = dateline::ids::PersonId::new();
    let until = act.now + jiff::SignedDuration::from_mins(5);
    let sql = "UPDATE story SET holder = $2, held_until = $3 WHERE number = $1";
    act.conn().execute(sql, [number.into(), writer.into(), until.into()]).await.unwrap();
    act.commit().await.unwrap();
    let path = format!("/api/v1/stories/{number}");
    let tag = [("if-match", "\"1\"")];
    let patch = json!({ "headline": "Ministers met" });
    let locked = desk.call_with(&desk.editor, "PATCH", &path, &tag, patch.clone()).await;
    assert_eq!((locked.status, &locked.body["status"]), (StatusCode::LOCKED, &json!(423)));
    assert_eq!(locked.header("content-type"), "application/problem+json");
    desk.room.publication.clock.advance(301);
    let edited = desk.call_with(&desk.editor, "PATCH", &path, &tag, patch).await;
    assert_eq!(edited.status, StatusCode::OK, "{}", edited.body);
}

#[tokio::test]
async fn a_held_story_is_not_given_out_until_it_is_lifted() {
    let desk = Desk::open().await;
    let number = desk.released("Ministers meet").await;
    let held = act(&desk, number, "hold", json!({ "editor_note": "We check the figure" })).await;
    assert_eq!((held.status, held.number("version")), (StatusCode::OK, 2));
    for path in [format!("/api/v1/releases/{number}"), format!("/api/v1/releases/{number}/versions/1")] {
        let answer = desk.call(&desk.editor, "GET", &path, Value::Null).await;
        assert_eq!((answer.status, &answer.body["state"]), (StatusCode::NOT_FOUND, &json!("held")));
        assert!(!answer.body.to_string().contains("Ministers"), "{}", answer.body);
    }
    act(&desk, number, "lift", json!({ "editor_note": "The figure stands" })).await;
    assert_eq!(release_of(&desk, number).await.number("version"), 3);
}

#[tokio::test]
async fn a_killed_story_leaves_a_notice_with_its_substitute() {
    let desk = Desk::open().await;
    let substitute = desk.released("Ministers met").await;
    let number = desk.released("Ministers meet").await;
    let order = json!({ "reason": "The statement was forged.", "substitute": substitute });
    assert_eq!(act(&desk, number, "kill", order).await.status, StatusCode::ACCEPTED);
    assert_eq!(confirm(&desk, number, "kill").await.status, StatusCode::OK);
    let gone = release_of(&desk, number).await;
    assert_eq!(gone.status, StatusCode::GONE);
    let notice = json!({
        "state": "killed", "version": 3, "headline": "Ministers meet", "reason": "The statement was forged.",
        "substitute": substitute
    });
    for (name, value) in notice.as_object().unwrap() {
        assert_eq!(&gone.body[name], value, "{name}");
    }
}

#[tokio::test]
async fn a_takedown_says_nothing_of_what_it_took_and_two_people_restore_it() {
    let desk = Desk::open().await;
    let number = desk.released("Ministers meet").await;
    assert_eq!(
        act(&desk, number, "takedown", json!({ "reason": "Court order 7" })).await.status,
        StatusCode::ACCEPTED
    );
    let done = confirm(&desk, number, "takedown").await;
    assert_eq!((done.status, &done.body["state"]), (StatusCode::OK, &json!("taken_down")));
    assert_eq!(done.body["url"], json!(format!("https://arna.example/en/{number}")));
    let gone = release_of(&desk, number).await;
    assert_eq!(gone.status, StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS);
    let said = gone.body.to_string();
    assert!(!said.contains("Ministers") && !said.contains("Court"), "{said}");
    let asked =
        act(&desk, number, "restore", json!({ "editor_note": "The order was lifted", "reason": "x" })).await;
    assert_eq!((asked.status, &asked.body["state"]), (StatusCode::ACCEPTED, &json!("taken_down")));
    let same = act(&desk, number, "restore/confirm", Value::Null).await;
    assert_eq!(same.body["type"], json!("urn:dateline:problem:same-person"));
    let back = confirm(&desk, number, "restore").await;
    assert_eq!((back.status, &back.body["state"]), (StatusCode::OK, &json!("public")), "{}", back.body);
    assert_eq!(release_of(&desk, number).await.status, StatusCode::OK);
}

#[tokio::test]
async fn words_are_redacted_when_another_person_agrees() {
    let desk = Desk::open().await;
    let number = desk.released("Rena Sand testifies").await;
    let order = json!({ "reason": "A witness's name", "words": ["Rena Sand"], "with": "A witness" });
    let asked = act(&desk, number, "redact", order).await;
    assert_eq!((asked.status, &asked.body["pending"]), (StatusCode::ACCEPTED, &json!(true)));
    assert!(release_of(&desk, number).await.body.to_string().contains("Rena Sand"));
    let wrong = confirm(&desk, number, "kill").await;
    assert_eq!(wrong.body["type"], json!("urn:dateline:problem:nothing-pending"));
    assert_eq!(confirm(&desk, number, "redact").await.status, StatusCode::OK);
    let read = release_of(&desk, number).await;
    assert_eq!(read.body["content"]["headline"], json!("A witness testifies"));
    assert!(!read.body.to_string().contains("Rena Sand"));
}

#[tokio::test]
async fn an_unpublished_story_is_gone_and_comes_back_as_a_release() {
    let desk = Desk::open().await;
    let number = desk.released("Ministers meet").await;
    assert_eq!(
        act(&desk, number, "unpublish", json!({ "reason": "Sent by mistake" })).await.status,
        StatusCode::OK
    );
    let gone = release_of(&desk, number).await;
    assert_eq!((gone.status, &gone.body["state"]), (StatusCode::GONE, &json!("unpublished")));
    assert_eq!(act(&desk, number, "release", Value::Null).await.number("version"), 2);
    assert_eq!(release_of(&desk, number).await.status, StatusCode::OK);
}

#[tokio::test]
async fn every_version_stays_and_there_is_none_beyond() {
    let desk = Desk::open().await;
    let number = desk.released("Ministers meet").await;
    let path = format!("/api/v1/stories/{number}");
    let patch = json!({ "headline": "Ministers met" });
    desk.call_with(&desk.editor, "PATCH", &path, &[("if-match", "\"1\"")], patch).await;
    act(&desk, number, "update", json!({ "editor_note": "Adds the result" })).await;
    let version = async |version: i64| {
        let path = format!("/api/v1/releases/{number}/versions/{version}");
        desk.call(&desk.editor, "GET", &path, Value::Null).await
    };
    let first = version(1).await;
    assert_eq!(first.body["content"]["headline"], json!("Ministers meet"));
    let second = version(2).await;
    assert_eq!(
        (&second.body["content"]["headline"], &second.body["act"], &second.body["editor_note"]),
        (&json!("Ministers met"), &json!("update"), &json!("Adds the result"))
    );
    assert_ne!(first.body["hash"], second.body["hash"]);
    assert_eq!(version(3).await.status, StatusCode::NOT_FOUND);
    assert_eq!(version(0).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_draft_is_no_release() {
    let desk = Desk::open().await;
    let number = desk.post("/api/v1/stories", story("Ministers meet")).await.number("number");
    assert_eq!(release_of(&desk, number).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_schedule_needs_an_instant_to_come_and_what_its_act_needs() {
    let desk = Desk::open().await;
    let number = desk.post("/api/v1/stories", story("Ministers meet")).await.number("number");
    let bad = [
        (json!({}), "at"),
        (json!({ "at": "tomorrow" }), "at"),
        (json!({ "at": "2026-06-01T07:59:59Z" }), "at"),
        (json!({ "at": "2026-07-01T10:00:00" }), "at"),
        (json!({ "at": "2026-07-01T10:00:00", "zone": "Mars/Base" }), "zone"),
        (json!({ "at": "2027-03-28T02:30:00", "zone": "Europe/Berlin" }), "at"),
        (json!({ "at": "2026-10-25T02:30:00", "zone": "Europe/Berlin" }), "at"),
    ];
    for (body, field) in bad {
        let refused = act(&desk, number, "schedule", body.clone()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
        assert_eq!(refused.body["field"], json!(field), "{body}");
    }
    let set = json!({ "at": "2026-07-01T10:00:00", "zone": "Asia/Baku" });
    assert_eq!(act(&desk, number, "schedule", set).await.status, StatusCode::OK);
    let public = desk.released("Budget passed").await;
    let bare = json!({ "at": "2026-07-01T10:00:00Z", "act": "correct" });
    let refused = act(&desk, public, "schedule", bare).await;
    assert_eq!((refused.status.as_u16(), &refused.body["field"]), (422, &json!("editor_note")));
    let release = json!({ "at": "2026-07-01T10:00:00Z" });
    assert_eq!(act(&desk, public, "schedule", release).await.status, StatusCode::CONFLICT);
    let unknown = json!({ "at": "2026-07-01T10:00:00Z", "act": "nothing" });
    assert_eq!(act(&desk, public, "schedule", unknown).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_act_covers_this_language_or_all() {
    let desk = Desk::open().await;
    let number = desk.released("Ministers meet").await;
    let mut other = story("Nazirlər görüşdü");
    other["language"] = json!("az");
    other["section"] = json!("siyaset");
    other["translation_of"] = json!(number);
    let other = desk.post("/api/v1/stories?release=now", other).await.number("number");
    let state = async |number: i64| {
        let path = format!("/api/v1/stories/{number}");
        desk.call(&desk.editor, "GET", &path, Value::Null).await.body["state"].clone()
    };
    let hold = |languages: &str| json!({ "editor_note": "We check", "languages": languages });
    act(&desk, number, "hold", hold("this")).await;
    assert_eq!((state(number).await, state(other).await), (json!("held"), json!("public")));
    act(&desk, number, "lift", json!({ "editor_note": "It stands", "languages": "this" })).await;
    act(&desk, number, "hold", json!({ "editor_note": "We check" })).await;
    assert_eq!((state(number).await, state(other).await), (json!("held"), json!("held")));
}

#[tokio::test]
async fn what_is_under_embargo_is_not_there_for_outsiders_in_any_call() {
    let desk = Desk::open().await;
    let mut embargoed = story("Budget in figures");
    embargoed["embargoed_until"] = json!("2026-06-02T12:00:00Z");
    let number = desk.post("/api/v1/stories?release=now", embargoed).await.number("number");
    act(&desk, number, "kill", json!({ "reason": "The figures were wrong." })).await;
    use dateline::people::Scope::{LogRead, StoriesRelease, StoriesWrite};
    let outsider = desk.token("outside@arna.example", &[LogRead, StoriesRelease, StoriesWrite]).await;
    let note = json!({ "editor_note": "x", "reason": "x", "at": "2026-07-01T00:00:00Z", "act": "update" });
    for path in ["hold", "kill", "schedule", "kill/confirm"] {
        let path = format!("/api/v1/stories/{number}/{path}");
        let answer = desk.call(&outsider, "POST", &path, note.clone()).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}: {}", answer.body);
    }
}
