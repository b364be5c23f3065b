//! What a desk is known by.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The key of a desk: 1 to 64 of `a-z0-9-_`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DeskKey(String);

/// Why a text is no key of a desk.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a desk's key has 1 to 64 of a-z, 0-9, - and _")]
pub struct BadDeskKey;

impl DeskKey {
    /// The desk every installation has.
    pub const FIRST: &'static str = "newsroom";

    /// Checks the key.
    pub fn parse(raw: &str) -> Result<DeskKey, BadDeskKey> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_');
        let good = (1..=64).contains(&raw.len()) && raw.chars().all(fits);
        if good { Ok(DeskKey(raw.to_owned())) } else { Err(BadDeskKey) }
    }

    /// The key.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for DeskKey {
    fn default() -> DeskKey {
        DeskKey(DeskKey::FIRST.to_owned())
    }
}

impl fmt::Display for DeskKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for DeskKey {
    type Error = BadDeskKey;
    fn try_from(raw: String) -> Result<DeskKey, BadDeskKey> {
        DeskKey::parse(&raw)
    }
}

impl From<DeskKey> for String {
    fn from(key: DeskKey) -> String {
        key.0
    }
}
