//! Who keeps sight of copy under embargo: those trusted with it, and those whose work it is.

use dateline::people::{Role, Scope};
use http::StatusCode;
use serde_json::json;

use crate::browser::{Browser, House};
use crate::routes::{api_answers, api_router};

/// Puts a story under an embargo and lets it out to those trusted with it.
async fn embargo(editor: &Browser, number: &str) {
    editor.post(&format!("/newsroom/stories/{number}/hands/take-over"), &[]).await;
    let fields = json!({ "embargo_at": "2026-06-02T09:00", "embargo_zone": "Europe/London" });
    let sent = json!({ "revision": 1, "fields": fields });
    let saved = editor.save(&format!("/newsroom/stories/{number}/save"), sent).await;
    assert_eq!(saved.json()["problems"], json!([]), "{}", saved.text);
    let out = editor.post(&format!("/newsroom/stories/{number}/acts/release"), &[]).await;
    assert_eq!(out.status, StatusCode::SEE_OTHER, "{}", out.text);
}

/// The statuses of a story's page, its live stream and its preview, and whether the board shows it.
async fn sight(browser: &Browser, number: &str) -> (Vec<StatusCode>, bool) {
    let mut found = Vec::new();
    for rest in ["", "/live", "/preview", "/revisions"] {
        let path = format!("/newsroom/stories/{number}{rest}");
        let request = browser.request("GET", &path).body(axum::body::Body::empty()).unwrap();
        found.push(browser.begin(request).await);
    }
    let board = browser.get("/newsroom/board").await.text;
    (found, board.contains(&format!("/newsroom/stories/{number}\"")))
}

#[tokio::test]
async fn author_and_assigned_keep_sight_of_copy_under_embargo_and_others_do_not() {
    let house = House::open().await;
    let tom = house.at_work("tom", Role::Editor).await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let kim_is = house.hire("kim", &[Role::Reporter]).await;
    let mut kim = house.browser();
    kim.sign_in("kim", crate::browser::PASSWORD).await;
    let ben = house.at_work("ben", Role::Reporter).await;
    let number = lea.story("Harbour opens").await;
    let id = kim_is.id.to_string();
    tom.post(&format!("/newsroom/stories/{number}/hands/assign"), &[("person", id.as_str())]).await;
    embargo(&tom, &number).await;
    for (name, browser) in [("its author", &lea), ("whose task it is", &kim), ("its editor", &tom)] {
        let (found, on_board) = sight(browser, &number).await;
        assert_eq!(found, [StatusCode::OK; 4], "{name}");
        assert!(on_board, "{name}");
    }
    let (found, on_board) = sight(&ben, &number).await;
    assert_eq!(found, [StatusCode::NOT_FOUND; 4], "a reporter with no part in it");
    assert!(!on_board);
    let claimed = ben.post(&format!("/newsroom/stories/{number}/hands/claim"), &[]).await;
    assert_eq!(claimed.status, StatusCode::NOT_FOUND);
    let written = json!({ "revision": 2, "fields": { "headline": "Harbour opens late" } });
    tom.post(&format!("/newsroom/stories/{number}/hands/let-go"), &[]).await;
    let saved = lea.save(&format!("/newsroom/stories/{number}/save"), written).await;
    assert_eq!(saved.status, StatusCode::OK, "and writes on: {}", saved.text);
}

#[tokio::test]
async fn whoever_holds_copy_keeps_sight_of_it_under_embargo() {
    let house = House::open().await;
    let tom = house.at_work("tom", Role::Editor).await;
    let ben = house.at_work("ben", Role::Reporter).await;
    let number = tom.story("Harbour opens").await;
    embargo(&tom, &number).await;
    let ben_is =
        house.column("SELECT name, email FROM person WHERE email = 'ben@arna.example'", "name").await;
    assert_eq!(ben_is, ["ben"]);
    assert_eq!(sight(&ben, &number).await.0[0], StatusCode::NOT_FOUND);
    let page = tom.get(&format!("/newsroom/stories/{number}")).await.text;
    let id = page.split(">ben</option>").next().and_then(|head| head.rsplit("value=\"").next()).unwrap();
    let id = id.split('"').next().unwrap();
    let handed = tom.post(&format!("/newsroom/stories/{number}/hands/hand-over"), &[("person", id)]).await;
    assert_eq!(handed.status, StatusCode::SEE_OTHER, "{}", handed.text);
    assert_eq!(sight(&ben, &number).await.0, [StatusCode::OK; 4]);
}

#[tokio::test]
async fn a_translation_under_embargo_is_not_named_beside_its_original() {
    let house = House::open().await;
    let tom = house.at_work("tom", Role::Editor).await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let number = lea.story("Harbour opens").await;
    let made = tom.post(&format!("/newsroom/stories/{number}/translations"), &[("language", "az")]).await;
    let other = made.location.trim_start_matches("/newsroom/stories/").split('?').next().unwrap().to_owned();
    let named = format!("&#x2f;newsroom&#x2f;stories&#x2f;{other}\"");
    assert!(lea.get(&format!("/newsroom/stories/{number}")).await.text.contains(&named));
    embargo(&tom, &other).await;
    assert!(!lea.get(&format!("/newsroom/stories/{number}")).await.text.contains(&named));
    assert!(tom.get(&format!("/newsroom/stories/{number}")).await.text.contains(&named));
}

#[tokio::test]
async fn a_token_sees_copy_under_embargo_by_its_scopes_whoever_s_it_is() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let number = boss.story("Harbour opens").await;
    embargo(&boss, &number).await;
    let router = api_router(&house);
    for (scope, expected) in [(Scope::StoriesRead, StatusCode::NOT_FOUND), (Scope::Admin, StatusCode::OK)] {
        let token = house.token(scope).await;
        let path = format!("/api/v1/stories/{number}");
        let found = api_answers(&router, Some(&token), "GET", &path).await;
        assert_eq!(found, expected, "{}", scope.as_str());
    }
}
