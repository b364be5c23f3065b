use jiff::{SignedDuration, Timestamp};

use super::*;
use crate::db::Db;

fn noon() -> Timestamp {
    "2026-06-01T12:00:00Z".parse().unwrap()
}

fn later(seconds: i64) -> Timestamp {
    noon() + SignedDuration::from_secs(seconds)
}

async fn fresh() -> (tempfile::TempDir, Db) {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open("sqlite:test.db", folder.path()).await.unwrap();
    (folder, db)
}

#[tokio::test]
async fn a_job_is_taken_once_and_comes_back_when_its_lease_ends() {
    let (_folder, db) = fresh().await;
    let mut conn = db.writing_conn().await.unwrap();
    let mut conn = conn.conn();
    let id = queue(&mut conn, "rendition", &"p01.jpg", noon()).await.unwrap();
    assert_eq!(lease(&mut conn, Lane::Prompt, later(-1), 10).await.unwrap(), []);
    let taken = lease(&mut conn, Lane::Prompt, noon(), 10).await.unwrap();
    let job = Job { id, kind: "rendition".to_owned(), payload: "\"p01.jpg\"".to_owned(), attempts: 1 };
    assert_eq!(taken, [job]);
    assert_eq!(lease(&mut conn, Lane::Prompt, later(60), 10).await.unwrap(), []);
    assert_eq!(next_at(&mut conn, Lane::Prompt).await.unwrap(), Some(later(120)));
    keep(&mut conn, id, later(100)).await.unwrap();
    assert_eq!(lease(&mut conn, Lane::Prompt, later(150), 10).await.unwrap(), []);
    assert_eq!(lease(&mut conn, Lane::Prompt, later(220), 10).await.unwrap()[0].attempts, 2);
    done(&mut conn, id).await.unwrap();
    assert_eq!(next_at(&mut conn, Lane::Prompt).await.unwrap(), None);
}

#[tokio::test]
async fn a_job_that_keeps_failing_is_given_up_and_kept() {
    let (_folder, db) = fresh().await;
    let mut conn = db.writing_conn().await.unwrap();
    let mut conn = conn.conn();
    queue(&mut conn, "mail", &(), noon()).await.unwrap();
    let mut now = noon();
    let mut begun = 0;
    while let Some(at) = next_at(&mut conn, Lane::Prompt).await.unwrap() {
        now = now.max(at);
        let job = lease(&mut conn, Lane::Prompt, now, 1).await.unwrap().pop().unwrap();
        begun += 1;
        failed(&mut conn, job.id, job.fate(now), "no route to host").await.unwrap();
    }
    assert_eq!(begun, MOST_ATTEMPTS);
    assert_eq!(lease(&mut conn, Lane::Prompt, now + SignedDuration::from_hours(1000), 1).await.unwrap(), []);
    let kept = conn.one("SELECT failed FROM job", []).await.unwrap();
    assert_eq!(kept.get::<String>("failed").unwrap(), "no route to host");
}

#[tokio::test]
async fn a_job_of_unknown_kind_is_an_error() {
    let handlers = Handlers::default().with("known", async |_job| Ok(()));
    let job =
        |kind: &str| Job { id: JobId::new(), kind: kind.to_owned(), payload: "{}".to_owned(), attempts: 1 };
    assert!(handlers.perform(job("known")).await.is_ok());
    assert!(handlers.perform(job("other")).await.unwrap_err().to_string().contains("other"));
}

#[tokio::test]
async fn a_lane_s_jobs_wait_for_none_of_another() {
    let (_folder, db) = fresh().await;
    let mut conn = db.writing_conn().await.unwrap();
    let mut conn = conn.conn();
    for _ in 0..100 {
        queue_on(&mut conn, Lane::Slow, "media.develop", &(), noon()).await.unwrap();
    }
    assert_eq!(next_at(&mut conn, Lane::Prompt).await.unwrap(), None);
    let letter = queue(&mut conn, "mail.send", &(), later(1)).await.unwrap();
    assert_eq!(next_at(&mut conn, Lane::Prompt).await.unwrap(), Some(later(1)));
    let taken = lease(&mut conn, Lane::Prompt, later(1), 10).await.unwrap();
    assert_eq!(taken.iter().map(|job| job.id).collect::<Vec<_>>(), [letter]);
    assert_eq!(lease(&mut conn, Lane::Slow, later(1), 200).await.unwrap().len(), 100);
}
