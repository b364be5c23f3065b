//! An act from order to change: refusals first, then what the act does, for one language or the group.

use jiff::Timestamp;

use super::publish::Origin;
use super::{
    ApprovalRule, Change, Done, Due, Languages, Lifting, Mandatory, NewStory, Order, Pending, Release, Stage,
    StageRefused, Story, StoryAct, StoryError, create, due, publish, redact, running, store, withdraw,
};
use crate::correction::{self, TaskKind};
use crate::db::Conn;
use crate::desk::{self, DeskKey};
use crate::edition::Agency;
use crate::ids::{PersonId, StoryNumber, StoryRef};
use crate::people::Actor;

/// Does an act, or asks a second person to.
pub async fn perform(
    conn: &mut Conn<'_>,
    agency: &Agency,
    target: StoryRef,
    order: &Order,
    who: &Actor,
    now: Timestamp,
) -> Result<Done, StoryError> {
    who.must(order.act.right())?;
    check_notes(order)?;
    let mut stories = covered(conn, target, order).await?;
    if order.act.needs_second_person() {
        return ask(conn, agency, stories, order, who, now).await;
    }
    for story in &stories {
        if publishes(conn, story, order).await? {
            check_stage(conn, story, order, who).await?;
        }
    }
    let mut changes = Vec::new();
    for story in &mut stories {
        story.moved_at = now;
        keep_for_desk(conn, story, order, who, now).await?;
        changes.extend(carry_out(conn, agency, story, order, (None, who), now).await?);
    }
    Ok(done(&stories[0], changes))
}

/// Makes a story and releases it in the same breath.
pub async fn release_new(
    conn: &mut Conn<'_>,
    agency: &Agency,
    new: NewStory,
    order: &Order,
    who: &Actor,
    now: Timestamp,
) -> Result<(Story, Vec<Change>), StoryError> {
    who.must(order.act.right())?;
    let group = new.group;
    let mut story = create::draft(conn, agency, new, DeskKey::default(), who, now).await?;
    check_stage(conn, &story, order, who).await?;
    let changes = publish::publish(conn, agency, &mut story, Origin::New(group), order, who, now).await?;
    Ok((story, changes))
}

/// Completes what another person asked for. After as long as the agency waits for one, whoever asked may confirm alone;
/// it is marked and reported.
pub async fn confirm(
    conn: &mut Conn<'_>,
    agency: &Agency,
    target: StoryRef,
    act: StoryAct,
    who: &Actor,
    now: Timestamp,
) -> Result<Done, StoryError> {
    who.must(act.right())?;
    running::keep_group(conn, target).await?;
    let first = store::lock(conn, target).await?.ok_or(StoryError::NotFound)?;
    let Some(pending) = first.pending.clone().filter(|pending| pending.order.act == act) else {
        return Err(StoryError::NothingPending(first.number));
    };
    let alone = pending.by == who.person;
    // A token is never the second person to its own owner, however long they have waited.
    if alone && (who.by_token || pending.alone_at(agency).is_none_or(|at| now < at)) {
        return Err(StoryError::SamePerson);
    }
    let asked_for = first.number;
    let mut stories = vec![first];
    for number in pending.covers.iter().filter(|number| **number != asked_for) {
        // One whose hold was lifted meanwhile waits for nobody any more.
        let story = store::lock(conn, StoryRef::Number(*number)).await?;
        stories.extend(story.filter(|story| story.pending.as_ref() == Some(&pending)));
    }
    let mut changes = Vec::new();
    for story in &mut stories {
        story.pending = None;
        story.moved_at = now;
        changes.extend(carry_out(conn, agency, story, &pending.order, (pending.by, who), now).await?);
    }
    if alone {
        correction::task(conn, TaskKind::ConfirmedAlone, stories[0].number, act.as_str(), now).await?;
    }
    Ok(done(&stories[0], changes))
}

/// Does what fell due: an embargo that ends, or an act somebody set an instant for.
pub async fn perform_due(
    conn: &mut Conn<'_>,
    agency: &Agency,
    due: &Due,
    now: Timestamp,
) -> Result<Done, StoryError> {
    let target = StoryRef::Number(due.number);
    if due.order.is_none() {
        let mut story = store::lock(conn, target).await?.ok_or(StoryError::NotFound)?;
        story.moved_at = now;
        let change = publish::end_embargo(conn, agency, &mut story, now).await?;
        return Ok(done(&story, vec![change]));
    }
    let order = due.order.as_ref().expect("checked above");
    let who = Actor { person: due.person, ..Actor::program() };
    perform(conn, agency, target, order, &who, now).await
}

/// Refuses an order without the note its act must have.
pub(super) fn check_notes(order: &Order) -> Result<(), StoryError> {
    let missing = |field| Err(StoryError::NoteMissing { act: order.act, field });
    let empty = |note: &Option<String>| note.as_deref().is_none_or(|text| text.trim().is_empty());
    match order.act.mandatory() {
        Mandatory::EditorNote if empty(&order.editor_note) => missing("editor_note"),
        Mandatory::Reason if empty(&order.reason) => missing("reason"),
        _ if order.lifting == Some(Lifting::Corrected) && empty(&order.editor_note) => missing("editor_note"),
        _ if order.act == StoryAct::Redact && order.words.iter().all(|words| words.trim().is_empty()) => {
            missing("words")
        }
        _ => Ok(()),
    }
}

/// The stories an order covers, locked, the one it names first. The others of the group are left out where their
/// state does not allow the act.
async fn covered(conn: &mut Conn<'_>, target: StoryRef, order: &Order) -> Result<Vec<Story>, StoryError> {
    if order.covered() == Languages::All {
        running::keep_group(conn, target).await?;
    }
    let first = store::lock(conn, target).await?.ok_or(StoryError::NotFound)?;
    if !order.act.allowed_from(first.release) {
        return Err(StoryError::NotNow { number: first.number, act: order.act, release: first.release });
    }
    let mut stories = Vec::new();
    if order.covered() == Languages::All {
        stories = store::lock_group(conn, first.group).await?;
        stories.retain(|story| story.id != first.id && order.act.allowed_from(story.release));
    }
    stories.insert(0, first);
    Ok(stories)
}

/// What people release is kept as a revision too, so that the desk finds it among its own.
async fn keep_for_desk(
    conn: &mut Conn<'_>,
    story: &Story,
    order: &Order,
    who: &Actor,
    now: Timestamp,
) -> Result<(), StoryError> {
    if who.by_token || !order.act.publishes() {
        return Ok(());
    }
    Ok(store::keep_revision(conn, story, now, who.person, order.act.as_str()).await?)
}

/// Whether an act puts the working copy before readers: a lift does unless the story comes back as it was.
async fn publishes(conn: &mut Conn<'_>, story: &Story, order: &Order) -> Result<bool, StoryError> {
    match (order.act, order.lifting) {
        (StoryAct::Lift, Some(Lifting::AsItWas)) => Ok(false),
        (StoryAct::Lift, Some(Lifting::Corrected)) => publish::differs(conn, story).await,
        (act, _) => Ok(act.publishes()),
    }
}

/// Copy somebody spiked is not released by anybody; copy of a person needs the approval its desk asks for.
pub(super) async fn check_stage(
    conn: &mut Conn<'_>,
    story: &Story,
    order: &Order,
    who: &Actor,
) -> Result<(), StoryError> {
    match &story.stage {
        _ if !order.act.publishes() => Ok(()),
        Stage::Spiked { reason } => Err(StageRefused::Spiked(reason.clone()).into()),
        _ if who.by_token => Ok(()),
        Stage::Approved { revision, .. } if *revision == story.revision => Ok(()),
        Stage::Released => Ok(()),
        _ if story.copy.urgency == 1 => Ok(()),
        _ if desk::approval_of(conn, &story.desk).await? == ApprovalRule::Nobody => Ok(()),
        _ => Err(StageRefused::NotYours("the desk, for this revision").into()),
    }
}

/// Asks for a second person; a kill or takedown holds the story at once.
async fn ask(
    conn: &mut Conn<'_>,
    agency: &Agency,
    mut stories: Vec<Story>,
    order: &Order,
    who: &Actor,
    now: Timestamp,
) -> Result<Done, StoryError> {
    let covers: Vec<StoryNumber> = stories.iter().map(|story| story.number).collect();
    let holds = matches!(order.act, StoryAct::Kill | StoryAct::Takedown);
    let mut changes = Vec::new();
    for story in &mut stories {
        story.moved_at = now;
        story.pending =
            Some(Pending { order: order.clone(), by: who.person, at: now, covers: covers.clone() });
        if holds && matches!(story.release, Release::Public | Release::Advanced) {
            let hold = Order {
                act: StoryAct::Hold,
                editor_note: order.reason.clone(),
                reason: None,
                ..order.clone()
            };
            changes.extend(withdraw::withdraw(conn, agency, story, &hold, who, now).await?);
        } else {
            store::update(conn, story).await?;
        }
    }
    Ok(Done { pending: true, ..done(&stories[0], changes) })
}

/// Does the act: asked for by somebody before, or not, and done by `who`.
async fn carry_out(
    conn: &mut Conn<'_>,
    agency: &Agency,
    story: &mut Story,
    order: &Order,
    (asked_by, who): (Option<PersonId>, &Actor),
    now: Timestamp,
) -> Result<Vec<Change>, StoryError> {
    match order.act {
        StoryAct::Hold | StoryAct::Kill | StoryAct::Takedown | StoryAct::Unpublish => {
            withdraw::withdraw(conn, agency, story, order, who, now).await
        }
        StoryAct::Redact => redact::redact(conn, agency, story, order, (asked_by, who), now).await,
        StoryAct::Release if story.release == Release::Advanced => {
            due::cancel_due(conn, story.number, now).await?;
            Ok(vec![publish::end_embargo(conn, agency, story, now).await?])
        }
        StoryAct::Lift if !publishes(conn, story, order).await? => {
            publish::as_it_was(conn, agency, story, order, who, now).await
        }
        _ => publish::publish(conn, agency, story, Origin::Kept, order, who, now).await,
    }
}

pub(super) fn done(story: &Story, changes: Vec<Change>) -> Done {
    Done {
        id: story.id,
        number: story.number,
        version: story.version,
        revision: story.revision,
        release: story.release,
        pending: story.pending.is_some(),
        changes,
    }
}
