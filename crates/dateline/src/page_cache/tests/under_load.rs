//! Acts, renderings and requests at random, all at once.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};

use http_body_util::BodyExt;
use parking_lot::Mutex;
use rand::rngs::SmallRng;
use rand::{RngExt, SeedableRng};

use crate::clock::Clock;
use crate::page_cache::*;

const STORIES: u64 = 12;
const ACTS: u64 = 4_000;
/// The story whose address lists all others.
const FRONT: u64 = 0;

/// What the public may see of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Live,
    Withdrawn,
}

/// A newsroom of few stories: each has the position of its last act, and every state there ever was is kept.
#[derive(Default)]
struct Newsroom {
    log: Mutex<Vec<(u64, Shown)>>,
    /// Acts that were answered: story → position.
    answered: Mutex<BTreeMap<u64, (u64, Shown)>>,
    templates_broken: AtomicBool,
    /// Readers must see everything new; false while templates may be broken.
    strict: AtomicBool,
    over: AtomicBool,
    served: AtomicU64,
}

type State = BTreeMap<u64, (u64, Shown)>;

impl Newsroom {
    fn state_at(&self, seq: u64) -> State {
        let log = self.log.lock();
        let entries = log.iter().zip(1_u64..).take_while(|(_, at)| *at <= seq);
        entries.map(|(&(story, shown), at)| (story, (at, shown))).collect()
    }

    fn commit(&self, story: u64, shown: Shown) -> u64 {
        let mut log = self.log.lock();
        log.push((story, shown));
        log.len() as u64
    }

    fn answer(&self, story: u64, seq: u64, shown: Shown) {
        let mut answered = self.answered.lock();
        let last = answered.entry(story).or_insert((seq, shown));
        if seq > last.0 {
            *last = (seq, shown);
        }
    }

    fn head(&self) -> u64 {
        self.log.lock().len() as u64
    }
}

/// `seq story@position story@position …`, live stories only.
fn html(seq: u64, state: &State, story: u64) -> String {
    let live =
        state.iter().filter(|(n, (_, shown))| (story == FRONT || **n == story) && *shown == Shown::Live);
    let items: Vec<String> = live.map(|(n, (at, _))| format!("{n}@{at}")).collect();
    // Long enough to be compressed.
    format!("{seq}|{}|{}", items.join(" "), "-".repeat(400))
}

fn parse(html: &str) -> (u64, BTreeMap<u64, u64>) {
    let mut parts = html.split('|');
    let seq = parts.next().unwrap().parse().unwrap();
    let items = parts.next().unwrap().split_whitespace().map(|item| item.split_once('@').unwrap());
    (seq, items.map(|(n, at)| (n.parse().unwrap(), at.parse().unwrap())).collect())
}

async fn pause(random: &mut SmallRng) {
    for _ in 0..random.random_range(0..4) {
        tokio::task::yield_now().await;
    }
}

async fn render(newsroom: Arc<Newsroom>, story: u64, seed: u64) -> Result<Rendered, RenderError> {
    let mut random = SmallRng::seed_from_u64(seed);
    pause(&mut random).await;
    let seq = newsroom.head();
    let page = html(seq, &newsroom.state_at(seq), story);
    pause(&mut random).await;
    if newsroom.templates_broken.load(SeqCst) && random.random_bool(0.7) {
        return Err(RenderError::new("the template is broken"));
    }
    let deps = if story == FRONT { vec![Dep::front("en")] } else { vec![Dep::story(story)] };
    Ok(Rendered::html(page, seq).on_all(deps))
}

async fn write(newsroom: Arc<Newsroom>, cache: PageCache, seed: u64) {
    let mut random = SmallRng::seed_from_u64(seed);
    while newsroom.head() < ACTS {
        let story = random.random_range(1..=STORIES);
        let shown = if random.random_bool(0.3) { Shown::Withdrawn } else { Shown::Live };
        let seq = newsroom.commit(story, shown);
        pause(&mut random).await;
        let touched = [Dep::story(story), Dep::front("en")];
        match shown {
            Shown::Live => cache.note(&touched, seq),
            Shown::Withdrawn => cache.note_withdrawn(&touched, seq),
        }
        newsroom.answer(story, seq, shown);
        pause(&mut random).await;
    }
    newsroom.over.store(true, SeqCst);
}

async fn read(newsroom: Arc<Newsroom>, cache: PageCache, seed: u64) {
    let mut random = SmallRng::seed_from_u64(seed);
    let mut shown_before = BTreeMap::new();
    while !newsroom.over.load(SeqCst) {
        // Answers from memory never wait, and a task that never waits cannot be ended when another has failed.
        tokio::task::yield_now().await;
        let story = random.random_range(0..=STORIES);
        let strict = newsroom.strict.load(SeqCst);
        let answered = newsroom.answered.lock().clone();
        let Some((seq, items)) = request(&newsroom, &cache, story, random.random()).await else {
            assert!(
                !newsroom.strict.load(SeqCst) || !strict,
                "no page although templates were good throughout"
            );
            continue;
        };
        newsroom.served.fetch_add(1, SeqCst);
        let expected = parse(&html(seq, &newsroom.state_at(seq), story)).1;
        assert_eq!(items, expected, "a page mixes log positions around {seq}");
        let concerned = |n: &u64| story == FRONT || *n == story;
        for (n, (at, shown)) in answered.iter().filter(|(n, _)| concerned(n)) {
            let newer = seq >= *at;
            assert!(newer || *shown == Shown::Live, "story {n} withdrawn at {at} is shown as of {seq}");
            assert!(newer || !strict, "story {n} of {at} is shown as of {seq}");
        }
        // What a reader has seen on one page stands on every page asked for later.
        let earlier = shown_before.iter().filter(|(n, _)| concerned(n)).map(|(_, at)| *at).max().unwrap_or(0);
        assert!(!strict || seq >= earlier, "a page of {seq} after one that showed {earlier}");
        if strict {
            shown_before.extend(items);
        }
    }
}

async fn request(
    newsroom: &Arc<Newsroom>,
    cache: &PageCache,
    story: u64,
    seed: u64,
) -> Option<(u64, BTreeMap<u64, u64>)> {
    let key = PageKey::from_path(&format!("/en/{story}"), None, &[]);
    let uri = key.as_str().parse().unwrap();
    let answer = match cache.hit(&http::Method::GET, &uri, &http::HeaderMap::new()) {
        Some(answer) => answer,
        None => cache.serve(&key, Ask::plain(), || render(newsroom.clone(), story, seed)).await,
    };
    if answer.status() != http::StatusCode::OK {
        return None;
    }
    let told: u64 = answer.headers()[DATELINE_LOG].to_str().unwrap().parse().unwrap();
    let bytes = answer.into_body().collect().await.unwrap().to_bytes();
    let page = parse(std::str::from_utf8(&bytes).unwrap());
    assert_eq!(page.0, told);
    Some(page)
}

async fn run(settings: CacheSettings, strict: bool) -> CacheCounts {
    let newsroom = Arc::new(Newsroom::default());
    newsroom.strict.store(strict, SeqCst);
    newsroom.templates_broken.store(!strict, SeqCst);
    let cache = PageCache::new(settings, Clock::System, 0);
    let mut tasks = tokio::task::JoinSet::new();
    for seed in 0..3 {
        tasks.spawn(write(newsroom.clone(), cache.clone(), seed));
    }
    for seed in 100..116 {
        tasks.spawn(read(newsroom.clone(), cache.clone(), seed));
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }
    assert!(newsroom.served.load(SeqCst) > 0);
    cache.counts()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_answer_is_older_than_its_request_or_mixes_positions() {
    let counts = run(CacheSettings::default(), true).await;
    assert!(counts.hits > 0 && counts.renderings > 0, "{counts:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_promises_hold_when_positions_are_forgotten() {
    run(CacheSettings { dependencies: 4, ..CacheSettings::default() }, true).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_promises_hold_when_entries_are_told_too_late() {
    run(CacheSettings { patience: std::time::Duration::ZERO, ..CacheSettings::default() }, true).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_broken_template_never_brings_back_what_was_withdrawn() {
    let counts = run(CacheSettings::default(), false).await;
    assert!(counts.stood_in > 0 && counts.failures > 0, "{counts:?}");
}
