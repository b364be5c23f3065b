//! RIFF as chunks: WebP (Google, WebP container specification) and WAVE.

use std::ops::Range;

use super::{Broken, Outline, Walk, duration_of, le16, le32, take};

/// One chunk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// Four characters.
    pub name: [u8; 4],
    /// The data, without padding.
    pub data: Range<usize>,
}

/// A walked RIFF file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Riff {
    /// In the order of the file.
    pub chunks: Vec<Chunk>,
    /// First byte after the file's own length.
    pub end: usize,
}

const MAX_CHUNKS: usize = 100_000;

/// Walks `bytes`, which begin with `RIFF`, a length and a form of four characters.
pub(crate) fn walk(bytes: &[u8]) -> Walk<Riff> {
    let length = le32(bytes, 4)? as usize;
    let end = length.checked_add(8).ok_or(Broken::CutShort)?;
    if end > bytes.len() {
        return Err(Broken::CutShort);
    }
    let mut chunks = Vec::new();
    let mut at = 12;
    while at + 8 <= end {
        let name = take(bytes, at, 4)?;
        let name = [name[0], name[1], name[2], name[3]];
        let data_bytes = le32(bytes, at + 4)? as usize;
        let data = at + 8..(at + 8).checked_add(data_bytes).ok_or(Broken::CutShort)?;
        if data.end > end {
            return Err(Broken::Damaged("a chunk reaches over the end"));
        }
        at = data.end + data_bytes % 2;
        chunks.push(Chunk { name, data });
        if chunks.len() > MAX_CHUNKS {
            return Err(Broken::Damaged("it has too many chunks"));
        }
    }
    Ok(Riff { chunks, end: (end + end % 2).min(bytes.len()) })
}

impl Riff {
    /// The data of the first chunk called `name`.
    pub fn data<'a>(&self, bytes: &'a [u8], name: &[u8; 4]) -> Option<&'a [u8]> {
        self.chunks.iter().find(|chunk| &chunk.name == name).map(|chunk| &bytes[chunk.data.clone()])
    }

    /// The chunks no picture or sound needs.
    fn asides(&self) -> Vec<Range<usize>> {
        const NEEDED: [&[u8; 4]; 8] =
            [b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"data", b"ICCP"];
        let aside = self.chunks.iter().filter(|chunk| !NEEDED.contains(&&chunk.name));
        aside.map(|chunk| chunk.data.clone()).collect()
    }
}

/// What a WebP says of itself.
pub(crate) fn webp_outline(bytes: &[u8], riff: &Riff) -> Walk<Outline> {
    let frames = riff.chunks.iter().filter(|chunk| &chunk.name == b"ANMF").count().max(1) as u32;
    let size = webp_size(bytes, riff)?;
    Ok(Outline { size: Some(size), frames, duration: None, end: riff.end, asides: riff.asides() })
}

fn webp_size(bytes: &[u8], riff: &Riff) -> Walk<(u32, u32)> {
    if !riff.chunks.iter().any(|chunk| matches!(&chunk.name, b"VP8 " | b"VP8L" | b"ANMF")) {
        return Err(Broken::Damaged("it holds no picture"));
    }
    if let Some(extended) = riff.data(bytes, b"VP8X") {
        let word = |at| -> Walk<u32> {
            Ok(u32::from(le16(extended, at)?) | u32::from(take(extended, at + 2, 1)?[0]) << 16)
        };
        return Ok((word(4)? + 1, word(7)? + 1));
    }
    if let Some(lossless) = riff.data(bytes, b"VP8L") {
        let packed = le32(lossless, 1)?;
        return Ok(((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1));
    }
    let lossy = riff.data(bytes, b"VP8 ").ok_or(Broken::Damaged("it has no size"))?;
    if take(lossy, 3, 3)? != b"\x9d\x01\x2a" {
        return Err(Broken::Damaged("its picture has no start code"));
    }
    Ok((u32::from(le16(lossy, 6)? & 0x3FFF), u32::from(le16(lossy, 8)? & 0x3FFF)))
}

/// What a WAVE says of itself. PCM, floating point, A-law, µ-law and the extensible form are known.
pub(crate) fn wave_outline(bytes: &[u8], riff: &Riff) -> Walk<Outline> {
    let format = riff.data(bytes, b"fmt ").ok_or(Broken::Damaged("it does not state its format"))?;
    if !matches!(le16(format, 0)?, 1 | 3 | 6 | 7 | 0xFFFE) {
        return Err(Broken::Damaged("its sound is compressed in a way browsers do not play"));
    }
    let bytes_per_second = le32(format, 8)?;
    let sound = riff.data(bytes, b"data").ok_or(Broken::Damaged("it holds no sound"))?;
    let duration = duration_of(sound.len() as u64, bytes_per_second.into());
    Ok(Outline { size: None, frames: 0, duration, end: riff.end, asides: riff.asides() })
}

/// A RIFF file of these chunks.
pub(crate) fn write(form: &[u8; 4], chunks: &[([u8; 4], &[u8])]) -> Vec<u8> {
    let mut body = form.to_vec();
    for (name, data) in chunks {
        body.extend_from_slice(name);
        body.extend_from_slice(&(data.len() as u32).to_le_bytes());
        body.extend_from_slice(data);
        if data.len() % 2 == 1 {
            body.push(0);
        }
    }
    let mut out = b"RIFF".to_vec();
    out.extend_from_slice(&(body.len() as u32).to_le_bytes());
    out.extend_from_slice(&body);
    out
}
