//! Passkeys: made on one's account, used to sign in. What the pages' script speaks with, as JSON.

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::response::Response;
use http::StatusCode;
use http::header::SET_COOKIE;
use serde::Deserialize;
use serde_json::{Value, json};

use super::answer::{Answer, json as answer, see_other};
use super::me_page::{Proven, proven};
use super::on_duty::{OnDuty, Visitor, safe_path};
use super::sign_in_page::{begin, count, half_proven, keep_session};
use super::{Newsroom, Trouble};
use crate::ids::PasskeyId;
use crate::people::{self, NoPasskeys, PasskeyError, PasskeySite, Proof, SessionSecret, Taken, Tries};

/// The largest answer of a device in bytes; they take two or three thousand.
const MAX_ANSWER_BYTES: usize = 64 << 10;

/// A wish to make a passkey. The password is asked for, so that a stolen session makes none.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wish {
    password: String,
}

/// A passkey that was made.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Made {
    name: String,
    credential: Value,
}

/// A passkey that is used, and where to go afterwards.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Used {
    credential: Value,
    #[serde(default)]
    next: String,
}

impl Newsroom {
    /// The site of passkeys as the visitor's browser sees it, or why there is none.
    pub(super) async fn passkey_site(
        &self,
        visitor: &Visitor,
    ) -> Result<Result<PasskeySite, NoPasskeys>, Trouble> {
        let mut reader = self.publication.db.reader().await?;
        let agency = self.publication.agency(&mut reader.conn()).await?;
        Ok(PasskeySite::at(&agency.origin, visitor.host.as_deref(), &agency.name))
    }
}

/// The key of the sentence that says why there are no passkeys at an address.
pub(super) fn why_none(why: NoPasskeys) -> &'static str {
    match why {
        NoPasskeys::Number => "passkey_number_text",
        NoPasskeys::Unencrypted => "passkey_unencrypted_text",
        NoPasskeys::Elsewhere => "passkey_elsewhere_text",
    }
}

async fn site(room: &Newsroom, visitor: &Visitor) -> Result<PasskeySite, Trouble> {
    room.passkey_site(visitor).await?.map_err(|why| Trouble::bad(why_none(why)))
}

fn sent<T: serde::de::DeserializeOwned>(body: &Bytes) -> Result<T, Trouble> {
    if body.len() > MAX_ANSWER_BYTES {
        return Err(Trouble::TooLarge);
    }
    serde_json::from_slice(body).map_err(|_| Trouble::bad("passkey_wrong_text"))
}

/// `POST /newsroom/me/passkeys/begin`: options for a new passkey.
pub(super) async fn begin_making(State(room): State<Newsroom>, who: OnDuty, body: Bytes) -> Answer {
    let wish: Wish = sent(&body)?;
    let site = site(&room, &who.visitor).await?;
    match proven(&room, &who, &wish.password).await? {
        Proven::Yes => {}
        Proven::No => return Err(Trouble::bad("wrong_password_text")),
        Proven::Paused => return paused(&room, &who.visitor).await,
    }
    let secret = who.visitor.secret.as_deref().unwrap_or_default();
    let network = who.visitor.whereabouts.network;
    let mut act = room.publication.begin(0).await?;
    let (now, person) = (act.now, &who.badge.person);
    let options = people::ask_to_make_passkey(&mut act.conn(), &site, person, secret, network, now).await?;
    act.commit().await?;
    Ok(answer(StatusCode::OK, &options))
}

/// `POST /newsroom/me/passkeys`: the passkey that was made.
pub(super) async fn make(State(room): State<Newsroom>, who: OnDuty, body: Bytes) -> Answer {
    let made: Made = sent(&body)?;
    let site = site(&room, &who.visitor).await?;
    let challenge = spent(&room, "make", who.visitor.secret.as_deref()).await?;
    let mut act = room.publication.begin(0).await?;
    let (now, person, actor) = (act.now, &who.badge.person, who.actor());
    let made = (&challenge, made.name.as_str(), made.credential);
    people::keep_passkey(&mut act.conn(), &site, &actor, person, made, now).await?;
    act.commit().await?;
    Ok(answer(StatusCode::CREATED, &json!({ "to": "/newsroom/me?said=done" })))
}

/// A challenge is gone whatever the answer to it is worth.
async fn spent(room: &Newsroom, what: &str, secret: Option<&str>) -> Result<people::Challenge, Trouble> {
    let mut act = room.publication.begin(0).await?;
    let now = act.now;
    let challenge = people::spend_challenge(&mut act.conn(), what, secret.unwrap_or_default(), now).await?;
    act.commit().await?;
    Ok(challenge)
}

/// `POST /newsroom/me/passkeys/{id}`: removes one.
pub(super) async fn remove(State(room): State<Newsroom>, who: OnDuty, Path(id): Path<String>) -> Answer {
    let id: PasskeyId = id.parse().map_err(|_| Trouble::NotFound)?;
    let mut act = room.publication.begin(0).await?;
    let now = act.now;
    people::remove_passkey(&mut act.conn(), &who.actor(), &who.badge.person, id, now).await?;
    act.commit().await?;
    Ok(see_other("/newsroom/me?said=done"))
}

/// `POST /newsroom/sign-in/passkey/begin`: options for signing in. Somebody whose password was right is asked for one
/// of their own; anybody else for any, and gets a secret that binds the answer to their browser.
pub(super) async fn begin_using(State(room): State<Newsroom>, visitor: Visitor) -> Answer {
    let site = site(&room, &visitor).await?;
    let half = half_proven(&room, &visitor).await.ok();
    let network = visitor.whereabouts.network;
    let door = SessionSecret::new();
    let secret = match &half {
        Some(_) => visitor.secret.as_deref().unwrap_or_default(),
        None => door.reveal(),
    };
    let mut act = room.publication.begin(0).await?;
    let (now, person) = (act.now, half.as_ref().map(|person| person.id));
    let asked = people::ask_for_passkey(&mut act.conn(), &site, person, secret, network, now).await;
    if let Err(PasskeyError::Busy) = asked {
        return paused(&room, &visitor).await;
    }
    let options = asked?;
    act.commit().await?;
    let mut response = answer(StatusCode::OK, &options);
    if half.is_none() {
        response.headers_mut().append(SET_COOKIE, visitor.seal.keep_door(door.reveal()));
    }
    Ok(response)
}

/// `POST /newsroom/sign-in/passkey`: the answer of a passkey, which stands for both factors.
pub(super) async fn sign_in(State(room): State<Newsroom>, visitor: Visitor, body: Bytes) -> Answer {
    let used: Used = sent(&body)?;
    let site = site(&room, &visitor).await?;
    let network = visitor.whereabouts.network;
    let claimed = used.credential["id"].as_str().unwrap_or_default();
    let tries = Tries::of(&format!("passkey {claimed}"), network);
    let now = room.publication.clock.now();
    if people::pause(&mut room.publication.db.reader().await?.conn(), &tries, now).await?.is_some() {
        return paused(&room, &visitor).await;
    }
    let half = half_proven(&room, &visitor).await.is_ok();
    let secret = if half { &visitor.secret } else { &visitor.door };
    let challenge = spent(&room, "use", secret.as_deref()).await?;
    let mut act = room.publication.begin(0).await?;
    let now = act.now;
    let taken = people::take_passkey(&mut act.conn(), &site, &challenge, used.credential, network, now).await;
    let person = match taken {
        Ok(Taken::Welcome(person)) => person,
        Ok(Taken::Doubted) => {
            act.commit().await?;
            return Err(Trouble::bad("passkey_doubted_text"));
        }
        Err(error) => {
            drop(act);
            count(&room, &tries).await?;
            return Err(error.into());
        }
    };
    let own = Tries::of(person.email.as_str(), network);
    people::forget_failures(&mut act.conn(), &tries).await?;
    people::forget_failures(&mut act.conn(), &own).await?;
    let secret = begin(&mut act, &visitor, &person, Proof::Whole).await?;
    act.commit().await?;
    let to = safe_path(&used.next).unwrap_or("/newsroom");
    let mut response = answer(StatusCode::OK, &json!({ "to": to }));
    keep_session(&mut response, &visitor, &person, &secret);
    response.headers_mut().append(SET_COOKIE, visitor.seal.drop_door());
    Ok(response)
}

async fn paused(room: &Newsroom, visitor: &Visitor) -> Result<Response, Trouble> {
    let words = room.words(visitor.language).await?;
    Ok(answer(StatusCode::TOO_MANY_REQUESTS, &json!({ "message": words.text("sign_in_paused") })))
}
