//! An author: their stories, the newest first.

use http::StatusCode;
use serde::Serialize;

use super::store::{self, Runs};
use super::topic_page::list_trail;
use super::value::{CardValue, Link, Pager};
use super::view::{Failure, Framing, View};
use super::{Place, error_page, list};
use crate::page_cache::Rendered;
use crate::story::touch;

#[derive(Serialize)]
struct AuthorPage {
    trail: Vec<Link>,
    author: String,
    cards: Vec<CardValue>,
    pager: Pager,
}

/// `/{lang}/authors/{author}`
pub(super) async fn render(mut view: View<'_>, place: Place<'_>, slug: &str) -> Result<Rendered, Failure> {
    let language = place.edition.language;
    view.on(touch::author(language, slug));
    let names = store::author(&mut view.conn(), slug).await?;
    let name = names.iter().find(|(in_language, _)| *in_language == language);
    let (Some(cursor), Some((_, name))) = (place.cursor(), name) else {
        return error_page::unknown(view, Some(place), place.request).await;
    };
    let author = name.clone();
    let path = format!("{}/authors/{slug}", place.face.home);
    let in_list = format!("{language}/author/{slug}");
    let slice = list::slice(&mut view, place, &in_list, Runs::Whole, cursor, &path).await?;
    let mut head = list::head(&view, place, &author, &list::address(&path, cursor));
    head.indexed = !slice.cards.is_empty();
    head.kind = "profile";
    let languages = view.languages(place.face, |edition| {
        let known = names.iter().any(|(language, _)| *language == edition.language);
        known.then(|| format!("/{}/authors/{slug}", edition.language))
    });
    let framing = Framing { head, here: String::new(), languages };
    let page = AuthorPage { trail: list_trail(place), author, cards: slice.cards, pager: slice.pager };
    view.page(StatusCode::OK, "author_page.html", place.face, framing, page)
}
