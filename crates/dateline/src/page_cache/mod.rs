//! Finished pages in memory: bodies in each encoding, dependencies, log positions.
