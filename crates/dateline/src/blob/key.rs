//! Names in the store.

use std::fmt;

/// Name of stored bytes: parts of `a-z A-Z 0-9 . _ -` joined by `/`, 1 to 512 characters, no part starting with a dot.
/// So a key is a safe path in a folder and a safe object name in S3.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlobKey(String);

/// Why a text is not a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadKey {
    /// Empty, or longer than 512 characters.
    #[error("a key has 1 to {max} characters, this has {found}", max = BlobKey::MAX_CHARS)]
    Length {
        /// Characters found.
        found: usize,
    },
    /// A part that is empty, starts with a dot or holds another character.
    #[error("«{part}» cannot be a part of a key")]
    Part {
        /// The offending part.
        part: String,
    },
}

impl BlobKey {
    /// The longest key taken.
    pub const MAX_CHARS: usize = 512;

    /// Checks `raw`.
    pub fn parse(raw: &str) -> Result<BlobKey, BadKey> {
        if raw.is_empty() || raw.len() > Self::MAX_CHARS {
            return Err(BadKey::Length { found: raw.chars().count() });
        }
        for part in raw.split('/') {
            let plain = part.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
            if part.is_empty() || part.starts_with('.') || !plain {
                return Err(BadKey::Part { part: part.to_owned() });
            }
        }
        Ok(BlobKey(raw.to_owned()))
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BlobKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_cannot_leave_its_folder() {
        for raw in ["", "..", "a/../b", "/a", "a//b", "a/", ".hidden", "a\\b", "a b", "a#1", "ä", "a\0b"] {
            assert!(BlobKey::parse(raw).is_err(), "{raw:?}");
        }
        assert!(BlobKey::parse(&"a".repeat(513)).is_err());
        assert_eq!(
            BlobKey::parse("media/0123/640.webp").map(|key| key.to_string()),
            Ok("media/0123/640.webp".into())
        );
    }
}
