//! The agency's settings, and the vocabularies stories draw on.

use dateline::people::Role;
use http::StatusCode;

use crate::browser::House;

#[tokio::test]
async fn places_are_looked_up_in_any_language_and_named_in_the_storys() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    for query in ["bak", "BAKI", "Бак", "باكو", "%D8%A8%D8%A7%DA%A9"] {
        let answer = lea.get(&format!("/newsroom/places?language=ar&q={query}")).await;
        assert_eq!(answer.status, StatusCode::OK);
        let found = answer.json();
        let first = &found["places"][0];
        assert_eq!(first["name"], "باكو", "{query}: {found}");
        assert_eq!((&first["zone"], &first["country_code"]), (&"Asia/Baku".into(), &"AZ".into()));
        assert_eq!(first["country"], "أذربيجان");
    }
    let none = lea.get("/newsroom/places?q=&language=en").await.json();
    assert_eq!(none["places"], serde_json::json!([]));
    let many = lea.get("/newsroom/places?q=a&language=en").await.json();
    assert!(many["places"].as_array().unwrap().len() <= 12);
}

#[tokio::test]
async fn subjects_are_looked_up_among_the_built_in_and_the_loaded() {
    let house = House::open().await;
    let lea = house.at_work("lea", Role::Reporter).await;
    let subjects = async |query: &str| lea.get(&format!("/newsroom/subjects?{query}")).await.json();
    let found = subjects("language=az&q=SIYAS").await;
    assert_eq!(found["subjects"][0]["uri"], "medtop:11000000", "{found}");
    assert_eq!(found["subjects"][0]["name"], "siyasət və hökumət");
    let line = r#"{"qcode": "medtop:20000587", "uri": "http://cv.iptc.org/newscodes/mediatopic/20000587", "labels": {"en": "parliament"}, "broader": "http://cv.iptc.org/newscodes/mediatopic/11000000"}"#;
    let read = dateline::vocabulary::read_vocabulary(line);
    let mut act = house.room.publication.begin_errand().await.unwrap();
    dateline::vocabulary::put(&mut act.conn(), &read.concepts).await.unwrap();
    act.commit().await.unwrap();
    let found = subjects("language=az&q=parl").await;
    assert_eq!(found["subjects"][0]["name"], "parliament", "named in English where the language has no name");
    assert_eq!(found["subjects"][0]["broader"], "siyasət və hökumət");
}
