//! The door readers' forms come in by: whose page sent them, what their token is good for, how many a network sends.

use std::net::IpAddr;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::response::{IntoResponse, Response};
use http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use http::request::Parts;
use http::{HeaderValue, StatusCode};
use jiff::Timestamp;
use puzzle::{Form, Subject};
use serde::Serialize;

use super::face::Face;
use super::{Failure, Site, same_origin};
use crate::captcha::{self, Attempt, Captcha, Keys, Mode, Offer, Pace, Refusal};
use crate::db::DbError;
use crate::edition::Agency;
use crate::lang::Language;
use crate::page_cache::{PageCache, Rendered};
use crate::publication::Publication;

/// The most characters of letters that are shown again.
const MOST_TYPED: usize = 64;
const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// What forms are shown and taken with. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Door {
    /// Where letters and reports are kept.
    pub publication: Publication,
    /// The pages.
    pub site: Site,
    /// The pages in memory, for addresses that are no form's.
    pub cache: PageCache,
    /// Tokens.
    pub captcha: Captcha,
}

/// What every form carries beside its own fields.
#[derive(Debug, Default)]
pub(super) struct Given {
    /// The token it was shown with.
    pub token: String,
    letters: String,
    proof: String,
    /// A field no reader sees.
    honey: String,
    /// Whether other letters were asked for.
    pub again: bool,
}

/// What tokens of a form are good for, and what is asked of whoever fills it.
pub(super) struct Asked {
    pub form: Form,
    pub subject: Subject,
    pub mode: Mode,
}

/// What is wrong with a form beside its own fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Barred {
    /// Why the captcha was not passed.
    pub captcha: Option<Refusal>,
    /// Whether the network has sent too many.
    pub too_many: bool,
}

/// A field as a form shows it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct FieldView {
    /// What was typed.
    pub value: String,
    /// What is wrong with it.
    pub fault: Option<String>,
}

/// The captcha as a form shows it.
#[derive(Clone, Debug, Serialize)]
pub(super) struct CaptchaView {
    token: String,
    letters: bool,
    typed: String,
    fault: Option<String>,
    /// What a script has to solve; empty where no proof is taken.
    challenge: String,
    bits: u8,
    /// Whether it can be passed by a script alone.
    needs_script: bool,
}

impl Given {
    /// Takes a field that every form has; gives back any other.
    pub fn take(&mut self, name: &str, value: String) -> Option<String> {
        match name {
            "captcha_token" => self.token = value,
            "captcha" => self.letters = value.chars().take(MOST_TYPED).collect(),
            "captcha_proof" => self.proof = value,
            "website" => self.honey = value,
            "again" => self.again = true,
            _ => return Some(value),
        }
        None
    }

    /// Whether the field was filled that no reader sees.
    pub fn is_suspect(&self) -> bool {
        !self.honey.is_empty()
    }

    fn attempt(&self) -> Attempt<'_> {
        Attempt { token: &self.token, letters: &self.letters, proof: &self.proof }
    }
}

impl Asked {
    /// A new token.
    pub fn offer(&self, keys: &Keys, now: Timestamp) -> Offer {
        keys.offer(self.form.clone(), self.subject.clone(), self.mode, now)
    }

    /// The token for a form that is shown again, and the letters that were typed: what has not been judged stays good.
    pub fn offer_again<'g>(
        &self,
        keys: &Keys,
        given: &'g Given,
        barred: &Barred,
        now: Timestamp,
    ) -> (Offer, &'g str) {
        let unjudged = matches!(barred.captcha, None | Some(Refusal::Nothing | Refusal::TooSoon));
        match keys.offered(&given.token, now).filter(|_| unjudged) {
            Some(kept) => (kept, &given.letters),
            None => (self.offer(keys, now), ""),
        }
    }
}

impl Barred {
    /// The status of an answer that shows a form again.
    pub fn status(&self) -> StatusCode {
        match self.too_many {
            true => StatusCode::TOO_MANY_REQUESTS,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    /// The whole in words, for the head of the form.
    pub fn problem(&self, face: &Face) -> Option<String> {
        self.too_many.then(|| face.text("feedback_too_many").to_owned())
    }
}

impl CaptchaView {
    pub fn of(face: &Face, mode: Mode, offer: &Offer, typed: &str, barred: &Barred) -> CaptchaView {
        let fault = |refusal: &Refusal| match refusal {
            Refusal::Nothing => "captcha_missing",
            Refusal::TooSoon => "captcha_too_soon",
            Refusal::Wrong => "captcha_wrong",
            Refusal::Stale if mode.takes_letters() => "captcha_stale",
            Refusal::Stale => "form_stale",
        };
        let challenge = offer.challenge.clone().filter(|_| mode.takes_proof());
        let (challenge, bits) = challenge.unwrap_or_default();
        CaptchaView {
            token: offer.token.clone(),
            letters: mode.takes_letters(),
            typed: typed.to_owned(),
            fault: barred.captcha.as_ref().map(|refusal| face.text(fault(refusal)).to_owned()),
            challenge,
            bits,
            needs_script: mode == Mode::Proof,
        }
    }
}

/// The fields of a form that was sent, at most `most`, without NUL: a database keeps none, and no keyboard types one.
pub(super) fn fields(body: &[u8], most: usize) -> impl Iterator<Item = (String, String)> {
    let pairs = url::form_urlencoded::parse(body).take(most);
    pairs.map(|(name, value)| (name.into_owned(), value.replace('\0', "")))
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
    pub(super) async fn edition(&self, parts: &Parts) -> Result<Option<(Arc<Agency>, Language)>, DbError> {
        let mut reader = self.publication.db.reader().await?;
        let agency = self.publication.agency(&mut reader.conn()).await?;
        let tag = parts.uri.path().trim_start_matches('/').split('/').next().unwrap_or_default();
        let language = agency.edition_of_tag(tag).map(|edition| edition.language);
        Ok(language.filter(|language| language.as_str() == tag).map(|language| (agency, language)))
    }

    /// What was sent by a page of our own, at most `most` bytes; otherwise the answer.
    pub(super) async fn sent(
        &self,
        parts: &Parts,
        body: Body,
        agency: &Agency,
        most: usize,
    ) -> Result<bytes::Bytes, Response> {
        if !same_origin::may_change(&parts.method, &parts.headers, &parts.uri, &agency.origin) {
            return Err(StatusCode::FORBIDDEN.into_response());
        }
        to_bytes(body, most).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE.into_response())
    }

    /// Another page's answer for the address.
    pub(super) async fn elsewhere(&self, parts: Parts) -> Response {
        super::route::page(&self.site, &self.cache, parts).await
    }

    /// Spends the token and judges the attempt, in a transaction of its own: a wrong answer spends it too.
    pub(super) async fn judged(
        &self,
        keys: &Keys,
        asked: &Asked,
        given: &Given,
        address: IpAddr,
        now: Timestamp,
    ) -> Result<Barred, Failure> {
        let mut act = self.publication.begin_errand().await?;
        if captcha::count_form(&mut act.conn(), keys, address, now).await? == Pace::TooFast {
            act.commit().await?;
            return Ok(Barred { captcha: None, too_many: true });
        }
        let Asked { form, subject, mode } = asked;
        let verdict =
            captcha::judge(&mut act.conn(), keys, form, subject, *mode, &given.attempt(), now).await?;
        act.commit().await?;
        Ok(Barred { captcha: verdict.err(), too_many: false })
    }

    /// The page as an answer nobody keeps.
    pub(super) fn answer(&self, page: Result<Rendered, Failure>) -> Response {
        let page = match page {
            Ok(page) => page,
            Err(error) => {
                tracing::error!(%error, "a reader's form");
                return StatusCode::SERVICE_UNAVAILABLE.into_response();
            }
        };
        let mut answer = Response::new(Body::from(page.body));
        *answer.status_mut() = page.status;
        let headers = answer.headers_mut();
        headers.extend(page.headers);
        headers.insert(CONTENT_TYPE, page.content_type);
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        headers.insert(ROBOTS, HeaderValue::from_static("noindex"));
        answer
    }
}
