//! The SQL of passkeys and of the challenges they answer.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use super::passkey::{KeptKey, Passkey};
use super::session::hash_of;
use super::throttle::network_key;
use crate::db::{Conn, DbError, Row};
use crate::ids::{PasskeyId, PersonId};

/// How long an answer is waited for: as long as the browser does.
const LASTS: SignedDuration = SignedDuration::from_mins(5);

/// What a browser was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Challenge {
    /// Whose answer alone is taken; anybody's where absent.
    pub(super) person: Option<PersonId>,
    /// The library's state of it.
    pub(super) state: Value,
}

/// A passkey with what proves it.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub id: PasskeyId,
    pub person: PersonId,
    pub name: String,
    pub doubted_at: Option<Timestamp>,
    pub key: KeptKey,
    text: String,
}

/// A browser has one challenge of a kind: asking again replaces it.
fn hash(what: &str, secret: &str) -> Vec<u8> {
    hash_of(&format!("passkey {what} {secret}"))
}

pub(super) async fn open(
    conn: &mut Conn<'_>,
    what: &str,
    secret: &str,
    challenge: &Challenge,
    network: IpAddr,
    now: Timestamp,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO passkey_challenge (hash, person, network, state, expires_at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (hash) DO UPDATE SET person = excluded.person, network = excluded.network, \
         state = excluded.state, expires_at = excluded.expires_at",
        [
            hash(what, secret).into(),
            challenge.person.into(),
            network_key(network).into(),
            challenge.state.to_string().into(),
            (now + LASTS).into(),
        ],
    )
    .await
    .map(|_| ())
}

pub(super) async fn open_challenges(
    conn: &mut Conn<'_>,
    network: IpAddr,
    now: Timestamp,
) -> Result<i64, DbError> {
    let sql = "SELECT count(*) AS asked FROM passkey_challenge WHERE network = $1 AND expires_at > $2";
    conn.one(sql, [network_key(network).into(), now.into()]).await?.get("asked")
}

/// Takes a challenge away; `None` where another answer has, or it is too old.
pub(super) async fn spend(
    conn: &mut Conn<'_>,
    what: &str,
    secret: &str,
    now: Timestamp,
) -> Result<Option<Challenge>, DbError> {
    let row = conn
        .optional(
            "DELETE FROM passkey_challenge WHERE hash = $1 AND expires_at > $2 RETURNING person, state",
            [hash(what, secret).into(), now.into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let person = row.get::<Option<Vec<u8>>>("person")?.as_deref().and_then(PersonId::from_bytes);
    Ok(Some(Challenge { person, state: row.json("state")? }))
}

/// Keeps a new passkey; whether nobody had it.
pub(super) async fn insert(
    conn: &mut Conn<'_>,
    person: PersonId,
    passkey: &Passkey,
    key: &KeptKey,
) -> Result<bool, DbError> {
    let written = conn
        .execute(
            "INSERT INTO passkey (id, credential, person, name, site, kept, created_at, used_at, doubted_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, NULL) ON CONFLICT (credential) DO NOTHING",
            [
                passkey.id.into(),
                key.cred_id().to_vec().into(),
                person.into(),
                passkey.name.as_str().into(),
                passkey.site.as_str().into(),
                text_of(key).into(),
                passkey.created_at.into(),
            ],
        )
        .await?;
    Ok(written == 1)
}

pub(super) async fn of_person(
    conn: &mut Conn<'_>,
    person: PersonId,
) -> Result<Vec<(Passkey, KeptKey)>, DbError> {
    let rows = conn
        .all(
            "SELECT id, name, site, kept, created_at, used_at, doubted_at FROM passkey WHERE person = $1 \
             ORDER BY created_at, id",
            [person.into()],
        )
        .await?;
    rows.iter().map(|row| Ok((passkey(row)?, row.json("kept")?))).collect()
}

pub(super) async fn by_credential(conn: &mut Conn<'_>, credential: &[u8]) -> Result<Option<Kept>, DbError> {
    let row = conn
        .optional(
            "SELECT id, person, name, doubted_at, kept FROM passkey WHERE credential = $1",
            [credential.to_vec().into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Kept {
        id: row.parsed("id", |bytes: Vec<u8>| PasskeyId::from_bytes(&bytes))?,
        person: row.parsed("person", |bytes: Vec<u8>| PersonId::from_bytes(&bytes))?,
        name: row.get("name")?,
        doubted_at: row.get("doubted_at")?,
        key: row.json("kept")?,
        text: row.get("kept")?,
    }))
}

/// Writes down a use; whether nobody else's came in between.
pub(super) async fn used(
    conn: &mut Conn<'_>,
    before: &Kept,
    key: &KeptKey,
    now: Timestamp,
) -> Result<bool, DbError> {
    let written = conn
        .execute(
            "UPDATE passkey SET kept = $2, used_at = $3 WHERE id = $1 AND kept = $4 AND doubted_at IS NULL",
            [before.id.into(), text_of(key).into(), now.into(), before.text.as_str().into()],
        )
        .await?;
    Ok(written == 1)
}

pub(super) async fn doubt(conn: &mut Conn<'_>, id: PasskeyId, now: Timestamp) -> Result<(), DbError> {
    let sql = "UPDATE passkey SET doubted_at = $2 WHERE id = $1 AND doubted_at IS NULL";
    conn.execute(sql, [id.into(), now.into()]).await.map(|_| ())
}

/// Removes a passkey of somebody; its name.
pub(super) async fn remove(
    conn: &mut Conn<'_>,
    person: PersonId,
    id: PasskeyId,
) -> Result<Option<String>, DbError> {
    let sql = "DELETE FROM passkey WHERE id = $1 AND person = $2 RETURNING name";
    conn.optional(sql, [id.into(), person.into()]).await?.map(|row| row.get("name")).transpose()
}

fn passkey(row: &Row) -> Result<Passkey, DbError> {
    Ok(Passkey {
        id: row.parsed("id", |bytes: Vec<u8>| PasskeyId::from_bytes(&bytes))?,
        name: row.get("name")?,
        site: row.get("site")?,
        created_at: row.get("created_at")?,
        used_at: row.get("used_at")?,
        doubted_at: row.get("doubted_at")?,
    })
}

fn text_of(key: &KeptKey) -> String {
    serde_json::to_string(key).expect("a passkey is plain data")
}
