//! Letters about what somebody was told: one at once for each notice, or one with everything of an hour or a day.

use super::notices::sentence;
use super::words::{Words, spoken};
use crate::db::DbError;
use crate::desk::{self, Badge};
use crate::edition::Agency;
use crate::ids::StoryRef;
use crate::jobs::{self, Handlers};
use crate::lang::Language;
use crate::mail::{self, Letter};
use crate::notice::{self, LetterDue, Notice, Way};
use crate::people::{self, Person, Right};
use crate::publication::{Act, Publication};
use crate::story::{self, Story};

/// Writes letters about notices; the handler for [`notice::LETTER`].
pub fn with_notice_letters(handlers: Handlers, publication: Publication) -> Handlers {
    handlers.with(notice::LETTER, move |job| {
        let publication = publication.clone();
        async move {
            let due: LetterDue = serde_json::from_str(&job.payload)?;
            Ok(write(&publication, due).await?)
        }
    })
}

/// Takes what waits and queues one letter about it, in one transaction: each notice is in one letter, on any number
/// of nodes and after any crash.
async fn write(publication: &Publication, due: LetterDue) -> Result<(), DbError> {
    let mut act = publication.begin_errand().await?;
    let now = act.now;
    let waiting = notice::take_for_letter(&mut act.conn(), due.person, due.way, now).await?;
    let person = people::by_id(&mut act.conn(), due.person).await?;
    if let Some(person) = person.filter(|person| person.disabled_at.is_none() && !waiting.is_empty()) {
        let badge = desk::badge(&mut act.conn(), person).await?;
        let told = seen_by(&mut act, &badge, waiting).await?;
        if !told.is_empty() {
            let letter = letter(&badge.person, &act.agency, due.way, &told);
            jobs::queue(&mut act.conn(), mail::SEND, &letter, now).await?;
        }
    }
    act.commit().await.map(|_| ())
}

/// Notices about stories somebody may see, with what is known of the story.
async fn seen_by(
    act: &mut Act,
    badge: &Badge,
    waiting: Vec<Notice>,
) -> Result<Vec<(Notice, Story, String)>, DbError> {
    let mut told = Vec::new();
    for notice in waiting {
        let found = story::store::find(&mut act.conn(), StoryRef::Number(notice.number)).await?;
        let may = |story: &Story| {
            let actor = badge.actor_at(&story.desk);
            actor.rights.has(Right::StoriesRead) && story.is_open_to(&actor)
        };
        let Some(story) = found.filter(may) else { continue };
        let by = match notice.by {
            Some(id) => people::by_id(&mut act.conn(), id).await?.map(|person| person.name),
            None => None,
        };
        told.push((notice, story, by.unwrap_or_default()));
    }
    Ok(told)
}

fn letter(person: &Person, agency: &Agency, way: Way, told: &[(Notice, Story, String)]) -> Letter {
    let words = Words::of(language_of(person, agency), agency.time_zone.clone());
    let lines: Vec<String> = told
        .iter()
        .map(|(notice, story, by)| {
            let said = sentence(&words, notice, by);
            let link = format!("{}/newsroom/stories/{}", agency.origin, story.number);
            let at = words.hour(notice.at).long;
            format!("{said}: {}\n{at}\n{link}", story.copy.headline)
        })
        .collect();
    let subject = match told {
        [(notice, story, by)] if way == Way::Mail => {
            let said = sentence(&words, notice, by);
            format!("{said}: {}", story.copy.headline)
        }
        _ => words.format(
            "mail_digest_subject",
            &[("agency", agency.name.as_str().into()), ("count", (told.len() as u64).into())],
        ),
    };
    let choose = format!("{}/newsroom/me/notifications", agency.origin);
    let end = words.format("mail_notice_end", &[("link", choose.as_str().into())]);
    Letter { to: person.email.to_string(), subject, text: format!("{}\n\n{end}\n", lines.join("\n\n")) }
}

/// The language somebody chose, else the agency's own where the newsroom speaks it.
fn language_of(person: &Person, agency: &Agency) -> Language {
    let own = spoken(agency.default_language.base());
    person.language.or(own).unwrap_or(Language::ENGLISH)
}
