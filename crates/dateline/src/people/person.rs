//! Somebody who works here.

use jiff::Timestamp;

use super::{Actor, Email, Rights, Roles};
use crate::ids::PersonId;
use crate::lang::Language;

/// A person: known by mail address, in one or more roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// What they sign in with.
    pub email: Email,
    /// What others read.
    pub name: String,
    /// What they are in the newsroom.
    pub roles: Roles,
    /// The language of the newsroom's pages for them; the browser's where absent.
    pub language: Option<Language>,
    /// Since when.
    pub created_at: Timestamp,
    /// Since when they may no longer come in.
    pub disabled_at: Option<Timestamp>,
}

impl Person {
    /// Everything their roles allow.
    pub fn rights(&self) -> Rights {
        self.roles.rights()
    }

    /// Them, signed in.
    pub fn actor(&self) -> Actor {
        Actor { person: Some(self.id), rights: self.rights(), by_token: false, network: None }
    }
}

/// Somebody to be added.
#[derive(Debug)]
pub struct NewPerson {
    /// What they sign in with.
    pub email: Email,
    /// What others read; the address's first part where absent.
    pub name: Option<String>,
    /// At least one.
    pub roles: Roles,
    /// What they sign in with; none until it is set.
    pub password: Option<super::PasswordHash>,
}
