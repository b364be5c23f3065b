//! Words, and elements within a line.

use crate::block::LanguageTag;
use crate::dom::{Element, Next, NodeNo, Seen};
use crate::inline::Mark;
use crate::line::Style;
use crate::link::Link;
use crate::notice::{Notice, Notices};
use crate::read_html::{LineEnds, Place, Reader, is_dropped};

impl<'d> Reader<'d> {
    /// Reads an element of a line; false when it is none.
    pub(crate) fn inline(&mut self, element: Element<'d>, style: &Style) -> bool {
        let name = element.name();
        match name {
            "br" => self.line.push_break(),
            "wbr" => {}
            "q" => {
                self.line.push_text("“", style);
                self.children(element.no, style);
                self.line.push_text("”", style);
            }
            "small" | "span" if self.in_caption && (name == "small" || element.has_class("credit")) => {
                self.caption_credit(element);
            }
            _ => {
                let Some(inner) = self.style_of(element, style) else { return false };
                self.children(element.no, &inner);
            }
        }
        true
    }

    /// Takes the text alone.
    pub(crate) fn flatten(&mut self, no: NodeNo, style: &Style) {
        self.dom.each_below(no, &mut |seen| match seen {
            Seen::Text(text) => {
                self.text(text, style);
                Next::Below
            }
            Seen::Element(element) if is_dropped(element.name()) => Next::Beside,
            _ => Next::Below,
        });
    }

    pub(crate) fn text(&mut self, text: &str, style: &Style) {
        if self.line_ends == LineEnds::Meant && self.place == Place::Flow {
            return self.text_by_lines(text, style);
        }
        self.words(text, style);
    }

    fn text_by_lines(&mut self, text: &str, style: &Style) {
        for (place, line) in text.split('\n').enumerate() {
            self.ends_seen += usize::from(place > 0);
            if !line.trim_ascii().is_empty() {
                match std::mem::take(&mut self.ends_seen) {
                    0 => {}
                    1 => self.line.push_break(),
                    _ => self.flush(),
                }
            }
            self.line.push_text(" ", style);
            self.words(line, style);
        }
    }

    fn words(&mut self, text: &str, style: &Style) {
        if self.line.breaks() > 1 && !text.trim_ascii().is_empty() {
            self.flush();
        }
        self.line.push_text(text, style);
    }

    fn style_of(&mut self, element: Element<'d>, style: &Style) -> Option<Style> {
        let mut inner = style.clone();
        match element.name() {
            "a" => self.link(element, &mut inner),
            "bdi" | "bdo" | "span" | "abbr" | "acronym" | "font" | "small" | "big" | "mark" | "time"
            | "ins" | "label" | "nobr" => {}
            other => inner.marks = inner.marks.with(mark_of(other)?),
        }
        if let Some(lang) = element.attr("lang").and_then(|tag| LanguageTag::parse(tag.trim()).ok()) {
            inner.lang = Some(lang);
        }
        Some(inner)
    }

    fn link(&mut self, element: Element<'d>, inner: &mut Style) {
        let Some(href) = element.attr("href") else { return };
        inner.link = Link::parse(href).ok();
        if inner.link.is_none() && !href.trim().is_empty() {
            self.notices.add(Notice::BadLink(Notices::address(href)));
        }
    }
}

fn mark_of(name: &str) -> Option<Mark> {
    Some(match name {
        "strong" | "b" => Mark::Strong,
        "em" | "i" | "cite" | "dfn" | "var" => Mark::Emphasis,
        "u" => Mark::Underline,
        "s" | "strike" | "del" => Mark::Strike,
        "sub" => Mark::Sub,
        "sup" => Mark::Sup,
        "code" | "kbd" | "samp" | "tt" => Mark::Code,
        _ => return None,
    })
}
