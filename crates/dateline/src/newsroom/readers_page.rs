//! Readers' letters: read, answered by mail, closed, put aside.

use axum::extract::{Path, Query, RawForm, State};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use jiff::Timestamp;
use minijinja::context;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, see_other};
use super::form::Form;
use super::look::filling;
use super::on_duty::OnDuty;
use super::people_here::PeopleHere;
use super::trouble::Said;
use super::words::{Hour, Words};
use super::{Newsroom, Trouble};
use crate::feedback::{self, FeedbackError, Message, State as Of};
use crate::ids::MessageId;
use crate::jobs;
use crate::mail::{Letter, SEND};
use crate::people::Right;

/// How many letters a page lists.
const SHOWN: i64 = 50;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    state: String,
    /// Instant of the last letter of the page before, in microseconds.
    before: String,
}

#[derive(Serialize)]
struct LetterView {
    href: String,
    reference: String,
    at: Hour,
    language: String,
    dir: &'static str,
    name: String,
    email: String,
    subject: String,
    text: String,
}

impl LetterView {
    fn of(message: &Message, words: &Words) -> LetterView {
        LetterView {
            href: address(message.id),
            reference: message.reference.to_string(),
            at: words.hour(message.at),
            language: message.language.to_string(),
            dir: message.language.direction().as_str(),
            name: message.name.clone().unwrap_or_else(|| words.text("reader_erased").to_owned()),
            email: message.email.clone().unwrap_or_default(),
            subject: message.subject.clone().unwrap_or_default(),
            text: message.text.clone(),
        }
    }
}

fn address(id: MessageId) -> String {
    format!("/newsroom/readers/{id}")
}

fn states(words: &Words, current: Of) -> Vec<(&'static str, &'static str, bool)> {
    let name = |state: Of| match state {
        Of::Open => "reader_open",
        Of::Answered => "reader_answered",
        Of::Closed => "reader_closed",
        Of::Spam => "reader_spam",
    };
    Of::ALL.into_iter().map(|state| (state.as_str(), words.text(name(state)), state == current)).collect()
}

/// `GET /newsroom/readers`
pub(super) async fn list(State(room): State<Newsroom>, who: OnDuty, Query(asked): Query<Asked>) -> Answer {
    who.must(Right::StoriesRelease)?;
    let words = room.words(who.visitor.language).await?;
    let state = Of::parse(&asked.state).unwrap_or(Of::Open);
    let before = asked.before.parse().ok().and_then(|micros| Timestamp::from_microsecond(micros).ok());
    let mut reader = room.publication.db.reader().await?;
    let letters = feedback::list(&mut reader.conn(), state, before.unwrap_or(Timestamp::MAX), SHOWN).await?;
    drop(reader);
    let more = letters.last().filter(|_| letters.len() as i64 == SHOWN).map(|last| {
        format!("/newsroom/readers?state={}&before={}", state.as_str(), last.at.as_microsecond())
    });
    let views: Vec<LetterView> = letters.iter().map(|letter| LetterView::of(letter, &words)).collect();
    let own = context! { letters => filling(views), states => filling(states(&words, state)), more => more };
    room.page(&who, &words, "readers", "readers.html", own).await
}

/// `GET /newsroom/readers/{id}`
pub(super) async fn show(State(room): State<Newsroom>, who: OnDuty, Path(id): Path<String>) -> Answer {
    who.must(Right::StoriesRelease)?;
    page(&room, &who, read_id(&id)?, StatusCode::OK, ("", "")).await
}

fn read_id(text: &str) -> Result<MessageId, Trouble> {
    text.parse().map_err(|_| Trouble::NotFound)
}

async fn page(
    room: &Newsroom,
    who: &OnDuty,
    id: MessageId,
    status: StatusCode,
    (typed, problem): (&str, &str),
) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let mut reader = room.publication.db.reader().await?;
    let message = feedback::find(&mut reader.conn(), id).await?.ok_or(Trouble::NotFound)?;
    let answers = feedback::answers(&mut reader.conn(), id).await?;
    let people = PeopleHere::load(&mut reader.conn()).await?;
    drop(reader);
    let answers: Vec<(Hour, String, String)> = answers
        .into_iter()
        .map(|answer| (words.hour(answer.at), people.name(Some(answer.person)), answer.text))
        .collect();
    let own = context! {
        letter => filling(LetterView::of(&message, &words)),
        states => filling(states(&words, message.state)),
        answers => filling(answers),
        typed => typed,
        problem => problem,
    };
    let mut answer = room.page(who, &words, "readers", "reader.html", own).await?;
    *answer.status_mut() = status;
    Ok(answer)
}

/// `POST /newsroom/readers/{id}`: an answer, or another state.
pub(super) async fn act(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.must(Right::StoriesRelease)?;
    let (id, form) = (read_id(&id)?, Form::read(&body)?);
    if let Some(state) = form.given("state") {
        let state = Of::parse(state).ok_or(Trouble::NotFound)?;
        let mut act = room.publication.begin(0).await?;
        let now = act.now;
        feedback::set_state(&mut act.conn(), id, state, &who.actor(), now).await?;
        act.commit().await?;
        return Ok(see_other("/newsroom/readers"));
    }
    match answered(&room, &who, id, &form.text("text")).await {
        Ok(answer) => Ok(answer),
        Err(Trouble::Bad(Said::Words(words))) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(page(&room, &who, id, status, (&form.text("text"), &words)).await?.into_response())
        }
        Err(trouble) => Err(trouble),
    }
}

/// Keeps the answer and sends it, in the language the reader wrote in.
async fn answered(room: &Newsroom, who: &OnDuty, id: MessageId, text: &str) -> Result<Response, Trouble> {
    let mut act = room.publication.begin(0).await?;
    let now = act.now;
    let by = (who.badge.person.id, &who.actor());
    let message = feedback::answer(&mut act.conn(), id, text, by, now).await?;
    let agency = room.publication.agency(&mut act.conn()).await?;
    let words = Words::of(message.language, agency.time_zone.clone());
    let name = agency.edition(message.language).map_or(agency.name.as_str(), |edition| edition.name.as_str());
    let quoted: Vec<String> = message.text.lines().map(|line| format!("> {line}")).collect();
    let letter = Letter {
        to: message.email.clone().unwrap_or_default(),
        subject: words.format(
            "reader_mail_subject",
            &[("agency", name.into()), ("reference", message.reference.as_str().into())],
        ),
        text: format!("{}\n\n{}\n", text.replace("\r\n", "\n").trim(), quoted.join("\n")),
    };
    jobs::queue(&mut act.conn(), SEND, &letter, now).await?;
    act.commit().await?;
    Ok(see_other(&address(id)))
}

impl From<FeedbackError> for Trouble {
    fn from(error: FeedbackError) -> Trouble {
        match error {
            FeedbackError::Db(error) => error.into(),
            FeedbackError::Unknown => Trouble::NotFound,
            FeedbackError::BadAnswer | FeedbackError::NoAddress => {
                Trouble::Bad(Said::Words(error.to_string()))
            }
        }
    }
}
