//! What the patterns of an edition write, for real stories and for dates that are easily got wrong.

use jiff::civil::{DateTime, datetime};
use serde::Serialize;

use crate::edition::{Agency, Edition};
use crate::lang::Language;
use crate::site::title;
use crate::story::ReleasedStory;
use crate::story::dateline::DatelineParts;

/// One line of samples.
#[derive(Debug, Serialize)]
pub(super) struct Sample {
    /// Whether a story of the agency was written, and not a date of ours.
    real: bool,
    /// The headline, or the date as programs write it.
    of: String,
    title: String,
    time: String,
    dateline: String,
}

/// The first of a month, which French writes in its own way; the last minute of a year; a leap day; the new year of Iran;
/// a day and hour of one digit.
const TRICKY: [DateTime; 5] = [
    datetime(2027, 1, 1, 0, 5, 0, 0),
    datetime(2026, 12, 31, 23, 59, 0, 0),
    datetime(2028, 2, 29, 12, 0, 0, 0),
    datetime(2027, 3, 21, 9, 7, 0, 0),
    datetime(2026, 8, 1, 0, 0, 0, 0),
];

/// What the patterns of an edition write.
pub(super) fn written(agency: &Agency, language: Language, stories: &[ReleasedStory]) -> Vec<Sample> {
    let Some(edition) = agency.edition(language) else { return Vec::new() };
    let real = stories.iter().map(|story| Sample {
        real: true,
        of: story.page.headline.clone(),
        title: title(&edition.title_pattern, &story.page.headline, &edition.name),
        time: edition.time_pattern.format(&story.published_at.to_zoned(agency.time_zone.clone())),
        dateline: story.dateline(agency, edition).unwrap_or_default(),
    });
    real.chain(TRICKY.iter().map(|at| tricky(agency, edition, *at))).collect()
}

fn tricky(agency: &Agency, edition: &Edition, at: DateTime) -> Sample {
    let zoned = at.to_zoned(agency.time_zone.clone());
    let place = agency.places.find("Baku").map_or("Baku", |place| place.name(edition.language));
    Sample {
        real: false,
        of: at.strftime("%Y-%m-%d %H:%M").to_string(),
        title: String::new(),
        time: zoned.map(|zoned| edition.time_pattern.format(&zoned)).unwrap_or_default(),
        dateline: edition.dateline_pattern.render(&DatelineParts {
            places: &[place],
            country: None,
            date: Some(at.date()),
            source: Some(&edition.name),
        }),
    }
}
