//! The mark of the site in every form browsers and readers' programs ask for, drawn from one shape.
//!
//! Not an agency's own logo: that one lies in its theme and is shown in its place where there is one.

use std::sync::OnceLock;

use bytes::Bytes;
use http::header::{CACHE_CONTROL, HeaderValue};
use image::{ExtendedColorType, ImageEncoder, Rgba, RgbaImage};

use super::seen::Seen;
use crate::page_cache::Rendered;

/// A form of the mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Icon {
    /// `/icon.svg`
    Svg,
    /// `/favicon.ico`, 32 pixels across.
    Favicon,
    /// `/apple-touch-icon.png`, 180 pixels across, without transparent corners.
    Touch,
    /// `/icon-144.png`, for RSS.
    Png144,
    /// `/icon-192.png`
    Png192,
    /// `/icon-512.png`
    Png512,
    /// `/icon-maskable.png`, 512 pixels across, whose edges may be cut off.
    Maskable,
}

const GROUND: [u8; 3] = [0x0a, 0x56, 0x61];
const LINES: [u8; 3] = [0xff, 0xff, 0xff];
const SIGNAL: [u8; 3] = [0x7f, 0xd0, 0xd8];

/// Side of the square everything is drawn on.
const SIDE: f32 = 64.0;
/// Radius of its corners.
const CORNER: f32 = 14.0;

/// A headline, and the lines of a story below it: left, top, width, height, colour.
const BARS: [(f32, f32, f32, f32, [u8; 3]); 4] = [
    (12.0, 15.0, 40.0, 9.0, LINES),
    (12.0, 30.0, 16.0, 5.0, SIGNAL),
    (31.0, 30.0, 21.0, 5.0, LINES),
    (12.0, 41.0, 32.0, 5.0, LINES),
];

impl Icon {
    /// Every form.
    pub const ALL: [Icon; 7] =
        [Icon::Svg, Icon::Favicon, Icon::Touch, Icon::Png144, Icon::Png192, Icon::Png512, Icon::Maskable];

    /// Its address, without the slash.
    pub fn file_name(self) -> &'static str {
        match self {
            Icon::Svg => "icon.svg",
            Icon::Favicon => "favicon.ico",
            Icon::Touch => "apple-touch-icon.png",
            Icon::Png144 => "icon-144.png",
            Icon::Png192 => "icon-192.png",
            Icon::Png512 => "icon-512.png",
            Icon::Maskable => "icon-maskable.png",
        }
    }

    pub(super) fn of_file(name: &str) -> Option<Icon> {
        Icon::ALL.into_iter().find(|icon| icon.file_name() == name)
    }

    pub(super) fn media_type(self) -> &'static str {
        match self {
            Icon::Svg => "image/svg+xml",
            Icon::Favicon => "image/x-icon",
            _ => "image/png",
        }
    }

    /// Pixels across; `None` for the drawing.
    pub(super) fn pixels(self) -> Option<u32> {
        match self {
            Icon::Svg => None,
            Icon::Favicon => Some(32),
            Icon::Touch => Some(180),
            Icon::Png144 => Some(144),
            Icon::Png192 => Some(192),
            Icon::Png512 | Icon::Maskable => Some(512),
        }
    }

    /// The file, drawn once.
    fn bytes(self) -> Bytes {
        static DRAWN: [OnceLock<Bytes>; 7] = [const { OnceLock::new() }; 7];
        DRAWN[self as usize].get_or_init(|| self.draw().into()).clone()
    }

    fn draw(self) -> Vec<u8> {
        match self {
            Icon::Svg => svg().into_bytes(),
            Icon::Favicon => ico(&png(32, CORNER, 1.0), 32),
            Icon::Touch => png(180, 0.0, 1.0),
            Icon::Maskable => png(512, 0.0, 0.8),
            Icon::Png144 => png(144, CORNER, 1.0),
            Icon::Png192 => png(192, CORNER, 1.0),
            Icon::Png512 => png(512, CORNER, 1.0),
        }
    }
}

/// A form of the mark. It changes with the program alone, so it may be kept for a day.
pub(super) fn render(seen: Seen<'_>, icon: Icon) -> Rendered {
    let keep = HeaderValue::from_static("public, max-age=86400");
    seen.finish(icon.media_type(), icon.bytes()).with_header(CACHE_CONTROL, keep)
}

fn svg() -> String {
    let colour = |[r, g, b]: [u8; 3]| format!("#{r:02x}{g:02x}{b:02x}");
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SIDE} {SIDE}\">\
         <rect width=\"{SIDE}\" height=\"{SIDE}\" rx=\"{CORNER}\" fill=\"{}\"/>",
        colour(GROUND)
    );
    for (left, top, width, height, fill) in BARS {
        out.push_str(&format!(
            "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"1\" fill=\"{}\"/>",
            colour(fill)
        ));
    }
    out.push_str("</svg>\n");
    out
}

/// The mark in pixels; `scale` draws the bars smaller, towards the middle.
fn png(side: u32, corner: f32, scale: f32) -> Vec<u8> {
    /// Points looked at in each direction of a pixel.
    const POINTS: u32 = 4;
    let image = RgbaImage::from_fn(side, side, |x, y| {
        let mut sum = [0_u32; 4];
        for point in 0..POINTS * POINTS {
            let at = |pixel: u32, step: u32| {
                (pixel as f32 + (step as f32 + 0.5) / POINTS as f32) / side as f32 * SIDE
            };
            let (x, y) = (at(x, point % POINTS), at(y, point / POINTS));
            let Some([r, g, b]) = colour_at(x, y, corner, scale) else { continue };
            for (total, value) in sum.iter_mut().zip([r, g, b, 255]) {
                *total += u32::from(value);
            }
        }
        let seen = (sum[3] / 255).max(1);
        let mean = |total: u32| (total / seen) as u8;
        Rgba([mean(sum[0]), mean(sum[1]), mean(sum[2]), (sum[3] / (POINTS * POINTS)) as u8])
    });
    let mut out = Vec::new();
    image::codecs::png::PngEncoder::new(&mut out)
        .write_image(image.as_raw(), side, side, ExtendedColorType::Rgba8)
        .expect("an image of its own size is written to memory");
    out
}

/// The colour at a point of the square; `None` outside its corners.
fn colour_at(x: f32, y: f32, corner: f32, scale: f32) -> Option<[u8; 3]> {
    let inside = |value: f32| (value - SIDE / 2.0).abs() - (SIDE / 2.0 - corner);
    let (dx, dy) = (inside(x).max(0.0), inside(y).max(0.0));
    if dx.hypot(dy) > corner && corner > 0.0 {
        return None;
    }
    let unscaled = |value: f32| (value - SIDE / 2.0) / scale + SIDE / 2.0;
    let (x, y) = (unscaled(x), unscaled(y));
    let bar = BARS.iter().find(|(left, top, width, height, _)| {
        (*left..left + width).contains(&x) && (*top..top + height).contains(&y)
    });
    Some(bar.map_or(GROUND, |(.., colour)| *colour))
}

/// One PNG in the format of Windows icons.
fn ico(png: &[u8], side: u8) -> Vec<u8> {
    const HEAD_BYTES: u32 = 6 + 16;
    let mut out = vec![0, 0, 1, 0, 1, 0, side, side, 0, 0, 1, 0, 32, 0];
    out.extend((png.len() as u32).to_le_bytes());
    out.extend(HEAD_BYTES.to_le_bytes());
    out.extend(png);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_a_picture_of_its_size() {
        for icon in Icon::ALL {
            let bytes = icon.bytes();
            let Some(side) = icon.pixels() else {
                assert!(bytes.starts_with(b"<svg "));
                continue;
            };
            let png = if icon == Icon::Favicon { &bytes[22..] } else { &bytes[..] };
            let picture = image::load_from_memory(png).expect("a PNG").to_rgba8();
            assert_eq!(picture.dimensions(), (side, side), "{icon:?}");
            assert_eq!(picture.get_pixel(side / 2, side / 20).0, [0x0a, 0x56, 0x61, 255], "{icon:?}");
        }
    }
}
