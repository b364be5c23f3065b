//! XML as far as it is needed here: elements by namespace, bounded in depth and length, without document types.

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use quick_xml::XmlVersion;
use quick_xml::encoding::DecodingReader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

use super::super::open::Bytes;

/// Elements within elements.
const DEEPEST: usize = 64;
/// Bytes of one tag, text or comment.
const LONGEST_PIECE: u64 = 32 << 20;
/// Bytes of the text of one element.
const LONGEST_TEXT: usize = 16 << 20;

/// Why XML was not read further, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BadXml {
    /// The line, from 1.
    pub line: u64,
    /// Why.
    pub reason: String,
}

/// What a name belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Space {
    /// Nothing: RSS itself.
    Rss,
    /// `http://wordpress.org/export/…/`.
    Wp,
    /// `http://wordpress.org/export/…/excerpt/`.
    Excerpt,
    /// `http://purl.org/rss/1.0/modules/content/`.
    Content,
    /// `http://purl.org/dc/elements/1.1/`.
    Dc,
    /// Something else.
    Other,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// An element begins.
    Start(Element),
    /// An element ends.
    End,
    /// Text.
    Text(String),
    /// The document ends.
    Eof,
}

/// The beginning of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    pub space: Space,
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub line: u64,
}

impl Element {
    pub(super) fn is(&self, space: Space, name: &str) -> bool {
        self.space == space && self.name == name
    }

    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// A document being read.
pub(super) struct Xml {
    reader: NsReader<Metered>,
    buffer: Vec<u8>,
    depth: usize,
    line: Rc<Cell<u64>>,
    since: Rc<Cell<u64>>,
}

impl Xml {
    /// Begins to read, in the encoding the declaration names.
    pub(super) fn new(mut bytes: Bytes) -> Result<Xml, BadXml> {
        let start = bytes.fill_buf().map_err(|error| BadXml { line: 1, reason: error.to_string() })?;
        let label = declared_encoding(start);
        let mut decoding = DecodingReader::new(bytes);
        if let Some(label) = label {
            let Some(encoding) = encoding_rs::Encoding::for_label(label.as_bytes()) else {
                return Err(BadXml {
                    line: 1,
                    reason: format!("is written in {label:?}, which is not known"),
                });
            };
            if encoding.is_ascii_compatible() {
                decoding.set_encoding(encoding);
            }
        }
        let (line, since) = (Rc::new(Cell::new(1)), Rc::new(Cell::new(0)));
        let metered = Metered { bytes: decoding, line: line.clone(), since: since.clone() };
        let mut reader = NsReader::from_reader(metered);
        reader.config_mut().expand_empty_elements = true;
        Ok(Xml { reader, buffer: Vec::new(), depth: 0, line, since })
    }

    fn bad(&self, reason: impl ToString) -> BadXml {
        BadXml { line: self.line.get(), reason: reason.to_string() }
    }

    /// The next piece; comments and processing instructions are passed over.
    pub(super) fn next(&mut self) -> Result<Piece, BadXml> {
        loop {
            self.buffer.clear();
            self.since.set(0);
            let line = self.line.get();
            let (space, event) = match self.reader.read_resolved_event_into(&mut self.buffer) {
                Ok((space, event)) => (space_of(&space), event),
                Err(error) => return Err(BadXml { line: self.line.get(), reason: said(&error) }),
            };
            match event {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(self.bad("elements within elements go too deep"));
                    }
                    return Ok(Piece::Start(element(space, &start, line)));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Piece::End);
                }
                Event::Text(text) => {
                    return Ok(Piece::Text(text.xml_content(XmlVersion::Implicit1_0).into_owned()));
                }
                Event::CData(text) => {
                    return Ok(Piece::Text(text.xml_content(XmlVersion::Implicit1_0).into_owned()));
                }
                Event::GeneralRef(reference) => return Ok(Piece::Text(resolve(&reference))),
                Event::DocType(_) => {
                    return Err(BadXml { line, reason: "has a document type, which is not read".to_owned() });
                }
                Event::Eof if self.depth > 0 => {
                    return Err(self.bad("ends too early: the file is cut off"));
                }
                Event::Eof => return Ok(Piece::Eof),
                _ => {}
            }
        }
    }

    /// The text of the element that just began, up to its end; elements in it are passed over.
    pub(super) fn text(&mut self) -> Result<String, BadXml> {
        let mut out = String::new();
        let mut inner = 0usize;
        loop {
            match self.next()? {
                Piece::Text(text) if inner == 0 => out.push_str(&text),
                Piece::Text(_) => {}
                Piece::Start(_) => inner += 1,
                Piece::End if inner == 0 => return Ok(out),
                Piece::End => inner -= 1,
                Piece::Eof => return Err(self.bad("ends too early: the file is cut off")),
            }
            if out.len() > LONGEST_TEXT {
                return Err(self.bad(format!("a text is longer than {LONGEST_TEXT} bytes")));
            }
        }
    }

    /// Passes over the element that just began.
    pub(super) fn skip(&mut self) -> Result<(), BadXml> {
        self.children(&mut |xml, _| xml.skip())
    }

    /// Gives each element in the one that just began to `see`, which must read it to its end.
    pub(super) fn children(
        &mut self,
        see: &mut dyn FnMut(&mut Xml, Element) -> Result<(), BadXml>,
    ) -> Result<(), BadXml> {
        loop {
            match self.next()? {
                Piece::Start(element) => see(self, element)?,
                Piece::End => return Ok(()),
                Piece::Text(_) => {}
                Piece::Eof => return Err(self.bad("ends too early: the file is cut off")),
            }
        }
    }
}

fn element(space: Space, start: &BytesStart<'_>, line: u64) -> Element {
    let attributes = start
        .attributes()
        .flatten()
        .filter_map(|attribute| {
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
            Some((attribute.key.local_name().as_ref().to_owned(), value.into_owned()))
        })
        .collect();
    Element { space, name: start.local_name().as_ref().to_owned(), attributes, line }
}

fn space_of(found: &ResolveResult<'_>) -> Space {
    let ResolveResult::Bound(Namespace(space)) = found else {
        return if matches!(found, ResolveResult::Unbound) { Space::Rss } else { Space::Other };
    };
    let plain = space.trim_start_matches("http://").trim_start_matches("https://").trim_end_matches('/');
    match plain {
        "" => Space::Rss,
        "purl.org/rss/1.0/modules/content" => Space::Content,
        "purl.org/dc/elements/1.1" => Space::Dc,
        _ => match plain.strip_prefix("wordpress.org/export/") {
            Some(rest) if rest.ends_with("/excerpt") => Space::Excerpt,
            Some(rest) if !rest.contains('/') => Space::Wp,
            _ => Space::Other,
        },
    }
}

/// A reference in text. Names that XML does not know stand as they are: in content they are HTML's.
fn resolve(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = reference.resolve_char_ref() {
        return character.to_string();
    }
    let name = reference.xml_content(XmlVersion::Implicit1_0);
    match quick_xml::escape::resolve_predefined_entity(&name) {
        Some(text) => text.to_owned(),
        None => format!("&{name};"),
    }
}

fn declared_encoding(start: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&start[..start.len().min(256)]);
    let declaration =
        head.trim_start_matches('\u{feff}').strip_prefix("<?xml")?.split("?>").next()?.to_owned();
    let rest = declaration.split("encoding").nth(1)?.trim_start().strip_prefix('=')?.trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest[1..].split(quote).next().map(str::to_owned)
}

fn said(error: &quick_xml::Error) -> String {
    match error {
        quick_xml::Error::Io(error) => super::super::open::said(error),
        error => format!("is not well-formed: {error}"),
    }
}

/// Bytes that count their lines, and refuse a piece that does not end.
struct Metered {
    bytes: DecodingReader<Bytes>,
    line: Rc<Cell<u64>>,
    since: Rc<Cell<u64>>,
}

impl BufRead for Metered {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.since.get() > LONGEST_PIECE {
            let reason = format!("a tag or a text is longer than {LONGEST_PIECE} bytes");
            return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
        }
        self.bytes.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        if amount > 0
            && let Ok(bytes) = self.bytes.fill_buf()
        {
            let lines = bytes[..amount.min(bytes.len())].iter().filter(|byte| **byte == b'\n').count();
            self.line.set(self.line.get() + lines as u64);
        }
        self.since.set(self.since.get() + amount as u64);
        self.bytes.consume(amount);
    }
}

impl Read for Metered {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let taken = {
            let bytes = self.fill_buf()?;
            let taken = bytes.len().min(buffer.len());
            buffer[..taken].copy_from_slice(&bytes[..taken]);
            taken
        };
        self.consume(taken);
        Ok(taken)
    }
}
