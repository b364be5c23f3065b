//! Blocks to Markdown: CommonMark 0.31 with the tables and strike-through of GitHub's dialect.

use crate::block::{Body, CellKind, HeadingLevel, Kind, List, ListStyle, Picture, Table};
use crate::inline::{Content, Mark, Marks, Run};
use crate::write_html::Rendering;

impl Body {
    /// Writes Markdown: blocks apart by an empty line, ids left out. Marks without a sign of their own
    /// (underlined, below and above the line) are left out, as is the language. Films, recordings and embeds
    /// become links.
    pub fn to_markdown(&self, rendering: &Rendering) -> String {
        let mut out = String::with_capacity(256 + self.blocks.len() * 512);
        for block in self.blocks.iter().filter(|block| !block.is_empty()) {
            let start = out.len();
            if start > 0 {
                out.push('\n');
            }
            let content = out.len();
            Markdown { out: &mut out, rendering }.kind(&block.kind);
            if out[content..].trim().is_empty() {
                out.truncate(start);
            }
        }
        out
    }
}

struct Markdown<'o, 'r> {
    out: &'o mut String,
    rendering: &'r Rendering<'r>,
}

impl Markdown<'_, '_> {
    fn kind(&mut self, kind: &Kind) {
        match kind {
            Kind::Paragraph(content) => self.line("", content),
            Kind::Heading(level, content) => {
                let sign = match level {
                    HeadingLevel::Two => "## ",
                    HeadingLevel::Three => "### ",
                    HeadingLevel::Four => "#### ",
                };
                self.out.push_str(sign);
                let text = self.content(content, "").replace("\\\n", " ");
                self.out.push_str(&text);
                self.out.push('\n');
            }
            Kind::List(list) => self.list(list, ""),
            Kind::Quotation(quotation) => {
                for (place, paragraph) in quotation.paragraphs.iter().filter(|p| !p.is_empty()).enumerate() {
                    if place > 0 {
                        self.out.push_str(">\n");
                    }
                    self.line("> ", paragraph);
                }
                if let Some(cite) = &quotation.cite {
                    self.out.push_str(if quotation.paragraphs.is_empty() { "" } else { ">\n" });
                    self.out.push_str("> — ");
                    let cite = self.content(cite, "> ");
                    self.out.push_str(&cite);
                    self.out.push('\n');
                }
            }
            Kind::Table(table) => self.table(table),
            Kind::Preformatted(text) => self.typed(text),
            Kind::Picture(picture) => self.picture(picture),
            Kind::Gallery(gallery) => {
                for picture in &gallery.pictures {
                    if !self.out.is_empty() && !self.out.ends_with("\n\n") {
                        self.out.push('\n');
                    }
                    self.picture(picture);
                }
                self.caption(gallery.caption.as_ref(), None);
            }
            Kind::Embed(embed) => {
                self.out.push_str(&format!("<{}>\n", embed.url()));
                self.caption(embed.caption.as_ref(), None);
            }
            Kind::Rule => self.out.push_str("---\n"),
            Kind::Video(video) => {
                self.address(&self.rendering.media.address(&video.media));
                self.caption(video.caption.as_ref(), video.credit.as_deref());
            }
            Kind::Audio(audio) => {
                self.address(&self.rendering.media.address(&audio.media));
                self.caption(audio.caption.as_ref(), audio.credit.as_deref());
            }
        }
    }

    /// A line of words, each of its lines after `indent`.
    fn line(&mut self, indent: &str, content: &Content) {
        self.out.push_str(indent);
        let text = self.content(content, indent);
        self.out.push_str(&text);
        self.out.push('\n');
    }

    /// Words with their signs; a line break is written `\` and goes on after `indent`.
    fn content(&self, content: &Content, indent: &str) -> String {
        let mut out = String::new();
        let runs = content.runs();
        let mut at = 0;
        while at < runs.len() {
            let linked = runs[at..].iter().take_while(|run| run.link == runs[at].link).count();
            let group = &runs[at..at + linked];
            match &runs[at].link {
                None => words(&mut out, group, indent),
                Some(link) => {
                    out.push('[');
                    words(&mut out, group, indent);
                    out.push_str("](");
                    let origin = if link.is_own() { self.rendering.origin } else { "" };
                    push_address(&mut out, &format!("{origin}{link}"));
                    out.push(')');
                }
            }
            at += linked;
        }
        out
    }

    fn list(&mut self, list: &List, indent: &str) {
        for (place, item) in list.items.iter().enumerate() {
            let sign = match list.style {
                ListStyle::Unordered => "- ".to_string(),
                ListStyle::Ordered => format!("{}. ", u64::from(list.start.unwrap_or(1)) + place as u64),
            };
            let below = format!("{indent}{}", " ".repeat(sign.len()));
            self.out.push_str(indent);
            self.out.push_str(&sign);
            let text = self.content(&item.content, &below);
            self.out.push_str(&text);
            self.out.push('\n');
            if let Some(inner) = &item.list {
                self.list(inner, &below);
            }
        }
    }

    /// A table; cells over several columns are followed by empty ones.
    fn table(&mut self, table: &Table) {
        self.caption(table.caption.as_ref(), None);
        if table.caption.is_some() {
            self.out.push('\n');
        }
        let width =
            |row: &Vec<crate::block::Cell>| row.iter().map(|c| usize::from(c.colspan.get())).sum::<usize>();
        let columns = table.rows.iter().map(width).max().unwrap_or(0);
        let is_head =
            table.rows.first().is_some_and(|row| row.iter().all(|cell| cell.kind == CellKind::Header));
        let empty = Vec::new();
        let (head, rest) = match table.rows.split_first() {
            Some((head, rest)) if is_head => (head, rest),
            _ => (&empty, table.rows.as_slice()),
        };
        self.row(head, columns);
        self.out.push('|');
        (0..columns).for_each(|_| self.out.push_str(" --- |"));
        self.out.push('\n');
        rest.iter().for_each(|row| self.row(row, columns));
    }

    fn row(&mut self, row: &[crate::block::Cell], columns: usize) {
        self.out.push('|');
        let mut written = 0;
        for cell in row {
            let text = self.content(&cell.content, "").replace("\\\n", " ").replace('|', "\\|");
            self.out.push_str(&format!(" {text} |"));
            (1..cell.colspan.get()).for_each(|_| self.out.push_str("  |"));
            written += usize::from(cell.colspan.get());
        }
        (written..columns).for_each(|_| self.out.push_str("  |"));
        self.out.push('\n');
    }

    fn typed(&mut self, text: &str) {
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        self.out.push_str(&format!("{fence}\n{text}\n{fence}\n"));
    }

    fn picture(&mut self, picture: &Picture) {
        self.out.push_str("![");
        push_escaped(self.out, picture.alt.as_deref().unwrap_or_default(), "");
        self.out.push_str("](");
        let address = self.rendering.media.address(&picture.media);
        push_address(self.out, &address);
        self.out.push_str(")\n");
        self.caption(picture.caption.as_ref(), picture.credit.as_deref());
    }

    fn address(&mut self, address: &str) {
        self.out.push('[');
        push_escaped(self.out, address, "");
        self.out.push_str("](");
        push_address(self.out, address);
        self.out.push_str(")\n");
    }

    fn caption(&mut self, caption: Option<&Content>, credit: Option<&str>) {
        let mut text = caption.map(|caption| self.content(caption, "")).unwrap_or_default();
        if let Some(credit) = credit {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push('(');
            push_escaped(&mut text, credit, "");
            text.push(')');
        }
        if !text.is_empty() {
            if !self.out.is_empty() && !self.out.ends_with("\n\n") {
                self.out.push('\n');
            }
            self.out.push_str(&text);
            self.out.push('\n');
        }
    }
}

/// Runs of one link with the signs of their marks.
fn words(out: &mut String, runs: &[Run], indent: &str) {
    for run in runs {
        // Signs must touch the words they mark, so spaces at the ends stand outside.
        let inner = run.text.trim();
        let signs = signs(run.marks);
        if inner.is_empty() || signs.is_empty() {
            push_escaped(out, &run.text, indent);
            continue;
        }
        let lead = run.text.len() - run.text.trim_start().len();
        push_escaped(out, &run.text[..lead], indent);
        signs.iter().for_each(|sign| out.push_str(sign));
        if run.marks.has(Mark::Code) {
            push_code(out, inner);
        } else {
            push_escaped(out, inner, indent);
        }
        signs.iter().rev().for_each(|sign| out.push_str(sign));
        push_escaped(out, &run.text[lead + inner.len()..], indent);
    }
}

fn signs(marks: Marks) -> Vec<&'static str> {
    let sign = |mark| match mark {
        Mark::Strong => Some("**"),
        Mark::Emphasis => Some("*"),
        Mark::Strike => Some("~~"),
        Mark::Code => Some(""),
        Mark::Underline | Mark::Sub | Mark::Sup => None,
    };
    marks.iter().filter_map(sign).collect()
}

/// Code between as many backticks as it does not contain.
fn push_code(out: &mut String, text: &str) {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    out.push_str(&format!("{fence}{pad}{}{pad}{fence}", text.replace('\n', " ")));
}

/// Writes text so that nothing in it is a sign.
fn push_escaped(out: &mut String, text: &str, indent: &str) {
    for c in text.chars() {
        match c {
            '\n' => {
                out.push_str("\\\n");
                out.push_str(indent);
                continue;
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' => out.push('\\'),
            '&' => {
                out.push_str("&amp;");
                continue;
            }
            '#' | '+' | '-' | '=' | '|' if at_line_start(out) => out.push('\\'),
            // `1.` at the start of a line would begin a list.
            '.' | ')' if begins_with_number(out) => out.push('\\'),
            _ => {}
        }
        out.push(c);
    }
}

/// True when nothing but indentation and quotation signs stands before on the line.
fn at_line_start(out: &str) -> bool {
    matches!(out.bytes().rev().find(|b| !matches!(b, b' ' | b'>')), None | Some(b'\n'))
}

fn begins_with_number(out: &str) -> bool {
    let digits = out.bytes().rev().take(10).take_while(u8::is_ascii_digit).count();
    (1..10).contains(&digits) && at_line_start(&out[..out.len() - digits])
}

/// Writes an address as Markdown takes it: between angle brackets where it has spaces or brackets.
fn push_address(out: &mut String, address: &str) {
    if address.chars().any(|c| c.is_whitespace() || "()<>\\".contains(c)) {
        let plain = address.replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C").replace('\n', "%0A");
        out.push_str(&format!("<{plain}>"));
    } else {
        out.push_str(address);
    }
}
