//! What stands in place of a story that was withdrawn.

use http::StatusCode;
use serde::Serialize;

use super::face::Moment;
use super::value::{Head, HeadlineLink, Link};
use super::view::{Failure, Framing, View};
use super::{Place, section_page, store};
use crate::ids::StoryNumber;
use crate::page_cache::Rendered;
use crate::story::{Release, ReleasedStory, touch};

#[derive(Serialize)]
struct WithdrawnPage {
    trail: Vec<Link>,
    notice: NoticeValue,
}

#[derive(Serialize)]
struct NoticeValue {
    title: String,
    text: String,
    headline: Option<String>,
    reason: Option<String>,
    time: Moment,
    substitute: Option<HeadlineLink>,
}

/// 404 with a notice, 410 or 451, as the state has it.
pub(super) async fn render(
    mut view: View<'_>,
    place: Place<'_>,
    story: &ReleasedStory,
) -> Result<Rendered, Failure> {
    let face = place.face;
    let (title, text) = match story.state {
        Release::Killed => ("killed_title", "killed_text"),
        Release::TakenDown => ("takedown_title", "takedown_text"),
        Release::Unpublished => ("unpublished_title", "unpublished_text"),
        _ => ("held_title", "held_text"),
    };
    let notice = story.page.notice.clone().unwrap_or_default();
    let substitute = match notice.substitute.and_then(StoryNumber::new) {
        Some(number) => {
            view.on(touch::story(number));
            store::linked(&mut view.conn(), number).await?
        }
        None => None,
    };
    // Only a kill tells what the story said it was and why it is gone.
    let killed = story.state == Release::Killed;
    let title = face.text(title).to_owned();
    let page = WithdrawnPage {
        trail: section_page::trail(&view, place, &story.section),
        notice: NoticeValue {
            title: title.clone(),
            text: face.text(text).to_owned(),
            headline: Some(story.page.headline.clone()).filter(|text| killed && !text.is_empty()),
            reason: notice.reason.filter(|_| killed),
            time: face.moment(notice.since),
            substitute: substitute.map(|linked| HeadlineLink::of(&view.house.agency, &linked)),
        },
    };
    let head = Head { title: place.title(&title), share_title: title, kind: "website", ..Head::default() };
    let framing = Framing { head, here: story.section.clone(), languages: view.fronts(face) };
    let status = StatusCode::from_u16(story.state.http_status()).unwrap_or(StatusCode::NOT_FOUND);
    view.page(status, "withdrawn_page.html", face, framing, page)
}
