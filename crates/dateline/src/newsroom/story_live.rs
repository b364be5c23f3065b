//! What happens to one story while somebody looks at it: who holds it, that it was saved, that it is asked for.

use axum::extract::{Path, State};
use axum::response::Response;
use axum::response::sse::Event;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{broadcast, watch};

use super::live::{Change, event, still_here, streamed};
use super::on_duty::OnDuty;
use super::people_here::PeopleHere;
use super::story_save::story_ref;
use super::words::Words;
use super::{Newsroom, Trouble};
use crate::ids::{PersonId, StoryId, StoryRef};
use crate::story::{self, Story};

/// How often somebody who looks on is asked again whether they may.
const ASKED_AGAIN: Duration = Duration::from_secs(20);

/// `GET /newsroom/stories/{id}/live`
pub(super) async fn stream(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
) -> Result<Response, Trouble> {
    let target = story_ref(&id)?;
    let words = room.words(who.visitor.language).await?;
    let moved = room.live.moved();
    let found = story::store::find(&mut room.publication.db.reader().await?.conn(), target).await?;
    let story = found.ok_or(Trouble::NotFound)?;
    who.at(&story)?;
    let looking = Looking { id: story.id, seen: None, closed: room.live.closed(), room, who, words, moved };
    let events = futures_util::stream::unfold(looking, |mut looking| async move {
        let events = looking.next().await?;
        Some((futures_util::stream::iter(events), looking))
    });
    Ok(streamed(futures_util::StreamExt::flatten(events)))
}

/// What was last shown.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Seen {
    revision: i64,
    holder: Option<PersonId>,
    asked_by: Option<PersonId>,
    stage: &'static str,
    version: i64,
}

struct Looking {
    id: StoryId,
    seen: Option<Seen>,
    room: Newsroom,
    who: OnDuty,
    words: Words,
    moved: broadcast::Receiver<Arc<Change>>,
    closed: watch::Receiver<bool>,
}

impl Looking {
    async fn next(&mut self) -> Option<Vec<Result<Event, Infallible>>> {
        if self.seen.is_some() {
            tokio::select! {
                _ = self.closed.wait_for(|closed| *closed) => return None,
                _ = tokio::time::sleep(ASKED_AGAIN) => {}
                moved = self.moved.recv() => match moved {
                    Ok(change) if change.moved.story != self.id => return Some(Vec::new()),
                    Ok(_) | Err(broadcast::error::RecvError::Lagged(_)) => {}
                    Err(broadcast::error::RecvError::Closed) => return None,
                },
            }
            if !still_here(&self.room, &self.who).await {
                return None;
            }
        }
        self.look().await.ok()
    }

    /// The events that lead from what was shown to how things stand.
    async fn look(&mut self) -> Result<Vec<Result<Event, Infallible>>, Trouble> {
        let mut reader = self.room.publication.db.reader().await?;
        let story = story::store::find(&mut reader.conn(), StoryRef::Id(self.id)).await?;
        let story = story.ok_or(Trouble::NotFound)?;
        self.who.at(&story)?;
        let now = self.room.publication.clock.now();
        let is = Seen {
            revision: story.revision,
            holder: story.held_at(now),
            asked_by: story.asked_by,
            stage: story.stage.name(),
            version: story.version,
        };
        let was = self.seen.replace(is.clone());
        if was.as_ref() == Some(&is) {
            return Ok(Vec::new());
        }
        let people = PeopleHere::load(&mut reader.conn()).await?;
        drop(reader);
        Ok(self.told(was, &is, &story, &people))
    }

    fn told(
        &self,
        was: Option<Seen>,
        is: &Seen,
        story: &Story,
        people: &PeopleHere,
    ) -> Vec<Result<Event, Infallible>> {
        let me = Some(self.who.badge.person.id);
        let differs = |part: fn(&Seen) -> (Option<PersonId>, i64, &'static str)| {
            was.as_ref().is_none_or(|was| part(was) != part(is))
        };
        let mut events = Vec::new();
        let holder = serde_json::json!({
            "holder": people.name(is.holder),
            "mine": is.holder == me,
            "asked_by": people.name(is.asked_by),
            "stage": is.stage,
            "version": is.version,
        });
        if differs(|seen| (seen.holder, 0, "")) || differs(|seen| (None, seen.version, seen.stage)) {
            events.push(event("holder", &holder));
        }
        let had_it = was.as_ref().is_some_and(|was| was.holder == me);
        if had_it && is.holder.is_some() && is.holder != me {
            events.push(event("taken", &holder));
        }
        if was.is_some() && differs(|seen| (None, seen.revision, "")) {
            let at = self.words.hour(story.changed_at).iso;
            let saved =
                serde_json::json!({ "revision": is.revision, "saved_at": at, "by": people.name(is.holder) });
            events.push(event("saved", &saved));
        }
        if is.asked_by.is_some() && differs(|seen| (seen.asked_by, 0, "")) {
            let asked = serde_json::json!({ "by": people.name(is.asked_by), "mine": is.holder == me });
            events.push(event("asked", &asked));
        }
        events
    }
}
