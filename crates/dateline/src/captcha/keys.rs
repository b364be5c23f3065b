//! The keys of an installation: which of them signs, and when there must be another.

use std::net::IpAddr;

use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use puzzle::{Key, KeyRing};
use sha2::Sha256;

/// From then on a key signs: every node has read it by then.
const SIGNS_AFTER: SignedDuration = SignedDuration::from_mins(10);
/// A key signs for so long.
const SIGNS_FOR: SignedDuration = SignedDuration::from_hours(24 * 30);
/// So long it is kept: what it signed last has expired.
pub(super) const KEPT_FOR: SignedDuration = SignedDuration::from_hours(24 * 32);

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

    pub(super) fn read_at(&self) -> Timestamp {
        self.read_at
    }

    /// Whether there must be a new one.
    pub(super) fn are_due(&self, now: Timestamp) -> bool {
        self.newest + SIGNS_FOR <= now
    }

    pub(super) fn seal_network(&self, address: IpAddr) -> Vec<u8> {
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
