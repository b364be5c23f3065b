//! The body of a news story.
