//! The public pages.

mod connection;
pub mod media_file;
pub mod range;
pub mod server;
pub mod tls;
