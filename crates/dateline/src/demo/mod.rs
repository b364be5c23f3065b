//! The demo newsroom: an invented agency in nine languages, whose copy is released, updated, corrected and killed by
//! the same verbs as everybody's.
//!
//! The copy is part of the program, so the binary alone can show itself. Its times are moved so that its noon is the
//! present; what happened before is done in the order in which it happened, by a clock that stands at each moment.

mod content;
mod history;

use jiff::Timestamp;

pub use content::{BadContent, agency};

use crate::blob::BlobStore;
use crate::clock::Clock;
use crate::db::{Db, DbError};
use crate::edition::AgencyCell;
use crate::people::{self, Actor, Email, NewPerson, PasswordHash, PeopleError, Role};
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
}

/// Loads the demo's copy into an installation that holds its agency and no story; `None` where stories are there
/// already, which are left as they are. `now` is the demo's noon.
///
/// # Errors
/// When one of its files cannot be used, which a test keeps from happening, or the database fails.
pub async fn load(db: &Db, blobs: &BlobStore, now: Timestamp) -> Result<Option<Loaded>, DemoError> {
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
    let cast = hire(&publication).await?;
    history::History::new(publication, blobs.clone(), content, cast).play().await.map(Some)
}

/// Two chiefs, who cannot sign in: nobody knows their passwords.
async fn hire(publication: &Publication) -> Result<Cast, DemoError> {
    let mut act = publication.begin(0).await?;
    let now = act.now;
    let mut actors = Vec::new();
    for (email, name) in
        [("petra.moss@arna.example", "Petra Moss"), ("viktor.ahn@arna.example", "Viktor Ahn")]
    {
        let new = NewPerson {
            email: Email::parse(email).expect("a literal"),
            name: Some(name.to_owned()),
            roles: vec![Role::Chief],
            password: None::<PasswordHash>,
        };
        let person = people::add(&mut act.conn(), &Actor::program(), new, now).await?;
        actors.push(Actor::token(person.id, Role::Chief.rights()));
    }
    act.commit().await?;
    Ok(Cast { on_duty: actors[0], second: actors[1] })
}
