//! One matter: the paragraph as it stands, what readers say of it, and what can be answered.

use axum::extract::{Path, Query, RawQuery, State};
use axum::response::IntoResponse;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, StatusCode};
use minijinja::context;
use minijinja::value::Value;
use serde::{Deserialize, Serialize};

use super::inbox_page::difference;
use super::passages::{self, Passage};
use super::proposal::Proposal;
use super::{kind_key, matter, state_key, translations};
use crate::db::Conn;
use crate::newsroom::answer::Answer;
use crate::newsroom::form::Form;
use crate::newsroom::look::filling;
use crate::newsroom::on_duty::OnDuty;
use crate::newsroom::people_here::PeopleHere;
use crate::newsroom::words::{Hour, Words};
use crate::newsroom::{Newsroom, Trouble, assets, preview_page, revisions_page};
use crate::people::{Actor, Right};
use crate::report::{self, Anchor, Mistake, Report, Text};
use crate::story::{self, Release, Story, StoryAct, StoryCopy, versions_since};

/// The most reports of a matter that are shown.
const SHOWN: i64 = 100;
/// The most of a note that an address carries, in characters.
const LONGEST_SHOWN: usize = 600;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// Which report's words and suggestion are taken up, counted from 1.
    r#use: String,
    said: String,
}

/// A matter with everything that is known of it.
pub(super) struct Known {
    pub matter: Mistake,
    pub story: Story,
    pub actor: Actor,
    /// What readers have.
    pub last: StoryCopy,
    pub reports: Vec<Report>,
    /// The report whose words and suggestion are taken up.
    pub taken_up: usize,
    /// Where its words are.
    pub anchors: Vec<Anchor>,
}

/// Reads a matter. `wanted` is the report to be taken up, counted from 1; else the first that suggests something.
pub(super) async fn known(
    conn: &mut Conn<'_>,
    who: &OnDuty,
    reference: &str,
    wanted: &str,
) -> Result<Known, Trouble> {
    let (matter, story, actor) = matter(conn, who, reference).await?;
    let reports = report::reports(conn, matter.id, SHOWN).await?;
    let versions = versions_since(conn, story.number, story.version).await?;
    let last = versions.into_iter().next_back().and_then(|version| version.content);
    let last = last.unwrap_or_else(|| StoryCopy { body: Default::default(), ..story.copy.clone() });
    let usual = reports.iter().position(|report| !report.suggestion.is_empty()).unwrap_or_default();
    let wanted = wanted.parse::<usize>().ok().and_then(|place| place.checked_sub(1));
    let taken_up = wanted.filter(|place| *place < reports.len()).unwrap_or(usual);
    let anchors = match reports.get(taken_up) {
        Some(report) => report::standing(conn, story.number, report).await?,
        None => matter.anchors.clone(),
    };
    Ok(Known { matter, story, actor, last, reports, taken_up, anchors })
}

impl Known {
    /// What stands where words were marked.
    pub fn now(&self) -> Vec<String> {
        let text = Text::of(&self.last);
        let Ok(version) = text.version() else { return Vec::new() };
        let words = |anchor: &Anchor| anchor.now.as_ref().and_then(|now| version.words_of(now));
        self.anchors.iter().map(|anchor| words(anchor).unwrap_or_default()).collect()
    }

    /// What the report taken up proposes.
    pub fn usual(&self) -> Proposal {
        Proposal::of(self.reports.get(self.taken_up), self.matter.kind, &self.now())
    }

    /// What a form says, its notes drafted from what it comes to.
    pub fn proposal(&self, form: &Form) -> (Proposal, Result<StoryCopy, &'static str>) {
        let proposal = Proposal::read(form, self.usual());
        let copy = proposal.copy(&self.last, &self.anchors);
        (proposal.with_notes(&self.story, &self.last, copy.as_ref().ok()), copy)
    }
}

#[derive(Serialize)]
struct ReportView {
    place: usize,
    at: Hour,
    version: i64,
    language: String,
    suggestion: Option<Value>,
    word: String,
    told: bool,
    spam_score: i64,
    current: bool,
}

/// `GET /newsroom/reports/{reference}`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(reference): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    who.must(Right::ReportsAnswer)?;
    let mut form = Form::default();
    if !asked.r#use.is_empty() {
        form = Form::of([("use", asked.r#use)]);
    }
    page(&room, &who, &reference, &form, (StatusCode::OK, ""), &asked.said).await
}

/// The page of a matter, with what was typed and what is wrong with it.
pub(super) async fn page(
    room: &Newsroom,
    who: &OnDuty,
    reference: &str,
    form: &Form,
    (status, problem): (StatusCode, &str),
    said: &str,
) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let now = room.publication.clock.now();
    let mut snapshot = room.publication.db.snapshot().await?;
    let agency = room.publication.agency(&mut snapshot.conn()).await?;
    let known = known(&mut snapshot.conn(), who, reference, &form.line("use")).await?;
    let people = PeopleHere::load(&mut snapshot.conn()).await?;
    let offers = translations::offers(&mut snapshot.conn(), who, &known).await?;
    drop(snapshot);
    let (matter, story) = (&known.matter, &known.story);
    let (proposal, copy) = known.proposal(form);
    let passages = passages::passages(&words, &Text::of(&known.last), &known.anchors);
    let holder = story.held_at(now).filter(|holder| Some(*holder) != known.actor.person);
    let settled = matter.settled.clone();
    let comes_to = copy.as_ref().map(|copy| revisions_page::difference(Some(&known.last), copy));
    let may = |right| known.actor.rights.has(right);
    let own = context! {
        reference => matter.reference.as_str(),
        number => story.number.get(),
        headline => known.last.headline.as_str(),
        language => story.language.as_str(),
        dir => story.language.direction().as_str(),
        kind => words.text(kind_key(matter.kind)),
        state => words.text(state_key(matter)),
        waits => matter.state.is_waiting(),
        is_open => matter.state == report::State::Open,
        opened => filling(words.hour(matter.opened_at)),
        later_until => matter.later_until.map(|at| filling(words.hour(at))),
        count => matter.reports,
        passages => filling(&passages),
        found => passages.iter().all(|passage: &Passage| passage.found),
        reports => filling(report_views(&known, &words)),
        taken_up => known.taken_up + 1,
        words => filling(&proposal.words),
        editor_note => proposal.editor_note.as_str(),
        public_note => proposal.public_note.as_str(),
        drafted => proposal.drafted.as_str(),
        act => proposal.act.as_str(),
        difference => comes_to.ok().map(Value::from_safe_string),
        preview => preview_address(reference, &known, &proposal),
        public => (story.release == Release::Public).then(|| story.path(&agency)),
        history => (story.release == Release::Public).then(|| format!("{}/history", story.path(&agency))),
        holder => people.name(holder),
        held => holder.is_some(),
        may_refile => may(Right::StoriesRefile) && may(Right::StoriesWrite),
        may_correct => may(Right::StoriesRelease) && may(Right::StoriesWrite),
        may_take_over => may(Right::StoriesApprove),
        settled_at => settled.as_ref().map(|settled| filling(words.hour(settled.at))),
        settled_by => settled.as_ref().map(|settled| people.name(settled.by)).unwrap_or_default(),
        settled_version => settled.as_ref().and_then(|settled| settled.version),
        settled_reason => settled.as_ref().and_then(|settled| settled.reason.clone()),
        settled_change => settled.as_ref().and_then(|settled| {
            let (before, after) = settled.before.as_deref().zip(settled.after.as_deref())?;
            Some(Value::from_safe_string(difference(before, after)))
        }),
        offers => filling(offers),
        said => if said == "applied" { words.text("said_report_applied") } else { "" },
        problem => words.text(problem),
        scripts => [assets::path("reports.js")],
    };
    let mut answer = room.page(who, &words, "reports", "report.html", own).await?;
    *answer.status_mut() = status;
    Ok(answer)
}

fn report_views(known: &Known, words: &Words) -> Vec<ReportView> {
    let view = |(place, report): (usize, &Report)| {
        let marked: Vec<&str> = report.marked.iter().map(|marked| marked.selector.exact.as_str()).collect();
        ReportView {
            place: place + 1,
            at: words.hour(report.at),
            version: report.version,
            language: report.language.to_string(),
            suggestion: (!report.suggestion.is_empty())
                .then(|| Value::from_safe_string(difference(&marked.join("\n"), &report.suggestion))),
            word: report.word.clone(),
            told: report.told,
            spam_score: report.spam_score,
            current: place == known.taken_up,
        }
    };
    known.reports.iter().enumerate().map(view).collect()
}

fn preview_address(reference: &str, known: &Known, proposal: &Proposal) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.append_pair("use", &(known.taken_up + 1).to_string());
    query.append_pair("act", proposal.act.as_str());
    for (place, words) in proposal.words.iter().enumerate() {
        query.append_pair(&format!("words-{place}"), &words.chars().take(LONGEST_SHOWN).collect::<String>());
    }
    let note: String = proposal.public_note.chars().take(LONGEST_SHOWN).collect();
    if proposal.act == StoryAct::Correction {
        query.append_pair("public_note", &note);
    }
    format!("/newsroom/reports/{reference}/preview?{}", query.finish())
}

/// `GET /newsroom/reports/{reference}/preview`: the public page as it would be, put right.
pub(super) async fn preview(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(reference): Path<String>,
    RawQuery(query): RawQuery,
) -> Answer {
    who.must(Right::ReportsAnswer)?;
    let form = Form::read(query.unwrap_or_default().as_bytes())?;
    let now = room.publication.clock.now();
    let mut snapshot = room.publication.db.snapshot().await?;
    let known = known(&mut snapshot.conn(), &who, &reference, &form.line("use")).await?;
    let (proposal, copy) = known.proposal(&form);
    let story = Story { copy: copy.unwrap_or_else(|_| known.last.clone()), ..known.story.clone() };
    let shown = story::preview_of(&mut snapshot.conn(), &story, &proposal.order(), now).await?;
    drop(snapshot);
    preview_page::framed(&room, shown).await
}

/// `GET /newsroom/reports/{reference}/annotation`: what readers marked, as Web Annotations.
pub(super) async fn annotation(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(reference): Path<String>,
) -> Answer {
    who.must(Right::ReportsAnswer)?;
    let mut snapshot = room.publication.db.snapshot().await?;
    let agency = room.publication.agency(&mut snapshot.conn()).await?;
    let known = known(&mut snapshot.conn(), &who, &reference, "").await?;
    drop(snapshot);
    let id = format!("{}/newsroom/reports/{}/annotation", agency.origin, known.matter.reference);
    let source = format!("{}{}", agency.origin, known.story.path(&agency));
    let page = report::annotations(&known.matter, &known.reports, &id, &source);
    let kind = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";
    Ok(([(CONTENT_TYPE, HeaderValue::from_static(kind))], page.to_string()).into_response())
}
