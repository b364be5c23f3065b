//! What waits for a second person: looked at, confirmed, or taken back.

use axum::extract::{Path, RawForm, State};
use minijinja::context;
use minijinja::value::Value;

use super::{act_of, offer, wire_notice};
use crate::newsroom::answer::{Answer, see_other};
use crate::newsroom::doing::{locked, note};
use crate::newsroom::form::Form;
use crate::newsroom::look::filling;
use crate::newsroom::on_duty::OnDuty;
use crate::newsroom::people_here::PeopleHere;
use crate::newsroom::story_save::story_ref;
use crate::newsroom::trouble::Said;
use crate::newsroom::{Newsroom, Trouble, revisions_page, second_person};
use crate::notice::{self, Kind};
use crate::story::{self, Release, StoryAct, versions};

/// `GET /newsroom/stories/{id}/confirm`: what was asked for, by whom and why, with the difference it makes.
pub(super) async fn ask(State(room): State<Newsroom>, who: OnDuty, Path(id): Path<String>) -> Answer {
    let target = story_ref(&id)?;
    let words = room.words(who.visitor.language).await?;
    let mut snapshot = room.publication.db.snapshot().await?;
    let story = story::store::find(&mut snapshot.conn(), target).await?.ok_or(Trouble::NotFound)?;
    let actor = who.at(&story)?;
    let nothing = || Trouble::Conflict(Said::Key("nothing_pending_text"));
    let pending = story.pending.clone().ok_or_else(nothing)?;
    actor.must(pending.order.act.right())?;
    let people = PeopleHere::load(&mut snapshot.conn()).await?;
    let all = versions(&mut snapshot.conn(), story.number).await?;
    let mut group = story::of_group(&mut snapshot.conn(), story.group).await?;
    group.retain(|other| pending.covers.contains(&other.number));
    let last = all.iter().rev().find_map(|version| version.content.as_ref());
    let now = room.publication.clock.now();
    let (mine, order) = (pending.by == actor.person, &pending.order);
    let agency = room.publication.agency(&mut snapshot.conn()).await?;
    drop(snapshot);
    let alone_at = pending.alone_at(&agency);
    let difference = match order.act {
        StoryAct::Redact => revisions_page::redacted(last, order),
        StoryAct::Restore => revisions_page::whole(&story.copy),
        _ => String::new(),
    };
    let own = context! {
        act => filling(offer(order.act, &words)),
        number => story.number.get(),
        headline => story.copy.headline.as_str(),
        language => story.language.as_str(),
        dir => story.language.direction().as_str(),
        held => story.release == Release::Held,
        by => people.name(pending.by),
        at => words.hour(pending.at).long,
        reason => order.reason.clone(),
        public_note => order.public_note.clone(),
        words_to_redact => order.words.clone(),
        notices => filling(group.iter().map(|story| wire_notice::notice(&words, story, order, now)).collect::<Vec<_>>()),
        covers => group.len(),
        mine => mine,
        may_alone => mine && alone_at.is_some_and(|at| at <= now),
        alone_at => alone_at.map(|at| words.hour(at).long),
        before => last.map(|copy| Value::from_safe_string(revisions_page::whole(copy))),
        difference => Value::from_safe_string(difference),
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
                let (agency, now, me) = (act.agency.clone(), act.now, who.badge.person.id);
                let asked = story.pending.as_ref().and_then(|pending| pending.by);
                let done = story::confirm(&mut act.conn(), &agency, target, ordered, &actor, now).await?;
                act.record_all(done.changes.clone().into_iter().rev());
                let alone = asked == Some(me);
                let how = alone.then_some("alone");
                note(act, &actor, &format!("{}.confirm", ordered.as_str()), &story, how).await?;
                match asked {
                    Some(_) if alone => {
                        second_person::report_alone(act, &story, ordered, &who.badge.person).await?;
                    }
                    Some(asked) => {
                        notice::tell(&mut act.conn(), asked, Kind::Confirmed, story.number, Some(me), now)
                            .await?;
                    }
                    None => {}
                }
                Ok(done)
            })
        })
        .await?;
    Ok(see_other(&format!("/newsroom/stories/{}?said=done", done.number)))
}

/// `POST /newsroom/stories/{id}/take-back`: the request is withdrawn, and what it held comes back as it was.
pub(super) async fn take_back(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    let (target, form) = (story_ref(&id)?, Form::read(&body)?);
    let said = form.filled("editor_note").map(|text| text.chars().take(4_000).collect::<String>());
    let done = room
        .act_on(target, &(&who, target, said), |act, (who, target, said)| {
            Box::pin(async move {
                let (story, actor) = locked(act, who, *target).await?;
                let (agency, now, me) = (act.agency.clone(), act.now, who.badge.person.id);
                let pending = story.pending.clone();
                let done =
                    story::drop_request(&mut act.conn(), &agency, *target, said.clone(), &actor, now).await?;
                act.record_all(done.changes.clone().into_iter().rev());
                let ordered = pending.as_ref().map(|pending| pending.order.act.as_str());
                note(act, &actor, "take_back", &story, ordered).await?;
                if let Some(asked) = pending.and_then(|pending| pending.by) {
                    notice::tell(&mut act.conn(), asked, Kind::TakenBack, story.number, Some(me), now)
                        .await?;
                }
                Ok(done)
            })
        })
        .await?;
    Ok(see_other(&format!("/newsroom/stories/{}?said=taken_back", done.number)))
}
