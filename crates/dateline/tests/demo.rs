//! The demo newsroom: what it holds once it is loaded.

use dateline::blob::BlobStore;
use dateline::db::Db;
use dateline::demo;
use dateline::edition::{AgencyCell, apply};
use dateline::publication::log;

#[tokio::test]
async fn the_demo_is_a_newsroom_with_a_past() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open("sqlite:dateline.db", folder.path()).await.unwrap();
    let blobs = BlobStore::in_folder(&folder.path().join("media")).unwrap();
    let publication = dateline::publication::Publication::new(
        db.clone(),
        dateline::clock::Clock::System,
        AgencyCell::default(),
        std::sync::Arc::new(|_| {}),
    )
    .await
    .unwrap();
    let mut act = publication.begin(0).await.unwrap();
    apply(&mut act.conn(), &demo::agency().unwrap()).await.unwrap();
    act.commit().await.unwrap();
    let now = dateline::clock::Clock::System.now();
    let loaded = demo::load(&db, &blobs, now).await.unwrap().unwrap();
    assert_eq!((loaded.stories, loaded.pictures, loaded.acts), (378, 24, 36));
    let mut snapshot = db.snapshot().await.unwrap();
    let entries = log::after(&mut snapshot.conn(), 0, 10_000, true).await.unwrap();
    let acts = |act: &str| entries.iter().filter(|entry| entry.act == act).count();
    assert_eq!(
        [acts("release"), acts("update"), acts("correction"), acts("refile"), acts("hold"), acts("kill")],
        [378, 9, 9, 9, 9, 9]
    );
    assert!(entries.iter().all(|entry| entry.at <= now));
    let rows = snapshot
        .conn()
        .all(
            "SELECT language, count(*) AS stories FROM released WHERE state = 'public' GROUP BY language",
            [],
        )
        .await
        .unwrap();
    assert_eq!(rows.len(), 9);
    assert!(rows.iter().all(|row| row.get::<i64>("stories").unwrap() == 41));
    drop(snapshot);
    assert_eq!(demo::load(&db, &blobs, now).await.unwrap(), None);
}
