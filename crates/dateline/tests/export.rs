//! What is written out can be read again, and a mirror follows the site.

mod newsroom;

use std::path::Path;
use std::sync::Arc;

use dateline::blob::BlobStore;
use dateline::clock::Clock;
use dateline::edition::{AgencyCell, AgencyDescription, apply, describe};
use dateline::export::{export_copy, export_site};
use dateline::import::{ImportOptions, Listener, Place, Progress, import};
use dateline::site::{Site, Theme};
use dateline::story::{Group, Order, StoryAct, StoryCopy};
use newsroom::{TestNewsroom, order};
use story_body::Body;

struct Nobody;

impl Listener for Nobody {
    fn refused(&mut self, at: &Place, reason: &str) {
        panic!("{at}: {reason}");
    }
    fn noted(&mut self, at: &Place, note: &str) {
        panic!("{at}: {note}");
    }
    fn unusable(&mut self, shown: &str, reason: &str) {
        panic!("{shown}: {reason}");
    }
}

fn copy(headline: &str) -> StoryCopy {
    let body = Body::from_html("<p>Words with <strong>weight</strong>.</p><ul><li>one</li></ul>").body;
    StoryCopy { body, keywords: vec!["a".into()], ..StoryCopy::new("politics", headline) }
}

async fn a_newsroom_with_a_past() -> TestNewsroom {
    let room = TestNewsroom::open().await;
    let first = room.released("en", copy("First")).await;
    room.perform(&first, order(StoryAct::Correction)).await.unwrap();
    let original = dateline::story::Group::Of(first.group);
    let translated = StoryCopy { translation_of: Some(first.number.get()), ..copy("Birinci") };
    let translated = room.draft_of("az", original, translated).await;
    room.perform(&translated, Order::new(StoryAct::Release)).await.unwrap();
    room.released("en", StoryCopy { follows: Some(first.number.get()), ..copy("Second") }).await;
    room.draft("en", Group::New).await;
    let killed = room.released("en", copy("Wrong")).await;
    room.perform(&killed, order(StoryAct::Kill)).await.unwrap();
    room.confirm(&killed, StoryAct::Kill, &newsroom::second_editor()).await.unwrap();
    room
}

async fn released(room: &TestNewsroom) -> Vec<[String; 5]> {
    let mut snapshot = room.publication.db.snapshot().await.unwrap();
    let rows = snapshot
        .conn()
        .all(
            "SELECT r.number, r.language, r.slug, r.state, r.version, v.hash FROM released r \
             JOIN version v ON v.number = r.number AND v.version = r.version ORDER BY r.number",
            [],
        )
        .await
        .unwrap();
    rows.iter()
        .map(|row| {
            let state: String = row.get("state").unwrap();
            // Of a killed story only what the public sees is written out.
            let hash = if state == "public" { row.get("hash").unwrap() } else { String::new() };
            let number: i64 = row.get("number").unwrap();
            let version: i64 = row.get("version").unwrap();
            let mut of = [(); 5].map(|()| String::new());
            of[0] = format!("{number}/{version}");
            of[1] = row.get("language").unwrap();
            of[2] = row.get("slug").unwrap();
            of[3] = state;
            of[4] = hash;
            of
        })
        .collect()
}

async fn bring(room: &TestNewsroom, folder: &Path) -> [u64; 4] {
    let paths = [folder.to_path_buf()];
    let progress = Arc::new(Progress::default());
    let summary =
        import(&room.publication, &paths, ImportOptions::default(), progress, &mut Nobody).await.unwrap();
    [summary.imported, summary.updated, summary.unchanged, summary.refused]
}

#[tokio::test]
async fn exported_copy_imported_elsewhere_is_the_same() {
    let room = a_newsroom_with_a_past().await;
    let folder = tempfile::tempdir().unwrap();
    let blobs = BlobStore::in_folder(&folder.path().join("blobs")).unwrap();
    let out = folder.path().join("out");
    let exported = export_copy(&room.publication.db, &blobs, &out).await.unwrap();
    assert_eq!(exported.stories, 4);
    let elsewhere = TestNewsroom::open().await;
    assert_eq!(bring(&elsewhere, &out).await, [4, 0, 0, 0]);
    assert_eq!(released(&elsewhere).await, released(&room).await);
    assert_eq!(bring(&elsewhere, &out).await, [0, 0, 4, 0]);
    // Where it came from, it is known too.
    assert_eq!(bring(&room, &out).await, [0, 0, 4, 0]);
}

#[tokio::test]
async fn the_description_written_out_is_the_one_applied() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/testdata/agency/azertac.toml");
    let own = include_str!("../../../fixtures/demo/agency.toml").to_owned();
    for text in std::fs::read_to_string(samples).into_iter().chain([own]) {
        let mut applied = AgencyDescription::parse(&text).unwrap();
        let room = TestNewsroom::empty().await;
        let mut act = room.publication.begin(0).await.unwrap();
        apply(&mut act.conn(), &applied).await.unwrap();
        act.commit().await.unwrap();
        let mut snapshot = room.publication.db.snapshot().await.unwrap();
        let written = describe(&mut snapshot.conn()).await.unwrap().to_toml().unwrap();
        for section in &mut applied.sections {
            section.parent = section.parent.take().filter(|parent| !parent.is_empty());
        }
        assert_eq!(AgencyDescription::parse(&written).unwrap(), applied);
    }
}

#[tokio::test]
async fn a_mirror_has_every_page_and_then_only_writes_what_changed() {
    let room = a_newsroom_with_a_past().await;
    let folder = tempfile::tempdir().unwrap();
    let blobs = BlobStore::in_folder(&folder.path().join("blobs")).unwrap();
    let out = folder.path().join("mirror");
    let clock = room.publication.clock.clone();
    let (theme, faults) = Theme::open(folder.path().join("theme"));
    assert!(faults.is_empty());
    let site = Site::new(room.publication.db.clone(), AgencyCell::default(), clock.clone(), theme);
    let mirror = async |clock: &Clock| {
        export_site(&site, &room.publication.db, &blobs, &out, clock.now()).await.unwrap()
    };
    let first = mirror(&clock).await;
    assert!(first.rendered > 20 && first.written >= first.pages, "{first:?}");
    for file in
        ["index.html", "en/index.html", "en/politics/index.html", "en/politics/feed.xml", "sitemap.xml"]
    {
        assert!(out.join(file).is_file(), "{file}");
    }
    assert!(out.join("en/politics/first-1/index.html").is_file());
    let second = mirror(&clock).await;
    assert_eq!((second.rendered, second.written, second.removed), (0, 0, 0), "{second:?}");
    assert_eq!(second.pages, first.pages);

    let new = room.released("en", copy("Third, and new")).await;
    let third = mirror(&clock).await;
    assert!(third.rendered > 0 && third.rendered < first.rendered, "{third:?}");
    let page = out.join(format!("en/politics/third-and-new-{}/index.html", new.number));
    assert!(std::fs::read_to_string(&page).unwrap().contains("Third, and new"));
    assert!(std::fs::read_to_string(out.join("en/index.html")).unwrap().contains("Third, and new"));

    room.perform(&new, order(StoryAct::Hold)).await.unwrap();
    let fourth = mirror(&clock).await;
    assert!(fourth.removed >= 1, "{fourth:?}");
    assert!(!page.exists());
    assert!(!std::fs::read_to_string(out.join("en/index.html")).unwrap().contains("Third, and new"));
}
