//! From a story file to copy.

use story_body::{Body, Notice};

use super::{NamedEntry, StoryFile};
use crate::clock::instant;
use crate::ids::{MediaId, StoryNumber};
use crate::lang::Language;
use crate::story::create::LONGEST_HEADLINE;
use crate::story::slug::Slug;
use crate::story::{Author, Embargo, MediaUse, StoryCopy, Topic};

/// Characters of one short field.
const LONGEST_FIELD: usize = 1_000;
/// Characters of a summary or a note.
const LONGEST_NOTE: usize = 20_000;
/// Characters of a `uri` or an address.
const LONGEST_ADDRESS: usize = 2_000;
/// Entries of one list.
const MOST_ENTRIES: usize = 1_000;

/// Why a story file was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadStoryFile {
    /// No JSON, an unknown or missing key, or a value of the wrong type; the message names it.
    #[error("{0}")]
    Shape(String),
    /// A value cannot be.
    #[error("{key}: {reason}")]
    Value {
        /// The key.
        key: &'static str,
        /// What is wrong.
        reason: String,
    },
}

/// What the names in a file stand for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Key of the home section.
    pub section: String,
    /// Keys of further sections.
    pub also_in: Vec<String>,
    /// The story it goes on from.
    pub follows: Option<StoryNumber>,
    /// The stories to read beside it.
    pub related: Vec<StoryNumber>,
    /// The original.
    pub translation_of: Option<StoryNumber>,
    /// The media, one for each entry; `None` where it could not be taken in.
    pub media: Vec<Option<MediaId>>,
}

fn bad(key: &'static str, reason: impl Into<String>) -> BadStoryFile {
    BadStoryFile::Value { key, reason: reason.into() }
}

impl StoryFile {
    /// Reads one object and checks it.
    pub fn parse(json: &str) -> Result<StoryFile, BadStoryFile> {
        let file: StoryFile =
            serde_json::from_str(json).map_err(|wrong| BadStoryFile::Shape(wrong.to_string()))?;
        file.check()?;
        Ok(file)
    }

    /// Checks everything that can be checked without a database.
    pub fn check(&self) -> Result<(), BadStoryFile> {
        self.check_headline()?;
        if self.body.is_some() && self.body_html.is_some() {
            return Err(bad("body", "stands together with body_html"));
        }
        for (key, version) in
            [("version", self.version), ("translation_of_version", self.translation_of_version)]
        {
            if version.is_some_and(|version| !(1..=i64::from(i32::MAX)).contains(&version)) {
                return Err(bad(key, "is not a version, which are 1, 2, 3 and on"));
            }
        }
        self.check_lengths()?;
        self.check_lists()
    }

    fn check_headline(&self) -> Result<(), BadStoryFile> {
        if self.headline.trim().is_empty() {
            return Err(bad("headline", "is empty"));
        }
        // Counting bytes first spares most headlines the counting of characters.
        if self.headline.len() > LONGEST_HEADLINE {
            let length = self.headline.chars().count();
            if length > LONGEST_HEADLINE {
                return Err(bad(
                    "headline",
                    format!("has {length} characters; at most {LONGEST_HEADLINE} are taken"),
                ));
            }
        }
        if self.headline.contains(['\n', '\r', '\0']) {
            return Err(bad("headline", "runs over more than one line"));
        }
        Ok(())
    }

    fn check_lengths(&self) -> Result<(), BadStoryFile> {
        let dateline = self.dateline.as_ref();
        let texts = [
            ("uri", &self.uri, LONGEST_ADDRESS),
            ("section", &self.section, LONGEST_FIELD),
            ("slugline", &self.slugline, LONGEST_FIELD),
            ("byline", &self.byline, LONGEST_FIELD),
            ("summary", &self.summary, LONGEST_NOTE),
            ("editor_note", &self.editor_note, LONGEST_NOTE),
            ("public_note", &self.public_note, LONGEST_NOTE),
            ("usage_terms", &self.usage_terms, LONGEST_NOTE),
        ];
        let of_dateline = dateline.into_iter().flat_map(|parts| {
            [&parts.place, &parts.country, &parts.source].map(|text| ("dateline", text, LONGEST_FIELD))
        });
        for (key, text, most) in texts.into_iter().chain(of_dateline) {
            if let Some(text) = text {
                check_text(key, text, most)?;
            }
        }
        match self.uri.as_deref() {
            Some(uri) if uri.trim().is_empty() => Err(bad("uri", "is empty")),
            _ => Ok(()),
        }
    }

    fn check_lists(&self) -> Result<(), BadStoryFile> {
        for (key, length) in [
            ("also_in", self.also_in.len()),
            ("keywords", self.keywords.len()),
            ("subjects", self.subjects.len()),
            ("authors", self.authors.len()),
            ("topics", self.topics.len()),
            ("headlines", self.headlines.len()),
            ("sign_off", self.sign_off.len()),
            ("related", self.related.len()),
            ("corrections", self.corrections.len()),
            ("old_addresses", self.old_addresses.len()),
            ("media", self.media.len()),
        ] {
            if length > MOST_ENTRIES {
                return Err(bad(key, format!("has {length} entries; at most {MOST_ENTRIES} are taken")));
            }
        }
        for (key, texts) in [("also_in", &self.also_in), ("keywords", &self.keywords)] {
            texts.iter().try_for_each(|text| check_text(key, text, LONGEST_FIELD))?;
        }
        self.subjects.iter().try_for_each(|subject| check_text("subjects", &subject.uri, LONGEST_ADDRESS))?;
        self.authors.iter().try_for_each(|entry| check_named("authors", entry))?;
        self.topics.iter().try_for_each(|entry| check_named("topics", entry))?;
        self.corrections.iter().try_for_each(|entry| check_text("corrections", &entry.note, LONGEST_NOTE))?;
        for address in &self.old_addresses {
            check_text("old_addresses", address, LONGEST_ADDRESS)?;
            if !(address.starts_with('/')
                || address.starts_with("http://")
                || address.starts_with("https://"))
            {
                let reason = format!("{address:?} is neither a path nor an http(s) address");
                return Err(bad("old_addresses", reason));
            }
        }
        self.check_headlines()?;
        self.check_sign_off()?;
        self.check_media()
    }

    fn check_headlines(&self) -> Result<(), BadStoryFile> {
        for (place, other) in self.headlines.iter().enumerate() {
            if self.headlines[..place].iter().any(|before| before.role == other.role) {
                return Err(bad("headlines", "two have the same role"));
            }
            if other.value.trim().is_empty() || other.value.contains(['\n', '\r']) {
                return Err(bad("headlines", "one is empty, or runs over more than one line"));
            }
            check_text("headlines", &other.value, LONGEST_HEADLINE)?;
        }
        Ok(())
    }

    fn check_sign_off(&self) -> Result<(), BadStoryFile> {
        for person in &self.sign_off {
            if person.name.trim().is_empty() {
                return Err(bad("sign_off", "a name is empty"));
            }
            for text in std::iter::once(&person.name).chain(&person.initials) {
                check_text("sign_off", text, LONGEST_FIELD)?;
            }
        }
        Ok(())
    }

    fn check_media(&self) -> Result<(), BadStoryFile> {
        for entry in &self.media {
            if entry.file.is_some() == entry.media.is_some() {
                return Err(bad("media", "an entry needs either `file` or `media`"));
            }
            for text in [&entry.file, &entry.alt, &entry.caption, &entry.credit].into_iter().flatten() {
                check_text("media", text, LONGEST_NOTE)?;
            }
        }
        Ok(())
    }

    /// The body as blocks, with what was left out of its HTML. Blocks keep the ids of the words they had in
    /// `previous`.
    pub fn read_body(&self, previous: Option<&Body>) -> (Body, Vec<Notice>) {
        let Some(html) = &self.body_html else {
            return (self.body.clone().unwrap_or_default(), Vec::new());
        };
        let reading = match previous {
            Some(previous) => Body::from_html_keeping_ids(html, previous),
            None => Body::from_html(html),
        };
        (reading.body, reading.notices)
    }

    /// The copy of this file with `body`, its names standing for what was found. Media that were not found are left
    /// out.
    pub fn into_copy(self, body: Body, found: Found) -> StoryCopy {
        let language = self.language;
        let media = self.media.into_iter().zip(found.media).filter_map(|(entry, media)| {
            Some(MediaUse { media: media?, alt: entry.alt, caption: entry.caption, credit: entry.credit })
        });
        StoryCopy {
            section: found.section,
            also_in: found.also_in,
            kind: self.kind,
            headline: self.headline,
            headlines: self.headlines,
            slugline: filled(self.slugline),
            byline: filled(self.byline),
            summary: filled(self.summary),
            dateline: self.dateline,
            body,
            urgency: self.urgency,
            keywords: self.keywords,
            subjects: self.subjects,
            topics: topics(self.topics, language),
            authors: authors(self.authors, language),
            sign_off: self.sign_off,
            editor_note: filled(self.editor_note),
            usage_terms: filled(self.usage_terms),
            media: media.collect(),
            follows: found.follows.map(StoryNumber::get),
            related: found.related.into_iter().map(StoryNumber::get).collect(),
            translation_of_version: self.translation_of_version,
            translation_of: found.translation_of.map(StoryNumber::get),
            embargo: self
                .embargoed_until
                .map(|until| Embargo { until: Some(instant(until.as_microsecond())), zone: None }),
        }
    }
}

fn check_text(key: &'static str, text: &str, most: usize) -> Result<(), BadStoryFile> {
    if text.len() > most && text.chars().count() > most {
        return Err(bad(key, format!("is longer than {most} characters")));
    }
    if text.contains('\0') {
        return Err(bad(key, "holds a NUL, which is not text"));
    }
    Ok(())
}

fn check_named(key: &'static str, entry: &NamedEntry) -> Result<(), BadStoryFile> {
    if entry.name.trim().is_empty() {
        return Err(bad(key, "a name is empty"));
    }
    check_text(key, &entry.name, LONGEST_FIELD)?;
    if let Some(slug) = &entry.slug {
        Slug::parse(slug).map_err(|wrong| bad(key, wrong.to_string()))?;
    }
    Ok(())
}

/// An empty text says nothing, as an absent one does.
fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

fn slug_of(entry: &NamedEntry, language: Language) -> String {
    entry.slug.clone().unwrap_or_else(|| Slug::of_headline(&entry.name, language).to_string())
}

/// Topics with their slugs; the same one twice is one.
pub(crate) fn topics(entries: Vec<NamedEntry>, language: Language) -> Vec<Topic> {
    let mut topics: Vec<Topic> = Vec::with_capacity(entries.len());
    for entry in entries {
        let slug = slug_of(&entry, language);
        if topics.iter().all(|topic| topic.slug != slug) {
            topics.push(Topic { name: entry.name, slug });
        }
    }
    topics
}

/// People with their slugs, each once in a role.
fn authors(entries: Vec<NamedEntry>, language: Language) -> Vec<Author> {
    let mut authors: Vec<Author> = Vec::with_capacity(entries.len());
    for entry in entries {
        let author = Author { slug: slug_of(&entry, language), name: entry.name, role: entry.role };
        if !authors.contains(&author) {
            authors.push(author);
        }
    }
    authors
}
