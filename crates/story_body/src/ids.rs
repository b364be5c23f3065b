//! The lasting ids of blocks.

use std::collections::HashSet;
use std::fmt;

/// Names a block within its story for as long as the block lives; public in pages as `id="b-…"`.
///
/// 1 to 12 lower-case letters and digits, unique in the story.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BlockId(Box<str>);

/// A block id that is not 1 to 12 lower-case letters and digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("block id {0:?} is not 1 to 12 lower-case letters and digits")]
pub struct BadBlockId(String);

impl BlockId {
    /// Checks an id from outside.
    ///
    /// # Errors
    /// When it is empty, longer than 12 bytes or has other characters than `a-z0-9`.
    pub fn parse(raw: &str) -> Result<BlockId, BadBlockId> {
        let fits = (1..=12).contains(&raw.len())
            && raw.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        if fits { Ok(BlockId(raw.into())) } else { Err(BadBlockId(raw.chars().take(40).collect())) }
    }

    /// Reads the id out of an HTML `id` attribute, `b-…`.
    pub fn from_html_id(attribute: &str) -> Option<BlockId> {
        BlockId::parse(attribute.trim().strip_prefix("b-")?).ok()
    }

    /// The id without the `b-` of pages.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BlockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for BlockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "b-{}", self.0)
    }
}

impl TryFrom<String> for BlockId {
    type Error = BadBlockId;
    fn try_from(raw: String) -> Result<BlockId, BadBlockId> {
        BlockId::parse(&raw)
    }
}

impl From<BlockId> for String {
    fn from(id: BlockId) -> String {
        id.0.into()
    }
}

/// Gives out ids that are not in use.
///
/// An id is made from what the block first says, so the same copy read twice gets the same ids, and an id
/// that an earlier revision had is practically never given to other words, even when that revision is not at
/// hand.
#[derive(Debug, Default, Clone)]
pub struct FreshIds {
    used: HashSet<BlockId>,
}

impl FreshIds {
    /// Starts with ids that must not be given out: those in use and those retired.
    pub fn avoiding<'a>(used: impl IntoIterator<Item = &'a BlockId>) -> FreshIds {
        FreshIds { used: used.into_iter().cloned().collect() }
    }

    /// Takes `id` for a block; false when another block has it.
    pub fn take(&mut self, id: &BlockId) -> bool {
        self.used.insert(id.clone())
    }

    /// A new id for a block that begins with the words of `seed`.
    pub fn fresh(&mut self, seed: &str) -> BlockId {
        let mut hash = spread(seed.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        }));
        loop {
            let id = BlockId(six_digits(hash).into());
            if self.used.insert(id.clone()) {
                return id;
            }
            hash = spread(hash.wrapping_add(0x9e37_79b9_7f4a_7c15));
        }
    }
}

/// The finishing steps of SplitMix64: every bit of the input moves every bit of the output.
fn spread(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// Six digits to the base 36, the first a letter.
fn six_digits(mut hash: u64) -> String {
    const DIGITS: &[u8; 36] = b"abcdefghijklmnopqrstuvwxyz0123456789";
    let mut id = String::with_capacity(6);
    id.push(char::from(DIGITS[(hash % 26) as usize]));
    hash /= 26;
    for _ in 0..5 {
        id.push(char::from(DIGITS[(hash % 36) as usize]));
        hash /= 36;
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fresh_ids_depend_on_the_words_alone() {
        let mut one = FreshIds::default();
        let mut other = FreshIds::default();
        assert_eq!(one.fresh("The ministers met."), other.fresh("The ministers met."));
        assert_ne!(one.fresh("The ministers met."), other.fresh("The ministers left."));
    }

    #[test]
    fn the_same_words_twice_get_two_ids() {
        let mut ids = FreshIds::default();
        let first = ids.fresh("again");
        let second = ids.fresh("again");
        assert_ne!(first, second);
        assert!(BlockId::parse(second.as_str()).is_ok());
    }

    #[test]
    fn ids_have_only_small_letters_and_digits() {
        for bad in ["", "A1", "a-1", "a b", "ab12345678901", "é"] {
            assert!(BlockId::parse(bad).is_err(), "{bad:?}");
        }
        assert_eq!(BlockId::from_html_id("b-a1").unwrap().as_str(), "a1");
        assert!(BlockId::from_html_id("a1").is_none());
    }
}
