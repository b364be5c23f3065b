//! The second person of a kill, takedown, restore or redaction: told, reminded, and the asker told when nobody came.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::Trouble;
use super::acts_page::act_key;
use super::on_duty::OnDuty;
use super::words::Words;
use crate::db::Conn;
use crate::desk;
use crate::ids::{PersonId, StoryNumber, StoryRef};
use crate::jobs::{self, Handlers};
use crate::lang::Language;
use crate::mail::{self, Letter};
use crate::notice::{self, Kind};
use crate::people::{self, Person, Right, Role};
use crate::publication::{Act, Publication};
use crate::story::{self, Order, Story, StoryAct};

/// The errand that reminds of what still waits.
const REMIND: &str = "newsroom.remind_second";

/// When second persons are reminded, after the request.
const REMINDED_AFTER: SignedDuration = SignedDuration::from_mins(10);

/// What was asked for, so that a reminder knows whether it still waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Reminder {
    number: StoryNumber,
    asked_at: Timestamp,
    to: Reminded,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Reminded {
    /// Everybody who may be the second person.
    Seconds,
    /// Whoever asked: they may confirm alone now.
    Asker,
}

/// Tells everybody who may be the second person, in the act that asks for one, and sets the reminders.
pub(super) async fn ask(act: &mut Act, who: &OnDuty, story: &Story, order: &Order) -> Result<(), Trouble> {
    let (now, origin) = (act.now, act.agency.origin.clone());
    let asked = Asked {
        by: &who.badge.person,
        act: order.act,
        subject: "mail_confirm_subject",
        text: "mail_confirm_text",
        page: "confirm",
    };
    let zone = act.agency.time_zone.clone();
    let words = |language| Words::of(language, zone.clone());
    for person in seconds(&mut act.conn(), story, order.act, Some(who.badge.person.id)).await? {
        notice::tell(&mut act.conn(), person.id, Kind::Confirm, story.number, Some(who.badge.person.id), now)
            .await?;
        let words = words(person.language.unwrap_or(who.visitor.language));
        write(&mut act.conn(), &person, &words, &origin, story, &asked, now).await?;
    }
    let alone = act.agency.alone_after.map(|after| (Reminded::Asker, after));
    for (to, after) in [(Reminded::Seconds, REMINDED_AFTER)].into_iter().chain(alone) {
        let reminder = Reminder { number: story.number, asked_at: now, to };
        jobs::queue(&mut act.conn(), REMIND, &reminder, now + after).await?;
    }
    Ok(())
}

/// Everybody who may be the second person at a story's desk.
pub(super) async fn seconds(
    conn: &mut Conn<'_>,
    story: &Story,
    act: StoryAct,
    but: Option<PersonId>,
) -> Result<Vec<Person>, Trouble> {
    let mut found = Vec::new();
    for person in people::list(conn).await? {
        if person.disabled_at.is_some() || Some(person.id) == but {
            continue;
        }
        let badge = desk::badge(conn, person).await?;
        if badge.may_at(&story.desk, act.right()) {
            found.push(badge.person);
        }
    }
    Ok(found)
}

/// Tells everybody who might have confirmed, and every chief who may see the story, that somebody did it alone: here
/// and by letter.
pub(super) async fn report_alone(
    act: &mut Act,
    story: &Story,
    done: StoryAct,
    by: &Person,
) -> Result<(), Trouble> {
    let (now, agency) = (act.now, act.agency.clone());
    let said = Asked {
        by,
        act: done,
        subject: "mail_confirmed_alone_subject",
        text: "mail_confirmed_alone_text",
        page: "revisions",
    };
    for person in overseers(&mut act.conn(), story, done, by.id).await? {
        let conn = &mut act.conn();
        notice::tell(conn, person.id, Kind::ConfirmedAlone, story.number, Some(by.id), now).await?;
        let words = Words::of(person.language.unwrap_or(Language::ENGLISH), agency.time_zone.clone());
        write(conn, &person, &words, &agency.origin, story, &said, now).await?;
    }
    Ok(())
}

/// Who might have confirmed, and the chiefs of any desk who may see the story.
async fn overseers(
    conn: &mut Conn<'_>,
    story: &Story,
    act: StoryAct,
    but: PersonId,
) -> Result<Vec<Person>, Trouble> {
    let mut found = Vec::new();
    for person in people::list(conn).await? {
        if person.disabled_at.is_some() || person.id == but {
            continue;
        }
        let badge = desk::badge(conn, person).await?;
        let here = badge.actor_at(&story.desk);
        let leads = badge.person.roles.has(Role::Chief) || badge.desks.values().any(|r| r.has(Role::Chief));
        let sees = here.rights.has(Right::StoriesRead) && story.is_open_to(&here);
        if here.rights.has(act.right()) || leads && sees {
            found.push(badge.person);
        }
    }
    Ok(found)
}

/// Who asks for what, and the letter that says so.
struct Asked<'a> {
    by: &'a Person,
    act: StoryAct,
    subject: &'static str,
    text: &'static str,
    /// The page of the story that the letter leads to.
    page: &'static str,
}

async fn write(
    conn: &mut Conn<'_>,
    to: &Person,
    words: &Words,
    origin: &str,
    story: &Story,
    asked: &Asked<'_>,
    now: Timestamp,
) -> Result<(), Trouble> {
    let link = format!("{origin}/newsroom/stories/{}/{}", story.number, asked.page);
    let letter = Letter {
        to: to.email.to_string(),
        subject: words.format(asked.subject, &[("headline", story.copy.headline.as_str().into())]),
        text: words.format(
            asked.text,
            &[
                ("name", asked.by.name.as_str().into()),
                ("act", words.text(act_key(asked.act)).into()),
                ("link", link.as_str().into()),
            ],
        ),
    };
    jobs::queue(conn, mail::SEND, &letter, now).await?;
    Ok(())
}

/// Reminds as an errand: the handler for what the asking sets.
pub fn with_reminders(handlers: Handlers, publication: Publication) -> Handlers {
    handlers.with(REMIND, move |job| {
        let publication = publication.clone();
        async move {
            let reminder: Reminder = serde_json::from_str(&job.payload)?;
            remind(&publication, reminder).await
        }
    })
}

async fn remind(publication: &Publication, reminder: Reminder) -> anyhow::Result<()> {
    let mut act = publication.begin_errand().await?;
    let (now, agency) = (act.now, act.agency.clone());
    let found = story::store::find(&mut act.conn(), StoryRef::Number(reminder.number)).await?;
    // Answered, taken back or asked for anew meanwhile: whoever asked anew set reminders of their own.
    let waits = found.and_then(|story| story.pending.clone().map(|pending| (story, pending)));
    let Some((story, pending)) = waits.filter(|(_, pending)| pending.at == reminder.asked_at) else {
        return Ok(());
    };
    if reminder.to == Reminded::Asker && pending.alone_at(&agency).is_none_or(|at| now < at) {
        // The agency waits longer now than it did when this was asked for, or for ever.
        if let Some(at) = pending.alone_at(&agency) {
            jobs::queue(&mut act.conn(), REMIND, &reminder, at).await?;
            act.commit().await?;
        }
        return Ok(());
    }
    let Some(by) = pending.by else { return Ok(()) };
    let Some(asker) = people::by_id(&mut act.conn(), by).await? else { return Ok(()) };
    let told = match reminder.to {
        Reminded::Asker => vec![asker.clone()],
        Reminded::Seconds => seconds(&mut act.conn(), &story, pending.order.act, Some(by))
            .await
            .map_err(|_| anyhow::anyhow!("reading who may confirm {}", story.number))?,
    };
    let (subject, text, kind) = match reminder.to {
        Reminded::Seconds => ("mail_remind_subject", "mail_remind_text", Kind::Confirm),
        Reminded::Asker => ("mail_alone_subject", "mail_alone_text", Kind::MayAlone),
    };
    let asked = Asked { by: &asker, act: pending.order.act, subject, text, page: "confirm" };
    for person in told {
        let words = Words::of(person.language.unwrap_or(Language::ENGLISH), agency.time_zone.clone());
        let from = Some(by).filter(|by| *by != person.id);
        notice::tell(&mut act.conn(), person.id, kind, story.number, from, now).await?;
        write(&mut act.conn(), &person, &words, &agency.origin, &story, &asked, now)
            .await
            .map_err(|_| anyhow::anyhow!("writing to {}", person.id))?;
    }
    act.commit().await?;
    Ok(())
}
