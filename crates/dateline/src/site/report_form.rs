//! Reports of mistakes: the form shown with a token of its own, and taken.

use std::net::IpAddr;

use axum::Router;
use axum::extract::{Request, State};
use axum::response::Response;
use axum::routing::get;
use http::request::Parts;
use http::{Method, StatusCode};
use jiff::Timestamp;
use puzzle::{Form, Subject};
use serde::Deserialize;

use super::address::{Page, StoryAddress, StoryPart, read};
use super::form_door::{Asked, Door, Given, fields};
use super::report_page::{Part, Shown, Typed, Wrong};
use super::{Failure, report_letters, server};
use crate::captcha::Mode;
use crate::edition::Agency;
use crate::ids::StoryNumber;
use crate::jobs;
use crate::mail;
use crate::page_cache::Rendered;
use crate::report::{self, Crowd, Kind, MOST_PASSAGES, Passage, Refusal, Taken};
use crate::story::ReleasedStory;

/// The largest form in bytes: what was marked, what it should say, a word.
const MAX_BYTES: usize = 256 << 10;
/// The most fields that are read.
const MAX_FIELDS: usize = 512;

/// What came with a form.
#[derive(Debug, Default)]
struct Sent {
    typed: Typed,
    given: Given,
}

/// A passage as a script sends it.
#[derive(Debug, Deserialize)]
struct Marked {
    block: String,
    start: usize,
    end: usize,
    exact: String,
    #[serde(default)]
    prefix: String,
    #[serde(default)]
    suffix: String,
}

/// The routes of the form.
pub fn router(door: Door) -> Router {
    Router::new().route("/{language}/{section}/{story}/report", get(show).post(take)).with_state(door)
}

/// The number of the story an address is about.
fn number(parts: &Parts) -> Option<StoryNumber> {
    match read(parts.uri.path()).1 {
        Page::Story(StoryAddress { number, part: StoryPart::Report }) => Some(number),
        _ => None,
    }
}

async fn show(State(door): State<Door>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    match door.empty(&parts).await {
        Ok(Some(page)) => door.answer(Ok(page)),
        Ok(None) => door.elsewhere(parts).await,
        Err(error) => door.answer(Err(error)),
    }
}

async fn take(State(door): State<Door>, request: Request) -> Response {
    let (mut parts, body) = request.into_parts();
    let (agency, _) = match door.edition(&parts).await {
        Ok(Some(found)) => found,
        Ok(None) => return door.elsewhere(parts).await,
        Err(error) => return door.answer(Err(error.into())),
    };
    let bytes = match door.sent(&parts, body, &agency, MAX_BYTES).await {
        Ok(bytes) => bytes,
        Err(refused) => return refused,
    };
    let taken = async {
        let Some(number) = number(&parts) else { return Ok(None) };
        let Some(story) = door.site.reportable(number).await? else { return Ok(None) };
        door.reported(&agency, &story, Sent::read(&bytes), server::caller(&parts)).await
    };
    match taken.await {
        Ok(Some(page)) => door.answer(Ok(page)),
        Ok(None) => {
            // What stands there now says why nothing can be reported.
            parts.method = Method::GET;
            door.elsewhere(parts).await
        }
        Err(error) => door.answer(Err(error)),
    }
}

impl Sent {
    fn read(body: &[u8]) -> Sent {
        let mut sent = Sent::default();
        for (name, value) in fields(body, MAX_FIELDS) {
            let Some(value) = sent.given.take(&name, value) else { continue };
            match name.as_str() {
                "version" => sent.typed.version = value.parse().unwrap_or(0),
                "passages" => sent.typed.sent = value,
                "block" => sent.typed.blocks.push(value),
                "suggestion" => sent.typed.suggestion = value.replace("\r\n", "\n"),
                "kind" => sent.typed.kind = Kind::parse(&value),
                "word" => sent.typed.word = value.replace("\r\n", "\n"),
                "email" => sent.typed.email = value,
                _ => {}
            }
        }
        sent.typed.blocks.truncate(MOST_PASSAGES);
        sent.typed.passages = passages(&sent.typed.sent);
        sent
    }
}

/// What a script says was marked; nothing where it cannot be read, and the paragraph is asked for.
fn passages(sent: &str) -> Vec<Passage> {
    let marked: Vec<Marked> = serde_json::from_str(sent).unwrap_or_default();
    let passage = |Marked { block, start, end, exact, prefix, suffix }| Passage {
        block,
        start,
        end,
        exact,
        prefix,
        suffix,
    };
    marked.into_iter().take(MOST_PASSAGES + 1).map(passage).collect()
}

/// Where a refusal is said, and in which words.
fn place_of(refusal: Refusal) -> (Part, &'static str) {
    match refusal {
        Refusal::ForeignWords => (Part::Which, "report_foreign_words"),
        Refusal::UnknownVersion | Refusal::NotPublic => (Part::Which, "report_unknown_version"),
        Refusal::TooLong => (Part::Which, "report_too_long"),
        Refusal::NothingMarked => (Part::Which, "report_which_missing"),
        Refusal::NoAddress => (Part::Email, "field_no_address"),
    }
}

impl Door {
    /// What is asked of whoever reports a story now: nothing but the time it takes, until many do.
    async fn asked_of(&self, agency: &Agency, number: StoryNumber, now: Timestamp) -> Result<Asked, Failure> {
        let mut reader = self.publication.db.reader().await?;
        let mode = match report::crowded(&mut reader.conn(), number, now).await? {
            Crowd::Nothing => Mode::Time,
            // Letters stand beside the work, for whoever has no scripts.
            Crowd::Proof => Mode::ProofOrImage,
            Crowd::Letters if agency.captcha == "proof" => Mode::ProofOrImage,
            Crowd::Letters => Mode::Image,
        };
        let form = Form::new("report").expect("a good name");
        let subject = Subject::new(&number.to_string()).expect("a number is short");
        Ok(Asked { form, subject, mode })
    }

    /// The empty form of an address; `None` where another page answers.
    async fn empty(&self, parts: &Parts) -> Result<Option<Rendered>, Failure> {
        let Some(number) = number(parts) else { return Ok(None) };
        let Some(story) = self.site.reportable(number).await? else { return Ok(None) };
        let Some((agency, _)) = self.edition(parts).await? else { return Ok(None) };
        if parts.uri.path() != format!("{}{}", story.path(&agency), StoryPart::Report.suffix()) {
            return Ok(None);
        }
        let now = self.publication.clock.now();
        let asked = self.asked_of(&agency, number, now).await?;
        let offer = asked.offer(&*self.keys(now).await?, now);
        let (typed, wrong) = (&Typed::default(), &Wrong::default());
        let shown = Shown::Form { typed, wrong, offer: &offer, mode: asked.mode, letters: "" };
        self.site.report_page(&story, StatusCode::OK, shown).await.map(Some)
    }

    /// A form that was sent: taken and answered, or shown again as it was filled in, with what is wrong; `None` where the
    /// story can no longer be reported.
    async fn reported(
        &self,
        agency: &Agency,
        story: &ReleasedStory,
        sent: Sent,
        address: IpAddr,
    ) -> Result<Option<Rendered>, Failure> {
        let now = self.publication.clock.now();
        let keys = self.keys(now).await?;
        let asked = self.asked_of(agency, story.number, now).await?;
        let Sent { mut typed, given } = sent;
        let mut wrong = Wrong::default();
        let mut spent = given.again;
        if !given.again {
            wrong.parts = typed.faults();
        }
        if !given.again && wrong.is_nothing() {
            wrong.barred = self.judged(&keys, &asked, &given, address, now).await?;
        }
        if !given.again && wrong.is_nothing() {
            let draft = typed.draft(story).expect("a form without faults has a kind");
            let source = (keys.network(address), given.is_suspect());
            match self.take(agency, &draft, source, now).await? {
                Taken::Refused(Refusal::NotPublic) => return Ok(None),
                Taken::Refused(refusal) => {
                    wrong.parts.push(place_of(refusal));
                    // What the story does not say is marked no longer: the paragraph is asked for.
                    typed.blocks.extend(typed.passages.drain(..).map(|passage| passage.block));
                    spent = true;
                }
                taken => {
                    let page = self.site.report_page(story, StatusCode::OK, Shown::Answer(&taken)).await?;
                    return Ok(Some(page));
                }
            }
        }
        let (offer, letters) = match spent {
            true => (asked.offer(&keys, now), ""),
            false => asked.offer_again(&keys, &given, &wrong.barred, now),
        };
        let status = if given.again { StatusCode::OK } else { wrong.barred.status() };
        let shown = Shown::Form { typed: &typed, wrong: &wrong, offer: &offer, mode: asked.mode, letters };
        self.site.report_page(story, status, shown).await.map(Some)
    }

    /// Takes a report, and queues the letter that confirms its reader's address. One with the field filled that no reader
    /// sees is put aside, and its sender hears nothing of it.
    async fn take(
        &self,
        agency: &Agency,
        draft: &report::Draft,
        (network, suspect): (Vec<u8>, bool),
        now: Timestamp,
    ) -> Result<Taken, Failure> {
        let lane = self.publication.lane_of(crate::ids::StoryRef::Number(draft.story)).await?;
        let mut act = self.publication.begin(lane).await?;
        let taken = match suspect {
            true => report::take_aside(&mut act.conn(), draft, network, now).await?,
            false => report::take(&mut act.conn(), draft, network, now).await?,
        };
        if let Taken::Accepted { reference, confirm: Some(secret), .. }
        | Taken::Joined { reference, confirm: Some(secret), .. } = &taken
            && !suspect
            && let (Some(edition), Some(to)) = (agency.edition(draft.language), &draft.email)
        {
            let letter = report_letters::confirmation(agency, edition, to, reference.as_str(), secret);
            jobs::queue(&mut act.conn(), mail::SEND, &letter, now).await?;
        }
        act.commit().await?;
        Ok(taken)
    }
}
