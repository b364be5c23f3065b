//! A section: its stories, the newest first.

use http::StatusCode;
use serde::Serialize;

use super::address::Cursor;
use super::store::Runs;
use super::value::{CardValue, Link, Pager, SectionLink};
use super::view::{Failure, Framing, View};
use super::{Place, error_page, list};
use crate::edition::Agency;
use crate::page_cache::Rendered;
use crate::story::{YOUNG_SECONDS, touch};

#[derive(Serialize)]
struct SectionPage {
    trail: Vec<Link>,
    section: SectionLink,
    children: Vec<SectionLink>,
    cards: Vec<CardValue>,
    pager: Pager,
}

/// `/{lang}/{section}`
pub(super) async fn render(mut view: View<'_>, place: Place<'_>, slug: &str) -> Result<Rendered, Failure> {
    let Some(cursor) = place.cursor() else { return error_page::not_found(view, place.face) };
    let Some((key, shown)) = place.edition.section_by_slug(slug) else {
        return elsewhere(view, place, slug).await;
    };
    let (key, language) = (key.to_owned(), place.edition.language);
    // Behind what is young, only what happens to older stories can change this page.
    let young_from = view.now.as_microsecond() - YOUNG_SECONDS * 1_000_000;
    match cursor.at < young_from {
        true => view.on(touch::past(language, &key)),
        false => view.on(touch::section(language, &key)),
    }
    let path = format!("/{language}/{}", shown.slug);
    let name = format!("{language}/section/{key}");
    let slice = list::slice(&mut view, place, &name, Runs::Newest, cursor, &path).await?;
    let agency = view.agency();
    let children = agency.sections.iter().filter(|section| section.parent.as_deref() == Some(&key));
    let children = children.filter(|section| place.edition.sections.contains_key(&section.key));
    let page = SectionPage {
        trail: trail(&view, place, &key),
        section: SectionLink::of(place.edition, &key),
        children: children.map(|section| SectionLink::of(place.edition, &section.key)).collect(),
        cards: list::of_section(slice.cards, &key),
        pager: slice.pager,
    };
    let framing = framing(&view, place, &key, cursor, &page.section);
    view.page(StatusCode::OK, "section_page.html", place.face, framing, page)
}

fn framing(view: &View<'_>, place: Place<'_>, key: &str, cursor: Cursor, section: &SectionLink) -> Framing {
    let mut head = list::head(view, place, &section.name, &list::address(&section.href, cursor));
    head.links = list::feeds(&format!("{}: {}", place.face.name, section.name), &section.href);
    let agency = view.agency();
    let editions = agency.editions.iter();
    let there: Vec<(String, String)> = editions
        .filter_map(|edition| {
            let slug = &edition.sections.get(key)?.slug;
            Some((edition.language.to_string(), format!("/{}/{slug}", edition.language)))
        })
        .collect();
    if cursor == Cursor::NEWEST {
        head.alternates = list::alternates(view, &there, None);
    }
    let languages = view.languages(place.face, |edition| {
        there.iter().find(|(tag, _)| tag == edition.language.as_str()).map(|(_, path)| path.clone())
    });
    Framing { head, here: key.to_owned(), languages }
}

/// The way from the front to a section.
pub(super) fn trail(view: &View<'_>, place: Place<'_>, key: &str) -> Vec<Link> {
    trail_of(&view.agency(), place, key)
}

/// The same, given the agency.
pub(super) fn trail_of(agency: &Agency, place: Place<'_>, key: &str) -> Vec<Link> {
    let mut trail =
        vec![Link { name: place.face.text("homepage").to_owned(), href: place.face.home.clone() }];
    let line = agency.lineage(key).into_iter().rev();
    trail.extend(line.map(|key| {
        let SectionLink { name, href, .. } = SectionLink::of(place.edition, key);
        Link { name, href }
    }));
    trail
}

/// A slug the section once had leads to where it is now.
async fn elsewhere(view: View<'_>, place: Place<'_>, slug: &str) -> Result<Rendered, Failure> {
    let key = place.edition.past_slugs.get(slug).map(String::as_str);
    match key.and_then(|key| place.edition.sections.get(key)) {
        Some(section) => Ok(view.moved(&format!("/{}/{}", place.edition.language, section.slug))),
        None => error_page::unknown(view, Some(place), place.request).await,
    }
}
