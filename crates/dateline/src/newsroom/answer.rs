//! Answers: pages in their frame, ways back after a form, and what every answer of the newsroom says of itself.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use http::header::{
    ACCEPT, CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, LOCATION, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use http::{HeaderMap, HeaderValue, StatusCode};
use minijinja::context;
use minijinja::value::{Value, merge_maps};
use serde::Serialize;

use super::look::filling;
use super::on_duty::{OnDuty, Visitor};
use super::trouble::Said;
use super::words::{LANGUAGES, Words};
use super::{Newsroom, Trouble, assets};
use crate::lang::Language;
use crate::notice;
use crate::people::Right;
use crate::site::same_origin;

/// What a handler gives.
pub(super) type Answer = Result<Response, Trouble>;

/// Scripts and styles from files of the newsroom alone; pictures of the newsroom and what the editor holds in memory;
/// the preview of a page in a frame of our own.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; \
     connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
);

#[derive(Serialize)]
struct Place {
    key: &'static str,
    href: &'static str,
    name: &'static str,
}

#[derive(Serialize)]
struct Tongue {
    tag: &'static str,
    dir: &'static str,
    name: String,
    current: bool,
}

impl Newsroom {
    /// The agency's origin, where the node knows its agency.
    pub(super) async fn origin(&self) -> Result<String, Trouble> {
        let mut reader = self.publication.db.reader().await?;
        Ok(self.publication.agency(&mut reader.conn()).await?.origin.clone())
    }

    /// The words of a language, in the agency's zone.
    pub(super) async fn words(&self, language: Language) -> Result<Words, Trouble> {
        let mut reader = self.publication.db.reader().await?;
        let agency = self.publication.agency(&mut reader.conn()).await?;
        Ok(Words::of(language, agency.time_zone.clone()))
    }

    /// A page for somebody signed in. `here` is the key of its place in the navigation.
    pub(super) async fn page(
        &self,
        who: &OnDuty,
        words: &Words,
        here: &str,
        template: &str,
        own: Value,
    ) -> Answer {
        let mut reader = self.publication.db.reader().await?;
        let unread = notice::unseen_of(&mut reader.conn(), who.badge.person.id).await?;
        let agency = self.publication.agency(&mut reader.conn()).await?;
        drop(reader);
        let frame = context! {
            me => context! { name => who.badge.person.name.as_str(), email => who.badge.person.email.as_str() },
            places => filling(places(who, words, Group::Daily)),
            offices => filling(places(who, words, Group::Office)),
            here => here,
            may_flash => who.badge.may(Right::StoriesRelease),
            unread => unread,
            agency => agency.name.as_str(),
        };
        self.filled(StatusCode::OK, words, template, merge_maps([own, frame]))
    }

    /// A page without a frame of a person: to sign in, and to be told of trouble.
    pub(super) fn plain_page(&self, status: StatusCode, words: &Words, template: &str, own: Value) -> Answer {
        let frame = context! { me => (), places => (), offices => (), here => "", unread => 0, agency => "" };
        self.filled(status, words, template, merge_maps([own, frame]))
    }

    /// A part of a page.
    pub(super) fn fragment(&self, words: &Words, template: &str, own: Value) -> Result<String, Trouble> {
        let values = merge_maps([own, context! { t => Value::from_object(words.clone()) }]);
        self.shared.look.fill(template, values).map_err(|error| Trouble::ours(&error))
    }

    fn filled(&self, status: StatusCode, words: &Words, template: &str, own: Value) -> Answer {
        let language = words.language();
        let tongues: Vec<Tongue> = LANGUAGES
            .into_iter()
            .filter_map(|tag| {
                let known = Language::parse(tag).ok()?;
                let (dir, current) = (known.direction().as_str(), known == language);
                Some(Tongue { tag, dir, name: known.native_name().to_owned(), current })
            })
            .collect();
        let always = context! {
            t => Value::from_object(words.clone()),
            lang => language.as_str(),
            dir => language.direction().as_str(),
            tongues => filling(tongues),
            style => assets::path(assets::SHEET),
            script => assets::path("newsroom.js"),
            bell => assets::path("bell.js"),
            flash_script => assets::path("flash.js"),
        };
        let filled = self.shared.look.fill(template, merge_maps([own, always]));
        let html = filled.map_err(|error| Trouble::ours(&format!("{template}: {error:#}")))?;
        Ok((status, Html(html)).into_response())
    }
}

/// Where a place stands in the bar.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    /// Every day's places, side by side.
    Daily,
    /// What administrators go to now and then, in a menu.
    Office,
}

fn places(who: &OnDuty, words: &Words, group: Group) -> Vec<Place> {
    let all = [
        ("start", "/newsroom", "nav_start", None),
        ("board", "/newsroom/board", "nav_board", Some(Right::StoriesRead)),
        ("calendar", "/newsroom/calendar", "nav_calendar", Some(Right::StoriesRead)),
        ("tasks", "/newsroom/tasks", "nav_tasks", Some(Right::StoriesRead)),
        ("reports", "/newsroom/reports", "nav_reports", Some(Right::ReportsAnswer)),
        ("media", "/newsroom/media", "nav_media", Some(Right::StoriesRead)),
        ("readers", "/newsroom/readers", "nav_readers", Some(Right::StoriesRelease)),
        ("people", "/newsroom/people", "nav_people", Some(Right::Admin)),
        ("desks", "/newsroom/desks", "nav_desks", Some(Right::Admin)),
        ("settings", "/newsroom/settings", "nav_settings", Some(Right::Admin)),
        ("audit", "/newsroom/audit", "nav_audit", Some(Right::Admin)),
    ];
    let group_of = |right| if right == Some(Right::Admin) { Group::Office } else { Group::Daily };
    all.into_iter()
        .filter(|(.., right)| group_of(*right) == group)
        .filter(|(.., right)| right.is_none_or(|right| who.badge.may(right)))
        .map(|(key, href, name, _)| Place { key, href, name: words.text(name) })
        .collect()
}

/// Sends the browser on after a form: what it asked for was done.
pub(super) fn see_other(to: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    response
        .headers_mut()
        .insert(LOCATION, HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/newsroom")));
    response
}

/// JSON with a status.
pub(super) fn json(status: StatusCode, value: &impl Serialize) -> Response {
    (status, axum::Json(value)).into_response()
}

/// Whether a script asks, which reads JSON and no page.
pub(super) fn wants_json(headers: &HeaderMap) -> bool {
    let is_json = |name: HeaderName| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.is_some_and(|value| value.starts_with("application/json"))
    };
    is_json(ACCEPT) || is_json(CONTENT_TYPE)
}

/// Everything under `/newsroom` that is no page.
pub(super) async fn missing() -> Trouble {
    Trouble::NotFound
}

/// Around every route: nothing is changed from other sites, trouble becomes a page, and no answer is kept.
pub(super) async fn finish(State(room): State<Newsroom>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let origin = room.origin().await.unwrap_or_default();
    let visitor = Visitor::of(&parts, &origin);
    let scripted = wants_json(&parts.headers);
    let own = same_origin::may_change(&parts.method, &parts.headers, &parts.uri, &origin);
    let mut response = match own {
        true => next.run(Request::from_parts(parts, body)).await,
        false => Trouble::Foreign.into_response(),
    };
    if response.status() == StatusCode::PAYLOAD_TOO_LARGE && response.extensions().get::<Trouble>().is_none()
    {
        response = Trouble::TooLarge.into_response();
    }
    if let Some(trouble) = response.extensions_mut().remove::<Trouble>() {
        response = tell(&room, &visitor, trouble, scripted, response).await;
    }
    let headers = response.headers_mut();
    let keep = |headers: &mut HeaderMap, name: HeaderName, value: HeaderValue| {
        headers.entry(name).or_insert(value);
    };
    keep(headers, CACHE_CONTROL, HeaderValue::from_static("no-store"));
    keep(headers, CONTENT_SECURITY_POLICY, POLICY);
    keep(headers, REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    keep(headers, X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// What a person or their script is told.
async fn tell(
    room: &Newsroom,
    visitor: &Visitor,
    trouble: Trouble,
    scripted: bool,
    redirect: Response<Body>,
) -> Response {
    if matches!(trouble, Trouble::SignIn { .. }) && !scripted {
        return redirect;
    }
    let status = match trouble {
        Trouble::SignIn { .. } => StatusCode::UNAUTHORIZED,
        _ => trouble.status(),
    };
    let Ok(words) = room.words(visitor.language).await else { return status.into_response() };
    let (title, said) = trouble.said();
    let sentence = match said {
        Said::Key(key) => words.text(key).to_owned(),
        Said::Fault(fault) => super::settings::fault_words::of_fault(&words, &fault),
        Said::Words(words) => words,
    };
    if scripted {
        return json(
            status,
            &serde_json::json!({ "message": sentence, "problems": [{ "message": sentence }] }),
        );
    }
    let own = context! { title => words.text(title), sentence => sentence };
    room.plain_page(status, &words, "trouble.html", own).unwrap_or_else(|_| status.into_response())
}
