//! Subject codes: what they are called in each language and which stands above which.
//!
//! Owns the tables `concept` and `vocabulary`. The seventeen top Media Topics of the IPTC are built in, named in nine languages; further
//! ones, of any vocabulary, are loaded from a file: the IPTC's own JSON, or one concept a line. Codes keep their
//! scheme (`medtop:11000000`), so vocabularies never mix.

mod look_up;
mod read;
mod store;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

pub use look_up::{FoundSubject, Subjects, SubjectsCell};
pub use read::{BadConcept, ReadVocabulary, read_vocabulary};

use crate::db::{Conn, DbError, ManyRows};
use crate::lang::Language;

/// The IPTC's top Media Topics (CC BY 4.0, IPTC), named in nine languages.
static BUILT_IN: LazyLock<Vec<Concept>> = LazyLock::new(|| {
    let read = read_vocabulary(include_str!("media_topics.jsonl"));
    assert!(read.refused.is_empty(), "the built-in topics read");
    read.concepts
});

/// A subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concept {
    /// Scheme and code, joined by a colon.
    pub code: String,
    /// What it is known by on the web.
    pub uri: String,
    /// Names by language tag.
    pub labels: BTreeMap<String, String>,
    /// Code of the concept above.
    pub broader: Option<String>,
    /// No longer to be used.
    pub retired: bool,
}

impl Concept {
    /// Its name in a language, or in a less exact one: `en` where `en-GB` is asked for, and the other way round.
    pub fn label(&self, language: Language) -> Option<&str> {
        let exact = language.fallbacks().find_map(|tag| self.labels.get(tag.as_str()));
        let base = || {
            let of_base = self.labels.iter().find(|(tag, _)| tag.split('-').next() == Some(language.base()));
            of_base.map(|(_, name)| name)
        };
        exact.or_else(base).map(String::as_str)
    }

    /// The same; where it has none, the English one, else any, else its code.
    pub fn name(&self, language: Language) -> &str {
        let any = || self.labels.values().next().map(String::as_str);
        self.label(language).or_else(|| self.label(Language::ENGLISH)).or_else(any).unwrap_or(&self.code)
    }
}

/// The concept of a code: as it was loaded, else built in. Names that were not loaded are the built-in ones.
pub async fn concept(conn: &mut Conn<'_>, code: &str) -> Result<Option<Concept>, DbError> {
    let row = conn
        .optional("SELECT code, uri, labels, broader, retired FROM concept WHERE code = $1", [code.into()])
        .await?;
    let built_in = BUILT_IN.iter().find(|concept| concept.code == code);
    let Some(mut concept) = row.as_ref().map(store::read_row).transpose()? else {
        return Ok(built_in.cloned());
    };
    for (tag, name) in built_in.iter().flat_map(|concept| &concept.labels) {
        concept.labels.entry(tag.clone()).or_insert_with(|| name.clone());
    }
    Ok(Some(concept))
}

/// Writes concepts; those that are there say what these say afterwards. How many were new or changed.
pub async fn put(conn: &mut Conn<'_>, concepts: &[Concept]) -> Result<u64, DbError> {
    let mut changed = 0;
    // The same code twice in one statement is refused by PostgreSQL: the last one counts.
    let by_code: BTreeMap<&str, &Concept> =
        concepts.iter().map(|concept| (concept.code.as_str(), concept)).collect();
    let concepts: Vec<&Concept> = by_code.into_values().collect();
    for slice in concepts.chunks(1_000) {
        let mut rows = ManyRows::into_table(
            "concept",
            "code, uri, labels, broader, retired",
            "ON CONFLICT (code) DO UPDATE SET uri = excluded.uri, labels = excluded.labels, \
             broader = excluded.broader, retired = excluded.retired \
             WHERE concept.uri <> excluded.uri OR concept.labels <> excluded.labels \
             OR concept.retired <> excluded.retired \
             OR coalesce(concept.broader, '') <> coalesce(excluded.broader, '')",
        );
        for concept in slice {
            rows.push([
                concept.code.as_str().into(),
                concept.uri.as_str().into(),
                serde_json::to_string(&concept.labels).expect("labels are plain data").into(),
                concept.broader.as_deref().into(),
                concept.retired.into(),
            ]);
        }
        changed += conn.insert_many(rows).await?;
    }
    if changed > 0 {
        store::raise(conn).await?;
    }
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_topics_are_named_in_nine_languages() {
        assert_eq!(BUILT_IN.len(), 17);
        for tag in ["en", "az", "ru", "de", "fr", "es", "ar", "fa", "zh-Hans", "zh-Hans-CN"] {
            let language = Language::parse(tag).expect("a tag");
            assert!(BUILT_IN.iter().all(|concept| concept.label(language).is_some()), "{tag}");
        }
        let politics = &BUILT_IN[10];
        assert_eq!(politics.code, "medtop:11000000");
        assert_eq!(politics.label(Language::parse("de").expect("a tag")), Some("Politik und Regierung"));
    }
}
