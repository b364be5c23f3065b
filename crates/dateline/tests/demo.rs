//! The demo newsroom: what it holds once it is loaded.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use dateline::blob::BlobStore;
use dateline::db::Db;
use dateline::demo;
use dateline::edition::{AgencyCell, apply};
use dateline::publication::log;

/// What the demo prints on its way to serving, and the process.
fn start(folder: &std::path::Path) -> (Vec<String>, Child) {
    let mut demo = Command::new(env!("CARGO_BIN_EXE_dateline"));
    // Nothing of whoever runs this: not even a home.
    demo.env_clear().args(["demo", "--listen", "127.0.0.1:0", "--data"]).arg(folder);
    let mut demo = demo.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut said = Vec::new();
    for line in BufReader::new(demo.stdout.take().unwrap()).lines() {
        said.push(line.unwrap());
        if said.last().is_some_and(|line| line.starts_with("sign in as ")) {
            break;
        }
    }
    (said, demo)
}

#[test]
fn the_demo_says_where_it_is_and_a_second_run_keeps_its_data() {
    let folder = tempfile::tempdir().unwrap();
    let (first, mut demo) = start(&folder.path().join("demo"));
    let port = first.iter().find_map(|line| line.strip_prefix("serving on http://127.0.0.1:")).unwrap();
    let places = first.iter().find(|line| line.starts_with("open ")).unwrap();
    assert!(places.contains(&format!("http://localhost:{port}/newsroom")), "{first:?}");
    demo.kill().unwrap();
    demo.wait().unwrap();
    assert!(
        first.iter().any(|line| line == "378 stories, 24 pictures, 36 acts, 25 stories in hand"),
        "{first:?}"
    );
    let (second, mut demo) = start(&folder.path().join("demo"));
    demo.kill().unwrap();
    demo.wait().unwrap();
    assert!(!second.iter().any(|line| line.contains("378 stories")), "{second:?}");
    assert_eq!(first.last(), second.last(), "the password stays");
}

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
    let loaded = demo::load(&db, &blobs, now, None).await.unwrap().unwrap();
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
    let stages = "SELECT count(*) AS open FROM story WHERE desk = 'politics' AND stage LIKE $1";
    for (stage, least) in [("%draft%", 3), ("%submitted%", 2), ("%approved%", 1), ("%spiked%", 1)] {
        let open: i64 = snapshot.conn().one(stages, [stage.into()]).await.unwrap().get("open").unwrap();
        assert!(open >= least, "{open} stories of the politics desk are {stage}");
    }
    drop(snapshot);
    assert_eq!(demo::load(&db, &blobs, now, None).await.unwrap(), None);
}
