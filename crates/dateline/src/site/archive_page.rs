//! The archive: a day's stories, and a month as a calendar. Addresses count days as the whole world does; what
//! readers see follows the edition's calendar.

use http::StatusCode;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::address::Cursor;
use super::store::{self, Runs};
use super::topic_page::list_trail;
use super::value::{CardValue, Link, Pager};
use super::view::{Failure, Framing, View};
use super::{Place, error_page, list};
use crate::lang::{Language, date_names};
use crate::page_cache::Rendered;
use crate::story::touch;

/// Stories on one page of a day.
const A_DAY: usize = 200;

#[derive(Serialize)]
struct DayPage {
    trail: Vec<Link>,
    day: String,
    calendar: CalendarValue,
    cards: Vec<CardValue>,
    pager: Pager,
    previous: Option<Link>,
    next: Option<Link>,
}

/// `/{lang}/{yyyy}/{mm}/{dd}`
pub(super) async fn day(mut view: View<'_>, place: Place<'_>, day: Date) -> Result<Rendered, Failure> {
    let (face, language) = (place.face, place.edition.language);
    view.on(touch::day(language, day));
    let (Some(cursor), Ok(tomorrow)) = (place.cursor(), day.tomorrow()) else {
        return error_page::not_found(view, face);
    };
    let (from, to) = (face.begins(day), face.begins(tomorrow));
    // A number below any story's, so that the instant at which the next day begins is not in this one.
    let midnight = Cursor { at: to.as_microsecond(), number: 0 };
    let before = if cursor.at < midnight.at { cursor } else { midnight };
    let list = language.to_string();
    let mut listed = store::listed(&mut view.conn(), &list, Runs::Whole, before, from, A_DAY + 1).await?;
    let path = face.day_path(day);
    let more = listed.len() > A_DAY;
    listed.truncate(A_DAY);
    let older = listed.last().filter(|_| more).map(|last| format!("{path}?before={}", last.cursor()));
    let newest = (cursor != Cursor::NEWEST).then(|| path.clone());
    let (previous, next) = store::neighbours(&mut view.conn(), language, (day, day)).await?;
    neighbouring_months(&mut view, language, [previous, next]);
    let (first, last) = (day.first_of_month(), day.last_of_month());
    let counted = store::days(&mut view.conn(), language, first, last).await?;
    view.on(touch::month(language, day));
    let link = |day: Date| Link { name: face.day(day), href: face.day_path(day) };
    let mut trail = list_trail(place);
    trail.push(Link { name: face.month(day), href: face.month_path(day) });
    let page = DayPage {
        trail,
        day: face.day(day),
        calendar: calendar(place, day, &counted, Some(day)),
        cards: list::cards(&mut view, place, &listed),
        pager: Pager { newest, older },
        previous: previous.map(link),
        next: next.map(link),
    };
    let title = face.format("archive_day", &[("date", page.day.as_str().into())]);
    let mut head = list::head(&view, place, &title, &path);
    head.indexed = !page.cards.is_empty();
    let suffix = path.trim_start_matches(face.home.as_str()).to_owned();
    let languages = view.languages(face, |edition| Some(format!("/{}{suffix}", edition.language)));
    let framing = Framing { head, here: String::new(), languages };
    view.page(StatusCode::OK, "day_page.html", face, framing, page)
}

/// The way to the days before and after depends on the months they are in, and on every month skipped; what is
/// published in one of those is published now, on today's front, or imported, which touches it too.
fn neighbouring_months(view: &mut View<'_>, language: Language, days: [Option<Date>; 2]) {
    days.into_iter().flatten().for_each(|day| view.on(touch::month(language, day)));
    view.on(touch::front(language));
}

#[derive(Serialize)]
struct MonthPage {
    trail: Vec<Link>,
    calendar: CalendarValue,
    empty: bool,
    previous: Option<Link>,
    next: Option<Link>,
}

/// A month as a calendar.
#[derive(Serialize)]
struct CalendarValue {
    month: String,
    /// Of the month's own page, where the calendar stands elsewhere.
    href: Option<String>,
    weekdays: Vec<String>,
    weeks: Vec<Vec<Option<CalendarDay>>>,
}

#[derive(Clone, Serialize)]
struct CalendarDay {
    number: String,
    href: Option<String>,
    /// The day whose page this is.
    current: bool,
    /// How many, as a number alone and in words.
    count: String,
    stories: String,
}

/// `/{lang}/{yyyy}/{mm}`
pub(super) async fn month(mut view: View<'_>, place: Place<'_>, first: Date) -> Result<Rendered, Failure> {
    let (face, language) = (place.face, place.edition.language);
    view.on(touch::month(language, first));
    let last = first.last_of_month();
    let days = store::days(&mut view.conn(), language, first, last).await?;
    let (previous, next) = store::neighbours(&mut view.conn(), language, (first, last)).await?;
    neighbouring_months(&mut view, language, [previous, next]);
    let link = |day: Date| Link { name: month_name(place, day), href: face.month_path(day) };
    let path = face.month_path(first);
    let page = MonthPage {
        trail: list_trail(place),
        calendar: calendar(place, first, &days, None),
        empty: days.is_empty(),
        previous: previous.map(link),
        next: next.map(link),
    };
    let title = face.format("archive_month", &[("month", page.calendar.month.as_str().into())]);
    let mut head = list::head(&view, place, &title, &path);
    head.indexed = !page.empty;
    let suffix = path.trim_start_matches(face.home.as_str()).to_owned();
    let languages = view.languages(face, |edition| Some(format!("/{}{suffix}", edition.language)));
    let framing = Framing { head, here: String::new(), languages };
    view.page(StatusCode::OK, "month_page.html", face, framing, page)
}

/// A month's name; where the edition counts other months, the days on which it begins and ends.
fn month_name(place: Place<'_>, day: Date) -> String {
    let (first, last) = (day.first_of_month(), day.last_of_month());
    let calendar = place.edition.calendar;
    match calendar.date(first).month == calendar.date(last).month {
        true => place.face.month(first),
        false => format!("{} – {}", place.face.day(first), place.face.day(last)),
    }
}

/// On which day weeks begin in a language, counted from Monday.
fn first_weekday(language: Language) -> usize {
    match language.base() {
        "ar" | "fa" => 5,
        _ => 0,
    }
}

fn weekdays(place: Place<'_>) -> Vec<String> {
    let names = date_names(place.edition.language, place.edition.calendar);
    let first = first_weekday(place.edition.language);
    (0..7).map(|day| names.weekdays_short[(first + day) % 7].clone()).collect()
}

/// The weekdays of a calendar that stands beside something: where their short names are whole words, one letter
/// each, as CLDR has them.
fn narrow_weekdays(place: Place<'_>) -> Vec<String> {
    let letters: [&str; 7] = match place.edition.language.base() {
        "ar" => ["ن", "ث", "ر", "خ", "ج", "س", "ح"],
        "fa" => ["د", "س", "چ", "پ", "ج", "ش", "ی"],
        _ => return weekdays(place),
    };
    let first = first_weekday(place.edition.language);
    (0..7).map(|day| letters[(first + day) % 7].to_owned()).collect()
}

/// The month a day is in; on the page of a day, that day is marked.
fn calendar(place: Place<'_>, day: Date, counted: &[(Date, i64)], current: Option<Date>) -> CalendarValue {
    CalendarValue {
        month: month_name(place, day),
        href: current.map(|day| place.face.month_path(day)),
        weekdays: match current {
            Some(_) => narrow_weekdays(place),
            None => weekdays(place),
        },
        weeks: weeks(place, day.first_of_month(), counted, current),
    }
}

fn weeks(
    place: Place<'_>,
    first: Date,
    counted: &[(Date, i64)],
    current: Option<Date>,
) -> Vec<Vec<Option<CalendarDay>>> {
    let face = place.face;
    let first_weekday = first_weekday(place.edition.language);
    let blank = (first.weekday().to_monday_zero_offset() as usize + 7 - first_weekday) % 7;
    let mut cells: Vec<Option<CalendarDay>> = vec![None; blank];
    for offset in 0..first.days_in_month() {
        let day = first.saturating_add(i64::from(offset).days());
        let stories = counted.iter().find(|(counted, _)| *counted == day).map(|(_, stories)| *stories);
        let number = place.edition.calendar.date(day).day;
        let count = stories.unwrap_or(0).max(0) as u64;
        cells.push(Some(CalendarDay {
            number: place.edition.digits.localise(&number.to_string()),
            href: stories.map(|_| face.day_path(day)),
            current: current == Some(day),
            count: place.edition.digits.localise(&count.to_string()),
            stories: face.format("stories_count", &[("count", count.into())]),
        }));
    }
    cells.resize(cells.len().next_multiple_of(7), None);
    cells.chunks(7).map(<[Option<CalendarDay>]>::to_vec).collect()
}
