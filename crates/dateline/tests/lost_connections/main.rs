//! Connections to the database that break at the worst moment: every answer says what is known, what was done is
//! done once, and nothing else notices. On PostgreSQL alone; SQLite has no connection to lose.

#[allow(dead_code)]
#[path = "../api/desk.rs"]
mod desk;
#[path = "../newsroom/mod.rs"]
mod newsroom;
mod proxy;

use axum::http::StatusCode;
use dateline::db::Engine;
use desk::{Answer, Desk, story};
use newsroom::TestNewsroom;
use proxy::Proxy;
use serde_json::{Value, json};
use sqlx::{Connection, PgConnection};

/// A newsroom on PostgreSQL; `None` where there is none to try it on.
async fn on_postgres() -> Option<TestNewsroom> {
    let room = TestNewsroom::open().await;
    (room.publication.db.engine() == Engine::Postgres).then_some(room)
}

async fn run(room: &TestNewsroom, sql: &'static str) {
    let mut own = PgConnection::connect(&room.url).await.unwrap();
    sqlx::raw_sql(sql).execute(&mut own).await.unwrap();
}

/// Ends every connection to the newsroom's database but its own; how many.
async fn end_connections(room: &TestNewsroom) -> i64 {
    let mut own = PgConnection::connect(&room.url).await.unwrap();
    let sql = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() \
               AND pid <> pg_backend_pid() AND backend_type = 'client backend'";
    sqlx::query_scalar(sql).fetch_one(&mut own).await.unwrap()
}

/// Has the server end the connection that first writes to the log; at its commit where `moment` is deferred.
async fn end_first_writer(room: &TestNewsroom, moment: Moment) {
    run(
        room,
        "CREATE SEQUENCE ended; CREATE FUNCTION end_first() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
         IF nextval('ended') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(60); END IF; \
         RETURN NULL; END $$;",
    )
    .await;
    let trigger = match moment {
        Moment::Commit => {
            "CREATE CONSTRAINT TRIGGER end_first AFTER INSERT ON log DEFERRABLE INITIALLY DEFERRED \
             FOR EACH ROW EXECUTE FUNCTION end_first();"
        }
        Moment::Statement => {
            "CREATE TRIGGER end_first AFTER INSERT ON log FOR EACH ROW EXECUTE FUNCTION end_first();"
        }
    };
    run(room, trigger).await;
}

enum Moment {
    Commit,
    Statement,
}

async fn release_under_key(desk: &Desk) -> Answer {
    let key = [("idempotency-key", "k1")];
    desk.call_with(&desk.editor, "POST", "/api/v1/stories?release=now", &key, story("Ministers meet")).await
}

fn problem(answer: &Answer) -> (StatusCode, Value) {
    (answer.status, answer.body["type"].clone())
}

fn unavailable(name: &str) -> (StatusCode, Value) {
    (StatusCode::SERVICE_UNAVAILABLE, json!(format!("urn:dateline:problem:{name}")))
}

#[tokio::test]
async fn a_commit_whose_answer_is_lost_is_said_to_be_unknown_and_is_done_once() {
    let Some(room) = on_postgres().await else { return };
    let proxy = Proxy::before(&room.url).await;
    let desk = Desk::over(room.seen_at(&proxy.url).await).await;
    proxy.cut_at_next_commit();
    let lost = release_under_key(&desk).await;
    assert!(!proxy.is_armed(), "the line was cut");
    assert_eq!(problem(&lost), unavailable("outcome-unknown"), "{}", lost.body);
    let heard = desk.room.heard.lock().unwrap().clone();
    assert_eq!(heard.len(), 1, "nobody is answered before the pages know what the log says: {heard:?}");
    let again = release_under_key(&desk).await;
    assert_eq!(again.status, StatusCode::CREATED, "{}", again.body);
    assert_eq!((again.number("seq"), again.number("version")), (1, 1));
    assert_eq!(room.log().await.len(), 1, "done once");
}

#[tokio::test]
async fn a_commit_that_was_cut_off_is_said_to_be_unknown_and_is_done_when_sent_again() {
    let Some(room) = on_postgres().await else { return };
    let desk = Desk::over(room).await;
    end_first_writer(&desk.room, Moment::Commit).await;
    let lost = release_under_key(&desk).await;
    assert_eq!(problem(&lost), unavailable("outcome-unknown"), "{}", lost.body);
    assert_eq!(desk.room.log().await, [], "it was not done");
    let again = release_under_key(&desk).await;
    assert_eq!(again.status, StatusCode::CREATED, "{}", again.body);
    assert_eq!(desk.room.log().await.len(), 1);
}

#[tokio::test]
async fn an_act_whose_connection_is_lost_before_the_commit_is_said_not_to_be_done() {
    let Some(room) = on_postgres().await else { return };
    let desk = Desk::over(room).await;
    end_first_writer(&desk.room, Moment::Statement).await;
    let lost = release_under_key(&desk).await;
    assert_eq!(problem(&lost), unavailable("not-committed"), "{}", lost.body);
    assert_eq!(desk.room.log().await, []);
    let again = release_under_key(&desk).await;
    assert_eq!(again.status, StatusCode::CREATED, "{}", again.body);
}

#[tokio::test]
async fn a_reader_gets_a_connection_that_lives() {
    let Some(room) = on_postgres().await else { return };
    for _ in 0..3 {
        // Used a moment ago, so that the pool takes them on trust.
        let looks = (0..8).map(|_| room.publication.db.schema_version());
        for look in futures_util::future::join_all(looks).await {
            look.unwrap();
        }
        assert!(end_connections(&room).await > 0);
        room.publication.db.schema_version().await.expect("a connection that lives");
    }
}
