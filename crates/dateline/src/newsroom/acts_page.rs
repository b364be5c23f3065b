//! The acts of the wire, each as a form with what it must say, and the second person's confirmation.

use axum::extract::{Path, RawForm, State};
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;
use minijinja::context;
use minijinja::value::Value;
use serde::Serialize;

use super::answer::{Answer, json, see_other, wants_json};
use super::doing::{locked, note};
use super::form::Form;
use super::look::filling;
use super::on_duty::OnDuty;
use super::people_here::PeopleHere;
use super::story_save::story_ref;
use super::words::Words;
use super::{Newsroom, Trouble, local_time, revisions_page};
use crate::desk;
use crate::ids::StoryRef;
use crate::notice;
use crate::people;
use crate::publication::Act;
use crate::story::{self, Done, Languages, Mandatory, Order, Story, StoryAct, versions};

/// Longest note, in characters.
const LONGEST_NOTE: usize = 4_000;

/// The acts a person does, in the order of a menu.
const ACTS: [StoryAct; 11] = [
    StoryAct::Release,
    StoryAct::Update,
    StoryAct::Correction,
    StoryAct::Refile,
    StoryAct::Hold,
    StoryAct::Lift,
    StoryAct::Kill,
    StoryAct::Takedown,
    StoryAct::Restore,
    StoryAct::Unpublish,
    StoryAct::Redact,
];

/// An act as a story offers it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Offered {
    act: &'static str,
    name: &'static str,
    about: &'static str,
    editor_note: bool,
    reason: bool,
    second: bool,
}

/// What may be done to a story by somebody, as it stands.
pub(super) fn offered(who: &OnDuty, words: &Words, story: &Story) -> Vec<Offered> {
    let may = |act: &StoryAct| act.allowed_from(story.release) && who.badge.may_at(&story.desk, act.right());
    ACTS.into_iter().filter(may).map(|act| offer(act, words)).collect()
}

fn offer(act: StoryAct, words: &Words) -> Offered {
    Offered {
        act: act.as_str(),
        name: words.text(act_key(act)),
        about: words.text(about_key(act)),
        editor_note: act.mandatory() == Mandatory::EditorNote,
        reason: act.mandatory() == Mandatory::Reason,
        second: act.needs_second_person(),
    }
}

pub(super) fn act_key(act: StoryAct) -> &'static str {
    match act {
        StoryAct::Release | StoryAct::Advance | StoryAct::Import => "act_release",
        StoryAct::Update => "act_update",
        StoryAct::Correction => "act_correction",
        StoryAct::Refile => "act_refile",
        StoryAct::Hold => "act_hold",
        StoryAct::Lift => "act_lift",
        StoryAct::Kill => "act_kill",
        StoryAct::Takedown => "act_takedown",
        StoryAct::Restore => "act_restore",
        StoryAct::Redact => "act_redact",
        StoryAct::Unpublish => "act_unpublish",
    }
}

fn about_key(act: StoryAct) -> &'static str {
    match act {
        StoryAct::Release | StoryAct::Advance | StoryAct::Import => "about_release",
        StoryAct::Update => "about_update",
        StoryAct::Correction => "about_correction",
        StoryAct::Refile => "about_refile",
        StoryAct::Hold => "about_hold",
        StoryAct::Lift => "about_lift",
        StoryAct::Kill => "about_kill",
        StoryAct::Takedown => "about_takedown",
        StoryAct::Restore => "about_restore",
        StoryAct::Redact => "about_redact",
        StoryAct::Unpublish => "about_unpublish",
    }
}

fn act_of(word: &str) -> Result<StoryAct, Trouble> {
    StoryAct::parse(word).filter(|act| ACTS.contains(act)).ok_or(Trouble::NotFound)
}

/// `GET /newsroom/stories/{id}/acts/{act}`: what it asks for, and what readers will get.
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path((id, act)): Path<(String, String)>,
) -> Answer {
    let (target, act) = (story_ref(&id)?, act_of(&act)?);
    act_page(&room, &who, target, act, &Form::default(), "").await
}

async fn act_page(
    room: &Newsroom,
    who: &OnDuty,
    target: StoryRef,
    act: StoryAct,
    form: &Form,
    problem: &str,
) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let mut snapshot = room.publication.db.snapshot().await?;
    let story = story::store::find(&mut snapshot.conn(), target).await?.ok_or(Trouble::NotFound)?;
    let actor = who.at(&story)?;
    actor.must(act.right())?;
    let all = versions(&mut snapshot.conn(), story.number).await?;
    let group = story::of_group(&mut snapshot.conn(), story.group).await?;
    drop(snapshot);
    let last = all.iter().rev().find_map(|version| version.content.as_ref());
    let difference = revisions_page::difference(last, &story.copy);
    let draft = match act {
        StoryAct::Correction => last.map(|last| revisions_page::drafted_note(last, &story.copy)),
        _ => None,
    };
    let kept = |name: &str| form.filled(name);
    let others = group.iter().filter(|other| other.id != story.id && act.allowed_from(other.release)).count();
    let whole = act.covers_group_by_default();
    let own = context! {
        act => filling(offer(act, &words)),
        number => story.number.get(),
        headline => story.copy.headline,
        language => story.language.as_str(),
        dir => story.language.direction().as_str(),
        now => act.allowed_from(story.release),
        publishes => act.publishes(),
        difference => Value::from_safe_string(difference),
        others => others,
        whole_group => kept("languages").map_or(whole, |languages| languages == "all"),
        editor_note => kept("editor_note").or(draft.clone()).unwrap_or_default(),
        public_note => kept("public_note").or(draft).unwrap_or_default(),
        takes_public_note => matches!(act, StoryAct::Correction | StoryAct::Kill | StoryAct::Hold | StoryAct::Takedown),
        reason => kept("reason").unwrap_or_default(),
        substitute => kept("substitute").unwrap_or_default(),
        words_to_redact => kept("words").unwrap_or_default(),
        at => kept("at").unwrap_or_default(),
        zone => kept("zone").or(words.zone().iana_name().map(str::to_owned)).unwrap_or_default(),
        may_wait => !act.needs_second_person() && act != StoryAct::Unpublish,
        problem => words.text(problem),
    };
    let mut page = room.page(who, &words, "board", "act.html", own).await?;
    if !problem.is_empty() {
        *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(page)
}

/// `POST /newsroom/stories/{id}/acts/{act}`
pub(super) async fn perform(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path((id, act)): Path<(String, String)>,
    headers: HeaderMap,
    RawForm(body): RawForm,
) -> Answer {
    let (target, act) = (story_ref(&id)?, act_of(&act)?);
    let form = Form::read(&body)?;
    let words = room.words(who.visitor.language).await?;
    let (order, at) = match read(act, &form, &words) {
        Ok(read) => read,
        Err(key) => return act_page(&room, &who, target, act, &form, key).await,
    };
    let done = room
        .act_on(target, &(&who, &order, target, at), |act, &(who, order, target, at)| {
            Box::pin(async move { carry_out(act, who, target, order, at).await })
        })
        .await;
    let done = match done {
        Ok(done) => done,
        Err(Trouble::Bad(super::trouble::Said::Key(key))) => {
            return act_page(&room, &who, target, act, &form, key).await;
        }
        Err(other) => return Err(other),
    };
    if wants_json(&headers) {
        let answer =
            serde_json::json!({ "number": done.number, "version": done.version, "pending": done.pending });
        return Ok(json(StatusCode::OK, &answer));
    }
    let word = if done.pending { "asked" } else { "done" };
    Ok(see_other(&format!("/newsroom/stories/{}?said={word}", done.number)))
}

/// What is ordered, and when, where it is not now.
fn read(act: StoryAct, form: &Form, words: &Words) -> Result<(Order, Option<Timestamp>), &'static str> {
    for name in ["editor_note", "public_note", "reason", "words"] {
        if form.text(name).chars().count() > LONGEST_NOTE {
            return Err("too_long_text");
        }
    }
    let substitute = form.filled("substitute").map(|number| number.parse().map_err(|_| "follows_text"));
    let at = form.filled("at").map(|at| local_time::read(&at, &form.line("zone"), words.zone()));
    let redacted = form.filled("words").unwrap_or_default();
    let order = Order {
        act,
        editor_note: form.filled("editor_note"),
        public_note: form.filled("public_note"),
        reason: form.filled("reason"),
        languages: form.given("languages").map(|which| match which {
            "all" => Languages::All,
            _ => Languages::This,
        }),
        substitute: substitute.transpose()?,
        words: redacted.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        with: form.filled("with"),
        lifting: None,
    };
    let missing = match act.mandatory() {
        Mandatory::EditorNote => order.editor_note.is_none(),
        Mandatory::Reason => order.reason.is_none(),
        Mandatory::Nothing => false,
    };
    if missing || (act == StoryAct::Redact && order.words.is_empty()) {
        return Err("note_missing_text");
    }
    Ok((order, at.transpose()?))
}

async fn carry_out(
    act: &mut Act,
    who: &OnDuty,
    target: StoryRef,
    order: &Order,
    at: Option<Timestamp>,
) -> Result<Done, Trouble> {
    let (story, actor) = locked(act, who, target).await?;
    actor.must(order.act.right())?;
    let (agency, now) = (act.agency.clone(), act.now);
    if let Some(at) = at {
        story::schedule(&mut act.conn(), target, order, at, &actor, now).await?;
        note(act, &actor, "schedule", &story, Some(order.act.as_str())).await?;
        return Ok(Done {
            id: story.id,
            number: story.number,
            version: story.version,
            revision: story.revision,
            release: story.release,
            pending: false,
            changes: Vec::new(),
        });
    }
    clear_other_desks(act, who, &story, order).await?;
    let done = story::perform(&mut act.conn(), &agency, target, order, &actor, now).await?;
    act.record_all(done.changes.clone().into_iter().rev());
    note(act, &actor, order.act.as_str(), &story, order.reason.as_deref()).await?;
    if done.pending {
        tell_seconds(act, who, &story, order.act).await?;
    }
    Ok(done)
}

/// An act on a whole group is done to stories of other desks too: the right is asked for at each of them.
async fn clear_other_desks(act: &mut Act, who: &OnDuty, story: &Story, order: &Order) -> Result<(), Trouble> {
    if order.covered() != Languages::All {
        return Ok(());
    }
    for other in story::of_group(&mut act.conn(), story.group).await? {
        if order.act.allowed_from(other.release) {
            who.badge.actor_at(&other.desk).must(order.act.right())?;
        }
    }
    Ok(())
}

/// Everybody who may be the second person is told.
async fn tell_seconds(act: &mut Act, who: &OnDuty, story: &Story, ordered: StoryAct) -> Result<(), Trouble> {
    let (now, me) = (act.now, Some(who.badge.person.id));
    for person in people::list(&mut act.conn()).await? {
        if person.disabled_at.is_some() {
            continue;
        }
        let (id, email) = (person.id, person.email.to_string());
        let badge = desk::badge(&mut act.conn(), person).await?;
        if !badge.may_at(&story.desk, ordered.right()) || Some(id) == me {
            continue;
        }
        notice::tell(&mut act.conn(), id, notice::Kind::Confirm, story.number, me, now).await?;
        let words =
            Words::of(badge.person.language.unwrap_or(who.visitor.language), act.agency.time_zone.clone());
        let letter = crate::mail::Letter {
            to: email,
            subject: words
                .format("mail_confirm_subject", &[("headline", story.copy.headline.as_str().into())]),
            text: words.format(
                "mail_confirm_text",
                &[
                    ("name", who.badge.person.name.as_str().into()),
                    ("act", words.text(act_key(ordered)).into()),
                    (
                        "link",
                        format!("{}/newsroom/stories/{}/confirm", act.agency.origin, story.number)
                            .as_str()
                            .into(),
                    ),
                ],
            ),
        };
        crate::jobs::queue(&mut act.conn(), crate::mail::SEND, &letter, now).await?;
    }
    Ok(())
}

/// `GET /newsroom/stories/{id}/confirm`: what was asked for, by whom and why, with the difference it makes.
pub(super) async fn ask_confirm(State(room): State<Newsroom>, who: OnDuty, Path(id): Path<String>) -> Answer {
    let target = story_ref(&id)?;
    let words = room.words(who.visitor.language).await?;
    let mut snapshot = room.publication.db.snapshot().await?;
    let story = story::store::find(&mut snapshot.conn(), target).await?.ok_or(Trouble::NotFound)?;
    let actor = who.at(&story)?;
    let pending =
        story.pending.clone().ok_or(Trouble::Conflict(super::trouble::Said::Key("nothing_pending_text")))?;
    actor.must(pending.order.act.right())?;
    let people = PeopleHere::load(&mut snapshot.conn()).await?;
    let all = versions(&mut snapshot.conn(), story.number).await?;
    drop(snapshot);
    let last = all.iter().rev().find_map(|version| version.content.as_ref());
    let now = room.publication.clock.now();
    let mine = pending.by == actor.person;
    let waited = now.as_second() - pending.at.as_second();
    let own = context! {
        act => filling(offer(pending.order.act, &words)),
        number => story.number.get(),
        headline => story.copy.headline,
        language => story.language.as_str(),
        dir => story.language.direction().as_str(),
        by => people.name(pending.by),
        at => words.hour(pending.at).long,
        reason => pending.order.reason.clone(),
        public_note => pending.order.public_note.clone(),
        words_to_redact => pending.order.words.clone(),
        covers => pending.covers.iter().map(|number| number.get()).collect::<Vec<_>>(),
        mine => mine,
        may_alone => mine && waited >= story::ALONE_AFTER_SECONDS,
        before => last.map(|copy| Value::from_safe_string(revisions_page::whole(copy))),
        changes => matches!(pending.order.act, StoryAct::Redact | StoryAct::Restore),
        difference => Value::from_safe_string(revisions_page::redacted(last, &pending.order)),
    };
    room.page(&who, &words, "board", "confirm.html", own).await
}

/// `POST /newsroom/stories/{id}/confirm`
pub(super) async fn confirm(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    let (target, form) = (story_ref(&id)?, Form::read(&body)?);
    let ordered = act_of(&form.line("act"))?;
    let done = room
        .act_on(target, &(&who, target, ordered), |act, &(who, target, ordered)| {
            Box::pin(async move {
                let (story, actor) = locked(act, who, target).await?;
                let (agency, now) = (act.agency.clone(), act.now);
                let asked = story.pending.as_ref().and_then(|pending| pending.by);
                let done = story::confirm(&mut act.conn(), &agency, target, ordered, &actor, now).await?;
                act.record_all(done.changes.clone().into_iter().rev());
                note(act, &actor, &format!("{}.confirm", ordered.as_str()), &story, None).await?;
                if let Some(asked) = asked {
                    notice::tell(
                        &mut act.conn(),
                        asked,
                        notice::Kind::Confirmed,
                        story.number,
                        actor.person,
                        now,
                    )
                    .await?;
                }
                Ok(done)
            })
        })
        .await?;
    Ok(see_other(&format!("/newsroom/stories/{}?said=done", done.number)))
}
