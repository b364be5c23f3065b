//! Every act of the wire, from order to log entry.

mod newsroom;

use std::sync::Arc;

use dateline::correction::{self, TaskKind};
use dateline::ids::StoryRef;
use dateline::people::Actor;
use dateline::publication::log;
use dateline::story::{
    self, Done, Group, Languages, Lifting, Order, Release, Stage, Story, StoryAct, StoryCopy, StoryError,
};
use newsroom::{TestNewsroom, editor, order, second_editor};

/// Brings a fresh story into a state.
async fn in_state(room: &TestNewsroom, release: Release) -> Story {
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
    let room = TestNewsroom::open().await;
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
    let room = TestNewsroom::open().await;
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
    let room = TestNewsroom::open().await;
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
    let room = TestNewsroom::open().await;
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
    let room = Arc::new(TestNewsroom::open().await);
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
    let room = TestNewsroom::open().await;
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

/// What each version of a story said, its act first.
async fn said(room: &TestNewsroom, story: &Story) -> Vec<(StoryAct, String)> {
    let mut snapshot = room.publication.db.snapshot().await.unwrap();
    let all = story::versions(&mut snapshot.conn(), story.number).await.unwrap();
    all.into_iter().map(|version| (version.act, version.content.unwrap().headline)).collect()
}

#[tokio::test]
async fn a_lift_brings_the_story_back_as_it_was_or_corrected() {
    let room = TestNewsroom::open().await;
    let story = room.released("en", StoryCopy::new("politics", "Harbour opens at noon")).await;
    let hold = Order { languages: Some(Languages::This), ..order(StoryAct::Hold) };
    let lift = |lifting| Order { lifting: Some(lifting), ..Order::new(StoryAct::Lift) };
    room.perform(&story, hold.clone()).await.unwrap();
    room.save(&story, StoryCopy::new("politics", "Harbour opens at two")).await;
    room.perform(&story, lift(Lifting::AsItWas)).await.unwrap();
    let back = room.story(story.number).await;
    assert_eq!((back.release, back.version, back.stage), (Release::Public, 3, Stage::Draft));
    assert_eq!(back.copy.headline, "Harbour opens at two", "what the desk wrote stays with the desk");
    assert_eq!(said(&room, &story).await[2], (StoryAct::Lift, "Harbour opens at noon".to_owned()));

    room.perform(&story, hold).await.unwrap();
    let silent = room.perform(&story, lift(Lifting::Corrected)).await.unwrap_err();
    assert!(matches!(silent, StoryError::NoteMissing { .. }), "a correction says what was wrong: {silent}");
    let note = Some("Headline: two, not noon".to_owned());
    room.perform(&story, Order { editor_note: note, ..lift(Lifting::Corrected) }).await.unwrap();
    assert_eq!(said(&room, &story).await[4], (StoryAct::Lift, "Harbour opens at two".to_owned()));
    let mut snapshot = room.publication.db.snapshot().await.unwrap();
    let notes = correction::of_story(&mut snapshot.conn(), story.number).await.unwrap();
    assert_eq!(notes[0].note, "Headline: two, not noon");
}

async fn drop_request(room: &TestNewsroom, story: &Story) -> Result<Done, StoryError> {
    let target = StoryRef::Id(story.id);
    let mut act = room.publication.begin(room.publication.lane_of(target).await?).await?;
    let (agency, now) = (act.agency.clone(), act.now);
    let done = story::drop_request(&mut act.conn(), &agency, target, None, &editor(), now).await?;
    act.record_all(done.changes.clone());
    act.commit().await?;
    Ok(done)
}

#[tokio::test]
async fn a_request_taken_back_lifts_what_it_held_and_nothing_else() {
    let room = TestNewsroom::open().await;
    let english = room.released("en", StoryCopy::new("politics", "Ministers meet")).await;
    let azerbaijani = room.draft("az", Group::Of(english.group)).await;
    room.perform(&azerbaijani, order(StoryAct::Release)).await.unwrap();
    let hold = Order { languages: Some(Languages::This), ..order(StoryAct::Hold) };
    room.perform(&azerbaijani, hold).await.unwrap();
    room.publication.clock.advance(60);
    room.perform(&english, order(StoryAct::Kill)).await.unwrap();
    assert_eq!(room.state(&english).await, Release::Held);
    drop_request(&room, &english).await.unwrap();
    assert_eq!(room.state(&english).await, Release::Public);
    assert_eq!(room.state(&azerbaijani).await, Release::Held, "it was on hold before");
    assert_eq!(room.story(azerbaijani.number).await.pending, None);
    assert!(matches!(drop_request(&room, &english).await, Err(StoryError::NothingPending(_))));
    let late = room.confirm(&english, StoryAct::Kill, &second_editor()).await.unwrap_err();
    assert!(matches!(late, StoryError::NothingPending(_)), "{late}");
}

#[tokio::test]
async fn a_language_lifted_meanwhile_is_not_killed_with_the_others() {
    let room = TestNewsroom::open().await;
    let english = room.released("en", StoryCopy::new("politics", "Ministers meet")).await;
    let azerbaijani = room.draft("az", Group::Of(english.group)).await;
    room.perform(&azerbaijani, order(StoryAct::Release)).await.unwrap();
    room.perform(&english, order(StoryAct::Kill)).await.unwrap();
    room.perform(&azerbaijani, Order::new(StoryAct::Lift)).await.unwrap();
    room.confirm(&english, StoryAct::Kill, &second_editor()).await.unwrap();
    assert_eq!(room.state(&english).await, Release::Killed);
    assert_eq!(room.state(&azerbaijani).await, Release::Public);
}

#[tokio::test]
async fn whoever_asked_confirms_alone_after_half_an_hour_and_never_by_a_token() {
    let room = TestNewsroom::open().await;
    let story = room.released("en", StoryCopy::new("politics", "Ministers meet")).await;
    room.perform(&story, order(StoryAct::Kill)).await.unwrap();
    let person = Actor { by_token: false, ..editor() };
    let early = room.confirm(&story, StoryAct::Kill, &person).await.unwrap_err();
    assert!(matches!(early, StoryError::SamePerson), "{early}");
    room.publication.clock.advance(31 * 60);
    let token = room.confirm(&story, StoryAct::Kill, &editor()).await.unwrap_err();
    assert!(matches!(token, StoryError::SamePerson), "{token}");
    room.confirm(&story, StoryAct::Kill, &person).await.unwrap();
    assert_eq!(room.state(&story).await, Release::Killed);
    let mut snapshot = room.publication.db.snapshot().await.unwrap();
    let tasks = correction::open_tasks(&mut snapshot.conn(), 10).await.unwrap();
    assert_eq!(tasks[0].kind, TaskKind::ConfirmedAlone, "it is reported");
}

#[tokio::test]
async fn a_correction_leaves_each_translation_as_a_task_until_it_is_answered() {
    let room = TestNewsroom::open().await;
    let english = room.released("en", StoryCopy::new("politics", "Ministers meet")).await;
    let azerbaijani = room.draft("az", Group::Of(english.group)).await;
    room.perform(&azerbaijani, order(StoryAct::Release)).await.unwrap();
    room.perform(&english, order(StoryAct::Correction)).await.unwrap();
    let open = async || {
        let mut snapshot = room.publication.db.snapshot().await.unwrap();
        correction::open_tasks(&mut snapshot.conn(), 10).await.unwrap()
    };
    let tasks = open().await;
    assert_eq!((tasks.len(), tasks[0].number), (1, azerbaijani.number));
    assert_eq!(tasks[0].behind().unwrap().original, english.number.get());
    room.perform(&azerbaijani, order(StoryAct::Correction)).await.unwrap();
    assert_eq!(open().await, [], "answered, and the original is not asked by its own translation");
}
