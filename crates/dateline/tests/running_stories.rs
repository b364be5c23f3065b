//! Running stories: the newest stands for them in lists, older pages point on.

mod newsroom;

use dateline::story::{Order, Story, StoryAct, StoryCopy};
use newsroom::{TestNewsroom, order};

async fn run_of_three(room: &TestNewsroom) -> [Story; 3] {
    let first = room.released("en", StoryCopy::new("politics", "Parliament votes")).await;
    let mut copy = StoryCopy::new("politics", "Parliament approves government");
    copy.follows = Some(first.number.get());
    let second = room.released("en", copy.clone()).await;
    copy.headline = "Ministers sworn in".into();
    copy.follows = Some(second.number.get());
    let third = room.released("en", copy).await;
    [first, second, third]
}

async fn continued_by(room: &TestNewsroom, story: &Story) -> Option<i64> {
    let mut snapshot = room.publication.db.snapshot().await.unwrap();
    let sql = "SELECT continued_by FROM released WHERE number = $1";
    snapshot.conn().one(sql, [story.number.into()]).await.unwrap().get("continued_by").unwrap()
}

#[tokio::test]
async fn the_newest_stands_for_its_run_and_older_ones_point_to_it() {
    let room = TestNewsroom::open().await;
    let [first, second, third] = run_of_three(&room).await;
    assert_eq!(room.listed("en").await, [third.number.get()]);
    for older in [&first, &second] {
        assert_eq!(continued_by(&room, older).await, Some(third.number.get()));
    }
}

#[tokio::test]
async fn an_update_in_the_middle_of_a_run_leaves_the_newest_in_its_place() {
    let room = TestNewsroom::open().await;
    let [first, second, third] = run_of_three(&room).await;
    room.perform(&second, Order::new(StoryAct::Update)).await.unwrap();
    assert_eq!(room.listed("en").await, [third.number.get()]);
    assert_eq!(continued_by(&room, &first).await, Some(third.number.get()));
}

#[tokio::test]
async fn when_the_newest_is_withdrawn_the_newest_public_one_before_it_stands_again() {
    let room = TestNewsroom::open().await;
    let [first, second, third] = run_of_three(&room).await;
    room.perform(&second, order(StoryAct::Hold)).await.unwrap();
    room.perform(&third, order(StoryAct::Hold)).await.unwrap();
    assert_eq!(room.listed("en").await, [first.number.get()]);
    assert_eq!(continued_by(&room, &first).await, None);
    room.perform(&third, order(StoryAct::Lift)).await.unwrap();
    assert_eq!(room.listed("en").await, [third.number.get()]);
}
