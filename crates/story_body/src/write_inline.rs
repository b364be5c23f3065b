//! The words of a line to HTML and XHTML, and the escaping of text.

use crate::inline::{Content, Mark, Run};
use crate::link::Link;
use crate::write_html::Syntax;

impl Content {
    /// Writes the words as HTML or XHTML, without an element around them.
    pub fn write_html(&self, out: &mut String, syntax: Syntax, origin: &str) {
        let mut open = Open { syntax, link: None, lang: false, marks: [None; 7], depth: 0 };
        let runs = self.runs();
        for (place, run) in runs.iter().enumerate() {
            let before = place.checked_sub(1).map(|before| &runs[before]);
            open.turn_to(out, before, run, origin);
            write_lines(out, &run.text, syntax);
        }
        open.close_all(out);
    }

    /// The words as HTML.
    pub fn to_html(&self) -> String {
        let mut out = String::new();
        self.write_html(&mut out, Syntax::Html, "");
        out
    }
}

/// Elements open inside a line: a link, a language, then marks in their order.
struct Open<'r> {
    syntax: Syntax,
    link: Option<&'r Link>,
    lang: bool,
    marks: [Option<Mark>; 7],
    depth: usize,
}

impl<'r> Open<'r> {
    /// Closes what the next run does not share and opens what it has.
    fn turn_to(&mut self, out: &mut String, before: Option<&Run>, run: &'r Run, origin: &str) {
        let shares_link = self.link == run.link.as_ref();
        let shares_lang =
            before.is_some_and(|before| before.lang == run.lang) || (before.is_none() && run.lang.is_none());
        let shared = if shares_link && shares_lang {
            self.marks[..self.depth]
                .iter()
                .flatten()
                .zip(run.marks.iter())
                .take_while(|(open, next)| **open == *next)
                .count()
        } else {
            0
        };
        self.close_marks(out, shared);
        if !(shares_link && shares_lang) {
            self.close_outer(out);
            if let Some(link) = &run.link {
                out.push_str("<a href=\"");
                if link.is_own() {
                    out.push_str(origin);
                }
                escape(out, link.as_str());
                out.push_str("\">");
            }
            if let Some(lang) = &run.lang {
                out.push_str(if self.syntax == Syntax::Xhtml {
                    "<span xml:lang=\""
                } else {
                    "<span lang=\""
                });
                out.push_str(lang.as_str());
                out.push_str("\">");
            }
            (self.link, self.lang) = (run.link.as_ref(), run.lang.is_some());
        }
        for mark in run.marks.iter().skip(shared) {
            out.push('<');
            out.push_str(mark.element());
            out.push('>');
            self.marks[self.depth] = Some(mark);
            self.depth += 1;
        }
    }

    fn close_marks(&mut self, out: &mut String, down_to: usize) {
        while self.depth > down_to {
            self.depth -= 1;
            if let Some(mark) = self.marks[self.depth].take() {
                out.push_str("</");
                out.push_str(mark.element());
                out.push('>');
            }
        }
    }

    fn close_outer(&mut self, out: &mut String) {
        if self.lang {
            out.push_str("</span>");
        }
        if self.link.is_some() {
            out.push_str("</a>");
        }
        (self.lang, self.link) = (false, None);
    }

    fn close_all(&mut self, out: &mut String) {
        self.close_marks(out, 0);
        self.close_outer(out);
    }
}

/// Writes a `figcaption` where there are words for one: the caption, then the credit in `small`.
pub fn write_figcaption(out: &mut String, caption: Option<&Content>, credit: Option<&str>, syntax: Syntax) {
    let caption = caption.filter(|caption| !caption.is_empty());
    let credit = credit.filter(|credit| !credit.is_empty());
    if caption.is_none() && credit.is_none() {
        return;
    }
    out.push_str("<figcaption>");
    if let Some(caption) = caption {
        caption.write_html(out, syntax, "");
    }
    if let Some(credit) = credit {
        out.push_str(if caption.is_some() { " <small>" } else { "<small>" });
        escape(out, credit);
        out.push_str("</small>");
    }
    out.push_str("</figcaption>");
}

/// Writes words, line breaks as `br`.
fn write_lines(out: &mut String, text: &str, syntax: Syntax) {
    for (place, line) in text.split('\n').enumerate() {
        if place > 0 {
            out.push_str(if syntax == Syntax::Xhtml { "<br/>" } else { "<br>" });
        }
        escape(out, line);
    }
}

/// Bytes that need a second look.
const NOTABLE: [bool; 256] = {
    let mut notable = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        notable[byte] = !matches!(byte as u8, b'\t' | b'\n');
        byte += 1;
    }
    notable[b'&' as usize] = true;
    notable[b'<' as usize] = true;
    notable[b'>' as usize] = true;
    notable[b'"' as usize] = true;
    notable[0x7f] = true;
    notable[0xef] = true;
    notable
};

/// Writes text so that it is text in HTML and XML, between tags and inside double quotation marks. What XML
/// cannot hold is left out.
pub fn escape(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let (mut from, mut at) = (0, 0);
    while let Some(found) = bytes[at..].iter().position(|byte| NOTABLE[usize::from(*byte)]) {
        at += found;
        let (instead, length) = match bytes[at] {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            // U+FFFE and U+FFFF are the only characters whose last bytes, after EF BF, are these.
            0xef if matches!(bytes.get(at + 1..at + 3), Some([0xbf, 0xbe | 0xbf])) => ("", 3),
            0xef => {
                at += 1;
                continue;
            }
            _ => ("", 1),
        };
        out.push_str(&text[from..at]);
        out.push_str(instead);
        at += length;
        from = at;
    }
    out.push_str(&text[from..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_what_xml_cannot_hold_left_out() {
        let mut out = String::new();
        escape(&mut out, "a<b>&\"'\0\u{1}\t\u{fffe}\u{fffd}\u{ffff}\u{7f}ﷲ ﾊ");
        assert_eq!(out, "a&lt;b&gt;&amp;&quot;'\t\u{fffd}ﷲ ﾊ");
    }
}
