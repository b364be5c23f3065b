//! What a desk's board reads: stories that are being worked on, those just out, and what changed of them.

use std::collections::HashMap;

use jiff::Timestamp;

use super::Story;
use super::store::{columns, read};
use crate::db::{Conn, DbError};
use crate::ids::{GroupId, PersonId, StoryId, StoryRef};

/// Stories whose working copy is not what was released, the one worked on last first; at most `limit`. Spiked ones
/// are among them where they changed since `spiked_since`.
pub async fn open_stories(
    conn: &mut Conn<'_>,
    spiked_since: Timestamp,
    limit: i64,
) -> Result<Vec<Story>, DbError> {
    let sql = columns!(
        "SELECT",
        "FROM story WHERE stage <> '{\"stage\":\"released\"}' \
         AND (stage NOT LIKE '{\"stage\":\"spiked\"%' OR changed_at >= $1) ORDER BY changed_at DESC LIMIT $2"
    );
    let rows = conn.all(sql, [spiked_since.into(), limit.into()]).await?;
    rows.iter().map(read).collect()
}

/// Stories whose working copy is what was released, and of which readers heard something since an instant or will when
/// an embargo ends, the newest first; at most `limit` of those readers have.
pub async fn recently_out(conn: &mut Conn<'_>, since: Timestamp, limit: i64) -> Result<Vec<Story>, DbError> {
    let sql = columns!(
        "SELECT",
        "FROM story WHERE stage = '{\"stage\":\"released\"}' AND number IN (SELECT number FROM \
         (SELECT number FROM released WHERE updated_at >= $1 ORDER BY updated_at DESC LIMIT $2) AS heard \
         UNION ALL SELECT number FROM story WHERE release = 'advanced') ORDER BY number DESC"
    );
    let rows = conn.all(sql, [since.into(), limit.into()]).await?;
    rows.iter().map(read).collect()
}

/// Stories by id; those that are not there are not among them. Each is a statement of its own, since few move at once.
pub async fn by_ids(conn: &mut Conn<'_>, ids: &[StoryId]) -> Result<HashMap<StoryId, Story>, DbError> {
    let mut stories = HashMap::with_capacity(ids.len());
    for id in ids {
        let found = super::store::find(conn, StoryRef::Id(*id)).await?;
        stories.extend(found.map(|story| (*id, story)));
    }
    Ok(stories)
}

/// The stories of a translation group, by number.
pub async fn of_group(conn: &mut Conn<'_>, group: GroupId) -> Result<Vec<Story>, DbError> {
    let sql = columns!("SELECT", "FROM story WHERE group_id = $1 ORDER BY number");
    let rows = conn.all(sql, [group.into()]).await?;
    rows.iter().map(read).collect()
}

/// A story that changed for the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Which.
    pub story: StoryId,
    /// When.
    pub at: Timestamp,
    /// Of the working copy.
    pub revision: i64,
    /// Who holds it, and until when.
    pub holder: Option<(PersonId, Timestamp)>,
    /// Who asks for it.
    pub asked_by: Option<PersonId>,
}

/// What changed for the desk from an instant on, in that order; at most `limit`.
pub async fn moved_since(conn: &mut Conn<'_>, since: Timestamp, limit: i64) -> Result<Vec<Moved>, DbError> {
    let rows = conn
        .all(
            "SELECT id, moved_at, revision, holder, held_until, asked_by FROM story \
             WHERE moved_at > 0 AND moved_at >= $1 ORDER BY moved_at DESC LIMIT $2",
            [since.into(), limit.into()],
        )
        .await?;
    let mut moved = rows
        .iter()
        .map(|row| {
            let person = |bytes: Option<Vec<u8>>| bytes.as_deref().and_then(PersonId::from_bytes);
            let until: Option<Timestamp> = row.get("held_until")?;
            Ok(Moved {
                story: row.parsed("id", |bytes: Vec<u8>| StoryId::from_bytes(&bytes))?,
                at: row.get("moved_at")?,
                revision: row.get("revision")?,
                holder: person(row.get("holder")?).zip(until),
                asked_by: person(row.get("asked_by")?),
            })
        })
        .collect::<Result<Vec<Moved>, DbError>>()?;
    moved.reverse();
    Ok(moved)
}
