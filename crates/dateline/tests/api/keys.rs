//! `Idempotency-Key` on every POST: sent again, it does nothing and answers the same.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};

use crate::desk::{Answer, Desk, story};

async fn keyed(desk: &Desk, path: &str, key: &str, body: Value) -> Answer {
    desk.call_with(&desk.editor, "POST", path, &[("idempotency-key", key)], body).await
}

#[tokio::test]
async fn every_act_sent_again_answers_the_same_with_its_own_position() {
    let desk = Desk::open().await;
    let number = desk.post("/api/v1/stories", story("Ministers meet")).await.number("number");
    let note = json!({ "editor_note": "Paragraph 2: 53, not 35", "reason": "a reason" });
    let acts = ["release", "update", "correct", "refile", "hold", "lift", "unpublish", "kill"];
    let mut answers = Vec::new();
    for act in acts {
        desk.room.publication.clock.advance(60);
        let path = format!("/api/v1/stories/{number}/{act}");
        let first = keyed(&desk, &path, act, note.clone()).await;
        assert!(first.status.is_success(), "{act}: {}", first.body);
        answers.push((path, act, first));
    }
    let head = desk.room.log().await.len();
    assert_eq!(head, 7, "a kill of what is not public asks only");
    desk.room.publication.clock.advance(3600);
    for (path, act, first) in &answers {
        let again = keyed(&desk, path, act, note.clone()).await;
        assert_eq!((again.status, &again.body), (first.status, &first.body), "{act}");
        let other = keyed(&desk, path, act, json!({ "editor_note": "another" })).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "{act}");
        assert_eq!(other.body["type"], json!("urn:dateline:problem:key-reused"));
    }
    let at = json!({ "at": "2026-07-01T00:00:00Z" });
    let draft = desk.post("/api/v1/stories", story("Tomorrow")).await.number("number");
    let schedule = format!("/api/v1/stories/{draft}/schedule");
    let first = keyed(&desk, &schedule, "schedule", at.clone()).await;
    let again = keyed(&desk, &schedule, "schedule", at).await;
    assert_eq!((first.status, first.body), (StatusCode::OK, again.body));
    assert_eq!(desk.room.log().await.len(), head);
}

#[tokio::test]
async fn a_confirmation_sent_again_answers_the_same() {
    let desk = Desk::open().await;
    let number = desk.released("Ministers meet").await;
    let kill = format!("/api/v1/stories/{number}/kill");
    desk.post(&kill, json!({ "reason": "The statement was forged." })).await;
    let key = [("idempotency-key", "confirm")];
    let path = format!("{kill}/confirm");
    let first = desk.call_with(&desk.chief, "POST", &path, &key, Value::Null).await;
    let again = desk.call_with(&desk.chief, "POST", &path, &key, Value::Null).await;
    assert_eq!((first.status, &first.body["state"]), (StatusCode::OK, &json!("killed")));
    assert_eq!((again.status, again.body), (first.status, first.body));
}

#[tokio::test]
async fn a_key_is_kept_for_a_day() {
    let desk = Desk::open().await;
    let first = keyed(&desk, "/api/v1/stories", "one", story("Once")).await;
    desk.room.publication.clock.advance(24 * 3600 - 1);
    let again = keyed(&desk, "/api/v1/stories", "one", story("Once")).await;
    assert_eq!(again.body, first.body);
    desk.room.publication.clock.advance(1);
    let token = desk.token("editor@arna.example", dateline::people::Scope::ALL).await;
    let key = [("idempotency-key", "one")];
    let of_another = desk.call_with(&token, "POST", "/api/v1/stories", &key, story("Once")).await;
    assert_ne!(of_another.body["number"], first.body["number"], "a key belongs to its token");
    let mut act = desk.room.publication.begin(0).await.unwrap();
    let now = act.now;
    assert_eq!(dateline::api::forget_old_keys(&mut act.conn(), now).await.unwrap(), 1);
    act.commit().await.unwrap();
}

#[tokio::test]
async fn a_refusal_is_judged_again() {
    let desk = Desk::open().await;
    let number = desk.post("/api/v1/stories", story("Ministers meet")).await.number("number");
    let update = format!("/api/v1/stories/{number}/update");
    assert_eq!(keyed(&desk, &update, "update", Value::Null).await.status, StatusCode::CONFLICT);
    desk.post(&format!("/api/v1/stories/{number}/release"), Value::Null).await;
    assert_eq!(keyed(&desk, &update, "update", Value::Null).await.status, StatusCode::OK);
}

/// A form with a picture, cut with `cut`.
fn form(cut: &str, credit: &str, picture: &[u8]) -> Vec<u8> {
    let mut out = format!(
        "--{cut}\r\nContent-Disposition: form-data; name=\"fields\"\r\n\r\n{{\"credit\":\"{credit}\"}}\r\n\
         --{cut}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"ferry.png\"\r\n\r\n"
    )
    .into_bytes();
    out.extend(picture);
    out.extend(format!("\r\n--{cut}--\r\n").into_bytes());
    out
}

fn picture(shade: u8) -> Vec<u8> {
    let mut out = std::io::Cursor::new(Vec::new());
    let drawn = image::RgbImage::from_pixel(40, 30, image::Rgb([shade, 90, 10]));
    drawn.write_to(&mut out, image::ImageFormat::Png).unwrap();
    out.into_inner()
}

async fn upload(desk: &Desk, key: &str, cut: &str, body: Vec<u8>) -> Answer {
    let request = Request::post("/api/v1/media")
        .header("authorization", format!("Bearer {}", desk.editor))
        .header("content-type", format!("multipart/form-data; boundary={cut}"))
        .header("idempotency-key", key);
    desk.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn a_picture_sent_again_is_the_same_however_the_form_is_cut() {
    let desk = Desk::open().await;
    let first = upload(&desk, "one", "cut", form("cut", "ARNA", &picture(1))).await;
    assert_eq!(first.status, StatusCode::CREATED, "{}", first.body);
    let place = format!("/api/v1/media/{}", first.body["id"].as_str().unwrap());
    assert_eq!(first.header("location"), place);
    let again = upload(&desk, "one", "sliced", form("sliced", "ARNA", &picture(1))).await;
    assert_eq!((again.status, &again.body), (first.status, &first.body));
    assert_eq!(again.header("location"), place);
    for other in [form("cut", "ARNA", &picture(2)), form("cut", "Somebody", &picture(1))] {
        let refused = upload(&desk, "one", "cut", other).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.body["type"], json!("urn:dateline:problem:key-reused"));
    }
    let under_another = upload(&desk, "two", "cut", form("cut", "ARNA", &picture(1))).await;
    assert_eq!((under_another.status, &under_another.body["id"]), (StatusCode::OK, &first.body["id"]));
}

#[tokio::test]
async fn a_picture_sent_many_times_at_once_is_one() {
    let desk = Desk::open().await;
    let sent = (0..6).map(|_| upload(&desk, "one", "cut", form("cut", "ARNA", &picture(3))));
    let answers = futures_util::future::join_all(sent).await;
    for answer in &answers {
        assert_eq!((answer.status, &answer.body), (StatusCode::CREATED, &answers[0].body));
    }
}

#[tokio::test]
async fn a_withdrawal_sent_again_answers_the_same() {
    let desk = Desk::open().await;
    let made = upload(&desk, "one", "cut", form("cut", "ARNA", &picture(4))).await;
    let path = format!("/api/v1/media/{}/withdraw", made.body["id"].as_str().unwrap());
    let first = keyed(&desk, &path, "withdraw", Value::Null).await;
    let again = keyed(&desk, &path, "withdraw", Value::Null).await;
    assert_eq!((first.status, &first.body["standing"]), (StatusCode::OK, &json!("withdrawn")));
    assert_eq!((again.status, again.body), (first.status, first.body));
    assert_eq!(desk.post(&path, Value::Null).await.status, StatusCode::CONFLICT);
}
