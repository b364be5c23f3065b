//! The newsroom as people use it: doors, rights, stories.

#[path = "../newsroom/mod.rs"]
mod newsroom;

mod browser;
mod device;
mod doors;
mod passkeys;
mod roles;
mod settings;
mod stories;
