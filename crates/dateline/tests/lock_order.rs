//! Acts that write several pages take them in one order, so that no two wait for each other: on PostgreSQL, where
//! acts run beside each other.

mod newsroom;

use std::time::Duration;

use dateline::blob::BlobStore;
use dateline::db::Engine;
use dateline::ids::MediaId;
use dateline::media::{self, Darkroom, Format, Media, NewMedia};
use dateline::publication::Develop;
use dateline::story::{Group, MediaUse, Order, Story, StoryAct, StoryCopy};
use image::{ImageFormat, Rgb, RgbImage};
use newsroom::{TestNewsroom, editor, order, second_editor};
use sqlx::{Connection, PgConnection};

/// A newsroom on PostgreSQL in which whoever writes a page rests with it; `None` where there is none to try it on.
async fn slow_pages() -> Option<TestNewsroom> {
    let room = TestNewsroom::open().await;
    (room.publication.db.engine() == Engine::Postgres).then_some(())?;
    let mut own = PgConnection::connect(&room.url).await.unwrap();
    sqlx::raw_sql(
        "CREATE FUNCTION rest() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.2); RETURN NULL; END $$; \
         CREATE TRIGGER rest AFTER UPDATE ON released FOR EACH ROW EXECUTE FUNCTION rest();",
    )
    .execute(&mut own)
    .await
    .unwrap();
    Some(room)
}

async fn picture(room: &TestNewsroom) -> Media {
    let blobs = BlobStore::open("file:media", room.folder.path()).unwrap();
    let mut bytes = std::io::Cursor::new(Vec::new());
    RgbImage::from_pixel(40, 30, Rgb([9, 90, 200])).write_to(&mut bytes, ImageFormat::Png).unwrap();
    let id = MediaId::new();
    let taken = media::take_in(&blobs, bytes.into_inner().into(), id.0.as_bytes()).await.unwrap();
    let mut act = room.publication.begin(0).await.unwrap();
    let now = act.now;
    let new = NewMedia { id, taken, name: "sea.png".into(), focal: None, expires_at: None };
    let media = media::add(&mut act.conn(), new, &editor(), now).await.unwrap();
    act.commit().await.unwrap();
    media
}

fn copy(media: &Media, follows: Option<&Story>) -> StoryCopy {
    let mut copy = StoryCopy::new("politics", "Ministers meet");
    copy.media = vec![MediaUse { media: media.id, alt: None, caption: None, credit: None }];
    copy.follows = follows.map(|story| story.number.get());
    copy
}

async fn released(room: &TestNewsroom, language: &str, group: Group, copy: StoryCopy) -> Story {
    let story = room.draft_of(language, group, copy).await;
    room.perform(&story, Order::new(StoryAct::Release)).await.unwrap();
    story
}

/// Renditions are made, which every page of the picture's says.
async fn make_renditions(room: &TestNewsroom, media: &Media) {
    let blobs = BlobStore::open("file:media", room.folder.path()).unwrap();
    let job = Develop { media: media.id, again: true };
    for _ in 0..2 {
        room.publication
            .develop(&Darkroom::new(blobs.clone(), 1), job, &[Format::Jpeg])
            .await
            .expect("no deadlock");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_redaction_of_every_language_and_renditions_that_come_do_not_wait_for_each_other() {
    let Some(room) = slow_pages().await else { return };
    let media = picture(&room).await;
    let first = released(&room, "en", Group::New, copy(&media, None)).await;
    let second = released(&room, "az", Group::Of(first.group), copy(&media, None)).await;
    let redact = Order { languages: Some(dateline::story::Languages::All), ..order(StoryAct::Redact) };
    room.perform(&second, redact).await.unwrap();
    let other = room.second_room().await;
    let redaction = async {
        // The renditions have the page of the first story by now.
        tokio::time::sleep(Duration::from_millis(100)).await;
        other.confirm(&second, StoryAct::Redact, &second_editor()).await
    };
    let (redacted, ()) = tokio::join!(redaction, make_renditions(&room, &media));
    redacted.expect("no deadlock");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_running_story_that_stops_and_renditions_that_come_do_not_wait_for_each_other() {
    let Some(room) = slow_pages().await else { return };
    let media = picture(&room).await;
    let older = released(&room, "en", Group::New, copy(&media, None)).await;
    let newer = released(&room, "en", Group::New, copy(&media, Some(&older))).await;
    let other = room.second_room().await;
    let stopping = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        other.perform(&newer, order(StoryAct::Hold)).await
    };
    let (stopped, ()) = tokio::join!(stopping, make_renditions(&room, &media));
    stopped.expect("no deadlock");
}
