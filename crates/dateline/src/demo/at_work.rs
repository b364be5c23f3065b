//! The people of the demo newsroom, their desks, and what they are working on while the public reads the rest.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use story_body::Body;

use super::DemoError;
use super::content::bad;
use crate::desk::{self, Badge, Desk, DeskKey, DeskPlan};
use crate::edition::Agency;
use crate::ids::{PersonId, StoryRef};
use crate::lang::Language;
use crate::people::{self, Actor, Email, NewPerson, Password, Role, Roles};
use crate::publication::{Act, Publication};
use crate::story::{
    self, ApprovalRule, DatelineParts, Embargo, Group, Handover, MediaUse, NewStory, Order, SetFor, StoryAct,
    StoryCopy, StoryError,
};

/// The file these come from.
const FILE: &str = "newsroom.json";
/// What stands behind the first part of everybody's address.
const HOUSE: &str = "@arna.example";
/// How long somebody takes for the next thing they do with a story.
const PAUSE: SignedDuration = SignedDuration::from_mins(1);

/// What the demo's file says of the newsroom.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Plan {
    desks: Vec<DeskEntry>,
    people: Vec<PersonEntry>,
    drafts: Vec<Draft>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeskEntry {
    key: DeskKey,
    name: String,
    languages: Vec<Language>,
    sections: Vec<String>,
    approval: ApprovalRule,
    steps: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PersonEntry {
    address: String,
    name: String,
    roles: Vec<Role>,
    language: Language,
    desks: BTreeMap<String, Vec<Role>>,
}

/// A story in hand. Times are minutes before, or for what ends in `_in` after, the demo's noon.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Draft {
    desk: DeskKey,
    by: String,
    language: Language,
    section: String,
    urgency: u8,
    slugline: String,
    headline: String,
    html: String,
    place: String,
    minutes_ago: i64,
    stage: String,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    approved_by: Option<String>,
    #[serde(default)]
    held: bool,
    #[serde(default)]
    asked_by: Option<String>,
    #[serde(default)]
    assigned: Option<String>,
    #[serde(default)]
    due_in: Option<i64>,
    /// When it goes out by itself, as whoever approved it has set.
    #[serde(default)]
    release_in: Option<i64>,
    /// When its embargo ends.
    #[serde(default)]
    embargo_in: Option<i64>,
    #[serde(default)]
    step: Option<String>,
    #[serde(default)]
    picture: Option<String>,
    remarks: Vec<RemarkEntry>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RemarkEntry {
    by: String,
    minutes_ago: i64,
    text: String,
}

impl Plan {
    /// Addresses, and what each person is.
    pub(super) fn sign_ins(&self) -> Vec<(String, String)> {
        let roles = |person: &PersonEntry| {
            let everywhere = person.roles.iter().map(|role| role.as_str().to_owned());
            let at_desks = person.desks.iter().flat_map(|(desk, roles)| {
                roles.iter().map(move |role| format!("{} at {desk}", role.as_str()))
            });
            everywhere.chain(at_desks).collect::<Vec<_>>().join(", ")
        };
        self.people.iter().map(|person| (format!("{}{HOUSE}", person.address), roles(person))).collect()
    }
}

/// The people, once they work here.
pub(super) struct Staff(BTreeMap<String, Badge>);

impl Staff {
    fn badge(&self, address: &str) -> Result<&Badge, DemoError> {
        Ok(self.0.get(address).ok_or_else(|| bad(FILE, format!("{address} does not work here")))?)
    }

    fn id(&self, address: &str) -> Result<PersonId, DemoError> {
        Ok(self.badge(address)?.person.id)
    }

    fn at(&self, address: &str, desk: &DeskKey) -> Result<Actor, DemoError> {
        Ok(self.badge(address)?.actor_at(desk))
    }

    /// Somebody with a chief's rights, whom no desk's rule for approval binds.
    pub(super) fn chief(&self, address: &str) -> Result<Actor, DemoError> {
        Ok(Actor::token(self.id(address)?, Role::Chief.rights()))
    }
}

/// Makes the desks and those who work at them. Without a password nobody of them can sign in.
pub(super) async fn hire(
    publication: &Publication,
    plan: &Plan,
    password: Option<&Password>,
) -> Result<Staff, DemoError> {
    let hash = password.map(Password::hash);
    let mut act = publication.begin(0).await?;
    let (agency, now, program) = (act.agency.clone(), act.now, Actor::program());
    for entry in plan.desks.iter().cloned() {
        let DeskEntry { key, name, languages, sections, approval, steps } = entry;
        let plan = DeskPlan { name, languages, sections, approval, steps };
        desk::add(&mut act.conn(), &agency, key, plan, &program, now).await?;
    }
    let mut staff = BTreeMap::new();
    for entry in &plan.people {
        let new = NewPerson {
            email: Email::parse(&format!("{}{HOUSE}", entry.address)).map_err(|wrong| bad(FILE, wrong))?,
            name: Some(entry.name.clone()),
            roles: Roles::of(&entry.roles),
            password: hash.clone(),
        };
        let person = people::add(&mut act.conn(), &program, new, now).await?;
        people::set_language(&mut act.conn(), &person, Some(entry.language)).await?;
        for (desk, roles) in &entry.desks {
            let desk = DeskKey::parse(desk).map_err(|wrong| bad(FILE, wrong))?;
            desk::set_member(&mut act.conn(), &desk, person.id, Roles::of(roles), &program, now).await?;
        }
        staff.insert(entry.address.clone(), desk::badge(&mut act.conn(), person).await?);
    }
    act.commit().await?;
    Ok(Staff(staff))
}

/// Writes what people are working on; how many stories that is.
pub(super) async fn write(
    publication: &Publication,
    plan: &Plan,
    staff: &Staff,
    noon: Timestamp,
    picture: impl Fn(&str) -> Option<MediaUse>,
) -> Result<usize, DemoError> {
    let desks = desk::list(&mut publication.db.reader().await?.conn()).await?;
    for draft in &plan.drafts {
        check_step(&desks, draft)?;
        let used = draft.picture.as_deref().and_then(&picture);
        let failed = |source: StoryError| DemoError::Story { uri: draft.headline.clone(), source };
        let number = begin(publication, draft, used, staff, noon).await?.map_err(failed)?;
        work_on(publication, draft, number, staff, noon).await?.map_err(failed)?;
    }
    publication.clock.set(noon);
    Ok(plan.drafts.len())
}

fn check_step(desks: &[Desk], draft: &Draft) -> Result<(), DemoError> {
    let Some(step) = &draft.step else { return Ok(()) };
    let known = desks.iter().any(|desk| desk.key == draft.desk && desk.steps.contains(step));
    if known { Ok(()) } else { Err(bad(FILE, format!("{} has no step {step}", draft.desk)).into()) }
}

async fn begin(
    publication: &Publication,
    draft: &Draft,
    picture: Option<MediaUse>,
    staff: &Staff,
    noon: Timestamp,
) -> Result<Result<StoryRef, StoryError>, DemoError> {
    publication.clock.set(noon - SignedDuration::from_mins(draft.minutes_ago));
    let who = staff.at(&draft.by, &draft.desk)?;
    let mut copy = StoryCopy::new(draft.section.clone(), draft.headline.clone());
    copy.slugline = Some(draft.slugline.clone());
    copy.urgency = draft.urgency;
    copy.body = Body::from_html(&draft.html).body;
    copy.dateline = Some(DatelineParts { place: Some(draft.place.clone()), ..DatelineParts::default() });
    copy.media = picture.into_iter().collect();
    let mut act = publication.begin(0).await?;
    let (agency, now) = (act.agency.clone(), act.now);
    copy.embargo = draft.embargo_in.map(|minutes| {
        let SetFor { at, zone } = set_for(minutes, noon, &agency);
        Embargo { until: Some(at), zone }
    });
    let new = NewStory { language: draft.language, uri: None, number: None, group: Group::New, copy };
    let made = story::create_at(&mut act.conn(), &agency, new, draft.desk.clone(), &who, now).await;
    act.commit().await?;
    Ok(made.map(|story| StoryRef::Id(story.id)))
}

/// What was done with a story since it was begun, and by whom.
fn steps<'a>(
    draft: &'a Draft,
    staff: &Staff,
    noon: Timestamp,
) -> Result<Vec<(&'a str, Handover)>, DemoError> {
    let writer = draft.by.as_str();
    let editor = draft.approved_by.as_deref().unwrap_or(writer);
    let assigned = staff.id(draft.assigned.as_deref().unwrap_or(writer))?;
    let due = draft.due_in.map(|minutes| noon + SignedDuration::from_mins(minutes));
    let mut steps = vec![(writer, Handover::Assign(Some(assigned), due))];
    if let Some(step) = &draft.step {
        steps.push((writer, Handover::Step(Some(step.clone()))));
    }
    if draft.held {
        steps.push((writer, Handover::Claim));
    }
    if let Some(person) = &draft.asked_by {
        steps.push((person, Handover::Ask));
    }
    match draft.stage.as_str() {
        "draft" => {}
        "submitted" => steps.push((writer, Handover::Submit)),
        "approved" => steps.extend([(writer, Handover::Submit), (editor, Handover::Approve)]),
        "spiked" => steps.push((editor, Handover::Spike(draft.reason.clone()))),
        other => return Err(bad(FILE, format!("no stage is called {other}")).into()),
    }
    Ok(steps)
}

async fn work_on(
    publication: &Publication,
    draft: &Draft,
    target: StoryRef,
    staff: &Staff,
    noon: Timestamp,
) -> Result<Result<(), StoryError>, DemoError> {
    for (person, what) in steps(draft, staff, noon)? {
        publication.clock.set((publication.clock.now() + PAUSE).min(noon));
        let who = staff.at(person, &draft.desk)?;
        let mut act = publication.begin(0).await?;
        let now = act.now;
        if let Err(error) = story::hand(&mut act.conn(), target, &what, &who, now).await {
            return Ok(Err(error));
        }
        act.commit().await?;
    }
    if let Some(minutes) = draft.release_in {
        let who = staff.at(draft.approved_by.as_deref().unwrap_or(&draft.by), &draft.desk)?;
        let mut act = publication.begin(0).await?;
        let (set, now) = (set_for(minutes, noon, &act.agency), act.now);
        let release = Order::new(StoryAct::Release);
        if let Err(error) = story::schedule(&mut act.conn(), target, &release, set, &who, now).await {
            return Ok(Err(error));
        }
        act.commit().await?;
    }
    for remark in &draft.remarks {
        publication.clock.set(noon - SignedDuration::from_mins(remark.minutes_ago));
        let mut act = publication.begin(0).await?;
        say(&mut act, target, staff.id(&remark.by)?, &remark.text).await?;
        act.commit().await?;
    }
    Ok(Ok(()))
}

/// So many minutes after noon, as the agency's clock says it.
fn set_for(minutes: i64, noon: Timestamp, agency: &Agency) -> SetFor {
    let zone = agency.time_zone.iana_name().map(str::to_owned);
    SetFor { at: noon + SignedDuration::from_mins(minutes), zone }
}

async fn say(act: &mut Act, target: StoryRef, person: PersonId, text: &str) -> Result<(), DemoError> {
    let now = act.now;
    if let Some(mut story) = story::store::lock(&mut act.conn(), target).await? {
        story::say(&mut act.conn(), &mut story, person, text, now).await?;
    }
    Ok(())
}
