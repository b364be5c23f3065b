//! The release log and its followers.
