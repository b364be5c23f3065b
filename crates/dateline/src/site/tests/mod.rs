//! Pages of a small newsroom, without a server.

mod lists;
mod newsroom;
mod redirects;
mod story;
mod theme;
mod withdrawn;
