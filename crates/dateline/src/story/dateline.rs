//! Datelines: where, when and by whom a story was reported, written by the pattern of a language and an agency.

use icu::list::ListFormatter;
use icu::list::options::ListFormatterOptions;
use jiff::civil::Date;

use crate::lang::{Calendar, DateNames, Digits, Language, date_names, first_of_month, upper};

/// Longest pattern taken, in bytes.
const MAX_BYTES: usize = 300;

/// The fields there are; names may end in `:upper`.
pub const FIELDS: &str =
    "place, places, country, weekday, day, month, month:short, month:number, year, source";

/// A pattern such as `{place}, {month} {day}, {source}`, read once for a language and then written many times.
///
/// Fields: `{place}`, `{places}` for several, `{country}`, `{weekday}`, `{day}`, `{month}`, `{month:short}`, `{month:number}`,
/// `{year}`, `{source}`; names also with `:upper`, and `{places:slash}` for `Berlin/Paris`. All else is text.
///
/// A field the story has nothing for takes the text before it along, the first one the text after it, so that a dateline
/// without a date reads `Baku, AZERTAC`.
#[derive(Debug, Clone)]
pub struct DatelinePattern {
    source: String,
    pieces: Vec<Piece>,
    tail: String,
    language: Language,
    calendar: Calendar,
    digits: Digits,
    names: DateNames,
}

/// What a dateline is made of. Names are already in the language of the story.
#[derive(Debug, Clone, Copy, Default)]
pub struct DatelineParts<'a> {
    /// Where it was reported from, the first place first.
    pub places: &'a [&'a str],
    /// The country of the first place, where the pattern names it.
    pub country: Option<&'a str>,
    /// The day at the place.
    pub date: Option<Date>,
    /// Who reported: the agency's name in this language, or another's.
    pub source: Option<&'a str>,
}

/// Where a dateline stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum DatelinePlacement {
    /// In a line of its own before the body.
    #[default]
    Line,
    /// At the head of the first paragraph.
    RunIn,
}

/// Why a dateline pattern was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadDatelinePattern {
    /// More than 300 bytes.
    #[error("a dateline pattern is longer than 300 bytes")]
    TooLong,
    /// No field at all: the same words under every story.
    #[error("the dateline pattern `{0}` has no field; known are {FIELDS}; names may end in :upper")]
    NoField(String),
    /// A brace without its other half.
    #[error("a brace is open or closed alone in the dateline pattern `{0}`")]
    LoneBrace(String),
    /// A field that means nothing.
    #[error("`{{{field}}}` means nothing in a dateline; known are {FIELDS}; names may end in :upper")]
    UnknownField {
        /// What stood between the braces.
        field: String,
    },
}

/// A field with the text before it and, for Chinese, the unit that belongs to it.
#[derive(Debug, Clone)]
struct Piece {
    before: String,
    field: Field,
    case: Case,
    unit: Option<char>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Field {
    Place,
    Places(Joined),
    Country,
    Weekday,
    Day,
    Month,
    MonthShort,
    MonthNumber,
    Year,
    Source,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Joined {
    AsInASentence,
    BySlash,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Case {
    AsGiven,
    Upper,
}

impl DatelinePlacement {
    /// The placement of this name: `line` or `run-in`.
    pub fn parse(name: &str) -> Option<DatelinePlacement> {
        match name {
            "line" => Some(DatelinePlacement::Line),
            "run-in" => Some(DatelinePlacement::RunIn),
            _ => None,
        }
    }

    /// Its name in an agency description.
    pub fn as_str(self) -> &'static str {
        match self {
            DatelinePlacement::Line => "line",
            DatelinePlacement::RunIn => "run-in",
        }
    }

    /// Where agencies of a language put it, unless an edition says otherwise: Chinese ones run it in.
    pub fn usual(language: Language) -> DatelinePlacement {
        match language.base() {
            "zh" | "ja" => DatelinePlacement::RunIn,
            _ => DatelinePlacement::Line,
        }
    }
}

impl DatelinePattern {
    /// Reads a pattern for a language, a calendar and digits.
    pub fn parse(
        pattern: &str,
        language: Language,
        calendar: Calendar,
        digits: Digits,
    ) -> Result<DatelinePattern, BadDatelinePattern> {
        if pattern.len() > MAX_BYTES {
            return Err(BadDatelinePattern::TooLong);
        }
        let (pieces, tail) = read(pattern)?;
        if pieces.is_empty() {
            return Err(BadDatelinePattern::NoField(pattern.to_string()));
        }
        let names = date_names(language, calendar);
        Ok(DatelinePattern { source: pattern.to_string(), pieces, tail, language, calendar, digits, names })
    }

    /// The pattern agencies of a language use, where an edition sets none.
    pub fn usual(language: Language) -> &'static str {
        match language.base() {
            "en" => "{place}, {month} {day}, {source}",
            "de" => "{place}, {day}. {month}, {source}",
            "es" | "pt" => "{place}, {day} de {month}, {source}",
            "ar" | "fa" | "ur" => "{place}، {day} {month}، {source}",
            "zh" => "{place}{month:number}月{day}日电",
            _ => "{place}, {day} {month}, {source}",
        }
    }

    /// The pattern as it was given.
    pub fn as_str(&self) -> &str {
        &self.source
    }

    /// Writes a dateline; empty where the story has nothing for any field.
    pub fn render(&self, parts: &DatelineParts<'_>) -> String {
        let mut out = String::with_capacity(64);
        let mut any = false;
        let mut bracket_dropped = false;
        for (index, piece) in self.pieces.iter().enumerate() {
            let before = match bracket_dropped {
                true => piece.before.trim_start_matches(CLOSING),
                false => &piece.before,
            };
            bracket_dropped = false;
            let Some(value) = self.value(piece, parts) else {
                // The opening bracket goes with the field, so its other half goes too.
                bracket_dropped = before.ends_with(OPENING);
                continue;
            };
            if any || index == 0 {
                out.push_str(before);
            }
            out.push_str(&value);
            out.extend(piece.unit);
            any = true;
        }
        if !any {
            return String::new();
        }
        out.push_str(match bracket_dropped {
            true => self.tail.trim_start_matches(CLOSING),
            false => &self.tail,
        });
        out
    }

    fn value(&self, piece: &Piece, parts: &DatelineParts<'_>) -> Option<String> {
        let date = parts.date.map(|date| self.calendar.date(date));
        let month =
            |names: &[String; 12]| date.map(|date| names[usize::from(date.month).clamp(1, 12) - 1].clone());
        let text = match piece.field {
            Field::Place => parts.places.first().map(|place| place.to_string()),
            Field::Places(joined) => self.list(parts.places, joined),
            Field::Country => parts.country.map(str::to_string),
            Field::Source => parts.source.map(str::to_string),
            Field::Month => month(&self.names.months),
            Field::MonthShort => month(&self.names.months_short),
            Field::MonthNumber => date.map(|date| self.number(date.month.into())),
            Field::Day => date.map(|date| self.day(date.day)),
            Field::Year => date.map(|date| self.number(date.year.into())),
            Field::Weekday => parts
                .date
                .map(|date| self.names.weekdays[date.weekday().to_monday_zero_offset() as usize].clone()),
        }?;
        let text = text.trim();
        match piece.case {
            _ if text.is_empty() => None,
            Case::AsGiven => Some(text.to_string()),
            Case::Upper => Some(upper(text, self.language)),
        }
    }

    fn list(&self, places: &[&str], joined: Joined) -> Option<String> {
        if places.len() < 2 || joined == Joined::BySlash {
            return Some(places.join("/"));
        }
        let locale = self.language.to_icu();
        match ListFormatter::try_new_and(locale.into(), ListFormatterOptions::default()) {
            Ok(list) => Some(list.format_to_string(places.iter())),
            Err(_) => Some(places.join(", ")),
        }
    }

    /// The day as it stands beside its month: `1er` in French, plain in digits elsewhere.
    fn day(&self, day: u8) -> String {
        let named = self.pieces.iter().any(|piece| matches!(piece.field, Field::Month | Field::MonthShort));
        let number = self.number(day.into());
        match first_of_month(self.language, self.calendar) {
            Some(ending) if day == 1 && named => number + ending,
            _ => number,
        }
    }

    fn number(&self, number: i64) -> String {
        let mut out = String::new();
        self.digits.push(&mut out, number, 1, None);
        out
    }
}

const OPENING: [char; 3] = ['(', '[', '（'];
const CLOSING: [char; 3] = [')', ']', '）'];

fn read(pattern: &str) -> Result<(Vec<Piece>, String), BadDatelinePattern> {
    let lone = || BadDatelinePattern::LoneBrace(pattern.to_string());
    let mut pieces: Vec<Piece> = Vec::new();
    let mut rest = pattern;
    while let Some(open) = rest.find('{') {
        let close = open + rest[open..].find('}').ok_or_else(lone)?;
        let name = &rest[open + 1..close];
        if rest[..open].contains('}') || name.contains('{') {
            return Err(lone());
        }
        let (field, case) = read_field(name.trim())
            .ok_or_else(|| BadDatelinePattern::UnknownField { field: name.to_string() })?;
        let before = give_unit(pieces.last_mut(), &rest[..open]).to_string();
        pieces.push(Piece { before, field, case, unit: None });
        rest = &rest[close + 1..];
    }
    if rest.contains('}') {
        return Err(lone());
    }
    let tail = give_unit(pieces.last_mut(), rest).to_string();
    Ok((pieces, tail))
}

/// In Chinese and Japanese the unit after a number goes where the number goes.
fn give_unit<'a>(piece: Option<&mut Piece>, text: &'a str) -> &'a str {
    let unit = text.chars().next().filter(|c| matches!(c, '年' | '月' | '日' | '号'));
    match (piece, unit) {
        (Some(piece), Some(unit)) => {
            piece.unit = Some(unit);
            &text[unit.len_utf8()..]
        }
        _ => text,
    }
}

fn read_field(name: &str) -> Option<(Field, Case)> {
    let field = match name.strip_suffix(":upper").unwrap_or(name) {
        "place" => Field::Place,
        "places" => Field::Places(Joined::AsInASentence),
        "country" => Field::Country,
        "weekday" => Field::Weekday,
        "month" => Field::Month,
        "month:short" => Field::MonthShort,
        "source" => Field::Source,
        _ if name.ends_with(":upper") => return None,
        "places:slash" => Field::Places(Joined::BySlash),
        "day" => Field::Day,
        "month:number" => Field::MonthNumber,
        "year" => Field::Year,
        _ => return None,
    };
    let case = if name.ends_with(":upper") { Case::Upper } else { Case::AsGiven };
    Some((field, case))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn pattern(text: &str, tag: &str) -> DatelinePattern {
        let language = Language::parse(tag).unwrap();
        DatelinePattern::parse(text, language, Calendar::usual(language), Digits::usual(language)).unwrap()
    }

    fn parts<'a>(places: &'a [&'a str], source: &'a str) -> DatelineParts<'a> {
        DatelineParts { places, country: None, date: Some(date(2020, 7, 18)), source: Some(source) }
    }

    #[test]
    fn usual_datelines_read_as_agencies_write_them() {
        for (tag, place, source, dateline) in [
            ("en", "Baku", "AZERTAC", "Baku, July 18, AZERTAC"),
            ("az", "Bakı", "AZƏRTAC", "Bakı, 18 iyul, AZƏRTAC"),
            ("ru", "Баку", "АЗЕРТАДЖ", "Баку, 18 июля, АЗЕРТАДЖ"),
            ("de", "Baku", "AZERTAC", "Baku, 18. Juli, AZERTAC"),
            ("fr", "Bakou", "AZERTAC", "Bakou, 18 juillet, AZERTAC"),
            ("es", "Bakú", "AZERTAC", "Bakú, 18 de julio, AZERTAC"),
            ("ar", "باكو", "أذرتاج", "باكو، 18 يوليو، أذرتاج"),
            ("fa", "باکو", "آذرتاج", "باکو، ۲۸ تیر، آذرتاج"),
            ("zh-Hans", "巴库", "阿塞拜疆国家通讯社", "巴库7月18日电"),
        ] {
            let usual = DatelinePattern::usual(Language::parse(tag).unwrap());
            assert_eq!(pattern(usual, tag).render(&parts(&[place], source)), dateline);
        }
    }

    #[test]
    fn the_first_of_a_month_is_ordinal_in_french() {
        let mut first = parts(&["Bakou"], "AZERTAC");
        first.date = Some(date(2020, 8, 1));
        assert_eq!(
            pattern("{place}, {day} {month}, {source}", "fr").render(&first),
            "Bakou, 1er août, AZERTAC"
        );
        assert_eq!(pattern("{place}, {day}/{month:number}", "fr").render(&first), "Bakou, 1/8");
    }

    #[test]
    fn other_agencies_datelines_can_be_written() {
        let mut parts = parts(&["Buenos Aires"], "AP");
        parts.country = Some("Argentina");
        let ap = pattern("{place:upper}, {country} ({source}) —", "en");
        assert_eq!(ap.render(&parts), "BUENOS AIRES, Argentina (AP) —");
        let dpa = pattern("{place} ({source}) -", "de");
        assert_eq!(
            dpa.render(&DatelineParts { places: &["Berlin"], source: Some("dpa"), ..parts }),
            "Berlin (dpa) -"
        );
        let reuters = pattern("{place:upper}, {month} {day} ({source}) -", "en");
        let moscow = DatelineParts { places: &["Moscow"], source: Some("Reuters"), ..parts };
        assert_eq!(reuters.render(&moscow), "MOSCOW, July 18 (Reuters) -");
        let xinhua = pattern("{source}{place}{month:number}月{day}日电", "zh-Hans");
        let baku = DatelineParts { places: &["巴库"], source: Some("新华社"), ..parts };
        assert_eq!(xinhua.render(&baku), "新华社巴库7月18日电");
    }

    #[test]
    fn capitals_follow_the_language() {
        let places = ["İmişli"];
        assert_eq!(pattern("{place:upper}", "az").render(&parts(&places, "")), "İMİŞLİ");
        assert_eq!(pattern("{month:upper}", "az").render(&parts(&places, "")), "İYUL");
        assert_eq!(pattern("{month:upper}", "en").render(&parts(&places, "")), "JULY");
    }

    #[test]
    fn several_places_are_listed_as_the_language_lists() {
        for (tag, two, three) in [
            ("en", "A and B", "A, B, and C"),
            ("az", "A və B", "A, B və C"),
            ("ru", "A и B", "A, B и C"),
            ("de", "A und B", "A, B und C"),
            ("fr", "A et B", "A, B et C"),
            ("es", "A y B", "A, B y C"),
            ("zh-Hans", "A和B", "A、B和C"),
        ] {
            let places = pattern("{places}", tag);
            assert_eq!(places.render(&parts(&["A", "B"], "")), two, "{tag}");
            assert_eq!(places.render(&parts(&["A", "B", "C"], "")), three, "{tag}");
            assert_eq!(places.render(&parts(&["A"], "")), "A");
        }
        assert_eq!(
            pattern("{places:slash} ({source})", "de").render(&parts(&["Berlin", "Paris"], "dpa")),
            "Berlin/Paris (dpa)"
        );
    }

    #[test]
    fn every_field_of_the_date_is_written() {
        let all = pattern("{weekday}, {day} {month:short} {year}, {month:number}", "ru");
        assert_eq!(all.render(&parts(&[], "")), "суббота, 18 июл. 2020, 7");
    }

    #[test]
    fn what_a_story_lacks_leaves_no_gap() {
        let seed = pattern("{place}, {month} {day}, {source}", "en");
        let whole = parts(&["Baku"], "AZERTAC");
        assert_eq!(seed.render(&DatelineParts { date: None, ..whole }), "Baku, AZERTAC");
        assert_eq!(seed.render(&DatelineParts { source: None, ..whole }), "Baku, July 18");
        assert_eq!(seed.render(&DatelineParts { places: &[], ..whole }), "July 18, AZERTAC");
        assert_eq!(seed.render(&DatelineParts { places: &[" "], date: None, ..whole }), "AZERTAC");
        assert_eq!(seed.render(&DatelineParts::default()), "");
        let ap = pattern("{place:upper}, {country} ({source}) —", "en");
        assert_eq!(ap.render(&DatelineParts { source: Some("AP"), ..whole }), "BAKU (AP) —");
        assert_eq!(
            ap.render(&DatelineParts { source: None, country: Some("Azerbaijan"), ..whole }),
            "BAKU, Azerbaijan —"
        );
        let chinese = pattern("{place}{month:number}月{day}日电", "zh-Hans");
        assert_eq!(chinese.render(&DatelineParts { date: None, places: &["巴库"], ..whole }), "巴库电");
    }

    #[test]
    fn the_demo_agency_writes_datelines_as_its_languages_do() {
        let file = std::fs::read_to_string("../../fixtures/demo/agency.toml").unwrap();
        let agency: toml::Table = toml::from_str(&file).unwrap();
        for (tag, place, dateline) in [
            ("en", "Selmar", "Selmar, June 1, ARNA"),
            ("az", "Selmar", "Selmar, 1 iyun, ARNA"),
            ("ru", "Сельмар", "СЕЛЬМАР, 1 июня. /АРНА/."),
            ("de", "Selmar", "Selmar (ARNA) –"),
            ("fr", "Selmar", "Selmar, 1er juin (ARNA) –"),
            ("es", "Selmar", "Selmar, 1 jun (ARNA).-"),
            ("ar", "سلمار", "سلمار، 1 يونيو، أرنا"),
            ("fa", "سلمار", "سلمار، ۱۱ خرداد، آرنا"),
            ("zh-Hans", "塞尔马", "阿尔纳社塞尔马6月1日电"),
        ] {
            let edition = &agency["edition"][tag];
            let setting = |key: &str| edition[key].as_str().unwrap();
            let calendar = Calendar::parse(setting("calendar")).unwrap();
            let digits = Digits::parse(setting("digits")).unwrap();
            let language = Language::parse(tag).unwrap();
            let pattern =
                DatelinePattern::parse(setting("dateline_pattern"), language, calendar, digits).unwrap();
            let date = Some(date(2026, 6, 1));
            let parts =
                DatelineParts { places: &[place], country: None, date, source: Some(setting("name")) };
            assert_eq!(pattern.render(&parts), dateline);
            assert!(DatelinePlacement::parse(setting("dateline")).is_some());
        }
    }

    #[test]
    fn bad_patterns_are_refused() {
        let read = |text: &str| {
            DatelinePattern::parse(text, Language::ENGLISH, Calendar::Gregorian, Digits::Latn)
                .map(|_| ())
                .unwrap_err()
        };
        for text in ["{place", "place}", "{pl{ace}", "}{place}"] {
            assert_eq!(read(text), BadDatelinePattern::LoneBrace(text.to_string()));
        }
        for field in ["town", "day:upper", "", "month:long", "Place"] {
            assert_eq!(
                read(&format!("{{{field}}}")),
                BadDatelinePattern::UnknownField { field: field.to_string() }
            );
        }
        assert_eq!(read("Baku"), BadDatelinePattern::NoField("Baku".to_string()));
        assert_eq!(read(&"{place}".repeat(50)), BadDatelinePattern::TooLong);
    }

    #[test]
    fn placements_are_known_by_their_names() {
        for placement in [DatelinePlacement::Line, DatelinePlacement::RunIn] {
            assert_eq!(DatelinePlacement::parse(placement.as_str()), Some(placement));
        }
        assert_eq!(DatelinePlacement::parse("above"), None);
    }
}
