//! New stories, many rows a statement.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Sealed, Standing};
use crate::db::{Conn, DbError, ManyRows};
use crate::edition::Agency;
use crate::ids::{DueId, GroupId, StoryNumber};
use crate::media;
use crate::story::format::Status;
use crate::story::{
    Change, Names, Order, Release, Stage, StoryAct, StoryError, Touches, running, store, touch,
};

/// Writes new stories, and says what changed: an entry for each that was published, the touches of all of them on
/// the last one. They are committed together, so no reader can stand between two of them, and a page that depends
/// on any is stale by the last position as well as by its own; naming a front once instead of a thousand times
/// is what makes the log of an archive small.
pub async fn insert_slice(
    conn: &mut Conn<'_>,
    agency: &Agency,
    slice: &[&Sealed],
    now: Timestamp,
) -> Result<Vec<Change>, StoryError> {
    insert_stories(conn, slice, now).await?;
    insert_versions(conn, slice).await?;
    insert_released(conn, slice).await?;
    insert_places(conn, slice).await?;
    insert_beside(conn, slice).await?;
    let mut touches = Touches::new();
    for sealed in slice.iter().filter(|sealed| sealed.is_released()) {
        touch_all(agency, sealed, now, &mut touches);
    }
    touch_siblings(conn, slice, &mut touches).await?;
    for sealed in slice.iter().filter(|sealed| sealed.release() == Release::Public) {
        if let Some(older) = sealed.incoming.copy.follows {
            running::goes_on(conn, agency, sealed.incoming.number, older, now, &mut touches).await?;
        }
    }
    let mut changes: Vec<Change> = slice
        .iter()
        .filter(|sealed| sealed.is_released())
        .map(|sealed| change(agency, sealed, now))
        .collect();
    if let Some(last) = changes.last_mut() {
        last.touches = touches.into_names();
        for sealed in slice.iter().filter(|sealed| !sealed.lists.is_empty()) {
            last.names.add(sealed.incoming.language, &sealed.incoming.copy);
        }
    }
    Ok(changes)
}

fn change(agency: &Agency, sealed: &Sealed, now: Timestamp) -> Change {
    let story = &sealed.incoming;
    let public = sealed.release() == Release::Public;
    let day = story.standing.published_at().filter(|_| public).map(|at| agency.day_of(at));
    Change {
        at: now,
        act: StoryAct::Import,
        story: story.id,
        number: story.number,
        language: story.language,
        version: story.version,
        hash: sealed.hash.clone(),
        backfill: true,
        trusted: false,
        touches: Vec::new(),
        withdrawn: !public,
        days: day.map(|day| (story.language, day, 1)).into_iter().collect(),
        names: Names::default(),
    }
}

fn touch_all(agency: &Agency, sealed: &Sealed, now: Timestamp, touches: &mut Touches) {
    let story = &sealed.incoming;
    touches.add(touch::story(story.number));
    if !story.old_addresses.is_empty() {
        touches.add(touch::old_addresses());
    }
    if !story.corrections.is_empty() {
        touches.add(touch::corrections(story.language));
    }
    if let (Release::Public, Some(published)) = (sealed.release(), story.standing.published_at()) {
        touches.listed(agency, story.language, &story.copy, published, now);
    }
}

/// Pages of the same story in other languages link to what comes.
async fn touch_siblings(
    conn: &mut Conn<'_>,
    slice: &[&Sealed],
    touches: &mut Touches,
) -> Result<(), DbError> {
    let groups: BTreeSet<GroupId> = slice
        .iter()
        .filter(|sealed| sealed.incoming.copy.translation_of.is_some())
        .map(|sealed| sealed.incoming.group)
        .collect();
    for group in groups {
        for sibling in store::group_numbers(conn, group).await? {
            touches.add(touch::story(sibling));
        }
    }
    Ok(())
}

async fn insert_stories(conn: &mut Conn<'_>, slice: &[&Sealed], now: Timestamp) -> Result<(), DbError> {
    let (draft, out) = (store::json(&Stage::Draft), store::json(&Stage::Released));
    let mut rows = ManyRows::into_table(
        "story",
        "id, number, group_id, language, uri, stage, revision, based_on, copy, release, version, published_at, \
         embargoed, created_at, changed_at, source_hash",
        "",
    );
    for sealed in slice {
        let story = &sealed.incoming;
        let version = if sealed.is_released() { story.version } else { 0 };
        rows.push([
            story.id.into(),
            story.number.into(),
            story.group.into(),
            story.language.as_str().into(),
            story.uri.as_deref().into(),
            (if sealed.is_released() { &out } else { &draft }).into(),
            1.into(),
            version.into(),
            sealed.content.as_str().into(),
            sealed.release().as_str().into(),
            version.into(),
            story.standing.published_at().into(),
            false.into(),
            now.into(),
            now.into(),
            story.source.as_str().into(),
        ]);
    }
    conn.insert_many(rows).await.map(|_| ())
}

async fn insert_versions(conn: &mut Conn<'_>, slice: &[&Sealed]) -> Result<(), DbError> {
    let mut rows = ManyRows::into_table(
        "version",
        "number, version, act, at, status, content, hash, editor_note, public_note",
        "",
    );
    for sealed in slice {
        let story = &sealed.incoming;
        let Standing::Published { at, status } = story.standing else { continue };
        let status = match status {
            Status::Usable => "usable",
            Status::Withheld => "withheld",
            Status::Canceled => "canceled",
        };
        rows.push([
            story.number.into(),
            story.version.into(),
            StoryAct::Import.as_str().into(),
            story.updated_at.unwrap_or(at).into(),
            status.into(),
            sealed.content.as_str().into(),
            sealed.hash.as_str().into(),
            story.editor_note.as_deref().into(),
            story.public_note.as_deref().into(),
        ]);
    }
    conn.insert_many(rows).await.map(|_| ())
}

async fn insert_released(conn: &mut Conn<'_>, slice: &[&Sealed]) -> Result<(), DbError> {
    let mut rows = ManyRows::into_table(
        "released",
        "number, language, group_id, section, slug, state, version, published_at, updated_at, urgency, card, page",
        "",
    );
    for sealed in slice {
        let story = &sealed.incoming;
        let Some(published) = story.standing.published_at() else { continue };
        rows.push([
            story.number.into(),
            story.language.as_str().into(),
            story.group.into(),
            story.copy.section.as_str().into(),
            sealed.slug.as_str().into(),
            sealed.release().as_str().into(),
            story.version.into(),
            published.into(),
            story.updated_at.unwrap_or(published).into(),
            i64::from(story.copy.urgency).into(),
            sealed.card.as_str().into(),
            sealed.page.as_str().into(),
        ]);
    }
    conn.insert_many(rows).await.map(|_| ())
}

async fn insert_places(conn: &mut Conn<'_>, slice: &[&Sealed]) -> Result<(), DbError> {
    let mut places = ManyRows::into_table("listing", "list, at, number, superseded", "");
    for sealed in slice {
        let story = &sealed.incoming;
        let Some(published) = story.standing.published_at() else { continue };
        for list in &sealed.lists {
            places.push([list.into(), published.into(), story.number.into(), false.into()]);
        }
    }
    conn.insert_many(places).await.map(|_| ())
}

/// Corrections, old addresses, uses of media and what is to be released later.
async fn insert_beside(conn: &mut Conn<'_>, slice: &[&Sealed]) -> Result<(), DbError> {
    let mut corrections = ManyRows::into_table("correction", "number, version, language, at, note", "");
    let mut dues = ManyRows::into_table("due", "id, at, act, number, payload", "");
    let mut addresses = BTreeSet::new();
    let release = store::json(&Order::new(StoryAct::Release));
    for sealed in slice {
        let story = &sealed.incoming;
        for note in story.corrections.iter().filter(|_| sealed.is_released()) {
            corrections.push([
                story.number.into(),
                note.version.into(),
                story.language.as_str().into(),
                note.at.into(),
                note.note.as_str().into(),
            ]);
        }
        if let Standing::Scheduled { at } = story.standing {
            dues.push([
                DueId::new().into(),
                at.into(),
                StoryAct::Release.as_str().into(),
                story.number.into(),
                release.as_str().into(),
            ]);
        }
        addresses.extend(story.old_addresses.iter().map(|address| (address.as_str(), story.number)));
        if sealed.release() == Release::Public && !story.media.is_empty() {
            media::store::note_uses(conn, story.number, &story.copy).await?;
        }
    }
    conn.insert_many(corrections).await?;
    conn.insert_many(dues).await?;
    put_old_addresses(conn, addresses).await
}

/// Makes addresses lead to stories; one that led elsewhere leads here now.
pub async fn put_old_addresses(
    conn: &mut Conn<'_>,
    addresses: impl IntoIterator<Item = (&str, StoryNumber)>,
) -> Result<(), DbError> {
    let mut rows = ManyRows::into_table(
        "old_address",
        "address, number",
        "ON CONFLICT (address) DO UPDATE SET number = excluded.number, target = NULL",
    );
    let mut last = None;
    for (address, number) in addresses {
        // The same address twice in one statement is refused by PostgreSQL.
        if last != Some(address) {
            rows.push([address.into(), number.into()]);
        }
        last = Some(address);
    }
    conn.insert_many(rows).await.map(|_| ())
}
