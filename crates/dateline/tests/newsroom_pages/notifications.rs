//! What people are told, how they chose to be told it, and letters that go out once.

use dateline::jobs::Handlers;
use dateline::newsroom::with_notice_letters;
use dateline::people::Role;

use crate::browser::{Browser, House};

async fn remark(browser: &Browser, number: &str, text: &str) {
    browser.post(&format!("/newsroom/stories/{number}/remarks"), &[("text", text)]).await;
}

async fn letters(house: &House) -> Vec<String> {
    house.column("SELECT payload FROM job WHERE kind = 'mail.send' ORDER BY id", "payload").await
}

async fn do_errands(house: &House) {
    let handlers = with_notice_letters(Handlers::default(), house.room.publication.clone());
    house.room.publication.do_errands(&handlers).await.unwrap();
}

#[tokio::test]
async fn an_hour_s_notices_are_in_one_letter_written_once_on_any_number_of_nodes() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let tom = house.at_work("tom", Role::Editor).await;
    tom.post("/newsroom/me/notifications", &[("mention", "hourly")]).await;
    let (one, two) = (lea.story("Harbour opens").await, lea.story("Ferries strike").await);
    remark(&lea, &one, "@tom, please look").await;
    remark(&lea, &two, "@tom, and here").await;
    do_errands(&house).await;
    assert!(letters(&house).await.is_empty(), "the hour is not over");
    let other = house.second().await;
    for node in [&house, &other] {
        node.room.publication.clock.advance(3_601);
    }
    tokio::join!(do_errands(&house), do_errands(&other));
    do_errands(&house).await;
    let letters = letters(&house).await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    for said in ["tom@arna.example", "Harbour opens", "Ferries strike", "lea names you", "2 notices"] {
        assert!(letters[0].contains(said), "{said}: {}", letters[0]);
    }
    assert!(letters[0].contains(&format!("https://arna.example/newsroom/stories/{one}")), "{}", letters[0]);
}

#[tokio::test]
async fn a_letter_at_once_is_written_for_each_and_in_the_person_s_language() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let tom = house.at_work("tom", Role::Editor).await;
    tom.post("/newsroom/language", &[("language", "ru"), ("back", "/newsroom")]).await;
    tom.post("/newsroom/me/notifications", &[("wanted", "mail")]).await;
    let number = lea.story("Harbour opens").await;
    lea.post(&format!("/newsroom/stories/{number}/hands/submit"), &[]).await;
    do_errands(&house).await;
    let letters = letters(&house).await;
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert!(letters[0].contains("lea просит завизировать: Harbour opens"), "{}", letters[0]);
}

#[tokio::test]
async fn what_somebody_does_not_want_to_hear_is_not_told_but_for_kills() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let (one, other) = (house.at_work("ida", Role::Chief).await, house.at_work("max", Role::Chief).await);
    let nothing: Vec<(&str, &str)> = ["mention", "wanted", "confirm"].map(|kind| (kind, "nothing")).to_vec();
    other.post("/newsroom/me/notifications", &nothing).await;
    let number = lea.story("Harbour opens").await;
    remark(&lea, &number, "@max, please look").await;
    lea.post(&format!("/newsroom/stories/{number}/hands/submit"), &[]).await;
    assert_eq!(other.get("/newsroom/notices/count").await.json()["unread"], 0);
    one.post(&format!("/newsroom/stories/{number}/acts/release"), &[("languages", "this")]).await;
    let kill = [("reason", "The harbour stays closed"), ("languages", "this")];
    one.post(&format!("/newsroom/stories/{number}/acts/kill"), &kill).await;
    assert_eq!(other.get("/newsroom/notices/count").await.json()["unread"], 1, "a kill is always told");
    assert!(letters(&house).await.iter().any(|letter| letter.contains("max@arna.example")));
    let authors = lea.get("/newsroom/notices").await.text;
    assert!(authors.contains("ida has released"), "{authors}");
}

#[tokio::test]
async fn what_goes_out_by_itself_is_told_to_whoever_wrote_it_by_their_choice() {
    let house = House::open().await;
    let mut lea = house.at_work("lea", Role::Reporter).await;
    let mut tom = house.at_work("tom", Role::Editor).await;
    tom.post("/newsroom/me/notifications", &[("released", "nothing")]).await;
    let (one, two) = (lea.story("Harbour opens").await, lea.story("Ferries strike").await);
    let own = tom.story("Bridge closes").await;
    let fields = serde_json::json!({ "embargo_at": "2026-06-02T09:00", "embargo_zone": "UTC" });
    tom.post(&format!("/newsroom/stories/{two}/hands/take-over"), &[]).await;
    tom.save(
        &format!("/newsroom/stories/{two}/save"),
        serde_json::json!({ "revision": 1, "fields": fields }),
    )
    .await;
    tom.post(&format!("/newsroom/stories/{two}/acts/release"), &[]).await;
    let set = [("at", "2026-06-02T09:00"), ("zone", "UTC"), ("languages", "this")];
    for number in [&one, &own] {
        tom.post(&format!("/newsroom/stories/{number}/acts/release"), &set).await;
    }
    house.room.publication.clock.advance(2 * 86_400);
    house.room.publication.do_due().await.unwrap();
    lea.sign_in("lea", crate::browser::PASSWORD).await;
    tom.sign_in("tom", crate::browser::PASSWORD).await;
    let told = lea.get("/newsroom/notices").await.text;
    for headline in ["Harbour opens", "Ferries strike"] {
        let said = format!("Out at the time that was set: <bdi lang=\"en\">{headline}");
        assert!(told.contains(&said), "{headline}: {told}");
    }
    assert!(!tom.get("/newsroom/notices").await.text.contains("Out at the time"), "tom chose not to hear");
}
