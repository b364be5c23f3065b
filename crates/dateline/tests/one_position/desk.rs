//! Desks that act at random on stories of their own.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use dateline::ids::{StoryNumber, StoryRef};
use dateline::lang::Language;
use dateline::publication::{Entry, Publication};
use dateline::story::{
    self, Embargo, Group, NewStory, Order, Release, Story, StoryAct, StoryCopy, StoryError,
};
use jiff::SignedDuration;
use rand::RngExt;
use rand::rngs::StdRng;
use story_body::Body;

use super::model::Text;
use super::newsroom::{editor, order, second_editor};

/// What desks leave behind for the model and for readers.
#[derive(Default)]
pub struct Ledger {
    /// What each version says.
    pub texts: Mutex<HashMap<(i64, i64), Text>>,
    /// The story that opened the group of each.
    pub groups: Mutex<HashMap<i64, i64>>,
    /// Every address a story was ever given, for readers to try.
    pub addresses: Mutex<Vec<(i64, String)>>,
    /// The newest position anybody was answered.
    pub answered: AtomicI64,
    keys: AtomicU64,
}

impl Ledger {
    /// Notes a position somebody was answered.
    pub fn note(&self, seq: i64) {
        self.answered.fetch_max(seq, Ordering::SeqCst);
    }
}

/// A desk: some stories, and chance.
pub struct Desk<'a> {
    /// The node it works on.
    pub node: Publication,
    /// Whether the node under test hears of its acts before it is answered.
    pub here: bool,
    pub ledger: &'a Ledger,
    pub dice: StdRng,
    pub own: Vec<(StoryNumber, String)>,
}

impl Desk<'_> {
    /// Acts so often.
    pub async fn work(mut self, acts: usize) {
        for _ in 0..acts {
            self.node.clock.advance(1);
            let entries = match self.own.is_empty() || self.dice.random_bool(0.3) {
                true => Ok(self.open_story().await),
                false => self.act_on_one().await,
            };
            match entries {
                Ok(entries) => {
                    if let Some(last) = entries.last().filter(|_| self.here) {
                        self.ledger.note(last.seq);
                    }
                }
                // The end of an embargo came first.
                Err(
                    StoryError::NotNow { .. } | StoryError::Changed { .. } | StoryError::NothingPending(_),
                ) => {}
                Err(other) => panic!("{other}"),
            }
            let pause = self.dice.random_range(0..12);
            tokio::time::sleep(std::time::Duration::from_millis(pause)).await;
        }
    }

    /// A story made and released in one act, some under an embargo, some as a translation of one that is there.
    async fn open_story(&mut self) -> Vec<Entry> {
        let original = (!self.own.is_empty() && self.dice.random_bool(0.25))
            .then(|| self.own[self.dice.random_range(0..self.own.len())].0);
        let key = format!("k{}", self.ledger.keys.fetch_add(1, Ordering::SeqCst));
        let language = if original.is_some() { "az" } else { "en" };
        let mut copy = self.copy(language, &key, 1);
        if self.dice.random_bool(0.2) {
            let until = self.node.clock.now() + SignedDuration::from_secs(self.dice.random_range(5..40));
            copy.embargo = Some(Embargo { until: Some(until), zone: None });
        }
        let text = text_of(&copy, language);
        let group = match original {
            Some(number) => Group::Of(self.story(number).await.group),
            None => Group::New,
        };
        let lane = match original {
            Some(number) => self.node.lane_of(StoryRef::Number(number)).await.unwrap(),
            None => self.dice.random(),
        };
        let mut act = self.node.begin(lane).await.unwrap();
        let (agency, now) = (act.agency.clone(), act.now);
        let language = Language::parse(language).unwrap();
        let new = NewStory { language, uri: None, number: None, group, copy };
        let release = Order::new(StoryAct::Release);
        let (story, changes) =
            story::release_new(&mut act.conn(), &agency, new, &release, &editor(), now).await.unwrap();
        let number = story.number;
        let opened =
            original.map_or(number.get(), |number| self.ledger.groups.lock().unwrap()[&number.get()]);
        self.ledger.groups.lock().unwrap().insert(number.get(), opened);
        self.note_text(number, 1, text);
        act.record_all(changes);
        self.own.push((number, key));
        act.commit().await.unwrap()
    }

    async fn act_on_one(&mut self) -> Result<Vec<Entry>, StoryError> {
        let (number, key) = self.own[self.dice.random_range(0..self.own.len())].clone();
        let story = self.story(number).await;
        if let Some(pending) = &story.pending {
            return self.confirm(&story, pending.order.act).await;
        }
        use StoryAct::{Correction, Hold, Kill, Lift, Refile, Restore, Takedown, Unpublish, Update};
        let acts: &[StoryAct] = match story.release {
            Release::Public => {
                &[Correction, Correction, Update, Update, Refile, Hold, Hold, Hold, Kill, Takedown, Unpublish]
            }
            Release::Advanced => &[Correction, StoryAct::Release],
            Release::Held => &[Lift, Lift, Lift, Lift, Kill, Takedown],
            Release::TakenDown => &[Restore],
            Release::Unpublished => &[StoryAct::Release],
            Release::Killed | Release::Never => return Ok(Vec::new()),
        };
        let act = acts[self.dice.random_range(0..acts.len())];
        self.perform(&story, &key, act).await
    }

    /// An act, with new copy where it shows any.
    async fn perform(&mut self, story: &Story, key: &str, what: StoryAct) -> Result<Vec<Entry>, StoryError> {
        let language = if story.language.as_str() == "az" { "az" } else { "en" };
        let revision = story.revision + 1;
        let edits = what.leads_to() == Release::Public && !what.needs_second_person();
        let copy = StoryCopy { embargo: story.copy.embargo.clone(), ..self.copy(language, key, revision) };
        let target = StoryRef::Number(story.number);
        let mut act = self.node.begin(self.node.lane_of(target).await?).await?;
        let (agency, now) = (act.agency.clone(), act.now);
        // What is under embargo and released early is shown as it was given, so its copy stays.
        let early = what == StoryAct::Release && story.release == Release::Advanced;
        if edits && !early {
            let read = story.revision;
            let saved = story::save(&mut act.conn(), &agency, target, read, copy, &editor(), now).await?;
            self.note_text(story.number, story.version + 1, text_of(&saved.copy, language));
        }
        let done = story::perform(&mut act.conn(), &agency, target, &order(what), &editor(), now).await?;
        act.record_all(done.changes);
        Ok(act.commit().await?)
    }

    async fn confirm(&mut self, story: &Story, what: StoryAct) -> Result<Vec<Entry>, StoryError> {
        let target = StoryRef::Number(story.number);
        let mut act = self.node.begin(self.node.lane_of(target).await?).await?;
        let (agency, now) = (act.agency.clone(), act.now);
        if what == StoryAct::Restore {
            let language = if story.language.as_str() == "az" { "az" } else { "en" };
            self.note_text(story.number, story.version + 1, text_of(&story.copy, language));
        }
        let done = story::confirm(&mut act.conn(), &agency, target, what, &second_editor(), now).await?;
        act.record_all(done.changes);
        Ok(act.commit().await?)
    }

    fn copy(&mut self, language: &str, key: &str, revision: i64) -> StoryCopy {
        let section = match language {
            "en" if self.dice.random_bool(0.5) => "economy",
            _ => "politics",
        };
        let mark = format!("{key} r{revision}");
        let mut copy = StoryCopy::new(section, format!("Story {mark}"));
        copy.body = Body::from_html(&format!("<p>This is {mark}.</p><p>And so on.</p>")).body;
        copy.urgency = if self.dice.random_bool(0.1) { 2 } else { 5 };
        copy
    }

    fn note_text(&self, number: StoryNumber, version: i64, text: Text) {
        let address = text.path(number.get());
        self.ledger.texts.lock().unwrap().insert((number.get(), version), text);
        self.ledger.addresses.lock().unwrap().push((number.get(), address));
    }

    async fn story(&self, number: StoryNumber) -> Story {
        let mut view = self.node.db.snapshot().await.unwrap();
        story::store::find(&mut view.conn(), StoryRef::Number(number)).await.unwrap().unwrap()
    }
}

fn text_of(copy: &StoryCopy, language: &'static str) -> Text {
    let section = match (language, copy.section.as_str()) {
        ("az", _) => "siyaset",
        (_, "economy") => "economy",
        _ => "politics",
    };
    Text { mark: copy.headline.trim_start_matches("Story ").to_owned(), section, language }
}
