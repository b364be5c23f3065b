//! The program killed with `kill -9` while programs write: every acknowledged act is there with its entry, nothing is
//! there by half, and every page agrees with the log.
//!
//! A few rounds in the suite; `DATELINE_KILL_ROUNDS=100` for as many as an operator wants to see.

mod newsroom;
mod served;

use std::collections::BTreeMap;
use std::time::Duration;

use dateline::db::{Db, Engine};
use rand::RngExt;
use rand::rngs::StdRng;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use served::{Answer, Caller, Installation, dice};
use tokio::task::JoinSet;

const WRITERS: u64 = 6;

/// What one program wrote, and what it was told.
struct Writer {
    name: u64,
    dice: StdRng,
    stories: Vec<Written>,
    acts: u64,
    /// The call that was under way when the server died.
    unanswered: Option<Call>,
    /// Calls whose answers were heard.
    acknowledged: Vec<(Call, Answer)>,
}

/// A story as its writer knows it.
#[derive(Clone, Debug)]
struct Written {
    number: i64,
    version: i64,
    revision: i64,
    headline: String,
    public: bool,
}

/// A POST that may be sent again.
#[derive(Clone, Debug)]
struct Call {
    path: String,
    key: String,
    body: Value,
    does: Does,
}

#[derive(Clone, Debug, PartialEq)]
enum Does {
    Create { headline: String },
    Act { story: usize, act: &'static str },
}

impl Writer {
    fn new(name: u64) -> Writer {
        Writer {
            name,
            dice: dice(name),
            stories: Vec::new(),
            acts: 0,
            unanswered: None,
            acknowledged: Vec::new(),
        }
    }

    /// Writes until the server is gone.
    async fn write(mut self, caller: Caller) -> Writer {
        loop {
            if let Some(call) = self.unanswered.take() {
                // A program that got no answer asks again under the same key.
                if !self.send(&caller, call).await {
                    return self;
                }
                continue;
            }
            let Some(call) = self.next_call(&caller).await else { return self };
            if !self.send(&caller, call).await {
                return self;
            }
        }
    }

    /// Sends a call; whether it was answered.
    async fn send(&mut self, caller: &Caller, call: Call) -> bool {
        match caller.post(&call.path, &call.key, &call.body).await {
            Ok(answer) => {
                self.learn(&call, &answer);
                self.acknowledged.push((call, answer));
                true
            }
            Err(_) => {
                self.unanswered = Some(call);
                false
            }
        }
    }

    fn learn(&mut self, call: &Call, answer: &Answer) {
        let told = answer.json();
        let wanted =
            if matches!(call.does, Does::Create { .. }) { StatusCode::CREATED } else { StatusCode::OK };
        assert_eq!(answer.status, wanted, "{call:?}: {}", answer.text);
        let (version, revision) = (told["version"].as_i64().unwrap(), told["revision"].as_i64().unwrap());
        match &call.does {
            Does::Create { headline } => {
                assert_eq!(version, 1, "{call:?}: {told}");
                self.stories.push(Written {
                    number: told["number"].as_i64().unwrap(),
                    version,
                    revision,
                    headline: headline.clone(),
                    public: true,
                });
            }
            Does::Act { story, act } => {
                let story = &mut self.stories[*story];
                assert_eq!(version, story.version + 1, "done once, however often it was sent: {call:?}");
                (story.version, story.revision, story.public) = (version, revision, *act != "hold");
            }
        }
    }

    /// A new story, or an act on one of the writer's own; `None` when the server went away during the edit before it.
    async fn next_call(&mut self, caller: &Caller) -> Option<Call> {
        self.acts += 1;
        let (key, mark) = (format!("{}-{}", self.name, self.acts), format!("w{}a{}", self.name, self.acts));
        if self.stories.is_empty() || self.dice.random_bool(0.4) {
            let headline = format!("Ministers meet {mark}");
            let body = json!({
                "format": "dateline/story/1", "language": "en", "headline": headline,
                "section": if self.dice.random_bool(0.5) { "politics" } else { "economy" },
                "body_html": format!("<p>Text {mark}.</p>"),
                "topics": [format!("Topic {}", self.dice.random_range(0..9))],
            });
            return Some(Call {
                path: "/api/v1/stories?release=now".into(),
                key,
                body,
                does: Does::Create { headline },
            });
        }
        let index = self.dice.random_range(0..self.stories.len());
        let act = match (self.stories[index].public, self.dice.random_range(0..4)) {
            (false, _) => "lift",
            (true, 0) => "hold",
            (true, 1) => "update",
            (true, _) => "correct",
        };
        if matches!(act, "update" | "correct") && !self.edit(caller, index, &mark).await {
            return None;
        }
        let path = format!("/api/v1/stories/{}/{act}", self.stories[index].number);
        let body = json!({ "editor_note": format!("Paragraph 1: {mark}") });
        Some(Call { path, key, body, does: Does::Act { story: index, act } })
    }

    /// A new headline in the working copy. An edit nobody answered may have been made or not: the story is read.
    async fn edit(&mut self, caller: &Caller, index: usize, mark: &str) -> bool {
        let story = &mut self.stories[index];
        let path = format!("/api/v1/stories/{}", story.number);
        let Ok(found) = caller.call(Method::GET, &path, &[], &Value::Null).await else { return false };
        let found = found.json();
        let revision = found["revision"].as_i64().unwrap();
        assert!(revision >= story.revision, "an acknowledged edit is there: {found}");
        let headline = format!("Ministers meet {mark}");
        let tag = format!("\"{revision}\"");
        let patch = json!({ "headline": headline });
        match caller.call(Method::PATCH, &path, &[("if-match", &tag)], &patch).await {
            Ok(edited) => {
                assert_eq!(edited.status, StatusCode::OK, "{}", edited.text);
                story.revision = edited.json()["revision"].as_i64().unwrap();
                story.headline = headline;
                true
            }
            Err(_) => false,
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_acknowledged_act_outlives_a_killed_process() {
    let rounds =
        std::env::var("DATELINE_KILL_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(6);
    let postgres = match std::env::var("DATELINE_TEST_POSTGRES") {
        Ok(server) => Some(newsroom::fresh_database(&server).await),
        Err(_) => None,
    };
    let house = Installation::made(postgres).await;
    let mut chance = dice(1000);
    let mut writers: Vec<Writer> = (0..WRITERS).map(Writer::new).collect();
    let (mut begun, mut checked) = (0, 0);
    for round in 1..=rounds {
        begun += kill_while_it_starts(&house, &mut chance).await;
        let server = house.serve().await;
        let caller = server.caller();
        let mut writing = JoinSet::new();
        for writer in writers.drain(..) {
            writing.spawn(writer.write(caller.clone()));
        }
        tokio::time::sleep(Duration::from_millis(chance.random_range(50..1500))).await;
        server.kill().await;
        writers = writing.join_all().await;
        writers.sort_by_key(|writer| writer.name);
        let server = house.serve().await;
        checked += assert_agreement(&server.caller(), &mut writers, &mut chance, round == rounds).await;
        // The next round begins with this one killed in its idleness, or while it answers the last pages.
        server.kill().await;
    }
    let acts: usize = writers.iter().map(|writer| writer.acknowledged.len()).sum();
    println!(
        "killed {} times, {begun} of them while starting: {acts} acknowledged acts, all there; {checked} pages agreed",
        begun + 2 * rounds
    );
    assert_whole(&house).await;
}

/// Now and then a server is killed before it listens; 1 where this one was.
async fn kill_while_it_starts(house: &Installation, chance: &mut StdRng) -> usize {
    if chance.random_bool(0.5) {
        return 0;
    }
    let mut process = house.starting();
    tokio::time::sleep(Duration::from_millis(chance.random_range(0..120))).await;
    process.kill().await.unwrap();
    1
}

/// The log has every acknowledged act where its answer said, keys answer as they did, and pages show what the log
/// says; how many pages were looked at.
async fn assert_agreement(caller: &Caller, writers: &mut [Writer], chance: &mut StdRng, all: bool) -> usize {
    for writer in &mut *writers {
        if let Some(call) = writer.unanswered.take() {
            let answer = caller.post(&call.path, &call.key, &call.body).await.unwrap();
            writer.learn(&call, &answer);
            writer.acknowledged.push((call, answer));
        }
    }
    let log = caller.log().await;
    for (entry, seq) in log.iter().zip(1..) {
        assert_eq!(entry["seq"], seq, "the log has a gap");
    }
    let mut versions: BTreeMap<i64, i64> = BTreeMap::new();
    for entry in &log {
        let Some(number) = entry["number"].as_i64() else { continue };
        let version = versions.entry(number).or_default();
        *version += 1;
        assert_eq!(entry["version"], *version, "versions have no gap: {entry}");
    }
    for (call, answer) in writers.iter().flat_map(|writer| &writer.acknowledged) {
        let told = answer.json();
        let entry = &log[told["seq"].as_i64().unwrap() as usize - 1];
        assert_eq!((&entry["number"], &entry["version"]), (&told["number"], &told["version"]), "{call:?}");
    }
    assert_keys_answer_again(caller, writers, chance, log.len()).await;
    let mut pages = 0;
    for story in writers.iter().flat_map(|writer| &writer.stories) {
        assert_eq!(
            versions[&story.number], story.version,
            "nothing was done that nobody asked for: {story:?}"
        );
        if all || chance.random_bool(0.2) {
            assert_page_agrees(caller, story).await;
            pages += 1;
        }
    }
    pages + assert_lists_agree(caller, writers).await
}

/// Calls sent again under their keys change nothing and are answered as they were.
async fn assert_keys_answer_again(caller: &Caller, writers: &[Writer], chance: &mut StdRng, head: usize) {
    for writer in writers.iter().filter(|writer| !writer.acknowledged.is_empty()) {
        for _ in 0..4 {
            let (call, answer) = &writer.acknowledged[chance.random_range(0..writer.acknowledged.len())];
            let again = caller.post(&call.path, &call.key, &call.body).await.unwrap();
            assert_eq!((again.status, again.json()), (answer.status, answer.json()), "{call:?}");
        }
        if let Some((call, answer)) = writer.acknowledged.last() {
            let again = caller.post(&call.path, &call.key, &call.body).await.unwrap();
            assert_eq!((again.status, again.json()), (answer.status, answer.json()), "{call:?}");
        }
    }
    assert_eq!(caller.log().await.len(), head, "calls sent again changed nothing");
}

/// The story's page shows the acknowledged version.
async fn assert_page_agrees(caller: &Caller, story: &Written) {
    let moved = caller.page(&format!("/en/{}", story.number)).await;
    let page = caller.page(&moved.location.expect("a number alone moves to the story's address")).await;
    if !story.public {
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{story:?} is held: {}", page.text);
        return;
    }
    let path = format!("/api/v1/releases/{}", story.number);
    let released = caller.call(Method::GET, &path, &[], &Value::Null).await.unwrap();
    assert_eq!(released.status, StatusCode::OK, "{story:?}: {}", released.text);
    assert_eq!(released.json()["version"], story.version, "{story:?}");
    let headline = released.json()["content"]["headline"].as_str().unwrap().to_owned();
    assert_eq!(page.status, StatusCode::OK, "{story:?}: {}", page.text);
    assert!(page.text.contains(&headline), "{story:?} is shown as it was released");
}

/// The front and the sections name only what is public, and name the newest.
async fn assert_lists_agree(caller: &Caller, writers: &[Writer]) -> usize {
    let stories: BTreeMap<i64, &Written> =
        writers.iter().flat_map(|writer| &writer.stories).map(|story| (story.number, story)).collect();
    for path in ["/en", "/en/politics", "/en/economy", "/en/feed.xml"] {
        let page = caller.page(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.text);
        for number in named(&page.text) {
            assert!(stories[&number].public, "{path} names {number}, which is held");
        }
    }
    4
}

/// The numbers of the stories a page links to.
fn named(html: &str) -> Vec<i64> {
    let address = regex::Regex::new(r"/en/[a-z]+/[a-z0-9-]+-(\d+)").unwrap();
    address.captures_iter(html).map(|found| found[1].parse().unwrap()).collect()
}

/// What stands in the database, looked at without the program.
async fn assert_whole(house: &Installation) {
    let url = house.postgres.as_deref().unwrap_or("sqlite:dateline.db");
    let db = Db::open(url, &house.data()).await.unwrap();
    let mut view = db.snapshot().await.unwrap();
    let mut count =
        async |sql: &'static str| -> i64 { view.conn().one(sql, []).await.unwrap().get("n").unwrap() };
    let entries = count("SELECT count(*) AS n FROM log WHERE number IS NOT NULL").await;
    assert_eq!(count("SELECT count(*) AS n FROM version").await, entries, "a version for each entry");
    assert_eq!(
        count("SELECT CAST(sum(version) AS BIGINT) AS n FROM story").await,
        entries,
        "and each story at the version of its last"
    );
    let public = count("SELECT count(*) AS n FROM released WHERE state = 'public'").await;
    assert_eq!(count("SELECT CAST(sum(stories) AS BIGINT) AS n FROM calendar").await, public);
    assert_eq!(count("SELECT count(DISTINCT number) AS n FROM listing").await, public);
    if db.engine() == Engine::Sqlite {
        let row = view.conn().one("PRAGMA integrity_check", []).await.unwrap();
        assert_eq!(row.get::<String>("integrity_check").unwrap(), "ok");
    }
}
