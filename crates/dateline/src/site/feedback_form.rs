//! The form for letters: shown with a token of its own, and taken.

use std::net::IpAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::request::Parts;
use http::{HeaderValue, StatusCode};
use jiff::Timestamp;
use puzzle::{Form, Subject};

use super::feedback_page::{Filled, Shown, Wrong};
use super::{Failure, Site, same_origin, server};
use crate::captcha::{self, Attempt, Captcha, Keys, Mode, Offer, Pace, Refusal};
use crate::db::DbError;
use crate::edition::Agency;
use crate::feedback::{self, Draft};
use crate::lang::Language;
use crate::page_cache::{PageCache, Rendered};
use crate::publication::Publication;

/// The largest form in bytes.
const MAX_BYTES: usize = 256 << 10;
/// The most characters of letters that are shown again.
const MOST_TYPED: usize = 64;

/// What forms are shown and taken with. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Door {
    /// Where letters are kept.
    pub publication: Publication,
    /// The pages.
    pub site: Site,
    /// The pages in memory, for addresses that are no form's.
    pub cache: PageCache,
    /// Tokens.
    pub captcha: Captcha,
}

/// What came with a form.
#[derive(Debug, Default)]
struct Sent {
    draft: Draft,
    token: String,
    letters: String,
    proof: String,
    /// A field no reader sees.
    honey: String,
    /// Whether other letters were asked for.
    again: bool,
}

/// The routes of the form.
pub fn router(door: Door) -> Router {
    Router::new().route("/{language}/feedback", get(show).post(take)).with_state(door)
}

async fn show(State(door): State<Door>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    match door.edition(&parts).await {
        Ok(Some((agency, language))) => door.answer(door.fresh(language, Mode::of(&agency.captcha)).await),
        Ok(None) => super::route::page(&door.site, &door.cache, parts).await,
        Err(error) => door.answer(Err(error.into())),
    }
}

async fn take(State(door): State<Door>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let (agency, language) = match door.edition(&parts).await {
        Ok(Some(found)) => found,
        Ok(None) => return super::route::page(&door.site, &door.cache, parts).await,
        Err(error) => return door.answer(Err(error.into())),
    };
    if !same_origin::may_change(&parts.method, &parts.headers, &parts.uri, &agency.origin) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let Ok(bytes) = to_bytes(body, MAX_BYTES).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let mode = Mode::of(&agency.captcha);
    door.answer(door.taken(language, mode, Sent::read(&bytes), server::caller(&parts)).await)
}

impl Sent {
    fn read(body: &[u8]) -> Sent {
        let mut sent = Sent::default();
        for (name, value) in url::form_urlencoded::parse(body).take(32) {
            // A database keeps no NUL, and no keyboard types one.
            let value = value.replace('\0', "");
            match name.as_ref() {
                "name" => sent.draft.name = value,
                "email" => sent.draft.email = value,
                "subject" => sent.draft.subject = value,
                "message" => sent.draft.message = value,
                "captcha_token" => sent.token = value,
                "captcha" => sent.letters = value.chars().take(MOST_TYPED).collect(),
                "captcha_proof" => sent.proof = value,
                "website" => sent.honey = value,
                "again" => sent.again = true,
                _ => {}
            }
        }
        sent
    }

    fn attempt(&self) -> Attempt<'_> {
        Attempt { token: &self.token, letters: &self.letters, proof: &self.proof }
    }
}

/// The form tokens are made for, whoever it is about.
fn purpose() -> (Form, Subject) {
    (Form::new("feedback").expect("a good name"), Subject::none())
}

/// A new token for the form.
fn offer(keys: &Keys, mode: Mode, now: Timestamp) -> Offer {
    let (form, subject) = purpose();
    keys.offer(form, subject, mode, now)
}

impl Door {
    /// The keys of the captcha, read or made.
    pub(super) async fn keys(&self, now: Timestamp) -> Result<Arc<Keys>, DbError> {
        if let Some(keys) = self.captcha.keys(now).await {
            return Ok(keys);
        }
        let mut reader = self.publication.db.reader().await?;
        let read = self.captcha.read(&mut reader.conn(), now).await?;
        drop(reader);
        if let Some(keys) = read {
            return Ok(keys);
        }
        let mut act = self.publication.begin_errand().await?;
        let keys = self.captcha.renew(&mut act.conn(), now).await?;
        act.commit().await?;
        Ok(keys)
    }

    /// The agency, and the edition of an address; `None` where another page answers.
    async fn edition(&self, parts: &Parts) -> Result<Option<(Arc<Agency>, Language)>, DbError> {
        let mut reader = self.publication.db.reader().await?;
        let agency = self.publication.agency(&mut reader.conn()).await?;
        let tag = parts.uri.path().trim_start_matches('/').split('/').next().unwrap_or_default();
        let language = agency.edition_of_tag(tag).map(|edition| edition.language);
        Ok(language.filter(|language| language.as_str() == tag).map(|language| (agency, language)))
    }

    /// The empty form.
    async fn fresh(&self, language: Language, mode: Mode) -> Result<Rendered, Failure> {
        let now = self.publication.clock.now();
        let offer = offer(&*self.keys(now).await?, mode, now);
        let (draft, wrong) = (&Draft::default(), &Wrong::default());
        self.form(language, StatusCode::OK, Filled { draft, wrong, offer: &offer, mode, typed: "" }).await
    }

    async fn form(
        &self,
        language: Language,
        status: StatusCode,
        filled: Filled<'_>,
    ) -> Result<Rendered, Failure> {
        self.site.feedback_form(language, status, Shown::Form(filled)).await
    }

    /// A form that was sent: kept and thanked for, or shown again as it was filled in, with what is wrong.
    async fn taken(
        &self,
        language: Language,
        mode: Mode,
        sent: Sent,
        address: IpAddr,
    ) -> Result<Rendered, Failure> {
        let now = self.publication.clock.now();
        let keys = self.keys(now).await?;
        let mut wrong = Wrong { fields: sent.draft.faults(), ..Wrong::default() };
        if sent.again {
            let (offer, wrong) = (offer(&keys, mode, now), Wrong::default());
            let filled = Filled { draft: &sent.draft, wrong: &wrong, offer: &offer, mode, typed: "" };
            return self.form(language, StatusCode::OK, filled).await;
        }
        if wrong.is_nothing() {
            (wrong.captcha, wrong.too_many) = self.judged(&keys, mode, &sent, address, now).await?;
        }
        if wrong.is_nothing() {
            return self.keep(language, &sent, now).await;
        }
        // What has not been judged stays good, with the letters that were typed.
        let unjudged = matches!(wrong.captcha, None | Some(Refusal::Nothing | Refusal::TooSoon));
        let kept = Some(&sent.token).filter(|_| unjudged);
        let kept = kept.and_then(|token| keys.offered(token, now));
        let typed = if kept.is_some() { sent.letters.as_str() } else { "" };
        let offer = kept.unwrap_or_else(|| offer(&keys, mode, now));
        let status =
            if wrong.too_many { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::UNPROCESSABLE_ENTITY };
        let filled = Filled { draft: &sent.draft, wrong: &wrong, offer: &offer, mode, typed };
        self.form(language, status, filled).await
    }

    /// Spends the token and judges the attempt, in a transaction of its own: a wrong answer spends it too.
    async fn judged(
        &self,
        keys: &Keys,
        mode: Mode,
        sent: &Sent,
        address: IpAddr,
        now: Timestamp,
    ) -> Result<(Option<Refusal>, bool), Failure> {
        let (form, subject) = purpose();
        let mut act = self.publication.begin_errand().await?;
        if captcha::count_form(&mut act.conn(), keys, address, now).await? == Pace::TooFast {
            act.commit().await?;
            return Ok((None, true));
        }
        let verdict =
            captcha::judge(&mut act.conn(), keys, &form, &subject, mode, &sent.attempt(), now).await?;
        act.commit().await?;
        Ok((verdict.err(), false))
    }

    /// Keeps the letter. One with the field filled that no reader sees is put aside, and its sender hears nothing of it.
    async fn keep(&self, language: Language, sent: &Sent, now: Timestamp) -> Result<Rendered, Failure> {
        let state = if sent.honey.is_empty() { feedback::State::Open } else { feedback::State::Spam };
        let mut act = self.publication.begin_errand().await?;
        let reference = feedback::file(&mut act.conn(), &sent.draft, language, state, now).await?;
        act.commit().await?;
        self.site.feedback_form(language, StatusCode::OK, Shown::Taken(&reference)).await
    }

    /// The page as an answer nobody keeps.
    fn answer(&self, page: Result<Rendered, Failure>) -> Response {
        let page = match page {
            Ok(page) => page,
            Err(error) => {
                tracing::error!(%error, "the feedback form");
                return StatusCode::SERVICE_UNAVAILABLE.into_response();
            }
        };
        let mut answer = Response::new(Body::from(page.body));
        *answer.status_mut() = page.status;
        let headers = answer.headers_mut();
        headers.extend(page.headers);
        headers.insert(CONTENT_TYPE, page.content_type);
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        answer
    }
}
