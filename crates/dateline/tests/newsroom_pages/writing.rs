//! What a writer can say of a story, what is looked at before release, and which revisions are kept.

use dateline::people::Role;
use http::StatusCode;
use jiff::SignedDuration;
use serde_json::json;

use crate::browser::{Browser, House};

fn paragraph(text: &str) -> serde_json::Value {
    json!({ "blocks": [{ "id": "p1", "type": "paragraph", "content": [{ "text": text }] }] })
}

async fn save(browser: &Browser, number: &str, sent: serde_json::Value) -> serde_json::Value {
    let saved = browser.save(&format!("/newsroom/stories/{number}/save"), sent).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text);
    saved.json()
}

#[tokio::test]
async fn every_field_of_a_story_is_kept_and_shown_again() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let other = lea.story("Another story").await;
    let number = lea.story("Harbour opens").await;
    let fields = json!({
        "headline_short": "Harbour", "headline_seo": "Kardel harbour opens",
        "sign_off_reporter": "Lea Morin (LM)", "sign_off_editor": ["Tom Reyk (TR)"], "editor_note": "Not for broadcast",
        "subjects": "medtop:02000000 crime, law and justice", "related": other, "follows": other,
        "dateline_place": "Kardel", "dateline_date": "2026-07-18",
        "embargo_at": "2099-06-02T12:00", "embargo_zone": "Europe/Berlin",
    });
    let saved = save(&lea, &number, json!({ "revision": 1, "fields": fields })).await;
    assert_eq!(saved["problems"], json!([]));
    let shown = async || lea.get(&format!("/newsroom/stories/{number}")).await.text.replace("&#x2f;", "/");
    let page = shown().await;
    for shown in [
        "value=\"Harbour\"",
        "value=\"Kardel harbour opens\"",
        "value=\"Lea Morin (LM)\"",
        "LM/TR",
        "Not for broadcast",
        "medtop:02000000 crime, law and justice",
        "{\"2\":\"Another story\"}".replace('2', &other).as_str(),
        "Kardel, July 18, ARNA",
        "value=\"2099-06-02T12:00\"",
        "<bdi data-zone>Europe/Berlin</bdi>",
        "Until 2099-06-02 12:00 (UTC+02:00) Europe/Berlin: here 2 June 2099, 14:00.",
    ] {
        assert!(page.contains(shown), "{shown}\n{page}");
    }
    let zone = save(&lea, &number, json!({ "revision": 2, "fields": { "embargo_zone": "UTC" } })).await;
    assert_eq!(zone["problems"], json!([]));
    let page = shown().await;
    assert!(page.contains("Until 2099-06-02 12:00 (UTC+00:00) UTC"), "the hour stays, its zone is another");
}

#[tokio::test]
async fn whoever_only_reads_gets_text_and_no_source() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let tom = house.at_work("tom", Role::Editor).await;
    let number = lea.story("Harbour opens").await;
    save(&lea, &number, json!({ "revision": 1, "body": paragraph("It <opens> at noon.") })).await;
    let at = format!("/newsroom/stories/{number}");
    let page = tom.get(&at).await.text;
    assert!(page.contains("<p>It &lt;opens&gt; at noon.</p>"), "{page}");
    assert!(
        !page.contains("name=\"body_html\"")
            && page.contains("<fieldset class=\"fields\" data-fields disabled>")
    );
    assert!(page.contains("/hands/ask\"") && page.contains("/hands/take-over\""));
    lea.post(&format!("{at}/hands/let-go"), &[]).await;
    let page = tom.get(&at).await.text;
    assert!(
        page.contains("name=\"body_html\"") && page.contains("/hands/claim\""),
        "free for whoever writes"
    );
}

#[tokio::test]
async fn what_is_worth_a_look_is_said_with_its_place_and_dead_links_too() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let number = lea.story("“Harbour opens").await;
    let body = json!({ "blocks": [
        { "id": "a", "type": "paragraph", "content": [{ "text": "See this", "link": "/en/politics/gone-999999" }] },
        { "id": "b", "type": "paragraph", "content": [{ "text": "and that", "link": "https://other.example/en/politics/x-1" }] },
    ] });
    let saved = save(&lea, &number, json!({ "revision": 1, "body": body })).await;
    assert_eq!(saved["findings"].as_array().unwrap().len(), 1, "{saved}");
    assert_eq!(
        (&saved["findings"][0]["rule"], &saved["findings"][0]["block"]),
        (&json!("dead_link"), &json!("a"))
    );
    let page = lea.get(&format!("/newsroom/stories/{number}")).await.text;
    for shown in ["href=\"#f-headline\"", "href=\"#f-dateline_place\"", "A link leads to a story"] {
        assert!(page.contains(shown), "{shown}");
    }
}

#[tokio::test]
async fn revisions_are_kept_at_every_turn_and_every_five_minutes_of_work() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let tom = house.at_work("tom", Role::Chief).await;
    let number = lea.story("Harbour opens").await;
    let at = |rest: &str| format!("/newsroom/stories/{number}{rest}");
    let reasons = async || -> Vec<String> {
        house.column("SELECT reason FROM revision WHERE revision > 0 ORDER BY revision, at", "reason").await
    };
    for (revision, minutes) in [(1, 0), (2, 1), (3, 3), (4, 2), (5, 4)] {
        let clock = &house.room.publication.clock;
        clock.set(clock.now() + SignedDuration::from_mins(minutes));
        save(
            &lea,
            &number,
            json!({ "revision": revision, "body": paragraph(&format!("Words {revision}.")) }),
        )
        .await;
    }
    assert_eq!(reasons().await, ["work", "work"], "before the first word, and after six minutes");
    tom.post(&at("/hands/take-over"), &[]).await;
    save(&tom, &number, json!({ "revision": 6, "body": paragraph("Tom's words.") })).await;
    tom.post(&at("/hands/submit"), &[]).await;
    save(&tom, &number, json!({ "revision": 7, "body": paragraph("Tom's last words.") })).await;
    tom.post(&at("/acts/release"), &[("languages", "this")]).await;
    assert_eq!(reasons().await, ["work", "work", "take_over", "submit", "release"]);
    let shown = lea.get(&at("/revisions?old=r6&new=now&view=sides")).await.text;
    assert!(shown.contains("<div class=\"sides\">") && shown.contains("<del>Words"), "{shown}");
}

#[tokio::test]
async fn stories_are_found_by_words_number_and_address_by_whoever_may_see_them() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let chief = house.at_work("ida", Role::Chief).await;
    let number = lea.story("Harbour opens").await;
    let found = async |query: &str| -> serde_json::Value {
        lea.get(&format!("/newsroom/stories/find?{query}")).await.json()["stories"].clone()
    };
    assert_eq!(found("q=harbour&language=en").await, json!([]), "a draft is found by its number alone");
    assert_eq!(found(&format!("q={number}")).await[0]["headline"], "Harbour opens");
    lea.post(&format!("/newsroom/stories/{number}/hands/let-go"), &[]).await;
    let released =
        chief.post(&format!("/newsroom/stories/{number}/acts/release"), &[("languages", "this")]).await;
    assert_eq!(released.status, StatusCode::SEE_OTHER, "{}", released.text);
    for query in ["q=harbour&language=en", "q=HARBOUR+opens", &format!("q=/en/politics/x-{number}")] {
        assert_eq!(found(query).await[0]["headline"], "Harbour opens", "{query}");
    }
    assert_eq!(found("q=harbour&language=az").await, json!([]));
    assert_eq!(
        found("q=%25&language=en").await.as_array().unwrap().len(),
        1,
        "a sign of the engines is no wildcard"
    );
}
