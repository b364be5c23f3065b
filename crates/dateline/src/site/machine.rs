//! What programs read, from the same view of the database as pages: the site finds it, `feed` makes it.

use super::view::{Failure, View};
use super::{PageRequest, error_page};
use crate::feed::{self, Answer, Reading, Seen};
use crate::page_cache::Rendered;
use crate::story::ReleasedStory;

/// A feed, a sitemap and the like; where there is none, an address of the past may still lead somewhere.
pub(super) async fn render(
    mut view: View<'_>,
    reading: &Reading,
    request: &PageRequest,
) -> Result<Rendered, Failure> {
    match feed::answer(reading, seen(&mut view)).await? {
        Answer::Page(page) => Ok(page),
        Answer::Missing(looked_for) => {
            view.on_all(looked_for);
            error_page::unknown(view, None, request).await
        }
    }
}

/// `….md` of a public story.
pub(super) async fn markdown(mut view: View<'_>, story: &ReleasedStory) -> Result<Rendered, Failure> {
    Ok(feed::markdown(seen(&mut view), story).await?)
}

fn seen<'v>(view: &'v mut View<'_>) -> Seen<'v> {
    let (agency, seq, now) = (view.agency(), view.seq, view.now);
    Seen::new(view.conn(), agency, seq, now)
}
