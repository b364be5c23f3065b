//! Feeds, sitemaps and whatever else programs read, validated by rules.

mod newsroom;

use dateline::check::feed_rules;
use dateline::check::sitemap_rules::{self, Sitemap, SitemapKind};
use dateline::edition::{AgencyCell, AgencyDescription, apply};
use dateline::feed::FeedFormat;
use dateline::ids::StoryNumber;
use dateline::page_cache::Rendered;
use dateline::site::{PageRequest, Site, Theme};
use dateline::story::{Author, DatelineParts, Order, Story, StoryAct, StoryCopy, Subject, Topic};
use newsroom::{TestNewsroom, order, second_editor};
use story_body::Body;

const ORIGIN: &str = "https://arna.example";
const LANGUAGES: [&str; 9] = ["en", "az", "ru", "de", "fr", "es", "ar", "fa", "zh-Hans"];
const HEADLINES: [&str; 9] = [
    "Parliament & president agree on <ferries>",
    "Parlament körpü haqqında qanunu qəbul etdi",
    "Парламент принял закон о мосте",
    "Parlament beschließt Brückengesetz",
    "Le Parlement adopte la loi sur le pont",
    "El Parlamento aprueba la ley del puente",
    "البرلمان يقر قانون الجسر",
    "مجلس قانون پل را تصویب کرد",
    "议会通过大桥法案",
];

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

    /// One with nine editions, each with the section `politics`.
    async fn of_nine_editions() -> Room {
        let room = Room::open().await;
        let editions: String = LANGUAGES
            .iter()
            .map(|tag| {
                format!("[edition.{tag}.section.politics]\nslug = \"politics\"\nname = \"Politics\"\n")
            })
            .collect();
        room.apply(&format!(
            "[agency]\nname = \"ARNA\"\norigin = \"{ORIGIN}\"\ntime_zone = \"Asia/Baku\"\n\
             default_language = \"en\"\n[[section]]\nkey = \"politics\"\n{editions}"
        ))
        .await;
        room
    }

    async fn apply(&self, description: &str) {
        let mut act = self.news.publication.begin(0).await.unwrap();
        apply(&mut act.conn(), &AgencyDescription::parse(description).unwrap()).await.unwrap();
        act.commit().await.unwrap();
    }

    async fn get(&self, path: &str) -> Rendered {
        self.site.render(&PageRequest::path(path)).await.unwrap()
    }

    async fn text(&self, path: &str) -> String {
        let page = self.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        String::from_utf8(page.body.to_vec()).unwrap()
    }

    /// The feed under a page, checked.
    async fn feed(&self, page: &str, format: FeedFormat) -> String {
        let path = format!("{page}/{}", format.file_name());
        let text = self.text(&path).await;
        let faults = feed_rules::faults(format, &format!("{ORIGIN}{path}"), &text);
        assert_eq!(faults, Vec::<String>::new(), "{path}:\n{text}");
        text
    }

    async fn sitemap(&self, kind: SitemapKind, path: &str) -> Sitemap {
        let text = self.text(path).await;
        let found = sitemap_rules::read(kind, ORIGIN, self.news.publication.clock.now(), &text);
        assert_eq!(found.faults, Vec::<String>::new(), "{path}:\n{text}");
        found
    }

    /// The addresses all monthly sitemaps name, without the origin.
    async fn in_sitemaps(&self) -> Vec<String> {
        let mut addresses = Vec::new();
        for sitemap in self.sitemap(SitemapKind::Index, "/sitemap.xml").await.entries {
            let path = sitemap.address.strip_prefix(ORIGIN).unwrap().to_owned();
            if path != "/news-sitemap.xml" {
                let entries = self.sitemap(SitemapKind::Pages, &path).await.entries;
                addresses
                    .extend(entries.into_iter().map(|e| e.address.strip_prefix(ORIGIN).unwrap().to_owned()));
            }
        }
        addresses.sort();
        addresses
    }

    async fn path(&self, story: &Story) -> String {
        let moved = self.get(&format!("/{}/{}", story.language, story.number)).await;
        let (_, location) = moved.headers.iter().find(|(name, _)| name == "location").unwrap();
        location.to_str().unwrap().to_owned()
    }

    fn at(&self, instant: &str) {
        self.news.publication.clock.set(instant.parse().unwrap());
    }

    async fn withdrawn(&self, story: &Story, act: StoryAct) {
        self.news.perform(story, order(act)).await.unwrap();
        if matches!(act, StoryAct::Kill | StoryAct::Takedown) {
            self.news.confirm(story, act, &second_editor()).await.unwrap();
        }
    }
}

fn copy(headline: &str) -> StoryCopy {
    let html = "<p>First words, see <a href=\"/en/politics\">politics</a> &amp; more.</p><h2>Why</h2>\
                <ul><li>One</li></ul><blockquote><p>Quoted</p></blockquote>";
    let topic = Topic { name: "Strait bridge".into(), slug: "strait-bridge".into() };
    let author = Author { name: "Lea Morin".into(), slug: "lea-morin".into(), role: None };
    StoryCopy {
        body: Body::from_html(html).body,
        summary: Some("The vote was 54 < 43 & 4.".into()),
        dateline: Some(DatelineParts { place: Some("Selmar".into()), ..DatelineParts::default() }),
        topics: vec![topic],
        authors: vec![author],
        keywords: vec!["ferries".into()],
        subjects: vec![Subject { uri: "medtop:11000000".into(), name: Some("politics".into()) }],
        ..StoryCopy::new("politics", headline)
    }
}

fn header<'p>(page: &'p Rendered, name: &str) -> &'p str {
    let found = page.headers.iter().find(|(found, _)| found == name);
    found.map_or("", |(_, value)| value.to_str().unwrap())
}

#[tokio::test]
async fn every_feed_of_every_edition_is_valid() {
    let room = Room::of_nine_editions().await;
    for page in ["/en", "/ar", "/en/politics"] {
        for format in FeedFormat::ALL {
            room.feed(page, format).await;
        }
    }
    for (language, headline) in LANGUAGES.iter().zip(HEADLINES) {
        room.news.released(language, copy(headline)).await;
        let flash = room.news.released(language, StoryCopy::new("politics", headline)).await;
        room.withdrawn(&flash, StoryAct::Kill).await;
        room.news.released(language, StoryCopy::new("politics", headline)).await;
    }
    for language in LANGUAGES {
        for format in FeedFormat::ALL {
            for page in ["", "/politics", "/topics/strait-bridge"] {
                let text = room.feed(&format!("/{language}{page}"), format).await;
                assert!(text.contains(language), "{text}");
            }
        }
    }
}

#[tokio::test]
async fn a_feed_carries_the_whole_text_or_the_summary() {
    let room = Room::open().await;
    room.news.released("en", copy("Ministers meet")).await;
    let rss = room.feed("/en", FeedFormat::Rss).await;
    for part in [
        "<p>Selmar, June 1, ARNA</p>",
        "href=\"https://arna.example/en/politics\"",
        "54 &lt; 43 &amp; 4",
        "<dc:creator>Lea Morin</dc:creator>",
        "<category domain=\"https://arna.example/en/topics\">Strait bridge</category>",
        "<pubDate>Mon, 01 Jun 2026 12:00:00 +0400</pubDate>",
    ] {
        assert!(rss.contains(part), "{part} in {rss}");
    }
    room.apply(
        "[agency]\nname = \"ARNA\"\norigin = \"https://arna.example\"\ntime_zone = \"Asia/Baku\"\n\
         default_language = \"en\"\n[edition.en]\nfeeds = \"summary\"\n",
    )
    .await;
    for format in FeedFormat::ALL {
        let text = room.feed("/en", format).await;
        assert!(text.contains("The vote was 54"), "{text}");
        assert!(!text.contains("First words"), "{text}");
    }
}

#[tokio::test]
async fn the_id_of_a_story_outlives_its_headline_and_section() {
    let room = Room::open().await;
    let story = room.news.released("en", copy("Ministers meet")).await;
    let id = format!("{ORIGIN}/en/{}", story.number);
    assert!(room.feed("/en", FeedFormat::Json).await.contains(&format!("\"id\":\"{id}\"")));
    let changed = StoryCopy { section: "economy".into(), ..copy("Ministers agree") };
    room.news.save(&story, changed).await;
    room.at("2026-06-01T09:00:00Z");
    room.news.perform(&story, order(StoryAct::Update)).await.unwrap();
    let text = room.feed("/en", FeedFormat::Json).await;
    assert!(text.contains(&format!("\"id\":\"{id}\"")), "{text}");
    assert!(text.contains("\"date_modified\":\"2026-06-01T13:00:00+04:00\""), "{text}");
    assert!(text.contains(&format!("/en/economy/ministers-agree-{}", story.number)), "{text}");
    assert!(room.feed("/en/economy", FeedFormat::Atom).await.contains(&id));
    assert!(!room.feed("/en/politics", FeedFormat::Atom).await.contains(&id));
}

#[tokio::test]
async fn feeds_say_for_seven_days_that_a_story_was_withdrawn() {
    for act in [StoryAct::Hold, StoryAct::Kill, StoryAct::Takedown, StoryAct::Unpublish] {
        let room = Room::open().await;
        let story = room.news.released("en", copy("Ferry crews strike")).await;
        room.news.released("en", copy("Ferries run")).await;
        room.withdrawn(&story, act).await;
        let id = format!("{ORIGIN}/en/{}", story.number);
        for page in ["/en", "/en/politics", "/en/topics/strait-bridge"] {
            for format in FeedFormat::ALL {
                let text = room.feed(page, format).await;
                assert!(text.contains(&id), "{act:?} {page} {text}");
                assert!(text.contains("This story has been withdrawn."), "{act:?} {page} {text}");
                for word in ["Ferry crews", "ferry-crews", "forged"] {
                    assert!(!text.contains(word), "{act:?} {page} {word}");
                }
            }
        }
        assert!(!room.feed("/en/economy", FeedFormat::Rss).await.contains(&id));
        let page = room.get("/en/feed.xml").await;
        assert_eq!(page.until, Some("2026-06-08T08:00:00Z".parse().unwrap()));
        room.at("2026-06-08T08:00:00Z");
        assert!(!room.feed("/en", FeedFormat::Rss).await.contains(&id), "{act:?}");
    }
}

#[tokio::test]
async fn a_story_that_comes_back_is_itself_again() {
    let room = Room::open().await;
    let story = room.news.released("en", copy("Ferry crews strike")).await;
    room.withdrawn(&story, StoryAct::Hold).await;
    room.news.perform(&story, order(StoryAct::Lift)).await.unwrap();
    let text = room.feed("/en", FeedFormat::Atom).await;
    assert!(text.contains("Ferry crews strike") && !text.contains("withdrawn"), "{text}");
}

#[tokio::test]
async fn characters_xml_does_not_allow_are_dropped() {
    let room = Room::open().await;
    let hostile = StoryCopy {
        summary: Some("\u{0}a\u{8}b\u{fffe}c ]]> d".into()),
        keywords: vec!["\u{b}k".into()],
        ..copy("A \u{1b}[31mheadline\u{2028} ]]> \u{ffff}<b>")
    };
    room.news.released("en", hostile).await;
    for format in FeedFormat::ALL {
        room.feed("/en", format).await;
    }
    assert_eq!(room.in_sitemaps().await.len(), 1);
    room.sitemap(SitemapKind::News, "/news-sitemap.xml").await;
}

#[tokio::test]
async fn feeds_depend_on_their_lists_and_are_found_where_they_are() {
    let room = Room::open().await;
    room.news.released("en", copy("Ministers meet")).await;
    for (path, dep) in [
        ("/en/feed.xml", "front:en"),
        ("/en/politics/atom.xml", "section:en:politics"),
        ("/en/topics/strait-bridge/feed.json", "topic:en:strait-bridge"),
        ("/news-sitemap.xml", "news"),
        ("/sitemap/en/2026-06/1.xml", "sitemap:en:2026-06"),
        ("/sitemap.xml", "front:az"),
    ] {
        let page = room.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.deps.iter().any(|found| found.as_str() == dep), "{path} {:?}", page.deps);
        assert_eq!(header(&page, "x-content-type-options"), "nosniff", "{path}");
    }
    for path in
        ["/xx/feed.xml", "/en/sport/feed.xml", "/en/topics/none/feed.xml", "/sitemap/en/2026-05/1.xml"]
    {
        assert_eq!(room.get(path).await.status, 404, "{path}");
    }
    let missing = room.get("/en/topics/none/feed.xml").await;
    assert!(missing.deps.iter().any(|dep| dep.as_str() == "topic:en:none"));
    let moved = room.get("/EN/politics/feed.xml").await;
    assert_eq!((moved.status.as_u16(), header(&moved, "location")), (301, "/en/politics/feed.xml"));
}

#[tokio::test]
async fn the_feeds_of_a_renamed_section_have_moved() {
    let room = Room::open().await;
    room.apply(
        "[agency]\nname = \"ARNA\"\norigin = \"https://arna.example\"\ntime_zone = \"Asia/Baku\"\n\
         default_language = \"en\"\n[edition.en.section.politics]\nslug = \"government\"\nname = \"Government\"\n",
    )
    .await;
    for format in FeedFormat::ALL {
        let moved = room.get(&format!("/en/politics/{}", format.file_name())).await;
        assert_eq!(moved.status, 301);
        assert_eq!(header(&moved, "location"), format!("/en/government/{}", format.file_name()));
    }
}

#[tokio::test]
async fn sitemaps_name_exactly_the_public_stories() {
    let room = Room::of_nine_editions().await;
    assert_eq!(room.in_sitemaps().await, Vec::<String>::new());
    let mut public = Vec::new();
    for (place, instant) in
        ["2026-04-30T19:59:59Z", "2026-04-30T20:00:00Z", "2026-05-31T19:59:59Z"].iter().enumerate()
    {
        room.at(instant);
        let story = room.news.released(LANGUAGES[place], copy(HEADLINES[place])).await;
        public.push(room.path(&story).await);
    }
    room.at("2026-06-01T08:00:00Z");
    let held = room.news.released("ar", copy(HEADLINES[6])).await;
    room.news.draft("en", dateline::story::Group::New).await;
    public.sort();
    assert_eq!(room.in_sitemaps().await.len(), 4);
    room.withdrawn(&held, StoryAct::Hold).await;
    assert_eq!(room.in_sitemaps().await, public);
    let months: Vec<String> = room
        .sitemap(SitemapKind::Index, "/sitemap.xml")
        .await
        .entries
        .into_iter()
        .map(|entry| entry.address)
        .collect();
    assert!(months.contains(&format!("{ORIGIN}/sitemap/en/2026-04/1.xml")), "{months:?}");
    assert!(months.contains(&format!("{ORIGIN}/sitemap/az/2026-05/1.xml")), "{months:?}");
    assert!(!months.iter().any(|month| month.contains("/ar/")), "{months:?}");
}

#[tokio::test]
async fn the_dates_of_sitemaps_are_those_of_their_last_change() {
    let room = Room::open().await;
    let story = room.news.released("en", copy("Ministers meet")).await;
    room.at("2026-06-03T06:00:00Z");
    room.news.perform(&story, order(StoryAct::Update)).await.unwrap();
    let updated = Some("2026-06-03T06:00:00Z".parse().unwrap());
    let index = room.sitemap(SitemapKind::Index, "/sitemap.xml").await;
    assert_eq!(index.entries[0].changed_at, updated);
    let month = room.sitemap(SitemapKind::Pages, "/sitemap/en/2026-06/1.xml").await;
    assert_eq!(month.entries[0].changed_at, updated);
}

#[tokio::test]
async fn a_sitemap_names_translations() {
    let room = Room::open().await;
    let original = room.news.released("en", copy("Ministers meet")).await;
    let group = dateline::story::Group::Of(original.group);
    let translation = room.news.draft_of("az", group, copy("Nazirlər görüşdü")).await;
    room.news.perform(&translation, Order::new(StoryAct::Release)).await.unwrap();
    let address = format!("{ORIGIN}{}", room.path(&translation).await);
    let link = format!("<xhtml:link rel=\"alternate\" hreflang=\"az\" href=\"{address}\"/>");
    for tag in ["en", "az"] {
        let text = room.text(&format!("/sitemap/{tag}/2026-06/1.xml")).await;
        assert!(text.contains(&link), "{text}");
        room.sitemap(SitemapKind::Pages, &format!("/sitemap/{tag}/2026-06/1.xml")).await;
    }
}

#[tokio::test]
async fn the_news_sitemap_holds_two_days_and_is_valid_when_empty() {
    let room = Room::of_nine_editions().await;
    let news = async || {
        let found = room.sitemap(SitemapKind::News, "/news-sitemap.xml").await;
        found.entries.into_iter().filter(|entry| entry.is_news).count()
    };
    assert_eq!(news().await, 0);
    room.news.released("zh-Hans", copy(HEADLINES[8])).await;
    room.at("2026-06-02T08:00:00Z");
    room.news.released("ar", copy(HEADLINES[6])).await;
    let text = room.text("/news-sitemap.xml").await;
    assert!(text.contains("<news:language>zh-cn</news:language>"), "{text}");
    assert_eq!(news().await, 2);
    let page = room.get("/news-sitemap.xml").await;
    assert_eq!(page.until, Some("2026-06-03T08:00:00Z".parse().unwrap()));
    room.at("2026-06-03T08:00:00Z");
    assert_eq!(news().await, 1);
    room.at("2026-06-09T08:00:00Z");
    assert_eq!(news().await, 0);
}

#[tokio::test]
async fn a_story_is_there_as_markdown() {
    let room = Room::open().await;
    let story = room.news.released("en", copy("Ministers *meet*")).await;
    room.at("2026-06-01T09:00:00Z");
    let correction = Order { public_note: Some("It was 38, not 53.".into()), ..order(StoryAct::Correction) };
    room.news.perform(&story, correction).await.unwrap();
    let path = room.path(&story).await;
    let page = room.get(&format!("{path}.md")).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.content_type, "text/markdown; charset=utf-8");
    assert_eq!(header(&page, "link"), format!("<{ORIGIN}{path}>; rel=\"canonical\""));
    insta::assert_snapshot!(String::from_utf8(page.body.to_vec()).unwrap());
}

#[tokio::test]
async fn markdown_answers_as_its_story_does() {
    let room = Room::open().await;
    let status = async |path: &str| room.get(path).await.status.as_u16();
    let story = room.news.released("en", copy("Ferry crews strike")).await;
    let path = room.path(&story).await;
    assert_eq!(status(&format!("/en/economy/other-words-{}.md", story.number)).await, 301);
    room.withdrawn(&story, StoryAct::Hold).await;
    assert_eq!(status(&format!("{path}.md")).await, 404);
    room.withdrawn(&story, StoryAct::Kill).await;
    assert_eq!(status(&format!("{path}.md")).await, 410);
    assert_eq!(status(&format!("/en/politics/no-such-{}.md", StoryNumber::new(99).unwrap())).await, 404);
}

#[tokio::test]
async fn robots_manifest_and_llms_are_there() {
    let room = Room::of_nine_editions().await;
    insta::assert_snapshot!("robots", room.text("/robots.txt").await);
    insta::assert_snapshot!("llms", room.text("/llms.txt").await);
    let manifest: serde_json::Value =
        serde_json::from_str(&room.text("/manifest.webmanifest").await).unwrap();
    insta::assert_snapshot!("manifest", serde_json::to_string_pretty(&manifest).unwrap());
    for icon in manifest["icons"].as_array().unwrap() {
        let page = room.get(icon["src"].as_str().unwrap()).await;
        assert_eq!(page.content_type, icon["type"].as_str().unwrap());
    }
    for path in ["/favicon.ico", "/apple-touch-icon.png", "/icon-144.png", "/icon.svg"] {
        assert_eq!(room.get(path).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn each_format_of_feed_reads_as_reviewed() {
    let room = Room::open().await;
    room.news.released("en", copy("Parliament & president agree on <ferries>")).await;
    let gone = room.news.released("en", copy("Ferry crews strike")).await;
    room.withdrawn(&gone, StoryAct::Kill).await;
    for format in FeedFormat::ALL {
        let text = room.feed("/en", format).await;
        insta::assert_snapshot!(format.file_name(), text.replace("><", ">\n<").replace(",\"", ",\n\""));
    }
}
