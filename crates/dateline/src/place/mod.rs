//! The vocabulary of places datelines name: in many languages, with time zone and country.
//!
//! A list is built in; what the agency adds, changes or takes out of it is its own (table `place`) and lies over it. Names
//! a dateline may bear without a place here are fine: they stand as they were written, in the agency's own zone.

mod look_up;
mod own;
pub mod store;

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::lang::{Language, fold};

pub use look_up::Found;
pub use own::{BadPlace, MOST_OWN, OwnPlace};

static BUILT_IN: LazyLock<Arc<Places>> = LazyLock::new(|| {
    Arc::new(
        Places::parse(include_str!("built_in.toml"))
            .expect("the built-in places are well formed, which a test proves"),
    )
});

/// A town or city that stories are reported from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    key: String,
    country: String,
    zone: String,
    names: Names,
}

/// A country, as datelines name it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    code: String,
    names: Names,
}

type Names = BTreeMap<Language, String>;

/// Why a file of places was refused.
#[derive(Debug, thiserror::Error)]
pub enum BadPlaces {
    /// Not TOML of the shape asked for.
    #[error("the places cannot be read: {0}")]
    Malformed(#[from] toml::de::Error),
    /// A place or country without its English name, by which the others fall back.
    #[error("`{0}` has no English name")]
    NoEnglishName(String),
    /// A place that cannot be.
    #[error("the place `{key}`: {fault}")]
    Place {
        /// Its key.
        key: String,
        /// What is wrong.
        fault: BadPlace,
    },
}

/// All places known, found by key or by name in any language.
#[derive(Debug)]
pub struct Places {
    places: Vec<Place>,
    countries: Arc<BTreeMap<String, Country>>,
    by_name: HashMap<String, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    country: Vec<Country>,
    place: Vec<Place>,
}

impl Place {
    /// Its identity: `baku`, `buenos-aires`.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Code of its country, ISO 3166-1.
    pub fn country_code(&self) -> &str {
        &self.country
    }

    /// Name of its time zone in the IANA database.
    pub fn zone_name(&self) -> &str {
        &self.zone
    }

    /// Its time zone: what day it is there decides the day of a dateline.
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC)
    }

    /// Its name in a language, or in English, or in whatever language it has one.
    pub fn name(&self, language: Language) -> &str {
        name_in(&self.names, language)
    }

    /// Every name it has, by language.
    pub fn names(&self) -> impl Iterator<Item = (Language, &str)> {
        self.names.iter().map(|(language, name)| (*language, name.as_str()))
    }
}

impl Country {
    /// Its code in ISO 3166-1.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Its name in a language, or in English.
    pub fn name(&self, language: Language) -> &str {
        name_in(&self.names, language)
    }
}

fn name_in(names: &Names, language: Language) -> &str {
    let near = language.fallbacks().chain([Language::ENGLISH]).find_map(|language| names.get(&language));
    near.or_else(|| names.values().next()).map(String::as_str).unwrap_or_default()
}

impl Places {
    /// The places that come with the program. Read at the first call, in a few milliseconds.
    pub fn built_in() -> Arc<Places> {
        BUILT_IN.clone()
    }

    /// The built-in places with the agency's own over them. One that cannot be any more is left out.
    pub fn with(own: &[OwnPlace]) -> Arc<Places> {
        if own.is_empty() {
            return Places::built_in();
        }
        let is_own = |place: &&Place| own.iter().any(|own| own.key == place.key);
        let mine = own.iter().filter_map(|own| own.checked(&BUILT_IN.countries).ok().flatten());
        let kept = BUILT_IN.places.iter().filter(|place| !is_own(place)).cloned();
        Arc::new(Places::of(mine.chain(kept).collect(), BUILT_IN.countries.clone()))
    }

    /// Reads a file of places: `[[country]]` with `code` and `names`, `[[place]]` with `key`, `country`, `zone` and `names`.
    pub fn parse(file: &str) -> Result<Places, BadPlaces> {
        let File { country, place } = toml::from_str(file)?;
        let countries: BTreeMap<String, Country> =
            country.into_iter().map(|country| (country.code.clone(), country)).collect();
        let named = countries.values().map(|country| (&country.code, &country.names));
        for (what, names) in named.chain(place.iter().map(|place| (&place.key, &place.names))) {
            if names.get(&Language::ENGLISH).is_none_or(|name| name.trim().is_empty()) {
                return Err(BadPlaces::NoEnglishName(what.clone()));
            }
        }
        for place in &place {
            own::check(place, &countries)
                .map_err(|fault| BadPlaces::Place { key: place.key.clone(), fault })?;
        }
        Ok(Places::of(place, Arc::new(countries)))
    }

    fn of(places: Vec<Place>, countries: Arc<BTreeMap<String, Country>>) -> Places {
        let mut by_name = HashMap::new();
        for (index, place) in places.iter().enumerate() {
            for name in place.names.values().chain([&place.key]) {
                by_name.entry(fold(name)).or_insert(index);
            }
        }
        Places { places, countries, by_name }
    }

    /// The place of this name in any language, or of this key; case and accents do not matter.
    pub fn find(&self, name: &str) -> Option<&Place> {
        self.by_name.get(&fold(name)).map(|index| &self.places[*index])
    }

    /// The place of a key.
    pub fn of_key(&self, key: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.key == key)
    }

    /// The country a place lies in.
    pub fn country_of(&self, place: &Place) -> Option<&Country> {
        self.countries.get(&place.country)
    }

    /// Every country a place may lie in, by its code.
    pub fn countries(&self) -> impl Iterator<Item = &Country> {
        self.countries.values()
    }

    /// Every place: the agency's own first, then the built-in ones in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = &Place> {
        self.places.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(tag: &str) -> Language {
        Language::parse(tag).unwrap()
    }

    #[test]
    fn every_place_and_country_is_named_in_nine_languages() {
        let places = Places::built_in();
        let countries = places.countries.values().map(|country| (&country.code, &country.names));
        for (what, names) in places.iter().map(|place| (&place.key, &place.names)).chain(countries) {
            for tag in ["en", "az", "ru", "de", "fr", "es", "ar", "fa", "zh"] {
                let name = names.get(&language(tag)).map(String::as_str).unwrap_or_default();
                assert!(!name.trim().is_empty() && name == name.trim(), "{what} in {tag}");
            }
            assert_eq!(names.len(), 9, "{what}");
        }
        assert!(places.iter().count() >= 120);
    }

    #[test]
    fn names_are_in_the_script_of_their_language() {
        for place in Places::built_in().iter() {
            let first = |tag| place.name(language(tag)).chars().next().unwrap();
            assert!(('А'..='я').contains(&first("ru")), "{}", place.key);
            assert!(
                ('؀'..='ۿ').contains(&first("ar")) && ('؀'..='ۿ').contains(&first("fa")),
                "{}",
                place.key
            );
            assert!(('一'..='鿿').contains(&first("zh")), "{}", place.key);
            // Persian has its own kaf and ye.
            assert!(!place.name(language("fa")).contains(['ك', 'ي']), "{}", place.key);
            assert!(!place.name(language("ar")).contains(['ک', 'ی']), "{}", place.key);
        }
    }

    #[test]
    fn no_name_belongs_to_two_places() {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for place in Places::built_in().iter() {
            for name in place.names.values() {
                let other = seen.insert(fold(name), &place.key);
                assert!(other.is_none_or(|other| other == place.key), "{name}: {} and {other:?}", place.key);
            }
        }
    }

    #[test]
    fn a_place_is_found_by_its_name_in_any_language() {
        for name in ["Baku", "Bakı", "BAKI", "баку", "Bakou", "باكو", "باکو", "巴库", "baku"] {
            assert_eq!(Places::built_in().find(name).map(Place::key), Some("baku"), "{name}");
        }
        assert!(Places::built_in().find("Atlantis").is_none());
    }

    #[test]
    fn a_place_knows_its_zone_and_country() {
        let places = Places::built_in();
        let place = places.find("布宜诺斯艾利斯").unwrap();
        assert_eq!(place.zone_name(), "America/Argentina/Buenos_Aires");
        let country = places.country_of(place).unwrap();
        assert_eq!((country.code(), country.name(language("de"))), ("AR", "Argentinien"));
        assert_eq!(places.find("Selmar").unwrap().name(language("zh-Hans")), "塞尔马");
        let reported: jiff::Timestamp = "2020-07-18T22:30:00Z".parse().unwrap();
        assert_eq!(reported.to_zoned(places.find("Baku").unwrap().zone()).date().day(), 19);
        assert_eq!(reported.to_zoned(place.zone()).date().day(), 18);
    }

    #[test]
    fn broken_files_are_refused() {
        let file =
            |place: &str| format!("[[country]]\ncode = \"AZ\"\nnames = {{ en = \"A\" }}\n[[place]]\n{place}");
        let good = "key = \"b\"\ncountry = \"AZ\"\nzone = \"Asia/Baku\"\nnames = { en = \"B\" }";
        assert!(Places::parse(&file(good)).is_ok());
        for (part, other) in [
            ("\"AZ\"", "\"ZZ\""),
            ("Asia/Baku", "Asia/Nowhere"),
            ("en = \"B\"", "az = \"B\""),
            ("key", "name"),
            ("en = ", "newsroom = "),
        ] {
            assert!(Places::parse(&file(&good.replace(part, other))).is_err(), "{other}");
        }
    }
}
