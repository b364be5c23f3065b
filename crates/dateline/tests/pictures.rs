//! A picture from the desk to the reader: taken in, shown, developed, edited, ended, withdrawn.

mod newsroom;

use std::io::Cursor;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use axum::routing::get;
use dateline::api::{self, Api};
use dateline::blob::BlobStore;
use dateline::ids::{MediaId, StoryNumber};
use dateline::jobs::Handlers;
use dateline::media::{
    self, Darkroom, FocalPoint, Format, Media, MediaEdit, MediaError, NewMedia, PublicMedia,
};
use dateline::people::{self, Actor, Email, NewPerson, NewToken, Rights, Role, Roles, Scope};
use dateline::publication::{Develop, Entry, EntryKind, with_darkroom};
use dateline::site::media_file::{self, MediaDoor};
use dateline::story::{MediaUse, ReleasedPage, Story, StoryAct, StoryCopy};
use http_body_util::BodyExt;
use image::{ImageFormat, Rgb, RgbImage};
use newsroom::{TestNewsroom, editor, order};
use serde_json::{Value, json};
use tower::ServiceExt;

/// A newsroom with a place for files.
struct PictureDesk {
    room: TestNewsroom,
    blobs: BlobStore,
    darkroom: Darkroom,
}

impl PictureDesk {
    async fn open() -> PictureDesk {
        let room = TestNewsroom::open().await;
        let blobs = BlobStore::open("file:media", room.folder.path()).unwrap();
        let darkroom = Darkroom::new(blobs.clone(), 1);
        PictureDesk { room, blobs, darkroom }
    }

    async fn take_in(&self, name: &str, bytes: Vec<u8>) -> Media {
        let id = MediaId::new();
        let taken = media::take_in(&self.blobs, bytes.into(), id.0.as_bytes()).await.unwrap();
        let mut act = self.room.publication.begin(0).await.unwrap();
        let now = act.now;
        let new = NewMedia { id, taken, name: name.to_owned(), focal: None, expires_at: None };
        let media = media::add(&mut act.conn(), new, &editor(), now).await.unwrap();
        act.commit().await.unwrap();
        media
    }

    async fn released(&self, copy: StoryCopy) -> Story {
        self.room.released("en", copy).await
    }

    async fn perform(&self, story: &Story, what: StoryAct) {
        self.room.perform(story, order(what)).await.unwrap();
    }

    async fn change<F>(&self, what: F) -> Vec<Entry>
    where
        F: AsyncFnOnce(&mut dateline::publication::Act) -> Result<media::MediaChange, MediaError>,
    {
        let mut act = self.room.publication.begin(0).await.unwrap();
        let change = what(&mut act).await.unwrap();
        act.record_media(&change).await.unwrap();
        act.commit().await.unwrap()
    }

    async fn develop(&self, media: MediaId, again: bool) {
        let job = Develop { media, again };
        self.room.publication.develop(&self.darkroom, job, &Format::USUAL).await.unwrap();
    }

    /// Does the errands that wait; how many.
    async fn do_errands(&self) -> usize {
        let (publication, darkroom) = (self.room.publication.clone(), self.darkroom.clone());
        let handlers = with_darkroom(Handlers::default(), publication, darkroom, &Format::USUAL);
        self.room.publication.do_errands(&handlers).await.unwrap()
    }

    async fn page(&self, number: StoryNumber) -> ReleasedPage {
        let mut snapshot = self.room.publication.db.snapshot().await.unwrap();
        let sql = "SELECT page FROM released WHERE number = $1";
        let row = snapshot.conn().one(sql, [number.into()]).await.unwrap();
        row.json("page").unwrap()
    }

    async fn status(&self, media: &Media) -> u16 {
        let mut snapshot = self.room.publication.db.snapshot().await.unwrap();
        match media::public(&mut snapshot.conn(), &media.address).await.unwrap() {
            PublicMedia::Public(_) => 200,
            PublicMedia::NotPublic { status } => status,
        }
    }

    async fn log(&self) -> Vec<Entry> {
        self.room.log().await
    }

    /// What the API answers to somebody with these scopes.
    async fn api(
        &self,
        scopes: &[Scope],
        method: &str,
        path: &str,
        kind: &str,
        body: Vec<u8>,
    ) -> (u16, Value) {
        let publication = self.room.publication.clone();
        let mut act = publication.begin(0).await.unwrap();
        let now = act.now;
        let email = Email::parse("photo@arna.example").unwrap();
        if people::find(&mut act.conn(), &email).await.is_err() {
            let roles = Roles::of(&[Role::Administrator]);
            let new = NewPerson { email: email.clone(), name: None, roles, password: None };
            people::add(&mut act.conn(), &Actor::program(), new, now).await.unwrap();
        }
        let new =
            NewToken { name: "test".into(), scopes: scopes.to_vec(), owner: Some(email), days: Some(1) };
        let (secret, _) = people::create_token(&mut act.conn(), &Actor::program(), new, now).await.unwrap();
        act.commit().await.unwrap();
        let router = api::router(Api { publication, blobs: self.blobs.clone(), limit: None });
        let request = Request::builder().method(method).uri(path).header("content-type", kind);
        let request = request.header("authorization", format!("Bearer {}", secret.reveal()));
        let answer = router.oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let status = answer.status().as_u16();
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        (status, serde_json::from_slice(&body).unwrap())
    }

    /// What a browser gets: status, headers, body.
    async fn get(&self, path: &str, headers: &[(&str, &str)]) -> (u16, HeaderMap, Vec<u8>) {
        let door = MediaDoor { db: self.room.publication.db.clone(), blobs: self.blobs.clone() };
        let router = Router::new().route("/media/{hash}/{name}", get(media_file::answer)).with_state(door);
        let mut request = Request::builder().uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (head, body) = answer.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        (head.status.as_u16(), head.headers, body.to_vec())
    }
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
    StoryCopy { media: vec![used], ..StoryCopy::new("politics", "Ferries sail again") }
}

#[tokio::test]
async fn a_picture_is_public_with_its_story_and_not_before() {
    let desk = PictureDesk::open().await;
    let picture = desk.take_in("ferry.jpg", photograph(700, 400)).await;
    assert_eq!(desk.status(&picture).await, 404);
    let story = desk.released(with_picture(&picture)).await;
    assert_eq!(desk.status(&picture).await, 200);
    let shown = &desk.page(story.number).await.media[0];
    assert_eq!((shown.original.as_str(), shown.width, shown.height), ("original.jpg", 700, 400));
    assert_eq!(
        (shown.alt.as_str(), shown.credit.as_deref()),
        ("A ferry at the quay", Some("ARNA / Jonas Vey"))
    );
    desk.perform(&story, StoryAct::Hold).await;
    assert_eq!(desk.status(&picture).await, 404);
    desk.perform(&story, StoryAct::Lift).await;
    assert_eq!(desk.status(&picture).await, 200);
    desk.perform(&story, StoryAct::Unpublish).await;
    assert_eq!(desk.status(&picture).await, 410);
}

#[tokio::test]
async fn renditions_join_the_page_by_entries_of_the_log() {
    let desk = PictureDesk::open().await;
    let picture = desk.take_in("ferry.jpg", photograph(700, 400)).await;
    let story = desk.released(with_picture(&picture)).await;
    desk.develop(picture.id, false).await;
    let shown = desk.page(story.number).await.media.remove(0);
    assert_eq!((shown.widths, shown.webp, shown.avif), (vec![320, 700], true, false));
    let entries = desk.log().await;
    let of_picture: Vec<_> = entries.iter().filter(|entry| entry.kind == EntryKind::Media).collect();
    assert_eq!(of_picture.len(), 2);
    for entry in &of_picture {
        assert_eq!((entry.act.as_str(), entry.subject.clone()), ("renditions", picture.id.to_string()));
        let touched =
            [format!("story:{}", story.number), format!("media:{}", picture.address), "front:en".into()];
        assert!(touched.iter().all(|name| entry.touches.contains(name)), "{:?}", entry.touches);
    }
    desk.develop(picture.id, false).await;
    assert_eq!(desk.log().await.len(), entries.len());
}

#[tokio::test]
async fn renditions_made_before_the_story_need_no_entry() {
    let desk = PictureDesk::open().await;
    let picture = desk.take_in("ferry.jpg", photograph(330, 200)).await;
    desk.develop(picture.id, false).await;
    assert_eq!(desk.log().await, []);
    let story = desk.released(with_picture(&picture)).await;
    assert_eq!(desk.page(story.number).await.media[0].widths, [330]);
}

#[tokio::test]
async fn a_picture_in_the_body_is_written_with_its_sources() {
    let desk = PictureDesk::open().await;
    let picture = desk.take_in("ferry.jpg", photograph(700, 400)).await;
    let html = format!(
        "<p>At the quay.</p><figure><img src=\"{}\" alt=\"A &lt;ferry&gt;\"><figcaption>On Monday</figcaption></figure>\
         <figure><img src=\"nobody.jpg\" alt=\"\"></figure>",
        picture.id
    );
    let body = story_body::Body::from_html(&html).body;
    let copy = StoryCopy { body, ..StoryCopy::new("politics", "Ferries sail again") };
    let story = desk.released(copy).await;
    desk.develop(picture.id, false).await;
    let page = desk.page(story.number).await;
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
    let desk = PictureDesk::open().await;
    let picture = desk.take_in("ferry.jpg", photograph(330, 200)).await;
    let story = desk.released(with_picture(&picture)).await;
    let withdraw = async |act: &mut dateline::publication::Act| {
        let now = act.now;
        media::withdraw(&mut act.conn(), picture.id, &editor(), now).await
    };
    let entries = desk.change(withdraw).await;
    assert!(entries[0].withdrawn);
    assert_eq!(entries[0].act, "withdraw");
    assert_eq!(desk.status(&picture).await, 410);
    assert_eq!(desk.page(story.number).await.media, []);
    desk.develop(picture.id, false).await;
    assert_eq!(desk.page(story.number).await.media, []);
    let restore = async |act: &mut dateline::publication::Act| {
        let now = act.now;
        media::restore(&mut act.conn(), picture.id, None, &editor(), now).await
    };
    desk.change(restore).await;
    assert_eq!(desk.status(&picture).await, 200);
    assert_eq!(desk.page(story.number).await.media.len(), 1);
}

#[tokio::test]
async fn rights_that_end_take_the_picture_with_them_at_the_instant() {
    let desk = PictureDesk::open().await;
    let picture = desk.take_in("ferry.jpg", photograph(330, 200)).await;
    let story = desk.released(with_picture(&picture)).await;
    let ends = async |act: &mut dateline::publication::Act| {
        let now = act.now;
        let at = "2026-06-01T09:00:00Z".parse().unwrap();
        let edit = MediaEdit { expires_at: Some(Some(at)), ..MediaEdit::default() };
        media::edit(&mut act.conn(), picture.id, edit, &editor(), now).await
    };
    desk.change(ends).await;
    desk.room.publication.clock.advance(3599);
    desk.room.publication.expire_media().await.unwrap();
    assert_eq!(desk.status(&picture).await, 200);
    desk.room.publication.clock.advance(1);
    desk.room.publication.expire_media().await.unwrap();
    assert_eq!(desk.status(&picture).await, 410);
    assert_eq!(desk.page(story.number).await.media, []);
    let entries = desk.log().await;
    assert_eq!(entries.iter().filter(|entry| entry.act == "expire" && entry.withdrawn).count(), 1);
    desk.room.publication.expire_media().await.unwrap();
    assert_eq!(desk.log().await.len(), entries.len());
}

#[tokio::test]
async fn an_edit_reaches_the_page_and_the_renditions() {
    let desk = PictureDesk::open().await;
    let picture = desk.take_in("ferry.jpg", photograph(1300, 200)).await;
    desk.develop(picture.id, false).await;
    let copy = StoryCopy {
        media: vec![MediaUse { media: picture.id, alt: None, caption: None, credit: None }],
        ..StoryCopy::new("politics", "Ferries sail again")
    };
    let story = desk.released(copy).await;
    let thumb = picture.address.key(media::MediaName::Thumb(Format::Jpeg));
    let before = desk.blobs.get(&thumb).await.unwrap();
    let change = async |act: &mut dateline::publication::Act| {
        let now = act.now;
        let fields = media::PhotoFields { credit: Some("ARNA".into()), ..picture.fields.clone() };
        let edit = MediaEdit { fields: Some(fields), focal: FocalPoint::new(1.0, 0.5), expires_at: None };
        media::edit(&mut act.conn(), picture.id, edit, &editor(), now).await
    };
    desk.change(change).await;
    let shown = desk.page(story.number).await.media.remove(0);
    assert_eq!((shown.credit.as_deref(), shown.focus), (Some("ARNA"), (1.0, 0.5)));
    assert_eq!(desk.do_errands().await, 1);
    let last = desk.log().await.pop().unwrap();
    assert_eq!(
        (last.act.as_str(), last.touches.contains(&format!("media:{}", picture.address))),
        ("renditions", true)
    );
    assert_ne!(desk.blobs.get(&thumb).await.unwrap(), before);
}

#[tokio::test]
async fn who_has_not_the_right_is_refused() {
    let desk = PictureDesk::open().await;
    let picture = desk.take_in("ferry.jpg", photograph(40, 30)).await;
    let mut act = desk.room.publication.begin(0).await.unwrap();
    let now = act.now;
    let nobody = Actor { person: None, rights: Rights::default(), by_token: true, network: None };
    let refused = media::withdraw(&mut act.conn(), picture.id, &nobody, now).await;
    assert!(matches!(refused, Err(MediaError::NotAllowed(_))), "{refused:?}");
    let unknown = media::withdraw(&mut act.conn(), MediaId::new(), &editor(), now).await;
    assert!(matches!(unknown, Err(MediaError::NotFound(_))), "{unknown:?}");
}

#[tokio::test]
async fn a_browser_gets_a_picture_whole_in_part_or_not_again() {
    let desk = PictureDesk::open().await;
    let picture = desk.take_in("ferry.jpg", photograph(700, 400)).await;
    let path = |name: &str| format!("/media/{}/{name}", picture.address);
    assert_eq!(desk.get(&path("original.jpg"), &[]).await.0, 404);
    let story = desk.released(with_picture(&picture)).await;
    let (status, headers, body) = desk.get(&path("original.jpg"), &[]).await;
    assert_eq!((status, body.len() as u64), (200, picture.made.original_bytes.unwrap()));
    assert_eq!(headers["content-type"], "image/jpeg");
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert_eq!(headers["dateline-log"], "1");
    let (status, part_headers, part) = desk.get(&path("original.jpg"), &[("range", "bytes=2-5")]).await;
    assert_eq!((status, part.as_slice()), (206, &body[2..6]));
    assert_eq!(part_headers["content-range"], format!("bytes 2-5/{}", body.len()));
    let tag = headers["etag"].to_str().unwrap();
    let (status, _, again) = desk.get(&path("original.jpg"), &[("if-none-match", tag)]).await;
    assert_eq!((status, again.len()), (304, 0));

    assert_eq!(desk.get(&path("320.webp"), &[]).await.0, 404);
    desk.develop(picture.id, false).await;
    let (status, headers, body) = desk.get(&path("320.webp"), &[]).await;
    assert_eq!((status, &body[8..12]), (200, b"WEBP".as_slice()));
    assert_eq!(headers["content-type"], "image/webp");
    for name in ["333.jpg", "320.avif", "original.png", "..%2Foriginal.jpg", "card.webp", "x"] {
        assert_eq!(desk.get(&path(name), &[]).await.0, 404, "{name}");
    }
    desk.perform(&story, StoryAct::Unpublish).await;
    let (status, headers, _) = desk.get(&path("320.webp"), &[]).await;
    assert_eq!((status, headers["cache-control"].to_str().unwrap()), (410, "no-cache"));
}

/// A form with a file and further parts.
fn form(name: &str, file: &[u8], parts: &[(&str, &str)]) -> Vec<u8> {
    let mut out = Vec::new();
    for (part, value) in parts {
        let head = format!("--cut\r\nContent-Disposition: form-data; name=\"{part}\"\r\n\r\n{value}\r\n");
        out.extend(head.into_bytes());
    }
    let head = format!("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
    out.extend(head.into_bytes());
    out.extend(file);
    out.extend(b"\r\n--cut--\r\n");
    out
}

const FORM: &str = "multipart/form-data; boundary=cut";

#[tokio::test]
async fn a_picture_is_sent_described_and_shown_through_the_api() {
    let desk = PictureDesk::open().await;
    let scopes = [Scope::MediaWrite, Scope::StoriesWrite, Scope::StoriesRelease];
    let fields =
        json!({ "credit": "ARNA", "caption": " The ferry \u{7}", "creators": ["Jonas Vey"] }).to_string();
    let parts = [("fields", fields.as_str()), ("focal", "0.25,0.75"), ("expires_at", "2026-07-01T00:00:00Z")];
    let file = photograph(700, 400);
    let sent = form("ferry.jpg", &file, &parts);
    let (status, made) = desk.api(&scopes, "POST", "/api/v1/media", FORM, sent.clone()).await;
    assert_eq!(status, 201, "{made}");
    assert_eq!(
        (&made["kind"], &made["width"], &made["focal"]),
        (&json!("picture"), &json!(700), &json!([0.25, 0.75]))
    );
    assert_eq!(
        (&made["fields"]["caption"], &made["fields"]["credit"]),
        (&json!("The ferry"), &json!("ARNA"))
    );
    let (status, again) = desk.api(&scopes, "POST", "/api/v1/media", FORM, sent).await;
    assert_eq!((status, &again["id"]), (200, &made["id"]));
    let (status, alone) = desk.api(&scopes, "POST", "/api/v1/media?name=other.jpg", "image/jpeg", file).await;
    assert_eq!(status, 201, "{alone}");
    assert_ne!((&alone["id"], &alone["url"]), (&made["id"], &made["url"]));

    let story = json!({
        "format": "dateline/story/1", "language": "en", "section": "politics", "headline": "Ferries sail again",
        "media": [{ "media": made["id"], "alt": "A ferry" }]
    });
    let story = story.to_string().into_bytes();
    let (status, story) =
        desk.api(&scopes, "POST", "/api/v1/stories?release=now", "application/json", story).await;
    assert_eq!(status, 201, "{story}");
    let number = StoryNumber::new(story["number"].as_i64().unwrap()).unwrap();
    let shown = desk.page(number).await.media.remove(0);
    assert_eq!((shown.alt.as_str(), shown.credit.as_deref()), ("A ferry", Some("Jonas Vey / ARNA")));

    assert_eq!(desk.do_errands().await, 2);
    let shown = desk.page(number).await.media.remove(0);
    assert_eq!((shown.widths, shown.webp), (vec![320, 700], true));

    let path = format!("/api/v1/media/{}", made["id"].as_str().unwrap());
    let edit = json!({ "fields": { "credit": "ARNA / Jonas Vey", "creators": null }, "expires_at": null });
    let (status, edited) =
        desk.api(&scopes, "PATCH", &path, "application/json", edit.to_string().into_bytes()).await;
    assert_eq!(status, 200, "{edited}");
    assert_eq!(
        (edited["expires_at"].clone(), edited["fields"]["caption"].clone()),
        (Value::Null, json!("The ferry"))
    );
    assert_eq!(desk.page(number).await.media[0].credit.as_deref(), Some("ARNA / Jonas Vey"));
    let (status, gone) = desk.api(&scopes, "POST", &format!("{path}/withdraw"), "", Vec::new()).await;
    assert_eq!((status, &gone["standing"]), (200, &json!("withdrawn")));
    assert_eq!(desk.page(number).await.media, []);
    let (status, twice) = desk.api(&scopes, "POST", &format!("{path}/withdraw"), "", Vec::new()).await;
    assert_eq!((status, &twice["standing"]), (409, &json!("withdrawn")));
}

#[tokio::test]
async fn a_file_that_is_not_taken_is_refused_with_the_reason() {
    let desk = PictureDesk::open().await;
    let writes = [Scope::MediaWrite];
    let post = async |path: &str, kind: &str, body: &[u8]| {
        let (status, answer) = desk.api(&writes, "POST", path, kind, body.to_vec()).await;
        (status, answer["detail"].as_str().unwrap().to_owned())
    };
    let (status, detail) = post("/api/v1/media?name=x.svg", "image/png", b"<svg onload='alert(1)'/>").await;
    assert_eq!(status, 415);
    assert!(detail.starts_with("this is an SVG picture, which can hold scripts"), "{detail}");
    let hidden = [photograph(20, 20), b"<script>alert(1)</script>".to_vec()].concat();
    let (status, detail) = post("/api/v1/media?name=x.jpg", "image/jpeg", &hidden).await;
    assert_eq!((status, detail.as_str()), (422, "this JPEG holds a script as well."));
    assert_eq!(post("/api/v1/media", "image/jpeg", &photograph(20, 20)).await.0, 422);
    let odd = form("x.jpg", &photograph(20, 20), &[("fields", "{\"has_position\": false}")]);
    let (status, detail) = post("/api/v1/media", FORM, &odd).await;
    assert_eq!((status, detail.as_str()), (422, "`has_position` is the file's own and cannot be changed"));
    let (status, _) =
        desk.api(&[Scope::StoriesRead], "POST", "/api/v1/media?name=x.jpg", "", Vec::new()).await;
    assert_eq!(status, 403);
}
