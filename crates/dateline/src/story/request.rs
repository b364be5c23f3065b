//! A request for a second person taken back: what it held comes back as it was.

use jiff::Timestamp;

use super::{Done, Order, Release, Story, StoryAct, StoryError, perform, publish, running, store};
use crate::db::Conn;
use crate::edition::Agency;
use crate::ids::StoryRef;
use crate::people::Actor;

/// Takes back what waits for a second person. Stories that the request held are lifted as they were, with `note` to
/// editors; those that were on hold before stay so.
pub async fn drop_request(
    conn: &mut Conn<'_>,
    agency: &Agency,
    target: StoryRef,
    note: Option<String>,
    who: &Actor,
    now: Timestamp,
) -> Result<Done, StoryError> {
    running::keep_group(conn, target).await?;
    let first = store::lock(conn, target).await?.ok_or(StoryError::NotFound)?;
    let Some(pending) = first.pending.clone() else { return Err(StoryError::NothingPending(first.number)) };
    who.must(pending.order.act.right())?;
    let asked_for = first.number;
    let mut stories = vec![first];
    for number in pending.covers.iter().filter(|number| **number != asked_for) {
        let story = store::lock(conn, StoryRef::Number(*number)).await?;
        stories.extend(story.filter(|story| story.pending.as_ref() == Some(&pending)));
    }
    let lift = Order { editor_note: note, ..Order::new(StoryAct::Lift) };
    let mut changes = Vec::new();
    for story in &mut stories {
        let held = held_since(conn, story).await? == Some(pending.at);
        story.pending = None;
        story.moved_at = now;
        if held {
            changes.extend(publish::as_it_was(conn, agency, story, &lift, who, now).await?);
        } else {
            store::update(conn, story).await?;
        }
    }
    Ok(perform::done(&stories[0], changes))
}

/// Since when a story is on hold.
async fn held_since(conn: &mut Conn<'_>, story: &Story) -> Result<Option<Timestamp>, StoryError> {
    if story.release != Release::Held {
        return Ok(None);
    }
    let sql = "SELECT at FROM version WHERE number = $1 AND version = $2";
    Ok(Some(conn.one(sql, [story.number.into(), story.version.into()]).await?.get("at")?))
}
