//! Where a reader follows a report, under an address only they were given, and where they confirm theirs.

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::REFERRER_POLICY;
use http::request::Parts;
use http::{HeaderValue, StatusCode};
use serde::Serialize;

use super::face::{Face, Moment};
use super::form_door::Door;
use super::report_letters::said_of;
use super::topic_page::list_trail;
use super::value::{HeadlineLink, Link};
use super::view::{Failure, Framing, View};
use super::{PageRequest, Place, Site, list, same_origin, store};
use crate::lang::Language;
use crate::page_cache::Rendered;
use crate::report::{self, Status};

#[derive(Serialize)]
struct StatusPage {
    trail: Vec<Link>,
    title: String,
    /// Where the button leads that confirms an address; without it the report is shown.
    confirm: Option<String>,
    report: Option<StatusView>,
}

#[derive(Serialize)]
struct StatusView {
    said: String,
    reference: String,
    story: HeadlineLink,
    marked: String,
    suggestion: String,
    before: Option<String>,
    after: Option<String>,
    reason: Option<String>,
    time: Moment,
    settled: Option<Moment>,
    told: bool,
}

/// What the page shows.
enum Shown {
    /// How a report stands.
    Report(Box<Status>),
    /// The button that confirms an address: a program that looks into letters follows links and presses nothing.
    Confirm(String),
}

/// The routes of the pages.
pub fn router(door: Door) -> Router {
    Router::new()
        .route("/{language}/feedback/{secret}", get(show))
        .route("/{language}/feedback/confirm/{secret}", get(ask).post(confirm))
        .with_state(door)
}

async fn show(
    State(door): State<Door>,
    Path((_, secret)): Path<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let found = async {
        let Some((_, language)) = door.edition(&parts).await? else { return Ok(None) };
        let mut reader = door.publication.db.reader().await?;
        let status = report::status(&mut reader.conn(), &secret).await?;
        drop(reader);
        door.page(language, status).await
    };
    door.or_elsewhere(found.await, parts).await
}

async fn ask(State(door): State<Door>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let found = async {
        let Some((_, language)) = door.edition(&parts).await? else { return Ok(None) };
        let action = parts.uri.path().to_owned();
        door.site.report_status_page(language, Shown::Confirm(action)).await.map(Some)
    };
    let mut answer = door.or_elsewhere(found.await, parts).await;
    // The button's request says where it comes from.
    answer.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    answer
}

async fn confirm(
    State(door): State<Door>,
    Path((_, secret)): Path<(String, String)>,
    request: Request,
) -> Response {
    let (mut parts, _) = request.into_parts();
    let found = async {
        let Some((agency, language)) = door.edition(&parts).await? else { return Ok(None) };
        if !same_origin::may_change(&parts.method, &parts.headers, &parts.uri, &agency.origin) {
            return Ok(Some(Err(StatusCode::FORBIDDEN)));
        }
        let mut act = door.publication.begin_errand().await?;
        let now = act.now;
        let status = report::confirm_email(&mut act.conn(), &secret, now).await?;
        act.commit().await?;
        Ok::<_, Failure>(door.page(language, status).await?.map(Ok))
    };
    let found = match found.await {
        Ok(Some(Err(refused))) => return refused.into_response(),
        Ok(Some(Ok(page))) => Ok(Some(page)),
        Ok(None) => Ok(None),
        Err(error) => Err(error),
    };
    parts.method = http::Method::GET;
    door.or_elsewhere(found, parts).await
}

impl Door {
    async fn page(&self, language: Language, status: Option<Status>) -> Result<Option<Rendered>, Failure> {
        let Some(status) = status else { return Ok(None) };
        self.site.report_status_page(language, Shown::Report(Box::new(status))).await.map(Some)
    }

    /// The page, which gives its address to nobody; where there is none, what else stands at the address.
    async fn or_elsewhere(&self, page: Result<Option<Rendered>, Failure>, parts: Parts) -> Response {
        let mut answer = match page {
            Ok(Some(page)) => self.answer(Ok(page)),
            Ok(None) => self.elsewhere(parts).await,
            Err(error) => self.answer(Err(error)),
        };
        answer.headers_mut().insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
        answer
    }
}

impl Site {
    async fn report_status_page(&self, language: Language, shown: Shown) -> Result<Rendered, Failure> {
        let mut view = View::open(self).await?;
        let agency = view.agency();
        let edition = agency.edition(language).ok_or(Failure::NoEdition)?;
        let face = view.house.face(language).ok_or(Failure::NoEdition)?;
        let request = PageRequest::path(format!("{}/feedback", face.home));
        let place = Place { edition, face: &face, request: &request };
        let title = face.text("report_status_title").to_owned();
        let mut page = StatusPage { trail: list_trail(place), title, confirm: None, report: None };
        match shown {
            Shown::Confirm(action) => page.confirm = Some(action),
            Shown::Report(status) => page.report = Some(report_view(&mut view, &face, *status).await?),
        }
        let mut head = list::head(&view, place, &page.title, &request.path);
        head.indexed = false;
        // The address is nobody's but the reader's.
        head.canonical = None;
        let languages = view.fronts(&face);
        let framing = Framing { head, here: String::new(), languages };
        view.page(StatusCode::OK, "report_status_page.html", &face, framing, page)
    }
}

async fn report_view(view: &mut View<'_>, face: &Face, status: Status) -> Result<StatusView, Failure> {
    let agency = view.agency();
    let story = store::linked(&mut view.conn(), status.number).await?;
    let bare = || HeadlineLink {
        headline: status.address.clone(),
        href: status.address.clone(),
        tag: status.story_language,
        dir: status.story_language.direction().as_str(),
    };
    let story = story.map_or_else(bare, |linked| HeadlineLink::of(&agency, &linked));
    let (before, after) = status.changed.unzip();
    Ok(StatusView {
        said: face.text(said_of(status.outcome)).to_owned(),
        reference: status.reference.to_string(),
        story,
        marked: status.marked,
        suggestion: status.suggestion,
        before,
        after,
        reason: status.reason,
        time: face.moment(status.at),
        settled: status.settled_at.map(|at| face.moment(at)),
        told: status.told,
    })
}
