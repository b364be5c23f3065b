//! What puzzles cost: `cargo run --release -p puzzle --example cost`. One thread; the machine's other work shows.

use std::hint::black_box;
use std::time::{Duration, Instant};

use puzzle::{Difficulty, Form, Key, KeyRing, Moment, Order, Shade, Subject, Voice};

/// Long enough for the first picture's fonts not to matter.
const LONG_ENOUGH: Duration = Duration::from_secs(2);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let ring = KeyRing::new(Key::new("cost", [1; 32])?, [])?;
    let order = Order::new(Form::new("feedback")?, Subject::none(), Duration::from_secs(60))?;
    let order = order.with_proof(Difficulty::new(12)?);
    let now = Moment::from_micros(0);
    let token = ring.make(&order, now, [2; 16]);
    let puzzle = ring.show(token.as_str(), now)?;
    let attempt = ring.attempt(token.as_str(), &order.form, &order.subject, now)?;
    let challenge = puzzle.challenge().ok_or("a proof was ordered")?;
    let solution = challenge.solve();

    println!(
        "picture {:.1?}, {} bytes",
        each(|| puzzle.picture(Shade::Light)),
        puzzle.picture(Shade::Light).len()
    );
    println!(
        "sound {:.1?}, {} bytes",
        each(|| puzzle.sound(Voice::English)),
        puzzle.sound(Voice::English).len()
    );
    println!("token made {:.1?}", each(|| ring.make(&order, now, [2; 16])));
    println!("token read {:.1?}", each(|| ring.show(token.as_str(), now)));
    println!("letters judged {:.1?}", each(|| attempt.letters("ABEHKL")));
    println!("proof checked {:.1?}", each(|| attempt.proof(&solution)));
    let hashes: u64 =
        solution.split('.').map(|counter| counter.parse::<u64>().map_or(0, |counter| counter + 1)).sum();
    let time = each(|| challenge.solve());
    println!("proof solved at {:.1} million hashes a second", hashes as f64 / time.as_secs_f64() / 1e6);
    Ok(())
}

/// The mean time of one call.
fn each<T>(mut call: impl FnMut() -> T) -> Duration {
    let (began, mut calls) = (Instant::now(), 0);
    while began.elapsed() < LONG_ENOUGH {
        black_box(call());
        calls += 1;
    }
    began.elapsed() / calls
}
