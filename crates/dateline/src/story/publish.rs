//! The acts that put copy before readers: release, update, correction, refile, lift, restore, and the end of an
//! embargo.

use jiff::Timestamp;

use super::{
    Change, Embargo, Group, Lifting, Names, Order, Release, Stage, Story, StoryAct, StoryCopy, StoryError,
    Touches, create, due, released, running, store, touch, versions,
};
use crate::correction;
use crate::db::Conn;
use crate::edition::Agency;
use crate::ids::StoryNumber;
use crate::people::Actor;
use crate::report;

/// Whether a story is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// In the database.
    Kept,
    /// Not written yet, in this group.
    New(Group),
}

/// Makes the next version of the working copy as it stands and shows it, or gives it to trusted readers while
/// its embargo holds.
pub(super) async fn publish(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &mut Story,
    origin: Origin,
    order: &Order,
    who: &Actor,
    now: Timestamp,
) -> Result<Vec<Change>, StoryError> {
    create::check_copy(agency, story.language, &story.copy)?;
    if story.version > 0 && story.based_on < story.version {
        return Err(StoryError::Behind { based_on: story.based_on, released: story.version });
    }
    let before = last_copy(conn, story).await?;
    let embargoed = embargoed_after(story, order.act, now);
    let order = if embargoed && order.act == StoryAct::Release {
        Order { act: StoryAct::Advance, ..order.clone() }
    } else {
        order.clone()
    };
    let (content, hash) = story.copy.sealed();
    story.version += 1;
    story.based_on = story.version;
    story.stage = Stage::Released;
    story.embargoed = embargoed;
    story.pending = None;
    let was = story.release;
    story.release = if embargoed { Release::Advanced } else { order.act.leads_to() };
    if !embargoed && story.published_at.is_none() {
        story.published_at = Some(now);
    }
    match origin {
        Origin::Kept => store::update(conn, story).await?,
        Origin::New(_) => create::insert(conn, story).await?,
    }
    versions::insert(conn, story.number, story.version, &order, (&content, &hash), now, who.person).await?;
    if embargoed {
        due::set_embargo(conn, story, who.person).await?;
        return Ok(vec![Change::of_trusted(story, order.act, hash, now)]);
    }
    if order.act == StoryAct::Correction || order.lifting == Some(Lifting::Corrected) {
        let note = order.public_note.as_deref().or(order.editor_note.as_deref()).unwrap_or_default();
        correction::record(conn, story.number, story.version, story.language, now, note).await?;
        // A translation that follows its original's correction leaves nobody behind: they have all been asked.
        if !correction::put_right(conn, story.number, who.person, now).await? {
            correction::ask_translations(conn, story, now).await?;
        }
    } else if order.act == StoryAct::Refile {
        correction::put_right(conn, story.number, who.person, now).await?;
    }
    if story.version > 1 {
        report::follow_on(conn, story.number, now).await?;
    }
    let siblings = match origin {
        Origin::New(Group::New) => Vec::new(),
        _ => store::group_numbers(conn, story.group).await?,
    };
    let change = show(conn, agency, story, (before.as_ref(), &siblings), (order.act, was), hash, now).await?;
    Ok(vec![change])
}

/// Ends a hold with the text the story had. The working copy stays the desk's: its stage, and the version it is based on
/// where that is older.
pub(super) async fn as_it_was(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &mut Story,
    order: &Order,
    who: &Actor,
    now: Timestamp,
) -> Result<Vec<Change>, StoryError> {
    let (shown, _) = last_sealed(conn, story).await?;
    let (copy, stage) = (std::mem::replace(&mut story.copy, shown), story.stage.clone());
    let behind = (story.based_on < story.version).then_some(story.based_on);
    story.based_on = story.version;
    let order = Order { lifting: Some(Lifting::AsItWas), ..order.clone() };
    let changes = publish(conn, agency, story, Origin::Kept, &order, who, now).await?;
    (story.copy, story.stage) = (copy, stage);
    story.based_on = behind.unwrap_or(story.based_on);
    store::update(conn, story).await?;
    Ok(changes)
}

/// Gives trusted readers the text they have with another end of its embargo. The working copy stays the desk's, but for
/// that end.
pub(super) async fn with_embargo(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &mut Story,
    embargo: Embargo,
    who: &Actor,
    now: Timestamp,
) -> Result<Vec<Change>, StoryError> {
    let (had, _) = last_sealed(conn, story).await?;
    let given = StoryCopy { embargo: Some(embargo.clone()), ..had };
    let (copy, stage) = (std::mem::replace(&mut story.copy, given), story.stage.clone());
    let behind = (story.based_on < story.version).then_some(story.based_on);
    story.based_on = story.version;
    let order = Order::new(StoryAct::Update);
    let changes = publish(conn, agency, story, Origin::Kept, &order, who, now).await?;
    (story.copy, story.stage) = (StoryCopy { embargo: Some(embargo), ..copy }, stage);
    story.based_on = behind.unwrap_or(story.based_on);
    store::update(conn, story).await?;
    Ok(changes)
}

/// Whether the working copy says something else than the newest version.
pub(super) async fn differs(conn: &mut Conn<'_>, story: &Story) -> Result<bool, StoryError> {
    Ok(last_copy(conn, story).await?.as_ref() != Some(&story.copy))
}

/// Ends an embargo: the version trusted readers have becomes public as it is.
pub(super) async fn end_embargo(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &mut Story,
    now: Timestamp,
) -> Result<Change, StoryError> {
    if story.release != Release::Advanced {
        return Err(StoryError::NotNow {
            number: story.number,
            act: StoryAct::Release,
            release: story.release,
        });
    }
    story.release = Release::Public;
    story.embargoed = false;
    story.published_at = Some(now);
    let (_, hash) = last_sealed(conn, story).await?;
    store::update(conn, story).await?;
    let siblings = store::group_numbers(conn, story.group).await?;
    show(conn, agency, story, (None, &siblings), (StoryAct::Release, Release::Advanced), hash, now).await
}

/// Whether only trusted readers may have the story after `act`: it is released under an embargo that holds, or
/// it was advanced before and its embargo has not ended.
fn embargoed_after(story: &Story, act: StoryAct, now: Timestamp) -> bool {
    let holds = story.copy.embargo.as_ref().is_some_and(|embargo| embargo.holds_at(now));
    match act {
        StoryAct::Release => story.release == Release::Never && holds,
        _ => story.embargoed,
    }
}

/// Writes the released row and its places in lists, and says what that changes.
async fn show(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &Story,
    (before, siblings): (Option<&StoryCopy>, &[StoryNumber]),
    (act, was): (StoryAct, Release),
    hash: String,
    now: Timestamp,
) -> Result<Change, StoryError> {
    let published = story.published_at.unwrap_or(now);
    let shown = match act {
        StoryAct::Release if was == Release::Advanced => last_sealed(conn, story).await?.0,
        _ => story.copy.clone(),
    };
    if shown.follows.is_some() {
        running::keep(conn, story.number, shown.follows).await?;
    }
    released::put(conn, agency, story, &shown, act, &hash, now).await?;
    let mut touches = Touches::new();
    touches.add(touch::story(story.number));
    for sibling in siblings {
        touches.add(touch::story(*sibling));
    }
    touches.listed(agency, story.language, &shown, published, now);
    if let Some(before) = before {
        touches.listed(agency, story.language, before, published, now);
    }
    // A story that comes back brings its corrections back to their page.
    if act == StoryAct::Correction || (was != Release::Public && story.version > 1) {
        touches.add(touch::corrections(story.language));
    }
    if let Some(older) = shown.follows {
        running::goes_on(conn, agency, story.number, older, now, &mut touches).await?;
    }
    // A day whose number stays has still changed: the calendar says when.
    let more = i64::from(was != Release::Public);
    let days = vec![(story.language, agency.day_of(published), more)];
    Ok(Change {
        touches: touches.into_names(),
        days,
        names: Names::of(story.language, &shown),
        ..Change::of(story, act, hash, now)
    })
}

/// What the newest version says; `None` before the first and after a takedown.
pub(super) async fn last_copy(conn: &mut Conn<'_>, story: &Story) -> Result<Option<StoryCopy>, StoryError> {
    if story.version == 0 {
        return Ok(None);
    }
    let row = conn
        .one(
            "SELECT content FROM version WHERE number = $1 AND version = $2",
            [story.number.into(), story.version.into()],
        )
        .await?;
    Ok(row.opt_json("content")?)
}

/// What the newest version says and its hash.
async fn last_sealed(conn: &mut Conn<'_>, story: &Story) -> Result<(StoryCopy, String), StoryError> {
    let row = conn
        .one(
            "SELECT content, hash FROM version WHERE number = $1 AND version = $2",
            [story.number.into(), story.version.into()],
        )
        .await?;
    Ok((row.json("content")?, row.get("hash")?))
}
