//! Every act of the wire, from order to log entry.

use std::sync::{Arc, Mutex};

use dateline::clock::Clock;
use dateline::db::Db;
use dateline::edition::{AgencyCell, AgencyDescription, apply};
use dateline::ids::{PersonId, StoryRef};
use dateline::lang::Language;
use dateline::people::{Actor, Rights};
use dateline::publication::{Entry, Publication, log};
use dateline::story::{
    self, Group, Languages, NewStory, Order, Release, Story, StoryAct, StoryCopy, StoryError,
};

const AGENCY: &str = r#"
[agency]
name = "ARNA"
origin = "https://arna.example"
time_zone = "Asia/Baku"
default_language = "en"
[[section]]
key = "politics"
[edition.en]
[edition.en.section.politics]
slug = "politics"
name = "POLITICS"
[edition.az]
[edition.az.section.politics]
slug = "siyaset"
name = "SİYASƏT"
"#;

struct Newsroom {
    publication: Publication,
    heard: Arc<Mutex<Vec<Entry>>>,
    _folder: tempfile::TempDir,
}

impl Newsroom {
    async fn open() -> Newsroom {
        let folder = tempfile::tempdir().unwrap();
        let url = match std::env::var("DATELINE_TEST_POSTGRES") {
            Ok(server) => fresh_database(&server).await,
            Err(_) => "sqlite:dateline.db".to_owned(),
        };
        let db = Db::open(&url, folder.path()).await.unwrap();
        let clock = Clock::fixed("2026-06-01T08:00:00Z".parse().unwrap());
        let heard = Arc::new(Mutex::new(Vec::new()));
        let ears = heard.clone();
        let on_commit = Arc::new(move |entries: &[Entry]| ears.lock().unwrap().extend_from_slice(entries));
        let publication = Publication::new(db, clock, AgencyCell::default(), on_commit).await.unwrap();
        let mut act = publication.begin(0).await.unwrap();
        apply(&mut act.conn(), &AgencyDescription::parse(AGENCY).unwrap()).await.unwrap();
        act.commit().await.unwrap();
        Newsroom { publication, heard, _folder: folder }
    }

    async fn draft(&self, language: &str, group: Group) -> Story {
        let mut act = self.publication.begin(0).await.unwrap();
        let (agency, now) = (act.agency.clone(), act.now);
        let new = NewStory {
            language: Language::parse(language).unwrap(),
            uri: None,
            number: None,
            group,
            copy: StoryCopy::new("politics", "Ministers meet"),
        };
        let story = story::create(&mut act.conn(), &agency, new, &editor(), now).await.unwrap();
        act.commit().await.unwrap();
        story
    }

    async fn perform(&self, story: &Story, order: Order) -> Result<(story::Done, Vec<Entry>), StoryError> {
        let mut act = self.publication.begin(0).await?;
        let (agency, now) = (act.agency.clone(), act.now);
        let done =
            story::perform(&mut act.conn(), &agency, StoryRef::Id(story.id), &order, &editor(), now).await?;
        act.record_all(done.changes.clone());
        let entries = act.commit().await?;
        Ok((done, entries))
    }

    async fn confirm(&self, story: &Story, act_name: StoryAct, who: &Actor) -> Result<(), StoryError> {
        let mut act = self.publication.begin(0).await?;
        let (agency, now) = (act.agency.clone(), act.now);
        let target = StoryRef::Id(story.id);
        let done = story::confirm(&mut act.conn(), &agency, target, act_name, who, now).await?;
        act.record_all(done.changes);
        act.commit().await?;
        Ok(())
    }

    async fn state(&self, story: &Story) -> Release {
        let mut snapshot = self.publication.db.snapshot().await.unwrap();
        story::store::find(&mut snapshot.conn(), StoryRef::Id(story.id)).await.unwrap().unwrap().release
    }
}

/// A database of this test alone on a PostgreSQL server.
async fn fresh_database(server: &str) -> String {
    use sqlx::Executor;
    let name = format!("t{}", uuid::Uuid::now_v7().simple());
    let pool = sqlx::PgPool::connect(server).await.unwrap();
    pool.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    format!("{base}/{name}")
}

fn editor() -> Actor {
    let person = PersonId("01890000-0000-7000-8000-000000000001".parse().unwrap());
    Actor::token(person, Rights::all())
}

fn second_editor() -> Actor {
    Actor::token(PersonId::new(), Rights::all())
}

fn order(act: StoryAct) -> Order {
    Order {
        editor_note: Some("Paragraph 2: 53, not 35".into()),
        reason: Some("forged".into()),
        words: vec!["Ministers".into()],
        ..Order::new(act)
    }
}

/// Brings a fresh story into a state.
async fn in_state(room: &Newsroom, release: Release) -> Story {
    let story = room.draft("en", Group::New).await;
    if release != Release::Never {
        room.perform(&story, order(StoryAct::Release)).await.unwrap();
    }
    match release {
        Release::Held => drop(room.perform(&story, order(StoryAct::Hold)).await.unwrap()),
        Release::Unpublished => drop(room.perform(&story, order(StoryAct::Unpublish)).await.unwrap()),
        Release::Killed | Release::TakenDown => {
            let act = if release == Release::Killed { StoryAct::Kill } else { StoryAct::Takedown };
            room.perform(&story, order(act)).await.unwrap();
            room.confirm(&story, act, &second_editor()).await.unwrap();
        }
        _ => {}
    }
    assert_eq!(room.state(&story).await, release);
    story
}

#[tokio::test]
async fn what_is_allowed_when_is_what_the_wire_says() {
    use StoryAct::*;
    let table: [(dateline::story::Release, &[StoryAct]); 6] = [
        (dateline::story::Release::Never, &[Release]),
        (
            dateline::story::Release::Public,
            &[Update, Correction, Refile, Hold, Kill, Takedown, Unpublish, Redact],
        ),
        (dateline::story::Release::Held, &[Lift, Kill, Takedown]),
        (dateline::story::Release::Killed, &[Takedown]),
        (dateline::story::Release::TakenDown, &[Restore]),
        (dateline::story::Release::Unpublished, &[Release, Kill, Takedown]),
    ];
    let room = Newsroom::open().await;
    for (state, allowed) in table {
        for act in StoryAct::ALL.into_iter().filter(|act| !matches!(act, Import | Advance)) {
            let story = in_state(&room, state).await;
            let outcome = room.perform(&story, order(act)).await;
            match outcome {
                Ok(_) => assert!(allowed.contains(&act), "{act:?} from {state:?} was done"),
                Err(StoryError::NotNow { .. }) => {
                    assert!(!allowed.contains(&act), "{act:?} from {state:?} was refused")
                }
                Err(other) => panic!("{act:?} from {state:?}: {other}"),
            }
        }
    }
}

#[tokio::test]
async fn each_act_is_one_entry_and_versions_have_no_gap() {
    let room = Newsroom::open().await;
    let story = room.draft("en", Group::New).await;
    for (act, version) in [
        (StoryAct::Release, 1),
        (StoryAct::Update, 2),
        (StoryAct::Correction, 3),
        (StoryAct::Refile, 4),
        (StoryAct::Hold, 5),
        (StoryAct::Lift, 6),
    ] {
        let (done, entries) = room.perform(&story, order(act)).await.unwrap();
        assert_eq!((done.version, entries.len()), (version, 1), "{act:?}");
        assert_eq!(entries[0].seq, version);
    }
    let heard: Vec<i64> = room.heard.lock().unwrap().iter().map(|entry| entry.seq).collect();
    assert_eq!(heard, [1, 2, 3, 4, 5, 6]);
}

#[tokio::test]
async fn a_kill_asked_for_holds_every_language_at_once_and_a_second_person_completes_it() {
    let room = Newsroom::open().await;
    let english = room.draft("en", Group::New).await;
    let azerbaijani = room.draft("az", Group::Of(english.group)).await;
    for story in [&english, &azerbaijani] {
        room.perform(story, order(StoryAct::Release)).await.unwrap();
    }
    let (done, entries) = room.perform(&english, order(StoryAct::Kill)).await.unwrap();
    assert!(done.pending);
    assert_eq!(entries.len(), 2);
    assert_eq!(room.state(&azerbaijani).await, Release::Held);
    let same = room.confirm(&english, StoryAct::Kill, &editor()).await;
    assert!(matches!(same, Err(StoryError::SamePerson)));
    room.confirm(&english, StoryAct::Kill, &second_editor()).await.unwrap();
    assert_eq!(room.state(&english).await, Release::Killed);
    assert_eq!(room.state(&azerbaijani).await, Release::Killed);
}

#[tokio::test]
async fn an_act_for_this_language_alone_leaves_the_others() {
    let room = Newsroom::open().await;
    let english = room.draft("en", Group::New).await;
    let azerbaijani = room.draft("az", Group::Of(english.group)).await;
    for story in [&english, &azerbaijani] {
        room.perform(story, order(StoryAct::Release)).await.unwrap();
    }
    let hold = Order { languages: Some(Languages::This), ..order(StoryAct::Hold) };
    room.perform(&english, hold).await.unwrap();
    assert_eq!(room.state(&azerbaijani).await, Release::Public);
}

#[tokio::test]
async fn many_writers_leave_no_gap_and_no_entry_out() {
    let room = Arc::new(Newsroom::open().await);
    let mut writers = Vec::new();
    for _ in 0..16 {
        let room = room.clone();
        writers.push(tokio::spawn(async move {
            for _ in 0..20 {
                let story = room.draft("en", Group::New).await;
                room.perform(&story, order(StoryAct::Release)).await.unwrap();
            }
        }));
    }
    for writer in writers {
        writer.await.unwrap();
    }
    let mut snapshot = room.publication.db.snapshot().await.unwrap();
    assert_eq!(log::head(&mut snapshot.conn()).await.unwrap(), 320);
    let entries = log::after(&mut snapshot.conn(), 0, 1000, true).await.unwrap();
    let seqs: Vec<i64> = entries.iter().map(|entry| entry.seq).collect();
    assert_eq!(seqs, (1..=320).collect::<Vec<_>>());
}

#[tokio::test]
async fn an_act_given_up_never_was() {
    let room = Newsroom::open().await;
    let story = room.draft("en", Group::New).await;
    let mut act = room.publication.begin(0).await.unwrap();
    let (agency, now) = (act.agency.clone(), act.now);
    let release = order(StoryAct::Release);
    story::perform(&mut act.conn(), &agency, StoryRef::Id(story.id), &release, &editor(), now).await.unwrap();
    drop(act);
    assert_eq!(room.state(&story).await, Release::Never);
    room.perform(&story, release).await.unwrap();
    assert_eq!(room.state(&story).await, Release::Public);
}
