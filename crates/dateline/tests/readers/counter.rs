//! The readers' side of a newsroom: what they are shown, what they send, and what is kept of it.

use axum::Router;
use axum::body::{Body, to_bytes};
use dateline::captcha::Captcha;
use dateline::edition::AgencyCell;
use dateline::page_cache::{CacheSettings, PageCache};
use dateline::site::{Site, Theme, captcha_file, feedback_form, form_door, report_form, report_status_page};
use http::{Request, StatusCode};

use super::newsroom::TestNewsroom;
use tower::ServiceExt;

/// The readers' side of a newsroom.
pub struct Counter {
    pub room: TestNewsroom,
    router: Router,
    pub captcha: Captcha,
}

impl Counter {
    pub async fn open(mode: &str) -> Counter {
        let room = TestNewsroom::open().await;
        let agency = format!(
            "[agency]\nname = \"ARNA\"\norigin = \"https://arna.example\"\ntime_zone = \"Asia/Baku\"\ndefault_language = \"en\"\ncaptcha = \"{mode}\"\n[edition.en]\n[edition.az]\n"
        );
        room.apply(&agency).await;
        Counter::on(room)
    }

    /// A node of that newsroom, which remembers nothing of what another was asked.
    pub fn on(room: TestNewsroom) -> Counter {
        let publication = room.publication.clone();
        let site = Site::new(
            publication.db.clone(),
            AgencyCell::default(),
            publication.clock.clone(),
            Theme::built_in(),
        );
        let cache = PageCache::new(CacheSettings::default(), publication.clock.clone(), 0);
        let captcha = Captcha::default();
        let door = form_door::Door {
            publication,
            site: site.clone(),
            cache: cache.clone(),
            captcha: captcha.clone(),
        };
        let router = captcha_file::router(door.clone())
            .merge(feedback_form::router(door.clone()))
            .merge(report_form::router(door.clone()))
            .merge(report_status_page::router(door))
            .merge(dateline::site::router(site, cache));
        Counter { room, router, captcha }
    }

    pub async fn ask(&self, request: Request<Body>) -> (StatusCode, http::HeaderMap, Vec<u8>) {
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = answer.into_parts();
        (head.status, head.headers, to_bytes(body, 8 << 20).await.unwrap().to_vec())
    }

    pub async fn get(&self, path: &str) -> (StatusCode, String) {
        let (status, headers, body) = self.ask(Request::get(path).body(Body::empty()).unwrap()).await;
        if path.ends_with("/feedback") && status == StatusCode::OK {
            assert_eq!(headers["cache-control"], "no-store");
        }
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    pub async fn post_from(&self, site: &str, path: &str, fields: &[(&str, &str)]) -> (StatusCode, String) {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", site)
            .body(Body::from(body));
        let (status, _, body) = self.ask(request.unwrap()).await;
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> (StatusCode, String) {
        self.post_from("same-origin", path, fields).await
    }

    /// A form's token, its letters, and two seconds to type in.
    pub async fn token(&self) -> (String, String) {
        let (_, page) = self.get("/en/feedback").await;
        let token = token_of(&page);
        self.room.publication.clock.advance(2);
        let letters = self.letters(&token).await;
        (token, letters)
    }

    pub async fn letters(&self, token: &str) -> String {
        let now = self.room.publication.clock.now();
        let mut view = self.room.publication.db.snapshot().await.unwrap();
        let keys = self.captcha.read(&mut view.conn(), now).await.unwrap().unwrap();
        keys.ring().show(token, dateline::captcha::moment(now)).unwrap().answer_for_measurement()
    }

    pub async fn letters_kept(&self) -> Vec<(String, String)> {
        let mut reader = self.room.publication.db.snapshot().await.unwrap();
        let rows = reader.conn().all("SELECT text, state FROM message ORDER BY at", []).await.unwrap();
        rows.iter().map(|row| (row.get("text").unwrap(), row.get("state").unwrap())).collect()
    }
}

pub fn between<'t>(text: &'t str, before: &str, after: &str) -> &'t str {
    let start = text.find(before).unwrap_or_else(|| panic!("no {before} in {text}")) + before.len();
    &text[start..start + text[start..].find(after).unwrap()]
}

pub fn token_of(page: &str) -> String {
    between(page, "name=\"captcha_token\" value=\"", "\"").to_owned()
}
