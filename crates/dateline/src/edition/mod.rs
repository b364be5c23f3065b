//! The agency, its editions, their texts and patterns; the agency description.

pub mod time_pattern;
