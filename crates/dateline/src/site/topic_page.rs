//! A topic: its stories, the newest first.

use http::StatusCode;
use serde::Serialize;

use super::store::Runs;
use super::value::{CardValue, Link, Pager};
use super::view::{Failure, Framing, View};
use super::{Place, error_page, list};
use crate::page_cache::Rendered;
use crate::story::{self, touch};

#[derive(Serialize)]
struct TopicPage {
    trail: Vec<Link>,
    topic: String,
    cards: Vec<CardValue>,
    pager: Pager,
}

/// `/{lang}/topics/{topic}`
pub(super) async fn render(mut view: View<'_>, place: Place<'_>, slug: &str) -> Result<Rendered, Failure> {
    let language = place.edition.language;
    view.on(touch::topic(language, slug));
    let (Some(cursor), Some(topic)) =
        (place.cursor(), story::topic_name(&mut view.conn(), language, slug).await?)
    else {
        return error_page::unknown(view, Some(place), place.request).await;
    };
    let path = format!("{}/topics/{slug}", place.face.home);
    let name = format!("{language}/topic/{slug}");
    let slice = list::slice(&mut view, place, &name, Runs::Whole, cursor, &path).await?;
    let mut head = list::head(&view, place, &topic, &list::address(&path, cursor));
    head.links = list::feeds(&format!("{}: {topic}", place.face.name), &path);
    // A list without stories is there for those who followed it, not for search engines.
    head.indexed = !slice.cards.is_empty();
    let framing = Framing { head, here: String::new(), languages: view.fronts(place.face) };
    let trail = list_trail(place);
    let page = TopicPage { trail, topic, cards: slice.cards, pager: slice.pager };
    view.page(StatusCode::OK, "topic_page.html", place.face, framing, page)
}

/// The way to a page right behind the front.
pub(super) fn list_trail(place: Place<'_>) -> Vec<Link> {
    vec![Link { name: place.face.text("homepage").to_owned(), href: place.face.home.clone() }]
}
