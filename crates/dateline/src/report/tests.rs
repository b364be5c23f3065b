//! Reports taken, joined, followed, settled, answered and erased.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use story_body::Body;
use text_anchor::Version;

use super::*;
use crate::desk::DeskKey;
use crate::harness::{self, TestNewsroom, editor, second_editor};
use crate::lang::Language;
use crate::people::{Actor, Email, NewPerson, Role, Roles};
use crate::story::{Languages, Order, Story, StoryAct, StoryCopy};

/// The same news in nine languages, what is wrong in it, and what is right.
const NEWS: [(&str, &str, &str, &str); 9] = [
    ("en", "Some 35,000 cars use the bridge every day.", "35,000", "53,000"),
    ("az", "Körpüdən hər gün 35 000 avtomobil keçir, İncəsu deyir.", "İncəsu", "Ələtəpə"),
    ("ru", "По мосту ежедневно проезжают тысячи машин.", "тысячи", "десятки тысяч"),
    ("de", "Über die Brücke fahren täglich Autos und Züge.", "Züge", "Busse"),
    ("fr", "Le pont a été inauguré l’été dernier à Bakou.", "été dernier", "hiver dernier"),
    ("es", "El puente se inauguró el año pasado en Bakú.", "Bakú", "Ganyá"),
    ("ar", "وافقت الحكومة يوم الأربعاء على الميزانية.", "الأربعاء", "الخميس"),
    ("fa", "دولت روز چهارشنبه بودجه را تصویب کرد.", "چهارشنبه", "پنجشنبه"),
    ("zh", "内阁周三批准了预算案。", "周三", "周四"),
];

fn copy(html: &str) -> StoryCopy {
    StoryCopy { body: Body::from_html(html).body, ..StoryCopy::new("politics", "The bridge") }
}

fn edited(copy: &StoryCopy, html: &str) -> StoryCopy {
    StoryCopy { body: Body::from_html_keeping_ids(html, &copy.body).body, ..copy.clone() }
}

/// A passage of the first block that has the words.
fn passage(copy: &StoryCopy, words: &str) -> Passage {
    let text = Text::of(copy);
    let block = copy.body.blocks.iter().find(|block| block.plain_text().contains(words)).unwrap();
    let plain = text.block(block.id.as_str()).unwrap();
    let start = plain[..plain.find(words).unwrap()].chars().count();
    let end = start + words.chars().count();
    Passage {
        block: block.id.to_string(),
        start,
        end,
        exact: words.to_owned(),
        prefix: plain.chars().take(start).collect(),
        suffix: plain.chars().skip(end).collect(),
    }
}

fn draft(story: &Story, words: &str, suggestion: &str) -> Draft {
    Draft {
        story: story.number,
        version: 1,
        passages: vec![passage(&story.copy, words)],
        suggestion: suggestion.to_owned(),
        kind: Kind::Slip,
        word: String::new(),
        email: None,
        language: story.language,
    }
}

struct Desk(TestNewsroom);

impl Desk {
    async fn open() -> Desk {
        let room = TestNewsroom::open().await;
        let editions: String = NEWS.iter().map(|(language, ..)| format!("[edition.{language}]\n")).collect();
        room.apply(&format!(
            "[agency]\nname = \"ARNA\"\norigin = \"https://arna.example\"\ntime_zone = \"Asia/Baku\"\n\
             default_language = \"en\"\n[[section]]\nkey = \"politics\"\n{editions}"
        ))
        .await;
        Desk(room)
    }

    fn now(&self) -> Timestamp {
        self.0.publication.clock.now()
    }

    async fn take_at(&self, draft: &Draft, now: Timestamp) -> Taken {
        let mut act = self.0.publication.begin(0).await.unwrap();
        let taken = take(&mut act.conn(), draft, vec![1; 32], now).await.unwrap();
        act.commit().await.unwrap();
        taken
    }

    async fn take(&self, draft: &Draft) -> Taken {
        self.take_at(draft, self.now()).await
    }

    async fn matter(&self, taken: &Taken) -> Mistake {
        let reference = reference(taken);
        let mut reader = self.0.publication.db.reader().await.unwrap();
        find(&mut reader.conn(), reference.as_str()).await.unwrap().unwrap()
    }

    async fn status(&self, taken: &Taken) -> Status {
        let (Taken::Accepted { secret, .. } | Taken::Joined { secret, .. }) = taken else {
            panic!("{taken:?}");
        };
        let mut reader = self.0.publication.db.reader().await.unwrap();
        status(&mut reader.conn(), secret).await.unwrap().unwrap()
    }

    async fn answer(&self, taken: &Taken, said: Answer) -> Result<Mistake, ReportError> {
        let mut act = self.0.publication.begin(0).await.unwrap();
        let now = act.now;
        let answered = answer(&mut act.conn(), reference(taken).as_str(), &said, &editor(), now).await;
        act.commit().await.unwrap();
        answered
    }

    async fn reopen(&self, taken: &Taken) -> Result<Mistake, ReportError> {
        let mut act = self.0.publication.begin(0).await.unwrap();
        let now = act.now;
        let opened = reopen(&mut act.conn(), reference(taken).as_str(), &editor(), now).await;
        act.commit().await.unwrap();
        opened
    }

    async fn refile(&self, story: &Story, copy: StoryCopy) {
        self.0.save(story, copy).await;
        self.0.perform(story, harness::order(StoryAct::Refile)).await.unwrap();
    }

    /// What is listed, by reference.
    async fn listed(&self, shelf: Shelf) -> Vec<String> {
        let asked = Asked { shelf, desks: vec![DeskKey::default().to_string()], ..Asked::default() };
        let mut reader = self.0.publication.db.reader().await.unwrap();
        let now = self.now() + SignedDuration::from_secs(1);
        let waiting = inbox(&mut reader.conn(), &asked, 50, now).await.unwrap();
        waiting.into_iter().map(|waiting| waiting.mistake.reference.to_string()).collect()
    }
}

fn reference(taken: &Taken) -> Reference {
    match taken {
        Taken::Accepted { reference, .. } | Taken::Joined { reference, .. } => reference.clone(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_report_is_taken_and_joined_in_every_language() {
    let desk = Desk::open().await;
    for (language, text, wrong, right) in NEWS {
        let story = desk.0.released(language, copy(&format!("<p>{text}</p>"))).await;
        let first = desk.take(&draft(&story, wrong, right)).await;
        assert!(matches!(first, Taken::Accepted { .. }), "{language}: {first:?}");
        let second = desk.take(&draft(&story, wrong, "")).await;
        let Taken::Joined { reference: joined, before, .. } = &second else {
            panic!("{language}: {second:?}")
        };
        assert_eq!((joined, *before), (&reference(&first), 1), "{language}");
        let matter = desk.matter(&first).await;
        assert_eq!((matter.reports, matter.language.as_str()), (2, language));
        assert!(matter.anchors[0].marked.selector.exact.contains(wrong), "{language}: {matter:?}");
        let told = desk.status(&second).await;
        assert_eq!((told.outcome, told.readers), (Outcome::Waiting, 2));
    }
}

#[tokio::test]
async fn half_a_word_is_widened_and_the_suggestion_with_it() {
    let desk = Desk::open().await;
    let story = desk.0.released("en", copy("<p>The ministrs met in Baku.</p>")).await;
    let taken = desk.take(&draft(&story, "inistrs", "inisters")).await;
    let mut reader = desk.0.publication.db.reader().await.unwrap();
    let matter = find(&mut reader.conn(), reference(&taken).as_str()).await.unwrap().unwrap();
    let said = reports(&mut reader.conn(), matter.id, 9).await.unwrap();
    assert_eq!(said[0].marked[0].selector.exact, "ministrs");
    assert_eq!(said[0].suggestions(), Some(vec!["ministers".to_owned()]));
}

#[tokio::test]
async fn foreign_words_unknown_versions_and_too_much_are_refused() {
    let desk = Desk::open().await;
    let story = desk.0.released("en", copy("<p>Some 35,000 cars use the bridge.</p>")).await;
    let good = draft(&story, "35,000", "53,000");
    let with = |change: &dyn Fn(&mut Draft)| {
        let mut draft = good.clone();
        change(&mut draft);
        draft
    };
    for (wanted, draft) in [
        (Refusal::ForeignWords, with(&|d| d.passages[0].exact = "buy now".to_owned())),
        (Refusal::ForeignWords, with(&|d| d.passages[0].block = "zzz".to_owned())),
        (Refusal::ForeignWords, with(&|d| d.passages[0].end = 4_000)),
        (Refusal::ForeignWords, with(&|d| d.passages[0].prefix = "never said ".to_owned())),
        (Refusal::UnknownVersion, with(&|d| d.version = 2)),
        (Refusal::UnknownVersion, with(&|d| d.version = 0)),
        (Refusal::UnknownVersion, with(&|d| d.language = Language::parse("az").unwrap())),
        (Refusal::TooLong, with(&|d| d.word = "x".repeat(1_001))),
        (Refusal::TooLong, with(&|d| d.passages = vec![d.passages[0].clone(); 21])),
        (Refusal::NothingMarked, with(&|d| d.passages.clear())),
        (Refusal::NoAddress, with(&|d| d.email = Some("nobody".to_owned()))),
    ] {
        assert_eq!(desk.take(&draft).await, Taken::Refused(wanted), "{draft:?}");
    }
    desk.0.perform(&story, harness::order(StoryAct::Hold)).await.unwrap();
    assert_eq!(desk.take(&good).await, Taken::Refused(Refusal::NotPublic));
    let never = desk.0.draft("en", crate::story::Group::New).await;
    let headline = Passage { block: HEADLINE.to_owned(), ..Passage::default() };
    let of_draft = Draft { story: never.number, passages: vec![headline], ..good };
    assert_eq!(desk.take(&of_draft).await, Taken::Refused(Refusal::NotPublic));
}

#[tokio::test]
async fn what_only_trusted_readers_had_was_never_public() {
    let desk = Desk::open().await;
    let mut early = copy("<p>Some 35,000 cars use the bridge.</p>");
    early.embargo = Some(crate::story::Embargo { until: None, zone: None });
    let story = desk.0.draft_of("en", crate::story::Group::New, early.clone()).await;
    desk.0.perform(&story, Order::new(StoryAct::Release)).await.unwrap();
    let good = draft(&story, "35,000", "53,000");
    assert_eq!(desk.take(&good).await, Taken::Refused(Refusal::NotPublic));
    desk.0.publication.clock.advance(60);
    desk.0.save(&story, edited(&early, "<p>Some 53,000 cars use the bridge.</p>")).await;
    desk.0.perform(&story, Order::new(StoryAct::Update)).await.unwrap();
    desk.0.publication.clock.advance(60);
    desk.0.perform(&story, Order::new(StoryAct::Release)).await.unwrap();
    assert_eq!(desk.take(&good).await, Taken::Refused(Refusal::UnknownVersion));
}

#[tokio::test]
async fn words_put_right_since_are_answered_at_once_unless_the_reader_says_otherwise() {
    let desk = Desk::open().await;
    let story = desk.0.released("en", copy("<p>Some 35,000 cars use the bridge.</p>")).await;
    desk.refile(&story, edited(&story.copy, "<p>Some 53,000 cars use the bridge.</p>")).await;
    let fixed = Taken::AlreadyFixed { before: "35,000".to_owned(), after: "53,000".to_owned() };
    assert_eq!(desk.take(&draft(&story, "35,000", "53,000")).await, fixed);
    assert_eq!(desk.take(&draft(&story, "35,000", "")).await, fixed);
    let other = desk.take(&draft(&story, "35,000", "5,300")).await;
    assert_eq!(desk.matter(&other).await.anchors[0].standing, Standing::Changed);
    assert_eq!(desk.listed(Shelf::Waiting).await, [reference(&other).to_string()]);
}

#[tokio::test]
async fn a_matter_settles_itself_when_its_words_are_replaced_and_can_be_opened_again() {
    let desk = Desk::open().await;
    let story = desk.0.released("en", copy("<p>Some 35,000 cars use it.</p><p>Nobody else.</p>")).await;
    let taken = desk.take(&draft(&story, "35,000", "53,000")).await;
    let other = desk.take(&draft(&story, "Nobody", "No one")).await;
    desk.refile(&story, edited(&story.copy, "<p>Some 53,000 cars use it.</p><p>Nobody else.</p>")).await;
    let told = desk.status(&taken).await;
    assert_eq!((told.outcome, told.version), (Outcome::Fixed, Some(2)));
    assert_eq!(told.changed, Some(("35,000".to_owned(), "53,000".to_owned())));
    assert!(desk.matter(&taken).await.settled.unwrap().by_itself);
    assert_eq!(desk.status(&other).await.outcome, Outcome::Waiting);
    desk.reopen(&taken).await.unwrap();
    assert_eq!(desk.status(&taken).await.outcome, Outcome::Waiting);
    assert!(matches!(desk.reopen(&taken).await, Err(ReportError::NotNow)));
}

#[tokio::test]
async fn words_that_are_gone_are_shown_to_the_desk_and_settle_nothing() {
    let desk = Desk::open().await;
    let story = desk.0.released("en", copy("<p>He came. Some 35,000 cars use it.</p><p>End.</p>")).await;
    let taken = desk.take(&draft(&story, "He came", "She came")).await;
    desk.refile(&story, edited(&story.copy, "<p>Some 35,000 cars use it.</p><p>End.</p>")).await;
    let matter = desk.matter(&taken).await;
    assert_eq!((matter.state, matter.anchors[0].standing), (State::Open, Standing::Deleted));
    assert_eq!(matter.followed_to, 2);
}

#[tokio::test]
async fn a_paragraph_chosen_whole_means_what_its_suggestion_changes() {
    let desk = Desk::open().await;
    let story = desk.0.released("en", copy("<p>Some 35,000 cars use the bridge.</p>")).await;
    let block = story.copy.body.blocks[0].id.to_string();
    let whole = Passage { block: block.clone(), ..Passage::default() };
    let said = Draft {
        passages: vec![whole.clone()],
        ..draft(&story, "35,000", "Some 53,000 cars use the bridge.")
    };
    let first = desk.take(&said).await;
    let matter = desk.matter(&first).await;
    assert_eq!(matter.anchors[0].marked.selector.exact, "35,000");
    // Marked by hand by another reader, it is the same matter.
    assert!(matches!(desk.take(&draft(&story, "35,000", "")).await, Taken::Joined { before: 1, .. }));
    let silent = Draft { passages: vec![whole], suggestion: String::new(), kind: Kind::Fact, ..said };
    let taken = desk.take(&silent).await;
    assert!(desk.matter(&taken).await.anchors[0].marked.whole);
    desk.refile(&story, edited(&story.copy, "<p>Some 53,000 cars use the bridge.</p>")).await;
    assert_eq!(desk.status(&first).await.outcome, Outcome::Fixed);
    assert_eq!(desk.status(&taken).await.outcome, Outcome::Waiting, "a changed paragraph says nothing of it");
}

#[tokio::test]
async fn passages_of_several_blocks_are_one_report_with_a_suggestion_each() {
    let desk = Desk::open().await;
    let story = desk.0.released("en", copy("<p>Some 35 cars came.</p><p>On Sunday they left.</p>")).await;
    let both = Draft {
        passages: vec![passage(&story.copy, "35"), passage(&story.copy, "Sunday")],
        suggestion: "53\nMonday".to_owned(),
        ..draft(&story, "35", "")
    };
    let taken = desk.take(&both).await;
    let matter = desk.matter(&taken).await;
    let mut reader = desk.0.publication.db.reader().await.unwrap();
    let said = reports(&mut reader.conn(), matter.id, 9).await.unwrap();
    assert_eq!(said[0].suggestions(), Some(vec!["53".to_owned(), "Monday".to_owned()]));
    drop(reader);
    desk.refile(&story, edited(&story.copy, "<p>Some 53 cars came.</p><p>On Sunday they left.</p>")).await;
    assert_eq!(desk.matter(&taken).await.state, State::Open, "one of two");
}

#[tokio::test]
async fn the_desk_answers_once_and_takes_it_back() {
    let desk = Desk::open().await;
    let story = desk.0.released("en", copy("<p>Some 35,000 cars use the bridge.</p>")).await;
    let taken = desk.take(&draft(&story, "35,000", "53,000")).await;
    assert!(matches!(desk.answer(&taken, Answer::Reject(" ".into())).await, Err(ReportError::BadReason)));
    desk.answer(&taken, Answer::Reject("The ministry says 35,000.".into())).await.unwrap();
    let told = desk.status(&taken).await;
    assert_eq!(
        (told.outcome, told.reason.as_deref()),
        (Outcome::Rejected, Some("The ministry says 35,000."))
    );
    assert!(matches!(desk.answer(&taken, Answer::NotAMistake).await, Err(ReportError::NotNow)));
    desk.reopen(&taken).await.unwrap();
    desk.answer(&taken, Answer::NotAMistake).await.unwrap();
    assert_eq!(desk.listed(Shelf::Answered).await.len(), 1);
    desk.reopen(&taken).await.unwrap();
    let later = desk.now() + SignedDuration::from_hours(3);
    desk.answer(&taken, Answer::Later(later)).await.unwrap();
    assert_eq!((desk.listed(Shelf::Waiting).await.len(), desk.listed(Shelf::Later).await.len()), (0, 1));
    let past = desk.answer(&taken, Answer::Later(desk.now())).await;
    assert!(matches!(past, Err(ReportError::BadInstant)));
    let nobody = Actor { rights: crate::people::Rights::default(), ..second_editor() };
    let mut act = desk.0.publication.begin(0).await.unwrap();
    let now = act.now;
    let refused =
        answer(&mut act.conn(), reference(&taken).as_str(), &Answer::NotAMistake, &nobody, now).await;
    assert!(matches!(refused, Err(ReportError::Refused(_))));
}

#[tokio::test]
async fn what_looks_like_spam_is_put_aside_never_lost_and_taken_back() {
    let desk = Desk::open().await;
    let story = desk.0.released("en", copy("<p>One two three four five six seven eight.</p>")).await;
    let bad = |words: &str| Draft { word: "buy cheap pills online".into(), ..draft(&story, words, "") };
    for words in ["One", "two", "three", "four", "five"] {
        let taken = desk.take(&bad(words)).await;
        desk.answer(&taken, Answer::Spam).await.unwrap();
    }
    let fair = desk.take(&Draft { word: "the number is wrong".into(), ..draft(&story, "six", "6") }).await;
    desk.answer(&fair, Answer::NotAMistake).await.unwrap();
    let caught = desk.take(&bad("seven")).await;
    assert_eq!(desk.matter(&caught).await.state, State::Spam);
    assert_eq!(desk.status(&caught).await.outcome, Outcome::Waiting, "nobody is told that they were caught");
    let honest = desk.take(&Draft { word: "seven is right".into(), ..draft(&story, "seven", "7") }).await;
    assert!(matches!(honest, Taken::Accepted { .. }), "an honest report joins no spam: {honest:?}");
    assert_eq!(desk.listed(Shelf::Spam).await.len(), 6);
    assert_eq!(desk.reopen(&caught).await.unwrap().state, State::Open);
    assert_eq!(desk.listed(Shelf::Waiting).await.len(), 2);
}

#[tokio::test]
async fn a_confirmed_address_gets_one_letter_and_is_erased_a_month_later() {
    let desk = Desk::open().await;
    let story = desk.0.released("en", copy("<p>Some 35,000 cars use the bridge.</p>")).await;
    let mut wanted = draft(&story, "35,000", "53,000");
    wanted.email = Some("Nigar@reader.example".to_owned());
    let taken = desk.take(&wanted).await;
    let Taken::Accepted { confirm: Some(confirm), secret, .. } = &taken else { panic!("{taken:?}") };
    assert_ne!(confirm, secret);
    let unconfirmed = desk.take(&wanted).await;
    assert!(matches!(unconfirmed, Taken::Joined { confirm: Some(_), .. }));
    let mut act = desk.0.publication.begin(0).await.unwrap();
    let now = act.now;
    let status_secret = confirm_email(&mut act.conn(), secret, now).await.unwrap();
    assert_eq!(status_secret, None, "whoever sees the status page has not the mailbox");
    assert!(confirm_email(&mut act.conn(), confirm, now).await.unwrap().unwrap().told);
    act.commit().await.unwrap();
    desk.refile(&story, edited(&story.copy, "<p>Some 53,000 cars use the bridge.</p>")).await;
    let mut act = desk.0.publication.begin(0).await.unwrap();
    let rows = act.conn().all("SELECT payload FROM job WHERE kind = $1", [SETTLED.into()]).await.unwrap();
    assert_eq!(rows.len(), 1);
    let letter: SettledLetter = rows[0].json("payload").unwrap();
    let (to, told) = settled_letter(&mut act.conn(), &letter).await.unwrap().unwrap();
    assert_eq!((to.as_str(), told.outcome), ("nigar@reader.example", Outcome::Fixed));
    let month = now + SignedDuration::from_hours(24 * 31);
    assert_eq!(erase_old(&mut act.conn(), now).await.unwrap(), 0);
    assert_eq!(erase_old(&mut act.conn(), month).await.unwrap(), 2);
    assert_eq!(settled_letter(&mut act.conn(), &letter).await.unwrap(), None);
    let kept = "SELECT count(*) AS kept FROM report WHERE email IS NOT NULL OR network IS NOT NULL";
    assert_eq!(act.conn().one(kept, []).await.unwrap().get::<i64>("kept").unwrap(), 0);
}

#[tokio::test]
async fn an_answer_that_was_taken_back_is_not_told() {
    let desk = Desk::open().await;
    let story = desk.0.released("en", copy("<p>Some 35,000 cars use the bridge.</p>")).await;
    let mut wanted = draft(&story, "35,000", "53,000");
    wanted.email = Some("nigar@reader.example".to_owned());
    let taken = desk.take(&wanted).await;
    let Taken::Accepted { confirm: Some(confirm), .. } = &taken else { panic!("{taken:?}") };
    let mut act = desk.0.publication.begin(0).await.unwrap();
    let now = act.now;
    confirm_email(&mut act.conn(), confirm, now).await.unwrap();
    act.commit().await.unwrap();
    desk.answer(&taken, Answer::NotAMistake).await.unwrap();
    desk.reopen(&taken).await.unwrap();
    let mut reader = desk.0.publication.db.reader().await.unwrap();
    let job = reader.conn().one("SELECT payload FROM job WHERE kind = $1", [SETTLED.into()]).await.unwrap();
    let letter: SettledLetter = job.json("payload").unwrap();
    assert_eq!(settled_letter(&mut reader.conn(), &letter).await.unwrap(), None);
}

#[tokio::test]
async fn a_takedown_takes_the_quoted_words_and_a_redaction_the_stated_ones() {
    let desk = Desk::open().await;
    let text = "<p>Mr Smith of Main Street drove some 35,000 cars.</p>";
    let story = desk.0.released("en", copy(text)).await;
    let taken = desk.take(&draft(&story, "Smith", "Mr Smith of Main Street")).await;
    let order = Order {
        words: vec!["Main Street".to_owned()],
        reason: Some("privacy".to_owned()),
        ..Order::new(StoryAct::Redact)
    };
    desk.0.perform(&story, order).await.unwrap();
    desk.0.confirm(&story, StoryAct::Redact, &second_editor()).await.unwrap();
    let told = desk.status(&taken).await;
    assert!(!format!("{told:?}").contains("Main Street"), "{told:?}");
    assert!(!format!("{:?}", desk.matter(&taken).await).contains("Main Street"));
    let order = Order {
        reason: Some("law".to_owned()),
        languages: Some(Languages::This),
        ..Order::new(StoryAct::Takedown)
    };
    desk.0.perform(&story, order).await.unwrap();
    desk.0.confirm(&story, StoryAct::Takedown, &second_editor()).await.unwrap();
    let told = desk.status(&taken).await;
    assert_eq!((told.marked.as_str(), told.suggestion.as_str()), ("", ""));
    assert_eq!(desk.listed(Shelf::Waiting).await.len(), 1, "the desk still has it to answer");
}

#[tokio::test]
async fn a_story_that_many_report_asks_for_more() {
    let desk = Desk::open().await;
    let story = desk.0.released("en", copy("<p>Some 35,000 cars use the bridge.</p>")).await;
    let said = draft(&story, "35,000", "53,000");
    let mut asked = Vec::new();
    for _ in 0..61 {
        desk.take(&said).await;
        let mut reader = desk.0.publication.db.reader().await.unwrap();
        asked.push(crowded(&mut reader.conn(), story.number, desk.now()).await.unwrap());
    }
    assert_eq!((asked[0], asked[18], asked[19]), (Crowd::Nothing, Crowd::Nothing, Crowd::Proof));
    assert_eq!((asked[58], asked[59], asked[60]), (Crowd::Proof, Crowd::Letters, Crowd::Letters));
    let mut reader = desk.0.publication.db.reader().await.unwrap();
    let later = desk.now() + SignedDuration::from_hours(2);
    assert_eq!(crowded(&mut reader.conn(), story.number, later).await.unwrap(), Crowd::Nothing);
}

#[tokio::test]
async fn reports_are_counted_by_desk_and_section_with_the_median_time_to_put_them_right() {
    let desk = Desk::open().await;
    let text = "<p>One two three four five six seven.</p>";
    let story = desk.0.released("en", copy(text)).await;
    let now = desk.now();
    for (words, hours) in [("One", 1), ("two", 2), ("three", 9)] {
        desk.take_at(&draft(&story, words, "x"), now - SignedDuration::from_hours(hours)).await;
    }
    let wrong = desk.take(&draft(&story, "seven", "x")).await;
    desk.take(&draft(&story, "seven", "y")).await;
    desk.answer(&wrong, Answer::NotAMistake).await.unwrap();
    desk.refile(&story, edited(&story.copy, "<p>Uno dos tres four five six seven.</p>")).await;
    let mut reader = desk.0.publication.db.reader().await.unwrap();
    let since = now - SignedDuration::from_hours(24);
    let until = now + SignedDuration::from_hours(1);
    let counted = figures(&mut reader.conn(), &[DeskKey::default().to_string()], since, until).await.unwrap();
    assert_eq!((counted.all.reports, counted.all.matters, counted.all.wrong), (5, 4, 1));
    assert_eq!(counted.sections.len(), 1);
    assert_eq!((counted.sections[0].section.as_str(), counted.sections[0].row), ("politics", counted.all));
    let none = figures(&mut reader.conn(), &[], since, until).await.unwrap();
    assert_eq!(none.all.reports, 0);
}

#[tokio::test]
async fn those_on_duty_hear_of_a_fact_at_once_and_of_a_slip_not() {
    let desk = Desk::open().await;
    let story = desk.0.released("en", copy("<p>Some 35,000 cars use the bridge.</p>")).await;
    let mut act = desk.0.publication.begin(0).await.unwrap();
    let (now, boss) = (act.now, Actor::program());
    let mut people = Vec::new();
    for role in [Role::Editor, Role::Reporter] {
        let email = Email::parse(&format!("{}@arna.example", role.as_str())).unwrap();
        let new = NewPerson { email, name: None, roles: Roles::of(&[role]), password: None };
        people.push(crate::people::add(&mut act.conn(), &boss, new, now).await.unwrap().id);
    }
    act.commit().await.unwrap();
    desk.take(&draft(&story, "35,000", "53,000")).await;
    desk.take(&Draft { kind: Kind::Fact, ..draft(&story, "35,000", "53,000") }).await;
    let mut reader = desk.0.publication.db.reader().await.unwrap();
    let unseen = crate::notice::unseen(&mut reader.conn()).await.unwrap();
    assert_eq!((unseen.get(&people[0]), unseen.get(&people[1])), (Some(&1), None));
}

#[tokio::test]
async fn a_report_goes_round_as_a_web_annotation() {
    let desk = Desk::open().await;
    let story = desk.0.released("ar", copy("<p>وافقت الحكومة يوم الأربعاء.</p>")).await;
    let taken = desk.take(&draft(&story, "الأربعاء", "الخميس")).await;
    let matter = desk.matter(&taken).await;
    let mut reader = desk.0.publication.db.reader().await.unwrap();
    let said = reports(&mut reader.conn(), matter.id, 9).await.unwrap();
    let page = annotations(&matter, &said, "https://a.example/r", "https://a.example/ar/1");
    let read = text_anchor::read_annotation(&page["items"][0].to_string()).unwrap();
    let again = text_anchor::Selector::from_target(&read[0]).unwrap();
    assert_eq!(again, said[0].marked[0].selector);
    assert_eq!(page["items"][0]["body"][0]["value"], "الخميس");
}

proptest! {
    /// Whatever a reader makes of a paragraph, the words it is narrowed to and what is said of them give it back.
    #[test]
    fn a_narrowed_suggestion_says_the_same(text in "[abc é中ا.,\u{301}]{1,60}", said in "[abc é中ا.,\u{301}]{1,60}") {
        prop_assume!(!text.trim().is_empty());
        let version = Version::new([("a", text.as_str())]).unwrap();
        let whole = Passage { block: "a".to_owned(), ..Passage::default() };
        let (marked, suggestion) = super::anchor::mark(&version, &whole, &said).unwrap();
        if !marked.whole {
            let span = &marked.selector.span;
            let head: String = text.chars().take(span.start.offset).collect();
            let tail: String = text.chars().skip(span.end.offset).collect();
            let whole = format!("{head}{suggestion}{tail}");
            prop_assert_eq!(super::anchor::spaced(&whole), super::anchor::spaced(&said));
        }
    }

    /// No offsets, words or blocks from outside make it stumble.
    #[test]
    fn any_passage_is_taken_or_refused(
        text in ".{0,40}", start in 0usize..50, end in 0usize..50, exact in ".{0,20}", said in ".{0,20}",
    ) {
        let version = Version::new([("a", text.as_str())]).unwrap();
        let passage = Passage { block: "a".to_owned(), start, end, exact, ..Passage::default() };
        let _ = super::anchor::mark(&version, &passage, &said);
        let own: String = text.chars().skip(start).take(end.saturating_sub(start)).collect();
        let passage = Passage { exact: own, ..passage };
        let _ = super::anchor::mark(&version, &passage, &said);
    }
}
