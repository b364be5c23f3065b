//! What routers hold, and the table of who may what, held in `docs/roles.md`.

use std::collections::BTreeSet;
use std::path::Path;

use axum::Router;
use axum::body::Body;
use dateline::api::{self, Api};
use dateline::blob::BlobStore;
use dateline::people::{Right, Role};
use http::{Request, StatusCode};
use regex::Regex;
use tower::ServiceExt;

use crate::browser::House;

/// Methods and paths of a router, as it says itself.
pub fn routes_of(router: &Router) -> BTreeSet<(String, String)> {
    let said = format!("{router:?}");
    let said = said.split("fallback_router").next().unwrap();
    let paths = Regex::new(r#"RouteId\((\d+)\): "([^"]*)""#).unwrap();
    let endpoints = Regex::new(r"RouteId\((\d+)\): MethodRouter\(MethodRouter \{ (.*?), fallback").unwrap();
    let mut routes = BTreeSet::new();
    for endpoint in endpoints.captures_iter(said) {
        let path = paths.captures_iter(said).find(|path| path[1] == endpoint[1]).expect("each has a path");
        for method in ["get", "post", "put", "patch", "delete"] {
            if !endpoint[2].contains(&format!("{method}: None")) {
                routes.insert((method.to_uppercase(), path[2].to_owned()));
            }
        }
    }
    routes
}

/// Whether the address of a row is one of a route's.
pub fn fits(row: (&str, &str), route: (&str, &str)) -> bool {
    let address = row.1.split('?').next().unwrap();
    let (mut found, mut wanted) = (address.split('/'), route.1.split('/'));
    row.0 == route.0
        && loop {
            match (found.next(), wanted.next()) {
                (None, None) => break true,
                (_, Some(part)) if part.starts_with("{*") => break true,
                (Some(_), Some(part)) if part.starts_with('{') => {}
                (Some(one), Some(part)) if one == part => {}
                _ => break false,
            }
        }
}

/// The API of a house.
pub fn api_router(house: &House) -> Router {
    let blobs = BlobStore::open("file:media", house.room.folder.path()).unwrap();
    api::router(Api { publication: house.room.publication.clone(), blobs, limit: None })
}

/// The status of a call.
pub async fn api_answers(router: &Router, token: Option<&str>, method: &str, path: &str) -> StatusCode {
    let mut request = Request::builder().method(method).uri(path).header("if-match", "\"1\"");
    if let Some(token) = token {
        request = request.header("authorization", format!("Bearer {token}"));
    }
    let request = request.header("content-type", "application/json").body(Body::from("{}")).unwrap();
    router.clone().oneshot(request).await.unwrap().status()
}

/// A table of who may what.
pub struct Rows {
    head: String,
    rows: BTreeSet<String>,
}

impl Rows {
    pub fn new(what: &str, columns: &[&str]) -> Rows {
        let line = "|--|".to_owned() + &":-:|".repeat(columns.len());
        Rows { head: format!("| {what} | {} |\n{line}\n", columns.join(" | ")), rows: BTreeSet::new() }
    }

    pub fn add(&mut self, method: &str, address: &str, may: Vec<bool>) {
        let address = address.split('?').next().unwrap();
        let marks: Vec<&str> = may.into_iter().map(|may| if may { "✓" } else { "–" }).collect();
        self.rows.insert(format!("| `{address}` {method} | {} |\n", marks.join(" | ")));
    }
}

fn rights() -> Rows {
    let names: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
    let mut rows = Rows::new("right", &names);
    for right in Right::ALL {
        let has: Vec<&str> =
            Role::ALL.iter().map(|role| if role.rights().has(*right) { "✓" } else { "–" }).collect();
        rows.rows.insert(format!("| `{}` | {} |\n", right.as_str(), has.join(" | ")));
    }
    rows
}

/// Holds `docs/roles.md` to what was found, or writes it where that is asked for.
pub fn held(tables: &[&Rows; 2]) {
    let rights = rights();
    let [newsroom, calls] = tables;
    let table = |rows: &Rows| rows.head.clone() + &rows.rows.iter().cloned().collect::<String>();
    let text = format!(
        "# Who may what\n\nWritten by the test that asks every address of the routers as everybody who may come \
         (`tests/newsroom_pages/roles.rs`).\nAn address for a story asks for the right at the story's desk; what \
         somebody may not see there is not there for them (404).\nWhoever is signed out, or disabled, is sent to \
         the page to sign in.\n\n## Roles\n\nRoles of the agency's own are any set of these rights; nobody gives \
         rights they do not have.\n\n{}\n## The newsroom\n\n{}\n## The API\n\nTokens have scopes and no roles.\n\n{}",
        table(&rights),
        table(newsroom),
        table(calls),
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/roles.md");
    if std::env::var_os("DATELINE_WRITE_ROLES").is_some() {
        std::fs::write(&path, text).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept == text,
        "docs/roles.md is not what is so: run with DATELINE_WRITE_ROLES=1 and look at the difference"
    );
}
