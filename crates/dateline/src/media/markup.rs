//! The body as HTML, with its pictures.

use story_body::Body;

use crate::story::PageMedia;

/// The body as the page shows it.
pub fn body_html(body: &Body, media: &[PageMedia]) -> String {
    let _ = media;
    body.to_html(&story_body::Rendering::default())
}
