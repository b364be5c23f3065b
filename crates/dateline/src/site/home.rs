//! `/`: to the edition a reader's languages ask for.

use fluent_langneg::{LanguageIdentifier, NegotiationStrategy, negotiate_languages};

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
    let requested = requested(&wanted);
    let available: Vec<(LanguageIdentifier, Language)> =
        there.iter().filter_map(|language| Some((language.as_str().parse().ok()?, *language))).collect();
    let tags: Vec<&LanguageIdentifier> = available.iter().map(|(tag, _)| tag).collect();
    let found = negotiate_languages(&requested, &tags, None, NegotiationStrategy::Filtering);
    let best = found.first().and_then(|best| available.iter().find(|(tag, _)| tag == **best));
    best.map(|(_, language)| *language).or(default)
}

/// The languages of an `Accept-Language` header, the most wanted first (RFC 9110, section 12.5.4); those refused by a
/// weight of 0 and what is no language are left out.
fn requested(header: &str) -> Vec<LanguageIdentifier> {
    let mut weighed: Vec<(f32, LanguageIdentifier)> = header
        .split(',')
        .filter_map(|item| {
            let mut parts = item.split(';').map(str::trim);
            let tag = parts.next()?.parse().ok()?;
            let weight = parts.find_map(|part| part.strip_prefix("q="));
            let weight: f32 = weight.map_or(Some(1.0), |weight| weight.trim().parse().ok())?;
            (weight > 0.0).then_some((weight, tag))
        })
        .collect();
    // Among equals the order of the header stands.
    weighed.sort_by(|a, b| b.0.total_cmp(&a.0));
    weighed.into_iter().map(|(_, tag)| tag).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edition::Edition;

    #[test]
    fn a_reader_comes_to_the_edition_their_languages_ask_for() {
        let language = |tag: &str| Language::parse(tag).unwrap();
        let tags = ["az", "en", "ru", "ar", "fa", "zh-Hans"];
        let agency = Agency {
            revision: 1,
            name: "ARNA".to_owned(),
            origin: "https://arna.example".to_owned(),
            time_zone: jiff::tz::TimeZone::UTC,
            default_language: language("en"),
            captcha: String::new(),
            alone_after: None,
            license: None,
            acquire_license: None,
            sections: Vec::new(),
            merged: Default::default(),
            places: crate::place::Places::built_in(),
            editions: tags.iter().map(|tag| Edition::usual(language(tag), "ARNA")).collect(),
        };
        for (wanted, found) in [
            ("fa-IR,fa;q=0.9,en;q=0.8", "fa"),
            ("en;q=0.1, ru", "ru"),
            ("ru;q=0, az;q=0.2", "az"),
            ("az-Latn-AZ", "az"),
            ("zh-CN,zh;q=0.9", "zh-Hans"),
            ("zh", "zh-Hans"),
            ("pt-BR, ar;q=0.5", "ar"),
            ("pt-BR", "en"),
            ("*", "en"),
            ("", "en"),
            (";;q=,,-", "en"),
        ] {
            assert_eq!(edition(&agency, wanted).unwrap().as_str(), found, "{wanted}");
        }
    }
}
