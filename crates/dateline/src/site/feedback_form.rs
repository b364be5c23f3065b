//! The form for letters: shown with a token of its own, and taken.

use std::net::IpAddr;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use jiff::Timestamp;
use puzzle::{Form, Subject};

use super::feedback_page::{Filled, Shown, Wrong};
use super::form_door::{Asked, Barred, Door, Given, fields};
use super::{Failure, server};
use crate::captcha::Mode;
use crate::edition::Agency;
use crate::feedback::{self, Draft};
use crate::lang::Language;
use crate::page_cache::Rendered;

/// The largest form in bytes.
const MAX_BYTES: usize = 256 << 10;
/// The most fields that are read.
const MAX_FIELDS: usize = 32;

/// What came with a form.
#[derive(Debug, Default)]
struct Sent {
    draft: Draft,
    given: Given,
}

/// The routes of the form.
pub fn router(door: Door) -> Router {
    Router::new().route("/{language}/feedback", get(show).post(take)).with_state(door)
}

async fn show(State(door): State<Door>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    match door.edition(&parts).await {
        Ok(Some((agency, language))) => door.answer(door.fresh(language, &asked(&agency)).await),
        Ok(None) => door.elsewhere(parts).await,
        Err(error) => door.answer(Err(error.into())),
    }
}

async fn take(State(door): State<Door>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let (agency, language) = match door.edition(&parts).await {
        Ok(Some(found)) => found,
        Ok(None) => return door.elsewhere(parts).await,
        Err(error) => return door.answer(Err(error.into())),
    };
    match door.sent(&parts, body, &agency, MAX_BYTES).await {
        Ok(bytes) => {
            let sent = Sent::read(&bytes);
            door.answer(door.taken(language, &asked(&agency), sent, server::caller(&parts)).await)
        }
        Err(refused) => refused,
    }
}

impl Sent {
    fn read(body: &[u8]) -> Sent {
        let mut sent = Sent::default();
        for (name, value) in fields(body, MAX_FIELDS) {
            let Some(value) = sent.given.take(&name, value) else { continue };
            match name.as_str() {
                "name" => sent.draft.name = value,
                "email" => sent.draft.email = value,
                "subject" => sent.draft.subject = value,
                "message" => sent.draft.message = value,
                _ => {}
            }
        }
        sent
    }
}

/// Tokens are made for the form, whoever it is about.
fn asked(agency: &Agency) -> Asked {
    let form = Form::new("feedback").expect("a good name");
    Asked { form, subject: Subject::none(), mode: Mode::of(&agency.captcha) }
}

impl Door {
    /// The empty form.
    async fn fresh(&self, language: Language, asked: &Asked) -> Result<Rendered, Failure> {
        let now = self.publication.clock.now();
        let offer = asked.offer(&*self.keys(now).await?, now);
        let (draft, wrong) = (&Draft::default(), &Wrong::default());
        let filled = Filled { draft, wrong, offer: &offer, mode: asked.mode, typed: "" };
        self.form(language, StatusCode::OK, filled).await
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
        asked: &Asked,
        sent: Sent,
        address: IpAddr,
    ) -> Result<Rendered, Failure> {
        let now = self.publication.clock.now();
        let keys = self.keys(now).await?;
        let Sent { draft, given } = &sent;
        let mode = asked.mode;
        if given.again {
            let (offer, wrong) = (asked.offer(&keys, now), Wrong::default());
            let filled = Filled { draft, wrong: &wrong, offer: &offer, mode, typed: "" };
            return self.form(language, StatusCode::OK, filled).await;
        }
        let mut wrong = Wrong { fields: draft.faults(), barred: Barred::default() };
        if wrong.is_nothing() {
            wrong.barred = self.judged(&keys, asked, given, address, now).await?;
        }
        if wrong.is_nothing() {
            return self.keep(language, &sent, now).await;
        }
        let (offer, typed) = asked.offer_again(&keys, given, &wrong.barred, now);
        let filled = Filled { draft, wrong: &wrong, offer: &offer, mode, typed };
        self.form(language, wrong.barred.status(), filled).await
    }

    /// Keeps the letter. One with the field filled that no reader sees is put aside, and its sender hears nothing of it.
    async fn keep(&self, language: Language, sent: &Sent, now: Timestamp) -> Result<Rendered, Failure> {
        let state = if sent.given.is_suspect() { feedback::State::Spam } else { feedback::State::Open };
        let mut act = self.publication.begin_errand().await?;
        let reference = feedback::file(&mut act.conn(), &sent.draft, language, state, now).await?;
        act.commit().await?;
        self.site.feedback_form(language, StatusCode::OK, Shown::Taken(&reference)).await
    }
}
