//! Wakes followers sooner; never the truth.
//!
//! A wake-up says only "look at the log". One that is lost costs at most a second, since everybody looks then anyway.

use std::time::Duration;

use sqlx::postgres::PgListener;
use tokio::sync::watch;

use crate::db::{Db, DbError};

/// The PostgreSQL channel on which nodes wake each other.
pub const CHANNEL: &str = "dateline_log";

/// How nodes wake each other.
#[derive(Clone, Debug)]
pub enum Bus {
    /// Processes on one machine: SQLite's `data_version` is looked at.
    Local,
    /// PostgreSQL's LISTEN and NOTIFY.
    Postgres,
}

impl Bus {
    /// What the engine itself gives.
    pub fn of(db: &Db) -> Bus {
        match db {
            Db::Sqlite { .. } => Bus::Local,
            Db::Postgres { .. } => Bus::Postgres,
        }
    }

    /// Wakes the other nodes whenever `written` changes, after the commit; many commits may share one call. The task
    /// behind it ends with the sender.
    pub fn announce(&self, db: &Db, mut written: watch::Receiver<i64>) {
        let (Bus::Postgres, Db::Postgres { pool }) = (self, db) else { return };
        let pool = pool.clone();
        tokio::spawn(async move {
            while written.changed().await.is_ok() {
                written.borrow_and_update();
                let told = sqlx::query("SELECT pg_notify($1, '')").bind(CHANNEL).execute(&pool).await;
                if let Err(error) = told {
                    tracing::warn!(%error, "waking other nodes; they look by themselves");
                }
            }
        });
    }

    /// A receiver that changes whenever somebody may have written. The task behind it ends with the receiver.
    pub async fn listen(&self, db: &Db) -> watch::Receiver<u64> {
        let (wake, woken) = watch::channel(0);
        let db = db.clone();
        tokio::spawn(async move {
            while !wake.is_closed() {
                let lost = match &db {
                    Db::Sqlite { .. } => watch_file(&db, &wake).await,
                    Db::Postgres { .. } => watch_channel(&db, &wake).await,
                };
                if let Err(error) = lost {
                    tracing::warn!(%error, "waiting for other nodes");
                    wake.send_modify(|n| *n += 1);
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
            }
        });
        woken
    }
}

async fn watch_file(db: &Db, wake: &watch::Sender<u64>) -> Result<(), DbError> {
    let mut conn = db.reader().await?;
    let mut version = 0;
    let mut pause = tokio::time::interval(Duration::from_millis(40));
    pause.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    while !wake.is_closed() {
        pause.tick().await;
        let row = conn.conn().one("PRAGMA data_version", []).await?;
        let found: i64 = row.get("data_version")?;
        if found != version {
            version = found;
            wake.send_modify(|n| *n += 1);
        }
    }
    Ok(())
}

async fn watch_channel(db: &Db, wake: &watch::Sender<u64>) -> Result<(), DbError> {
    let Db::Postgres { pool } = db else { return Ok(()) };
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    wake.send_modify(|n| *n += 1);
    while !wake.is_closed() {
        // A lost notification costs no more than this second.
        if let Ok(notified) = tokio::time::timeout(Duration::from_secs(1), listener.recv()).await {
            notified?;
        }
        wake.send_modify(|n| *n += 1);
    }
    Ok(())
}
