//! A picture from the desk to the reader: taken in, shown, developed, edited, ended, withdrawn.

use std::io::Cursor;
use std::sync::Arc;

use dateline::blob::BlobStore;
use dateline::clock::Clock;
use dateline::db::Db;
use dateline::edition::{AgencyCell, AgencyDescription, apply};
use dateline::ids::{MediaId, StoryNumber, StoryRef};
use dateline::lang::Language;
use dateline::media::{
    self, Darkroom, FocalPoint, Format, Media, MediaEdit, MediaError, NewMedia, PublicMedia,
};
use dateline::people::{Actor, Rights};
use dateline::publication::{Develop, Entry, EntryKind, Publication};
use dateline::story::{self, Group, MediaUse, NewStory, Order, ReleasedPage, Story, StoryAct, StoryCopy};
use image::{ImageFormat, Rgb, RgbImage};
use story_body::Body;

const AGENCY: &str = r#"
[agency]
name = "ARNA"
origin = "https://arna.example"
time_zone = "Asia/Baku"
default_language = "en"
[[section]]
key = "regions"
[edition.en]
[edition.en.section.regions]
slug = "regions"
name = "REGIONS"
"#;

struct Newsroom {
    publication: Publication,
    blobs: BlobStore,
    darkroom: Darkroom,
    _folder: tempfile::TempDir,
}

impl Newsroom {
    async fn open() -> Newsroom {
        let folder = tempfile::tempdir().unwrap();
        let url = match std::env::var("DATELINE_TEST_POSTGRES") {
            Ok(server) => fresh_database(&server).await,
            Err(_) => "sqlite:dateline.db".to_owned(),
        };
        let db = Db::open(&url, folder.path()).await.unwrap();
        let clock = Clock::fixed("2026-06-01T08:00:00Z".parse().unwrap());
        let publication = Publication::new(db, clock, AgencyCell::default(), Arc::new(|_| {})).await.unwrap();
        let mut act = publication.begin(0).await.unwrap();
        apply(&mut act.conn(), &AgencyDescription::parse(AGENCY).unwrap()).await.unwrap();
        act.commit().await.unwrap();
        let blobs = BlobStore::open("file:media", folder.path()).unwrap();
        let darkroom = Darkroom::new(blobs.clone(), 1);
        Newsroom { publication, blobs, darkroom, _folder: folder }
    }

    async fn take_in(&self, name: &str, bytes: Vec<u8>) -> Media {
        let id = MediaId::new();
        let taken = media::take_in(&self.blobs, bytes.into(), id.0.as_bytes()).await.unwrap();
        let mut act = self.publication.begin(0).await.unwrap();
        let now = act.now;
        let new = NewMedia { id, taken, name: name.to_owned(), focal: None, expires_at: None };
        let media = media::add(&mut act.conn(), new, &editor(), now).await.unwrap();
        act.commit().await.unwrap();
        media
    }

    async fn released(&self, copy: StoryCopy) -> Story {
        let mut act = self.publication.begin(0).await.unwrap();
        let (agency, now) = (act.agency.clone(), act.now);
        let language = Language::parse("en").unwrap();
        let new = NewStory { language, uri: None, number: None, group: Group::New, copy };
        let story = story::create(&mut act.conn(), &agency, new, &editor(), now).await.unwrap();
        act.commit().await.unwrap();
        self.perform(&story, StoryAct::Release).await;
        story
    }

    async fn perform(&self, story: &Story, what: StoryAct) {
        let mut act = self.publication.begin(0).await.unwrap();
        let (agency, now) = (act.agency.clone(), act.now);
        let target = StoryRef::Id(story.id);
        let order =
            Order { reason: Some("rights".into()), editor_note: Some("x".into()), ..Order::new(what) };
        let done = story::perform(&mut act.conn(), &agency, target, &order, &editor(), now).await.unwrap();
        act.record_all(done.changes);
        act.commit().await.unwrap();
    }

    async fn change<F>(&self, what: F) -> Vec<Entry>
    where
        F: AsyncFnOnce(&mut dateline::publication::Act) -> Result<media::MediaChange, MediaError>,
    {
        let mut act = self.publication.begin(0).await.unwrap();
        let change = what(&mut act).await.unwrap();
        act.record_media(&change).await.unwrap();
        act.commit().await.unwrap()
    }

    async fn develop(&self, media: MediaId, again: bool) {
        let formats = [Format::Jpeg, Format::Webp];
        self.publication.develop(&self.darkroom, Develop { media, again }, &formats).await.unwrap();
    }

    async fn page(&self, number: StoryNumber) -> ReleasedPage {
        let mut snapshot = self.publication.db.snapshot().await.unwrap();
        let sql = "SELECT page FROM released WHERE number = $1";
        let row = snapshot.conn().one(sql, [number.into()]).await.unwrap();
        row.json("page").unwrap()
    }

    async fn status(&self, media: &Media) -> u16 {
        let mut snapshot = self.publication.db.snapshot().await.unwrap();
        match media::public(&mut snapshot.conn(), &media.address).await.unwrap() {
            PublicMedia::Public(_) => 200,
            PublicMedia::NotPublic { status } => status,
        }
    }

    async fn log(&self) -> Vec<Entry> {
        let mut snapshot = self.publication.db.snapshot().await.unwrap();
        dateline::publication::log::after(&mut snapshot.conn(), 0, 100, true).await.unwrap()
    }
}

/// A database of this test alone on a PostgreSQL server.
async fn fresh_database(server: &str) -> String {
    use sqlx::Executor;
    let name = format!("t{}", uuid::Uuid::now_v7().simple());
    let pool = sqlx::PgPool::connect(server).await.unwrap();
    pool.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    format!("{base}/{name}")
}

fn editor() -> Actor {
    Actor { person: None, rights: Rights::all(), by_token: true }
}

fn photograph(width: u32, height: u32) -> Vec<u8> {
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb([(x % 251) as u8, (y % 241) as u8, 90]));
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, ImageFormat::Jpeg).unwrap();
    out.into_inner()
}

fn with_picture(media: &Media) -> StoryCopy {
    let words = |text: &str| Some(text.to_owned());
    let used = MediaUse {
        media: media.id,
        alt: words("A ferry at the quay"),
        caption: words("The ferry on Monday"),
        credit: words("ARNA / Jonas Vey"),
    };
    StoryCopy { media: vec![used], ..StoryCopy::new("regions", "Ferries sail again") }
}

#[tokio::test]
async fn a_picture_is_public_with_its_story_and_not_before() {
    let room = Newsroom::open().await;
    let picture = room.take_in("ferry.jpg", photograph(700, 400)).await;
    assert_eq!(room.status(&picture).await, 404);
    let story = room.released(with_picture(&picture)).await;
    assert_eq!(room.status(&picture).await, 200);
    let shown = &room.page(story.number).await.media[0];
    assert_eq!((shown.original.as_str(), shown.width, shown.height), ("original.jpg", 700, 400));
    assert_eq!(
        (shown.alt.as_str(), shown.credit.as_deref()),
        ("A ferry at the quay", Some("ARNA / Jonas Vey"))
    );
    room.perform(&story, StoryAct::Hold).await;
    assert_eq!(room.status(&picture).await, 404);
    room.perform(&story, StoryAct::Lift).await;
    assert_eq!(room.status(&picture).await, 200);
    room.perform(&story, StoryAct::Unpublish).await;
    assert_eq!(room.status(&picture).await, 410);
}

#[tokio::test]
async fn renditions_join_the_page_by_entries_of_the_log() {
    let room = Newsroom::open().await;
    let picture = room.take_in("ferry.jpg", photograph(700, 400)).await;
    let story = room.released(with_picture(&picture)).await;
    room.develop(picture.id, false).await;
    let shown = room.page(story.number).await.media.remove(0);
    assert_eq!((shown.widths, shown.webp, shown.avif), (vec![320, 700], true, false));
    let entries = room.log().await;
    let of_picture: Vec<_> = entries.iter().filter(|entry| entry.kind == EntryKind::Media).collect();
    assert_eq!(of_picture.len(), 2);
    for entry in &of_picture {
        assert_eq!((entry.act.as_str(), entry.subject.clone()), ("renditions", picture.id.to_string()));
        let touched =
            [format!("story:{}", story.number), format!("media:{}", picture.address), "front:en".into()];
        assert!(touched.iter().all(|name| entry.touches.contains(name)), "{:?}", entry.touches);
    }
    room.develop(picture.id, false).await;
    assert_eq!(room.log().await.len(), entries.len());
}

#[tokio::test]
async fn renditions_made_before_the_story_need_no_entry() {
    let room = Newsroom::open().await;
    let picture = room.take_in("ferry.jpg", photograph(330, 200)).await;
    room.develop(picture.id, false).await;
    assert_eq!(room.log().await, []);
    let story = room.released(with_picture(&picture)).await;
    assert_eq!(room.page(story.number).await.media[0].widths, [330]);
}

#[tokio::test]
async fn a_picture_in_the_body_is_written_with_its_sources() {
    let room = Newsroom::open().await;
    let picture = room.take_in("ferry.jpg", photograph(700, 400)).await;
    let html = format!(
        "<p>At the quay.</p><figure><img src=\"{}\" alt=\"A &lt;ferry&gt;\"><figcaption>On Monday</figcaption></figure>\
         <figure><img src=\"nobody.jpg\" alt=\"\"></figure>",
        picture.id
    );
    let body = Body::from_html(&html).body;
    let copy = StoryCopy { body, ..StoryCopy::new("regions", "Ferries sail again") };
    let story = room.released(copy).await;
    room.develop(picture.id, false).await;
    let page = room.page(story.number).await;
    assert!(page.media[0].in_body);
    let hash = &picture.address;
    let sizes = "sizes=\"(min-width: 62rem) 41rem, 100vw\"";
    let expected = format!(
        "<picture><source type=\"image/webp\" srcset=\"/media/{hash}/320.webp 320w, /media/{hash}/700.webp 700w\" {sizes}>\
         <img src=\"/media/{hash}/700.jpg\" srcset=\"/media/{hash}/320.jpg 320w, /media/{hash}/700.jpg 700w\" {sizes} \
         alt=\"A &lt;ferry&gt;\" width=\"700\" height=\"400\" loading=\"lazy\" decoding=\"async\"></picture>\
         <figcaption>On Monday</figcaption>"
    );
    assert!(page.body_html.contains(&expected), "{}", page.body_html);
    assert_eq!(page.body_html.matches("<figure").count(), 1, "{}", page.body_html);
}

#[tokio::test]
async fn a_withdrawn_picture_is_gone_from_the_page_and_answers_gone() {
    let room = Newsroom::open().await;
    let picture = room.take_in("ferry.jpg", photograph(330, 200)).await;
    let story = room.released(with_picture(&picture)).await;
    let withdraw = async |act: &mut dateline::publication::Act| {
        let now = act.now;
        media::withdraw(&mut act.conn(), picture.id, &editor(), now).await
    };
    let entries = room.change(withdraw).await;
    assert!(entries[0].withdrawn);
    assert_eq!(entries[0].act, "withdraw");
    assert_eq!(room.status(&picture).await, 410);
    assert_eq!(room.page(story.number).await.media, []);
    room.develop(picture.id, false).await;
    assert_eq!(room.page(story.number).await.media, []);
    let restore = async |act: &mut dateline::publication::Act| {
        let now = act.now;
        media::restore(&mut act.conn(), picture.id, None, &editor(), now).await
    };
    room.change(restore).await;
    assert_eq!(room.status(&picture).await, 200);
    assert_eq!(room.page(story.number).await.media.len(), 1);
}

#[tokio::test]
async fn rights_that_end_take_the_picture_with_them_at_the_instant() {
    let room = Newsroom::open().await;
    let picture = room.take_in("ferry.jpg", photograph(330, 200)).await;
    let story = room.released(with_picture(&picture)).await;
    let ends = async |act: &mut dateline::publication::Act| {
        let now = act.now;
        let at = "2026-06-01T09:00:00Z".parse().unwrap();
        let edit = MediaEdit { expires_at: Some(Some(at)), ..MediaEdit::default() };
        media::edit(&mut act.conn(), picture.id, edit, &editor(), now).await
    };
    room.change(ends).await;
    room.publication.clock.advance(3599);
    room.publication.expire_media().await.unwrap();
    assert_eq!(room.status(&picture).await, 200);
    room.publication.clock.advance(1);
    room.publication.expire_media().await.unwrap();
    assert_eq!(room.status(&picture).await, 410);
    assert_eq!(room.page(story.number).await.media, []);
    let entries = room.log().await;
    assert_eq!(entries.iter().filter(|entry| entry.act == "expire" && entry.withdrawn).count(), 1);
    room.publication.expire_media().await.unwrap();
    assert_eq!(room.log().await.len(), entries.len());
}

#[tokio::test]
async fn an_edit_reaches_the_page_and_the_renditions() {
    let room = Newsroom::open().await;
    let picture = room.take_in("ferry.jpg", photograph(1300, 200)).await;
    room.develop(picture.id, false).await;
    let copy = StoryCopy {
        media: vec![MediaUse { media: picture.id, alt: None, caption: None, credit: None }],
        ..StoryCopy::new("regions", "Ferries sail again")
    };
    let story = room.released(copy).await;
    let thumb = picture.address.key(media::MediaName::Thumb(Format::Jpeg));
    let before = room.blobs.get(&thumb).await.unwrap();
    let change = async |act: &mut dateline::publication::Act| {
        let now = act.now;
        let fields = media::PhotoFields { credit: Some("ARNA".into()), ..picture.fields.clone() };
        let edit = MediaEdit { fields: Some(fields), focal: FocalPoint::new(1.0, 0.5), expires_at: None };
        media::edit(&mut act.conn(), picture.id, edit, &editor(), now).await
    };
    room.change(change).await;
    let shown = room.page(story.number).await.media.remove(0);
    assert_eq!((shown.credit.as_deref(), shown.focus), (Some("ARNA"), (1.0, 0.5)));
    room.develop(picture.id, true).await;
    assert_ne!(room.blobs.get(&thumb).await.unwrap(), before);
}

#[tokio::test]
async fn who_has_not_the_right_is_refused() {
    let room = Newsroom::open().await;
    let picture = room.take_in("ferry.jpg", photograph(40, 30)).await;
    let mut act = room.publication.begin(0).await.unwrap();
    let now = act.now;
    let nobody = Actor { person: None, rights: Rights::default(), by_token: true };
    let refused = media::withdraw(&mut act.conn(), picture.id, &nobody, now).await;
    assert!(matches!(refused, Err(MediaError::NotAllowed(_))), "{refused:?}");
    let unknown = media::withdraw(&mut act.conn(), MediaId::new(), &editor(), now).await;
    assert!(matches!(unknown, Err(MediaError::NotFound(_))), "{unknown:?}");
}
