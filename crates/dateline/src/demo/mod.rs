//! The demo newsroom: an invented agency in nine languages, whose copy is released, updated, corrected and killed by
//! the same verbs as everybody's.
//!
//! The copy is part of the program, so the binary alone can show itself. Its times are moved so that its noon is the
//! present; what happened before is done in the order in which it happened, by a clock that stands at each moment.

mod at_work;
mod content;
mod history;

use jiff::Timestamp;

pub use content::{BadContent, agency};

use crate::blob::BlobStore;
use crate::clock::Clock;
use crate::db::{Db, DbError};
use crate::desk::DeskError;
use crate::edition::AgencyCell;
use crate::people::{Actor, Password, PeopleError};
use crate::publication::{MediaWorkError, Publication};
use crate::story::StoryError;

/// Why the demo could not be loaded.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// Its own files.
    #[error(transparent)]
    Content(#[from] BadContent),
    /// A story verb.
    #[error("{uri}: {source}")]
    Story {
        /// Which story.
        uri: String,
        /// Why.
        source: StoryError,
    },
    /// A person.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// A desk.
    #[error(transparent)]
    Desk(#[from] DeskError),
    /// A picture.
    #[error("taking in a picture: {0}")]
    Media(#[from] MediaWorkError),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// The address the demo's administrator signs in with.
pub const ADMINISTRATOR: &str = "admin@arna.example";

/// The two people who act in the demo: the one on duty, and the one who is asked where two must agree.
struct Cast {
    on_duty: Actor,
    second: Actor,
}

/// What was loaded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Stories in all languages.
    pub stories: usize,
    /// Pictures.
    pub pictures: usize,
    /// Acts after first publication.
    pub acts: usize,
    /// Stories that are being worked on.
    pub drafts: usize,
}

/// Loads the demo's copy into an installation that holds its agency and no story; `None` where stories are there
/// already, which are left as they are. `now` is the demo's noon. Its people sign in with `password`, or not at all.
///
/// # Errors
/// When one of its files cannot be used, which a test keeps from happening, or the database fails.
pub async fn load(
    db: &Db,
    blobs: &BlobStore,
    now: Timestamp,
    password: Option<&Password>,
) -> Result<Option<Loaded>, DemoError> {
    let clock = Clock::fixed(now);
    let publication =
        Publication::new(db.clone(), clock, AgencyCell::default(), std::sync::Arc::new(|_| {})).await?;
    let mut reader = db.reader().await?;
    let row = reader.conn().one("SELECT count(*) AS stories FROM story", []).await?;
    if row.get::<i64>("stories")? > 0 {
        return Ok(None);
    }
    drop(reader);
    let content = content::Content::read(now)?;
    let plan = content::newsroom()?;
    let staff = at_work::hire(&publication, &plan, password).await?;
    let cast = Cast { on_duty: staff.chief("petra.moss")?, second: staff.chief("viktor.ahn")? };
    let mut history = history::History::new(publication.clone(), blobs.clone(), content, cast);
    let loaded = history.play().await?;
    let drafts = at_work::write(&publication, &plan, &staff, now, |name| history.used(name)).await?;
    Ok(Some(Loaded { drafts, ..loaded }))
}

/// Who signs in beside the administrator, with the same password: address and roles.
pub fn people() -> Result<Vec<(String, String)>, BadContent> {
    Ok(content::newsroom()?.sign_ins())
}
