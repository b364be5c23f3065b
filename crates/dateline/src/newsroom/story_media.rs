//! The pictures, films and recordings of a working copy, as its page and its editor show them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Map;
use story_body::{MediaMarkup, MediaRef};

use super::{Trouble, media_page};
use crate::db::Conn;
use crate::ids::MediaId;
use crate::media::{self, Media};
use crate::story::Story;

/// One of the pictures beside the body.
#[derive(Serialize)]
pub(super) struct MediaView {
    id: String,
    name: String,
    src: Option<String>,
    alt: String,
    caption: String,
    credit: String,
}

/// The media a story shows beside its body and in it, as far as they are here.
pub(super) async fn used(conn: &mut Conn<'_>, story: &Story) -> Result<BTreeMap<MediaId, Media>, Trouble> {
    let mut known = BTreeMap::new();
    for id in media::store::used_by(&story.copy) {
        known.extend(media::store::by_id(conn, id).await?.map(|media| (id, media)));
    }
    Ok(known)
}

/// What is known of them by reference, as the editor reads it.
pub(super) fn known(story: &Story, known: &BTreeMap<MediaId, Media>) -> serde_json::Value {
    let beside = story.copy.media.iter().map(|used| used.media.to_string());
    let within = story.copy.body.media().map(|reference| reference.as_str().to_owned());
    let known = beside.chain(within).filter_map(|reference| {
        let media = known.get(&reference.parse().ok()?)?;
        Some((reference, media_page::known(media)))
    });
    known.collect::<Map<_, _>>().into()
}

/// Media at the newsroom's own addresses, public or not.
pub(super) struct InNewsroom<'m>(pub &'m BTreeMap<MediaId, Media>);

impl MediaMarkup for InNewsroom<'_> {
    fn address<'m>(&self, media: &'m MediaRef) -> Cow<'m, str> {
        let known = media.as_str().parse().ok().and_then(|id| self.0.get(&id));
        known.map_or(Cow::Borrowed(media.as_str()), |known| Cow::Owned(media_page::small(known)))
    }
}

/// The pictures beside its body, as a form shows them.
pub(super) fn views(story: &Story, known: &BTreeMap<MediaId, Media>) -> Vec<MediaView> {
    let used = story.copy.media.iter();
    used.map(|used| {
        let known = known.get(&used.media);
        MediaView {
            id: used.media.to_string(),
            name: known.map_or_else(String::new, |known| known.name.clone()),
            src: known.map(media_page::small),
            alt: used.alt.clone().unwrap_or_default(),
            caption: used.caption.clone().unwrap_or_default(),
            credit: used.credit.clone().unwrap_or_default(),
        }
    })
    .collect()
}
