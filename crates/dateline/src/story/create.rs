//! A new story, and the saving of its working copy.

use jiff::Timestamp;

use super::{Group, Release, Stage, Story, StoryCopy, StoryError, store};
use crate::db::Conn;
use crate::desk::DeskKey;
use crate::edition::Agency;
use crate::ids::{StoryId, StoryNumber, StoryRef};
use crate::lang::Language;
use crate::people::{Actor, Right};

/// Longest headline, in characters.
pub const LONGEST_HEADLINE: usize = 500;

/// A story to be made.
#[derive(Clone, Debug)]
pub struct NewStory {
    /// Its language.
    pub language: Language,
    /// Its identity elsewhere.
    pub uri: Option<String>,
    /// A number to keep if it is free.
    pub number: Option<StoryNumber>,
    /// The group it joins.
    pub group: Group,
    /// What it says.
    pub copy: StoryCopy,
}

/// Makes a draft at the desk every installation has.
pub async fn create(
    conn: &mut Conn<'_>,
    agency: &Agency,
    new: NewStory,
    who: &Actor,
    now: Timestamp,
) -> Result<Story, StoryError> {
    create_at(conn, agency, new, DeskKey::default(), who, now).await
}

/// Makes a draft at a desk.
pub async fn create_at(
    conn: &mut Conn<'_>,
    agency: &Agency,
    new: NewStory,
    desk: DeskKey,
    who: &Actor,
    now: Timestamp,
) -> Result<Story, StoryError> {
    let story = draft(conn, agency, new, desk, who, now).await?;
    insert(conn, &story).await?;
    Ok(story)
}

/// A draft with a number of its own, not written yet.
pub(super) async fn draft(
    conn: &mut Conn<'_>,
    agency: &Agency,
    new: NewStory,
    desk: DeskKey,
    who: &Actor,
    now: Timestamp,
) -> Result<Story, StoryError> {
    who.must(Right::StoriesWrite)?;
    check_copy(agency, new.language, &new.copy)?;
    Ok(Story {
        id: StoryId::new(),
        number: choose_number(conn, new.number).await?,
        group: store::group_id(new.group),
        language: new.language,
        uri: new.uri,
        stage: Stage::Draft,
        revision: 1,
        based_on: 0,
        copy: new.copy,
        release: Release::Never,
        version: 0,
        published_at: None,
        pending: None,
        embargoed: false,
        holder: None,
        desk,
        step: None,
        assigned: who.person.filter(|_| !who.by_token),
        due_at: None,
        asked_by: None,
        moved_at: now,
        created_at: now,
        created_by: who.person,
        changed_at: now,
    })
}

/// Writes a new story; its URI must be nobody else's.
pub(super) async fn insert(conn: &mut Conn<'_>, story: &Story) -> Result<(), StoryError> {
    store::insert(conn, [(story, None)]).await.map_err(|error| match &story.uri {
        Some(uri) if error.is_duplicate() => StoryError::UriTaken(uri.clone()),
        _ => error.into(),
    })
}

async fn choose_number(conn: &mut Conn<'_>, wanted: Option<StoryNumber>) -> Result<StoryNumber, StoryError> {
    if let Some(number) = wanted
        && store::find(conn, StoryRef::Number(number)).await?.is_none()
    {
        store::raise_number(conn, number).await?;
        return Ok(number);
    }
    Ok(store::next_number(conn).await?)
}

/// Replaces the working copy. `expected` is the revision the writer had read.
pub async fn save(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: StoryRef,
    expected: i64,
    copy: StoryCopy,
    who: &Actor,
    now: Timestamp,
) -> Result<Story, StoryError> {
    let mut story = store::lock(conn, story).await?.ok_or(StoryError::NotFound)?;
    save_locked(conn, agency, &mut story, expected, copy, who, now).await?;
    Ok(story)
}

/// The same, for a story the caller has locked in this transaction.
pub async fn save_locked(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &mut Story,
    expected: i64,
    copy: StoryCopy,
    who: &Actor,
    now: Timestamp,
) -> Result<(), StoryError> {
    who.must(Right::StoriesWrite)?;
    if let Some((person, until)) = story.holder
        && until > now
        && Some(person) != who.person
    {
        return Err(StoryError::HeldBy { number: story.number, person });
    }
    if story.revision != expected {
        return Err(StoryError::Changed { expected, found: story.revision });
    }
    check_copy(agency, story.language, &copy)?;
    story.stage = story.stage.clone().edited()?;
    story.copy = copy;
    story.revision += 1;
    story.changed_at = now;
    story.moved_at = now;
    Ok(store::update(conn, story).await?)
}

/// What copy must be to be kept at all.
pub(super) fn check_copy(agency: &Agency, language: Language, copy: &StoryCopy) -> Result<(), StoryError> {
    let bad = |field, reason: &str| Err(StoryError::BadCopy { field, reason: reason.to_owned() });
    let length = copy.headline.chars().count();
    if copy.headline.trim().is_empty() {
        return bad("headline", "is empty");
    }
    if length > LONGEST_HEADLINE {
        return bad("headline", &format!("has {length} characters; at most {LONGEST_HEADLINE}"));
    }
    if copy.headline.contains(['\n', '\r', '\0']) {
        return bad("headline", "runs over more than one line");
    }
    if !(1..=8).contains(&copy.urgency) {
        return bad("urgency", "is not 1 to 8");
    }
    if agency.edition(language).is_none() {
        return bad("language", "has no edition");
    }
    for key in std::iter::once(&copy.section).chain(&copy.also_in) {
        if agency.section(agency.section_now(key)).is_none() {
            return bad("section", &format!("{key:?} does not exist"));
        }
    }
    Ok(())
}
