//! Everything a running node holds.
