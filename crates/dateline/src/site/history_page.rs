//! The history of a story: every version the public was given, and what changed from one to the next.

use http::StatusCode;
use minijinja::Value;
use serde::Serialize;
use story_body::write_html::escape;
use story_body::{
    BlockFate, Body, CaptionsAlone, Ids, Kind, Rendering, WordFate, WordRun, compare, compare_texts,
    write_words,
};

use super::address::StoryPart;
use super::face::{Face, Moment};
use super::value::Link;
use super::view::{Failure, Framing, View};
use super::{Place, heading, list, section_page};
use crate::page_cache::Rendered;
use crate::story::{ReleasedStory, StoryAct, StoryCopy, Version, versions};

#[derive(Serialize)]
struct HistoryPage {
    trail: Vec<Link>,
    headline: String,
    story: String,
    versions: Vec<VersionValue>,
}

#[derive(Serialize)]
struct VersionValue {
    version: i64,
    act: String,
    time: Moment,
    note: Option<String>,
    headline: Value,
    summary: Option<Value>,
    body: Value,
    /// It says what the version before it said.
    unchanged: bool,
    /// The version it is compared with; 0 for the first.
    since: i64,
}

/// `…/history`
pub(super) async fn render(
    mut view: View<'_>,
    place: Place<'_>,
    story: &ReleasedStory,
) -> Result<Rendered, Failure> {
    let all = versions(&mut view.conn(), story.number).await?;
    let shown = public(all, story);
    let mut values: Vec<VersionValue> = Vec::new();
    let mut before: Option<(i64, &StoryCopy)> = None;
    for version in &shown {
        values.push(value(place.face, version, before));
        before = version.content.as_ref().map(|copy| (version.version, copy)).or(before);
    }
    values.reverse();
    let own = story.path(&view.agency());
    let path = format!("{own}{}", StoryPart::History.suffix());
    let title = place.face.format("history_of", &[("headline", story.page.headline.as_str().into())]);
    let mut head = list::head(&view, place, &title, &path);
    head.indexed = false;
    let mut trail = section_page::trail(&view, place, &story.section);
    trail.push(Link { name: story.page.headline.clone(), href: own.clone() });
    let framing = Framing { head, here: story.section.clone(), languages: view.fronts(place.face) };
    let page = HistoryPage { trail, headline: story.page.headline.clone(), story: own, versions: values };
    view.page(StatusCode::OK, "history_page.html", place.face, framing, page)
}

/// The versions readers have seen. Those replaced while the story was embargoed were never public; the one that
/// stood when the embargo ended became public at that instant, as a release.
fn public(all: Vec<Version>, story: &ReleasedStory) -> Vec<Version> {
    let began = all.iter().rposition(|version| version.at <= story.published_at);
    let mut shown: Vec<Version> = all.into_iter().skip(began.unwrap_or(0)).collect();
    if let Some(first) = shown.first_mut()
        && first.at < story.published_at
        && first.act != StoryAct::Import
    {
        first.at = story.published_at;
        first.act = StoryAct::Release;
    }
    shown
}

fn value(face: &Face, version: &Version, before: Option<(i64, &StoryCopy)>) -> VersionValue {
    let (since, old) = before.map_or((0, None), |(number, copy)| (number, Some(copy)));
    let unchanged = match (&version.content, old) {
        (Some(new), Some(old)) => says_the_same(old, new),
        (None, _) => true,
        (Some(_), None) => false,
    };
    let shown = version.content.as_ref().filter(|_| !unchanged);
    VersionValue {
        version: version.version,
        act: act_name(face, version.act),
        time: face.moment(version.at),
        note: version.public_note.clone(),
        headline: shown
            .map_or(Value::from(()), |new| changed_text(old.map(|o| o.headline.as_str()), &new.headline)),
        summary: shown.and_then(|new| {
            let summary = |copy: &StoryCopy| copy.summary.clone().unwrap_or_default();
            let (was, is) = (old.map(summary), summary(new));
            let any = !is.is_empty() || was.as_ref().is_some_and(|was| !was.is_empty());
            any.then(|| changed_text(was.as_deref(), &is))
        }),
        body: shown.map_or(Value::from(()), |new| {
            let body = changed_body(old.map(|old| &old.body), &new.body);
            Value::from_safe_string(heading::in_outline(&body, 3))
        }),
        unchanged,
        since,
    }
}

fn says_the_same(old: &StoryCopy, new: &StoryCopy) -> bool {
    (&old.headline, &old.summary, &old.body) == (&new.headline, &new.summary, &new.body)
}

fn act_name(face: &Face, act: StoryAct) -> String {
    let key = match act {
        StoryAct::Update => "act_update",
        StoryAct::Correction => "act_correction",
        StoryAct::Refile => "act_refile",
        StoryAct::Hold => "act_hold",
        StoryAct::Lift => "act_lift",
        StoryAct::Kill => "act_kill",
        StoryAct::Takedown => "act_takedown",
        StoryAct::Restore => "act_restore",
        StoryAct::Unpublish => "act_unpublish",
        StoryAct::Import => "act_import",
        _ => "act_release",
    };
    face.text(key).to_owned()
}

/// A text with what was added and removed marked.
fn changed_text(old: Option<&str>, new: &str) -> Value {
    let mut out = String::with_capacity(new.len() + 32);
    match old {
        Some(old) => write_words(&mut out, &compare_texts(old, new)),
        None => escape(&mut out, new),
    }
    Value::from_safe_string(out)
}

/// A body with what was added and removed marked, block by block. What is as it was is written as it was.
fn changed_body(old: Option<&Body>, new: &Body) -> String {
    let rendering = Rendering { ids: Ids::LeftOut, media: &CaptionsAlone, origin: "", lead_in: "" };
    let mut out = String::new();
    let Some(old) = old else {
        new.write_html(&mut out, &rendering);
        return out;
    };
    for change in compare(old, new) {
        let Some(block) = change.new.or(change.old) else { continue };
        if change.fate == BlockFate::Kept || change.words.iter().all(|run| run.fate == WordFate::Kept) {
            block.write_html(&mut out, &rendering);
            continue;
        }
        let element = match &block.kind {
            Kind::Heading(..) => "h2",
            Kind::Quotation(_) => "blockquote",
            _ => "p",
        };
        for line in lines(&change.words) {
            out.push_str(&format!("<{element}>"));
            write_words(&mut out, &line);
            out.push_str(&format!("</{element}>\n"));
        }
    }
    out
}

/// The runs of each line: a list, a table or a quotation says its parts in lines.
fn lines(words: &[WordRun]) -> Vec<Vec<WordRun>> {
    let mut lines = vec![Vec::new()];
    for run in words {
        for (place, text) in run.text.split('\n').enumerate() {
            if place > 0 {
                lines.push(Vec::new());
            }
            if let (false, Some(line)) = (text.is_empty(), lines.last_mut()) {
                line.push(WordRun { fate: run.fate, text: text.to_owned() });
            }
        }
    }
    lines.retain(|line: &Vec<WordRun>| !line.is_empty());
    lines
}
