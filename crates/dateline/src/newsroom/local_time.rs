//! Times as people type them: local, in a zone.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};

/// Why a local time is no instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BadTime {
    /// It is no date and time.
    Unreadable,
    /// There is no such zone.
    UnknownZone,
    /// Clocks skip it.
    Never,
    /// Clocks show it twice, and nobody said which.
    Twice,
}

impl BadTime {
    /// The key of the text that says so.
    pub fn key(self) -> &'static str {
        match self {
            BadTime::Unreadable => "bad_time_text",
            BadTime::UnknownZone => "bad_zone_text",
            BadTime::Never => "never_time_text",
            BadTime::Twice => "twice_time_text",
        }
    }
}

/// The instant of a local time such as `2026-06-01T12:00`; refused where clocks change and it never is, or comes twice
/// and has no offset. The key of a text says why.
pub(super) fn read(at: &str, zone: &str, usual: &TimeZone) -> Result<Timestamp, &'static str> {
    read_which(at, zone, usual, None).map_err(|bad| match bad {
        BadTime::Never | BadTime::Twice => "ambiguous_time_text",
        other => other.key(),
    })
}

/// The same, where a time that comes twice is said to be its `first` or `second`.
pub(super) fn read_which(
    at: &str,
    zone: &str,
    usual: &TimeZone,
    which: Option<&str>,
) -> Result<Timestamp, BadTime> {
    if let Ok(instant) = at.parse::<Timestamp>() {
        return Ok(instant);
    }
    let local: DateTime = at.parse().map_err(|_| BadTime::Unreadable)?;
    let zone = match zone.trim() {
        "" => usual.clone(),
        name => TimeZone::get(name).map_err(|_| BadTime::UnknownZone)?,
    };
    let found = zone.to_ambiguous_zoned(local);
    let zoned = match (found.offset(), which) {
        (AmbiguousOffset::Gap { .. }, _) => return Err(BadTime::Never),
        (AmbiguousOffset::Fold { .. }, Some("first")) => found.earlier(),
        (AmbiguousOffset::Fold { .. }, Some("second")) => found.later(),
        (AmbiguousOffset::Fold { .. }, _) => return Err(BadTime::Twice),
        _ => found.unambiguous(),
    };
    zoned.map(|zoned| zoned.timestamp()).map_err(|_| BadTime::Unreadable)
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
        let which = |which| read_which("2026-10-25T02:30", "", &berlin, which).map(|at| at.to_string());
        assert_eq!(which(None), Err(BadTime::Twice));
        assert_eq!(which(Some("first")).unwrap(), "2026-10-25T00:30:00Z");
        assert_eq!(which(Some("second")).unwrap(), "2026-10-25T01:30:00Z");
        let skipped = read_which("2026-03-29T02:30", "", &berlin, Some("first"));
        assert_eq!(skipped, Err(BadTime::Never));
        assert_eq!(read("tomorrow", "", &berlin), Err("bad_time_text"));
        assert_eq!(read("2026-07-01T02:30", "Mars/Base", &berlin), Err("bad_zone_text"));
    }
}
