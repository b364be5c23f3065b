//! Everything a story has said: revisions the desk kept, versions readers got, what changed from one to another.

use axum::extract::{Path, Query, RawForm, State};
use minijinja::context;
use minijinja::value::Value;
use serde::{Deserialize, Serialize};
use story_body::write_html::escape;
use story_body::{CaptionsAlone, Ids, Rendering, compare, compare_texts, write_words};

use super::acts_page::act_key;
use super::answer::{Answer, see_other};
use super::difference::{changed_fields, side_by_side, write_change};
use super::doing::{locked, note};
use super::form::Form;
use super::look::filling;
use super::on_duty::OnDuty;
use super::people_here::PeopleHere;
use super::story_save::story_ref;
use super::words::{Hour, Words};
use super::{Newsroom, Trouble};
use crate::db::Conn;
use crate::people::Right;
use crate::story::{
    self, Handover, Order, Revision, Saved, Story, StoryCopy, Version, revision_copy, revisions, versions,
};

/// Which two are compared: `now`, `rN` or `vN`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct CompareQuery {
    old: String,
    new: String,
    /// `sides`, or in one text.
    view: String,
}

#[derive(Serialize)]
struct Kept {
    /// `rN` or `vN`.
    key: String,
    name: String,
    why: String,
    by: String,
    at: Hour,
    aside: bool,
    note: Option<String>,
}

/// `GET /newsroom/stories/{id}/revisions`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    Query(query): Query<CompareQuery>,
) -> Answer {
    let target = story_ref(&id)?;
    let words = room.words(who.visitor.language).await?;
    let mut snapshot = room.publication.db.snapshot().await?;
    let story = story::store::find(&mut snapshot.conn(), target).await?.ok_or(Trouble::NotFound)?;
    let actor = who.at(&story)?;
    let people = PeopleHere::load(&mut snapshot.conn()).await?;
    let kept = revisions(&mut snapshot.conn(), story.id).await?;
    let all = versions(&mut snapshot.conn(), story.number).await?;
    let new_key = if query.new.is_empty() { "now".to_owned() } else { query.new.clone() };
    let usual =
        || all.last().map(|v| format!("v{}", v.version)).or(kept.first().map(|r| format!("r{}", r.revision)));
    let old_key = if query.old.is_empty() { usual().unwrap_or_default() } else { query.old.clone() };
    let old = said_then(&mut snapshot.conn(), &story, &all, &old_key).await?;
    let new = said_then(&mut snapshot.conn(), &story, &all, &new_key).await?.ok_or(Trouble::NotFound)?;
    drop(snapshot);
    let sides = query.view == "sides";
    let own = context! {
        number => story.number.get(),
        headline => story.copy.headline,
        language => story.language.as_str(),
        dir => story.language.direction().as_str(),
        revision => story.revision,
        revisions => filling(kept.iter().map(|r| shown(r, &words, &people)).collect::<Vec<_>>()),
        versions => filling(all.iter().rev().map(|v| shown_version(v, &words, &people)).collect::<Vec<_>>()),
        old => old_key.as_str(),
        new => new_key.as_str(),
        old_fields => filling(changed_fields(old.as_ref(), &new, &words)),
        difference => Value::from_safe_string(match &old {
            Some(old) if sides => side_by_side(old, &new),
            old => difference(old.as_ref(), &new),
        }),
        sides => sides,
        may_restore => actor.rights.has(Right::StoriesWrite) && new_key != "now",
    };
    room.page(&who, &words, "board", "revisions.html", own).await
}

fn shown(revision: &Revision, words: &Words, people: &PeopleHere) -> Kept {
    Kept {
        key: format!("r{}", revision.revision),
        name: revision.revision.unsigned_abs().to_string(),
        why: words.text(reason_key(&revision.reason)).to_owned(),
        by: people.name(revision.person),
        at: words.hour(revision.at),
        aside: revision.revision < 0,
        note: None,
    }
}

fn shown_version(version: &Version, words: &Words, people: &PeopleHere) -> Kept {
    Kept {
        key: format!("v{}", version.version),
        name: version.version.to_string(),
        why: words.text(act_key(version.act)).to_owned(),
        by: people.name(version.person),
        at: words.hour(version.at),
        aside: false,
        note: version.editor_note.clone().or_else(|| version.reason.clone()),
    }
}

fn reason_key(reason: &str) -> &'static str {
    match reason {
        "set_aside" => "reason_set_aside",
        "submit" => "reason_submit",
        "approve" => "reason_approve",
        "send_back" => "reason_send_back",
        "let_go" | "hand_over" | "take_over" => "reason_hand_over",
        "spike" | "unspike" => "reason_spike",
        "restore" => "reason_restore",
        "work" | "move" => "reason_work",
        _ => "reason_release",
    }
}

async fn said_then(
    conn: &mut Conn<'_>,
    story: &Story,
    all: &[Version],
    key: &str,
) -> Result<Option<StoryCopy>, Trouble> {
    if key == "now" {
        return Ok(Some(story.copy.clone()));
    }
    let number = |prefix: char| key.strip_prefix(prefix).and_then(|number| number.parse::<i64>().ok());
    if let Some(version) = number('v') {
        let found = all.iter().find(|known| known.version == version);
        return Ok(found.and_then(|version| version.content.clone()));
    }
    match number('r') {
        Some(revision) => Ok(revision_copy(conn, story.id, revision).await?),
        None => Ok(None),
    }
}

/// `POST /newsroom/stories/{id}/restore`: what was said then becomes the working copy, as a new revision.
pub(super) async fn restore(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.must(Right::StoriesWrite)?;
    let (target, form) = (story_ref(&id)?, Form::read(&body)?);
    let key = form.line("key");
    let story = room
        .act_on(target, &(&who, &key, target), |act, &(who, key, target)| {
            Box::pin(async move {
                let (mut story, actor) = locked(act, who, target).await?;
                let (agency, now) = (act.agency.clone(), act.now);
                let all = versions(&mut act.conn(), story.number).await?;
                let copy = said_then(&mut act.conn(), &story, &all, key).await?.ok_or(Trouble::NotFound)?;
                story::hand_locked(&mut act.conn(), &mut story, &Handover::Claim, &actor, now).await?;
                // What stands there now is not lost by it.
                story::store::keep_revision(&mut act.conn(), &story, now, actor.person, "restore").await?;
                let expected = story.revision;
                let saved =
                    story::write_locked(&mut act.conn(), &agency, &mut story, expected, copy, &actor, now)
                        .await?;
                debug_assert_eq!(saved, Saved::Whole, "claimed just now");
                note(act, &actor, "restore_revision", &story, Some(key)).await?;
                Ok(story)
            })
        })
        .await?;
    Ok(see_other(&format!("/newsroom/stories/{}?said=restored", story.number)))
}

/// What a copy says, as HTML without pictures.
pub(super) fn whole(copy: &StoryCopy) -> String {
    difference(None, copy)
}

/// Headline, summary and body with what was added and removed marked. Without an older one, as it stands.
pub(super) fn difference(old: Option<&StoryCopy>, new: &StoryCopy) -> String {
    let mut out = String::with_capacity(2_048);
    part(&mut out, "h2", old.map(|old| old.headline.as_str()), &new.headline);
    let summary = |copy: &StoryCopy| copy.summary.clone().unwrap_or_default();
    let (was, is) = (old.map(summary), summary(new));
    if !is.is_empty() || was.as_ref().is_some_and(|was| !was.is_empty()) {
        part(&mut out, "p", was.as_deref(), &is);
    }
    let rendering = Rendering { ids: Ids::LeftOut, media: &CaptionsAlone, origin: "", lead_in: "" };
    let Some(old) = old else {
        new.body.write_html(&mut out, &rendering);
        return out;
    };
    compare(&old.body, &new.body).iter().for_each(|change| write_change(&mut out, change));
    out
}

fn part(out: &mut String, element: &str, old: Option<&str>, new: &str) {
    out.push_str(&format!("<{element}>"));
    match old {
        Some(old) => write_words(out, &compare_texts(old, new)),
        None => escape(out, new),
    }
    out.push_str(&format!("</{element}>\n"));
}

/// What a redaction leaves; nothing for other acts.
pub(super) fn redacted(last: Option<&StoryCopy>, order: &Order) -> String {
    let Some(last) = last.filter(|_| !order.words.is_empty()) else { return String::new() };
    let with = order.with.as_deref().unwrap_or("[…]");
    let mut after = last.clone();
    for words in &order.words {
        after.headline = after.headline.replace(words.as_str(), with);
        after.summary = after.summary.map(|summary| summary.replace(words.as_str(), with));
        after.body.replace_words(words, with);
    }
    difference(Some(last), &after)
}
