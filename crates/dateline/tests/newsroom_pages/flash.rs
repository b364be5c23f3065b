//! A flash: asked for twice, in several languages at once, never sent twice, and its first lead open.

use dateline::people::Role;
use http::StatusCode;

use crate::browser::{Browser, House, PASSWORD};

/// The form of a flash, as the page gives it.
async fn form(browser: &Browser) -> Vec<(&'static str, String)> {
    let page = browser.get("/newsroom/flash").await.text;
    let once = page.split("name=\"once\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    vec![
        ("once", once.to_owned()),
        ("language", "en".to_owned()),
        ("language", "az".to_owned()),
        ("headline_en", "Earthquake shakes Kardel".to_owned()),
        ("headline_az", "Kardeldə zəlzələ olub".to_owned()),
        ("section", "politics".to_owned()),
        ("slugline", "QUAKE".to_owned()),
    ]
}

async fn post(browser: &Browser, form: &[(&str, String)]) -> crate::browser::Answer {
    let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post("/newsroom/flash", &fields).await
}

#[tokio::test]
async fn a_flash_asked_for_twice_is_out_in_every_language_and_its_lead_is_open() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let strict = [("name", "Newsroom"), ("approval", "chief"), ("steps", "")];
    assert_eq!(boss.post("/newsroom/desks/newsroom", &strict).await.status, StatusCode::SEE_OTHER);
    let tom = house.at_work("tom", Role::Editor).await;
    let mut sent = form(&tom).await;
    let shown = post(&tom, &sent).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(shown.text.contains("name=\"sure\"") && shown.text.contains("Earthquake shakes Kardel"));
    let before = house.public("/en").await.1;
    assert!(!before.contains("Earthquake"), "one press sends nothing");
    sent.push(("sure", "1".to_owned()));
    let opened = post(&tom, &sent).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.text);
    for (language, words) in [("en", "Earthquake shakes Kardel"), ("az", "Kardeldə zəlzələ olub")] {
        let front = house.public(&format!("/{language}")).await.1;
        let line = front.split("class=\"breaking\"").nth(1).expect("the breaking line");
        assert!(line.contains(words), "{language}");
    }
    let entries = house.room.log().await;
    let released: Vec<_> = entries.iter().filter(|entry| entry.act == "release").collect();
    assert_eq!(released.len(), 2, "both languages");
    assert_eq!(released[0].at, released[1].at, "in one act");
    let lead = tom.get(&opened.location).await.text;
    assert!(lead.contains("hands/let-go") && lead.contains("QUAKE&#x2f;lead"), "claimed: {lead}");
    let first = released[0].number.unwrap();
    assert!(lead.contains(&format!("name=\"follows\" value=\"{first}\"")), "it goes on from the flash");

    let again = post(&tom, &sent).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    let entries = house.room.log().await;
    assert_eq!(entries.iter().filter(|entry| entry.act == "release").count(), 2, "sent once");
}

#[tokio::test]
async fn a_near_duplicate_is_warned_of_in_its_language() {
    let house = House::open().await;
    let mut tom = house.at_work("tom", Role::Editor).await;
    let mut sent = form(&tom).await;
    sent.push(("sure", "1".to_owned()));
    post(&tom, &sent).await;
    let near = "/newsroom/flash/alike?language=en&headline=EARTHQUAKE+SHAKES+KARDEL+CITY";
    let found = tom.get(near).await.json();
    assert_eq!(found[0]["headline"], "Earthquake shakes Kardel", "{found}");
    let other = tom.get("/newsroom/flash/alike?language=en&headline=President+resigns").await.json();
    assert_eq!(other, serde_json::json!([]));
    let mut again = form(&tom).await;
    again[3].1 = "Kardel shaken: earthquake".to_owned();
    let shown = post(&tom, &again).await.text;
    assert!(shown.contains("Something nearly the same is out."), "{shown}");
    house.room.publication.clock.advance(49 * 3600);
    tom.sign_in("tom", PASSWORD).await;
    assert_eq!(tom.get(near).await.json(), serde_json::json!([]), "two days are compared");
}

#[tokio::test]
async fn a_flash_without_a_headline_a_language_or_the_right_is_refused_with_what_was_typed() {
    let house = House::open().await;
    let tom = house.at_work("tom", Role::Editor).await;
    let mut empty = form(&tom).await;
    empty[4].1 = " ".to_owned();
    let refused = post(&tom, &empty).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("Earthquake shakes Kardel") && refused.text.contains("aria-invalid"));
    let none: Vec<_> = form(&tom).await.into_iter().filter(|(name, _)| *name != "language").collect();
    assert_eq!(post(&tom, &none).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut long = form(&tom).await;
    long[3].1 = "x".repeat(501);
    assert_eq!(post(&tom, &long).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mut nowhere = form(&tom).await;
    nowhere[5].1 = "nowhere".to_owned();
    assert_eq!(post(&tom, &nowhere).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let lea = house.at_work("lea", Role::Reporter).await;
    let mut sent = form(&tom).await;
    sent.push(("sure", "1".to_owned()));
    assert_eq!(post(&lea, &sent).await.status, StatusCode::FORBIDDEN);
    assert!(!lea.get("/newsroom").await.text.contains("data-flash"), "and it is not offered");
    assert!(house.room.log().await.iter().all(|entry| entry.act != "release"));
}
