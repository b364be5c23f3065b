//! The proof of the public site, on sites that are good and on sites that are not.

mod newsroom;

use dateline::blob::BlobStore;
use dateline::check::{About, Checker, Report};
use dateline::edition::AgencyCell;
use dateline::site::media_file::MediaDoor;
use dateline::site::{Site, Theme};
use dateline::story::{Group, Order, Story, StoryAct, StoryCopy, Topic};
use newsroom::{TestNewsroom, order};
use story_body::Body;

struct Room {
    news: TestNewsroom,
    site: Site,
}

impl Room {
    async fn open() -> Room {
        let news = TestNewsroom::open().await;
        let publication = &news.publication;
        let (theme, _) = Theme::open(news.folder.path().join("theme"));
        let site = Site::new(publication.db.clone(), AgencyCell::default(), publication.clock.clone(), theme);
        Room { news, site }
    }

    async fn check(&self, limit: Option<u64>) -> Report {
        let db = &self.news.publication.db;
        let blobs = BlobStore::open("file:media", self.news.folder.path()).unwrap();
        let media = MediaDoor { db: db.clone(), blobs };
        let now = self.news.publication.clock.now();
        Checker { site: &self.site, media: &media, db, now, limit }.run(|_, _| {}).await.unwrap()
    }

    async fn story(&self, headline: &str, html: &str) -> Story {
        self.news.released("en", copy(headline, html)).await
    }

    /// Writes a file into the theme.
    fn theme(&self, name: &str, edit: impl FnOnce(String) -> String) {
        let folder = self.news.folder.path().join("theme");
        std::fs::create_dir_all(&folder).unwrap();
        let ours = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default").join(name);
        std::fs::write(folder.join(name), edit(std::fs::read_to_string(ours).unwrap())).unwrap();
        assert_eq!(self.site.theme().reload(), []);
    }
}

fn copy(headline: &str, html: &str) -> StoryCopy {
    let topic = Topic { name: "Ferries".into(), slug: "ferries".into() };
    StoryCopy {
        body: Body::from_html(html).body,
        topics: vec![topic],
        ..StoryCopy::new("politics", headline)
    }
}

fn faults(report: &Report, about: About) -> Vec<&str> {
    report.faults.iter().filter(|fault| fault.about == about).map(|fault| fault.said.as_str()).collect()
}

#[tokio::test]
async fn an_empty_site_is_good() {
    let report = Room::open().await.check(None).await;
    assert_eq!(report.faults, []);
    assert!(report.feeds >= 6, "{report:?}");
}

#[tokio::test]
async fn a_site_with_everything_on_it_is_good() {
    let room = Room::open().await;
    let original = room.story("Ministers meet", "<p>They met.</p>").await;
    let translation =
        room.news.draft_of("az", Group::Of(original.group), copy("Nazirlər görüşdü", "<p>Bakı.</p>")).await;
    room.news.perform(&translation, Order::new(StoryAct::Release)).await.unwrap();
    for act in [StoryAct::Hold, StoryAct::Unpublish] {
        let gone = room.story("Ferry crews strike", "<p>They strike.</p>").await;
        room.news.perform(&gone, order(act)).await.unwrap();
    }
    let corrected = room.story("Ferries run", "<p>53 of them.</p>").await;
    room.news.perform(&corrected, order(StoryAct::Correction)).await.unwrap();
    for place in 0..60 {
        room.story(&format!("Story {place}"), "<p>Words.</p>").await;
    }
    let report = room.check(None).await;
    assert_eq!(report.faults, []);
    assert_eq!((report.stories, report.public_stories, report.over_weight), (63, 63, 0));
    assert_eq!(report.links_left, 0);
}

#[tokio::test]
async fn a_bound_is_kept_and_what_was_left_is_told() {
    let room = Room::open().await;
    room.story("Ministers meet", "<p>They met.</p>").await;
    let report = room.check(Some(5)).await;
    assert_eq!(report.addresses, 5);
    assert!(report.links_left > 0);
}

#[tokio::test]
async fn a_link_to_what_was_withdrawn_is_found() {
    let room = Room::open().await;
    let gone = room.story("Ferry crews strike", "<p>They strike.</p>").await;
    let linking = format!("<p>As <a href=\"/en/politics/ferry-crews-strike-{}\">told</a>.</p>", gone.number);
    room.story("Talks go on", &linking).await;
    room.news.perform(&gone, order(StoryAct::Unpublish)).await.unwrap();
    let report = room.check(None).await;
    let found = faults(&report, About::Link);
    assert_eq!(
        found,
        [format!("links to /en/politics/ferry-crews-strike-{}, which answers 410", gone.number)]
    );
    assert_eq!(report.faults_found, 1);
}

#[tokio::test]
async fn a_theme_that_breaks_the_markup_is_found() {
    let room = Room::open().await;
    room.story("Ministers meet", "<p>They met.</p>").await;
    room.theme("story_page.html", |template| {
        template.replace("<p class=\"when\">", "<h1>Twice</h1><p class=\"when\" style=\"color:red\">")
    });
    let report = room.check(None).await;
    let found = faults(&report, About::Markup).join("\n");
    assert!(found.contains("2 headings of the first level"), "{found}");
    assert!(found.contains("p has an attribute style"), "{found}");
}

#[tokio::test]
async fn a_theme_without_translations_is_found() {
    let room = Room::open().await;
    let original = room.story("Ministers meet", "<p>They met.</p>").await;
    let translation =
        room.news.draft_of("az", Group::Of(original.group), copy("Nazirlər görüşdü", "<p>Bakı.</p>")).await;
    room.news.perform(&translation, Order::new(StoryAct::Release)).await.unwrap();
    room.theme("base.html", |template| {
        template.replace(
            "{% for alternate in head.alternates %}",
            "{% for alternate in head.alternates if alternate.tag != edition.tag %}",
        )
    });
    let report = room.check(None).await;
    assert!(!faults(&report, About::Hreflang).is_empty(), "{report:?}");
}

#[tokio::test]
async fn a_theme_too_heavy_is_found() {
    let room = Room::open().await;
    room.story("Ministers meet", "<p>They met.</p>").await;
    // Letters without an order do not get smaller.
    let mut state = 1_u32;
    let noise: String = (0..30_000)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from(b'a' + (state >> 24) as u8 % 26)
        })
        .collect();
    room.theme("story_page.html", |template| template.replace("<h1>", &format!("<p>{noise}</p><h1>")));
    let report = room.check(None).await;
    assert_eq!(report.over_weight, 1);
    assert_eq!(faults(&report, About::Weight).len(), 1);
}

#[tokio::test]
async fn a_story_missing_from_the_sitemaps_is_found() {
    let room = Room::open().await;
    let story = room.story("Ministers meet", "<p>They met.</p>").await;
    let mut act = room.news.publication.begin(0).await.unwrap();
    act.conn().execute("DELETE FROM listing WHERE number = $1", [story.number.into()]).await.unwrap();
    act.commit().await.unwrap();
    let report = room.check(None).await;
    let found = faults(&report, About::Sitemap);
    assert!(found.contains(&"is in no sitemap"), "{found:?}");
}
