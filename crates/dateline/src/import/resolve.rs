//! A slice prepared for the writer: what is here already, what names stand for, numbers, and everything computed.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::ImportError;
use super::bodies::Ready;
use super::engine::{Engine, InFlight, on_all_cores};
use super::named::name_targets;
use super::place::Place;
use super::read::ReadStory;
use super::write::{Renewal, WriteSlice};
use crate::edition::Agency;
use crate::ids::{GroupId, StoryNumber};
use crate::story::import::{Known, Sealed, known_numbers, known_uris};

/// What is here of the stories of a slice.
struct Here {
    uris: HashMap<String, Known>,
    numbers: HashMap<StoryNumber, Known>,
}

/// A story whose names are being looked up.
pub(super) struct Asked {
    pub story: ReadStory,
    pub known: Option<Known>,
    pub section: String,
    pub also_in: Vec<String>,
    pub number: StoryNumber,
    pub group: GroupId,
    pub follows: Option<StoryNumber>,
    pub related: Vec<StoryNumber>,
    pub translation_of: Option<StoryNumber>,
}

impl Engine<'_> {
    /// Prepares a slice; `None` where nothing of it is to be written. What will be on its way is noted in `flight`.
    pub(super) async fn prepare(
        &mut self,
        slice: Vec<ReadStory>,
        flight: &mut InFlight,
    ) -> Result<Option<WriteSlice>, ImportError> {
        let places: Vec<Place> = slice.iter().map(|story| story.at.clone()).collect();
        let here = self.what_is_here(&slice).await?;
        let changed = self.leave_out_unchanged(slice, &here);
        if self.options.dry_run {
            return self.only_count(changed).await.map(|()| None);
        }
        let (changed, targets) = self.set_aside(changed).await?;
        let mut agency = self.agency().await?;
        let asked = self.find_sections(changed, &mut agency).await?;
        let mut asked = self.give_numbers(asked, &here, flight).await?;
        name_targets(&mut asked, &targets);
        let ready = self.read_bodies(asked).await?;
        let mut prepared = seal(ready, agency).await?;
        note_flight(&prepared, flight);
        prepared.positions = self.positions.after(places.iter());
        let is_empty = prepared.new.is_empty() && prepared.renewals.is_empty();
        Ok((!is_empty || !prepared.positions.is_empty()).then_some(prepared))
    }

    async fn agency(&self) -> Result<Arc<Agency>, ImportError> {
        let mut reader = self.publication.db.reader().await?;
        Ok(self.publication.agency(&mut reader.conn()).await?)
    }

    async fn what_is_here(&self, slice: &[ReadStory]) -> Result<Here, ImportError> {
        let uris: Vec<&str> = slice.iter().filter_map(|story| story.file.uri.as_deref()).collect();
        let numbers: Vec<StoryNumber> = slice.iter().filter_map(|story| story.file.number).collect();
        let mut reader = self.publication.db.reader().await?;
        let by_uri = known_uris(&mut reader.conn(), &uris).await?;
        let by_number = known_numbers(&mut reader.conn(), &numbers).await?;
        Ok(Here {
            uris: by_uri.into_iter().filter_map(|known| Some((known.uri.clone()?, known))).collect(),
            numbers: by_number.into_iter().map(|known| (known.number, known)).collect(),
        })
    }

    /// Takes away what is here as it comes, or newer than it comes.
    fn leave_out_unchanged(&mut self, slice: Vec<ReadStory>, here: &Here) -> Vec<(ReadStory, Option<Known>)> {
        let mut changed = Vec::with_capacity(slice.len());
        for story in slice {
            let known = match (&story.file.uri, story.file.number) {
                (Some(uri), _) => here.uris.get(uri),
                (None, Some(number)) => here.numbers.get(&number),
                (None, None) => None,
            };
            match known.and_then(|known| known.source.as_ref()) {
                Some(source) if source.hash == story.mark.hash => self.unchanged(1),
                Some(source) if story.mark.is_older_than(source) => {
                    self.listener.noted(&story.at, "is older than what is here");
                    self.unchanged(1);
                }
                _ => changed.push((story, known.cloned())),
            }
        }
        changed
    }

    /// Of a dry run: what would become of them.
    async fn only_count(&mut self, changed: Vec<(ReadStory, Option<Known>)>) -> Result<(), ImportError> {
        let mut agency = self.agency().await?;
        for (_, known, _) in self.find_sections(changed, &mut agency).await? {
            match known {
                Some(_) => self.summary.updated += 1,
                None => self.summary.imported += 1,
            }
        }
        Ok(())
    }

    async fn find_sections(
        &mut self,
        changed: Vec<(ReadStory, Option<Known>)>,
        agency: &mut Arc<Agency>,
    ) -> Result<Vec<(ReadStory, Option<Known>, Vec<String>)>, ImportError> {
        let mut found = Vec::with_capacity(changed.len());
        for (story, known) in changed {
            let file = &story.file;
            let names =
                std::iter::once(file.section.as_deref()).chain(file.also_in.iter().map(|n| Some(n.as_str())));
            let mut keys = Vec::with_capacity(1 + file.also_in.len());
            let mut refusal = None;
            for name in names {
                let dry_run = self.options.dry_run;
                match self.sections.key(&self.publication, agency, file.language, name, dry_run).await? {
                    Ok(key) => keys.push(key),
                    Err(reason) => refusal = Some(reason),
                }
            }
            match refusal {
                Some(reason) => self.refuse(&story.at, &reason),
                None => found.push((story, known, keys)),
            }
        }
        Ok(found)
    }

    /// Numbers and groups: a story that is here keeps its own; a new one keeps the number it brings where that is free.
    async fn give_numbers(
        &mut self,
        stories: Vec<(ReadStory, Option<Known>, Vec<String>)>,
        here: &Here,
        flight: &InFlight,
    ) -> Result<Vec<Asked>, ImportError> {
        let mut taken: HashSet<StoryNumber> = flight.numbers.keys().copied().collect();
        let mut numbers = Vec::with_capacity(stories.len());
        for (story, known, _) in &stories {
            let given = story.file.number.filter(|number| {
                let on_its_way = self.flight.iter().any(|slice| slice.numbers.contains_key(number));
                !here.numbers.contains_key(number) && !on_its_way && taken.insert(*number)
            });
            if let Some(number) = given {
                self.numbers.take_away(number);
            }
            numbers.push(known.as_ref().map(|known| known.number).or(given));
        }
        let missing = numbers.iter().filter(|number| number.is_none()).count();
        self.numbers.fill(&self.publication, missing).await?;
        let mut asked = Vec::with_capacity(stories.len());
        for ((story, known, mut keys), number) in stories.into_iter().zip(numbers) {
            let number = match number {
                Some(number) => number,
                None => self.numbers.take().expect("filled above"),
            };
            if let Some(given) = story.file.number.filter(|given| *given != number && known.is_none()) {
                let note = format!("number {given} is taken; imported as {number}");
                self.listener.noted(&story.at, &note);
            }
            let section = keys.remove(0);
            keys.retain(|key| *key != section);
            let group = known.as_ref().map_or_else(GroupId::new, |known| known.group);
            asked.push(Asked {
                section,
                also_in: keys,
                number,
                group,
                follows: None,
                related: Vec::new(),
                translation_of: None,
                known,
                story,
            });
        }
        Ok(asked)
    }
}

/// Computes on all cores what rows hold.
async fn seal(ready: Vec<Ready>, agency: Arc<Agency>) -> Result<WriteSlice, ImportError> {
    enum Done {
        New(Place, Sealed),
        Renewal(Renewal),
    }
    let done = on_all_cores(ready, move |story| {
        let Ready { at, known, incoming } = story;
        match known {
            None => Done::New(at, incoming.seal(&agency)),
            Some(known) => {
                let (_, hash) = incoming.copy.sealed();
                Done::Renewal(Renewal { at, known, incoming, hash })
            }
        }
    })
    .await?;
    let mut slice = WriteSlice::default();
    for story in done {
        match story {
            Done::New(at, sealed) => {
                slice.highest = slice.highest.max(Some(sealed.story().number));
                slice.new.push((at, sealed));
            }
            Done::Renewal(renewal) => slice.renewals.push(renewal),
        }
    }
    Ok(slice)
}

fn note_flight(slice: &WriteSlice, flight: &mut InFlight) {
    for (_, sealed) in &slice.new {
        let story = sealed.story();
        flight.numbers.insert(story.number, story.group);
        if let Some(uri) = &story.uri {
            flight.uris.insert(uri.clone(), (story.number, story.group));
        }
    }
}
