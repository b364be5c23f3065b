//! Text as XML 1.0 takes it.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use story_body::write_html::escape;

/// What stands in a part of an address as it is (RFC 3986 §2.3); everything else is percent-encoded.
const IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A slug as a part of an address.
pub(super) fn in_path(slug: &str) -> String {
    utf8_percent_encode(slug, IN_PATH).to_string()
}

/// `text` without the characters XML 1.0 has no place for (its section 2.2), however they are written.
pub(super) fn allowed(mut text: String) -> String {
    if text.chars().all(is_allowed) {
        return text;
    }
    text.retain(is_allowed);
    text
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// A document that grows.
pub(super) struct Sheet(String);

impl Sheet {
    /// A document with this root element, opened with its attributes as they are written.
    pub fn open(root: &str) -> Sheet {
        Sheet(format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{root}>\n"))
    }

    /// Markup as it is.
    pub fn raw(&mut self, markup: &str) -> &mut Sheet {
        self.0.push_str(markup);
        self
    }

    /// An element that holds text.
    pub fn element(&mut self, name: &str, text: &str) -> &mut Sheet {
        self.0.push('<');
        self.0.push_str(name);
        self.0.push('>');
        escape(&mut self.0, text);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
        self
    }

    /// An empty element.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) -> &mut Sheet {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            escape(&mut self.0, value);
            self.0.push('"');
        }
        self.0.push_str("/>");
        self
    }

    /// The document, its root closed.
    pub fn close(mut self, root: &str) -> String {
        self.0.push_str("</");
        self.0.push_str(root);
        self.0.push_str(">\n");
        allowed(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_has_no_place_for_is_dropped() {
        assert_eq!(allowed("a\u{0}b\u{8}c\u{b}\u{1f}\u{fffe}\u{ffff}d\te\nf".to_owned()), "abcd\te\nf");
        assert_eq!(allowed("نص 字 🎉".to_owned()), "نص 字 🎉");
    }

    #[test]
    fn text_is_escaped() {
        let mut sheet = Sheet::open("a");
        sheet.element("b", "1 < 2 & \"3\"").empty("c", &[("d", "<\">")]);
        let text = sheet.close("a");
        assert!(text.contains("<b>1 &lt; 2 &amp; "), "{text}");
        assert!(text.contains("<c d=\"&lt;&quot;&gt;\"/></a>"), "{text}");
    }
}
