//! A newsroom with its pages, and browsers that ask for them.

use axum::Router;
use axum::body::{Body, to_bytes};
use dateline::blob::BlobStore;
use dateline::edition::AgencyCell;
use dateline::newsroom::{Newsroom, follow, router};
use dateline::people::{self, Actor, Email, NewPerson, NewToken, Password, Person, Role, Roles, Scope};
use dateline::site::{PageRequest, Site, Theme};
use http::{Request, StatusCode};
use serde_json::Value;
use tokio::sync::watch;
use tower::ServiceExt;

use crate::newsroom::TestNewsroom;

/// Everybody's password here.
pub const PASSWORD: &str = "ink and paper";

/// A newsroom with its pages.
pub struct House {
    pub room: TestNewsroom,
    pub router: Router,
    pub site: Site,
    _stop: watch::Sender<bool>,
}

impl House {
    pub async fn open() -> House {
        House::of(TestNewsroom::open().await).await
    }

    /// Another node of the same newsroom.
    pub async fn second(&self) -> House {
        House::of(self.room.second_room().await).await
    }

    async fn of(room: TestNewsroom) -> House {
        let publication = room.publication.clone();
        let blobs = BlobStore::open("file:media", room.folder.path()).unwrap();
        let site = Site::new(
            publication.db.clone(),
            AgencyCell::default(),
            publication.clock.clone(),
            Theme::built_in(),
        );
        let pages = Newsroom::new(publication, blobs, site.clone());
        let (stop, stopped) = watch::channel(false);
        tokio::spawn(follow(pages.clone(), stopped));
        House { room, router: router(pages), site, _stop: stop }
    }

    /// Somebody who works here.
    pub async fn hire(&self, name: &str, roles: &[Role]) -> Person {
        let mut act = self.room.publication.begin(0).await.unwrap();
        let new = NewPerson {
            email: Email::parse(&format!("{name}@arna.example")).unwrap(),
            name: Some(name.to_owned()),
            roles: Roles::of(roles),
            password: Some(Password::parse(PASSWORD).unwrap().hash()),
        };
        let now = act.now;
        let person = people::add(&mut act.conn(), &Actor::program(), new, now).await.unwrap();
        act.commit().await.unwrap();
        person
    }

    /// A browser nobody has signed in with.
    pub fn browser(&self) -> Browser {
        Browser { router: self.router.clone(), host: "newsroom.test", cookie: None, door: None }
    }

    /// Somebody's browser, sent to this node.
    pub fn visited_by(&self, browser: &Browser) -> Browser {
        Browser { router: self.router.clone(), ..browser.clone() }
    }

    /// Somebody at their desk.
    pub async fn at_work(&self, name: &str, role: Role) -> Browser {
        self.hire(name, &[role]).await;
        let mut browser = self.browser();
        let answer = browser.sign_in(name, PASSWORD).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        browser
    }

    /// A token of one scope.
    pub async fn token(&self, scope: Scope) -> String {
        let mut act = self.room.publication.begin(0).await.unwrap();
        let new = NewToken { name: "a program".to_owned(), scopes: vec![scope], owner: None, days: None };
        let now = act.now;
        let (secret, _) = people::create_token(&mut act.conn(), &Actor::program(), new, now).await.unwrap();
        act.commit().await.unwrap();
        secret.reveal().to_owned()
    }

    /// What the public sees at an address.
    pub async fn public(&self, path: &str) -> (StatusCode, String) {
        let page = self.site.render(&PageRequest::path(path)).await.unwrap();
        (page.status, String::from_utf8_lossy(&page.body).into_owned())
    }

    /// Does the reminders that are due, and leaves the letters.
    pub async fn remind(&self, handlers: &dateline::jobs::Handlers) {
        let publication = &self.room.publication;
        let mut act = publication.begin_errand().await.unwrap();
        let sql = "UPDATE job SET run_at = $1 WHERE kind = 'mail.send'";
        let later = publication.clock.now() + jiff::SignedDuration::from_hours(9_000);
        act.conn().execute(sql, [later.into()]).await.unwrap();
        act.commit().await.unwrap();
        publication.do_errands(handlers).await.unwrap();
    }

    /// The letters that wait to be sent, those asked for by people who forgot their password among them.
    pub async fn letters(&self) -> Vec<String> {
        let publication = &self.room.publication;
        self.remind(&dateline::newsroom::with_resets(Default::default(), publication.clone())).await;
        self.column("SELECT payload FROM job WHERE kind = 'mail.send' ORDER BY id", "payload").await
    }

    /// The rows of a statement.
    pub async fn column(&self, sql: &'static str, column: &str) -> Vec<String> {
        let mut snapshot = self.room.publication.db.snapshot().await.unwrap();
        let rows = snapshot.conn().all(sql, []).await.unwrap();
        rows.iter().map(|row| row.get(column).unwrap()).collect()
    }
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub location: String,
    pub cookie: Option<String>,
    /// What binds a browser nobody has signed in with yet.
    pub door: Option<String>,
    pub headers: http::HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }
}

/// A browser with the cookie of a session.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    /// The host it asks for.
    pub host: &'static str,
    pub cookie: Option<String>,
    pub door: Option<String>,
}

impl Browser {
    /// A request as our own pages send it.
    pub fn request(&self, method: &str, path: &str) -> http::request::Builder {
        let mut request = Request::builder().method(method).uri(path).header("host", self.host);
        if method != "GET" {
            request = request.header("sec-fetch-site", "same-origin");
        }
        for (name, value) in [("newsroom", &self.cookie), ("newsroom_door", &self.door)] {
            if let Some(value) = value {
                request = request.header("cookie", format!("{name}={value}"));
            }
        }
        request
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let header = |name: &str| {
            response.headers().get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
        };
        let (status, location) = (response.status(), header("location"));
        let given: Vec<String> = response
            .headers()
            .get_all("set-cookie")
            .iter()
            .map(|line| line.to_str().unwrap().to_owned())
            .collect();
        let cookie_of = |name: &str| {
            let line = given.iter().find_map(|line| line.strip_prefix(name));
            line.and_then(|rest| rest.split(';').next()).map(str::to_owned)
        };
        let (cookie, door) = (cookie_of("newsroom="), cookie_of("newsroom_door="));
        let headers = response.headers().clone();
        let text = to_bytes(response.into_body(), 16 << 20).await.unwrap();
        Answer { status, location, cookie, door, headers, text: String::from_utf8_lossy(&text).into_owned() }
    }

    /// The status of an answer whose body may have no end.
    pub async fn begin(&self, request: Request<Body>) -> StatusCode {
        self.head(request).await.0
    }

    /// Status and headers of an answer whose body may have no end.
    pub async fn head(&self, request: Request<Body>) -> (StatusCode, http::HeaderMap) {
        let response = self.router.clone().oneshot(request).await.unwrap();
        (response.status(), response.headers().clone())
    }

    /// Sends a file, as the form for pictures does.
    pub async fn upload(&self, name: &str, bytes: &[u8]) -> Answer {
        let head = format!(
            "--edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             content-type: image/jpeg\r\n\r\n"
        );
        let body = [head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat();
        let request = self.request("POST", "/newsroom/media").header("accept", "application/json");
        let request = request.header("content-type", "multipart/form-data; boundary=edge");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request("GET", path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let form = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.request("POST", path).header("content-type", "application/x-www-form-urlencoded");
        self.send(request.body(Body::from(form)).unwrap()).await
    }

    pub async fn save(&self, path: &str, sent: Value) -> Answer {
        let request = self.request("POST", path).header("content-type", "application/json");
        self.send(request.body(Body::from(sent.to_string())).unwrap()).await
    }

    pub async fn sign_in(&mut self, name: &str, password: &str) -> Answer {
        let email = format!("{name}@arna.example");
        let answer = self.post("/newsroom/sign-in", &[("email", &email), ("password", password)]).await;
        if let Some(cookie) = &answer.cookie {
            self.cookie = Some(cookie.clone());
        }
        answer
    }

    /// Makes a story; its number.
    pub async fn story(&self, headline: &str) -> String {
        let fields = [("headline", headline), ("language", "en"), ("section", "politics"), ("urgency", "5")];
        let made = self.post("/newsroom/stories", &fields).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
        made.location.trim_start_matches("/newsroom/stories/").split('?').next().unwrap().to_owned()
    }

    /// The events of a stream as they come, until `enough` says so of what has come.
    pub async fn events(&self, path: &str, enough: impl Fn(&str) -> bool) -> String {
        use futures_util::StreamExt;
        let request = self.request("GET", path).body(Body::empty()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        let mut pieces = response.into_body().into_data_stream();
        let mut heard = String::new();
        while !enough(&heard) {
            let piece = pieces.next().await.expect("the stream goes on").unwrap();
            heard.push_str(&String::from_utf8_lossy(&piece));
        }
        heard
    }

    /// A stream, opened.
    pub async fn open(&self, path: &str) -> Line {
        let request = self.request("GET", path).body(Body::empty()).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        let mut line = Line { pieces: response.into_body().into_data_stream(), heard: String::new() };
        line.next().await.expect("it says how things stand");
        line
    }
}

/// A stream of events.
pub struct Line {
    pieces: axum::body::BodyDataStream,
    heard: String,
}

impl Line {
    async fn next(&mut self) -> Option<()> {
        use futures_util::StreamExt;
        let piece = self.pieces.next().await?.unwrap();
        self.heard.push_str(&String::from_utf8_lossy(&piece));
        Some(())
    }

    /// Everything heard until the line ended.
    pub async fn read_to_the_end(mut self) -> String {
        while self.next().await.is_some() {}
        self.heard
    }
}
