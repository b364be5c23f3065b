//! What happened in the demo newsroom, done again in its order.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use story_body::Body;

use super::content::{self, Content, bad};
use super::{Cast, DemoError, Loaded};
use crate::blob::BlobStore;
use crate::ids::{GroupId, MediaId, StoryNumber, StoryRef};
use crate::people::Actor;
use crate::publication::{NewFile, Publication};
use crate::story::format::{Found, StoryFile, StoryName};
use crate::story::{self, Group, Languages, MediaUse, NewStory, Order, StoryAct, StoryCopy, StoryError};

/// A story of the demo, once it is here.
struct Known {
    number: StoryNumber,
    group: GroupId,
    revision: i64,
    copy: StoryCopy,
    html: String,
}

/// What is done at a moment.
enum Event {
    Release(String),
    Update(content::Update),
    Mend(content::Mend, StoryAct),
    AskToKill(content::Kill),
    Kill(content::Kill),
}

pub(super) struct History {
    publication: Publication,
    blobs: BlobStore,
    content: Content,
    cast: Cast,
    stories: HashMap<String, Known>,
    pictures: HashMap<String, MediaId>,
    loaded: Loaded,
}

impl History {
    pub(super) fn new(publication: Publication, blobs: BlobStore, content: Content, cast: Cast) -> History {
        History {
            publication,
            blobs,
            content,
            cast,
            stories: HashMap::new(),
            pictures: HashMap::new(),
            loaded: Loaded::default(),
        }
    }

    /// Writes every story, then does what was done, in the order of the moments.
    pub(super) async fn play(&mut self) -> Result<Loaded, DemoError> {
        let mut events = self.events()?;
        let beginning =
            events.iter().map(|(at, _)| *at).min().unwrap_or_else(|| self.publication.clock.now());
        self.publication.clock.set(beginning - SignedDuration::from_hours(1));
        for file in std::mem::take(&mut self.content.stories) {
            self.write(file).await?;
        }
        events.sort_by_key(|(at, _)| *at);
        for (at, event) in events {
            self.publication.clock.set(at);
            self.happen(event).await?;
        }
        Ok(self.loaded)
    }

    fn events(&self) -> Result<Vec<(Timestamp, Event)>, DemoError> {
        let at = |moment: &str| -> Timestamp {
            moment.parse::<Timestamp>().expect("a literal") + self.content.shift
        };
        let mut events = Vec::new();
        for story in &self.content.stories {
            let uri = story.uri.clone().ok_or_else(|| bad(&story.headline, "has no uri"))?;
            let published = story.published_at.ok_or_else(|| bad(&uri, "has no published_at"))?;
            events.push((published, Event::Release(uri)));
        }
        for acts in self.content.acts.values() {
            let acts = acts.clone();
            events.extend([
                (at("2026-05-31T20:02:00+04:00"), Event::AskToKill(acts.kill.clone())),
                (at("2026-05-31T20:09:00+04:00"), Event::Kill(acts.kill)),
                (at("2026-05-31T21:15:00+04:00"), Event::Mend(acts.correction, StoryAct::Correction)),
                (at("2026-06-01T11:51:00+04:00"), Event::Mend(acts.refile, StoryAct::Refile)),
                (at("2026-06-01T11:52:00+04:00"), Event::Update(acts.update)),
            ]);
        }
        Ok(events)
    }

    /// Writes a draft, its pictures taken in before.
    async fn write(&mut self, file: StoryFile) -> Result<(), DemoError> {
        let uri = file.uri.clone().unwrap_or_default();
        let mut media = Vec::with_capacity(file.media.len());
        for entry in &file.media {
            media.push(match &entry.file {
                Some(name) => Some(self.picture(name).await?),
                None => None,
            });
        }
        let mut act = self.publication.begin(0).await?;
        let section = file.section.clone().unwrap_or_default();
        let section = act.section(file.language, &section).await.map_err(|wrong| bad(&uri, wrong))?;
        let original = file.translation_of.as_ref().map(|name| self.named(name)).transpose()?;
        let found = Found {
            section,
            follows: file
                .follows
                .as_ref()
                .map(|name| self.named(name))
                .transpose()?
                .map(|known| known.number),
            translation_of: original.map(|known| known.number),
            media,
            ..Found::default()
        };
        let group = original.map_or(Group::New, |known| Group::Of(known.group));
        let html = file.body_html.clone().unwrap_or_default();
        let (body, _) = file.read_body(None);
        let language = file.language;
        let copy = file.into_copy(body, found);
        let new = NewStory { language, uri: Some(uri.clone()), number: None, group, copy };
        let (agency, now) = (act.agency.clone(), act.now);
        let made = story::create(&mut act.conn(), &agency, new, &self.cast.on_duty, now).await;
        let made = made.map_err(|source| DemoError::Story { uri: uri.clone(), source })?;
        act.commit().await?;
        let (number, group, revision, copy) = (made.number, made.group, made.revision, made.copy);
        self.stories.insert(uri, Known { number, group, revision, copy, html });
        self.loaded.stories += 1;
        Ok(())
    }

    async fn picture(&mut self, name: &str) -> Result<MediaId, DemoError> {
        if let Some(id) = self.pictures.get(name) {
            return Ok(*id);
        }
        let bytes = content::bytes(&format!("media/{name}"))?.into_owned();
        let file = NewFile { name: name.to_owned(), bytes: bytes.into(), focal: None, expires_at: None };
        let known = self.publication.take_in(&self.blobs, file, Ok, &Actor::program()).await?;
        self.pictures.insert(name.to_owned(), known.media().id);
        self.loaded.pictures += 1;
        Ok(known.media().id)
    }

    /// A picture as a story of the demo uses it.
    pub(super) fn used(&self, name: &str) -> Option<MediaUse> {
        let id = self.pictures.get(name)?;
        let mut uses = self.stories.values().flat_map(|known| &known.copy.media);
        uses.find(|used| used.media == *id).cloned()
    }

    fn named(&self, name: &StoryName) -> Result<&Known, DemoError> {
        let StoryName::Uri(uri) = name else { return Err(bad(name.to_string(), "is a number").into()) };
        Ok(self.stories.get(uri).ok_or_else(|| bad(uri, "is named before it is there"))?)
    }

    async fn happen(&mut self, event: Event) -> Result<(), DemoError> {
        match event {
            Event::Release(uri) => self.act(&uri, Order::new(StoryAct::Release)).await,
            Event::Update(update) => {
                let html = format!("{}{}", self.known(&update.uri)?.html, update.append_html);
                self.save(&update.uri, html).await?;
                self.loaded.acts += 1;
                let note = Some(update.editor_note);
                self.act(&update.uri, Order { editor_note: note, ..Order::new(StoryAct::Update) }).await
            }
            Event::Mend(mend, act) => {
                let html = self.known(&mend.uri)?.html.replacen(&mend.wrong, &mend.right, 1);
                self.save(&mend.uri, html).await?;
                self.loaded.acts += 1;
                let (editor_note, public_note) = (Some(mend.editor_note), mend.public_note);
                self.act(&mend.uri, Order { editor_note, public_note, ..Order::new(act) }).await
            }
            Event::AskToKill(kill) => self.act(&kill.uri, order_to_kill(&kill)).await,
            Event::Kill(kill) => {
                self.loaded.acts += 1;
                self.confirm(&kill.uri).await
            }
        }
    }

    fn known(&self, uri: &str) -> Result<&Known, DemoError> {
        Ok(self.stories.get(uri).ok_or_else(|| bad(uri, "is not among the stories"))?)
    }

    /// Saves the working copy with another body; blocks whose words stay keep their ids.
    async fn save(&mut self, uri: &str, html: String) -> Result<(), DemoError> {
        let known = self.known(uri)?;
        if html == known.html {
            return Err(bad(uri, "the act changes nothing").into());
        }
        let mut copy = known.copy.clone();
        copy.body = Body::from_html_keeping_ids(&html, &known.copy.body).body;
        let (target, revision) = (StoryRef::Number(known.number), known.revision);
        let failed = |source: StoryError| DemoError::Story { uri: uri.to_owned(), source };
        let mut act = self.publication.begin(self.publication.lane_of(target).await?).await?;
        let (agency, now) = (act.agency.clone(), act.now);
        let saved =
            story::save(&mut act.conn(), &agency, target, revision, copy, &self.cast.on_duty, now).await;
        let saved = saved.map_err(failed)?;
        act.commit().await?;
        let known = self.stories.get_mut(uri).expect("found above");
        (known.revision, known.copy, known.html) = (saved.revision, saved.copy, html);
        Ok(())
    }

    async fn act(&mut self, uri: &str, order: Order) -> Result<(), DemoError> {
        let target = StoryRef::Number(self.known(uri)?.number);
        let failed = |source: StoryError| DemoError::Story { uri: uri.to_owned(), source };
        let mut act = self.publication.begin(self.publication.lane_of(target).await?).await?;
        let (agency, now) = (act.agency.clone(), act.now);
        let who = self.cast.on_duty;
        let done =
            story::perform(&mut act.conn(), &agency, target, &order, &who, now).await.map_err(failed)?;
        act.record_all(done.changes);
        act.commit().await?;
        self.stories.get_mut(uri).expect("found above").revision = done.revision;
        Ok(())
    }

    /// The second person agrees.
    async fn confirm(&mut self, uri: &str) -> Result<(), DemoError> {
        let target = StoryRef::Number(self.known(uri)?.number);
        let failed = |source: StoryError| DemoError::Story { uri: uri.to_owned(), source };
        let mut act = self.publication.begin(self.publication.lane_of(target).await?).await?;
        let (agency, now) = (act.agency.clone(), act.now);
        let second = self.cast.second;
        let done = story::confirm(&mut act.conn(), &agency, target, StoryAct::Kill, &second, now).await;
        act.record_all(done.map_err(failed)?.changes);
        act.commit().await?;
        Ok(())
    }
}

/// Each language by itself, since each says why in its own words.
fn order_to_kill(kill: &content::Kill) -> Order {
    Order {
        reason: Some(kill.reason.clone()),
        editor_note: Some(kill.reason.clone()),
        languages: Some(Languages::This),
        ..Order::new(StoryAct::Kill)
    }
}
