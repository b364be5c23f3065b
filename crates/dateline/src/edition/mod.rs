//! The agency, its editions, their texts and patterns; the agency description.
