//! Dateline: a whole news agency in one program.
//!
//! Uses point one way: pages → `publication` → domain folders → ground → leaf crates.
//! `tests/architecture.rs` holds the table of what may use what.

// Tests beside the code work in the same newsroom as those in tests/, which know the program by its name.
#[cfg(test)]
extern crate self as dateline;
#[cfg(test)]
#[path = "../tests/newsroom/mod.rs"]
mod harness;

pub mod api;
pub mod app;
pub mod backup;
pub mod blob;
pub mod bus;
pub mod captcha;
pub mod check;
pub mod cli;
pub mod clock;
pub mod config;
pub mod correction;
pub mod db;
pub mod demo;
pub mod desk;
pub mod edition;
pub mod export;
pub mod feed;
pub mod feedback;
pub mod front;
pub mod ids;
pub mod import;
pub mod jobs;
pub mod lang;
pub mod mail;
pub mod media;
pub mod newsroom;
pub mod notice;
pub mod page_cache;
pub mod people;
pub mod place;
pub mod publication;
pub mod report;
pub mod section;
pub mod site;
pub mod story;
pub mod texts;
pub mod vocabulary;
