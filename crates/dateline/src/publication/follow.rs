//! Follows the log: entries that other processes and nodes wrote, and those of this node, each once and in order.

use std::time::Duration;

use tokio::sync::watch;

use super::hearing::SLICE;
use super::{Publication, log};
use crate::bus::Bus;
use crate::db::DbError;

/// Notices what others write until `stop` changes: on SQLite by looking at `PRAGMA data_version` every 40 ms,
/// on PostgreSQL by its notifications, and by looking once a second in case one was lost.
pub async fn notice_others(publication: Publication, bus: Bus, mut stop: watch::Receiver<bool>) {
    // Not from where the head is now: this node's own acts may have raised it past others' by then.
    let mut seen = publication.opened_at();
    let mut wake = bus.listen(&publication.db).await;
    loop {
        if let Err(error) = catch_up(&publication, &mut seen).await {
            tracing::warn!(%error, "following the log");
            tokio::select! {
                _ = tokio::time::sleep(Duration::from_millis(500)) => continue,
                _ = stop.changed() => return,
            }
        }
        tokio::select! {
            _ = wake.changed() => {}
            _ = stop.changed() => return,
        }
    }
}

/// Reads everything after `seen` and passes it on. Entries this node wrote come again here, which does no harm:
/// positions only rise.
async fn catch_up(publication: &Publication, seen: &mut i64) -> Result<(), DbError> {
    let mut reader = publication.db.reader().await?;
    loop {
        let entries = log::after(&mut reader.conn(), *seen, SLICE, true).await?;
        let Some(last) = entries.last() else { return Ok(()) };
        *seen = last.seq;
        publication.noticed(&entries);
    }
}
