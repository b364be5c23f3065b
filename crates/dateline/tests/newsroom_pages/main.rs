//! The newsroom as people use it: doors, rights, stories.

#[path = "../newsroom/mod.rs"]
mod newsroom;

mod attacks;
mod browser;
mod device;
mod doors;
mod own_roles;
mod passkeys;
mod record;
mod roles;
mod routes;
mod settings;
mod stories;
mod writing;
