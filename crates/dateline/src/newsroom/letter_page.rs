//! Letters with a secret in them: coming in for the first time, and setting a password anew.

use std::net::IpAddr;

use axum::extract::{Path, RawForm, State};
use http::StatusCode;
use http::header::SET_COOKIE;
use minijinja::context;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, see_other};
use super::form::Form;
use super::me_page::{hashed, new_password};
use super::on_duty::Visitor;
use super::words::Words;
use super::{Newsroom, Trouble};
use crate::jobs::{self, Handlers, Job};
use crate::lang::Language;
use crate::mail::{Letter, SEND};
use crate::people::{self, Actor, Email, Person, Proof, Purpose, Tries};
use crate::publication::{Act, Publication};

/// The errand that writes a letter to whoever has an address.
const RESET: &str = "newsroom.reset";

/// `GET /newsroom/forgotten`
pub(super) async fn forgotten(State(room): State<Newsroom>, visitor: Visitor) -> Answer {
    let words = room.words(visitor.language).await?;
    room.plain_page(StatusCode::OK, &words, "forgotten.html", context! { sent => false })
}

/// Somebody asks for a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Asked {
    /// The address they typed, checked.
    email: String,
    network: IpAddr,
    language: Language,
}

/// `POST /newsroom/forgotten`: the answer is the same whether anybody has the address or not, and so is the work done for
/// it: who it belongs to is looked for afterwards, as an errand, so the time of the answer tells nothing.
pub(super) async fn ask(State(room): State<Newsroom>, visitor: Visitor, RawForm(body): RawForm) -> Answer {
    let form = Form::read(&body)?;
    let email = form.line("email");
    let words = room.words(visitor.language).await?;
    let tries = Tries::of(&format!("letter {email}"), visitor.whereabouts.network);
    let mut act = room.publication.begin(0).await?;
    let now = act.now;
    let paused = people::pause(&mut act.conn(), &tries, now).await?.is_some();
    people::count_failure(&mut act.conn(), &tries, now).await?;
    if let Ok(email) = Email::parse(&email)
        && !paused
    {
        let network = visitor.whereabouts.network;
        let asked = Asked { email: email.to_string(), network, language: visitor.language };
        jobs::queue(&mut act.conn(), RESET, &asked, now).await?;
    }
    act.commit().await?;
    room.plain_page(StatusCode::OK, &words, "forgotten.html", context! { sent => true })
}

/// Writes the letters that were asked for, as errands: the handler for what the form leaves.
pub fn with_resets(handlers: Handlers, publication: Publication) -> Handlers {
    handlers.with(RESET, move |job| {
        let publication = publication.clone();
        async move {
            let asked: Asked = serde_json::from_str(&job.payload)?;
            reset(&publication, &job, &asked).await
        }
    })
}

/// Sends a letter where somebody has the address, and strikes the errand off in the same transaction: one letter, however
/// often it is begun.
async fn reset(publication: &Publication, job: &Job, asked: &Asked) -> anyhow::Result<()> {
    let mut act = publication.begin_errand().await?;
    let known = match Email::parse(&asked.email) {
        Ok(email) => people::find(&mut act.conn(), &email).await.ok(),
        Err(_) => None,
    };
    if let Some(person) = known.filter(|person| person.disabled_at.is_none()) {
        let actor = Actor { network: Some(asked.network), ..person.actor() };
        let words = Words::of(asked.language, act.agency.time_zone.clone());
        send(&mut act, &actor, &person, Purpose::Reset, &words)
            .await
            .map_err(|trouble| anyhow::anyhow!("writing a letter: {trouble:?}"))?;
    }
    jobs::done(&mut act.conn(), job.id).await?;
    act.commit().await?;
    Ok(())
}

/// Writes a letter with a new secret, to be sent after the act.
pub(super) async fn send(
    act: &mut Act,
    actor: &Actor,
    person: &Person,
    purpose: Purpose,
    words: &Words,
) -> Result<(), Trouble> {
    let (now, agency) = (act.now, act.agency.clone());
    let secret = people::invite(&mut act.conn(), actor, person, purpose, now).await?;
    let link = format!("{}/newsroom/letter/{}", agency.origin, secret.reveal());
    let words = match person.language {
        Some(language) => Words::of(language, words.zone().clone()),
        None => words.clone(),
    };
    let (subject, text) = match purpose {
        Purpose::Invite => ("mail_invite_subject", "mail_invite_text"),
        Purpose::Reset => ("mail_reset_subject", "mail_reset_text"),
    };
    let letter = Letter {
        to: person.email.to_string(),
        subject: words.format(subject, &[("agency", agency.name.as_str().into())]),
        text: words.format(
            text,
            &[
                ("name", person.name.as_str().into()),
                ("agency", agency.name.as_str().into()),
                ("link", link.as_str().into()),
            ],
        ),
    };
    jobs::queue(&mut act.conn(), SEND, &letter, now).await?;
    Ok(())
}

/// `GET /newsroom/letter/{secret}`
pub(super) async fn show(
    State(room): State<Newsroom>,
    visitor: Visitor,
    Path(secret): Path<String>,
) -> Answer {
    page(&room, &visitor, &secret, StatusCode::OK, "").await
}

async fn page(room: &Newsroom, visitor: &Visitor, secret: &str, status: StatusCode, problem: &str) -> Answer {
    let words = room.words(visitor.language).await?;
    let now = room.publication.clock.now();
    let found = people::invitation(&mut room.publication.db.reader().await?.conn(), secret, now).await?;
    let (person, purpose) = found.ok_or(Trouble::bad("letter_old_text"))?;
    let own = context! {
        name => person.name,
        email => person.email.as_str(),
        invited => purpose == Purpose::Invite,
        problem => words.text(problem),
    };
    room.plain_page(status, &words, "letter.html", own)
}

/// `POST /newsroom/letter/{secret}`
pub(super) async fn accept(
    State(room): State<Newsroom>,
    visitor: Visitor,
    Path(secret): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    let form = Form::read(&body)?;
    let password = match new_password(&form) {
        Ok(password) => password,
        Err(key) => return page(&room, &visitor, &secret, StatusCode::UNPROCESSABLE_ENTITY, key).await,
    };
    let now = room.publication.clock.now();
    let known = people::invitation(&mut room.publication.db.reader().await?.conn(), &secret, now).await?;
    known.ok_or(Trouble::bad("letter_old_text"))?;
    let hash = hashed(&room, password).await?;
    let mut act = room.publication.begin(0).await?;
    let now = act.now;
    let person = people::accept_invitation(&mut act.conn(), &secret, &hash, now).await?;
    let person = person.ok_or(Trouble::bad("letter_old_text"))?;
    // A letter proves the mailbox, not the second factor.
    let asks = people::has_authenticator(&mut act.conn(), person.id).await?;
    let proof = if asks { Proof::Half } else { Proof::Whole };
    let session = people::open_session(&mut act.conn(), &person, proof, &visitor.whereabouts, now).await?;
    act.commit().await?;
    let mut response = see_other(if asks { "/newsroom/sign-in/code" } else { "/newsroom" });
    response.headers_mut().append(SET_COOKIE, visitor.seal.keep_session(session.reveal()));
    Ok(response)
}
