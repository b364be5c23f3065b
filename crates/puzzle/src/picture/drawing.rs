//! Where the ink goes.

use std::f32::consts::TAU;

use ab_glyph::Point;
use tiny_skia::{FillRule, LineCap, Mask, PathBuilder, Stroke, Transform};

use super::outline::{Contours, FACES};
use super::{HEIGHT, WIDTH};
use crate::answer::LENGTH;
use crate::dice::Dice;

/// Free paper left and right.
const MARGIN: f32 = 14.0;
/// Height of a capital in pixels, least and most.
const CAPITAL: (f32, f32) = (42.0, 54.0);
/// Letters are turned by up to this, in radians, and slanted by up to this much of their height, either way.
const TURN: f32 = 0.33;
const SLANT: f32 = 0.24;
/// How far a letter stands above or below the line.
const LIFT: f32 = 14.0;
/// How far letters are pushed into each other, least and most.
const OVERLAP: (f32, f32) = (1.0, 3.5);
/// Width of the curve: that of a bold stem.
const STROKE: (f32, f32) = (4.8, 5.8);

/// Coverage, 0 to 255 for each pixel.
pub(super) fn ink(letters: &[char; LENGTH], dice: &mut Dice) -> Mask {
    let mut word = row(letters, dice);
    let wave = Wave::thrown(dice);
    word.iter_mut().flatten().flatten().for_each(|point| *point = wave.bend(*point));
    fit(&mut word);
    let mut mask = Mask::new(WIDTH, HEIGHT).expect("the size of a picture is not zero");
    for letter in &word {
        if let Some(path) = polygon(letter) {
            mask.fill_path(&path, FillRule::Winding, true, Transform::identity());
        }
    }
    curve(&word, dice, &mut mask);
    mask
}

/// The letters, each bent for itself, side by side so that each touches the next.
fn row(letters: &[char; LENGTH], dice: &mut Dice) -> Vec<Contours> {
    let mut word: Vec<Contours> = Vec::new();
    for &letter in letters {
        let mut shape = placed(dice.one_of(&FACES).letter(letter), dice);
        let overlap = dice.between(OVERLAP.0, OVERLAP.1);
        if let Some(before) = word.last() {
            let shift = beside(before, &shape) - overlap;
            shape.iter_mut().flatten().for_each(|point| point.x += shift);
        }
        word.push(shape);
    }
    word
}

/// A letter at its own size, turn, slant and height over the line.
fn placed(letter: &Contours, dice: &mut Dice) -> Contours {
    let height = dice.between(CAPITAL.0, CAPITAL.1);
    let width = height * dice.between(0.85, 1.12);
    let (sin, cos) = dice.between(-TURN, TURN).sin_cos();
    let slant = dice.between(-SLANT, SLANT);
    let lift = dice.between(-LIFT, LIFT);
    let place = |point: &Point| {
        let (x, y) = ((point.x - slant * point.y) * width, point.y * height);
        Point { x: x * cos - y * sin, y: x * sin + y * cos + lift }
    };
    letter.iter().map(|contour| contour.iter().map(place).collect()).collect()
}

/// How far `next` must move right until it just touches `before`; at least so far that most of it is beside it.
fn beside(before: &Contours, next: &Contours) -> f32 {
    const BANDS: usize = 24;
    let band = |point: &Point| (((point.y / 100.0 + 0.5) * BANDS as f32) as usize).min(BANDS - 1);
    let mut right = [f32::MIN; BANDS];
    let mut left = [f32::MAX; BANDS];
    before.iter().flatten().for_each(|point| right[band(point)] = right[band(point)].max(point.x));
    next.iter().flatten().for_each(|point| left[band(point)] = left[band(point)].min(point.x));
    let touching = right.iter().zip(left).map(|(right, left)| right - left).fold(f32::MIN, f32::max);
    let (_, end) = extent(before.iter().flatten().map(|point| point.x));
    let (start, stop) = extent(next.iter().flatten().map(|point| point.x));
    touching.max(end - start - (stop - start) * 0.18)
}

/// Two waves across each other.
struct Wave {
    up: (f32, f32, f32),
    along: (f32, f32, f32),
}

impl Wave {
    fn thrown(dice: &mut Dice) -> Wave {
        Wave {
            up: (dice.between(3.0, 5.5), dice.between(80.0, 140.0), dice.between(0.0, TAU)),
            along: (dice.between(1.5, 3.0), dice.between(36.0, 60.0), dice.between(0.0, TAU)),
        }
    }

    fn bend(&self, point: Point) -> Point {
        let push = |(size, length, start): (f32, f32, f32), at: f32| size * (TAU * at / length + start).sin();
        Point { x: point.x + push(self.along, point.y), y: point.y + push(self.up, point.x) }
    }
}

/// Moves the word to the middle, smaller if it is too wide or too high.
fn fit(word: &mut [Contours]) {
    let (left, right) = extent(word.iter().flatten().flatten().map(|point| point.x));
    let (top, bottom) = extent(word.iter().flatten().flatten().map(|point| point.y));
    let (wide, high) = (WIDTH as f32 - 2.0 * MARGIN, HEIGHT as f32 - 8.0);
    let scale = (wide / (right - left)).min(high / (bottom - top)).min(1.0);
    let to = |at: f32, low: f32, high: f32, size: u32| (at - (low + high) / 2.0) * scale + size as f32 / 2.0;
    for point in word.iter_mut().flatten().flatten() {
        *point = Point { x: to(point.x, left, right, WIDTH), y: to(point.y, top, bottom, HEIGHT) };
    }
}

/// A curve through all letters, as wide as their strokes and of the same ink.
fn curve(word: &[Contours], dice: &mut Dice, mask: &mut Mask) {
    let (left, right) = extent(word.iter().flatten().flatten().map(|point| point.x));
    let (start, end) = (left - dice.between(2.0, 10.0), right + dice.between(2.0, 10.0));
    let (middle, swing) = (HEIGHT as f32 / 2.0, dice.between(8.0, 14.0));
    let (length, phase) = (dice.between(90.0, 170.0), dice.between(0.0, TAU));
    let (tilt, stroke) = (dice.between(-0.06, 0.06), dice.between(STROKE.0, STROKE.1));
    let at = |x: f32| middle + (x - WIDTH as f32 / 2.0) * tilt + swing * (TAU * x / length + phase).sin();
    let mut path = PathBuilder::new();
    path.move_to(start, at(start));
    let mut x = start;
    while x < end {
        x = (x + 3.0).min(end);
        path.line_to(x, at(x));
    }
    let stroke = Stroke { width: stroke, line_cap: LineCap::Round, ..Stroke::default() };
    let outline = path.finish().and_then(|path| path.stroke(&stroke, 1.0));
    if let Some(outline) = outline {
        mask.fill_path(&outline, FillRule::Winding, true, Transform::identity());
    }
}

fn polygon(letter: &Contours) -> Option<tiny_skia::Path> {
    let mut path = PathBuilder::new();
    for contour in letter {
        let mut points = contour.iter();
        if let Some(first) = points.next() {
            path.move_to(first.x, first.y);
            points.for_each(|point| path.line_to(point.x, point.y));
            path.close();
        }
    }
    path.finish()
}

fn extent(numbers: impl Iterator<Item = f32>) -> (f32, f32) {
    numbers.fold((f32::MAX, f32::MIN), |(low, high), number| (low.min(number), high.max(number)))
}
