//! A story: everything that is written about it, who holds it, and what may be done.

use axum::extract::{Path, Query, State};
use http::StatusCode;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use minijinja::context;
use minijinja::value::Value;
use serde::{Deserialize, Serialize};
use serde_json::Map;
use story_body::{Ids, PlainMedia, Rendering};

use super::answer::Answer;
use super::board_page::{languages, sections};
use super::fields::{self, KINDS, Problem};
use super::findings;
use super::form::Form;
use super::look::filling;
use super::on_duty::OnDuty;
use super::people_here::PeopleHere;
use super::story_media::{self, InNewsroom};
use super::story_save::{story_ref, typed_again};
use super::words::{Hour, Words};
use super::{Newsroom, Trouble, acts_page, assets, local_time, story_look_up, story_waits};
use crate::desk::{self, Desk};
use crate::edition::Agency;
use crate::people::Right;
use crate::report;
use crate::site::in_script;
use crate::story::{self, Release, Stage, Story, StoryCopy};
use crate::texts::Texts;

/// What was just done.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct SaidQuery {
    said: String,
}

/// `GET /newsroom/stories/{id}`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    Query(query): Query<SaidQuery>,
) -> Answer {
    let target = story_ref(&id)?;
    let words = room.words(who.visitor.language).await?;
    let found = story::store::find(&mut room.publication.db.reader().await?.conn(), target).await?;
    let story = found.ok_or(Trouble::NotFound)?;
    who.at(&story)?;
    let own = view(&room, &who, &words, &story).await?;
    let shown = fields::written(&story.copy, words.zone());
    let said = said(&words, &query.said);
    let more = context! { field => filling(shown), problems => (), said => said };
    room.page(&who, &words, "board", "story.html", minijinja::value::merge_maps([own, more])).await
}

/// The page again after a form of which not everything could be taken: what was typed is still there.
pub(super) async fn again(
    room: &Newsroom,
    who: &OnDuty,
    words: &Words,
    story: Story,
    form: &Form,
    problems: Vec<Problem>,
) -> Answer {
    let own = view(room, who, words, &story).await?;
    let mut shown = fields::written(&story.copy, words.zone());
    typed_again(form, &problems, &mut shown);
    let more = context! {
        field => filling(shown),
        problems => filling(problems),
        said => "",
    };
    let values = minijinja::value::merge_maps([own, more]);
    let mut page = room.page(who, words, "board", "story.html", values).await?;
    *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(page)
}

/// A sentence for what was just done, by a word of the address.
pub(super) fn said(words: &Words, word: &str) -> &'static str {
    let key = match word {
        "saved" => "said_saved",
        "done" => "said_done",
        "asked" => "said_asked",
        "set" => "said_set",
        "taken_back" => "said_taken_back",
        "flashed" => "said_flashed",
        "made" => "said_made",
        "restored" => "said_restored",
        _ => return "",
    };
    words.text(key)
}

#[derive(Serialize)]
struct StoryView {
    id: String,
    number: i64,
    revision: i64,
    version: i64,
    language: String,
    language_name: String,
    dir: &'static str,
    stage: &'static str,
    stage_name: &'static str,
    spiked: Option<String>,
    release: &'static str,
    release_name: &'static str,
    pending: Option<PendingView>,
    desk: String,
    step: Option<String>,
    holder: String,
    mine: bool,
    held: bool,
    asked_by: String,
    asker: Option<String>,
    assigned: Option<String>,
    due: Option<String>,
    created: Hour,
    created_by: String,
    changed: Hour,
    published: Option<Hour>,
    public: Option<String>,
    behind: bool,
    words: usize,
    characters: usize,
    minutes: usize,
}

#[derive(Serialize)]
struct PendingView {
    act: &'static str,
    name: &'static str,
    by: String,
    at: Hour,
    mine: bool,
    may_confirm: bool,
}

#[derive(Serialize)]
struct Sibling {
    href: String,
    language: String,
    name: String,
    headline: String,
    dir: &'static str,
    current: bool,
    release: &'static str,
}

#[derive(Serialize)]
struct RemarkView {
    by: String,
    at: Hour,
    text: String,
}

async fn view(room: &Newsroom, who: &OnDuty, words: &Words, story: &Story) -> Result<Value, Trouble> {
    let now = room.publication.clock.now();
    let mut snapshot = room.publication.db.snapshot().await?;
    let agency = room.publication.agency(&mut snapshot.conn()).await?;
    let people = PeopleHere::load(&mut snapshot.conn()).await?;
    let desks = desk::list(&mut snapshot.conn()).await?;
    let group = story::of_group(&mut snapshot.conn(), story.group).await?;
    let remarks = story::remarks(&mut snapshot.conn(), story.id).await?;
    let known = story_media::used(&mut snapshot.conn(), story).await?;
    let named = story.copy.follows.iter().chain(&story.copy.related).copied();
    let names = story_look_up::headlines(&mut snapshot.conn(), who, named).await?;
    let waiting = story::planned_of(&mut snapshot.conn(), story.number).await?;
    let findings = findings::all(&mut snapshot.conn(), &agency, words, story, &known).await?;
    let answers = who.badge.may_at(&story.desk, Right::ReportsAnswer);
    let reports = if answers { report::of_story(&mut snapshot.conn(), story.number).await?.len() } else { 0 };
    drop(snapshot);
    let here: Vec<(String, String)> =
        people.present().iter().map(|person| (person.id.to_string(), person.name.clone())).collect();
    let remarks: Vec<RemarkView> = remarks
        .into_iter()
        .map(|remark| RemarkView {
            by: people.name(Some(remark.person)),
            at: words.hour(remark.at),
            text: remark.text,
        })
        .collect();
    let free: Vec<(String, String)> = languages(&agency)
        .into_iter()
        .filter(|(tag, _)| group.iter().all(|other| other.language.as_str() != tag))
        .collect();
    let desk = desks.iter().find(|desk| desk.key == story.desk);
    let rendering = Rendering { media: &PlainMedia, ids: Ids::Written, ..Rendering::default() };
    let text = Rendering { media: &InNewsroom(&known), ids: Ids::LeftOut, ..Rendering::default() };
    let may = |right| who.badge.may_at(&story.desk, right);
    let holder = story.held_at(now);
    let is_mine = holder.is_none() || holder == Some(who.badge.person.id);
    let parts = story.copy.dateline.clone().unwrap_or_default();
    let dateline = story_look_up::printed_now(&agency, story.language, &parts, now);
    Ok(context! {
        story => filling(story_view(who, words, &agency, &people, story, now)),
        body_html => story.copy.body.to_html(&rendering),
        body_json => in_script(&story.copy.body.to_json()),
        media_json => in_script(&story_media::known(story, &known).to_string()),
        texts_json => in_script(&editor_texts(words).to_string()),
        text_html => Value::from_safe_string(story.copy.body.to_html(&text)),
        names_json => in_script(&serde_json::Value::Object(names).to_string()),
        in_edition => filling(in_edition(&agency, story)),
        writable => may(Right::StoriesWrite) && is_mine,
        dateline => dateline,
        embargo => embargo_line(words, story),
        waiting => filling(story_waits::lines(words, story, &waiting)),
        sign_off => initials(&story.copy),
        also_in => filling(&story.copy.also_in),
        media => filling(story_media::views(story, &known)),
        findings => filling(findings),
        siblings => filling(siblings(group.iter().filter(|other| who.at(other).is_ok()), story, words)),
        free_languages => filling(free),
        remarks => filling(remarks),
        people => filling(here),
        desks => filling(desk_names(&desks)),
        steps => filling(desk.map(|desk| desk.steps.clone()).unwrap_or_default()),
        sections => filling(sections(&agency, words)),
        kinds => filling(KINDS.map(|kind| (kind.as_str(), words.text(kind_key(kind.as_str()))))),
        acts => filling(acts_page::offered(who, words, story)),
        may_write => may(Right::StoriesWrite),
        may_approve => may(Right::StoriesApprove),
        may_release => may(Right::StoriesRelease),
        reports => reports as u64,
        editor => assets::bundled("editor.js"),
        editor_style => assets::bundled("editor.css"),
        scripts => [assets::path("story.js"), assets::path("story-fields.js")],
        zone => agency.time_zone.iana_name().unwrap_or("UTC"),
    })
}

fn story_view(
    who: &OnDuty,
    words: &Words,
    agency: &Agency,
    people: &PeopleHere,
    story: &Story,
    now: Timestamp,
) -> StoryView {
    let me = who.badge.person.id;
    let holder = story.held_at(now);
    let count = story.copy.body.word_count();
    let may_confirm = |pending: &story::Pending| who.badge.may_at(&story.desk, pending.order.act.right());
    StoryView {
        id: story.id.to_string(),
        number: story.number.get(),
        revision: story.revision,
        version: story.version,
        language: story.language.to_string(),
        language_name: story.language.native_name().to_owned(),
        dir: story.language.direction().as_str(),
        stage: story.stage.name(),
        stage_name: words.text(stage_key(&story.stage)),
        spiked: match &story.stage {
            Stage::Spiked { reason } => Some(reason.clone()),
            _ => None,
        },
        release: story.release.as_str(),
        release_name: words.text(release_key(story.release)),
        pending: story.pending.as_ref().map(|pending| PendingView {
            act: pending.order.act.as_str(),
            name: words.text(acts_page::act_key(pending.order.act)),
            by: people.name(pending.by),
            at: words.hour(pending.at),
            mine: pending.by == Some(me),
            may_confirm: may_confirm(pending),
        }),
        desk: story.desk.to_string(),
        step: story.step.clone(),
        holder: people.name(holder),
        mine: holder == Some(me),
        held: holder.is_some(),
        asked_by: people.name(story.asked_by),
        asker: story.asked_by.map(|person| person.to_string()),
        assigned: story.assigned.map(|person| person.to_string()),
        due: story.due_at.map(|at| local_time::written(at, words.zone())),
        created: words.hour(story.created_at),
        created_by: people.name(story.created_by),
        changed: words.hour(story.changed_at),
        published: story.published_at.map(|at| words.hour(at)),
        public: (story.release == Release::Public).then(|| story.path(agency)),
        behind: story.version > 0 && story.based_on < story.version,
        words: count,
        characters: story.copy.body.character_count(),
        // Reading aloud in one's head: about 200 words a minute.
        minutes: count.div_ceil(200),
    }
}

pub(super) fn stage_key(stage: &Stage) -> &'static str {
    match stage {
        Stage::Draft => "stage_draft",
        Stage::Submitted { .. } => "stage_submitted",
        Stage::Approved { .. } => "stage_approved",
        Stage::Spiked { .. } => "stage_spiked",
        Stage::Released => "stage_released",
    }
}

pub(super) fn release_key(release: Release) -> &'static str {
    match release {
        Release::Never => "release_never",
        Release::Advanced => "release_advanced",
        Release::Public => "release_public",
        Release::Held => "release_held",
        Release::Killed => "release_killed",
        Release::TakenDown => "release_taken_down",
        Release::Unpublished => "release_unpublished",
    }
}

fn kind_key(word: &str) -> &'static str {
    match word {
        "official" => "kind_official",
        "interview" => "kind_interview",
        "factbox" => "kind_factbox",
        "photo story" => "kind_photo_story",
        "press release" => "kind_press_release",
        _ => "kind_news",
    }
}

pub(super) fn desk_names(desks: &[Desk]) -> Vec<(String, String)> {
    desks.iter().map(|desk| (desk.key.to_string(), desk.name.clone())).collect()
}

/// The editor's texts by key, gaps unfilled.
fn editor_texts(words: &Words) -> serde_json::Value {
    let texts = Texts::editor().of(words.language());
    texts.iter().map(|(key, text)| (key.to_owned(), text.into())).collect::<Map<_, _>>().into()
}

fn siblings<'a>(group: impl Iterator<Item = &'a Story>, story: &Story, words: &Words) -> Vec<Sibling> {
    group
        .map(|other| Sibling {
            href: format!("/newsroom/stories/{}", other.number),
            language: other.language.to_string(),
            name: other.language.native_name().to_owned(),
            headline: other.copy.headline.clone(),
            dir: other.language.direction().as_str(),
            current: other.id == story.id,
            release: words.text(release_key(other.release)),
        })
        .collect()
}

/// Keys of the sections that its edition has.
fn in_edition(agency: &Agency, story: &Story) -> Vec<String> {
    let edition = agency.edition(story.language);
    edition.map(|edition| edition.sections.keys().cloned().collect()).unwrap_or_default()
}

/// Until when it is under embargo, in the zone it was set in, and when that is at the agency.
fn embargo_line(words: &Words, story: &Story) -> Option<String> {
    let embargo = story.copy.embargo.as_ref()?;
    let Some(until) = embargo.until else { return Some(words.text("embargo_open").to_owned()) };
    let zone = embargo.zone.as_deref().and_then(|name| TimeZone::get(name).ok());
    let zone = zone.unwrap_or_else(|| words.zone().clone());
    let there = until.to_zoned(zone.clone()).strftime("%F %H:%M (UTC%:z)").to_string();
    let name = zone.iana_name().unwrap_or("UTC");
    let here = words.hour(until).long;
    let gaps = [("there", there.as_str().into()), ("zone", name.into()), ("here", here.as_str().into())];
    Some(words.format("embargo_means", &gaps))
}

/// The people behind it as desk and wire call them: `LM/AN`.
fn initials(copy: &StoryCopy) -> String {
    let people = copy.sign_off.iter();
    let called = people.map(|person| person.initials.as_deref().unwrap_or(&person.name));
    called.collect::<Vec<_>>().join("/")
}
