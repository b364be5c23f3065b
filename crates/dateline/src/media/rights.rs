//! What a public picture keeps to say of itself: who made it and what is allowed, nothing about where or with what.

use std::fmt::Write;

use super::metadata::{Orientation, PhotoFields};

/// The fields every public rendition carries. Places by coordinates, serial numbers, owners' names and anything not
/// listed here never leave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rights {
    /// Who, what, where, when, in words.
    pub caption: Option<String>,
    /// Who made it.
    pub creators: Vec<String>,
    /// Line to be published beside it.
    pub credit: Option<String>,
    /// Where it was received from.
    pub source: Option<String>,
    /// Copyright notice.
    pub copyright: Option<String>,
    /// What is allowed with it.
    pub usage_terms: Option<String>,
    /// Page about its rights.
    pub rights_page: Option<String>,
    /// Where a licence is given.
    pub licensor_page: Option<String>,
    /// Whether machines may learn from it.
    pub data_mining: Option<String>,
    /// How it came to be.
    pub digital_source: Option<String>,
}

impl From<&PhotoFields> for Rights {
    fn from(fields: &PhotoFields) -> Rights {
        Rights {
            caption: fields.caption.clone(),
            creators: fields.creators.clone(),
            credit: fields.credit.clone(),
            source: fields.source.clone(),
            copyright: fields.copyright.clone(),
            usage_terms: fields.usage_terms.clone(),
            rights_page: fields.rights_page.clone(),
            licensor_page: fields.licensor_page.clone(),
            data_mining: fields.data_mining.clone(),
            digital_source: fields.digital_source.clone(),
        }
    }
}

/// The most characters of one field written, so that a thumbnail is not outweighed by its caption.
const MAX_WRITTEN_CHARS: usize = 1000;
const MAX_WRITTEN_CREATORS: usize = 10;

impl Rights {
    /// The fields as an XMP packet; `None` where nothing is stated.
    pub(super) fn to_xmp(&self) -> Option<Vec<u8>> {
        let mut inside = String::new();
        alternative(&mut inside, "dc:description", &self.caption);
        alternative(&mut inside, "dc:rights", &self.copyright);
        alternative(&mut inside, "xmpRights:UsageTerms", &self.usage_terms);
        if !self.creators.is_empty() {
            let creators = self.creators.iter().take(MAX_WRITTEN_CREATORS);
            let listed: String = creators.map(|name| format!("<rdf:li>{}</rdf:li>", escaped(name))).collect();
            let _ = write!(inside, "<dc:creator><rdf:Seq>{listed}</rdf:Seq></dc:creator>");
        }
        simple(&mut inside, "photoshop:Credit", &self.credit);
        simple(&mut inside, "photoshop:Source", &self.source);
        simple(&mut inside, "xmpRights:WebStatement", &self.rights_page);
        simple(&mut inside, "plus:DataMining", &self.data_mining);
        simple(&mut inside, "Iptc4xmpExt:DigitalSourceType", &self.digital_source);
        if let Some(page) = &self.licensor_page {
            let _ = write!(
                inside,
                "<plus:Licensor><rdf:Seq><rdf:li rdf:parseType=\"Resource\"><plus:LicensorURL>{}</plus:LicensorURL>\
                 </rdf:li></rdf:Seq></plus:Licensor>",
                escaped(page)
            );
        }
        if inside.is_empty() {
            return None;
        }
        Some(format!("{BEGINNING}{inside}{END}").into_bytes())
    }

    /// The fields EXIF has a place for, with `orientation`, as a block of EXIF without `Exif\0\0`.
    pub(super) fn to_exif(&self, orientation: Orientation) -> Vec<u8> {
        let artist = (!self.creators.is_empty()).then(|| self.creators.join("; "));
        let texts = [(270_u16, &self.caption), (315, &artist), (33432, &self.copyright)];
        exif_block(orientation, texts.map(|(tag, text)| (tag, text.as_deref())))
    }
}

const BEGINNING: &str = "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\
    <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" \
    xmlns:xmpRights=\"http://ns.adobe.com/xap/1.0/rights/\" xmlns:plus=\"http://ns.useplus.org/ldf/xmp/1.0/\" \
    xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\">";
const END: &str = "</rdf:Description></rdf:RDF></x:xmpmeta>";

fn simple(out: &mut String, name: &str, value: &Option<String>) {
    if let Some(value) = value {
        let _ = write!(out, "<{name}>{}</{name}>", escaped(value));
    }
}

fn alternative(out: &mut String, name: &str, value: &Option<String>) {
    if let Some(value) = value {
        let value = escaped(value);
        let _ = write!(
            out,
            "<{name}><rdf:Alt><rdf:li xml:lang=\"x-default\">{value}</rdf:li></rdf:Alt></{name}>"
        );
    }
}

/// `value` cut and fit to stand between tags.
fn escaped(value: &str) -> String {
    let letters =
        value.chars().filter(|letter| !letter.is_control() || *letter == '\n').take(MAX_WRITTEN_CHARS);
    letters.fold(String::new(), |mut out, letter| {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // Not characters of XML.
            '\u{FFFE}' | '\u{FFFF}' => {}
            letter => out.push(letter),
        }
        out
    })
}

/// A big-endian TIFF of one directory with an orientation and texts, in the order of their tags.
fn exif_block(orientation: Orientation, texts: [(u16, Option<&str>); 3]) -> Vec<u8> {
    const ASCII: u16 = 2;
    const SHORT: u16 = 3;
    let mut entries: Vec<(u16, u16, Vec<u8>)> = vec![(274, SHORT, vec![0, orientation.as_exif()])];
    for (tag, text) in texts {
        let Some(text) = text else { continue };
        let cut: String = text.chars().filter(|letter| *letter != '\0').take(MAX_WRITTEN_CHARS).collect();
        entries.push((tag, ASCII, [cut.as_bytes(), b"\0"].concat()));
    }
    entries.sort_by_key(|(tag, ..)| *tag);
    let mut out = b"MM\0*\0\0\0\x08".to_vec();
    out.extend((entries.len() as u16).to_be_bytes());
    let mut values = Vec::new();
    let values_start = out.len() + entries.len() * 12 + 4;
    for (tag, kind, mut value) in entries {
        let count = if kind == SHORT { 1 } else { value.len() as u32 };
        out.extend([tag.to_be_bytes(), kind.to_be_bytes()].concat());
        out.extend(count.to_be_bytes());
        if value.len() <= 4 {
            value.resize(4, 0);
            out.extend(&value);
        } else {
            out.extend(((values_start + values.len()) as u32).to_be_bytes());
            values.extend(&value);
            values.resize(values.len() + value.len() % 2, 0);
        }
    }
    out.extend([0; 4]);
    out.extend(values);
    out
}
