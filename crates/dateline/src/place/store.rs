//! The SQL of the agency's own places.

use super::OwnPlace;
use crate::db::{Conn, DbError};

/// The agency's own places, by their keys.
pub async fn own(conn: &mut Conn<'_>) -> Result<Vec<OwnPlace>, DbError> {
    let rows = conn.all("SELECT key, data FROM place ORDER BY key", []).await?;
    rows.iter().map(|row| Ok(OwnPlace { key: row.get("key")?, ..row.json("data")? })).collect()
}

/// Writes one.
pub async fn put(conn: &mut Conn<'_>, place: &OwnPlace) -> Result<(), DbError> {
    let data = serde_json::to_string(place).expect("places are plain data");
    conn.execute(
        "INSERT INTO place (key, data) VALUES ($1, $2) \
         ON CONFLICT (key) DO UPDATE SET data = excluded.data",
        [place.key.as_str().into(), data.into()],
    )
    .await?;
    Ok(())
}

/// Forgets one: the built-in place of its key, if there is one, stands again.
pub async fn forget(conn: &mut Conn<'_>, key: &str) -> Result<(), DbError> {
    conn.execute("DELETE FROM place WHERE key = $1", [key.into()]).await?;
    Ok(())
}
