//! Wakes followers sooner; never the truth.
