//! Headings, lists, quotations and preformatted text.

use crate::block::{HeadingLevel, Kind, Quotation};
use crate::bounds::MAX_LIST_DEPTH;
use crate::dom::{Element, Next, Seen};
use crate::inline::{Content, clean_typed};
use crate::line::Style;
use crate::read_html::{Place, Reader, is_dropped};

impl<'d> Reader<'d> {
    pub(crate) fn heading(&mut self, element: Element<'d>, level: HeadingLevel, style: &Style) {
        let lines = self.gather(Place::Lines, |reader| reader.children(element.no, style)).lines;
        self.put_or_lines(lines, |lines| Kind::Heading(level, Content::from_lines(lines)));
    }

    /// Puts a block made of lines; where no block can stand, the lines.
    fn put_or_lines(&mut self, lines: Vec<Content>, make: impl FnOnce(Vec<Content>) -> Kind) {
        if self.place != Place::Flow {
            self.gathered.lines.extend(lines);
        } else if lines.is_empty() {
            self.put_lifted();
        } else {
            self.put(make(lines));
        }
    }

    pub(crate) fn list(&mut self, element: Element<'d>, style: &Style) {
        match self.place {
            Place::Item if self.list_depth < MAX_LIST_DEPTH => {
                let list = self.read_list(element, style);
                if !list.items.is_empty() {
                    self.push_list(list);
                }
            }
            Place::Flow => {
                self.list_items = 0;
                let list = self.read_list(element, style);
                if list.items.is_empty() { self.put_lifted() } else { self.put(Kind::List(list)) }
            }
            _ => self.children(element.no, style),
        }
    }

    pub(crate) fn quotation(&mut self, element: Element<'d>, style: &Style) {
        let mut cite = Vec::new();
        let lines = self.gather(Place::Lines, |reader| {
            for child in reader.dom.children(element.no) {
                match reader.dom.see(child) {
                    Seen::Element(source)
                        if source.name() == "footer" || source.name() == "cite" && reader.line.is_blank() =>
                    {
                        reader.flush();
                        cite.extend(
                            reader.gather(Place::Lines, |reader| reader.children(child, style)).lines,
                        );
                    }
                    _ => reader.node(child, style),
                }
            }
        });
        let mut lines = lines.lines;
        if lines.is_empty() || self.place != Place::Flow {
            lines.append(&mut cite);
        }
        let cite = (!cite.is_empty()).then(|| Content::from_lines(cite));
        self.put_or_lines(lines, |paragraphs| Kind::Quotation(Quotation { paragraphs, cite }));
    }

    /// Text whose spaces and line breaks count.
    pub(crate) fn typed(&mut self, element: Element<'d>, style: &Style) {
        let mut text = String::new();
        self.dom.each_below(element.no, &mut |seen| match seen {
            Seen::Text(part) => {
                text.push_str(part);
                Next::Below
            }
            Seen::Element(inner) if is_dropped(inner.name()) => Next::Beside,
            Seen::Element(inner) => {
                if inner.name() == "br" {
                    text.push('\n');
                }
                Next::Below
            }
            Seen::Other => Next::Below,
        });
        clean_typed(&mut text);
        let text = text.trim_end();
        if self.place == Place::Flow && !text.trim().is_empty() {
            return self.put(Kind::Preformatted(text.to_string()));
        }
        for line in text.lines() {
            self.text(line, style);
            self.flush();
        }
    }
}
