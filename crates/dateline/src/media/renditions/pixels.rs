//! Pixels: decoded within bounds, scaled, turned, brought to sRGB.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use fast_image_resize::images::{Image as Scaled, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use image::error::LimitErrorKind;
use image::metadata::Orientation as Turn;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage, RgbaImage};
use moxcms::{ColorProfile, DataColorSpace, Layout, TransformOptions};

use super::crop::Crop;
use super::{CannotRender, WIDTHS};
use crate::media::kind::MediaKind;
use crate::media::metadata::Orientation;
use crate::media::sniff::MAX_SIDE_PIXELS;

/// The most memory one picture may take while it is decoded.
const MAX_DECODED_BYTES: u64 = 512 << 20;

/// The pixels of `bytes`, at most as wide as the widest rendition, and the size they were stored in.
pub(super) fn develop(
    kind: MediaKind,
    bytes: &[u8],
    orientation: Orientation,
) -> Result<(DynamicImage, (u32, u32)), CannotRender> {
    // Decoders are fed what strangers send: one that breaks its own rules is a damaged file, not a broken server.
    let decoded = catch_unwind(AssertUnwindSafe(|| decode(kind, bytes)));
    let unsound = || CannotRender::Damaged { kind, reason: "it breaks its decoder".to_owned() };
    let (pixels, profile) = decoded.map_err(|_| unsound())??;
    let stored = (pixels.width(), pixels.height());
    let mut pixels = narrow(pixels, orientation);
    pixels.apply_orientation(turn(orientation));
    if let Some(converted) = profile.and_then(|profile| to_srgb(&pixels, &profile)) {
        pixels = converted;
    }
    Ok((pixels, stored))
}

fn decode(kind: MediaKind, bytes: &[u8]) -> Result<(DynamicImage, Option<Vec<u8>>), CannotRender> {
    let refused = |error: ImageError| refused(kind, error);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format(kind)?);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE_PIXELS);
    limits.max_image_height = Some(MAX_SIDE_PIXELS);
    limits.max_alloc = Some(MAX_DECODED_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refused)?;
    if decoder.total_bytes() > MAX_DECODED_BYTES {
        return Err(CannotRender::TooDear { kind, max_bytes: MAX_DECODED_BYTES });
    }
    let profile = decoder.icc_profile().ok().flatten();
    let pixels = DynamicImage::from_decoder(decoder).map_err(refused)?;
    Ok((in_eight_bits(pixels), profile))
}

fn format(kind: MediaKind) -> Result<ImageFormat, CannotRender> {
    match kind {
        MediaKind::Jpeg => Ok(ImageFormat::Jpeg),
        MediaKind::Png => Ok(ImageFormat::Png),
        MediaKind::Gif => Ok(ImageFormat::Gif),
        MediaKind::Webp => Ok(ImageFormat::WebP),
        MediaKind::Tiff => Ok(ImageFormat::Tiff),
        kind => Err(CannotRender::NoPicture { kind }),
    }
}

fn refused(kind: MediaKind, error: ImageError) -> CannotRender {
    match error {
        ImageError::Limits(limit) if limit.kind() == LimitErrorKind::InsufficientMemory => {
            CannotRender::TooDear { kind, max_bytes: MAX_DECODED_BYTES }
        }
        error => CannotRender::Damaged { kind, reason: error.to_string() },
    }
}

/// Three channels, or four where something shows through.
fn in_eight_bits(pixels: DynamicImage) -> DynamicImage {
    if !pixels.color().has_alpha() {
        return DynamicImage::ImageRgb8(pixels.into_rgb8());
    }
    let pixels = pixels.into_rgba8();
    if pixels.pixels().all(|pixel| pixel.0[3] == u8::MAX) {
        return DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(pixels).into_rgb8());
    }
    DynamicImage::ImageRgba8(pixels)
}

/// Scaled down before it is turned, which moves far fewer pixels.
fn narrow(pixels: DynamicImage, orientation: Orientation) -> DynamicImage {
    let widest = WIDTHS[WIDTHS.len() - 1];
    let stored = (pixels.width(), pixels.height());
    let (width, height) = orientation.upright(stored);
    if width <= widest {
        return pixels;
    }
    let upright = (widest, scaled_height(width, height, widest));
    scale(&pixels, orientation.upright(upright), None)
}

/// `pixels` in `width`, which is not more than they have.
pub(super) fn scale_to_width(pixels: &DynamicImage, width: u32) -> DynamicImage {
    if width == pixels.width() {
        return pixels.clone();
    }
    scale(pixels, (width, scaled_height(pixels.width(), pixels.height(), width)), None)
}

/// The part `crop` of `pixels` in `wanted` pixels, or in as many as it has where those are fewer.
pub(super) fn crop(pixels: &DynamicImage, crop: Crop, wanted: (u32, u32)) -> DynamicImage {
    let size = if crop.width < wanted.0 { (crop.width, crop.height) } else { wanted };
    scale(pixels, size, Some(crop))
}

fn scaled_height(width: u32, height: u32, wanted: u32) -> u32 {
    let scaled = (u64::from(height) * u64::from(wanted) + u64::from(width) / 2) / u64::from(width);
    (scaled as u32).max(1)
}

fn scale(pixels: &DynamicImage, size: (u32, u32), part: Option<Crop>) -> DynamicImage {
    let has_alpha = pixels.color().has_alpha();
    let channels = if has_alpha { PixelType::U8x4 } else { PixelType::U8x3 };
    let source = ImageRef::new(pixels.width(), pixels.height(), pixels.as_bytes(), channels);
    let source = source.expect("8 bits a channel, three channels or four");
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Lanczos3));
    let options = match part {
        Some(part) => options.crop(part.left.into(), part.top.into(), part.width.into(), part.height.into()),
        None => options,
    };
    let mut scaled = Scaled::new(size.0, size.1, channels);
    Resizer::new()
        .resize(&source, &mut scaled, &options)
        .expect("the same channels, and the part lies inside");
    of_bytes(size, has_alpha, scaled.into_vec()).expect("as many bytes as pixels")
}

fn of_bytes((width, height): (u32, u32), has_alpha: bool, bytes: Vec<u8>) -> Option<DynamicImage> {
    match has_alpha {
        true => RgbaImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgba8),
        false => RgbImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgb8),
    }
}

fn turn(orientation: Orientation) -> Turn {
    Turn::from_exif(orientation.as_exif()).unwrap_or(Turn::NoTransforms)
}

/// `pixels` brought from `profile` to sRGB. `None` where the profile is of other channels or cannot be read: the numbers
/// then stand as they are.
fn to_srgb(pixels: &DynamicImage, profile: &[u8]) -> Option<DynamicImage> {
    let profile = ColorProfile::new_from_slice(profile).ok()?;
    if profile.color_space != DataColorSpace::Rgb {
        return None;
    }
    let has_alpha = pixels.color().has_alpha();
    let layout = if has_alpha { Layout::Rgba } else { Layout::Rgb };
    let srgb = ColorProfile::new_srgb();
    let transform = profile.create_transform_8bit(layout, &srgb, layout, TransformOptions::default()).ok()?;
    let mut converted = vec![0; pixels.as_bytes().len()];
    transform.transform(pixels.as_bytes(), &mut converted).ok()?;
    of_bytes((pixels.width(), pixels.height()), has_alpha, converted)
}
