//! WordPress eXtended RSS: what WordPress exports, in its versions 1.0 to 1.2.
//!
//! A file is read twice. The survey finds authors, categories, tags and attachments, wherever they stand; then posts
//! become stories one by one. Comments are counted and left out; drafts, private and protected posts stay
//! unpublished. There is no published standard; what is read here is what WordPress writes
//! (`wp-admin/includes/export.php`).

mod channel;
mod content;
mod item;
mod posts;
mod xml;

pub(super) use channel::survey;
pub(super) use posts::posts;
