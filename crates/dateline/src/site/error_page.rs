//! Pages for addresses without a page, in the language of the edition.

use http::StatusCode;
use serde::Serialize;

use super::face::Face;
use super::old_address;
use super::value::Head;
use super::view::{Failure, Framing, View};
use super::{PageRequest, Place, value};
use crate::page_cache::Rendered;

#[derive(Serialize)]
struct ErrorPage {
    error: ErrorValue,
}

#[derive(Serialize)]
struct ErrorValue {
    title: String,
    text: String,
}

/// An address that means no page: one of the past may lead somewhere, else 404.
pub(super) async fn unknown(
    mut view: View<'_>,
    place: Option<Place<'_>>,
    request: &PageRequest,
) -> Result<Rendered, Failure> {
    if let Some(target) = old_address::find(&mut view, &request.path).await? {
        return Ok(view.moved(&target));
    }
    let trimmed = request.path.trim_end_matches('/');
    if trimmed.len() > 1 && trimmed.len() < request.path.len() && !trimmed.starts_with("//") {
        let trimmed = trimmed.to_owned();
        return Ok(view.moved(&trimmed));
    }
    let default = view.house.default_face().ok_or(Failure::NoEdition)?;
    match place {
        Some(place) => not_found(view, place.face),
        None => not_found(view, &default),
    }
}

/// 404 in the language of `face`.
pub(super) fn not_found(view: View<'_>, face: &Face) -> Result<Rendered, Failure> {
    let title = face.text("not_found_title").to_owned();
    let text = face.text("not_found_text").to_owned();
    let agency = view.agency();
    let pattern = agency.edition(face.language).map_or("{headline}", |edition| &edition.title_pattern);
    let head = Head {
        title: value::title(pattern, &title, &face.name),
        share_title: title.clone(),
        kind: "website",
        ..Head::default()
    };
    let framing = Framing { head, here: String::new(), languages: view.fronts(face) };
    let page = ErrorPage { error: ErrorValue { title, text } };
    view.page(StatusCode::NOT_FOUND, "error_page.html", face, framing, page)
}
