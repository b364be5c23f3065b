//! What boards are made with beside the stories: the agency, its people and its desks.

use std::collections::HashMap;
use std::sync::Arc;

use super::people_here::PeopleHere;
use super::{Newsroom, Trouble};
use crate::db::Conn;
use crate::desk::{self, Badge, Desk, DeskKey, Member};
use crate::edition::Agency;
use crate::ids::{PersonId, StoryId, StoryNumber};
use crate::people::Right;
use crate::report;

/// The agency, its people and its desks, as they were read.
#[derive(Debug)]
pub(super) struct Surroundings {
    pub agency: Arc<Agency>,
    pub people: PeopleHere,
    /// Every desk, in their order.
    pub desks: Vec<Desk>,
    /// Who is at which desk.
    pub members: Vec<Member>,
    /// How many of readers' reports wait on stories.
    pub reports: HashMap<StoryNumber, i64>,
}

impl Surroundings {
    /// Reads them.
    pub async fn load(room: &Newsroom, conn: &mut Conn<'_>) -> Result<Surroundings, Trouble> {
        let agency = room.publication.agency(conn).await?;
        let people = PeopleHere::load(conn).await?;
        let (desks, members) = (desk::list(conn).await?, desk::members(conn).await?);
        let reports = report::open_by_story(conn).await?;
        Ok(Surroundings { agency, people, desks, members, reports })
    }

    /// The desk of a key.
    pub fn desk(&self, key: &DeskKey) -> Option<&Desk> {
        self.desks.iter().find(|desk| desk.key == *key)
    }

    /// Somebody's badge as it stands; `None` for those who may not come in.
    fn badge(&self, id: PersonId) -> Option<Badge> {
        let person = self.people.present_one(id)?.clone();
        let own = self.members.iter().filter(|member| member.person == id);
        let desks = own.map(|member| (member.desk.clone(), member.roles.clone())).collect();
        Some(Badge { person, desks, network: None })
    }

    /// Whether somebody's roles are what their badge says.
    pub fn knows(&self, badge: &Badge) -> bool {
        let now = self.badge(badge.person.id);
        now.is_some_and(|now| now.person.roles == badge.person.roles && now.desks == badge.desks)
    }

    /// Everybody present who has a right at a desk, by id and name.
    pub fn with_right(&self, desk: &DeskKey, right: Right) -> Vec<(String, String)> {
        let has = |id| self.badge(id).is_some_and(|badge| badge.may_at(desk, right));
        let present = self.people.present().into_iter().filter(|person| has(person.id));
        present.map(|person| (person.id.to_string(), person.name.clone())).collect()
    }

    /// The name of a desk, for cards that tell it.
    pub fn desk_name(&self, key: &DeskKey) -> String {
        self.desk(key).map_or_else(|| key.to_string(), |desk| desk.name.clone())
    }
}

/// How many remarks stories have.
pub(super) type RemarkCounts = HashMap<StoryId, i64>;
