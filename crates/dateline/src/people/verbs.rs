//! What is done about people and tokens.

use jiff::{SignedDuration, Timestamp};

use super::token::TokenHash;
use super::{
    Actor, Email, NewPerson, PasswordHash, Person, Refused, Right, Role, RoleKey, Roles, Scope, Token,
    TokenSecret, audit, role, store,
};
use crate::db::{Conn, DbError};
use crate::ids::{PersonId, TokenId};
use crate::lang::Language;

/// Why an act about people was refused.
#[derive(Debug, thiserror::Error)]
pub enum PeopleError {
    /// The one who asked may not.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// An address is taken.
    #[error("{0} is here already")]
    Known(Email),
    /// Nobody has this address.
    #[error("nobody here is {0}")]
    Unknown(Email),
    /// They may no longer come in.
    #[error("{0} is disabled")]
    Disabled(Email),
    /// Nobody would be left to let others in.
    #[error("{0} is the last administrator")]
    LastAdministrator(Email),
    /// A person without a role could do nothing.
    #[error("a person needs at least one role")]
    NoRole,
    /// No role has this key.
    #[error("there is no such role")]
    UnknownRole,
    /// A role has this key already.
    #[error("a role {0} is there already")]
    RoleKnown(RoleKey),
    /// Somebody has it.
    #[error("{role} is still the role of {holders}")]
    RoleInUse {
        /// Its name.
        role: String,
        /// The names of those who have it.
        holders: String,
    },
    /// More than anybody oversees.
    #[error("there are too many roles")]
    TooManyRoles,
    /// A token without a scope could do nothing.
    #[error("a token needs at least one scope")]
    NoScope,
    /// Names are for people to read.
    #[error("a name has 1 to 200 characters, none of them a control character")]
    BadName,
    /// No token fits.
    #[error("no token is {0}")]
    UnknownToken(String),
    /// Several tokens have the name.
    #[error("several tokens are named {0}: revoke by id")]
    AmbiguousToken(String),
    /// It has no administrator yet.
    #[error("this installation has no administrator")]
    NoAdministrator,
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Why a request's token is not taken. None says which tokens there are.
#[derive(Debug, thiserror::Error)]
pub enum NotAuthentic {
    /// No such token, or its person is disabled.
    #[error("the token is not known here")]
    Unknown,
    /// Its time is over.
    #[error("the token has expired")]
    Expired,
    /// It was taken back.
    #[error("the token was revoked")]
    Revoked,
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// Adds a person.
pub async fn add(
    conn: &mut Conn<'_>,
    actor: &Actor,
    new: NewPerson,
    now: Timestamp,
) -> Result<Person, PeopleError> {
    actor.must(Right::Admin)?;
    if new.roles.is_empty() {
        return Err(PeopleError::NoRole);
    }
    let name = checked_name(new.name.as_deref().unwrap_or(new.email.local_part()))?;
    if store::person_by_email(conn, &new.email).await?.is_some() {
        return Err(PeopleError::Known(new.email));
    }
    let roles = role::learned(conn, &new.roles).await?;
    actor.must_outrank(roles.rights())?;
    let person = Person {
        id: PersonId::new(),
        email: new.email,
        name,
        roles,
        language: None,
        created_at: now,
        disabled_at: None,
    };
    store::insert_person(conn, &person, new.password.as_ref()).await?;
    let detail = person.roles.words().join(" ");
    audit(conn, now, actor, "person.add", person.email.as_str(), Some(&detail)).await?;
    Ok(person)
}

/// Everybody, in the order they came.
pub async fn list(conn: &mut Conn<'_>) -> Result<Vec<Person>, DbError> {
    store::people(conn).await
}

/// The person of an address.
pub async fn find(conn: &mut Conn<'_>, email: &Email) -> Result<Person, PeopleError> {
    match store::person_by_email(conn, email).await? {
        Some((person, _)) => Ok(person),
        None => Err(PeopleError::Unknown(email.clone())),
    }
}

/// The person of an id.
pub async fn by_id(conn: &mut Conn<'_>, id: PersonId) -> Result<Option<Person>, DbError> {
    Ok(store::person_by_id(conn, id).await?.map(|(person, _)| person))
}

/// Sets the language of the newsroom's pages for a person; the browser's where absent.
pub async fn set_language(
    conn: &mut Conn<'_>,
    person: &Person,
    language: Option<Language>,
) -> Result<(), DbError> {
    store::set_language(conn, person.id, language).await
}

/// Gives a person other roles. The last administrator stays one, and nobody gives or takes what they do not have.
pub async fn set_roles(
    conn: &mut Conn<'_>,
    actor: &Actor,
    email: &Email,
    roles: &Roles,
    now: Timestamp,
) -> Result<(), PeopleError> {
    actor.must(Right::Admin)?;
    let person = find(conn, email).await?;
    let roles = role::learned(conn, roles).await?;
    if roles.words() == person.roles.words() {
        return Ok(());
    }
    actor.must_outrank(person.rights().or(roles.rights()))?;
    if is_administrator(&person) && !roles.has(Role::Administrator) {
        spare_administrator(conn, &person).await?;
    }
    store::set_roles(conn, person.id, &roles).await?;
    audit(conn, now, actor, "person.roles", email.as_str(), Some(&roles.words().join(" "))).await?;
    Ok(())
}

/// Refuses where nobody else would be left to let others in.
async fn spare_administrator(conn: &mut Conn<'_>, person: &Person) -> Result<(), PeopleError> {
    let others = store::people(conn).await?;
    match others.iter().any(|other| other.id != person.id && is_administrator(other)) {
        true => Ok(()),
        false => Err(PeopleError::LastAdministrator(person.email.clone())),
    }
}

/// Sets one's own password: the old one is asked for. Every other session ends.
pub async fn change_password(
    conn: &mut Conn<'_>,
    actor: &Actor,
    person: &Person,
    password: &PasswordHash,
    now: Timestamp,
) -> Result<(), DbError> {
    store::set_password(conn, person.id, password).await?;
    audit(conn, now, actor, "person.password", person.email.as_str(), None).await
}

/// The administrator who came first and still is one: whose tokens are that name nobody.
pub async fn first_administrator(conn: &mut Conn<'_>) -> Result<Person, PeopleError> {
    let mut people = store::people(conn).await?.into_iter();
    people.find(is_administrator).ok_or(PeopleError::NoAdministrator)
}

fn is_administrator(person: &Person) -> bool {
    person.disabled_at.is_none() && person.roles.has(Role::Administrator)
}

/// Keeps a person out from now on, and revokes their tokens. What they did stays theirs.
pub async fn disable(
    conn: &mut Conn<'_>,
    actor: &Actor,
    email: &Email,
    now: Timestamp,
) -> Result<Person, PeopleError> {
    actor.must(Right::Admin)?;
    let mut person = find(conn, email).await?;
    if person.disabled_at.is_some() {
        return Ok(person);
    }
    actor.must_outrank(person.rights())?;
    if is_administrator(&person) {
        spare_administrator(conn, &person).await?;
    }
    store::disable_person(conn, person.id, now).await?;
    audit(conn, now, actor, "person.disable", email.as_str(), None).await?;
    person.disabled_at = Some(now);
    Ok(person)
}

/// Gives a person a new password, and lets a disabled one in again.
pub async fn reset(
    conn: &mut Conn<'_>,
    actor: &Actor,
    email: &Email,
    password: &PasswordHash,
    now: Timestamp,
) -> Result<Person, PeopleError> {
    actor.must(Right::Admin)?;
    let mut person = find(conn, email).await?;
    actor.must_outrank(person.rights())?;
    store::set_password(conn, person.id, password).await?;
    audit(conn, now, actor, "person.reset", email.as_str(), None).await?;
    person.disabled_at = None;
    Ok(person)
}

/// A token to be made.
#[derive(Debug)]
pub struct NewToken {
    /// What it is for.
    pub name: String,
    /// At least one.
    pub scopes: Vec<Scope>,
    /// Whose it is; the first administrator's where absent.
    pub owner: Option<Email>,
    /// How many days it lasts; until it is revoked where absent.
    pub days: Option<u32>,
}

/// Makes a token. Its text is in the answer and nowhere else, ever.
pub async fn create_token(
    conn: &mut Conn<'_>,
    actor: &Actor,
    new: NewToken,
    now: Timestamp,
) -> Result<(TokenSecret, Token), PeopleError> {
    actor.must(Right::Admin)?;
    if new.scopes.is_empty() {
        return Err(PeopleError::NoScope);
    }
    let owner = match &new.owner {
        Some(email) => find(conn, email).await?,
        None => first_administrator(conn).await?,
    };
    if owner.disabled_at.is_some() {
        return Err(PeopleError::Disabled(owner.email));
    }
    let secret = TokenSecret::new();
    let mut scopes = new.scopes;
    scopes.dedup();
    let token = Token {
        id: TokenId::new(),
        name: checked_name(&new.name)?,
        person: owner.id,
        scopes,
        created_at: now,
        expires_at: new.days.map(|days| days_after(now, days)),
        revoked_at: None,
    };
    store::insert_token(conn, &token, &secret.hash()).await?;
    audit(conn, now, actor, "token.create", &token.id.to_string(), Some(&token.name)).await?;
    Ok((secret, token))
}

fn days_after(now: Timestamp, days: u32) -> Timestamp {
    now.checked_add(SignedDuration::from_hours(24 * i64::from(days))).unwrap_or(Timestamp::MAX)
}

/// Every token, oldest first.
pub async fn list_tokens(conn: &mut Conn<'_>) -> Result<Vec<Token>, DbError> {
    store::tokens(conn).await
}

/// Takes a token back, by its id or its name. One that was taken back already stays so.
pub async fn revoke_token(
    conn: &mut Conn<'_>,
    actor: &Actor,
    name_or_id: &str,
    now: Timestamp,
) -> Result<Token, PeopleError> {
    actor.must(Right::Admin)?;
    let tokens = store::tokens(conn).await?;
    let mut named: Vec<Token> = match name_or_id.parse::<TokenId>() {
        Ok(id) => tokens.into_iter().filter(|token| token.id == id).collect(),
        Err(_) => tokens
            .into_iter()
            .filter(|token| token.name == name_or_id && token.revoked_at.is_none())
            .collect(),
    };
    let Some(mut token) = named.pop() else { return Err(PeopleError::UnknownToken(name_or_id.to_owned())) };
    if !named.is_empty() {
        return Err(PeopleError::AmbiguousToken(name_or_id.to_owned()));
    }
    if token.revoked_at.is_none() {
        store::revoke_token(conn, token.id, now).await?;
        audit(conn, now, actor, "token.revoke", &token.id.to_string(), Some(&token.name)).await?;
        token.revoked_at = Some(now);
    }
    Ok(token)
}

/// Who comes with the text of a bearer token (RFC 6750 §2.1), and the token.
pub async fn authenticate(
    conn: &mut Conn<'_>,
    bearer: &str,
    now: Timestamp,
) -> Result<(Actor, Token), NotAuthentic> {
    let hash = TokenHash::of_presented(bearer).ok_or(NotAuthentic::Unknown)?;
    let (token, welcome) = store::token_by_hash(conn, &hash).await?.ok_or(NotAuthentic::Unknown)?;
    if token.revoked_at.is_some() {
        return Err(NotAuthentic::Revoked);
    }
    if !token.holds_at(now) {
        return Err(NotAuthentic::Expired);
    }
    if !welcome {
        return Err(NotAuthentic::Unknown);
    }
    Ok((Actor::token(token.person, token.rights()), token))
}

/// Who comes with an address and a password; `None` where they do not fit or the person is disabled. Takes as long
/// for an unknown address as for a wrong password.
pub async fn sign_in(conn: &mut Conn<'_>, email: &Email, password: &str) -> Result<Option<Person>, DbError> {
    let Some((person, Some(hash))) = store::person_by_email(conn, email).await? else {
        PasswordHash(NOBODYS_HASH.to_owned()).matches(password);
        return Ok(None);
    };
    let fits = hash.matches(password);
    Ok((fits && person.disabled_at.is_none()).then_some(person))
}

/// Of no password anybody has, with the parameters of everybody's.
const NOBODYS_HASH: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

fn checked_name(raw: &str) -> Result<String, PeopleError> {
    let name = raw.trim();
    let fits = !name.is_empty() && name.chars().count() <= 200 && !name.contains(char::is_control);
    if fits { Ok(name.to_owned()) } else { Err(PeopleError::BadName) }
}

#[cfg(test)]
mod tests {
    use argon2::password_hash::phc::PasswordHash as Phc;

    use super::*;
    use crate::people::Password;

    #[test]
    fn an_unknown_address_costs_as_much_as_a_known_one() {
        let known = Password::parse("ink and paper").unwrap().hash();
        let (known, nobodys) = (Phc::new(&known.0).unwrap(), Phc::new(NOBODYS_HASH).unwrap());
        assert_eq!((nobodys.algorithm, nobodys.version), (known.algorithm, known.version));
        assert_eq!(nobodys.params, known.params, "memory and passes are the same");
        let length = |hash: &Phc| (hash.salt.map(|s| s.len()), hash.hash.map(|hash| hash.len()));
        assert_eq!(length(&nobodys), length(&known));
        assert!(!PasswordHash(NOBODYS_HASH.to_owned()).matches(""), "it is a hash that is worked through");
    }
}
