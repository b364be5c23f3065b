//! Keys: one secret, from which each use has a key of its own.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::order::is_name;

pub(crate) const MAX_KEY_ID_BYTES: usize = 32;

/// Why a key or a ring of keys was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadKey {
    /// A key's id is 1 to 32 of `a` to `z`, `0` to `9` and `-`.
    #[error("a key's id is 1 to 32 of a to z, 0 to 9 and -")]
    Id,
    /// Two keys of a ring have the same id.
    #[error("two keys have the id {id}")]
    Twice {
        /// The id both have.
        id: String,
    },
}

/// What a key derived from the secret is for. No two uses share bytes, so none tells of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    Sign,
    Answer,
    Picture,
    Sound,
}

impl Use {
    fn label(self) -> &'static [u8] {
        match self {
            Use::Sign => b"dateline puzzle 1: sign",
            Use::Answer => b"dateline puzzle 1: answer",
            Use::Picture => b"dateline puzzle 1: picture",
            Use::Sound => b"dateline puzzle 1: sound",
        }
    }
}

/// A secret of 32 random bytes and the public id by which tokens name it.
#[derive(Clone)]
pub struct Key {
    id: String,
    secret: [u8; 32],
}

impl Key {
    /// A key. The secret is 32 bytes of a cryptographic random source, known to every node and to nobody else.
    ///
    /// # Errors
    /// [`BadKey::Id`] unless the id is 1 to 32 of `a` to `z`, `0` to `9` and `-`.
    pub fn new(id: &str, secret: [u8; 32]) -> Result<Key, BadKey> {
        match is_name(id, MAX_KEY_ID_BYTES) {
            true => Ok(Key { id: id.to_owned(), secret }),
            false => Err(BadKey::Id),
        }
    }

    /// The public id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// HMAC-SHA-256 of `payload` under the key of one use.
    pub(crate) fn seed(&self, purpose: Use, payload: &[u8]) -> [u8; 32] {
        hmac(&hmac(&self.secret, purpose.label()), payload)
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Key({})", self.id)
    }
}

/// HMAC-SHA-256 (RFC 2104) over `bytes`.
pub(crate) fn hmac(key: &[u8; 32], bytes: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(bytes);
    mac.finalize().into_bytes().into()
}
