//! The SQL of people and tokens.

use jiff::Timestamp;
use subtle::ConstantTimeEq;

use super::token::{Token, TokenHash};
use super::{Email, OwnRole, PasswordHash, Person, Right, Rights, RoleKey, Roles, Scope};
use crate::db::{Conn, DbError, Row};
use crate::ids::{PersonId, TokenId};
use crate::lang::Language;

pub(super) async fn insert_person(
    conn: &mut Conn<'_>,
    person: &Person,
    password: Option<&PasswordHash>,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO person (id, email, name, password_hash, roles, created_at, disabled_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        [
            person.id.into(),
            person.email.as_str().into(),
            person.name.as_str().into(),
            password.map(|hash| hash.0.as_str()).into(),
            person.roles.words().join(" ").into(),
            person.created_at.into(),
            person.disabled_at.into(),
        ],
    )
    .await?;
    Ok(())
}

/// A person by address, with the hash of their password.
pub(super) async fn person_by_email(
    conn: &mut Conn<'_>,
    email: &Email,
) -> Result<Option<(Person, Option<PasswordHash>)>, DbError> {
    let row = conn
        .optional(
            "SELECT id, email, name, password_hash, roles, language, created_at, disabled_at FROM person WHERE email = $1",
            [email.as_str().into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let hash = row.get::<Option<String>>("password_hash")?.map(PasswordHash);
    let mut found = [person(&row)?];
    learn(conn, &mut found).await?;
    let [person] = found;
    Ok(Some((person, hash)))
}

/// Everybody, the first administrator first.
pub(super) async fn people(conn: &mut Conn<'_>) -> Result<Vec<Person>, DbError> {
    let rows = conn
        .all("SELECT id, email, name, roles, language, created_at, disabled_at FROM person ORDER BY created_at, id", [])
        .await?;
    let mut people = rows.iter().map(person).collect::<Result<Vec<_>, _>>()?;
    learn(conn, &mut people).await?;
    Ok(people)
}

/// What the agency's own roles allow is read where somebody has one.
async fn learn(conn: &mut Conn<'_>, people: &mut [Person]) -> Result<(), DbError> {
    if people.iter().all(|person| person.roles.own.is_empty()) {
        return Ok(());
    }
    let known = own_roles(conn).await?;
    people.iter_mut().for_each(|person| person.roles.learn(&known));
    Ok(())
}

/// The agency's own roles, by name.
pub(super) async fn own_roles(conn: &mut Conn<'_>) -> Result<Vec<OwnRole>, DbError> {
    let rows = conn.all("SELECT key, name, rights FROM role ORDER BY name, key", []).await?;
    let rights = |text: String| Some(text.split_whitespace().filter_map(Right::parse).collect::<Rights>());
    rows.iter()
        .map(|row| {
            Ok(OwnRole {
                key: row.parsed("key", |key: String| RoleKey::parse(&key))?,
                name: row.get("name")?,
                rights: row.parsed("rights", rights)?,
            })
        })
        .collect()
}

/// Writes a role, a new one or one that is there.
pub(super) async fn put_role(conn: &mut Conn<'_>, role: &OwnRole, now: Timestamp) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO role (key, name, rights, created_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (key) DO UPDATE SET name = excluded.name, rights = excluded.rights",
        [role.key.as_str().into(), role.name.as_str().into(), role.rights.words().into(), now.into()],
    )
    .await
    .map(|_| ())
}

pub(super) async fn delete_role(conn: &mut Conn<'_>, key: &RoleKey) -> Result<(), DbError> {
    conn.execute("DELETE FROM role WHERE key = $1", [key.as_str().into()]).await.map(|_| ())
}

pub(super) async fn disable_person(conn: &mut Conn<'_>, id: PersonId, at: Timestamp) -> Result<(), DbError> {
    conn.execute("UPDATE person SET disabled_at = $2 WHERE id = $1", [id.into(), at.into()]).await?;
    conn.execute(
        "UPDATE token SET revoked_at = $2 WHERE person = $1 AND revoked_at IS NULL",
        [id.into(), at.into()],
    )
    .await?;
    end_sessions(conn, id).await
}

/// Ends every session of a person.
pub(super) async fn end_sessions(conn: &mut Conn<'_>, id: PersonId) -> Result<(), DbError> {
    conn.execute("DELETE FROM session WHERE person = $1", [id.into()]).await.map(|_| ())
}

/// Sets a password and lets the person in again.
pub(super) async fn set_password(
    conn: &mut Conn<'_>,
    id: PersonId,
    hash: &PasswordHash,
) -> Result<(), DbError> {
    conn.execute(
        "UPDATE person SET password_hash = $2, disabled_at = NULL WHERE id = $1",
        [id.into(), hash.0.as_str().into()],
    )
    .await?;
    end_sessions(conn, id).await
}

/// A person by id, with the hash of their password.
pub(super) async fn person_by_id(
    conn: &mut Conn<'_>,
    id: PersonId,
) -> Result<Option<(Person, Option<PasswordHash>)>, DbError> {
    let row = conn
        .optional(
            "SELECT id, email, name, password_hash, roles, language, created_at, disabled_at FROM person \
             WHERE id = $1",
            [id.into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let hash = row.get::<Option<String>>("password_hash")?.map(PasswordHash);
    let mut found = [person(&row)?];
    learn(conn, &mut found).await?;
    let [person] = found;
    Ok(Some((person, hash)))
}

pub(super) async fn set_language(
    conn: &mut Conn<'_>,
    id: PersonId,
    language: Option<Language>,
) -> Result<(), DbError> {
    let tag = language.as_ref().map(Language::as_str);
    conn.execute("UPDATE person SET language = $2 WHERE id = $1", [id.into(), tag.into()]).await.map(|_| ())
}

pub(super) async fn set_roles(conn: &mut Conn<'_>, id: PersonId, roles: &Roles) -> Result<(), DbError> {
    conn.execute("UPDATE person SET roles = $2 WHERE id = $1", [id.into(), roles.words().join(" ").into()])
        .await
        .map(|_| ())
}

pub(super) async fn insert_token(
    conn: &mut Conn<'_>,
    token: &Token,
    hash: &TokenHash,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO token (id, name, hash, person, scopes, created_at, expires_at, revoked_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        [
            token.id.into(),
            token.name.as_str().into(),
            hash.as_bytes().to_vec().into(),
            token.person.into(),
            words(&token.scopes, Scope::as_str).into(),
            token.created_at.into(),
            token.expires_at.into(),
            token.revoked_at.into(),
        ],
    )
    .await?;
    Ok(())
}

/// A token by its hash, and whether its person may come in. The lookup is by hash, so its timing says nothing about
/// any token's text; the comparison takes the same time wherever they differ.
pub(super) async fn token_by_hash(
    conn: &mut Conn<'_>,
    hash: &TokenHash,
) -> Result<Option<(Token, bool)>, DbError> {
    let row = conn
        .optional(
            "SELECT t.id, t.name, t.hash, t.person, t.scopes, t.created_at, t.expires_at, t.revoked_at, \
             p.disabled_at FROM token t JOIN person p ON p.id = t.person WHERE t.hash = $1",
            [hash.as_bytes().to_vec().into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let kept: Vec<u8> = row.get("hash")?;
    if !bool::from(kept.as_slice().ct_eq(hash.as_bytes())) {
        return Ok(None);
    }
    let welcome = row.get::<Option<Timestamp>>("disabled_at")?.is_none();
    Ok(Some((token(&row)?, welcome)))
}

/// Every token, oldest first.
pub(super) async fn tokens(conn: &mut Conn<'_>) -> Result<Vec<Token>, DbError> {
    let rows = conn
        .all(
            "SELECT id, name, person, scopes, created_at, expires_at, revoked_at FROM token ORDER BY created_at, id",
            [],
        )
        .await?;
    rows.iter().map(token).collect()
}

pub(super) async fn revoke_token(conn: &mut Conn<'_>, id: TokenId, at: Timestamp) -> Result<(), DbError> {
    conn.execute("UPDATE token SET revoked_at = $2 WHERE id = $1", [id.into(), at.into()]).await.map(|_| ())
}

pub(super) fn person(row: &Row) -> Result<Person, DbError> {
    Ok(Person {
        id: row.parsed("id", |bytes: Vec<u8>| PersonId::from_bytes(&bytes))?,
        email: row.parsed("email", |text: String| Email::parse(&text).ok())?,
        name: row.get("name")?,
        roles: row.parsed("roles", |text: String| Roles::parse(text.split_whitespace()))?,
        language: row.get::<Option<String>>("language")?.and_then(|tag| Language::parse(&tag).ok()),
        created_at: row.get("created_at")?,
        disabled_at: row.get("disabled_at")?,
    })
}

fn token(row: &Row) -> Result<Token, DbError> {
    Ok(Token {
        id: row.parsed("id", |bytes: Vec<u8>| TokenId::from_bytes(&bytes))?,
        name: row.get("name")?,
        person: row.parsed("person", |bytes: Vec<u8>| PersonId::from_bytes(&bytes))?,
        scopes: row.parsed("scopes", |text: String| read_words(&text, Scope::parse))?,
        created_at: row.get("created_at")?,
        expires_at: row.get("expires_at")?,
        revoked_at: row.get("revoked_at")?,
    })
}

pub(super) fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> String {
    all.iter().map(|one| word(*one)).collect::<Vec<_>>().join(" ")
}

fn read_words<T>(text: &str, parse: fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split_whitespace().map(parse).collect()
}
