//! The second factor: codes of an authenticator (RFC 6238), and recovery codes for the day it is lost.

use jiff::Timestamp;
use totp_rs::{Builder, Secret, Totp};

use super::session::hash_of;
use super::{Actor, Person, audit};
use crate::db::{Conn, DbError};
use crate::ids::PersonId;

/// How many recovery codes somebody gets.
pub const RECOVERY_CODES: usize = 10;
/// Letters of recovery codes: those hard to mistake for others.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz234567890";

/// Why a second factor was not set up or taken.
#[derive(Debug, thiserror::Error)]
pub enum FactorError {
    /// The code is not the one of this moment, or was taken before.
    #[error("this code is not right, or was used already")]
    WrongCode,
    /// No authenticator was begun.
    #[error("no authenticator is being set up")]
    NothingBegun,
    /// The library refuses a name.
    #[error("the authenticator cannot be set up: {0}")]
    Unusable(String),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// An authenticator that is being set up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// To be typed by hand.
    pub secret: String,
    /// To be opened on a telephone: `otpauth://…`.
    pub link: String,
    /// The link as a QR code, PNG.
    pub picture: Vec<u8>,
}

/// Whether a second factor is asked of somebody.
pub async fn has_authenticator(conn: &mut Conn<'_>, person: PersonId) -> Result<bool, DbError> {
    let sql = "SELECT 1 AS one FROM authenticator WHERE person = $1 AND confirmed_at IS NOT NULL";
    Ok(conn.optional(sql, [person.into()]).await?.is_some())
}

/// Begins an authenticator; what was begun before and not confirmed is forgotten.
pub async fn begin_authenticator(conn: &mut Conn<'_>, person: &Person) -> Result<(), FactorError> {
    let mut secret = vec![0u8; 20];
    rand::fill(&mut secret[..]);
    conn.execute(
        "INSERT INTO authenticator (person, secret, confirmed_at, last_step) VALUES ($1, $2, NULL, 0) \
         ON CONFLICT (person) DO UPDATE SET secret = CASE WHEN authenticator.confirmed_at IS NULL \
         THEN excluded.secret ELSE authenticator.secret END",
        [person.id.into(), secret.into()],
    )
    .await?;
    Ok(())
}

/// What somebody setting up an authenticator needs to see; `None` where none is begun, or it is confirmed.
pub async fn begun_authenticator(
    conn: &mut Conn<'_>,
    person: &Person,
    issuer: &str,
) -> Result<Option<Begun>, FactorError> {
    let Some((secret, confirmed, _)) = kept(conn, person.id).await? else { return Ok(None) };
    if confirmed {
        return Ok(None);
    }
    // A colon parts issuer and account in the link.
    let issuer: String = issuer.chars().filter(|c| *c != ':').collect();
    let account: String = person.email.as_str().chars().filter(|c| *c != ':').collect();
    let built = Builder::new()
        .with_secret(secret.clone())
        .with_account_name(account)
        .with_issuer(Some(issuer))
        .build();
    let unusable = |reason: String| FactorError::Unusable(reason);
    let totp = built.map_err(|error| unusable(error.to_string()))?;
    Ok(Some(Begun {
        secret: Secret::from(secret).to_base32(),
        link: totp.to_url().map_err(|error| unusable(error.to_string()))?,
        picture: totp.to_qr_png().map_err(|error| unusable(error.to_string()))?,
    }))
}

/// Confirms an authenticator by its first code. From then on its codes are asked for. The recovery codes are in the
/// answer and nowhere else, ever.
pub async fn confirm_authenticator(
    conn: &mut Conn<'_>,
    actor: &Actor,
    person: &Person,
    code: &str,
    now: Timestamp,
) -> Result<Vec<String>, FactorError> {
    let (secret, confirmed, last) = kept(conn, person.id).await?.ok_or(FactorError::NothingBegun)?;
    if confirmed {
        return Err(FactorError::NothingBegun);
    }
    let step = step_of(&secret, code, last, now)?;
    conn.execute(
        "UPDATE authenticator SET confirmed_at = $2, last_step = $3 WHERE person = $1",
        [person.id.into(), now.into(), step.into()],
    )
    .await?;
    audit(conn, now, actor, "authenticator.add", person.email.as_str(), None).await?;
    new_codes(conn, person.id).await.map_err(FactorError::from)
}

/// Takes a code of the authenticator or a recovery code, each once.
pub async fn take_code(
    conn: &mut Conn<'_>,
    person: &Person,
    code: &str,
    now: Timestamp,
) -> Result<(), FactorError> {
    let typed: String = code.chars().filter(|c| c.is_alphanumeric()).take(64).collect();
    if typed.len() == 6 && typed.bytes().all(|byte| byte.is_ascii_digit()) {
        let (secret, confirmed, last) = kept(conn, person.id).await?.ok_or(FactorError::WrongCode)?;
        if !confirmed {
            return Err(FactorError::WrongCode);
        }
        let step = step_of(&secret, &typed, last, now)?;
        let taken = conn
            .execute(
                "UPDATE authenticator SET last_step = $2 WHERE person = $1 AND last_step < $2",
                [person.id.into(), step.into()],
            )
            .await?;
        return if taken == 1 { Ok(()) } else { Err(FactorError::WrongCode) };
    }
    let taken = conn
        .execute(
            "UPDATE recovery_code SET used_at = $3 WHERE hash = $1 AND person = $2 AND used_at IS NULL",
            [hash_of(&typed.to_lowercase()).into(), person.id.into(), now.into()],
        )
        .await?;
    if taken == 1 { Ok(()) } else { Err(FactorError::WrongCode) }
}

/// Takes the second factor away again.
pub async fn remove_authenticator(
    conn: &mut Conn<'_>,
    actor: &Actor,
    person: &Person,
    now: Timestamp,
) -> Result<(), DbError> {
    conn.execute("DELETE FROM authenticator WHERE person = $1", [person.id.into()]).await?;
    conn.execute("DELETE FROM recovery_code WHERE person = $1", [person.id.into()]).await?;
    audit(conn, now, actor, "authenticator.remove", person.email.as_str(), None).await
}

/// How many recovery codes are left.
pub async fn codes_left(conn: &mut Conn<'_>, person: PersonId) -> Result<i64, DbError> {
    let sql = "SELECT count(*) AS codes FROM recovery_code WHERE person = $1 AND used_at IS NULL";
    conn.one(sql, [person.into()]).await?.get("codes")
}

async fn new_codes(conn: &mut Conn<'_>, person: PersonId) -> Result<Vec<String>, DbError> {
    conn.execute("DELETE FROM recovery_code WHERE person = $1", [person.into()]).await?;
    let mut codes = Vec::with_capacity(RECOVERY_CODES);
    for _ in 0..RECOVERY_CODES {
        let mut random = [0u8; 12];
        rand::fill(&mut random[..]);
        let letters: String = random.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
        conn.execute(
            "INSERT INTO recovery_code (hash, person, used_at) VALUES ($1, $2, NULL)",
            [hash_of(&letters).into(), person.into()],
        )
        .await?;
        codes.push(format!("{}-{}-{}", &letters[..4], &letters[4..8], &letters[8..]));
    }
    Ok(codes)
}

async fn kept(conn: &mut Conn<'_>, person: PersonId) -> Result<Option<(Vec<u8>, bool, i64)>, DbError> {
    let row = conn
        .optional(
            "SELECT secret, confirmed_at, last_step FROM authenticator WHERE person = $1",
            [person.into()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let confirmed = row.get::<Option<Timestamp>>("confirmed_at")?.is_some();
    Ok(Some((row.get("secret")?, confirmed, row.get("last_step")?)))
}

/// The step whose code this is: the present one or its neighbours (RFC 6238 §5.2), never one taken before.
fn step_of(secret: &[u8], code: &str, last: i64, now: Timestamp) -> Result<i64, FactorError> {
    let totp: Totp = Builder::new().with_secret(secret.to_vec()).build_noncompliant();
    let seconds = u64::try_from(now.as_second()).unwrap_or_default();
    let taken = totp.check(code.trim(), seconds).and_then(|step| i64::try_from(step).ok());
    taken.filter(|step| *step > last).ok_or(FactorError::WrongCode)
}
