//! Pixels as files: JPEG, WebP, AVIF, each with the rights and nothing else.

use image::{DynamicImage, RgbImage};
use jpeg_encoder::{ColorType, Encoder as JpegEncoder};
use ravif::{Img, RGB8, RGBA8};
use webp::{Encoder as WebpEncoder, WebPConfig};

use super::{CannotRender, Rendition};
use crate::media::address::{Format, MediaName};
use crate::media::clean::{XMP_NAME, webp_with};
use crate::media::metadata::Orientation;
use crate::media::rights::Rights;

/// Chosen by eye on news photographs: below these, faces and skies show the format.
const JPEG_QUALITY: u8 = 78;
const WEBP_QUALITY: f32 = 74.0;
const AVIF_QUALITY: f32 = 60.0;
/// Of ravif's 1 to 10: half as slow as its default for two per cent more bytes.
const AVIF_SPEED: u8 = 6;

pub(super) fn print(
    pixels: &DynamicImage,
    name: MediaName,
    format: Format,
    rights: &Rights,
) -> Result<Rendition, CannotRender> {
    let written = match format {
        Format::Jpeg => jpeg(pixels, rights),
        Format::Webp => webp(pixels, rights),
        Format::Avif => avif(pixels, rights),
    };
    let bytes = written.map_err(|reason| CannotRender::NotWritten { name: name.to_string(), reason })?;
    Ok(Rendition { name, width: pixels.width(), height: pixels.height(), bytes })
}

fn jpeg(pixels: &DynamicImage, rights: &Rights) -> Result<Vec<u8>, String> {
    let opaque = on_white(pixels);
    let side =
        |pixels: u32| u16::try_from(pixels).map_err(|_| format!("{pixels} pixels are too many for JPEG"));
    let mut out = Vec::new();
    let mut encoder = JpegEncoder::new(&mut out, JPEG_QUALITY);
    encoder.set_progressive(true);
    encoder.set_optimized_huffman_tables(true);
    if let Some(xmp) = rights.to_xmp() {
        encoder.add_app_segment(1, [XMP_NAME, &xmp].concat()).map_err(|error| error.to_string())?;
    }
    let (width, height) = (side(opaque.width())?, side(opaque.height())?);
    encoder.encode(opaque.as_raw(), width, height, ColorType::Rgb).map_err(|error| error.to_string())?;
    Ok(out)
}

/// JPEG has no transparency: what shows through is white, as paper is.
fn on_white(pixels: &DynamicImage) -> RgbImage {
    let DynamicImage::ImageRgba8(pixels) = pixels else { return pixels.to_rgb8() };
    RgbImage::from_fn(pixels.width(), pixels.height(), |x, y| {
        let [red, green, blue, alpha] = pixels.get_pixel(x, y).0.map(u32::from);
        let over = |colour: u32| ((colour * alpha + 255 * (255 - alpha) + 127) / 255) as u8;
        image::Rgb([over(red), over(green), over(blue)])
    })
}

fn webp(pixels: &DynamicImage, rights: &Rights) -> Result<Vec<u8>, String> {
    let mut config =
        WebPConfig::new().map_err(|()| "libwebp has another version than its headers".to_owned())?;
    config.quality = WEBP_QUALITY;
    config.alpha_compression = 1;
    let (width, height) = (pixels.width(), pixels.height());
    let encoder = match pixels {
        DynamicImage::ImageRgba8(pixels) => WebpEncoder::from_rgba(pixels.as_raw(), width, height),
        other => WebpEncoder::from_rgb(other.as_bytes(), width, height),
    };
    let written = encoder.encode_advanced(&config).map_err(|error| format!("{error:?}"))?;
    match rights.to_xmp() {
        Some(xmp) => {
            webp_with(&written, None, Some(&xmp)).ok_or_else(|| "the written file cannot be read".to_owned())
        }
        None => Ok(written.to_vec()),
    }
}

fn avif(pixels: &DynamicImage, rights: &Rights) -> Result<Vec<u8>, String> {
    let exif = rights.to_exif(Orientation::UPRIGHT);
    let encoder = ravif::Encoder::new()
        .with_quality(AVIF_QUALITY)
        .with_speed(AVIF_SPEED)
        .with_num_threads(Some(1))
        .with_exif(exif);
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let written = match pixels {
        DynamicImage::ImageRgba8(pixels) => {
            let colours: Vec<RGBA8> = pixels.pixels().map(|pixel| RGBA8::from(pixel.0)).collect();
            encoder.encode_rgba(Img::new(&colours, width, height))
        }
        other => {
            let colours: Vec<RGB8> = other.to_rgb8().pixels().map(|pixel| RGB8::from(pixel.0)).collect();
            encoder.encode_rgb(Img::new(&colours, width, height))
        }
    };
    written.map(|written| written.avif_file).map_err(|error| error.to_string())
}
