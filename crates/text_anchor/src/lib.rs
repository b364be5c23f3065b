#![doc = include_str!("../README.md")]

mod align;
mod annotation;
pub mod bounds;
mod descent;
mod follow;
mod row;
mod search;
mod selector;
mod snap;
mod trace;
mod version;
mod words;

pub use annotation::{BadAnnotation, CONTEXT, Quote, Target, read_annotation, read_target};
pub use follow::{Doubt, Fate, follow, step};
pub use selector::{Refused, Selector};
pub use snap::Unit;
pub use version::{BadVersion, Place, Span, Version};
