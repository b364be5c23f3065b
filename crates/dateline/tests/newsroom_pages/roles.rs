//! Every address of the newsroom and of the API with everybody who may come: who may, and who may not.
//!
//! The addresses are taken from the routers themselves: one without a row here fails. What is found is written in
//! `docs/roles.md`; after a change, `DATELINE_WRITE_ROLES=1 cargo nextest run --test newsroom_pages roles` writes it.

use std::collections::BTreeSet;

use dateline::people::{Right, Rights, Role, Roles, Scope};
use http::StatusCode;

use crate::browser::{Browser, House, PASSWORD};
use crate::routes::{Rows, api_answers, api_router, fits, routes_of};

/// Method and address of what is open to everybody.
const OPEN: &[(&str, &str)] = &[
    ("GET", "/newsroom/sign-in"),
    ("POST", "/newsroom/sign-in"),
    ("GET", "/newsroom/sign-in/code"),
    ("POST", "/newsroom/sign-in/code"),
    ("POST", "/newsroom/sign-in/passkey"),
    ("POST", "/newsroom/sign-in/passkey/begin"),
    ("POST", "/newsroom/language"),
    ("GET", "/newsroom/forgotten"),
    ("POST", "/newsroom/forgotten"),
    ("GET", "/newsroom/letter/x"),
    ("POST", "/newsroom/letter/x"),
    ("GET", "/newsroom/assets/x/newsroom.css"),
    ("GET", "/newsroom/nothing/here"),
    ("POST", "/newsroom/nothing/here"),
];

/// Method, address, and the right it asks for; `None` for everybody who is signed in.
const ROUTES: &[(&str, &str, Option<Right>)] = &[
    ("POST", "/newsroom/me/password", None),
    ("POST", "/newsroom/me/authenticator", None),
    ("GET", "/newsroom/me/authenticator.png", None),
    ("POST", "/newsroom/me/passkeys", None),
    ("POST", "/newsroom/me/passkeys/begin", None),
    ("POST", "/newsroom/me/passkeys/x", None),
    ("GET", "/newsroom/media/x/picture.jpg", Some(Right::StoriesRead)),
    ("POST", "/newsroom/stories/{id}/save", Some(Right::StoriesWrite)),
    ("POST", "/newsroom/stories/{id}/remarks", Some(Right::StoriesRead)),
    ("POST", "/newsroom/stories/{id}/translations", Some(Right::StoriesWrite)),
    ("POST", "/newsroom/stories/{id}/acts/release", Some(Right::StoriesRelease)),
    ("POST", "/newsroom/stories/{id}/restore", Some(Right::StoriesWrite)),
    ("GET", "/newsroom/stories/{id}/confirm", Some(Right::StoriesRead)),
    ("POST", "/newsroom/stories/{id}/confirm", Some(Right::StoriesRead)),
    ("GET", "/newsroom/roles", Some(Right::Admin)),
    ("POST", "/newsroom/roles", Some(Right::Admin)),
    ("POST", "/newsroom/roles/night", Some(Right::Admin)),
    ("POST", "/newsroom/sign-out", None),
    ("GET", "/newsroom", None),
    ("GET", "/newsroom/notices", None),
    ("POST", "/newsroom/notices", None),
    ("GET", "/newsroom/notices/live", None),
    ("GET", "/newsroom/notices/count", None),
    ("GET", "/newsroom/me", None),
    ("GET", "/newsroom/me/notifications", None),
    ("POST", "/newsroom/me/notifications", None),
    ("POST", "/newsroom/me/sessions/end", None),
    ("GET", "/newsroom/board", Some(Right::StoriesRead)),
    ("GET", "/newsroom/board/views", Some(Right::StoriesRead)),
    ("POST", "/newsroom/board/views", Some(Right::StoriesRead)),
    ("POST", "/newsroom/board/views/all", Some(Right::StoriesRead)),
    ("GET", "/newsroom/board/stories/{id}", Some(Right::StoriesRead)),
    ("GET", "/newsroom/live", Some(Right::StoriesRead)),
    ("POST", "/newsroom/stories/{id}/remarks", Some(Right::StoriesRead)),
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
    ("GET", "/newsroom/reports", Some(Right::ReportsAnswer)),
    ("GET", "/newsroom/reports/figures", Some(Right::ReportsAnswer)),
    ("GET", "/newsroom/reports/figures.csv", Some(Right::ReportsAnswer)),
    ("GET", "/newsroom/reports/x", Some(Right::ReportsAnswer)),
    ("POST", "/newsroom/reports/x", Some(Right::ReportsAnswer)),
    ("GET", "/newsroom/reports/x/preview", Some(Right::ReportsAnswer)),
    ("GET", "/newsroom/reports/x/annotation", Some(Right::ReportsAnswer)),
    ("GET", "/newsroom/readers", Some(Right::StoriesRelease)),
    ("GET", "/newsroom/readers/x", Some(Right::StoriesRelease)),
    ("POST", "/newsroom/readers/x", Some(Right::StoriesRelease)),
    ("GET", "/newsroom/stories/{id}/acts", Some(Right::StoriesRead)),
    ("POST", "/newsroom/stories/{id}/take-back", Some(Right::StoriesRead)),
    ("GET", "/newsroom/stories/{id}/acts/release/preview", Some(Right::StoriesRelease)),
    ("GET", "/newsroom/stories/{id}/acts/kill/preview", Some(Right::StoriesWithdraw)),
    ("GET", "/newsroom/calendar", Some(Right::StoriesRead)),
    ("POST", "/newsroom/calendar/x", Some(Right::StoriesRelease)),
    ("GET", "/newsroom/tasks", Some(Right::StoriesRead)),
    ("POST", "/newsroom/tasks/x", Some(Right::StoriesWrite)),
    ("GET", "/newsroom/flash", Some(Right::StoriesRelease)),
    ("POST", "/newsroom/flash", Some(Right::StoriesRelease)),
    ("GET", "/newsroom/flash/alike", Some(Right::StoriesRelease)),
    ("GET", "/newsroom/people", Some(Right::Admin)),
    ("POST", "/newsroom/people", Some(Right::Admin)),
    ("POST", "/newsroom/people/x", Some(Right::Admin)),
    ("GET", "/newsroom/desks", Some(Right::Admin)),
    ("POST", "/newsroom/desks", Some(Right::Admin)),
    ("POST", "/newsroom/desks/newsroom", Some(Right::Admin)),
    ("POST", "/newsroom/desks/newsroom/up", Some(Right::Admin)),
    ("POST", "/newsroom/desks/newsroom/members", Some(Right::Admin)),
    ("GET", "/newsroom/settings", Some(Right::Admin)),
    ("POST", "/newsroom/settings", Some(Right::Admin)),
    ("POST", "/newsroom/settings/preview", Some(Right::Admin)),
    ("GET", "/newsroom/settings/editions", Some(Right::Admin)),
    ("POST", "/newsroom/settings/editions", Some(Right::Admin)),
    ("GET", "/newsroom/settings/editions/en", Some(Right::Admin)),
    ("POST", "/newsroom/settings/editions/en", Some(Right::Admin)),
    ("POST", "/newsroom/settings/editions/en/preview", Some(Right::Admin)),
    ("POST", "/newsroom/settings/editions/en/samples", Some(Right::Admin)),
    ("GET", "/newsroom/settings/sections", Some(Right::Admin)),
    ("POST", "/newsroom/settings/sections", Some(Right::Admin)),
    ("GET", "/newsroom/settings/sections/politics", Some(Right::Admin)),
    ("POST", "/newsroom/settings/sections/politics", Some(Right::Admin)),
    ("POST", "/newsroom/settings/sections/politics/move", Some(Right::Admin)),
    ("POST", "/newsroom/settings/sections/politics/preview", Some(Right::Admin)),
    ("POST", "/newsroom/settings/sections/politics/take-out", Some(Right::Admin)),
    ("GET", "/newsroom/settings/sections/politics/merge", Some(Right::Admin)),
    ("POST", "/newsroom/settings/sections/politics/merge", Some(Right::Admin)),
    ("GET", "/newsroom/settings/texts/en", Some(Right::Admin)),
    ("POST", "/newsroom/settings/texts/en", Some(Right::Admin)),
    ("POST", "/newsroom/settings/texts/en/preview", Some(Right::Admin)),
    ("GET", "/newsroom/settings/places", Some(Right::Admin)),
    ("GET", "/newsroom/settings/places/baku", Some(Right::Admin)),
    ("POST", "/newsroom/settings/places/baku", Some(Right::Admin)),
    ("POST", "/newsroom/settings/places/baku/forget", Some(Right::Admin)),
    ("GET", "/newsroom/audit", Some(Right::Admin)),
    ("GET", "/newsroom/audit.csv", Some(Right::Admin)),
];

/// Scopes that allow an address of the API, beside `admin`.
const CALLS: &[(&str, &str, &[Scope])] = &[
    ("POST", "/api/v1/stories", &[Scope::StoriesWrite]),
    ("GET", "/api/v1/stories/{id}", &[Scope::StoriesRead, Scope::StoriesWrite, Scope::StoriesRelease]),
    ("PATCH", "/api/v1/stories/{id}", &[Scope::StoriesWrite]),
    ("POST", "/api/v1/stories/{id}/hold", &[Scope::StoriesRelease]),
    ("POST", "/api/v1/stories/{id}/kill", &[Scope::StoriesRelease]),
    ("POST", "/api/v1/stories/{id}/redact", &[Scope::StoriesRelease]),
    ("POST", "/api/v1/stories/{id}/kill/confirm", &[Scope::StoriesRelease]),
    ("GET", "/api/v1/releases/{id}", &[Scope::LogRead]),
    ("GET", "/api/v1/releases/{id}/versions/1", &[Scope::LogRead]),
    ("POST", "/api/v1/media", &[Scope::MediaWrite]),
    (
        "GET",
        "/api/v1/media/x",
        &[Scope::StoriesRead, Scope::StoriesWrite, Scope::StoriesRelease, Scope::MediaWrite],
    ),
    ("PATCH", "/api/v1/media/01890000-0000-7000-8000-000000000001", &[Scope::MediaWrite]),
    ("POST", "/api/v1/media/01890000-0000-7000-8000-000000000001/withdraw", &[Scope::MediaWrite]),
    ("POST", "/api/v1/media/01890000-0000-7000-8000-000000000001/restore", &[Scope::MediaWrite]),
    (
        "GET",
        "/api/v1/fronts/en",
        &[Scope::StoriesRead, Scope::StoriesWrite, Scope::StoriesRelease, Scope::FrontsWrite],
    ),
    ("PUT", "/api/v1/fronts/en", &[Scope::FrontsWrite]),
    ("GET", "/api/v1/log", &[Scope::LogRead]),
    ("GET", "/api/v1/log/stream", &[Scope::LogRead]),
];
/// What of the API needs no token.
const OPEN_CALLS: &[&str] = &["/api", "/api/", "/api/{*rest}", "/api/v1/openapi.json"];

/// Somebody who comes, and what they may.
struct Comer {
    name: String,
    rights: Option<Rights>,
    browser: Browser,
}

async fn comers(house: &House) -> Vec<Comer> {
    let boss = house.at_work("boss", Role::Administrator).await;
    let night =
        [("key", "night"), ("name", "Night"), ("right", "stories:read"), ("right", "stories:approve")];
    boss.post("/newsroom/roles", &night).await;
    let mut comers = vec![Comer { name: "signed out".to_owned(), rights: None, browser: house.browser() }];
    let gone = house.hire("gone", &[Role::Administrator]).await;
    let mut browser = house.browser();
    browser.sign_in("gone", PASSWORD).await;
    boss.post(&format!("/newsroom/people/{}", gone.id), &[("do", "disable")]).await;
    comers.push(Comer { name: "disabled".to_owned(), rights: None, browser });
    for role in Role::ALL {
        let browser = house.at_work(&format!("a-{}", role.as_str()), *role).await;
        comers.push(Comer { name: role.as_str().to_owned(), rights: Some(role.rights()), browser });
    }
    let own = house.hire("owl", &[Role::Photo]).await;
    boss.post(&format!("/newsroom/people/{}", own.id), &[("do", "roles"), ("role", "own:night")]).await;
    let mut roles = Roles::parse(["own:night"]).unwrap();
    let mut snapshot = house.room.publication.db.snapshot().await.unwrap();
    roles.learn(&dateline::people::own_roles(&mut snapshot.conn()).await.unwrap());
    let mut browser = house.browser();
    browser.sign_in("owl", PASSWORD).await;
    comers.push(Comer { name: "own: read, approve".to_owned(), rights: Some(roles.rights()), browser });
    comers
}

#[tokio::test]
async fn every_address_asks_everybody_the_same_rule() {
    let house = House::open().await;
    let chief = house.at_work("first", Role::Chief).await;
    let comers = comers(&house).await;
    let mut wrong = Vec::new();
    let mut rows = Rows::new("address", &comers.iter().map(|comer| comer.name.as_str()).collect::<Vec<_>>());
    for (method, address) in OPEN {
        let found = status(&house.browser(), method, address, "1").await;
        if found == StatusCode::FORBIDDEN || found.is_server_error() {
            wrong.push(format!("{method} {address}, open: {found}"));
        }
        rows.add(method, address, vec![true; comers.len()]);
    }
    let mut number = chief.story("Ministers meet").await;
    for (method, address, right) in ROUTES {
        let mut may = Vec::new();
        for comer in &comers {
            // Another story and another session for each: some of it ends what it is asked of.
            if *method == "POST" && address.contains("{id}") {
                number = chief.story("Ministers meet").await;
                chief.post(&format!("/newsroom/stories/{number}/hands/let-go"), &[]).await;
            }
            let path = address.replace("{id}", &number);
            let browser = comer.fresh(&house, address).await;
            let found = status(&browser, method, &path, &number).await;
            let expected = comer.rights.is_some_and(|has| right.is_none_or(|right| has.has(right)));
            let refused = match comer.rights {
                Some(_) => found == StatusCode::FORBIDDEN,
                None => found == StatusCode::SEE_OTHER,
            };
            if expected == refused || found.is_server_error() {
                wrong.push(format!("{method} {address}, {}: {found}", comer.name));
            }
            may.push(expected);
        }
        rows.add(method, address, may);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let (calls, refused) = every_call_asks_every_scope(&house, &chief).await;
    assert!(refused.is_empty(), "{}", refused.join("\n"));
    crate::routes::held(&[&rows, &calls]);
}

impl Comer {
    /// A browser whose session the address may end.
    async fn fresh(&self, house: &House, address: &str) -> Browser {
        if self.rights.is_none() || !address.contains("sign-out") {
            return self.browser.clone();
        }
        let mut browser = house.browser();
        let name = if self.name.starts_with("own") { "owl".to_owned() } else { format!("a-{}", self.name) };
        browser.sign_in(&name, PASSWORD).await;
        browser
    }
}

async fn every_call_asks_every_scope(house: &House, chief: &Browser) -> (Rows, Vec<String>) {
    let router = api_router(house);
    let names: Vec<&str> =
        ["no token"].into_iter().chain(Scope::ALL.iter().map(|scope| scope.as_str())).collect();
    let mut rows = Rows::new("call", &names);
    let mut wrong = Vec::new();
    let number = chief.story("Ministers meet").await;
    for (method, address, scopes) in CALLS {
        let path = address.replace("{id}", &number);
        let mut may = vec![false];
        let out = api_answers(&router, None, method, &path).await;
        if out != StatusCode::UNAUTHORIZED {
            wrong.push(format!("{method} {address}, no token: {out}"));
        }
        for scope in Scope::ALL {
            let token = house.token(*scope).await;
            let found = api_answers(&router, Some(&token), method, &path).await;
            let expected = *scope == Scope::Admin || scopes.contains(scope);
            if expected == (found == StatusCode::FORBIDDEN) || found.is_server_error() {
                wrong.push(format!("{method} {address}, {}: {found}", scope.as_str()));
            }
            may.push(expected);
        }
        rows.add(method, address, may);
    }
    (rows, wrong)
}

#[tokio::test]
async fn every_route_has_a_row() {
    let house = House::open().await;
    let routes = routes_of(&house.router);
    assert!(routes.len() > 60, "the router says what it holds: {routes:?}");
    let rows: Vec<(&str, &str)> =
        OPEN.iter().copied().chain(ROUTES.iter().map(|(method, address, _)| (*method, *address))).collect();
    let missing: BTreeSet<_> =
        routes.iter().filter(|(method, path)| !rows.iter().any(|row| fits(*row, (method, path)))).collect();
    assert!(missing.is_empty(), "without a row: {missing:#?}");
    let gone: Vec<_> =
        rows.iter().filter(|row| !routes.iter().any(|(method, path)| fits(**row, (method, path)))).collect();
    assert!(gone.is_empty(), "rows without a route: {gone:#?}");

    let calls = routes_of(&api_router(&house));
    assert!(calls.len() > 15, "{calls:?}");
    let missing: BTreeSet<_> = calls
        .iter()
        .filter(|(_, path)| !OPEN_CALLS.contains(&path.as_str()))
        .filter(|(method, path)| !CALLS.iter().any(|row| fits((row.0, row.1), (method, path))))
        .collect();
    assert!(missing.is_empty(), "calls without a row: {missing:#?}");
}

/// The status of an address; of a stream, that of its beginning.
async fn status(browser: &Browser, method: &str, path: &str, number: &str) -> StatusCode {
    use axum::body::Body;
    let fields = format!("revision=1&headline=Ministers&person=&do=none&number={number}");
    let request = browser.request(method, path).header("content-type", "application/x-www-form-urlencoded");
    let body = if method == "GET" { Body::empty() } else { Body::from(fields) };
    browser.begin(request.body(body).unwrap()).await
}
