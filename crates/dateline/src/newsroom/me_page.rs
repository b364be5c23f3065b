//! One's own account: password, passkeys, authenticator, sessions, language.

use axum::extract::{Query, RawForm, State};
use axum::response::IntoResponse;
use http::header::{CONTENT_TYPE, SET_COOKIE};
use http::{HeaderValue, StatusCode};
use minijinja::context;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, see_other};
use super::form::Form;
use super::look::filling;
use super::on_duty::OnDuty;
use super::passkey_page::why_none;
use super::sign_in_page::count;
use super::words::Hour;
use super::{Newsroom, Trouble, assets};
use crate::ids::SessionId;
use crate::people::{self, BadPassword, FactorError, Password, Proof, Tries};

/// What was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct SaidQuery {
    said: String,
}

#[derive(Serialize)]
struct SessionView {
    id: String,
    agent: String,
    network: String,
    created: Hour,
    seen: Hour,
    current: bool,
}

#[derive(Serialize)]
struct PasskeyView {
    id: String,
    name: String,
    site: String,
    created: Hour,
    used: Option<Hour>,
    doubted: bool,
}

/// `GET /newsroom/me`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<SaidQuery>,
) -> Answer {
    page(&room, &who, &query.said, "", Vec::new()).await
}

async fn page(room: &Newsroom, who: &OnDuty, said: &str, problem: &str, codes: Vec<String>) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let now = room.publication.clock.now();
    let person = &who.badge.person;
    let mut reader = room.publication.db.reader().await?;
    let sessions = people::sessions(&mut reader.conn(), person.id, now).await?;
    let own_roles = people::own_roles(&mut reader.conn()).await?;
    let passkeys = people::passkeys(&mut reader.conn(), person.id).await?;
    let has = people::has_authenticator(&mut reader.conn(), person.id).await?;
    let left = people::codes_left(&mut reader.conn(), person.id).await?;
    let agency = room.publication.agency(&mut reader.conn()).await?;
    let begun = people::begun_authenticator(&mut reader.conn(), person, &agency.name).await?;
    drop(reader);
    let passkeys: Vec<PasskeyView> = passkeys
        .into_iter()
        .map(|passkey| PasskeyView {
            id: passkey.id.to_string(),
            name: passkey.name,
            site: passkey.site,
            created: words.hour(passkey.created_at),
            used: passkey.used_at.map(|at| words.hour(at)),
            doubted: passkey.doubted_at.is_some(),
        })
        .collect();
    let none = room.passkey_site(&who.visitor).await?.err();
    let sessions: Vec<SessionView> = sessions
        .into_iter()
        .map(|session| SessionView {
            id: session.id.to_string(),
            agent: session.agent,
            network: session.network,
            created: words.hour(session.created_at),
            seen: words.hour(session.seen_at),
            current: session.id == who.session.id,
        })
        .collect();
    let built_in = person.roles.built_in.iter().map(|role| words.text(role_key(role.as_str())).to_owned());
    let own = own_roles.into_iter().filter(|role| person.roles.own.contains(&role.key));
    let roles: Vec<String> = built_in.chain(own.map(|role| role.name)).collect();
    let own = context! {
        roles => roles,
        sessions => filling(sessions),
        passkeys => filling(passkeys),
        no_passkeys => none.map(|why| words.text(why_none(why))),
        scripts => [assets::path("passkey.js")],
        has_authenticator => has,
        begun => begun.as_ref().map(|begun| context! { secret => begun.secret.as_str(), link => begun.link.as_str() }),
        codes => codes,
        codes_left => left,
        said => super::story_page::said(&words, said),
        problem => words.text(problem),
    };
    let mut page = room.page(who, &words, "me", "me.html", own).await?;
    if !problem.is_empty() {
        *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(page)
}

/// The text of a role's name.
pub(super) fn role_key(word: &str) -> &'static str {
    match word {
        "reporter" => "role_reporter",
        "editor" => "role_editor",
        "chief" => "role_chief",
        "photo" => "role_photo",
        "translator" => "role_translator",
        "correspondent" => "role_correspondent",
        _ => "role_administrator",
    }
}

/// A password as it was typed, or the key of what is wrong with it.
pub(super) fn new_password(form: &Form) -> Result<Password, &'static str> {
    let typed = form.text("password");
    if typed != form.text("again") {
        return Err("passwords_differ_text");
    }
    Password::parse(&typed).map_err(|wrong| match wrong {
        BadPassword::TooShort => "password_short_text",
        BadPassword::TooLong => "too_long_text",
    })
}

/// Hashes a password where that takes nobody's time.
pub(super) async fn hashed(room: &Newsroom, password: Password) -> Result<people::PasswordHash, Trouble> {
    let _place = room.shared.checking.acquire().await.map_err(|closed| Trouble::ours(&closed))?;
    tokio::task::spawn_blocking(move || password.hash()).await.map_err(|panic| Trouble::ours(&panic))
}

/// Whether somebody's password is the one typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Proven {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// It was not too often before: nobody looks.
    Paused,
}

impl Proven {
    /// The key of what somebody is told; `None` where all is well.
    fn problem(self) -> Option<&'static str> {
        match self {
            Proven::Yes => None,
            Proven::No => Some("wrong_password_text"),
            Proven::Paused => Some("sign_in_paused"),
        }
    }
}

/// Whether somebody's password is the one typed: asked before what a stolen session must not do, and counted, so that
/// a stolen session cannot guess it either.
pub(super) async fn proven(room: &Newsroom, who: &OnDuty, typed: &str) -> Result<Proven, Trouble> {
    let person = &who.badge.person;
    let tries = Tries::of(&format!("own {}", person.email), who.visitor.whereabouts.network);
    let now = room.publication.clock.now();
    let mut reader = room.publication.db.reader().await?;
    if people::pause(&mut reader.conn(), &tries, now).await?.is_some() {
        return Ok(Proven::Paused);
    }
    let typed: String = typed.chars().take(1_025).collect();
    let _place = room.shared.checking.acquire().await.map_err(|closed| Trouble::ours(&closed))?;
    if people::sign_in(&mut reader.conn(), &person.email, &typed).await?.is_some() {
        return Ok(Proven::Yes);
    }
    drop(reader);
    count(room, &tries).await?;
    Ok(Proven::No)
}

/// `POST /newsroom/me/password`
pub(super) async fn password(State(room): State<Newsroom>, who: OnDuty, RawForm(body): RawForm) -> Answer {
    let form = Form::read(&body)?;
    let password = match new_password(&form) {
        Ok(password) => password,
        Err(key) => return page(&room, &who, "", key, Vec::new()).await,
    };
    if let Some(problem) = proven(&room, &who, &form.text("old")).await?.problem() {
        return page(&room, &who, "", problem, Vec::new()).await;
    }
    let hash = hashed(&room, password).await?;
    let mut act = room.publication.begin(0).await?;
    let (now, person) = (act.now, &who.badge.person);
    people::change_password(&mut act.conn(), &who.actor(), person, &hash, now).await?;
    // Every session has ended, this one too; it is begun anew.
    let secret =
        people::open_session(&mut act.conn(), person, Proof::Whole, &who.visitor.whereabouts, now).await?;
    act.commit().await?;
    let mut response = see_other("/newsroom/me?said=saved");
    response.headers_mut().append(SET_COOKIE, who.visitor.seal.keep_session(secret.reveal()));
    Ok(response)
}

/// `POST /newsroom/me/sessions/end`: one session by its id, or all others.
pub(super) async fn end_session(State(room): State<Newsroom>, who: OnDuty, RawForm(body): RawForm) -> Answer {
    let form = Form::read(&body)?;
    let mut act = room.publication.begin(0).await?;
    let now = act.now;
    match form.filled("id") {
        Some(id) => {
            let id: SessionId = id.parse().map_err(|_| Trouble::NotFound)?;
            people::end_session(&mut act.conn(), &who.actor(), id, now).await?;
        }
        None => {
            people::end_others(&mut act.conn(), &who.session).await?;
            let email = who.badge.person.email.as_str();
            people::audit(&mut act.conn(), now, &who.actor(), "session.end", email, Some("others")).await?;
        }
    }
    act.commit().await?;
    Ok(see_other("/newsroom/me?said=done"))
}

/// `POST /newsroom/me/authenticator`: begun, confirmed by its first code, or removed.
pub(super) async fn authenticator(
    State(room): State<Newsroom>,
    who: OnDuty,
    RawForm(body): RawForm,
) -> Answer {
    let form = Form::read(&body)?;
    let person = &who.badge.person;
    match form.line("do").as_str() {
        "begin" => {
            let mut act = room.publication.begin(0).await?;
            people::begin_authenticator(&mut act.conn(), person).await?;
            act.commit().await?;
            Ok(see_other("/newsroom/me#authenticator"))
        }
        "confirm" => {
            let mut act = room.publication.begin(0).await?;
            let now = act.now;
            let code = form.line("code");
            let confirmed =
                people::confirm_authenticator(&mut act.conn(), &who.actor(), person, &code, now).await;
            match confirmed {
                Ok(codes) => {
                    act.commit().await?;
                    page(&room, &who, "done", "", codes).await
                }
                Err(FactorError::WrongCode) => {
                    drop(act);
                    page(&room, &who, "", "wrong_code_text", Vec::new()).await
                }
                Err(error) => Err(error.into()),
            }
        }
        "remove" => {
            if let Some(problem) = proven(&room, &who, &form.text("old")).await?.problem() {
                return page(&room, &who, "", problem, Vec::new()).await;
            }
            let mut act = room.publication.begin(0).await?;
            let now = act.now;
            people::remove_authenticator(&mut act.conn(), &who.actor(), person, now).await?;
            act.commit().await?;
            Ok(see_other("/newsroom/me?said=done"))
        }
        _ => Err(Trouble::NotFound),
    }
}

/// `GET /newsroom/me/authenticator.png`: the link of the authenticator that is being set up, as a QR code.
pub(super) async fn picture(State(room): State<Newsroom>, who: OnDuty) -> Answer {
    let mut reader = room.publication.db.reader().await?;
    let agency = room.publication.agency(&mut reader.conn()).await?;
    let begun = people::begun_authenticator(&mut reader.conn(), &who.badge.person, &agency.name).await?;
    let begun = begun.ok_or(Trouble::NotFound)?;
    Ok(([(CONTENT_TYPE, HeaderValue::from_static("image/png"))], begun.picture).into_response())
}
