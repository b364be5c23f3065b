//! The newsroom as people use it: doors, rights, stories.

#[path = "../newsroom/mod.rs"]
mod newsroom;

mod browser;
mod doors;
mod roles;
mod stories;
