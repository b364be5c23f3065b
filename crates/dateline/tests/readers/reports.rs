//! A mistake reported by a reader: the form, what it is answered, the page where it is followed, and the letters.

use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex};

use axum::body::Body;
use axum::extract::ConnectInfo;
use dateline::jobs::{Handlers, Job};
use dateline::mail::{Letter, SEND};
use dateline::report::{self, Text};
use dateline::site::report_letters::with_report_letters;
use dateline::story::{Order, Story, StoryAct, StoryCopy};
use http::{HeaderMap, Request, StatusCode};

use super::counter::{Counter, between, token_of};
use super::newsroom::order;

const BODY: &str =
    "<p>Some 35,000 cars use the bridge every day.</p><p>The mayor of Selmar <b>agreed</b> on Monday.</p>";
const READER: &str = "203.0.113.9";

/// Readers of one story.
struct Readers {
    counter: Counter,
    story: Story,
    path: String,
}

/// A form as a browser sends it.
type Fields = Vec<(String, String)>;

fn copy(body: &str) -> StoryCopy {
    StoryCopy { body: story_body::Body::from_html(body).body, ..StoryCopy::new("politics", "The bridge") }
}

impl Readers {
    async fn open() -> Readers {
        Readers::of(Counter::open("proof-or-image").await).await
    }

    async fn of(counter: Counter) -> Readers {
        let story = counter.room.released("en", copy(BODY)).await;
        let path = format!("/en/politics/the-bridge-{}/report", story.number);
        Readers { counter, story, path }
    }

    /// The empty form's token, and two seconds to type in.
    async fn token(&self) -> String {
        let (status, page) = self.counter.get(&self.path).await;
        assert_eq!(status, StatusCode::OK, "{page}");
        self.counter.room.publication.clock.advance(2);
        token_of(&page)
    }

    /// What a script sends about words of the newest text it was given.
    async fn marking(&self, words: &str, suggestion: &str) -> Fields {
        let text = Text::of(&self.story.copy);
        let (block, plain) = text.blocks().find(|(_, text)| text.contains(words)).unwrap();
        let start = plain[..plain.find(words).unwrap()].chars().count();
        let end = start + words.chars().count();
        let passage = serde_json::json!([{
            "block": block, "start": start, "end": end, "exact": words,
            "prefix": plain.chars().take(start).collect::<String>(),
            "suffix": plain.chars().skip(end).take(64).collect::<String>(),
        }]);
        let mut fields = self.choosing(&[], suggestion).await;
        fields.push(("passages".to_owned(), passage.to_string()));
        fields
    }

    /// What a form without scripts sends.
    async fn choosing(&self, blocks: &[&str], suggestion: &str) -> Fields {
        let token = self.token().await;
        let mut fields: Fields = [
            ("version", "1"),
            ("suggestion", suggestion),
            ("kind", "fact"),
            ("word", ""),
            ("email", ""),
            ("website", ""),
            ("captcha_token", &token),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
        fields.extend(blocks.iter().map(|block| ("block".to_owned(), (*block).to_owned())));
        fields
    }

    async fn send(&self, fields: &Fields) -> (StatusCode, String) {
        self.send_from(READER, "same-origin", fields).await
    }

    async fn send_from(&self, address: &str, site: &str, fields: &Fields) -> (StatusCode, String) {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let peer = SocketAddr::new(address.parse::<IpAddr>().unwrap(), 40_000);
        let request = Request::post(&self.path)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", site)
            .extension(ConnectInfo(peer))
            .body(Body::from(body));
        let (status, _, body) = self.counter.ask(request.unwrap()).await;
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    async fn page(&self, path: &str) -> (StatusCode, HeaderMap, String) {
        let (status, headers, body) = self.counter.ask(Request::get(path).body(Body::empty()).unwrap()).await;
        (status, headers, String::from_utf8_lossy(&body).into_owned())
    }

    /// Puts the number right in a correction.
    async fn correct(&self) {
        let body = BODY.replace("35,000", "53,000");
        let blocks = story_body::Body::from_html_keeping_ids(&body, &self.story.copy.body).body;
        self.counter.room.save(&self.story, StoryCopy { body: blocks, ..self.story.copy.clone() }).await;
        let correction =
            Order { public_note: Some("Paragraph 1: 53,000".into()), ..order(StoryAct::Correction) };
        self.counter.room.perform(&self.story, correction).await.unwrap();
    }

    /// Does the errands that are due; the letters that were sent.
    async fn letters(&self) -> Vec<Letter> {
        let sent: Arc<Mutex<Vec<Letter>>> = Arc::default();
        let (post, publication) = (sent.clone(), &self.counter.room.publication);
        let handlers =
            with_report_letters(Handlers::default(), publication.clone()).with(SEND, move |job: Job| {
                post.lock().unwrap().push(serde_json::from_str(&job.payload).unwrap());
                async { Ok(()) }
            });
        publication.do_errands(&handlers).await.unwrap();
        let sent = sent.lock().unwrap();
        sent.clone()
    }

    async fn number_of(&self, sql: &'static str) -> i64 {
        let mut reader = self.counter.room.publication.db.snapshot().await.unwrap();
        reader.conn().one(sql, []).await.unwrap().get("many").unwrap()
    }
}

fn set(fields: &mut Fields, name: &str, value: &str) {
    fields.retain(|(known, _)| known != name);
    fields.push((name.to_owned(), value.to_owned()));
}

fn status_of(page: &str) -> String {
    between(page, "<a href=\"/en/feedback/", "\"").to_owned()
}

#[tokio::test]
async fn marked_words_are_taken_and_followed_until_they_are_right() {
    let readers = Readers::open().await;
    let (status, page) = readers.send(&readers.marking("35,000", "53,000").await).await;
    assert_eq!(status, StatusCode::OK, "{page}");
    let reference = between(&page, "<strong dir=\"ltr\">", "<");
    assert!(reference.starts_with("M-") && reference.len() >= 6, "{reference}");
    let address = format!("/en/feedback/{}", status_of(&page));
    let (status, headers, followed) = readers.page(&address).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers["cache-control"], "no-store");
    assert_eq!(headers["referrer-policy"], "no-referrer");
    assert_eq!(headers["x-robots-tag"], "noindex");
    assert!(headers.get("set-cookie").is_none());
    assert!(followed.contains(reference) && followed.contains("is waiting for an editor"), "{followed}");
    assert!(followed.contains("<meta name=\"robots\" content=\"noindex\">"));
    readers.correct().await;
    let (_, _, followed) = readers.page(&address).await;
    assert!(followed.contains("<del>35,000</del>") && followed.contains("<ins>53,000</ins>"), "{followed}");
    assert!(followed.contains("has been put right"), "{followed}");
}

#[tokio::test]
async fn an_address_nobody_was_given_tells_nothing() {
    let readers = Readers::open().await;
    for secret in ["x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00"] {
        assert_eq!(
            readers.page(&format!("/en/feedback/{secret}")).await.0,
            StatusCode::NOT_FOUND,
            "{secret}"
        );
    }
}

#[tokio::test]
async fn foreign_words_are_refused_and_nothing_typed_is_lost() {
    let readers = Readers::open().await;
    let mut fields = readers.marking("35,000", "\"53\" <thousand>").await;
    let foreign = fields.iter().find(|(name, _)| name == "passages").unwrap().1.replace("35,000", "99,999");
    set(&mut fields, "passages", &foreign);
    set(&mut fields, "word", "Please look.");
    let (status, page) = readers.send(&fields).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.contains("id=\"report-which-fault\""), "{page}");
    for kept in ["&quot;53&quot; &lt;thousand&gt;", "Please look.", "value=\"fact\" required checked"] {
        assert!(page.contains(kept), "{kept} in {page}");
    }
    assert_eq!(page.matches("type=\"checkbox\"").count(), 3, "headline and two paragraphs to choose from");
    assert_eq!(page.matches("\" checked>").count(), 1, "the paragraph that was marked in is chosen: {page}");
    assert_eq!(readers.number_of("SELECT count(*) AS many FROM report").await, 0);
    // The form that was shown again is good as it stands.
    set(&mut fields, "captcha_token", &token_of(&page));
    set(&mut fields, "passages", "");
    set(&mut fields, "block", between(&page, "name=\"block\" value=\"", "\""));
    readers.counter.room.publication.clock.advance(2);
    assert_eq!(readers.send(&fields).await.0, StatusCode::OK);
}

#[tokio::test]
async fn what_cannot_be_read_asks_for_the_paragraph_and_is_shown_as_text() {
    let readers = Readers::open().await;
    let mut fields = readers.marking("35,000", "53,000").await;
    for odd in ["[", "{}", "[{\"block\":1}]", "null"] {
        set(&mut fields, "passages", odd);
        let (status, page) = readers.send(&fields).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{odd}");
        assert!(page.contains("Please mark the words or choose a paragraph."), "{page}");
    }
    let script = "[{\"block\":\"x\",\"start\":0,\"end\":9,\"exact\":\"<script>alert(1)</script>\"}]";
    set(&mut fields, "passages", script);
    set(&mut fields, "email", "nobody");
    let (_, page) = readers.send(&fields).await;
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script>alert"), "{page}");
}

#[tokio::test]
async fn the_second_reader_of_a_mistake_hears_of_the_first() {
    let readers = Readers::open().await;
    assert_eq!(readers.send(&readers.marking("35,000", "53,000").await).await.0, StatusCode::OK);
    let fields = readers.marking("35,000 cars", "53,000 cars").await;
    let (status, page) = readers.send_from("198.51.100.1", "same-origin", &fields).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("One reader reported this before you"), "{page}");
    assert_eq!(readers.number_of("SELECT count(*) AS many FROM mistake").await, 1);
}

#[tokio::test]
async fn who_reads_an_old_page_hears_that_it_is_right_now() {
    let readers = Readers::open().await;
    let fields = readers.marking("35,000", "53,000").await;
    readers.correct().await;
    let (status, page) = readers.send(&fields).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("<del>35,000</del>") && page.contains("<ins>53,000</ins>"), "{page}");
    assert_eq!(readers.number_of("SELECT count(*) AS many FROM report").await, 0);
}

#[tokio::test]
async fn without_scripts_a_paragraph_is_chosen() {
    let readers = Readers::open().await;
    let (_, page) = readers.counter.get(&readers.path).await;
    assert!(
        page.contains("Some 35,000 cars use the bridge every day.")
            && !page.contains("value=\"translation\"")
    );
    assert!(!page.contains("name=\"captcha\""), "nobody is asked for letters before many report");
    let block = readers.story.copy.body.blocks[0].id.to_string();
    let (status, page) = readers.send(&readers.choosing(&[&block], "53,000 cars").await).await;
    assert_eq!(status, StatusCode::OK, "{page}");
}

#[tokio::test]
async fn what_is_missing_is_said_at_its_field_in_the_language_of_the_page() {
    let counter = Counter::open("image").await;
    let story = counter.room.released("az", copy("<p>Körpü mayda açılıb.</p>")).await;
    let path = format!("/az/siyaset/the-bridge-{}/report", story.number);
    let readers = Readers { counter, story, path };
    let mut fields = readers.choosing(&[], "").await;
    set(&mut fields, "kind", "");
    set(&mut fields, "email", "heç kim");
    let (status, page) = readers.send(&fields).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for id in ["report-which-fault", "report-kind-fault", "report-email-fault"] {
        assert!(page.contains(&format!("id=\"{id}\"")), "{id} in {page}");
    }
    assert!(page.contains("Səhvin növünü göstərin."), "{page}");
    // What was not judged stays good.
    assert_eq!(token_of(&page), fields.iter().find(|(name, _)| name == "captcha_token").unwrap().1);
}

#[tokio::test]
async fn a_token_is_good_once_for_its_story_and_for_reports_alone() {
    let readers = Readers::open().await;
    let fields = readers.marking("35,000", "53,000").await;
    assert_eq!(readers.send(&fields).await.0, StatusCode::OK);
    let (status, page) = readers.send(&fields).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "spent");
    assert!(page.contains("too old or sent before"), "{page}");
    let other = readers.counter.room.released("en", copy(BODY)).await;
    let (_, page) = readers.counter.get(&format!("/en/politics/the-bridge-{}/report", other.number)).await;
    readers.counter.room.publication.clock.advance(2);
    let mut foreign = readers.marking("Monday", "Tuesday").await;
    set(&mut foreign, "captcha_token", &token_of(&page));
    assert_eq!(readers.send(&foreign).await.0, StatusCode::UNPROCESSABLE_ENTITY, "another story's");
    let (letters, _) = readers.counter.token().await;
    set(&mut foreign, "captcha_token", &letters);
    assert_eq!(readers.send(&foreign).await.0, StatusCode::UNPROCESSABLE_ENTITY, "another form's");
    assert_eq!(readers.number_of("SELECT count(*) AS many FROM report").await, 1);
}

#[tokio::test]
async fn what_no_reader_does_is_put_aside_or_refused() {
    let readers = Readers::open().await;
    let mut fields = readers.marking("35,000", "https://pills.example").await;
    assert_eq!(readers.send_from(READER, "cross-site", &fields).await.0, StatusCode::FORBIDDEN);
    set(&mut fields, "website", "https://pills.example");
    set(&mut fields, "email", "somebody@reader.example");
    let (status, page) = readers.send(&fields).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("M-"), "its sender hears nothing of it: {page}");
    assert_eq!(readers.number_of("SELECT count(*) AS many FROM mistake WHERE state = 'spam'").await, 1);
    assert!(readers.letters().await.is_empty(), "and nobody gets a letter");
    let (_, page) = readers.counter.get(&readers.path).await;
    let mut quick = readers.marking("Monday", "Tuesday").await;
    readers.counter.room.publication.clock.advance(-2);
    set(&mut quick, "captcha_token", &token_of(&page));
    assert_eq!(readers.send(&quick).await.0, StatusCode::UNPROCESSABLE_ENTITY, "nobody types that fast");
}

#[tokio::test]
async fn a_crowded_story_asks_for_work_and_then_for_letters() {
    let readers = Readers::open().await;
    for place in 0..60 {
        let mut fields = readers.marking("35,000", "53,000").await;
        let token = fields.iter().find(|(name, _)| name == "captcha_token").unwrap().1.clone();
        let (_, page) = readers.counter.get(&readers.path).await;
        let challenge = between(&page, "data-challenge=\"", "\"");
        assert_eq!(challenge.is_empty(), place < 20, "{place} reports");
        assert_eq!(page.contains("name=\"captcha\""), place >= 20, "letters stand beside the work");
        if place == 20 {
            let (status, page) = readers.send(&fields).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.contains("id=\"captcha-fault\"") && page.contains("53,000"), "{page}");
        }
        if place >= 20 {
            set(&mut fields, "captcha", &readers.counter.letters(&token).await);
        }
        let address = format!("198.51.{place}.7");
        let (status, page) = readers.send_from(&address, "same-origin", &fields).await;
        assert_eq!(status, StatusCode::OK, "{place}: {page}");
    }
    let (_, page) = readers.counter.get(&readers.path).await;
    assert_eq!(between(&page, "data-challenge=\"", "\""), "", "work is taken no longer");
    assert!(page.contains("name=\"captcha\""));
}

#[tokio::test]
async fn a_network_that_sends_too_many_is_told_and_loses_nothing() {
    let readers = Readers::open().await;
    for _ in 0..30 {
        let mut fields = readers.marking("35,000", "53,000").await;
        set(&mut fields, "captcha_token", "AAAA");
        assert_eq!(readers.send(&fields).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let fields = readers.marking("35,000", "53,001").await;
    let (status, page) = readers.send(&fields).await;
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.contains("53,001") && page.contains("<blockquote>35,000</blockquote>"), "{page}");
    let (status, _) = readers.send_from("198.51.100.1", "same-origin", &fields).await;
    assert_eq!(status, StatusCode::OK, "and others are taken with what is still good");
}

#[tokio::test]
async fn nothing_of_an_address_on_the_network_is_kept() {
    let readers = Readers::open().await;
    assert_eq!(readers.send(&readers.marking("35,000", "53,000").await).await.0, StatusCode::OK);
    let room = &readers.counter.room;
    let networks = async || {
        let mut reader = room.publication.db.snapshot().await.unwrap();
        let rows = reader.conn().all("SELECT network FROM report", []).await.unwrap();
        rows.iter().map(|row| row.get::<Option<Vec<u8>>>("network").unwrap()).collect::<Vec<_>>()
    };
    let kept = networks().await.remove(0).unwrap();
    assert_eq!(kept.len(), 16, "a keyed hash");
    assert!(!kept.windows(3).any(|bytes| bytes == [203, 0, 113]));
    room.publication.clock.advance(3 * 24 * 3600);
    let mut act = room.publication.begin_errand().await.unwrap();
    let now = act.now;
    report::erase_old(&mut act.conn(), now).await.unwrap();
    act.commit().await.unwrap();
    assert_eq!(networks().await, [None], "and that for two days");
}

#[tokio::test]
async fn letters_go_to_an_address_that_was_confirmed_and_to_no_other() {
    let readers = Readers::open().await;
    let mut fields = readers.marking("35,000", "53,000").await;
    set(&mut fields, "email", "nigar@reader.example");
    let (_, page) = readers.send(&fields).await;
    assert!(page.contains("We have sent you a letter"), "{page}");
    let mut other = readers.marking("35,000", "53,000").await;
    set(&mut other, "email", "someone@else.example");
    readers.send_from("198.51.100.1", "same-origin", &other).await;
    let letters = readers.letters().await;
    assert_eq!(letters.len(), 2, "{letters:?}");
    let asked = letters.iter().find(|letter| letter.to == "nigar@reader.example").unwrap();
    assert!(asked.subject.contains("M-") && !asked.text.contains("35,000"), "{asked:?}");
    let link = asked.text.lines().find(|line| line.starts_with("https://arna.example/")).unwrap();
    let path = link.strip_prefix("https://arna.example").unwrap();
    // A program that looks into letters follows links: that confirms nothing.
    let (status, headers, page) = readers.page(path).await;
    assert_eq!((status, &headers["cache-control"]), (StatusCode::OK, &"no-store".parse().unwrap()));
    assert!(page.contains("method=\"post\""), "{page}");
    let (status, page) = readers.counter.post_from("cross-site", path, &[]).await;
    assert_eq!(status, StatusCode::FORBIDDEN, "{page}");
    let (status, page) = readers.counter.post(path, &[]).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("We will write to you when the matter is settled."), "{page}");
    readers.correct().await;
    readers.counter.room.publication.clock.advance(3600);
    let letters = readers.letters().await;
    let to: Vec<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
    assert_eq!(to, ["nigar@reader.example"], "one letter to the one who confirmed");
    assert!(letters[0].text.contains("35,000") && letters[0].text.contains("53,000"), "{}", letters[0].text);
    assert!(readers.letters().await.is_empty(), "and no other");
}

#[tokio::test]
async fn an_address_is_erased_a_month_after_the_matter_is_settled() {
    let readers = Readers::open().await;
    let mut fields = readers.marking("35,000", "53,000").await;
    set(&mut fields, "email", "nigar@reader.example");
    readers.send(&fields).await;
    readers.correct().await;
    for (days, left) in [(29, 1), (2, 0)] {
        readers.counter.room.publication.clock.advance(days * 24 * 3600);
        let mut act = readers.counter.room.publication.begin_errand().await.unwrap();
        let now = act.now;
        report::erase_old(&mut act.conn(), now).await.unwrap();
        act.commit().await.unwrap();
        assert_eq!(readers.number_of("SELECT count(email) AS many FROM report").await, left);
    }
}

#[tokio::test]
async fn a_story_that_is_withdrawn_takes_no_report_and_says_so() {
    let readers = Readers::open().await;
    let fields = readers.marking("35,000", "53,000").await;
    readers.counter.room.perform(&readers.story, order(StoryAct::Hold)).await.unwrap();
    let (status, page) = readers.send(&fields).await;
    assert!(status.is_client_error() || page.contains("being checked"), "{status} {page}");
    assert_eq!(readers.number_of("SELECT count(*) AS many FROM report").await, 0);
}
