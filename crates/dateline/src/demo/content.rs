//! The demo's files, read from the program itself.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use rust_embed::Embed;
use serde::Deserialize;

use crate::edition::AgencyDescription;
use crate::story::format::StoryFile;

/// The demo's noon: what its files call now.
const NOON: &str = "2026-06-01T12:00:00+04:00";

#[derive(Embed)]
#[folder = "../../fixtures/demo"]
#[include = "agency.toml"]
#[include = "newsroom.json"]
#[include = "*.jsonl"]
#[include = "*.acts.json"]
#[include = "media/*.jpg"]
struct Files;

/// A file of the demo that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the demo's {file}: {reason}")]
pub struct BadContent {
    /// Which.
    pub file: String,
    /// Why.
    pub reason: String,
}

pub(super) fn bad(file: impl Into<String>, reason: impl ToString) -> BadContent {
    BadContent { file: file.into(), reason: reason.to_string() }
}

/// The description of the demo's agency.
pub fn agency() -> Result<AgencyDescription, BadContent> {
    let file = "agency.toml";
    AgencyDescription::parse(&text(file)?).map_err(|wrong| bad(file, wrong))
}

fn text(file: &str) -> Result<String, BadContent> {
    String::from_utf8(bytes(file)?.into_owned()).map_err(|wrong| bad(file, wrong))
}

pub(super) fn bytes(file: &str) -> Result<Cow<'static, [u8]>, BadContent> {
    Files::get(file).map(|file| file.data).ok_or_else(|| bad(file, "is not there"))
}

/// The people of the demo, their desks, and what they are working on.
pub(super) fn newsroom() -> Result<super::at_work::Plan, BadContent> {
    let file = "newsroom.json";
    serde_json::from_str(&text(file)?).map_err(|wrong| bad(file, wrong))
}

/// Everything that is told in the demo.
#[derive(Debug)]
pub(super) struct Content {
    /// Stories, those they name before them.
    pub stories: Vec<StoryFile>,
    /// Acts by language.
    pub acts: BTreeMap<String, Acts>,
    /// By how much times are moved.
    pub shift: SignedDuration,
}

/// What happens to stories of one language after their first publication.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Acts {
    pub update: Update,
    pub correction: Mend,
    pub kill: Kill,
    pub refile: Mend,
}

/// Fuller text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Update {
    pub uri: String,
    pub append_html: String,
    pub editor_note: String,
}

/// Words put right.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mend {
    pub uri: String,
    pub wrong: String,
    pub right: String,
    pub editor_note: String,
    #[serde(default)]
    pub public_note: Option<String>,
}

/// A story withdrawn.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kill {
    pub uri: String,
    pub reason: String,
}

impl Content {
    /// Reads everything, times moved so that the demo's noon is `now`, to the minute.
    pub(super) fn read(now: Timestamp) -> Result<Content, BadContent> {
        let noon: Timestamp = NOON.parse().expect("a literal");
        let minutes = (now.as_second() - noon.as_second()).div_euclid(60);
        let shift = SignedDuration::from_mins(minutes);
        let (mut stories, mut acts) = (Vec::new(), BTreeMap::new());
        let mut names: Vec<Cow<'static, str>> = Files::iter().collect();
        names.sort();
        for name in names {
            if let Some(language) = name.strip_suffix(".acts.json") {
                let read = serde_json::from_str(&text(&name)?).map_err(|wrong| bad(&*name, wrong))?;
                acts.insert(language.to_owned(), read);
            } else if name.ends_with(".jsonl") {
                read_stories(&name, shift, &mut stories)?;
            }
        }
        // What others name stands first: the English originals, each run from its beginning.
        stories.sort_by_key(|story| (story.translation_of.is_some(), story.published_at));
        Ok(Content { stories, acts, shift })
    }
}

fn read_stories(name: &str, shift: SignedDuration, stories: &mut Vec<StoryFile>) -> Result<(), BadContent> {
    for (line, json) in text(name)?.lines().enumerate().filter(|(_, json)| !json.trim().is_empty()) {
        let mut story = StoryFile::parse(json).map_err(|wrong| bad(format!("{name}:{}", line + 1), wrong))?;
        story.published_at = story.published_at.map(|at| at + shift);
        stories.push(story);
    }
    Ok(())
}
