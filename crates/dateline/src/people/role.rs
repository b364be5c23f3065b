//! Roles: built in and the agency's own, and what somebody was given of both.

use std::fmt;

use jiff::Timestamp;

use super::{Actor, PeopleError, Refused, Right, Rights, Role, audit, store};
use crate::db::Conn;

/// Marks a role of the agency's own where roles are written as words.
const OWN: &str = "own:";
/// The most roles of the agency's own.
const MOST_ROLES: usize = 100;

/// The key of a role of the agency's own: 2 to 40 of `a-z0-9-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RoleKey(String);

impl RoleKey {
    /// Checks the key; `None` for what is none, and for the word of a built-in role.
    pub fn parse(raw: &str) -> Option<RoleKey> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let good = (2..=40).contains(&raw.len()) && raw.chars().all(fits) && Role::parse(raw).is_none();
        good.then(|| RoleKey(raw.to_owned()))
    }

    /// The key.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The word by which it stands among roles.
    pub fn word(&self) -> String {
        format!("{OWN}{}", self.0)
    }
}

impl fmt::Display for RoleKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A role of the agency's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnRole {
    /// Its identity.
    pub key: RoleKey,
    /// What people read.
    pub name: String,
    /// What it allows.
    pub rights: Rights,
}

/// The roles somebody was given, everywhere or at a desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roles {
    /// Built in.
    pub built_in: Vec<Role>,
    /// The agency's own.
    pub own: Vec<RoleKey>,
    own_rights: Rights,
}

impl Roles {
    /// Built-in roles alone.
    pub fn of(built_in: &[Role]) -> Roles {
        Roles { built_in: built_in.to_vec(), ..Roles::default() }
    }

    /// Reads words as [`Roles::words`] writes them; `None` where one is no role's. What own ones allow is not known
    /// yet: [`Roles::learn`].
    pub fn parse<'a>(words: impl IntoIterator<Item = &'a str>) -> Option<Roles> {
        let mut roles = Roles::default();
        for word in words {
            match word.strip_prefix(OWN) {
                Some(key) => roles.own.push(RoleKey::parse(key)?),
                None => roles.built_in.push(Role::parse(word)?),
            }
        }
        roles.built_in.dedup();
        roles.own.sort();
        roles.own.dedup();
        Some(roles)
    }

    /// Takes from the agency's own roles what those given allow. One that is not among them allows nothing.
    pub fn learn(&mut self, known: &[OwnRole]) {
        let given = known.iter().filter(|role| self.own.contains(&role.key));
        self.own_rights = given.fold(Rights::default(), |rights, role| rights.or(role.rights));
    }

    /// A word for each.
    pub fn words(&self) -> Vec<String> {
        let built_in = self.built_in.iter().map(|role| role.as_str().to_owned());
        built_in.chain(self.own.iter().map(RoleKey::word)).collect()
    }

    /// Everything they allow.
    pub fn rights(&self) -> Rights {
        self.built_in.iter().fold(self.own_rights, |rights, role| rights.or(role.rights()))
    }

    /// Whether a built-in role is among them.
    pub fn has(&self, role: Role) -> bool {
        self.built_in.contains(&role)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.built_in.is_empty() && self.own.is_empty()
    }
}

impl Actor {
    /// Refuses where somebody would give, take or change more than they have themselves: so nobody gives rights to
    /// themselves, by whatever way round.
    pub fn must_outrank(&self, rights: Rights) -> Result<(), Refused> {
        let beyond = Right::ALL.iter().find(|right| rights.has(**right) && !self.rights.has(**right));
        beyond.map_or(Ok(()), |right| Err(Refused { right: *right }))
    }
}

/// The agency's own roles, by name.
pub async fn own_roles(conn: &mut Conn<'_>) -> Result<Vec<OwnRole>, crate::db::DbError> {
    store::own_roles(conn).await
}

/// Makes a role.
pub async fn make_role(
    conn: &mut Conn<'_>,
    actor: &Actor,
    role: OwnRole,
    now: Timestamp,
) -> Result<(), PeopleError> {
    let role = checked(actor, role)?;
    let known = store::own_roles(conn).await?;
    if known.iter().any(|known| known.key == role.key) {
        return Err(PeopleError::RoleKnown(role.key));
    }
    if known.len() >= MOST_ROLES {
        return Err(PeopleError::TooManyRoles);
    }
    store::put_role(conn, &role, now).await?;
    Ok(audit(conn, now, actor, "role.add", role.key.as_str(), Some(&said(&role))).await?)
}

/// Changes a role's name and what it allows, from now on, for everybody who has it.
pub async fn edit_role(
    conn: &mut Conn<'_>,
    actor: &Actor,
    role: OwnRole,
    now: Timestamp,
) -> Result<(), PeopleError> {
    let role = checked(actor, role)?;
    let before = found(conn, &role.key).await?;
    actor.must_outrank(before.rights)?;
    store::put_role(conn, &role, now).await?;
    Ok(audit(conn, now, actor, "role.edit", role.key.as_str(), Some(&said(&role))).await?)
}

/// Deletes a role nobody has everywhere; `at_desks` are those who have it at desks, whom their keeper names. One that
/// somebody has stays, and the refusal names them.
pub async fn delete_role(
    conn: &mut Conn<'_>,
    actor: &Actor,
    key: &RoleKey,
    at_desks: &[crate::ids::PersonId],
    now: Timestamp,
) -> Result<(), PeopleError> {
    actor.must(Right::Admin)?;
    let role = found(conn, key).await?;
    actor.must_outrank(role.rights)?;
    let people = store::people(conn).await?.into_iter();
    let holders: Vec<String> = people
        .filter(|person| person.roles.own.contains(key) || at_desks.contains(&person.id))
        .map(|person| person.name)
        .collect();
    if !holders.is_empty() {
        return Err(PeopleError::RoleInUse { role: role.name, holders: holders.join(", ") });
    }
    store::delete_role(conn, key).await?;
    Ok(audit(conn, now, actor, "role.delete", key.as_str(), Some(&said(&role))).await?)
}

async fn found(conn: &mut Conn<'_>, key: &RoleKey) -> Result<OwnRole, PeopleError> {
    let known = store::own_roles(conn).await?;
    known.into_iter().find(|role| role.key == *key).ok_or(PeopleError::UnknownRole)
}

/// Roles that are to be given, with what they allow; refused where one is not known.
pub(super) async fn learned(conn: &mut Conn<'_>, roles: &Roles) -> Result<Roles, PeopleError> {
    let mut roles = roles.clone();
    if roles.own.is_empty() {
        return Ok(roles);
    }
    let known = store::own_roles(conn).await?;
    if !roles.own.iter().all(|key| known.iter().any(|role| role.key == *key)) {
        return Err(PeopleError::UnknownRole);
    }
    roles.learn(&known);
    Ok(roles)
}

fn checked(actor: &Actor, role: OwnRole) -> Result<OwnRole, PeopleError> {
    actor.must(Right::Admin)?;
    actor.must_outrank(role.rights)?;
    let name = role.name.trim().to_owned();
    if !(1..=80).contains(&name.chars().count()) || name.contains(char::is_control) {
        return Err(PeopleError::BadName);
    }
    Ok(OwnRole { name, ..role })
}

fn said(role: &OwnRole) -> String {
    format!("{}: {}", role.name, role.rights.words())
}
