//! Files walked from their first byte to their last, without decoding: how large the picture is, where the file ends,
//! where its metadata lies. Everything in them is somebody else's claim, so every length is checked against what is there.

pub(super) mod bmff;
pub(super) mod gif;
pub(super) mod jpeg;
pub(super) mod matroska;
pub(super) mod mpeg_audio;
pub(super) mod ogg;
pub(super) mod png;
pub(super) mod riff;
pub(super) mod tiff;

use std::time::Duration;

/// Why a file cannot be walked to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Broken {
    /// It ends before its own end mark.
    CutShort,
    /// It contradicts its format, in the words of the format.
    Damaged(&'static str),
}

/// What walking tells of any file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Outline {
    /// Pixels across and down, as stored (before orientation); nothing for sound.
    pub size: Option<(u32, u32)>,
    /// Frames of an animation, 1 for a still.
    pub frames: u32,
    /// How long it plays.
    pub duration: Option<Duration>,
    /// First byte after the file's own end.
    pub end: usize,
    /// Comments and private parts, where a script could hide: byte ranges.
    pub asides: Vec<std::ops::Range<usize>>,
}

pub(super) type Walk<T> = Result<T, Broken>;

/// The four bytes at `at` of a big-endian format.
pub(super) fn be32(bytes: &[u8], at: usize) -> Walk<u32> {
    take(bytes, at, 4).map(|four| u32::from_be_bytes([four[0], four[1], four[2], four[3]]))
}

/// The two bytes at `at` of a big-endian format.
pub(super) fn be16(bytes: &[u8], at: usize) -> Walk<u16> {
    take(bytes, at, 2).map(|two| u16::from_be_bytes([two[0], two[1]]))
}

/// The eight bytes at `at` of a big-endian format.
pub(super) fn be64(bytes: &[u8], at: usize) -> Walk<u64> {
    Ok((u64::from(be32(bytes, at)?) << 32) | u64::from(be32(bytes, at + 4)?))
}

/// The four bytes at `at` of a little-endian format.
pub(super) fn le32(bytes: &[u8], at: usize) -> Walk<u32> {
    be32(bytes, at).map(u32::swap_bytes)
}

/// The two bytes at `at` of a little-endian format.
pub(super) fn le16(bytes: &[u8], at: usize) -> Walk<u16> {
    be16(bytes, at).map(u16::swap_bytes)
}

/// `len` bytes from `at`, or `CutShort`.
pub(super) fn take(bytes: &[u8], at: usize, len: usize) -> Walk<&[u8]> {
    let end = at.checked_add(len).ok_or(Broken::CutShort)?;
    bytes.get(at..end).ok_or(Broken::CutShort)
}

/// `units` of `per_second` as a duration; nothing where the rate is zero or the claim is over ten years.
pub(super) fn duration_of(units: u64, per_second: u64) -> Option<Duration> {
    const TEN_YEARS_SECONDS: f64 = 315_360_000.0;
    if per_second == 0 {
        return None;
    }
    let seconds = units as f64 / per_second as f64;
    (seconds.is_finite() && seconds < TEN_YEARS_SECONDS).then(|| Duration::from_secs_f64(seconds))
}
