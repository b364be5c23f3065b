//! The end of an embargo, set for another instant.

use super::due::{self, SetFor};
use super::{Done, Embargo, Release, StoryAct, StoryError, perform, publish, store};
use crate::db::Conn;
use crate::edition::Agency;
use crate::ids::{DueId, StoryRef};
use crate::people::{Actor, Right};
use jiff::Timestamp;

/// Moves the end of an embargo that waits for its instant. Trusted readers were told when it ends, so they get a version
/// that says when it ends now, of the text they have; what the desk has written since stays with the desk.
pub async fn move_embargo(
    conn: &mut Conn<'_>,
    agency: &Agency,
    id: DueId,
    set: &SetFor,
    who: &Actor,
    now: Timestamp,
) -> Result<Done, StoryError> {
    who.must(Right::StoriesRelease)?;
    due::must_come(set, now)?;
    let number = due::waiting(conn, id).await?.ok_or(StoryError::NotFound)?;
    let mut story = store::lock(conn, StoryRef::Number(number)).await?.ok_or(StoryError::NotFound)?;
    if story.release != Release::Advanced {
        return Err(StoryError::NotNow { number, act: StoryAct::Update, release: story.release });
    }
    let embargo = Embargo { until: Some(set.at), zone: set.zone.clone() };
    story.moved_at = now;
    let changes = publish::with_embargo(conn, agency, &mut story, embargo, who, now).await?;
    Ok(perform::done(&story, changes))
}
