//! A newsroom for tests: a fresh database on either engine, a fixed clock, a small agency.
//!
//! On SQLite unless `DATELINE_TEST_POSTGRES` names a server, where each newsroom gets a database of its own.

#![allow(dead_code)]

use std::sync::{Arc, Mutex};

use dateline::clock::Clock;
use dateline::db::Db;
use dateline::edition::{AgencyCell, AgencyDescription, apply};
use dateline::ids::{PersonId, StoryNumber, StoryRef};
use dateline::lang::Language;
use dateline::people::{Actor, Rights};
use dateline::publication::{Entry, Publication, log};
use dateline::story::{self, Done, Group, NewStory, Order, Release, Story, StoryAct, StoryCopy, StoryError};

/// The instant at which newsrooms open.
pub const OPENING: &str = "2026-06-01T08:00:00Z";

const AGENCY: &str = r#"
[agency]
name = "ARNA"
origin = "https://arna.example"
time_zone = "Asia/Baku"
default_language = "en"
[[section]]
key = "politics"
[[section]]
key = "economy"
[edition.en]
[edition.en.section.politics]
slug = "politics"
name = "POLITICS"
[edition.en.section.economy]
slug = "economy"
name = "ECONOMY"
[edition.az]
[edition.az.section.politics]
slug = "siyaset"
name = "SİYASƏT"
"#;

/// A newsroom with nobody else in it.
pub struct TestNewsroom {
    /// Acts and the log.
    pub publication: Publication,
    /// What was heard of commits, in order.
    pub heard: Arc<Mutex<Vec<Entry>>>,
    /// The database's address, for a second node.
    pub url: String,
    /// The data folder.
    pub folder: tempfile::TempDir,
}

impl TestNewsroom {
    /// Opens one.
    pub async fn open() -> TestNewsroom {
        TestNewsroom::of(AGENCY).await
    }

    /// Of another agency than the usual one.
    pub async fn of(agency: &str) -> TestNewsroom {
        let room = TestNewsroom::empty().await;
        room.apply(agency).await;
        room
    }

    /// Applies an agency description.
    pub async fn apply(&self, agency: &str) {
        let mut act = self.publication.begin(0).await.unwrap();
        apply(&mut act.conn(), &AgencyDescription::parse(agency).unwrap()).await.unwrap();
        act.commit().await.unwrap();
    }

    /// One without an agency.
    pub async fn empty() -> TestNewsroom {
        let folder = tempfile::tempdir().unwrap();
        let url = fresh_url().await;
        let heard = Arc::new(Mutex::new(Vec::new()));
        let publication = node(&url, folder.path(), heard.clone()).await;
        TestNewsroom { publication, heard, url, folder }
    }

    /// Another node on the same database.
    pub async fn second_node(&self) -> Publication {
        node(&self.url, self.folder.path(), Arc::default()).await
    }

    /// The same newsroom as another node sees it.
    pub async fn second_room(&self) -> TestNewsroom {
        self.seen_at(&self.url).await
    }

    /// The same newsroom as a node sees it that finds the database at another address.
    pub async fn seen_at(&self, url: &str) -> TestNewsroom {
        let heard = Arc::new(Mutex::new(Vec::new()));
        let publication = node(url, self.folder.path(), heard.clone()).await;
        let folder = tempfile::tempdir().unwrap();
        TestNewsroom { publication, heard, url: url.to_owned(), folder }
    }

    /// A draft with a headline and nothing else.
    pub async fn draft(&self, language: &str, group: Group) -> Story {
        self.draft_of(language, group, StoryCopy::new("politics", "Ministers meet")).await
    }

    /// A draft of `copy`.
    pub async fn draft_of(&self, language: &str, group: Group, copy: StoryCopy) -> Story {
        let mut act = self.publication.begin(0).await.unwrap();
        let (agency, now) = (act.agency.clone(), act.now);
        let language = Language::parse(language).unwrap();
        let new = NewStory { language, uri: None, number: None, group, copy };
        let story = story::create(&mut act.conn(), &agency, new, &editor(), now).await.unwrap();
        act.commit().await.unwrap();
        story
    }

    /// A public story of `copy`.
    pub async fn released(&self, language: &str, copy: StoryCopy) -> Story {
        let story = self.draft_of(language, Group::New, copy).await;
        self.perform(&story, Order::new(StoryAct::Release)).await.unwrap();
        story
    }

    /// Does an act; the entries as they stand in the log.
    pub async fn perform(&self, story: &Story, order: Order) -> Result<(Done, Vec<Entry>), StoryError> {
        let target = StoryRef::Id(story.id);
        let mut act = self.publication.begin(self.publication.lane_of(target).await?).await?;
        let (agency, now) = (act.agency.clone(), act.now);
        let done = story::perform(&mut act.conn(), &agency, target, &order, &editor(), now).await?;
        act.record_all(done.changes.clone());
        let entries = act.commit().await?;
        Ok((done, entries))
    }

    /// Completes what was asked for.
    pub async fn confirm(&self, story: &Story, of: StoryAct, who: &Actor) -> Result<Vec<Entry>, StoryError> {
        let target = StoryRef::Id(story.id);
        let mut act = self.publication.begin(self.publication.lane_of(target).await?).await?;
        let (agency, now) = (act.agency.clone(), act.now);
        let done = story::confirm(&mut act.conn(), &agency, target, of, who, now).await?;
        act.record_all(done.changes);
        Ok(act.commit().await?)
    }

    /// Replaces the working copy.
    pub async fn save(&self, story: &Story, copy: StoryCopy) -> Story {
        let found = self.story(story.number).await;
        let mut act = self.publication.begin(0).await.unwrap();
        let (agency, now) = (act.agency.clone(), act.now);
        let target = StoryRef::Id(story.id);
        let saved = story::save(&mut act.conn(), &agency, target, found.revision, copy, &editor(), now).await;
        act.commit().await.unwrap();
        saved.unwrap()
    }

    /// The story as it stands.
    pub async fn story(&self, number: StoryNumber) -> Story {
        let mut snapshot = self.publication.db.snapshot().await.unwrap();
        story::store::find(&mut snapshot.conn(), StoryRef::Number(number)).await.unwrap().unwrap()
    }

    /// What the public sees of a story.
    pub async fn state(&self, story: &Story) -> Release {
        self.story(story.number).await.release
    }

    /// The whole log, embargoed entries included.
    pub async fn log(&self) -> Vec<Entry> {
        let mut snapshot = self.publication.db.snapshot().await.unwrap();
        log::after(&mut snapshot.conn(), 0, 100_000, true).await.unwrap()
    }

    /// The numbers a list shows, the newest first.
    pub async fn listed(&self, list: &str) -> Vec<i64> {
        let mut snapshot = self.publication.db.snapshot().await.unwrap();
        let rows = snapshot
            .conn()
            .all(
                "SELECT number FROM listing WHERE list = $1 AND superseded = 0 ORDER BY at DESC, number DESC",
                [list.into()],
            )
            .await
            .unwrap();
        rows.iter().map(|row| row.get("number").unwrap()).collect()
    }
}

async fn node(url: &str, folder: &std::path::Path, heard: Arc<Mutex<Vec<Entry>>>) -> Publication {
    let db = Db::open(url, folder).await.unwrap();
    let clock = Clock::fixed(OPENING.parse().unwrap());
    let on_commit = Arc::new(move |entries: &[Entry]| heard.lock().unwrap().extend_from_slice(entries));
    Publication::new(db, clock, AgencyCell::default(), on_commit).await.unwrap()
}

/// The address of an empty database on the engine under test; on SQLite a file of the data folder it is opened in.
pub async fn fresh_url() -> String {
    match std::env::var("DATELINE_TEST_POSTGRES") {
        Ok(server) => fresh_database(&server).await,
        Err(_) => "sqlite:dateline.db".to_owned(),
    }
}

/// A database of this test alone on a PostgreSQL server.
pub async fn fresh_database(server: &str) -> String {
    use sqlx::Executor;
    let name = format!("t{}", uuid::Uuid::now_v7().simple());
    let pool = sqlx::PgPool::connect(server).await.unwrap();
    pool.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    format!("{base}/{name}")
}

/// An editor with every right.
pub fn editor() -> Actor {
    let person = PersonId("01890000-0000-7000-8000-000000000001".parse().unwrap());
    Actor::token(person, Rights::all())
}

/// Another one, a different one each time.
pub fn second_editor() -> Actor {
    Actor::token(PersonId::new(), Rights::all())
}

/// An order with every note an act may ask for.
pub fn order(act: StoryAct) -> Order {
    Order {
        editor_note: Some("Paragraph 2: 53, not 35".into()),
        reason: Some("forged".into()),
        words: vec!["Ministers".into()],
        ..Order::new(act)
    }
}
