//! What an act changed, as the log and the pages need to know it.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Names, Story, StoryAct, StoryCopy};
use crate::edition::Agency;
use crate::ids::{StoryId, StoryNumber};
use crate::lang::Language;

/// How long a story counts as young: its *other news* are the newest of the section; after that those nearest
/// before it.
pub const YOUNG_SECONDS: i64 = 48 * 3600;

/// One act on one story, done.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// When.
    pub at: Timestamp,
    /// What.
    pub act: StoryAct,
    /// The story's id.
    pub story: StoryId,
    /// The story's number.
    pub number: StoryNumber,
    /// Its language.
    pub language: Language,
    /// Its version after the act.
    pub version: i64,
    /// The hash of that version.
    pub hash: String,
    /// Published before it came here.
    pub backfill: bool,
    /// Only trusted readers hear of it.
    pub trusted: bool,
    /// What pages depend on and this changed; see [`Touches`].
    pub touches: Vec<String>,
    /// No longer public.
    pub withdrawn: bool,
    /// Days whose number of public stories changed.
    pub days: Vec<(Language, Date, i64)>,
    /// Names of topics and authors it shows.
    pub names: Names,
}

impl Change {
    /// What an act on a story leaves in the log, before it is known what it changed on pages.
    pub(super) fn of(story: &Story, act: StoryAct, hash: String, at: Timestamp) -> Change {
        Change {
            at,
            act,
            story: story.id,
            number: story.number,
            language: story.language,
            version: story.version,
            hash,
            backfill: false,
            trusted: false,
            touches: Vec::new(),
            withdrawn: false,
            days: Vec::new(),
            names: Names::default(),
        }
    }

    /// The same where only trusted readers hear of it: no page has changed.
    pub(super) fn of_trusted(story: &Story, act: StoryAct, hash: String, at: Timestamp) -> Change {
        Change { trusted: true, ..Change::of(story, act, hash, at) }
    }
}

/// The names of what pages depend on. Pages name the same when they are rendered.
#[derive(Clone, Debug, Default)]
pub struct Touches(BTreeSet<String>);

impl Touches {
    /// Nothing yet.
    pub fn new() -> Touches {
        Touches::default()
    }

    /// Adds a name.
    pub fn add(&mut self, name: String) -> &mut Touches {
        self.0.insert(name);
        self
    }

    /// Everything that shows or lists `copy`, first published at `published`.
    pub fn listed(
        &mut self,
        agency: &Agency,
        language: Language,
        copy: &StoryCopy,
        published: Timestamp,
        now: Timestamp,
    ) -> &mut Touches {
        let day = agency.day_of(published);
        self.add(touch::front(language)).add(touch::day(language, day)).add(touch::month(language, day));
        self.add(touch::sitemap(language, day));
        let old = now.as_second() - published.as_second() > YOUNG_SECONDS;
        if !old {
            self.add(touch::news());
        }
        for home in std::iter::once(&copy.section).chain(&copy.also_in) {
            for key in agency.lineage(home) {
                self.add(touch::section(language, key));
                if old {
                    self.add(touch::past(language, key));
                }
            }
        }
        for topic in &copy.topics {
            self.add(touch::topic(language, &topic.slug));
        }
        for author in &copy.authors {
            self.add(touch::author(language, &author.slug));
        }
        self
    }

    /// The names, in order.
    pub fn into_names(self) -> Vec<String> {
        self.0.into_iter().collect()
    }
}

/// How what pages depend on is called.
pub mod touch {
    use jiff::civil::Date;

    use crate::ids::StoryNumber;
    use crate::lang::Language;

    /// A story's own page, history and the like.
    pub fn story(number: StoryNumber) -> String {
        format!("story:{number}")
    }
    /// The front of an edition, and its feeds.
    pub fn front(language: Language) -> String {
        format!("front:{language}")
    }
    /// A section's lists and feeds.
    pub fn section(language: Language, key: &str) -> String {
        format!("section:{language}:{key}")
    }
    /// The part of a section that is older than what counts as young.
    pub fn past(language: Language, key: &str) -> String {
        format!("past:{language}:{key}")
    }
    /// A day's archive.
    pub fn day(language: Language, day: Date) -> String {
        format!("day:{language}:{day}")
    }
    /// A month's calendar.
    pub fn month(language: Language, day: Date) -> String {
        format!("month:{language}:{:04}-{:02}", day.year(), day.month())
    }
    /// A topic's list.
    pub fn topic(language: Language, slug: &str) -> String {
        format!("topic:{language}:{slug}")
    }
    /// An author's list.
    pub fn author(language: Language, slug: &str) -> String {
        format!("author:{language}:{slug}")
    }
    /// The corrections page.
    pub fn corrections(language: Language) -> String {
        format!("corrections:{language}")
    }
    /// The sitemap of a month.
    pub fn sitemap(language: Language, day: Date) -> String {
        format!("sitemap:{language}:{:04}-{:02}", day.year(), day.month())
    }
    /// The news sitemap.
    pub fn news() -> String {
        "news".to_owned()
    }
    /// Settings of the agency, its editions and sections: every page.
    pub fn agency() -> String {
        "agency".to_owned()
    }
    /// Addresses of the past that lead to where things are now: every page that was looked for in vain.
    pub fn old_addresses() -> String {
        "old_addresses".to_owned()
    }
    /// A picture, video or audio file by its public name.
    pub fn media(public: &str) -> String {
        format!("media:{public}")
    }
}
