//! Signing in and out.

use axum::extract::{Query, RawForm, State};
use axum::response::{IntoResponse, Response};
use http::header::SET_COOKIE;
use http::{HeaderValue, StatusCode};
use minijinja::context;
use serde::Deserialize;

use super::answer::{Answer, see_other};
use super::form::Form;
use super::on_duty::{OnDuty, Visitor, safe_path};
use super::passkey_page::why_none;
use super::{Newsroom, Trouble, assets, words};
use crate::people::{self, Actor, Email, FactorError, Person, Proof, SessionSecret, Tries, audit};

/// Where to go afterwards.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct NextQuery {
    next: String,
}

/// `GET /newsroom/sign-in`
pub(super) async fn show(
    State(room): State<Newsroom>,
    visitor: Visitor,
    Query(query): Query<NextQuery>,
) -> Answer {
    page(&room, &visitor, StatusCode::OK, "", &query.next, "").await
}

async fn page(
    room: &Newsroom,
    visitor: &Visitor,
    status: StatusCode,
    email: &str,
    next: &str,
    problem: &str,
) -> Answer {
    let words = room.words(visitor.language).await?;
    let next = safe_path(next).unwrap_or_default();
    let none = room.passkey_site(visitor).await?.err();
    let own = context! {
        email,
        next,
        problem => words.text(problem),
        no_passkeys => none.map(|why| words.text(why_none(why))),
        scripts => [assets::path("passkey.js")],
    };
    room.plain_page(status, &words, "sign_in.html", own)
}

/// `POST /newsroom/sign-in`
pub(super) async fn sign_in(
    State(room): State<Newsroom>,
    visitor: Visitor,
    RawForm(body): RawForm,
) -> Answer {
    let form = Form::read(&body)?;
    let (email, password, next) = (form.line("email"), form.text("password"), form.line("next"));
    let tries = Tries::of(&email, visitor.whereabouts.network);
    let now = room.publication.clock.now();
    let paused = people::pause(&mut room.publication.db.reader().await?.conn(), &tries, now).await?;
    if paused.is_some() {
        let status = StatusCode::TOO_MANY_REQUESTS;
        return page(&room, &visitor, status, &email, &next, "sign_in_paused").await;
    }
    let Some(person) = prove(&room, &email, &password).await? else {
        count(&room, &tries).await?;
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return page(&room, &visitor, status, &email, &next, "sign_in_wrong").await;
    };
    let mut act = room.publication.begin(0).await?;
    let now = act.now;
    let asks = people::has_authenticator(&mut act.conn(), person.id).await?;
    let proof = if asks { Proof::Half } else { Proof::Whole };
    if proof == Proof::Whole {
        people::forget_failures(&mut act.conn(), &tries).await?;
    }
    let secret = begin(&mut act, &visitor, &person, proof).await?;
    act.commit().await?;
    tracing::info!(person.id = %person.id, at = %now, "signed in");
    let to = match proof {
        Proof::Half => format!("/newsroom/sign-in/code?next={}", coded(&next)),
        Proof::Whole => safe_path(&next).unwrap_or("/newsroom").to_owned(),
    };
    Ok(with_session(&visitor, &person, &secret, &to))
}

/// Who comes with this address and password. Where nobody does, it takes as long.
async fn prove(room: &Newsroom, email: &str, password: &str) -> Result<Option<Person>, Trouble> {
    let _place = room.shared.checking.acquire().await.map_err(|closed| Trouble::ours(&closed))?;
    let unknown = Email::parse("nobody@localhost").expect("a literal");
    let email = Email::parse(email).unwrap_or(unknown);
    // More than anybody types would only take time.
    let password: String = password.chars().take(1_025).collect();
    let mut reader = room.publication.db.reader().await?;
    Ok(people::sign_in(&mut reader.conn(), &email, &password).await?)
}

/// Counts a failure.
pub(super) async fn count(room: &Newsroom, tries: &Tries) -> Result<(), Trouble> {
    let mut act = room.publication.begin(0).await?;
    let now = act.now;
    people::count_failure(&mut act.conn(), tries, now).await?;
    Ok(act.commit().await.map(|_| ())?)
}

/// A new session in the place of the one the browser had.
pub(super) async fn begin(
    act: &mut crate::publication::Act,
    visitor: &Visitor,
    person: &Person,
    proof: Proof,
) -> Result<SessionSecret, Trouble> {
    let now = act.now;
    if let Some(old) = &visitor.secret {
        people::forget_session(&mut act.conn(), old).await?;
    }
    Ok(people::open_session(&mut act.conn(), person, proof, &visitor.whereabouts, now).await?)
}

fn with_session(visitor: &Visitor, person: &Person, secret: &SessionSecret, to: &str) -> Response {
    let mut response = see_other(to);
    keep_session(&mut response, visitor, person, secret);
    response
}

/// Gives the browser the session, and the language of its person's pages.
pub(super) fn keep_session(
    response: &mut Response,
    visitor: &Visitor,
    person: &Person,
    secret: &SessionSecret,
) {
    response.headers_mut().append(SET_COOKIE, visitor.seal.keep_session(secret.reveal()));
    if let Some(language) = &person.language {
        response.headers_mut().append(SET_COOKIE, visitor.seal.keep_language(language.as_str()));
    }
}

fn coded(path: &str) -> String {
    percent_encoding::utf8_percent_encode(path, percent_encoding::NON_ALPHANUMERIC).to_string()
}

/// Somebody whose password was right and who has not given their code yet.
pub(super) async fn half_proven(room: &Newsroom, visitor: &Visitor) -> Result<Person, Trouble> {
    let again = || Trouble::SignIn { back: String::new() };
    let secret = visitor.secret.as_deref().ok_or_else(again)?;
    let now = room.publication.clock.now();
    let found = people::session(&mut room.publication.db.reader().await?.conn(), secret, now).await?;
    let (_, person) = found.filter(|(session, _)| session.proof == Proof::Half).ok_or_else(again)?;
    Ok(person)
}

/// `GET /newsroom/sign-in/code`
pub(super) async fn ask_code(
    State(room): State<Newsroom>,
    visitor: Visitor,
    Query(query): Query<NextQuery>,
) -> Answer {
    code_page(&room, &visitor, StatusCode::OK, &query.next, "").await
}

async fn code_page(
    room: &Newsroom,
    visitor: &Visitor,
    status: StatusCode,
    next: &str,
    problem: &str,
) -> Answer {
    let words = room.words(visitor.language).await?;
    let person = half_proven(room, visitor).await?;
    let usable = room.passkey_site(visitor).await?.is_ok();
    let theirs = people::passkeys(&mut room.publication.db.reader().await?.conn(), person.id).await?;
    let own = context! {
        next => safe_path(next).unwrap_or_default(),
        problem => words.text(problem),
        passkeys => usable && theirs.iter().any(|passkey| passkey.doubted_at.is_none()),
        scripts => [assets::path("passkey.js")],
    };
    room.plain_page(status, &words, "code.html", own)
}

/// `POST /newsroom/sign-in/code`
pub(super) async fn take_code(
    State(room): State<Newsroom>,
    visitor: Visitor,
    RawForm(body): RawForm,
) -> Answer {
    let form = Form::read(&body)?;
    let (code, next) = (form.line("code"), form.line("next"));
    let person = half_proven(&room, &visitor).await?;
    let tries = Tries::of(&format!("code {}", person.email), visitor.whereabouts.network);
    let now = room.publication.clock.now();
    if people::pause(&mut room.publication.db.reader().await?.conn(), &tries, now).await?.is_some() {
        let status = StatusCode::TOO_MANY_REQUESTS;
        return code_page(&room, &visitor, status, &next, "sign_in_paused").await;
    }
    let mut act = room.publication.begin(0).await?;
    match people::take_code(&mut act.conn(), &person, &code, now).await {
        Ok(()) => {}
        Err(FactorError::WrongCode) => {
            drop(act);
            count(&room, &tries).await?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            return code_page(&room, &visitor, status, &next, "wrong_code_text").await;
        }
        Err(error) => return Err(error.into()),
    }
    let own = Tries::of(person.email.as_str(), visitor.whereabouts.network);
    people::forget_failures(&mut act.conn(), &tries).await?;
    people::forget_failures(&mut act.conn(), &own).await?;
    let secret = begin(&mut act, &visitor, &person, Proof::Whole).await?;
    act.commit().await?;
    Ok(with_session(&visitor, &person, &secret, safe_path(&next).unwrap_or("/newsroom")))
}

/// `POST /newsroom/sign-out`
pub(super) async fn sign_out(State(room): State<Newsroom>, who: OnDuty) -> Answer {
    let mut act = room.publication.begin(0).await?;
    let now = act.now;
    people::end_session(&mut act.conn(), &who.actor(), who.session.id, now).await?;
    act.commit().await?;
    let mut response = see_other("/newsroom/sign-in");
    response.headers_mut().append(SET_COOKIE, who.visitor.seal.drop_session());
    // What the browser kept of the newsroom goes with the session.
    let kept = HeaderValue::from_static("\"cache\"");
    response.headers_mut().insert(http::HeaderName::from_static("clear-site-data"), kept);
    Ok(response)
}

/// `POST /newsroom/language`: for everybody, and for good where somebody is signed in.
pub(super) async fn language(
    State(room): State<Newsroom>,
    visitor: Visitor,
    who: Result<OnDuty, Trouble>,
    RawForm(body): RawForm,
) -> Answer {
    let form = Form::read(&body)?;
    let language = words::spoken(&form.line("language")).ok_or(Trouble::bad("bad_language_text"))?;
    if let Ok(who) = who {
        let mut act = room.publication.begin(0).await?;
        let (now, actor): (_, Actor) = (act.now, who.actor());
        people::set_language(&mut act.conn(), &who.badge.person, Some(language)).await?;
        let email = who.badge.person.email.as_str();
        audit(&mut act.conn(), now, &actor, "person.language", email, Some(language.as_str())).await?;
        act.commit().await?;
    }
    let back = form.line("back");
    let back = safe_path(&back).or_else(|| (back == "/newsroom/sign-in").then_some("/newsroom/sign-in"));
    let mut response = see_other(back.unwrap_or("/newsroom")).into_response();
    response.headers_mut().append(SET_COOKIE, visitor.seal.keep_language(language.as_str()));
    Ok(response)
}
