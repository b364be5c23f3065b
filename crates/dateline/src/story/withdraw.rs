//! The acts that take copy from readers: hold, kill, takedown and unpublish.

use jiff::Timestamp;

use super::{
    Change, Order, Release, Story, StoryAct, StoryError, Touches, due, publish, released, running, store,
    touch, versions,
};
use crate::correction::{self, TaskKind};
use crate::db::Conn;
use crate::edition::Agency;
use crate::people::Actor;
use crate::report;

/// Withdraws a story: off every list, its page a notice; schedules end. Hold, kill and takedown are versions of
/// their own, unpublish is not.
pub(super) async fn withdraw(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &mut Story,
    order: &Order,
    who: &Actor,
    now: Timestamp,
) -> Result<Vec<Change>, StoryError> {
    let was = story.release;
    let before = publish::last_copy(conn, story).await?;
    if due::cancel_due(conn, story.number, now).await? > 0 {
        correction::task(conn, TaskKind::ScheduleCancelled, story.number, order.act.as_str(), now).await?;
    }
    let hash = if order.act.status().is_some() {
        next_version(conn, story, order, who, now).await?
    } else {
        versions::newest_hash(conn, story).await?
    };
    story.release = order.act.leads_to();
    if order.act == StoryAct::Takedown {
        versions::remove_text(conn, story.number).await?;
        correction::forget(conn, story.number).await?;
        report::forget_words(conn, story.number).await?;
    }
    store::update(conn, story).await?;
    if story.embargoed {
        return Ok(vec![Change::of_trusted(story, order.act, hash, now)]);
    }
    running::keep(conn, story.number, None).await?;
    released::withdraw(conn, agency, story, order, before.as_ref(), now).await?;
    let mut touches = Touches::new();
    touches.add(touch::story(story.number)).add(touch::corrections(story.language));
    for sibling in store::group_numbers(conn, story.group).await? {
        touches.add(touch::story(sibling));
    }
    let published = story.published_at.unwrap_or(now);
    if let Some(before) = &before {
        touches.listed(agency, story.language, before, published, now);
    }
    running::stops(conn, agency, story, now, &mut touches).await?;
    let mut days = Vec::new();
    if was == Release::Public {
        days.push((story.language, agency.day_of(published), -1));
    }
    Ok(vec![Change {
        touches: touches.into_names(),
        withdrawn: true,
        days,
        ..Change::of(story, order.act, hash, now)
    }])
}

/// A version that says what the one before said, with another status. The working copy keeps its base.
async fn next_version(
    conn: &mut Conn<'_>,
    story: &mut Story,
    order: &Order,
    who: &Actor,
    now: Timestamp,
) -> Result<String, StoryError> {
    let row = conn
        .one(
            "INSERT INTO version (number, version, act, at, status, content, hash, editor_note, public_note, \
             reason, person) SELECT number, version + 1, $3, $4, $5, content, hash, $6, $7, $8, $9 \
             FROM version WHERE number = $1 AND version = $2 RETURNING hash",
            [
                story.number.into(),
                story.version.into(),
                order.act.as_str().into(),
                now.into(),
                order.act.status().map_or("usable", |status| status.as_str()).into(),
                order.editor_note.as_deref().into(),
                order.public_note.as_deref().into(),
                order.reason.as_deref().into(),
                who.person.into(),
            ],
        )
        .await?;
    if story.based_on == story.version {
        story.based_on += 1;
    }
    story.version += 1;
    Ok(row.get("hash")?)
}
