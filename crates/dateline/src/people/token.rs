//! API tokens: made at random, shown once, kept as a hash.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::{Rights, Scope};
use crate::ids::{PersonId, TokenId};

/// Every token begins with this, so that one left in a text can be found by searching.
const PREFIX: &str = "dln_";
/// How much of a token is random, in bytes.
const RANDOM_BYTES: usize = 32;
/// No token is longer; longer ones are not even hashed.
const MOST_BYTES: usize = 128;

/// A token's text: whoever has it may act. Shown once, never kept, never logged.
pub struct TokenSecret(String);

impl TokenSecret {
    /// A new one, of 256 random bits.
    pub(super) fn new() -> TokenSecret {
        let mut random = [0u8; RANDOM_BYTES];
        rand::fill(&mut random[..]);
        TokenSecret(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(random)))
    }

    /// The text itself, for the one who asked for it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub(super) fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(self.0.as_bytes()).into())
    }
}

impl fmt::Debug for TokenSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenSecret(…)")
    }
}

/// SHA-256 of a token's text: what is kept and looked up. A random text of 256 bits needs no salt and no slow hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TokenHash([u8; 32]);

impl TokenHash {
    /// The hash of what a request presented; `None` for what cannot be a token.
    pub fn of_presented(raw: &str) -> Option<TokenHash> {
        let possible = raw.len() <= MOST_BYTES && raw.starts_with(PREFIX);
        possible.then(|| TokenSecret(raw.to_owned()).hash())
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// A token as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its id, by which it is revoked.
    pub id: TokenId,
    /// What it was made for.
    pub name: String,
    /// Whose acts its acts are.
    pub person: PersonId,
    /// What it was given.
    pub scopes: Vec<Scope>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Option<Timestamp>,
    /// When it was taken back.
    pub revoked_at: Option<Timestamp>,
}

impl Token {
    /// Everything its scopes allow.
    pub fn rights(&self) -> Rights {
        self.scopes.iter().fold(Rights::default(), |rights, scope| rights.or(scope.rights()))
    }

    /// Whether it may be used at `now`.
    pub fn holds_at(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at.is_none_or(|end| now < end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_long_random_and_hidden_in_logs() {
        let (one, other) = (TokenSecret::new(), TokenSecret::new());
        assert_ne!(one.reveal(), other.reveal());
        assert_eq!(one.reveal().len(), PREFIX.len() + 43);
        assert_eq!(format!("{one:?}"), "TokenSecret(…)");
    }

    #[test]
    fn only_what_may_be_a_token_is_hashed() {
        let secret = TokenSecret::new();
        assert_eq!(TokenHash::of_presented(secret.reveal()), Some(secret.hash()));
        assert_eq!(TokenHash::of_presented("secret"), None);
        assert_eq!(TokenHash::of_presented(&format!("{PREFIX}{}", "x".repeat(200))), None);
    }
}
