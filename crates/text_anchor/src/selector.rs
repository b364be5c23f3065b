//! What somebody marked, and whether the version says so too.

use crate::bounds::{MAX_CONTEXT, MAX_QUOTE_BYTES, MAX_QUOTE_GRAPHEMES};
use crate::snap::count_graphemes;
use crate::version::{Span, Version, byte_of};
use serde::{Deserialize, Serialize};

/// Words of one version: where they stand, what they are, and what stands around them.
///
/// The same as a W3C `TextPositionSelector` within a block and a `TextQuoteSelector`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Selector {
    /// Where they stand, in Unicode scalar values.
    pub span: Span,
    /// The words exactly; blocks apart by a line break.
    pub exact: String,
    /// Up to 64 Unicode scalar values before them, in the block they begin in.
    #[serde(default)]
    pub prefix: String,
    /// Up to 64 Unicode scalar values after them, in the block they end in.
    #[serde(default)]
    pub suffix: String,
}

/// Why a selector is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The block is not in the version.
    #[error("the version has no block {0:?}")]
    NoSuchBlock(String),
    /// An offset is beyond its block, or the end stands before the start.
    #[error("the offsets are not within the text")]
    OutOfText,
    /// Nothing but white space was marked.
    #[error("there are no words in it")]
    NoWords,
    /// More than [`MAX_QUOTE_GRAPHEMES`] characters.
    #[error("more than {MAX_QUOTE_GRAPHEMES} characters")]
    TooLong,
    /// Other words stand there.
    #[error("the version says {found:?} there")]
    OtherWords {
        /// What stands there, at most [`MAX_QUOTE_BYTES`] bytes.
        found: String,
    },
    /// The words before or after are not those of the version.
    #[error("other words stand before or after it")]
    OtherContext,
}

impl Version<'_> {
    /// The selector of a span.
    ///
    /// # Errors
    /// When the version has no such span, it has no words, or too many.
    pub fn select(&self, span: &Span) -> Result<Selector, Refused> {
        self.check_places(span)?;
        let exact = self.words_of(span).ok_or(Refused::OutOfText)?;
        if exact.trim().is_empty() {
            return Err(Refused::NoWords);
        }
        if exact.len() > MAX_QUOTE_BYTES || count_graphemes(&exact) > MAX_QUOTE_GRAPHEMES {
            return Err(Refused::TooLong);
        }
        let (before, after) = self.around(span).ok_or(Refused::OutOfText)?;
        let skipped = before.chars().count().saturating_sub(MAX_CONTEXT);
        let prefix = before.chars().skip(skipped).collect();
        let suffix = after.chars().take(MAX_CONTEXT).collect();
        Ok(Selector { span: span.clone(), exact, prefix, suffix })
    }

    /// Checks a selector from outside against the version it names, and gives it back in the version's own
    /// words.
    ///
    /// White space may differ in kind and amount, as browsers make one blank of several; a blank may stand
    /// where the version has none only between two blocks. Context may be shorter than the version's; what
    /// is longer than 64 characters is not looked at.
    ///
    /// # Errors
    /// When the places are not there, the words or those around them are others, or there are too many.
    pub fn check(&self, claimed: &Selector) -> Result<Selector, Refused> {
        if claimed.exact.len() > MAX_QUOTE_BYTES {
            return Err(Refused::TooLong);
        }
        let own = self.select(&claimed.span)?;
        if spaced(&own.exact) != spaced(&claimed.exact) {
            return Err(Refused::OtherWords { found: own.exact });
        }
        let (before, after) = self.around(&claimed.span).ok_or(Refused::OutOfText)?;
        let skipped = claimed.prefix.chars().count().saturating_sub(MAX_CONTEXT);
        let prefix = spaced(&claimed.prefix.chars().skip(skipped).collect::<String>());
        let suffix = spaced(&claimed.suffix.chars().take(MAX_CONTEXT).collect::<String>());
        if !spaced(before).ends_with(&prefix) || !spaced(after).starts_with(&suffix) {
            return Err(Refused::OtherContext);
        }
        Ok(own)
    }

    fn check_places(&self, span: &Span) -> Result<(), Refused> {
        for place in [&span.start, &span.end] {
            let text = self
                .text(&place.block)
                .ok_or_else(|| Refused::NoSuchBlock(place.block.chars().take(40).collect()))?;
            byte_of(text, place.offset).ok_or(Refused::OutOfText)?;
        }
        self.pieces(span).map(|_| ()).ok_or(Refused::OutOfText)
    }

    /// The text of the first block before a span and of the last after it.
    fn around(&self, span: &Span) -> Option<(&str, &str)> {
        let pieces = self.pieces(span)?;
        let (first, last) = (pieces.first()?, pieces.last()?);
        Some((&self.text_at(first.block)[..first.start], &self.text_at(last.block)[last.end..]))
    }
}

/// White space run together; none at the ends.
pub(crate) fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::version::Place;

    fn version() -> Version<'static> {
        Version::new([("a", "Some  53,000 cars use it."), ("b", "The mayor of Baku agreed.")]).unwrap()
    }

    #[test]
    fn a_selector_holds_the_words_and_what_stands_around_them() {
        let chosen = version().select(&Span::within("a", 6..12)).unwrap();
        assert_eq!((chosen.exact.as_str(), chosen.prefix.as_str()), ("53,000", "Some  "));
        assert_eq!(version().check(&chosen), Ok(chosen));
    }

    #[test]
    fn a_span_may_go_over_several_blocks() {
        let place = |block: &str, offset| Place { block: block.to_owned(), offset };
        let chosen = version().select(&Span { start: place("a", 22), end: place("b", 9) }).unwrap();
        assert_eq!(chosen.exact, "it.\nThe mayor");
        let browser = Selector { exact: "it. The mayor".to_owned(), ..chosen.clone() };
        assert_eq!(version().check(&browser), Ok(chosen));
    }

    #[test]
    fn foreign_words_and_wrong_offsets_are_refused() {
        let chosen = version().select(&Span::within("b", 13..17)).unwrap();
        let foreign = Selector { exact: "Ganja".to_owned(), ..chosen.clone() };
        assert_eq!(version().check(&foreign), Err(Refused::OtherWords { found: "Baku".to_owned() }));
        let context = Selector { prefix: "president of ".to_owned(), ..chosen.clone() };
        assert_eq!(version().check(&context), Err(Refused::OtherContext));
        let beyond = Selector { span: Span::within("b", 13..99), ..chosen.clone() };
        assert_eq!(version().check(&beyond), Err(Refused::OutOfText));
        let elsewhere = Selector { span: Span::within("z", 13..17), ..chosen.clone() };
        assert_eq!(version().check(&elsewhere), Err(Refused::NoSuchBlock("z".to_owned())));
        let backwards = Selector {
            span: Span { start: chosen.span.end.clone(), end: chosen.span.start.clone() },
            ..chosen
        };
        assert_eq!(version().check(&backwards), Err(Refused::OutOfText));
    }

    #[test]
    fn more_than_three_hundred_characters_are_refused() {
        let text = "e\u{301}".repeat(301);
        let version = Version::new([("a", text.as_str())]).unwrap();
        assert!(version.select(&Span::within("a", 0..600)).is_ok());
        assert_eq!(version.select(&Span::within("a", 0..602)), Err(Refused::TooLong));
    }
}
