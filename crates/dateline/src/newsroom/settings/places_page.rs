//! The places datelines name: searched, added to, and which of them are the agency's own.

use axum::extract::{Query, State};
use minijinja::context;
use serde::{Deserialize, Serialize};

use super::super::Newsroom;
use super::super::answer::{Answer, see_other};
use super::super::look::filling;
use super::super::on_duty::OnDuty;
use crate::lang::romanise;
use crate::people::Right;
use crate::place::{OwnPlace, Place, Places};

/// How many are shown of what was found.
const MOST: usize = 100;

/// What of the places is shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct PlacesQuery {
    q: String,
    new: String,
    said: String,
}

#[derive(Serialize)]
struct PlaceRow {
    key: String,
    name: String,
    country: String,
    zone: String,
    own: bool,
    left_out: bool,
}

/// `GET /newsroom/settings/places?q=`: what was found, or the agency's own.
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<PlacesQuery>,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let language = who.visitor.language;
    let key = key_of(&query.new, language);
    if !key.is_empty() {
        let name = percent_encoding::utf8_percent_encode(&query.new, percent_encoding::NON_ALPHANUMERIC);
        return Ok(see_other(&format!("/newsroom/settings/places/{key}?name={name}")));
    }
    let own = room.standing().await?.places;
    let mut reader = room.publication.db.reader().await?;
    let agency = room.publication.agency(&mut reader.conn()).await?;
    drop(reader);
    let of = |place: &Place, left_out: bool| PlaceRow {
        key: place.key().to_owned(),
        name: place.name(language).to_owned(),
        country: agency.places.country_of(place).map_or("", |country| country.name(language)).to_owned(),
        zone: place.zone_name().to_owned(),
        own: own.iter().any(|own| own.key == place.key()),
        left_out,
    };
    let built_in = Places::built_in();
    let rows: Vec<PlaceRow> = match query.q.trim() {
        "" => own
            .iter()
            .filter_map(|own: &OwnPlace| {
                let place = agency.places.of_key(&own.key).or_else(|| built_in.of_key(&own.key))?;
                Some(of(place, own.left_out))
            })
            .collect(),
        sought => {
            let found = agency.places.look_up(sought, language, MOST);
            found.iter().map(|found| of(found.place, false)).collect()
        }
    };
    let own_page = context! {
        rows => filling(rows),
        q => query.q.as_str(),
        count => agency.places.iter().count(),
    };
    room.settings_page(&who, http::StatusCode::OK, ("places.html", "places"), &query.said, own_page).await
}

/// The key of a new place, from its name.
fn key_of(name: &str, language: crate::lang::Language) -> String {
    let name: String = name.chars().take(60).collect();
    romanise(&name, language).replace(' ', "-").chars().take(64).collect()
}
