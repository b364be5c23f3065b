//! Pages of a small newsroom, without a server.

mod first_page;
#[path = "../../../tests/newsroom/mod.rs"]
mod harness;
mod lists;
mod newsroom;
mod redirects;
mod story;
mod theme;
mod withdrawn;
