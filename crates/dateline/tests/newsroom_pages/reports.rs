//! Readers' reports from the inbox to the corrected page, and what is answered otherwise.

use dateline::ids::{StoryNumber, StoryRef};
use dateline::lang::Language;
use dateline::people::Role;
use dateline::report::{self, Draft, Kind, Passage, Taken};
use dateline::story;
use http::StatusCode;
use serde_json::json;

use crate::browser::{Browser, House};

/// What a reader marks in a story that is out.
struct Reader<'a> {
    house: &'a House,
    number: StoryNumber,
}

impl Reader<'_> {
    /// Reports the first place where `words` stand.
    async fn reports(&self, words: &str, suggestion: &str, kind: Kind) -> Taken {
        let publication = &self.house.room.publication;
        let mut act = publication.begin(0).await.unwrap();
        let now = act.now;
        let target = StoryRef::Number(self.number);
        let story = story::store::find(&mut act.conn(), target).await.unwrap().unwrap();
        let all = story::versions(&mut act.conn(), self.number).await.unwrap();
        let copy = all.last().unwrap().content.clone().unwrap();
        let block = copy.body.blocks.iter().find(|block| block.plain_text().contains(words)).unwrap();
        let text = block.plain_text();
        let start = text[..text.find(words).unwrap()].chars().count();
        let end = start + words.chars().count();
        let passage = Passage {
            block: block.id.to_string(),
            start,
            end,
            exact: words.to_owned(),
            prefix: text.chars().take(start).collect(),
            suffix: text.chars().skip(end).collect(),
        };
        let draft = Draft {
            story: self.number,
            version: story.version,
            passages: vec![passage],
            suggestion: suggestion.to_owned(),
            kind,
            word: "I counted them.".to_owned(),
            email: None,
            language: story.language,
        };
        let taken = report::take(&mut act.conn(), &draft, vec![7; 32], now).await.unwrap();
        act.commit().await.unwrap();
        taken
    }

    async fn status(&self, taken: &Taken) -> report::Status {
        let mut reader = self.house.room.publication.db.snapshot().await.unwrap();
        let (Taken::Accepted { secret, .. } | Taken::Joined { secret, .. }) = taken else {
            panic!("{taken:?}")
        };
        report::status(&mut reader.conn(), secret).await.unwrap().unwrap()
    }
}

fn path(taken: &Taken) -> String {
    let (Taken::Accepted { reference, .. } | Taken::Joined { reference, .. }) = taken else {
        panic!("{taken:?}")
    };
    format!("/newsroom/reports/{reference}")
}

/// A story of two paragraphs, out, and its reader.
async fn released<'a>(house: &'a House, browser: &Browser, second: &str) -> Reader<'a> {
    let number = browser.story("Harbour opens").await;
    write(browser, &number, 1, second).await;
    let done = browser.post(&format!("/newsroom/stories/{number}/acts/release"), &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    Reader { house, number: StoryNumber::new(number.parse().unwrap()).unwrap() }
}

async fn write(browser: &Browser, number: &str, revision: i64, second: &str) {
    let paragraph =
        |id: &str, text: &str| json!({ "id": id, "type": "paragraph", "content": [{ "text": text }] });
    let body = json!({ "blocks": [paragraph("p1", "It opens at noon."), paragraph("p2", second)] });
    let sent = json!({ "revision": revision, "body": body });
    let saved = browser.save(&format!("/newsroom/stories/{number}/save"), sent).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text);
}

#[tokio::test]
async fn one_act_puts_it_right_everywhere() {
    let house = House::open().await;
    let editor = house.at_work("editor", Role::Editor).await;
    let reader = released(&house, &editor, "It cost 35 manats in all.").await;
    let taken = reader.reports("35", "53", Kind::Fact).await;
    let second = reader.reports("35", "54", Kind::Fact).await;
    assert!(matches!(second, Taken::Joined { before: 1, .. }));
    let inbox = editor.get("/newsroom/reports").await.text;
    assert!(inbox.contains("<del>35</del><ins>53</ins>"), "{inbox}");
    assert!(inbox.contains("<ins>54</ins>") && inbox.contains("2 readers"), "{inbox}");
    let page = editor.get(&path(&taken)).await.text;
    assert!(page.contains("It cost <mark>35</mark> manats in all."), "{page}");
    assert!(page.contains("Paragraph 2: 53, not 35"), "the note is drafted: {page}");
    assert!(page.contains("value=\"correction\" checked"), "a fact is a correction: {page}");
    let preview = editor.get(&format!("{}/preview?words-0=53&act=correction", path(&taken))).await.text;
    assert!(preview.contains("53 manats"), "{preview}");
    let fields = [("do", "apply"), ("use", "1"), ("was-0", "35"), ("words-0", "53"), ("act", "correction")];
    let done = editor.post(&path(&taken), &fields).await;
    assert_eq!(
        (done.status, done.location),
        (StatusCode::SEE_OTHER, format!("{}?said=applied", path(&taken)))
    );

    let address = format!("/en/politics/harbour-opens-{}", reader.number);
    let (_, story) = house.public(&address).await;
    assert!(story.contains("53 manats") && story.contains("Paragraph 2: 53, not 35"), "{story}");
    assert!(story.contains("\"correction\""), "JSON-LD says it: {story}");
    let (_, corrections) = house.public("/en/corrections").await;
    assert!(corrections.contains("53, not 35"), "{corrections}");
    let (_, history) = house.public(&format!("{address}/history")).await;
    assert!(history.contains("53, not 35"), "{history}");
    let (_, feed) = house.public("/en/feed.xml").await;
    assert!(feed.contains("53 manats") || feed.contains("Harbour opens"), "{feed}");
    let log = house.room.log().await;
    assert_eq!(log.last().unwrap().act, "correction");
    for told in [reader.status(&taken).await, reader.status(&second).await] {
        assert_eq!((told.outcome, told.version), (report::Outcome::Fixed, Some(2)));
        assert_eq!(told.changed, Some(("35".to_owned(), "53".to_owned())));
    }
    let acts = house.column("SELECT act FROM audit ORDER BY at, id", "act").await;
    assert!(acts.contains(&"report.apply".to_owned()) && acts.contains(&"story.correction".to_owned()));
    assert!(!editor.get("/newsroom/reports").await.text.contains("<mark>"));
    assert!(editor.get("/newsroom/reports?shelf=answered").await.text.contains("<del>35</del>"));
}

#[tokio::test]
async fn a_slip_is_refiled_without_a_note_to_readers_and_the_editor_may_change_that() {
    let house = House::open().await;
    let editor = house.at_work("editor", Role::Editor).await;
    let reader = released(&house, &editor, "The minstr spoke.").await;
    let taken = reader.reports("minstr", "minister", Kind::Slip).await;
    let page = editor.get(&path(&taken)).await.text;
    assert!(page.contains("value=\"refile\" checked"), "{page}");
    let fields = [("do", "apply"), ("was-0", "minstr"), ("words-0", "ministers")];
    let look = editor.post(&path(&taken), &[fields.as_slice(), &[("look", "1")]].concat()).await;
    assert!(look.text.contains(">ministers</textarea>") && look.text.contains("ministers, not minstr"));
    assert_eq!(reader.status(&taken).await.outcome, report::Outcome::Waiting, "looking does nothing");
    editor.post(&path(&taken), &fields).await;
    let (_, story) = house.public(&format!("/en/politics/harbour-opens-{}", reader.number)).await;
    assert!(story.contains("The ministers spoke.") && !story.contains("not minstr"), "{story}");
    assert_eq!(house.room.log().await.last().unwrap().act, "refile");
}

#[tokio::test]
async fn what_the_desk_is_writing_meanwhile_stays_its_own_with_the_same_put_right() {
    let house = House::open().await;
    let editor = house.at_work("editor", Role::Editor).await;
    let reader = released(&house, &editor, "It cost 35 manats.").await;
    let number = reader.number.to_string();
    let paragraph =
        |id: &str, text: &str| json!({ "id": id, "type": "paragraph", "content": [{ "text": text }] });
    let blocks = [paragraph("p1", "It opens at two."), paragraph("p2", "It cost 35 manats.")];
    let sent = json!({ "revision": 2, "body": { "blocks": blocks } });
    let saved = editor.save(&format!("/newsroom/stories/{number}/save"), sent).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text);
    let taken = reader.reports("35", "53", Kind::Fact).await;
    let fields = [("do", "apply"), ("was-0", "35"), ("words-0", "53"), ("act", "correction")];
    let done = editor.post(&path(&taken), &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let (_, story) = house.public(&format!("/en/politics/harbour-opens-{number}")).await;
    assert!(story.contains("It opens at noon.") && story.contains("53 manats"), "{story}");
    let working = house.room.story(reader.number).await;
    let text = working.copy.body.to_text();
    assert!(text.contains("It opens at two.") && text.contains("53 manats"), "{text}");
    assert_eq!((working.based_on, working.version), (2, 2));
}

#[tokio::test]
async fn a_story_somebody_holds_and_words_that_changed_are_refused_with_the_way_out() {
    let house = House::open().await;
    let editor = house.at_work("editor", Role::Editor).await;
    let other = house.at_work("other", Role::Editor).await;
    let reader = released(&house, &editor, "It cost 35 manats.").await;
    let number = reader.number.to_string();
    editor.post(&format!("/newsroom/stories/{number}/hands/let-go"), &[]).await;
    let taken = reader.reports("35", "53", Kind::Fact).await;
    other.post(&format!("/newsroom/stories/{number}/hands/claim"), &[]).await;
    let fields = [("do", "apply"), ("was-0", "35"), ("words-0", "53"), ("act", "correction")];
    let held = editor.post(&path(&taken), &fields).await;
    assert_eq!(held.status, StatusCode::CONFLICT);
    assert!(held.text.contains("other is writing this story") && held.text.contains("/hands/take-over"));
    assert!(held.text.contains(">53</textarea>"), "what was typed is kept: {}", held.text);
    assert_eq!(reader.status(&taken).await.outcome, report::Outcome::Waiting);
    other.post(&format!("/newsroom/stories/{number}/hands/let-go"), &[]).await;
    let stale = [("do", "apply"), ("was-0", "36"), ("words-0", "53"), ("act", "correction")];
    let changed = editor.post(&path(&taken), &stale).await;
    assert_eq!(changed.status, StatusCode::CONFLICT);
    assert!(changed.text.contains("The words have changed"), "{}", changed.text);
    let same = [("do", "apply"), ("was-0", "35"), ("words-0", "35"), ("act", "correction")];
    assert_eq!(editor.post(&path(&taken), &same).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(editor.post(&path(&taken), &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(editor.post(&path(&taken), &fields).await.status, StatusCode::CONFLICT, "once");
}

#[tokio::test]
async fn every_answer_can_be_taken_back() {
    let house = House::open().await;
    let editor = house.at_work("editor", Role::Editor).await;
    let reader = released(&house, &editor, "It cost 35 manats.").await;
    let taken = reader.reports("35", "53", Kind::Fact).await;
    let reason = [("do", "reject"), ("reason", "The bill says 35.")];
    for (fields, shelf, told) in [
        (vec![("do", "not_a_mistake")], "answered", report::Outcome::NotAMistake),
        (reason.to_vec(), "answered", report::Outcome::Rejected),
        (vec![("do", "spam")], "spam", report::Outcome::Waiting),
        (vec![("do", "later"), ("hours", "4")], "later", report::Outcome::Waiting),
    ] {
        let done = editor.post(&path(&taken), &fields).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{fields:?}: {}", done.text);
        let waiting = editor.get("/newsroom/reports").await.text;
        assert!(!waiting.contains("<del>35</del>"), "{fields:?}");
        let shelf = editor.get(&format!("/newsroom/reports?shelf={shelf}")).await.text;
        assert!(shelf.contains("<del>35</del>"), "{fields:?}");
        assert_eq!(reader.status(&taken).await.outcome, told, "{fields:?}");
        editor.post(&path(&taken), &[("do", "reopen")]).await;
        assert!(editor.get("/newsroom/reports").await.text.contains("<del>35</del>"), "{fields:?}");
    }
    let silent = editor.post(&path(&taken), &[("do", "reject"), ("reason", " ")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(editor.post(&path(&taken), &[("do", "burn")]).await.status, StatusCode::NOT_FOUND);
    let acts = house.column("SELECT act FROM audit ORDER BY at, id", "act").await;
    for act in ["report.not_a_mistake", "report.reject", "report.spam", "report.later", "report.reopen"] {
        assert!(acts.iter().any(|done| done == act), "{act}: {acts:?}");
    }
}

#[tokio::test]
async fn the_same_number_is_offered_in_the_translation_and_never_put_in_by_itself() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let apply = "[agency]\nname = \"ARNA\"\norigin = \"https://arna.example\"\ntime_zone = \"Asia/Baku\"\n\
                 default_language = \"en\"\n[[section]]\nkey = \"politics\"\n[edition.en]\n[edition.en.section.politics]\n\
                 slug = \"politics\"\nname = \"Politics\"\n[edition.fa]\n[edition.fa.section.politics]\n\
                 slug = \"siasat\"\nname = \"سیاست\"\n";
    house.room.apply(apply).await;
    let reader = released(&house, &boss, "It cost 35 manats.").await;
    let number = reader.number.to_string();
    let made = boss.post(&format!("/newsroom/stories/{number}/translations"), &[("language", "fa")]).await;
    let persian =
        made.location.trim_start_matches("/newsroom/stories/").split('?').next().unwrap().to_owned();
    let block = |id: &str, text: &str, of: &str| {
        json!({ "id": id, "type": "paragraph", "content": [{ "text": text }],
                "renders": { "block": of, "version": 1 } })
    };
    let blocks = [block("f1", "ظهر باز می‌شود.", "p1"), block("f2", "هزینهٔ آن ۳۵ منات بود.", "p2")];
    let sent = json!({ "revision": 1, "body": { "blocks": blocks } });
    let saved = boss.save(&format!("/newsroom/stories/{persian}/save"), sent).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text);
    let out = boss.post(&format!("/newsroom/stories/{persian}/acts/release"), &[]).await;
    assert_eq!(out.status, StatusCode::SEE_OTHER, "{}", out.text);
    let taken = reader.reports("35", "53", Kind::Fact).await;
    let fields = [("do", "apply"), ("was-0", "35"), ("words-0", "53"), ("act", "correction")];
    boss.post(&path(&taken), &fields).await;
    let persian_story = StoryNumber::new(persian.parse().unwrap()).unwrap();
    assert_eq!(house.room.story(persian_story).await.version, 1, "offered, never automatic");
    let page = boss.get(&path(&taken)).await.text;
    assert!(page.contains("<del>۳۵</del> <ins>۵۳</ins>"), "{page}");
    let same = boss.post(&path(&taken), &[("do", "same"), ("number", &persian)]).await;
    assert_eq!(same.status, StatusCode::SEE_OTHER, "{}", same.text);
    let put_right = house.room.story(persian_story).await;
    assert_eq!(put_right.version, 2);
    assert!(put_right.copy.body.to_text().contains("۵۳ منات"));
    let open = house.column("SELECT kind FROM task WHERE answered_at IS NULL", "kind").await;
    assert_eq!(open, Vec::<String>::new(), "the task the correction left is answered by it");
}

#[tokio::test]
async fn board_and_story_say_that_readers_report_something_to_those_who_answer() {
    let house = House::open().await;
    let editor = house.at_work("editor", Role::Editor).await;
    let reporter = house.at_work("reporter", Role::Reporter).await;
    let reader = released(&house, &editor, "It cost 35 manats.").await;
    reader.reports("35", "53", Kind::Fact).await;
    let badge = format!("class=\"reports-count\" href=\"/newsroom/reports?story={}\"", reader.number);
    assert!(editor.get("/newsroom/board?desk=").await.text.contains(&badge));
    assert!(!reporter.get("/newsroom/board?desk=").await.text.contains(&badge));
    let story = format!("/newsroom/stories/{}", reader.number);
    assert!(editor.get(&story).await.text.contains("Readers report 1 mistake here"));
    assert!(!reporter.get(&story).await.text.contains("Readers report"));
    assert!(editor.get("/newsroom/notices").await.text.contains("A reader reports an error of fact"));
    assert_eq!(reporter.get("/newsroom/reports").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_inbox_is_by_desk_language_kind_and_story() {
    let house = House::open().await;
    let editor = house.at_work("editor", Role::Editor).await;
    let reader = released(&house, &editor, "It cost 35 manats.").await;
    reader.reports("35", "53", Kind::Fact).await;
    let shows = |query: String| {
        let editor = editor.clone();
        async move { editor.get(&format!("/newsroom/reports?{query}")).await.text.contains("<del>35</del>") }
    };
    for query in ["desk=newsroom", "language=en", "kind=fact", &format!("story={}", reader.number), "desk="] {
        assert!(shows(query.to_owned()).await, "{query}");
    }
    for query in ["desk=sports", "language=az", "kind=slip", "story=4", "before=1"] {
        assert!(!shows(query.to_owned()).await, "{query}");
    }
}

#[tokio::test]
async fn figures_and_annotations_are_given() {
    let house = House::open().await;
    let editor = house.at_work("editor", Role::Editor).await;
    let reader = released(&house, &editor, "It cost 35 manats.").await;
    let taken = reader.reports("35", "53", Kind::Fact).await;
    let page = editor.get("/newsroom/reports/figures").await.text;
    assert!(page.contains("<th scope=\"row\">Newsroom</th><td>politics</td><td>1</td>"), "{page}");
    let table = editor.get("/newsroom/reports/figures.csv?days=7").await.text;
    assert_eq!(
        table,
        "desk,section,reports,matters,right,wrong,waiting,median_seconds\nNewsroom,politics,1,1,0,0,1,\n"
    );
    let found = editor.get(&format!("{}/annotation", path(&taken))).await;
    assert!(found.headers["content-type"].to_str().unwrap().starts_with("application/ld+json"));
    let item = found.json()["items"][0].clone();
    assert_eq!(
        item["target"][0]["source"],
        format!("https://arna.example/en/politics/harbour-opens-{}", reader.number)
    );
    let targets = text_anchor::read_annotation(&item.to_string()).unwrap();
    let selector = text_anchor::Selector::from_target(&targets[0]).unwrap();
    assert_eq!((selector.exact.as_str(), selector.span.start.offset), ("35", 8));
}

#[tokio::test]
async fn pages_speak_nine_languages() {
    let house = House::open().await;
    let mut editor = house.at_work("editor", Role::Editor).await;
    let reader = released(&house, &editor, "It cost 35 manats.").await;
    let taken = reader.reports("35", "53", Kind::Fact).await;
    for language in ["en", "az", "ru", "de", "fr", "es", "ar", "fa", "zh"] {
        let known = Language::parse(language).unwrap();
        let set = editor.post("/newsroom/language", &[("language", language)]).await;
        if let Some(cookie) = set.headers.get("set-cookie") {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap().to_owned();
            editor.cookie = editor.cookie.map(|own| {
                let own = own.split("; newsroom_language").next().unwrap().to_owned();
                format!("{own}; {pair}")
            });
        }
        for address in ["/newsroom/reports", "/newsroom/reports/figures", &path(&taken)] {
            let page = editor.get(address).await;
            assert_eq!(page.status, StatusCode::OK, "{language} {address}: {}", page.text);
            let dir = format!("<html lang=\"{language}\" dir=\"{}\">", known.direction().as_str());
            assert!(page.text.contains(&dir), "{language} {address}");
        }
    }
}

#[tokio::test]
async fn a_report_is_heard_at_the_desk_as_it_comes() {
    let house = House::open().await;
    let editor = house.at_work("editor", Role::Editor).await;
    let reader = released(&house, &editor, "It cost 35 manats.").await;
    house.room.publication.clock.advance(2);
    let badge = "reports-count";
    let looking = editor.events("/newsroom/live?desk=", |heard| heard.contains(badge));
    let (heard, taken) = tokio::join!(looking, reader.reports("35", "53", Kind::Slip));
    assert!(matches!(taken, Taken::Accepted { .. }));
    assert!(heard.contains("event: card"), "{heard}");
}
