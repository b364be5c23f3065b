//! A desk that works through the API.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use dateline::api::{self, Api};
use dateline::blob::BlobStore;
use dateline::people::{self, Actor, Email, NewPerson, NewToken, Role, Roles, Scope};
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::newsroom::TestNewsroom;

/// The API of a newsroom, and two people's tokens.
pub struct Desk {
    pub room: TestNewsroom,
    pub router: Router,
    /// A token that may do everything.
    pub editor: String,
    /// Another person's.
    pub chief: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// The body; null where it is no JSON.
    pub body: Value,
}

impl Answer {
    /// A header; empty where there is none.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// A number of the body.
    pub fn number(&self, name: &str) -> i64 {
        self.body[name].as_i64().unwrap_or_else(|| panic!("{name} in {}", self.body))
    }
}

impl Desk {
    pub async fn open() -> Desk {
        Desk::over(TestNewsroom::open().await).await
    }

    /// The API of a newsroom that is there.
    pub async fn over(room: TestNewsroom) -> Desk {
        let blobs = BlobStore::open("file:media", room.folder.path()).unwrap();
        let api = Api { publication: room.publication.clone(), blobs, limit: None };
        let router = api::router(api);
        let desk = Desk { router, editor: String::new(), chief: String::new(), room };
        let editor = desk.token("editor@arna.example", Scope::ALL).await;
        let chief = desk.token("chief@arna.example", Scope::ALL).await;
        Desk { editor, chief, ..desk }
    }

    pub async fn token(&self, email: &str, scopes: &[Scope]) -> String {
        let mut act = self.room.publication.begin(0).await.unwrap();
        let now = act.now;
        let email = Email::parse(email).unwrap();
        let known = people::find(&mut act.conn(), &email).await.is_ok();
        if !known {
            let roles = Roles::of(&[Role::Administrator]);
            let new = NewPerson { email: email.clone(), name: None, roles, password: None };
            people::add(&mut act.conn(), &Actor::program(), new, now).await.unwrap();
        }
        let new =
            NewToken { name: "test".into(), scopes: scopes.to_vec(), owner: Some(email), days: Some(1) };
        let (secret, _) = people::create_token(&mut act.conn(), &Actor::program(), new, now).await.unwrap();
        act.commit().await.unwrap();
        secret.reveal().to_owned()
    }

    pub async fn call(&self, token: &str, method: &str, path: &str, body: Value) -> Answer {
        self.call_with(token, method, path, &[], body).await
    }

    pub async fn call_with(
        &self,
        token: &str,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Value,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        if !token.is_empty() {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = if body.is_null() { Body::empty() } else { Body::from(body.to_string()) };
        self.send(request.body(body).unwrap()).await
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, 4 << 20).await.unwrap();
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Answer { status: head.status, headers: head.headers, body }
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.call(&self.editor, "POST", path, body).await
    }

    pub async fn released(&self, headline: &str) -> i64 {
        let made = self.post("/api/v1/stories?release=now", story(headline)).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        made.body["number"].as_i64().unwrap()
    }
}

/// A story in English, with a body.
pub fn story(headline: &str) -> Value {
    json!({
        "format": "dateline/story/1", "language": "en", "section": "politics", "headline": headline,
        "body_html": "<p>One.</p><p>Two: 35.</p>"
    })
}
