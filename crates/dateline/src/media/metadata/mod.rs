//! What a photograph says of itself: XMP, IPTC-IIM and EXIF, found in each container and merged.
//!
//! Reading never fails: a field that cannot be read is not stated. Nothing here decodes pixels.

mod exif;
mod fields;
mod iim;
#[cfg(test)]
mod tests;
mod xmp;

use super::container::{jpeg, png, riff, tiff};
use super::kind::MediaKind;
use exif::Exif;
pub use fields::{MAX_LIST_ENTRIES, MAX_TEXT_CHARS, Orientation, PhotoFields};
use iim::Iim;
use xmp::Xmp;

const XMP_IN_JPEG: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const PHOTOSHOP_IN_JPEG: &[u8] = b"Photoshop 3.0\0";
const EXIF_IN_JPEG: &[u8] = b"Exif\0";

/// Reads what the picture `bytes` of `kind` says of itself. Nothing for video, sound, and GIF.
pub fn read_fields(kind: MediaKind, bytes: &[u8]) -> PhotoFields {
    let blocks = match kind {
        MediaKind::Jpeg => in_jpeg(bytes),
        MediaKind::Png => in_png(bytes),
        MediaKind::Webp => in_webp(bytes),
        MediaKind::Tiff => in_tiff(bytes),
        _ => None,
    };
    let Some(blocks) = blocks else { return PhotoFields::default() };
    PhotoFields::merge(&blocks.xmp, &blocks.iim, &blocks.exif)
}

#[derive(Default)]
struct Blocks {
    xmp: Xmp,
    iim: Iim,
    exif: Exif,
}

fn in_jpeg(bytes: &[u8]) -> Option<Blocks> {
    let jpeg = jpeg::walk(bytes).ok()?;
    let xmp = jpeg.payloads(bytes, jpeg::APP1, XMP_IN_JPEG).next().map(Xmp::read);
    // Long resources are spread over several segments.
    let resources: Vec<u8> =
        jpeg.payloads(bytes, jpeg::APP13, PHOTOSHOP_IN_JPEG).flatten().copied().collect();
    // The byte after the name fills a word; some cameras leave it undefined.
    let exif = jpeg
        .payloads(bytes, jpeg::APP1, EXIF_IN_JPEG)
        .next()
        .and_then(|block| block.get(1..))
        .map(Exif::read);
    Some(Blocks {
        xmp: xmp.unwrap_or_default(),
        iim: Iim::read_photoshop(&resources),
        exif: exif.unwrap_or_default(),
    })
}

fn in_png(bytes: &[u8]) -> Option<Blocks> {
    let png = png::walk(bytes).ok()?;
    let xmp = png.international_text(bytes, "XML:com.adobe.xmp").map(Xmp::read);
    let exif = png.data(bytes, b"eXIf").map(Exif::read);
    Some(Blocks { xmp: xmp.unwrap_or_default(), iim: Iim::default(), exif: exif.unwrap_or_default() })
}

fn in_webp(bytes: &[u8]) -> Option<Blocks> {
    let webp = riff::walk(bytes).ok()?;
    let xmp = webp.data(bytes, b"XMP ").map(Xmp::read);
    // Some programs keep the name that only JPEG needs.
    let exif =
        webp.data(bytes, b"EXIF").map(|block| Exif::read(block.strip_prefix(b"Exif\0\0").unwrap_or(block)));
    Some(Blocks { xmp: xmp.unwrap_or_default(), iim: Iim::default(), exif: exif.unwrap_or_default() })
}

fn in_tiff(bytes: &[u8]) -> Option<Blocks> {
    let tiff = tiff::walk(bytes).ok()?;
    let xmp = tiff.xmp.map(|range| Xmp::read(&bytes[range]));
    let iim = match (tiff.iim, tiff.photoshop) {
        (Some(range), _) => Iim::read(&bytes[range]),
        (None, Some(range)) => Iim::read_photoshop(&bytes[range]),
        (None, None) => Iim::default(),
    };
    Some(Blocks { xmp: xmp.unwrap_or_default(), iim, exif: Exif::read(bytes) })
}
