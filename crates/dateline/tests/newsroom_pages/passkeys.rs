//! Passkeys: made, used, doubted; what is asked of them is asked of one browser, once, and not for long.

use dateline::people::Role;
use http::StatusCode;
use serde_json::{Value, json};

use crate::browser::{Answer, Browser, House, PASSWORD};
use crate::device::{Asked, Device};

const HOST: &str = "localhost:8080";
const ORIGIN: &str = "http://localhost:8080";

fn at_home(house: &House) -> Browser {
    let mut browser = house.browser();
    browser.host = HOST;
    browser
}

async fn signed_in(house: &House, name: &str) -> Browser {
    house.hire(name, &[Role::Reporter]).await;
    let mut browser = at_home(house);
    browser.sign_in(name, PASSWORD).await;
    browser
}

/// Makes a passkey for whoever is signed in.
async fn device_of(browser: &Browser) -> Device {
    let mut device = Device::new(ORIGIN);
    let asked = browser.save("/newsroom/me/passkeys/begin", json!({ "password": PASSWORD })).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.text);
    let made = device.make(&asked.json());
    let kept =
        browser.save("/newsroom/me/passkeys", json!({ "name": "Telephone", "credential": made })).await;
    assert_eq!(kept.status, StatusCode::CREATED, "{}", kept.text);
    device
}

/// Asks to sign in; the options, and the browser as it is bound to them.
async fn asked(browser: &mut Browser) -> Value {
    let asked = browser.save("/newsroom/sign-in/passkey/begin", json!({})).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.text);
    browser.door = asked.door.clone().or(browser.door.take());
    asked.json()
}

async fn give(browser: &Browser, credential: Value) -> Answer {
    browser
        .save("/newsroom/sign-in/passkey", json!({ "credential": credential, "next": "/newsroom/board" }))
        .await
}

#[tokio::test]
async fn a_passkey_opens_the_newsroom_without_a_password() {
    let house = House::open().await;
    let lea = signed_in(&house, "lea").await;
    let mut device = device_of(&lea).await;
    let mut browser = at_home(&house);
    let options = asked(&mut browser).await;
    assert_eq!(options["userVerification"], "required");
    let came = give(&browser, device.answer(&options, Asked::Verified)).await;
    assert_eq!(
        (came.status, &came.json()["to"]),
        (StatusCode::OK, &json!("/newsroom/board")),
        "{}",
        came.text
    );
    browser.cookie = came.cookie;
    let page = browser.get("/newsroom/me").await.text;
    assert!(page.contains("Telephone") && page.contains("Last used"), "{page}");

    let mut ids = page.split("/newsroom/me/passkeys/").filter_map(|rest| rest.split('"').next());
    let id = ids.find(|id| id.len() == 36).unwrap();
    let other = signed_in(&house, "tom").await;
    other.post(&format!("/newsroom/me/passkeys/{id}"), &[]).await;
    assert!(browser.get("/newsroom/me").await.text.contains("Telephone"), "only one's own can be removed");
    browser.post(&format!("/newsroom/me/passkeys/{id}"), &[]).await;
    assert!(!browser.get("/newsroom/me").await.text.contains("Telephone"));
    let options = asked(&mut browser).await;
    let gone = give(&browser, device.answer(&options, Asked::Verified)).await;
    assert_eq!(gone.status, StatusCode::UNPROCESSABLE_ENTITY);
    let record = house.column("SELECT act FROM audit WHERE act LIKE 'passkey%' ORDER BY id", "act").await;
    assert_eq!(record, ["passkey.add", "passkey.remove"]);
}

#[tokio::test]
async fn an_answer_is_taken_once_from_the_browser_that_was_asked_and_not_too_late() {
    let house = House::open().await;
    let lea = signed_in(&house, "lea").await;
    let mut device = device_of(&lea).await;
    let mut browser = at_home(&house);
    let options = asked(&mut browser).await;
    let answer = device.answer(&options, Asked::Verified);
    let mut thief = at_home(&house);
    asked(&mut thief).await;
    assert_eq!(
        give(&thief, answer.clone()).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "another's question"
    );
    assert_eq!(give(&at_home(&house), answer.clone()).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(give(&browser, answer.clone()).await.status, StatusCode::OK);
    assert_eq!(give(&browser, answer).await.status, StatusCode::UNPROCESSABLE_ENTITY, "a replay");

    let options = asked(&mut browser).await;
    let mut wrong = device.answer(&options, Asked::Verified);
    let right = wrong.clone();
    wrong["response"]["signature"] = json!("AAAA");
    assert_eq!(give(&browser, wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        give(&browser, right).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a wrong answer spends it too"
    );

    let options = asked(&mut browser).await;
    let late = device.answer(&options, Asked::Verified);
    house.room.publication.clock.advance(301);
    assert_eq!(give(&browser, late).await.status, StatusCode::UNPROCESSABLE_ENTITY, "too late");
}

#[tokio::test]
async fn only_a_verified_person_at_our_own_address_comes_in() {
    let house = House::open().await;
    let lea = signed_in(&house, "lea").await;
    let mut device = device_of(&lea).await;
    let mut browser = at_home(&house);
    let options = asked(&mut browser).await;
    let touched = give(&browser, device.answer(&options, Asked::Touched)).await;
    assert_eq!(touched.status, StatusCode::UNPROCESSABLE_ENTITY);
    let options = asked(&mut browser).await;
    device.origin = "https://evil.example";
    let elsewhere = give(&browser, device.answer(&options, Asked::Verified)).await;
    assert_eq!(elsewhere.status, StatusCode::UNPROCESSABLE_ENTITY);
    device.origin = ORIGIN;
    let boss = house.at_work("boss", Role::Administrator).await;
    let people = boss.get("/newsroom/people").await.text;
    let part = people.split("lea@arna.example").nth(1).unwrap();
    let id = part.split("/newsroom/people/").nth(1).unwrap().split('"').next().unwrap();
    boss.post(&format!("/newsroom/people/{id}"), &[("do", "disable")]).await;
    let options = asked(&mut browser).await;
    let out = give(&browser, device.answer(&options, Asked::Verified)).await;
    assert_eq!(out.status, StatusCode::UNPROCESSABLE_ENTITY, "whoever is disabled stays out");
}

#[tokio::test]
async fn a_key_whose_counter_went_back_is_not_taken_any_more() {
    let house = House::open().await;
    let lea = signed_in(&house, "lea").await;
    let mut device = device_of(&lea).await;
    let mut browser = at_home(&house);
    for _ in 0..3 {
        let options = asked(&mut browser).await;
        assert_eq!(give(&browser, device.answer(&options, Asked::Verified)).await.status, StatusCode::OK);
    }
    device.counter = 1;
    let options = asked(&mut browser).await;
    let copied = give(&browser, device.answer(&options, Asked::Verified)).await;
    assert_eq!(copied.status, StatusCode::UNPROCESSABLE_ENTITY);
    device.counter = 50;
    let options = asked(&mut browser).await;
    let again = give(&browser, device.answer(&options, Asked::Verified)).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "nor is the one that counts on");
    assert!(lea.get("/newsroom/me").await.text.contains("its counter went back"));
    let record = house.column("SELECT act FROM audit WHERE act = 'passkey.doubt'", "act").await;
    assert_eq!(record.len(), 1);
}

#[tokio::test]
async fn making_one_asks_for_the_password_and_a_stolen_session_cannot_guess_it() {
    let house = House::open().await;
    let lea = signed_in(&house, "lea").await;
    for _ in 0..5 {
        let refused = lea.save("/newsroom/me/passkeys/begin", json!({ "password": "wrong" })).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let paused = lea.save("/newsroom/me/passkeys/begin", json!({ "password": PASSWORD })).await;
    assert_eq!(paused.status, StatusCode::TOO_MANY_REQUESTS);
    let mut device = Device::new(ORIGIN);
    let options = json!({ "user": { "id": "AAAA" }, "rp": { "id": "localhost" }, "challenge": "AAAA" });
    let made = json!({ "name": "Mine", "credential": device.make(&options) });
    let unasked = lea.save("/newsroom/me/passkeys", made).await;
    assert_eq!(unasked.status, StatusCode::UNPROCESSABLE_ENTITY);
    for body in [json!([]), json!({}), json!({ "name": 1, "credential": {} })] {
        assert_eq!(lea.save("/newsroom/me/passkeys", body).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let large = json!({ "name": "x".repeat(70_000), "credential": {} });
    assert_eq!(lea.save("/newsroom/me/passkeys", large).await.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn questions_of_one_network_are_bounded_until_they_have_gone_by() {
    let house = House::open().await;
    let mut browser = at_home(&house);
    for _ in 0..60 {
        asked(&mut browser).await;
    }
    let more = browser.save("/newsroom/sign-in/passkey/begin", json!({})).await;
    assert_eq!(more.status, StatusCode::TOO_MANY_REQUESTS);
    house.room.publication.clock.advance(301);
    asked(&mut browser).await;
}

#[tokio::test]
async fn a_passkey_stands_for_the_code_too_but_only_its_persons() {
    let house = House::open().await;
    let lea = signed_in(&house, "lea").await;
    let mut device = device_of(&lea).await;
    let mut strange = device_of(&signed_in(&house, "tom").await).await;
    lea.post("/newsroom/me/authenticator", &[("do", "begin")]).await;
    let page = lea.get("/newsroom/me").await.text;
    let secret = page.split("<code>").nth(1).unwrap().split("</code>").next().unwrap();
    let totp = totp_rs::Builder::new().with_secret(totp_rs::Secret::try_from_base32(secret).unwrap());
    let now = house.room.publication.clock.now().as_second() as u64;
    let code = totp.build_noncompliant().generate(now).to_string();
    lea.post("/newsroom/me/authenticator", &[("do", "confirm"), ("code", &code)]).await;

    let mut browser = at_home(&house);
    let half = browser.sign_in("lea", PASSWORD).await;
    assert!(half.location.starts_with("/newsroom/sign-in/code"), "{half:?}");
    let options = asked(&mut browser).await;
    assert_eq!(options["allowCredentials"].as_array().unwrap().len(), 1, "only lea's are asked for");
    let foreign = give(&browser, strange.answer(&options, Asked::Verified)).await;
    assert_eq!(foreign.status, StatusCode::UNPROCESSABLE_ENTITY);
    let options = asked(&mut browser).await;
    let came = give(&browser, device.answer(&options, Asked::Verified)).await;
    assert_eq!(came.status, StatusCode::OK, "{}", came.text);
    assert_ne!(came.cookie, browser.cookie, "the session is a new one");
    let old = browser.clone();
    browser.cookie = came.cookie;
    assert_eq!(browser.get("/newsroom").await.status, StatusCode::OK);
    assert_eq!(old.get("/newsroom/sign-in/code").await.status, StatusCode::SEE_OTHER, "the half one is gone");
}

#[tokio::test]
async fn where_passkeys_cannot_be_used_a_sentence_says_why() {
    let house = House::open().await;
    let mut lea = signed_in(&house, "lea").await;
    for (host, why) in [
        ("10.0.0.7:8080", "here it is a number"),
        ("[::1]:8080", "here it is a number"),
        ("newsroom.test", "only at the agency"),
        ("localhost.evil.example", "only at the agency"),
    ] {
        lea.host = host;
        let page = lea.get("/newsroom/me").await.text;
        assert!(page.contains(why) && !page.contains("data-passkey="), "{host}: {page}");
        assert!(house_door(&house, host).await.contains(why), "{host}");
        let refused = lea.save("/newsroom/me/passkeys/begin", json!({ "password": PASSWORD })).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{host}");
    }
    assert!(house_door(&house, "arna.example").await.contains("data-passkey=\"use\""));
}

async fn house_door(house: &House, host: &'static str) -> String {
    let mut browser = house.browser();
    browser.host = host;
    browser.get("/newsroom/sign-in").await.text
}
