//! Time acts through the log: embargoes and schedules, once, also when several nodes look.

mod newsroom;

use dateline::ids::StoryRef;
use dateline::story::{self, Embargo, Group, Order, Release, StoryAct, StoryCopy};
use jiff::Timestamp;
use newsroom::{TestNewsroom, editor, order};

fn under_embargo(until: Option<&str>) -> StoryCopy {
    let mut copy = StoryCopy::new("politics", "Budget in figures");
    copy.embargo = Some(Embargo { until: until.map(|at| at.parse().unwrap()), zone: None });
    copy
}

#[tokio::test]
async fn copy_under_embargo_is_two_entries_and_the_first_is_for_trusted_readers() {
    let room = TestNewsroom::open().await;
    let story = room.draft_of("en", Group::New, under_embargo(Some("2026-06-01T09:00:00Z"))).await;
    let (done, entries) = room.perform(&story, Order::new(StoryAct::Release)).await.unwrap();
    assert_eq!(done.release, Release::Advanced);
    assert_eq!((entries[0].act.as_str(), entries[0].trusted), ("advance", true));
    assert!(room.listed("en").await.is_empty());
    room.publication.do_due().await.unwrap();
    assert_eq!(room.state(&story).await, Release::Advanced, "it is not time yet");
    room.publication.clock.advance(3600);
    room.publication.do_due().await.unwrap();
    assert_eq!(room.state(&story).await, Release::Public);
    let log = room.log().await;
    let last = log.last().unwrap();
    assert_eq!((last.act.as_str(), last.version, last.trusted), ("release", Some(1), false));
    assert_eq!(room.listed("en").await, [story.number.get()]);
}

#[tokio::test]
async fn a_correction_under_embargo_stays_with_those_who_have_it() {
    let room = TestNewsroom::open().await;
    let story = room.draft_of("en", Group::New, under_embargo(None)).await;
    room.perform(&story, Order::new(StoryAct::Release)).await.unwrap();
    let (done, entries) = room.perform(&story, order(StoryAct::Correction)).await.unwrap();
    assert_eq!(done.release, Release::Advanced);
    assert!(entries[0].trusted && entries[0].touches.is_empty());
    let (done, entries) = room.perform(&story, Order::new(StoryAct::Release)).await.unwrap();
    assert_eq!((done.release, done.version), (Release::Public, 2));
    assert!(!entries[0].trusted);
}

#[tokio::test]
async fn what_falls_due_is_done_once_by_two_nodes() {
    let room = TestNewsroom::open().await;
    let other = room.second_node().await;
    let mut numbers = Vec::new();
    for _ in 0..20 {
        let story = room.draft("en", Group::New).await;
        let mut act = room.publication.begin(0).await.unwrap();
        let at = "2026-06-01T08:00:01Z".parse::<Timestamp>().unwrap();
        let now = act.now;
        let release = Order::new(StoryAct::Release);
        story::schedule(&mut act.conn(), StoryRef::Id(story.id), &release, at, &editor(), now).await.unwrap();
        act.commit().await.unwrap();
        numbers.push(story.number);
    }
    for node in [&room.publication, &other] {
        node.clock.advance(2);
    }
    let (one, two) = tokio::join!(room.publication.do_due(), other.do_due());
    one.unwrap();
    two.unwrap();
    let released: Vec<_> = room.log().await.into_iter().filter(|e| e.act == "release").collect();
    assert_eq!(released.len(), 20);
    for number in numbers {
        assert_eq!(room.story(number).await.release, Release::Public);
    }
}

#[tokio::test]
async fn a_hold_takes_schedules_back_and_tells_the_desk() {
    let room = TestNewsroom::open().await;
    let story = room.released("en", StoryCopy::new("politics", "Ministers meet")).await;
    let mut act = room.publication.begin(0).await.unwrap();
    let at = "2026-06-01T09:00:00Z".parse::<Timestamp>().unwrap();
    let now = act.now;
    let update = Order::new(StoryAct::Update);
    story::schedule(&mut act.conn(), StoryRef::Id(story.id), &update, at, &editor(), now).await.unwrap();
    act.commit().await.unwrap();
    room.perform(&story, order(StoryAct::Hold)).await.unwrap();
    let mut snapshot = room.publication.db.snapshot().await.unwrap();
    assert_eq!(story::next_due(&mut snapshot.conn(), jiff::Timestamp::MIN).await.unwrap(), None);
    let sql = "SELECT count(*) AS tasks FROM task WHERE kind = 'schedule_cancelled' AND number = $1";
    let row = snapshot.conn().one(sql, [story.number.into()]).await.unwrap();
    assert_eq!(row.get::<i64>("tasks").unwrap(), 1);
}

#[tokio::test]
async fn what_cannot_be_done_is_put_aside_and_holds_up_nothing_behind_it() {
    let room = TestNewsroom::open().await;
    let mut stories = Vec::new();
    for _ in 0..3 {
        let story = room.draft("en", Group::New).await;
        let mut act = room.publication.begin(0).await.unwrap();
        let (at, now) = ("2026-06-01T08:00:01Z".parse::<Timestamp>().unwrap(), act.now);
        let release = Order::new(StoryAct::Release);
        story::schedule(&mut act.conn(), StoryRef::Id(story.id), &release, at, &editor(), now).await.unwrap();
        act.commit().await.unwrap();
        stories.push(story);
    }
    let first = &stories[0];
    let set_payload = async |payload: &str| {
        let mut act = room.publication.begin(0).await.unwrap();
        let values = [payload.into(), first.number.into()];
        act.conn().execute("UPDATE due SET payload = $1 WHERE number = $2", values).await.unwrap();
        act.commit().await.unwrap();
    };
    set_payload("{ no order").await;
    room.publication.clock.advance(1);
    for _ in 0..3 {
        room.publication.do_due().await.expect("the others are done");
        let states = [room.state(first).await, room.state(&stories[1]).await, room.state(&stories[2]).await];
        assert_eq!(states, [Release::Never, Release::Public, Release::Public]);
    }
    set_payload(&serde_json::to_string(&Order::new(StoryAct::Release)).unwrap()).await;
    room.publication.do_due().await.unwrap();
    assert_eq!(room.state(first).await, Release::Never, "it has failed once, and rests");
    room.publication.clock.advance(1);
    room.publication.do_due().await.unwrap();
    assert_eq!(room.state(first).await, Release::Public, "it is kept, and tried again");
}
