//! The body as HTML, with its pictures, films and recordings.

use std::borrow::Cow;

use story_body::block::{Audio, Picture, Video};
use story_body::write_html::{escape, write_figcaption};
use story_body::{Block, Body, Content, Kind, MediaMarkup, MediaRef, Rendering, Syntax};

use super::view::PictureView;
use crate::story::PageMedia;

/// How wide a picture in the body is: the column of text, or the window where that is narrower.
pub const SIZES: &str = "(min-width: 62rem) 41rem, 100vw";

/// The body as the page shows it. Blocks of media the page does not know are left out.
pub fn body_html(body: &Body, media: &[PageMedia]) -> String {
    shown_body(body, media).to_html(&Rendering { media: &PageMarkup { media }, ..Rendering::default() })
}

/// The body without the blocks of media a page does not know.
pub fn shown_body<'b>(body: &'b Body, media: &[PageMedia]) -> Cow<'b, Body> {
    let markup = PageMarkup { media };
    if body.media().all(|reference| markup.knows(reference)) {
        return Cow::Borrowed(body);
    }
    let blocks = body.blocks.iter().filter_map(|block| markup.shown(block)).collect();
    Cow::Owned(Body { blocks })
}

/// Writes media from what the page knows of them. What it does not know is left out.
struct PageMarkup<'a> {
    media: &'a [PageMedia],
}

impl PageMarkup<'_> {
    fn find(&self, reference: &MediaRef, kind: &str) -> Option<&PageMedia> {
        let id = reference.as_str().parse().ok()?;
        self.media.iter().find(|media| media.media == id && media.kind == kind)
    }

    fn knows(&self, reference: &MediaRef) -> bool {
        reference.as_str().parse().is_ok_and(|id| self.media.iter().any(|media| media.media == id))
    }

    /// The block without what the page does not know of; `None` where nothing is left.
    fn shown(&self, block: &Block) -> Option<Block> {
        let mut block = block.clone();
        let is_shown = match &mut block.kind {
            Kind::Picture(picture) => self.find(&picture.media, "picture").is_some(),
            Kind::Video(video) => self.find(&video.media, "video").is_some(),
            Kind::Audio(audio) => self.find(&audio.media, "audio").is_some(),
            Kind::Gallery(gallery) => {
                gallery.pictures.retain(|picture| self.find(&picture.media, "picture").is_some());
                !gallery.pictures.is_empty()
            }
            _ => true,
        };
        is_shown.then_some(block)
    }

    fn original(&self, reference: &MediaRef) -> Option<String> {
        let id = reference.as_str().parse().ok()?;
        let media = self.media.iter().find(|media| media.media == id && !media.original.is_empty())?;
        Some(format!("/media/{}/{}", media.public, media.original))
    }

    /// The words below: the block's own, else those of the file.
    fn words(
        &self,
        out: &mut String,
        (caption, credit): (Option<&Content>, Option<&str>),
        media: &PageMedia,
        syntax: Syntax,
    ) {
        let of_file = media.caption.clone().map(Content::plain);
        write_figcaption(out, caption.or(of_file.as_ref()), credit.or(media.credit.as_deref()), syntax);
    }
}

impl MediaMarkup for PageMarkup<'_> {
    fn address<'m>(&self, media: &'m MediaRef) -> Cow<'m, str> {
        self.original(media).map_or(Cow::Borrowed(""), Cow::Owned)
    }

    fn picture(&self, out: &mut String, picture: &Picture, syntax: Syntax) {
        let Some(media) = self.find(&picture.media, "picture") else { return };
        let Some(view) = PictureView::of(media) else { return };
        write_picture(out, &view, picture.alt.as_deref().unwrap_or(&media.alt), syntax);
        self.words(out, (picture.caption.as_ref(), picture.credit.as_deref()), media, syntax);
    }

    fn video(&self, out: &mut String, video: &Video, syntax: Syntax) {
        let Some(media) = self.find(&video.media, "video") else { return };
        let Some(address) = self.original(&video.media) else { return };
        open_player(out, "video", &address, syntax);
        if media.width > 0 {
            out.push_str(&format!(" width=\"{}\" height=\"{}\"", media.width, media.height));
        }
        let poster = video.poster.as_ref().and_then(|poster| self.find(poster, "picture"));
        if let Some(poster) = poster.and_then(PictureView::of) {
            attribute(out, "poster", &poster.src);
        }
        out.push('>');
        for track in &video.tracks {
            let Some(address) = self.original(&track.media) else { continue };
            out.push_str("<track");
            attribute(out, "kind", track.kind.as_str());
            attribute(out, "src", &address);
            if let Some(language) = &track.lang {
                attribute(out, "srclang", language.as_str());
            }
            if let Some(label) = &track.label {
                attribute(out, "label", label);
            }
            out.push_str(end_of_void(syntax));
        }
        out.push_str("</video>");
        self.words(out, (video.caption.as_ref(), video.credit.as_deref()), media, syntax);
    }

    fn audio(&self, out: &mut String, audio: &Audio, syntax: Syntax) {
        let Some(media) = self.find(&audio.media, "audio") else { return };
        let Some(address) = self.original(&audio.media) else { return };
        open_player(out, "audio", &address, syntax);
        out.push_str("></audio>");
        self.words(out, (audio.caption.as_ref(), audio.credit.as_deref()), media, syntax);
    }
}

fn write_picture(out: &mut String, view: &PictureView, alt: &str, syntax: Syntax) {
    out.push_str("<picture>");
    let sources = [("image/avif", &view.srcset_avif), ("image/webp", &view.srcset_webp)];
    for (media_type, srcset) in sources {
        let Some(srcset) = srcset else { continue };
        out.push_str("<source");
        attribute(out, "type", media_type);
        attribute(out, "srcset", srcset);
        attribute(out, "sizes", SIZES);
        out.push_str(end_of_void(syntax));
    }
    out.push_str("<img");
    attribute(out, "src", &view.src);
    if let Some(srcset) = &view.srcset_jpeg {
        attribute(out, "srcset", srcset);
        attribute(out, "sizes", SIZES);
    }
    attribute(out, "alt", alt);
    if view.width > 0 {
        out.push_str(&format!(" width=\"{}\" height=\"{}\"", view.width, view.height));
    }
    out.push_str(" loading=\"lazy\" decoding=\"async\"");
    out.push_str(end_of_void(syntax));
    out.push_str("</picture>");
}

fn open_player(out: &mut String, element: &str, address: &str, syntax: Syntax) {
    out.push('<');
    out.push_str(element);
    out.push_str(if syntax == Syntax::Xhtml { " controls=\"controls\"" } else { " controls" });
    attribute(out, "preload", "metadata");
    attribute(out, "src", address);
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

fn end_of_void(syntax: Syntax) -> &'static str {
    if syntax == Syntax::Xhtml { "/>" } else { ">" }
}
