//! Fronts arranged by their editors: what is refused, what the log says, and how a pin ends.

mod newsroom;

use dateline::front::{self, Arrangement, FrontError, Pin, Wanted};
use dateline::ids::StoryNumber;
use dateline::lang::Language;
use dateline::people::{Actor, Right, Rights};
use dateline::publication::{Entry, EntryKind, Publication, arrange_front};
use dateline::story::{Group, Order, Story, StoryAct, StoryCopy};
use newsroom::{TestNewsroom, editor, order};

fn pin(story: &Story) -> Pin {
    Pin { number: story.number, until: None }
}

fn until(story: &Story, at: &str) -> Pin {
    Pin { number: story.number, until: Some(at.parse().unwrap()) }
}

fn wanted(lead: Option<Pin>, pinned: &[Pin]) -> Wanted {
    Wanted { lead, pinned: pinned.to_vec() }
}

async fn arrange_as(
    publication: &Publication,
    actor: &Actor,
    language: &str,
    wanted: Wanted,
    expected: i64,
) -> Result<(Arrangement, Vec<Entry>), FrontError> {
    let mut act = publication.begin(0).await?;
    let language = Language::parse(language).unwrap();
    let arrangement = arrange_front(&mut act, actor, language, wanted, expected).await?;
    Ok((arrangement, act.commit().await?))
}

async fn arrange(
    room: &TestNewsroom,
    wanted: Wanted,
    expected: i64,
) -> Result<(Arrangement, Vec<Entry>), FrontError> {
    arrange_as(&room.publication, &editor(), "en", wanted, expected).await
}

async fn arrangement(room: &TestNewsroom) -> Arrangement {
    let mut snapshot = room.publication.db.snapshot().await.unwrap();
    front::arrangement(&mut snapshot.conn(), Language::ENGLISH).await.unwrap()
}

#[tokio::test]
async fn a_front_arranged_is_one_entry_and_as_it_was_none() {
    let room = TestNewsroom::open().await;
    let one = room.released("en", StoryCopy::new("politics", "One")).await;
    let two = room.released("en", StoryCopy::new("economy", "Two")).await;
    let chosen = wanted(Some(pin(&one)), &[pin(&two)]);
    let (arranged, entries) = arrange(&room, chosen.clone(), 0).await.unwrap();
    assert_eq!((arranged.revision, arranged.lead, arranged.pinned.len()), (1, Some(pin(&one)), 1));
    let [entry] = &entries[..] else { panic!("{entries:?}") };
    assert_eq!((entry.kind, entry.act.as_str(), entry.subject.as_str()), (EntryKind::Front, "arrange", "en"));
    assert_eq!((entry.language, entry.version), (Some(Language::ENGLISH), Some(1)));
    assert_eq!(entry.hash.as_deref(), Some(arranged.hash().as_str()));
    assert_eq!(entry.touches, ["front:en"]);
    let (again, entries) = arrange(&room, chosen, 1).await.unwrap();
    assert_eq!((again, entries), (arranged, vec![]));
}

#[tokio::test]
async fn only_public_stories_of_the_edition_stand_on_a_front_each_once() {
    let room = TestNewsroom::open().await;
    let here = room.released("en", StoryCopy::new("politics", "Here")).await;
    let elsewhere = room.released("az", StoryCopy::new("politics", "Burada")).await;
    let draft = room.draft("en", Group::New).await;
    let held = room.released("en", StoryCopy::new("politics", "Held")).await;
    room.perform(&held, order(StoryAct::Hold)).await.unwrap();
    let nobody = Pin { number: StoryNumber::new(4711).unwrap(), until: None };
    for pin in [pin(&draft), pin(&held), nobody] {
        let refused = arrange(&room, wanted(Some(pin), &[]), 0).await;
        assert!(matches!(refused, Err(FrontError::NotPublic(number)) if number == pin.number), "{refused:?}");
    }
    let refused = arrange(&room, wanted(None, &[pin(&elsewhere)]), 0).await;
    assert!(matches!(refused, Err(FrontError::OtherEdition { .. })), "{refused:?}");
    let refused = arrange(&room, wanted(Some(pin(&here)), &[pin(&here)]), 0).await;
    assert!(matches!(refused, Err(FrontError::Twice(number)) if number == here.number), "{refused:?}");
    let refused = arrange(&room, wanted(None, &[pin(&here); 13]), 0).await;
    assert!(matches!(refused, Err(FrontError::TooMany(13))), "{refused:?}");
    let past = until(&here, "2026-06-01T08:00:00Z");
    let refused = arrange(&room, wanted(Some(past), &[]), 0).await;
    assert!(matches!(refused, Err(FrontError::BadEnd { .. })), "{refused:?}");
    let refused = arrange_as(&room.publication, &editor(), "ru", wanted(None, &[]), 0).await;
    assert!(matches!(refused, Err(FrontError::NoEdition(_))), "{refused:?}");
    assert_eq!(arrangement(&room).await, Arrangement::default());
}

#[tokio::test]
async fn arranging_needs_its_right_and_the_newest_revision() {
    let room = TestNewsroom::open().await;
    let story = room.released("en", StoryCopy::new("politics", "One")).await;
    let reporter =
        Actor::token(editor().person.unwrap(), [Right::StoriesRelease].into_iter().collect::<Rights>());
    let chosen = wanted(Some(pin(&story)), &[]);
    let refused = arrange_as(&room.publication, &reporter, "en", chosen.clone(), 0).await;
    assert!(matches!(refused, Err(FrontError::Refused(_))), "{refused:?}");
    arrange(&room, chosen, 0).await.unwrap();
    let refused = arrange(&room, wanted(None, &[]), 0).await;
    assert!(matches!(refused, Err(FrontError::Changed { expected: 0, found: 1 })), "{refused:?}");
    assert_eq!(arrange(&room, wanted(None, &[]), 1).await.unwrap().0.revision, 2);
}

#[tokio::test]
async fn a_pin_ends_once_at_its_instant_on_any_number_of_nodes() {
    let room = TestNewsroom::open().await;
    let lead = room.released("en", StoryCopy::new("politics", "Lead")).await;
    let brief = room.released("en", StoryCopy::new("economy", "Brief")).await;
    let stays = room.released("en", StoryCopy::new("economy", "Stays")).await;
    let ends = until(&lead, "2026-06-01T10:00:00Z");
    let pins = [until(&brief, "2026-06-01T09:00:00Z"), pin(&stays)];
    arrange(&room, wanted(Some(ends), &pins), 0).await.unwrap();
    let other = room.second_node().await;
    let before = room.log().await.len();
    for (instant, entries, left) in
        [("08:59:59", 0, 3), ("09:00:00", 1, 2), ("09:30:00", 1, 2), ("10:00:01", 2, 1), ("11:00:00", 2, 1)]
    {
        for node in [&room.publication, &other] {
            node.clock.set(format!("2026-06-01T{instant}Z").parse().unwrap());
        }
        let (one, two) = tokio::join!(room.publication.do_due(), other.do_due());
        one.and(two).unwrap();
        assert_eq!(room.log().await.len() - before, entries, "at {instant}");
        assert_eq!(arrangement(&room).await.pins().count(), left, "at {instant}");
    }
    let log = room.log().await;
    let last = log.last().unwrap();
    assert_eq!((last.kind, last.act.as_str(), last.version), (EntryKind::Front, "end_pin", Some(3)));
    assert_eq!(last.touches, ["front:en"]);
    assert_eq!(arrangement(&room).await.pinned, [pin(&stays)]);
}

#[tokio::test]
async fn a_front_arranged_anew_forgets_the_ends_it_had() {
    let room = TestNewsroom::open().await;
    let story = room.released("en", StoryCopy::new("politics", "One")).await;
    let ends = until(&story, "2026-06-01T09:00:00Z");
    arrange(&room, wanted(Some(ends), &[]), 0).await.unwrap();
    arrange(&room, wanted(Some(pin(&story)), &[]), 1).await.unwrap();
    room.publication.clock.set("2026-06-01T12:00:00Z".parse().unwrap());
    room.publication.do_due().await.unwrap();
    assert_eq!(arrangement(&room).await.lead, Some(pin(&story)));
}

#[tokio::test]
async fn a_hold_does_not_lose_the_end_of_a_pin() {
    let room = TestNewsroom::open().await;
    let story = room.released("en", StoryCopy::new("politics", "One")).await;
    let ends = until(&story, "2026-06-01T09:00:00Z");
    arrange(&room, wanted(Some(ends), &[]), 0).await.unwrap();
    room.perform(&story, order(StoryAct::Hold)).await.unwrap();
    room.perform(&story, Order { editor_note: Some("Checked".into()), ..Order::new(StoryAct::Lift) })
        .await
        .unwrap();
    room.publication.clock.set("2026-06-01T09:00:00Z".parse().unwrap());
    room.publication.do_due().await.unwrap();
    assert_eq!(arrangement(&room).await.lead, None);
}
