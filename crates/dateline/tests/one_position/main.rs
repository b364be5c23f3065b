//! While desks publish, correct, hold, lift, kill and release under embargo at random, on this node and another,
//! with a broken theme switched in and out, no answer mixes two positions of the log, none is older than what
//! anybody was answered before it was asked for, none links to what is gone or shows what is embargoed.

mod desk;
mod model;
#[path = "../newsroom/mod.rs"]
mod newsroom;
mod readers;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use dateline::app::App;
use dateline::config::Config;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use tokio::sync::watch;
use tokio::task::JoinSet;

use desk::{Desk, Ledger};
use model::Model;
use newsroom::TestNewsroom;
use readers::{Page, Seen};

const DESKS: u64 = 4;
const ACTS: usize = 90;
const READERS: u64 = 6;

/// The seed of this run: `DATELINE_TEST_SEED`, or always the same.
fn seed() -> u64 {
    std::env::var("DATELINE_TEST_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1)
}

fn dice(salt: u64) -> StdRng {
    StdRng::seed_from_u64(seed() ^ (salt << 32))
}

/// Whether a broken template may be in use, and how often that has changed.
#[derive(Default)]
struct Breakage {
    broken: AtomicBool,
    changes: AtomicU64,
}

impl Breakage {
    fn set(&self, broken: bool) {
        self.broken.store(broken, Ordering::SeqCst);
        self.changes.fetch_add(1, Ordering::SeqCst);
    }

    fn now(&self) -> (bool, u64) {
        (self.broken.load(Ordering::SeqCst), self.changes.load(Ordering::SeqCst))
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn no_answer_mixes_two_positions_or_shows_what_is_gone() {
    println!("DATELINE_TEST_SEED={}", seed());
    let room = TestNewsroom::open().await;
    let (db, clock) = (room.publication.db.clone(), room.publication.clock.clone());
    let app = App::over(db, Config::built_in(), room.folder.path(), clock).await.unwrap();
    let (stop, stopped) = watch::channel(false);
    let followers = app.start(stopped);
    let (ledger, breakage) = (Arc::new(Ledger::default()), Arc::new(Breakage::default()));
    let over = Arc::new(AtomicBool::new(false));
    let mut reading = JoinSet::new();
    for reader in 0..READERS {
        let (app, ledger, breakage, over) = (app.clone(), ledger.clone(), breakage.clone(), over.clone());
        reading.spawn(read(app, ledger, breakage, over, dice(100 + reader)));
    }
    let theme = room.folder.path().join("theme");
    let breaking = tokio::spawn(break_theme(app.clone(), theme, breakage, over.clone()));
    let desks = (0..DESKS).map(|number| {
        let here = number != 0;
        let node = if here { app.publication.clone() } else { room.publication.clone() };
        Desk { node, here, ledger: &ledger, dice: dice(number), own: Vec::new() }.work(ACTS)
    });
    futures_util::future::join_all(desks).await;
    over.store(true, Ordering::SeqCst);
    breaking.await.unwrap();
    let seen: Vec<Seen> = reading.join_all().await.into_iter().flatten().collect();
    stop.send_replace(true);
    followers.join_all().await;
    let counts = app.cache.counts();
    println!("{} renderings failed, an older page stood in {} times", counts.failures, counts.stood_in);
    assert!(counts.failures > 0 && counts.stood_in > 0, "the theme was broken for readers: {counts:?}");
    judge(&room, &ledger, seen).await;
}

/// Holds everything that was seen against the log.
async fn judge(room: &TestNewsroom, ledger: &Ledger, seen: Vec<Seen>) {
    let log = room.log().await;
    let model = Model::new(&log, &ledger.texts.lock().unwrap(), &ledger.groups.lock().unwrap());
    let faults: Vec<String> = seen
        .iter()
        .filter_map(|seen| Some(format!("{} {}: {}", seen.page.path(), seen.status, seen.fault(&model)?)))
        .collect();
    let broken = seen.iter().filter(|seen| seen.broken).count();
    let unavailable = seen.iter().filter(|seen| seen.position.is_none()).count();
    println!(
        "{} entries, {} answers judged, {broken} of them beside a broken template, {unavailable} built-in pages",
        log.len(),
        seen.len(),
    );
    assert!(seen.len() > 500 && log.len() > 100, "there was something to judge");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(12)].join("\n"));
}

async fn read(
    app: App,
    ledger: Arc<Ledger>,
    breakage: Arc<Breakage>,
    over: Arc<AtomicBool>,
    mut dice: StdRng,
) -> Vec<Seen> {
    let router = app.router();
    let mut all = Vec::new();
    while !over.load(Ordering::SeqCst) {
        let page = choose(&ledger, &mut dice);
        let (floor, before) = (ledger.answered.load(Ordering::SeqCst), breakage.now());
        let mut seen = readers::ask(&app, &router, page).await;
        let after = breakage.now();
        seen.floor = floor;
        seen.broken = before.0 || after.0 || before.1 != after.1;
        if let Some(position) = seen.position {
            ledger.note(position);
        }
        all.push(seen);
        tokio::task::yield_now().await;
    }
    all
}

fn choose(ledger: &Ledger, dice: &mut StdRng) -> Page {
    let language = if dice.random_bool(0.75) { "en" } else { "az" };
    let section = match language {
        "az" => "siyaset",
        _ if dice.random_bool(0.5) => "economy",
        _ => "politics",
    };
    match dice.random_range(0..20) {
        0..3 => Page::Front(language),
        3..5 => Page::Section(language, section),
        5 => Page::Day(language),
        6 => Page::Feed(language, None, "feed.xml"),
        7 => Page::Feed(language, Some(section), "atom.xml"),
        8 => Page::Feed(language, None, "feed.json"),
        9 => Page::Sitemap(language),
        10 => Page::News,
        11 => Page::Corrections(language),
        roll => {
            let addresses = ledger.addresses.lock().unwrap();
            let newest = addresses.len().saturating_sub(20);
            let from = if dice.random_bool(0.5) { newest } else { 0 };
            if addresses.is_empty() {
                return Page::Front(language);
            }
            let (number, path) = addresses[dice.random_range(from..addresses.len())].clone();
            let ending = match roll {
                12 => ".md",
                13 => "/history",
                _ => "",
            };
            Page::Story(number, path, ending)
        }
    }
}

/// Templates that fail when they are filled, templates that cannot be read, and none: in turn.
async fn break_theme(app: App, theme: PathBuf, breakage: Arc<Breakage>, over: Arc<AtomicBool>) {
    const PAGES: [&str; 3] = ["front_page.html", "section_page.html", "story_page.html"];
    std::fs::create_dir_all(&theme).unwrap();
    let mut turn = 0;
    while !over.load(Ordering::SeqCst) {
        turn += 1;
        tokio::time::sleep(Duration::from_millis(250)).await;
        let text = match turn % 2 {
            0 => "{% if %}",
            // Good where it is tried, with values of its own, and broken where it is used.
            _ => "{% if head.title != \"Title\" %}{{ nobody_has_written_this() }}{% endif %}",
        };
        breakage.set(true);
        for page in PAGES {
            std::fs::write(theme.join(page), text).unwrap();
        }
        app.reload_theme();
        tokio::time::sleep(Duration::from_millis(120)).await;
        for page in PAGES {
            std::fs::remove_file(theme.join(page)).unwrap();
        }
        app.reload_theme();
        breakage.set(false);
    }
}
