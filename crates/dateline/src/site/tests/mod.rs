//! Pages of a small newsroom, without a server.

mod first_page;
mod lists;
mod newsroom;
mod redirects;
mod story;
mod theme;
mod withdrawn;
