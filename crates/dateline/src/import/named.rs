//! Stories that name others: what the names stand for, and whom to keep until the named story has come.

use std::collections::{HashMap, HashSet};

use super::ImportError;
use super::engine::Engine;
use super::read::ReadStory;
use super::resolve::Asked;
use crate::ids::{GroupId, StoryNumber};
use crate::story::format::{StoryFile, StoryName};
use crate::story::import::{Known, groups_of, known_numbers};

impl Engine<'_> {
    /// Sets stories aside that name stories which are not here yet, and says what the names of the others stand for.
    pub(super) async fn set_aside(
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
}

/// What names stand for.
#[derive(Default)]
pub(super) struct Targets {
    here: HashMap<StoryName, (StoryNumber, GroupId)>,
    /// Names of stories of the slice itself.
    in_slice: HashSet<StoryName>,
}

fn named(file: &StoryFile) -> impl Iterator<Item = &StoryName> {
    file.follows.iter().chain(&file.translation_of).chain(&file.related)
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
    file.related.retain(|name| !names.contains(name));
}

/// Puts the numbers of named stories in, and translations into the groups of their originals.
pub(super) fn name_targets(asked: &mut [Asked], targets: &Targets) {
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
        let related = file.related.iter().filter_map(find).collect();
        asked[place].follows = follows;
        asked[place].related = related;
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
