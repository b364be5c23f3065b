//! A slice prepared for the writer: what is here already, what names stand for, numbers, and everything computed.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use jiff::Timestamp;
use story_body::{Body, MediaRef};

use super::ImportError;
use super::engine::{Engine, InFlight, on_all_cores};
use super::old_addresses::lookup_forms;
use super::place::Place;
use super::read::ReadStory;
use super::write::{Renewal, WriteSlice};
use crate::clock::instant;
use crate::edition::Agency;
use crate::ids::{GroupId, MediaId, StoryId, StoryNumber};
use crate::media;
use crate::story::PageMedia;
use crate::story::format::{Found, Status, StoryFile, StoryName};
use crate::story::import::{
    Incoming, Known, Sealed, Standing, groups_of, known_numbers, known_uris, numbered_corrections,
};

/// What is here of the stories of a slice.
struct Here {
    uris: HashMap<String, Known>,
    numbers: HashMap<StoryNumber, Known>,
}

/// A story whose names are being looked up.
struct Asked {
    story: ReadStory,
    known: Option<Known>,
    section: String,
    also_in: Vec<String>,
    number: StoryNumber,
    group: GroupId,
    follows: Option<StoryNumber>,
    translation_of: Option<StoryNumber>,
}

/// A story with its body read and its media taken in.
struct Ready {
    at: Place,
    known: Option<Known>,
    incoming: Incoming,
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
        for (story, known) in self.find_sections(changed, &mut agency).await?.into_iter().map(|a| (a.0, a.1))
        {
            match known {
                Some(_) => self.summary.updated += 1,
                None => self.summary.imported += 1,
            }
            let _ = story;
        }
        Ok(())
    }

    /// Sets stories aside that name stories which are not here yet, and says what the names of the others stand for.
    async fn set_aside(
        &mut self,
        changed: Vec<(ReadStory, Option<Known>)>,
    ) -> Result<(Vec<(ReadStory, Option<Known>)>, Targets), ImportError> {
        let mut targets = self.look_up(&changed).await?;
        let mut kept: Vec<Option<(ReadStory, Option<Known>)>> = changed.into_iter().map(Some).collect();
        loop {
            targets.in_slice = kept.iter().flatten().flat_map(|(story, _)| own_names(&story.file)).collect();
            let mut found_one = false;
            for place in &mut kept {
                let Some((story, _)) = place else { continue };
                let missing = missing(&story.file, &targets);
                if missing.is_empty() {
                    continue;
                }
                if self.last_chance {
                    for name in &missing {
                        let note = format!("there is no story {name}; imported without naming it");
                        self.listener.noted(&story.at, &note);
                    }
                    forget(&mut story.file, &missing);
                    continue;
                }
                let (story, _) = place.take().expect("looked at above");
                self.positions.set_aside(&story.at);
                self.spill.put(story).map_err(ImportError::Spill)?;
                found_one = true;
            }
            if !found_one {
                return Ok((kept.into_iter().flatten().collect(), targets));
            }
        }
    }

    /// The stories that are named, where they are here or on their way.
    async fn look_up(&self, changed: &[(ReadStory, Option<Known>)]) -> Result<Targets, ImportError> {
        let names: HashSet<&StoryName> = changed.iter().flat_map(|(story, _)| named(&story.file)).collect();
        let mut targets = Targets::default();
        if names.is_empty() {
            return Ok(targets);
        }
        let (mut uris, mut numbers) = (Vec::new(), Vec::new());
        for name in names {
            let on_its_way = self.flight.iter().find_map(|slice| match name {
                StoryName::Uri(uri) => slice.uris.get(uri).copied(),
                StoryName::Number(number) => {
                    let number = StoryNumber::new(*number)?;
                    slice.numbers.get(&number).map(|group| (number, *group))
                }
            });
            match (name, on_its_way) {
                (_, Some(found)) => {
                    targets.here.insert(name.clone(), found);
                }
                (StoryName::Uri(uri), None) => uris.push(uri.as_str()),
                (StoryName::Number(number), None) => numbers.extend(StoryNumber::new(*number)),
            }
        }
        let mut reader = self.publication.db.reader().await?;
        for (uri, number, group) in groups_of(&mut reader.conn(), &uris).await? {
            targets.here.insert(StoryName::Uri(uri), (number, group));
        }
        for known in known_numbers(&mut reader.conn(), &numbers).await? {
            targets.here.insert(StoryName::Number(known.number.get()), (known.number, known.group));
        }
        Ok(targets)
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
                translation_of: None,
                known,
                story,
            });
        }
        Ok(asked)
    }

    /// Reads bodies on all cores, then takes in the media they and their stories name.
    async fn read_bodies(&mut self, asked: Vec<Asked>) -> Result<Vec<Ready>, ImportError> {
        let now = self.publication.clock.now();
        let read = on_all_cores(asked, move |mut asked| {
            let (body, _) = asked.story.file.read_body(None);
            asked.story.file.body_html = None;
            asked.story.file.body = None;
            (asked, body)
        })
        .await?;
        let mut ready = Vec::with_capacity(read.len());
        for (asked, mut body) in read {
            let mut media = Vec::with_capacity(asked.story.file.media.len());
            for entry in &asked.story.file.media {
                media.push(match (&entry.file, entry.media) {
                    (Some(file), _) => self.take_media(&asked.story.at, file).await,
                    (None, id) => id,
                });
            }
            self.take_body_media(&asked.story.at, &mut body).await;
            ready.push(ready_story(asked, body, media, now));
        }
        self.look_up_media(&mut ready).await?;
        Ok(ready)
    }

    async fn take_media(&mut self, at: &Place, file: &str) -> Option<MediaId> {
        match self.pictures.take(&at.source.beside, file).await {
            Ok(id) => Some(id),
            Err(reason) => {
                self.listener.noted(at, &format!("{file}: {reason}; imported without it"));
                None
            }
        }
    }

    /// Files that the body names become media that are here; what could not be taken keeps its name and is not shown.
    async fn take_body_media(&mut self, at: &Place, body: &mut Body) {
        let names: Vec<String> = body
            .media()
            .map(MediaRef::as_str)
            .filter(|name| name.parse::<MediaId>().is_err())
            .map(str::to_owned)
            .collect();
        if names.is_empty() {
            return;
        }
        let mut ids = HashMap::new();
        for name in names {
            if let Some(id) = self.take_media(at, &name).await {
                ids.insert(name, id);
            }
        }
        for block in &mut body.blocks {
            block.kind.each_media_mut(&mut |reference| {
                if let Some(id) = ids.get(reference.as_str())
                    && let Ok(id) = MediaRef::parse(&id.to_string())
                {
                    *reference = id;
                }
            });
        }
    }

    async fn look_up_media(&self, ready: &mut [Ready]) -> Result<(), ImportError> {
        let mut reader = None;
        for story in ready {
            let copy = &story.incoming.copy;
            if copy.media.is_empty() && copy.body.media().next().is_none() {
                continue;
            }
            if reader.is_none() {
                reader = Some(self.publication.db.reader().await?);
            }
            let conn = &mut reader.as_mut().expect("opened above").conn();
            let media: Vec<PageMedia> = media::for_page(conn, copy).await?;
            story.incoming.media = media;
        }
        Ok(())
    }
}

/// What names stand for.
#[derive(Default)]
struct Targets {
    here: HashMap<StoryName, (StoryNumber, GroupId)>,
    /// Names of stories of the slice itself.
    in_slice: HashSet<StoryName>,
}

fn named(file: &StoryFile) -> impl Iterator<Item = &StoryName> {
    file.follows.iter().chain(&file.translation_of)
}

/// The names by which others may call a story.
fn own_names(file: &StoryFile) -> Vec<StoryName> {
    let uri = file.uri.clone().map(StoryName::Uri);
    uri.into_iter().chain(file.number.map(|number| StoryName::Number(number.get()))).collect()
}

fn missing(file: &StoryFile, targets: &Targets) -> Vec<StoryName> {
    let own = own_names(file);
    named(file)
        .filter(|name| {
            own.contains(name) || !(targets.here.contains_key(name) || targets.in_slice.contains(name))
        })
        .cloned()
        .collect()
}

fn forget(file: &mut StoryFile, names: &[StoryName]) {
    file.follows.take_if(|name| names.contains(name));
    file.translation_of.take_if(|name| names.contains(name));
}

/// Puts the numbers of named stories in, and translations into the groups of their originals.
fn name_targets(asked: &mut [Asked], targets: &Targets) {
    let mut slice: HashMap<StoryName, usize> = HashMap::new();
    for (place, story) in asked.iter().enumerate() {
        slice.extend(own_names(&story.story.file).into_iter().map(|name| (name, place)));
    }
    let mut places: Vec<usize> = (0..asked.len()).collect();
    for place in 0..asked.len() {
        let find = |name: &StoryName| match slice.get(name) {
            Some(other) => Some(asked[*other].number),
            None => targets.here.get(name).map(|(number, _)| *number),
        };
        let file = &asked[place].story.file;
        let (follows, original) =
            (file.follows.as_ref().and_then(find), file.translation_of.as_ref().and_then(find));
        asked[place].follows = follows;
        asked[place].translation_of = original;
    }
    // Originals before their translations: at most as many rounds as translations of translations go deep.
    for _ in 0..8 {
        let mut later = Vec::new();
        for place in std::mem::take(&mut places) {
            let Some(name) = asked[place].story.file.translation_of.clone() else { continue };
            if asked[place].known.is_some() {
                continue;
            }
            let group = match slice.get(&name) {
                Some(other) => Some(asked[*other].group),
                None => targets.here.get(&name).map(|(_, group)| *group),
            };
            if let Some(group) = group.filter(|group| *group != asked[place].group) {
                asked[place].group = group;
                later.push(place);
            }
        }
        if later.is_empty() {
            return;
        }
        places = later;
    }
}

fn ready_story(asked: Asked, body: Body, media: Vec<Option<MediaId>>, now: Timestamp) -> Ready {
    let Asked { story, known, section, also_in, number, group, follows, translation_of } = asked;
    let ReadStory { at, file, mark } = story;
    let found = Found { section, also_in, follows, translation_of, media };
    let language = file.language;
    let standing = standing(&file, now);
    let mut old_addresses: Vec<String> =
        file.old_addresses.iter().flat_map(|address| lookup_forms(address)).collect();
    old_addresses.sort();
    old_addresses.dedup();
    let incoming = Incoming {
        id: known.as_ref().map_or_else(StoryId::new, |known| known.id),
        number,
        group,
        language,
        uri: file.uri.clone(),
        standing,
        version: file.version.unwrap_or(1),
        updated_at: file.updated_at.map(|at| instant(at.as_microsecond())),
        corrections: numbered_corrections(&file.corrections),
        editor_note: file.editor_note.clone(),
        public_note: file.public_note.clone(),
        media: Vec::new(),
        old_addresses,
        source: mark.to_string(),
        copy: file.into_copy(body, found),
    };
    Ready { at, known, incoming }
}

/// Where a story stands: under an embargo that holds it is released when that ends.
fn standing(file: &StoryFile, now: Timestamp) -> Standing {
    let Some(published) = file.published_at.map(|at| instant(at.as_microsecond())) else {
        return Standing::Draft;
    };
    let until = file.embargoed_until.map(|at| instant(at.as_microsecond()));
    let at = until.map_or(published, |until| until.max(published));
    match at > now {
        true if file.status == Status::Usable => Standing::Scheduled { at },
        _ => Standing::Published { at: published, status: file.status },
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
