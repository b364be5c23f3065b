//! Plain text of a body, and what is counted in it.

use crate::block::{Block, Body, Kind, List, ListStyle, Table};
use crate::inline::Content;
use unicode_segmentation::UnicodeSegmentation;

impl Body {
    /// The words for reading: blocks apart by an empty line, `- ` or numbers before items, cells apart by a
    /// tab. Pictures, recordings, embeds and rules are left out, with their captions.
    pub fn to_text(&self) -> String {
        let mut text = String::with_capacity(4096);
        for block in &self.blocks {
            let before = text.len();
            if before > 0 {
                text.push_str("\n\n");
            }
            let start = text.len();
            block.kind.write_text(&mut text);
            if text.len() == start {
                text.truncate(before);
            }
        }
        text
    }

    /// Words in [`Body::to_text`] by Unicode's word boundaries (UAX 29).
    pub fn word_count(&self) -> usize {
        self.to_text().unicode_words().count()
    }

    /// Characters in [`Body::to_text`], as readers see them (grapheme clusters), line breaks not counted.
    pub fn character_count(&self) -> usize {
        self.to_text().graphemes(true).filter(|g| !matches!(*g, "\n" | "\r\n")).count()
    }

    /// The first words of the first paragraphs, whole words, at most `most` characters; with `…` where more
    /// follows.
    pub fn first_words(&self, most: usize) -> String {
        let mut all = String::new();
        for block in &self.blocks {
            if let Kind::Paragraph(content) = &block.kind {
                if !all.is_empty() {
                    all.push(' ');
                }
                content.runs().iter().for_each(|run| all.push_str(&run.text));
            }
            if all.len() > most * 4 + 64 {
                break;
            }
        }
        cut_at_word(&all.split_whitespace().collect::<Vec<_>>().join(" "), most)
    }

    /// True when nothing would be shown.
    pub fn is_empty(&self) -> bool {
        self.blocks.iter().all(Block::is_empty)
    }
}

/// Cuts a text after a whole word so that it has at most `most` characters, the `…` counted.
pub fn cut_at_word(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_string();
    }
    let room = most.saturating_sub(1);
    let limit = text.char_indices().nth(room).map_or(text.len(), |(at, _)| at);
    let boundary =
        text.split_word_bound_indices().map(|(at, _)| at).take_while(|at| *at <= limit).last().unwrap_or(0);
    let cut = if boundary == 0 { limit } else { boundary };
    let kept = text[..cut].trim_end_matches(|c: char| c.is_whitespace() || ",;:–—-".contains(c));
    format!("{kept}…")
}

impl Block {
    /// All words of the block on lines: also captions, citations, alternatives and credits.
    pub fn plain_text(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        self.kind.each_content(&mut |content| lines.push(content.text()));
        self.kind.each_plain_text(&mut |text| lines.push(text.to_string()));
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    /// True when nothing would be shown.
    pub fn is_empty(&self) -> bool {
        match &self.kind {
            Kind::Paragraph(content) | Kind::Heading(_, content) => content.is_empty(),
            Kind::List(list) => list.is_empty(),
            Kind::Quotation(quotation) => {
                quotation.paragraphs.iter().chain(&quotation.cite).all(Content::is_empty)
            }
            Kind::Table(table) => table.rows.iter().all(Vec::is_empty) && table.caption.is_none(),
            Kind::Preformatted(text) => text.is_empty(),
            Kind::Gallery(gallery) => gallery.pictures.is_empty() && gallery.caption.is_none(),
            Kind::Picture(_) | Kind::Embed(_) | Kind::Rule | Kind::Video(_) | Kind::Audio(_) => false,
        }
    }
}

impl List {
    pub(crate) fn is_empty(&self) -> bool {
        self.items
            .iter()
            .all(|item| item.content.is_empty() && item.list.as_ref().is_none_or(|list| list.is_empty()))
    }

    fn write_text(&self, out: &mut String, indent: usize) {
        for (place, item) in self.items.iter().enumerate() {
            if !out.is_empty() && !out.ends_with('\n') {
                out.push('\n');
            }
            (0..indent).for_each(|_| out.push_str("  "));
            match self.style {
                ListStyle::Unordered => out.push_str("- "),
                ListStyle::Ordered => {
                    let number = u64::from(self.start.unwrap_or(1)) + place as u64;
                    out.push_str(&format!("{number}. "));
                }
            }
            write_content(out, &item.content);
            if let Some(list) = &item.list {
                list.write_text(out, indent + 1);
            }
        }
    }
}

fn write_content(out: &mut String, content: &Content) {
    content.runs().iter().for_each(|run| out.push_str(&run.text));
}

impl Kind {
    fn write_text(&self, out: &mut String) {
        match self {
            Kind::Paragraph(content) | Kind::Heading(_, content) => write_content(out, content),
            Kind::List(list) if !list.is_empty() => list.write_text(out, 0),
            Kind::Quotation(quotation) => {
                for (place, paragraph) in quotation.paragraphs.iter().enumerate() {
                    if place > 0 {
                        out.push('\n');
                    }
                    write_content(out, paragraph);
                }
                if let Some(cite) = &quotation.cite {
                    out.push_str("\n— ");
                    write_content(out, cite);
                }
            }
            Kind::Table(table) => table.write_text(out),
            Kind::Preformatted(text) => out.push_str(text),
            _ => {}
        }
    }
}

impl Table {
    fn write_text(&self, out: &mut String) {
        let start = out.len();
        let line = |out: &mut String| {
            if out.len() > start {
                out.push('\n');
            }
        };
        if let Some(caption) = &self.caption {
            write_content(out, caption);
        }
        for row in &self.rows {
            line(out);
            for (place, cell) in row.iter().enumerate() {
                if place > 0 {
                    out.push('\t');
                }
                out.push_str(&cell.content.text().replace('\n', " "));
            }
        }
    }
}
