//! The transaction an act runs in.

use std::sync::Arc;

use jiff::Timestamp;
use moka::sync::Cache;
use tokio::sync::watch;

use super::hearing::Hearing;
use super::put_aside::PutAside;
use super::{Entry, EntryKind, log};
use crate::bus::Bus;
use crate::clock::Clock;
use crate::db::{Conn, Db, DbError, Engine, Seal, Turn, Work, Writer};
use crate::edition::{self, Agency, AgencyCell, ApplyError, EditionSection};
use crate::ids::StoryRef;
use crate::lang::Language;
use crate::story::{self, touch};

/// Told of every committed batch before its writers are answered.
pub type OnCommit = Arc<dyn Fn(&[Entry]) + Send + Sync>;

/// Opens acts and knows how far the log has come. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The database.
    pub db: Db,
    /// The time.
    pub clock: Clock,
    writer: Writer<LogSeal>,
    agency: AgencyCell,
    head: watch::Sender<i64>,
    /// The log's head when this node opened: what came later is heard.
    opened_at: i64,
    /// Stories whose lane is known: a story stays in its group for life.
    lanes: Cache<StoryRef, u64>,
    /// What fell due and could not be done.
    pub(super) put_aside: Arc<PutAside>,
}

/// Stories whose lane is remembered.
const LANES_KNOWN: u64 = 50_000;

struct LogSeal {
    hearing: Hearing,
    head: watch::Sender<i64>,
    written: watch::Sender<i64>,
}

impl Seal for LogSeal {
    type Item = Entry;

    async fn seal(&self, conn: &mut Conn<'_>, entries: &mut [Entry]) -> Result<(), DbError> {
        log::append(conn, entries).await
    }

    fn committed(&self, entries: &[Entry]) {
        let Some(last) = entries.last() else { return };
        self.written.send_replace(last.seq);
        self.heard(entries);
    }

    fn is_settled(&self, entries: &[Entry]) -> bool {
        entries.last().is_none_or(|last| self.hearing.told() >= last.seq)
    }

    async fn settle(&self, last: &Entry) {
        if let Err(error) = self.hearing.reach(last.seq).await {
            // The act is done, and without the database no page is made either; the follower goes on trying.
            tracing::warn!(%error, seq = last.seq, "reading what others wrote before an act");
        }
    }
}

impl LogSeal {
    fn heard(&self, entries: &[Entry]) {
        let Some(last) = entries.last() else { return };
        self.hearing.tell(entries);
        self.head.send_if_modified(|head| std::mem::replace(head, (*head).max(last.seq)) < last.seq);
    }
}

impl Publication {
    /// Over an open database; `on_commit` hears of each batch before its writers do.
    pub async fn new(
        db: Db,
        clock: Clock,
        agency: AgencyCell,
        on_commit: OnCommit,
    ) -> Result<Publication, DbError> {
        let seq = log::head(&mut db.reader().await?.conn()).await?;
        let (head, _) = watch::channel(seq);
        let (written, announced) = watch::channel(seq);
        Bus::of(&db).announce(&db, announced);
        let hearing = Hearing::new(db.clone(), seq, on_commit);
        let writer = Writer::new(db.clone(), LogSeal { hearing, head: head.clone(), written });
        Ok(Publication {
            db,
            clock,
            writer,
            agency,
            head,
            opened_at: seq,
            lanes: Cache::new(LANES_KNOWN),
            put_aside: Arc::default(),
        })
    }

    /// Begins an act. Acts on one translation group give the same `key`.
    pub async fn begin(&self, key: u64) -> Result<Act, DbError> {
        self.begin_work(Work::Act, key).await
    }

    /// Begins an errand: work nobody waits for, overtaken by acts.
    pub async fn begin_errand(&self) -> Result<Act, DbError> {
        self.begin_work(Work::Errand, 0).await
    }

    /// The key for acts on a story: that of its translation group, so that acts on it wait for each other and for
    /// nobody else.
    pub async fn lane_of(&self, story: StoryRef) -> Result<u64, DbError> {
        if self.db.engine() == Engine::Sqlite {
            return Ok(0);
        }
        if let Some(lane) = self.lanes.get(&story) {
            return Ok(lane);
        }
        let mut reader = self.db.reader().await?;
        let Some(group) = story::store::group_of(&mut reader.conn(), story).await? else { return Ok(0) };
        let (high, low) = group.0.as_u64_pair();
        self.lanes.insert(story, high ^ low);
        Ok(high ^ low)
    }

    async fn begin_work(&self, work: Work, key: u64) -> Result<Act, DbError> {
        let mut turn = self.writer.begin(work, key).await?;
        let agency = self.agency.in_act(&mut turn.conn()).await?;
        if self.agency.newest().is_none_or(|known| known.revision != agency.revision) {
            // Only what has been committed is kept in memory, for this and for everybody.
            self.agency.current(&mut self.db.snapshot().await?.conn()).await?;
        }
        Ok(Act { turn, agency, now: self.clock.now(), cell: self.agency.clone() })
    }

    /// Hears of every new position of the log, this node's and, once noticed, others'.
    pub fn head(&self) -> watch::Receiver<i64> {
        self.head.subscribe()
    }

    /// Wakes the other nodes after a commit that wrote no entry: what desks see changed, and what readers see did not.
    pub fn wake_others(&self) {
        self.writer.seal().written.send_modify(|_| ());
    }

    /// The log's head when this node opened.
    pub fn opened_at(&self) -> i64 {
        self.opened_at
    }

    /// Returns when everybody in this process, the page cache above all, has been told of everything up to `seq`:
    /// whoever is answered a position finds no page from before it.
    pub async fn reach(&self, seq: i64) -> Result<(), DbError> {
        self.writer.seal().hearing.reach(seq).await
    }

    /// Passes entries of other writers to whoever hears of commits, and raises the head.
    pub(super) fn noticed(&self, entries: &[Entry]) {
        self.writer.seal().heard(entries);
    }

    /// The agency and its editions as they stand in `conn`'s view.
    pub async fn agency(&self, conn: &mut Conn<'_>) -> Result<Arc<Agency>, DbError> {
        self.agency.current(conn).await
    }
}

/// One act under way. Dropped without [`Act::commit`], it never was.
#[derive(Debug)]
pub struct Act {
    turn: Turn<LogSeal>,
    cell: AgencyCell,
    /// The agency and its editions as this act sees them.
    pub agency: Arc<Agency>,
    /// When the act is done.
    pub now: Timestamp,
}

impl Act {
    /// The act's transaction.
    pub fn conn(&mut self) -> Conn<'_> {
        self.turn.conn()
    }

    /// Writes down what follows the act: one entry of the log, in this transaction.
    pub fn record(&mut self, entry: impl Into<Entry>) {
        self.turn.push(entry.into());
    }

    /// Writes down several.
    pub fn record_all<E: Into<Entry>>(&mut self, entries: impl IntoIterator<Item = E>) {
        for entry in entries {
            self.turn.push(entry.into());
        }
    }

    /// The key of the section that `name`, a key or a slug of the language, stands for. One that does not exist is
    /// made, with its slug as its name, and so is the edition; each is an entry of its own.
    pub async fn section(&mut self, language: Language, name: &str) -> Result<String, ApplyError> {
        let section = EditionSection { slug: name.to_owned(), name: name.to_owned() };
        self.section_as(language, &section, None).await
    }

    /// The same for a section that has a name beside its slug, and perhaps one above it, which is used where it exists.
    pub async fn section_as(
        &mut self,
        language: Language,
        section: &EditionSection,
        parent: Option<&str>,
    ) -> Result<String, ApplyError> {
        if self.agency.edition(language).is_none()
            && edition::ensure_edition(&mut self.turn.conn(), language).await?
        {
            self.settings_changed(EntryKind::Edition, language.as_str()).await?;
        }
        if let Some(key) = self.agency.section_named(language, &section.slug) {
            return Ok(key.to_owned());
        }
        if edition::ensure_section(&mut self.turn.conn(), language, section, parent).await? {
            self.settings_changed(EntryKind::Section, &section.slug).await?;
        }
        Ok(section.slug.clone())
    }

    /// The section of a story that names none: the first of its edition, or `news`.
    pub async fn usual_section(&mut self, language: Language) -> Result<String, ApplyError> {
        let here = |key: &str| self.agency.edition(language).is_some_and(|e| e.sections.contains_key(key));
        match self.agency.sections.iter().find(|section| here(&section.key)) {
            Some(section) => Ok(section.key.clone()),
            None => self.section(language, "news").await,
        }
    }

    async fn settings_changed(&mut self, kind: EntryKind, subject: &str) -> Result<(), ApplyError> {
        self.agency = self.cell.in_act(&mut self.turn.conn()).await?;
        self.record(Entry::settings(self.now, "apply", kind, subject, vec![touch::agency()]));
        Ok(())
    }

    /// Makes the act durable. The entries come back with their positions, after every page on this node that
    /// depends on them has become stale.
    pub async fn commit(self) -> Result<Vec<Entry>, DbError> {
        self.turn.commit().await
    }
}

impl std::fmt::Debug for LogSeal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LogSeal").field("head", &*self.head.borrow()).finish()
    }
}
