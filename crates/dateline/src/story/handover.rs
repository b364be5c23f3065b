//! What a desk does with a working copy: who holds it, whose it is, and how far it has come.
//!
//! One writer at a time. A writer holds a story for some minutes from their last save on; others may ask for it, be
//! handed it, or by right take it over.

use jiff::{SignedDuration, Timestamp};

use super::{ApprovalRule, Stage, Story, StoryError, store};
use crate::db::Conn;
use crate::desk::{self, DeskKey};
use crate::ids::{PersonId, StoryRef};
use crate::people::{Actor, Right};

/// For how long a story is held without a save or another sign of life.
pub const HELD: SignedDuration = SignedDuration::from_mins(15);

/// What is done with a working copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handover {
    /// To write it now.
    Claim,
    /// To leave it to whoever comes.
    LetGo,
    /// To ask whoever holds it for it.
    Ask,
    /// To give it to somebody.
    HandOver(PersonId),
    /// To take it from whoever holds it.
    TakeOver,
    /// To hand it to the desk.
    Submit,
    /// To clear it for release.
    Approve,
    /// To give it back to be written on.
    SendBack,
    /// To drop it before publication.
    Spike(String),
    /// To take a spiked story back.
    Unspike,
    /// To say whose it is, and until when.
    Assign(Option<PersonId>, Option<Timestamp>),
    /// To give it to another desk.
    MoveTo(DeskKey),
    /// To say which of the desk's own steps it is at.
    Step(Option<String>),
}

impl Handover {
    /// The word for it in the record of who did what.
    pub fn as_str(&self) -> &'static str {
        match self {
            Handover::Claim => "claim",
            Handover::LetGo => "let_go",
            Handover::Ask => "ask",
            Handover::HandOver(_) => "hand_over",
            Handover::TakeOver => "take_over",
            Handover::Submit => "submit",
            Handover::Approve => "approve",
            Handover::SendBack => "send_back",
            Handover::Spike(_) => "spike",
            Handover::Unspike => "unspike",
            Handover::Assign(..) => "assign",
            Handover::MoveTo(_) => "move",
            Handover::Step(_) => "step",
        }
    }

    /// The right it asks for.
    pub fn right(&self) -> Right {
        match self {
            Handover::TakeOver
            | Handover::Approve
            | Handover::SendBack
            | Handover::Spike(_)
            | Handover::Unspike
            | Handover::MoveTo(_) => Right::StoriesApprove,
            _ => Right::StoriesWrite,
        }
    }
}

/// Does it. The revision as it stands is kept wherever the copy changes hands or stage.
pub async fn hand(
    conn: &mut Conn<'_>,
    target: StoryRef,
    what: &Handover,
    who: &Actor,
    now: Timestamp,
) -> Result<Story, StoryError> {
    let mut story = store::lock(conn, target).await?.ok_or(StoryError::NotFound)?;
    hand_locked(conn, &mut story, what, who, now).await?;
    Ok(story)
}

/// The same, for a story the caller has locked in this transaction.
pub async fn hand_locked(
    conn: &mut Conn<'_>,
    story: &mut Story,
    what: &Handover,
    who: &Actor,
    now: Timestamp,
) -> Result<(), StoryError> {
    who.must(what.right())?;
    let me = who.person.ok_or(StoryError::NobodyActs)?;
    match what {
        Handover::Claim => claim(story, me, now)?,
        Handover::LetGo => {
            must_hold(story, me, now)?;
            keep(conn, story, who, what, now).await?;
            story.holder = None;
            story.asked_by = None;
        }
        Handover::Ask => match story.held_at(now) {
            Some(holder) if holder != me => story.asked_by = Some(me),
            _ => claim(story, me, now)?,
        },
        Handover::HandOver(to) => {
            must_hold(story, me, now)?;
            keep(conn, story, who, what, now).await?;
            give(story, *to, now);
        }
        Handover::TakeOver => {
            keep(conn, story, who, what, now).await?;
            give(story, me, now);
        }
        Handover::Assign(person, due_at) => {
            story.assigned = *person;
            story.due_at = *due_at;
        }
        Handover::MoveTo(desk) => {
            if desk::find(conn, desk).await?.is_none() {
                return Err(StoryError::UnknownDesk(desk.clone()));
            }
            keep(conn, story, who, what, now).await?;
            story.desk = desk.clone();
            story.step = None;
        }
        Handover::Step(step) => story.step = step.clone(),
        _ => {
            story.stage = next_stage(conn, story, what, who, me).await?;
            story.moved_at = now;
            store::update(conn, story).await?;
            keep(conn, story, who, what, now).await?;
        }
    }
    story.moved_at = now;
    Ok(store::put_hands(conn, story).await?)
}

/// A stage that may follow, by the desk's rule.
async fn next_stage(
    conn: &mut Conn<'_>,
    story: &Story,
    what: &Handover,
    who: &Actor,
    me: PersonId,
) -> Result<Stage, StoryError> {
    let stage = story.stage.clone();
    Ok(match what {
        Handover::Submit => stage.submit(me)?,
        Handover::SendBack => stage.edited()?,
        Handover::Spike(_) if story.version > 0 => return Err(StoryError::AlreadyOut(story.number)),
        Handover::Spike(reason) => stage.spike(reason.clone()),
        Handover::Unspike => stage.unspike(),
        _ => {
            let rule = desk::approval_of(conn, &story.desk).await?;
            // Where nobody must clear it, whoever may does so without handing it in first.
            let stage = if rule == ApprovalRule::Nobody { stage.submit(me)? } else { stage };
            let chief = who.rights.has(Right::StoriesWithdraw);
            stage.approve(rule, me, chief, story.revision)?
        }
    })
}

fn claim(story: &mut Story, me: PersonId, now: Timestamp) -> Result<(), StoryError> {
    if let Some(person) = story.held_at(now).filter(|holder| *holder != me) {
        return Err(StoryError::HeldBy { number: story.number, person });
    }
    story.holder = Some((me, now + HELD));
    if story.asked_by == Some(me) {
        story.asked_by = None;
    }
    Ok(())
}

fn give(story: &mut Story, to: PersonId, now: Timestamp) {
    story.holder = Some((to, now + HELD));
    story.asked_by = None;
}

fn must_hold(story: &Story, me: PersonId, now: Timestamp) -> Result<(), StoryError> {
    match story.held_at(now) {
        Some(person) if person != me => Err(StoryError::HeldBy { number: story.number, person }),
        _ => Ok(()),
    }
}

async fn keep(
    conn: &mut Conn<'_>,
    story: &Story,
    who: &Actor,
    what: &Handover,
    now: Timestamp,
) -> Result<(), StoryError> {
    Ok(store::keep_revision(conn, story, now, who.person, what.as_str()).await?)
}

impl Story {
    /// Who holds it at `now`.
    pub fn held_at(&self, now: Timestamp) -> Option<PersonId> {
        self.holder.filter(|(_, until)| *until > now).map(|(person, _)| person)
    }
}
