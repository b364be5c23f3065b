//! What others try, and what comes of it: nothing.

use std::collections::BTreeSet;

use axum::body::Body;
use dateline::people::Role;
use http::{Request, StatusCode};
use image::{ImageFormat, RgbImage};
use regex::Regex;

use crate::browser::{Browser, House, PASSWORD};
use crate::routes::routes_of;

/// A path of a route, with something in the place of each part that may be anything.
fn path_of(route: &str, number: &str) -> String {
    let path = route.replace("/stories/{id}", &format!("/stories/{number}"));
    Regex::new(r"\{[^}]*\}").unwrap().replace_all(&path, "x").into_owned()
}

#[tokio::test]
async fn no_address_is_changed_from_another_site() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let number = boss.story("Ministers meet").await;
    let count = "SELECT act FROM audit";
    let before = house.column(count, "act").await.len();
    let cookie = format!("newsroom={}", boss.cookie.clone().unwrap());
    let mut tried = 0;
    for (method, route) in routes_of(&house.router) {
        if method == "GET" {
            continue;
        }
        tried += 1;
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("sec-fetch-site", "none"),
            ("origin", "https://evil.example"),
            ("origin", "https://arna.example.evil.example"),
            ("origin", "null"),
            ("referer", "https://arna.example/newsroom"),
        ] {
            let request = Request::builder().method(method.as_str()).uri(path_of(&route, &number));
            let request = request.header("host", "newsroom.test").header("cookie", &cookie);
            let request = request.header(name, value).header("content-type", "text/plain");
            let answer = boss.send(request.body(Body::from("do=x")).unwrap()).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{method} {route} {name}: {value}");
        }
    }
    assert!(tried > 25, "{tried}");
    assert_eq!(house.column(count, "act").await.len(), before, "nothing was done");
}

#[tokio::test]
async fn every_answer_forbids_frames_guesses_and_scripts_of_others() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let number = boss.story("Ministers meet").await;
    for (method, route) in routes_of(&house.router) {
        let path = path_of(&route, &number);
        let (status, headers) = boss.head(boss.request(&method, &path).body(Body::empty()).unwrap()).await;
        let of = |name: &str| {
            headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
        };
        if route.starts_with("/newsroom/assets/") {
            continue;
        }
        let policy = of("content-security-policy");
        assert!(policy.contains("default-src 'none'"), "{method} {path} {status}: {policy}");
        assert!(
            policy.contains("frame-ancestors") || policy.contains("sandbox"),
            "{method} {path}: {policy}"
        );
        assert!(!policy.contains("unsafe"), "{method} {path}: {policy}");
        assert_eq!(of("x-content-type-options"), "nosniff", "{method} {path}");
        assert_eq!(of("referrer-policy"), "same-origin", "{method} {path}");
        let kept = of("cache-control");
        let nowhere = kept.contains("no-store") || kept.contains("private") || kept.contains("no-cache");
        assert!(nowhere, "{method} {path}: {kept}");
    }
}

#[tokio::test]
async fn a_session_is_another_after_every_proof_and_the_old_one_is_dead() {
    let house = House::open().await;
    house.hire("lea", &[Role::Reporter]).await;
    let (mut here, mut elsewhere) = (house.browser(), house.browser());
    here.sign_in("lea", PASSWORD).await;
    elsewhere.sign_in("lea", PASSWORD).await;
    let before = here.clone();
    let fields = [("old", PASSWORD), ("password", "paper and ink"), ("again", "paper and ink")];
    let changed = here.post("/newsroom/me/password", &fields).await;
    assert_ne!(changed.cookie, before.cookie);
    here.cookie = changed.cookie;
    assert_eq!(here.get("/newsroom").await.status, StatusCode::OK);
    for dead in [&before, &elsewhere] {
        assert_eq!(dead.get("/newsroom").await.status, StatusCode::SEE_OTHER);
    }
    house.browser().post("/newsroom/forgotten", &[("email", "lea@arna.example")]).await;
    let letters = house.letters().await;
    let link = letters[0].split("https://arna.example").nth(1).unwrap();
    let link: String = link.chars().take_while(|c| !matches!(c, '\\' | '"')).collect();
    let fields = [("password", "ink once more"), ("again", "ink once more")];
    house.browser().post(&link, &fields).await;
    assert_eq!(here.get("/newsroom").await.status, StatusCode::SEE_OTHER, "a reset ends them too");
}

#[tokio::test]
async fn cookies_are_kept_from_scripts_from_other_sites_and_from_other_hosts() {
    let house = House::open().await;
    house.hire("lea", &[Role::Reporter]).await;
    let fields = "email=lea%40arna.example&password=ink+and+paper";
    for (host, begins, ends) in [
        ("arna.example", "__Host-newsroom=", "; Path=/; HttpOnly; SameSite=Lax; Secure"),
        ("localhost:8080", "newsroom=", "; Path=/; HttpOnly; SameSite=Lax"),
    ] {
        let mut browser = house.browser();
        browser.host = host;
        let request = browser.request("POST", "/newsroom/sign-in");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let (status, headers) = browser.head(request.body(Body::from(fields)).unwrap()).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let cookie = headers["set-cookie"].to_str().unwrap();
        assert!(cookie.starts_with(begins) && cookie.ends_with(ends), "{cookie}");
        assert!(!cookie.contains("Domain"), "{cookie}");
        let (_, headers) = browser
            .head(browser.request("POST", "/newsroom/sign-in/passkey/begin").body(Body::empty()).unwrap())
            .await;
        let door = headers["set-cookie"].to_str().unwrap();
        assert!(door.contains("HttpOnly") && door.contains("SameSite"), "{door}");
    }
}

#[tokio::test]
async fn no_way_back_leads_elsewhere_or_into_a_header() {
    let house = House::open().await;
    house.hire("lea", &[Role::Reporter]).await;
    let ways = [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/newsroom/../../evil",
        "/newsroom\r\nset-cookie: a=b",
        "/newsroom/%0d%0aset-cookie:a=b",
        "/newsroom//evil.example",
        "javascript:alert(1)",
        "/newsroom\u{2028}x",
        "/newsroom\0",
    ];
    for way in ways {
        let fields = [("email", "lea@arna.example"), ("password", PASSWORD), ("next", way)];
        let coded = url::form_urlencoded::byte_serialize(way.as_bytes()).collect::<String>();
        let mut answers = vec![
            house.browser().post("/newsroom/sign-in", &fields).await,
            house.browser().post("/newsroom/language", &[("language", "az"), ("back", way)]).await,
            house.browser().get(&format!("/newsroom/board?next={coded}")).await,
        ];
        let page = house.browser().get(&format!("/newsroom/sign-in?next={coded}")).await;
        assert!(!page.text.contains("evil.example"), "{way:?}: {}", page.text);
        answers.push(page);
        for answer in answers {
            assert!(!answer.headers.contains_key("a"), "{way:?}");
            let to = &answer.location;
            assert!(to.is_empty() || to.starts_with("/newsroom"), "{way:?}: {to}");
            assert!(!to.contains("//") && !to.contains(['\r', '\n']), "{way:?}: {to}");
        }
    }
}

#[tokio::test]
async fn letters_lead_to_the_configured_origin_whatever_host_was_asked_for() {
    let house = House::open().await;
    house.hire("lea", &[Role::Reporter]).await;
    for host in ["evil.example", "arna.example:evil@evil.example", "arna.example.evil.example"] {
        let mut browser = house.browser();
        browser.host = host;
        browser.post("/newsroom/forgotten", &[("email", "lea@arna.example")]).await;
    }
    let forwarded = house.browser();
    let request = forwarded.request("POST", "/newsroom/forgotten");
    let request = request.header("x-forwarded-host", "evil.example").header("forwarded", "host=evil.example");
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    forwarded.send(request.body(Body::from("email=lea%40arna.example")).unwrap()).await;
    let letters = house.letters().await;
    assert_eq!(letters.len(), 4);
    for letter in letters {
        assert!(letter.contains("https://arna.example/newsroom/letter/"), "{letter}");
        assert!(!letter.contains("evil"), "{letter}");
    }
}

#[tokio::test]
async fn no_address_or_name_writes_into_a_letters_head() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    for email in [
        "new@arna.example\r\nBcc: all@evil.example",
        "new@arna.example, all@evil.example",
        "<new@arna.example>",
        "new@arna.example%0aBcc:x",
        "\"a\r\nb\"@arna.example",
    ] {
        let answer = boss.post("/newsroom/people", &[("email", email), ("role", "reporter")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{email:?}");
        let asked = house.browser().post("/newsroom/forgotten", &[("email", email)]).await;
        assert_eq!(asked.status, StatusCode::OK);
    }
    let name = "Lea\r\nBcc: all@evil.example";
    let fields = [("email", "new@arna.example"), ("name", name), ("role", "reporter")];
    assert_eq!(boss.post("/newsroom/people", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let letters = house.letters().await;
    assert!(letters.is_empty(), "{letters:?}");
}

#[tokio::test]
async fn who_works_here_is_told_by_no_answer() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let gone = house.hire("gone", &[Role::Reporter]).await;
    boss.post(&format!("/newsroom/people/{}", gone.id), &[("do", "disable")]).await;
    let mut seen = BTreeSet::new();
    for name in ["boss", "gone", "none"] {
        let mut browser = house.browser();
        let answer = browser.sign_in(name, "not the password").await;
        seen.insert((answer.status.as_u16(), answer.text.replace(&format!("{name}@"), "somebody@")));
    }
    assert_eq!(seen.len(), 1, "signing in: {seen:?}");
    let mut seen = BTreeSet::new();
    for name in ["boss", "gone", "none", "not an address"] {
        let email = format!("{name}@arna.example");
        let answer = house.browser().post("/newsroom/forgotten", &[("email", &email)]).await;
        seen.insert((answer.status.as_u16(), answer.text));
    }
    assert_eq!(seen.len(), 1, "a letter: {seen:?}");
    let left = house.column("SELECT kind FROM job WHERE payload LIKE '%@arna.example%'", "kind").await;
    assert_eq!(left, ["newsroom.reset"; 3], "the same is left behind for each, whoever it is");
    let letters = house.letters().await;
    assert!(letters.len() == 1 && letters[0].contains("boss@arna.example"), "{letters:?}");
    let right = house.browser().sign_in("gone", PASSWORD).await;
    assert_eq!(right.status, StatusCode::UNPROCESSABLE_ENTITY, "even with the right password");
}

fn png() -> Vec<u8> {
    let mut bytes = Vec::new();
    let picture = RgbImage::from_pixel(64, 48, image::Rgb([20, 90, 100]));
    picture.write_to(&mut std::io::Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    bytes
}

#[tokio::test]
async fn what_is_no_picture_is_refused_and_what_is_one_brings_nothing_along() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let page = b"<!doctype html><script>alert(1)</script>".as_slice();
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>"
        .as_slice();
    let mut bomb = png();
    bomb[16..24].copy_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0]); // 65,536 × 65,536
    let cut = &png()[..40];
    for (name, bytes) in [
        ("page.jpg", page),
        ("page.png", &[b"GIF89a=1;/*".as_slice(), page].concat()),
        ("drawing.jpg", svg),
        ("drawing.svg", svg),
        ("bomb.png", &bomb),
        ("cut.png", cut),
        ("empty.jpg", b""),
    ] {
        let answer = boss.upload(name, bytes).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}: {}", answer.text);
    }
    let polyglot = [png(), page.to_vec()].concat();
    let taken = boss.upload("both.png", &polyglot).await;
    assert!(taken.status == StatusCode::CREATED || taken.status == StatusCode::UNPROCESSABLE_ENTITY);
    let long = "x".repeat(5_000) + ".png";
    for name in
        ["../../../etc/passwd", "..\\..\\boot.ini", "a/b.png", "name\u{202e}gnp.exe", ".htaccess", &long]
    {
        let answer = boss.upload(name, &png()).await;
        assert!(answer.status.is_success() || answer.status.is_client_error(), "{name}: {}", answer.text);
    }
    let names = house.column("SELECT name FROM media", "name").await;
    for name in &names {
        assert!(!name.contains(['/', '\\', '\r', '\n', '\0', '\u{202e}']) && name.len() <= 400, "{name:?}");
    }
    let outside = house.room.folder.path().parent().unwrap().join("etc/passwd");
    assert!(!outside.exists());
    for found in Regex::new(r#"/newsroom/media/[0-9a-f]+/[a-z0-9.]+"#).unwrap().find_iter(&taken.text) {
        let (status, headers) =
            boss.head(boss.request("GET", found.as_str()).body(Body::empty()).unwrap()).await;
        let kind = headers.get("content-type").map_or("", |kind| kind.to_str().unwrap());
        assert!(!status.is_success() || kind.starts_with("image/"), "{found:?}: {kind}");
        assert_eq!(headers["x-content-type-options"], "nosniff");
    }
}

/// Breaks out of an attribute, an element and a script, if anything does.
const SCRIPT: &str = "'\"><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}</textarea></title>";

/// Forms that would end the walk.
const LEFT_ALONE: &[&str] = &["/sign-out", "/sessions/end", "/me/password", "/language", "/sign-in"];

/// Sends every form of a page with the script in every field somebody types into; how many there were.
async fn send_forms(browser: &Browser, path: &str) -> usize {
    let html = browser.get(path).await.text;
    let forms = Regex::new(r#"(?s)<form[^>]*method="post"[^>]*>.*?</form>"#).unwrap();
    let action = Regex::new(r#"^<form[^>]*action="([^"]*)""#).unwrap();
    let field = Regex::new(r#"(?s)<(input|textarea|select|button)\b([^>]*)>"#).unwrap();
    let attribute = |tag: &str, name: &str| {
        let found = Regex::new(&format!(r#"\b{name}="([^"]*)""#)).unwrap();
        found.captures(tag).map(|found| found[1].replace("&#x2f;", "/"))
    };
    let mut sent = 0;
    for form in forms.find_iter(&html) {
        let to = action.captures(form.as_str()).map_or(path.to_owned(), |to| to[1].replace("&#x2f;", "/"));
        if LEFT_ALONE.iter().any(|alone| to.contains(alone)) || form.as_str().contains("type=\"file\"") {
            continue;
        }
        let mut fields = Vec::new();
        for tag in field.captures_iter(form.as_str()) {
            let Some(name) = attribute(&tag[2], "name") else { continue };
            let value = attribute(&tag[2], "value").unwrap_or_default();
            let kind = attribute(&tag[2], "type").unwrap_or_default();
            let typed = &tag[1] == "textarea" || matches!(kind.as_str(), "" | "text" | "search");
            let value = match (&tag[1], kind.as_str()) {
                ("button", _) if fields.iter().any(|(known, _)| *known == name) => continue,
                ("button", _) | (_, "hidden" | "checkbox" | "radio") => value,
                ("select", _) => continue,
                (_, "email") => "e@arna.example".to_owned(),
                _ if typed => SCRIPT.to_owned(),
                _ => value,
            };
            fields.push((name, value));
        }
        let pairs: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let answer = browser.post(&to, &pairs).await;
        assert!(!answer.status.is_server_error(), "{to}: {}", answer.status);
        clean(&to, &answer.text);
        sent += 1;
    }
    sent
}

fn clean(path: &str, page: &str) {
    for bad in ["<script>alert", "<img src=x", "49</textarea>"] {
        assert!(!page.contains(bad), "{path} holds {bad}");
    }
}

#[tokio::test]
async fn no_field_of_any_form_brings_a_script_into_any_page() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    house.hire("lea", &[Role::Reporter]).await;
    let number = boss.story("Ministers meet").await;
    let routes = routes_of(&house.router);
    let pages: Vec<String> = routes
        .iter()
        .filter(|(method, route)| method == "GET" && !route.contains("live") && !route.contains("assets"))
        .map(|(_, route)| path_of(route, &number).replace("/acts/x", "/acts/release"))
        .collect();
    let mut sent = 0;
    for page in &pages {
        sent += send_forms(&boss, page).await;
    }
    assert!(sent > 20, "the walk found the forms: {sent}");
    let coded: String = url::form_urlencoded::byte_serialize(SCRIPT.as_bytes()).collect();
    for page in &pages {
        let plain = boss.get(page).await;
        assert!(!plain.status.is_server_error(), "{page}: {}", plain.status);
        clean(page, &plain.text);
        for name in ["q", "said", "next", "desk", "person", "from", "language", "view"] {
            let shown = boss.get(&format!("{page}?{name}={coded}")).await;
            assert!(!shown.status.is_server_error(), "{page}?{name}: {}", shown.status);
            clean(page, &shown.text);
        }
        clean(page, &boss.get(&format!("{page}/{coded}")).await.text);
    }
}
