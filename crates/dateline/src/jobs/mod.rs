//! Errands queued in the act's transaction and done after it.
