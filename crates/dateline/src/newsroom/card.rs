//! A story as a board shows it.

use serde::Serialize;

use super::on_duty::OnDuty;
use super::people_here::PeopleHere;
use super::words::{Hour, Words};
use crate::edition::Agency;
use crate::people::Right;
use crate::story::{Release, Stage, Story};

/// A card.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Card {
    pub id: String,
    pub number: i64,
    pub headline: String,
    pub slugline: Option<String>,
    pub language: String,
    pub dir: &'static str,
    pub section: String,
    pub desk: String,
    pub urgency: u8,
    /// The column it stands in.
    pub column: String,
    /// The higher, the further up.
    pub order: i64,
    pub stage: &'static str,
    pub release: &'static str,
    pub version: i64,
    pub holder: String,
    /// Whether whoever looks holds it.
    pub mine: bool,
    pub asked_by: String,
    pub assigned: String,
    pub due: Option<Hour>,
    pub late: bool,
    pub changed: Hour,
    /// What waits for a second person.
    pub pending: Option<&'static str>,
    /// What may be done with a key: claim, submit, approve, release.
    pub may: Vec<&'static str>,
}

/// What every card of a page is made with.
pub(super) struct CardMaker<'a> {
    pub who: &'a OnDuty,
    pub words: &'a Words,
    pub people: &'a PeopleHere,
    pub agency: &'a Agency,
    pub now: jiff::Timestamp,
}

impl CardMaker<'_> {
    /// The card of a story in a column.
    pub fn card(&self, story: &Story, column: String) -> Card {
        let holder = story.held_at(self.now);
        let edition = self.agency.edition(story.language);
        let section = edition.and_then(|edition| edition.sections.get(&story.copy.section));
        Card {
            id: story.id.to_string(),
            number: story.number.get(),
            headline: story.copy.headline.clone(),
            slugline: story.copy.slugline.clone(),
            language: story.language.to_string(),
            dir: story.language.direction().as_str(),
            section: section.map_or_else(|| story.copy.section.clone(), |section| section.name.clone()),
            desk: story.desk.to_string(),
            urgency: story.copy.urgency,
            column,
            order: story.changed_at.as_microsecond(),
            stage: story.stage.name(),
            release: story.release.as_str(),
            version: story.version,
            holder: self.people.name(holder),
            mine: holder == Some(self.who.badge.person.id),
            asked_by: self.people.name(story.asked_by),
            assigned: self.people.name(story.assigned),
            due: story.due_at.map(|at| self.words.hour(at)),
            late: story.due_at.is_some_and(|at| at < self.now),
            changed: self.words.hour(story.changed_at),
            pending: story.pending.as_ref().map(|pending| pending.order.act.as_str()),
            may: self.may(story),
        }
    }

    fn may(&self, story: &Story) -> Vec<&'static str> {
        let at_desk = |right| self.who.badge.may_at(&story.desk, right);
        let mut may = Vec::new();
        if at_desk(Right::StoriesWrite) {
            may.push("claim");
            if matches!(story.stage, Stage::Draft) {
                may.push("submit");
            }
        }
        if at_desk(Right::StoriesApprove) && !matches!(story.stage, Stage::Released | Stage::Spiked { .. }) {
            may.push("approve");
        }
        if at_desk(Right::StoriesRelease)
            && matches!(story.release, Release::Never | Release::Unpublished)
            && !matches!(story.stage, Stage::Spiked { .. })
        {
            may.push("release");
        }
        may
    }
}
