//! Fronts as their editors arrange them: the lead, the stories pinned beside it, and when a pin ends.
//!
//! Owns the arrangement of each edition's front and the row that falls due when the next pin ends. What is not arranged
//! is the page's matter: it fills up with the newest and most urgent. A story that is withdrawn needs no act here: a
//! front shows public stories only.

mod arrange;
mod store;

pub use arrange::{Arrangement, FrontError, MOST_PINNED, Pin, Wanted, arrange, end_pins};
pub use store::{PinnedStory, arrangement, next_end, pinned};
