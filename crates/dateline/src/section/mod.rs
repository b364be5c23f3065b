//! Sections: what they may be called, where they stand, and the redirects of their past.
//!
//! A section's key is its identity. Its slugs and names belong to the editions and are read with them
//! ([`crate::edition`]); moving a section below another and merging it into another happen here, with the places of its
//! stories in lists. Addresses do not name the section above, so a move changes lists alone; a merge leaves redirects.

mod merge;
mod order;
mod relist;
mod slug;
mod store;

pub use merge::{SectionError, merge};
pub use order::{LeaveError, arrange, at_home, leave_edition};
pub use relist::{Misplaced, move_below, stands_well};
pub use slug::{BadSection, checked_slug};
