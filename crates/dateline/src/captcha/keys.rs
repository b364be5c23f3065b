//! The keys of an installation: which of them signs, and when there must be another.

use std::net::IpAddr;

use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use puzzle::{Difficulty, Form, Key, KeyRing, Order, Subject};
use sha2::Sha256;

use super::{LASTS, Mode, Offer, moment};

/// From then on a key signs: every node has read it by then.
const SIGNS_AFTER: SignedDuration = SignedDuration::from_mins(10);
/// A key signs for so long.
const SIGNS_FOR: SignedDuration = SignedDuration::from_hours(24 * 30);
/// So long it is kept: what it signed last has expired.
pub(super) const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24 * 32);

/// Zero bits of each part of a proof: about three quarters of a second of a browser's time.
const DIFFICULTY: u8 = 14;

/// A key as it is kept.
pub(super) struct Kept {
    pub id: String,
    pub secret: [u8; 32],
    pub made_at: Timestamp,
}

/// The keys as they were read.
#[derive(Debug)]
pub struct Keys {
    ring: KeyRing,
    networks: [u8; 32],
    newest: Timestamp,
    read_at: Timestamp,
}

impl Keys {
    /// The newest that every node knows signs, or the oldest where none is old enough; `None` without any.
    pub(super) fn of(mut kept: Vec<Kept>, now: Timestamp) -> Option<Keys> {
        kept.sort_by_key(|key| key.made_at);
        let newest = kept.last()?.made_at;
        let signing = kept.iter().rposition(|key| key.made_at + SIGNS_AFTER <= now).unwrap_or(0);
        let signing = kept.swap_remove(signing);
        let networks = signing.secret;
        let key = |kept: &Kept| Key::new(&kept.id, kept.secret).ok();
        let others: Vec<Key> = kept.iter().filter_map(key).collect();
        let ring = KeyRing::new(key(&signing)?, others).ok()?;
        Some(Keys { ring, networks, newest, read_at: now })
    }

    /// What makes and judges tokens.
    pub fn ring(&self) -> &KeyRing {
        &self.ring
    }

    /// A new token for a form about a subject.
    pub fn offer(&self, form: Form, subject: Subject, mode: Mode, now: Timestamp) -> Offer {
        let order = Order::new(form, subject, LASTS).expect("two hours are less than a day");
        let order = match mode.takes_proof() || mode == Mode::Time {
            true => order.with_proof(Difficulty::new(DIFFICULTY).expect("it is between 1 and 24")),
            false => order,
        };
        let mut nonce = [0; 16];
        rand::fill(&mut nonce[..]);
        let token = self.ring.make(&order, moment(now), nonce);
        self.offered(token.as_str(), now).expect("a token just made is good")
    }

    /// A token that is on offer already; `None` where it is not good any more. Whether it is spent is not looked at.
    pub fn offered(&self, token: &str, now: Timestamp) -> Option<Offer> {
        let puzzle = self.ring.show(token, moment(now)).ok()?;
        let challenge = puzzle.challenge().map(|work| (work.as_str().to_owned(), work.difficulty().bits()));
        Some(Offer { token: token.to_owned(), challenge })
    }

    pub(super) fn read_at(&self) -> Timestamp {
        self.read_at
    }

    /// Whether there must be a new one.
    pub(super) fn are_due(&self, now: Timestamp) -> bool {
        self.newest + SIGNS_FOR <= now
    }

    /// What stands for a network where forms are counted: a keyed hash of its first 24 bits, of IPv6 of its first 56.
    pub fn network(&self, address: IpAddr) -> Vec<u8> {
        let network = match address.to_canonical() {
            IpAddr::V4(address) => address.octets()[..3].to_vec(),
            IpAddr::V6(address) => address.octets()[..7].to_vec(),
        };
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.networks).expect("HMAC takes a key of any length");
        mac.update(b"dateline: a reader's network");
        mac.update(&network);
        mac.finalize().into_bytes()[..16].to_vec()
    }
}
