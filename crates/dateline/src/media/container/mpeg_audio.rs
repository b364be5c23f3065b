//! MP3 as frames (ISO/IEC 11172-3, 13818-3), between ID3v2 before and ID3v1 or APE after.

use std::time::Duration;

use super::{Broken, Outline, Walk, be32, take};

/// First byte after an ID3v2 tag at the beginning, which may be 0.
pub(crate) fn after_id3(bytes: &[u8]) -> Walk<usize> {
    let mut at = 0;
    while bytes[at.min(bytes.len())..].starts_with(b"ID3") {
        let header = take(bytes, at, 10)?;
        let length = header[6..10].iter().fold(0_usize, |sum, byte| sum << 7 | usize::from(byte & 0x7F));
        let footer = if header[5] & 0x10 != 0 { 10 } else { 0 };
        at += 10 + length + footer;
        if at > bytes.len() {
            return Err(Broken::CutShort);
        }
    }
    Ok(at)
}

/// Whether three frames of layer III follow one another from `at`, or as many as there are to the end.
pub(crate) fn begins_at(bytes: &[u8], at: usize) -> bool {
    let mut at = at;
    for index in 0..3 {
        match frame(bytes, at) {
            Some(frame) => at += frame.bytes,
            None => return index > 0 && at >= bytes.len(),
        }
    }
    true
}

/// Walks all frames of `bytes`.
pub(crate) fn walk(bytes: &[u8]) -> Walk<Outline> {
    let start = after_id3(bytes)?;
    let mut at = start;
    let mut duration = Duration::ZERO;
    loop {
        match frame(bytes, at) {
            Some(frame) if at + frame.bytes <= bytes.len() => {
                at += frame.bytes;
                duration += frame.duration;
            }
            // Recorders are stopped in the middle of a frame; players stop before it.
            Some(_) => {
                at = bytes.len();
                break;
            }
            None => match resume(bytes, at) {
                Some(next) => at = next,
                None => break,
            },
        }
    }
    if duration.is_zero() {
        return Err(Broken::Damaged("it holds no sound"));
    }
    let tag = std::iter::once(0..start).filter(|tag| !tag.is_empty()).collect();
    Ok(Outline { size: None, frames: 0, duration: Some(duration), end: after_tags(bytes, at), asides: tag })
}

struct Frame {
    bytes: usize,
    duration: Duration,
}

fn frame(bytes: &[u8], at: usize) -> Option<Frame> {
    const LOW: [u32; 15] = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    const HIGH: [u32; 15] = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    let header = be32(bytes, at).ok()?;
    let (version, layer) = (header >> 19 & 3, header >> 17 & 3);
    if header >> 21 != 0x7FF || version == 1 || layer != 1 {
        return None;
    }
    let is_first_version = version == 3;
    let rates = if is_first_version { HIGH } else { LOW };
    let bits_per_second = 1000 * *rates.get((header >> 12 & 15) as usize).filter(|rate| **rate > 0)?;
    let samples_per_second =
        *[44_100, 48_000, 32_000].get((header >> 10 & 3) as usize)? >> [2, 0, 1, 0][version as usize];
    let samples: u32 = if is_first_version { 1152 } else { 576 };
    let length = samples / 8 * bits_per_second / samples_per_second + (header >> 9 & 1);
    let duration = Duration::from_secs_f64(f64::from(samples) / f64::from(samples_per_second));
    Some(Frame { bytes: length as usize, duration })
}

/// Where frames go on after some damaged bytes.
fn resume(bytes: &[u8], at: usize) -> Option<usize> {
    const MAX_DAMAGED_BYTES: usize = 16 << 10;
    let candidates = at + 1..(at + MAX_DAMAGED_BYTES).min(bytes.len().saturating_sub(4));
    candidates.into_iter().find(|next| bytes[*next] == 0xFF && begins_at(bytes, *next))
}

/// First byte after the tags that may follow the frames.
fn after_tags(bytes: &[u8], at: usize) -> usize {
    let mut at = at;
    loop {
        let rest = &bytes[at.min(bytes.len())..];
        if rest.starts_with(b"TAG") && rest.len() >= 128 {
            at += 128;
        } else if rest.starts_with(b"APETAGEX") && rest.len() >= 32 {
            let length = u32::from_le_bytes([rest[12], rest[13], rest[14], rest[15]]) as usize;
            at += (length + 32).min(rest.len());
        } else if rest.starts_with(b"LYRICSBEGIN") {
            let end = rest.windows(9).take(64 << 10).position(|window| window == b"LYRICS200");
            at += end.map_or(11, |end| end + 9);
        } else {
            return at;
        }
    }
}
