//! XMP packets (ISO 16684-1): properties of RDF in the vocabularies of photographs.

use quick_xml::NsReader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{NamespaceResolver, ResolveResult};

use super::fields::{MAX_LIST_ENTRIES, clean};

const VOCABULARIES: [(&str, &str); 10] = [
    ("http://purl.org/dc/elements/1.1/", "dc"),
    ("http://ns.adobe.com/photoshop/1.0/", "photoshop"),
    ("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "Iptc4xmpCore"),
    ("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "Iptc4xmpExt"),
    ("http://ns.adobe.com/xap/1.0/rights/", "xmpRights"),
    ("http://ns.useplus.org/ldf/xmp/1.0/", "plus"),
    ("http://ns.adobe.com/exif/1.0/", "exif"),
    ("http://ns.adobe.com/exif/1.0/aux/", "aux"),
    ("http://cipa.jp/exif/1.0/", "exifEX"),
    ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
];
const MAX_DEPTH: usize = 40;
const MAX_PROPERTIES: usize = 5000;
const MAX_PACKET_BYTES: usize = 4 << 20;

/// The properties of a packet, with the names of their vocabularies: `dc:title`, `plus:Licensor/plus:LicensorURL`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Xmp {
    properties: Vec<Property>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Property {
    path: String,
    language: Option<String>,
    value: String,
}

/// One open element.
struct Level {
    /// Its name in a known vocabulary; others stand in no path.
    name: Option<String>,
    language: Option<String>,
    text: String,
}

impl Xmp {
    /// Reads a packet. What cannot be read ends it; what was read before stays. Document types and their entities are
    /// not followed.
    pub fn read(packet: &[u8]) -> Xmp {
        let packet = &packet[..packet.len().min(MAX_PACKET_BYTES)];
        let (text, ..) = encoding_rs::UTF_8.decode(packet);
        let mut reader = NsReader::from_str(&text);
        reader.config_mut().expand_empty_elements = true;
        let mut xmp = Xmp::default();
        let mut open: Vec<Level> = Vec::new();
        while xmp.properties.len() < MAX_PROPERTIES {
            match reader.read_event() {
                Ok(Event::Start(start)) if open.len() < MAX_DEPTH => {
                    let level = open_level(&start, reader.resolver());
                    open.push(level);
                    xmp.read_attributes(&start, reader.resolver(), &open);
                }
                Ok(Event::Text(text)) => append(&mut open, &text.xml_content(XmlVersion::Implicit1_0)),
                Ok(Event::CData(text)) => append(&mut open, &text.xml_content(XmlVersion::Implicit1_0)),
                Ok(Event::GeneralRef(reference)) => append(&mut open, &resolve(&reference)),
                Ok(Event::End(_)) => xmp.close(&mut open),
                Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
                // The end, a document type, too deep, or no XML.
                Ok(_) | Err(_) => break,
            }
        }
        xmp
    }

    /// The value of a property: the default language of several, else the first.
    pub fn text(&self, path: &str) -> Option<String> {
        let of_path = || self.properties.iter().filter(|property| property.path == path);
        let by_default = of_path().find(|property| property.language.as_deref() == Some("x-default"));
        by_default.or_else(|| of_path().next()).map(|property| property.value.clone())
    }

    /// Every value of a property.
    pub fn list(&self, path: &str) -> Vec<String> {
        let values = self.properties.iter().filter(|property| property.path == path);
        values.map(|property| property.value.clone()).take(MAX_LIST_ENTRIES).collect()
    }

    fn add(&mut self, path: String, language: Option<String>, value: &str) {
        if path.is_empty() {
            return;
        }
        if let Some(value) = clean(value) {
            self.properties.push(Property { path, language, value });
        }
    }

    /// A property may stand as an attribute, and a resource as `rdf:resource`.
    fn read_attributes(&mut self, start: &BytesStart<'_>, resolver: &NamespaceResolver, open: &[Level]) {
        let parent = path(open);
        for attribute in start.attributes().flatten() {
            let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else { continue };
            let (namespace, local) = resolver.resolve_attribute(attribute.key);
            match known(&namespace) {
                Some("rdf") if local.as_ref() == "resource" => self.add(parent.clone(), None, &value),
                Some("rdf") | None => {}
                Some(vocabulary) => {
                    let name = format!("{vocabulary}:{}", local.as_ref());
                    let path = if parent.is_empty() { name } else { format!("{parent}/{name}") };
                    self.add(path, None, &value);
                }
            }
        }
    }

    fn close(&mut self, open: &mut Vec<Level>) {
        let path = path(open);
        let Some(level) = open.pop() else { return };
        let is_value =
            level.name.as_deref().is_some_and(|name| !name.starts_with("rdf:") || name == "rdf:li");
        if is_value {
            self.add(path, level.language, &level.text);
        }
    }
}

/// The names of the open properties, RDF's own left out.
fn path(open: &[Level]) -> String {
    let names =
        open.iter().filter_map(|level| level.name.as_deref()).filter(|name| !name.starts_with("rdf:"));
    names.collect::<Vec<_>>().join("/")
}

fn open_level(start: &BytesStart<'_>, resolver: &NamespaceResolver) -> Level {
    let (namespace, local) = resolver.resolve_element(start.name());
    let name = known(&namespace).map(|vocabulary| format!("{vocabulary}:{}", local.as_ref()));
    let language = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == "xml:lang");
    Level { name, language: language.map(|attribute| attribute.value.to_string()), text: String::new() }
}

fn known(namespace: &ResolveResult<'_>) -> Option<&'static str> {
    let ResolveResult::Bound(namespace) = namespace else { return None };
    VOCABULARIES.iter().find(|(address, _)| *address == namespace.as_ref()).map(|(_, short)| *short)
}

fn append(open: &mut [Level], text: &str) {
    if let Some(level) = open.last_mut() {
        level.text.push_str(text);
    }
}

fn resolve(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return letter.to_string();
    }
    match quick_xml::escape::resolve_predefined_entity(&reference.xml_content(XmlVersion::Implicit1_0)) {
        Some(text) => text.to_owned(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packet(inside: &str) -> Xmp {
        let names: String =
            VOCABULARIES.iter().map(|(address, short)| format!(" xmlns:{short}=\"{address}\"")).collect();
        let text = format!(
            "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
             <rdf:RDF{names}><rdf:Description {inside}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
        );
        Xmp::read(text.as_bytes())
    }

    #[test]
    fn properties_are_read_in_each_of_their_forms() {
        let xmp = packet(
            "photoshop:Credit='A &amp; B'><dc:creator><rdf:Seq><rdf:li>Jonas Vey</rdf:li><rdf:li>Lea Morin</rdf:li>\
             </rdf:Seq></dc:creator><dc:description><rdf:Alt><rdf:li xml:lang='de'>Brücke</rdf:li>\
             <rdf:li xml:lang='x-default'>Bridge &lt;b&gt; &#x2013; strait</rdf:li></rdf:Alt></dc:description>\
             <Iptc4xmpExt:DigitalSourceType rdf:resource='http://example.com/digitalCapture'/>\
             <plus:Licensor><rdf:Seq><rdf:li rdf:parseType='Resource'><plus:LicensorURL>https://arna.example\
             </plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>\
             <photoshop:City>Sel<!-- -->mar</photoshop:City>",
        );
        assert_eq!(xmp.text("photoshop:Credit").as_deref(), Some("A & B"));
        assert_eq!(xmp.list("dc:creator"), ["Jonas Vey", "Lea Morin"]);
        assert_eq!(xmp.text("dc:description").as_deref(), Some("Bridge <b> – strait"));
        assert_eq!(
            xmp.text("Iptc4xmpExt:DigitalSourceType").as_deref(),
            Some("http://example.com/digitalCapture")
        );
        assert_eq!(xmp.text("plus:Licensor/plus:LicensorURL").as_deref(), Some("https://arna.example"));
        assert_eq!(xmp.text("photoshop:City").as_deref(), Some("Selmar"));
    }

    #[test]
    fn entities_of_a_document_type_are_not_followed() {
        let text = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]>\
            <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:dc='http://purl.org/dc/elements/1.1/'>\
            <rdf:Description><dc:title>&a;&b;</dc:title></rdf:Description></rdf:RDF>";
        assert_eq!(Xmp::read(text.as_bytes()), Xmp::default());
    }

    #[test]
    fn a_broken_or_endless_packet_keeps_what_was_read() {
        let xmp = packet("photoshop:City='Selmar'><dc:title><rdf:Alt><rdf:li>Bri");
        assert_eq!(xmp.text("photoshop:City").as_deref(), Some("Selmar"));
        assert_eq!(Xmp::read("<a>".repeat(100_000).as_bytes()), Xmp::default());
        assert_eq!(Xmp::read(&[0xFF; 64]), Xmp::default());
    }
}
