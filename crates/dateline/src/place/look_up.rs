//! Places looked up while somebody types.

use super::{Place, Places};
use crate::lang::{Language, fold};

/// Characters of what is looked for that count.
const LONGEST: usize = 100;

/// How well a place answers; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Beginning,
    BeginningElsewhere,
    Word,
}

/// A place that was found.
#[derive(Clone, Copy, Debug)]
pub struct Found<'p> {
    /// The place.
    pub place: &'p Place,
    /// The name that answered, where it is not the one in the language asked for.
    pub by: Option<&'p str>,
}

impl Places {
    /// Places whose name in any language, or a word of it, begins like `query`; those in `language` first, then by their
    /// name there. Case and accents do not matter. At most `most`.
    pub fn look_up(&self, query: &str, language: Language, most: usize) -> Vec<Found<'_>> {
        let query: String = fold(&query.chars().take(LONGEST).collect::<String>());
        if query.is_empty() {
            return Vec::new();
        }
        let fits = self.iter().filter_map(|place| {
            let (fit, by) = fit(place, &query, language)?;
            Some((fit, fold(place.name(language)), Found { place, by }))
        });
        let mut found: Vec<_> = fits.collect();
        found.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        found.into_iter().take(most).map(|(.., found)| found).collect()
    }
}

fn fit<'p>(place: &'p Place, query: &str, language: Language) -> Option<(Fit, Option<&'p str>)> {
    let own = place.name(language);
    let here = of_name(own, query).map(|fit| (fit, None));
    let key = Some(place.key()).filter(|key| fold(key).starts_with(query));
    let elsewhere = place.names().filter(|(_, name)| *name != own).filter_map(|(_, name)| {
        let fit = match of_name(name, query)? {
            Fit::Word => Fit::Word,
            _ => Fit::BeginningElsewhere,
        };
        Some((fit, Some(name)))
    });
    let by_key = key.map(|_| (Fit::BeginningElsewhere, None));
    here.into_iter().chain(elsewhere).chain(by_key).min_by_key(|(fit, _)| *fit)
}

fn of_name(name: &str, query: &str) -> Option<Fit> {
    let name = fold(name);
    if name == query {
        return Some(Fit::Whole);
    }
    if name.starts_with(query) {
        return Some(Fit::Beginning);
    }
    name.match_indices(' ').any(|(at, _)| name[at + 1..].starts_with(query)).then_some(Fit::Word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(query: &str, tag: &str) -> Vec<String> {
        let language = Language::parse(tag).unwrap();
        let places = Places::built_in();
        places.look_up(query, language, 5).iter().map(|found| found.place.key().to_owned()).collect()
    }

    #[test]
    fn a_place_is_found_by_its_beginning_in_any_language_and_script() {
        for query in ["Baku", "bakı", "BAKI", "Баку", "باكو", "巴库", "bako", "Bakou"] {
            assert_eq!(keys(query, "fr")[0], "baku", "{query}");
        }
        assert_eq!(keys("york", "en"), ["new-york"]);
        assert_eq!(keys("", "en"), [""; 0]);
        assert_eq!(keys("%", "en"), [""; 0]);
    }

    #[test]
    fn names_in_the_language_asked_for_come_first() {
        assert_eq!(keys("pari", "en")[0], "paris");
        let places = Places::built_in();
        let russian = Language::parse("ru").unwrap();
        let found = places.look_up("vien", russian, 5);
        let vienna = found.iter().find(|found| found.place.key() == "vienna").unwrap();
        assert_eq!((vienna.place.name(russian), vienna.by), ("Вена", Some("Vienna")));
    }
}
