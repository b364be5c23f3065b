//! Who hears that readers have a story.

use super::Act;
use crate::db::DbError;
use crate::ids::PersonId;
use crate::notice::{self, Kind};
use crate::story::Story;

impl Act {
    /// Tells those whose story it is that readers have it, or have it as it is now; `by` nobody where it went out by
    /// itself, at an instant somebody had set.
    pub async fn tell_authors(&mut self, story: &Story, by: Option<PersonId>) -> Result<(), DbError> {
        let now = self.now;
        let mut told: Vec<PersonId> = story.created_by.into_iter().chain(story.assigned).collect();
        told.dedup();
        for person in told {
            notice::tell(&mut self.conn(), person, Kind::Released, story.number, by, now).await?;
        }
        Ok(())
    }
}
