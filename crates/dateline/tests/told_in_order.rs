//! Whoever is answered on a node finds there what stands before the answer in the log, whoever wrote it.

mod newsroom;

use dateline::story::StoryCopy;
use newsroom::TestNewsroom;
use tokio::task::JoinSet;

async fn released_on(node: &TestNewsroom, headline: &str) {
    node.released("en", StoryCopy::new("politics", headline)).await;
}

#[tokio::test]
async fn an_act_is_answered_after_this_node_has_heard_what_others_wrote_before_it() {
    let room = TestNewsroom::open().await;
    let other = room.second_room().await;
    for round in 1..4 {
        released_on(&other, "Elsewhere").await;
        released_on(&room, "Here").await;
        let heard = room.heard.lock().unwrap();
        let mut positions: Vec<i64> = heard.iter().map(|entry| entry.seq).collect();
        positions.sort_unstable();
        positions.dedup();
        assert_eq!(
            positions,
            (1..=2 * round).collect::<Vec<_>>(),
            "nobody follows the log here but the acts"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_lane_is_answered_before_everything_under_its_position_was_heard() {
    let room = std::sync::Arc::new(TestNewsroom::open().await);
    let other = std::sync::Arc::new(room.second_room().await);
    let mut desks = JoinSet::new();
    for number in 0..8 {
        let (room, other) = (room.clone(), other.clone());
        desks.spawn(async move {
            let node = if number % 2 == 0 { &room } else { &other };
            for _ in 0..20 {
                let story = node.draft("en", dateline::story::Group::New).await;
                let order = dateline::story::Order::new(dateline::story::StoryAct::Release);
                let (_, entries) = node.perform(&story, order).await.unwrap();
                let answered = entries.last().unwrap().seq;
                let mut below: Vec<i64> = node.heard.lock().unwrap().iter().map(|entry| entry.seq).collect();
                below.retain(|seq| *seq <= answered);
                below.sort_unstable();
                below.dedup();
                assert_eq!(below, (1..=answered).collect::<Vec<_>>());
            }
        });
    }
    desks.join_all().await;
}
