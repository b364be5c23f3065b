//! The front of an edition: the lead, what is pinned, the day's news, and the newest of each section.

use std::collections::BTreeSet;

use http::StatusCode;
use jiff::Timestamp;
use serde::Serialize;

use super::address::Cursor;
use super::store::{self, Listed, Runs};
use super::value::{CardValue, ShareImage};
use super::view::{Failure, Framing, View};
use super::{Place, json_ld, list};
use crate::front;
use crate::ids::StoryNumber;
use crate::page_cache::Rendered;
use crate::story::touch;

/// Stories of the day's list.
const WIRE: usize = 15;
/// Stories the lead and those beside it are chosen from.
const CHOICE: usize = 12;
/// Stories beside the lead.
const TOPS: usize = 4;
/// Stories of a section.
const A_DESK: usize = 5;
/// How long a flash or an urgent story keeps its line at the head, unless another takes its place.
const BREAKING_SECONDS: i64 = 6 * 3600;

#[derive(Serialize)]
struct FrontPage {
    today: String,
    breaking: Option<CardValue>,
    lead: Option<CardValue>,
    tops: Vec<CardValue>,
    days: Vec<DayValue>,
    desks: Vec<DeskValue>,
}

#[derive(Serialize)]
struct DayValue {
    name: String,
    href: String,
    cards: Vec<CardValue>,
}

#[derive(Serialize)]
struct DeskValue {
    key: String,
    name: String,
    href: String,
    lead: CardValue,
    cards: Vec<CardValue>,
}

/// `/{lang}`
pub(super) async fn render(mut view: View<'_>, place: Place<'_>) -> Result<Rendered, Failure> {
    let language = place.edition.language;
    view.on(touch::front(language));
    let list = language.to_string();
    let newest =
        store::listed(&mut view.conn(), &list, Runs::Newest, Cursor::NEWEST, Timestamp::MIN, WIRE).await?;
    let breaking = breaking(&mut view, &newest).await?;
    let heads = heads(&mut view, place, &newest, breaking.as_ref()).await?;
    let mut shown: BTreeSet<StoryNumber> = heads.iter().map(|story| story.number).collect();
    let desks = desks(&mut view, place, &mut shown).await?;
    let mut heads = list::cards(&mut view, place, &heads).into_iter();
    let today = place.face.date(view.now);
    if let Ok(tomorrow) = today.tomorrow() {
        view.until(place.face.begins(tomorrow));
    }
    let page = FrontPage {
        today: place.face.today(today),
        breaking: breaking.map(|story| list::cards(&mut view, place, &[story]).remove(0)),
        lead: heads.next(),
        tops: heads.collect(),
        days: days(&mut view, place, newest),
        desks,
    };
    let framing = framing(&view, place, page.lead.as_ref());
    view.page(StatusCode::OK, "front_page.html", place.face, framing, page)
}

/// The newest flash or urgent story of the last hours, unless it was published elsewhere before.
async fn breaking(view: &mut View<'_>, newest: &[Listed]) -> Result<Option<Listed>, Failure> {
    let ends = |story: &Listed| story.at.as_microsecond() + BREAKING_SECONDS * 1_000_000;
    let now = view.now.as_microsecond();
    for story in newest.iter().filter(|story| story.urgency <= 2 && now < ends(story)) {
        if !store::was_imported(&mut view.conn(), story.number).await? {
            view.until(crate::clock::instant(ends(story)));
            return Ok(Some(story.clone()));
        }
    }
    Ok(None)
}

/// The lead and the stories beside it: as arranged, filled up with the most urgent of the newest.
/// What stands on the breaking line already is not chosen again.
async fn heads(
    view: &mut View<'_>,
    place: Place<'_>,
    newest: &[Listed],
    breaking: Option<&Listed>,
) -> Result<Vec<Listed>, Failure> {
    let language = place.edition.language;
    let arranged = front::arrangement(&mut view.conn(), language).await?;
    let mut heads: Vec<Listed> = Vec::new();
    let mut led = false;
    for (place, pin) in arranged.pins().enumerate() {
        view.on(touch::story(pin.number));
        let story = store::pinned(&mut view.conn(), language, pin.number).await?;
        if let Some(story) = story.filter(|story| heads.iter().all(|other| other.number != story.number)) {
            // A newer story of its run stands in its place.
            view.on(touch::story(story.number));
            led |= place == 0 && arranged.lead.is_some();
            heads.push(story);
        }
    }
    let mut rest: Vec<&Listed> = newest
        .iter()
        .take(CHOICE)
        .filter(|story| breaking.is_none_or(|breaking| breaking.number != story.number))
        .filter(|story| heads.iter().all(|other| other.number != story.number))
        .collect();
    // Pictures first, then urgency; among equals the newest, in which order they came.
    rest.sort_by_key(|story| (story.card.picture.is_none(), story.urgency.min(5)));
    let mut rest = rest.into_iter().cloned();
    if !led && let Some(lead) = rest.next() {
        heads.insert(0, lead);
    }
    if heads.is_empty() {
        heads.extend(breaking.cloned());
    }
    let free = (TOPS + 1).saturating_sub(heads.len());
    // Beside the lead, the newest come first again.
    let mut beside: Vec<Listed> = rest.take(free).collect();
    beside.sort_by_key(|story| std::cmp::Reverse((story.at, story.number)));
    heads.extend(beside);
    Ok(heads)
}

async fn desks(
    view: &mut View<'_>,
    place: Place<'_>,
    shown: &mut BTreeSet<StoryNumber>,
) -> Result<Vec<DeskValue>, Failure> {
    let agency = view.agency();
    let language = place.edition.language;
    let mut desks = Vec::new();
    for section in agency.sections.iter().filter(|section| section.parent.is_none()) {
        let Some(named) = place.edition.sections.get(&section.key) else { continue };
        let list = format!("{language}/section/{}", section.key);
        let mut stories = store::listed(
            &mut view.conn(),
            &list,
            Runs::Newest,
            Cursor::NEWEST,
            Timestamp::MIN,
            A_DESK + TOPS + 1,
        )
        .await?;
        stories.retain(|story| !shown.contains(&story.number));
        stories.truncate(A_DESK);
        // A picture leads, where one of the newest has one.
        if let Some(pictured) = stories.iter().take(3).position(|story| story.card.picture.is_some()) {
            let lead = stories.remove(pictured);
            stories.insert(0, lead);
        }
        shown.extend(stories.iter().map(|story| story.number));
        let mut cards = list::of_section(list::cards(view, place, &stories), &section.key).into_iter();
        let Some(lead) = cards.next() else { continue };
        desks.push(DeskValue {
            key: section.key.clone(),
            name: named.name.clone(),
            href: format!("/{language}/{}", named.slug),
            lead,
            cards: cards.collect(),
        });
    }
    Ok(desks)
}

/// The newest stories by day.
fn days(view: &mut View<'_>, place: Place<'_>, newest: Vec<Listed>) -> Vec<DayValue> {
    let mut days: Vec<(jiff::civil::Date, Vec<Listed>)> = Vec::new();
    for story in newest {
        let day = place.face.date(story.at);
        match days.last_mut() {
            Some((last, stories)) if *last == day => stories.push(story),
            _ => days.push((day, vec![story])),
        }
    }
    let day = |(day, stories): (jiff::civil::Date, Vec<Listed>)| DayValue {
        name: place.face.day(day),
        href: place.face.day_path(day),
        cards: list::cards(view, place, &stories),
    };
    days.into_iter().map(day).collect()
}

fn framing(view: &View<'_>, place: Place<'_>, lead: Option<&CardValue>) -> Framing {
    let agency = view.agency();
    let face = place.face;
    let name = face.format("feed_title", &[("agency", face.name.as_str().into())]);
    let mut head = list::head(view, place, &name, &face.home);
    head.title = name.clone();
    head.description = Some(face.format("feed_description", &[("agency", face.name.as_str().into())]));
    head.links = list::feeds(&name, &face.home);
    let picture = lead.and_then(|lead| lead.picture.as_ref());
    head.image = picture.map(|picture| ShareImage::of(&agency, picture));
    let there: Vec<(String, String)> = agency
        .editions
        .iter()
        .map(|edition| (edition.language.to_string(), format!("/{}", edition.language)))
        .collect();
    head.alternates = list::alternates(view, &there, Some("/"));
    head.json_ld = Some(json_ld::organisation(&agency, place));
    Framing { head, here: String::new(), languages: view.fronts(face) }
}
