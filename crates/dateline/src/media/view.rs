//! A picture as a page shows it.

use serde::{Deserialize, Serialize};

use super::address::{Format, MediaName, PictureAddress};
use super::kind::{MediaKind, Nature};
use super::renditions::{FocalPoint, widths_of};

/// The longest cleaned original a page shows while there are no renditions.
pub const MAX_SHOWN_ORIGINAL_BYTES: u64 = 4 << 20;

/// What is known of a picture when a page is made.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown<'a> {
    /// Where it is.
    pub address: &'a PictureAddress,
    /// What its original is.
    pub kind: MediaKind,
    /// Pixels across and down, upright.
    pub size: (u32, u32),
    /// Length of the cleaned original, where there is one.
    pub original_bytes: Option<u64>,
    /// The formats whose renditions are made.
    pub made: &'a [Format],
    /// What matters in it.
    pub focal: FocalPoint,
}

/// The words beside a picture, in the language of the page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PictureWords {
    /// What a reader who does not see it needs; empty for one that only decorates.
    pub alt: String,
    /// The caption.
    pub caption: Option<String>,
    /// Whom to name.
    pub credit: Option<String>,
}

/// A picture as templates get it. Addresses are root-relative.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PictureView {
    /// The picture for browsers that choose nothing: the JPEG nearest to 960 pixels across, or the original.
    pub src: String,
    /// Candidates by width for `img`; `None` until they are made.
    pub srcset_jpeg: Option<String>,
    /// The same for `source[type="image/webp"]`.
    pub srcset_webp: Option<String>,
    /// The same for `source[type="image/avif"]`.
    pub srcset_avif: Option<String>,
    /// Pixels across of the whole picture, so that the page does not jump.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// What matters, in per cent from the left.
    pub focal_x: u32,
    /// What matters, in per cent from the top.
    pub focal_y: u32,
    /// The square crop, once made.
    pub thumb: Option<String>,
    /// The crop for social networks, once made.
    pub card: Option<String>,
    /// The words.
    #[serde(flatten)]
    pub words: PictureWords,
}

impl PictureView {
    /// The view of `shown` with `words`. `None` while nothing of it can be shown: no renditions, and an original that is
    /// too long or in a format browsers do not show.
    pub fn of(shown: &Shown<'_>, words: PictureWords) -> Option<PictureView> {
        let has = |format| shown.made.contains(&format);
        let widths = widths_of(shown.size.0);
        let srcset = |format: Format| {
            let candidate =
                |width: &u32| format!("{} {width}w", shown.address.path(MediaName::Width(*width, format)));
            has(format).then(|| widths.iter().map(candidate).collect::<Vec<_>>().join(", "))
        };
        let usual = widths.iter().copied().filter(|width| *width <= 960).max().or(widths.first().copied());
        let made = usual.map(|width| MediaName::Width(width, Format::Jpeg)).filter(|_| has(Format::Jpeg));
        let src = shown.address.path(made.or_else(|| original(shown))?);
        let once = |name| has(Format::Jpeg).then(|| shown.address.path(name));
        let per_cent = |share: f64| (share * 100.0).round() as u32;
        Some(PictureView {
            src,
            srcset_jpeg: srcset(Format::Jpeg),
            srcset_webp: srcset(Format::Webp),
            srcset_avif: srcset(Format::Avif),
            width: shown.size.0,
            height: shown.size.1,
            focal_x: per_cent(shown.focal.x()),
            focal_y: per_cent(shown.focal.y()),
            thumb: once(MediaName::Thumb(Format::Jpeg)),
            card: once(MediaName::Card),
            words,
        })
    }
}

fn original(shown: &Shown<'_>) -> Option<MediaName> {
    let is_shown = shown.kind.nature() == Nature::Picture && shown.kind != MediaKind::Tiff;
    let is_short = shown.original_bytes.is_some_and(|bytes| bytes <= MAX_SHOWN_ORIGINAL_BYTES);
    (is_shown && is_short).then_some(MediaName::Original(shown.kind))
}

/// A video or sound of the agency's own, as templates get it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordingView {
    /// Where it is.
    pub src: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Whether it is `video` or `audio`.
    pub nature: Nature,
    /// Pixels across and down, of a video that states them.
    pub size: Option<(u32, u32)>,
    /// How long it plays, in whole seconds.
    pub seconds: Option<u64>,
    /// The picture shown before it plays.
    pub poster: Option<String>,
    /// The caption.
    pub caption: Option<String>,
    /// Whom to name.
    pub credit: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::blob::ContentHash;

    fn view(
        kind: MediaKind,
        size: (u32, u32),
        original_bytes: Option<u64>,
        made: &[Format],
    ) -> Option<PictureView> {
        let address = PictureAddress::of(&ContentHash::of(b"strait"), &[1; 16]);
        let shown = Shown { address: &address, kind, size, original_bytes, made, focal: FocalPoint::USUAL };
        PictureView::of(&shown, PictureWords::default())
    }

    #[test]
    fn until_renditions_are_made_the_original_is_shown_if_it_is_short() {
        let shown = view(MediaKind::Jpeg, (3000, 2000), Some(900_000), &[]).expect("shown");
        assert_eq!(shown.src, "/media/190df36dfaa961bb5ea8/original.jpg");
        assert_eq!((shown.srcset_jpeg, shown.card, shown.width, shown.height), (None, None, 3000, 2000));
        assert_eq!(view(MediaKind::Jpeg, (3000, 2000), Some(9_000_000), &[]), None);
        assert_eq!(view(MediaKind::Tiff, (3000, 2000), None, &[]), None);
    }

    #[test]
    fn made_renditions_are_offered_by_width() {
        let shown = view(MediaKind::Tiff, (1000, 500), None, &[Format::Jpeg, Format::Webp]).expect("shown");
        assert_eq!(shown.src, "/media/190df36dfaa961bb5ea8/640.jpg");
        let webp = "/media/190df36dfaa961bb5ea8/320.webp 320w, /media/190df36dfaa961bb5ea8/640.webp 640w, \
                    /media/190df36dfaa961bb5ea8/1000.webp 1000w";
        assert_eq!(shown.srcset_webp.as_deref(), Some(webp));
        assert_eq!(shown.srcset_avif, None);
        assert_eq!(shown.card.as_deref(), Some("/media/190df36dfaa961bb5ea8/card.jpg"));
        assert_eq!((shown.focal_x, shown.focal_y), (50, 40));
    }
}
