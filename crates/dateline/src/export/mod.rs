//! Everything public, written out.
