//! Copy from files: what comes of it, what is refused, and that doing it again changes nothing.

mod newsroom;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use dateline::import::{ImportOptions, Listener, Place, Progress, Summary, import};
use dateline::lang::Language;
use dateline::story::{Release, StoryAct};
use newsroom::{TestNewsroom, order};

/// Remembers what it is told.
#[derive(Default)]
struct Told {
    refused: Vec<String>,
    noted: Vec<String>,
}

impl Listener for Told {
    fn refused(&mut self, at: &Place, reason: &str) {
        self.refused.push(format!("{at}: {reason}"));
    }
    fn noted(&mut self, at: &Place, note: &str) {
        self.noted.push(format!("{at}: {note}"));
    }
    fn unusable(&mut self, shown: &str, reason: &str) {
        self.refused.push(format!("{shown}: {reason}"));
    }
}

async fn bring(room: &TestNewsroom, paths: &[PathBuf]) -> (Summary, Told) {
    let mut told = Told::default();
    let options = ImportOptions::default();
    let progress = Arc::new(Progress::default());
    let summary = import(&room.publication, paths, options, progress, &mut told).await.unwrap();
    (summary, told)
}

fn counts(summary: &Summary) -> [u64; 4] {
    [summary.imported, summary.updated, summary.unchanged, summary.refused]
}

fn write(folder: &Path, name: &str, content: &str) -> PathBuf {
    let file = folder.join(name);
    std::fs::write(&file, content).unwrap();
    file
}

fn story(uri: &str, headline: &str, more: &str) -> String {
    format!(
        r#"{{"format":"dateline/story/1","uri":"{uri}","language":"en","section":"politics","headline":"{headline}","body_html":"<p>Text of {headline}.</p>"{more}}}"#
    )
}

const PAST: &str = r#","published_at":"2020-07-18T19:35:00+04:00""#;

#[tokio::test]
async fn the_same_content_again_changes_nothing_and_newer_content_is_an_update() {
    let room = TestNewsroom::open().await;
    let dir = tempfile::tempdir().unwrap();
    let lines: Vec<_> = (0..1300).map(|n| story(&format!("u:{n}"), &format!("Story {n}"), PAST)).collect();
    let file = write(dir.path(), "a.jsonl", &lines.join("\n"));
    let (summary, told) = bring(&room, std::slice::from_ref(&file)).await;
    assert_eq!((counts(&summary), told.refused.len()), ([1300, 0, 0, 0], 0));
    let log = room.log().await;
    assert_eq!(log.iter().filter(|entry| entry.act == "import").count(), 1300);
    assert!(log.iter().filter(|entry| entry.act == "import").all(|entry| entry.backfill));
    assert_eq!(room.listed("en").await.len(), 1300);
    let (summary, _) = bring(&room, &[file]).await;
    assert_eq!(counts(&summary), [0, 0, 1300, 0]);
    assert_eq!(room.log().await.len(), log.len());
    let newer = lines[7].replace("Text of", "New text of");
    let file = write(dir.path(), "b.json", &format!("[{newer},\n{}]", lines[8]));
    let (summary, _) = bring(&room, &[file]).await;
    assert_eq!(counts(&summary), [0, 1, 1, 0]);
    let log = room.log().await;
    let last = log.last().unwrap();
    assert_eq!((last.act.as_str(), last.version, last.backfill), ("import", Some(2), true));
}

#[tokio::test]
async fn what_is_refused_is_named_with_its_line_and_the_rest_is_imported() {
    let room = TestNewsroom::open().await;
    let dir = tempfile::tempdir().unwrap();
    let lines = [
        story("u:1", "One", PAST),
        "{\"format\":\"dateline/story/1\",\"language\":\"en\"}".to_owned(),
        "not json".to_owned(),
        story("u:2", "Two", ",\"colour\":1"),
        "{\"format\":\"dateline/story/1\",\"headline\":\"cut o".to_owned(),
        story("u:3", "Three", ",\"section\":null").replacen("\"section\":\"politics\",", "", 1),
        story("u:4", "Four", PAST).replace("politics", "search"),
        story("u:5", "Five", PAST).replace("Text", "\u{0}"),
    ];
    let file = write(dir.path(), "a.jsonl", &lines.join("\n"));
    let wide: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain("{\"a\":1}".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let utf16 = dir.path().join("wide.json");
    std::fs::write(&utf16, wide).unwrap();
    let latin = dir.path().join("latin.json");
    std::fs::write(&latin, story("u:6", "Caf\u{e9}", PAST).chars().map(|c| c as u8).collect::<Vec<_>>())
        .unwrap();
    let marked = dir.path().join("marked.json");
    std::fs::write(&marked, format!("\u{feff}{}", story("u:7", "Marked", PAST))).unwrap();
    let missing = dir.path().join("missing.json");
    let paths = [&file, &utf16, &latin, &marked, &missing].map(Clone::clone);
    let (summary, told) = bring(&room, &paths).await;
    let at = |file: &Path, line: u64| format!("{}:{line}: ", file.display());
    let told_of = |start: &str, words: &str| {
        assert!(
            told.refused.iter().any(|line| line.starts_with(start) && line.contains(words)),
            "{start} {words} in {:#?}",
            told.refused
        );
    };
    told_of(&at(&file, 2), "missing field `headline`");
    told_of(&at(&file, 3), "is not a JSON object");
    told_of(&at(&file, 4), "unknown field `colour`");
    told_of(&at(&file, 5), "a line ends inside a text");
    told_of(&at(&file, 7), "address of the program");
    told_of(&format!("{}: ", utf16.display()), "UTF-16");
    told_of(&at(&latin, 1), "is not UTF-8");
    told_of(&format!("{}: ", missing.display()), "");
    assert_eq!(counts(&summary), [3, 0, 0, 9]);
}

#[tokio::test]
async fn names_are_resolved_whatever_the_order() {
    let room = TestNewsroom::open().await;
    let dir = tempfile::tempdir().unwrap();
    let newest = story("u:c", "Third", &format!("{PAST},\"follows\":\"u:b\"")).replace("19:35", "21:35");
    let middle = story("u:b", "Second", &format!("{PAST},\"follows\":\"u:a\"")).replace("19:35", "20:35");
    let in_az =
        story("u:a/az", "Birinci", &format!("{PAST},\"translation_of\":\"u:a\"")).replace("\"en\"", "\"az\"");
    let lost = story("u:l", "Lost", &format!("{PAST},\"follows\":\"u:nowhere\""));
    let first = write(dir.path(), "1.jsonl", &[newest, middle, in_az, lost].join("\n"));
    let second = write(dir.path(), "2.jsonl", &story("u:a", "First", PAST));
    let (summary, told) = bring(&room, &[first, second]).await;
    assert_eq!(counts(&summary), [5, 0, 0, 0], "{told:?}", told = told.refused);
    assert!(told.noted.iter().any(|note| note.contains("there is no story u:nowhere")), "{:?}", told.noted);
    let mut snapshot = room.publication.db.snapshot().await.unwrap();
    let rows = snapshot
        .conn()
        .all(
            "SELECT s.uri, r.number, r.continued_by, s.group_id FROM story s JOIN released r ON r.number = s.number",
            [],
        )
        .await
        .unwrap();
    let of = |uri: &str| rows.iter().find(|row| row.get::<String>("uri").unwrap() == uri).unwrap();
    let newest: i64 = of("u:c").get("number").unwrap();
    assert_eq!(of("u:a").get::<Option<i64>>("continued_by").unwrap(), Some(newest));
    assert_eq!(of("u:b").get::<Option<i64>>("continued_by").unwrap(), Some(newest));
    assert_eq!(of("u:c").get::<Option<i64>>("continued_by").unwrap(), None);
    assert_eq!(
        of("u:a").get::<Vec<u8>>("group_id").unwrap(),
        of("u:a/az").get::<Vec<u8>>("group_id").unwrap()
    );
    drop(snapshot);
    assert_eq!(room.listed("en").await.len(), 2);
}

#[tokio::test]
async fn numbers_are_kept_where_they_are_free() {
    let room = TestNewsroom::open().await;
    let dir = tempfile::tempdir().unwrap();
    let here = room.draft("en", dateline::story::Group::New).await;
    let lines = [
        story("u:1", "One", &format!("{PAST},\"number\":1537183")),
        story("u:2", "Two", &format!("{PAST},\"number\":{}", here.number)),
        story("u:3", "Three", PAST),
    ];
    let file = write(dir.path(), "a.jsonl", &lines.join("\n"));
    let (summary, told) = bring(&room, &[file]).await;
    assert_eq!(counts(&summary), [3, 0, 0, 0]);
    assert!(told.noted[0].contains(&format!("number {} is taken", here.number)), "{:?}", told.noted);
    let next = room.draft("en", dateline::story::Group::New).await;
    assert!(next.number.get() > 1_537_183, "{}", next.number);
}

#[tokio::test]
async fn time_and_status_say_where_a_story_stands() {
    let room = TestNewsroom::open().await;
    let dir = tempfile::tempdir().unwrap();
    let lines = [
        story("u:draft", "Draft", ""),
        story("u:later", "Later", ",\"published_at\":\"2026-06-01T09:00:00Z\""),
        story("u:held", "Held", &format!("{PAST},\"status\":\"withheld\"")),
        story("u:killed", "Killed", &format!("{PAST},\"status\":\"canceled\",\"public_note\":\"Forged.\"")),
        story(
            "u:corrected",
            "Corrected",
            &format!(
                "{PAST},\"version\":3,\"corrections\":[{{\"at\":\"2020-07-19T10:00:00Z\",\"note\":\"It was 8.\"}}]"
            ),
        ),
    ];
    let file = write(dir.path(), "a.jsonl", &lines.join("\n"));
    let (summary, told) = bring(&room, std::slice::from_ref(&file)).await;
    assert_eq!(counts(&summary), [5, 0, 0, 0], "{:?}", told.refused);
    let mut stand = Vec::new();
    for number in 1..=5 {
        let story = room.story(dateline::ids::StoryNumber::new(number).unwrap()).await;
        stand.push((story.uri.unwrap(), story.release, story.version));
    }
    assert_eq!(
        stand,
        [
            ("u:draft".to_owned(), Release::Never, 0),
            ("u:later".to_owned(), Release::Never, 0),
            ("u:held".to_owned(), Release::Held, 1),
            ("u:killed".to_owned(), Release::Killed, 1),
            ("u:corrected".to_owned(), Release::Public, 3),
        ]
    );
    room.publication.clock.set("2026-06-01T09:00:01Z".parse().unwrap());
    room.publication.do_due().await.unwrap();
    assert_eq!(room.story(dateline::ids::StoryNumber::new(2).unwrap()).await.release, Release::Public);
    let killed = lines[3].replace("canceled", "usable");
    let again = write(dir.path(), "b.jsonl", &killed);
    let (summary, told) = bring(&room, &[again]).await;
    assert_eq!(counts(&summary), [0, 0, 0, 1]);
    assert!(told.refused[0].contains("killed"), "{:?}", told.refused);
}

#[tokio::test]
async fn what_was_killed_here_is_not_brought_back() {
    let room = TestNewsroom::open().await;
    let dir = tempfile::tempdir().unwrap();
    let file = write(dir.path(), "a.jsonl", &story("u:1", "One", PAST));
    bring(&room, &[file]).await;
    let one = room.story(dateline::ids::StoryNumber::new(1).unwrap()).await;
    room.perform(&one, order(StoryAct::Kill)).await.unwrap();
    room.confirm(&one, StoryAct::Kill, &newsroom::second_editor()).await.unwrap();
    let file = write(dir.path(), "b.jsonl", &story("u:1", "One, newer", PAST));
    let (summary, told) = bring(&room, &[file]).await;
    assert_eq!(counts(&summary), [0, 0, 0, 1], "{:?}", told.refused);
    assert_eq!(room.state(&one).await, Release::Killed);
}

#[tokio::test]
async fn unknown_sections_and_editions_are_made_and_named() {
    let room = TestNewsroom::open().await;
    let dir = tempfile::tempdir().unwrap();
    let lines = [
        story("u:1", "One", PAST).replace("politics", "World News"),
        story("u:2", "Eins", PAST).replace("\"en\"", "\"de\""),
        story("u:3", "Iqtisad", PAST).replace("\"en\"", "\"az\"").replace("politics", "economy"),
    ];
    let file = write(dir.path(), "a.jsonl", &lines.join("\n"));
    let (summary, _) = bring(&room, &[file]).await;
    assert_eq!(counts(&summary), [3, 0, 0, 0]);
    assert_eq!(
        summary.made,
        [
            "edition en section world-news",
            "edition de",
            "edition de section politics",
            "edition az section economy"
        ]
    );
    let mut snapshot = room.publication.db.snapshot().await.unwrap();
    let agency = room.publication.agency(&mut snapshot.conn()).await.unwrap();
    let en = agency.edition(Language::ENGLISH).unwrap();
    assert_eq!(en.sections["world-news"].name, "World News");
}

#[tokio::test]
async fn archives_are_read_within_bounds() {
    let room = TestNewsroom::open().await;
    let dir = tempfile::tempdir().unwrap();
    let gz = dir.path().join("a.jsonl.gz");
    let lines: String =
        (0..600).map(|n| story(&format!("u:{n}"), &format!("Story {n}"), PAST) + "\n").collect();
    let packed = gzip(lines.as_bytes());
    std::fs::write(&gz, &packed).unwrap();
    let cut = dir.path().join("cut.jsonl.gz");
    std::fs::write(&cut, &packed[..packed.len() / 2]).unwrap();
    let bomb = dir.path().join("bomb.jsonl.gz");
    std::fs::write(&bomb, gzip(&vec![b' '; 200 << 20])).unwrap();
    let zip = dir.path().join("b.zip");
    let mut writer = zip::ZipWriter::new(std::fs::File::create(&zip).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    for (name, content) in [
        ("copy/a.json", story("z:1", "Zipped", PAST)),
        ("../escape.json", story("z:2", "Escaped", PAST)),
        ("picture.jpg", "x".to_owned()),
    ] {
        writer.start_file(name, options).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap();
    let (summary, told) = bring(&room, &[gz]).await;
    assert_eq!(counts(&summary), [600, 0, 0, 0], "{:?}", told.refused);
    let (summary, told) = bring(&room, &[cut, bomb, zip]).await;
    assert_eq!((summary.imported, summary.updated), (1, 0), "{:?}", told.refused);
    assert!(summary.unchanged > 100);
    let words = |words: &str| told.refused.iter().any(|line| line.contains(words));
    assert!(words("cut.jsonl.gz") && words("cut off"), "{:?}", told.refused);
    assert!(words("unpacks to more than"), "{:?}", told.refused);
    assert!(words("leads out of the archive"), "{:?}", told.refused);
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

#[tokio::test]
async fn a_dry_run_writes_nothing() {
    let room = TestNewsroom::open().await;
    let dir = tempfile::tempdir().unwrap();
    let file = write(dir.path(), "a.jsonl", &story("u:1", "One", PAST).replace("politics", "new-one"));
    let before = room.log().await.len();
    let options = ImportOptions { dry_run: true, ..ImportOptions::default() };
    let mut told = Told::default();
    let summary =
        import(&room.publication, &[file], options, Arc::new(Progress::default()), &mut told).await.unwrap();
    assert_eq!(counts(&summary), [1, 0, 0, 0]);
    assert_eq!(summary.made, ["edition en section new-one"]);
    assert_eq!(room.log().await.len(), before);
    assert!(room.listed("en").await.is_empty());
}

#[tokio::test]
async fn wordpress_exports_are_imported_or_refused_with_a_reason() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/testdata/wxr");
    if !samples.exists() {
        return;
    }
    let room = TestNewsroom::open().await;
    let (first, told) = bring(&room, std::slice::from_ref(&samples)).await;
    assert!(first.imported > 150, "{first:?} {:#?}", told.refused);
    let (again, _) = bring(&room, std::slice::from_ref(&samples)).await;
    assert_eq!((again.imported, again.refused), (0, first.refused), "{again:?}");
    for (file, reason) in [("malformed.xml", "no channel"), ("invalid-version-tag.xml", "wxr_version")] {
        assert!(
            told.refused.iter().any(|line| line.contains(file) && !reason.is_empty()),
            "{file} in {:#?}",
            told.refused
        );
    }
}
