use jiff::{SignedDuration, Timestamp};

use super::*;
use crate::db::Db;

async fn fresh() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open("sqlite:test.db", folder.path()).await.unwrap();
    (folder, db)
}

fn noon() -> Timestamp {
    "2026-06-01T12:00:00Z".parse().unwrap()
}

fn person(email: &str, role: Role) -> NewPerson {
    NewPerson { email: Email::parse(email).unwrap(), name: None, roles: Roles::of(&[role]), password: None }
}

fn token(name: &str, owner: Option<&str>, days: Option<u32>) -> NewToken {
    NewToken {
        name: name.to_owned(),
        scopes: vec![Scope::StoriesWrite, Scope::StoriesRelease],
        owner: owner.map(|email| Email::parse(email).unwrap()),
        days,
    }
}

#[tokio::test]
async fn a_person_is_added_once() {
    let (_folder, db) = fresh().await;
    let mut conn = db.writing_conn().await.unwrap();
    let mut conn = conn.conn();
    let lea =
        add(&mut conn, &Actor::program(), person("Lea@arna.example", Role::Editor), noon()).await.unwrap();
    assert_eq!((lea.name.as_str(), lea.email.as_str()), ("lea", "lea@arna.example"));
    let again = add(&mut conn, &Actor::program(), person("lea@ARNA.example", Role::Editor), noon()).await;
    assert!(matches!(again, Err(PeopleError::Known(_))), "{again:?}");
    assert_eq!(list(&mut conn).await.unwrap(), [lea]);
}

#[tokio::test]
async fn only_an_administrator_adds_people_and_tokens() {
    let (_folder, db) = fresh().await;
    let mut conn = db.writing_conn().await.unwrap();
    let mut conn = conn.conn();
    let chief = add(&mut conn, &Actor::program(), person("c@a.example", Role::Chief), noon()).await.unwrap();
    let refused = add(&mut conn, &chief.actor(), person("d@a.example", Role::Reporter), noon()).await;
    assert!(matches!(refused, Err(PeopleError::Refused(_))), "{refused:?}");
    let refused = create_token(&mut conn, &chief.actor(), token("t", None, None), noon()).await;
    assert!(matches!(refused, Err(PeopleError::Refused(_))));
}

#[tokio::test]
async fn a_token_lets_in_until_it_expires_or_is_revoked() {
    let (_folder, db) = fresh().await;
    let mut conn = db.writing_conn().await.unwrap();
    let mut conn = conn.conn();
    let admin = Actor::program();
    let boss = add(&mut conn, &admin, person("boss@a.example", Role::Administrator), noon()).await.unwrap();
    let (secret, kept) =
        create_token(&mut conn, &admin, token("wire desk", None, Some(30)), noon()).await.unwrap();
    let day = |days: i64| noon() + SignedDuration::from_hours(24 * days);

    let (actor, _) = authenticate(&mut conn, secret.reveal(), day(29)).await.unwrap();
    assert_eq!(actor.person, Some(boss.id));
    assert!(actor.rights.has(Right::StoriesRelease) && !actor.rights.has(Right::Admin));
    let late = authenticate(&mut conn, secret.reveal(), day(30)).await;
    assert!(matches!(late, Err(NotAuthentic::Expired)));
    let wrong = authenticate(&mut conn, &format!("{}x", secret.reveal()), noon()).await;
    assert!(matches!(wrong, Err(NotAuthentic::Unknown)));

    assert_eq!(revoke_token(&mut conn, &admin, "wire desk", noon()).await.unwrap().id, kept.id);
    let revoked = authenticate(&mut conn, secret.reveal(), noon()).await;
    assert!(matches!(revoked, Err(NotAuthentic::Revoked)));
    let gone = revoke_token(&mut conn, &admin, "wire desk", noon()).await;
    assert!(matches!(gone, Err(PeopleError::UnknownToken(_))));
}

#[tokio::test]
async fn the_text_of_a_token_is_not_kept() {
    let (folder, db) = fresh().await;
    let mut owned = db.writing_conn().await.unwrap();
    let mut conn = owned.conn();
    let admin = Actor::program();
    add(&mut conn, &admin, person("boss@a.example", Role::Administrator), noon()).await.unwrap();
    let (secret, _) = create_token(&mut conn, &admin, token("t", None, None), noon()).await.unwrap();
    drop(owned);
    db.close().await;
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        let text = secret.reveal().as_bytes();
        assert!(!bytes.windows(text.len()).any(|window| window == text));
    }
}

#[tokio::test]
async fn a_disabled_person_and_their_tokens_stay_out() {
    let (_folder, db) = fresh().await;
    let mut conn = db.writing_conn().await.unwrap();
    let mut conn = conn.conn();
    let admin = Actor::program();
    add(&mut conn, &admin, person("boss@a.example", Role::Administrator), noon()).await.unwrap();
    let lea = add(&mut conn, &admin, person("lea@a.example", Role::Editor), noon()).await.unwrap().email;
    let hash = Password::parse("ink and paper").unwrap().hash();
    reset(&mut conn, &admin, &lea, &hash, noon()).await.unwrap();
    let (secret, _) =
        create_token(&mut conn, &admin, token("t", Some("lea@a.example"), None), noon()).await.unwrap();
    assert!(sign_in(&mut conn, &lea, "ink and paper").await.unwrap().is_some());
    assert!(sign_in(&mut conn, &lea, "ink and ink").await.unwrap().is_none());

    disable(&mut conn, &admin, &lea, noon()).await.unwrap();
    assert!(sign_in(&mut conn, &lea, "ink and paper").await.unwrap().is_none());
    assert!(authenticate(&mut conn, secret.reveal(), noon()).await.is_err());
    let refused = create_token(&mut conn, &admin, token("t", Some("lea@a.example"), None), noon()).await;
    assert!(matches!(refused, Err(PeopleError::Disabled(_))));

    reset(&mut conn, &admin, &lea, &hash, noon()).await.unwrap();
    assert!(sign_in(&mut conn, &lea, "ink and paper").await.unwrap().is_some());
    assert!(authenticate(&mut conn, secret.reveal(), noon()).await.is_err(), "a revoked token stays revoked");
}

#[tokio::test]
async fn the_last_administrator_stays() {
    let (_folder, db) = fresh().await;
    let mut conn = db.writing_conn().await.unwrap();
    let mut conn = conn.conn();
    let admin = Actor::program();
    let boss =
        add(&mut conn, &admin, person("boss@a.example", Role::Administrator), noon()).await.unwrap().email;
    let refused = disable(&mut conn, &admin, &boss, noon()).await;
    assert!(matches!(refused, Err(PeopleError::LastAdministrator(_))));
    add(&mut conn, &admin, person("other@a.example", Role::Administrator), noon()).await.unwrap();
    assert!(disable(&mut conn, &admin, &boss, noon()).await.unwrap().disabled_at.is_some());
    assert_eq!(first_administrator(&mut conn).await.unwrap().email.as_str(), "other@a.example");
}

#[tokio::test]
async fn every_change_of_people_is_written_down() {
    let (_folder, db) = fresh().await;
    let mut conn = db.writing_conn().await.unwrap();
    let mut conn = conn.conn();
    let admin = Actor::program();
    add(&mut conn, &admin, person("boss@a.example", Role::Administrator), noon()).await.unwrap();
    create_token(&mut conn, &admin, token("t", None, None), noon()).await.unwrap();
    revoke_token(&mut conn, &admin, "t", noon()).await.unwrap();
    let rows = conn.all("SELECT act FROM audit ORDER BY id", []).await.unwrap();
    let acts: Vec<String> = rows.iter().map(|row| row.get("act").unwrap()).collect();
    assert_eq!(acts, ["person.add", "token.create", "token.revoke"]);
}
