//! Tables.

use crate::block::{Cell, CellKind, Kind, Span, Table};
use crate::bounds::MAX_TABLE_CELLS;
use crate::dom::{Element, Next, Seen};
use crate::inline::{Content, is_unwritable};
use crate::line::Style;
use crate::notice::Notice;
use crate::read_html::{Place, Reader, is_dropped};

impl<'d> Reader<'d> {
    /// Reads a table; one that only lays out a page gives way to what it holds.
    pub(crate) fn table(&mut self, element: Element<'d>, style: &Style) {
        if self.place != Place::Flow || self.only_lays_out(element) {
            return self.children(element.no, style);
        }
        let mut table = Table::default();
        for child in self.dom.children(element.no) {
            let Seen::Element(part) = self.dom.see(child) else { continue };
            match part.name() {
                "caption" => {
                    let lines = self.gather(Place::Lines, |reader| reader.children(child, style)).lines;
                    table.caption.get_or_insert_default().push_line(Content::from_lines(lines));
                }
                "thead" => self.rows(part, CellKind::Header, &mut table, style),
                "tbody" | "tfoot" => self.rows(part, CellKind::Data, &mut table, style),
                "tr" => self.row(part, CellKind::Data, &mut table, style),
                _ => {}
            }
        }
        table.tidy();
        // Rows that the parser made beside the table's own may have hidden that there is one column.
        let names =
            table.caption.is_some() || table.rows.iter().flatten().any(|c| c.kind == CellKind::Header);
        if !names && table.rows.iter().all(|row| row.len() <= 1) {
            let cells = table.rows.into_iter().flatten().map(|cell| cell.content);
            cells.filter(|content| !content.is_empty()).for_each(|content| self.put_paragraph(content));
            return self.put_lifted();
        }
        let has_words =
            table.caption.is_some() || table.rows.iter().flatten().any(|cell| !cell.content.is_empty());
        if has_words { self.put(Kind::Table(table)) } else { self.put_lifted() }
    }

    fn rows(&mut self, section: Element<'d>, kind: CellKind, table: &mut Table, style: &Style) {
        for child in self.dom.children(section.no) {
            match self.dom.see(child) {
                Seen::Element(row) if row.name() == "tr" => self.row(row, kind, table, style),
                _ => {}
            }
        }
    }

    fn row(&mut self, row: Element<'d>, kind: CellKind, table: &mut Table, style: &Style) {
        let mut cells = Vec::new();
        let mut room = MAX_TABLE_CELLS.saturating_sub(table.rows.iter().map(Vec::len).sum());
        for child in self.dom.children(row.no) {
            let Seen::Element(cell) = self.dom.see(child) else { continue };
            let kind = if cell.name() == "th" { CellKind::Header } else { kind };
            if !matches!(cell.name(), "td" | "th") {
                continue;
            }
            if room == 0 {
                self.notices.add(Notice::TooMany("cells of a table"));
                break;
            }
            room -= 1;
            let span = |key| Span::nearest(cell.attr(key).and_then(|n| n.trim().parse().ok()).unwrap_or(1));
            let lines = self.gather(Place::Lines, |reader| {
                reader.block(cell, style, |reader, style| reader.children(child, style));
            });
            let content = Content::from_lines(lines.lines);
            cells.push(Cell { content, kind, colspan: span("colspan"), rowspan: span("rowspan") });
        }
        if !cells.is_empty() {
            table.rows.push(cells);
        }
    }

    /// True for a table that holds other structure than rows of words, or has one column and names nothing.
    fn only_lays_out(&self, table: Element<'d>) -> bool {
        let (mut columns, mut in_row, mut names, mut holds) = (0, 0, false, false);
        self.dom.each_below(table.no, &mut |seen| {
            let Seen::Element(element) = seen else { return Next::Below };
            match element.name() {
                name if is_dropped(name) => return Next::Beside,
                "tr" => in_row = 0,
                "td" | "th" => {
                    in_row += 1;
                    columns = columns.max(in_row);
                    names |= element.name() == "th";
                }
                "caption" => names |= self.has_words(element),
                "thead" => names |= self.has_cells(element),
                "table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "figure" | "blockquote" | "pre"
                | "hr" | "iframe" | "video" | "audio" => {
                    holds = true;
                    return Next::Stop;
                }
                _ => {}
            }
            Next::Below
        });
        let presents = table.attr("role").is_some_and(|role| matches!(role.trim(), "presentation" | "none"));
        holds || presents || (columns <= 1 && !names)
    }

    fn has_words(&self, element: Element<'d>) -> bool {
        let mut found = false;
        self.dom.each_below(element.no, &mut |seen| match seen {
            Seen::Text(text) if text.chars().any(|c| !c.is_ascii_whitespace() && !is_unwritable(c)) => {
                found = true;
                Next::Stop
            }
            Seen::Element(inner) if is_dropped(inner.name()) => Next::Beside,
            _ => Next::Below,
        });
        found
    }

    fn has_cells(&self, element: Element<'d>) -> bool {
        let is_cell = |seen: Seen| matches!(seen, Seen::Element(cell) if matches!(cell.name(), "td" | "th"));
        let mut found = false;
        self.dom.each_below(element.no, &mut |seen| {
            found |= is_cell(seen);
            if found { Next::Stop } else { Next::Below }
        });
        found
    }
}
