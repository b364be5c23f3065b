//! The newsroom as people use it: doors, rights, stories.

#[path = "../newsroom/mod.rs"]
mod newsroom;

mod acts;
mod attacks;
mod board;
mod browser;
mod calendar;
mod device;
mod doors;
mod errands;
mod flash;
mod notifications;
mod own_roles;
mod passkeys;
mod record;
mod reports;
mod roles;
mod routes;
mod settings;
mod sight;
mod stories;
mod writing;
