//! The ring of keys: tokens made, shown and judged.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::answer::{Answer, Verdict};
use crate::dice::Dice;
use crate::keys::{BadKey, Key, Use};
use crate::order::{Form, Moment, Order, Subject};
use crate::payload::Payload;
use crate::picture::{self, Shade};
use crate::proof::{BadProof, Challenge};
use crate::refused::Refused;
use crate::sound::{self, Voice};

/// How far the clocks of two nodes may differ.
pub const SKEW: Duration = Duration::from_secs(30);
/// The longest text that is looked at as a token.
pub const MAX_TOKEN_CHARS: usize = 400;
const TAG_BYTES: usize = 32;

/// The keys of an installation: one signs, all are accepted.
///
/// To change keys on several nodes: first let every node accept the new one, then let it sign, and keep the old one
/// until the last token it signed has expired.
#[derive(Clone, Debug)]
pub struct KeyRing {
    signing: Key,
    accepted: Vec<Key>,
}

/// A signed token as text: URL-safe, at most [`MAX_TOKEN_CHARS`] characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The text, of `A` to `Z`, `a` to `z`, `0` to `9`, `-` and `_`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for Token {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

impl KeyRing {
    /// A ring that signs with one key and accepts others too: those that signed before and those that will.
    ///
    /// # Errors
    /// [`BadKey::Twice`] if two keys have the same id.
    pub fn new(signing: Key, accepted: impl IntoIterator<Item = Key>) -> Result<KeyRing, BadKey> {
        let accepted: Vec<Key> = accepted.into_iter().collect();
        for (at, key) in accepted.iter().enumerate() {
            if key.id() == signing.id() || accepted[..at].iter().any(|other| other.id() == key.id()) {
                return Err(BadKey::Twice { id: key.id().to_owned() });
            }
        }
        Ok(KeyRing { signing, accepted })
    }

    /// A token for `order`, issued `now`. The nonce is 16 bytes of a random source, new for every token.
    pub fn make(&self, order: &Order, now: Moment, nonce: [u8; 16]) -> Token {
        let payload = Payload {
            key_id: self.signing.id().to_owned(),
            form: order.form.clone(),
            subject: order.subject.clone(),
            issued: now,
            expires: now.after(order.lasts()),
            nonce,
            proof: order.proof,
        };
        let mut bytes = payload.to_bytes();
        let tag = self.signing.seed(Use::Sign, &bytes);
        bytes.extend_from_slice(&tag);
        Token(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// The puzzle of a token, to show it: whichever form it is for, as long as its time is.
    ///
    /// # Errors
    /// [`Refused`], apart from the other form and the other subject.
    pub fn show(&self, token: &str, now: Moment) -> Result<Puzzle<'_>, Refused> {
        let puzzle = self.open(token)?;
        puzzle.holds_at(now)?;
        Ok(puzzle)
    }

    /// An attempt at a token that came with `form` about `subject`.
    ///
    /// # Errors
    /// Any [`Refused`].
    pub fn attempt(
        &self,
        token: &str,
        form: &Form,
        subject: &Subject,
        now: Moment,
    ) -> Result<Attempt<'_>, Refused> {
        let puzzle = self.open(token)?;
        if puzzle.payload.form != *form {
            return Err(Refused::OtherForm { form: puzzle.payload.form.as_str().to_owned() });
        }
        if puzzle.payload.subject != *subject {
            return Err(Refused::OtherSubject { subject: puzzle.payload.subject.as_str().to_owned() });
        }
        puzzle.holds_at(now)?;
        Ok(Attempt { puzzle })
    }

    fn open(&self, token: &str) -> Result<Puzzle<'_>, Refused> {
        if token.len() > MAX_TOKEN_CHARS {
            return Err(Refused::Malformed("it is too long"));
        }
        let bytes =
            URL_SAFE_NO_PAD.decode(token).map_err(|_| Refused::Malformed("it is not URL-safe Base64"))?;
        let Some(split) = bytes.len().checked_sub(TAG_BYTES) else {
            return Err(Refused::Malformed("it is too short"));
        };
        let (signed, tag) = bytes.split_at(split);
        let payload = Payload::from_bytes(signed)?;
        let key =
            self.key(&payload.key_id).ok_or_else(|| Refused::UnknownKey { id: payload.key_id.clone() })?;
        if !bool::from(key.seed(Use::Sign, signed).ct_eq(tag)) {
            return Err(Refused::Forged);
        }
        let answer = Answer::thrown(&mut Dice::new(key.seed(Use::Answer, signed)));
        Ok(Puzzle { key, signed: signed.to_owned(), text: token.to_owned(), payload, answer })
    }

    fn key(&self, id: &str) -> Option<&Key> {
        std::iter::once(&self.signing).chain(&self.accepted).find(|key| key.id() == id)
    }
}

/// What a good token stands for, to be shown.
pub struct Puzzle<'a> {
    key: &'a Key,
    signed: Vec<u8>,
    text: String,
    payload: Payload,
    answer: Answer,
}

impl Puzzle<'_> {
    /// The letters as a PNG of [`WIDTH`](crate::WIDTH) × [`HEIGHT`](crate::HEIGHT) pixels, the same for every call
    /// and, but for its colours, for both shades.
    pub fn picture(&self, shade: Shade) -> Vec<u8> {
        let mut dice = Dice::new(self.key.seed(Use::Picture, &self.signed));
        picture::draw(self.answer.letters(), &mut dice, shade)
    }

    /// The letters spoken, as a WAV file; the same for every call with the same voice.
    pub fn sound(&self, voice: Voice) -> Vec<u8> {
        let mut dice = Dice::new(self.key.seed(Use::Sound, &self.signed));
        sound::speak(self.answer.letters(), &mut dice, voice)
    }

    /// The work that is taken in place of letters, if any is.
    pub fn challenge(&self) -> Option<Challenge> {
        Some(Challenge::new(&self.text, self.payload.proof?))
    }

    /// When the token's time is over, for the freshness of picture and sound.
    pub fn expires(&self) -> Moment {
        self.payload.expires
    }

    /// The letters themselves, for measurements and tests; a page that shows them has no captcha.
    pub fn answer_for_measurement(&self) -> String {
        self.answer.letters().iter().collect()
    }

    fn holds_at(&self, now: Moment) -> Result<(), Refused> {
        let (issued, expires) = (self.payload.issued, self.payload.expires);
        if issued > now.after(SKEW) {
            return Err(Refused::NotYetValid { wait: issued.since(now) });
        }
        if now >= expires {
            return Err(Refused::Expired { ago: now.since(expires) });
        }
        Ok(())
    }
}

impl std::fmt::Debug for Puzzle<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Puzzle({:?})", self.payload)
    }
}

/// What must be recorded so that a token is spent once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spend {
    /// The same for every attempt at one token, different for different tokens: SHA-256 of what it signs.
    pub id: [u8; 32],
    /// From then on no node accepts the token any more, so the record may go; the skew of clocks is in it.
    pub remember_until: Moment,
}

/// A good token that came with the form and subject it was made for.
#[derive(Debug)]
pub struct Attempt<'a> {
    puzzle: Puzzle<'a>,
}

impl Attempt<'_> {
    /// What to record before judging; where it is recorded already, the attempt is refused unjudged. A wrong answer
    /// spends the token too.
    pub fn spend(&self) -> Spend {
        let id = Sha256::new().chain_update(b"dateline puzzle 1: spend").chain_update(&self.puzzle.signed);
        Spend { id: id.finalize().into(), remember_until: self.puzzle.payload.expires.after(2 * SKEW) }
    }

    /// How long ago the form was made; zero if the maker's clock is ahead.
    pub fn age(&self, now: Moment) -> Duration {
        now.since(self.puzzle.payload.issued)
    }

    /// Whether these are the letters, after folding and in constant time.
    pub fn letters(&self, typed: &str) -> Verdict {
        let key = self.puzzle.key.seed(Use::Answer, &self.puzzle.signed);
        self.puzzle.answer.judge(typed, &key)
    }

    /// Whether the work is done.
    ///
    /// # Errors
    /// [`BadProof`], [`BadProof::NotOffered`] if the token takes letters only.
    pub fn proof(&self, solution: &str) -> Result<(), BadProof> {
        self.puzzle.challenge().ok_or(BadProof::NotOffered)?.check(solution)
    }
}
