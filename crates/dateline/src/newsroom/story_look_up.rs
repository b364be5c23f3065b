//! What somebody who writes looks up: another story by its words, and the dateline as it will be printed.

use axum::extract::{Query, State};
use http::StatusCode;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::answer::{Answer, json};
use super::on_duty::OnDuty;
use super::{Newsroom, Trouble};
use crate::db::Conn;
use crate::edition::{Agency, Edition};
use crate::ids::{StoryNumber, StoryRef};
use crate::lang::Language;
use crate::people::Right;
use crate::story::dateline;
use crate::story::{self, DatelineParts};

/// The most stories a look-up shows.
const SHOWN: i64 = 12;

/// What is looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct StoryQuery {
    q: String,
    language: String,
}

/// A story as a list of choices shows it.
#[derive(Debug, Serialize)]
struct Found {
    number: i64,
    headline: String,
    /// When it came out, or that it did not.
    note: String,
    language: String,
    dir: &'static str,
}

impl Found {
    fn of(number: StoryNumber, language: Language, headline: String, note: String) -> Found {
        let dir = language.direction().as_str();
        Found { number: number.get(), headline, note, language: language.to_string(), dir }
    }
}

/// `GET /newsroom/stories/find?q=&language=`: public stories by their words, any story by number or address.
pub(super) async fn stories(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<StoryQuery>,
) -> Answer {
    who.must(Right::StoriesRead)?;
    let words = room.words(who.visitor.language).await?;
    let asked = query.q.trim();
    let mut reader = room.publication.db.reader().await?;
    let mut found = Vec::new();
    if let Some(number) = number_in(asked)
        && let Some(story) = story::store::find(&mut reader.conn(), StoryRef::Number(number)).await?
        && who.at(&story).is_ok()
    {
        let note = words.text(super::story_page::release_key(story.release)).to_owned();
        found.push(Found::of(number, story.language, story.copy.headline, note));
    }
    if found.is_empty() && !asked.is_empty() {
        let language = Language::parse(&query.language).ok();
        let sought = story::find_public(&mut reader.conn(), asked, language, SHOWN).await?;
        found.extend(
            sought.into_iter().map(|one| {
                Found::of(one.number, one.language, one.headline, words.hour(one.published_at).long)
            }),
        );
    }
    Ok(json(StatusCode::OK, &serde_json::json!({ "stories": found })))
}

/// A number, alone or at the end of a story's address.
fn number_in(asked: &str) -> Option<StoryNumber> {
    let address = asked.split(['?', '#']).next()?.trim_end_matches('/');
    let last = address.rsplit(['/', '-']).next()?;
    last.parse().ok().and_then(StoryNumber::new)
}

/// The headlines of stories that are named by number, for those who may see them.
pub(super) async fn headlines(
    conn: &mut Conn<'_>,
    who: &OnDuty,
    numbers: impl Iterator<Item = i64>,
) -> Result<serde_json::Map<String, serde_json::Value>, Trouble> {
    let mut known = serde_json::Map::new();
    for number in numbers.filter_map(StoryNumber::new) {
        let story = story::store::find(conn, StoryRef::Number(number)).await?;
        if let Some(story) = story.filter(|story| who.at(story).is_ok()) {
            known.insert(number.to_string(), story.copy.headline.into());
        }
    }
    Ok(known)
}

/// The parts of a dateline as they are typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct DatelineQuery {
    language: String,
    place: String,
    country: String,
    date: String,
    source: String,
}

/// `GET /newsroom/dateline?language=&place=&country=&date=&source=`: the line as the edition prints it.
pub(super) async fn dateline(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<DatelineQuery>,
) -> Answer {
    who.must(Right::StoriesRead)?;
    let mut reader = room.publication.db.reader().await?;
    let agency = room.publication.agency(&mut reader.conn()).await?;
    drop(reader);
    let edition = Language::parse(&query.language).ok().and_then(|language| agency.edition(language));
    let edition = edition.ok_or(Trouble::NotFound)?;
    let said =
        |text: &str| Some(text.trim().chars().take(200).collect()).filter(|text: &String| !text.is_empty());
    let parts = DatelineParts {
        place: said(&query.place),
        country: said(&query.country),
        date: query.date.parse().ok(),
        source: said(&query.source),
        places: Vec::new(),
    };
    let today = agency.day_at(parts.place.as_deref(), room.publication.clock.now());
    Ok(json(StatusCode::OK, &serde_json::json!({ "text": printed(edition, &parts, today) })))
}

/// The dateline of a working copy as readers would get it now.
pub(super) fn printed_now(
    agency: &Agency,
    language: Language,
    parts: &DatelineParts,
    now: Timestamp,
) -> String {
    let today = agency.day_at(parts.place.as_deref(), now);
    agency.edition(language).map_or_else(String::new, |edition| printed(edition, parts, today))
}

fn printed(edition: &Edition, parts: &DatelineParts, today: Date) -> String {
    if *parts == DatelineParts::default() {
        return String::new();
    }
    let places: Vec<&str> = parts.place.iter().chain(&parts.places).map(String::as_str).collect();
    edition.dateline_pattern.render(&dateline::DatelineParts {
        places: &places,
        country: parts.country.as_deref(),
        date: Some(parts.date.unwrap_or(today)),
        source: Some(parts.source.as_deref().unwrap_or(&edition.name)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_is_named_by_its_number_or_by_any_of_its_addresses() {
        for asked in [
            "12",
            "https://arna.example/en/politics/a-vote-12",
            "/en/12?x=1",
            "https://arna.example/en/12/#b-a",
        ] {
            assert_eq!(number_in(asked).map(StoryNumber::get), Some(12), "{asked}");
        }
        for asked in ["", "vote", "a-vote", "0", "12 votes"] {
            assert_eq!(number_in(asked), None, "{asked}");
        }
    }
}
