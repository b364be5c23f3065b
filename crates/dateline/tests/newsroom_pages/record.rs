//! The record of who did what: every act about people, settings and stories is in it, and it is found again.

use std::collections::BTreeSet;

use dateline::people::Role;
use http::StatusCode;

use crate::browser::House;

/// Where something is posted, what, and the act the record then holds.
type Posted<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);

#[tokio::test]
async fn what_is_done_about_people_desks_and_stories_stands_in_the_record() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    let lea = house.hire("lea", &[Role::Reporter]).await;
    let number = boss.story("Ministers meet").await;
    let (person, story) = (format!("/newsroom/people/{}", lea.id), format!("/newsroom/stories/{number}"));
    let desk = [("key", "sport"), ("name", "Sport"), ("approval", "nobody")];
    let role = [("key", "night"), ("name", "Night"), ("right", "stories:read"), ("do", "save")];
    let acts: [Posted; 15] = [
        ("/newsroom/people", &[("email", "new@arna.example"), ("role", "photo")], "person.add"),
        (&person, &[("do", "letter")], "person.letter"),
        (&person, &[("do", "roles"), ("role", "editor")], "person.roles"),
        (&person, &[("do", "roles"), ("role", "editor"), ("desk_newsroom", "chief")], "desk.member"),
        (&person, &[("do", "forget_authenticator")], "authenticator.remove"),
        (&person, &[("do", "disable")], "person.disable"),
        ("/newsroom/desks", &desk, "desk.add"),
        ("/newsroom/desks/sport", &desk, "desk.edit"),
        ("/newsroom/roles", &role, "role.add"),
        ("/newsroom/roles/night", &role, "role.edit"),
        ("/newsroom/roles/night", &[("do", "delete")], "role.delete"),
        ("/newsroom/language", &[("language", "en")], "person.language"),
        (&format!("{story}/hands/submit"), &[], "story.submit"),
        (&format!("{story}/acts/release"), &[("languages", "this")], "story.release"),
        ("/newsroom/sign-out", &[], "session.end"),
    ];
    for (path, fields, act) in acts {
        let before = house.column("SELECT act FROM audit", "act").await.len();
        let answer = boss.post(path, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path} {fields:?}: {}", answer.text);
        let record = house.column("SELECT act FROM audit ORDER BY at, id", "act").await;
        assert!(record[before..].iter().any(|found| found == act), "{act}: {:?}", &record[before..]);
    }
    let from: BTreeSet<String> = house
        .column("SELECT network FROM audit WHERE person IS NOT NULL", "network")
        .await
        .into_iter()
        .collect();
    assert_eq!(from, BTreeSet::from(["127.0.0.1".to_owned()]), "each says from where");
}

#[tokio::test]
async fn the_record_is_searched_by_person_act_subject_and_day_and_paged() {
    let house = House::open().await;
    let boss = house.at_work("boss", Role::Administrator).await;
    for number in 0..205 {
        boss.post("/newsroom/language", &[("language", if number % 2 == 0 { "az" } else { "en" })]).await;
    }
    let boss_id = house.column("SELECT act FROM audit", "act").await.len();
    assert!(boss_id > 205);
    let first = boss.get("/newsroom/audit").await.text;
    let rows = |page: &str| page.matches("<td><code>").count();
    assert_eq!(rows(&first), 200);
    let older = first.split("href=\"").find(|part| part.contains("before=")).unwrap();
    let older = older.split('"').next().unwrap().replace("&#x2f;", "/").replace("&amp;", "&");
    let second = boss.get(&older).await.text;
    assert_eq!(rows(&second), boss_id - 200, "the rest, each once");
    for (query, some) in [
        ("act=session.open", true),
        ("act=person", true),
        ("act=nothing", false),
        ("subject=boss@", true),
        ("subject=nobody@", false),
        ("from=2000-01-01&to=2000-01-02", false),
        ("from=2000-01-01", true),
        ("q=language", true),
    ] {
        let found = boss.get(&format!("/newsroom/audit?{query}")).await;
        assert_eq!(rows(&found.text) > 0, some, "{query}");
        let table = boss.get(&format!("/newsroom/audit.csv?{query}")).await;
        assert_eq!(table.text.lines().count() > 1, some, "{query}: {}", table.text);
        assert_eq!(table.headers["content-disposition"], "attachment; filename=\"audit.csv\"");
    }
    assert_eq!(boss.get("/newsroom/audit?before=x").await.status, StatusCode::NOT_FOUND);
    assert_eq!(boss.get("/newsroom/audit?from=x").await.status, StatusCode::UNPROCESSABLE_ENTITY);
}
