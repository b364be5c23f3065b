//! The page of a story and its history.

use super::newsroom::{AGENCY, Newsroom, copy};
use crate::story::{
    Author, Group, HeadlineRole, Order, OtherHeadline, SignOff, SignOffRole, StoryAct, StoryKind, Topic,
};

#[tokio::test]
async fn a_story_page_shows_every_part_the_agency_promises() {
    let room = Newsroom::open().await;
    let mut story = copy("politics", "Ministers <meet> & \"agree\"", "<p>Two ministers met.</p>");
    story.summary = Some("They agreed.".into());
    story.kind = StoryKind::Interview;
    story.authors = vec![Author { name: "Lea Morin".into(), slug: "lea-morin".into(), role: None }];
    story.topics = vec![Topic { name: "Government".into(), slug: "government".into() }];
    story.usage_terms = Some("Not for broadcast.".into());
    let story = room.released("en", story).await;
    let path = room.path(&story).await;
    let page = room.get(&path).await;
    assert_eq!(page.status(), 200);
    let address = format!("https://arna.example{path}");
    let headline = "Ministers &lt;meet&gt; &amp; &quot;agree&quot;";
    page.holds(&[
        "<html lang=\"en\" dir=\"ltr\">",
        "<nav class=\"crumbs\" aria-label=\"Breadcrumb\"><a href=\"/en\">HOMEPAGE</a> <span aria-hidden=\"true\">/</span> <a href=\"/en/politics\">POLITICS</a></nav>",
        &format!("<h1>{headline}</h1>"),
        "<time datetime=\"2026-06-01T12:00:00+04:00\">01.06.2026 [12:00]</time>",
        "<p class=\"dateline\">Selmar, June 1, ARNA</p>",
        "Two ministers met.</p>",
        &format!("<title>ARNA: {headline}</title>"),
        &format!("<p class=\"attribution\"><a href=\"{address}\">ARNA: {headline}</a></p>"),
        &format!("<link rel=\"canonical\" href=\"{address}\">"),
        "Any use of this material must include a hyperlink to the source.",
        "Not for broadcast.",
        "Copy with link",
        "Report a mistake",
        "<a class=\"feedback\" href=\"/en/feedback\">",
        "<span class=\"kind\">Interview</span>",
        "By <a rel=\"author\" href=\"/en/authors/lea-morin\">Lea Morin</a>",
        "<a href=\"/en/topics/government\">Government</a>",
        "They agreed.",
        "\"@type\":\"NewsArticle\"",
        "\"@type\":\"BreadcrumbList\"",
    ]);
    insta::assert_snapshot!("story_page", page.main());
    assert_eq!(page.html().matches("<h1").count(), 1);
    assert!(!page.html().contains("style=\""));
    let policy = page.header("content-security-policy");
    assert!(policy.contains("style-src 'sha256-") && policy.contains("default-src 'none'"), "{policy}");
    for dep in ["agency", "section:en:politics", &format!("story:{}", story.number)] {
        assert!(page.deps().contains(&dep), "{dep}: {:?}", page.deps());
    }
    assert_eq!(page.0.until.unwrap().to_string(), "2026-06-03T08:00:00Z");
}

#[tokio::test]
async fn related_stories_are_read_also_as_long_as_they_are_public() {
    let room = Newsroom::open().await;
    let public = room.released("en", copy("politics", "A vote", "")).await;
    let draft = room.draft("en", Group::New, copy("politics", "Not yet", "")).await;
    let mut story = copy("politics", "After the vote", "<p>More.</p>");
    story.related = vec![draft.number.get(), public.number.get()];
    let story = room.released("en", story).await;
    let path = room.path(&story).await;
    let link = format!("<a href=\"{}\" lang=\"en\"", room.path(&public).await);
    let page = room.get(&path).await;
    page.holds(&["<h2 id=\"related\">Read also</h2>", &link]);
    page.lacks(&["Not yet"]);
    room.perform(&public, Order { editor_note: Some("Checking".into()), ..Order::new(StoryAct::Hold) }).await;
    room.get(&path).await.lacks(&["Read also", "A vote"]);
}

#[tokio::test]
async fn the_people_behind_a_story_are_named_and_search_engines_get_their_headline() {
    let room = Newsroom::open().await;
    let mut story = copy("politics", "A vote", "<p>Words.</p>");
    let person = |role, name: &str| SignOff { role, name: name.to_owned(), initials: Some("XY".into()) };
    story.sign_off = vec![
        person(SignOffRole::Editor, "Lea Morin"),
        person(SignOffRole::Reporter, "Anar <b>"),
        person(SignOffRole::Reporter, "Nigar"),
    ];
    story.headlines = vec![OtherHeadline { role: HeadlineRole::Seo, value: "Parliament votes".into() }];
    let path = room.path(&room.released("en", story).await).await;
    let page = room.get(&path).await;
    page.holds(&[
        "<p class=\"fine\">Reporting by Anar &lt;b&gt;, Nigar</p>\n<p class=\"fine\">Editing by Lea Morin</p>",
        "<title>ARNA: Parliament votes</title>",
        "<h1>A vote</h1>",
    ]);
    page.lacks(&["XY"]);
}

#[tokio::test]
async fn other_news_are_the_newest_for_a_young_story_and_the_nearest_before_an_old_one() {
    let room = Newsroom::open().await;
    let mut stories = Vec::new();
    for day in 1..=9 {
        room.at(&format!("2026-05-0{day}T08:00:00Z"));
        stories.push(room.released("en", copy("politics", &format!("Story {day}"), "")).await);
    }
    room.at("2026-05-09T09:00:00Z");
    let young = room.get(&room.path(&stories[8]).await).await;
    let old = room.get(&room.path(&stories[6]).await).await;
    let others = |page: &super::newsroom::Got| -> Vec<String> {
        let html = page.main();
        let list = &html[html.find("id=\"others\"").unwrap()..];
        (1..=9).filter(|day| list.contains(&format!(">Story {day}<"))).map(|day| day.to_string()).collect()
    };
    assert_eq!(others(&young), ["3", "4", "5", "6", "7", "8"]);
    assert_eq!(others(&old), ["1", "2", "3", "4", "5", "6"]);
    assert!(old.deps().contains(&"past:en:politics") && !old.deps().contains(&"section:en:politics"));
    assert_eq!(old.0.until, None);
    let third = room.get(&room.path(&stories[7]).await).await;
    assert_eq!(others(&third), ["3", "4", "5", "6", "7", "9"]);
}

#[tokio::test]
async fn a_page_names_its_translations_and_says_when_it_is_behind() {
    let room = Newsroom::open().await;
    let original = room.released("en", copy("politics", "Ministers meet", "<p>One.</p>")).await;
    let mut translated = copy("politics", "Nazirlər görüşüb", "<p>Bir.</p>");
    translated.translation_of = Some(original.number.get());
    translated.translation_of_version = Some(1);
    let translation = room.released_in("az", Group::Of(original.group), translated).await;
    let (en, az) = (room.path(&original).await, room.path(&translation).await);
    let page = room.get(&en).await;
    page.holds(&[
        &format!("<a href=\"{az}\" lang=\"az\" hreflang=\"az\" dir=\"ltr\">Azərbaycanca</a>"),
        &format!("<link rel=\"alternate\" hreflang=\"az\" href=\"https://arna.example{az}\">"),
        &format!("<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://arna.example{en}\">"),
    ]);
    let fellow = room.get(&az).await;
    fellow.holds(&[
        &format!("<link rel=\"alternate\" hreflang=\"en\" href=\"https://arna.example{en}\">"),
        &format!("<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://arna.example{en}\">"),
        &format!("<li><a href=\"{en}\" lang=\"en\" hreflang=\"en\" dir=\"ltr\">English</a></li>"),
        "<li><a href=\"/ar\" lang=\"ar\" hreflang=\"ar\" dir=\"rtl\">العربية</a></li>",
    ]);
    let behind = "class=\"note\">Bu xəbər tərcümə olunduqdan sonra";
    let is_behind =
        |page: &super::newsroom::Got| page.main().contains("hreflang=\"en\" dir=\"ltr\">Ministers meet</a>");
    assert!(!is_behind(&fellow), "{behind}");
    room.edit(&original, |copy| copy.body = story_body::Body::from_html("<p>Two.</p>").body).await;
    let slip = Order { editor_note: Some("A letter".into()), ..Order::new(StoryAct::Refile) };
    room.perform(&original, slip).await;
    assert!(!is_behind(&room.get(&az).await));
    room.edit(&original, |copy| copy.body = story_body::Body::from_html("<p>Three.</p>").body).await;
    room.perform(&original, Order { editor_note: Some("More".into()), ..Order::new(StoryAct::Update) }).await;
    assert!(is_behind(&room.get(&az).await));
}

#[tokio::test]
async fn older_stories_of_a_run_point_on_and_leave_the_front() {
    let room = Newsroom::open().await;
    let first = room.released("en", copy("politics", "FLASH: a vote", "")).await;
    room.at("2026-06-01T08:10:00Z");
    let mut next = copy("politics", "Vote won by 54 to 43", "<p>More.</p>");
    next.follows = Some(first.number.get());
    let next = room.released("en", next).await;
    let (first_path, next_path) = (room.path(&first).await, room.path(&next).await);
    let older = room.get(&first_path).await;
    older.holds(&[&format!("This story continues: <a href=\"{next_path}\">Vote won by 54 to 43</a>")]);
    room.get(&next_path).await.holds(&[&format!("<a href=\"{first_path}\">FLASH: a vote</a>")]);
    let front = room.get("/en").await;
    front.holds(&["Vote won by 54 to 43"]);
    front.lacks(&["FLASH: a vote"]);
    room.get("/en/2026/06/01").await.holds(&["FLASH: a vote"]);
}

#[tokio::test]
async fn a_correction_is_told_under_the_story_on_its_page_and_in_its_history() {
    let room = Newsroom::open().await;
    let body = "<p>The bridge carries 53,000 vehicles a day.</p><p>It opened in 1994.</p>";
    let story = room.released("en", copy("economy", "Tolls fall", body)).await;
    room.at("2026-06-01T09:00:00Z");
    let right = body.replace("53,000", "38,000");
    room.edit(&story, |copy| {
        copy.body = story_body::Body::from_html_keeping_ids(&right, &copy.body.clone()).body
    })
    .await;
    let order = Order {
        editor_note: Some("Paragraph 1".into()),
        public_note: Some("We gave the number as 53,000. It is 38,000.".into()),
        ..Order::new(StoryAct::Correction)
    };
    room.perform(&story, order).await;
    let path = room.path(&story).await;
    let note = "We gave the number as 53,000. It is 38,000.";
    room.get(&path).await.holds(&[
        note,
        "Corrected 01.06.2026 [13:00]",
        "\"@type\":\"CorrectionComment\"",
        "\"dateModified\":\"2026-06-01T13:00:00+04:00\"",
    ]);
    let corrections = room.get("/en/corrections").await;
    corrections.holds(&[note, &format!("<a href=\"{path}\">Tolls fall</a>")]);
    assert!(corrections.deps().contains(&"corrections:en"));
    let history = room.get(&format!("{path}/history")).await;
    history.holds(&[
        "<del>53,000</del>",
        "<ins>38,000</ins>",
        "<p>It opened in 1994.</p>",
        "Version 2: Corrected",
        "Current version",
        "Version 1: Published",
        note,
    ]);
    insta::assert_snapshot!("history_page", history.main());
    assert!(history.html().find("Version 2:") < history.html().find("Version 1:"));
}

#[tokio::test]
async fn a_dateline_runs_in_where_the_edition_says_so() {
    let room = Newsroom::open().await;
    let mut story = copy("politics", "部长会晤", "<p>两位部长会晤。</p>");
    story.dateline.as_mut().unwrap().place = Some("塞尔马".into());
    let story = room.released("zh-Hans", story).await;
    let page = room.get(&room.path(&story).await).await;
    page.holds(&[
        "<span class=\"dateline\">塞尔马6月1日电 </span>两位部长会晤。",
        "<html lang=\"zh-Hans\" dir=\"ltr\">",
    ]);
    page.lacks(&["<p class=\"dateline\">"]);
}

#[tokio::test]
async fn a_persian_page_counts_by_its_own_calendar_and_digits() {
    let room = Newsroom::open().await;
    let mut story = copy("politics", "دیدار وزیران", "<p>متن خبر.</p>");
    story.dateline.as_mut().unwrap().place = Some("سلمار".into());
    let story = room.released("fa", story).await;
    let page = room.get(&room.path(&story).await).await;
    page.holds(&["<html lang=\"fa\" dir=\"rtl\">", "سلمار، ۱۱ خرداد، ARNA", "۱۱ خرداد ۱۴۰۵، ۱۲:۰۰"]);
}

#[tokio::test]
async fn programs_are_told_the_licence_and_where_another_is_asked_for() {
    let licensed = AGENCY.replacen(
        "[[section]]",
        "license = \"https://arna.example/terms\"\nacquire_license = \"https://sales.example/arna\"\n[[section]]",
        1,
    );
    for (agency, license, acquired) in [
        (AGENCY, None, "https://arna.example/en/feedback"),
        (&licensed, Some("https://arna.example/terms"), "https://sales.example/arna"),
    ] {
        let room = Newsroom::of(agency).await;
        let story = room.released("en", copy("politics", "Ministers meet", "")).await;
        let article = room.get(&room.path(&story).await).await.article();
        assert_eq!(article.get("license").and_then(|license| license.as_str()), license);
        assert_eq!(article["acquireLicensePage"], acquired);
    }
}
