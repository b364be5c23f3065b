//! Everything that may be done with a story, from its card: a page of its own, or one part of it in a dialog.

use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse};
use minijinja::context;
use minijinja::value::Value;
use serde::{Deserialize, Serialize};

use super::acts_page;
use super::answer::Answer;
use super::card::CardMaker;
use super::findings;
use super::local_time;
use super::look::filling;
use super::on_duty::{OnDuty, safe_path};
use super::story_media;
use super::story_page::desk_names;
use super::story_save::story_ref;
use super::surroundings::{RemarkCounts, Surroundings};
use super::words::{Hour, Words};
use super::{Newsroom, Trouble};
use crate::desk;
use crate::people::Right;
use crate::story::{self, ApprovalRule, Remark, Stage, Story};

/// Parts of the menu that may be asked for by themselves.
const PARTS: [&str; 6] = ["release", "assign", "remark", "move", "spike", "menu"];

/// What of the menu is wanted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct MenuQuery {
    /// One of its parts; all where empty.
    pub part: String,
    /// Where to go when something was done.
    pub back: String,
    /// Whether the part alone is wanted, for a dialog.
    pub bare: String,
}

#[derive(Serialize)]
struct RemarkView {
    by: String,
    at: Hour,
    text: String,
}

/// `GET /newsroom/board/stories/{id}`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    Query(query): Query<MenuQuery>,
) -> Answer {
    let target = story_ref(&id)?;
    if !query.part.is_empty() && !PARTS.contains(&query.part.as_str()) {
        return Err(Trouble::NotFound);
    }
    let words = room.words(who.visitor.language).await?;
    let mut snapshot = room.publication.db.snapshot().await?;
    let story = story::store::find(&mut snapshot.conn(), target).await?.ok_or(Trouble::NotFound)?;
    who.at(&story)?;
    let around = Surroundings::load(&room, &mut snapshot.conn()).await?;
    let remarks = story::remarks(&mut snapshot.conn(), story.id).await?;
    let known = story_media::used(&mut snapshot.conn(), &story).await?;
    let findings = findings::all(&mut snapshot.conn(), &around.agency, &words, &story, &known).await?;
    drop(snapshot);
    let now = room.publication.clock.now();
    let counts = RemarkCounts::from([(story.id, remarks.len() as i64)]);
    let maker =
        CardMaker { who: &who, words: &words, around: &around, remarks: &counts, now, names_desk: true };
    let card = maker.card(&story, String::new());
    let own = context! {
        card => filling(card),
        part => query.part.as_str(),
        bare => !query.bare.is_empty(),
        back => safe_path(&query.back).unwrap_or("/newsroom/board"),
        people => filling(around.with_right(&story.desk, Right::StoriesWrite)),
        findings => filling(findings),
        assigned => story.assigned.map(|person| person.to_string()),
        due_at => story.due_at.map(|at| local_time::written(at, words.zone())),
        remarks => filling(remark_views(&remarks, &around, &words)),
        zone => words.zone().iana_name().unwrap_or("UTC"),
    };
    let own = minijinja::value::merge_maps([own, standing(&who, &words, &story, &around)]);
    if query.bare.is_empty() {
        return room.page(&who, &words, "board", "board_menu.html", own).await;
    }
    Ok(Html(room.fragment(&words, "board_menu_parts.html", own)?).into_response())
}

/// What stands in the way of the story, and where it may go.
fn standing(who: &OnDuty, words: &Words, story: &Story, around: &Surroundings) -> Value {
    let desk = around.desk(&story.desk);
    let rule = desk.map_or(ApprovalRule::AnotherPerson, |desk| desk.approval);
    let approved = matches!(story.stage, Stage::Approved { revision, .. } if revision == story.revision);
    let desks: Vec<desk::Desk> = around.desks.iter().filter(|desk| who.sees(&desk.key)).cloned().collect();
    context! {
        unapproved => rule != ApprovalRule::Nobody && !approved,
        desks => filling(desk_names(&desks)),
        desk_key => story.desk.as_str(),
        steps => filling(desk.map(|desk| desk.steps.clone()).unwrap_or_default()),
        step => story.step.clone(),
        acts => filling(acts_page::offered(who, words, story)),
    }
}

fn remark_views(remarks: &[Remark], around: &Surroundings, words: &Words) -> Vec<RemarkView> {
    remarks
        .iter()
        .map(|remark| RemarkView {
            by: around.people.name(Some(remark.person)),
            at: words.hour(remark.at),
            text: remark.text.clone(),
        })
        .collect()
}
