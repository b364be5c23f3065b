//! Instants as callers write them: with an offset, or local with a zone.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use super::Problem;

/// The instant of `at`: RFC 3339 with an offset, or a local time in `zone`. A local time that does not exist, or
/// that comes twice, is refused: the first never is, the second needs an offset.
pub fn read(at: &str, zone: Option<&str>) -> Result<Timestamp, Problem> {
    if let Ok(instant) = at.parse::<Timestamp>() {
        return Ok(instant);
    }
    let local: DateTime = at.parse().map_err(|_| {
        Problem::bad_field("at", format!("{at:?} is no time such as 2026-03-29T10:00:00+02:00."))
    })?;
    let zone = zone.ok_or_else(|| Problem::bad_field("at", "A time without an offset needs `zone`."))?;
    let zone = TimeZone::get(zone)
        .map_err(|_| Problem::bad_field("zone", format!("{zone:?} is not a known time zone.")))?;
    let found = zone.to_ambiguous_zoned(local);
    if found.is_ambiguous() {
        let reason = "does not exist there, or comes twice, as clocks change; give it with its offset";
        return Err(Problem::bad_field("at", format!("{local} {reason}.")));
    }
    found
        .unambiguous()
        .map(|zoned| zoned.timestamp())
        .map_err(|_| Problem::bad_field("at", format!("{local} is out of range.")))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_time_with_an_offset_is_what_it_says() {
        assert_eq!(read("2026-06-01T12:00:00+04:00", None).unwrap().to_string(), "2026-06-01T08:00:00Z");
        assert_eq!(
            read("2026-06-01T08:00:00Z", Some("Europe/Berlin")).unwrap().to_string(),
            "2026-06-01T08:00:00Z"
        );
    }

    #[test]
    fn a_local_time_that_never_is_or_comes_twice_is_refused() {
        assert!(read("2026-03-29T02:30:00", Some("Europe/Berlin")).is_err());
        assert!(read("2026-10-25T02:30:00", Some("Europe/Berlin")).is_err());
        let summer = read("2026-07-01T02:30:00", Some("Europe/Berlin")).unwrap();
        assert_eq!(summer.to_string(), "2026-07-01T00:30:00Z");
    }
}
