//! Times as people type them: local, in a zone.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// The instant of a local time such as `2026-06-01T12:00`; refused where clocks change and it never is, or comes twice
/// and has no offset. The key of a text says why.
pub(super) fn read(at: &str, zone: &str, usual: &TimeZone) -> Result<Timestamp, &'static str> {
    if let Ok(instant) = at.parse::<Timestamp>() {
        return Ok(instant);
    }
    let local: DateTime = at.parse().map_err(|_| "bad_time_text")?;
    let zone = match zone.trim() {
        "" => usual.clone(),
        name => TimeZone::get(name).map_err(|_| "bad_zone_text")?,
    };
    let found = zone.to_ambiguous_zoned(local);
    if found.is_ambiguous() {
        return Err("ambiguous_time_text");
    }
    found.unambiguous().map(|zoned| zoned.timestamp()).map_err(|_| "bad_time_text")
}

/// An instant as a field for local times has it.
pub(super) fn written(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_never_is_or_comes_twice_is_refused() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        assert_eq!(read("2026-03-29T02:30", "", &berlin), Err("ambiguous_time_text"));
        assert_eq!(read("2026-10-25T02:30", "", &berlin), Err("ambiguous_time_text"));
        assert_eq!(read("2026-07-01T02:30", "", &berlin).unwrap().to_string(), "2026-07-01T00:30:00Z");
        assert_eq!(read("tomorrow", "", &berlin), Err("bad_time_text"));
        assert_eq!(read("2026-07-01T02:30", "Mars/Base", &berlin), Err("bad_zone_text"));
    }
}
