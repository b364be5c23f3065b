//! JPEG as markers and segments (ITU-T T.81, annex B).

use std::ops::Range;

use super::{Broken, Outline, Walk, be16, take};

/// One marker with what belongs to it; a start of scan holds its entropy-coded data too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Segment {
    /// Second byte of the marker.
    pub marker: u8,
    /// The whole, from its `FF`.
    pub whole: Range<usize>,
    /// What follows the length field, without the entropy-coded data.
    pub payload: Range<usize>,
}

/// A walked JPEG.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Jpeg {
    /// Pixels across and down.
    pub size: (u32, u32),
    /// In the order of the file, without start and end of image.
    pub segments: Vec<Segment>,
    /// First byte after the end of image.
    pub end: usize,
}

pub(crate) const APP1: u8 = 0xE1;
pub(crate) const APP2: u8 = 0xE2;
pub(crate) const APP13: u8 = 0xED;
pub(crate) const APP14: u8 = 0xEE;
pub(crate) const COMMENT: u8 = 0xFE;
const START_OF_SCAN: u8 = 0xDA;
const END_OF_IMAGE: u8 = 0xD9;
const MAX_SEGMENTS: usize = 20_000;

/// Walks `bytes`, which begin with `FF D8`.
pub(crate) fn walk(bytes: &[u8]) -> Walk<Jpeg> {
    let mut at = 2;
    let mut size = None;
    let mut segments = Vec::new();
    loop {
        let (marker, start) = next_marker(bytes, at)?;
        at = start + 2;
        match marker {
            END_OF_IMAGE => break,
            // Restart markers and TEM stand alone.
            0x01 | 0xD0..=0xD7 => continue,
            0x00 | 0xD8 => return Err(Broken::Damaged("a marker stands where none may")),
            _ => {}
        }
        let length = usize::from(be16(bytes, at)?);
        if length < 2 {
            return Err(Broken::Damaged("a segment is shorter than its length field"));
        }
        take(bytes, at, length)?;
        let payload = at + 2..at + length;
        at += length;
        if is_frame(marker) && size.is_none() {
            size = Some(frame_size(&bytes[payload.clone()])?);
        }
        if marker == START_OF_SCAN {
            at = end_of_scan(bytes, at)?;
        }
        segments.push(Segment { marker, whole: start..at, payload });
        if segments.len() > MAX_SEGMENTS {
            return Err(Broken::Damaged("it has too many segments"));
        }
    }
    let size = size.ok_or(Broken::Damaged("it has no frame header"))?;
    if !segments.iter().any(|segment| segment.marker == START_OF_SCAN) {
        return Err(Broken::Damaged("it has no scan"));
    }
    Ok(Jpeg { size, segments, end: at })
}

impl Jpeg {
    /// What any file is asked.
    pub fn outline(&self) -> Outline {
        let is_aside = |segment: &&Segment| {
            segment.marker == COMMENT || ((0xE3..=0xEC).contains(&segment.marker) || segment.marker == 0xEF)
        };
        let asides = self.segments.iter().filter(is_aside).map(|segment| segment.payload.clone()).collect();
        Outline { size: Some(self.size), frames: 1, duration: None, end: self.end, asides }
    }

    /// The payloads of `marker` that begin with `signature`, without it.
    pub fn payloads<'a>(
        &'a self,
        bytes: &'a [u8],
        marker: u8,
        signature: &'a [u8],
    ) -> impl Iterator<Item = &'a [u8]> {
        self.segments
            .iter()
            .filter(move |segment| segment.marker == marker)
            .filter_map(move |segment| bytes[segment.payload.clone()].strip_prefix(signature))
    }
}

/// The next marker at or after `at`: its second byte, and where its `FF` stands. Cameras leave a few stray bytes between
/// segments, so those are passed over as every decoder does.
fn next_marker(bytes: &[u8], at: usize) -> Walk<(u8, usize)> {
    const MAX_STRAY_BYTES: usize = 4096;
    let mut start = at;
    while *bytes.get(start).ok_or(Broken::CutShort)? != 0xFF {
        start += 1;
        if start - at > MAX_STRAY_BYTES {
            return Err(Broken::Damaged("no marker follows a segment"));
        }
    }
    // Any number of FF may fill the space before a marker.
    while *bytes.get(start + 1).ok_or(Broken::CutShort)? == 0xFF {
        start += 1;
    }
    Ok((bytes[start + 1], start))
}

/// Where entropy-coded data that starts at `at` ends: at an `FF` that is neither stuffed nor a restart.
fn end_of_scan(bytes: &[u8], at: usize) -> Walk<usize> {
    let mut at = at;
    loop {
        let rest = bytes.get(at..).ok_or(Broken::CutShort)?;
        at += rest.iter().position(|byte| *byte == 0xFF).ok_or(Broken::CutShort)?;
        match *bytes.get(at + 1).ok_or(Broken::CutShort)? {
            0x00 | 0xD0..=0xD7 => at += 2,
            0xFF => at += 1,
            _ => return Ok(at),
        }
    }
}

fn is_frame(marker: u8) -> bool {
    (0xC0..=0xCF).contains(&marker) && !matches!(marker, 0xC4 | 0xC8 | 0xCC)
}

fn frame_size(payload: &[u8]) -> Walk<(u32, u32)> {
    let height = be16(payload, 1).map_err(|_| Broken::Damaged("its frame header is too short"))?;
    let width = be16(payload, 3).map_err(|_| Broken::Damaged("its frame header is too short"))?;
    Ok((width.into(), height.into()))
}
