//! Sessions: opaque tokens a browser keeps, and of which only hashes are kept here.

use std::fmt;
use std::net::IpAddr;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

use super::{Actor, Person, Refused, Right, audit, store};
use crate::db::{Conn, DbError, Row};
use crate::ids::{PersonId, SessionId};

/// How long a session lasts without a request.
const IDLE: SignedDuration = SignedDuration::from_hours(14);
/// How long it lasts at all.
const LONGEST: SignedDuration = SignedDuration::from_hours(24 * 7);
/// How long the second factor is waited for.
const HALF_PROVEN: SignedDuration = SignedDuration::from_mins(10);
/// How often a session's last use is written down.
const NOTED_EVERY: SignedDuration = SignedDuration::from_mins(5);
/// How much of a browser's name is kept, in characters.
const LONGEST_AGENT: usize = 200;

/// The text of a session: whoever has it is signed in. Never kept, never logged.
pub struct SessionSecret(String);

impl SessionSecret {
    /// A new one, of 256 random bits.
    #[expect(clippy::new_without_default, reason = "each is another")]
    pub fn new() -> SessionSecret {
        let mut random = [0u8; 32];
        rand::fill(&mut random[..]);
        SessionSecret(URL_SAFE_NO_PAD.encode(random))
    }

    /// The text itself, for the one it is made for.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub(super) fn hash(&self) -> Vec<u8> {
        hash_of(&self.0)
    }
}

impl fmt::Debug for SessionSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionSecret(…)")
    }
}

/// What of a random text is kept.
pub(super) fn hash_of(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// How much of who they are somebody has shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// The password; a second factor is still asked for.
    Half,
    /// All that is asked of them.
    Whole,
}

/// From where and with what somebody signs in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whereabouts {
    /// The address.
    pub network: IpAddr,
    /// What the browser calls itself.
    pub agent: String,
}

/// A session as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id, by which it is ended.
    pub id: SessionId,
    /// Whose it is.
    pub person: PersonId,
    /// Whether everything asked for was shown.
    pub proof: Proof,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, to some minutes.
    pub seen_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// From where it began.
    pub network: String,
    /// What the browser called itself.
    pub agent: String,
}

/// Begins a session. One that was there before the sign-in is not continued: nobody can put theirs into another's
/// browser beforehand.
pub async fn open_session(
    conn: &mut Conn<'_>,
    person: &Person,
    proof: Proof,
    whereabouts: &Whereabouts,
    now: Timestamp,
) -> Result<SessionSecret, DbError> {
    let secret = SessionSecret::new();
    let expires_at = match proof {
        Proof::Half => now + HALF_PROVEN,
        Proof::Whole => now + IDLE,
    };
    let agent: String = whereabouts.agent.chars().filter(|c| !c.is_control()).take(LONGEST_AGENT).collect();
    conn.execute(
        "INSERT INTO session (hash, id, person, proven, created_at, seen_at, expires_at, network, agent) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [
            secret.hash().into(),
            SessionId::new().into(),
            person.id.into(),
            (proof == Proof::Whole).into(),
            now.into(),
            now.into(),
            expires_at.into(),
            whereabouts.network.to_string().into(),
            agent.into(),
        ],
    )
    .await?;
    if proof == Proof::Whole {
        let actor = Actor { network: Some(whereabouts.network), ..person.actor() };
        audit(conn, now, &actor, "session.open", person.email.as_str(), None).await?;
    }
    Ok(secret)
}

/// The session of a text a browser sent, and its person; `None` where it has ended, is unknown, or the person is
/// disabled.
pub async fn session(
    conn: &mut Conn<'_>,
    secret: &str,
    now: Timestamp,
) -> Result<Option<(Session, Person)>, DbError> {
    if secret.len() > 64 {
        return Ok(None);
    }
    let row = conn
        .optional(
            "SELECT id, person, proven, created_at, seen_at, expires_at, network, agent FROM session \
             WHERE hash = $1 AND expires_at > $2",
            [hash_of(secret).into(), now.into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let session = read(&row)?;
    let person = store::person_by_id(conn, session.person).await?;
    let welcome = person.filter(|(person, _)| person.disabled_at.is_none());
    Ok(welcome.map(|(person, _)| (session, person)))
}

impl Session {
    /// Whether its use is to be written down again.
    pub fn is_due(&self, now: Timestamp) -> bool {
        now > self.seen_at + NOTED_EVERY && self.proof == Proof::Whole
    }
}

/// Writes down that a session is used, which lets it last on.
pub async fn note_use(conn: &mut Conn<'_>, session: &Session, now: Timestamp) -> Result<(), DbError> {
    let expires_at = (now + IDLE).min(session.created_at + LONGEST);
    conn.execute(
        "UPDATE session SET seen_at = $2, expires_at = $3 WHERE id = $1",
        [session.id.into(), now.into(), expires_at.into()],
    )
    .await
    .map(|_| ())
}

/// The sessions of a person, the one used last first.
pub async fn sessions(
    conn: &mut Conn<'_>,
    person: PersonId,
    now: Timestamp,
) -> Result<Vec<Session>, DbError> {
    let rows = conn
        .all(
            "SELECT id, person, proven, created_at, seen_at, expires_at, network, agent FROM session \
             WHERE person = $1 AND expires_at > $2 AND proven = 1 ORDER BY seen_at DESC, id",
            [person.into(), now.into()],
        )
        .await?;
    rows.iter().map(read).collect()
}

/// Ends a session: one's own, or anybody's for an administrator. One that has ended stays so.
pub async fn end_session(
    conn: &mut Conn<'_>,
    actor: &Actor,
    id: SessionId,
    now: Timestamp,
) -> Result<(), EndRefused> {
    let row = conn.optional("SELECT person FROM session WHERE id = $1", [id.into()]).await?;
    let Some(row) = row else { return Ok(()) };
    let owner = row.parsed("person", |bytes: Vec<u8>| PersonId::from_bytes(&bytes))?;
    if Some(owner) != actor.person {
        actor.must(Right::Admin)?;
    }
    conn.execute("DELETE FROM session WHERE id = $1", [id.into()]).await?;
    audit(conn, now, actor, "session.end", &owner.to_string(), None).await?;
    Ok(())
}

/// Why a session was not ended.
#[derive(Debug, thiserror::Error)]
pub enum EndRefused {
    /// It is another's.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Ends the session of a text a browser sent, whoever's it was: another takes its place.
pub async fn forget_session(conn: &mut Conn<'_>, secret: &str) -> Result<(), DbError> {
    conn.execute("DELETE FROM session WHERE hash = $1", [hash_of(secret).into()]).await.map(|_| ())
}

/// Ends every session of a person but one.
pub async fn end_others(conn: &mut Conn<'_>, keep: &Session) -> Result<u64, DbError> {
    conn.execute("DELETE FROM session WHERE person = $1 AND id <> $2", [keep.person.into(), keep.id.into()])
        .await
}

/// Forgets what ended, and failures nobody counts any more.
pub async fn forget_ended(conn: &mut Conn<'_>, now: Timestamp) -> Result<(), DbError> {
    conn.execute("DELETE FROM session WHERE expires_at <= $1", [now.into()]).await?;
    conn.execute("DELETE FROM passkey_challenge WHERE expires_at <= $1", [now.into()]).await?;
    conn.execute("DELETE FROM throttle WHERE at <= $1", [(now - super::throttle::FORGOTTEN_AFTER).into()])
        .await?;
    conn.execute(
        "DELETE FROM invitation WHERE expires_at <= $1",
        [(now - SignedDuration::from_hours(24 * 30)).into()],
    )
    .await
    .map(|_| ())
}

fn read(row: &Row) -> Result<Session, DbError> {
    Ok(Session {
        id: row.parsed("id", |bytes: Vec<u8>| SessionId::from_bytes(&bytes))?,
        person: row.parsed("person", |bytes: Vec<u8>| PersonId::from_bytes(&bytes))?,
        proof: if row.get("proven")? { Proof::Whole } else { Proof::Half },
        created_at: row.get("created_at")?,
        seen_at: row.get("seen_at")?,
        expires_at: row.get("expires_at")?,
        network: row.get("network")?,
        agent: row.get("agent")?,
    })
}
