//! The import itself: records gathered into slices, slices prepared while the one before is written.

use std::collections::{HashMap, HashSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;

use futures_util::StreamExt;
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, spawn_blocking};
use tokio_stream::wrappers::ReceiverStream;

use super::numbers::NumberPool;
use super::pictures::Pictures;
use super::place::Place;
use super::positions::Positions;
use super::read::{Outcome, Raw, ReadStory, read_chunk, read_sources};
use super::sections::Sections;
use super::source::Source;
use super::spill::Spill;
use super::write::{WriteSlice, Written, write_slices};
use super::{ImportError, ImportOptions, Listener, Progress, Summary, sources};
use crate::ids::{GroupId, StoryNumber};
use crate::publication::Publication;

/// Stories that are written in one transaction: enough for rows to be cheap, few enough for an act to wait no longer
/// than a moment.
pub(super) const STORIES_IN_A_SLICE: usize = 512;

/// Imports everything behind `paths`. What is refused is told to `listener`, and the rest is imported.
///
/// # Errors
/// When the database fails. What was imported until then stays.
pub async fn import(
    publication: &Publication,
    paths: &[PathBuf],
    mut options: ImportOptions,
    progress: Arc<Progress>,
    listener: &mut dyn Listener,
) -> Result<Summary, ImportError> {
    let (found, unusable) = {
        let paths = paths.to_vec();
        spawn_blocking(move || sources(&paths)).await.map_err(|_| ImportError::Stopped)?
    };
    let mut reader = publication.db.reader().await?;
    options.usual_language = Some(publication.agency(&mut reader.conn()).await?.default_language);
    drop(reader);
    let mut engine = Engine::new(publication, options, progress, listener);
    for one in unusable {
        engine.summary.refused += 1;
        engine.listener.unusable(&one.shown, &one.reason);
    }
    engine.positions.load(publication, &found).await?;
    engine.read_all(found.clone()).await?;
    engine.finish(&found).await
}

/// What of a slice has been handed to the writer and is perhaps not there yet.
#[derive(Default)]
pub(super) struct InFlight {
    pub identities: HashSet<String>,
    pub uris: HashMap<String, (StoryNumber, GroupId)>,
    pub numbers: HashMap<StoryNumber, GroupId>,
}

pub(super) struct Engine<'a> {
    pub publication: Publication,
    pub options: Arc<ImportOptions>,
    pub progress: Arc<Progress>,
    pub listener: &'a mut dyn Listener,
    pub summary: Summary,
    pub positions: Positions,
    pub pictures: Pictures,
    pub numbers: NumberPool,
    pub spill: Spill,
    pub sections: Sections,
    pub flight: VecDeque<InFlight>,
    /// Nothing more will come: what is not here will not be.
    pub last_chance: bool,
    slice: Vec<ReadStory>,
    identities: HashSet<String>,
    writer: Option<mpsc::Sender<WriteSlice>>,
    written: mpsc::Receiver<Result<Written, ImportError>>,
    writing: JoinHandle<()>,
}

impl<'a> Engine<'a> {
    fn new(
        publication: &Publication,
        options: ImportOptions,
        progress: Arc<Progress>,
        listener: &'a mut dyn Listener,
    ) -> Engine<'a> {
        let (writer, slices) = mpsc::channel(1);
        let (tell, written) = mpsc::channel(4);
        let writing = tokio::spawn(write_slices(publication.clone(), slices, tell));
        Engine {
            publication: publication.clone(),
            pictures: Pictures::new(publication.clone(), options.blobs.clone()),
            options: Arc::new(options),
            progress,
            listener,
            summary: Summary::default(),
            positions: Positions::default(),
            numbers: NumberPool::default(),
            spill: Spill::default(),
            sections: Sections::default(),
            flight: VecDeque::new(),
            last_chance: false,
            slice: Vec::with_capacity(STORIES_IN_A_SLICE),
            identities: HashSet::new(),
            writer: Some(writer),
            written,
            writing,
        }
    }

    /// Reads every source on all cores, in the order of their records.
    async fn read_all(&mut self, sources: Vec<Arc<Source>>) -> Result<(), ImportError> {
        let (hand_on, raw) = mpsc::channel::<Vec<Raw>>(8);
        let (options, progress) = (self.options.clone(), self.progress.clone());
        let hints = self.sections.hints.clone();
        let reader = spawn_blocking(move || {
            read_sources(&sources, &options, &hints, &progress, &mut |chunk| {
                hand_on.blocking_send(chunk).is_ok()
            });
        });
        let options = self.options.clone();
        let mut chunks = ReceiverStream::new(raw)
            .map(|chunk| {
                let options = options.clone();
                spawn_blocking(move || read_chunk(chunk, &options))
            })
            .buffered(2 * cores());
        while let Some(chunk) = chunks.next().await {
            for outcome in chunk.map_err(|_| ImportError::Stopped)? {
                self.take(outcome).await?;
            }
        }
        reader.await.map_err(|_| ImportError::Stopped)
    }

    async fn take(&mut self, outcome: Outcome) -> Result<(), ImportError> {
        match outcome {
            Outcome::Refused(at, reason) => self.refuse(&at, &reason),
            Outcome::Passed(what, count) => *self.summary.passed.entry(what).or_default() += count,
            Outcome::Story(story) if self.positions.is_done(&story.at) => self.unchanged(1),
            Outcome::Story(story) => self.take_story(story).await?,
        }
        Ok(())
    }

    async fn take_story(&mut self, story: ReadStory) -> Result<(), ImportError> {
        let identity = identity(&story);
        let on_its_way = self.flight.iter().any(|slice| slice.identities.contains(&identity));
        if on_its_way || self.identities.contains(&identity) {
            // The same story again: what came first is written first.
            self.flush().await?;
            self.land().await?;
        }
        self.identities.insert(identity);
        self.slice.push(story);
        match self.slice.len() >= STORIES_IN_A_SLICE {
            true => self.flush().await,
            false => Ok(()),
        }
    }

    /// Prepares the slice and hands it to the writer.
    async fn flush(&mut self) -> Result<(), ImportError> {
        let slice = std::mem::take(&mut self.slice);
        let identities = std::mem::take(&mut self.identities);
        if slice.is_empty() {
            return Ok(());
        }
        let mut in_flight = InFlight { identities, ..InFlight::default() };
        let Some(prepared) = self.prepare(slice, &mut in_flight).await? else { return Ok(()) };
        self.flight.push_back(in_flight);
        let writer = self.writer.as_ref().expect("open until the import is finished");
        writer.send(prepared).await.map_err(|_| ImportError::Stopped)?;
        while let Ok(written) = self.written.try_recv() {
            self.note_written(written?);
        }
        Ok(())
    }

    /// Waits until everything handed to the writer is written.
    pub(super) async fn land(&mut self) -> Result<(), ImportError> {
        while !self.flight.is_empty() {
            let written = self.written.recv().await.ok_or(ImportError::Stopped)?;
            self.note_written(written?);
        }
        Ok(())
    }

    fn note_written(&mut self, written: Written) {
        self.flight.pop_front();
        self.summary.imported += written.imported;
        self.summary.updated += written.updated;
        self.unchanged(written.unchanged);
        self.progress.done_with(written.imported + written.updated);
        for (at, reason) in written.refused {
            self.refuse(&at, &reason);
        }
    }

    pub(super) fn unchanged(&mut self, stories: u64) {
        self.summary.unchanged += stories;
        self.progress.done_with(stories);
    }

    pub(super) fn refuse(&mut self, at: &Place, reason: &str) {
        self.summary.refused += 1;
        self.progress.done_with(1);
        self.listener.refused(at, reason);
    }

    /// Imports what waited for other stories: as often as that brings any of them further, and at last without what
    /// they name.
    async fn finish(mut self, sources: &[Arc<Source>]) -> Result<Summary, ImportError> {
        self.flush().await?;
        self.land().await?;
        while self.spill.len() > 0 {
            let waiting = std::mem::take(&mut self.spill);
            let before = waiting.len();
            for story in waiting.into_stories().map_err(ImportError::Spill)? {
                self.take_story(story.map_err(ImportError::Spill)?).await?;
            }
            self.flush().await?;
            self.land().await?;
            self.last_chance = self.spill.len() == before;
        }
        self.writer = None;
        self.writing.await.map_err(|_| ImportError::Stopped)?;
        if !self.options.dry_run {
            self.numbers.give_back(&self.publication).await?;
            self.positions.forget(&self.publication, sources).await?;
        }
        self.summary.media = self.pictures.taken_in;
        self.summary.made = self.sections.made;
        Ok(self.summary)
    }
}

/// What makes two records the same story.
fn identity(story: &ReadStory) -> String {
    match (&story.file.uri, story.file.number) {
        (Some(uri), _) => uri.clone(),
        (None, Some(number)) => format!("#{number}"),
        (None, None) => String::new(),
    }
}

/// How many cores there are.
pub(super) fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from)
}

/// Does `work` to every item on all cores; the answers in the order of the items.
pub(super) async fn on_all_cores<T, U>(
    items: Vec<T>,
    work: impl Fn(T) -> U + Clone + Send + 'static,
) -> Result<Vec<U>, ImportError>
where
    T: Send + 'static,
    U: Send + 'static,
{
    let share = items.len().div_ceil(2 * cores()).max(1);
    let mut items = items.into_iter();
    let mut parts = Vec::new();
    loop {
        let part: Vec<T> = items.by_ref().take(share).collect();
        if part.is_empty() {
            break;
        }
        let work = work.clone();
        parts.push(spawn_blocking(move || part.into_iter().map(work).collect::<Vec<U>>()));
    }
    let mut done = Vec::new();
    for part in parts {
        done.extend(part.await.map_err(|_| ImportError::Stopped)?);
    }
    Ok(done)
}
