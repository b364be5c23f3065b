//! The one form in which equal bodies are equal.

use crate::block::{CellKind, Kind, Span, Table};
use crate::inline::{Content, clean_line, clean_typed};

impl Kind {
    /// Takes out what cannot be written: control characters, captions and credits without words, spans that
    /// leave the table.
    pub(crate) fn tidy(&mut self) {
        match self {
            Kind::Preformatted(text) => clean_typed(text),
            Kind::Quotation(quotation) => drop_empty(&mut quotation.cite),
            Kind::Table(table) => table.tidy(),
            Kind::Picture(picture) => drop_empty(&mut picture.caption),
            Kind::Gallery(gallery) => {
                drop_empty(&mut gallery.caption);
                gallery.pictures.iter_mut().for_each(|picture| drop_empty(&mut picture.caption));
            }
            Kind::Embed(embed) => drop_empty(&mut embed.caption),
            Kind::Video(video) => drop_empty(&mut video.caption),
            Kind::Audio(audio) => drop_empty(&mut audio.caption),
            Kind::Paragraph(_) | Kind::Heading(..) | Kind::List(_) | Kind::Rule => {}
        }
        if !matches!(self, Kind::Preformatted(_)) {
            self.each_plain_text_mut(&mut clean_line);
        }
    }
}

fn drop_empty(content: &mut Option<Content>) {
    if content.as_ref().is_some_and(Content::is_empty) {
        *content = None;
    }
}

impl Table {
    /// How many leading rows are the head: rows of header cells only, unless all rows are.
    pub fn head_rows(&self) -> usize {
        let is_head =
            |row: &Vec<crate::block::Cell>| !row.is_empty() && row.iter().all(|c| c.kind == CellKind::Header);
        let head = self.rows.iter().take_while(|row| is_head(row)).count();
        if head == self.rows.len() { 0 } else { head }
    }

    pub(crate) fn tidy(&mut self) {
        drop_empty(&mut self.caption);
        let (head, all) = (self.head_rows(), self.rows.len());
        for (index, row) in self.rows.iter_mut().enumerate() {
            let left = if index < head { head - index } else { all - index };
            for cell in row {
                cell.rowspan = Span::nearest(usize::from(cell.rowspan.get()).min(left));
            }
        }
    }
}
