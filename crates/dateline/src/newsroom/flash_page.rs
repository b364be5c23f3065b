//! A flash: a headline in the chosen languages, out at once, and its first lead open for writing.
//!
//! The page is whole without scripts: what is typed is shown once more, with what it may repeat, and sent by a second,
//! deliberate press. `flash.js` puts the same form into a dialog, one key away from every page.

use axum::Router;
use axum::extract::{Query, RawForm, State};
use axum::routing::get;
use http::{HeaderMap, StatusCode};
use jiff::SignedDuration;
use minijinja::context;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, json, see_other, wants_json};
use super::board_page::sections;
use super::doing::note;
use super::form::Form;
use super::look::filling;
use super::on_duty::OnDuty;
use super::story_page::desk_names;
use super::words::{Hour, Words};
use super::{Newsroom, Trouble};
use crate::db::Conn;
use crate::desk::{self, Desk, DeskKey};
use crate::edition::Agency;
use crate::ids::GroupId;
use crate::lang::Language;
use crate::people::Right;
use crate::publication::Act;
use crate::story::{self, Flash};

/// How far back headlines are compared.
const COMPARED: SignedDuration = SignedDuration::from_hours(48);

/// The most stories that are shown as nearly the same.
const MOST_ALIKE: usize = 5;

/// Longest headline, in characters.
const LONGEST_HEADLINE: usize = 500;

/// The flash's own addresses.
pub(super) fn routes() -> Router<Newsroom> {
    Router::new()
        .route("/newsroom/flash", get(show).post(send))
        .route("/newsroom/flash/alike", get(find_alike))
}

/// A language a flash may go out in.
#[derive(Serialize)]
struct Tongue {
    tag: String,
    name: String,
    dir: &'static str,
    chosen: bool,
    headline: String,
    problem: &'static str,
    alike: Vec<AlikeView>,
}

/// A public story that says nearly the same.
#[derive(Serialize)]
struct AlikeView {
    number: i64,
    headline: String,
    href: String,
    at: Hour,
    urgency: i64,
}

/// Whether a flash is asked for, or shown once more before it goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Writing,
    LastLook,
}

/// `GET /newsroom/flash`
async fn show(State(room): State<Newsroom>, who: OnDuty) -> Answer {
    who.must(Right::StoriesRelease)?;
    page(&room, &who, &Form::default(), Step::Writing, None).await
}

async fn page(room: &Newsroom, who: &OnDuty, form: &Form, step: Step, wrong: Option<Wrong>) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let mut reader = room.publication.db.reader().await?;
    let agency = room.publication.agency(&mut reader.conn()).await?;
    let desks = desks_of(&mut reader.conn(), who).await?;
    let mut tongues = tongues(&agency, who, form, wrong);
    if step == Step::LastLook {
        let since = room.publication.clock.now() - COMPARED;
        for tongue in tongues.iter_mut().filter(|tongue| tongue.chosen) {
            tongue.alike = alike(&mut reader.conn(), &words, &tongue.tag, &tongue.headline, since).await?;
        }
    }
    drop(reader);
    let chosen = tongues.iter().filter(|tongue| tongue.chosen).count();
    let own = context! {
        once => form.filled("once").unwrap_or_else(|| GroupId::new().to_string()),
        last_look => step == Step::LastLook,
        chosen => chosen,
        repeats => tongues.iter().any(|tongue| !tongue.alike.is_empty()),
        choices => filling(tongues),
        desks => filling(desk_names(&desks)),
        desk => form.line("desk"),
        sections => filling(sections(&agency, &words)),
        section => form.line("section"),
        slugline => form.line("slugline"),
        problem => wrong.map_or("", |wrong| words.text(wrong.key)),
    };
    let mut page = room.page(who, &words, "flash", "flash.html", own).await?;
    if wrong.is_some() {
        *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(page)
}

/// Desks whose stories somebody may release, the one every installation has first.
async fn desks_of(conn: &mut Conn<'_>, who: &OnDuty) -> Result<Vec<Desk>, Trouble> {
    let mut desks = desk::list(conn).await?;
    desks.retain(|desk| may_send(who, &desk.key));
    Ok(desks)
}

fn may_send(who: &OnDuty, desk: &DeskKey) -> bool {
    who.badge.may_at(desk, Right::StoriesRelease) && who.badge.may_at(desk, Right::StoriesWrite)
}

/// The agency's languages, that of the sender's pages first; it alone is chosen at the beginning.
fn tongues(agency: &Agency, who: &OnDuty, form: &Form, wrong: Option<Wrong>) -> Vec<Tongue> {
    let own = |language: &Language| language.base() == who.visitor.language.base();
    let mut languages: Vec<Language> = agency.editions.iter().map(|edition| edition.language).collect();
    languages.sort_by_key(|language| !own(language));
    let fresh = *form == Form::default();
    let chosen = form.every("language");
    let tongues = languages.into_iter().enumerate().map(|(place, language)| Tongue {
        tag: language.to_string(),
        name: language.native_name().to_owned(),
        dir: language.direction().as_str(),
        chosen: if fresh { place == 0 } else { chosen.iter().any(|tag| tag == language.as_str()) },
        headline: form.line(&field(language)),
        problem: if wrong.is_some_and(|wrong| wrong.language == Some(language)) { "true" } else { "" },
        alike: Vec::new(),
    });
    tongues.collect()
}

fn field(language: Language) -> String {
    format!("headline_{language}")
}

/// What is wrong with a flash, and in which language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wrong {
    key: &'static str,
    language: Option<Language>,
}

/// Reads the form into a flash.
fn read(agency: &Agency, desks: &[Desk], form: &Form) -> Result<Flash, Wrong> {
    let bad = |key| Wrong { key, language: None };
    let group = form.line("once").parse().map_err(|_| bad("bad_text"))?;
    let desk = match form.filled("desk") {
        Some(key) => desks.iter().find(|desk| desk.key.as_str() == key),
        None => desks.first(),
    };
    let desk = desk.ok_or(bad("flash_desk_text"))?;
    let section = form.filled("section").or(agency.sections.first().map(|section| section.key.clone()));
    let section = section.filter(|key| agency.section(key).is_some()).ok_or(bad("section_text"))?;
    let mut headlines = Vec::new();
    for tag in form.every("language") {
        let language = Language::parse(&tag).map_err(|_| bad("bad_language_text"))?;
        let wrong = |key| Wrong { key, language: Some(language) };
        if agency.edition(language).is_none() || headlines.iter().any(|(known, _)| *known == language) {
            return Err(wrong("bad_language_text"));
        }
        let headline = form.line(&field(language));
        match headline.chars().count() {
            0 => return Err(wrong("flash_headline_text")),
            length if length > LONGEST_HEADLINE => return Err(wrong("too_long_text")),
            _ => headlines.push((language, headline)),
        }
    }
    if headlines.is_empty() {
        return Err(bad("flash_languages_text"));
    }
    let slugline = form.line("slugline");
    if slugline.chars().count() > 64 {
        return Err(bad("too_long_text"));
    }
    let slugline = Some(slugline).filter(|slugline| !slugline.is_empty());
    Ok(Flash { group, desk: desk.key.clone(), section, slugline, headlines })
}

/// `POST /newsroom/flash`: shown once more, and with `sure` sent.
async fn send(
    State(room): State<Newsroom>,
    who: OnDuty,
    headers: HeaderMap,
    RawForm(body): RawForm,
) -> Answer {
    who.must(Right::StoriesRelease)?;
    let form = Form::read(&body)?;
    let mut reader = room.publication.db.reader().await?;
    let agency = room.publication.agency(&mut reader.conn()).await?;
    let desks = desks_of(&mut reader.conn(), &who).await?;
    drop(reader);
    let flash = match read(&agency, &desks, &form) {
        Ok(flash) => flash,
        Err(wrong) if wants_json(&headers) => return Err(Trouble::bad(wrong.key)),
        Err(wrong) => return page(&room, &who, &form, Step::Writing, Some(wrong)).await,
    };
    if form.given("sure").is_none() {
        return page(&room, &who, &form, Step::LastLook, None).await;
    }
    let (high, low) = flash.group.0.as_u64_pair();
    let opened = room
        .act(high ^ low, &(&who, &flash), |act, &(who, flash)| {
            Box::pin(async move { carry_out(act, who, flash).await })
        })
        .await?;
    let address = format!("/newsroom/stories/{opened}?said=flashed");
    if wants_json(&headers) {
        return Ok(json(StatusCode::OK, &serde_json::json!({ "open": address })));
    }
    Ok(see_other(&address))
}

/// Sends it in one act; the number of the story to open. The same flash sent again is not another one.
async fn carry_out(act: &mut Act, who: &OnDuty, flash: &Flash) -> Result<i64, Trouble> {
    let sent = story::of_group(&mut act.conn(), flash.group).await?;
    if let Some(first) = sent.first() {
        return Ok(first.number.get());
    }
    if !may_send(who, &flash.desk) {
        return Err(Trouble::Refused);
    }
    let actor = who.badge.actor_at(&flash.desk);
    let (agency, now) = (act.agency.clone(), act.now);
    let sent = story::flash(&mut act.conn(), &agency, flash, &actor, now).await?;
    act.record_all(sent.changes);
    for story in &sent.flashes {
        note(act, &actor, "flash", story, None).await?;
    }
    for story in &sent.leads {
        note(act, &actor, "create", story, None).await?;
    }
    let first = sent.leads.first().ok_or(Trouble::bad("flash_languages_text"))?;
    Ok(first.number.get())
}

/// What a headline is compared with.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AlikeQuery {
    language: String,
    headline: String,
}

/// `GET /newsroom/flash/alike`: public stories of two days that say nearly the same.
async fn find_alike(State(room): State<Newsroom>, who: OnDuty, Query(query): Query<AlikeQuery>) -> Answer {
    who.must(Right::StoriesRelease)?;
    let words = room.words(who.visitor.language).await?;
    let since = room.publication.clock.now() - COMPARED;
    let headline: String = query.headline.chars().take(LONGEST_HEADLINE).collect();
    let mut reader = room.publication.db.reader().await?;
    let found = alike(&mut reader.conn(), &words, &query.language, &headline, since).await?;
    Ok(json(StatusCode::OK, &found))
}

async fn alike(
    conn: &mut Conn<'_>,
    words: &Words,
    tag: &str,
    headline: &str,
    since: jiff::Timestamp,
) -> Result<Vec<AlikeView>, Trouble> {
    let language = Language::parse(tag).map_err(|_| Trouble::bad("bad_language_text"))?;
    let found = story::alike(conn, language, headline, since, MOST_ALIKE).await?;
    let view = found.into_iter().map(|alike| AlikeView {
        number: alike.number.get(),
        headline: alike.headline,
        href: format!("/newsroom/stories/{}", alike.number),
        at: words.hour(alike.at),
        urgency: alike.urgency,
    });
    Ok(view.collect())
}
