//! A story: working copy, versions, and every act that changes what the public sees.

pub mod dateline;
pub mod slug;
