//! The release log and its followers: the only place that knows what follows an act.
//!
//! Owns the log, the transaction an act runs in, the wake-up of followers and the schedule. What an act means is
//! decided in the domain folders; they say what changed, and this folder writes it down in one order.

mod act;
mod entry;
mod errands;
pub mod follow;
mod fronts;
mod hearing;
pub mod log;
mod media;
mod put_aside;
mod schedule;
mod settings;
mod told;

pub use act::{Act, OnCommit, Publication};
pub use entry::{Entry, EntryKind};
pub use errands::run_errands;
pub use fronts::arrange_front;
pub use media::{DEVELOP, Develop, Known, Looked, MediaWorkError, NewFile, with_darkroom};
pub use schedule::run_schedule;
pub use settings::{
    DescriptionError, apply_description, arrange_sections, forget_place, merge_sections, take_out_section,
};
