//! The photographs beside the repository, read as the reference reads them.

use serde_json::{Map, Value};

use super::*;
use crate::media::{samples, sniff};

/// The first of `names` the reference states with anything in it.
fn stated<'a>(expected: &'a Map<String, Value>, names: &[&str]) -> Option<&'a Value> {
    let is_empty = |value: &Value| value.as_str().is_some_and(|text| text.trim().is_empty());
    names.iter().filter_map(|name| expected.get(*name)).find(|value| !is_empty(value))
}

fn as_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Array(values) => values.iter().map(as_text).collect::<Vec<_>>().join("|"),
        other => other.to_string(),
    }
}

#[test]
fn every_stated_text_is_read_as_the_reference_reads_it() {
    for expected in samples::expected_metadata() {
        let (name, fields) = read(&expected);
        let listed = |values: &[String]| Some(values.join("|")).filter(|text| !text.is_empty());
        let pairs: [(&[&str], Option<String>); 15] = [
            (&["XMP-photoshop:Headline", "IPTC:Headline"], fields.headline),
            (&["XMP-dc:Title", "IPTC:ObjectName"], fields.title),
            (&["XMP-dc:Description", "IPTC:Caption-Abstract", "IFD0:ImageDescription"], fields.caption),
            (&["XMP-dc:Creator", "IPTC:By-line", "IFD0:Artist"], listed(&fields.creators)),
            (&["XMP-photoshop:Credit", "IPTC:Credit"], fields.credit),
            (&["XMP-photoshop:Source", "IPTC:Source"], fields.source),
            (&["XMP-dc:Rights", "IPTC:CopyrightNotice", "IFD0:Copyright"], fields.copyright),
            (&["XMP-xmpRights:UsageTerms"], fields.usage_terms),
            (&["XMP-xmpRights:WebStatement"], fields.rights_page),
            (&["XMP-photoshop:Instructions", "IPTC:SpecialInstructions"], fields.instructions),
            (&["XMP-photoshop:City", "IPTC:City"], fields.city),
            (&["XMP-photoshop:Country", "IPTC:Country-PrimaryLocationName"], fields.country),
            (&["XMP-iptcCore:CountryCode", "IPTC:Country-PrimaryLocationCode"], fields.country_code),
            (&["XMP-dc:Subject", "IPTC:Keywords"], listed(&fields.keywords)),
            (&["XMP-iptcExt:DigitalSourceType"], fields.digital_source),
        ];
        for (names, read) in pairs {
            assert_eq!(read, stated(&expected, names).map(as_text), "{name}: {names:?}");
        }
    }
}

#[test]
fn moments_orientation_and_positions_agree_with_the_reference() {
    for expected in samples::expected_metadata() {
        let (name, fields) = read(&expected);
        let orientation = expected.get("IFD0:Orientation").and_then(Value::as_u64).unwrap_or(1);
        assert_eq!(u64::from(fields.orientation.as_exif()), orientation.clamp(1, 8), "{name}");
        let has_position = stated(&expected, &["GPS:GPSLatitude"]).is_some();
        assert_eq!(fields.has_position, has_position, "{name}");
        let moments = ["XMP-photoshop:DateCreated", "IPTC:DateCreated", "ExifIFD:DateTimeOriginal"];
        let moment = stated(&expected, &moments).map(|moment| as_text(moment).replace(' ', "T"));
        let date = moment.as_ref().map(|moment| moment[..10].replace(':', "-"));
        assert_eq!(fields.created.as_ref().map(|created| created[..10].to_owned()), date, "{name}");
        if let (Some(moment), Some(created)) = (moment, fields.created)
            && moment.len() > 10
        {
            assert!(created[10..].starts_with(&moment[10..]), "{name}: {created} for {moment}");
        }
    }
}

fn read(expected: &Map<String, Value>) -> (String, PhotoFields) {
    let name = expected["file"].as_str().expect("a path").to_owned();
    let bytes = samples::photograph(&name).unwrap_or_else(|| panic!("{name} is there"));
    let kind = sniff(&bytes).unwrap_or_else(|reason| panic!("{name}: {reason}")).kind;
    (name, read_fields(kind, &bytes))
}

#[test]
fn a_cut_or_damaged_photograph_is_read_without_harm() {
    for (name, bytes) in samples::photographs().into_iter().step_by(7) {
        let kind = sniff(&bytes).expect("taken").kind;
        for end in (0..bytes.len()).step_by(bytes.len() / 40 + 1) {
            read_fields(kind, &bytes[..end]);
        }
        let mut damaged = bytes.clone();
        for at in (2..bytes.len().min(4000)).step_by(13) {
            damaged[at] = damaged[at].wrapping_add(at as u8 | 1);
        }
        let _ = (name, read_fields(kind, &damaged));
    }
}

#[test]
fn the_credit_line_names_people_and_agency_once() {
    let fields = |creators: &[&str], credit: Option<&str>, source: Option<&str>| PhotoFields {
        creators: creators.iter().map(|name| (*name).to_owned()).collect(),
        credit: credit.map(str::to_owned),
        source: source.map(str::to_owned),
        ..PhotoFields::default()
    };
    assert_eq!(fields(&["Jonas Vey"], Some("ARNA"), None).credit_line().as_deref(), Some("Jonas Vey / ARNA"));
    assert_eq!(
        fields(&["Jonas Vey"], Some("ARNA/Jonas Vey"), None).credit_line().as_deref(),
        Some("ARNA/Jonas Vey")
    );
    assert_eq!(fields(&[], None, Some("HO")).credit_line().as_deref(), Some("HO"));
    assert_eq!(fields(&[], None, None).credit_line(), None);
}
