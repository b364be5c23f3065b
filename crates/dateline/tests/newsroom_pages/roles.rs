//! Every address of the newsroom with every role: who may, and who may not.

use dateline::people::{Right, Role};
use http::StatusCode;

use crate::browser::{Browser, House};

/// Method, address, and the right it asks for; `None` for everybody who is signed in.
const ROUTES: &[(&str, &str, Option<Right>)] = &[
    ("GET", "/newsroom", None),
    ("GET", "/newsroom/notices", None),
    ("POST", "/newsroom/notices", None),
    ("GET", "/newsroom/me", None),
    ("POST", "/newsroom/me/sessions/end", None),
    ("GET", "/newsroom/board", Some(Right::StoriesRead)),
    ("GET", "/newsroom/live", Some(Right::StoriesRead)),
    ("GET", "/newsroom/media", Some(Right::StoriesRead)),
    ("POST", "/newsroom/media", Some(Right::MediaWrite)),
    ("POST", "/newsroom/media/x", Some(Right::MediaWrite)),
    ("GET", "/newsroom/stories/find?q=x", Some(Right::StoriesRead)),
    ("GET", "/newsroom/dateline?language=en", Some(Right::StoriesRead)),
    ("GET", "/newsroom/stories/new", Some(Right::StoriesWrite)),
    ("POST", "/newsroom/stories", Some(Right::StoriesWrite)),
    ("GET", "/newsroom/stories/{id}", Some(Right::StoriesRead)),
    ("POST", "/newsroom/stories/{id}?", Some(Right::StoriesWrite)),
    ("GET", "/newsroom/stories/{id}/live", Some(Right::StoriesRead)),
    ("GET", "/newsroom/stories/{id}/preview", Some(Right::StoriesRead)),
    ("GET", "/newsroom/stories/{id}/revisions", Some(Right::StoriesRead)),
    ("POST", "/newsroom/stories/{id}/hands/claim", Some(Right::StoriesWrite)),
    ("POST", "/newsroom/stories/{id}/hands/let-go", Some(Right::StoriesWrite)),
    ("POST", "/newsroom/stories/{id}/hands/ask", Some(Right::StoriesWrite)),
    ("POST", "/newsroom/stories/{id}/hands/submit", Some(Right::StoriesWrite)),
    ("POST", "/newsroom/stories/{id}/hands/take-over", Some(Right::StoriesApprove)),
    ("POST", "/newsroom/stories/{id}/hands/approve", Some(Right::StoriesApprove)),
    ("POST", "/newsroom/stories/{id}/hands/send-back", Some(Right::StoriesApprove)),
    ("POST", "/newsroom/stories/{id}/hands/unspike", Some(Right::StoriesApprove)),
    ("POST", "/newsroom/stories/{id}/hands/assign", Some(Right::StoriesWrite)),
    ("GET", "/newsroom/stories/{id}/acts/release", Some(Right::StoriesRelease)),
    ("GET", "/newsroom/stories/{id}/acts/correction", Some(Right::StoriesRelease)),
    ("GET", "/newsroom/stories/{id}/acts/refile", Some(Right::StoriesRefile)),
    ("GET", "/newsroom/stories/{id}/acts/kill", Some(Right::StoriesWithdraw)),
    ("GET", "/newsroom/stories/{id}/acts/takedown", Some(Right::StoriesWithdraw)),
    ("GET", "/newsroom/stories/{id}/acts/redact", Some(Right::StoriesRedact)),
    ("GET", "/newsroom/stories/{id}/acts/unpublish", Some(Right::StoriesUnpublish)),
    ("GET", "/newsroom/places?q=bak&language=az", Some(Right::StoriesRead)),
    ("GET", "/newsroom/subjects?q=pol&language=az", Some(Right::StoriesRead)),
    ("GET", "/newsroom/readers", Some(Right::StoriesRelease)),
    ("GET", "/newsroom/readers/x", Some(Right::StoriesRelease)),
    ("POST", "/newsroom/readers/x", Some(Right::StoriesRelease)),
    ("GET", "/newsroom/people", Some(Right::Admin)),
    ("POST", "/newsroom/people", Some(Right::Admin)),
    ("POST", "/newsroom/people/x", Some(Right::Admin)),
    ("GET", "/newsroom/desks", Some(Right::Admin)),
    ("POST", "/newsroom/desks", Some(Right::Admin)),
    ("POST", "/newsroom/desks/newsroom", Some(Right::Admin)),
    ("GET", "/newsroom/audit", Some(Right::Admin)),
    ("GET", "/newsroom/audit.csv", Some(Right::Admin)),
];

#[tokio::test]
async fn every_address_asks_every_role_the_same_rule() {
    let house = House::open().await;
    let chief = house.at_work("first", Role::Chief).await;
    let mut wrong = Vec::new();
    let mut table = String::from("| | signed out |");
    let mut people: Vec<(Role, Browser)> = Vec::new();
    for role in Role::ALL {
        table.push_str(&format!(" {} |", role.as_str()));
        people.push((*role, house.at_work(&format!("a-{}", role.as_str()), *role).await));
    }
    table.push('\n');
    for (method, address, right) in ROUTES {
        let number = chief.story("Ministers meet").await;
        chief.post(&format!("/newsroom/stories/{number}/hands/let-go"), &[]).await;
        let path = address.replace("{id}", &number);
        table.push_str(&format!("| {method} {address} |"));
        let out = status(&house.browser(), method, &path, &number).await;
        table.push_str(&format!(" {} |", out.as_u16()));
        if out != StatusCode::SEE_OTHER {
            wrong.push(format!("{method} {path}, signed out: {out}"));
        }
        for (role, browser) in &people {
            let found = status(browser, method, &path, &number).await;
            let may = right.is_none_or(|right| role.rights().has(right));
            let refused = found == StatusCode::FORBIDDEN;
            table.push_str(if refused { " – |" } else { " may |" });
            if may == refused || found.is_server_error() {
                wrong.push(format!("{method} {path}, {}: {found}", role.as_str()));
            }
        }
        table.push('\n');
    }
    println!("{table}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The status of an address; of a stream, that of its beginning.
async fn status(browser: &Browser, method: &str, path: &str, number: &str) -> StatusCode {
    use axum::body::Body;
    let fields = format!("revision=1&headline=Ministers&person=&do=none&number={number}");
    let request = browser.request(method, path).header("content-type", "application/x-www-form-urlencoded");
    let body = if method == "GET" { Body::empty() } else { Body::from(fields) };
    browser.begin(request.body(body).unwrap()).await
}
