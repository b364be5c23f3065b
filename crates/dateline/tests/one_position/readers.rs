//! Readers: what they ask for, what they got, and whether that stood in one position of the log.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, Uri};
use dateline::app::App;
use dateline::story::Release;
use regex::Regex;
use tower::ServiceExt;

use super::model::{self, Model, State};

/// An address and what it is of.
#[derive(Clone, Debug)]
pub enum Page {
    /// The front of an edition.
    Front(&'static str),
    /// A section by its slug.
    Section(&'static str, &'static str),
    /// The one day of the test.
    Day(&'static str),
    /// A feed of an edition, or of one of its sections.
    Feed(&'static str, Option<&'static str>, &'static str),
    /// The sitemap of the one month.
    Sitemap(&'static str),
    /// The news sitemap.
    News,
    /// The corrections of an edition.
    Corrections(&'static str),
    /// A story under an address it has, had or never had; with the ending of a page behind it.
    Story(i64, String, &'static str),
}

impl Page {
    /// The address asked for.
    pub fn path(&self) -> String {
        match self {
            Page::Front(language) => format!("/{language}"),
            Page::Section(language, section) => format!("/{language}/{section}"),
            Page::Day(language) => format!("/{language}/2026/06/01"),
            Page::Feed(language, None, file) => format!("/{language}/{file}"),
            Page::Feed(language, Some(section), file) => format!("/{language}/{section}/{file}"),
            Page::Sitemap(language) => format!("/sitemap/{language}/2026-06/1.xml"),
            Page::News => "/news-sitemap.xml".to_owned(),
            Page::Corrections(language) => format!("/{language}/corrections"),
            Page::Story(_, path, ending) => format!("{path}{ending}"),
        }
    }
}

/// What a reader got, and what stood when it was asked for.
#[derive(Clone, Debug)]
pub struct Seen {
    /// What was asked for.
    pub page: Page,
    /// The newest position that was answered to anybody before.
    pub floor: i64,
    /// Whether a broken template may have been in use.
    pub broken: bool,
    /// The status.
    pub status: StatusCode,
    /// `Dateline-Log`.
    pub position: Option<i64>,
    /// `Location`.
    pub location: Option<String>,
    /// Addresses of stories in it.
    pub links: BTreeSet<String>,
    /// Marks of texts in it.
    pub marks: BTreeSet<String>,
}

static LINK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"/(?:en|az)/[a-z]+/story-k\d+-r\d+-\d+").unwrap());
static MARK: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\bk\d+ r\d+\b").unwrap());

/// Asks as the server does: the page in memory first, then the router.
pub async fn ask(app: &App, router: &axum::Router, page: Page) -> Seen {
    let uri: Uri = page.path().parse().unwrap();
    let answer = match app.cache.hit(&Method::GET, &uri, &HeaderMap::new()) {
        Some(hit) => hit.map(Body::new),
        None => router.clone().oneshot(Request::get(uri).body(Body::empty()).unwrap()).await.unwrap(),
    };
    let (parts, body) = answer.into_parts();
    let status = parts.status;
    let header = |name| parts.headers.get(name).and_then(|value| Some(value.to_str().ok()?.to_owned()));
    let (position, location) = (header("dateline-log").and_then(|at| at.parse().ok()), header("location"));
    let bytes = axum::body::to_bytes(body, 16 << 20).await.unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let all = |pattern: &Regex| pattern.find_iter(&text).map(|found| found.as_str().to_owned()).collect();
    let (links, marks) = (all(&LINK), all(&MARK));
    Seen { page, floor: 0, broken: false, status, position, location, links, marks }
}

impl Seen {
    /// Why this cannot have stood in one position of the log, not older than the newest known when it was asked for.
    pub fn fault(&self, model: &Model) -> Option<String> {
        let Some(position) = self.position else {
            let built_in = self.broken && self.status == StatusCode::SERVICE_UNAVAILABLE;
            return (!built_in).then(|| "an answer without a position".to_owned());
        };
        if position > model.head() {
            return Some(format!("a position the log never had: {position}"));
        }
        if let Some(fault) = self.fault_at(model.at(position)) {
            return Some(format!("not what stood at its own position {position}: {fault}"));
        }
        if self.floor <= position {
            return None;
        }
        let state = model.at(self.floor);
        let fault = if self.broken { self.shows_withdrawn(state) } else { self.fault_at(state) };
        fault.map(|fault| format!("of {position}, asked for at {}: {fault}", self.floor))
    }

    /// A last good page may be old, but nothing in it may have been withdrawn since.
    fn shows_withdrawn(&self, state: &State) -> Option<String> {
        let number = |link: &String| link.rsplit('-').next().unwrap().parse::<i64>().unwrap();
        let gone = |number: i64| state.get(&number).is_none_or(|story| story.release != Release::Public);
        if self.status != StatusCode::OK {
            return None;
        }
        let own = match self.page {
            Page::Story(number, ..) => Some(number),
            _ => None,
        };
        let named = self.links.iter().map(number).chain(own).find(|number| gone(*number));
        named.map(|number| format!("{number} had been withdrawn"))
    }

    fn fault_at(&self, state: &State) -> Option<String> {
        match &self.page {
            Page::Story(number, path, ending) => self.story_fault(state, *number, path, ending),
            _ if self.status != StatusCode::OK => self.list_missing(state),
            page => self.named_fault(state, expected(page, state)).or_else(|| self.mark_fault(state)),
        }
    }

    /// Only a sitemap of a month without stories is not there.
    fn list_missing(&self, state: &State) -> Option<String> {
        match self.page {
            Page::Sitemap(language) if model::listed(state, language, None).is_empty() => None,
            _ => Some(format!("a list answered {}", self.status)),
        }
    }

    fn story_fault(&self, state: &State, number: i64, path: &str, ending: &str) -> Option<String> {
        let story = state.get(&number);
        let own = story.and_then(|story| story.path(number));
        let (Some(story), Some(own)) = (story, own) else {
            return self.status_fault(StatusCode::NOT_FOUND);
        };
        let ending = if story.taken_down { "" } else { ending };
        let there = format!("{own}{ending}");
        if self.page.path() != there {
            let moved = self.location.as_ref() == Some(&there);
            return self.status_fault(StatusCode::MOVED_PERMANENTLY).or_else(|| {
                (!moved).then(|| format!("moved from {path} to {:?}, not {there}", self.location))
            });
        }
        let status = StatusCode::from_u16(story.release.http_status()).unwrap();
        if status != StatusCode::OK || self.status != status {
            return self.status_fault(status);
        }
        if ending == "/history" {
            return None;
        }
        let mark = &story.shown.as_ref().unwrap().mark;
        if !self.marks.contains(mark) {
            return Some(format!("its page says {:?}, not {mark}", self.marks));
        }
        let expected = (ending.is_empty()).then(|| story_links(state, number));
        self.named_fault(state, expected.map(|links| (links.clone(), links)))
            .or_else(|| self.mark_fault(state))
    }

    fn status_fault(&self, expected: StatusCode) -> Option<String> {
        (self.status != expected).then(|| format!("answered {}, not {expected}", self.status))
    }

    /// `expected`: the least and the most that must be named.
    fn named_fault(
        &self,
        state: &State,
        expected: Option<(BTreeSet<String>, BTreeSet<String>)>,
    ) -> Option<String> {
        let (least, most) = expected?;
        if let Some(stranger) = self.links.difference(&most).next() {
            let known = model::public(state).any(|(number, text, _)| &text.path(number) == stranger);
            return Some(format!(
                "names {stranger}, which is {}",
                if known { "elsewhere" } else { "not there" }
            ));
        }
        let missing: Vec<&String> = least.difference(&self.links).collect();
        let named = self.links.len();
        (!missing.is_empty()).then(|| format!("does not name {missing:?} beside the {named} it names"))
    }

    /// Every text in it is what a public story says there.
    fn mark_fault(&self, state: &State) -> Option<String> {
        let said: BTreeSet<&String> = model::public(state).map(|(_, text, _)| &text.mark).collect();
        self.marks
            .iter()
            .find(|mark| !said.contains(mark))
            .map(|mark| format!("says {mark}, which nobody says"))
    }
}

/// The least and the most that a list names, by address.
fn expected(page: &Page, state: &State) -> Option<(BTreeSet<String>, BTreeSet<String>)> {
    let newest = |language, section, most: usize| -> BTreeSet<i64> {
        model::listed(state, language, section).into_iter().take(most).collect()
    };
    let exactly = |numbers: BTreeSet<i64>| {
        let paths = model::paths(state, numbers);
        Some((paths.clone(), paths))
    };
    match *page {
        Page::Front(language) => {
            let least = newest(language, None, 15);
            let sections =
                ["politics", "economy", "siyaset"].map(|section| newest(language, Some(section), 10));
            let most = sections.into_iter().fold(least.clone(), |most, section| &most | &section);
            Some((model::paths(state, least), model::paths(state, most)))
        }
        Page::Section(language, section) => exactly(newest(language, Some(section), 24)),
        Page::Day(language) => exactly(newest(language, None, 200)),
        Page::Feed(language, section, _) => exactly(newest(language, section, 30)),
        Page::Sitemap(language) => {
            let own = newest(language, None, 1_000);
            let groups = own.iter().map(|number| state[number].group);
            exactly(groups.flat_map(|group| model::fellows(state, group)).collect())
        }
        Page::News => exactly(&newest("en", None, 1_000) | &newest("az", None, 1_000)),
        Page::Corrections(language) => exactly(model::corrected(state, language, 24)),
        Page::Story(..) => None,
    }
}

/// The story itself, its translations, and the newest others of its section.
fn story_links(state: &State, number: i64) -> BTreeSet<String> {
    let story = &state[&number];
    let shown = story.shown.as_ref().unwrap();
    let others = model::listed(state, shown.language, Some(shown.section));
    let others = others.into_iter().take(7).filter(|other| *other != number).take(6);
    model::paths(state, others.chain(model::fellows(state, story.group)))
}
