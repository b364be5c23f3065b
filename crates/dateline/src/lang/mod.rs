//! Languages as an agency needs them: tags, writing direction, letter case, plural forms, and the names of months and weekdays.
//!
//! Owns what follows from a language alone. Interface texts live in `texts`, the agency's own settings for a language in `edition`.

mod calendar;
mod case;
mod digits;
mod fold;
mod names;
mod native_name;
mod plural;
mod romanise;
mod tag;

pub use calendar::{Calendar, CalendarDate};
pub use case::{lower, upper};
pub use digits::Digits;
pub use fold::fold;
pub use names::{DateNames, date_names, first_of_month};
pub use plural::Plural;
pub use romanise::romanise;
pub use tag::{BadLanguage, Direction, Language, Script};
