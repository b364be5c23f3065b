//! Stories from the first word to the reader, and what happens when two write at once.

use dateline::people::Role;
use http::StatusCode;
use serde_json::json;

use crate::browser::{Browser, House};

fn paragraph(text: &str) -> serde_json::Value {
    json!({ "blocks": [{ "id": "p1", "type": "paragraph", "content": [{ "text": text }] }] })
}

async fn written(browser: &Browser, headline: &str) -> String {
    let number = browser.story(headline).await;
    let sent = json!({ "revision": 1, "fields": { "dateline_place": "Kardel" }, "body": paragraph("It opens at noon.") });
    let saved = browser.save(&format!("/newsroom/stories/{number}/save"), sent).await;
    assert_eq!(
        (saved.status, saved.json()["revision"].clone()),
        (StatusCode::OK, json!(2)),
        "{}",
        saved.text
    );
    number
}

#[tokio::test]
async fn a_story_goes_from_the_first_word_to_the_reader_and_away_again() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let desk = [("name", "Newsroom"), ("approval", "another_person"), ("steps", "")];
    assert_eq!(boss.post("/newsroom/desks/newsroom", &desk).await.status, StatusCode::SEE_OTHER);
    let reporter = house.at_work("lea", Role::Reporter).await;
    let editor = house.at_work("tom", Role::Editor).await;
    let number = written(&reporter, "Harbour opens").await;
    let at = |rest: &str| format!("/newsroom/stories/{number}{rest}");
    assert_eq!(editor.post(&at("/acts/release"), &[]).await.status, StatusCode::CONFLICT, "not approved yet");
    reporter.post(&at("/hands/submit"), &[]).await;
    assert_eq!(reporter.post(&at("/hands/approve"), &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(editor.post(&at("/hands/approve"), &[]).await.status, StatusCode::SEE_OTHER);
    assert!(editor.get(&at("/preview")).await.text.contains("It opens at noon."));
    let released = editor.post(&at("/acts/release"), &[("languages", "this")]).await;
    assert_eq!(released.status, StatusCode::SEE_OTHER, "{}", released.text);
    let public = format!("/en/politics/harbour-opens-{number}");
    assert_eq!(house.public(&public).await.0, StatusCode::OK);

    let sent = json!({ "revision": 2, "body": paragraph("It opens at two.") });
    reporter.save(&at("/save"), sent).await;
    reporter.post(&at("/hands/submit"), &[]).await;
    editor.post(&at("/hands/approve"), &[]).await;
    let silent = editor.post(&at("/acts/correction"), &[("languages", "this")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "a correction says what was wrong");
    assert!(editor.get(&at("/acts/correction")).await.text.contains("<del>noon"), "the difference is shown");
    let note =
        [("editor_note", "Time: two, not noon"), ("public_note", "It opens at two."), ("languages", "this")];
    assert_eq!(editor.post(&at("/acts/correction"), &note).await.status, StatusCode::SEE_OTHER);
    assert!(house.public(&public).await.1.contains("It opens at two."));

    let (one, other) = (house.at_work("ida", Role::Chief).await, house.at_work("max", Role::Chief).await);
    let kill = [("reason", "The harbour stays closed"), ("languages", "this")];
    assert!(one.post(&at("/acts/kill"), &kill).await.location.contains("said=asked"));
    assert_eq!(house.public(&public).await.0, StatusCode::NOT_FOUND, "held at once");
    assert!(other.get("/newsroom").await.text.contains("Harbour opens"), "the second person sees it");
    assert_eq!(one.post(&at("/confirm"), &[("act", "kill")]).await.status, StatusCode::CONFLICT);
    let page = other.get(&at("/confirm")).await;
    assert!(page.text.contains("The harbour stays closed") && page.text.contains("It opens at two."));
    assert_eq!(other.post(&at("/confirm"), &[("act", "kill")]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(house.public(&public).await.0, StatusCode::GONE);
}

#[tokio::test]
async fn what_was_written_too_late_is_kept_and_can_be_restored() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let tom = house.at_work("tom", Role::Editor).await;
    let number = written(&lea, "Harbour opens").await;
    let at = |rest: &str| format!("/newsroom/stories/{number}{rest}");
    let refused = tom.save(&at("/save"), json!({ "revision": 2, "body": paragraph("Mine.") })).await;
    assert_eq!(refused.status, StatusCode::CONFLICT, "lea holds it");
    assert_eq!(refused.json()["holder"], "lea");
    assert_eq!(tom.post(&at("/hands/take-over"), &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        tom.save(&at("/save"), json!({ "revision": 2, "body": paragraph("Tom's.") })).await.status,
        StatusCode::OK
    );
    let late = lea.save(&at("/save"), json!({ "revision": 2, "body": paragraph("The last second.") })).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    let key = format!("r{}", late.json()["kept"]);
    let shown = lea.get(&at(&format!("/revisions?old=now&new={key}"))).await;
    assert!(shown.text.contains("The last second"), "{}", shown.text);
    assert_eq!(
        lea.post(&at("/restore"), &[("key", &key)]).await.status,
        StatusCode::CONFLICT,
        "tom holds it"
    );
    assert_eq!(tom.post(&at("/restore"), &[("key", &key)]).await.status, StatusCode::SEE_OTHER);
    assert!(tom.get(&at("")).await.text.contains("The last second."));
}

#[tokio::test]
async fn words_that_take_the_place_of_another_window_s_leave_them_a_revision() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let number = written(&lea, "Two windows").await;
    let at = |rest: &str| format!("/newsroom/stories/{number}{rest}");
    let first = json!({ "revision": 2, "body": paragraph("From the first window.") });
    assert_eq!(lea.save(&at("/save"), first).await.status, StatusCode::OK);
    let over = json!({ "revision": 3, "keep": true, "body": paragraph("From the second.") });
    assert_eq!(lea.save(&at("/save"), over).await.status, StatusCode::OK);
    let kept = lea.get(&at("/revisions?old=r3&new=r3")).await.text;
    assert!(kept.contains("From the first window."), "{kept}");
}

#[tokio::test]
async fn a_refused_field_leaves_the_others_saved() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let number = lea.story("Harbour opens").await;
    let path = format!("/newsroom/stories/{number}/save");
    let fields =
        json!({ "headline": "", "summary": "In short", "urgency": 12, "section": "nowhere", "x": 1 });
    let saved = lea.save(&path, json!({ "revision": 1, "fields": fields })).await;
    assert_eq!(saved.status, StatusCode::OK);
    assert_eq!(saved.json()["problems"].as_array().unwrap().len(), 4, "{}", saved.text);
    let page = lea.get(&format!("/newsroom/stories/{number}")).await.text;
    assert!(page.contains("In short") && page.contains("Harbour opens"));
    let broken = json!({ "revision": 2, "body": { "blocks": [{ "id": "a", "type": "paragraph", "content": [] }, { "id": "b", "type": "x" }] } });
    let refused = lea.save(&path, broken).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.json()["problems"][0]["block"], "b");
    for body in ["", "[]", "{", "{\"revision\":\"x\"}", "{\"revision\":1,\"more\":1}"] {
        let request = lea.request("POST", &path).header("content-type", "application/json");
        let answer = lea.send(request.body(body.to_owned().into()).unwrap()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
    }
}

#[tokio::test]
async fn no_field_brings_a_script_into_a_page() {
    const SCRIPT: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let number = boss.story(SCRIPT).await;
    let at = |rest: &str| format!("/newsroom/stories/{number}{rest}");
    let names = [
        "slugline",
        "byline",
        "summary",
        "usage_terms",
        "keywords",
        "topics",
        "authors",
        "dateline_place",
        "dateline_country",
        "dateline_source",
        "headline_short",
        "headline_seo",
        "sign_off_reporter",
        "sign_off_editor",
        "editor_note",
    ];
    let fields: serde_json::Map<_, _> =
        names.iter().map(|name| ((*name).to_owned(), json!(SCRIPT))).collect();
    let saved =
        boss.save(&at("/save"), json!({ "revision": 1, "fields": fields, "body": paragraph(SCRIPT) })).await;
    assert_eq!(saved.json()["problems"], json!([]), "{}", saved.text);
    boss.post(&at("/remarks"), &[("text", SCRIPT)]).await;
    boss.post(
        "/newsroom/desks",
        &[("key", "evil"), ("name", SCRIPT), ("approval", "nobody"), ("steps", SCRIPT)],
    )
    .await;
    boss.post("/newsroom/people", &[("email", "e@arna.example"), ("name", SCRIPT), ("role", "chief")]).await;
    boss.post(&at("/acts/release"), &[("languages", "this"), ("editor_note", SCRIPT)]).await;
    boss.post(&at("/acts/kill"), &[("languages", "this"), ("reason", SCRIPT)]).await;
    let query = "?q=%3Cscript%3Ealert(1)%3C/script%3E&desk=%22%3E%3Cscript%3Ealert(1)";
    for path in [
        at(""),
        at("/revisions"),
        at("/preview"),
        at("/acts/lift"),
        at("/confirm"),
        "/newsroom".to_owned(),
        "/newsroom/board".to_owned(),
        format!("/newsroom/board{query}"),
        "/newsroom/notices".to_owned(),
        "/newsroom/people".to_owned(),
        "/newsroom/desks".to_owned(),
        format!("/newsroom/media{query}"),
        format!("/newsroom/audit{query}"),
        format!("/newsroom/sign-in{query}&next=%22%3E%3Cscript%3Ealert(1)"),
        "/newsroom/me".to_owned(),
        "/newsroom/stories/new".to_owned(),
    ] {
        let page = boss.get(&path).await;
        assert!(!page.text.contains("<script>alert") && !page.text.contains("<img src=x"), "{path}");
        assert!(page.status.is_success() || page.status == StatusCode::CONFLICT, "{path}: {}", page.status);
    }
}

#[tokio::test]
async fn a_colleague_sees_the_card_change_and_the_story_s_holder_hears_who_asks() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let tom = house.at_work("tom", Role::Editor).await;
    let number = lea.story("Harbour opens").await;
    let board = tokio::spawn({
        let tom = tom.clone();
        async move { tom.events("/newsroom/live", |heard| heard.contains("Harbour opens late")).await }
    });
    let story = tokio::spawn({
        let (lea, path) = (lea.clone(), format!("/newsroom/stories/{number}/live"));
        async move { lea.events(&path, |heard| heard.contains("event: taken")).await }
    });
    // Whoever looks on must look before something happens; the first event says so, and each act is seen later too.
    let mut revision = 1;
    while !board.is_finished() {
        let sent = json!({ "revision": revision, "fields": { "headline": format!("Harbour opens late {revision}") } });
        let saved = lea.save(&format!("/newsroom/stories/{number}/save"), sent).await;
        revision = saved.json()["revision"].as_i64().unwrap();
        tokio::task::yield_now().await;
    }
    let card = board.await.unwrap();
    assert!(card.contains("event: card") && card.contains("\"column\":\"draft\""), "{card}");
    tom.post(&format!("/newsroom/stories/{number}/hands/ask"), &[]).await;
    assert!(lea.get("/newsroom/notices").await.text.contains("tom asks you for"));
    while !story.is_finished() {
        tom.post(&format!("/newsroom/stories/{number}/hands/take-over"), &[]).await;
        lea.post(&format!("/newsroom/stories/{number}/hands/ask"), &[]).await;
        tokio::task::yield_now().await;
    }
    let heard = story.await.unwrap();
    assert!(heard.contains("\"holder\":\"tom\""), "{heard}");
}
