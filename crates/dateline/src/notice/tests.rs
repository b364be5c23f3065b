use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Kind, Way};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

#[test]
fn a_digest_waits_for_the_full_hour_or_the_next_morning() {
    let baku = TimeZone::get("Asia/Baku").unwrap();
    let now = at("2026-06-01T10:20:00+04:00");
    assert_eq!(Way::Hourly.letter_at(now, &baku), Some(at("2026-06-01T11:00:00+04:00")));
    assert_eq!(Way::Daily.letter_at(now, &baku), Some(at("2026-06-02T07:00:00+04:00")));
    let night = at("2026-06-01T03:00:00+04:00");
    assert_eq!(Way::Daily.letter_at(night, &baku), Some(at("2026-06-01T07:00:00+04:00")));
    assert_eq!((Way::Mail.letter_at(now, &baku), Way::Here.letter_at(now, &baku)), (Some(now), None));
}

#[test]
fn every_kind_and_way_is_known_by_its_word() {
    assert!(Kind::ALL.iter().all(|kind| Kind::parse(kind.as_str()) == Some(*kind)));
    assert!(Way::ALL.iter().all(|way| Way::parse(way.as_str()) == Some(*way)));
}
