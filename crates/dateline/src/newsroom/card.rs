//! A story as a board shows it.

use serde::Serialize;

use super::board_filter::SOON;
use super::on_duty::OnDuty;
use super::surroundings::{RemarkCounts, Surroundings};
use super::words::{Hour, Words};
use crate::people::Right;
use crate::story::{ApprovalRule, Release, Stage, Story};

/// A card.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Card {
    /// What its element is known by: `card-` and the story's id, and the list where a page has several.
    pub dom: String,
    pub number: i64,
    pub headline: String,
    pub slugline: Option<String>,
    pub language: String,
    pub dir: &'static str,
    pub section: String,
    /// The desk's name, where the board is of several.
    pub desk: String,
    /// The desk's own step, where the board is of several.
    pub step: Option<String>,
    pub urgency: u8,
    /// The column it stands in.
    pub column: String,
    /// The higher, the further up.
    pub order: i64,
    /// Differs whenever the card may.
    pub stamp: String,
    pub stage: &'static str,
    pub release: &'static str,
    pub version: i64,
    pub holder: String,
    /// Whether whoever looks holds it.
    pub mine: bool,
    pub asked_by: String,
    pub assigned: String,
    /// Whether it is the task of whoever looks.
    pub my_task: bool,
    pub due: Option<Hour>,
    pub late: bool,
    pub soon: bool,
    pub remarks: i64,
    /// Readers' reports that wait, for those who answer them.
    pub reports: i64,
    pub pictures: usize,
    pub changed: Hour,
    /// What waits for a second person.
    pub pending: Option<&'static str>,
    /// What may be done with a key: claim, submit, approve, release, …
    pub may: Vec<&'static str>,
}

/// What every card of a page is made with.
pub(super) struct CardMaker<'a> {
    pub who: &'a OnDuty,
    pub words: &'a Words,
    pub around: &'a Surroundings,
    pub remarks: &'a RemarkCounts,
    pub now: jiff::Timestamp,
    /// Whether cards name their desk.
    pub names_desk: bool,
}

impl CardMaker<'_> {
    /// The card of a story in a column.
    pub fn card(&self, story: &Story, column: String) -> Card {
        let (people, me) = (&self.around.people, Some(self.who.badge.person.id));
        let holder = story.held_at(self.now);
        let edition = self.around.agency.edition(story.language);
        let section = edition.and_then(|edition| edition.sections.get(&story.copy.section));
        let desk = || self.around.desk_name(&story.desk);
        let due_in = story.due_at.map(|at| at.duration_since(self.now));
        Card {
            dom: format!("card-{}", story.id),
            number: story.number.get(),
            headline: story.copy.headline.clone(),
            slugline: story.copy.slugline.clone(),
            language: story.language.to_string(),
            dir: story.language.direction().as_str(),
            section: section.map_or_else(|| story.copy.section.clone(), |section| section.name.clone()),
            desk: if self.names_desk { desk() } else { String::new() },
            step: story.step.clone().filter(|_| self.names_desk && story.stage == Stage::Draft),
            urgency: story.copy.urgency,
            column,
            order: story.changed_at.as_microsecond(),
            stamp: format!("{}-{}-{}", story.moved_at.as_microsecond(), story.revision, story.version),
            stage: story.stage.name(),
            release: story.release.as_str(),
            version: story.version,
            holder: people.name(holder),
            mine: holder == me,
            asked_by: people.name(story.asked_by),
            assigned: people.name(story.assigned),
            my_task: story.assigned == me,
            due: story.due_at.map(|at| self.words.hour(at)),
            late: due_in.is_some_and(|due_in| due_in.is_negative()),
            soon: due_in.is_some_and(|due_in| !due_in.is_negative() && due_in < SOON),
            remarks: self.remarks.get(&story.id).copied().unwrap_or_default(),
            reports: self.reports(story),
            pictures: story.copy.media.len() + story.copy.body.media().count(),
            changed: self.words.hour(story.changed_at),
            pending: story.pending.as_ref().map(|pending| pending.order.act.as_str()),
            may: self.may(story),
        }
    }

    fn reports(&self, story: &Story) -> i64 {
        let answers = self.who.badge.may_at(&story.desk, Right::ReportsAnswer);
        let waiting = self.around.reports.get(&story.number).filter(|_| answers);
        waiting.copied().unwrap_or_default()
    }

    /// What whoever looks may do with a story as it stands.
    pub fn may(&self, story: &Story) -> Vec<&'static str> {
        let at_desk = |right| self.who.badge.may_at(&story.desk, right);
        let desk = self.around.desk(&story.desk);
        let mut may = vec!["remark"];
        if at_desk(Right::StoriesWrite) {
            may.extend(self.in_hand(story));
            if desk.is_some_and(|desk| !desk.steps.is_empty()) && story.stage == Stage::Draft {
                may.push("step");
            }
        }
        if at_desk(Right::StoriesApprove) {
            let rule = desk.map_or(ApprovalRule::AnotherPerson, |desk| desk.approval);
            match story.stage {
                Stage::Submitted { .. } => may.extend(["approve", "send-back"]),
                Stage::Draft if rule == ApprovalRule::Nobody => may.push("approve"),
                Stage::Approved { .. } => may.push("send-back"),
                Stage::Spiked { .. } => may.push("unspike"),
                _ => {}
            }
            if self.around.desks.len() > 1 {
                may.push("move");
            }
            if story.version == 0 && !matches!(story.stage, Stage::Spiked { .. }) {
                may.push("spike");
            }
        }
        if at_desk(Right::StoriesRelease) && is_releasable(story) {
            may.push("release");
        }
        may
    }

    fn in_hand(&self, story: &Story) -> Vec<&'static str> {
        let mut may = vec!["assign"];
        may.push(match story.held_at(self.now) {
            None => "claim",
            Some(holder) if holder == self.who.badge.person.id => "let-go",
            Some(_) => "ask",
        });
        if story.stage == Stage::Draft {
            may.push("submit");
        }
        may
    }
}

/// Whether readers could get the working copy: it was never out, or is not what is out.
fn is_releasable(story: &Story) -> bool {
    match story.release {
        Release::Never | Release::Unpublished => !matches!(story.stage, Stage::Spiked { .. }),
        Release::Public => !matches!(story.stage, Stage::Released | Stage::Spiked { .. }),
        _ => false,
    }
}
