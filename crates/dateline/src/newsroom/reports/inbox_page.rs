//! The inbox: what waits, by desk and language, as it comes.

use axum::extract::{Query, State};
use jiff::Timestamp;
use minijinja::context;
use minijinja::value::Value;
use serde::{Deserialize, Serialize};
use story_body::{compare_texts, write_words};

use super::{desks_of, kind_key, shelf_key, standing_key, state_key};
use crate::db::Conn;
use crate::newsroom::answer::Answer;
use crate::newsroom::look::filling;
use crate::newsroom::on_duty::OnDuty;
use crate::newsroom::words::{Hour, Words};
use crate::newsroom::{Newsroom, Trouble, assets};
use crate::people::Right;
use crate::report::{self, Asked, Kind, Shelf, Standing, Waiting};

/// How many matters a page lists.
const SHOWN: i64 = 50;
/// The longest piece of a text a list shows, in characters.
const LONGEST_PIECE: usize = 200;

/// What of the inbox is shown, as its address says it.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct InboxQuery {
    shelf: String,
    desk: String,
    language: String,
    kind: String,
    /// Number of a story, to which it is narrowed.
    story: String,
    /// Instant of the last matter of the page before, in microseconds.
    before: String,
    /// What was just done, and to which matter.
    said: String,
    of: String,
}

impl InboxQuery {
    fn shelf(&self) -> Shelf {
        Shelf::parse(&self.shelf).unwrap_or_default()
    }

    /// The same on another shelf, or further down.
    fn address(&self, shelf: Shelf, before: Option<Timestamp>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.append_pair("shelf", shelf.as_str());
        let fields = [
            ("desk", &self.desk),
            ("language", &self.language),
            ("kind", &self.kind),
            ("story", &self.story),
        ];
        for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
            query.append_pair(name, value);
        }
        if let Some(before) = before {
            query.append_pair("before", &before.as_microsecond().to_string());
        }
        format!("/newsroom/reports?{}", query.finish())
    }

    pub(super) fn asked(&self, desks: &[(String, String)]) -> Asked {
        let before = self.before.parse().ok().and_then(|micros| Timestamp::from_microsecond(micros).ok());
        let own = desks.iter().map(|(key, _)| key.clone());
        Asked {
            shelf: self.shelf(),
            desks: own.filter(|key| self.desk.is_empty() || *key == self.desk).collect(),
            language: crate::lang::Language::parse(&self.language).ok(),
            kind: Kind::parse(&self.kind),
            story: self.story.parse().ok().and_then(crate::ids::StoryNumber::new),
            before,
        }
    }
}

/// A matter as a list shows it.
#[derive(Debug, Serialize)]
struct Entry {
    reference: String,
    number: i64,
    headline: String,
    language: String,
    dir: &'static str,
    kind: &'static str,
    grave: bool,
    state: &'static str,
    standing: &'static str,
    reports: i64,
    at: Hour,
    /// The words, and beside them each suggestion as a difference.
    marked: String,
    suggestions: Vec<Value>,
    words: Vec<String>,
}

async fn entry(conn: &mut Conn<'_>, words: &Words, waiting: Waiting) -> Result<Entry, Trouble> {
    let Waiting { mistake, headline } = waiting;
    let reports = report::reports(conn, mistake.id, 20).await?;
    let (mut suggestions, mut said) = (Vec::new(), Vec::new());
    for report in &reports {
        let marked: Vec<&str> = report.marked.iter().map(|marked| marked.selector.exact.as_str()).collect();
        if !report.suggestion.is_empty() {
            let html = difference(&marked.join("\n"), &report.suggestion);
            if !suggestions.contains(&html) {
                suggestions.push(html);
            }
        }
        if !report.word.is_empty() {
            said.push(piece(&report.word));
        }
    }
    let marked: Vec<&str> =
        mistake.anchors.iter().map(|anchor| anchor.marked.selector.exact.as_str()).collect();
    let doubtful = mistake.anchors.iter().map(|anchor| anchor.standing).find(|s| *s != Standing::Kept);
    Ok(Entry {
        reference: mistake.reference.to_string(),
        number: mistake.number.get(),
        headline,
        language: mistake.language.to_string(),
        dir: mistake.language.direction().as_str(),
        kind: words.text(kind_key(mistake.kind)),
        grave: mistake.kind == Kind::Fact,
        state: words.text(state_key(&mistake)),
        standing: doubtful.map_or("", |standing| words.text(standing_key(standing))),
        reports: mistake.reports,
        at: words.hour(mistake.opened_at),
        marked: piece(&marked.join(" … ")),
        suggestions: suggestions.into_iter().map(Value::from_safe_string).collect(),
        words: said,
    })
}

/// What is suggested, as a difference to what is marked.
pub(super) fn difference(marked: &str, suggested: &str) -> String {
    let mut html = String::new();
    write_words(&mut html, &compare_texts(&piece(marked), &piece(suggested)));
    html
}

fn piece(text: &str) -> String {
    match text.chars().count() > LONGEST_PIECE {
        true => text.chars().take(LONGEST_PIECE).chain(['…']).collect(),
        false => text.to_owned(),
    }
}

/// `GET /newsroom/reports`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<InboxQuery>,
) -> Answer {
    who.must(Right::ReportsAnswer)?;
    let words = room.words(who.visitor.language).await?;
    let now = room.publication.clock.now();
    let mut snapshot = room.publication.db.snapshot().await?;
    let agency = room.publication.agency(&mut snapshot.conn()).await?;
    let desks = desks_of(&mut snapshot.conn(), &who).await?;
    let listed = report::inbox(&mut snapshot.conn(), &query.asked(&desks), SHOWN, now).await?;
    let more = listed.last().filter(|_| listed.len() as i64 == SHOWN).map(|last| last.mistake.moved_at);
    let mut entries = Vec::new();
    for waiting in listed {
        entries.push(entry(&mut snapshot.conn(), &words, waiting).await?);
    }
    drop(snapshot);
    let shelves: Vec<(String, &str, bool)> = Shelf::ALL
        .into_iter()
        .map(|shelf| (query.address(shelf, None), words.text(shelf_key(shelf)), shelf == query.shelf()))
        .collect();
    let languages: Vec<(String, String)> = agency
        .editions
        .iter()
        .map(|edition| (edition.language.to_string(), edition.language.native_name().to_owned()))
        .collect();
    let kinds = Kind::ALL.map(|kind| (kind.as_str(), words.text(kind_key(kind))));
    let said = match query.said.as_str() {
        "not_a_mistake" | "reject" | "spam" | "later" => words.text("said_report_answered"),
        _ => "",
    };
    let own = context! {
        entries => filling(entries),
        shelves => filling(shelves),
        desks => filling(desks),
        languages => filling(languages),
        kinds => filling(kinds),
        query => filling(&query),
        older => more.map(|before| query.address(query.shelf(), Some(before))),
        said => said,
        of => crate::feedback::Reference::parse(crate::feedback::Series::Mistake, &query.of).map(|of| of.to_string()),
        live => format!("/newsroom/live?since={}", now.as_microsecond()),
        scripts => [assets::path("live-page.js"), assets::path("reports.js")],
    };
    room.page(&who, &words, "reports", "reports.html", own).await
}
