//! What a file is, and whether it is taken: by its content alone, before anything is decoded.

use std::time::Duration;

use super::container::{self, Broken, Outline, bmff, gif, jpeg, matroska, mpeg_audio, ogg, png, riff, tiff};
use super::kind::{MediaKind, Nature};
use super::polyglot;

/// The most pixels of one picture.
pub const MAX_PIXELS: u64 = 100_000_000;
/// The longest side of a picture, in pixels.
pub const MAX_SIDE_PIXELS: u32 = 30_000;
/// The most pixels of all frames of an animation together.
pub const MAX_ANIMATED_PIXELS: u64 = 500_000_000;

/// What looking at a file tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sniffed {
    /// What it is.
    pub kind: MediaKind,
    /// Pixels across and down as stored, before orientation; `None` for sound, and for a WebM that does not say.
    pub size: Option<(u32, u32)>,
    /// Frames of an animated picture; 1 for a still, a video or sound.
    pub frames: u32,
    /// How long it plays; `None` for a picture, and where the file does not say.
    pub duration: Option<Duration>,
}

/// Why a file is not taken, in words for whoever sent it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No bytes.
    #[error("the file is empty")]
    Empty,
    /// Another format than those taken.
    #[error("this is {found}, and {wanted}")]
    Unsupported {
        /// What it is, as far as it can be told.
        found: &'static str,
        /// What is taken instead.
        wanted: &'static str,
    },
    /// Longer than its kind may be.
    #[error("this {kind} has {found_bytes} bytes, more than the {max_bytes} taken")]
    TooLong {
        /// What it is.
        kind: MediaKind,
        /// Its length.
        found_bytes: u64,
        /// The bound.
        max_bytes: u64,
    },
    /// Something else as well: an archive behind the picture, a script in its comments.
    #[error("this {kind} holds {hidden} as well")]
    Polyglot {
        /// What it says it is.
        kind: MediaKind,
        /// What else it is.
        hidden: &'static str,
    },
    /// More pixels than are decoded.
    #[error(
        "this {kind} states {width} × {height} pixels in {frames} frame(s): at most {MAX_PIXELS} pixels and \
         {MAX_SIDE_PIXELS} a side are taken, {MAX_ANIMATED_PIXELS} in all frames"
    )]
    TooLarge {
        /// What it is.
        kind: MediaKind,
        /// Pixels across.
        width: u32,
        /// Pixels down.
        height: u32,
        /// Frames.
        frames: u32,
    },
    /// It ends before its own end mark.
    #[error("this {kind} is cut short: it ends before its own end mark")]
    CutShort {
        /// What it is.
        kind: MediaKind,
    },
    /// It contradicts its format.
    #[error("this {kind} is damaged: {reason}")]
    Damaged {
        /// What it is.
        kind: MediaKind,
        /// What is wrong, in the words of the format.
        reason: String,
    },
}

const WANTED_PICTURES: &str = "pictures are taken as JPEG, PNG, WebP, GIF or TIFF";
const WANTED_VIDEO: &str = "video is taken as MP4 or WebM";
const WANTED_AUDIO: &str = "sound is taken as MP3, M4A, Ogg or WAV";
const WANTED_ANY: &str = "JPEG, PNG, WebP, GIF and TIFF pictures, MP4 and WebM video, MP3, M4A, Ogg and WAV sound, \
     WebVTT captions are taken";

/// Tells what `bytes` are, or why they are not taken. Reads structure only; nothing is decoded.
pub fn sniff(bytes: &[u8]) -> Result<Sniffed, Refused> {
    if bytes.is_empty() {
        return Err(Refused::Empty);
    }
    let kind = kind_of(bytes)?;
    let found_bytes = bytes.len() as u64;
    if found_bytes > kind.max_bytes() {
        return Err(Refused::TooLong { kind, found_bytes, max_bytes: kind.max_bytes() });
    }
    let (kind, outline) = outline(kind, bytes)?;
    check_size(kind, &outline)?;
    if let Some(hidden) = polyglot::hidden_in(bytes, &outline) {
        return Err(Refused::Polyglot { kind, hidden });
    }
    Ok(Sniffed { kind, size: outline.size, frames: outline.frames.max(1), duration: outline.duration })
}

fn kind_of(bytes: &[u8]) -> Result<MediaKind, Refused> {
    let form = bytes.get(8..12).unwrap_or_default();
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Ok(MediaKind::Jpeg),
        _ if bytes.starts_with(png::SIGNATURE) => Ok(MediaKind::Png),
        _ if bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a") => Ok(MediaKind::Gif),
        _ if bytes.starts_with(b"RIFF") && form == b"WEBP" => Ok(MediaKind::Webp),
        _ if bytes.starts_with(b"RIFF") && form == b"WAVE" => Ok(MediaKind::Wav),
        _ if bytes.starts_with(b"II*\0") || bytes.starts_with(b"MM\0*") => Ok(MediaKind::Tiff),
        _ if bytes.starts_with(b"\x1a\x45\xdf\xa3") => Ok(MediaKind::Webm),
        _ if bytes.starts_with(b"OggS") => Ok(MediaKind::Ogg),
        _ if bytes.get(4..8) == Some(b"ftyp") => kind_by_brands(&bmff::brands(bytes)),
        _ if is_mpeg_audio(bytes) => Ok(MediaKind::Mp3),
        _ if begins_captions(bytes) => Ok(MediaKind::Vtt),
        _ => Err(unsupported(bytes)),
    }
}

fn is_mpeg_audio(bytes: &[u8]) -> bool {
    let start = mpeg_audio::after_id3(bytes);
    start.is_ok_and(|start| start < bytes.len() && mpeg_audio::begins_at(bytes, start))
}

/// The first line is `WEBVTT` alone or followed by a space (W3C WebVTT, section 4.1).
fn begins_captions(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    text.strip_prefix(b"WEBVTT").is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
}

fn captions_outline(bytes: &[u8]) -> container::Walk<Outline> {
    std::str::from_utf8(bytes).map_err(|_| Broken::Damaged("it is not written in UTF-8"))?;
    if bytes.contains(&0) {
        return Err(Broken::Damaged("it holds zeros"));
    }
    Ok(Outline { end: bytes.len(), ..Outline::default() })
}

fn kind_by_brands(brands: &[[u8; 4]]) -> Result<MediaKind, Refused> {
    const PLAYED: [&[u8; 4]; 14] = [
        b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV",
        b"dash", b"M4VH", b"iso8",
    ];
    let has = |brand: &[u8; 4]| brands.contains(brand);
    let is_major = |brand: &[u8; 4]| brands.first() == Some(brand);
    if has(b"avif") || has(b"avis") {
        return Err(Refused::Unsupported { found: "an AVIF picture", wanted: WANTED_PICTURES });
    }
    if has(b"heic") || has(b"heix") || has(b"hevc") || has(b"mif1") {
        return Err(Refused::Unsupported { found: "an HEIC picture", wanted: WANTED_PICTURES });
    }
    if is_major(b"M4A ") || is_major(b"M4B ") {
        return Ok(MediaKind::M4a);
    }
    if !is_major(b"qt  ") && brands.iter().any(|brand| PLAYED.contains(&brand)) {
        return Ok(MediaKind::Mp4);
    }
    Err(Refused::Unsupported { found: "a QuickTime or another MPEG-4 file", wanted: WANTED_VIDEO })
}

fn unsupported(bytes: &[u8]) -> Refused {
    const KNOWN: [(&[u8], &str, &str); 15] = [
        (b"%PDF-", "a PDF", WANTED_ANY),
        (b"PK\x03\x04", "a ZIP archive", WANTED_ANY),
        (b"Rar!", "a RAR archive", WANTED_ANY),
        (b"\x1f\x8b", "a gzip archive", WANTED_ANY),
        (b"7z\xbc\xaf", "a 7z archive", WANTED_ANY),
        (b"\x7fELF", "a program", WANTED_ANY),
        (b"MZ", "a program", WANTED_ANY),
        (b"BM", "a BMP picture", WANTED_PICTURES),
        (b"8BPS", "a Photoshop document", WANTED_PICTURES),
        (b"\xff\x0a", "a JPEG XL picture", WANTED_PICTURES),
        (b"\0\0\0\x0cJXL ", "a JPEG XL picture", WANTED_PICTURES),
        (b"II+\0", "a BigTIFF", WANTED_PICTURES),
        (b"fLaC", "a FLAC file", WANTED_AUDIO),
        (b"RIFF", "an AVI or another RIFF file", WANTED_VIDEO),
        (b"\0\0\x01\xba", "an MPEG programme stream", WANTED_VIDEO),
    ];
    if let Some((_, found, wanted)) = KNOWN.iter().find(|(mark, ..)| bytes.starts_with(mark)) {
        return Refused::Unsupported { found, wanted };
    }
    Refused::Unsupported { found: as_text(bytes).unwrap_or("a file of an unknown kind"), wanted: WANTED_ANY }
}

/// Names texts that are sent as pictures.
fn as_text(bytes: &[u8]) -> Option<&'static str> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_ascii_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    if head.contains("<svg") {
        return Some("an SVG picture, which can hold scripts");
    }
    if head.starts_with("<!doctype html") || head.contains("<html") || head.contains("<script") {
        return Some("an HTML page");
    }
    match head {
        _ if head.starts_with("<?php") => Some("a PHP script"),
        _ if head.starts_with("<?xml") => Some("an XML document"),
        _ if head.starts_with("#!") => Some("a program"),
        _ => None,
    }
}

/// Walks the file; the kind may become clearer by it (an MP4 without a picture track is sound).
fn outline(kind: MediaKind, bytes: &[u8]) -> Result<(MediaKind, Outline), Refused> {
    let refused = |broken: Broken| match broken {
        Broken::CutShort => Refused::CutShort { kind },
        Broken::Damaged(reason) => Refused::Damaged { kind, reason: reason.to_owned() },
    };
    let outline = match kind {
        MediaKind::Jpeg => jpeg::walk(bytes).map(|jpeg| with_following_pictures(bytes, jpeg.outline())),
        MediaKind::Png => png::walk(bytes).map(|png| png.outline()),
        MediaKind::Gif => gif::walk(bytes).map(|gif| gif.outline()),
        MediaKind::Webp => riff::walk(bytes).and_then(|riff| riff::webp_outline(bytes, &riff)),
        MediaKind::Wav => riff::walk(bytes).and_then(|riff| riff::wave_outline(bytes, &riff)),
        MediaKind::Tiff => tiff::walk(bytes).map(|tiff| tiff.outline(bytes)),
        MediaKind::Mp3 => mpeg_audio::walk(bytes),
        MediaKind::Vtt => captions_outline(bytes),
        MediaKind::Ogg => return ogg_outline(bytes).map_err(refused)?,
        MediaKind::Webm => return webm_outline(bytes).map_err(refused)?,
        MediaKind::Mp4 | MediaKind::M4a => {
            let outline = bmff::walk(bytes).map_err(refused)?.outline();
            let kind = if outline.size.is_some() { MediaKind::Mp4 } else { MediaKind::M4a };
            return Ok((kind, outline));
        }
    };
    outline.map(|outline| (kind, outline)).map_err(refused)
}

/// Phones put a second JPEG behind the first (a depth map, a brighter version); it belongs to the file.
fn with_following_pictures(bytes: &[u8], first: Outline) -> Outline {
    const MAX_PICTURES: usize = 16;
    let mut end = first.end;
    for _ in 0..MAX_PICTURES {
        let padding = bytes[end..].iter().take_while(|byte| **byte == 0).count();
        let rest = &bytes[end + padding..];
        let Some(Ok(next)) = rest.starts_with(b"\xFF\xD8\xFF").then(|| jpeg::walk(rest)) else { break };
        end += padding + next.end;
    }
    Outline { end, ..first }
}

fn ogg_outline(bytes: &[u8]) -> container::Walk<Result<(MediaKind, Outline), Refused>> {
    let (codec, outline) = ogg::walk(bytes)?;
    if codec == ogg::Codec::Other {
        return Ok(Err(Refused::Unsupported {
            found: "Ogg without Opus, Vorbis or FLAC",
            wanted: WANTED_AUDIO,
        }));
    }
    Ok(Ok((MediaKind::Ogg, outline)))
}

fn webm_outline(bytes: &[u8]) -> container::Walk<Result<(MediaKind, Outline), Refused>> {
    let webm = matroska::walk(bytes)?;
    if webm.doc_type != "webm" {
        return Ok(Err(Refused::Unsupported { found: "a Matroska file", wanted: WANTED_VIDEO }));
    }
    Ok(Ok((MediaKind::Webm, webm.outline())))
}

fn check_size(kind: MediaKind, outline: &Outline) -> Result<(), Refused> {
    let (width, height) = match (kind.nature(), outline.size) {
        (Nature::Audio | Nature::Captions, _) | (Nature::Video, None) => return Ok(()),
        (_, size) => size.unwrap_or_default(),
    };
    if width == 0 || height == 0 {
        return Err(Refused::Damaged { kind, reason: "it states no width or no height".to_owned() });
    }
    let frames = outline.frames.max(1);
    let pixels = u64::from(width) * u64::from(height);
    let too_large = pixels > MAX_PIXELS
        || width.max(height) > MAX_SIDE_PIXELS
        || (frames > 1 && pixels.saturating_mul(frames.into()) > MAX_ANIMATED_PIXELS);
    if too_large {
        return Err(Refused::TooLarge { kind, width, height, frames });
    }
    Ok(())
}
