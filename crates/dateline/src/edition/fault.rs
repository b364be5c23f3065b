//! What is wrong with one value of an agency description.

use super::time_pattern::BadTimePattern;
use crate::lang::BadLanguage;
use crate::place::BadPlace;
use crate::section::Misplaced;
use crate::story::dateline::BadDatelinePattern;
use crate::texts::BadText;

/// Why a value cannot be. The words are for logs and commands; the newsroom has its own, in every language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// Nothing where something must be.
    #[error("is empty")]
    Empty,
    /// More bytes than these.
    #[error("is longer than {0} bytes")]
    TooLong(usize),
    /// A time zone nobody knows.
    #[error("there is no time zone {0:?}")]
    Zone(String),
    /// Not an address of the web.
    #[error("is no http or https address")]
    Address,
    /// Not one of these words.
    #[error("is not {0}")]
    Choice(&'static str),
    /// A pattern of titles without its headline.
    #[error("has no {{headline}}")]
    NoHeadline,
    /// Not a whole number of 0 to this.
    #[error("is not 0 to {0}")]
    Number(i64),
    /// A slug of another section.
    #[error("another section has this slug")]
    SlugTaken,
    /// More places than these.
    #[error("there would be more than {0}")]
    TooManyPlaces(usize),
    /// A tag.
    #[error(transparent)]
    Language(#[from] BadLanguage),
    /// A pattern of times.
    #[error(transparent)]
    Time(#[from] BadTimePattern),
    /// A pattern of datelines.
    #[error(transparent)]
    Dateline(#[from] BadDatelinePattern),
    /// A text.
    #[error(transparent)]
    Text(#[from] BadText),
    /// A place.
    #[error(transparent)]
    Place(#[from] BadPlace),
    /// A section among sections.
    #[error(transparent)]
    Misplaced(#[from] Misplaced),
}
