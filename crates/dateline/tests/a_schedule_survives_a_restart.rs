//! Schedules: done once and not before their time, also when the program dies in that very second; set in any zone,
//! across the days on which clocks change.

mod newsroom;
mod served;

use std::time::Duration;

use axum::body::Body;
use axum::http::Request;
use dateline::app::App;
use dateline::config::Config;
use dateline::ids::StoryNumber;
use dateline::people::{self, Actor, Email, NewPerson, NewToken, Role, Roles, Scope};
use dateline::story::{Group, Release};
use jiff::{SignedDuration, Timestamp};
use newsroom::TestNewsroom;
use rand::RngExt;
use reqwest::StatusCode;
use serde_json::{Value, json};
use served::{Caller, Installation, dice};
use tower::ServiceExt;

/// How many stories fall due in one instant.
const AT_ONCE: usize = 12;

async fn draft(caller: &Caller, headline: &str, embargoed_until: Option<Timestamp>) -> i64 {
    let body = json!({
        "format": "dateline/story/1", "language": "en", "section": "politics", "headline": headline,
        "body_html": "<p>One.</p>", "embargoed_until": embargoed_until.map(|at| at.to_string()),
    });
    let made = caller.post("/api/v1/stories", headline, &body).await.unwrap();
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    made.json()["number"].as_i64().unwrap()
}

/// Sets a release of each of some new stories for one instant, half of them by schedule and half by embargo.
async fn set(caller: &Caller, round: usize, at: Timestamp) -> Vec<i64> {
    let mut numbers = Vec::new();
    for n in 0..AT_ONCE {
        let headline = format!("Due {round} {n}");
        let number = match n % 2 {
            0 => {
                let number = draft(caller, &headline, None).await;
                let set = json!({ "act": "release", "at": at.to_string() });
                let path = format!("/api/v1/stories/{number}/schedule");
                let answer = caller.post(&path, &format!("schedule {headline}"), &set).await.unwrap();
                assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
                number
            }
            _ => {
                let number = draft(caller, &headline, Some(at)).await;
                let path = format!("/api/v1/stories/{number}/release");
                let answer = caller.post(&path, &format!("release {headline}"), &Value::Null).await.unwrap();
                assert_eq!(answer.json()["state"], "advanced", "{}", answer.text);
                number
            }
        };
        numbers.push(number);
    }
    numbers
}

async fn sleep_until(at: Timestamp) {
    let left = at.duration_since(Timestamp::now());
    tokio::time::sleep(Duration::try_from(left).unwrap_or_default()).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_falls_due_in_the_second_of_a_restart_is_done_once_and_not_before() {
    let postgres = match std::env::var("DATELINE_TEST_POSTGRES") {
        Ok(server) => Some(newsroom::fresh_database(&server).await),
        Err(_) => None,
    };
    let house = Installation::made(postgres).await;
    let mut chance = dice(0);
    let mut server = house.serve().await;
    for round in 0..4 {
        let at = Timestamp::now() + SignedDuration::from_millis(2500);
        let numbers = set(&server.caller(), round, at).await;
        for number in &numbers {
            let early = server.caller().page(&format!("/en/{number}")).await;
            assert!(early.status == StatusCode::NOT_FOUND || Timestamp::now() >= at, "shown before its time");
        }
        // Before, at, and in the middle of the instant at which all of them are due.
        sleep_until(at + SignedDuration::from_millis(chance.random_range(-60..60))).await;
        server.kill().await;
        server = house.serve().await;
        let caller = server.caller();
        for number in numbers {
            assert_released_once(&caller, number, at).await;
        }
    }
    server.kill().await;
}

/// Waits until the story is public; it became so by one act, at its time or later.
async fn assert_released_once(caller: &Caller, number: i64, at: Timestamp) {
    let begun = std::time::Instant::now();
    while caller.page(&format!("/en/{number}")).await.status != StatusCode::MOVED_PERMANENTLY {
        assert!(begun.elapsed() < Duration::from_secs(10), "{number} was due at {at} and is not there");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let log = caller.log().await;
    let releases: Vec<&Value> =
        log.iter().filter(|entry| entry["number"] == number && entry["act"] == "release").collect();
    assert_eq!(releases.len(), 1, "{releases:?}");
    let done: Timestamp = releases[0]["at"].as_str().unwrap().parse().unwrap();
    assert!(done >= at, "{number} was due at {at} and released at {done}");
}

/// A newsroom's API without a network between.
struct Desk {
    room: TestNewsroom,
    router: axum::Router,
    token: String,
}

impl Desk {
    async fn open() -> Desk {
        let room = TestNewsroom::open().await;
        let config = Config::built_in();
        let (db, clock) = (room.publication.db.clone(), room.publication.clock.clone());
        let app = App::over(db, config, room.folder.path(), clock).await.unwrap();
        let mut act = room.publication.begin(0).await.unwrap();
        let now = act.now;
        let email = Email::parse("desk@arna.example").unwrap();
        let roles = Roles::of(&[Role::Administrator]);
        let person = NewPerson { email: email.clone(), name: None, roles, password: None };
        people::add(&mut act.conn(), &Actor::program(), person, now).await.unwrap();
        let token =
            NewToken { name: "desk".into(), scopes: Scope::ALL.to_vec(), owner: Some(email), days: None };
        let (secret, _) = people::create_token(&mut act.conn(), &Actor::program(), token, now).await.unwrap();
        act.commit().await.unwrap();
        Desk { room, router: app.router(), token: secret.reveal().to_owned() }
    }

    async fn schedule(&self, number: StoryNumber, at: &str, zone: Option<&str>) -> (StatusCode, Value) {
        let body = json!({ "act": "release", "at": at, "zone": zone });
        let request = Request::post(format!("/api/v1/stories/{number}/schedule"))
            .header("authorization", format!("Bearer {}", self.token))
            .body(Body::from(body.to_string()))
            .unwrap();
        let answer = self.router.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let bytes = axum::body::to_bytes(answer.into_body(), 1 << 20).await.unwrap();
        (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }
}

#[tokio::test]
async fn a_local_time_is_the_instant_it_is_in_its_zone_before_and_after_clocks_change() {
    let desk = Desk::open().await;
    for (local, zone, instant) in [
        // Berlin goes forward on 28 March 2027 and back on 31 October 2027.
        ("2027-03-28T01:59:59", "Europe/Berlin", "2027-03-28T00:59:59Z"),
        ("2027-03-28T03:00:00", "Europe/Berlin", "2027-03-28T01:00:00Z"),
        ("2027-10-31T01:59:59", "Europe/Berlin", "2027-10-30T23:59:59Z"),
        ("2027-10-31T03:00:00", "Europe/Berlin", "2027-10-31T02:00:00Z"),
        // New York on other days than Europe.
        ("2027-03-14T03:00:00", "America/New_York", "2027-03-14T07:00:00Z"),
        ("2027-11-07T02:00:00", "America/New_York", "2027-11-07T07:00:00Z"),
        // Lord Howe by half an hour; Azerbaijan and Iran no longer at all; Kathmandu beside the hour.
        ("2027-10-03T02:30:00", "Australia/Lord_Howe", "2027-10-02T15:30:00Z"),
        ("2027-03-28T04:30:00", "Asia/Baku", "2027-03-28T00:30:00Z"),
        ("2027-03-22T00:30:00", "Asia/Tehran", "2027-03-21T21:00:00Z"),
        ("2027-01-01T00:00:00", "Asia/Kathmandu", "2026-12-31T18:15:00Z"),
        // With an offset, also where the clock shows it twice.
        ("2027-10-31T02:30:00+02:00", "Europe/Berlin", "2027-10-31T00:30:00Z"),
        ("2027-10-31T02:30:00+01:00", "Europe/Berlin", "2027-10-31T01:30:00Z"),
    ] {
        let story = desk.room.draft("en", Group::New).await;
        let (status, answer) = desk.schedule(story.number, local, Some(zone)).await;
        assert_eq!(status, StatusCode::OK, "{local} {zone}: {answer}");
        let instant: Timestamp = instant.parse().unwrap();
        desk.room.publication.clock.set(instant - SignedDuration::from_millis(1));
        desk.room.publication.do_due().await.unwrap();
        assert_eq!(desk.room.state(&story).await, Release::Never, "{local} {zone}: before its time");
        desk.room.publication.clock.set(instant);
        desk.room.publication.do_due().await.unwrap();
        assert_eq!(desk.room.state(&story).await, Release::Public, "{local} {zone}: at its time");
        desk.room.publication.clock.set(newsroom::OPENING.parse().unwrap());
    }
}

#[tokio::test]
async fn a_local_time_that_does_not_exist_or_comes_twice_is_refused_with_the_field() {
    let desk = Desk::open().await;
    let story = desk.room.draft("en", Group::New).await;
    for (at, zone, field) in [
        ("2027-03-28T02:30:00", Some("Europe/Berlin"), "at"),
        ("2027-03-28T02:00:00", Some("Europe/Berlin"), "at"),
        ("2027-10-31T02:00:00", Some("Europe/Berlin"), "at"),
        ("2027-10-31T02:59:59", Some("Europe/Berlin"), "at"),
        ("2027-03-14T02:30:00", Some("America/New_York"), "at"),
        ("2027-11-07T01:30:00", Some("America/New_York"), "at"),
        ("2027-10-03T02:15:00", Some("Australia/Lord_Howe"), "at"),
        ("2027-04-04T01:45:00", Some("Australia/Lord_Howe"), "at"),
        ("2027-10-31T10:00:00", Some("Europe/Atlantis"), "zone"),
        ("2027-10-31T10:00:00", None, "at"),
        ("2027-02-29T10:00:00", Some("Europe/Berlin"), "at"),
        ("tomorrow", Some("Europe/Berlin"), "at"),
    ] {
        let (status, answer) = desk.schedule(story.number, at, zone).await;
        assert!(status.is_client_error(), "{at} {zone:?}: {status} {answer}");
        assert!(answer.to_string().contains(field), "{at} {zone:?}: {answer}");
    }
    let (status, answer) = desk.schedule(story.number, "2026-06-01T07:59:59Z", None).await;
    assert!(status.is_client_error(), "what is past cannot be set: {answer}");
    desk.room.publication.clock.set("2030-01-01T00:00:00Z".parse().unwrap());
    desk.room.publication.do_due().await.unwrap();
    assert_eq!(desk.room.state(&story).await, Release::Never, "nothing refused was set");
}
