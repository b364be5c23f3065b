//! The calendars an edition may count its days by.

use icu::calendar::{Date, Gregorian, cal::Persian};

/// A calendar for the dates readers see. Addresses and machine-readable times are always Gregorian.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Calendar {
    /// The international one.
    #[default]
    Gregorian,
    /// The solar Hijri calendar of Iran and Afghanistan: 18 July 2020 is 28 Tir 1399.
    Persian,
}

/// Year, month and day as one calendar counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CalendarDate {
    /// Year of the calendar's usual era.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

impl Calendar {
    /// The calendar of this name: `gregorian` or `persian`.
    pub fn parse(name: &str) -> Option<Calendar> {
        match name {
            "gregorian" => Some(Calendar::Gregorian),
            "persian" => Some(Calendar::Persian),
            _ => None,
        }
    }

    /// Its name in an agency description.
    pub fn as_str(self) -> &'static str {
        match self {
            Calendar::Gregorian => "gregorian",
            Calendar::Persian => "persian",
        }
    }

    /// The calendar an edition of this language uses unless it says otherwise.
    pub fn usual(language: super::Language) -> Calendar {
        match language.base() {
            "fa" => Calendar::Persian,
            _ => Calendar::Gregorian,
        }
    }

    /// What this calendar calls a Gregorian day.
    pub fn date(self, day: jiff::civil::Date) -> CalendarDate {
        let gregorian =
            CalendarDate { year: day.year().into(), month: day.month() as u8, day: day.day() as u8 };
        if self == Calendar::Gregorian {
            return gregorian;
        }
        let Ok(date) = Date::try_new_gregorian(gregorian.year, gregorian.month, gregorian.day) else {
            return gregorian;
        };
        let date: Date<Persian> = Date::<Gregorian>::to_calendar(&date, Persian);
        CalendarDate {
            year: date.year().extended_year(),
            month: date.month().ordinal,
            day: date.day_of_month().0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn persian_days_are_counted_from_the_spring_equinox() {
        for (day, year, month, number) in [
            (date(2020, 7, 18), 1399, 4, 28),
            (date(2026, 3, 21), 1405, 1, 1),
            (date(2026, 3, 20), 1404, 12, 29),
            (date(2021, 3, 20), 1399, 12, 30),
            (date(2026, 6, 1), 1405, 3, 11),
        ] {
            assert_eq!(Calendar::Persian.date(day), CalendarDate { year, month, day: number });
        }
    }

    #[test]
    fn every_calendar_is_known_by_its_name() {
        for calendar in [Calendar::Gregorian, Calendar::Persian] {
            assert_eq!(Calendar::parse(calendar.as_str()), Some(calendar));
        }
    }
}
