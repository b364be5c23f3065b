//! A picture as templates get it.

use serde::Serialize;

use super::address::Format;
use crate::story::{CardPicture, PageMedia};

/// A picture as templates get it. Addresses are root-relative.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PictureView {
    /// The picture for browsers that choose nothing: the JPEG nearest below 960 pixels across, or the original.
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
    /// What matters, 0 to 1 from the left and from the top.
    pub focus: (f64, f64),
    /// The square crop, once made.
    pub thumb: Option<String>,
    /// The crop for social networks, once made.
    pub card: Option<String>,
    /// What a reader who does not see it needs; empty for one that only decorates.
    pub alt: String,
    /// The caption.
    pub caption: Option<String>,
    /// Whom to name.
    pub credit: Option<String>,
}

impl PictureView {
    /// The view of a page's picture. `None` for what is no picture or cannot be shown.
    pub fn of(media: &PageMedia) -> Option<PictureView> {
        if media.kind != "picture" {
            return None;
        }
        let sources = Sources {
            public: &media.public,
            widths: &media.widths,
            webp: media.webp,
            avif: media.avif,
            original: &media.original,
        };
        Some(PictureView {
            focus: media.focus,
            alt: media.alt.clone(),
            caption: media.caption.clone(),
            credit: media.credit.clone(),
            ..sources.view((media.width, media.height))?
        })
    }

    /// The view of a card's picture. `None` for one that cannot be shown.
    pub fn of_card(picture: &CardPicture) -> Option<PictureView> {
        let sources = Sources {
            public: &picture.public,
            widths: &picture.widths,
            webp: picture.webp,
            avif: picture.avif,
            original: &picture.original,
        };
        let view = sources.view((picture.width, picture.height))?;
        Some(PictureView { alt: picture.alt.clone(), ..view })
    }
}

/// What of a picture is there.
struct Sources<'a> {
    public: &'a str,
    widths: &'a [u32],
    webp: bool,
    avif: bool,
    original: &'a str,
}

impl Sources<'_> {
    fn view(&self, (width, height): (u32, u32)) -> Option<PictureView> {
        let is_made = !self.widths.is_empty();
        let usual = self.widths.iter().filter(|width| **width <= 960).max().or(self.widths.first());
        let name = match usual {
            Some(width) => format!("{width}.jpg"),
            None if self.original.is_empty() => return None,
            None => self.original.to_owned(),
        };
        Some(PictureView {
            src: self.path(&name),
            srcset_jpeg: self.srcset(is_made, Format::Jpeg),
            srcset_webp: self.srcset(is_made && self.webp, Format::Webp),
            srcset_avif: self.srcset(is_made && self.avif, Format::Avif),
            width,
            height,
            focus: (0.5, 0.5),
            thumb: is_made.then(|| self.path("thumb.jpg")),
            card: is_made.then(|| self.path("card.jpg")),
            alt: String::new(),
            caption: None,
            credit: None,
        })
    }

    fn srcset(&self, is_made: bool, format: Format) -> Option<String> {
        let extension = format.extension();
        let candidate = |width: &u32| format!("{} {width}w", self.path(&format!("{width}.{extension}")));
        is_made.then(|| self.widths.iter().map(candidate).collect::<Vec<_>>().join(", "))
    }

    fn path(&self, name: &str) -> String {
        format!("/media/{}/{name}", self.public)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(widths: &[u32], original: &str) -> CardPicture {
        CardPicture {
            public: "190df36dfaa961bb5ea8".to_owned(),
            alt: "The strait".to_owned(),
            width: 1000,
            height: 500,
            widths: widths.to_vec(),
            webp: true,
            avif: false,
            original: original.to_owned(),
        }
    }

    #[test]
    fn until_renditions_are_made_the_original_is_shown() {
        let shown = PictureView::of_card(&picture(&[], "original.jpg")).expect("shown");
        assert_eq!(shown.src, "/media/190df36dfaa961bb5ea8/original.jpg");
        assert_eq!((shown.srcset_jpeg, shown.srcset_webp, shown.card), (None, None, None));
        assert_eq!((shown.width, shown.height, shown.alt.as_str()), (1000, 500, "The strait"));
        assert_eq!(PictureView::of_card(&picture(&[], "")), None);
    }

    #[test]
    fn made_renditions_are_offered_by_width() {
        let shown = PictureView::of_card(&picture(&[320, 640, 1000], "")).expect("shown");
        assert_eq!(shown.src, "/media/190df36dfaa961bb5ea8/640.jpg");
        let webp = "/media/190df36dfaa961bb5ea8/320.webp 320w, /media/190df36dfaa961bb5ea8/640.webp 640w, \
                    /media/190df36dfaa961bb5ea8/1000.webp 1000w";
        assert_eq!(shown.srcset_webp.as_deref(), Some(webp));
        assert_eq!(shown.srcset_avif, None);
        assert_eq!(shown.card.as_deref(), Some("/media/190df36dfaa961bb5ea8/card.jpg"));
        let wide = PictureView::of_card(&picture(&[1200], "")).expect("shown");
        assert_eq!(wide.src, "/media/190df36dfaa961bb5ea8/1200.jpg");
    }
}
