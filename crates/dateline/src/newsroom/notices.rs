//! What somebody is told: a story asked of them, handed to them, sent back, waiting for a second person.

use axum::extract::State;
use jiff::Timestamp;
use minijinja::context;
use serde::Serialize;

use super::answer::{Answer, see_other};
use super::look::filling;
use super::on_duty::OnDuty;
use super::people_here::PeopleHere;
use super::words::{Hour, Words};
use super::{Newsroom, Trouble};
use crate::db::{Conn, DbError};
use crate::ids::{NoticeId, PersonId, StoryNumber, StoryRef};
use crate::story;

/// How many notices are shown.
const SHOWN: i64 = 100;

/// Tells somebody something about a story, in the act that made it so. Nobody is told of what they did themselves.
pub(super) async fn tell(
    conn: &mut Conn<'_>,
    to: PersonId,
    kind: &str,
    number: StoryNumber,
    by: Option<PersonId>,
    now: Timestamp,
) -> Result<(), DbError> {
    if by == Some(to) {
        return Ok(());
    }
    conn.execute(
        "INSERT INTO notice (id, person, at, kind, number, by_person, detail, seen_at) \
         VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL)",
        [NoticeId::new().into(), to.into(), now.into(), kind.into(), number.into(), by.into()],
    )
    .await
    .map(|_| ())
}

/// How many notices somebody has not seen.
pub(super) async fn unread(conn: &mut Conn<'_>, person: PersonId) -> Result<i64, DbError> {
    let sql = "SELECT count(*) AS unread FROM notice WHERE person = $1 AND seen_at IS NULL";
    conn.one(sql, [person.into()]).await?.get("unread")
}

/// A notice as pages show it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct NoticeView {
    pub text: String,
    pub headline: String,
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
    let rows = conn
        .all(
            "SELECT at, kind, number, by_person, seen_at FROM notice WHERE person = $1 \
             ORDER BY at DESC, id DESC LIMIT $2",
            [who.badge.person.id.into(), limit.into()],
        )
        .await?;
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let kind: String = row.get("kind")?;
        let by = row.get::<Option<Vec<u8>>>("by_person")?.as_deref().and_then(PersonId::from_bytes);
        let number = row.get::<Option<i64>>("number")?.and_then(StoryNumber::new);
        let Some(number) = number else { continue };
        let Some(story) = story::store::find(conn, StoryRef::Number(number)).await? else { continue };
        if who.at(&story).is_err() {
            continue;
        }
        let name = people.name(by);
        views.push(NoticeView {
            text: words.format(key_of(&kind), &[("name", name.as_str().into())]),
            headline: story.copy.headline,
            href: format!("/newsroom/stories/{number}"),
            at: words.hour(row.get("at")?),
            fresh: row.get::<Option<Timestamp>>("seen_at")?.is_none(),
        });
    }
    Ok(views)
}

fn key_of(kind: &str) -> &'static str {
    match kind {
        "asked" => "notice_asked",
        "handed" => "notice_handed",
        "taken" => "notice_taken",
        "assigned" => "notice_assigned",
        "sent_back" => "notice_sent_back",
        "approved" => "notice_approved",
        "remark" => "notice_remark",
        "confirm" => "notice_confirm",
        _ => "notice_confirmed",
    }
}

/// `GET /newsroom/notices`
pub(super) async fn show(State(room): State<Newsroom>, who: OnDuty) -> Answer {
    let words = room.words(who.visitor.language).await?;
    let mut reader = room.publication.db.reader().await?;
    let people = PeopleHere::load(&mut reader.conn()).await?;
    let notices = newest(&mut reader.conn(), &who, &words, &people, SHOWN).await?;
    drop(reader);
    let own = context! { notices => filling(notices) };
    room.page(&who, &words, "notices", "notices.html", own).await
}

/// `POST /newsroom/notices`: all of them are seen.
pub(super) async fn seen(State(room): State<Newsroom>, who: OnDuty) -> Answer {
    let mut act = room.publication.begin(0).await?;
    let now = act.now;
    act.conn()
        .execute(
            "UPDATE notice SET seen_at = $2 WHERE person = $1 AND seen_at IS NULL",
            [who.badge.person.id.into(), now.into()],
        )
        .await?;
    act.commit().await?;
    Ok(see_other("/newsroom/notices"))
}
