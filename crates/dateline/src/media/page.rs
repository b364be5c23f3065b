//! The media of a story as its page shows them.

use std::collections::HashMap;

use super::address::Format;
use super::item::{Media, Standing};
use super::renditions::widths_of;
use super::store;
use crate::db::{Conn, DbError};
use crate::story::{MediaUse, PageMedia, StoryCopy};

/// The media of `copy` as its page shows them: those beside the body first, then those in it. What is not there,
/// withdrawn, or cannot be shown yet is left out. For the act that writes the page, which has taken the page before: the
/// files stay as they are until it ends, so that renditions made in the same moment see the page, or the page them.
pub async fn for_page(conn: &mut Conn<'_>, copy: &StoryCopy) -> Result<Vec<PageMedia>, DbError> {
    let used = store::used_by(copy);
    let mut found = HashMap::new();
    for id in &used {
        found.extend(store::share(conn, *id).await?.map(|media| (*id, media)));
    }
    let beside = |id| copy.media.iter().find(|used| used.media == id);
    Ok(used.into_iter().filter_map(|id| page_media(found.get(&id)?, beside(id))).collect())
}

/// One file as a page shows it; what the story does not say of it, its own fields say. `beside` is its use beside the
/// body, if there is one.
fn page_media(media: &Media, beside: Option<&MediaUse>) -> Option<PageMedia> {
    if media.standing != Standing::Good {
        return None;
    }
    let original = media.shown_original();
    let has_jpeg = media.made.has(Format::Jpeg);
    if original.is_none() && !has_jpeg {
        return None;
    }
    let (width, height) = media.size.unwrap_or_default();
    let said = |pick: fn(&MediaUse) -> &Option<String>| beside.and_then(|used| pick(used).clone());
    let alt = said(|used| &used.alt).or_else(|| media.fields.alt.clone());
    Some(PageMedia {
        media: media.id,
        public: media.address.to_string(),
        kind: media.kind.nature().as_str().to_owned(),
        mime: media.kind.media_type().to_owned(),
        original: original.map(|name| name.to_string()).unwrap_or_default(),
        width,
        height,
        widths: if has_jpeg { widths_of(width) } else { Vec::new() },
        webp: has_jpeg && media.made.has(Format::Webp),
        avif: has_jpeg && media.made.has(Format::Avif),
        focus: (media.focal.x(), media.focal.y()),
        in_body: beside.is_none(),
        alt: alt.unwrap_or_default(),
        caption: said(|used| &used.caption).or_else(|| media.fields.caption.clone()),
        credit: said(|used| &used.credit).or_else(|| media.fields.credit_line()),
    })
}
