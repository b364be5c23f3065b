//! A small newsroom whose site is rendered without a server.

use std::ops::Deref;

use jiff::Timestamp;
use serde_json::Value as Json;

use crate::edition::AgencyCell;
use crate::front::{Pin, Wanted};
use crate::harness::{TestNewsroom, editor, second_editor};
use crate::ids::StoryNumber;
use crate::lang::Language;
use crate::page_cache::Rendered;
use crate::publication::{arrange_front, merge_sections};
use crate::site::{PageRequest, Site, Theme};
use crate::story::{Author, DatelineParts, Group, Order, Story, StoryAct, StoryCopy, Topic, slug};

/// An agency in five scripts, with a section below another.
pub const AGENCY: &str = r#"
[agency]
name = "ARNA"
origin = "https://arna.example"
time_zone = "Asia/Baku"
default_language = "en"
[[section]]
key = "politics"
[[section]]
key = "economy"
[[section]]
key = "energy"
parent = "economy"
[edition.en]
title_pattern = "ARNA: {headline}"
time_pattern = "%d.%m.%Y [%H:%M]"
[edition.en.section.politics]
slug = "politics"
name = "POLITICS"
[edition.en.section.economy]
slug = "economy"
name = "Economy"
[edition.en.section.energy]
slug = "energy"
name = "Energy"
[edition.en.texts]
homepage = "HOMEPAGE"
[edition.az.section.politics]
slug = "siyaset"
name = "SİYASƏT"
[edition.ru]
[edition.ar.section.politics]
slug = "siyasa"
name = "سياسة"
[edition.fa.section.politics]
slug = "siasat"
name = "سیاست"
[edition.zh-Hans.section.politics]
slug = "zhengzhi"
name = "政治"
"#;

/// A newsroom with its site.
pub struct Newsroom {
    room: TestNewsroom,
    pub site: Site,
}

impl Deref for Newsroom {
    type Target = TestNewsroom;
    fn deref(&self) -> &TestNewsroom {
        &self.room
    }
}

impl Newsroom {
    /// With the agency of these tests.
    pub async fn open() -> Newsroom {
        Newsroom::of(AGENCY).await
    }

    /// With an agency of its own.
    pub async fn of(agency: &str) -> Newsroom {
        let room = TestNewsroom::of(agency).await;
        let (theme, faults) = Theme::open(room.folder.path().join("theme"));
        assert_eq!(faults, []);
        let publication = &room.publication;
        let site = Site::new(publication.db.clone(), AgencyCell::default(), publication.clock.clone(), theme);
        Newsroom { room, site }
    }

    /// Arranges a front that nobody arranged before.
    pub async fn arrange(&self, language: &str, lead: i64, pinned: &[i64]) {
        let pin = |number: &i64| Pin { number: StoryNumber::new(*number).unwrap(), until: None };
        let wanted = Wanted { lead: Some(pin(&lead)), pinned: pinned.iter().map(pin).collect() };
        let mut act = self.publication.begin(0).await.unwrap();
        let language = Language::parse(language).unwrap();
        arrange_front(&mut act, &editor(), language, wanted, 0).await.unwrap();
        act.commit().await.unwrap();
    }

    /// Takes a section into another.
    pub async fn merge(&self, from: &str, into: &str) {
        let mut act = self.publication.begin(0).await.unwrap();
        merge_sections(&mut act, &editor(), from, into).await.unwrap();
        act.commit().await.unwrap();
    }

    /// Runs a statement no verb is there for.
    pub async fn execute(&self, sql: &'static str) {
        let mut act = self.publication.begin(0).await.unwrap();
        act.conn().execute(sql, []).await.unwrap();
        act.commit().await.unwrap();
    }

    /// Moves the clock.
    pub fn at(&self, instant: &str) {
        self.publication.clock.set(instant.parse().unwrap());
    }

    pub async fn draft(&self, language: &str, group: Group, copy: StoryCopy) -> Story {
        self.room.draft_of(language, group, copy).await
    }

    /// A public story.
    pub async fn released(&self, language: &str, copy: StoryCopy) -> Story {
        self.released_in(language, Group::New, copy).await
    }

    pub async fn released_in(&self, language: &str, group: Group, copy: StoryCopy) -> Story {
        let story = self.draft(language, group, copy).await;
        self.perform(&story, Order::new(StoryAct::Release)).await;
        self.story(story.number).await
    }

    pub async fn perform(&self, story: &Story, order: Order) {
        self.room.perform(story, order).await.unwrap();
    }

    pub async fn confirm(&self, story: &Story, of: StoryAct) {
        self.room.confirm(story, of, &second_editor()).await.unwrap();
    }

    /// Saves what `edit` makes of the working copy.
    pub async fn edit(&self, story: &Story, edit: impl FnOnce(&mut StoryCopy)) {
        let mut copy = self.story(story.number).await.copy;
        edit(&mut copy);
        self.room.save(story, copy).await;
    }

    /// The page of an address, with a cursor where the address has one.
    pub async fn get(&self, address: &str) -> Got {
        let (path, before) = match address.split_once("?before=") {
            Some((path, before)) => (path, Some(before.to_owned())),
            None => (address, None),
        };
        self.ask(&PageRequest { path: path.to_owned(), before }).await
    }

    pub async fn ask(&self, request: &PageRequest) -> Got {
        Got(self.site.render(request).await.unwrap())
    }

    /// The address of a story.
    pub async fn path(&self, story: &Story) -> String {
        let moved = self.get(&format!("/{}/{}", story.language, story.number)).await;
        if moved.status() == 301 { moved.location() } else { format!("/{}/{}", story.language, story.number) }
    }
}

/// A rendered page.
pub struct Got(pub Rendered);

impl Got {
    pub fn status(&self) -> u16 {
        self.0.status.as_u16()
    }

    pub fn html(&self) -> &str {
        std::str::from_utf8(&self.0.body).unwrap()
    }

    pub fn header(&self, name: &str) -> String {
        let found = self.0.headers.iter().find(|(known, _)| known.as_str() == name);
        found.map(|(_, value)| value.to_str().unwrap().to_owned()).unwrap_or_default()
    }

    pub fn location(&self) -> String {
        self.header("location")
    }

    pub fn deps(&self) -> Vec<&str> {
        let mut deps: Vec<&str> = self.0.deps.iter().map(|dep| dep.as_str()).collect();
        deps.sort_unstable();
        deps.dedup();
        deps
    }

    /// Whether the page holds all of these.
    #[track_caller]
    pub fn holds(&self, parts: &[&str]) {
        for part in parts {
            assert!(self.html().contains(part), "{part:?} is not in:\n{}", self.main());
        }
    }

    #[track_caller]
    pub fn lacks(&self, parts: &[&str]) {
        for part in parts {
            assert!(!self.html().contains(part), "{part:?} is in:\n{}", self.main());
        }
    }

    /// The page from its main part on.
    pub fn main(&self) -> &str {
        let html = self.html();
        html.find("<main").map_or(html, |start| &html[start..])
    }

    /// What programs are told of the story.
    pub fn article(&self) -> Json {
        let script = self.html().split_once("<script type=\"application/ld+json\">").expect("JSON-LD").1;
        let told: Json = serde_json::from_str(script.split("</script>").next().unwrap()).unwrap();
        told["@graph"][0].clone()
    }
}

/// Copy with a body.
pub fn copy(section: &str, headline: &str, body: &str) -> StoryCopy {
    let mut copy = StoryCopy::new(section, headline);
    copy.body = story_body::Body::from_html(body).body;
    copy.dateline = Some(DatelineParts { place: Some("Selmar".to_owned()), ..DatelineParts::default() });
    copy
}

/// The copy of one line of a demo file, with its time.
pub fn demo_copy(line: &str) -> (StoryCopy, Timestamp) {
    let json: Json = serde_json::from_str(line).unwrap();
    let text = |key: &str| json[key].as_str().map(str::to_owned);
    let language = Language::parse(json["language"].as_str().unwrap()).unwrap();
    let mut copy = copy(&text("section").unwrap(), &text("headline").unwrap(), &text("body_html").unwrap());
    copy.summary = text("summary");
    copy.urgency = json["urgency"].as_u64().unwrap_or(5) as u8;
    copy.kind = serde_json::from_value(json["kind"].clone()).unwrap_or_default();
    copy.dateline = Some(DatelineParts {
        place: json["dateline"]["place"].as_str().map(str::to_owned),
        source: json["dateline"]["source"].as_str().map(str::to_owned),
        date: json["dateline"]["date"].as_str().map(|day| day.parse().unwrap()),
        ..DatelineParts::default()
    });
    let topics = json["topics"].as_array().into_iter().flatten().filter_map(Json::as_str);
    copy.topics = topics
        .map(|name| Topic {
            name: name.to_owned(),
            slug: slug::Slug::of_headline(name, language).to_string(),
        })
        .collect();
    let authors = json["authors"].as_array().into_iter().flatten();
    copy.authors = authors
        .map(|author| Author {
            name: author["name"].as_str().unwrap().to_owned(),
            slug: author["slug"].as_str().unwrap().to_owned(),
            role: None,
        })
        .collect();
    (copy, json["published_at"].as_str().unwrap().parse().unwrap())
}
