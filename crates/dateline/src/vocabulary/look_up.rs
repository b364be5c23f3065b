//! Subjects looked up while somebody types.

use std::collections::BTreeMap;
use std::sync::Arc;

use parking_lot::RwLock;

use super::{BUILT_IN, Concept, store};
use crate::db::{Conn, DbError};
use crate::lang::{Language, fold};

/// Characters of what is looked for that count.
const LONGEST: usize = 100;

/// How well a subject answers; the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Beginning,
    Word,
    Elsewhere,
    Code,
}

/// Every subject there is: what was loaded, and what is built in.
#[derive(Debug)]
pub struct Subjects {
    concepts: BTreeMap<String, Concept>,
}

/// A subject that was found.
#[derive(Clone, Copy, Debug)]
pub struct FoundSubject<'s> {
    /// The subject.
    pub concept: &'s Concept,
    /// The one above it.
    pub broader: Option<&'s Concept>,
}

impl Subjects {
    /// Loaded concepts over the built-in ones, whose names stand where a loaded one has none.
    pub fn of(loaded: Vec<Concept>) -> Subjects {
        let mut concepts: BTreeMap<String, Concept> =
            BUILT_IN.iter().map(|concept| (concept.code.clone(), concept.clone())).collect();
        for mut concept in loaded {
            if let Some(built_in) = concepts.remove(&concept.code) {
                for (tag, name) in built_in.labels {
                    concept.labels.entry(tag).or_insert(name);
                }
            }
            concepts.insert(concept.code.clone(), concept);
        }
        Subjects { concepts }
    }

    /// Subjects of which a word of the name in `language` begins like `query`, then those of which one in another
    /// language or the code does. Case and accents do not matter; retired ones are left out. At most `most`.
    pub fn look_up(&self, query: &str, language: Language, most: usize) -> Vec<FoundSubject<'_>> {
        let query = fold(&query.chars().take(LONGEST).collect::<String>());
        if query.is_empty() {
            return Vec::new();
        }
        let in_use = self.concepts.values().filter(|concept| !concept.retired);
        let mut found: Vec<_> = in_use
            .filter_map(|concept| {
                let fit = fit(concept, &query, language)?;
                Some((fit, concept.label(language).map(fold), concept))
            })
            .collect();
        found.sort_by(|one, other| (one.0, &one.1, &one.2.code).cmp(&(other.0, &other.1, &other.2.code)));
        let whole = |concept| FoundSubject { concept, broader: self.above(concept) };
        found.into_iter().take(most).map(|(.., concept)| whole(concept)).collect()
    }

    fn above(&self, concept: &Concept) -> Option<&Concept> {
        self.concepts.get(concept.broader.as_ref()?)
    }
}

fn fit(concept: &Concept, query: &str, language: Language) -> Option<Fit> {
    let here = concept.label(language).and_then(|name| of_name(&fold(name), query));
    let elsewhere = || concept.labels.values().any(|name| of_name(&fold(name), query).is_some());
    let code = || fold(concept.code.rsplit(':').next().unwrap_or_default()) == query;
    here.or_else(|| elsewhere().then_some(Fit::Elsewhere)).or_else(|| code().then_some(Fit::Code))
}

fn of_name(name: &str, query: &str) -> Option<Fit> {
    if name == query {
        return Some(Fit::Whole);
    }
    if name.starts_with(query) {
        return Some(Fit::Beginning);
    }
    let is_word = |(at, _): (usize, &str)| name[at + 1..].starts_with(query);
    // Chinese has no spaces: every character begins a word.
    let dense = query.chars().next().is_some_and(|first| first >= '\u{2e80}') && name.contains(query);
    (dense || name.match_indices(' ').any(is_word)).then_some(Fit::Word)
}

/// The subjects as a node keeps them, read anew when the table has changed. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct SubjectsCell(Arc<RwLock<Option<Kept>>>);

#[derive(Debug)]
struct Kept {
    revision: i64,
    subjects: Arc<Subjects>,
}

impl SubjectsCell {
    /// The subjects as they stand in `conn`'s view.
    pub async fn current(&self, conn: &mut Conn<'_>) -> Result<Arc<Subjects>, DbError> {
        let revision = store::revision(conn).await?;
        let known = |kept: &&Kept| kept.revision == revision;
        if let Some(kept) = self.0.read().as_ref().filter(known) {
            return Ok(kept.subjects.clone());
        }
        let subjects = Arc::new(Subjects::of(store::every(conn).await?));
        *self.0.write() = Some(Kept { revision, subjects: subjects.clone() });
        Ok(subjects)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(subjects: &Subjects, query: &str, tag: &str) -> Vec<String> {
        let found = subjects.look_up(query, Language::parse(tag).unwrap(), 5);
        found.iter().map(|found| found.concept.code.clone()).collect()
    }

    #[test]
    fn subjects_are_found_in_their_language_first_and_by_any_word() {
        let subjects = Subjects::of(Vec::new());
        for (query, tag) in [
            ("polit", "en"),
            ("Politik", "de"),
            ("ПОЛИТ", "ru"),
            ("siyasət", "az"),
            ("SIYASET", "az"),
            ("11000000", "fr"),
        ] {
            assert_eq!(
                codes(&subjects, query, tag).first().map(String::as_str),
                Some("medtop:11000000"),
                "{query}"
            );
        }
        assert!(codes(&subjects, "", "en").is_empty());
        assert!(codes(&subjects, "nothing of the kind", "en").is_empty());
    }

    #[test]
    fn loaded_subjects_keep_built_in_names_and_retired_ones_are_not_offered() {
        let concept = |code: &str, name: &str, retired: bool| Concept {
            code: code.to_owned(),
            uri: String::new(),
            labels: BTreeMap::from([("en-GB".to_owned(), name.to_owned())]),
            broader: Some("medtop:11000000".to_owned()),
            retired,
        };
        let subjects = Subjects::of(vec![
            concept("medtop:11000000", "politics and government", false),
            concept("medtop:20000587", "parliament", false),
            concept("medtop:20000999", "parliament of fools", true),
        ]);
        assert_eq!(codes(&subjects, "parl", "en"), ["medtop:20000587"]);
        assert_eq!(codes(&subjects, "siyas", "az"), ["medtop:11000000"]);
        let found = subjects.look_up("parliament", Language::ENGLISH, 5);
        assert_eq!(found[0].broader.unwrap().code, "medtop:11000000");
    }
}
