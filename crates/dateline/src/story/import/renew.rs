//! A story that is here already, imported with other content.

use jiff::Timestamp;

use super::{Incoming, Known, Standing};
use crate::correction;
use crate::db::{Conn, DbError, ManyRows};
use crate::edition::Agency;
use crate::ids::StoryRef;
use crate::people::Actor;
use crate::story::format::Status;
use crate::story::publish::Origin;
use crate::story::{
    Change, Order, Release, Stage, Story, StoryAct, StoryError, create, due, publish, released, store, touch,
    withdraw,
};

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Renewed {
    /// What it says was here already.
    Unchanged,
    /// The working copy is what was imported; the public sees nothing of it yet.
    Draft,
    /// A new version, or a withdrawal.
    Changed(Vec<Change>),
}

/// Brings `incoming` over the story that is here. `hash` is the hash of what it says.
///
/// # Errors
/// Where the state does not allow it: what was held, killed or taken down here is not brought back by an import.
pub async fn renew(
    conn: &mut Conn<'_>,
    agency: &Agency,
    known: &Known,
    incoming: &Incoming,
    hash: &str,
    now: Timestamp,
) -> Result<Renewed, StoryError> {
    let mut story = store::lock(conn, StoryRef::Id(known.id)).await?.ok_or(StoryError::NotFound)?;
    if is_same(conn, &story, known, incoming, hash).await? {
        keep_source(conn, &story, incoming).await?;
        return Ok(Renewed::Unchanged);
    }
    let done = match incoming.standing {
        Standing::Draft | Standing::Scheduled { .. } => {
            to_draft(conn, agency, &mut story, incoming, now).await?
        }
        Standing::Published { at, status: Status::Usable } => {
            Renewed::Changed(to_public(conn, agency, &mut story, incoming, at, now).await?)
        }
        Standing::Published { status, .. } => {
            Renewed::Changed(to_withdrawn(conn, agency, &mut story, incoming, status, now).await?)
        }
    };
    keep_source(conn, &story, incoming).await?;
    Ok(done)
}

/// Whether the public and the desk would see nothing new.
async fn is_same(
    conn: &mut Conn<'_>,
    story: &Story,
    known: &Known,
    incoming: &Incoming,
    hash: &str,
) -> Result<bool, DbError> {
    match incoming.standing {
        Standing::Published { at, status: Status::Usable } => {
            let stands = story.release == Release::Public && story.published_at == Some(at);
            if !stands || known.version != story.version || known.hash.as_deref() != Some(hash) {
                return Ok(false);
            }
        }
        // Of a withdrawn story the public has no text: where it stands is all there is to compare.
        Standing::Published { status: Status::Withheld, .. } => return Ok(story.release == Release::Held),
        Standing::Published { .. } => return Ok(story.release == Release::Killed),
        _ => return Ok(story.release == Release::Never && story.copy == incoming.copy),
    }
    let here = correction::of_story(conn, story.number).await?;
    Ok(incoming.corrections.iter().all(|note| here.contains(note)))
}

async fn keep_source(conn: &mut Conn<'_>, story: &Story, incoming: &Incoming) -> Result<(), DbError> {
    conn.execute(
        "UPDATE story SET source_hash = $2 WHERE id = $1",
        [story.id.into(), incoming.source.as_str().into()],
    )
    .await?;
    let addresses = incoming.old_addresses.iter().map(|address| (address.as_str(), story.number));
    super::put_old_addresses(conn, addresses).await
}

fn refuse_unless(story: &Story, allowed: bool) -> Result<(), StoryError> {
    match allowed {
        true => Ok(()),
        false => {
            Err(StoryError::NotNow { number: story.number, act: StoryAct::Import, release: story.release })
        }
    }
}

/// The working copy becomes what came. What it was is kept as a revision.
async fn take_copy(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &mut Story,
    incoming: &Incoming,
    now: Timestamp,
) -> Result<(), StoryError> {
    create::check_copy(agency, story.language, &incoming.copy)?;
    store::keep_revision(conn, story, now, None, "import").await?;
    story.copy = incoming.copy.clone();
    story.revision += 1;
    story.based_on = story.version;
    story.changed_at = now;
    Ok(())
}

async fn to_draft(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &mut Story,
    incoming: &Incoming,
    now: Timestamp,
) -> Result<Renewed, StoryError> {
    refuse_unless(story, story.release == Release::Never)?;
    take_copy(conn, agency, story, incoming, now).await?;
    story.stage = Stage::Draft;
    store::update(conn, story).await?;
    if let Standing::Scheduled { at } = incoming.standing {
        let order = Order::new(StoryAct::Release);
        due::schedule(conn, StoryRef::Id(story.id), &order, at, &Actor::program(), now).await?;
    }
    Ok(Renewed::Draft)
}

async fn to_public(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &mut Story,
    incoming: &Incoming,
    at: Timestamp,
    now: Timestamp,
) -> Result<Vec<Change>, StoryError> {
    refuse_unless(story, StoryAct::Import.allowed_from(story.release))?;
    create::check_copy(agency, story.language, &incoming.copy)?;
    let (was, shown_since) = (story.release, story.published_at);
    if was == Release::Never {
        due::cancel_due(conn, story.number, now).await?;
    }
    take_copy(conn, agency, story, incoming, now).await?;
    story.published_at = Some(at);
    put_corrections(conn, story, incoming).await?;
    let order = Order {
        editor_note: incoming.editor_note.clone(),
        public_note: incoming.public_note.clone(),
        ..Order::new(StoryAct::Import)
    };
    let mut changes =
        publish::publish(conn, agency, story, Origin::Kept, &order, &Actor::program(), now).await?;
    if let Some(updated_at) = incoming.updated_at {
        released::set_updated(conn, story.number, updated_at).await?;
    }
    for change in &mut changes {
        change.backfill = true;
        if !incoming.old_addresses.is_empty() {
            change.touches.push(touch::old_addresses());
        }
        if !incoming.corrections.is_empty() {
            change.touches.push(touch::corrections(story.language));
        }
        move_day(agency, story, shown_since.filter(|_| was == Release::Public), at, change);
    }
    Ok(changes)
}

/// A story whose day of publication is another now is counted there, and no longer where it was.
fn move_day(agency: &Agency, story: &Story, from: Option<Timestamp>, to: Timestamp, change: &mut Change) {
    let Some(from) = from.map(|from| agency.day_of(from)) else { return };
    let to = agency.day_of(to);
    if from == to {
        return;
    }
    change.days.extend([(story.language, from, -1), (story.language, to, 1)]);
    let language = story.language;
    change.touches.extend([
        touch::day(language, from),
        touch::month(language, from),
        touch::sitemap(language, from),
    ]);
}

async fn to_withdrawn(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &mut Story,
    incoming: &Incoming,
    status: Status,
    now: Timestamp,
) -> Result<Vec<Change>, StoryError> {
    let act = match status {
        Status::Withheld => StoryAct::Hold,
        _ => StoryAct::Kill,
    };
    refuse_unless(story, act.allowed_from(story.release))?;
    let why = incoming.editor_note.clone().unwrap_or_else(|| "withdrawn where it came from".to_owned());
    let order = Order {
        editor_note: Some(why.clone()),
        public_note: incoming.public_note.clone(),
        reason: Some(why),
        ..Order::new(act)
    };
    // Not marked as an import: whoever was given the story must hear that it may not be used.
    withdraw::withdraw(conn, agency, story, &order, &Actor::program(), now).await
}

async fn put_corrections(conn: &mut Conn<'_>, story: &Story, incoming: &Incoming) -> Result<(), DbError> {
    let mut rows = ManyRows::into_table(
        "correction",
        "number, version, language, at, note",
        "ON CONFLICT (number, version) DO UPDATE SET at = excluded.at, note = excluded.note",
    );
    for note in &incoming.corrections {
        rows.push([
            story.number.into(),
            note.version.into(),
            story.language.as_str().into(),
            note.at.into(),
            note.note.as_str().into(),
        ]);
    }
    conn.insert_many(rows).await.map(|_| ())
}
