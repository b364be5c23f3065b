//! Two real processes on one PostgreSQL: what one releases, the other shows; what falls due is done once; a wake-up
//! that does not come costs a moment and nothing else.

mod newsroom;
mod served;

use std::time::{Duration, Instant};

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use served::{Caller, Installation, Server};

/// Far beyond what is promised: that it comes at all is what is tested here.
const PATIENCE: Duration = Duration::from_secs(10);

/// Two nodes; `None` where there is no PostgreSQL to try them on.
async fn two_nodes() -> Option<(Installation, Server, Server)> {
    let server = std::env::var("DATELINE_TEST_POSTGRES").ok()?;
    let house = Installation::made(Some(newsroom::fresh_database(&server).await)).await;
    let (one, other) = tokio::join!(house.serve(), house.serve());
    Some((house, one, other))
}

async fn release(caller: &Caller, headline: &str) -> i64 {
    let body = json!({
        "format": "dateline/story/1", "language": "en", "section": "politics", "headline": headline,
        "body_html": "<p>One.</p>"
    });
    let made = caller.post("/api/v1/stories?release=now", headline, &body).await.unwrap();
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    made.json()["number"].as_i64().unwrap()
}

async fn update(caller: &Caller, number: i64, headline: &str) {
    let path = format!("/api/v1/stories/{number}");
    let found = caller.call(Method::GET, &path, &[], &Value::Null).await.unwrap().json();
    let tag = format!("\"{}\"", found["revision"]);
    let patch = json!({ "headline": headline });
    let edited = caller.call(Method::PATCH, &path, &[("if-match", &tag)], &patch).await.unwrap();
    assert_eq!(edited.status, StatusCode::OK, "{}", edited.text);
    let updated = caller.post(&format!("{path}/update"), headline, &Value::Null).await.unwrap();
    assert_eq!(updated.status, StatusCode::OK, "{}", updated.text);
}

/// Asks for a page until it says `words`; how long that took.
async fn until_shown(caller: &Caller, path: &str, words: &str) -> Duration {
    let begun = Instant::now();
    loop {
        if caller.page(path).await.text.contains(words) {
            return begun.elapsed();
        }
        assert!(begun.elapsed() < PATIENCE, "{words:?} does not come to {path} of the other node");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// Asks for a story, wherever its headline has moved it, until it says `words`; how long that took.
async fn until_told(caller: &Caller, number: i64, words: &str) -> Duration {
    let begun = Instant::now();
    loop {
        let path = story_path(caller, number).await;
        if caller.page(&path).await.text.contains(words) {
            return begun.elapsed();
        }
        assert!(begun.elapsed() < PATIENCE, "{words:?} does not come to {path} of the other node");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

/// The story's address, once the node knows it.
async fn story_path(caller: &Caller, number: i64) -> String {
    let begun = Instant::now();
    loop {
        if let Some(location) = caller.page(&format!("/en/{number}")).await.location {
            return location;
        }
        assert!(begun.elapsed() < PATIENCE, "{number} does not come to the other node");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_one_node_releases_the_other_shows() {
    let Some((_house, one, other)) = two_nodes().await else { return };
    let (one, other) = (one.caller(), other.caller());
    let first = release(&one, "The first of all").await;
    until_shown(&other, "/en", "The first of all").await;
    let mut waits = Vec::new();
    for round in 0..100 {
        // Warm before the act, so that it is the stale page that has to go.
        let page = story_path(&other, first).await;
        for path in ["/en", "/en/politics", "/en/feed.xml", &page] {
            assert_eq!(other.page(path).await.status, StatusCode::OK);
        }
        let headline = format!("News number {round}.");
        release(&one, &headline).await;
        waits.push(until_shown(&other, "/en", &headline).await);
        for path in ["/en/politics", "/en/feed.xml"] {
            until_shown(&other, path, &headline).await;
        }
        let headline = format!("The first of all, told {round} times.");
        update(&one, first, &headline).await;
        waits.push(until_told(&other, first, &headline).await);
    }
    waits.sort_unstable();
    let at = |share: usize| waits[waits.len() * share / 100 - 1];
    println!(
        "{} acts seen on the other node: p50 {:?}, p99 {:?}, longest {:?}",
        waits.len(),
        at(50),
        at(99),
        at(100)
    );
    assert_eq!(one.log().await, other.log().await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_falls_due_is_done_once_by_two_nodes_and_shown_by_both() {
    let Some((_house, one, other)) = two_nodes().await else { return };
    let (one, other) = (one.caller(), other.caller());
    let at = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(3);
    let mut numbers = Vec::new();
    for n in 0..20 {
        let body = json!({
            "format": "dateline/story/1", "language": "en", "section": "politics",
            "headline": format!("Scheduled {n}."), "body_html": "<p>One.</p>"
        });
        let made = one.post("/api/v1/stories", &format!("draft {n}"), &body).await.unwrap().json();
        let path = format!("/api/v1/stories/{}/schedule", made["number"]);
        let set = json!({ "act": "release", "at": at.to_string() });
        let scheduled = other.post(&path, &format!("schedule {n}"), &set).await.unwrap();
        assert_eq!(scheduled.status, StatusCode::OK, "{}", scheduled.text);
        numbers.push(made["number"].as_i64().unwrap());
    }
    for number in &numbers {
        for caller in [&one, &other] {
            story_path_after(caller, *number, at).await;
        }
    }
    let log = one.log().await;
    assert_eq!(log, other.log().await);
    for number in numbers {
        let of_it: Vec<&Value> = log.iter().filter(|entry| entry["number"] == number).collect();
        assert_eq!(of_it.len(), 1, "done once: {of_it:?}");
        let done: jiff::Timestamp = of_it[0]["at"].as_str().unwrap().parse().unwrap();
        assert!(done >= at, "not before its time: {of_it:?}");
    }
}

async fn story_path_after(caller: &Caller, number: i64, at: jiff::Timestamp) {
    let left = at.duration_since(jiff::Timestamp::now());
    tokio::time::sleep(Duration::try_from(left).unwrap_or_default()).await;
    story_path(caller, number).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_node_whose_wake_ups_are_cut_off_still_follows() {
    let Some((house, one, other)) = two_nodes().await else { return };
    let (one, other) = (one.caller(), other.caller());
    let url = house.postgres.as_deref().unwrap();
    for round in 0..3 {
        assert_eq!(other.page("/en").await.status, StatusCode::OK);
        assert!(kill_listeners(url).await > 0, "nodes listen");
        let headline = format!("Told through the silence {round}.");
        release(&one, &headline).await;
        until_shown(&other, "/en", &headline).await;
        let headline = format!("Told to a node that listens again {round}.");
        tokio::time::sleep(Duration::from_millis(1200)).await;
        release(&one, &headline).await;
        until_shown(&other, "/en", &headline).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_node_that_dies_takes_nothing_from_the_other() {
    let Some((house, one, other)) = two_nodes().await else { return };
    let other = other.caller();
    release(&one.caller(), "Told before one died.").await;
    one.kill().await;
    release(&other, "Told by the one that lives.").await;
    until_shown(&other, "/en", "Told before one died.").await;
    let back = house.serve().await;
    let back = back.caller();
    for words in ["Told before one died.", "Told by the one that lives."] {
        until_shown(&back, "/en", words).await;
    }
}

/// Ends every connection on which a node waits for notifications; how many there were.
async fn kill_listeners(url: &str) -> i64 {
    let mut own = <sqlx::PgConnection as sqlx::Connection>::connect(url).await.unwrap();
    let sql = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity \
               WHERE datname = current_database() AND query ILIKE 'listen%'";
    sqlx::query_scalar(sql).fetch_one(&mut own).await.unwrap()
}
