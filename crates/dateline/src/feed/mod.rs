//! Feeds, sitemaps and what else machines read.
