//! Schedules and embargoes on the calendar: set with their zone, moved, cancelled, fired, refused.

use dateline::people::Role;
use http::StatusCode;

use crate::browser::{Browser, House, PASSWORD};

async fn set(browser: &Browser, number: &str, act: &str, at: &str, zone: &str) -> crate::browser::Answer {
    let fields = [("at", at), ("zone", zone), ("editor_note", "Set"), ("languages", "this")];
    browser.post(&format!("/newsroom/stories/{number}/acts/{act}"), &fields).await
}

/// The id of the first entry that can be changed.
fn id_in(page: &str) -> String {
    let id = page.split("action=\"/newsroom/calendar/").nth(1).and_then(|rest| rest.split('"').next());
    id.expect("an entry to change").to_owned()
}

#[tokio::test]
async fn a_schedule_stands_in_the_agency_s_zone_with_its_own_beside_is_moved_and_fires() {
    let house = House::open().await;
    let mut tom = house.at_work("tom", Role::Editor).await;
    let number = tom.story("Harbour opens").await;
    let done = set(&tom, &number, "release", "2026-06-02T09:00", "Europe/London").await;
    assert!(done.location.ends_with("?said=set"), "{}", done.text);
    let page = tom.get("/newsroom/calendar?date=2026-06-02").await.text;
    assert!(page.contains("Harbour opens") && page.contains("09:00 Europe&#x2f;London"), "{page}");
    let noon = "/newsroom/calendar?span=day&date=2026-06-02";
    assert!(tom.get(noon).await.text.contains("datetime=\"2026-06-02T12:00:00+04:00\""));
    let move_to = [("do", "move"), ("at", "2026-06-03T10:00"), ("zone", "Asia/Baku")];
    let moved = tom.post(&format!("/newsroom/calendar/{}", id_in(&page)), &move_to).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text);
    assert!(!tom.get(noon).await.text.contains("Harbour opens"));
    house.room.publication.clock.advance(3 * 86_400);
    house.room.publication.do_due().await.unwrap();
    tom.sign_in("tom", PASSWORD).await;
    assert_eq!(house.public(&format!("/en/politics/harbour-opens-{number}")).await.0, StatusCode::OK);
    let fired = tom.get("/newsroom/calendar?span=day&date=2026-06-03").await.text;
    assert!(fired.contains("entry done") && fired.contains("10:00"), "{fired}");
}

#[tokio::test]
async fn what_is_cancelled_or_refused_is_flagged_and_nobody_without_the_right_changes_it() {
    let house = House::open().await;
    let (mut tom, lea) =
        (house.at_work("tom", Role::Editor).await, house.at_work("lea", Role::Reporter).await);
    let number = tom.story("Harbour opens").await;
    set(&tom, &number, "release", "2026-06-02T09:00", "Asia/Baku").await;
    let page = tom.get("/newsroom/calendar?date=2026-06-02").await.text;
    let address = format!("/newsroom/calendar/{}", id_in(&page));
    assert!(
        !lea.get("/newsroom/calendar?date=2026-06-02").await.text.contains("action=\"/newsroom/calendar/")
    );
    assert_eq!(lea.post(&address, &[("do", "cancel")]).await.status, StatusCode::FORBIDDEN);
    let past = tom.post(&address, &[("do", "move"), ("at", "2020-01-01T09:00"), ("zone", "UTC")]).await;
    assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(tom.post(&address, &[("do", "cancel")]).await.status, StatusCode::SEE_OTHER);
    assert!(tom.get("/newsroom/calendar?date=2026-06-02").await.text.contains("entry cancelled"));
    assert_eq!(tom.post(&address, &[("do", "cancel")]).await.status, StatusCode::NOT_FOUND);

    set(&tom, &number, "release", "2026-06-02T09:00", "Asia/Baku").await;
    // Out before its time by hand: the schedule finds nothing left to release.
    assert_eq!(
        tom.post(&format!("/newsroom/stories/{number}/acts/release"), &[]).await.status,
        StatusCode::SEE_OTHER
    );
    house.room.publication.clock.advance(2 * 86_400);
    house.room.publication.do_due().await.unwrap();
    tom.sign_in("tom", PASSWORD).await;
    let page = tom.get("/newsroom/calendar?date=2026-06-02").await.text;
    assert!(page.contains("entry refused"), "{page}");
    assert!(tom.get("/newsroom/tasks").await.text.contains("A scheduled act was refused"));
}

#[tokio::test]
async fn local_times_that_never_are_are_refused_and_those_that_come_twice_asked_about() {
    let house = House::open().await;
    let tom = house.at_work("tom", Role::Editor).await;
    let number = tom.story("Harbour opens").await;
    let never = set(&tom, &number, "release", "2027-03-28T02:30", "Europe/Berlin").await;
    assert_eq!(never.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(never.text.contains("Clocks skip this time") && never.text.contains("2027-03-28T02:30"));
    let twice = set(&tom, &number, "release", "2026-10-25T02:30", "Europe/Berlin").await;
    assert!(twice.text.contains("value=\"second\""), "{}", twice.text);
    let fields =
        [("at", "2026-10-25T02:30"), ("zone", "Europe/Berlin"), ("which", "second"), ("languages", "this")];
    let chosen = tom.post(&format!("/newsroom/stories/{number}/acts/release"), &fields).await;
    assert_eq!(chosen.status, StatusCode::SEE_OTHER, "{}", chosen.text);
    let page = tom.get("/newsroom/calendar?span=day&date=2026-10-25").await.text;
    assert!(page.contains("datetime=\"2026-10-25T05:30:00+04:00\""), "{page}");
    for (at, zone) in [("tomorrow", "UTC"), ("2027-01-01T10:00", "Mars/Base"), ("2020-01-01T10:00", "UTC")] {
        let refused = set(&tom, &number, "release", at, zone).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{at} {zone}");
    }
}

#[tokio::test]
async fn an_embargo_stands_on_the_calendar_and_is_broken_by_an_act() {
    let house = House::open().await;
    let (tom, lea) = (house.at_work("tom", Role::Editor).await, house.at_work("lea", Role::Reporter).await);
    let number = tom.story("Harbour opens").await;
    let fields = serde_json::json!({ "embargo_at": "2026-06-02T09:00", "embargo_zone": "Europe/London" });
    let sent = serde_json::json!({ "revision": 1, "fields": fields });
    let saved = tom.save(&format!("/newsroom/stories/{number}/save"), sent).await;
    assert_eq!(saved.json()["problems"], serde_json::json!([]), "{}", saved.text);
    assert_eq!(
        tom.post(&format!("/newsroom/stories/{number}/acts/release"), &[]).await.status,
        StatusCode::SEE_OTHER
    );
    let page = tom.get("/newsroom/calendar?date=2026-06-02").await.text;
    assert!(page.contains("End of the embargo") && page.contains("09:00 Europe&#x2f;London"), "{page}");
    let unseen = lea.get("/newsroom/calendar?date=2026-06-02").await.text;
    assert!(!unseen.contains("Harbour opens"), "copy under embargo is for those trusted with it");
    let act = tom.get(&format!("/newsroom/stories/{number}/acts/release")).await.text;
    assert!(act.contains("This ends the embargo before its time"));
    tom.post(&format!("/newsroom/stories/{number}/acts/release"), &[]).await;
    assert_eq!(house.public(&format!("/en/politics/harbour-opens-{number}")).await.0, StatusCode::OK);
}

#[tokio::test]
async fn an_embargo_is_moved_on_the_calendar_and_its_story_leads_there() {
    let house = House::open().await;
    let (mut tom, lea) =
        (house.at_work("tom", Role::Editor).await, house.at_work("lea", Role::Reporter).await);
    let number = lea.story("Harbour opens").await;
    let at = |rest: &str| format!("/newsroom/stories/{number}{rest}");
    tom.post(&at("/hands/take-over"), &[]).await;
    let fields = serde_json::json!({ "embargo_at": "2026-06-02T09:00", "embargo_zone": "Europe/London" });
    tom.save(&at("/save"), serde_json::json!({ "revision": 1, "fields": fields })).await;
    tom.post(&at("/acts/release"), &[]).await;
    let typed = serde_json::json!({ "summary": "Not for subscribers yet" });
    tom.save(&at("/save"), serde_json::json!({ "revision": 2, "fields": typed })).await;
    let page = tom.get("/newsroom/calendar?date=2026-06-02").await.text;
    let address = format!("/newsroom/calendar/{}", id_in(&page));
    let entry = format!("date=2026-06-02#set-{}", id_in(&page));
    let linked = lea.get(&at("")).await.text.replace("&#x2f;", "/").replace("&amp;", "&");
    assert!(linked.contains(&entry), "its author sees when it ends: {linked}");

    let past = tom.post(&address, &[("do", "move"), ("at", "2020-01-01T09:00"), ("zone", "UTC")]).await;
    assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
    let move_to = [("do", "move"), ("at", "2026-06-03T10:00"), ("zone", "Asia/Baku")];
    assert_eq!(lea.post(&address, &move_to).await.status, StatusCode::FORBIDDEN);
    let moved = tom.post(&address, &move_to).await;
    assert_eq!(moved.status, StatusCode::SEE_OTHER, "{}", moved.text);
    let said = house.column("SELECT content FROM version ORDER BY version", "content").await;
    assert_eq!(said.len(), 2, "trusted readers get a version that says when it ends now");
    assert!(
        said[1].contains("2026-06-03T06:00:00Z") && !said[1].contains("Not for subscribers yet"),
        "{}",
        said[1]
    );
    let kept = house.column("SELECT copy FROM story", "copy").await;
    assert!(
        kept[0].contains("Not for subscribers yet") && kept[0].contains("2026-06-03T06:00:00Z"),
        "{}",
        kept[0]
    );
    assert_eq!(tom.post(&address, &move_to).await.status, StatusCode::NOT_FOUND, "it has another entry now");

    let public = format!("/en/politics/harbour-opens-{number}");
    house.room.publication.clock.advance(45 * 3_600);
    house.room.publication.do_due().await.unwrap();
    assert_eq!(house.public(&public).await.0, StatusCode::NOT_FOUND, "not at the first instant");
    house.room.publication.clock.advance(2 * 3_600);
    house.room.publication.do_due().await.unwrap();
    assert_eq!(house.public(&public).await.0, StatusCode::OK);
    tom.sign_in("tom", PASSWORD).await;
    assert!(!tom.get(&at("")).await.text.contains("#set-"), "nothing waits any more");
}

#[tokio::test]
async fn a_persian_calendar_counts_persian_months_in_persian_digits() {
    let house = House::open().await;
    let tom = house.at_work("tom", Role::Editor).await;
    let number = tom.story("Harbour opens").await;
    set(&tom, &number, "release", "2026-06-02T09:00", "Asia/Baku").await;
    let request = tom.request("GET", "/newsroom/calendar?span=month&date=2026-06-02");
    let cookie = format!("newsroom={}; newsroom-language=fa", tom.cookie.clone().unwrap());
    let (mut parts, body) = request.body(axum::body::Body::empty()).unwrap().into_parts();
    parts.headers.insert("cookie", cookie.parse().unwrap());
    parts.headers.insert("accept-language", "fa".parse().unwrap());
    let page = tom.send(http::Request::from_parts(parts, body)).await.text;
    assert!(page.contains("dir=\"rtl\"") && page.contains("خرداد ۱۴۰۵") && page.contains("۰۹:۰۰"), "{page}");
}
