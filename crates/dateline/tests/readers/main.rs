//! What readers send: letters to the newsroom, and reports of mistakes.

mod counter;
mod feedback;
#[path = "../newsroom/mod.rs"]
mod newsroom;
mod reports;
