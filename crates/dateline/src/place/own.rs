//! Places of the agency's own: added, put right, or taken out of the built-in list.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::{Country, Place};
use crate::lang::Language;

/// The most places an agency may have of its own.
pub const MOST_OWN: usize = 5_000;
/// Bytes of one name.
const LONGEST_NAME: usize = 200;
/// Names of one place.
const MOST_NAMES: usize = 60;

/// `[[place]]` of the agency description. One with the key of a built-in place stands in its stead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnPlace {
    /// Its identity: 1 to 64 of `a-z0-9-`.
    pub key: String,
    /// Code of its country, ISO 3166-1; `XA` is the invented one of the demo.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub country: String,
    /// Its time zone in the IANA database.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub zone: String,
    /// Names by language tag.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, String>,
    /// A built-in place the agency does without; it needs nothing but its key.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left_out: bool,
}

/// Why a place was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadPlace {
    /// Not of the alphabet of keys.
    #[error("its key is not 1 to 64 of a-z, 0-9 and -")]
    Key,
    /// In no language.
    #[error("it has no name")]
    NoName,
    /// A name that is empty or too long, or a tag that is none.
    #[error("its name in `{language}` cannot be: {reason}")]
    Name {
        /// The tag it stands under.
        language: String,
        /// What is wrong.
        reason: String,
    },
    /// A country nobody knows.
    #[error("its country `{0}` is not in the list")]
    Country(String),
    /// A time zone that does not exist.
    #[error("its time zone `{0}` does not exist")]
    Zone(String),
}

impl BadPlace {
    /// The field it is about: `key`, `country`, `zone`, `name.az`.
    pub fn field(&self) -> String {
        match self {
            BadPlace::Key => "key".to_owned(),
            BadPlace::NoName => "name.en".to_owned(),
            BadPlace::Name { language, .. } => format!("name.{language}"),
            BadPlace::Country(_) => "country".to_owned(),
            BadPlace::Zone(_) => "zone".to_owned(),
        }
    }
}

impl OwnPlace {
    /// The place of a built-in or own one, as a description has it.
    pub fn of(place: &Place) -> OwnPlace {
        OwnPlace {
            key: place.key.clone(),
            country: place.country.clone(),
            zone: place.zone.clone(),
            names: place.names().map(|(language, name)| (language.to_string(), name.to_owned())).collect(),
            left_out: false,
        }
    }

    /// The place it describes; `None` where it takes one out.
    pub(super) fn checked(&self, countries: &BTreeMap<String, Country>) -> Result<Option<Place>, BadPlace> {
        if self.left_out {
            return checked_key(&self.key).map(|()| None);
        }
        let mut names = BTreeMap::new();
        for (tag, name) in &self.names {
            let bad = |reason: String| BadPlace::Name { language: tag.clone(), reason };
            names.insert(Language::parse(tag).map_err(|wrong| bad(wrong.to_string()))?, name.clone());
        }
        let place =
            Place { key: self.key.clone(), country: self.country.clone(), zone: self.zone.clone(), names };
        check(&place, countries)?;
        Ok(Some(place))
    }

    /// Refuses what cannot be a place.
    pub fn check(&self) -> Result<(), BadPlace> {
        self.checked(&super::BUILT_IN.countries).map(|_| ())
    }
}

fn checked_key(key: &str) -> Result<(), BadPlace> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let good = !key.is_empty() && key.len() <= 64 && key.chars().all(fits);
    if good { Ok(()) } else { Err(BadPlace::Key) }
}

pub(super) fn check(place: &Place, countries: &BTreeMap<String, Country>) -> Result<(), BadPlace> {
    checked_key(&place.key)?;
    if place.names.is_empty() {
        return Err(BadPlace::NoName);
    }
    for (language, name) in &place.names {
        let bad = |reason: &str| BadPlace::Name { language: language.to_string(), reason: reason.to_owned() };
        if name.trim().is_empty() || name.trim() != name {
            return Err(bad("it is empty or has space around it"));
        }
        if name.len() > LONGEST_NAME || name.chars().any(char::is_control) {
            return Err(bad("it is longer than 200 bytes or not one line"));
        }
    }
    if place.names.len() > MOST_NAMES {
        return Err(BadPlace::Name { language: String::new(), reason: "there are more than 60".to_owned() });
    }
    if !countries.contains_key(&place.country) {
        return Err(BadPlace::Country(place.country.clone()));
    }
    if TimeZone::get(&place.zone).is_err() {
        return Err(BadPlace::Zone(place.zone.clone()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Places;

    fn gala() -> OwnPlace {
        OwnPlace {
            key: "gala".to_owned(),
            country: "AZ".to_owned(),
            zone: "Asia/Baku".to_owned(),
            names: BTreeMap::from([("az".to_owned(), "Qala".to_owned())]),
            left_out: false,
        }
    }

    #[test]
    fn own_places_lie_over_the_built_in_ones() {
        let mut paris = OwnPlace::of(Places::built_in().find("Paris").unwrap());
        paris.zone = "America/Chicago".to_owned();
        let tokyo = OwnPlace { key: "tokyo".to_owned(), left_out: true, ..OwnPlace::default() };
        let places = Places::with(&[gala(), paris, tokyo]);
        assert_eq!(places.find("QALA").unwrap().name(Language::ENGLISH), "Qala");
        assert_eq!(places.find("Paris").unwrap().zone_name(), "America/Chicago");
        assert!(places.find("Tokyo").is_none());
        assert!(places.find("Rome").is_some());
    }

    #[test]
    fn what_cannot_be_a_place_is_refused_in_its_own_words() {
        assert_eq!(gala().check(), Ok(()));
        let cases = [
            (OwnPlace { key: "Gala".to_owned(), ..gala() }, BadPlace::Key),
            (OwnPlace { names: BTreeMap::new(), ..gala() }, BadPlace::NoName),
            (OwnPlace { country: "QQ".to_owned(), ..gala() }, BadPlace::Country("QQ".to_owned())),
            (OwnPlace { zone: "Asia/Gala".to_owned(), ..gala() }, BadPlace::Zone("Asia/Gala".to_owned())),
        ];
        for (place, fault) in cases {
            assert_eq!(place.check(), Err(fault));
        }
        for (tag, name) in [("az", " Qala"), ("az", ""), ("no such", "Qala"), ("az", "Qa\nla")] {
            let names = BTreeMap::from([(tag.to_owned(), name.to_owned())]);
            assert!(
                matches!(OwnPlace { names, ..gala() }.check(), Err(BadPlace::Name { .. })),
                "{tag} {name:?}"
            );
        }
    }
}
