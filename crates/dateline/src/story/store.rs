//! The SQL of stories: working copies, revisions and versions.

use jiff::Timestamp;

use super::{Group, Pending, Release, Stage, StoryCopy};
use crate::db::{Conn, DbError, ManyRows, Row, dialect};
use crate::desk::DeskKey;
use crate::ids::{GroupId, PersonId, StoryId, StoryNumber, StoryRef};
use crate::lang::Language;

/// A story as the newsroom sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// For life.
    pub id: StoryId,
    /// The public number, for life.
    pub number: StoryNumber,
    /// The story in all its languages.
    pub group: GroupId,
    /// The language of this one.
    pub language: Language,
    /// Its identity elsewhere, or under the agency's own name.
    pub uri: Option<String>,
    /// What the desk does.
    pub stage: Stage,
    /// Of the working copy: rises with every save.
    pub revision: i64,
    /// The version the working copy was taken from.
    pub based_on: i64,
    /// The working copy.
    pub copy: StoryCopy,
    /// What the public sees.
    pub release: Release,
    /// The newest version; 0 before the first.
    pub version: i64,
    /// First publication.
    pub published_at: Option<Timestamp>,
    /// What waits for a second person.
    pub pending: Option<Pending>,
    /// Only trusted readers have it.
    pub embargoed: bool,
    /// A writer who holds it, and until when.
    pub holder: Option<(PersonId, Timestamp)>,
    /// The desk it is at.
    pub desk: DeskKey,
    /// Which of the desk's own steps it is at.
    pub step: Option<String>,
    /// Whose task it is.
    pub assigned: Option<PersonId>,
    /// Until when.
    pub due_at: Option<Timestamp>,
    /// Who asks its holder for it.
    pub asked_by: Option<PersonId>,
    /// When anything the desk sees of it last changed; 1970 for copy nobody here worked on.
    pub moved_at: Timestamp,
    /// When it was made.
    pub created_at: Timestamp,
    /// Who made it.
    pub created_by: Option<PersonId>,
    /// When the working copy last changed.
    pub changed_at: Timestamp,
}

/// Every column of a story, between two parts of a statement.
macro_rules! columns {
    ($before:literal, $after:literal) => {
        concat!(
            $before,
            " id, number, group_id, language, uri, stage, revision, based_on, copy, release, version, \
             published_at, pending, embargoed, holder, held_until, desk, step, assigned, due_at, asked_by, moved_at, \
             created_at, created_by, changed_at ",
            $after
        )
    };
}

pub(super) use columns;

pub(super) fn read(row: &Row) -> Result<Story, DbError> {
    let id = |bytes: Vec<u8>| StoryId::from_bytes(&bytes);
    let person = |bytes: Option<Vec<u8>>| bytes.as_deref().and_then(PersonId::from_bytes);
    let holder = person(row.get("holder")?).zip(row.get::<Option<Timestamp>>("held_until")?);
    Ok(Story {
        id: row.parsed("id", id)?,
        number: row.parsed("number", StoryNumber::new)?,
        group: row.parsed("group_id", |bytes: Vec<u8>| GroupId::from_bytes(&bytes))?,
        language: row.parsed("language", |tag: String| Language::parse(&tag).ok())?,
        uri: row.get("uri")?,
        stage: row.json("stage")?,
        revision: row.get("revision")?,
        based_on: row.get("based_on")?,
        copy: row.json("copy")?,
        release: row.parsed("release", |word: String| Release::parse(&word))?,
        version: row.get("version")?,
        published_at: row.get("published_at")?,
        pending: row.opt_json("pending")?,
        embargoed: row.get("embargoed")?,
        holder,
        desk: row.parsed("desk", |key: String| DeskKey::parse(&key).ok())?,
        step: row.get("step")?,
        assigned: person(row.get("assigned")?),
        due_at: row.get("due_at")?,
        asked_by: person(row.get("asked_by")?),
        moved_at: row.get("moved_at")?,
        created_at: row.get("created_at")?,
        created_by: person(row.get("created_by")?),
        changed_at: row.get("changed_at")?,
    })
}

/// A story by id or number.
pub async fn find(conn: &mut Conn<'_>, story: StoryRef) -> Result<Option<Story>, DbError> {
    let row = match story {
        StoryRef::Id(id) => {
            conn.optional(columns!("SELECT", "FROM story WHERE id = $1"), [id.into()]).await?
        }
        StoryRef::Number(number) => {
            conn.optional(columns!("SELECT", "FROM story WHERE number = $1"), [number.into()]).await?
        }
    };
    row.as_ref().map(read).transpose()
}

/// A story, kept from others' acts until the transaction ends.
pub async fn lock(conn: &mut Conn<'_>, story: StoryRef) -> Result<Option<Story>, DbError> {
    let (id, number) = match story {
        StoryRef::Id(id) => (Some(id), None),
        StoryRef::Number(number) => (None, Some(number)),
    };
    let row = match (id, number) {
        (Some(id), _) => {
            let sql = columns!("UPDATE story SET embargoed = embargoed WHERE id = $1 RETURNING", "");
            conn.optional(sql, [id.into()]).await?
        }
        (_, number) => {
            let sql = columns!("UPDATE story SET embargoed = embargoed WHERE number = $1 RETURNING", "");
            conn.optional(sql, [number.into()]).await?
        }
    };
    row.as_ref().map(read).transpose()
}

/// Every story of a translation group, kept from others' acts until the transaction ends, by number.
pub async fn lock_group(conn: &mut Conn<'_>, group: GroupId) -> Result<Vec<Story>, DbError> {
    let rows = conn
        .all(
            columns!("UPDATE story SET embargoed = embargoed WHERE group_id = $1 RETURNING", ""),
            [group.into()],
        )
        .await?;
    let mut stories: Vec<Story> = rows.iter().map(read).collect::<Result<_, _>>()?;
    stories.sort_by_key(|story| story.number);
    Ok(stories)
}

/// The numbers of a translation group, in their order.
pub async fn group_numbers(conn: &mut Conn<'_>, group: GroupId) -> Result<Vec<StoryNumber>, DbError> {
    let rows =
        conn.all("SELECT number FROM story WHERE group_id = $1 ORDER BY number", [group.into()]).await?;
    rows.iter().map(|row| row.parsed("number", StoryNumber::new)).collect()
}

/// The group of a story, read without keeping anybody out: acts on one group share a lane.
pub async fn group_of(conn: &mut Conn<'_>, story: StoryRef) -> Result<Option<GroupId>, DbError> {
    let row = match story {
        StoryRef::Id(id) => conn.optional("SELECT group_id FROM story WHERE id = $1", [id.into()]).await?,
        StoryRef::Number(number) => {
            conn.optional("SELECT group_id FROM story WHERE number = $1", [number.into()]).await?
        }
    };
    row.map(|row| row.parsed("group_id", |bytes: Vec<u8>| GroupId::from_bytes(&bytes))).transpose()
}

/// The story a URI names.
pub async fn find_uri(conn: &mut Conn<'_>, uri: &str) -> Result<Option<StoryRef>, DbError> {
    let row = conn.optional("SELECT number FROM story WHERE uri = $1", [uri.into()]).await?;
    row.map(|row| row.parsed("number", StoryNumber::new).map(StoryRef::Number)).transpose()
}

/// A new number above the highest so far.
pub async fn next_number(conn: &mut Conn<'_>) -> Result<StoryNumber, DbError> {
    let sql = conn.pick(dialect::NEXT_STORY_NUMBER.0, dialect::NEXT_STORY_NUMBER.1);
    conn.one(sql, []).await?.parsed("value", StoryNumber::new)
}

/// Makes later numbers come above `number`.
pub async fn raise_number(conn: &mut Conn<'_>, number: StoryNumber) -> Result<(), DbError> {
    let sql = conn.pick(dialect::RAISE_STORY_NUMBER.0, dialect::RAISE_STORY_NUMBER.1);
    conn.execute(sql, [number.into()]).await.map(|_| ())
}

/// Writes new stories.
pub async fn insert<'a>(
    conn: &mut Conn<'_>,
    stories: impl IntoIterator<Item = (&'a Story, Option<&'a str>)>,
) -> Result<(), DbError> {
    const INSERTED: &str = "id, number, group_id, language, uri, stage, revision, based_on, copy, release, \
                            version, published_at, pending, embargoed, created_at, created_by, changed_at, \
                            source_hash, desk, moved_at";
    let mut rows = ManyRows::into_table("story", INSERTED, "");
    for (story, source_hash) in stories {
        rows.push([
            story.id.into(),
            story.number.into(),
            story.group.into(),
            story.language.as_str().into(),
            story.uri.as_deref().into(),
            json(&story.stage).into(),
            story.revision.into(),
            story.based_on.into(),
            json(&story.copy).into(),
            story.release.as_str().into(),
            story.version.into(),
            story.published_at.into(),
            story.pending.as_ref().map(json).into(),
            story.embargoed.into(),
            story.created_at.into(),
            story.created_by.into(),
            story.changed_at.into(),
            source_hash.into(),
            story.desk.as_str().into(),
            story.moved_at.into(),
        ]);
    }
    conn.insert_many(rows).await.map(|_| ())
}

/// Writes a story's state and working copy back.
pub async fn update(conn: &mut Conn<'_>, story: &Story) -> Result<(), DbError> {
    conn.execute(
        "UPDATE story SET stage = $2, revision = $3, based_on = $4, copy = $5, release = $6, version = $7, \
         published_at = $8, pending = $9, embargoed = $10, changed_at = $11, uri = $12, \
         moved_at = $13 WHERE id = $1",
        [
            story.id.into(),
            json(&story.stage).into(),
            story.revision.into(),
            story.based_on.into(),
            json(&story.copy).into(),
            story.release.as_str().into(),
            story.version.into(),
            story.published_at.into(),
            story.pending.as_ref().map(json).into(),
            story.embargoed.into(),
            story.changed_at.into(),
            story.uri.as_deref().into(),
            story.moved_at.into(),
        ],
    )
    .await
    .map(|_| ())
}

/// Writes back in whose hands a story is.
pub async fn put_hands(conn: &mut Conn<'_>, story: &Story) -> Result<(), DbError> {
    conn.execute(
        "UPDATE story SET holder = $2, held_until = $3, desk = $4, step = $5, assigned = $6, due_at = $7, \
         asked_by = $8, moved_at = $9 WHERE id = $1",
        [
            story.id.into(),
            story.holder.map(|(person, _)| person).into(),
            story.holder.map(|(_, until)| until).into(),
            story.desk.as_str().into(),
            story.step.as_deref().into(),
            story.assigned.into(),
            story.due_at.into(),
            story.asked_by.into(),
            story.moved_at.into(),
        ],
    )
    .await
    .map(|_| ())
}

/// Keeps the working copy as a revision, with why.
pub async fn keep_revision(
    conn: &mut Conn<'_>,
    story: &Story,
    at: Timestamp,
    person: Option<PersonId>,
    reason: &str,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO revision (story, revision, at, person, reason, copy) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (story, revision) DO NOTHING",
        [
            story.id.into(),
            story.revision.into(),
            at.into(),
            person.into(),
            reason.into(),
            json(&story.copy).into(),
        ],
    )
    .await
    .map(|_| ())
}

/// The group a new story belongs to and, for a translation, nothing else.
pub fn group_id(group: Group) -> GroupId {
    match group {
        Group::New => GroupId::new(),
        Group::Of(id) => id,
    }
}

pub(super) fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("stories are plain data")
}
