//! The agency, its editions, their texts and patterns.
//!
//! Owns the agency description (the TOML file of `init`, `apply` and `export`), the agency as nodes keep it in
//! memory, and its SQL. An edition is one language of the site; sections belong to [`crate::section`], which
//! changes them, while reading them together with the edition happens here, in one go.

mod agency;
mod apply;
mod cell;
mod describe;
pub mod description;
mod fault;
mod faults;
mod store;
pub mod time_pattern;

pub use agency::{Agency, Edition, EditionSection, FeedText, Section, SignOffShown};
pub use apply::{Applied, ApplyError, apply, ensure_edition, ensure_section};
pub use cell::AgencyCell;
pub use describe::describe;
pub use description::AgencyDescription;
pub use fault::Fault;
pub use faults::faults;
pub use store::{draft, forget_place};
