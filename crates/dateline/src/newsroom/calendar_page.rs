//! The calendar: what is set for an instant and what became of it, by day, week or month, in the agency's zone.

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::{Path, Query, RawForm, State};
use axum::routing::{get, post};
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan};
use minijinja::context;
use serde::{Deserialize, Serialize};

use super::acts_page::{act_key, set_for};
use super::answer::{Answer, see_other};
use super::board_page::languages;
use super::doing::note;
use super::form::Form;
use super::look::filling;
use super::on_duty::{OnDuty, safe_path};
use super::people_here::PeopleHere;
use super::story_page::desk_names;
use super::words::Words;
use super::{Newsroom, Trouble, local_time};
use crate::db::Conn;
use crate::desk;
use crate::edition::time_pattern::TimePattern;
use crate::ids::{DueId, StoryRef};
use crate::lang::{Calendar, Digits, Language};
use crate::people::Right;
use crate::publication::Act;
use crate::story::{self, Outcome, Planned, SetFor, Story};

/// The most entries of a page.
const SHOWN: i64 = 500;

/// What waits longer than this after its instant was put aside: it is tried again, and somebody should look.
const LATE: SignedDuration = SignedDuration::from_secs(5);

/// The calendar's own addresses.
pub(super) fn routes() -> Router<Newsroom> {
    Router::new().route("/newsroom/calendar", get(show)).route("/newsroom/calendar/{id}", post(change))
}

/// What of the calendar is looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct CalendarQuery {
    span: String,
    date: String,
    desk: String,
    language: String,
}

/// How much of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Span {
    Day,
    Week,
    Month,
}

impl Span {
    fn parse(word: &str) -> Span {
        match word {
            "day" => Span::Day,
            "month" => Span::Month,
            _ => Span::Week,
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Span::Day => "day",
            Span::Week => "week",
            Span::Month => "month",
        }
    }

    /// The first day, and the first day after the last, of the span around a day. Months are those of the calendar.
    fn around(self, day: Date, calendar: Calendar) -> (Date, Date) {
        match self {
            Span::Day => (day, next(day, 1)),
            Span::Week => {
                let first = next(day, -i64::from(day.weekday().since(Weekday::Monday)));
                (first, next(first, 7))
            }
            Span::Month => {
                let month = calendar.date(day).month;
                let first = next(day, 1 - i64::from(calendar.date(day).day));
                let mut after = next(first, 28);
                while calendar.date(after).month == month && after < next(first, 32) {
                    after = next(after, 1);
                }
                (first, after)
            }
        }
    }
}

/// A day some days on; the last day there is where there is none.
fn next(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap_or(day)
}

/// A day and what is set for it.
#[derive(Serialize)]
struct DayView {
    iso: String,
    name: String,
    today: bool,
    entries: Vec<EntryView>,
}

/// Something set for an instant.
#[derive(Serialize)]
struct EntryView {
    id: String,
    iso: String,
    time: String,
    /// The same time in the zone it was set in, where that is another.
    there: Option<String>,
    act: &'static str,
    embargo: bool,
    number: i64,
    headline: String,
    language: String,
    dir: &'static str,
    desk: String,
    by: String,
    outcome: &'static str,
    outcome_name: &'static str,
    late: bool,
    reason: Option<String>,
    may_change: bool,
    at: String,
    zone: String,
}

/// How a calendar writes days and times.
struct Hand<'a> {
    words: &'a Words,
    zone: TimeZone,
    day: Option<TimePattern>,
    month: Option<TimePattern>,
    time: Option<TimePattern>,
}

impl<'a> Hand<'a> {
    fn of(words: &'a Words) -> Hand<'a> {
        let language = words.language();
        let (calendar, digits) = (Calendar::usual(language), Digits::usual(language));
        let pattern = |text: &str| TimePattern::parse(text, language, calendar, digits).ok();
        Hand {
            words,
            zone: words.zone().clone(),
            day: pattern(words.text("calendar_day_pattern")),
            month: pattern(words.text("calendar_month_pattern")),
            time: pattern("%H:%M"),
        }
    }

    fn write(&self, pattern: &Option<TimePattern>, at: &jiff::Zoned) -> String {
        pattern.as_ref().map_or_else(|| at.strftime("%F %H:%M").to_string(), |pattern| pattern.format(at))
    }

    fn day(&self, day: Date) -> String {
        noon(day, &self.zone).map_or_else(|| day.to_string(), |noon| self.write(&self.day, &noon))
    }

    /// `12:00 Europe/Berlin`, where the zone is not the agency's.
    fn there(&self, at: Timestamp, zone: Option<&str>) -> Option<String> {
        let name = zone.filter(|name| Some(*name) != self.zone.iana_name())?;
        let zone = TimeZone::get(name).ok()?;
        Some(format!("{} {name}", self.write(&self.time, &at.to_zoned(zone))))
    }
}

fn noon(day: Date, zone: &TimeZone) -> Option<jiff::Zoned> {
    day.at(12, 0, 0, 0).to_zoned(zone.clone()).ok()
}

/// The first instant of a day.
fn midnight(day: Date, zone: &TimeZone) -> Timestamp {
    day.to_zoned(zone.clone()).map_or(Timestamp::MAX, |zoned| zoned.timestamp())
}

/// `GET /newsroom/calendar`
async fn show(State(room): State<Newsroom>, who: OnDuty, Query(query): Query<CalendarQuery>) -> Answer {
    who.must(Right::StoriesRead)?;
    let words = room.words(who.visitor.language).await?;
    let (hand, now) = (Hand::of(&words), room.publication.clock.now());
    let today = now.to_zoned(hand.zone.clone()).date();
    let span = Span::parse(&query.span);
    let calendar = Calendar::usual(words.language());
    let day: Date = query.date.parse().unwrap_or(today);
    let (first, after) = span.around(day, calendar);
    let mut snapshot = room.publication.db.snapshot().await?;
    let agency = room.publication.agency(&mut snapshot.conn()).await?;
    let people = PeopleHere::load(&mut snapshot.conn()).await?;
    let mut desks = desk::list(&mut snapshot.conn()).await?;
    desks.retain(|desk| who.sees(&desk.key));
    let between = (midnight(first, &hand.zone), midnight(after, &hand.zone));
    let set = story::planned(&mut snapshot.conn(), between.0, between.1, SHOWN).await?;
    let mut entries = Vec::new();
    for planned in set {
        if let Some(story) =
            seen(&mut snapshot.conn(), &who, &query, StoryRef::Number(planned.number)).await?
        {
            let desk = desks.iter().find(|desk| desk.key == story.desk).map(|desk| desk.name.clone());
            let desk = desk.unwrap_or_else(|| story.desk.to_string());
            entries.push((planned.at, entry(&who, &hand, &people, &planned, (story, desk), now)));
        }
    }
    let mut open_ended = story::open_ended(&mut snapshot.conn(), SHOWN).await?;
    drop(snapshot);
    open_ended.retain(|story| who.at(story).is_ok() && fits(&query, story));
    let own = context! {
        span => span.as_str(),
        date => first.to_string(),
        today => today.to_string(),
        earlier => span.around(next(first, -1), calendar).0.to_string(),
        later => after.to_string(),
        title => title(&hand, span, day, first, after),
        zone => hand.zone.iana_name().unwrap_or("UTC"),
        days => filling(days(&hand, entries, today)),
        open_ended => filling(open_ended.iter().map(open_view).collect::<Vec<_>>()),
        desks => filling(desk_names(&desks)),
        languages => filling(languages(&agency)),
        rest => rest(span, &query),
        query => context! { desk => query.desk, language => query.language },
    };
    room.page(&who, &words, "calendar", "calendar.html", own).await
}

/// What stays when another day is looked at.
fn rest(span: Span, query: &CalendarQuery) -> String {
    let mut rest = url::form_urlencoded::Serializer::new(String::new());
    rest.append_pair("span", span.as_str());
    rest.append_pair("desk", &query.desk).append_pair("language", &query.language);
    format!("&{}", rest.finish())
}

fn title(hand: &Hand<'_>, span: Span, day: Date, first: Date, after: Date) -> String {
    match span {
        Span::Day => hand.day(day),
        Span::Week => format!("{} – {}", hand.day(first), hand.day(next(after, -1))),
        Span::Month => noon(day, &hand.zone).map_or_else(String::new, |noon| hand.write(&hand.month, &noon)),
    }
}

async fn seen(
    conn: &mut Conn<'_>,
    who: &OnDuty,
    query: &CalendarQuery,
    target: StoryRef,
) -> Result<Option<Story>, Trouble> {
    let story = story::store::find(conn, target).await?;
    Ok(story.filter(|story| who.at(story).is_ok() && fits(query, story)))
}

fn fits(query: &CalendarQuery, story: &Story) -> bool {
    let desk = query.desk.is_empty() || story.desk.as_str() == query.desk;
    desk && (query.language.is_empty() || story.language.as_str() == query.language)
}

/// Entries under their days; days without any are left out but for today.
fn days(hand: &Hand<'_>, entries: Vec<(Timestamp, EntryView)>, today: Date) -> Vec<DayView> {
    let mut by_day: BTreeMap<Date, Vec<EntryView>> = BTreeMap::new();
    for (at, entry) in entries {
        by_day.entry(at.to_zoned(hand.zone.clone()).date()).or_default().push(entry);
    }
    let views = by_day.into_iter().map(|(day, entries)| DayView {
        iso: day.to_string(),
        name: hand.day(day),
        today: day == today,
        entries,
    });
    views.collect()
}

fn entry(
    who: &OnDuty,
    hand: &Hand<'_>,
    people: &PeopleHere,
    planned: &Planned,
    (story, desk): (Story, String),
    now: Timestamp,
) -> EntryView {
    let waits = planned.outcome == Outcome::Waiting;
    let may = |right| who.badge.may_at(&story.desk, right);
    let may_change =
        planned.act.map_or(may(Right::StoriesRelease), |act| may(Right::StoriesRelease) && may(act.right()));
    let set_in = planned.zone.as_deref().and_then(|name| TimeZone::get(name).ok());
    let set_in = set_in.unwrap_or_else(|| hand.zone.clone());
    EntryView {
        id: planned.id.to_string(),
        iso: hand.words.hour(planned.at).iso,
        time: hand.words.hour(planned.at).short,
        there: hand.there(planned.at, planned.zone.as_deref()),
        act: hand.words.text(planned.act.map_or("embargo_ends", act_key)),
        embargo: planned.act.is_none(),
        number: planned.number.get(),
        language: story.language.to_string(),
        dir: story.language.direction().as_str(),
        desk,
        headline: story.copy.headline,
        by: people.name(planned.person),
        outcome: planned.outcome.as_str(),
        outcome_name: hand.words.text(outcome_key(planned.outcome)),
        late: waits && planned.at + LATE < now,
        reason: planned.reason.clone(),
        may_change: may_change && waits,
        at: local_time::written(planned.at, &set_in),
        zone: set_in.iana_name().unwrap_or("UTC").to_owned(),
    }
}

fn outcome_key(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Waiting => "outcome_waiting",
        Outcome::Done => "outcome_done",
        Outcome::Refused => "outcome_refused",
        Outcome::Cancelled => "outcome_cancelled",
    }
}

/// A story whose embargo somebody must end.
#[derive(Serialize)]
struct OpenView {
    number: i64,
    headline: String,
    language: String,
    dir: &'static str,
}

fn open_view(story: &Story) -> OpenView {
    let Story { number, language, .. } = story;
    OpenView {
        number: number.get(),
        headline: story.copy.headline.clone(),
        language: language.to_string(),
        dir: Language::direction(language).as_str(),
    }
}

/// What is done to something that waits.
enum Wanted {
    Move(SetFor),
    Cancel,
}

/// `POST /newsroom/calendar/{id}`: moved to another instant, or taken back.
async fn change(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.must(Right::StoriesRelease)?;
    let id: DueId = id.parse().map_err(|_| Trouble::NotFound)?;
    let form = Form::read(&body)?;
    let words = room.words(who.visitor.language).await?;
    let wanted = match form.line("do").as_str() {
        "cancel" => Wanted::Cancel,
        _ => {
            let set = set_for(&form, &words).map_err(|bad| Trouble::bad(bad.key()))?;
            Wanted::Move(set.ok_or(Trouble::bad("bad_time_text"))?)
        }
    };
    let found = story::waiting(&mut room.publication.db.reader().await?.conn(), id).await?;
    let target = StoryRef::Number(found.ok_or(Trouble::NotFound)?);
    room.act_on(target, &(&who, &wanted, id), |act, &(who, wanted, id)| {
        Box::pin(async move { carry_out(act, who, id, wanted).await })
    })
    .await?;
    let back = form.line("back");
    Ok(see_other(safe_path(&back).unwrap_or("/newsroom/calendar")))
}

async fn carry_out(act: &mut Act, who: &OnDuty, id: DueId, wanted: &Wanted) -> Result<(), Trouble> {
    let number = story::waiting(&mut act.conn(), id).await?.ok_or(Trouble::NotFound)?;
    let found = story::store::find(&mut act.conn(), StoryRef::Number(number)).await?;
    let story = found.ok_or(Trouble::NotFound)?;
    let (actor, now, agency) = (who.at(&story)?, act.now, act.agency.clone());
    let waiting = story::planned_of(&mut act.conn(), number).await?;
    let is_embargo = waiting.iter().any(|planned| planned.id == id && planned.act.is_none());
    let (due, what) = match wanted {
        Wanted::Move(set) if set.at <= now => return Err(Trouble::bad("past_time_text")),
        Wanted::Move(set) if is_embargo => {
            let done = story::move_embargo(&mut act.conn(), &agency, id, set, &actor, now).await?;
            act.record_all(done.changes);
            return note(act, &actor, "move_embargo", &story, None).await;
        }
        Wanted::Move(set) => (story::move_due(&mut act.conn(), id, set, &actor, now).await?, "move_schedule"),
        Wanted::Cancel => (story::cancel_one(&mut act.conn(), id, &actor, now).await?, "cancel_schedule"),
    };
    let ordered = due.order.as_ref().map(|order| order.act.as_str());
    note(act, &actor, what, &story, ordered).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_those_of_the_calendar_and_weeks_begin_on_monday() {
        let day: Date = "2026-06-10".parse().unwrap();
        let around = |span: Span, calendar| {
            let (first, after) = span.around(day, calendar);
            (first.to_string(), after.to_string())
        };
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(around(Span::Month, Calendar::Gregorian), pair("2026-06-01", "2026-07-01"));
        assert_eq!(around(Span::Month, Calendar::Persian), pair("2026-05-22", "2026-06-22"));
        assert_eq!(around(Span::Week, Calendar::Gregorian), pair("2026-06-08", "2026-06-15"));
        assert_eq!(around(Span::Day, Calendar::Gregorian), pair("2026-06-10", "2026-06-11"));
    }
}
