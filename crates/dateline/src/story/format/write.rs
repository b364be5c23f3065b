//! From copy to a story file.

use super::{MediaEntry, NamedEntry, StoryFile, StoryName};
use crate::lang::Language;
use crate::story::StoryCopy;

impl StoryFile {
    /// `copy` as a file, its body as blocks and its media by id. Identity, times, version and status are whoever's who
    /// knows them.
    pub fn of_copy(language: Language, copy: &StoryCopy) -> StoryFile {
        StoryFile {
            section: Some(copy.section.clone()),
            also_in: copy.also_in.clone(),
            headlines: copy.headlines.clone(),
            slugline: copy.slugline.clone(),
            dateline: copy.dateline.clone(),
            byline: copy.byline.clone(),
            summary: copy.summary.clone(),
            body: Some(copy.body.clone()),
            urgency: copy.urgency,
            keywords: copy.keywords.clone(),
            subjects: copy.subjects.clone(),
            sign_off: copy.sign_off.clone(),
            editor_note: copy.editor_note.clone(),
            usage_terms: copy.usage_terms.clone(),
            embargoed_until: copy.embargo.as_ref().and_then(|embargo| embargo.until),
            translation_of: copy.translation_of.map(StoryName::Number),
            translation_of_version: copy.translation_of_version,
            kind: copy.kind,
            authors: copy
                .authors
                .iter()
                .map(|author| NamedEntry {
                    name: author.name.clone(),
                    slug: Some(author.slug.clone()),
                    role: author.role.clone(),
                })
                .collect(),
            topics: copy
                .topics
                .iter()
                .map(|topic| NamedEntry {
                    name: topic.name.clone(),
                    slug: Some(topic.slug.clone()),
                    role: None,
                })
                .collect(),
            follows: copy.follows.map(StoryName::Number),
            related: copy.related.iter().copied().map(StoryName::Number).collect(),
            media: copy
                .media
                .iter()
                .map(|used| MediaEntry {
                    file: None,
                    media: Some(used.media),
                    alt: used.alt.clone(),
                    caption: used.caption.clone(),
                    credit: used.credit.clone(),
                })
                .collect(),
            ..StoryFile::new(language, copy.headline.clone())
        }
    }
}
