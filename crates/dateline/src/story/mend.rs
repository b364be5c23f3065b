//! A mistake put right in what is out, beside whatever the desk is writing meanwhile.

use jiff::Timestamp;
use story_body::merge;

use super::perform::{check_notes, check_stage, done};
use super::publish::{self, Origin};
use super::{Done, Order, Release, Stage, Story, StoryCopy, StoryError, create, store};
use crate::db::Conn;
use crate::edition::Agency;
use crate::people::{Actor, Right};

/// Publishes `mended`, made of the newest version of a story the caller has locked. A working copy nobody has changed
/// becomes it; one with work in it stays the desk's, with the same merged into it block by block, or, where both changed
/// one block, based on the version before, which the desk is shown.
pub async fn put_right(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &mut Story,
    mended: StoryCopy,
    order: &Order,
    who: &Actor,
    now: Timestamp,
) -> Result<Done, StoryError> {
    who.must(order.act.right())?;
    who.must(Right::StoriesWrite)?;
    check_notes(order)?;
    if !order.act.publishes() || story.release != Release::Public || story.embargoed {
        return Err(StoryError::NotNow { number: story.number, act: order.act, release: story.release });
    }
    if let Some(person) = story.held_at(now).filter(|holder| Some(*holder) != who.person) {
        return Err(StoryError::HeldBy { number: story.number, person });
    }
    let last = publish::last_copy(conn, story).await?;
    let work = last.filter(|last| *last != story.copy);
    let (working, stage, based_on) = (story.copy.clone(), story.stage.clone(), story.based_on);
    let Some(last) = work else {
        let revision = story.revision;
        create::save_locked(conn, agency, story, revision, mended, who, now).await?;
        check_stage(conn, story, order, who).await?;
        story.moved_at = now;
        store::keep_revision(conn, story, now, who.person, order.act.as_str()).await?;
        let changes = publish::publish(conn, agency, story, Origin::Kept, order, who, now).await?;
        return Ok(done(story, changes));
    };
    if let Stage::Spiked { reason } = &stage {
        return Err(super::StageRefused::Spiked(reason.clone()).into());
    }
    let merged = merged(&last, &working, &mended);
    story.copy = mended;
    story.stage = Stage::Draft;
    story.based_on = story.version;
    story.moved_at = now;
    check_stage(conn, story, order, who).await?;
    let changes = publish::publish(conn, agency, story, Origin::Kept, order, who, now).await?;
    if merged.is_none() || based_on + 1 < story.version {
        story.based_on = based_on;
    }
    story.copy = merged.unwrap_or(working);
    story.stage = stage;
    story.revision += 1;
    story.changed_at = now;
    store::update(conn, story).await?;
    Ok(done(story, changes))
}

/// What was mended in `last`, in the desk's copy too; `None` where the desk changed the same.
fn merged(last: &StoryCopy, working: &StoryCopy, mended: &StoryCopy) -> Option<StoryCopy> {
    let body = merge(&last.body, &working.body, &mended.body);
    if !body.is_clean() {
        return None;
    }
    let mut merged = StoryCopy { body: body.body, ..working.clone() };
    if mended.headline != last.headline {
        if working.headline != last.headline {
            return None;
        }
        merged.headline = mended.headline.clone();
    }
    if mended.summary != last.summary {
        if working.summary != last.summary {
            return None;
        }
        merged.summary = mended.summary.clone();
    }
    Some(merged)
}
