//! Copy that was published elsewhere: read, checked, taken in.
