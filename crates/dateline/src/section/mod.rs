//! Sections, their names and slugs in each edition, and the redirects of their past.
