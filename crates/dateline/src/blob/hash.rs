//! What bytes are called: their SHA-256.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

use super::BlobKey;

/// SHA-256 of some bytes, written as 64 lower-case hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContentHash([u8; 32]);

/// A text that is not the 64 lower-case hexadecimal digits of a SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "a content hash is 64 lower-case hexadecimal digits, this has {found_chars} characters or another alphabet"
)]
pub struct BadHash {
    /// How many characters the text had.
    pub found_chars: usize,
}

impl ContentHash {
    /// The hash of `bytes`.
    pub fn of(bytes: &[u8]) -> ContentHash {
        ContentHash(Sha256::digest(bytes).into())
    }

    /// The hash whose 32 bytes are known.
    pub fn from_bytes(bytes: [u8; 32]) -> ContentHash {
        ContentHash(bytes)
    }

    /// Reads 64 lower-case hexadecimal digits.
    pub fn parse(raw: &str) -> Result<ContentHash, BadHash> {
        let bad = || BadHash { found_chars: raw.chars().count() };
        if raw.len() != 64 || raw.bytes().any(|b| !b.is_ascii_digit() && !(b'a'..=b'f').contains(&b)) {
            return Err(bad());
        }
        let mut bytes = [0; 32];
        hex::decode_to_slice(raw, &mut bytes).map_err(|_| bad())?;
        Ok(ContentHash(bytes))
    }

    /// The 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Where the bytes with this hash are kept: `sha256/ab/abcdef…`.
    pub fn key(&self) -> BlobKey {
        let hex = self.to_string();
        BlobKey::parse(&format!("sha256/{}/{hex}", &hex[..2])).expect("hexadecimal digits make a key")
    }
}

impl fmt::Display for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for ContentHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ContentHash({self})")
    }
}

impl FromStr for ContentHash {
    type Err = BadHash;

    fn from_str(raw: &str) -> Result<Self, Self::Err> {
        ContentHash::parse(raw)
    }
}

impl Serialize for ContentHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ContentHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = String::deserialize(deserializer)?;
        ContentHash::parse(&raw).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_published_vector() {
        // FIPS 180-4, "abc".
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(ContentHash::of(b"abc").to_string(), expected);
        assert_eq!(ContentHash::parse(expected), Ok(ContentHash::of(b"abc")));
        assert_eq!(ContentHash::of(b"abc").key().as_str(), format!("sha256/ba/{expected}"));
    }

    #[test]
    fn other_alphabets_and_lengths_are_no_hash() {
        let upper = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD";
        for raw in ["", "abc", upper, &"é".repeat(32), &"0".repeat(65)] {
            assert!(ContentHash::parse(raw).is_err(), "{raw}");
        }
    }
}
