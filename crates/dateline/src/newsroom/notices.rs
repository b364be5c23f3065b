//! What somebody is told: a story asked of them, handed to them, sent back, waiting for a second person. Who is told
//! what, and the page that shows it.

use axum::extract::State;
use minijinja::context;
use serde::Serialize;

use super::answer::{Answer, json, see_other};
use super::look::filling;
use super::on_duty::OnDuty;
use super::people_here::PeopleHere;
use super::words::{Hour, Words};
use super::{Newsroom, Trouble, assets};
use crate::db::Conn;
use crate::desk;
use crate::ids::StoryRef;
use crate::notice::{self, Kind, Notice};
use crate::people::{self, Right};
use crate::publication::Act;
use crate::story::{self, Story};

/// How many notices are shown.
const SHOWN: i64 = 100;

/// A notice as pages show it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct NoticeView {
    pub kind: &'static str,
    pub text: String,
    pub headline: String,
    pub language: String,
    pub dir: &'static str,
    pub href: String,
    pub at: Hour,
    pub fresh: bool,
}

/// The newest notices of somebody about stories they may see.
pub(super) async fn newest(
    conn: &mut Conn<'_>,
    who: &OnDuty,
    words: &Words,
    people: &PeopleHere,
    limit: i64,
) -> Result<Vec<NoticeView>, Trouble> {
    let notices = notice::newest(conn, who.badge.person.id, limit).await?;
    let mut views = Vec::with_capacity(notices.len());
    for notice in notices {
        let Some(story) = story::store::find(conn, StoryRef::Number(notice.number)).await? else { continue };
        if who.at(&story).is_err() {
            continue;
        }
        let name = people.name(notice.by);
        views.push(NoticeView {
            kind: notice.kind.as_str(),
            text: sentence(words, &notice, &name),
            language: story.language.to_string(),
            dir: story.language.direction().as_str(),
            headline: story.copy.headline,
            href: match notice.kind {
                Kind::Confirm => format!("/newsroom/stories/{}/confirm", notice.number),
                Kind::Reported => format!("/newsroom/reports?story={}", notice.number),
                Kind::Mention | Kind::Remark => format!("/newsroom/stories/{}#remarks", notice.number),
                _ => format!("/newsroom/stories/{}", notice.number),
            },
            at: words.hour(notice.at),
            fresh: notice.seen_at.is_none(),
        });
    }
    Ok(views)
}

/// The sentence of a notice, before the story's headline; `name` is whose doing it was.
pub(super) fn sentence(words: &Words, notice: &Notice, name: &str) -> String {
    words.format(text_key(notice), &[("name", name.into())])
}

fn text_key(notice: &Notice) -> &'static str {
    match notice.kind {
        Kind::Released if notice.by.is_none() => "notice_released_by_itself",
        Kind::Assigned => "notice_assigned",
        Kind::Asked => "notice_asked",
        Kind::Handed => "notice_handed",
        Kind::Taken => "notice_taken",
        Kind::SentBack => "notice_sent_back",
        Kind::Wanted => "notice_wanted",
        Kind::Approved => "notice_approved",
        Kind::Released => "notice_released",
        Kind::Mention => "notice_mention",
        Kind::Remark => "notice_remark",
        Kind::Confirm => "notice_confirm",
        Kind::Confirmed => "notice_confirmed",
        Kind::MayAlone => "notice_may_alone",
        Kind::ConfirmedAlone => "notice_confirmed_alone",
        Kind::TakenBack => "notice_taken_back",
        Kind::Reported => "notice_reported",
    }
}

/// Those who may clear a story's copy are told that it waits: the desk's members first, and where no member may,
/// everybody who may.
pub(super) async fn tell_approvers(act: &mut Act, story: &Story, by: &OnDuty) -> Result<(), Trouble> {
    let (now, me) = (act.now, Some(by.badge.person.id));
    let (mut members, mut others) = (Vec::new(), Vec::new());
    for person in people::list(&mut act.conn()).await? {
        if person.disabled_at.is_some() {
            continue;
        }
        let badge = desk::badge(&mut act.conn(), person).await?;
        if badge.may_at(&story.desk, Right::StoriesApprove) {
            let is_member = badge.desks.contains_key(&story.desk);
            if is_member { &mut members } else { &mut others }.push(badge.person.id);
        }
    }
    let told = if members.is_empty() { others } else { members };
    for person in told {
        notice::tell(&mut act.conn(), person, Kind::Wanted, story.number, me, now).await?;
    }
    Ok(())
}

/// `GET /newsroom/notices`
pub(super) async fn show(State(room): State<Newsroom>, who: OnDuty) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let mut reader = room.publication.db.reader().await?;
    let people = PeopleHere::load(&mut reader.conn()).await?;
    let notices = newest(&mut reader.conn(), &who, &words, &people, SHOWN).await?;
    drop(reader);
    let own = context! {
        notices => filling(notices),
        live => "/newsroom/notices/live",
        scripts => [assets::path("live-page.js")],
    };
    room.page(&who, &words, "notices", "notices.html", own).await
}

/// `GET /newsroom/notices/count`: how many are unseen, for pages that show it and keep no line open.
pub(super) async fn count(State(room): State<Newsroom>, who: OnDuty) -> Answer {
    let mut reader = room.publication.db.reader().await?;
    let unseen = notice::unseen_of(&mut reader.conn(), who.badge.person.id).await?;
    Ok(json(http::StatusCode::OK, &serde_json::json!({ "unread": unseen })))
}

/// `POST /newsroom/notices`: all of them are seen.
pub(super) async fn seen(State(room): State<Newsroom>, who: OnDuty) -> Answer {
    let person = who.badge.person.id;
    room.act(0, &person, |act, person| {
        Box::pin(async move {
            let now = act.now;
            Ok(notice::see_all(&mut act.conn(), *person, now).await?)
        })
    })
    .await?;
    Ok(see_other("/newsroom/notices"))
}
