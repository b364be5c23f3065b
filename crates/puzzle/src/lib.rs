//! Captcha puzzles: made, drawn, spoken and judged from a signed token alone.
//!
//! A [`KeyRing`] makes a [`Token`] for one form and one subject. Whoever holds the ring can show the token's
//! [`Puzzle`] as a picture, as sound or as a proof of work, and judge an [`Attempt`] at it; nothing is stored
//! anywhere. Letters, picture and sound follow from the token under keys of their own, so a token tells nothing.
//!
//! Time and randomness are handed in. Spending a token once is the work of the application's database: an attempt
//! names a [`Spend`], its id and how long to remember it, to be recorded *before* the answer is looked at.
//!
//! ```
//! use std::time::Duration;
//! use puzzle::{Form, Key, KeyRing, Moment, Order, Shade, Subject, Verdict};
//!
//! let ring = KeyRing::new(Key::new("2026-11", [7; 32])?, [])?;
//! let order = Order::new(Form::new("feedback")?, Subject::none(), Duration::from_secs(1200))?;
//! let now = Moment::from_micros(1_800_000_000_000_000);
//! let token = ring.make(&order, now, [9; 16]);
//!
//! let png = ring.show(token.as_str(), now)?.picture(Shade::Light);
//! assert!(png.starts_with(b"\x89PNG"));
//!
//! let attempt = ring.attempt(token.as_str(), &order.form, &order.subject, now)?;
//! assert_eq!(attempt.letters("not these"), Verdict::Wrong);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod answer;
mod dice;
mod keys;
mod order;
mod payload;
mod picture;
mod proof;
mod refused;
mod ring;
mod sound;

pub use answer::{ALPHABET, Folded, LENGTH, Verdict};
pub use keys::{BadKey, Key};
pub use order::{BadOrder, Difficulty, Form, MAX_LIFETIME, Moment, Order, Subject};
pub use picture::{HEIGHT, MAX_PICTURE_BYTES, Shade, WIDTH};
pub use proof::{BadProof, Challenge, PARTS};
pub use refused::Refused;
pub use ring::{Attempt, KeyRing, MAX_TOKEN_CHARS, Puzzle, SKEW, Spend, Token};
pub use sound::{MAX_SOUND_BYTES, SAMPLE_RATE, Voice};
