//! Sections that move and merge: what is refused, and what the log says.

mod newsroom;

use dateline::edition::{AgencyDescription, ApplyError};
use dateline::people::{Actor, Right, Rights};
use dateline::publication::{DescriptionError, Entry, EntryKind, apply_description, merge_sections};
use dateline::section::SectionError;
use dateline::story::StoryCopy;
use newsroom::{TestNewsroom, editor};

const AGENCY: &str = r#"
[agency]
name = "ARNA"
origin = "https://arna.example"
time_zone = "Asia/Baku"
default_language = "en"
[[section]]
key = "politics"
[[section]]
key = "economy"
[[section]]
key = "energy"
parent = "economy"
[edition.en.section.politics]
slug = "politics"
name = "POLITICS"
[edition.en.section.economy]
slug = "economy"
name = "ECONOMY"
[edition.en.section.energy]
slug = "energy"
name = "ENERGY"
"#;

async fn merge(
    room: &TestNewsroom,
    from: &str,
    into: &str,
    actor: &Actor,
) -> Result<Vec<Entry>, SectionError> {
    let mut act = room.publication.begin(0).await?;
    merge_sections(&mut act, actor, from, into).await?;
    Ok(act.commit().await?)
}

async fn apply(room: &TestNewsroom, text: &str) -> Result<Vec<Entry>, DescriptionError> {
    let mut act = room.publication.begin(0).await?;
    apply_description(&mut act, &editor(), &AgencyDescription::parse(text).unwrap()).await?;
    Ok(act.commit().await?)
}

#[tokio::test]
async fn a_merge_is_one_entry_and_moves_every_place() {
    let room = TestNewsroom::of(AGENCY).await;
    room.released("en", StoryCopy::new("energy", "Wind")).await;
    let entries = merge(&room, "energy", "politics", &editor()).await.unwrap();
    let [entry] = &entries[..] else { panic!("{entries:?}") };
    assert_eq!(
        (entry.kind, entry.act.as_str(), entry.subject.as_str()),
        (EntryKind::Section, "merge", "energy")
    );
    assert_eq!(entry.touches, ["agency"]);
    assert_eq!(room.listed("en/section/politics").await, [1]);
    assert!(room.listed("en/section/energy").await.is_empty());
    assert!(room.listed("en/section/economy").await.is_empty());
}

#[tokio::test]
async fn a_merge_that_cannot_be_is_refused_and_changes_nothing() {
    let room = TestNewsroom::of(AGENCY).await;
    let before = room.log().await;
    let refused = merge(&room, "energy", "weather", &editor()).await;
    assert!(matches!(&refused, Err(SectionError::Unknown(key)) if key == "weather"), "{refused:?}");
    let refused = merge(&room, "energy", "energy", &editor()).await;
    assert!(matches!(refused, Err(SectionError::Itself(_))), "{refused:?}");
    let refused = merge(&room, "economy", "energy", &editor()).await;
    assert!(matches!(refused, Err(SectionError::Below { .. })), "{refused:?}");
    let arranger =
        Actor::token(editor().person.unwrap(), [Right::FrontsWrite].into_iter().collect::<Rights>());
    let refused = merge(&room, "energy", "economy", &arranger).await;
    assert!(matches!(refused, Err(SectionError::Refused(_))), "{refused:?}");
    assert_eq!(room.log().await, before);
}

#[tokio::test]
async fn a_section_cannot_be_put_below_itself_or_below_nothing() {
    let room = TestNewsroom::of(AGENCY).await;
    for (old, new) in [
        ("key = \"economy\"\n", "key = \"economy\"\nparent = \"energy\"\n"),
        ("key = \"economy\"\n", "key = \"economy\"\nparent = \"economy\"\n"),
        ("key = \"politics\"\n", "key = \"politics\"\nparent = \"weather\"\n"),
    ] {
        let refused = apply(&room, &AGENCY.replacen(old, new, 1)).await;
        assert!(matches!(refused, Err(DescriptionError::Apply(ApplyError::Bad { .. }))), "{refused:?}");
    }
    assert_eq!(apply(&room, AGENCY).await.unwrap(), []);
}

#[tokio::test]
async fn a_moved_section_is_an_entry_and_moved_again_to_the_same_place_none() {
    let room = TestNewsroom::of(AGENCY).await;
    room.released("en", StoryCopy::new("energy", "Wind")).await;
    let moved = AGENCY.replace("parent = \"economy\"", "parent = \"politics\"");
    let entries = apply(&room, &moved).await.unwrap();
    assert!(
        entries.iter().all(|entry| (entry.kind, entry.subject.as_str()) == (EntryKind::Section, "energy"))
    );
    assert_eq!(entries.len(), 1);
    assert_eq!(room.listed("en/section/politics").await, [1]);
    assert!(room.listed("en/section/economy").await.is_empty());
    assert_eq!(apply(&room, &moved).await.unwrap(), []);
}
