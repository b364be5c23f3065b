//! Names behind the slugs of topics and authors.
//!
//! Many stories share them, so an act does not write them itself: it hands them over with its change, and they are
//! written where acts are in one order. Otherwise two acts on two stories could wait for each other's rows.

use std::collections::BTreeSet;

use super::StoryCopy;
use crate::db::{Conn, DbError, ManyRows};
use crate::lang::Language;

/// Names that stories brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    topics: BTreeSet<(Language, String, String)>,
    authors: BTreeSet<(String, Language, String)>,
}

impl Names {
    /// Those of `copy`.
    pub fn of(language: Language, copy: &StoryCopy) -> Names {
        let mut names = Names::default();
        names.add(language, copy);
        names
    }

    /// Adds those of `copy`.
    pub fn add(&mut self, language: Language, copy: &StoryCopy) {
        let topics = copy.topics.iter().filter(|topic| !topic.slug.is_empty());
        self.topics.extend(topics.map(|topic| (language, topic.slug.clone(), topic.name.clone())));
        self.authors.extend(copy.authors.iter().map(|a| (a.slug.clone(), language, a.name.clone())));
    }

    /// Adds others'.
    pub fn join(&mut self, others: &Names) {
        self.topics.extend(others.topics.iter().cloned());
        self.authors.extend(others.authors.iter().cloned());
    }

    /// Writes them; those that are there stay.
    pub async fn put(self, conn: &mut Conn<'_>) -> Result<(), DbError> {
        let mut many = ManyRows::into_table("topic", "language, slug, name", "ON CONFLICT DO NOTHING");
        for (language, slug, name) in self.topics {
            many.push([language.as_str().into(), slug.into(), name.into()]);
        }
        conn.insert_many(many).await?;
        let mut many = ManyRows::into_table("author", "slug, language, name", "ON CONFLICT DO NOTHING");
        for (slug, language, name) in self.authors {
            many.push([slug.into(), language.as_str().into(), name.into()]);
        }
        conn.insert_many(many).await.map(|_| ())
    }
}

/// The name of a topic; `None` where no story has it.
pub async fn topic_name(
    conn: &mut Conn<'_>,
    language: Language,
    slug: &str,
) -> Result<Option<String>, DbError> {
    let row = conn
        .optional(
            "SELECT name FROM topic WHERE language = $1 AND slug = $2",
            [language.as_str().into(), slug.into()],
        )
        .await?;
    row.map(|row| row.get("name")).transpose()
}
