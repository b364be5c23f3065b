//! Blocks to HTML and XHTML, written into one string.
//!
//! Classes and attributes a theme may rely on: `div.table` around a table, `figure.gallery`,
//! `figure[data-provider]` around an embed's link, `small` for a credit in a `figcaption`, `footer` for the
//! source of a quotation.

use crate::block::{
    Audio, Block, Body, Cell, CellKind, Gallery, HeadingLevel, Kind, List, ListStyle, Picture, Quotation,
    Table, Video,
};
use crate::embed::Embed;
use crate::inline::Content;
use crate::link::MediaRef;
pub use crate::write_inline::{escape, write_figcaption};
use std::borrow::Cow;

/// HTML or XML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// HTML.
    Html,
    /// XHTML: well-formed XML without named entities; the namespace is left to whoever writes the element
    /// around.
    Xhtml,
}

/// Whether blocks carry their ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ids {
    /// `id="b-…"`.
    Written,
    /// None, where several bodies share a page.
    LeftOut,
}

/// Writes what stands for a reference to media.
///
/// An implementation writes well-formed content in the syntax asked for, and writes what belongs inside a
/// `figure`: the picture and, where there are words, a `figcaption`.
pub trait MediaMarkup {
    /// The public address of a reference.
    fn address<'m>(&self, media: &'m MediaRef) -> Cow<'m, str> {
        Cow::Borrowed(media.as_str())
    }

    /// A picture with its caption and credit.
    fn picture(&self, out: &mut String, picture: &Picture, syntax: Syntax) {
        out.push_str("<img src=\"");
        escape(out, &self.address(&picture.media));
        out.push_str("\" alt=\"");
        escape(out, picture.alt.as_deref().unwrap_or_default());
        out.push_str(if syntax == Syntax::Xhtml { "\"/>" } else { "\">" });
        write_figcaption(out, picture.caption.as_ref(), picture.credit.as_deref(), syntax);
    }

    /// A film with its caption and credit.
    fn video(&self, out: &mut String, video: &Video, syntax: Syntax) {
        out.push_str(if syntax == Syntax::Xhtml {
            "<video controls=\"controls\""
        } else {
            "<video controls"
        });
        out.push_str(" preload=\"metadata\" src=\"");
        escape(out, &self.address(&video.media));
        if let Some(poster) = &video.poster {
            out.push_str("\" poster=\"");
            escape(out, &self.address(poster));
        }
        out.push_str("\">");
        for track in &video.tracks {
            out.push_str("<track kind=\"");
            out.push_str(track.kind.as_str());
            out.push_str("\" src=\"");
            escape(out, &self.address(&track.media));
            if let Some(lang) = &track.lang {
                out.push_str("\" srclang=\"");
                out.push_str(lang.as_str());
            }
            if let Some(label) = &track.label {
                out.push_str("\" label=\"");
                escape(out, label);
            }
            out.push_str(if syntax == Syntax::Xhtml { "\"/>" } else { "\">" });
        }
        out.push_str("</video>");
        write_figcaption(out, video.caption.as_ref(), video.credit.as_deref(), syntax);
    }

    /// A recording with its caption and credit.
    fn audio(&self, out: &mut String, audio: &Audio, syntax: Syntax) {
        out.push_str(if syntax == Syntax::Xhtml {
            "<audio controls=\"controls\""
        } else {
            "<audio controls"
        });
        out.push_str(" preload=\"metadata\" src=\"");
        escape(out, &self.address(&audio.media));
        out.push_str("\"></audio>");
        write_figcaption(out, audio.caption.as_ref(), audio.credit.as_deref(), syntax);
    }
}

/// Media whose references are their addresses.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlainMedia;

impl MediaMarkup for PlainMedia {}

/// How a body is written.
#[derive(Clone, Copy)]
pub struct Rendering<'a> {
    /// What stands for references to media.
    pub media: &'a dyn MediaMarkup,
    /// Whether blocks carry their ids.
    pub ids: Ids,
    /// What is put before links to the site's own paths, where the page is read elsewhere:
    /// `https://arna.example`.
    pub origin: &'a str,
    /// Well-formed markup that begins the first paragraph: a dateline that runs into the text, with the space or
    /// dash after it. Where the body begins with something else it stands before it as a paragraph of its own; a
    /// body without words has none.
    pub lead_in: &'a str,
}

impl Default for Rendering<'_> {
    fn default() -> Self {
        Rendering { media: &PlainMedia, ids: Ids::Written, origin: "", lead_in: "" }
    }
}

impl Body {
    /// Writes HTML. Blocks without words are left out.
    pub fn to_html(&self, rendering: &Rendering) -> String {
        let mut out = String::with_capacity(256 + self.blocks.len() * 640);
        self.write_html(&mut out, rendering);
        out
    }

    /// Writes HTML after what `out` holds.
    pub fn write_html(&self, out: &mut String, rendering: &Rendering) {
        Writer { out, rendering, syntax: Syntax::Html }.body(self);
    }

    /// Writes XHTML, for XML formats. Blocks without words are left out.
    pub fn to_xhtml(&self, rendering: &Rendering) -> String {
        let mut out = String::with_capacity(256 + self.blocks.len() * 640);
        Writer { out: &mut out, rendering, syntax: Syntax::Xhtml }.body(self);
        out
    }
}

impl Block {
    /// Writes the block as HTML after what `out` holds.
    pub fn write_html(&self, out: &mut String, rendering: &Rendering) {
        Writer { out, rendering, syntax: Syntax::Html }.block(self);
    }
}

struct Writer<'o, 'r> {
    out: &'o mut String,
    rendering: &'r Rendering<'r>,
    syntax: Syntax,
}

impl Writer<'_, '_> {
    fn body(&mut self, body: &Body) {
        let mut shown = body.blocks.iter().filter(|block| !block.is_empty());
        if let (false, Some(first)) = (self.rendering.lead_in.is_empty(), shown.clone().next()) {
            if let Kind::Paragraph(content) = &first.kind {
                shown.next();
                self.element("p", first, |w| {
                    w.out.push_str(w.rendering.lead_in);
                    w.content(content);
                });
            } else {
                self.out.push_str("<p>");
                self.out.push_str(self.rendering.lead_in);
                self.out.push_str("</p>");
            }
            self.end_block();
        }
        shown.for_each(|block| self.block(block));
    }

    fn end_block(&mut self) {
        if self.syntax == Syntax::Html {
            self.out.push('\n');
        }
    }

    fn block(&mut self, block: &Block) {
        if block.is_empty() {
            return;
        }
        match &block.kind {
            Kind::Paragraph(content) => self.element("p", block, |w| w.content(content)),
            Kind::Heading(HeadingLevel::Two, content) => self.element("h2", block, |w| w.content(content)),
            Kind::Heading(HeadingLevel::Three, content) => self.element("h3", block, |w| w.content(content)),
            Kind::Heading(HeadingLevel::Four, content) => self.element("h4", block, |w| w.content(content)),
            Kind::List(list) => {
                self.out.push('<');
                self.out.push_str(list_element(list));
                self.attributes(block);
                self.list_rest(list);
            }
            Kind::Quotation(quotation) => self.element("blockquote", block, |w| w.quotation(quotation)),
            Kind::Table(table) => self.table(block, table),
            Kind::Preformatted(text) => self.element("pre", block, |w| w.typed(text)),
            Kind::Picture(picture) => {
                self.element("figure", block, |w| w.rendering.media.picture(w.out, picture, w.syntax));
            }
            Kind::Gallery(gallery) => self.gallery(block, gallery),
            Kind::Embed(embed) => self.embed(block, embed),
            Kind::Rule => {
                self.out.push_str("<hr");
                self.attributes(block);
                self.out.push_str(if self.syntax == Syntax::Xhtml { "/>" } else { ">" });
            }
            Kind::Video(video) => {
                self.element("figure", block, |w| w.rendering.media.video(w.out, video, w.syntax))
            }
            Kind::Audio(audio) => {
                self.element("figure", block, |w| w.rendering.media.audio(w.out, audio, w.syntax))
            }
        }
        self.end_block();
    }

    fn element(&mut self, name: &str, block: &Block, inside: impl FnOnce(&mut Self)) {
        self.out.push('<');
        self.out.push_str(name);
        self.attributes(block);
        self.out.push('>');
        inside(self);
        self.close(name);
    }

    fn close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn attributes(&mut self, block: &Block) {
        if self.rendering.ids == Ids::Written {
            self.out.push_str(" id=\"b-");
            self.out.push_str(block.id.as_str());
            self.out.push('"');
        }
        if let Some(dir) = block.dir {
            self.out.push_str(" dir=\"");
            self.out.push_str(dir.as_str());
            self.out.push('"');
        }
        if let Some(lang) = &block.lang {
            self.out.push_str(if self.syntax == Syntax::Xhtml { " xml:lang=\"" } else { " lang=\"" });
            self.out.push_str(lang.as_str());
            self.out.push('"');
        }
    }

    fn content(&mut self, content: &Content) {
        content.write_html(self.out, self.syntax, self.rendering.origin);
    }

    /// What follows the name and attributes of a list's start tag.
    fn list_rest(&mut self, list: &List) {
        if let (ListStyle::Ordered, Some(start)) = (list.style, list.start) {
            self.out.push_str(&format!(" start=\"{start}\""));
        }
        self.out.push('>');
        for item in &list.items {
            self.out.push_str("<li>");
            self.content(&item.content);
            if let Some(inner) = item.list.as_ref().filter(|inner| !inner.items.is_empty()) {
                self.out.push('<');
                self.out.push_str(list_element(inner));
                self.list_rest(inner);
            }
            self.out.push_str("</li>");
        }
        self.close(list_element(list));
    }

    fn quotation(&mut self, quotation: &Quotation) {
        for paragraph in quotation.paragraphs.iter().filter(|paragraph| !paragraph.is_empty()) {
            self.out.push_str("<p>");
            self.content(paragraph);
            self.out.push_str("</p>");
        }
        if let Some(cite) = &quotation.cite {
            self.out.push_str("<footer>");
            self.content(cite);
            self.out.push_str("</footer>");
        }
    }

    fn table(&mut self, block: &Block, table: &Table) {
        // A table wider than the page scrolls in a box, which the keyboard must reach.
        let boxed = self.syntax == Syntax::Html;
        if boxed {
            self.out.push_str("<div class=\"table\" role=\"group\" tabindex=\"0\">");
        }
        self.element("table", block, |w| {
            if let Some(caption) = &table.caption {
                w.out.push_str("<caption>");
                w.content(caption);
                w.out.push_str("</caption>");
            }
            let (head, rest) = table.rows.split_at(table.head_rows());
            w.rows("thead", "col", head);
            w.rows("tbody", "row", rest);
        });
        if boxed {
            self.out.push_str("</div>");
        }
    }

    fn rows(&mut self, section: &str, scope: &str, rows: &[Vec<Cell>]) {
        if rows.iter().all(Vec::is_empty) {
            return;
        }
        self.out.push('<');
        self.out.push_str(section);
        self.out.push('>');
        for row in rows.iter().filter(|row| !row.is_empty()) {
            self.out.push_str("<tr>");
            row.iter().for_each(|cell| self.cell(cell, scope));
            self.out.push_str("</tr>");
        }
        self.close(section);
    }

    fn cell(&mut self, cell: &Cell, scope: &str) {
        let name = if cell.kind == CellKind::Header { "th" } else { "td" };
        self.out.push('<');
        self.out.push_str(name);
        if cell.kind == CellKind::Header {
            self.out.push_str(" scope=\"");
            self.out.push_str(scope);
            self.out.push('"');
        }
        for (key, span) in [("colspan", cell.colspan), ("rowspan", cell.rowspan)] {
            if span.get() > 1 {
                self.out.push_str(&format!(" {key}=\"{}\"", span.get()));
            }
        }
        self.out.push('>');
        self.content(&cell.content);
        self.close(name);
    }

    fn typed(&mut self, text: &str) {
        // An HTML parser takes the first line break after <pre> away.
        if self.syntax == Syntax::Html && text.starts_with('\n') {
            self.out.push('\n');
        }
        escape(self.out, text);
    }

    fn gallery(&mut self, block: &Block, gallery: &Gallery) {
        self.out.push_str("<figure");
        self.attributes(block);
        self.out.push_str(" class=\"gallery\">");
        for picture in &gallery.pictures {
            self.out.push_str("<figure>");
            self.rendering.media.picture(self.out, picture, self.syntax);
            self.out.push_str("</figure>");
        }
        write_figcaption(self.out, gallery.caption.as_ref(), None, self.syntax);
        self.close("figure");
    }

    /// A link to the provider's page: reading a story asks nothing of third parties.
    fn embed(&mut self, block: &Block, embed: &Embed) {
        self.out.push_str("<figure");
        self.attributes(block);
        self.out.push_str(" data-provider=\"");
        self.out.push_str(embed.provider.key());
        self.out.push_str("\"><a href=\"");
        let url = embed.url();
        escape(self.out, &url);
        self.out.push_str("\">");
        escape(self.out, url.strip_prefix("https://").unwrap_or(&url));
        self.out.push_str("</a>");
        write_figcaption(self.out, embed.caption.as_ref(), None, self.syntax);
        self.close("figure");
    }
}

fn list_element(list: &List) -> &'static str {
    match list.style {
        ListStyle::Ordered => "ol",
        ListStyle::Unordered => "ul",
    }
}
