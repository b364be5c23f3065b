//! The acts of the wire: what a story offers, each act as a form with what it must say and what comes of it, and the
//! second person's confirmation.

mod confirm;
mod drafted_note;
mod ordered;
mod perform;
mod show;
mod wire_notice;

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::{get, post};
use minijinja::context;
use serde::Serialize;

use super::answer::Answer;
use super::look::filling;
use super::on_duty::OnDuty;
use super::story_save::story_ref;
use super::words::Words;
use super::{Newsroom, Trouble};
use crate::story::{self, Mandatory, Story, StoryAct};

pub(super) use drafted_note::drafted;
pub(super) use ordered::set_for;

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

/// Everything about acts on one story.
pub(super) fn routes() -> Router<Newsroom> {
    Router::new()
        .route("/newsroom/stories/{id}/acts", get(list))
        .route("/newsroom/stories/{id}/acts/{act}", get(show::show).post(perform::perform))
        .route("/newsroom/stories/{id}/acts/{act}/preview", get(show::preview))
        .route("/newsroom/stories/{id}/confirm", get(confirm::ask).post(confirm::confirm))
        .route("/newsroom/stories/{id}/take-back", post(confirm::take_back))
}

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

/// `GET /newsroom/stories/{id}/acts`: what may be done to a story, for a board's key and a thumb.
async fn list(State(room): State<Newsroom>, who: OnDuty, Path(id): Path<String>) -> Answer {
    let target = story_ref(&id)?;
    let words = room.words(who.visitor.language).await?;
    let mut reader = room.publication.db.reader().await?;
    let story = story::store::find(&mut reader.conn(), target).await?.ok_or(Trouble::NotFound)?;
    drop(reader);
    who.at(&story)?;
    let own = context! {
        number => story.number.get(),
        headline => story.copy.headline.as_str(),
        language => story.language.as_str(),
        dir => story.language.direction().as_str(),
        acts => filling(offered(&who, &words, &story)),
        pending => story.pending.is_some(),
    };
    room.page(&who, &words, "board", "acts.html", own).await
}
