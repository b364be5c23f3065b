//! `/`: to the edition a reader's languages ask for.

use fluent_langneg::{LanguageIdentifier, NegotiationStrategy, accepted_languages, negotiate_languages};

use crate::edition::Agency;
use crate::lang::Language;

/// Longest header looked at, in bytes.
const LONGEST: usize = 1_000;

/// The edition for `Accept-Language`; the agency's default where none fits.
pub(super) fn edition(agency: &Agency, accept_language: &str) -> Option<Language> {
    let there: Vec<Language> = agency.editions.iter().map(|edition| edition.language).collect();
    let default = there.iter().find(|language| **language == agency.default_language);
    let default = default.or(there.first()).copied();
    let wanted: String = accept_language.chars().take(LONGEST).collect();
    let requested = accepted_languages::parse(&wanted);
    let available: Vec<(LanguageIdentifier, Language)> =
        there.iter().filter_map(|language| Some((language.as_str().parse().ok()?, *language))).collect();
    let tags: Vec<&LanguageIdentifier> = available.iter().map(|(tag, _)| tag).collect();
    let found = negotiate_languages(&requested, &tags, None, NegotiationStrategy::Filtering);
    let best = found.first().and_then(|best| available.iter().find(|(tag, _)| tag == **best));
    best.map(|(_, language)| *language).or(default)
}
