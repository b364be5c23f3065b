//! Follows the log: entries that other processes and nodes wrote, and those of this node, each once and in order.

use std::time::Duration;

use tokio::sync::watch;

use super::{Publication, log};
use crate::bus::Bus;
use crate::db::DbError;

/// The most entries read at once.
const SLICE: i64 = 1000;

/// Notices what others write until `stop` changes: on SQLite by looking at `PRAGMA data_version` every 40 ms,
/// on PostgreSQL by its notifications, and by looking once a second in case one was lost.
pub async fn notice_others(publication: Publication, bus: Bus, mut stop: watch::Receiver<bool>) {
    let mut seen = *publication.head().borrow();
    let mut wake = bus.listen(&publication.db).await;
    loop {
        tokio::select! {
            _ = wake.changed() => {}
            _ = stop.changed() => return,
        }
        match catch_up(&publication, seen).await {
            Ok(reached) => seen = reached,
            Err(error) => {
                tracing::warn!(%error, "following the log");
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
        }
    }
}

/// Reads everything after `seen` and passes it on; how far it came. Entries this node wrote come again here,
/// which does no harm: positions only rise.
async fn catch_up(publication: &Publication, mut seen: i64) -> Result<i64, DbError> {
    let mut reader = publication.db.reader().await?;
    loop {
        let entries = log::after(&mut reader.conn(), seen, SLICE, true).await?;
        let Some(last) = entries.last() else { return Ok(seen) };
        seen = last.seq;
        publication.noticed(&entries);
    }
}
