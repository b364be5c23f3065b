//! The proof of work as others must write it: vectors, and the solver in JavaScript beside them.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use puzzle::{Difficulty, Form, Key, KeyRing, Moment, Order, Subject};
use serde_json::Value;

const NOW: Moment = Moment::from_micros(1_795_000_000_000_000);

fn ring() -> KeyRing {
    KeyRing::new(Key::new("2026-11", [1; 32]).unwrap(), []).unwrap()
}

fn order(bits: u8) -> Order {
    let lasts = Duration::from_secs(1200);
    let order =
        Order::new(Form::new("feedback").unwrap(), Subject::new("story 4711").unwrap(), lasts).unwrap();
    order.with_proof(Difficulty::new(bits).unwrap())
}

fn vectors() -> Vec<Value> {
    serde_json::from_str(include_str!("proof.json")).unwrap()
}

#[test]
fn the_vectors_hold() {
    let ring = ring();
    for vector in vectors() {
        let text = |name: &str| vector[name].as_str().unwrap().to_owned();
        let bits = u8::try_from(vector["difficulty"].as_u64().unwrap()).unwrap();
        let token = ring.make(&order(bits), NOW, [bits; 16]);
        assert_eq!(token.as_str(), text("token"), "made as the vector says");
        let challenge = ring.show(token.as_str(), NOW).unwrap().challenge().unwrap();
        assert_eq!(challenge.as_str(), text("challenge"));
        assert_eq!(challenge.solve(), text("solution"), "the first counters there are");
        challenge.check(&text("solution")).unwrap();
    }
}

#[test]
fn the_solver_in_javascript_finds_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let ran = Command::new("node").arg("solve.mjs").arg("proof.json").current_dir(folder).output();
    let Ok(ran) = ran else {
        eprintln!("skipped: there is no node here");
        return;
    };
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let solutions = String::from_utf8(ran.stdout).unwrap();
    let expected: Vec<Value> = vectors().iter().map(|vector| vector["solution"].clone()).collect();
    assert_eq!(solutions.lines().collect::<Vec<_>>(), expected);
}
