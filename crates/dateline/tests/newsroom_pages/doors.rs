//! Coming in: passwords, second factors, letters, and what keeps others out.

use axum::body::Body;
use dateline::people::Role;
use http::{Request, StatusCode};

use crate::browser::{House, PASSWORD};

#[tokio::test]
async fn somebody_signs_in_works_and_signs_out() {
    let house = House::open().await;
    house.hire("lea", &[Role::Reporter]).await;
    let mut lea = house.browser();
    let asked = lea.get("/newsroom/stories/new?x=1").await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER);
    assert_eq!(asked.location, "/newsroom/sign-in?next=%2Fnewsroom%2Fstories%2Fnew%3Fx%3D1");
    assert_eq!(lea.sign_in("lea", PASSWORD).await.location, "/newsroom");
    assert_eq!(lea.get("/newsroom").await.status, StatusCode::OK);
    let out = lea.post("/newsroom/sign-out", &[]).await;
    assert_eq!(out.location, "/newsroom/sign-in");
    assert_eq!(lea.get("/newsroom").await.status, StatusCode::SEE_OTHER, "the session has ended for good");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_person_get_the_same_answer_and_then_a_pause() {
    let house = House::open().await;
    house.hire("lea", &[Role::Reporter]).await;
    let mut browser = house.browser();
    let wrong = browser.sign_in("lea", "wrong password").await;
    let unknown = browser.sign_in("nobody", "wrong password").await;
    assert_eq!(
        (wrong.status, unknown.status),
        (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY)
    );
    assert_eq!(wrong.text.replace("lea@", "nobody@"), unknown.text);
    assert!(wrong.text.contains("lea@arna.example"), "what was typed is still there, but for the password");
    assert!(!wrong.text.contains("wrong password"));
    for _ in 0..5 {
        browser.sign_in("lea", "wrong password").await;
    }
    assert_eq!(browser.sign_in("lea", PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
    house.room.publication.clock.advance(3_700);
    assert_eq!(browser.sign_in("lea", PASSWORD).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_session_put_into_a_browser_beforehand_is_not_continued() {
    let house = House::open().await;
    house.hire("lea", &[Role::Reporter]).await;
    let mut thief = house.at_work("mallory", Role::Reporter).await;
    let planted = thief.cookie.clone().unwrap();
    let mut lea = house.browser();
    lea.cookie = Some(planted.clone());
    lea.sign_in("lea", PASSWORD).await;
    assert_ne!(lea.cookie.as_deref(), Some(planted.as_str()));
    thief.cookie = Some(planted);
    assert_eq!(thief.get("/newsroom/me").await.status, StatusCode::SEE_OTHER);
    let mut made_up = house.browser();
    made_up.cookie = Some("chosen-by-somebody".to_owned());
    assert_eq!(made_up.get("/newsroom").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn other_sites_change_nothing() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let number = boss.story("Ministers meet").await;
    let cookie = format!("newsroom={}", boss.cookie.clone().unwrap());
    let paths = [
        "/newsroom/sign-in".to_owned(),
        "/newsroom/sign-out".to_owned(),
        "/newsroom/stories".to_owned(),
        format!("/newsroom/stories/{number}"),
        format!("/newsroom/stories/{number}/save"),
        format!("/newsroom/stories/{number}/hands/submit"),
        format!("/newsroom/stories/{number}/acts/release"),
        format!("/newsroom/stories/{number}/confirm"),
        "/newsroom/people".to_owned(),
        "/newsroom/desks".to_owned(),
        "/newsroom/media".to_owned(),
        "/newsroom/me/password".to_owned(),
    ];
    for path in paths {
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
            ("origin", "null"),
            ("x-nothing", "said"),
        ] {
            let request = Request::builder().method("POST").uri(&path).header("host", "newsroom.test");
            let request = request.header("cookie", &cookie).header(name, value).body(Body::empty()).unwrap();
            assert_eq!(boss.send(request).await.status, StatusCode::FORBIDDEN, "{path} {name}: {value}");
        }
    }
    assert_eq!(boss.get("/newsroom").await.status, StatusCode::OK, "still signed in");
}

#[tokio::test]
async fn where_to_go_afterwards_is_in_the_newsroom() {
    let house = House::open().await;
    house.hire("lea", &[Role::Reporter]).await;
    for (next, to) in [
        ("/newsroom/board?q=x", "/newsroom/board?q=x"),
        ("https://evil.example/", "/newsroom"),
        ("//evil.example/", "/newsroom"),
        ("/newsroom\r\nset-cookie: a=b", "/newsroom"),
        ("/en", "/newsroom"),
    ] {
        let fields = [("email", "lea@arna.example"), ("password", PASSWORD), ("next", next)];
        let answer = house.browser().post("/newsroom/sign-in", &fields).await;
        assert_eq!(answer.location, to, "{next:?}");
    }
}

#[tokio::test]
async fn codes_are_asked_for_and_each_is_taken_once() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Editor).await;
    lea.post("/newsroom/me/authenticator", &[("do", "begin")]).await;
    let page = lea.get("/newsroom/me").await.text;
    let secret =
        page.split("<code>").nth(1).and_then(|rest| rest.split("</code>").next()).unwrap().to_owned();
    assert!(lea.get("/newsroom/me/authenticator.png").await.text.contains("PNG"));
    let code = |secret: &str| {
        let secret = totp_rs::Secret::try_from_base32(secret).unwrap();
        let totp = totp_rs::Builder::new().with_secret(secret).build_noncompliant();
        totp.generate(house.room.publication.clock.now().as_second() as u64).to_string()
    };
    let wrong = lea.post("/newsroom/me/authenticator", &[("do", "confirm"), ("code", "000000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let confirmed =
        lea.post("/newsroom/me/authenticator", &[("do", "confirm"), ("code", &code(&secret))]).await;
    let recovery: Vec<&str> =
        confirmed.text.split("<li><code>").skip(1).filter_map(|c| c.split('<').next()).collect();
    assert_eq!(recovery.len(), 10, "{}", confirmed.text);

    house.room.publication.clock.advance(60);
    let mut again = house.browser();
    let asked = again.sign_in("lea", PASSWORD).await;
    assert!(asked.location.starts_with("/newsroom/sign-in/code"), "{asked:?}");
    assert_eq!(again.get("/newsroom").await.status, StatusCode::SEE_OTHER, "half proven is not in");
    let right = code(&secret);
    let taken = again.post("/newsroom/sign-in/code", &[("code", &right)]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    again.cookie = taken.cookie;
    assert_eq!(again.get("/newsroom").await.status, StatusCode::OK);

    for (given, status) in [
        (right.as_str(), StatusCode::UNPROCESSABLE_ENTITY),
        (recovery[0], StatusCode::SEE_OTHER),
        (recovery[0], StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let mut browser = house.browser();
        browser.sign_in("lea", PASSWORD).await;
        assert_eq!(
            browser.post("/newsroom/sign-in/code", &[("code", given)]).await.status,
            status,
            "{given}"
        );
    }
}

#[tokio::test]
async fn an_invitation_lets_somebody_in_once() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let invited = boss.post("/newsroom/people", &[("email", "new@arna.example"), ("role", "reporter")]).await;
    assert_eq!(invited.status, StatusCode::SEE_OTHER, "{}", invited.text);
    let letters = house.column("SELECT payload FROM job WHERE kind = 'mail.send'", "payload").await;
    let path = letters[0].split("https://arna.example").nth(1).unwrap();
    let path: String = path.chars().take_while(|c| !matches!(c, '\\' | '"')).collect();
    let newcomer = house.browser();
    assert_eq!(newcomer.get(&path).await.status, StatusCode::OK);
    let short = newcomer.post(&path, &[("password", "short"), ("again", "short")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("password", "paper and ink"), ("again", "paper and ink")];
    assert_eq!(newcomer.post(&path, &fields).await.location, "/newsroom");
    assert_eq!(newcomer.post(&path, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "used up");
    assert_eq!(house.browser().sign_in("new", "paper and ink").await.status, StatusCode::SEE_OTHER);
    let same = |answer: crate::browser::Answer| answer.text;
    let (known, unknown) = (house.browser(), house.browser());
    assert_eq!(
        same(known.post("/newsroom/forgotten", &[("email", "boss@arna.example")]).await),
        same(unknown.post("/newsroom/forgotten", &[("email", "none@arna.example")]).await)
    );
}

#[tokio::test]
async fn somebody_kept_out_is_out_at_once() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let person = house.hire("lea", &[Role::Editor]).await;
    let mut lea = house.browser();
    lea.sign_in("lea", PASSWORD).await;
    boss.post(&format!("/newsroom/people/{}", person.id), &[("do", "disable")]).await;
    assert_eq!(lea.get("/newsroom").await.status, StatusCode::SEE_OTHER);
    assert_eq!(lea.sign_in("lea", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let record = boss.get("/newsroom/audit").await.text;
    assert!(record.contains("person.disable") && record.contains("127.0.0.1"));
    assert!(boss.get("/newsroom/audit.csv?q=disable").await.text.contains("lea@arna.example"));
}
