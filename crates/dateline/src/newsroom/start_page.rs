//! The start page: mine, waiting for me, tasks, due soon, just released.

use axum::extract::State;
use minijinja::context;

use super::answer::Answer;
use super::board_page::STAYS;
use super::card::{Card, CardMaker};
use super::look::filling;
use super::on_duty::OnDuty;
use super::surroundings::Surroundings;
use super::{Newsroom, assets, notices, tasks_page};
use crate::notice::Kind;
use crate::people::Right;
use crate::story::{self, Stage, Story};

/// How many cards a list shows.
const SHOWN: usize = 20;
/// How many of the tasks that wait are shown.
const FIRST_TASKS: usize = 5;
/// How many of those just released are looked at for one's own and one's desks'.
const LOOKED_AT: i64 = 200;

/// `GET /newsroom`
pub(super) async fn show(State(room): State<Newsroom>, who: OnDuty) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let now = room.publication.clock.now();
    let since = now - STAYS;
    let mut snapshot = room.publication.db.snapshot().await?;
    let around = Surroundings::load(&room, &mut snapshot.conn()).await?;
    let open = story::open_stories(&mut snapshot.conn(), since, 1_000).await?;
    let out = story::recently_out(&mut snapshot.conn(), since, LOOKED_AT).await?;
    let remarks = story::remark_counts(&mut snapshot.conn(), since).await?;
    let told = notices::newest(&mut snapshot.conn(), &who, &words, &around.people, 10).await?;
    let (tasks, first_tasks) =
        tasks_page::waiting_for(&mut snapshot.conn(), &who, &words, FIRST_TASKS).await?;
    drop(snapshot);
    let maker =
        CardMaker { who: &who, words: &words, around: &around, remarks: &remarks, now, names_desk: true };
    let me = Some(who.badge.person.id);
    let cards = |list: &str, stories: &mut dyn Iterator<Item = &Story>, wanted: &dyn Fn(&Story) -> bool| {
        let seen = stories.filter(|story| who.at(story).is_ok() && wanted(story));
        let card = |story: &Story| {
            let card = maker.card(story, String::new());
            Card { dom: format!("{}-{list}", card.dom), ..card }
        };
        seen.take(SHOWN).map(card).collect::<Vec<Card>>()
    };
    let is_mine = |story: &Story| story.held_at(now) == me || story.assigned == me;
    let mine = cards("mine", &mut open.iter(), &|story| is_mine(story) && !is_done(story));
    let waiting = cards("waiting", &mut open.iter(), &|story| waits_for(&who, story));
    let mut due: Vec<&Story> = open.iter().filter(|story| story.due_at.is_some()).collect();
    due.sort_by_key(|story| story.due_at);
    let due = cards("due", &mut due.into_iter(), &|story| is_ours(&who, story) && !is_done(story));
    let confirm = cards("confirm", &mut open.iter().chain(&out), &|story| {
        story.pending.as_ref().is_some_and(|pending| {
            pending.by != me && who.badge.may_at(&story.desk, pending.order.act.right())
        })
    });
    let released = cards("released", &mut out.iter(), &|story| is_ours(&who, story));
    let mentions: Vec<_> =
        told.iter().filter(|notice| notice.fresh && notice.kind == Kind::Mention.as_str()).cloned().collect();
    let own = context! {
        mine => filling(mine),
        waiting => filling(waiting),
        mentions => filling(mentions),
        confirm => filling(confirm),
        tasks => tasks,
        first_tasks => filling(first_tasks),
        due => filling(due),
        released => filling(released),
        notices => filling(told),
        may_write => who.badge.may(Right::StoriesWrite),
        live => format!("/newsroom/live?since={}", now.as_microsecond()),
        scripts => [assets::path("live-page.js"), assets::path("board.js")],
    };
    room.page(&who, &words, "start", "start.html", own).await
}

/// Whether nobody needs to write it any more.
fn is_done(story: &Story) -> bool {
    matches!(story.stage, Stage::Spiked { .. } | Stage::Released)
}

/// Whether it is somebody's own or of a desk they belong to; for those of no desk, any they see.
fn is_ours(who: &OnDuty, story: &Story) -> bool {
    let me = Some(who.badge.person.id);
    let own = story.assigned == me || story.created_by == me;
    own || who.badge.desks.is_empty() || who.badge.desks.contains_key(&story.desk)
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
