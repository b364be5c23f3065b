//! An act's page: what it asks for, what the checks found, what readers and subscribers will get.

use axum::extract::{Path, RawQuery, State};
use http::StatusCode;
use minijinja::context;
use minijinja::value::Value;
use serde::Serialize;

use super::ordered::{self, Wrong};
use super::{act_of, drafted_note, offer, wire_notice};
use crate::ids::StoryRef;
use crate::newsroom::answer::Answer;
use crate::newsroom::form::Form;
use crate::newsroom::look::filling;
use crate::newsroom::on_duty::OnDuty;
use crate::newsroom::story_page::release_key;
use crate::newsroom::story_save::story_ref;
use crate::newsroom::words::Words;
use crate::newsroom::{Newsroom, Trouble, assets, findings, preview_page, revisions_page, story_media};
use crate::people::Right;
use crate::story::{self, Languages, Lifting, Order, Release, Story, StoryAct, StoryCopy, Version, versions};

/// `GET /newsroom/stories/{id}/acts/{act}`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path((id, act)): Path<(String, String)>,
) -> Answer {
    let (target, act) = (story_ref(&id)?, act_of(&act)?);
    act_page(&room, &who, target, act, &Form::default(), &[]).await
}

/// A story of the group, and whether the act can reach it.
#[derive(Serialize)]
struct Covered {
    number: i64,
    name: String,
    language: String,
    dir: &'static str,
    headline: String,
    release: &'static str,
    current: bool,
}

/// What is known of a story when an act on it is shown.
struct Known {
    story: Story,
    group: Vec<Story>,
    /// What the newest version with a text says.
    last: Option<StoryCopy>,
    findings: Vec<findings::Shown>,
    waiting: Vec<story::Planned>,
}

async fn known(room: &Newsroom, who: &OnDuty, target: StoryRef, act: StoryAct) -> Result<Known, Trouble> {
    let mut snapshot = room.publication.db.snapshot().await?;
    let agency = room.publication.agency(&mut snapshot.conn()).await?;
    let story = story::store::find(&mut snapshot.conn(), target).await?.ok_or(Trouble::NotFound)?;
    who.at(&story)?.must(act.right())?;
    let all = versions(&mut snapshot.conn(), story.number).await?;
    let mut group = story::of_group(&mut snapshot.conn(), story.group).await?;
    group.retain(|other| who.at(other).is_ok());
    let waiting = story::planned_of(&mut snapshot.conn(), story.number).await?;
    let words = room.words(who.visitor.language).await?;
    let checked = act.publishes() && act != StoryAct::Lift;
    let mut findings = Vec::new();
    if checked {
        let media = story_media::used(&mut snapshot.conn(), &story).await?;
        findings = findings::all(&mut snapshot.conn(), &agency, &words, &story, &media).await?;
    }
    Ok(Known { story, group, last: newest(all), findings, waiting })
}

fn newest(all: Vec<Version>) -> Option<StoryCopy> {
    all.into_iter().rev().find_map(|version| version.content)
}

/// The page of an act, with what was typed and what is wrong with it.
pub(super) async fn act_page(
    room: &Newsroom,
    who: &OnDuty,
    target: StoryRef,
    act: StoryAct,
    form: &Form,
    wrong: &[Wrong],
) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let known = known(room, who, target, act).await?;
    let (story, now) = (&known.story, room.publication.clock.now());
    let typed = typed(&words, act, form, &known);
    let order = ordered::order(act, &typed).unwrap_or_else(|_| Order::new(act));
    let others: Vec<&Story> =
        known.group.iter().filter(|o| o.id != story.id && act.allowed_from(o.release)).collect();
    let whole = !others.is_empty() && order.covered() == Languages::All;
    let reached = std::iter::once(story).chain(others.iter().copied().filter(|_| whole));
    let notices: Vec<_> = reached.map(|story| wire_notice::notice(&words, story, &order, now)).collect();
    let difference = match (act, order.lifting) {
        (StoryAct::Redact, _) => revisions_page::redacted(known.last.as_ref(), &order),
        _ if act.publishes() => revisions_page::difference(known.last.as_ref(), &story.copy),
        _ => String::new(),
    };
    let mends = act == StoryAct::Update;
    let mended = known.last.as_ref().filter(|_| mends);
    let mended = mended.map(|last| drafted_note::drafted(last, &story.copy, story.language));
    let own = context! {
        act => filling(offer(act, &words)),
        number => story.number.get(),
        headline => story.copy.headline.as_str(),
        language => story.language.as_str(),
        dir => story.language.direction().as_str(),
        now => act.allowed_from(story.release),
        early => act == StoryAct::Release && story.release == Release::Advanced,
        publishes => act.publishes(),
        withdraws => !matches!(act.leads_to(), Release::Public | Release::Advanced),
        changed => known.last.as_ref() != Some(&story.copy),
        difference => Value::from_safe_string(difference),
        covered => filling(covered(&words, story, &others)),
        whole_group => whole,
        whole_by_default => act.covers_group_by_default(),
        findings => filling(&known.findings),
        waiting => known.waiting.len(),
        mended => mended.unwrap_or_default(),
        notices => filling(notices),
        field => filling(fields(&typed)),
        corrected => order.lifting == Some(Lifting::Corrected),
        takes_public_note => matches!(
            act,
            StoryAct::Correction | StoryAct::Kill | StoryAct::Hold | StoryAct::Takedown | StoryAct::Lift
        ),
        zones => ["UTC", "Asia/Baku", "Europe/Moscow", "Europe/Istanbul", "Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tehran", "Asia/Dubai", "Asia/Shanghai"],
        twice => wrong.iter().any(|wrong| wrong.key == "twice_time_text"),
        may_wait => !act.needs_second_person() && act.allowed_from(story.release),
        may_correct => who.badge.may_at(&story.desk, Right::StoriesRelease),
        problems => filling(problems(&words, wrong)),
        preview => preview_address(story, act, &typed),
        scripts => [assets::path("act.js")],
    };
    let mut page = room.page(who, &words, "board", "act.html", own).await?;
    if !wrong.is_empty() {
        *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(page)
}

/// What stands in the form: what was typed, else what the act begins with.
fn typed(words: &Words, act: StoryAct, form: &Form, known: &Known) -> Form {
    if *form != Form::default() {
        return form.clone();
    }
    let draft = match (act, &known.last) {
        (StoryAct::Correction, Some(last)) => {
            drafted_note::drafted(last, &known.story.copy, known.story.language)
        }
        _ => String::new(),
    };
    let own = Words::of(known.story.language, words.zone().clone());
    let reason = match act {
        StoryAct::Takedown => own.text("takedown_template").to_owned(),
        _ => String::new(),
    };
    let languages = if act.covers_group_by_default() { "all" } else { "this" };
    Form::of([
        ("editor_note", draft.clone()),
        ("public_note", draft),
        ("reason", reason),
        ("languages", languages.to_owned()),
        ("lifting", "as_it_was".to_owned()),
        ("zone", words.zone().iana_name().unwrap_or("UTC").to_owned()),
    ])
}

fn fields(typed: &Form) -> std::collections::BTreeMap<&'static str, String> {
    let names = ["editor_note", "public_note", "reason", "substitute", "words", "with", "at", "zone"];
    names.into_iter().map(|name| (name, typed.text(name))).collect()
}

#[derive(Serialize)]
struct ProblemView {
    field: &'static str,
    sentence: &'static str,
}

fn problems(words: &Words, wrong: &[Wrong]) -> Vec<ProblemView> {
    wrong.iter().map(|wrong| ProblemView { field: wrong.field, sentence: words.text(wrong.key) }).collect()
}

fn covered(words: &Words, story: &Story, others: &[&Story]) -> Vec<Covered> {
    let all = std::iter::once(story).chain(others.iter().copied());
    all.map(|other| Covered {
        number: other.number.get(),
        name: other.language.native_name().to_owned(),
        language: other.language.to_string(),
        dir: other.language.direction().as_str(),
        headline: other.copy.headline.clone(),
        release: words.text(release_key(other.release)),
        current: other.id == story.id,
    })
    .collect()
}

/// What of a form the public page shows.
const SHOWN: [&str; 6] = ["public_note", "reason", "substitute", "words", "with", "lifting"];

/// The most of a note that an address carries, in characters.
const LONGEST_SHOWN: usize = 600;

fn preview_address(story: &Story, act: StoryAct, typed: &Form) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    for name in SHOWN {
        let text: String = typed.text(name).chars().take(LONGEST_SHOWN).collect();
        if !text.is_empty() {
            query.append_pair(name, &text);
        }
    }
    format!("/newsroom/stories/{}/acts/{}/preview?{}", story.number, act.as_str(), query.finish())
}

/// `GET /newsroom/stories/{id}/acts/{act}/preview`: the public page as the act would leave it.
pub(super) async fn preview(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path((id, act)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Answer {
    let (target, act) = (story_ref(&id)?, act_of(&act)?);
    let form = Form::read(query.unwrap_or_default().as_bytes())?;
    let order = ordered::order(act, &form).unwrap_or_else(|_| Order::new(act));
    let now = room.publication.clock.now();
    let mut snapshot = room.publication.db.snapshot().await?;
    let story = story::store::find(&mut snapshot.conn(), target).await?.ok_or(Trouble::NotFound)?;
    who.at(&story)?.must(act.right())?;
    let shown = story::preview_of(&mut snapshot.conn(), &story, &order, now).await?;
    drop(snapshot);
    preview_page::framed(&room, shown).await
}
