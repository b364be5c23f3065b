//! Letters to the newsroom, and reports of mistakes: the page before the form.

use http::StatusCode;
use serde::Serialize;

use super::topic_page::list_trail;
use super::value::{HeadlineLink, Link};
use super::view::{Failure, Framing, View};
use super::{Place, list};
use crate::page_cache::Rendered;

#[derive(Serialize)]
struct FeedbackPage {
    trail: Vec<Link>,
    title: String,
    story: Option<HeadlineLink>,
}

/// `/{lang}/feedback`
pub(super) async fn render(view: View<'_>, place: Place<'_>) -> Result<Rendered, Failure> {
    let path = format!("{}/feedback", place.face.home);
    let title = place.face.text("feedback_title").to_owned();
    let languages = view.languages(place.face, |edition| Some(format!("/{}/feedback", edition.language)));
    page(view, place, &path, title, None, languages)
}

/// `/{lang}/{section}/{slug}-{number}/report`
pub(super) fn report(
    view: View<'_>,
    place: Place<'_>,
    path: &str,
    story: HeadlineLink,
) -> Result<Rendered, Failure> {
    let title = place.face.text("report_button").to_owned();
    let languages = view.fronts(place.face);
    page(view, place, path, title, Some(story), languages)
}

fn page(
    view: View<'_>,
    place: Place<'_>,
    path: &str,
    title: String,
    story: Option<HeadlineLink>,
    languages: Vec<super::value::LanguageLink>,
) -> Result<Rendered, Failure> {
    let mut head = list::head(&view, place, &title, path);
    head.indexed = false;
    let framing = Framing { head, here: String::new(), languages };
    let page = FeedbackPage { trail: list_trail(place), title, story };
    view.page(StatusCode::OK, "feedback_page.html", place.face, framing, page)
}
