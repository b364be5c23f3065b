//! What the program says to readers, in each language, and what an agency says instead.
//!
//! Owns the built-in texts of the public site (`texts/*.ftl`, in the syntax of Fluent) and of the newsroom (`texts/newsroom/LANGUAGE/*.ftl`), and the overriding of them. A text is found by its key in the
//! language asked for, else in a less exact one behind it (`zh` for `zh-Hans`), else in English. What stories say is none of this.

mod edition_texts;
mod source;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, LazyLock};

use fluent_bundle::FluentResource;
use rust_embed::RustEmbed;

use crate::lang::{Digits, Language};
pub use edition_texts::{Argument, EditionTexts};

/// Longest text an agency may set, in bytes.
const MAX_TEXT_BYTES: usize = 4_000;

/// The texts an agency sets for an edition, by key.
pub type Overrides = BTreeMap<String, String>;

#[derive(RustEmbed)]
#[folder = "texts/"]
#[include = "*.ftl"]
#[exclude = "editor/*"]
#[exclude = "newsroom/*"]
struct TextFiles;

#[derive(RustEmbed)]
#[folder = "texts/newsroom/"]
#[include = "*/*.ftl"]
struct NewsroomFiles;

#[derive(RustEmbed)]
#[folder = "texts/editor/"]
#[include = "*.ftl"]
struct EditorFiles;

static BUILT_IN: LazyLock<Texts> =
    LazyLock::new(|| Texts::load().expect("the built-in texts are well formed, which a test proves"));

static NEWSROOM: LazyLock<Texts> = LazyLock::new(|| {
    Texts::read_all::<NewsroomFiles>().expect("the newsroom's texts are well formed, which a test proves")
});

static EDITOR: LazyLock<Texts> = LazyLock::new(|| {
    Texts::read_all::<EditorFiles>().expect("the editor's texts are well formed, which a test proves")
});

/// Why texts were refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadText {
    /// A key no page asks for.
    #[error("there is no text `{key}`{}", nearest.as_ref().map(|n| format!("; did you mean `{n}`?")).unwrap_or_default())]
    UnknownKey {
        /// The key as it came.
        key: String,
        /// The known key most like it, where one is.
        nearest: Option<String>,
    },
    /// A text that asks for something the page does not give.
    #[error("the text `{key}` asks for `${variable}`, which is not given to it{}", given(known))]
    UnknownVariable {
        /// The key of the text.
        key: String,
        /// The name after the dollar sign.
        variable: String,
        /// What is given to it.
        known: Vec<String>,
    },
    /// Not in the syntax of Fluent.
    #[error("the text `{key}` cannot be read: {reason}")]
    Malformed {
        /// The key, or the language of a whole file.
        key: String,
        /// What the reader of the syntax says.
        reason: String,
    },
    /// More than 4,000 bytes.
    #[error("the text `{0}` is longer than {MAX_TEXT_BYTES} bytes")]
    TooLong(String),
}

fn given(known: &[String]) -> String {
    match known {
        [] => "; it takes nothing".to_string(),
        _ => format!("; it takes ${}", known.join(", $")),
    }
}

/// All interface texts of an installation.
pub struct Texts {
    resources: HashMap<Language, Arc<FluentResource>>,
    /// Each key with the variables its text may use, as English has them.
    keys: BTreeMap<String, BTreeSet<String>>,
    plain: HashMap<Language, Arc<EditionTexts>>,
}

impl Texts {
    /// The texts that come with the program.
    pub fn built_in() -> &'static Texts {
        &BUILT_IN
    }

    /// What the newsroom's own pages say, which no agency sets otherwise.
    pub fn newsroom() -> &'static Texts {
        &NEWSROOM
    }

    /// What the editor says, which is given to a script whole.
    pub fn editor() -> &'static Texts {
        &EDITOR
    }

    /// Reads the texts that come with the program; takes a few milliseconds.
    pub fn load() -> Result<Texts, BadText> {
        Texts::read_all::<TextFiles>()
    }

    fn read_all<Files: RustEmbed>() -> Result<Texts, BadText> {
        let files = files_by_language::<Files>();
        let english = files.get("en").map(String::as_str).unwrap_or_default();
        let mut texts =
            Texts { resources: HashMap::new(), keys: source::keys(english), plain: HashMap::new() };
        for (tag, file) in &files {
            let language = Language::parse(tag)
                .map_err(|error| BadText::Malformed { key: tag.clone(), reason: error.to_string() })?;
            texts.take(language, file)?;
        }
        texts.write_out()?;
        Ok(texts)
    }

    /// Adds the text file of a further language, or replaces that of a known one. What it lacks falls back.
    pub fn add(&mut self, language: Language, file: &str) -> Result<(), BadText> {
        self.take(language, file)?;
        self.write_out()
    }

    fn take(&mut self, language: Language, file: &str) -> Result<(), BadText> {
        for (key, used) in source::keys(file) {
            self.check(&key, &used)?;
        }
        self.resources.insert(language, Arc::new(source::resource(language.as_str(), file.to_string())?));
        Ok(())
    }

    /// Writes every text of every language out, gaps unfilled.
    fn write_out(&mut self) -> Result<(), BadText> {
        self.plain.clear();
        for language in self.resources.keys() {
            let texts = self.edition(*language, &Overrides::new(), Digits::usual(*language))?;
            self.plain.insert(*language, Arc::new(texts));
        }
        Ok(())
    }

    /// The languages there are texts in.
    pub fn languages(&self) -> impl Iterator<Item = Language> {
        let mut all: Vec<Language> = self.resources.keys().copied().collect();
        all.sort();
        all.into_iter()
    }

    /// Every key, in alphabetical order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.keys.keys().map(String::as_str)
    }

    /// The texts of a language as they come with the program, or of the nearest one there is.
    pub fn of(&self, language: Language) -> &EditionTexts {
        language
            .fallbacks()
            .find_map(|language| self.plain.get(&language))
            .or_else(|| self.plain.get(&Language::ENGLISH))
            .expect("English texts are built in")
    }

    /// One text of a language; see [`EditionTexts::get`].
    pub fn get(&self, language: Language, key: &str) -> &str {
        self.of(language).get(key).unwrap_or_default()
    }

    /// One text of a language with its gaps filled; see [`EditionTexts::format`].
    pub fn format(&self, language: Language, key: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        self.of(language).format(key, arguments)
    }

    /// The texts of a language as they are written, gaps and plural forms included, by key; of the nearest one there is.
    pub fn built_in_sources(language: Language) -> BTreeMap<String, String> {
        let files = files_by_language::<TextFiles>();
        let known = language.fallbacks().chain([Language::ENGLISH]).find_map(|l| files.get(l.as_str()));
        known.map(|file| source::patterns(file)).unwrap_or_default()
    }

    /// The keys under the headings they stand under.
    pub fn built_in_groups() -> Vec<(String, Vec<String>)> {
        let files = files_by_language::<TextFiles>();
        files.get("en").map(|file| source::groups(file)).unwrap_or_default()
    }

    /// What is given to the text of a key.
    pub fn gaps(&self, key: &str) -> Vec<String> {
        self.keys.get(key).map(|gaps| gaps.iter().cloned().collect()).unwrap_or_default()
    }

    /// Refuses overrides with unknown keys, unknown variables or broken syntax, the first one found.
    pub fn check_overrides(&self, overrides: &Overrides) -> Result<(), BadText> {
        self.edition(Language::ENGLISH, overrides, Digits::Latn).map(|_| ())
    }

    /// The texts of an edition: the language's, with the agency's own on top. Numbers in them are in `digits`.
    ///
    /// An agency's text for a key without variables is taken as it stands; one for a key with variables is a Fluent pattern.
    pub fn edition(
        &self,
        language: Language,
        overrides: &Overrides,
        digits: Digits,
    ) -> Result<EditionTexts, BadText> {
        let mut layers = Vec::new();
        let fallbacks: Vec<Language> = language.fallbacks().filter(|l| *l != Language::ENGLISH).collect();
        layers.extend(self.resources.get(&Language::ENGLISH).cloned());
        layers.extend(fallbacks.iter().rev().filter_map(|l| self.resources.get(l).cloned()));
        let mut verbatim = Vec::new();
        for (key, text) in overrides {
            if text.len() > MAX_TEXT_BYTES {
                return Err(BadText::TooLong(key.clone()));
            }
            if self.variables(key)?.is_empty() {
                verbatim.push((key.as_str(), text.as_str()));
                continue;
            }
            self.check(key, &source::variables(text))?;
            layers.push(Arc::new(source::resource(key, source::message(key, text))?));
        }
        let mut texts = EditionTexts::layered(language, digits, layers, self.keys());
        for (key, text) in verbatim {
            texts.set(key, text);
        }
        Ok(texts)
    }

    fn check(&self, key: &str, used: &BTreeSet<String>) -> Result<(), BadText> {
        let known = self.variables(key)?;
        match used.iter().find(|variable| !known.contains(*variable)) {
            None => Ok(()),
            Some(variable) => Err(BadText::UnknownVariable {
                key: key.to_string(),
                variable: variable.clone(),
                known: known.iter().cloned().collect(),
            }),
        }
    }

    fn variables(&self, key: &str) -> Result<&BTreeSet<String>, BadText> {
        self.keys
            .get(key)
            .ok_or_else(|| BadText::UnknownKey { key: key.to_string(), nearest: self.nearest(key) })
    }

    fn nearest(&self, key: &str) -> Option<String> {
        let likeness = |known: &str| strsim::normalized_damerau_levenshtein(&key.to_lowercase(), known);
        let best = self.keys().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
        (likeness(best) > 0.5).then(|| best.to_string())
    }
}

/// What is in `en.ftl`, or in all files of the folder `en`, by language.
fn files_by_language<Files: RustEmbed>() -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for name in Files::iter() {
        let Some(file) = Files::get(&name) else { continue };
        let tag = name.split('/').next().unwrap_or_default().trim_end_matches(".ftl");
        let all = files.entry(tag.to_owned()).or_default();
        *all += &String::from_utf8_lossy(&file.data);
        all.push('\n');
    }
    files
}

#[cfg(test)]
mod tests;
