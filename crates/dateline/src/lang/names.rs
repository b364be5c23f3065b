//! Names of months, weekdays and halves of the day, from CLDR.

use icu::calendar::{Date, Gregorian, cal::Persian};
use icu::datetime::input::{DateTime, Time};
use icu::datetime::pattern::{DateTimePattern, FixedCalendarDateTimeNames};
use writeable::TryWriteable;

use super::{Calendar, Language};

/// What a language calls the months and the days of the week, in the letter case they have within a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateNames {
    /// Months as they stand beside a day: `18 июля`.
    pub months: [String; 12],
    /// Months as they stand alone: `июль 2020`.
    pub months_alone: [String; 12],
    /// Short months as they stand beside a day: `июл.`.
    pub months_short: [String; 12],
    /// Days of the week from Monday.
    pub weekdays: [String; 7],
    /// Short days of the week from Monday.
    pub weekdays_short: [String; 7],
    /// First and second half of the day: `AM`, `PM`.
    pub day_halves: [String; 2],
}

/// The names of `language` for a calendar; English ones where CLDR has none. Reads tables: ask once, when a pattern is made.
pub fn date_names(language: Language, calendar: Calendar) -> DateNames {
    collect(language, calendar)
        .filter(|names| !names.months[0].starts_with("M0"))
        .or_else(|| collect(Language::ENGLISH, calendar))
        .expect("CLDR data for English are compiled in")
}

/// What follows the figure of the first day before the name of its month; nothing in most languages.
pub fn first_of_month(language: Language, calendar: Calendar) -> Option<&'static str> {
    match (language.base(), calendar) {
        ("fr", Calendar::Gregorian) => Some("er"),
        ("it", Calendar::Gregorian) => Some("º"),
        _ => None,
    }
}

fn collect(language: Language, calendar: Calendar) -> Option<DateNames> {
    let months = |pattern| {
        names(|index| name(language, calendar, pattern, Moment { month: index as u8 + 1, ..MONDAY }))
    };
    let weekdays =
        |pattern| names(|index| name(language, calendar, pattern, Moment { day: index as u8 + 1, ..MONDAY }));
    let weekdays = |pattern| -> Option<[String; 7]> {
        // CLDR gives Azerbaijani weekdays a capital, which they have only at the head of a sentence.
        match language.base() {
            "az" => Some(weekdays(pattern)?.map(|day| super::lower(&day, language))),
            _ => weekdays(pattern),
        }
    };
    Some(DateNames {
        months: months("MMMM")?,
        months_alone: months("LLLL")?,
        months_short: months("MMM")?,
        weekdays: weekdays("EEEE")?,
        weekdays_short: weekdays("EEE")?,
        day_halves: names(|half| {
            name(language, calendar, "a", Moment { hour: half as u8 * 12 + 6, ..MONDAY })
        })?,
    })
}

fn names<const N: usize>(one: impl Fn(usize) -> Option<String>) -> Option<[String; N]> {
    let all: Option<Vec<String>> = (0..N).map(one).collect();
    all?.try_into().ok()
}

/// A date as the calendar counts it, to be written with one field of CLDR's patterns.
struct Moment {
    month: u8,
    day: u8,
    hour: u8,
}

/// The first day of both years below.
const MONDAY: Moment = Moment { month: 1, day: 1, hour: 6 };
/// A year that begins on a Monday.
const GREGORIAN_YEAR: i32 = 2024;
/// A year that begins on a Monday: 1 Farvardin 1401 is 21 March 2022.
const PERSIAN_YEAR: i32 = 1401;

fn name(language: Language, calendar: Calendar, pattern: &str, at: Moment) -> Option<String> {
    let pattern: DateTimePattern = pattern.parse().ok()?;
    let locale = language.to_icu();
    let time = Time::try_new(at.hour, 0, 0, 0).ok()?;
    let mut out = String::new();
    match calendar {
        Calendar::Gregorian => {
            let date = Date::try_new_gregorian(GREGORIAN_YEAR, at.month, at.day).ok()?;
            let mut names = FixedCalendarDateTimeNames::<Gregorian>::try_new(locale.into()).ok()?;
            let written = names.include_for_pattern(&pattern).ok()?.format(&DateTime { date, time });
            written.try_write_to(&mut out).ok()?.ok()?;
        }
        Calendar::Persian => {
            let date = Date::try_new_persian(PERSIAN_YEAR, at.month, at.day).ok()?;
            let mut names = FixedCalendarDateTimeNames::<Persian>::try_new(locale.into()).ok()?;
            let written = names.include_for_pattern(&pattern).ok()?.format(&DateTime { date, time });
            written.try_write_to(&mut out).ok()?.ok()?;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(tag: &str, calendar: Calendar) -> DateNames {
        date_names(Language::parse(tag).unwrap(), calendar)
    }

    #[test]
    fn months_beside_a_day_take_the_case_the_language_asks_for() {
        for (tag, july) in [
            ("en", "July"),
            ("az", "iyul"),
            ("ru", "июля"),
            ("de", "Juli"),
            ("fr", "juillet"),
            ("es", "julio"),
            ("ar", "يوليو"),
            ("zh-Hans", "七月"),
            ("uk", "липня"),
            ("tr", "Temmuz"),
        ] {
            assert_eq!(of(tag, Calendar::Gregorian).months[6], july, "{tag}");
        }
        assert_eq!(of("ru", Calendar::Gregorian).months_alone[6], "июль");
        assert_eq!(of("ru", Calendar::Gregorian).months_short[6], "июл.");
        assert_eq!(of("fa", Calendar::Persian).months[3], "تیر");
        assert_eq!(of("fa", Calendar::Persian).months[11], "اسفند");
    }

    #[test]
    fn weeks_begin_on_monday_in_both_calendars() {
        for (tag, monday, sunday) in [
            ("en", "Monday", "Sunday"),
            ("az", "bazar ertəsi", "bazar"),
            ("ru", "понедельник", "воскресенье"),
            ("fa", "دوشنبه", "یکشنبه"),
            ("zh-Hans", "星期一", "星期日"),
        ] {
            for calendar in [Calendar::Gregorian, Calendar::Persian] {
                let names = of(tag, calendar);
                assert_eq!(
                    (names.weekdays[0].as_str(), names.weekdays[6].as_str()),
                    (monday, sunday),
                    "{tag}"
                );
            }
        }
        assert_eq!(of("en", Calendar::Gregorian).day_halves, ["AM", "PM"]);
    }

    #[test]
    fn a_language_without_data_borrows_english_names() {
        assert_eq!(of("tlh", Calendar::Gregorian).months[0], "January");
    }
}
