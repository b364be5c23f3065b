//! Letters with a secret in them: an invitation to somebody new, or a password to be set anew.

use jiff::{SignedDuration, Timestamp};

use super::session::{SessionSecret, hash_of};
use super::{Actor, PasswordHash, PeopleError, Person, Right, audit, store};
use crate::db::{Conn, DbError};
use crate::ids::PersonId;

/// What a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To come in for the first time; a week.
    Invite,
    /// To set a password anew; an hour.
    Reset,
}

impl Purpose {
    /// The word in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Purpose::Invite => "invite",
            Purpose::Reset => "reset",
        }
    }

    fn parse(word: &str) -> Option<Purpose> {
        [Purpose::Invite, Purpose::Reset].into_iter().find(|one| one.as_str() == word)
    }

    fn lasts(self) -> SignedDuration {
        match self {
            Purpose::Invite => SignedDuration::from_hours(24 * 7),
            Purpose::Reset => SignedDuration::from_hours(1),
        }
    }
}

/// Makes the secret of a letter to `person`; those sent before for the same purpose hold no longer.
pub async fn invite(
    conn: &mut Conn<'_>,
    actor: &Actor,
    person: &Person,
    purpose: Purpose,
    now: Timestamp,
) -> Result<SessionSecret, PeopleError> {
    if purpose == Purpose::Invite {
        actor.must(Right::Admin)?;
    }
    if person.disabled_at.is_some() {
        return Err(PeopleError::Disabled(person.email.clone()));
    }
    conn.execute(
        "DELETE FROM invitation WHERE person = $1 AND purpose = $2",
        [person.id.into(), purpose.as_str().into()],
    )
    .await?;
    let secret = SessionSecret::new();
    conn.execute(
        "INSERT INTO invitation (hash, person, purpose, created_at, expires_at, used_at) \
         VALUES ($1, $2, $3, $4, $5, NULL)",
        [
            secret.hash().into(),
            person.id.into(),
            purpose.as_str().into(),
            now.into(),
            (now + purpose.lasts()).into(),
        ],
    )
    .await?;
    audit(conn, now, actor, "person.letter", person.email.as_str(), Some(purpose.as_str())).await?;
    Ok(secret)
}

/// Whose letter this is and what for; `None` where it is unknown, used or too old.
pub async fn invitation(
    conn: &mut Conn<'_>,
    secret: &str,
    now: Timestamp,
) -> Result<Option<(Person, Purpose)>, DbError> {
    if secret.len() > 64 {
        return Ok(None);
    }
    let row = conn
        .optional(
            "SELECT person, purpose FROM invitation WHERE hash = $1 AND expires_at > $2 AND used_at IS NULL",
            [hash_of(secret).into(), now.into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let id = row.parsed("person", |bytes: Vec<u8>| PersonId::from_bytes(&bytes))?;
    let purpose = row.parsed("purpose", |word: String| Purpose::parse(&word))?;
    let person = store::person_by_id(conn, id).await?.filter(|(person, _)| person.disabled_at.is_none());
    Ok(person.map(|(person, _)| (person, purpose)))
}

/// Sets the password of whoever holds a letter, and ends their sessions. The letter is used up.
pub async fn accept_invitation(
    conn: &mut Conn<'_>,
    secret: &str,
    password: &PasswordHash,
    now: Timestamp,
) -> Result<Option<Person>, DbError> {
    let Some((person, purpose)) = invitation(conn, secret, now).await? else { return Ok(None) };
    let used = conn
        .execute(
            "UPDATE invitation SET used_at = $2 WHERE hash = $1 AND used_at IS NULL",
            [hash_of(secret).into(), now.into()],
        )
        .await?;
    if used != 1 {
        return Ok(None);
    }
    store::set_password(conn, person.id, password).await?;
    audit(conn, now, &person.actor(), "person.password", person.email.as_str(), Some(purpose.as_str()))
        .await?;
    Ok(Some(person))
}
