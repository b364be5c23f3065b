//! Who somebody is at which desk: the one rule that pages, verbs and live streams ask.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::DeskKey;
use crate::people::{Actor, Person, Refused, Right, Rights, Roles};

/// A person with the roles they have everywhere and those they have at single desks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge {
    /// Whose it is.
    pub person: Person,
    /// Roles at desks, beside those everywhere.
    pub desks: BTreeMap<DeskKey, Roles>,
    /// From where they come.
    pub network: Option<IpAddr>,
}

impl Badge {
    /// Their rights everywhere.
    pub fn actor(&self) -> Actor {
        Actor { network: self.network, ..self.person.actor() }
    }

    /// Their rights at a desk: those everywhere, and those the desk gives.
    pub fn actor_at(&self, desk: &DeskKey) -> Actor {
        let everywhere = self.actor();
        Actor { rights: everywhere.rights.or(self.given_at(desk)), ..everywhere }
    }

    /// Whether they have a right at a desk.
    pub fn may_at(&self, desk: &DeskKey, right: Right) -> bool {
        self.actor_at(desk).rights.has(right)
    }

    /// Whether they have a right somewhere: everywhere, or at one desk at least.
    pub fn may(&self, right: Right) -> bool {
        self.actor().rights.has(right) || self.desks.keys().any(|desk| self.given_at(desk).has(right))
    }

    /// Refuses unless they have a right somewhere.
    pub fn must(&self, right: Right) -> Result<(), Refused> {
        if self.may(right) { Ok(()) } else { Err(Refused { right }) }
    }

    fn given_at(&self, desk: &DeskKey) -> Rights {
        self.desks.get(desk).map(Roles::rights).unwrap_or_default()
    }
}
