//! How far each source has been imported, so that an import that was stopped goes on where it was.

use std::collections::HashMap;
use std::sync::Arc;

use super::place::Place;
use super::source::Source;
use crate::db::{Conn, DbError, ManyRows};
use crate::publication::Publication;

/// Positions by the key of their source.
#[derive(Default)]
pub(super) struct Positions {
    /// Records of an earlier run that are done.
    done: HashMap<String, u64>,
    /// The first record of a source that was set aside: nothing behind it counts as done.
    aside: HashMap<String, u64>,
}

impl Positions {
    /// Reads how far earlier runs came.
    pub(super) async fn load(
        &mut self,
        publication: &Publication,
        sources: &[Arc<Source>],
    ) -> Result<(), DbError> {
        let mut reader = publication.db.reader().await?;
        for source in sources {
            let row = reader
                .conn()
                .optional(
                    "SELECT position FROM import_position WHERE source = $1",
                    [source.key.as_str().into()],
                )
                .await?;
            if let Some(row) = row {
                self.done.insert(source.key.clone(), row.get::<i64>("position")?.max(0) as u64);
            }
        }
        Ok(())
    }

    /// Whether an earlier run is done with the record.
    pub(super) fn is_done(&self, at: &Place) -> bool {
        self.done.get(&at.source.key).is_some_and(|done| at.index < *done)
    }

    /// A record was set aside.
    pub(super) fn set_aside(&mut self, at: &Place) {
        let first = self.aside.entry(at.source.key.clone()).or_insert(at.index);
        *first = at.index.min(*first);
    }

    /// How far each source is once the records at `places` are written.
    pub(super) fn after<'a>(&self, places: impl Iterator<Item = &'a Place>) -> Vec<(String, i64)> {
        let mut last: HashMap<&str, u64> = HashMap::new();
        for place in places {
            let next = last.entry(&place.source.key).or_default();
            *next = (*next).max(place.index + 1);
        }
        last.into_iter()
            .map(|(key, next)| {
                let next = self.aside.get(key).map_or(next, |first| next.min(*first));
                (key.to_owned(), next as i64)
            })
            .collect()
    }

    /// Forgets positions: the sources have been read to their ends.
    pub(super) async fn forget(
        &self,
        publication: &Publication,
        sources: &[Arc<Source>],
    ) -> Result<(), DbError> {
        let mut act = publication.begin_errand().await?;
        for source in sources {
            act.conn()
                .execute("DELETE FROM import_position WHERE source = $1", [source.key.as_str().into()])
                .await?;
        }
        act.commit().await.map(|_| ())
    }
}

/// Writes positions in the transaction of the stories before them.
pub(super) async fn put(
    conn: &mut Conn<'_>,
    positions: &[(String, i64)],
    now: jiff::Timestamp,
) -> Result<(), DbError> {
    let mut rows = ManyRows::into_table(
        "import_position",
        "source, position, at",
        "ON CONFLICT (source) DO UPDATE SET position = excluded.position, at = excluded.at",
    );
    for (source, position) in positions {
        rows.push([source.into(), (*position).into(), now.into()]);
    }
    conn.insert_many(rows).await.map(|_| ())
}
