//! The time, as an argument: whoever needs it is given a [`Clock`], and a test gives one that stands still.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

/// Where "now" comes from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that moves only when it is told to; microseconds since 1970.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock standing at `at`.
    pub fn fixed(at: Timestamp) -> Clock {
        Clock::Fixed(Arc::new(AtomicI64::new(at.as_microsecond())))
    }

    /// The present instant, to the microsecond the database keeps.
    pub fn now(&self) -> Timestamp {
        let micros = match self {
            Clock::System => Timestamp::now().as_microsecond(),
            Clock::Fixed(at) => at.load(Ordering::SeqCst),
        };
        instant(micros)
    }

    /// Moves a fixed clock to `at`; the system's clock is left alone.
    pub fn set(&self, at: Timestamp) {
        if let Clock::Fixed(clock) = self {
            clock.store(at.as_microsecond(), Ordering::SeqCst);
        }
    }

    /// Moves a fixed clock on by `seconds`.
    pub fn advance(&self, seconds: i64) {
        if let Clock::Fixed(clock) = self {
            clock.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
        }
    }
}

/// An instant from the microseconds the database keeps; clamped to what a calendar can name.
pub fn instant(micros: i64) -> Timestamp {
    Timestamp::from_microsecond(micros).unwrap_or(if micros < 0 { Timestamp::MIN } else { Timestamp::MAX })
}
