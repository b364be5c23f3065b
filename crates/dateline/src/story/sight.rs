//! Who has copy under embargo before its instant: the one rule that pages, calls, letters and live streams ask.

use super::Story;
use crate::ids::PersonId;
use crate::people::{Actor, Right};

impl Story {
    /// Whether a story is not kept from `who`, given their rights at its desk. Copy under embargo is for those trusted
    /// with it, and for people who have a part in it: nobody loses sight of what they write. A token is given for a
    /// purpose and sees what its scopes say, whoever's it is.
    pub fn is_open_to(&self, who: &Actor) -> bool {
        let in_person = who.person.filter(|_| !who.by_token);
        !self.embargoed
            || who.rights.has(Right::StoriesEmbargoed)
            || in_person.is_some_and(|person| self.is_work_of(person))
    }

    /// Whether somebody made it, holds it or has it as a task.
    pub fn is_work_of(&self, person: PersonId) -> bool {
        let holder = self.holder.map(|(holder, _)| holder);
        [self.created_by, self.assigned, holder].contains(&Some(person))
    }
}
