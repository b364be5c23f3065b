//! The time, as an argument.
