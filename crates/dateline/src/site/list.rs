//! What pages that list stories share: cards, the way on, and the head.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::Place;
use super::address::Cursor;
use super::store::{self, Listed, Runs};
use super::value::{Alternate, CardValue, Head, HeadLink, Pager};
use super::view::{Failure, View};
use crate::story::touch;

/// Stories on one page of a list.
pub(super) const A_PAGE: usize = 24;

/// One page of a list.
pub(super) struct Slice {
    pub cards: Vec<CardValue>,
    pub pager: Pager,
}

/// Reads the page of `list` that the request's cursor asks for. `path` is the list's own address.
pub(super) async fn slice(
    view: &mut View<'_>,
    place: Place<'_>,
    list: &str,
    runs: Runs,
    cursor: Cursor,
    path: &str,
) -> Result<Slice, Failure> {
    let mut listed = store::listed(&mut view.conn(), list, runs, cursor, Timestamp::MIN, A_PAGE + 1).await?;
    let more = listed.len() > A_PAGE;
    listed.truncate(A_PAGE);
    let older = listed.last().filter(|_| more).map(|last| format!("{path}?before={}", last.cursor()));
    let newest = (cursor != Cursor::NEWEST).then(|| path.to_owned());
    Ok(Slice { cards: cards(view, place, &listed), pager: Pager { newest, older } })
}

/// The cards of stories, whose pictures the page then depends on.
pub(super) fn cards(view: &mut View<'_>, place: Place<'_>, listed: &[Listed]) -> Vec<CardValue> {
    let agency = view.agency();
    let pictures: BTreeSet<&str> =
        listed.iter().filter_map(|story| story.card.picture.as_ref()).map(|p| p.public.as_str()).collect();
    pictures.into_iter().for_each(|public| view.on(touch::media(public)));
    listed.iter().map(|story| CardValue::of(&agency, place.edition, place.face, story)).collect()
}

/// Leaves the section out of cards that stand under its name.
pub(super) fn of_section(mut cards: Vec<CardValue>, key: &str) -> Vec<CardValue> {
    for card in &mut cards {
        card.section.take_if(|section| section.key == key);
    }
    cards
}

/// The address of a list from `cursor` on: further pages are addresses of their own.
pub(super) fn address(path: &str, cursor: Cursor) -> String {
    match cursor {
        Cursor::NEWEST => path.to_owned(),
        cursor => format!("{path}?before={cursor}"),
    }
}

/// The head of a page that is no story.
pub(super) fn head(view: &View<'_>, place: Place<'_>, name: &str, path: &str) -> Head {
    let agency = view.agency();
    Head {
        title: place.title(name),
        share_title: name.to_owned(),
        indexed: true,
        canonical: Some(format!("{}{path}", agency.origin)),
        path: path.to_owned(),
        kind: "website",
        ..Head::default()
    }
}

/// The feeds of the edition, a section or a topic, at their list's address.
pub(super) fn feeds(name: &str, path: &str) -> Vec<HeadLink> {
    [
        ("application/rss+xml", "feed.xml"),
        ("application/atom+xml", "atom.xml"),
        ("application/feed+json", "feed.json"),
    ]
    .into_iter()
    .map(|(kind, file)| HeadLink { kind, title: Some(name.to_owned()), href: format!("{path}/{file}") })
    .collect()
}

/// `hreflang` of a page that is there in the editions of `addresses`, tag and path each; nothing where it is there
/// in one only.
pub(super) fn alternates(
    view: &View<'_>,
    addresses: &[(String, String)],
    other: Option<&str>,
) -> Vec<Alternate> {
    let agency = view.agency();
    if addresses.len() < 2 {
        return Vec::new();
    }
    let address =
        |tag: &str, path: &str| Alternate { tag: tag.to_owned(), href: format!("{}{path}", agency.origin) };
    let usual = addresses.iter().find(|(tag, _)| *tag == agency.default_language.as_str());
    let fallback = other.or_else(|| usual.or(addresses.first()).map(|(_, path)| path.as_str()));
    let mut all: Vec<Alternate> = addresses.iter().map(|(tag, path)| address(tag, path)).collect();
    all.extend(fallback.map(|path| address("x-default", path)));
    all
}
