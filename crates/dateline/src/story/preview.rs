//! The public page as an act would leave it: nothing is written.

use jiff::Timestamp;

use super::redact::Redaction;
use super::{
    Lifting, Notice, Order, Release, ReleasedPage, ReleasedStory, Story, StoryAct, StoryError, preview,
    publish,
};
use crate::correction::CorrectionNote;
use crate::db::Conn;

/// What readers would find at the story's address after `order`.
pub async fn preview_of(
    conn: &mut Conn<'_>,
    story: &Story,
    order: &Order,
    now: Timestamp,
) -> Result<ReleasedStory, StoryError> {
    let last = publish::last_copy(conn, story).await?;
    let withdraws = !matches!(order.act.leads_to(), Release::Public | Release::Advanced);
    if withdraws {
        let mut shown = preview(conn, story, now).await?;
        let headline = last.filter(|_| order.act == StoryAct::Kill).map(|copy| copy.headline);
        let reason = match order.act {
            StoryAct::Kill => order.public_note.clone().or_else(|| order.reason.clone()),
            _ => order.public_note.clone(),
        };
        let notice = Notice { reason, substitute: order.substitute, since: now, lists: Vec::new() };
        shown.state = order.act.leads_to();
        shown.page = ReleasedPage {
            headline: headline.unwrap_or_default(),
            notice: Some(notice),
            ..ReleasedPage::default()
        };
        return Ok(shown);
    }
    let mut story = story.clone();
    match (order.act, last) {
        (StoryAct::Lift, Some(last)) if order.lifting == Some(Lifting::AsItWas) => story.copy = last,
        (StoryAct::Release, Some(last)) if story.release == Release::Advanced => story.copy = last,
        (StoryAct::Redact, Some(last)) => {
            story.copy = last;
            Redaction::of(order).copy(&mut story.copy);
        }
        _ => {}
    }
    let mut shown = preview(conn, &story, now).await?;
    let corrects = order.act == StoryAct::Correction || order.lifting == Some(Lifting::Corrected);
    if let Some(note) = order.public_note.clone().or_else(|| order.editor_note.clone()).filter(|_| corrects) {
        shown.page.corrections.insert(0, CorrectionNote { version: story.version + 1, at: now, note });
    }
    Ok(shown)
}
