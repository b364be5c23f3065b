//! The pattern an edition writes its times by: `%d.%m.%Y [%H:%M]`.

use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::lang::{Calendar, CalendarDate, DateNames, Digits, Language, date_names, first_of_month};

/// Longest pattern taken, in bytes.
const MAX_BYTES: usize = 200;

/// A pattern for times in the manner of `strftime`, read once and then written many times.
///
/// Fields: `%Y %y %m %B %b %d %e %j %A %a %H %k %I %l %M %S %p %z %:z %F %T %R %%`; `%OB` is the month as it stands alone.
/// `%-d` leaves out the zero, for every number. Months and weekdays are in the language, days are counted by the calendar,
/// numbers are in the digits it was read with. In French the first of a month before its name is `1er`.
#[derive(Debug, Clone)]
pub struct TimePattern {
    source: String,
    parts: Vec<Part>,
    names: DateNames,
    calendar: Calendar,
    digits: Digits,
}

/// Why a time pattern was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadTimePattern {
    /// Nothing to write.
    #[error("a time pattern is empty")]
    Empty,
    /// More than 200 bytes.
    #[error("a time pattern is longer than 200 bytes")]
    TooLong,
    /// A per cent sign and a letter that mean nothing.
    #[error("`{field}` in the time pattern `{pattern}` means nothing; `%%` writes a per cent sign")]
    UnknownField {
        /// The pattern as it came.
        pattern: String,
        /// The field at fault.
        field: String,
    },
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Text(String),
    Number {
        of: Number,
        width: usize,
        pad: Option<char>,
    },
    /// A day before the name of its month, whose first has a form of its own in some languages.
    DayBeforeMonth {
        width: usize,
        pad: Option<char>,
        first: &'static str,
    },
    Month,
    MonthAlone,
    MonthShort,
    Weekday,
    WeekdayShort,
    DayHalf,
    Offset {
        colon: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Number {
    Year,
    YearOfCentury,
    Month,
    Day,
    DayOfYear,
    Hour,
    HourOfHalf,
    Minute,
    Second,
}

impl TimePattern {
    /// Reads a pattern for a language, a calendar and digits.
    pub fn parse(
        pattern: &str,
        language: Language,
        calendar: Calendar,
        digits: Digits,
    ) -> Result<TimePattern, BadTimePattern> {
        if pattern.trim().is_empty() {
            return Err(BadTimePattern::Empty);
        }
        if pattern.len() > MAX_BYTES {
            return Err(BadTimePattern::TooLong);
        }
        let mut parts = read(pattern)?;
        give_firsts_their_form(&mut parts, language, calendar);
        Ok(TimePattern {
            source: pattern.to_string(),
            parts,
            names: date_names(language, calendar),
            calendar,
            digits,
        })
    }

    /// The pattern of day and time readers of a language expect, where an edition sets none.
    pub fn usual(language: Language) -> &'static str {
        match language.base() {
            "de" => "%-d. %B %Y, %H:%M Uhr",
            "fr" => "%-d %B %Y à %Hh%M",
            "es" | "pt" => "%-d de %B de %Y, %H:%M",
            "ar" | "fa" | "ur" => "%-d %B %Y، %H:%M",
            "zh" | "ja" => "%Y年%-m月%-d日 %H:%M",
            _ => "%-d %B %Y, %H:%M",
        }
    }

    /// The pattern of a day alone, for the heads of archives.
    pub fn usual_day(language: Language) -> &'static str {
        match language.base() {
            "de" => "%-d. %B %Y",
            "es" | "pt" => "%-d de %B de %Y",
            "zh" | "ja" => "%Y年%-m月%-d日",
            _ => "%-d %B %Y",
        }
    }

    /// The pattern of a day with its weekday, for the head of a front.
    pub fn usual_today(language: Language) -> &'static str {
        match language.base() {
            "en" | "fr" | "fa" => "%A %-d %B %Y",
            "az" | "tr" => "%-d %B %Y, %A",
            "de" => "%A, %-d. %B %Y",
            "es" | "pt" => "%A, %-d de %B de %Y",
            "ar" => "%A، %-d %B %Y",
            "zh" | "ja" => "%Y年%-m月%-d日 %A",
            _ => "%A, %-d %B %Y",
        }
    }

    /// The pattern of a month alone, for the heads of archives.
    pub fn usual_month(language: Language) -> &'static str {
        match language.base() {
            "es" | "pt" => "%OB de %Y",
            "zh" | "ja" => "%Y年%-m月",
            _ => "%OB %Y",
        }
    }

    /// The pattern as it was given.
    pub fn as_str(&self) -> &str {
        &self.source
    }

    /// Writes a moment in the time of its zone.
    pub fn format(&self, at: &jiff::Zoned) -> String {
        self.format_civil(at.datetime(), at.offset())
    }

    /// Writes a local time; `offset` is what `%z` shows.
    pub fn format_civil(&self, at: DateTime, offset: Offset) -> String {
        let mut out = String::with_capacity(self.source.len() + 16);
        self.write(&mut out, at, offset);
        out
    }

    /// Writes a local time to the end of `out`.
    pub fn write(&self, out: &mut String, at: DateTime, offset: Offset) {
        let day = self.calendar.date(at.date());
        for part in &self.parts {
            self.write_part(out, part, at, day, offset);
        }
    }

    fn write_part(&self, out: &mut String, part: &Part, at: DateTime, day: CalendarDate, offset: Offset) {
        let month = usize::from(day.month).clamp(1, 12) - 1;
        let weekday = at.date().weekday().to_monday_zero_offset() as usize;
        match part {
            Part::Text(text) => out.push_str(text),
            Part::DayBeforeMonth { first, .. } if day.day == 1 => {
                self.digits.push(out, 1, 1, None);
                out.push_str(first);
            }
            Part::DayBeforeMonth { width, pad, .. } => self.digits.push(out, day.day.into(), *width, *pad),
            Part::Number { of, width, pad } => self.digits.push(out, self.number(*of, at, day), *width, *pad),
            Part::Month => out.push_str(&self.names.months[month]),
            Part::MonthAlone => out.push_str(&self.names.months_alone[month]),
            Part::MonthShort => out.push_str(&self.names.months_short[month]),
            Part::Weekday => out.push_str(&self.names.weekdays[weekday]),
            Part::WeekdayShort => out.push_str(&self.names.weekdays_short[weekday]),
            Part::DayHalf => out.push_str(&self.names.day_halves[usize::from(at.hour() >= 12)]),
            Part::Offset { colon } => self.write_offset(out, offset, *colon),
        }
    }

    fn number(&self, of: Number, at: DateTime, day: CalendarDate) -> i64 {
        match of {
            Number::Year => day.year.into(),
            Number::YearOfCentury => i64::from(day.year.rem_euclid(100)),
            Number::Month => day.month.into(),
            Number::Day => day.day.into(),
            Number::DayOfYear => self.day_of_year(at, day),
            Number::Hour => at.hour().into(),
            Number::HourOfHalf => (i64::from(at.hour()) + 11) % 12 + 1,
            Number::Minute => at.minute().into(),
            Number::Second => at.second().into(),
        }
    }

    fn day_of_year(&self, at: DateTime, day: CalendarDate) -> i64 {
        match self.calendar {
            Calendar::Gregorian => at.date().day_of_year().into(),
            // Six months of 31 days, then months of 30.
            Calendar::Persian => {
                let (month, day) = (i64::from(day.month) - 1, i64::from(day.day));
                month.min(6) * 31 + (month - 6).max(0) * 30 + day
            }
        }
    }

    fn write_offset(&self, out: &mut String, offset: Offset, colon: bool) {
        let minutes = i64::from(offset.seconds() / 60);
        out.push(if minutes < 0 { '-' } else { '+' });
        self.digits.push(out, minutes.abs() / 60, 2, Some('0'));
        if colon {
            out.push(':');
        }
        self.digits.push(out, minutes.abs() % 60, 2, Some('0'));
    }
}

fn read(pattern: &str) -> Result<Vec<Part>, BadTimePattern> {
    let mut parts = Vec::new();
    let mut rest = pattern;
    while let Some(sign) = rest.find('%') {
        push_text(&mut parts, &rest[..sign]);
        rest = &rest[sign..];
        let field = field_at(rest);
        if !read_field(&mut parts, field) {
            return Err(BadTimePattern::UnknownField {
                pattern: pattern.to_string(),
                field: field.to_string(),
            });
        }
        rest = &rest[field.len()..];
    }
    push_text(&mut parts, rest);
    Ok(parts)
}

/// The field at the head of `rest`: the sign, a flag where there is one, and a letter.
fn field_at(rest: &str) -> &str {
    let flagged = rest[1..].starts_with(['-', ':', 'O']);
    let letters = if flagged { 3 } else { 2 };
    let end = rest.char_indices().nth(letters).map_or(rest.len(), |(end, _)| end);
    &rest[..end]
}

fn push_text(parts: &mut Vec<Part>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Part::Text(before)) => before.push_str(text),
        _ => parts.push(Part::Text(text.to_string())),
    }
}

fn read_field(parts: &mut Vec<Part>, field: &str) -> bool {
    let (letter, padded) = match field.strip_prefix("%-") {
        Some(letter) => (letter, false),
        None => (&field[1..], true),
    };
    if let Some((of, width, pad)) = number_field(letter) {
        parts.push(Part::Number { of, width, pad: pad.filter(|_| padded) });
        return true;
    }
    let combined: &[&str] = match letter {
        _ if !padded => return false,
        "%" => {
            push_text(parts, "%");
            return true;
        }
        "F" => &["%Y", "-", "%m", "-", "%d"],
        "T" => &["%H", ":", "%M", ":", "%S"],
        "R" => &["%H", ":", "%M"],
        _ => return read_name(parts, letter),
    };
    for piece in combined {
        match piece.starts_with('%') {
            true => drop(read_field(parts, piece)),
            false => push_text(parts, piece),
        }
    }
    true
}

fn read_name(parts: &mut Vec<Part>, letter: &str) -> bool {
    parts.push(match letter {
        "B" => Part::Month,
        "OB" => Part::MonthAlone,
        "b" | "h" => Part::MonthShort,
        "A" => Part::Weekday,
        "a" => Part::WeekdayShort,
        "p" => Part::DayHalf,
        "z" => Part::Offset { colon: false },
        ":z" => Part::Offset { colon: true },
        _ => return false,
    });
    true
}

fn number_field(letter: &str) -> Option<(Number, usize, Option<char>)> {
    Some(match letter {
        "Y" => (Number::Year, 4, Some('0')),
        "y" => (Number::YearOfCentury, 2, Some('0')),
        "m" => (Number::Month, 2, Some('0')),
        "d" => (Number::Day, 2, Some('0')),
        "e" => (Number::Day, 2, Some(' ')),
        "j" => (Number::DayOfYear, 3, Some('0')),
        "H" => (Number::Hour, 2, Some('0')),
        "k" => (Number::Hour, 2, Some(' ')),
        "I" => (Number::HourOfHalf, 2, Some('0')),
        "l" => (Number::HourOfHalf, 2, Some(' ')),
        "M" => (Number::Minute, 2, Some('0')),
        "S" => (Number::Second, 2, Some('0')),
        _ => return None,
    })
}

fn give_firsts_their_form(parts: &mut [Part], language: Language, calendar: Calendar) {
    let Some(first) = first_of_month(language, calendar) else { return };
    for index in 0..parts.len() {
        let Part::Number { of: Number::Day, width, pad } = parts[index] else { continue };
        let name_follows = matches!(parts.get(index + 1), Some(Part::Text(text)) if text.trim().is_empty())
            && matches!(parts.get(index + 2), Some(Part::Month | Part::MonthShort));
        if name_follows {
            parts[index] = Part::DayBeforeMonth { width, pad, first };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::datetime;
    use jiff::tz::offset;

    fn pattern(pattern: &str, tag: &str) -> TimePattern {
        let language = Language::parse(tag).unwrap();
        TimePattern::parse(pattern, language, Calendar::usual(language), Digits::usual(language)).unwrap()
    }

    fn written(text: &str, tag: &str) -> String {
        pattern(text, tag).format_civil(datetime(2020, 7, 18, 19, 35, 7, 0), offset(4))
    }

    #[test]
    fn the_agency_page_shows_its_time() {
        for tag in ["en", "az", "ar", "ru"] {
            assert_eq!(written("%d.%m.%Y [%H:%M]", tag), "18.07.2020 [19:35]");
        }
    }

    #[test]
    fn usual_patterns_read_as_the_language_writes() {
        for (tag, time, day, month) in [
            ("en", "18 July 2020, 19:35", "18 July 2020", "July 2020"),
            ("az", "18 iyul 2020, 19:35", "18 iyul 2020", "iyul 2020"),
            ("ru", "18 июля 2020, 19:35", "18 июля 2020", "июль 2020"),
            ("de", "18. Juli 2020, 19:35 Uhr", "18. Juli 2020", "Juli 2020"),
            ("fr", "18 juillet 2020 à 19h35", "18 juillet 2020", "juillet 2020"),
            ("es", "18 de julio de 2020, 19:35", "18 de julio de 2020", "julio de 2020"),
            ("ar", "18 يوليو 2020، 19:35", "18 يوليو 2020", "يوليو 2020"),
            ("fa", "۲۸ تیر ۱۳۹۹، ۱۹:۳۵", "۲۸ تیر ۱۳۹۹", "تیر ۱۳۹۹"),
            ("zh-Hans", "2020年7月18日 19:35", "2020年7月18日", "2020年7月"),
        ] {
            let language = Language::parse(tag).unwrap();
            assert_eq!(written(TimePattern::usual(language), tag), time);
            assert_eq!(written(TimePattern::usual_day(language), tag), day);
            assert_eq!(written(TimePattern::usual_month(language), tag), month);
        }
    }

    #[test]
    fn every_field_is_written() {
        assert_eq!(written("%Y %y %m %B %b %d %e %j", "en"), "2020 20 07 July Jul 18 18 200");
        assert_eq!(written("%A %a, %H %k %I %l %M %S %p", "en"), "Saturday Sat, 19 19 07  7 35 07 PM");
        assert_eq!(written("%z %:z %F %T %R %%", "en"), "+0400 +04:00 2020-07-18 19:35:07 19:35 %");
        assert_eq!(written("%-m/%-I, %OB", "ru"), "7/7, июль");
        assert_eq!(written("%j %A", "fa"), "۱۲۱ شنبه");
    }

    #[test]
    fn offsets_west_of_greenwich_are_negative() {
        let text = pattern("%:z", "en")
            .format_civil(datetime(2020, 7, 18, 0, 0, 0, 0), Offset::from_seconds(-12600).unwrap());
        assert_eq!(text, "-03:30");
    }

    #[test]
    fn the_first_of_a_month_is_ordinal_in_french_alone() {
        let first = datetime(2020, 8, 1, 9, 5, 0, 0);
        assert_eq!(pattern("%-d %B", "fr").format_civil(first, offset(0)), "1er août");
        assert_eq!(pattern("%d/%m", "fr").format_civil(first, offset(0)), "01/08");
        assert_eq!(pattern("%-d %B", "es").format_civil(first, offset(0)), "1 agosto");
    }

    #[test]
    fn noon_and_midnight_are_twelve() {
        for (hour, text) in [(0, "12 AM"), (1, "1 AM"), (12, "12 PM"), (23, "11 PM")] {
            assert_eq!(
                pattern("%-I %p", "en").format_civil(datetime(2020, 7, 18, hour, 0, 0, 0), offset(0)),
                text
            );
        }
    }

    #[test]
    fn bad_patterns_are_refused_with_the_field_at_fault() {
        let read =
            |text: &str| TimePattern::parse(text, Language::ENGLISH, Calendar::Gregorian, Digits::Latn);
        for (text, fault) in
            [("%d.%Q", "%Q"), ("%", "%"), ("%d %-", "%-"), ("%-B", "%-B"), ("%ж", "%ж"), ("%:d", "%:d")]
        {
            match read(text) {
                Err(BadTimePattern::UnknownField { field, .. }) => assert_eq!(field, fault),
                other => panic!("{text}: {other:?}"),
            }
        }
        assert_eq!(read("  ").unwrap_err(), BadTimePattern::Empty);
        assert_eq!(read(&"%d".repeat(101)).unwrap_err(), BadTimePattern::TooLong);
    }
}
