//! Roles of the agency's own: made, given, changed, deleted; and that nobody gets more by them than they have.

use dateline::desk::{self, DeskKey};
use dateline::people::{self, Actor, OwnRole, PeopleError, Person, Right, Role, RoleKey, Roles};
use http::StatusCode;

use crate::browser::{Browser, House, PASSWORD};

async fn works_with(house: &House, name: &str, words: &[&str], at_desk: &[&str]) -> (Person, Browser) {
    let person = house.hire(name, &[Role::Photo]).await;
    let mut act = house.room.publication.begin(0).await.unwrap();
    let (now, program) = (act.now, Actor::program());
    let roles = Roles::parse(words.iter().copied()).unwrap();
    people::set_roles(&mut act.conn(), &program, &person.email, &roles, now).await.unwrap();
    let roles = Roles::parse(at_desk.iter().copied()).unwrap();
    desk::set_member(&mut act.conn(), &DeskKey::default(), person.id, roles, &program, now).await.unwrap();
    act.commit().await.unwrap();
    let mut browser = house.browser();
    browser.sign_in(name, PASSWORD).await;
    (person, browser)
}

#[tokio::test]
async fn a_role_of_our_own_is_made_given_changed_and_not_deleted_under_anybody() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let number = boss.story("Ministers meet").await;
    let story = format!("/newsroom/stories/{number}");
    let fields = [("key", "night"), ("name", "Night desk"), ("right", "stories:read")];
    assert_eq!(boss.post("/newsroom/roles", &fields).await.status, StatusCode::SEE_OTHER);
    assert_eq!(boss.post("/newsroom/roles", &fields).await.status, StatusCode::CONFLICT, "known already");
    let (lea, night) = works_with(&house, "lea", &["own:night"], &[]).await;
    assert_eq!(night.get(&story).await.status, StatusCode::OK);
    assert_eq!(night.post(&format!("{story}/hands/approve"), &[]).await.status, StatusCode::FORBIDDEN);
    let page = boss.get("/newsroom/people").await.text;
    assert!(page.contains("Night desk"), "it can be given on the page of people");

    let more =
        [("do", "save"), ("name", "Night desk"), ("right", "stories:read"), ("right", "stories:approve")];
    assert_eq!(boss.post("/newsroom/roles/night", &more).await.status, StatusCode::SEE_OTHER);
    let approve = night.post(&format!("{story}/hands/approve"), &[]).await;
    assert_ne!(approve.status, StatusCode::FORBIDDEN, "at once, in the same session");
    let deleted = boss.post("/newsroom/roles/night", &[("do", "delete"), ("name", "x")]).await;
    assert_eq!(deleted.status, StatusCode::CONFLICT);
    assert!(deleted.text.contains("lea"), "whoever has it is named");

    let path = format!("/newsroom/people/{}", lea.id);
    let given = [("do", "roles"), ("role", "reporter"), ("desk_newsroom", "own:night")];
    boss.post(&path, &given).await;
    let deleted = boss.post("/newsroom/roles/night", &[("do", "delete"), ("name", "x")]).await;
    assert_eq!(deleted.status, StatusCode::CONFLICT, "a role at a desk counts too");
    boss.post(&path, &[("do", "roles"), ("role", "reporter")]).await;
    let deleted = boss.post("/newsroom/roles/night", &[("do", "delete"), ("name", "x")]).await;
    assert_eq!(deleted.status, StatusCode::SEE_OTHER);
    let unknown = boss.post(&path, &[("do", "roles"), ("role", "own:night")]).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    let acts = house.column("SELECT act FROM audit WHERE act LIKE 'role.%' ORDER BY at, id", "act").await;
    assert_eq!(acts, ["role.add", "role.edit", "role.delete"]);
}

#[tokio::test]
async fn nobody_gives_rights_they_do_not_have_by_any_way_round() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let fields = [("key", "office"), ("name", "Office"), ("right", "admin"), ("right", "stories:read")];
    boss.post("/newsroom/roles", &fields).await;
    let (office, clerk) = works_with(&house, "clerk", &["own:office"], &[]).await;
    let lea = house.hire("lea", &[Role::Reporter]).await;
    let own = format!("/newsroom/people/{}", office.id);
    let (chief, desk) = (("role", "chief"), ("desk_newsroom", "editor"));
    let tried: [(&str, &[(&str, &str)]); 8] = [
        (&own, &[("do", "roles"), ("role", "own:office"), chief]),
        (&own, &[("do", "roles"), ("role", "own:office"), desk]),
        (&own, &[("do", "roles"), ("role", "administrator")]),
        ("/newsroom/roles/office", &[("do", "save"), ("name", "Office"), ("right", "stories:release")]),
        ("/newsroom/roles", &[("key", "more"), ("name", "More"), ("right", "stories:write")]),
        ("/newsroom/people", &[("email", "second@arna.example"), ("role", "administrator")]),
        (&format!("/newsroom/people/{}", lea.id), &[("do", "disable")]),
        (&format!("/newsroom/people/{}", lea.id), &[("do", "forget_authenticator")]),
    ];
    for (path, fields) in tried {
        assert_eq!(clerk.post(path, fields).await.status, StatusCode::FORBIDDEN, "{path} {fields:?}");
    }
    assert_eq!(clerk.get("/newsroom/people").await.status, StatusCode::OK, "what they may, they may still");
    let reading = [("key", "guest"), ("name", "Guest"), ("right", "stories:read")];
    assert_eq!(clerk.post("/newsroom/roles", &reading).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_last_administrator_can_neither_go_nor_be_sent() {
    let house = House::open().await;
    let boss = house.hire("boss", &[Role::Administrator]).await;
    let mut browser = house.browser();
    browser.sign_in("boss", PASSWORD).await;
    let fields = [("key", "office"), ("name", "Office"), ("right", "admin")];
    browser.post("/newsroom/roles", &fields).await;
    works_with(&house, "clerk", &["own:office"], &[]).await;
    let path = format!("/newsroom/people/{}", boss.id);
    for fields in [[("do", "disable"), ("x", "")], [("do", "roles"), ("role", "own:office")]] {
        assert_eq!(browser.post(&path, &fields).await.status, StatusCode::CONFLICT, "{fields:?}");
    }
    let without = browser.post(&path, &[("do", "roles")]).await;
    assert_eq!(without.status, StatusCode::CONFLICT, "{}", without.text);
    assert_eq!(browser.get("/newsroom/people").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_role_at_one_desk_shows_nothing_of_another() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let desk = [("key", "sport"), ("name", "Sport"), ("approval", "nobody"), ("section", "economy")];
    assert_eq!(boss.post("/newsroom/desks", &desk).await.status, StatusCode::SEE_OTHER);
    let number = boss.story("Ministers meet").await;
    let person = house.hire("abroad", &[Role::Photo]).await;
    let given = [("do", "roles"), ("desk_sport", "correspondent")];
    boss.post(&format!("/newsroom/people/{}", person.id), &given).await;
    let mut abroad = house.browser();
    abroad.sign_in("abroad", PASSWORD).await;
    for rest in ["", "/live", "/preview", "/revisions", "/acts/release"] {
        let path = format!("/newsroom/stories/{number}{rest}");
        assert_eq!(abroad.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(!abroad.get("/newsroom/board").await.text.contains("Ministers meet"));
    let own = [
        ("headline", "From abroad"),
        ("language", "en"),
        ("section", "economy"),
        ("urgency", "5"),
        ("desk", "sport"),
    ];
    let made = abroad.post("/newsroom/stories", &own).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text);
    assert_eq!(abroad.get(&made.location).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_line_ends_when_the_roles_change() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let person = house.hire("lea", &[Role::Editor]).await;
    let mut lea = house.browser();
    lea.sign_in("lea", PASSWORD).await;
    let number = boss.story("Ministers meet").await;
    let stream = lea.open(&format!("/newsroom/stories/{number}/live")).await;
    boss.post(&format!("/newsroom/people/{}", person.id), &[("do", "roles"), ("role", "reporter")]).await;
    boss.post(&format!("/newsroom/stories/{number}/hands/let-go"), &[]).await;
    let heard = stream.read_to_the_end().await;
    assert!(!heard.contains("event: saved"), "{heard}");
}

#[test]
fn keys_of_roles_are_plain_and_their_own() {
    for raw in ["", "a", "Night", "a b", "editor", "administrator", "own:x", &"x".repeat(41), "a_b", "a%"] {
        assert_eq!(RoleKey::parse(raw), None, "{raw:?}");
    }
    assert!(Roles::parse(["own:night", "editor"]).is_some());
    assert!(Roles::parse(["night"]).is_none());
}

#[tokio::test]
async fn a_role_nobody_knows_any_more_allows_nothing() {
    let house = House::open().await;
    let mut act = house.room.publication.begin(0).await.unwrap();
    let (now, program) = (act.now, Actor::program());
    let key = RoleKey::parse("night").unwrap();
    let rights = [Right::StoriesRead].into_iter().collect();
    let role = OwnRole { key: key.clone(), name: "Night".to_owned(), rights };
    people::make_role(&mut act.conn(), &program, role.clone(), now).await.unwrap();
    let again = people::make_role(&mut act.conn(), &program, role, now).await;
    assert!(matches!(again, Err(PeopleError::RoleKnown(_))));
    let mut roles = Roles::parse(["own:night"]).unwrap();
    roles.learn(&people::own_roles(&mut act.conn()).await.unwrap());
    assert!(roles.rights().has(Right::StoriesRead));
    roles.learn(&[]);
    assert!(!roles.rights().has(Right::StoriesRead));
}
