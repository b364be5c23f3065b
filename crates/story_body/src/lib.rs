//! The body of a news story: typed blocks whose ids live as long as the block.
//!
//! HTML is an input ([`Body::from_html`]) and an output ([`Body::to_html`]), never the store. What is stored
//! and exchanged is the JSON form of [`Body`], whose schema is [`json_schema`]. The crate is pure: values in,
//! values out, no clock, no randomness, no network. Every size that can come from outside has a bound in
//! [`bounds`].
//!
//! It leaves out what a picture looks like: a [`block::Picture`] names its media by a reference, and whoever
//! writes HTML says through [`MediaMarkup`] what stands for that reference.

pub mod block;
pub mod bounds;
mod check;
pub mod diff;
mod dom;
pub mod embed;
mod error;
pub mod ids;
pub mod inline;
mod json;
mod line;
pub mod link;
mod match_blocks;
pub mod merge;
mod notice;
mod read_blocks;
mod read_figure;
mod read_html;
mod read_inline;
mod read_list;
mod read_table;
mod read_tokens;
mod redact;
mod schema;
mod tag;
mod tidy;
mod walk;
mod write_changes;
pub mod write_html;
mod write_inline;
mod write_markdown;
pub mod write_text;

pub use block::{Block, Body, Kind, ListStyle};
pub use diff::{BlockChange, BlockFate, WordFate, WordRun, compare, compare_texts};
pub use error::BodyError;
pub use ids::BlockId;
pub use inline::{Content, Mark, Marks, Run};
pub use link::{Link, MediaRef};
pub use merge::{Conflict, Merged, merge};
pub use notice::{Notice, Reading};
pub use redact::replace_in_text;
pub use schema::json_schema;
pub use write_changes::{CaptionsAlone, write_words};
pub use write_html::{Ids, MediaMarkup, PlainMedia, Rendering, Syntax};
