//! Whether a form was filled by somebody who took the trouble: tokens offered, shown, spent and judged.
//!
//! Owns the installation's keys for them, which every node reads from the database and which change by themselves,
//! the record of spent tokens, and the counting of forms by network. Drawing, speaking and judging is [`puzzle`]'s.

mod keys;
mod limit;
mod store;

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use puzzle::{Form, Moment, Refused, Subject, Verdict};
use tokio::sync::RwLock;

use crate::db::{Conn, DbError};

pub use keys::Keys;
pub use limit::{Pace, count as count_form};
pub use store::forget_old;

/// How long a form may be filled in.
pub const LASTS: Duration = Duration::from_secs(2 * 60 * 60);
/// What is sent sooner was typed by nobody.
pub const LEAST_TIME: Duration = Duration::from_secs(1);
/// How long keys read from the database are believed.
const BELIEVED: SignedDuration = SignedDuration::from_secs(60);

/// What the agency asks of whoever fills a form (`[agency] captcha`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Letters.
    Image,
    /// A proof of work.
    Proof,
    /// Either.
    ProofOrImage,
    /// Nothing but the time somebody takes; a token made for it is good in every other mode as well.
    Time,
}

impl Mode {
    /// The mode of the agency's setting; what it does not know asks for either.
    pub fn of(setting: &str) -> Mode {
        match setting {
            "image" => Mode::Image,
            "proof" => Mode::Proof,
            _ => Mode::ProofOrImage,
        }
    }

    /// Whether letters are taken.
    pub fn takes_letters(self) -> bool {
        matches!(self, Mode::Image | Mode::ProofOrImage)
    }

    /// Whether a proof of work is.
    pub fn takes_proof(self) -> bool {
        matches!(self, Mode::Proof | Mode::ProofOrImage)
    }
}

/// Why an attempt was refused. Each but the first two needs a new token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was given: neither letters nor a proof.
    Nothing,
    /// It came sooner than anybody types.
    TooSoon,
    /// The letters or the proof are wrong; the token is spent by it.
    Wrong,
    /// The token was used before, is too old, or is none of ours.
    Stale,
}

/// What came with a form.
#[derive(Clone, Debug, Default)]
pub struct Attempt<'a> {
    /// The token's text.
    pub token: &'a str,
    /// The letters as typed.
    pub letters: &'a str,
    /// The proof a script worked out.
    pub proof: &'a str,
}

/// A token on offer, and the work that is taken in place of its letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The token's text.
    pub token: String,
    /// What a script has to solve, and how many zero bits each part begins with.
    pub challenge: Option<(String, u8)>,
}

/// The captcha of a node. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Captcha(Arc<RwLock<Option<Arc<Keys>>>>);

impl Captcha {
    /// The keys, as far as they are read; `None` where [`Captcha::read`] is to be asked.
    pub async fn keys(&self, now: Timestamp) -> Option<Arc<Keys>> {
        self.0.read().await.clone().filter(|keys| keys.read_at() + BELIEVED > now)
    }

    /// Reads the keys; `None` where [`Captcha::renew`] is to be asked.
    pub async fn read(&self, conn: &mut Conn<'_>, now: Timestamp) -> Result<Option<Arc<Keys>>, DbError> {
        let keys = Keys::of(store::keys(conn).await?, now).map(Arc::new);
        self.0.write().await.clone_from(&keys);
        Ok(keys.filter(|keys| !keys.are_due(now)))
    }

    /// Makes a new key, which signs once every node has read it, and reads all of them.
    pub async fn renew(&self, conn: &mut Conn<'_>, now: Timestamp) -> Result<Arc<Keys>, DbError> {
        store::add_key(conn, now).await?;
        let keys = Keys::of(store::keys(conn).await?, now).expect("one was just made");
        let keys = Arc::new(keys);
        self.0.write().await.clone_from(&Some(keys.clone()));
        Ok(keys)
    }
}

/// Spends the token of an attempt and judges it; the spending must be committed before the answer is given, whatever
/// it is.
pub async fn judge(
    conn: &mut Conn<'_>,
    keys: &Keys,
    form: &Form,
    subject: &Subject,
    mode: Mode,
    given: &Attempt<'_>,
    now: Timestamp,
) -> Result<Result<(), Refusal>, DbError> {
    let letters = Some(given.letters).filter(|text| mode.takes_letters() && !text.trim().is_empty());
    let proof = Some(given.proof).filter(|text| mode.takes_proof() && !text.is_empty());
    let attempt = match keys.ring().attempt(given.token, form, subject, moment(now)) {
        Ok(attempt) => attempt,
        Err(refused) => return Ok(Err(of(&refused))),
    };
    if letters.is_none() && proof.is_none() && mode != Mode::Time {
        return Ok(Err(Refusal::Nothing));
    }
    if attempt.age(moment(now)) < LEAST_TIME {
        return Ok(Err(Refusal::TooSoon));
    }
    let spend = attempt.spend();
    if !store::spend(conn, &spend.id, spend.remember_until.as_micros()).await? {
        return Ok(Err(Refusal::Stale));
    }
    if mode == Mode::Time {
        return Ok(Ok(()));
    }
    let proven = proof.is_some_and(|proof| attempt.proof(proof).is_ok());
    let read = letters.is_some_and(|typed| attempt.letters(typed) == Verdict::Right);
    Ok(if proven || read { Ok(()) } else { Err(Refusal::Wrong) })
}

fn of(refused: &Refused) -> Refusal {
    match refused {
        Refused::NotYetValid { .. } => Refusal::TooSoon,
        _ => Refusal::Stale,
    }
}

/// An instant as the puzzles count it.
pub fn moment(at: Timestamp) -> Moment {
    Moment::from_micros(at.as_microsecond())
}

#[cfg(test)]
mod tests;
