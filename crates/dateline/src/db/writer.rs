//! Acts gathered into one commit.
//!
//! Acts on one lane run one after the other, each in a savepoint of one shared transaction. Whoever finishes
//! while others wait leaves the commit to them; the last one, or the one that fills the batch, seals and
//! commits for all, and only then are they answered. So an act costs its statements, and many share one fsync.
//! SQLite has one lane, since it has one writer; PostgreSQL several.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use super::batch::{Batch, Finished, Told, Uncommitted};
use super::{Conn, Db, DbError, Engine, MOST_CONNECTIONS, OwnedConn};

/// The most acts that share one commit; more would make the first wait too long for its answer.
const MOST_IN_A_BATCH: usize = 64;

/// What is written last in a batch, and what is done right after its commit.
pub trait Seal: Send + Sync + 'static {
    /// What an act hands over to be written last.
    type Item: Clone + Send + Sync + 'static;

    /// Writes the items of a batch as its last statements; may fill in what only the order decides.
    fn seal(
        &self,
        conn: &mut Conn<'_>,
        items: &mut [Self::Item],
    ) -> impl Future<Output = Result<(), DbError>> + Send;

    /// Called once after the commit and before anybody is answered.
    fn committed(&self, items: &[Self::Item]);

    /// Whether all that came before `items` is known here too, so that their writers may be answered at once.
    fn is_settled(&self, items: &[Self::Item]) -> bool;

    /// Sees to that, for a batch that ended with `last`; also after a commit nobody knows the outcome of.
    fn settle(&self, last: &Self::Item) -> impl Future<Output = ()> + Send;
}

/// What a turn is for: an act of a person goes before an errand of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Somebody waits for the answer.
    Act,
    /// Nobody waits: jobs, imports, clean-up. Only one of them queues at a time, so that acts overtake them.
    Errand,
}

/// Hands out turns to write. Cheap to clone.
pub struct Writer<S: Seal> {
    inner: Arc<Inner<S>>,
}

impl<S: Seal> Clone for Writer<S> {
    fn clone(&self) -> Self {
        Writer { inner: self.inner.clone() }
    }
}

impl<S: Seal> std::fmt::Debug for Writer<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Writer").field("lanes", &self.inner.lanes.len()).finish()
    }
}

struct Inner<S: Seal> {
    db: Db,
    seal: S,
    lanes: Vec<Arc<Lane<S>>>,
    errands: Mutex<()>,
}

struct Lane<S: Seal> {
    state: Arc<Mutex<LaneState<S>>>,
    waiting: AtomicUsize,
}

struct LaneState<S: Seal> {
    open: Option<OwnedConn>,
    savepoint: Savepoint,
    batch: Vec<Finished<S>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Savepoint {
    None,
    /// Asked for, and not given: the connection is broken.
    Refused,
    Open,
}

impl<S: Seal> Writer<S> {
    /// A writer for `db` whose batches end with `seal`.
    pub fn new(db: Db, seal: S) -> Writer<S> {
        let lanes = (0..db.lanes())
            .map(|_| {
                Arc::new(Lane {
                    state: Arc::new(Mutex::new(LaneState {
                        open: None,
                        savepoint: Savepoint::None,
                        batch: Vec::new(),
                    })),
                    waiting: AtomicUsize::new(0),
                })
            })
            .collect();
        Writer { inner: Arc::new(Inner { db, seal, lanes, errands: Mutex::new(()) }) }
    }

    /// What the batches end with.
    pub fn seal(&self) -> &S {
        &self.inner.seal
    }

    /// Waits for a turn. Acts that may touch the same rows give the same `key`, so that they share a lane and
    /// cannot wait for each other.
    pub async fn begin(&self, work: Work, key: u64) -> Result<Turn<S>, DbError> {
        let lane = self.inner.lanes[(key % self.inner.lanes.len() as u64) as usize].clone();
        let _queue = match work {
            Work::Errand => Some(self.inner.errands.lock().await),
            Work::Act => None,
        };
        let ticket = Ticket::take(&self.inner, &lane);
        let guard = lane.state.clone().lock_owned().await;
        ticket.hand_in();
        let mut turn = Turn { inner: self.inner.clone(), lane, guard: Some(guard), items: Vec::new() };
        // In a task of its own: given up half-way, nobody would know whether transaction and savepoint are open.
        let opening = tokio::spawn(async move { turn.open().await.map(|()| turn) });
        opening.await.unwrap_or_else(|_| Err(stopping()))
    }
}

/// A place in a lane's queue; given up, it makes sure that a batch left to it is still committed.
struct Ticket<'a, S: Seal> {
    inner: &'a Arc<Inner<S>>,
    lane: &'a Arc<Lane<S>>,
    handed_in: bool,
}

impl<'a, S: Seal> Ticket<'a, S> {
    fn take(inner: &'a Arc<Inner<S>>, lane: &'a Arc<Lane<S>>) -> Ticket<'a, S> {
        lane.waiting.fetch_add(1, Ordering::SeqCst);
        Ticket { inner, lane, handed_in: false }
    }

    fn hand_in(mut self) {
        self.handed_in = true;
        self.lane.waiting.fetch_sub(1, Ordering::SeqCst);
    }
}

impl<S: Seal> Drop for Ticket<'_, S> {
    fn drop(&mut self) {
        if self.handed_in {
            return;
        }
        self.lane.waiting.fetch_sub(1, Ordering::SeqCst);
        let (inner, lane) = (self.inner.clone(), self.lane.clone());
        tokio::spawn(async move {
            let mut state = lane.state.clone().lock_owned().await;
            inner.settle(&lane, &mut state).await;
        });
    }
}

/// One turn to write: a savepoint in the lane's transaction. Dropped without [`Turn::commit`], it never was.
pub struct Turn<S: Seal> {
    inner: Arc<Inner<S>>,
    lane: Arc<Lane<S>>,
    guard: Option<OwnedMutexGuard<LaneState<S>>>,
    items: Vec<S::Item>,
}

impl<S: Seal> std::fmt::Debug for Turn<S> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Turn").field("items", &self.items.len()).finish()
    }
}

impl<S: Seal> Turn<S> {
    async fn open(&mut self) -> Result<(), DbError> {
        let inner = self.inner.clone();
        let state = self.state();
        inner.clean(state).await;
        if state.open.is_none() {
            state.open = Some(inner.transaction().await?);
        }
        state.savepoint = Savepoint::Refused;
        state.open.as_mut().expect("opened above").conn().execute("SAVEPOINT act", []).await?;
        state.savepoint = Savepoint::Open;
        Ok(())
    }

    fn state(&mut self) -> &mut LaneState<S> {
        self.guard.as_mut().expect("a turn holds its lane until it ends")
    }

    /// The connection to write with.
    pub fn conn(&mut self) -> Conn<'_> {
        self.state().open.as_mut().expect("a turn has a transaction").conn()
    }

    /// Hands over something to be written last.
    pub fn push(&mut self, item: S::Item) {
        self.items.push(item);
    }

    /// What has been handed over so far.
    pub fn items(&self) -> &[S::Item] {
        &self.items
    }

    /// Makes the turn durable; answers after the commit, with the items as sealed.
    pub async fn commit(self) -> Result<Vec<S::Item>, DbError> {
        let (tell, told) = oneshot::channel();
        // In a task of its own: a caller who goes away must not leave a commit half done.
        tokio::spawn(self.finish(tell));
        told.await.unwrap_or_else(|_| Err(DbError::OutcomeUnknown("the program is stopping".to_owned())))
    }

    async fn finish(mut self, tell: oneshot::Sender<Told<S>>) {
        let items = std::mem::take(&mut self.items);
        let state = self.state();
        let conn = state.open.as_mut().expect("a turn has a transaction");
        match conn.conn().execute("RELEASE act", []).await {
            Ok(_) => {
                state.savepoint = Savepoint::None;
                state.batch.push(Finished { items, tell });
            }
            // The caller may be gone; then nobody needs the answer.
            Err(reason) => drop(tell.send(Err(DbError::NotCommitted(reason.to_string())))),
        }
        let mut guard = self.guard.take().expect("a turn holds its lane until it ends");
        self.inner.settle(&self.lane, &mut guard).await;
    }
}

fn stopping() -> DbError {
    DbError::NotCommitted("the program is stopping".to_owned())
}

impl<S: Seal> Drop for Turn<S> {
    fn drop(&mut self) {
        let Some(mut guard) = self.guard.take() else { return };
        let (inner, lane) = (self.inner.clone(), self.lane.clone());
        tokio::spawn(async move { inner.settle(&lane, &mut guard).await });
    }
}

impl<S: Seal> Inner<S> {
    /// A connection with a transaction for writing. One that died while nobody used it is replaced: nothing has
    /// been done on it yet.
    async fn transaction(&self) -> Result<OwnedConn, DbError> {
        let begin = match self.db.engine() {
            Engine::Sqlite => "BEGIN IMMEDIATE",
            Engine::Postgres => "BEGIN",
        };
        let mut dead = 0;
        loop {
            let mut conn = self.db.writing_conn().await?;
            let Err(refused) = conn.conn().execute(begin, []).await else { return Ok(conn) };
            conn.discard();
            if !refused.is_dead_connection() || dead == MOST_CONNECTIONS {
                return Err(refused);
            }
            dead += 1;
        }
    }

    /// Takes back an unfinished savepoint; where that cannot be done, the whole batch fails.
    async fn clean(&self, state: &mut LaneState<S>) {
        let found = std::mem::replace(&mut state.savepoint, Savepoint::None);
        if found == Savepoint::None {
            return;
        }
        let Some(conn) = state.open.as_mut() else { return };
        let cleaned = match found {
            Savepoint::Open => {
                let undone = conn.conn().execute("ROLLBACK TO act", []).await;
                match undone {
                    Ok(_) => conn.conn().execute("RELEASE act", []).await.map(|_| ()),
                    Err(e) => Err(e),
                }
            }
            _ => Err(DbError::NotCommitted("the connection was lost".to_owned())),
        };
        if let Err(reason) = cleaned {
            self.fail(state, &reason.to_string());
        }
    }

    fn fail(&self, state: &mut LaneState<S>, reason: &str) {
        if let Some(conn) = state.open.take() {
            conn.discard();
        }
        for act in state.batch.drain(..) {
            // The act's caller may be gone; then nobody needs the answer.
            let _ = act.tell.send(Err(DbError::NotCommitted(reason.to_owned())));
        }
    }

    /// Leaves the lane in order: commits the batch unless somebody waits who will.
    async fn settle(self: &Arc<Self>, lane: &Lane<S>, state: &mut LaneState<S>) {
        self.clean(state).await;
        let others = lane.waiting.load(Ordering::SeqCst) > 0;
        if others && state.batch.len() < MOST_IN_A_BATCH {
            return;
        }
        let Some(mut conn) = state.open.take() else { return };
        if state.batch.is_empty() {
            if conn.conn().execute("ROLLBACK", []).await.is_err() {
                conn.discard();
            }
            return;
        }
        let mut batch = Batch::gather(std::mem::take(&mut state.batch));
        match self.commit(&mut conn, &mut batch.items).await {
            Ok(()) => {
                self.seal.committed(&batch.items);
                self.answer(batch);
            }
            Err(failure) => {
                tracing::error!(error = %failure, acts = batch.acts(), "a batch of acts was not committed");
                conn.discard();
                self.disappoint(batch, failure);
            }
        }
    }

    async fn commit(&self, conn: &mut OwnedConn, items: &mut [S::Item]) -> Result<(), Uncommitted> {
        let sealed = self.seal.seal(&mut conn.conn(), items).await;
        sealed.map_err(|refused| Uncommitted::NotDone(refused.to_string()))?;
        match conn.conn().execute("COMMIT", []).await {
            Ok(_) => Ok(()),
            Err(refused) if refused.refuses_commit() => Err(Uncommitted::NotDone(refused.to_string())),
            Err(lost) => Err(Uncommitted::Unknown(lost.to_string())),
        }
    }

    /// Answers the writers of a committed batch, where need be after what others wrote before it has become known;
    /// the lane does not wait for that.
    fn answer(self: &Arc<Self>, batch: Batch<S>) {
        match batch.items.last() {
            Some(last) if !self.seal.is_settled(&batch.items) => {
                let inner = self.clone();
                let last = last.clone();
                tokio::spawn(async move {
                    inner.seal.settle(&last).await;
                    batch.tell();
                });
            }
            _ => batch.tell(),
        }
    }

    /// Tells the writers of a batch that it failed. Where it may have been done after all, what the log says by then
    /// becomes known first.
    fn disappoint(self: &Arc<Self>, batch: Batch<S>, failure: Uncommitted) {
        let inner = self.clone();
        tokio::spawn(async move {
            if let (Uncommitted::Unknown(_), Some(last)) = (&failure, batch.items.last()) {
                inner.seal.settle(last).await;
            }
            batch.tell_failure(&failure);
        });
    }
}
