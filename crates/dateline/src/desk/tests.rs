use std::collections::BTreeMap;

use super::*;
use crate::ids::PersonId;
use crate::people::{Email, Person, Right, Role, Roles};

fn badge_of(everywhere: &[Role], at_sport: &[Role]) -> Badge {
    let person = Person {
        id: PersonId::new(),
        email: Email::parse("lea@arna.example").unwrap(),
        name: "Lea".to_owned(),
        roles: Roles::of(everywhere),
        language: None,
        created_at: jiff::Timestamp::UNIX_EPOCH,
        disabled_at: None,
    };
    let desks = BTreeMap::from([(DeskKey::parse("sport").unwrap(), Roles::of(at_sport))]);
    Badge { person, desks, network: None }
}

#[test]
fn a_role_at_a_desk_gives_its_rights_there_alone() {
    let badge = badge_of(&[Role::Reporter], &[Role::Editor]);
    let (sport, politics) = (DeskKey::parse("sport").unwrap(), DeskKey::parse("politics").unwrap());
    assert!(badge.may_at(&sport, Right::StoriesRelease));
    assert!(!badge.may_at(&politics, Right::StoriesRelease));
    assert!(badge.may_at(&politics, Right::StoriesWrite));
    assert!(badge.may(Right::StoriesRelease));
    assert!(!badge.may(Right::Admin));
}

#[test]
fn keys_are_short_and_plain() {
    for raw in ["", "Sport", "a b", "ä", &"x".repeat(65)] {
        assert!(DeskKey::parse(raw).is_err(), "{raw:?}");
    }
    assert_eq!(DeskKey::parse("foreign-2").unwrap().as_str(), "foreign-2");
}

#[test]
fn a_desk_covers_its_languages_and_sections() {
    let english = Language::parse("en").unwrap();
    let mut desk = Desk {
        key: DeskKey::default(),
        name: "Newsroom".to_owned(),
        position: 1,
        languages: Vec::new(),
        sections: Vec::new(),
        approval: ApprovalRule::Nobody,
        steps: Vec::new(),
    };
    assert!(desk.covers(english, "politics"));
    desk.sections = vec!["sport".to_owned()];
    assert!(!desk.covers(english, "politics"));
    desk.sections.clear();
    desk.languages = vec![Language::parse("az").unwrap()];
    assert!(!desk.covers(english, "politics"));
}
