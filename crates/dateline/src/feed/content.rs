//! A story's text as feeds carry it: complete, for reading elsewhere.

use std::borrow::Cow;

use story_body::block::Picture;
use story_body::write_html::{escape, write_figcaption};
use story_body::{Body, Content, Ids, MediaMarkup, MediaRef, Rendering, Syntax};

use crate::edition::{Agency, Edition};
use crate::media::PictureView;
use crate::media::markup::shown_body;
use crate::story::dateline::DatelinePlacement;
use crate::story::{PageMedia, ReleasedStory};

/// The whole text, pictures and corrections included, all addresses absolute. Empty where a story has a headline
/// alone.
pub(super) fn full(
    agency: &Agency,
    edition: &Edition,
    story: &ReleasedStory,
    body: &Body,
    syntax: Syntax,
) -> String {
    let media = &story.page.media;
    let markup = Elsewhere { media, origin: &agency.origin };
    let (line, lead_in) = placed(edition.dateline, story.dateline(agency, edition));
    let rendering =
        Rendering { media: &markup, ids: Ids::LeftOut, origin: &agency.origin, lead_in: &lead_in };
    let shown = shown_body(body, media);
    let text = match syntax {
        Syntax::Html => shown.to_html(&rendering),
        Syntax::Xhtml => shown.to_xhtml(&rendering),
    };
    let mut out = String::with_capacity(text.len() + 1024);
    let mut beside = media.iter().filter(|media| !media.in_body && media.kind == "picture");
    markup.figure(&mut out, beside.next(), syntax);
    if !text.is_empty() {
        out.push_str(&line);
    }
    out.push_str(&text);
    beside.for_each(|media| markup.figure(&mut out, Some(media), syntax));
    for note in &story.page.corrections {
        out.push_str("<p><strong>");
        escape(&mut out, edition.texts.get("correction").unwrap_or_default());
        out.push_str("</strong> ");
        escape(&mut out, &note.note);
        out.push_str("</p>");
    }
    out
}

/// The dateline as a paragraph of its own, and as what begins the first paragraph: one of the two is empty.
fn placed(placement: DatelinePlacement, dateline: Option<String>) -> (String, String) {
    let Some(line) = dateline else { return (String::new(), String::new()) };
    let mut escaped = String::with_capacity(line.len() + 16);
    escape(&mut escaped, &line);
    match placement {
        DatelinePlacement::Line => (format!("<p>{escaped}</p>"), String::new()),
        DatelinePlacement::RunIn => (String::new(), format!("{escaped} ")),
    }
}

/// The public address of a picture, film or recording under `origin`; `None` while it is not shown.
pub(super) fn address(origin: &str, media: &PageMedia) -> Option<String> {
    if let Some(view) = PictureView::of(media) {
        return Some(format!("{origin}{}", view.src));
    }
    let recorded = media.kind != "picture" && !media.original.is_empty();
    recorded.then(|| format!("{origin}/media/{}/{}", media.public, media.original))
}

/// Media for whoever reads elsewhere: one address each, absolute.
pub(super) struct Elsewhere<'a> {
    pub media: &'a [PageMedia],
    pub origin: &'a str,
}

impl Elsewhere<'_> {
    fn find(&self, reference: &MediaRef) -> Option<&PageMedia> {
        let id = reference.as_str().parse().ok()?;
        self.media.iter().find(|media| media.media == id)
    }

    fn image(&self, out: &mut String, media: &PageMedia, alt: &str, syntax: Syntax) -> bool {
        let Some(address) = address(self.origin, media) else { return false };
        out.push_str("<img src=\"");
        escape(out, &address);
        out.push_str("\" alt=\"");
        escape(out, alt);
        out.push('"');
        if media.width > 0 && media.height > 0 {
            out.push_str(&format!(" width=\"{}\" height=\"{}\"", media.width, media.height));
        }
        out.push_str(if syntax == Syntax::Xhtml { "/>" } else { ">" });
        true
    }

    /// A picture that stands beside the body.
    fn figure(&self, out: &mut String, media: Option<&PageMedia>, syntax: Syntax) {
        let Some(media) = media else { return };
        let start = out.len();
        out.push_str("<figure>");
        if !self.image(out, media, &media.alt, syntax) {
            out.truncate(start);
            return;
        }
        let caption = media.caption.clone().map(Content::plain);
        write_figcaption(out, caption.as_ref(), media.credit.as_deref(), syntax);
        out.push_str("</figure>");
    }
}

impl MediaMarkup for Elsewhere<'_> {
    fn address<'m>(&self, media: &'m MediaRef) -> Cow<'m, str> {
        let found = self.find(media).and_then(|media| address(self.origin, media));
        found.map_or(Cow::Borrowed(""), Cow::Owned)
    }

    fn picture(&self, out: &mut String, picture: &Picture, syntax: Syntax) {
        let Some(media) = self.find(&picture.media) else { return };
        if !self.image(out, media, picture.alt.as_deref().unwrap_or(&media.alt), syntax) {
            return;
        }
        let of_file = media.caption.clone().map(Content::plain);
        let credit = picture.credit.as_deref().or(media.credit.as_deref());
        write_figcaption(out, picture.caption.as_ref().or(of_file.as_ref()), credit, syntax);
    }
}
