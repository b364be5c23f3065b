//! Ids that cannot be confused.
