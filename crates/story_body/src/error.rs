//! Why a body is refused.

use crate::ids::BlockId;

/// Why a body in JSON is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum BodyError {
    /// The text is no JSON, or has another shape; the message names the key and the place.
    #[error("{0}")]
    Json(String),
    /// The JSON text is longer than [`crate::bounds::MAX_JSON_BYTES`].
    #[error("the body has {found} bytes of JSON; at most {most} are taken")]
    TooLong {
        /// Bytes found.
        found: usize,
        /// Bytes allowed.
        most: usize,
    },
    /// Two blocks have one id.
    #[error("block {place}: the id \"{id}\" is used twice")]
    IdTwice {
        /// The later block, counted from 1.
        place: usize,
        /// The id.
        id: BlockId,
    },
    /// More of something than a body may have.
    #[error("block {place}: {found} {what}; at most {most} are taken")]
    TooMany {
        /// The block, counted from 1; the last one where the whole body is meant.
        place: usize,
        /// What is counted.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// How many may be.
        most: usize,
    },
}
