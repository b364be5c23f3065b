//! What a check found.

use serde::Serialize;

/// Faults that are kept word by word; more are counted.
const MOST_KEPT: usize = 1_000;

/// What a fault is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// A page that could not be made, or answers with something else than it should.
    Answer,
    /// A link that leads nowhere, or to what was withdrawn.
    Link,
    /// The markup of a page.
    Markup,
    /// A feed.
    Feed,
    /// A sitemap.
    Sitemap,
    /// Translations that do not name each other.
    Hreflang,
    /// The weight of pages.
    Weight,
}

impl About {
    /// The word for people and machines.
    pub fn as_str(self) -> &'static str {
        match self {
            About::Answer => "answer",
            About::Link => "link",
            About::Markup => "markup",
            About::Feed => "feed",
            About::Sitemap => "sitemap",
            About::Hreflang => "hreflang",
            About::Weight => "weight",
        }
    }
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// The address at fault, without the origin.
    pub address: String,
    /// What it is about.
    pub about: About,
    /// A sentence.
    pub said: String,
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Addresses asked for.
    pub addresses: u64,
    /// Of those, pages of stories.
    pub stories: u64,
    /// Of those, feeds.
    pub feeds: u64,
    /// Sitemaps read.
    pub sitemaps: u64,
    /// Public stories, by the database and by the sitemaps.
    pub public_stories: u64,
    /// Links that were found and not followed, because a bound was reached.
    pub links_left: u64,
    /// The heaviest page of a story: bytes with headers, compressed, and its address.
    pub heaviest: (usize, String),
    /// Pages of stories over the weight.
    pub over_weight: u64,
    /// Everything that is wrong, up to 1,000.
    pub faults: Vec<Fault>,
    /// All that is wrong, counted.
    pub faults_found: u64,
}

impl Report {
    /// Whether nothing is wrong.
    pub fn is_good(&self) -> bool {
        self.faults_found == 0
    }

    /// Notes what is wrong with an address.
    pub(super) fn fault(&mut self, address: &str, about: About, said: impl Into<String>) {
        self.faults_found += 1;
        if self.faults.len() < MOST_KEPT {
            self.faults.push(Fault { address: address.to_owned(), about, said: said.into() });
        }
    }
}
