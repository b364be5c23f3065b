//! Bodies read on all cores, and the media they and their stories name taken in.

use std::collections::HashMap;

use jiff::Timestamp;
use story_body::{Body, MediaRef};

use super::ImportError;
use super::engine::{Engine, on_all_cores};
use super::old_addresses::lookup_forms;
use super::place::Place;
use super::read::ReadStory;
use super::resolve::Asked;
use crate::clock::instant;
use crate::ids::{MediaId, StoryId};
use crate::media;
use crate::story::PageMedia;
use crate::story::format::{Found, Status, StoryFile};
use crate::story::import::{Incoming, Known, Standing, numbered_corrections};

/// A story with its body read and its media taken in.
pub(super) struct Ready {
    pub at: Place,
    pub known: Option<Known>,
    pub incoming: Incoming,
}

impl Engine<'_> {
    /// Reads bodies on all cores, then takes in the media they and their stories name.
    pub(super) async fn read_bodies(&mut self, asked: Vec<Asked>) -> Result<Vec<Ready>, ImportError> {
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

fn ready_story(asked: Asked, body: Body, media: Vec<Option<MediaId>>, now: Timestamp) -> Ready {
    let Asked { story, known, section, also_in, number, group, follows, related, translation_of } = asked;
    let ReadStory { at, file, mark } = story;
    let found = Found { section, also_in, follows, related, translation_of, media };
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
