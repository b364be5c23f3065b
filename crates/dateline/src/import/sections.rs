//! Sections that stories name, made where they do not exist.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use super::ImportError;
use crate::edition::{Agency, ApplyError, EditionSection};
use crate::lang::Language;
use crate::publication::Publication;
use crate::section::checked_slug;
use crate::story::slug::Slug;

/// What a file says of sections beside their slugs: names, and the section above.
#[derive(Clone, Debug, Default)]
pub(super) struct SectionHints(Arc<Mutex<HashMap<String, SectionHint>>>);

/// A section's name and the slug of the one above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SectionHint {
    pub name: String,
    pub parent: Option<String>,
}

impl SectionHints {
    pub(super) fn put(&self, slug: String, hint: SectionHint) {
        self.0.lock().expect("nobody panics with it").insert(slug, hint);
    }

    fn get(&self, slug: &str) -> Option<SectionHint> {
        self.0.lock().expect("nobody panics with it").get(slug).cloned()
    }
}

/// The keys behind names, as far as they have been asked for.
#[derive(Default)]
pub(super) struct Sections {
    keys: HashMap<(Language, Option<String>), Result<String, String>>,
    pub(super) hints: SectionHints,
    pub(super) made: Vec<String>,
}

/// The slug of a section that files call `name`: the name itself where it can stand in an address.
pub(super) fn slug_of(name: &str, language: Language) -> String {
    if checked_slug(name).is_ok() {
        return name.to_owned();
    }
    let slug = Slug::of_headline(name, language).to_string();
    let cut = match slug.len() > 64 {
        true => slug[..64].trim_end_matches('-'),
        false => &slug,
    };
    cut.to_owned()
}

impl Sections {
    /// The key of the section `name`, or of the usual one; the refusal is the story's.
    pub(super) async fn key(
        &mut self,
        publication: &Publication,
        agency: &mut Arc<Agency>,
        language: Language,
        name: Option<&str>,
        dry_run: bool,
    ) -> Result<Result<String, String>, ImportError> {
        let name = name.filter(|name| !name.trim().is_empty());
        let asked = (language, name.map(str::to_owned));
        if let Some(key) = self.keys.get(&asked) {
            return Ok(key.clone());
        }
        let key = match self.find(agency, language, name) {
            Some(key) => Ok(key),
            None if dry_run => Ok(self.would_make(language, name, agency)),
            None => match self.make(publication, agency, language, name).await {
                Ok(key) => Ok(key),
                Err(ImportError::Section(ApplyError::Section { source, .. })) => {
                    Err(format!("section: {source}"))
                }
                Err(error) => return Err(error),
            },
        };
        self.keys.insert(asked, key.clone());
        Ok(key)
    }

    fn find(&self, agency: &Agency, language: Language, name: Option<&str>) -> Option<String> {
        let edition = agency.edition(language)?;
        match name {
            Some(name) => {
                let found = agency.section_named(language, name).map(str::to_owned);
                found.or_else(|| agency.section_named(language, &slug_of(name, language)).map(str::to_owned))
            }
            None => {
                let first =
                    agency.sections.iter().find(|section| edition.sections.contains_key(&section.key));
                first.map(|section| section.key.clone())
            }
        }
    }

    fn would_make(&mut self, language: Language, name: Option<&str>, agency: &Agency) -> String {
        if agency.edition(language).is_none() {
            self.note(format!("edition {language}"));
        }
        let slug = name.map_or_else(|| "news".to_owned(), |name| slug_of(name, language));
        self.note(format!("edition {language} section {slug}"));
        slug
    }

    fn note(&mut self, made: String) {
        if !self.made.contains(&made) {
            self.made.push(made);
        }
    }

    async fn make(
        &mut self,
        publication: &Publication,
        agency: &mut Arc<Agency>,
        language: Language,
        name: Option<&str>,
    ) -> Result<String, ImportError> {
        let mut act = publication.begin_errand().await?;
        let had_edition = act.agency.edition(language).is_some();
        let key = match name {
            None => act.usual_section(language).await?,
            Some(name) => {
                let slug = slug_of(name, language);
                let hint = self.hints.get(&slug);
                let parent = hint.as_ref().and_then(|hint| hint.parent.clone());
                let called = match hint {
                    Some(hint) => hint.name,
                    // A slug is its own name; words in another form are the name the slug was made of.
                    None => name.to_owned(),
                };
                let section = EditionSection { slug, name: called };
                act.section_as(language, &section, parent.as_deref()).await?
            }
        };
        *agency = act.agency.clone();
        act.commit().await?;
        if !had_edition {
            self.note(format!("edition {language}"));
        }
        self.note(format!("edition {language} section {key}"));
        Ok(key)
    }
}
