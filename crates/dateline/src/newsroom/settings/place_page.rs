//! One place: its names in each language, country and time zone, with the datelines it makes.

use std::collections::BTreeSet;

use axum::extract::{Path, Query, RawForm, State};
use minijinja::context;
use minijinja::value::merge_maps;
use serde::{Deserialize, Serialize};

use super::super::answer::{Answer, see_other};
use super::super::form::Form;
use super::super::look::filling;
use super::super::on_duty::OnDuty;
use super::super::words::LANGUAGES;
use super::super::{Newsroom, Trouble};
use super::fields::{Draft, Fields};
use super::sheet::{Sent, Sheet};
use crate::edition::{self, AgencyDescription};
use crate::lang::Language;
use crate::people::Right;
use crate::place::{self, OwnPlace, Places};
use crate::publication::{apply_description, forget_place};
use crate::story::dateline::DatelineParts;

/// The sheet of one place; of a new one where nobody knows its key.
struct PlaceSheet(String);

impl PlaceSheet {
    fn of(key: String) -> Result<PlaceSheet, Trouble> {
        let bare = OwnPlace { key: key.clone(), left_out: true, ..OwnPlace::default() };
        bare.check().map(|()| PlaceSheet(key)).map_err(|_| Trouble::NotFound)
    }

    /// The place as it stands, or an empty one.
    fn place(&self, standing: &AgencyDescription) -> OwnPlace {
        let own = standing.places.iter().find(|place| place.key == self.0 && !place.left_out).cloned();
        let built_in = || Places::built_in().of_key(&self.0).map(OwnPlace::of);
        own.or_else(built_in).unwrap_or_else(|| OwnPlace { key: self.0.clone(), ..OwnPlace::default() })
    }
}

/// The languages a place is named in: those of the newsroom and of the editions.
fn languages(standing: &AgencyDescription) -> BTreeSet<String> {
    LANGUAGES.into_iter().map(str::to_owned).chain(standing.editions.keys().cloned()).collect()
}

impl Sheet for PlaceSheet {
    fn fields(&self, standing: &AgencyDescription) -> Fields {
        let place = self.place(standing);
        let mut fields =
            Fields::from([("country".to_owned(), place.country), ("zone".to_owned(), place.zone)]);
        for tag in languages(standing).into_iter().chain(place.names.keys().cloned()) {
            let name = place.names.get(&tag).cloned().unwrap_or_default();
            fields.insert(format!("name.{tag}"), name);
        }
        fields
    }

    fn put(&self, standing: &mut AgencyDescription, typed: &Fields) {
        let value = |name: &str| typed.get(name).cloned().unwrap_or_default();
        let names = typed.iter().filter(|(_, value)| !value.is_empty());
        let names =
            names.filter_map(|(name, value)| Some((name.strip_prefix("name.")?.to_owned(), value.clone())));
        let place = OwnPlace {
            key: self.0.clone(),
            country: value("country"),
            zone: value("zone"),
            names: names.collect(),
            left_out: false,
        };
        standing.places.retain(|standing| standing.key != self.0);
        standing.places.push(place);
    }

    fn field_of(&self, at: &str) -> Option<String> {
        at.strip_prefix(&format!("place.{}.", self.0)).map(str::to_owned)
    }
}

/// What the page is told besides.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct PlaceQuery {
    name: String,
    said: String,
}

#[derive(Serialize)]
struct NameRow {
    tag: String,
    dir: &'static str,
    language: String,
}

#[derive(Serialize)]
struct Written {
    tag: String,
    dir: &'static str,
    dateline: String,
}

/// `GET /newsroom/settings/places/{key}`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(key): Path<String>,
    Query(query): Query<PlaceQuery>,
) -> Answer {
    let sheet = PlaceSheet::of(key)?;
    let (standing, mut sent) = room.opened(&who, &sheet).await?;
    let named =
        |fields: &Fields| fields.iter().any(|(name, value)| name.starts_with("name.") && !value.is_empty());
    if !query.name.is_empty() && !named(&sent.draft.typed) {
        let field = format!("name.{}", who.visitor.language);
        sent.draft.typed.insert(field, query.name.trim().to_owned());
    }
    page(&room, &who, &sheet, &standing, &sent, &query.said).await
}

/// `POST /newsroom/settings/places/{key}`: saved, taken out of the list, or shown again with its datelines.
pub(super) async fn submit(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(key): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    let (sheet, form) = (PlaceSheet::of(key)?, Form::read(&body)?);
    match form.line("do").as_str() {
        "look" => {
            let (drafted, sent) = room.drafted(&who, &sheet, &form).await?;
            return page(&room, &who, &sheet, &drafted, &sent, "").await;
        }
        "leave_out" => return leave_out(&room, &who, &sheet).await,
        _ => {}
    }
    match room.saved(&who, &sheet, &form).await? {
        None => Ok(see_other(&format!("/newsroom/settings/places/{}?said=saved", sheet.0))),
        Some(sent) => page(&room, &who, &sheet, &room.standing().await?, &sent, "").await,
    }
}

async fn leave_out(room: &Newsroom, who: &OnDuty, sheet: &PlaceSheet) -> Answer {
    who.actor().must(Right::Admin)?;
    room.act(0, &(who, sheet), |act, &(who, sheet)| {
        Box::pin(async move {
            let mut standing = edition::describe(&mut act.conn()).await?;
            standing.places.retain(|place| place.key != sheet.0);
            let out = OwnPlace { key: sheet.0.clone(), left_out: true, ..OwnPlace::default() };
            standing.places.push(out);
            apply_description(act, &who.actor(), &standing).await?;
            Ok(())
        })
    })
    .await?;
    Ok(see_other("/newsroom/settings/places?said=done"))
}

/// `POST /newsroom/settings/places/{key}/forget`: nothing of the agency's own stands any more.
pub(super) async fn forget(State(room): State<Newsroom>, who: OnDuty, Path(key): Path<String>) -> Answer {
    who.actor().must(Right::Admin)?;
    let sheet = PlaceSheet::of(key)?;
    room.act(0, &(&who, &sheet.0), |act, &(who, key)| {
        Box::pin(async move {
            let own = place::store::own(&mut act.conn()).await?;
            own.iter().find(|place| place.key == *key).ok_or(Trouble::NotFound)?;
            Ok(forget_place(act, &who.actor(), key).await?)
        })
    })
    .await?;
    Ok(see_other("/newsroom/settings/places?said=done"))
}

/// What datelines would read today, edition by edition.
async fn written(
    room: &Newsroom,
    sheet: &PlaceSheet,
    draft: &Draft,
    drafted: &AgencyDescription,
) -> Result<Vec<Written>, Trouble> {
    let mut drafted = drafted.clone();
    sheet.put(&mut drafted, &draft.typed);
    let mut snapshot = room.publication.db.snapshot().await?;
    let agency = edition::draft(&mut snapshot.conn(), &drafted).await?;
    drop(snapshot);
    let Some(place) = agency.places.of_key(&sheet.0) else { return Ok(Vec::new()) };
    let country = agency.places.country_of(place);
    let date = room.publication.clock.now().to_zoned(place.zone()).date();
    let lines = agency.editions.iter().map(|edition| Written {
        tag: edition.language.to_string(),
        dir: edition.language.direction().as_str(),
        dateline: edition.dateline_pattern.render(&DatelineParts {
            places: &[place.name(edition.language)],
            country: country.map(|country| country.name(edition.language)),
            date: Some(date),
            source: Some(&edition.name),
        }),
    });
    Ok(lines.collect())
}

async fn page(
    room: &Newsroom,
    who: &OnDuty,
    sheet: &PlaceSheet,
    standing: &AgencyDescription,
    sent: &Sent,
    said: &str,
) -> Answer {
    let built_in = Places::built_in();
    let language = who.visitor.language;
    let mut countries: Vec<(&str, &str)> =
        built_in.countries().map(|country| (country.code(), country.name(language))).collect();
    countries.sort_by_key(|(_, name)| *name);
    let names = sent.draft.typed.keys().filter_map(|field| {
        let tag = Language::parse(field.strip_prefix("name.")?).ok()?;
        let (dir, language) = (tag.direction().as_str(), tag.native_name().to_owned());
        Some(NameRow { tag: tag.to_string(), dir, language })
    });
    let kept = room.standing().await?.places.into_iter().find(|place| place.key == sheet.0);
    let own = context! {
        key => sheet.0.as_str(),
        countries => filling(countries),
        names => filling(names.collect::<Vec<_>>()),
        written => filling(written(room, sheet, &sent.draft, standing).await?),
        own => kept.is_some(),
        left_out => kept.is_some_and(|place| place.left_out),
        built_in => built_in.of_key(&sheet.0).is_some(),
    };
    let own = merge_maps([own, sent.filling()]);
    room.settings_page(who, sent.status(), ("place.html", "places"), said, own).await
}
