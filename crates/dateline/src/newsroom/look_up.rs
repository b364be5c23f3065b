//! Places and subjects, looked up while somebody types.

use axum::extract::{Query, State};
use http::StatusCode;
use serde::{Deserialize, Serialize};

use super::Newsroom;
use super::answer::{Answer, json};
use super::on_duty::OnDuty;
use crate::lang::Language;
use crate::people::Right;

/// How many are offered.
const MOST: usize = 12;

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct LookUpQuery {
    q: String,
    language: String,
}

impl LookUpQuery {
    fn language(&self, who: &OnDuty) -> Language {
        Language::parse(&self.language).unwrap_or(who.visitor.language)
    }
}

#[derive(Serialize)]
struct PlaceFound<'p> {
    key: &'p str,
    /// In the language asked for.
    name: &'p str,
    /// The name that answered, where that was another.
    found_as: Option<&'p str>,
    country: &'p str,
    country_code: &'p str,
    zone: &'p str,
    /// The day there now: that of a dateline.
    date: String,
}

#[derive(Serialize)]
struct Places<'p> {
    places: Vec<PlaceFound<'p>>,
}

/// `GET /newsroom/places?q=&language=`
pub(super) async fn places(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<LookUpQuery>,
) -> Answer {
    who.must(Right::StoriesRead)?;
    let language = query.language(&who);
    let mut reader = room.publication.db.reader().await?;
    let agency = room.publication.agency(&mut reader.conn()).await?;
    drop(reader);
    let now = room.publication.clock.now();
    let found = agency.places.look_up(&query.q, language, MOST);
    let places = found
        .iter()
        .map(|found| PlaceFound {
            key: found.place.key(),
            name: found.place.name(language),
            found_as: found.by,
            country: agency.places.country_of(found.place).map_or("", |country| country.name(language)),
            country_code: found.place.country_code(),
            zone: found.place.zone_name(),
            date: now.to_zoned(found.place.zone()).date().to_string(),
        })
        .collect();
    Ok(json(StatusCode::OK, &Places { places }))
}

#[derive(Serialize)]
struct SubjectFound<'s> {
    /// As a story has it: `medtop:11000000`.
    uri: &'s str,
    /// In the language asked for, or in another where it has no name there.
    name: &'s str,
    /// The name of the subject above it.
    broader: Option<&'s str>,
}

#[derive(Serialize)]
struct SubjectsAnswer<'s> {
    subjects: Vec<SubjectFound<'s>>,
}

/// `GET /newsroom/subjects?q=&language=`
pub(super) async fn subjects(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<LookUpQuery>,
) -> Answer {
    who.must(Right::StoriesRead)?;
    let language = query.language(&who);
    let mut reader = room.publication.db.reader().await?;
    let known = room.shared.subjects.current(&mut reader.conn()).await?;
    drop(reader);
    let found = known.look_up(&query.q, language, MOST);
    let subjects = found
        .iter()
        .map(|found| SubjectFound {
            uri: &found.concept.code,
            name: found.concept.name(language),
            broader: found.broader.map(|above| above.name(language)),
        })
        .collect();
    Ok(json(StatusCode::OK, &SubjectsAnswer { subjects }))
}
