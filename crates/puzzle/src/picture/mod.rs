//! Letters as a picture: fonts mixed, letters turned, slanted, pushed together and waved, and a curve of their own
//! stroke's width through them.
//!
//! Both shades are the same picture in other colours, so that nobody gets two different ones of the same letters.

mod drawing;
mod outline;
#[cfg(test)]
mod tests;

use tiny_skia::Mask;

use crate::answer::LENGTH;
use crate::dice::Dice;

/// Width of a picture in pixels.
pub const WIDTH: u32 = 300;
/// Height of a picture in pixels.
pub const HEIGHT: u32 = 110;
/// No picture is larger.
pub const MAX_PICTURE_BYTES: usize = 12_000;
/// Steps between paper and ink, both included.
const STEPS: u8 = 16;

/// The page the picture stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// Dark letters on light paper.
    Light,
    /// Light letters on dark paper.
    Dark,
}

impl Shade {
    /// Paper and ink as red, green, blue; their contrast is above 12:1.
    fn colours(self) -> ([u8; 3], [u8; 3]) {
        match self {
            Shade::Light => ([0xf6, 0xf6, 0xf4], [0x1e, 0x24, 0x30]),
            Shade::Dark => ([0x16, 0x19, 0x1f], [0xea, 0xec, 0xee]),
        }
    }

    fn palette(self) -> Vec<u8> {
        let (paper, ink) = self.colours();
        let mixed = |step: u8, channel: usize| {
            let (from, to) = (u16::from(paper[channel]), u16::from(ink[channel]));
            let (step, last) = (u16::from(step), u16::from(STEPS - 1));
            u8::try_from((from * (last - step) + to * step) / last).expect("a mean of bytes is a byte")
        };
        (0..STEPS).flat_map(|step| (0..3).map(move |channel| mixed(step, channel))).collect()
    }
}

/// Draws the letters as a PNG of sixteen colours.
pub(crate) fn draw(letters: &[char; LENGTH], dice: &mut Dice, shade: Shade) -> Vec<u8> {
    encode(&drawing::ink(letters, dice), shade)
}

fn encode(ink: &Mask, shade: Shade) -> Vec<u8> {
    let step = |coverage: u8| {
        let rounded = (u16::from(coverage) * u16::from(STEPS - 1) + 127) / 255;
        u8::try_from(rounded).expect("a step is at most fifteen")
    };
    let packed: Vec<u8> = ink.data().chunks(2).map(|pair| step(pair[0]) << 4 | step(pair[1])).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_palette(shade.palette());
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_filter(png::Filter::NoFilter);
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&packed));
    written.expect("a picture of the stated size can be written to memory");
    bytes
}
