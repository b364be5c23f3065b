//! Any text: refused as a token or exactly one this ring made; any answer folded once and for all; any proof judged.
#![no_main]

use std::time::Duration;

use libfuzzer_sys::fuzz_target;
use puzzle::{Difficulty, Folded, Form, Key, KeyRing, Moment, Order, Refused, Subject, Verdict};

fuzz_target!(|text: &str| {
    let ring = KeyRing::new(Key::new("fuzz", [1; 32]).expect("a proper id"), []).expect("one key");
    let form = Form::new("feedback").expect("a proper name");
    let order = Order::new(form, Subject::none(), Duration::from_secs(60)).expect("a proper time");
    let order = order.with_proof(Difficulty::new(24).expect("a proper difficulty"));
    let now = Moment::from_micros(0);
    let token = ring.make(&order, now, [2; 16]);

    match ring.show(text, now) {
        Err(Refused::Malformed(_) | Refused::UnknownKey { .. } | Refused::Forged) => {}
        other => panic!("a text nobody signed: {other:?}"),
    }
    let attempt = ring.attempt(token.as_str(), &order.form, &order.subject, now).expect("our own token");
    let right = ring.show(token.as_str(), now).expect("our own token").answer_for_measurement();
    let folded = Folded::new(text);
    assert_eq!(attempt.letters(text) == Verdict::Right, folded.as_str() == right);
    assert!(attempt.proof(text).is_err(), "nobody finds 384 zero bits by chance");
    if folded.as_str().is_ascii() {
        assert_eq!(Folded::new(folded.as_str()), folded, "folding again changes nothing");
    }
});
