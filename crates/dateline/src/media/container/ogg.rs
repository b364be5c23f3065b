//! Ogg as pages (RFC 3533), with Opus (RFC 7845), Vorbis or FLAC inside.

use super::{Broken, Outline, Walk, duration_of, le32, take};

/// What plays in an Ogg file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Codec {
    /// Opus; positions count 48,000 a second.
    Opus {
        /// Samples to leave out at the beginning.
        pre_skip: u64,
    },
    /// Vorbis or FLAC at a rate of its own.
    Rated {
        /// Samples a second.
        per_second: u64,
    },
    /// Theora or anything else.
    Other,
}

/// Walks `bytes`, which begin with `OggS`.
pub(crate) fn walk(bytes: &[u8]) -> Walk<(Codec, Outline)> {
    let mut at = 0;
    let mut codec = None;
    let mut last_position = 0;
    while bytes[at..].starts_with(b"OggS") {
        let segments = usize::from(take(bytes, at + 26, 1)?[0]);
        let lengths = take(bytes, at + 27, segments)?;
        let data_bytes: usize = lengths.iter().map(|length| usize::from(*length)).sum();
        let data = take(bytes, at + 27 + segments, data_bytes)?;
        if codec.is_none() {
            codec = Some(read_codec(data));
        }
        let position = u64::from(le32(bytes, at + 6)?) | u64::from(le32(bytes, at + 10)?) << 32;
        // All ones: no packet ends on this page.
        if position != u64::MAX {
            last_position = last_position.max(position);
        }
        at += 27 + segments + data_bytes;
    }
    let codec = codec.ok_or(Broken::Damaged("it holds no page"))?;
    let duration = match codec {
        Codec::Opus { pre_skip } => duration_of(last_position.saturating_sub(pre_skip), 48_000),
        Codec::Rated { per_second } => duration_of(last_position, per_second),
        Codec::Other => None,
    };
    Ok((codec, Outline { size: None, frames: 0, duration, end: at, asides: Vec::new() }))
}

fn read_codec(first: &[u8]) -> Codec {
    if first.starts_with(b"OpusHead") {
        let pre_skip = super::le16(first, 10).map_or(0, u64::from);
        return Codec::Opus { pre_skip };
    }
    if first.starts_with(b"\x01vorbis") {
        return le32(first, 12)
            .map_or(Codec::Other, |per_second| Codec::Rated { per_second: per_second.into() });
    }
    // The mapping header, then FLAC's own stream information, whose rate is 20 bits.
    if first.starts_with(b"\x7FFLAC") {
        let packed = super::be32(first, 13 + 4 + 10).map_or(0, |packed| u64::from(packed >> 12));
        return Codec::Rated { per_second: packed };
    }
    Codec::Other
}
