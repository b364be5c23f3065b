//! MP4 and M4A as boxes (ISO/IEC 14496-12).

use std::ops::Range;
use std::time::Duration;

use super::{Broken, Outline, Walk, be16, be32, be64, duration_of, take};

/// One box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BoxAt {
    /// Four characters.
    pub name: [u8; 4],
    /// Size, name and content.
    pub whole: Range<usize>,
    /// The content.
    pub content: Range<usize>,
}

/// What an MP4 says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Movie {
    /// Pixels across and down of the largest picture track.
    pub size: Option<(u32, u32)>,
    /// Whether a track holds sound.
    pub has_sound: bool,
    /// How long it plays.
    pub duration: Option<Duration>,
    /// Boxes that hold titles, places, devices and other data about the recording.
    pub personal: Vec<BoxAt>,
    /// First byte after the last box.
    pub end: usize,
}

/// The major and compatible brands of the file type box that `bytes` begin with.
pub(crate) fn brands(bytes: &[u8]) -> Vec<[u8; 4]> {
    let Ok(length) = be32(bytes, 0) else { return Vec::new() };
    let listed = bytes.get(8..(length as usize).min(bytes.len()).max(8)).unwrap_or_default();
    let four = |chunk: &[u8]| [chunk[0], chunk[1], chunk[2], chunk[3]];
    // The second word is the version of the major brand.
    listed
        .chunks_exact(4)
        .enumerate()
        .filter(|(index, _)| *index != 1)
        .map(|(_, chunk)| four(chunk))
        .take(64)
        .collect()
}

/// Walks the boxes of `bytes`.
pub(crate) fn walk(bytes: &[u8]) -> Walk<Movie> {
    let top = boxes(bytes, 0..bytes.len())?;
    let mut movie = Movie { end: top.last().map_or(0, |last| last.whole.end), ..Movie::default() };
    let head =
        top.iter().find(|found| &found.name == b"moov").ok_or(Broken::Damaged("it has no movie header"))?;
    movie.personal = top.iter().filter(|found| is_personal(found)).cloned().collect();
    for found in boxes(bytes, head.content.clone())? {
        match &found.name {
            b"mvhd" => movie.duration = header_duration(bytes, found.content.start)?,
            b"mvex" if movie.duration.is_none_or(|duration| duration.is_zero()) => {
                movie.duration = fragmented_duration(bytes, head, &found)?.or(movie.duration);
            }
            b"trak" => read_track(bytes, &found, &mut movie)?,
            _ if is_personal(&found) => movie.personal.push(found),
            _ => {}
        }
    }
    if movie.size.is_none() && !movie.has_sound {
        return Err(Broken::Damaged("it has neither a picture nor a sound track"));
    }
    Ok(movie)
}

impl Movie {
    /// What any file is asked.
    pub fn outline(&self) -> Outline {
        let asides = self.personal.iter().map(|found| found.content.clone()).collect();
        Outline { size: self.size, frames: 1, duration: self.duration, end: self.end, asides }
    }
}

/// The boxes that fill `range`.
fn boxes(bytes: &[u8], range: Range<usize>) -> Walk<Vec<BoxAt>> {
    const MAX_BOXES: usize = 100_000;
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let name = take(bytes, at + 4, 4)?;
        let name = [name[0], name[1], name[2], name[3]];
        let (length, header) = match be32(bytes, at)? {
            0 => ((range.end - at) as u64, 8),
            1 => (be64(bytes, at + 8)?, 16),
            short => (short.into(), 8),
        };
        if !name.iter().all(|byte| (0x20..0x7F).contains(byte) || *byte == 0xA9) {
            // After whole boxes something follows that is none: the file ends here, and what follows is judged apart.
            return if found.is_empty() { Err(Broken::Damaged("a box has no name")) } else { Ok(found) };
        }
        if length < header {
            return Err(Broken::Damaged("a box is shorter than its header"));
        }
        let end =
            usize::try_from(length).ok().and_then(|length| at.checked_add(length)).ok_or(Broken::CutShort)?;
        if end > range.end {
            return Err(Broken::CutShort);
        }
        found.push(BoxAt { name, whole: at..end, content: at + header as usize..end });
        at = end;
        if found.len() > MAX_BOXES {
            return Err(Broken::Damaged("it has too many boxes"));
        }
    }
    Ok(found)
}

fn is_personal(found: &BoxAt) -> bool {
    matches!(&found.name, b"udta" | b"meta" | b"uuid")
}

fn read_track(bytes: &[u8], track: &BoxAt, movie: &mut Movie) -> Walk<()> {
    let mut size = None;
    let mut handler = None;
    for found in boxes(bytes, track.content.clone())? {
        match &found.name {
            b"tkhd" => size = Some(track_size(bytes, found.content.start)?),
            b"mdia" => {
                let media = boxes(bytes, found.content.clone())?;
                let described = media.iter().find(|inner| &inner.name == b"hdlr");
                handler = described.map(|inner| be32(bytes, inner.content.start + 8)).transpose()?;
            }
            _ if is_personal(&found) => movie.personal.push(found),
            _ => {}
        }
    }
    match handler.map(u32::to_be_bytes).as_ref() {
        Some(b"vide") => movie.size = movie.size.max(size),
        Some(b"soun") => movie.has_sound = true,
        _ => {}
    }
    Ok(())
}

fn track_size(bytes: &[u8], at: usize) -> Walk<(u32, u32)> {
    let fields = if take(bytes, at, 1)?[0] == 1 { at + 88 } else { at + 76 };
    // Fixed point, 16 bits each side.
    Ok((be16(bytes, fields)?.into(), be16(bytes, fields + 4)?.into()))
}

fn header_duration(bytes: &[u8], at: usize) -> Walk<Option<Duration>> {
    let (per_second, units) = match take(bytes, at, 1)?[0] {
        1 => (be32(bytes, at + 20)?, be64(bytes, at + 24)?),
        _ => (be32(bytes, at + 12)?, be32(bytes, at + 16)?.into()),
    };
    Ok(duration_of(units, per_second.into()))
}

fn fragmented_duration(bytes: &[u8], head: &BoxAt, extends: &BoxAt) -> Walk<Option<Duration>> {
    let header = boxes(bytes, head.content.clone())?.into_iter().find(|found| &found.name == b"mvhd");
    let stated = boxes(bytes, extends.content.clone())?.into_iter().find(|found| &found.name == b"mehd");
    let (Some(header), Some(stated)) = (header, stated) else { return Ok(None) };
    let long = take(bytes, header.content.start, 1)?[0] == 1;
    let per_second = be32(bytes, header.content.start + if long { 20 } else { 12 })?;
    let units = match take(bytes, stated.content.start, 1)?[0] {
        1 => be64(bytes, stated.content.start + 4)?,
        _ => be32(bytes, stated.content.start + 4)?.into(),
    };
    Ok(duration_of(units, per_second.into()))
}
