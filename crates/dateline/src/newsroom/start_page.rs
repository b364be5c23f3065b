//! The start page: mine, waiting for me, just released.

use axum::extract::State;
use jiff::SignedDuration;
use minijinja::context;

use super::answer::Answer;
use super::card::{Card, CardMaker};
use super::look::filling;
use super::on_duty::OnDuty;
use super::people_here::PeopleHere;
use super::{Newsroom, assets, notices};
use crate::people::Right;
use crate::story::{self, Stage, Story};

/// How many cards a list shows.
const SHOWN: usize = 20;

/// `GET /newsroom`
pub(super) async fn show(State(room): State<Newsroom>, who: OnDuty) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let now = room.publication.clock.now();
    let since = now - SignedDuration::from_hours(24);
    let mut snapshot = room.publication.db.snapshot().await?;
    let agency = room.publication.agency(&mut snapshot.conn()).await?;
    let people = PeopleHere::load(&mut snapshot.conn()).await?;
    let open = story::open_stories(&mut snapshot.conn(), since, 1_000).await?;
    let out = story::recently_out(&mut snapshot.conn(), since, SHOWN as i64).await?;
    let told = notices::newest(&mut snapshot.conn(), &who, &words, &people, 10).await?;
    drop(snapshot);
    let maker = CardMaker { who: &who, words: &words, people: &people, agency: &agency, now };
    let me = Some(who.badge.person.id);
    let cards = |stories: &[Story], wanted: &dyn Fn(&Story) -> bool| -> Vec<Card> {
        let seen = stories.iter().filter(|story| who.at(story).is_ok() && wanted(story));
        seen.take(SHOWN).map(|story| maker.card(story, String::new())).collect()
    };
    let mine = cards(&open, &|story| story.held_at(now) == me || story.assigned == me);
    let waiting = cards(&open, &|story| waits_for(&who, story));
    let confirm = cards(&open.iter().chain(&out).cloned().collect::<Vec<_>>(), &|story| {
        story.pending.as_ref().is_some_and(|pending| {
            pending.by != me && who.badge.may_at(&story.desk, pending.order.act.right())
        })
    });
    let released = cards(&out, &|_| true);
    let own = context! {
        mine => filling(mine),
        waiting => filling(waiting),
        confirm => filling(confirm),
        released => filling(released),
        notices => filling(told),
        may_write => who.badge.may(Right::StoriesWrite),
        scripts => [assets::path("board.js")],
    };
    room.page(&who, &words, "start", "start.html", own).await
}

/// Whether somebody is the one a story waits for: submitted where they may approve, approved where they may release,
/// or asked of them.
fn waits_for(who: &OnDuty, story: &Story) -> bool {
    let me = who.badge.person.id;
    let may = |right| who.badge.may_at(&story.desk, right);
    match &story.stage {
        Stage::Submitted { by } => *by != me && may(Right::StoriesApprove),
        Stage::Approved { .. } => may(Right::StoriesRelease),
        _ => story.asked_by.is_some() && story.holder.is_some_and(|(holder, _)| holder == me),
    }
}
