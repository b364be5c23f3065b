//! A backup made while people work, and an installation made from it.

mod newsroom;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use dateline::backup;
use dateline::blob::BlobStore;
use dateline::db::Db;
use dateline::publication::log;
use dateline::story::{Order, StoryAct, StoryCopy};
use newsroom::{TestNewsroom, order};

/// Everything the log and the versions say, as text to compare.
async fn told(db: &Db, up_to: i64) -> Vec<String> {
    let mut snapshot = db.snapshot().await.unwrap();
    let entries = log::after(&mut snapshot.conn(), 0, 1_000_000, true).await.unwrap();
    entries.iter().filter(|entry| entry.seq <= up_to).map(|entry| format!("{entry:?}")).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_restored_is_what_was_there_at_one_position_of_the_log() {
    let room = Arc::new(TestNewsroom::open().await);
    let folder = room.folder.path().to_path_buf();
    std::fs::create_dir_all(folder.join("keys")).unwrap();
    std::fs::write(folder.join("keys/installation.key"), "secret").unwrap();
    let blobs = BlobStore::open("file:media", &folder).unwrap();
    let picture = blobs.put(Bytes::from_static(b"the bytes of a picture")).await.unwrap();
    for n in 0..12 {
        let story = room.released("en", StoryCopy::new("politics", format!("Story {n}"))).await;
        room.perform(&story, order(StoryAct::Correction)).await.unwrap();
    }
    let stop = Arc::new(AtomicBool::new(false));
    let writer = tokio::spawn({
        let (room, stop) = (room.clone(), stop.clone());
        async move {
            while !stop.load(Ordering::SeqCst) {
                let story = room.released("en", StoryCopy::new("economy", "While the backup runs")).await;
                room.perform(&story, Order::new(StoryAct::Update)).await.unwrap();
            }
        }
    });
    let archive = folder.join("backup.tar.zst");
    let now = room.publication.clock.now();
    let kept = backup::write(&room.publication.db, &blobs, &folder, &archive, now).await.unwrap();
    stop.store(true, Ordering::SeqCst);
    writer.await.unwrap();
    assert!(kept.head >= 24);

    let place = tempfile::tempdir().unwrap();
    backup::unpack_files(&archive, place.path()).unwrap();
    assert_eq!(std::fs::read_to_string(place.path().join("keys/installation.key")).unwrap(), "secret");
    let again = backup::unpack_files(&archive, place.path());
    assert!(matches!(again, Err(backup::BackupError::HoldsData(_))), "a folder that holds data is refused");
    let url = newsroom::fresh_url().await;
    let db = Db::open(&url, place.path()).await.unwrap();
    let store = BlobStore::open("file:media", place.path()).unwrap();
    let restored = backup::restore(&archive, &db, &store).await.unwrap();
    assert_eq!((restored.rows, restored.head, restored.media), (kept.rows, kept.head, 1));
    assert_eq!(store.get_proved(&picture).await.unwrap().as_ref(), b"the bytes of a picture");
    assert_eq!(told(&db, kept.head).await, told(&room.publication.db, kept.head).await);
    let twice = backup::restore(&archive, &db, &store).await;
    assert!(matches!(twice, Err(backup::BackupError::HoldsData(_))), "a database that holds data is refused");
}

#[tokio::test]
async fn a_damaged_archive_is_refused_and_leaves_the_database_empty() {
    let room = TestNewsroom::open().await;
    room.released("en", StoryCopy::new("politics", "Ministers meet")).await;
    let folder = room.folder.path().to_path_buf();
    let blobs = BlobStore::open("file:media", &folder).unwrap();
    let archive = folder.join("backup.tar.zst");
    let now = room.publication.clock.now();
    backup::write(&room.publication.db, &blobs, &folder, &archive, now).await.unwrap();
    let whole = zstd::decode_all(std::fs::File::open(&archive).unwrap()).unwrap();
    let text = String::from_utf8_lossy(&whole).into_owned();
    let at = text.find("Ministers meet").unwrap();
    let mut damaged = whole.clone();
    damaged[at] = b'X';
    for (name, bytes) in [("damaged", damaged), ("cut", whole[..whole.len() / 2].to_vec())] {
        let file = folder.join(name);
        std::fs::write(&file, zstd::encode_all(bytes.as_slice(), 1).unwrap()).unwrap();
        let place = tempfile::tempdir().unwrap();
        let db = Db::open(&newsroom::fresh_url().await, place.path()).await.unwrap();
        let store = BlobStore::open("file:media", place.path()).unwrap();
        let refused = backup::restore(&file, &db, &store).await;
        assert!(refused.is_err(), "{name}");
        let mut snapshot = db.snapshot().await.unwrap();
        assert_eq!(log::head(&mut snapshot.conn()).await.unwrap(), 0, "{name}");
    }
}
