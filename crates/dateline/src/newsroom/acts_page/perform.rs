//! An act carried out, now or at a set instant, and a second person told.

use axum::extract::{Path, RawForm, State};
use http::{HeaderMap, StatusCode};

use super::ordered::{self, Asked, Wrong};
use super::{act_of, show};
use crate::ids::StoryRef;
use crate::newsroom::answer::{Answer, json, see_other, wants_json};
use crate::newsroom::doing::{locked, note};
use crate::newsroom::form::Form;
use crate::newsroom::on_duty::OnDuty;
use crate::newsroom::story_save::story_ref;
use crate::newsroom::trouble::Said;
use crate::newsroom::{Newsroom, Trouble, second_person};
use crate::publication::Act;
use crate::story::{self, Done, Languages, Order, Story};

/// `POST /newsroom/stories/{id}/acts/{act}`. With `look` nothing is done: the page comes back with what readers and
/// subscribers would get.
pub(super) async fn perform(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path((id, act)): Path<(String, String)>,
    headers: HeaderMap,
    RawForm(body): RawForm,
) -> Answer {
    let (target, act) = (story_ref(&id)?, act_of(&act)?);
    let form = Form::read(&body)?;
    if form.given("look").is_some() {
        return show::act_page(&room, &who, target, act, &form, &[]).await;
    }
    let words = room.words(who.visitor.language).await?;
    let asked = match ordered::read(act, &form, &words) {
        Ok(asked) => asked,
        Err(wrong) => return show::act_page(&room, &who, target, act, &form, &wrong).await,
    };
    let done = room
        .act_on(target, &(&who, &asked, target), |act, &(who, asked, target)| {
            Box::pin(async move { carry_out(act, who, target, asked).await })
        })
        .await;
    let done = match done {
        Ok(done) => done,
        Err(Trouble::Bad(Said::Key(key)) | Trouble::Conflict(Said::Key(key))) if !wants_json(&headers) => {
            let conflict = matches!(done, Err(Trouble::Conflict(_)));
            let wrong = [Wrong { field: "", key }];
            let mut page = show::act_page(&room, &who, target, act, &form, &wrong).await?;
            if conflict {
                *page.status_mut() = StatusCode::CONFLICT;
            }
            return Ok(page);
        }
        Err(other) => return Err(other),
    };
    if wants_json(&headers) {
        let answer =
            serde_json::json!({ "number": done.number, "version": done.version, "pending": done.pending });
        return Ok(json(StatusCode::OK, &answer));
    }
    let word = match (done.pending, &asked.set) {
        (true, _) => "asked",
        (_, Some(_)) => "set",
        _ => "done",
    };
    Ok(see_other(&format!("/newsroom/stories/{}?said={word}", done.number)))
}

async fn carry_out(act: &mut Act, who: &OnDuty, target: StoryRef, asked: &Asked) -> Result<Done, Trouble> {
    let (story, actor) = locked(act, who, target).await?;
    let order = &asked.order;
    actor.must(order.act.right())?;
    let (agency, now) = (act.agency.clone(), act.now);
    clear_other_desks(act, who, &story, order).await?;
    if let Some(set) = &asked.set {
        if set.at <= now {
            return Err(Trouble::bad("past_time_text"));
        }
        story::schedule(&mut act.conn(), target, order, set.clone(), &actor, now).await?;
        note(act, &actor, "schedule", &story, Some(order.act.as_str())).await?;
        return Ok(unchanged(&story));
    }
    let done = story::perform(&mut act.conn(), &agency, target, order, &actor, now).await?;
    act.record_all(done.changes.clone().into_iter().rev());
    note(act, &actor, order.act.as_str(), &story, order.reason.as_deref()).await?;
    if done.pending {
        second_person::ask(act, who, &story, order).await?;
    }
    Ok(done)
}

fn unchanged(story: &Story) -> Done {
    Done {
        id: story.id,
        number: story.number,
        version: story.version,
        revision: story.revision,
        release: story.release,
        pending: false,
        changes: Vec::new(),
    }
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
