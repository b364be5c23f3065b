//! Passwords: taken once, kept as Argon2id.

use std::fmt;

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash as Phc;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};

/// A password somebody chose: 8 to 1,024 characters (NIST SP 800-63B-4 §3.1.1.2). Never shown.
pub struct Password(String);

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadPassword {
    /// Easily guessed.
    #[error("a password has at least 8 characters")]
    TooShort,
    /// More than anybody types.
    #[error("a password has at most 1,024 characters")]
    TooLong,
}

impl Password {
    /// Checks the length; everything else is the person's choice.
    pub fn parse(raw: &str) -> Result<Password, BadPassword> {
        match raw.chars().count() {
            0..8 => Err(BadPassword::TooShort),
            8..=1024 => Ok(Password(raw.to_owned())),
            _ => Err(BadPassword::TooLong),
        }
    }

    /// Hashes it with Argon2id and a new salt (RFC 9106, 19 MiB and two passes, as OWASP asks). Takes some tens of
    /// milliseconds of computing: call it outside a transaction.
    pub fn hash(&self) -> PasswordHash {
        let hash = Argon2::default().hash_password(self.0.as_bytes());
        PasswordHash(hash.expect("the built-in parameters and a new salt are valid").to_string())
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

/// A password as it is kept: a PHC string.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(pub(super) String);

impl PasswordHash {
    /// Whether this is the hash of `raw`. As slow as hashing, by design.
    pub fn matches(&self, raw: &str) -> bool {
        match Phc::new(&self.0) {
            Ok(hash) => Argon2::default().verify_password(raw.as_bytes(), &hash).is_ok(),
            Err(_) => false,
        }
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_matches_its_own_hash_alone() {
        let hash = Password::parse("ink and paper").unwrap().hash();
        assert!(hash.0.starts_with("$argon2id$"), "{}", hash.0);
        assert!(hash.matches("ink and paper"));
        assert!(!hash.matches("ink and papers"));
        assert!(!PasswordHash("nonsense".to_owned()).matches("nonsense"));
    }

    #[test]
    fn the_same_password_is_salted_anew() {
        let password = Password::parse("ink and paper").unwrap();
        assert_ne!(password.hash(), password.hash());
    }

    #[test]
    fn lengths_are_bounded() {
        assert_eq!(Password::parse("1234567").unwrap_err(), BadPassword::TooShort);
        assert_eq!(Password::parse(&"x".repeat(1025)).unwrap_err(), BadPassword::TooLong);
        assert!(Password::parse("十二三四五六七八").is_ok());
    }
}
