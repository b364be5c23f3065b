//! The public pages.

mod connection;
pub mod range;
pub mod server;
pub mod tls;
