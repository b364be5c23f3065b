//! What a section may be called in addresses.

/// First parts after the language that belong to the program.
const RESERVED: [&str; 8] =
    ["search", "feedback", "corrections", "topics", "authors", "feed.xml", "atom.xml", "feed.json"];

/// Why a section's key or slug was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadSection {
    /// Not of the alphabet.
    #[error("{0:?} is not 1 to 64 of a-z, 0-9, - and _")]
    Letters(String),
    /// Only digits: the archive's years live there.
    #[error("{0:?} is only digits, which are addresses of the archive")]
    Digits(String),
    /// An address of the program.
    #[error("{0:?} is an address of the program itself")]
    Reserved(String),
}

/// A key or slug that can stand in an address after the language.
pub fn checked_slug(slug: &str) -> Result<&str, BadSection> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_';
    if slug.is_empty() || slug.len() > 64 || !slug.chars().all(fits) {
        return Err(BadSection::Letters(slug.to_owned()));
    }
    if slug.chars().all(|c| c.is_ascii_digit()) {
        return Err(BadSection::Digits(slug.to_owned()));
    }
    if RESERVED.contains(&slug) {
        return Err(BadSection::Reserved(slug.to_owned()));
    }
    Ok(slug)
}
