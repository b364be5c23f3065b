//! Redaction: stated words are gone from every version, copy, note and page; the hash of what was stays.

mod newsroom;

use dateline::ids::PersonId;
use dateline::story::{self, Order, StoryAct, StoryCopy};
use newsroom::{TestNewsroom, editor, order, second_editor};
use story_body::Body;

const NAME: &str = "Rafiq Talan";

#[tokio::test]
async fn redacted_words_are_gone_from_everywhere_and_the_hash_stays() {
    let room = TestNewsroom::open().await;
    let mut copy = StoryCopy::new("politics", format!("{NAME} before the court"));
    copy.summary = Some(format!("The case of {NAME}."));
    copy.body = Body::from_html(&format!("<p>The witness, <b>{NAME}</b>, lives in Tovin.</p>")).body;
    let story = room.released("en", copy).await;
    let correction = Order {
        public_note: Some(format!("{NAME} is a witness, not the accused.")),
        ..order(StoryAct::Correction)
    };
    room.perform(&story, correction).await.unwrap();
    let before = room.log().await.last().unwrap().hash.clone();
    let redact = Order { words: vec![NAME.into()], ..order(StoryAct::Redact) };
    room.perform(&story, redact).await.unwrap();
    let second = second_editor();
    room.confirm(&story, StoryAct::Redact, &second).await.unwrap();

    for (table, columns) in [
        ("story", "copy, coalesce(pending, '') AS other"),
        ("version", "content AS copy, coalesce(public_note, '') AS other"),
        ("released", "page AS copy, card AS other"),
        ("correction", "note AS copy, note AS other"),
        ("log", "subject AS copy, touches AS other"),
        ("redaction", "reason AS copy, reason AS other"),
    ] {
        let mut snapshot = room.publication.db.snapshot().await.unwrap();
        let rows = snapshot.conn().all_built(format!("SELECT {columns} FROM {table}"), []).await.unwrap();
        assert!(!rows.is_empty(), "{table}");
        for row in rows {
            let text: String = row.get::<String>("copy").unwrap() + &row.get::<String>("other").unwrap();
            assert!(!text.contains("Talan"), "{table} still has it: {text}");
        }
    }
    assert_eq!(room.log().await.last().unwrap().hash, before);
    let mut snapshot = room.publication.db.snapshot().await.unwrap();
    let register = snapshot.conn().one("SELECT asked_by, agreed_by FROM redaction", []).await.unwrap();
    let person = |column: &str| PersonId::from_bytes(&register.get::<Vec<u8>>(column).unwrap());
    assert_eq!((person("asked_by"), person("agreed_by")), (editor().person, second.person));
    let versions = story::versions(&mut snapshot.conn(), story.number).await.unwrap();
    assert_eq!(versions.len(), 2, "a redaction is no version");
    assert!(versions.iter().all(|version| version.content.as_ref().unwrap().headline.starts_with("[…]")));
}
