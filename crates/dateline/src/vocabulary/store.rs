//! The SQL of subjects.

use super::Concept;
use crate::db::{Conn, DbError, Row};

/// Rises by one whenever concepts change: what nodes keep in memory is checked against it.
pub(super) async fn revision(conn: &mut Conn<'_>) -> Result<i64, DbError> {
    conn.one("SELECT revision FROM vocabulary WHERE id = 1", []).await?.get("revision")
}

/// Raises it.
pub(super) async fn raise(conn: &mut Conn<'_>) -> Result<(), DbError> {
    conn.execute("UPDATE vocabulary SET revision = revision + 1 WHERE id = 1", []).await.map(|_| ())
}

/// Every concept that was loaded.
pub(super) async fn every(conn: &mut Conn<'_>) -> Result<Vec<Concept>, DbError> {
    let rows = conn.all("SELECT code, uri, labels, broader, retired FROM concept", []).await?;
    rows.iter().map(read_row).collect()
}

pub(super) fn read_row(row: &Row) -> Result<Concept, DbError> {
    Ok(Concept {
        code: row.get("code")?,
        uri: row.get("uri")?,
        labels: row.json("labels")?,
        broader: row.get("broader")?,
        retired: row.get("retired")?,
    })
}
