//! Why a token was refused.

use std::time::Duration;

/// Why a token was refused; the first of these that holds, in this order.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is not a token at all, or not written the one way a token is written.
    #[error("not a token: {0}")]
    Malformed(&'static str),
    /// It names a key the ring does not hold: made elsewhere, or long ago.
    #[error("the token names the key {id}, which is not known")]
    UnknownKey {
        /// The id it names.
        id: String,
    },
    /// Its signature does not fit: made or changed by somebody without the key.
    #[error("the token was forged or changed")]
    Forged,
    /// It was made for another form.
    #[error("the token was made for the form {form}")]
    OtherForm {
        /// The form it was made for.
        form: String,
    },
    /// It was made for another subject of the same form.
    #[error("the token was made for another subject: {subject:?}")]
    OtherSubject {
        /// The subject it was made for.
        subject: String,
    },
    /// It was issued later than now by more than [`SKEW`](crate::SKEW).
    #[error("the token is not valid for another {wait:?}")]
    NotYetValid {
        /// How long until it is, by the caller's clock.
        wait: Duration,
    },
    /// Its time is over.
    #[error("the token expired {ago:?} ago")]
    Expired {
        /// How long ago.
        ago: Duration,
    },
}
