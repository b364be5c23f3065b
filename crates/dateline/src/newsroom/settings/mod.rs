//! The agency's settings: what it is called and where it is, its editions, sections, texts and places.
//!
//! Every page is a sheet: fields over what stands, which can be looked at as readers would see it before anything is
//! saved. Saving goes through the verbs of `dateline apply`; a sheet that others have overtaken is refused with what they
//! changed, and keeps what was typed.

mod agency_page;
mod edition_page;
mod editions_page;
pub(super) mod fault_words;
mod fields;
mod merge_page;
mod place_page;
mod places_page;
mod preview;
mod redirects;
mod samples;
mod section_page;
mod sections_page;
mod sheet;
mod texts_page;

use axum::Router;
use axum::routing::{get, post};

use super::Newsroom;

/// The routes under `/newsroom/settings`.
pub(super) fn routes() -> Router<Newsroom> {
    Router::new()
        .route("/newsroom/settings", get(agency_page::show).post(agency_page::submit))
        .route("/newsroom/settings/preview", post(agency_page::preview))
        .route("/newsroom/settings/editions", get(editions_page::show).post(editions_page::add))
        .route("/newsroom/settings/editions/{language}", get(edition_page::show).post(edition_page::submit))
        .route("/newsroom/settings/editions/{language}/preview", post(edition_page::preview))
        .route("/newsroom/settings/editions/{language}/samples", post(edition_page::samples))
        .route("/newsroom/settings/sections", get(sections_page::show).post(sections_page::add))
        .route("/newsroom/settings/sections/{key}", get(section_page::show).post(section_page::submit))
        .route("/newsroom/settings/sections/{key}/move", post(sections_page::shift))
        .route("/newsroom/settings/sections/{key}/preview", post(section_page::preview))
        .route("/newsroom/settings/sections/{key}/take-out", post(section_page::take_out))
        .route("/newsroom/settings/sections/{key}/merge", get(merge_page::show).post(merge_page::merge))
        .route("/newsroom/settings/texts/{language}", get(texts_page::show).post(texts_page::submit))
        .route("/newsroom/settings/texts/{language}/preview", post(texts_page::preview))
        .route("/newsroom/settings/places", get(places_page::show))
        .route("/newsroom/settings/places/{key}", get(place_page::show).post(place_page::submit))
        .route("/newsroom/settings/places/{key}/forget", post(place_page::forget))
}
