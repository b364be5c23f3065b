//! A flash: a headline alone, out in every chosen language at once, and the draft that goes on from it.

use jiff::Timestamp;

use super::publish::{Origin, publish};
use super::{
    Change, Group, Handover, NewStory, Order, Story, StoryAct, StoryCopy, StoryError, create, hand_locked,
};
use crate::db::Conn;
use crate::desk::DeskKey;
use crate::edition::Agency;
use crate::ids::GroupId;
use crate::lang::Language;
use crate::people::Actor;

/// The urgency of a flash, and that of the first lead after it.
const FLASH: u8 = 1;
const FIRST_LEAD: u8 = 2;

/// A flash to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct Flash {
    /// The group of its languages. Whoever sends chooses it, so that the same flash is not sent twice.
    pub group: GroupId,
    /// Its desk.
    pub desk: DeskKey,
    /// Key of its section.
    pub section: String,
    /// Working name of the running story it begins.
    pub slugline: Option<String>,
    /// A headline in each language, the sender's own first; at least one.
    pub headlines: Vec<(Language, String)>,
}

/// A flash that is out.
#[derive(Clone, Debug, PartialEq)]
pub struct Flashed {
    /// One story a language.
    pub flashes: Vec<Story>,
    /// The drafts that go on from them, the first held by the sender.
    pub leads: Vec<Story>,
    /// What is to be written into the log.
    pub changes: Vec<Change>,
}

/// Releases a flash in all its languages and begins its first lead. No desk's approval is waited for.
pub async fn flash(
    conn: &mut Conn<'_>,
    agency: &Agency,
    flash: &Flash,
    who: &Actor,
    now: Timestamp,
) -> Result<Flashed, StoryError> {
    let order = Order::new(StoryAct::Release);
    who.must(order.act.right())?;
    let mut sent = Flashed { flashes: Vec::new(), leads: Vec::new(), changes: Vec::new() };
    for (language, headline) in &flash.headlines {
        let copy = StoryCopy {
            urgency: FLASH,
            slugline: flash.slugline.clone(),
            translation_of: sent.flashes.first().map(|first: &Story| first.number.get()),
            translation_of_version: sent.flashes.first().map(|first| first.version),
            ..StoryCopy::new(flash.section.clone(), headline.clone())
        };
        let group = Group::Of(flash.group);
        let new = NewStory { language: *language, uri: None, number: None, group, copy };
        let mut story = create::draft(conn, agency, new, flash.desk.clone(), who, now).await?;
        let changes = publish(conn, agency, &mut story, Origin::New(group), &order, who, now).await?;
        sent.changes.extend(changes);
        sent.flashes.push(story);
    }
    begin_leads(conn, agency, flash, &mut sent, who, now).await?;
    Ok(sent)
}

/// The drafts of the first lead: what was flashed, to be written on. The sender holds the first; colleagues take the
/// others.
async fn begin_leads(
    conn: &mut Conn<'_>,
    agency: &Agency,
    flash: &Flash,
    sent: &mut Flashed,
    who: &Actor,
    now: Timestamp,
) -> Result<(), StoryError> {
    let mut group = Group::New;
    for flashed in &sent.flashes {
        let copy = StoryCopy {
            urgency: FIRST_LEAD,
            slugline: flash.slugline.as_ref().map(|slugline| format!("{slugline}/lead")),
            follows: Some(flashed.number.get()),
            translation_of: sent.leads.first().map(|first| first.number.get()),
            ..StoryCopy::new(flash.section.clone(), flashed.copy.headline.clone())
        };
        let new = NewStory { language: flashed.language, uri: None, number: None, group, copy };
        let mut lead = create::create_at(conn, agency, new, flash.desk.clone(), who, now).await?;
        if sent.leads.is_empty() && who.person.is_some() {
            hand_locked(conn, &mut lead, &Handover::Claim, who, now).await?;
        }
        group = Group::Of(lead.group);
        sent.leads.push(lead);
    }
    Ok(())
}
