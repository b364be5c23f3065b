//! Boards that change under people's eyes: what moved is noticed, and everybody who looks gets the card as it stands.
//!
//! What moved is read from the database, where every node writes it; a wake-up only says when to look. So it does not
//! matter who did what where, and a lost wake-up costs a second.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Query, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::Stream;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{Notify, broadcast, watch};

use super::board_page::{BoardQuery, Shown};
use super::look::filling;
use super::on_duty::OnDuty;
use super::words::Words;
use super::{Newsroom, Trouble, notices};
use crate::bus::Bus;
use crate::db::DbError;
use crate::desk;
use crate::ids::{StoryId, StoryRef};
use crate::people::{self, Right};
use crate::story::{self, Moved};

/// Clocks of nodes may differ by so much, and acts may commit so much later than they began.
const OVERLAP: SignedDuration = SignedDuration::from_secs(10);
/// Movements remembered for those who are slow to read.
const REMEMBERED: usize = 1_024;
/// The most movements looked at at once.
const SLICE: i64 = 1_000;
/// How often somebody who looks on is asked again whether they may.
const ASKED_AGAIN: Duration = Duration::from_secs(20);

/// What changed for desks, as it changes. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Live(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    wake: Notify,
    moved: broadcast::Sender<Moved>,
    closed: watch::Sender<bool>,
}

impl Default for Live {
    fn default() -> Live {
        let (moved, _) = broadcast::channel(REMEMBERED);
        let (closed, _) = watch::channel(false);
        Live(Arc::new(Inner { wake: Notify::new(), moved, closed }))
    }
}

impl Live {
    /// Says that something was just done here.
    pub fn look(&self) {
        self.0.wake.notify_one();
    }

    /// Everything that moves from now on.
    pub fn moved(&self) -> broadcast::Receiver<Moved> {
        self.0.moved.subscribe()
    }

    /// Changes when the node stops: whoever looks on is let go.
    pub fn closed(&self) -> watch::Receiver<bool> {
        self.0.closed.subscribe()
    }
}

/// Notices what moves, whoever moved it on whatever node, until `stop` changes.
pub async fn follow(room: Newsroom, mut stop: watch::Receiver<bool>) {
    let mut others = Bus::of(&room.publication.db).listen(&room.publication.db).await;
    let mut seen = Seen { from: room.publication.clock.now(), known: HashMap::new() };
    loop {
        tokio::select! {
            _ = stop.changed() => break,
            _ = room.live.0.wake.notified() => {}
            _ = others.changed() => {}
        }
        match seen.look(&room).await {
            Ok(moved) => moved.into_iter().for_each(|moved| drop(room.live.0.moved.send(moved))),
            Err(error) => tracing::warn!(%error, "looking for what moved on the boards"),
        }
    }
    room.live.0.closed.send_replace(true);
}

struct Seen {
    from: Timestamp,
    known: HashMap<StoryId, Moved>,
}

impl Seen {
    async fn look(&mut self, room: &Newsroom) -> Result<Vec<Moved>, DbError> {
        let since = self.from.saturating_sub(OVERLAP).unwrap_or(Timestamp::UNIX_EPOCH);
        let mut reader = room.publication.db.reader().await?;
        let mut moved = story::moved_since(&mut reader.conn(), since, SLICE).await?;
        drop(reader);
        if let Some(last) = moved.last() {
            self.from = self.from.max(last.at);
        }
        moved.retain(|moved| self.known.get(&moved.story) != Some(moved));
        self.known.extend(moved.iter().map(|moved| (moved.story, moved.clone())));
        let forgotten = self.from.saturating_sub(OVERLAP * 2).unwrap_or(Timestamp::UNIX_EPOCH);
        self.known.retain(|_, moved| moved.at >= forgotten);
        Ok(moved)
    }
}

/// `GET /newsroom/live`: the cards of a board as they change, and how many notices wait.
pub(super) async fn stream(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<BoardQuery>,
) -> Result<Response, Trouble> {
    who.must(Right::StoriesRead)?;
    let words = room.words(who.visitor.language).await?;
    let looking =
        Looking { moved: room.live.moved(), closed: room.live.closed(), room, who, words, query, unread: -1 };
    let events = futures_util::stream::unfold(looking, |mut looking| async move {
        let events = looking.next().await?;
        Some((futures_util::stream::iter(events), looking))
    });
    Ok(streamed(futures_util::StreamExt::flatten(events)))
}

/// A stream of events as an answer.
pub(super) fn streamed(events: impl Stream<Item = Result<Event, Infallible>> + Send + 'static) -> Response {
    let alive = KeepAlive::new().interval(Duration::from_secs(15));
    let mut response = Sse::new(events).keep_alive(alive).into_response();
    let unbuffered = http::HeaderValue::from_static("no");
    response.headers_mut().insert(http::HeaderName::from_static("x-accel-buffering"), unbuffered);
    response
}

/// An event of a name with JSON.
pub(super) fn event(name: &str, data: &serde_json::Value) -> Result<Event, Infallible> {
    Ok(Event::default().event(name).data(data.to_string()))
}

/// Whether somebody who looks on still may: their session holds, and their roles are what they were. Where they are
/// others, the line ends, and the browser that asks anew is seen with the rights it has then.
pub(super) async fn still_here(room: &Newsroom, who: &OnDuty) -> bool {
    let Some(secret) = &who.visitor.secret else { return false };
    let now = room.publication.clock.now();
    let Ok(mut reader) = room.publication.db.reader().await else { return false };
    let Ok(Some((_, person))) = people::session(&mut reader.conn(), secret, now).await else { return false };
    let Ok(badge) = desk::badge(&mut reader.conn(), person).await else { return false };
    badge.person.roles == who.badge.person.roles && badge.desks == who.badge.desks
}

struct Looking {
    room: Newsroom,
    who: OnDuty,
    words: Words,
    query: BoardQuery,
    moved: broadcast::Receiver<Moved>,
    closed: watch::Receiver<bool>,
    unread: i64,
}

impl Looking {
    /// The next events; `None` where nothing more is shown.
    async fn next(&mut self) -> Option<Vec<Result<Event, Infallible>>> {
        if self.unread < 0 {
            // At once, so that a browser knows the line stands.
            return Some(self.notices().await.unwrap_or_default());
        }
        let moved = tokio::select! {
            _ = self.closed.wait_for(|closed| *closed) => return None,
            _ = tokio::time::sleep(ASKED_AGAIN) => None,
            moved = self.moved.recv() => Some(moved),
        };
        if !still_here(&self.room, &self.who).await {
            return None;
        }
        let mut events = match moved {
            None => Vec::new(),
            Some(Ok(moved)) => vec![self.card(moved.story).await.ok()?],
            Some(Err(broadcast::error::RecvError::Lagged(_))) => {
                vec![event("reload", &serde_json::json!({}))]
            }
            Some(Err(broadcast::error::RecvError::Closed)) => return None,
        };
        events.extend(self.notices().await.unwrap_or_default());
        Some(events)
    }

    async fn card(&self, id: StoryId) -> Result<Result<Event, Infallible>, Trouble> {
        let mut reader = self.room.publication.db.reader().await?;
        let story = story::store::find(&mut reader.conn(), StoryRef::Id(id)).await?;
        drop(reader);
        let shown = Shown::load(&self.room, &self.who, &self.words, &self.query).await?;
        let card = story.as_ref().and_then(|story| shown.card(story));
        let Some(card) = card else {
            return Ok(event("gone", &serde_json::json!({ "id": format!("card-{id}") })));
        };
        let own = minijinja::context! { card => filling(&card) };
        let html = self.room.fragment(&self.words, "card.html", own)?;
        let data = serde_json::json!({ "id": format!("card-{id}"), "column": card.column, "order": card.order, "html": html });
        Ok(event("card", &data))
    }

    async fn notices(&mut self) -> Result<Vec<Result<Event, Infallible>>, Trouble> {
        let mut reader = self.room.publication.db.reader().await?;
        let unread = notices::unread(&mut reader.conn(), self.who.badge.person.id).await?;
        if unread == self.unread {
            return Ok(Vec::new());
        }
        self.unread = unread;
        Ok(vec![event("notices", &serde_json::json!({ "unread": unread }))])
    }
}
