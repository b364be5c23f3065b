//! What the public gets of a picture: smaller, upright, in sRGB, in formats browsers show, with its rights and nothing else.
//!
//! A [`Plate`] is developed once from the original, which is the dear part; each format is then printed from it on its
//! own, so that JPEG can be public while WebP and AVIF are still being written.

mod crop;
mod pixels;
mod print;
#[cfg(test)]
mod tests;

use image::DynamicImage;

use super::address::{Format, MediaName};
use super::kind::MediaKind;
use super::metadata::Orientation;
use super::rights::Rights;
pub use crop::FocalPoint;

/// The widths made, in pixels, as far as the picture is wider.
pub const WIDTHS: [u32; 5] = [320, 640, 960, 1280, 1920];
/// The size of the crop for social networks, in pixels.
pub const CARD: (u32, u32) = (1200, 630);
/// The size of the square crop, in pixels.
pub const THUMB: (u32, u32) = (160, 160);

/// Why no renditions can be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CannotRender {
    /// A recording.
    #[error("{kind} is no picture")]
    NoPicture {
        /// What it is.
        kind: MediaKind,
    },
    /// The decoder refuses the file.
    #[error("this {kind} is damaged: {reason}")]
    Damaged {
        /// What it is.
        kind: MediaKind,
        /// What the decoder says.
        reason: String,
    },
    /// Decoding it would take more memory than is given to one picture.
    #[error("this {kind} needs more memory than the {max_bytes} bytes given to one picture")]
    TooDear {
        /// What it is.
        kind: MediaKind,
        /// The bound.
        max_bytes: u64,
    },
    /// The encoder refuses the pixels.
    #[error("writing {name}: {reason}")]
    NotWritten {
        /// What was being written.
        name: String,
        /// What the encoder says.
        reason: String,
    },
}

/// One file for the public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// Its name below the picture's address.
    pub name: MediaName,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// The file.
    pub bytes: Vec<u8>,
}

/// A picture ready to be printed: upright, sRGB, 8 bits a channel, at most 1,920 pixels across.
#[derive(Debug, Clone)]
pub struct Plate {
    pixels: DynamicImage,
    full_width: u32,
}

impl Plate {
    /// Decodes `bytes` of `kind`, turned by `orientation`. Of an animation the first frame counts, of a TIFF the first
    /// picture. The stated size must have passed [`sniff`](super::sniff()) before.
    pub fn develop(kind: MediaKind, bytes: &[u8], orientation: Orientation) -> Result<Plate, CannotRender> {
        let (pixels, stored) = pixels::develop(kind, bytes, orientation)?;
        Ok(Plate { pixels, full_width: orientation.upright(stored).0 })
    }

    /// The picture in every width and crop of `format`, each carrying `rights`. AVIF has widths alone, WebP no card.
    pub fn print(
        &self,
        format: Format,
        focal: FocalPoint,
        rights: &Rights,
    ) -> Result<Vec<Rendition>, CannotRender> {
        let mut renditions = Vec::new();
        let mut pixels = None;
        // From wide to narrow, each from the one before: the eye sees no difference and it costs a third.
        for width in widths_of(self.full_width).into_iter().rev() {
            let scaled = pixels::scale_to_width(pixels.as_ref().unwrap_or(&self.pixels), width);
            renditions.push(print::print(&scaled, MediaName::Width(width, format), format, rights)?);
            pixels = Some(scaled);
        }
        if format == Format::Jpeg {
            let card = self.crop(CARD, focal);
            renditions.push(print::print(&card, MediaName::Card, format, rights)?);
        }
        if format != Format::Avif {
            let thumb = self.crop(THUMB, focal);
            renditions.push(print::print(&thumb, MediaName::Thumb(format), format, rights)?);
        }
        Ok(renditions)
    }

    fn crop(&self, wanted: (u32, u32), focal: FocalPoint) -> DynamicImage {
        let size = (self.pixels.width(), self.pixels.height());
        pixels::crop(&self.pixels, crop::around(size, wanted, focal), wanted)
    }
}

/// The widths made of a picture `full_width` pixels across, rising: those of [`WIDTHS`] it clearly exceeds, and its own
/// where that is below the largest.
pub fn widths_of(full_width: u32) -> Vec<u32> {
    let widest = full_width.clamp(1, WIDTHS[WIDTHS.len() - 1]);
    // A step within a tenth of the next is not worth a file.
    let steps = WIDTHS.into_iter().filter(|step| u64::from(*step) * 10 <= u64::from(widest) * 9);
    steps.chain(std::iter::once(widest)).collect()
}
