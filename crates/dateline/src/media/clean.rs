//! The original as the public may have it: the same picture to the last bit, other data only as far as rights go.

use std::ops::Range;

use super::container::{bmff, gif, jpeg, matroska, png, riff};
use super::kind::MediaKind;
use super::metadata::Orientation;
use super::rights::Rights;

const EXIF_NAME: &[u8] = b"Exif\0\0";
pub(super) const XMP_NAME: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const ICC_NAME: &[u8] = b"ICC_PROFILE\0";
const MAX_SEGMENT_BYTES: usize = 65_533;

/// `bytes` of `kind` without anything that is neither picture nor right: no coordinates, serial numbers, owners, previews,
/// comments, nothing behind the end. Pixels and sound are copied, not encoded again. `None` for what browsers do not show
/// (TIFF) and for what cannot be walked.
pub fn clean_original(
    kind: MediaKind,
    bytes: &[u8],
    orientation: Orientation,
    rights: &Rights,
) -> Option<Vec<u8>> {
    match kind {
        MediaKind::Jpeg => clean_jpeg(bytes, orientation, rights),
        MediaKind::Png => clean_png(bytes, orientation, rights),
        MediaKind::Webp => clean_webp(bytes, orientation, rights),
        MediaKind::Gif => clean_gif(bytes),
        MediaKind::Tiff => None,
        MediaKind::Mp4 | MediaKind::M4a => {
            let movie = bmff::walk(bytes).ok()?;
            let personal = movie.personal.iter().map(|found| (found.whole.clone(), found.content.clone()));
            Some(blanked(&bytes[..movie.end], personal, b"free"))
        }
        MediaKind::Webm => clean_webm(bytes),
        MediaKind::Wav => clean_wav(bytes),
        MediaKind::Mp3 | MediaKind::Ogg | MediaKind::Vtt => Some(bytes.to_vec()),
    }
}

fn clean_jpeg(bytes: &[u8], orientation: Orientation, rights: &Rights) -> Option<Vec<u8>> {
    let jpeg = jpeg::walk(bytes).ok()?;
    let mut out = vec![0xFF, 0xD8];
    if orientation != Orientation::UPRIGHT {
        let block = Rights::default().to_exif(orientation);
        out.extend(jpeg_segment(jpeg::APP1, EXIF_NAME, &block)?);
    }
    out.extend(rights.to_xmp().and_then(|xmp| jpeg_segment(jpeg::APP1, XMP_NAME, &xmp)).unwrap_or_default());
    for segment in &jpeg.segments {
        let payload = &bytes[segment.payload.clone()];
        let keeps = match segment.marker {
            // JFIF tells how colours are coded, a profile what they mean; Adobe's segment tells CMYK from YCCK.
            0xE0 => payload.starts_with(b"JFIF\0"),
            jpeg::APP2 => payload.starts_with(ICC_NAME),
            jpeg::APP14 => payload.starts_with(b"Adobe"),
            0xE1..=0xEF | jpeg::COMMENT => false,
            _ => true,
        };
        if keeps {
            out.extend(&bytes[segment.whole.clone()]);
        }
    }
    out.extend([0xFF, 0xD9]);
    Some(out)
}

/// A segment with `name` before `data`; `None` where it would be longer than a segment may be.
pub(super) fn jpeg_segment(marker: u8, name: &[u8], data: &[u8]) -> Option<Vec<u8>> {
    let length = name.len() + data.len();
    if length > MAX_SEGMENT_BYTES {
        return None;
    }
    Some([&[0xFF, marker], ((length + 2) as u16).to_be_bytes().as_slice(), name, data].concat())
}

fn clean_png(bytes: &[u8], orientation: Orientation, rights: &Rights) -> Option<Vec<u8>> {
    const KEPT: [&[u8; 4]; 16] = [
        b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT",
        b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT",
    ];
    let png = png::walk(bytes).ok()?;
    let mut out = png::SIGNATURE.to_vec();
    for chunk in png.chunks.iter().filter(|chunk| KEPT.contains(&&chunk.name)) {
        out.extend(&bytes[chunk.whole.clone()]);
        if &chunk.name == b"IHDR" {
            if orientation != Orientation::UPRIGHT {
                out.extend(png::chunk(b"eXIf", &Rights::default().to_exif(orientation)));
            }
            if let Some(xmp) = rights.to_xmp() {
                out.extend(png::chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", xmp.as_slice()].concat()));
            }
        }
    }
    Some(out)
}

fn clean_webp(bytes: &[u8], orientation: Orientation, rights: &Rights) -> Option<Vec<u8>> {
    let exif = (orientation != Orientation::UPRIGHT).then(|| Rights::default().to_exif(orientation));
    webp_with(bytes, exif.as_deref(), rights.to_xmp().as_deref())
}

/// The picture of the WebP `bytes` with these blocks and no others.
pub(super) fn webp_with(bytes: &[u8], exif: Option<&[u8]>, xmp: Option<&[u8]>) -> Option<Vec<u8>> {
    const HAS_XMP: u8 = 0x04;
    const HAS_EXIF: u8 = 0x08;
    const HAS_ALPHA: u8 = 0x10;
    let riff = riff::walk(bytes).ok()?;
    let (width, height) = riff::webp_outline(bytes, &riff).ok()?.size?;
    let data = |name: &[u8; 4]| riff.data(bytes, name);
    let stated = data(b"VP8X").and_then(|extended| extended.first().copied());
    let lossless_alpha =
        data(b"VP8L").is_some_and(|lossless| lossless.get(4).is_some_and(|byte| byte & 0x10 != 0));
    let mut flags = stated.unwrap_or(if lossless_alpha { HAS_ALPHA } else { 0 }) & !(HAS_XMP | HAS_EXIF);
    flags |= if xmp.is_some() { HAS_XMP } else { 0 } | if exif.is_some() { HAS_EXIF } else { 0 };
    let (across, down) = ((width - 1).to_le_bytes(), (height - 1).to_le_bytes());
    let extended = [&[flags, 0, 0, 0], &across[..3], &down[..3]].concat();
    let mut chunks: Vec<([u8; 4], &[u8])> = vec![(*b"VP8X", &extended)];
    for name in [b"ICCP", b"ANIM"] {
        chunks.extend(data(name).map(|data| (*name, data)));
    }
    let is_picture = |chunk: &&riff::Chunk| matches!(&chunk.name, b"ALPH" | b"VP8 " | b"VP8L" | b"ANMF");
    chunks
        .extend(riff.chunks.iter().filter(is_picture).map(|chunk| (chunk.name, &bytes[chunk.data.clone()])));
    chunks.extend(exif.map(|block| (*b"EXIF", block)));
    chunks.extend(xmp.map(|packet| (*b"XMP ", packet)));
    Some(riff::write(b"WEBP", &chunks))
}

fn clean_gif(bytes: &[u8]) -> Option<Vec<u8>> {
    let gif = gif::walk(bytes).ok()?;
    let mut out = bytes.get(..gif.body)?.to_vec();
    for block in gif.blocks.iter().filter(|block| block.role != gif::Role::Aside) {
        out.extend(&bytes[block.whole.clone()]);
    }
    out.push(0x3B);
    Some(out)
}

fn clean_wav(bytes: &[u8]) -> Option<Vec<u8>> {
    let riff = riff::walk(bytes).ok()?;
    let kept = riff.chunks.iter().filter(|chunk| matches!(&chunk.name, b"fmt " | b"fact" | b"data"));
    let kept: Vec<_> = kept.map(|chunk| (chunk.name, &bytes[chunk.data.clone()])).collect();
    Some(riff::write(b"WAVE", &kept))
}

/// `bytes` with boxes turned into free space of the same length, so that no offset to sound or picture changes.
fn blanked(
    bytes: &[u8],
    boxes: impl Iterator<Item = (Range<usize>, Range<usize>)>,
    name: &[u8; 4],
) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for (whole, content) in boxes {
        out[whole.start + 4..whole.start + 8].copy_from_slice(name);
        out[content].fill(0);
    }
    out
}

/// Tags and attachments become void elements of the same length.
fn clean_webm(bytes: &[u8]) -> Option<Vec<u8>> {
    const VOID: u8 = 0xEC;
    let webm = matroska::walk(bytes).ok()?;
    let mut out = bytes[..webm.end].to_vec();
    for personal in webm.personal {
        // One byte of name, eight of length: the shortest element here has a name of four and a length of one.
        let Some(length) = personal.len().checked_sub(9) else {
            let length = personal.len() - 2;
            out[personal.clone()].fill(0);
            out[personal.start] = VOID;
            out[personal.start + 1] = 0x80 | length as u8;
            continue;
        };
        out[personal.clone()].fill(0);
        out[personal.start] = VOID;
        out[personal.start + 1..personal.start + 9].copy_from_slice(&(1 << 56 | length as u64).to_be_bytes());
    }
    Some(out)
}
