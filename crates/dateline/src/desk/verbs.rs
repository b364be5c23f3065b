//! What is done about desks.

use jiff::Timestamp;

use super::{Desk, DeskKey, Member, store};
use crate::db::{Conn, DbError};
use crate::edition::Agency;
use crate::ids::PersonId;
use crate::lang::Language;
use crate::people::{self, Actor, PeopleError, Refused, Right, RoleKey, Roles, audit, own_roles};
use crate::story::ApprovalRule;

/// The most steps of a desk.
const MOST_STEPS: usize = 12;

/// Why an act about a desk was refused.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The one who asked may not.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// No desk has this key.
    #[error("there is no desk {0}")]
    Unknown(DeskKey),
    /// A desk of this key is there already.
    #[error("a desk {0} is there already")]
    Known(DeskKey),
    /// Names are for people to read.
    #[error("a name has 1 to 80 characters, none of them a control character")]
    BadName,
    /// A section of the agency is meant.
    #[error("there is no section {0:?}")]
    UnknownSection(String),
    /// More steps than a board can show.
    #[error("a desk has at most {MOST_STEPS} steps")]
    TooManySteps,
    /// No role has this key.
    #[error("there is no such role")]
    UnknownRole,
    /// Nobody has this id.
    #[error("nobody here has this id")]
    UnknownPerson,
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
}

/// What may be said of a desk.
#[derive(Clone, Debug)]
pub struct DeskPlan {
    /// What people read.
    pub name: String,
    /// Languages it works in; none stands for all.
    pub languages: Vec<Language>,
    /// Keys of sections it works for; none stands for all.
    pub sections: Vec<String>,
    /// Who must clear copy before release.
    pub approval: ApprovalRule,
    /// Names of its own steps, in their order.
    pub steps: Vec<String>,
}

impl DeskPlan {
    fn check(&self, agency: &Agency) -> Result<(), DeskError> {
        for name in std::iter::once(&self.name).chain(&self.steps) {
            let length = name.trim().chars().count();
            if !(1..=80).contains(&length) || name.contains(char::is_control) {
                return Err(DeskError::BadName);
            }
        }
        if self.steps.len() > MOST_STEPS {
            return Err(DeskError::TooManySteps);
        }
        match self.sections.iter().find(|key| agency.section(key).is_none()) {
            Some(unknown) => Err(DeskError::UnknownSection(unknown.clone())),
            None => Ok(()),
        }
    }

    fn desk(self, key: DeskKey, position: i64) -> Desk {
        Desk {
            key,
            name: self.name.trim().to_owned(),
            position,
            languages: self.languages,
            sections: self.sections,
            approval: self.approval,
            steps: self.steps.into_iter().map(|step| step.trim().to_owned()).collect(),
        }
    }
}

/// Adds a desk behind the others.
pub async fn add(
    conn: &mut Conn<'_>,
    agency: &Agency,
    key: DeskKey,
    plan: DeskPlan,
    who: &Actor,
    now: Timestamp,
) -> Result<Desk, DeskError> {
    who.must(Right::Admin)?;
    plan.check(agency)?;
    if store::find(conn, &key).await?.is_some() {
        return Err(DeskError::Known(key));
    }
    let position = store::list(conn).await?.iter().map(|desk| desk.position).max().unwrap_or(0) + 1;
    let desk = plan.desk(key, position);
    store::put(conn, &desk).await?;
    audit(conn, now, who, "desk.add", desk.key.as_str(), Some(&desk.name)).await?;
    Ok(desk)
}

/// Changes what is said of a desk.
pub async fn edit(
    conn: &mut Conn<'_>,
    agency: &Agency,
    key: &DeskKey,
    plan: DeskPlan,
    who: &Actor,
    now: Timestamp,
) -> Result<Desk, DeskError> {
    who.must(Right::Admin)?;
    plan.check(agency)?;
    let Some(before) = store::find(conn, key).await? else { return Err(DeskError::Unknown(key.clone())) };
    let desk = plan.desk(before.key, before.position);
    store::put(conn, &desk).await?;
    audit(conn, now, who, "desk.edit", desk.key.as_str(), Some(&desk.name)).await?;
    Ok(desk)
}

/// Moves a desk one place up among desks.
pub async fn move_up(
    conn: &mut Conn<'_>,
    key: &DeskKey,
    who: &Actor,
    now: Timestamp,
) -> Result<(), DeskError> {
    who.must(Right::Admin)?;
    let mut desks = store::list(conn).await?;
    let place = desks.iter().position(|desk| desk.key == *key);
    let place = place.ok_or_else(|| DeskError::Unknown(key.clone()))?;
    desks.swap(place, place.saturating_sub(1));
    for (position, desk) in (1_i64..).zip(&mut desks) {
        desk.position = position;
        store::put(conn, desk).await?;
    }
    audit(conn, now, who, "desk.move", key.as_str(), None).await?;
    Ok(())
}

/// Sets somebody's roles at a desk; none take them from it. Nobody gives or takes what they do not have.
pub async fn set_member(
    conn: &mut Conn<'_>,
    key: &DeskKey,
    person: PersonId,
    mut roles: Roles,
    who: &Actor,
    now: Timestamp,
) -> Result<(), DeskError> {
    who.must(Right::Admin)?;
    if store::find(conn, key).await?.is_none() {
        return Err(DeskError::Unknown(key.clone()));
    }
    if !store::is_known(conn, person).await? {
        return Err(DeskError::UnknownPerson);
    }
    let known = own_roles(conn).await?;
    if !roles.own.iter().all(|key| known.iter().any(|role| role.key == *key)) {
        return Err(DeskError::UnknownRole);
    }
    roles.learn(&known);
    let before = store::members(conn).await?;
    let before = before.into_iter().find(|member| member.person == person && member.desk == *key);
    let had = before.map(|member| member.roles.rights()).unwrap_or_default();
    who.must_outrank(had.or(roles.rights()))?;
    let detail = format!("{person} {}", roles.words().join(" "));
    store::put_member(conn, &Member { desk: key.clone(), person, roles }).await?;
    audit(conn, now, who, "desk.member", key.as_str(), Some(&detail)).await?;
    Ok(())
}

/// Deletes a role of the agency's own, which nobody has any more, at any desk or everywhere.
pub async fn delete_role(
    conn: &mut Conn<'_>,
    key: &RoleKey,
    who: &Actor,
    now: Timestamp,
) -> Result<(), PeopleError> {
    let members = store::members(conn).await?.into_iter();
    let holders: Vec<PersonId> =
        members.filter(|member| member.roles.own.contains(key)).map(|member| member.person).collect();
    people::delete_role(conn, who, key, &holders, now).await
}
