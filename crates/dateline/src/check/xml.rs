//! An XML document as a tree, read strictly: what is not well formed is an error, and so is a document type.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, XmlVersion};

/// Deeper documents are refused.
const DEEPEST: usize = 128;

/// An element.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    /// The namespace its name is in; empty for none.
    pub namespace: String,
    /// The local name.
    pub name: String,
    /// Attributes: namespace, local name, value.
    pub attributes: Vec<(String, String, String)>,
    /// The text directly inside, all pieces joined.
    pub text: String,
    /// The elements directly inside.
    pub children: Vec<Element>,
}

impl Element {
    /// Whether it has this name in this namespace.
    pub fn is(&self, namespace: &str, name: &str) -> bool {
        self.namespace == namespace && self.name == name
    }

    /// The elements directly inside with this name.
    pub fn all<'a>(&'a self, namespace: &'a str, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.is(namespace, name))
    }

    /// The first of them.
    pub fn first(&self, namespace: &str, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.is(namespace, name))
    }

    /// The trimmed text of the first of them.
    pub fn text_of(&self, namespace: &str, name: &str) -> Option<&str> {
        self.first(namespace, name).map(|child| child.text.trim())
    }

    /// The value of an attribute without a namespace.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(space, local, _)| space.is_empty() && local == name);
        found.map(|(_, _, value)| value.as_str())
    }
}

/// Reads a document; the error says where it is not well formed.
pub fn read(text: &str) -> Result<Element, String> {
    if let Some(at) = text.char_indices().find(|(_, c)| !is_allowed(*c)).map(|(at, _)| at) {
        return Err(format!("a character XML does not allow at byte {at}"));
    }
    let mut reader = NsReader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().check_end_names = true;
    let mut open: Vec<Element> = Vec::new();
    let mut root = None;
    loop {
        let at = reader.buffer_position();
        let wrong = |reason: String| format!("at byte {at}: {reason}");
        match reader.read_event().map_err(|error| wrong(error.to_string()))? {
            Event::Start(start) => {
                if root.is_some() || open.len() >= DEEPEST {
                    return Err(wrong("a second root, or too deep".to_owned()));
                }
                open.push(element(&start, &reader).map_err(wrong)?);
            }
            Event::End(_) => {
                let closed = open.pop().ok_or_else(|| wrong("an end without a start".to_owned()))?;
                match open.last_mut() {
                    Some(parent) => parent.children.push(closed),
                    None => root = Some(closed),
                }
            }
            Event::Text(piece) => {
                add(&mut open, &piece.xml_content(XmlVersion::Implicit1_0)).map_err(wrong)?
            }
            Event::CData(piece) => {
                add(&mut open, &piece.xml_content(XmlVersion::Implicit1_0)).map_err(wrong)?
            }
            Event::GeneralRef(reference) => {
                let text = resolve(&reference).ok_or_else(|| wrong("an unknown entity".to_owned()))?;
                add(&mut open, &text).map_err(wrong)?;
            }
            Event::DocType(_) => return Err(wrong("a document type".to_owned())),
            Event::Eof if open.is_empty() => break,
            Event::Eof => return Err(wrong("an element is not closed".to_owned())),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::Empty(_) => {}
        }
    }
    root.ok_or_else(|| "there is no element".to_owned())
}

fn element(start: &BytesStart<'_>, reader: &NsReader<&[u8]>) -> Result<Element, String> {
    let resolver = reader.resolver();
    let (namespace, local) = resolver.resolve_element(start.name());
    let mut element =
        Element { namespace: bound(&namespace)?, name: local.as_ref().to_owned(), ..Element::default() };
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
        let (namespace, local) = resolver.resolve_attribute(attribute.key);
        element.attributes.push((bound(&namespace)?, local.as_ref().to_owned(), value.into_owned()));
    }
    Ok(element)
}

fn bound(namespace: &ResolveResult<'_>) -> Result<String, String> {
    match namespace {
        ResolveResult::Bound(namespace) => Ok(namespace.as_ref().to_owned()),
        ResolveResult::Unbound => Ok(String::new()),
        ResolveResult::Unknown(prefix) => Err(format!("the prefix {prefix:?} is not bound")),
    }
}

fn add(open: &mut [Element], text: &str) -> Result<(), String> {
    match open.last_mut() {
        Some(element) => element.text.push_str(text),
        None if text.trim().is_empty() => {}
        None => return Err("text outside the root".to_owned()),
    }
    Ok(())
}

fn resolve(reference: &BytesRef<'_>) -> Option<String> {
    match reference.resolve_char_ref() {
        Ok(Some(letter)) if is_allowed(letter) => Some(letter.to_string()),
        Ok(Some(_)) | Err(_) => None,
        Ok(None) => {
            quick_xml::escape::resolve_predefined_entity(&reference.xml_content(XmlVersion::Implicit1_0))
                .map(str::to_owned)
        }
    }
}

fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_read_with_its_namespaces() {
        let text = "<?xml version='1.0'?><a xmlns='urn:a' xmlns:b='urn:b'><b:c d='1&amp;2'>x<![CDATA[<y>]]>&#x41;</b:c><e/></a>";
        let root = read(text).expect("well formed");
        assert!(root.is("urn:a", "a"));
        assert_eq!(root.text_of("urn:b", "c"), Some("x<y>A"));
        assert_eq!(root.first("urn:b", "c").and_then(|c| c.attribute("d")), Some("1&2"));
        assert_eq!(root.children.len(), 2);
    }

    #[test]
    fn what_is_not_well_formed_is_an_error() {
        for text in [
            "",
            "<a>",
            "<a></b>",
            "<a/><b/>",
            "text",
            "<a>&nbsp;</a>",
            "<a>&#0;</a>",
            "<a>\u{1}</a>",
            "<a b='1' b='2'/>",
            "<x:a/>",
            "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
            "<a>1 & 2</a>",
        ] {
            assert!(read(text).is_err(), "{text:?}");
        }
        assert!(read(&"<a>".repeat(200)).is_err());
    }
}
