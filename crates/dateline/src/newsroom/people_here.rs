//! The names of those who work here, for pages that show many of them.

use std::collections::HashMap;

use crate::db::{Conn, DbError};
use crate::ids::PersonId;
use crate::people::{self, Person};

/// Everybody by id.
#[derive(Clone, Debug, Default)]
pub(super) struct PeopleHere(HashMap<PersonId, Person>);

impl PeopleHere {
    /// Reads them.
    pub async fn load(conn: &mut Conn<'_>) -> Result<PeopleHere, DbError> {
        let people = people::list(conn).await?;
        Ok(PeopleHere(people.into_iter().map(|person| (person.id, person)).collect()))
    }

    /// Somebody's name; empty where they are not known.
    pub fn name(&self, id: Option<PersonId>) -> String {
        id.and_then(|id| self.0.get(&id)).map_or_else(String::new, |person| person.name.clone())
    }

    /// Somebody who may still come in.
    pub fn present_one(&self, id: PersonId) -> Option<&Person> {
        self.0.get(&id).filter(|person| person.disabled_at.is_none())
    }

    /// Everybody who may still come in, by name.
    pub fn present(&self) -> Vec<&Person> {
        let mut here: Vec<&Person> = self.0.values().filter(|person| person.disabled_at.is_none()).collect();
        here.sort_by(|a, b| a.name.to_lowercase().cmp(&b.name.to_lowercase()).then(a.id.cmp(&b.id)));
        here
    }
}
