//! What a photograph says of itself, merged from its three vocabularies.

use serde::{Deserialize, Serialize};

use super::exif::Exif;
use super::iim::Iim;
use super::xmp::Xmp;

/// How a picture must be turned and mirrored to stand upright: EXIF tag 0x0112, 1 to 8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Orientation(u8);

impl Orientation {
    /// As stored.
    pub const UPRIGHT: Orientation = Orientation(1);

    /// Checks the number of the tag.
    pub fn from_exif(number: u32) -> Option<Orientation> {
        u8::try_from(number).ok().filter(|number| (1..=8).contains(number)).map(Orientation)
    }

    /// The number of the tag.
    pub fn as_exif(self) -> u8 {
        self.0
    }

    /// Whether width and height change places.
    pub fn swaps_sides(self) -> bool {
        self.0 >= 5
    }

    /// The size a picture stored as `size` is seen in.
    pub fn upright(self, size: (u32, u32)) -> (u32, u32) {
        if self.swaps_sides() { (size.1, size.0) } else { size }
    }
}

impl Default for Orientation {
    fn default() -> Self {
        Orientation::UPRIGHT
    }
}

impl TryFrom<u8> for Orientation {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Orientation::from_exif(number.into()).ok_or_else(|| format!("an orientation is 1 to 8, not {number}"))
    }
}

impl From<Orientation> for u8 {
    fn from(orientation: Orientation) -> u8 {
        orientation.0
    }
}

/// What a photograph says of itself. Where vocabularies disagree XMP goes before IIM and IIM before EXIF, as
/// in the guidelines of the Metadata Working Group; an empty value states nothing. Texts are trimmed, without control
/// characters, and cut at [`MAX_TEXT_CHARS`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PhotoFields {
    /// What the picture shows in a few words (`photoshop:Headline`, 2:105).
    pub headline: Option<String>,
    /// Short working name (`dc:title`, 2:05).
    pub title: Option<String>,
    /// Who, what, where, when (`dc:description`, 2:120, `ImageDescription`).
    pub caption: Option<String>,
    /// What a reader who does not see the picture needs (`Iptc4xmpCore:AltTextAccessibility`).
    pub alt: Option<String>,
    /// Who made it (`dc:creator`, 2:80, `Artist`).
    pub creators: Vec<String>,
    /// Line to be published beside it (`photoshop:Credit`, 2:110).
    pub credit: Option<String>,
    /// Where it was received from (`photoshop:Source`, 2:115).
    pub source: Option<String>,
    /// Copyright notice (`dc:rights`, 2:116, `Copyright`).
    pub copyright: Option<String>,
    /// What is allowed with it (`xmpRights:UsageTerms`).
    pub usage_terms: Option<String>,
    /// Page about its rights (`xmpRights:WebStatement`).
    pub rights_page: Option<String>,
    /// Where a licence is given (`plus:Licensor`).
    pub licensor_page: Option<String>,
    /// Whether machines may learn from it (`plus:DataMining`).
    pub data_mining: Option<String>,
    /// To whoever uses it (`photoshop:Instructions`, 2:40): embargoes, "no archives".
    pub instructions: Option<String>,
    /// City (`photoshop:City`, 2:90).
    pub city: Option<String>,
    /// Country by name (`photoshop:Country`, 2:101).
    pub country: Option<String>,
    /// Country by code (`Iptc4xmpCore:CountryCode`, 2:100).
    pub country_code: Option<String>,
    /// When it was taken, in the form of ISO 8601 as far as stated: `2017-07-13`, `2017-07-13T17:01:00+00:00`.
    pub created: Option<String>,
    /// Keywords (`dc:subject`, 2:25).
    pub keywords: Vec<String>,
    /// Number of the job (`photoshop:TransmissionReference`, 2:103).
    pub job: Option<String>,
    /// How it came to be, by IPTC's vocabulary (`Iptc4xmpExt:DigitalSourceType`): photographed, drawn, generated.
    pub digital_source: Option<String>,
    /// How it must be turned. EXIF alone counts, as in browsers.
    pub orientation: Orientation,
    /// Whether it says where it was taken by coordinates.
    pub has_position: bool,
    /// Whether it names the camera's, the lens's or the owner's number or name.
    pub has_serials: bool,
}

/// The longest text kept of one field, in characters.
pub const MAX_TEXT_CHARS: usize = 10_000;
/// The most entries kept of one list.
pub const MAX_LIST_ENTRIES: usize = 200;

impl PhotoFields {
    /// Merges the three vocabularies.
    pub(super) fn merge(xmp: &Xmp, iim: &Iim, exif: &Exif) -> PhotoFields {
        let text = |xmp: Option<String>, iim: Option<String>| xmp.or(iim);
        PhotoFields {
            headline: text(xmp.text("photoshop:Headline"), iim.text(105)),
            title: text(xmp.text("dc:title"), iim.text(5)),
            caption: text(xmp.text("dc:description"), iim.text(120)).or_else(|| exif.description.clone()),
            alt: xmp.text("Iptc4xmpCore:AltTextAccessibility"),
            creators: first_stated([xmp.list("dc:creator"), iim.list(80), exif.artists.clone()]),
            credit: text(xmp.text("photoshop:Credit"), iim.text(110)),
            source: text(xmp.text("photoshop:Source"), iim.text(115)),
            copyright: text(xmp.text("dc:rights"), iim.text(116)).or_else(|| exif.copyright.clone()),
            usage_terms: xmp.text("xmpRights:UsageTerms"),
            rights_page: xmp.text("xmpRights:WebStatement"),
            licensor_page: xmp.text("plus:Licensor/plus:LicensorURL"),
            data_mining: xmp.text("plus:DataMining"),
            instructions: text(xmp.text("photoshop:Instructions"), iim.text(40)),
            city: text(xmp.text("photoshop:City"), iim.text(90)),
            country: text(xmp.text("photoshop:Country"), iim.text(101)),
            country_code: text(xmp.text("Iptc4xmpCore:CountryCode"), iim.text(100)),
            created: text(xmp.text("photoshop:DateCreated"), iim.created()).or_else(|| exif.taken.clone()),
            keywords: first_stated([xmp.list("dc:subject"), iim.list(25), Vec::new()]),
            job: text(xmp.text("photoshop:TransmissionReference"), iim.text(103)),
            digital_source: xmp.text("Iptc4xmpExt:DigitalSourceType"),
            orientation: exif.orientation,
            has_position: exif.has_position || xmp.text("exif:GPSLatitude").is_some(),
            has_serials: exif.has_serials || SERIALS.iter().any(|name| xmp.text(name).is_some()),
        }
    }

    /// These fields with a JSON merge patch (RFC 7396) over them, cleaned and bounded like what a file says. What the file
    /// alone knows (orientation, whether it holds coordinates or serial numbers) cannot be patched. The error names the key.
    pub fn patched(&self, patch: &serde_json::Value) -> Result<PhotoFields, String> {
        const OF_THE_FILE: [&str; 3] = ["orientation", "has_position", "has_serials"];
        let patch = patch.as_object().ok_or("fields are a JSON object")?;
        let mut whole = serde_json::to_value(self).expect("fields are plain data");
        let members = whole.as_object_mut().expect("fields are an object");
        for (key, value) in patch {
            if OF_THE_FILE.contains(&key.as_str()) {
                return Err(format!("`{key}` is the file's own and cannot be changed"));
            }
            if value.is_null() {
                members.remove(key);
            } else {
                members.insert(key.clone(), tidied(key, value)?);
            }
        }
        serde_json::from_value(whole).map_err(|error| error.to_string())
    }

    /// Who is to be named beside the picture: the credit line, else the creators, else the source.
    pub fn credit_line(&self) -> Option<String> {
        let creators = (!self.creators.is_empty()).then(|| self.creators.join(", "));
        match (&self.credit, creators) {
            (Some(credit), Some(creators)) if !credit.contains(&creators) => {
                Some(format!("{creators} / {credit}"))
            }
            (Some(credit), _) => Some(credit.clone()),
            (None, creators) => creators.or_else(|| self.source.clone()),
        }
    }
}

const SERIALS: [&str; 5] = [
    "aux:SerialNumber",
    "aux:LensSerialNumber",
    "aux:OwnerName",
    "exifEX:BodySerialNumber",
    "exifEX:CameraOwnerName",
];

/// A value somebody typed, as a value read from a file would be.
fn tidied(key: &str, value: &serde_json::Value) -> Result<serde_json::Value, String> {
    use serde_json::Value;
    match value {
        Value::String(text) if text.chars().count() > MAX_TEXT_CHARS => {
            Err(format!("`{key}` has more than {MAX_TEXT_CHARS} characters"))
        }
        Value::String(text) => Ok(clean(text).map_or(Value::Null, Value::String)),
        Value::Array(entries) if entries.len() > MAX_LIST_ENTRIES => {
            Err(format!("`{key}` has more than {MAX_LIST_ENTRIES} entries"))
        }
        Value::Array(entries) => {
            let entries: Result<Vec<Value>, String> =
                entries.iter().map(|entry| tidied(key, entry)).collect();
            Ok(entries?.into_iter().filter(|entry| !entry.is_null()).collect())
        }
        other => Ok(other.clone()),
    }
}

fn first_stated(lists: [Vec<String>; 3]) -> Vec<String> {
    lists.into_iter().find(|list| !list.is_empty()).unwrap_or_default()
}

/// `raw` trimmed, without control characters other than line breaks, cut; `None` where nothing is left.
pub(super) fn clean(raw: &str) -> Option<String> {
    let kept = raw.chars().filter(|letter| !letter.is_control() || *letter == '\n').take(MAX_TEXT_CHARS);
    let text: String = kept.collect();
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
