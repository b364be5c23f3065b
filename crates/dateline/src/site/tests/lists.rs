//! Fronts, sections, topics, authors and archives.

use super::newsroom::{Newsroom, copy, demo_copy};
use crate::story::{Author, Order, StoryAct, Topic};

#[tokio::test]
async fn an_empty_agency_has_all_its_pages() {
    let room = Newsroom::open().await;
    for address in
        ["/en", "/ru", "/en/politics", "/en/corrections", "/en/2026/06", "/en/2026/06/01", "/en/feedback"]
    {
        let page = room.get(address).await;
        assert_eq!(page.status(), 200, "{address}");
        assert_eq!(page.html().matches("<h1").count(), 1, "{address}");
    }
}

#[tokio::test]
async fn a_front_shows_the_lead_the_day_and_the_sections() {
    let room = Newsroom::open().await;
    room.released("en", copy("economy", "Prices fall", "<p>By 2 per cent.</p>")).await;
    room.at("2026-06-01T09:00:00Z");
    let mut hot = copy("politics", "Parliament approves government", "");
    hot.urgency = 1;
    room.released("en", hot).await;
    let front = room.get("/en").await;
    front.holds(&[
        "<h1 class=\"wordmark\">",
        "class=\"breaking\"",
        "<strong>Flash</strong>",
        "<time datetime=\"2026-06-01T13:00:00+04:00\">13:00</time>",
        "href=\"/en/2026/06/01\"",
        "\"@type\":\"NewsMediaOrganization\"",
        "hreflang=\"x-default\" href=\"https://arna.example/\"",
    ]);
    insta::assert_snapshot!("front_page", front.main());
    assert_eq!(front.0.until.unwrap().to_string(), "2026-06-01T15:00:00Z");
    assert!(front.deps().contains(&"front:en"));
    room.at("2026-06-01T15:00:00Z");
    let later = room.get("/en").await;
    later.lacks(&["class=\"breaking\""]);
    later.holds(&["<p class=\"today\">Monday 1 June 2026</p>"]);
    assert_eq!(later.0.until.unwrap().to_string(), "2026-06-01T20:00:00Z", "midnight in Baku");
}

#[tokio::test]
async fn a_story_on_the_breaking_line_leads_only_where_there_is_no_other() {
    let room = Newsroom::open().await;
    let mut hot = copy("politics", "Parliament approves government", "");
    hot.urgency = 1;
    room.released("en", hot).await;
    room.get("/en").await.holds(&["<h2><a href=\"/en/politics/parliament-approves-government-1\">"]);
    room.released("en", copy("economy", "Prices fall", "")).await;
    let front = room.get("/en").await;
    front.holds(&["class=\"breaking\"", "<h2><a href=\"/en/economy/prices-fall-2\">"]);
    front.lacks(&["<h2><a href=\"/en/politics/parliament-approves-government-1\">"]);
}

#[tokio::test]
async fn editors_arrange_a_front() {
    let room = Newsroom::open().await;
    let mut stories = Vec::new();
    for number in 1..=8 {
        stories.push(room.released("en", copy("politics", &format!("Story {number}"), "")).await);
    }
    room.arrange("en", 3, &[5, 4]).await;
    let heads = |html: &str| -> Vec<String> {
        html.split("</a></h2>")
            .filter_map(|part| part.rsplit_once('>'))
            .map(|(_, head)| head.to_owned())
            .collect()
    };
    let front = room.get("/en").await;
    assert_eq!(heads(front.html())[..3], ["Story 3", "Story 5", "Story 4"]);
    for dep in ["front:en", "story:3", "story:5", "story:4"] {
        assert!(front.deps().contains(&dep), "{dep}");
    }
    let mut hold = Order::new(StoryAct::Hold);
    hold.editor_note = Some("We check".to_owned());
    room.perform(&stories[2], hold).await;
    let front = room.get("/en").await;
    front.lacks(&["Story 3"]);
    assert_eq!(heads(front.html())[1..3], ["Story 5", "Story 4"], "what is pinned beside stays beside");
}

#[tokio::test]
async fn the_newest_of_a_running_story_stands_where_an_older_one_was_pinned() {
    let room = Newsroom::open().await;
    let first = room.released("en", copy("politics", "Polls open", "")).await;
    room.released("en", copy("economy", "Prices fall", "")).await;
    room.arrange("en", first.number.get(), &[]).await;
    let mut next = copy("politics", "Polls close", "");
    next.follows = Some(first.number.get());
    room.released("en", next).await;
    let front = room.get("/en").await;
    front.holds(&["<h2><a href=\"/en/politics/polls-close-3\">"]);
    front.lacks(&["<h2><a href=\"/en/politics/polls-open-1\">"]);
}

#[tokio::test]
async fn a_section_is_read_to_its_end_by_cursors() {
    let room = Newsroom::open().await;
    for number in 1..=60 {
        room.released("en", copy("energy", &format!("Story no {number}."), "")).await;
    }
    let mut address = "/en/economy".to_owned();
    let mut seen = Vec::new();
    loop {
        let page = room.get(&address).await;
        assert_eq!(page.status(), 200);
        seen.extend((1..=60).rev().filter(|number| page.html().contains(&format!("Story no {number}.<"))));
        let Some(start) = page.html().find("href=\"/en/economy?before=") else { break };
        address = page.html()[start + 6..].split('"').next().unwrap().to_owned();
    }
    assert_eq!(seen, (1..=60).rev().collect::<Vec<_>>());
    assert_eq!(room.get("/en/economy?before=0-0").await.status(), 200);
    room.get("/en/economy").await.holds(&["<a href=\"/en/energy\">Energy</a>"]);
}

#[tokio::test]
async fn an_older_page_of_a_section_depends_on_the_past_alone() {
    let room = Newsroom::open().await;
    let newest = room.get("/en/politics").await;
    assert!(newest.deps().contains(&"section:en:politics"));
    let older = room.get("/en/politics?before=1700000000000000-5").await;
    assert!(older.deps().contains(&"past:en:politics") && !older.deps().contains(&"section:en:politics"));
    let young = room.get("/en/politics?before=1780290000000000-5").await;
    assert!(young.deps().contains(&"section:en:politics"));
}

#[tokio::test]
async fn topics_and_authors_list_their_stories() {
    let room = Newsroom::open().await;
    let mut story = copy("politics", "Ministers meet", "");
    story.topics = vec![Topic { name: "Government".into(), slug: "government".into() }];
    story.authors = vec![Author { name: "Lea Morin".into(), slug: "lea-morin".into(), role: None }];
    room.released("en", story).await;
    let topic = room.get("/en/topics/government").await;
    topic.holds(&["News on: Government", "Ministers meet"]);
    assert!(topic.deps().contains(&"topic:en:government"));
    let author = room.get("/en/authors/lea-morin").await;
    author.holds(&["Stories by Lea Morin", "Ministers meet"]);
    assert_eq!(room.get("/az/authors/lea-morin").await.status(), 404);
}

#[tokio::test]
async fn the_archive_counts_days_where_the_agency_is() {
    let room = Newsroom::open().await;
    room.at("2026-05-30T19:59:00Z");
    room.released("en", copy("politics", "Before midnight", "")).await;
    room.at("2026-05-30T20:00:00Z");
    room.released("en", copy("politics", "At midnight", "")).await;
    let day = room.get("/en/2026/05/30").await;
    day.holds(&["Before midnight", "News of 30 May 2026", "href=\"/en/2026/05/31\""]);
    day.lacks(&["At midnight"]);
    assert!(day.deps().contains(&"day:en:2026-05-30"));
    room.get("/en/2026/05/31")
        .await
        .holds(&["At midnight", "<time datetime=\"2026-05-31T00:00:00+04:00\">00:00</time>"]);
    let month = room.get("/en/2026/05").await;
    month.holds(&["<a href=\"/en/2026/05/30\">30 <small aria-hidden=\"true\">1</small><span class=\"unseen\">1 story</span></a>"]);
    assert_eq!(month.html().matches("<tr>").count(), 6);
    let empty = room.get("/en/2026/04/01").await;
    empty.holds(&["No stories were published on this day.", "href=\"/en/2026/05/30\"", "noindex"]);
    room.get("/fa/2026/05").await.holds(&["۱۱ اردیبهشت ۱۴۰۵ – ۱۰ خرداد ۱۴۰۵"]);
}

const NINE: [&str; 9] = ["en", "az", "ru", "de", "fr", "es", "ar", "fa", "zh-Hans"];

#[tokio::test]
async fn every_demo_story_fits_in_one_flight() {
    let demo = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/demo");
    let mut agency =
        "[agency]\nname = \"ARNA\"\norigin = \"https://arna.example\"\ntime_zone = \"Asia/Baku\"\n\
                      default_language = \"en\"\n"
            .to_owned();
    for key in ["politics", "economy", "society", "culture", "science", "sport", "regions"] {
        agency += &format!("[[section]]\nkey = \"{key}\"\n");
    }
    for language in NINE {
        for key in ["politics", "economy", "society", "culture", "science", "sport", "regions"] {
            agency += &format!("[edition.{language}.section.{key}]\nslug = \"{key}\"\nname = \"{key}\"\n");
        }
    }
    let room = Newsroom::of(&agency).await;
    for language in NINE {
        let Ok(lines) = std::fs::read_to_string(demo.join(format!("{language}.jsonl"))) else { continue };
        let mut stories: Vec<_> = lines.lines().map(demo_copy).collect();
        stories.sort_by_key(|(_, at)| *at);
        let mut longest = None;
        for (copy, at) in stories {
            room.publication.clock.set(at);
            let length = copy.body.to_text().len();
            let story = room.released(language, copy).await;
            longest = longest.max(Some((length, story.number)));
        }
        let (_, number) = longest.unwrap();
        let page = room.get(&room.path(&room.story(number).await).await).await;
        assert_eq!(page.status(), 200);
        let mut small = Vec::new();
        let params = brotli::enc::BrotliEncoderParams { quality: 5, ..Default::default() };
        brotli::BrotliCompress(&mut page.html().as_bytes(), &mut small, &params).unwrap();
        let headers: usize =
            page.0.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 4).sum();
        let weight = small.len() + headers + 400;
        assert!(weight <= 12_000, "{language}: the longest story weighs {weight} bytes");
        let front = room.get(&format!("/{language}")).await;
        assert_eq!(front.status(), 200);
    }
}
