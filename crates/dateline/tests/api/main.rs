//! The API as a program uses it: every call, status and field it promises.

#[path = "../newsroom/mod.rs"]
mod newsroom;

mod acts;
mod description;
mod desk;
mod fronts;
mod keys;
mod log;
mod problems;
mod stories;
mod tokens;
