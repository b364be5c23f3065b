//! Boards that change under people's eyes: what moved is noticed, and everybody who looks gets the card as it stands.
//!
//! What moved is read from the database, where every node writes it; a wake-up only says when to look. So it does not
//! matter who did what where, and a lost wake-up costs a second. A change is read once, however many look on.

use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::{Query, State};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::Stream;
use http::HeaderMap;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{Notify, broadcast, watch};

use super::board_filter::BoardQuery;
use super::board_page::Shown;
use super::look::filling;
use super::on_duty::OnDuty;
use super::surroundings::{RemarkCounts, Surroundings};
use super::words::Words;
use super::{Newsroom, Trouble};
use crate::bus::Bus;
use crate::db::DbError;
use crate::desk;
use crate::ids::{PersonId, StoryId};
use crate::notice;
use crate::people::{self, Right};
use crate::story::{self, Moved, Story};

/// Clocks of nodes may differ by so much, and acts may commit so much later than they began.
const OVERLAP: SignedDuration = SignedDuration::from_secs(10);
/// Movements remembered for those who are slow to read.
const REMEMBERED: usize = 1_024;
/// The most movements looked at at once.
const SLICE: i64 = 1_000;
/// The most movements told again to somebody whose line was lost; beyond that they load the board.
const CAUGHT_UP: usize = 200;
/// How often a line says that it stands, and whoever looks on is asked again whether they may.
const BEAT: Duration = Duration::from_secs(15);
/// For how long a session that was found holds while things change.
const ASKED_AGAIN: Duration = Duration::from_secs(1);

/// A story that moved, as it stands, and what its card is made with.
#[derive(Debug)]
pub(super) struct Change {
    pub moved: Moved,
    pub story: Option<Story>,
    pub remarks: i64,
    around: Arc<Surroundings>,
}

/// What changed for desks, as it changes. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Live(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    wake: Notify,
    moved: broadcast::Sender<Arc<Change>>,
    unseen: watch::Sender<Arc<HashMap<PersonId, i64>>>,
    closed: watch::Sender<bool>,
}

impl Default for Live {
    fn default() -> Live {
        let (moved, _) = broadcast::channel(REMEMBERED);
        let (closed, _) = watch::channel(false);
        let (unseen, _) = watch::channel(Arc::default());
        Live(Arc::new(Inner { wake: Notify::new(), moved, unseen, closed }))
    }
}

impl Live {
    /// Says that something was just done here.
    pub fn look(&self) {
        self.0.wake.notify_one();
    }

    /// Everything that moves from now on.
    pub(super) fn moved(&self) -> broadcast::Receiver<Arc<Change>> {
        self.0.moved.subscribe()
    }

    /// How many notices nobody has seen yet, by whose they are.
    fn unseen(&self) -> watch::Receiver<Arc<HashMap<PersonId, i64>>> {
        self.0.unseen.subscribe()
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
            Ok(moved) => tell(&room, moved).await,
            Err(error) => tracing::warn!(%error, "looking for what moved on the boards"),
        }
    }
    room.live.0.closed.send_replace(true);
}

/// Reads what moved once, for everybody who looks on.
async fn tell(room: &Newsroom, moved: Vec<Moved>) {
    let live = &room.live.0;
    if live.unseen.receiver_count() > 0
        && let Err(error) = count_unseen(room).await
    {
        tracing::warn!(%error, "counting notices");
    }
    if moved.is_empty() || live.moved.receiver_count() == 0 {
        return;
    }
    match changes(room, moved).await {
        Ok(changes) => changes.into_iter().for_each(|change| drop(live.moved.send(Arc::new(change)))),
        Err(trouble) => tracing::warn!(?trouble, "reading what moved on the boards"),
    }
}

async fn count_unseen(room: &Newsroom) -> Result<(), DbError> {
    let unseen = notice::unseen(&mut room.publication.db.reader().await?.conn()).await?;
    room.live.0.unseen.send_if_modified(|known| {
        let changed = **known != unseen;
        if changed {
            *known = Arc::new(unseen);
        }
        changed
    });
    Ok(())
}

async fn changes(room: &Newsroom, moved: Vec<Moved>) -> Result<Vec<Change>, Trouble> {
    let mut reader = room.publication.db.reader().await?;
    let around = Arc::new(Surroundings::load(room, &mut reader.conn()).await?);
    let ids: Vec<StoryId> = moved.iter().map(|moved| moved.story).collect();
    let mut stories = story::by_ids(&mut reader.conn(), &ids).await?;
    let remarks = story::remark_counts_of(&mut reader.conn(), &ids).await?;
    let change = |moved: Moved| Change {
        story: stories.remove(&moved.story),
        remarks: remarks.get(&moved.story).copied().unwrap_or_default(),
        around: around.clone(),
        moved,
    };
    Ok(moved.into_iter().map(change).collect())
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

/// `GET /newsroom/live`: the cards of a board as they change, and how many notices wait. From the instant the page was
/// made, `since` in microseconds, or where a lost line ended, nothing is missed.
pub(super) async fn stream(
    State(room): State<Newsroom>,
    who: OnDuty,
    headers: HeaderMap,
    Query(query): Query<BoardQuery>,
) -> Result<Response, Trouble> {
    who.must(Right::StoriesRead)?;
    let words = room.words(who.visitor.language).await?;
    let heard = headers.get("last-event-id").and_then(|id| id.to_str().ok()).unwrap_or(&query.since);
    let since = heard.parse().ok().and_then(|at| Timestamp::from_microsecond(at).ok());
    Ok(looked_on(Looking::new(room, who, words, Some(query), since)))
}

/// `GET /newsroom/notices/live`: how many notices wait, for every page that shows it.
pub(super) async fn notices(State(room): State<Newsroom>, who: OnDuty) -> Result<Response, Trouble> {
    let words = room.words(who.visitor.language).await?;
    Ok(looked_on(Looking::new(room, who, words, None, None)))
}

fn looked_on(looking: Looking) -> Response {
    let events = futures_util::stream::unfold(looking, |mut looking| async move {
        let events = looking.next().await?;
        Some((futures_util::stream::iter(events), looking))
    });
    streamed(futures_util::StreamExt::flatten(events))
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

type Events = Vec<Result<Event, Infallible>>;

/// What somebody who looks on hears of next.
enum Heard {
    Nothing,
    Count,
    Moved(Result<Arc<Change>, broadcast::error::RecvError>),
}

struct Looking {
    room: Newsroom,
    who: OnDuty,
    words: Words,
    /// What of a board they look at; notices alone where absent.
    query: Option<BoardQuery>,
    moved: broadcast::Receiver<Arc<Change>>,
    unseen: watch::Receiver<Arc<HashMap<PersonId, i64>>>,
    closed: watch::Receiver<bool>,
    since: Option<Timestamp>,
    asked: Instant,
    told: Option<i64>,
}

impl Looking {
    fn new(
        room: Newsroom,
        who: OnDuty,
        words: Words,
        query: Option<BoardQuery>,
        since: Option<Timestamp>,
    ) -> Looking {
        let (moved, unseen, closed) = (room.live.moved(), room.live.unseen(), room.live.closed());
        Looking { room, who, words, query, moved, unseen, closed, since, asked: Instant::now(), told: None }
    }

    /// The next events; `None` where nothing more is shown.
    async fn next(&mut self) -> Option<Events> {
        if self.told.is_none() {
            // At once, so that a browser knows the line stands; then what happened since the page was made.
            let mut events = self.first_count().await.ok()?;
            events.extend(self.missed().await.ok()?);
            return Some(events);
        }
        let heard = tokio::select! {
            _ = self.closed.wait_for(|closed| *closed) => return None,
            _ = tokio::time::sleep(BEAT) => Heard::Nothing,
            _ = self.unseen.changed() => Heard::Count,
            change = self.moved.recv() => Heard::Moved(change),
        };
        let change = match heard {
            Heard::Count => return Some(self.counted()),
            Heard::Nothing => None,
            Heard::Moved(change) => Some(change),
        };
        self.ask_again(change.as_ref().and_then(|change| change.as_ref().ok())).await?;
        Some(match change {
            None => vec![event("beat", &serde_json::json!({}))],
            Some(Ok(change)) => self.card(&change).await.ok()?.into_iter().collect(),
            Some(Err(broadcast::error::RecvError::Lagged(_))) => {
                vec![event("reload", &serde_json::json!({}))]
            }
            Some(Err(broadcast::error::RecvError::Closed)) => return None,
        })
    }

    /// Whether they still may. Their roles are read with every change, once for everybody; their session is asked for
    /// by itself, now and then.
    async fn ask_again(&mut self, change: Option<&Arc<Change>>) -> Option<()> {
        if change.is_some_and(|change| !change.around.knows(&self.who.badge)) {
            return None;
        }
        if change.is_none() || self.asked.elapsed() >= ASKED_AGAIN {
            if !still_here(&self.room, &self.who).await {
                return None;
            }
            self.asked = Instant::now();
        }
        Some(())
    }

    async fn missed(&mut self) -> Result<Events, Trouble> {
        let Some(since) = self.since.take().filter(|_| self.query.is_some()) else { return Ok(Vec::new()) };
        let since = since.saturating_sub(OVERLAP).unwrap_or(Timestamp::UNIX_EPOCH);
        let mut reader = self.room.publication.db.reader().await?;
        let moved = story::moved_since(&mut reader.conn(), since, CAUGHT_UP as i64 + 1).await?;
        drop(reader);
        if moved.len() > CAUGHT_UP {
            return Ok(vec![event("reload", &serde_json::json!({}))]);
        }
        let mut events = Vec::new();
        for change in changes(&self.room, moved).await? {
            events.extend(self.card(&change).await?);
        }
        Ok(events)
    }

    /// The card of a story that moved, or that it is gone; nothing for those who look at notices alone.
    async fn card(&self, change: &Change) -> Result<Option<Result<Event, Infallible>>, Trouble> {
        let Some(query) = &self.query else { return Ok(None) };
        let remarks = RemarkCounts::from([(change.moved.story, change.remarks)]);
        let now = self.room.publication.clock.now();
        let shown = Shown::new(&self.who, &self.words, query, change.around.clone(), remarks, now);
        let name = format!("card-{}", change.moved.story);
        let id = change.moved.at.as_microsecond().to_string();
        let told = |kind: &str, data: serde_json::Value| {
            Ok(Some(Ok(Event::default().id(&id).event(kind).data(data.to_string()))))
        };
        let Some(card) = change.story.as_ref().and_then(|story| shown.card(story)) else {
            return told("gone", serde_json::json!({ "id": name }));
        };
        let own = minijinja::context! { card => filling(&card) };
        let html = self.room.fragment(&self.words, "card.html", own)?;
        let (column, order, stamp) = (card.column, card.order, card.stamp);
        told(
            "card",
            serde_json::json!({ "id": name, "column": column, "order": order, "stamp": stamp, "html": html }),
        )
    }

    /// The number of unseen notices from the database: the shared count may not have been read yet.
    async fn first_count(&mut self) -> Result<Events, Trouble> {
        let mut reader = self.room.publication.db.reader().await?;
        let unseen = notice::unseen_of(&mut reader.conn(), self.who.badge.person.id).await?;
        drop(reader);
        Ok(self.count(unseen))
    }

    fn counted(&mut self) -> Events {
        let unseen = self.unseen.borrow_and_update().get(&self.who.badge.person.id).copied();
        self.count(unseen.unwrap_or_default())
    }

    fn count(&mut self, unseen: i64) -> Events {
        if self.told.replace(unseen) == Some(unseen) {
            return Vec::new();
        }
        vec![event("notices", &serde_json::json!({ "unread": unseen }))]
    }
}
