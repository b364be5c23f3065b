//! The few EXIF tags that matter here (CIPA DC-008), read from the directories of a TIFF.

use super::fields::{MAX_LIST_ENTRIES, Orientation, clean};
use crate::media::container::tiff::Directory;

/// What EXIF says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Exif {
    pub description: Option<String>,
    pub artists: Vec<String>,
    pub copyright: Option<String>,
    pub taken: Option<String>,
    pub orientation: Orientation,
    pub has_position: bool,
    pub has_serials: bool,
}

const IMAGE_DESCRIPTION: u16 = 270;
const ORIENTATION: u16 = 274;
const ARTIST: u16 = 315;
const COPYRIGHT: u16 = 33432;
const EXIF_DIRECTORY: u16 = 0x8769;
const GPS_DIRECTORY: u16 = 0x8825;
const MAKER_NOTE: u16 = 0x927C;
const DATE_TIME_ORIGINAL: u16 = 0x9003;
const OFFSET_TIME_ORIGINAL: u16 = 0x9011;
/// Camera owner, body serial, lens serial; maker notes hold the same in forms of their own.
const SERIALS: [u16; 4] = [0xA430, 0xA431, 0xA435, MAKER_NOTE];
const GPS_LATITUDE: u16 = 2;

impl Exif {
    /// Reads the directories of `tiff`, a whole TIFF or the block after `Exif\0\0`. What cannot be read is left out.
    pub fn read(tiff: &[u8]) -> Exif {
        let Ok(first) = Directory::first(tiff) else { return Exif::default() };
        let detail = first.child(EXIF_DIRECTORY);
        let position = first.child(GPS_DIRECTORY);
        let in_detail = |tag| detail.as_ref().and_then(|detail| text(detail, tag));
        Exif {
            description: text(&first, IMAGE_DESCRIPTION),
            artists: text(&first, ARTIST).map(|artists| names(&artists)).unwrap_or_default(),
            copyright: text(&first, COPYRIGHT),
            taken: moment(in_detail(DATE_TIME_ORIGINAL), in_detail(OFFSET_TIME_ORIGINAL)),
            orientation: first.number(ORIENTATION).and_then(Orientation::from_exif).unwrap_or_default(),
            has_position: position.is_some_and(|position| position.has(GPS_LATITUDE)),
            has_serials: detail.is_some_and(|detail| SERIALS.iter().any(|tag| detail.has(*tag))),
        }
    }
}

/// A text: UTF-8, or Western European where it is not. The editor's half of a copyright follows the photographer's after
/// a zero.
fn text(directory: &Directory<'_>, tag: u16) -> Option<String> {
    let raw = directory.bytes(tag)?;
    let decoded = match std::str::from_utf8(raw) {
        Ok(text) => text.into(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(raw).0,
    };
    let parts: Vec<String> = decoded.split('\0').filter_map(clean).take(2).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

fn names(artists: &str) -> Vec<String> {
    artists.split(';').filter_map(clean).take(MAX_LIST_ENTRIES).collect()
}

/// `2020:07:18 19:35:00` as ISO 8601. Cameras without a set clock write zeros or spaces: no moment.
fn moment(taken: Option<String>, offset: Option<String>) -> Option<String> {
    let taken = taken.filter(|taken| taken.len() == 19 && taken.is_ascii() && !taken.starts_with("0000"))?;
    let (date, time) = (taken[..10].replace(':', "-"), &taken[11..]);
    if !date.bytes().chain(time.bytes()).all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b':')) {
        return None;
    }
    let offset =
        offset.filter(|offset| offset.len() == 6 && offset.starts_with(['+', '-']) && offset.is_ascii());
    Some(format!("{date}T{time}{}", offset.unwrap_or_default()))
}
