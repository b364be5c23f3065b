//! Passkeys (W3C Web Authentication): made, used, doubted. The one place that knows the library for them.
//!
//! A passkey is always asked to verify its person by finger, face or PIN, so one stands for both factors. A challenge
//! is kept here, for one browser, for five minutes, and for one answer, right or wrong.

use std::net::IpAddr;

use jiff::Timestamp;
use serde_json::Value;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey as Key, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder, WebauthnError,
};

use super::passkey_store::{self as store, Challenge};
use super::{Actor, Person, audit};
use crate::db::{Conn, DbError};
use crate::ids::{PasskeyId, PersonId};

/// The most passkeys of one person.
const MOST_PASSKEYS: usize = 20;
/// Open challenges of one network: a newsroom is behind one.
const MOST_OPEN: i64 = 60;

/// Why an act about passkeys was refused.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// No challenge of this browser is open: it was answered already, or is too old.
    #[error("nothing was asked, or too long ago")]
    NotAsked,
    /// The answer is not one to the challenge.
    #[error("the passkey does not fit")]
    Wrong,
    /// Too many challenges are open.
    #[error("too many tries at once")]
    Busy,
    /// They have too many.
    #[error("nobody has more than {MOST_PASSKEYS} passkeys")]
    TooMany,
    /// Names are for people to read.
    #[error("a name has 1 to 80 characters, none of them a control character")]
    BadName,
    /// The library refuses.
    #[error("passkeys cannot be used: {0}")]
    Unusable(String),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Why passkeys cannot be used at an address (Web Authentication §5.1.2, §5.1.3: a domain in a secure context).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPasskeys {
    /// It is a number and no name.
    Number,
    /// It is not encrypted.
    Unencrypted,
    /// It is not the address the agency says it has.
    Elsewhere,
}

/// The site passkeys are made for and used at.
#[derive(Debug)]
pub struct PasskeySite {
    webauthn: Webauthn,
    domain: String,
}

impl PasskeySite {
    /// The site as a browser asks for it by `host`: the configured origin, or this machine. `agency` is what people
    /// read when their device asks them.
    pub fn at(origin: &str, host: Option<&str>, agency: &str) -> Result<PasskeySite, NoPasskeys> {
        let host = host.unwrap_or_default().to_ascii_lowercase();
        let own = origin.split_once("://").is_some_and(|(_, own)| own.eq_ignore_ascii_case(&host));
        let asked = if own { origin.to_owned() } else { format!("http://{host}") };
        let url = Url::parse(&asked).map_err(|_| NoPasskeys::Elsewhere)?;
        let domain = url.domain().ok_or(NoPasskeys::Number)?.to_owned();
        let here = domain == "localhost";
        if !own && !here {
            return Err(NoPasskeys::Elsewhere);
        }
        if url.scheme() != "https" && !here {
            return Err(NoPasskeys::Unencrypted);
        }
        let built = WebauthnBuilder::new(&domain, &url).and_then(|site| site.rp_name(agency).build());
        let webauthn = built.map_err(|_| NoPasskeys::Elsewhere)?;
        Ok(PasskeySite { webauthn, domain })
    }
}

/// A passkey as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Its id, by which it is removed.
    pub id: PasskeyId,
    /// What its person calls it.
    pub name: String,
    /// The domain it was made for.
    pub site: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When somebody last signed in with it.
    pub used_at: Option<Timestamp>,
    /// Since when it is not taken any more: its counter went back, so there may be a copy of it.
    pub doubted_at: Option<Timestamp>,
}

/// What became of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is theirs.
    Welcome(Box<Person>),
    /// The key is theirs, and somebody else seems to have it too. It is not taken any more.
    Doubted,
}

/// Asks a browser to make a passkey: the options for `navigator.credentials.create`, as JSON. `secret` is the text
/// the browser's session is known by.
pub async fn ask_to_make_passkey(
    conn: &mut Conn<'_>,
    site: &PasskeySite,
    person: &Person,
    secret: &str,
    network: IpAddr,
    now: Timestamp,
) -> Result<Value, PasskeyError> {
    let kept = store::of_person(conn, person.id).await?;
    if kept.len() >= MOST_PASSKEYS {
        return Err(PasskeyError::TooMany);
    }
    let known = kept.iter().map(|(_, key)| key.cred_id().clone()).collect();
    let (options, state) = site
        .webauthn
        .start_passkey_registration(person.id.0, person.email.as_str(), &person.name, Some(known))
        .map_err(unusable)?;
    let mut options = json(&options)["publicKey"].take();
    // So that it is found without an address having been typed.
    options["authenticatorSelection"]["residentKey"] = "required".into();
    options["authenticatorSelection"]["requireResidentKey"] = true.into();
    let challenge = Challenge { person: Some(person.id), state: json(&state) };
    open(conn, "make", secret, &challenge, network, now).await?;
    Ok(options)
}

/// Keeps the passkey a browser made.
pub async fn keep_passkey(
    conn: &mut Conn<'_>,
    site: &PasskeySite,
    actor: &Actor,
    person: &Person,
    made: (&Challenge, &str, Value),
    now: Timestamp,
) -> Result<Passkey, PasskeyError> {
    let (challenge, name, answer) = made;
    if challenge.person != Some(person.id) {
        return Err(PasskeyError::NotAsked);
    }
    let name = name.trim();
    if !(1..=80).contains(&name.chars().count()) || name.contains(char::is_control) {
        return Err(PasskeyError::BadName);
    }
    let state: PasskeyRegistration = read(challenge.state.clone())?;
    let answer: RegisterPublicKeyCredential = read(answer)?;
    let key = site.webauthn.finish_passkey_registration(&answer, &state).map_err(wrong)?;
    let passkey = Passkey {
        id: PasskeyId::new(),
        name: name.to_owned(),
        site: site.domain.clone(),
        created_at: now,
        used_at: None,
        doubted_at: None,
    };
    if !store::insert(conn, person.id, &passkey, &key).await? {
        return Err(PasskeyError::Wrong);
    }
    audit(conn, now, actor, "passkey.add", person.email.as_str(), Some(name)).await?;
    Ok(passkey)
}

/// Asks a browser for a passkey: the options for `navigator.credentials.get`, as JSON. With a person, one of theirs;
/// without, any, and its person is told by it.
pub async fn ask_for_passkey(
    conn: &mut Conn<'_>,
    site: &PasskeySite,
    person: Option<PersonId>,
    secret: &str,
    network: IpAddr,
    now: Timestamp,
) -> Result<Value, PasskeyError> {
    let (options, state) = site.webauthn.start_discoverable_authentication().map_err(unusable)?;
    let mut options = json(&options)["publicKey"].take();
    if let Some(person) = person {
        let kept = store::of_person(conn, person).await?.into_iter();
        let theirs = kept.filter(|(passkey, _)| passkey.site == site.domain && passkey.doubted_at.is_none());
        options["allowCredentials"] =
            theirs.map(|(_, key)| serde_json::json!({ "type": "public-key", "id": key.cred_id() })).collect();
    }
    open(conn, "use", secret, &Challenge { person, state: json(&state) }, network, now).await?;
    Ok(options)
}

/// Whose passkey answered a challenge. The counter must have risen where there is one (Web Authentication §6.1.1).
/// Commit what this did for either outcome.
pub async fn take_passkey(
    conn: &mut Conn<'_>,
    site: &PasskeySite,
    challenge: &Challenge,
    answer: Value,
    network: IpAddr,
    now: Timestamp,
) -> Result<Taken, PasskeyError> {
    let state: DiscoverableAuthentication = read(challenge.state.clone())?;
    let answer: PublicKeyCredential = read(answer)?;
    let kept = store::by_credential(conn, answer.get_credential_id()).await?.ok_or(PasskeyError::Wrong)?;
    let person = super::by_id(conn, kept.person).await?.filter(|person| person.disabled_at.is_none());
    let person = person.ok_or(PasskeyError::Wrong)?;
    let told = answer.get_user_unique_id();
    let fits = challenge.person.is_none_or(|asked| asked == person.id)
        && told.is_none_or(|told| told == person.id.0.as_bytes())
        && (told.is_some() || challenge.person.is_some())
        && kept.doubted_at.is_none();
    if !fits {
        return Err(PasskeyError::Wrong);
    }
    let proven = match site.webauthn.finish_discoverable_authentication_v2(&answer, state, &kept.key) {
        Ok(proven) if proven.user_verified() => proven,
        Err(WebauthnError::CredentialPossibleCompromise) => {
            store::doubt(conn, kept.id, now).await?;
            let actor = Actor { network: Some(network), ..Actor::program() };
            audit(conn, now, &actor, "passkey.doubt", person.email.as_str(), Some(&kept.name)).await?;
            return Ok(Taken::Doubted);
        }
        Ok(_) => return Err(PasskeyError::Wrong),
        Err(error) => return Err(wrong(error)),
    };
    let mut key = kept.key.clone();
    key.update_credential(&proven);
    // Two answers of one counter at once are two devices.
    if !store::used(conn, &kept, &key, now).await? {
        return Err(PasskeyError::Wrong);
    }
    Ok(Taken::Welcome(Box::new(person)))
}

/// The passkeys of somebody, the newest last.
pub async fn passkeys(conn: &mut Conn<'_>, person: PersonId) -> Result<Vec<Passkey>, DbError> {
    Ok(store::of_person(conn, person).await?.into_iter().map(|(passkey, _)| passkey).collect())
}

/// Takes a passkey from somebody; one that is not theirs stays.
pub async fn remove_passkey(
    conn: &mut Conn<'_>,
    actor: &Actor,
    person: &Person,
    id: PasskeyId,
    now: Timestamp,
) -> Result<(), DbError> {
    match store::remove(conn, person.id, id).await? {
        Some(name) => audit(conn, now, actor, "passkey.remove", person.email.as_str(), Some(&name)).await,
        None => Ok(()),
    }
}

/// The challenge a browser was given to `make` or `use` a passkey. It is spent by this: commit it before the answer
/// is looked at.
pub async fn spend_challenge(
    conn: &mut Conn<'_>,
    what: &str,
    secret: &str,
    now: Timestamp,
) -> Result<Challenge, PasskeyError> {
    store::spend(conn, what, secret, now).await?.ok_or(PasskeyError::NotAsked)
}

async fn open(
    conn: &mut Conn<'_>,
    what: &str,
    secret: &str,
    challenge: &Challenge,
    network: IpAddr,
    now: Timestamp,
) -> Result<(), PasskeyError> {
    if store::open_challenges(conn, network, now).await? >= MOST_OPEN {
        return Err(PasskeyError::Busy);
    }
    Ok(store::open(conn, what, secret, challenge, network, now).await?)
}

fn json(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).expect("the library's own states and options are plain data")
}

fn read<T: serde::de::DeserializeOwned>(value: Value) -> Result<T, PasskeyError> {
    serde_json::from_value(value).map_err(|_| PasskeyError::Wrong)
}

fn unusable(error: WebauthnError) -> PasskeyError {
    PasskeyError::Unusable(error.to_string())
}

/// Why an answer does not fit is of use to whoever runs the program, not to whoever sent it.
fn wrong(error: WebauthnError) -> PasskeyError {
    tracing::info!(%error, "a passkey was refused");
    PasskeyError::Wrong
}

/// What the library keeps of a passkey.
pub(super) type KeptKey = Key;
