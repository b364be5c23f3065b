//! What holds of every picture, read from its pixels.

use std::io::Cursor;

use super::*;
use crate::answer::ALPHABET;

fn picture(seed: u8, shade: Shade) -> Vec<u8> {
    let mut dice = Dice::new([seed; 32]);
    let letters = std::array::from_fn(|_| *dice.one_of(&ALPHABET));
    draw(&letters, &mut dice, shade)
}

/// Red, green and blue of each pixel.
fn pixels(png: &[u8]) -> Vec<[u8; 3]> {
    let mut decoder = png::Decoder::new(Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    assert_eq!((reader.info().width, reader.info().height), (WIDTH, HEIGHT));
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut bytes).unwrap();
    bytes.chunks_exact(3).map(|rgb| rgb.try_into().unwrap()).collect()
}

/// Relative luminance (WCAG 2.2).
fn luminance(rgb: [u8; 3]) -> f64 {
    let linear = |byte: u8| match f64::from(byte) / 255.0 {
        value if value <= 0.04045 => value / 12.92,
        value => ((value + 0.055) / 1.055).powf(2.4),
    };
    0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2])
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn a_picture_follows_from_its_seed() {
    assert_eq!(picture(1, Shade::Light), picture(1, Shade::Light));
    assert_ne!(picture(1, Shade::Light), picture(2, Shade::Light));
}

#[test]
fn ink_stands_out_from_paper_in_both_shades() {
    for shade in [Shade::Light, Shade::Dark] {
        for seed in 0..40 {
            let light: Vec<f64> = pixels(&picture(seed, shade)).into_iter().map(luminance).collect();
            let paper = light[0];
            let inked = light.iter().filter(|&&pixel| contrast(pixel, paper) >= 1.2).count();
            let clear = light.iter().filter(|&&pixel| contrast(pixel, paper) >= 4.5).count();
            assert!(clear * 100 >= light.len() * 8, "{shade:?} {seed}: {clear} of {}", light.len());
            // The rest are the soft edges of strokes.
            assert!(clear * 100 >= inked * 70, "{shade:?} {seed}: {clear} of {inked}");
        }
    }
}

#[test]
fn both_shades_are_the_same_drawing() {
    for seed in 0..20 {
        let steps = |shade: Shade| {
            let palette: Vec<[u8; 3]> =
                shade.palette().chunks(3).map(|rgb| rgb.try_into().unwrap()).collect();
            let step = |rgb| palette.iter().position(|colour| *colour == rgb).unwrap();
            pixels(&picture(seed, shade)).into_iter().map(step).collect::<Vec<_>>()
        };
        assert_eq!(steps(Shade::Light), steps(Shade::Dark));
    }
}

#[test]
fn a_picture_keeps_its_bound_and_its_margin() {
    for seed in 0..200 {
        let png = picture(seed, Shade::Light);
        assert!(png.len() <= MAX_PICTURE_BYTES, "{seed}: {}", png.len());
        let pixels = pixels(&png);
        let paper = pixels[0];
        let (width, height) = (WIDTH as usize, HEIGHT as usize);
        let edge = |at: &usize| {
            at.is_multiple_of(width) || at % width == width - 1 || at / width == 0 || at / width == height - 1
        };
        assert!((0..width * height).filter(edge).all(|at| pixels[at] == paper), "{seed} touches the edge");
    }
}

#[test]
fn the_widest_letters_fit() {
    for seed in 0..40 {
        let png = draw(&['M'; LENGTH], &mut Dice::new([seed; 32]), Shade::Dark);
        assert!(png.len() <= MAX_PICTURE_BYTES);
    }
}
