use std::net::IpAddr;

use super::keys::Kept;
use super::*;

fn at(hours: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + hours * 3600).unwrap()
}

fn kept(id: &str, hours: i64) -> Kept {
    Kept { id: id.to_owned(), secret: [hours as u8; 32], made_at: at(hours) }
}

fn keys(ids: &[(&str, i64)], now: Timestamp) -> Keys {
    Keys::of(ids.iter().map(|(id, hours)| kept(id, *hours)).collect(), now).unwrap()
}

#[test]
fn a_new_key_signs_once_every_node_has_read_it() {
    let form = Form::new("feedback").unwrap();
    let made = |keys: &Keys, now| keys.offer(form.clone(), Subject::none(), Mode::Image, now).token;
    let just = at(100) + SignedDuration::from_mins(5);
    let later = at(100) + SignedDuration::from_mins(11);
    let (old, both) = (keys(&[("old", 0)], just), keys(&[("old", 0), ("new", 100)], just));
    let token = made(&both, just);
    assert!(old.ring().show(&token, moment(just)).is_ok(), "the old key still signs");
    let both = keys(&[("old", 0), ("new", 100)], later);
    let token = made(&both, later);
    assert!(old.ring().show(&token, moment(later)).is_err(), "the new key signs");
    let first = made(&old, just);
    assert!(both.ring().show(&first, moment(later)).is_ok(), "what the old key signed is taken");
}

#[test]
fn a_key_is_due_for_another_after_a_month() {
    assert!(!keys(&[("one", 0)], at(24 * 29)).are_due(at(24 * 29)));
    assert!(keys(&[("one", 0)], at(24 * 31)).are_due(at(24 * 31)));
    assert!(Keys::of(Vec::new(), at(0)).is_none());
}

#[test]
fn neighbours_in_a_network_count_as_one() {
    let keys = keys(&[("one", 0)], at(1));
    let seal = |text: &str| keys.network(text.parse::<IpAddr>().unwrap());
    assert_eq!(seal("192.0.2.7"), seal("192.0.2.200"));
    assert_ne!(seal("192.0.2.7"), seal("192.0.3.7"));
    assert_eq!(seal("::ffff:192.0.2.7"), seal("192.0.2.9"));
    assert_eq!(seal("2001:db8:1:2::1"), seal("2001:db8:1:ff::9"));
    assert_ne!(seal("2001:db8:1:2::1"), seal("2001:db8:1:102::1"));
}

#[test]
fn the_agency_says_what_is_taken() {
    let taken = |setting: &str| {
        let mode = Mode::of(setting);
        (mode.takes_letters(), mode.takes_proof())
    };
    assert_eq!(taken("image"), (true, false));
    assert_eq!(taken("proof"), (false, true));
    assert_eq!(taken("proof-or-image"), (true, true));
}
