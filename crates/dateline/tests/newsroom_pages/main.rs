//! The newsroom as people use it: doors, rights, stories.

#[path = "../newsroom/mod.rs"]
mod newsroom;

mod attacks;
mod board;
mod browser;
mod device;
mod doors;
mod notifications;
mod own_roles;
mod passkeys;
mod record;
mod roles;
mod routes;
mod settings;
mod stories;
mod writing;
