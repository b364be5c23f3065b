//! What programs read of the public site: feeds, sitemaps, `robots.txt`, `llms.txt`, the manifest, icons, and a
//! story as Markdown.
//!
//! Owns no table: everything is made from the lists and released versions of [`crate::story`], in the one view of
//! the database a page is rendered from. An answer names what it was made from as every page does, so it changes
//! together with the story's page and its lists.
//!
//! The id of a story in feeds is its permanent address, `/{lang}/{number}` under the agency's origin. It is the same
//! for life whatever happens to section and headline, it leads to the story, and, unlike an imported `uri`, it never
//! holds words that a takedown has to remove.
//!
//! Not here: pages for people, and the redirects and notices of a story's addresses (`site`).

mod atom_feed;
mod channel;
mod content;
mod icon;
mod item;
mod json_feed;
mod llms;
mod manifest;
mod markdown;
mod news_sitemap;
mod reading;
mod robots;
mod rss_feed;
mod seen;
mod sitemap;
mod store;
mod xml;

use crate::db::DbError;
use crate::page_cache::{Dep, Rendered};

pub use icon::Icon;
pub use markdown::markdown;
pub use reading::{FeedFormat, FeedOf, Reading};
pub use seen::Seen;
pub use sitemap::MOST_ADDRESSES;

/// Why nothing could be made.
#[derive(Debug, thiserror::Error)]
pub enum FeedError {
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
    /// A feed could not be put into its format.
    #[error("writing {what}: {reason}")]
    Unwritten {
        /// What was being written.
        what: &'static str,
        /// What went wrong.
        reason: String,
    },
}

impl FeedError {
    fn unwritten(what: &'static str, reason: impl ToString) -> FeedError {
        FeedError::Unwritten { what, reason: reason.to_string() }
    }
}

/// What became of a request.
#[derive(Debug)]
pub enum Answer {
    /// The finished answer, or a redirect.
    Page(Rendered),
    /// There is no such thing, which depends on these.
    Missing(Vec<Dep>),
}

/// Answers a program's request from one view of the database.
pub async fn answer(reading: &Reading, seen: Seen<'_>) -> Result<Answer, FeedError> {
    match reading {
        Reading::Feed { tag, of, format } => channel::answer(seen, tag, of, *format).await,
        Reading::SitemapIndex => sitemap::index(seen).await,
        Reading::Sitemap { tag, month, part } => sitemap::month(seen, tag, *month, *part).await,
        Reading::NewsSitemap => news_sitemap::answer(seen).await,
        Reading::Robots => Ok(Answer::Page(robots::render(seen))),
        Reading::Llms => Ok(Answer::Page(llms::render(seen))),
        Reading::Manifest => manifest::render(seen).map(Answer::Page),
        Reading::Icon(icon) => Ok(Answer::Page(icon::render(seen, *icon))),
    }
}
