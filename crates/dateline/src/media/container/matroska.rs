//! WebM as EBML elements (RFC 8794, RFC 9559).

use std::ops::Range;
use std::time::Duration;

use super::{Broken, Outline, Walk, take};

const SEGMENT: u64 = 0x1853_8067;
const INFO: u64 = 0x1549_A966;
const TIMESTAMP_SCALE: u64 = 0x2A_D7B1;
const DURATION: u64 = 0x4489;
const TRACKS: u64 = 0x1654_AE6B;
const TRACK: u64 = 0xAE;
const VIDEO: u64 = 0xE0;
const PIXEL_WIDTH: u64 = 0xB0;
const PIXEL_HEIGHT: u64 = 0xBA;
const DOC_TYPE: u64 = 0x4282;
const TAGS: u64 = 0x1254_C367;
const ATTACHMENTS: u64 = 0x1941_A469;
const MAX_ELEMENTS: usize = 1_000_000;

/// What a WebM says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Webm {
    /// `webm`, `matroska`, …
    pub doc_type: String,
    /// Pixels across and down of the largest picture track.
    pub size: Option<(u32, u32)>,
    /// How long it plays, where it says so.
    pub duration: Option<Duration>,
    /// Tags and attached files: data about the recording.
    pub personal: Vec<Range<usize>>,
    /// First byte after the segment.
    pub end: usize,
}

struct Element {
    id: u64,
    whole: Range<usize>,
    content: Range<usize>,
}

/// Walks `bytes`, which begin with an EBML header.
pub(crate) fn walk(bytes: &[u8]) -> Walk<Webm> {
    let header = element(bytes, 0, bytes.len())?;
    let mut webm = Webm { end: header.whole.end, ..Webm::default() };
    for inner in elements(bytes, &header.content)? {
        if inner.id == DOC_TYPE {
            webm.doc_type = String::from_utf8_lossy(&bytes[inner.content]).into_owned();
        }
    }
    let segment = element(bytes, header.whole.end, bytes.len())?;
    if segment.id != SEGMENT {
        return Err(Broken::Damaged("no segment follows its header"));
    }
    webm.end = segment.whole.end;
    for inner in elements(bytes, &segment.content)? {
        match inner.id {
            INFO => webm.duration = read_duration(bytes, &inner.content)?,
            TRACKS => webm.size = read_tracks(bytes, &inner.content)?,
            TAGS | ATTACHMENTS => webm.personal.push(inner.whole),
            _ => {}
        }
    }
    Ok(webm)
}

impl Webm {
    /// What any file is asked.
    pub fn outline(&self) -> Outline {
        Outline {
            size: self.size,
            frames: 1,
            duration: self.duration,
            end: self.end,
            asides: self.personal.clone(),
        }
    }
}

fn read_duration(bytes: &[u8], info: &Range<usize>) -> Walk<Option<Duration>> {
    const TEN_YEARS_SECONDS: f64 = 315_360_000.0;
    let (mut nanos_per_unit, mut units) = (1_000_000_u64, None);
    for inner in elements(bytes, info)? {
        match inner.id {
            TIMESTAMP_SCALE => nanos_per_unit = number(&bytes[inner.content]),
            DURATION => units = float(&bytes[inner.content]),
            _ => {}
        }
    }
    let seconds = units.map(|units| units * nanos_per_unit as f64 / 1e9);
    Ok(seconds.filter(|seconds| (0.0..TEN_YEARS_SECONDS).contains(seconds)).map(Duration::from_secs_f64))
}

fn read_tracks(bytes: &[u8], tracks: &Range<usize>) -> Walk<Option<(u32, u32)>> {
    let mut largest = None;
    for track in elements(bytes, tracks)?.into_iter().filter(|inner| inner.id == TRACK) {
        for video in elements(bytes, &track.content)?.into_iter().filter(|inner| inner.id == VIDEO) {
            let (mut width, mut height) = (0, 0);
            for inner in elements(bytes, &video.content)? {
                match inner.id {
                    PIXEL_WIDTH => width = number(&bytes[inner.content]),
                    PIXEL_HEIGHT => height = number(&bytes[inner.content]),
                    _ => {}
                }
            }
            let size = u32::try_from(width).ok().zip(u32::try_from(height).ok());
            largest = largest.max(size);
        }
    }
    Ok(largest)
}

fn elements(bytes: &[u8], range: &Range<usize>) -> Walk<Vec<Element>> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let next = element(bytes, at, range.end)?;
        at = next.whole.end;
        found.push(next);
        if found.len() > MAX_ELEMENTS {
            return Err(Broken::Damaged("it has too many elements"));
        }
    }
    Ok(found)
}

/// The element at `at`; one of unknown length reaches to `limit`, as a live recording writes it.
fn element(bytes: &[u8], at: usize, limit: usize) -> Walk<Element> {
    let (id, id_bytes) = variable(bytes, at, Marker::Keep)?;
    let (length, length_bytes) = variable(bytes, at + id_bytes, Marker::Drop)?;
    let start = at + id_bytes + length_bytes;
    let unknown = length == (1_u64 << (7 * length_bytes)) - 1;
    let end = match unknown {
        true => limit,
        false => usize::try_from(length)
            .ok()
            .and_then(|length| start.checked_add(length))
            .ok_or(Broken::CutShort)?,
    };
    if end > limit || start > end {
        return Err(if limit == bytes.len() {
            Broken::CutShort
        } else {
            Broken::Damaged("an element reaches over the end")
        });
    }
    Ok(Element { id, whole: at..end, content: start..end })
}

#[derive(PartialEq)]
enum Marker {
    Keep,
    Drop,
}

fn variable(bytes: &[u8], at: usize, marker: Marker) -> Walk<(u64, usize)> {
    let first = take(bytes, at, 1)?[0];
    let length = first.leading_zeros() as usize + 1;
    if length > 8 {
        return Err(Broken::Damaged("a number is longer than eight bytes"));
    }
    let mut value = u64::from(first);
    if marker == Marker::Drop {
        value &= (1 << (8 - length)) - 1;
    }
    for byte in take(bytes, at + 1, length - 1)? {
        value = value << 8 | u64::from(*byte);
    }
    Ok((value, length))
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).fold(0, |value, byte| value << 8 | u64::from(*byte))
}

fn float(bytes: &[u8]) -> Option<f64> {
    match bytes.len() {
        4 => Some(f64::from(f32::from_bits(number(bytes) as u32))),
        8 => Some(f64::from_bits(number(bytes))),
        _ => None,
    }
}
