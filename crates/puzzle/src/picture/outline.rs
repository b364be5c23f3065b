//! The fonts, and letters as polygons fine enough to bend.

use std::collections::HashMap;
use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, OutlineCurve, Point};

use crate::answer::ALPHABET;

/// Licences and origin of each: `fonts/README.md`.
const FILES: [&[u8]; 10] = [
    include_bytes!("../../fonts/plain.ttf"),
    include_bytes!("../../fonts/slab.ttf"),
    include_bytes!("../../fonts/humanist.ttf"),
    include_bytes!("../../fonts/hand.otf"),
    include_bytes!("../../fonts/narrow.otf"),
    include_bytes!("../../fonts/wide.otf"),
    include_bytes!("../../fonts/book.ttf"),
    include_bytes!("../../fonts/square.otf"),
    include_bytes!("../../fonts/round.ttf"),
    include_bytes!("../../fonts/medieval.otf"),
];
/// No edge is longer, in heights of a capital, so that a wave bends straight strokes too.
const EDGE: f32 = 0.08;

/// The closed contours of a letter. A capital is 1 high; its middle is at 0, 0; y points down.
pub(crate) type Contours = Vec<Vec<Point>>;

/// The letters of one font.
pub(crate) struct Face(HashMap<char, Contours>);

impl Face {
    pub(crate) fn letter(&self, letter: char) -> &Contours {
        &self.0[&letter]
    }

    fn read(file: &'static [u8]) -> Face {
        let font = FontRef::try_from_slice(file).expect("the fonts in the program can be read");
        let capital = font.outline(font.glyph_id('H')).expect("every font has an H").bounds;
        let height = capital.max.y - capital.min.y;
        Face(ALPHABET.iter().map(|&letter| (letter, contours(&font, letter, height.abs()))).collect())
    }
}

pub(crate) static FACES: LazyLock<Vec<Face>> =
    LazyLock::new(|| FILES.iter().map(|file| Face::read(file)).collect());

fn contours(font: &FontRef<'_>, letter: char, height: f32) -> Contours {
    let outline = font.outline(font.glyph_id(letter)).expect("every font has the alphabet");
    let mut contours: Contours = Vec::new();
    let mut end = None;
    for curve in &outline.curves {
        let (from, to) = ends(curve);
        if end != Some(from) {
            contours.push(Vec::new());
        }
        let contour = contours.last_mut().expect("the first curve begins a contour");
        flatten(curve, EDGE * height, contour);
        end = Some(to);
    }
    let all = || contours.iter().flatten();
    let (left, right) =
        all().fold((f32::MAX, f32::MIN), |(low, high), point| (low.min(point.x), high.max(point.x)));
    let middle = (left + right) / 2.0;
    let moved = |point: &Point| Point { x: (point.x - middle) / height, y: 0.5 - point.y / height };
    contours.iter().map(|contour| contour.iter().map(moved).collect()).collect()
}

fn ends(curve: &OutlineCurve) -> (Point, Point) {
    match *curve {
        OutlineCurve::Line(from, to)
        | OutlineCurve::Quad(from, _, to)
        | OutlineCurve::Cubic(from, _, _, to) => (from, to),
    }
}

/// Adds the points of a curve but its last, which is the next one's first.
fn flatten(curve: &OutlineCurve, edge: f32, points: &mut Vec<Point>) {
    let (from, to) = ends(curve);
    let steps = match curve {
        OutlineCurve::Line(..) => ((to - from).x.hypot((to - from).y) / edge).ceil().clamp(1.0, 32.0),
        _ => 10.0,
    };
    for step in 0..steps as u32 {
        let share = step as f32 / steps;
        points.push(on(curve, share));
    }
}

/// The point of a Bézier curve at `t` of 0 to 1.
fn on(curve: &OutlineCurve, t: f32) -> Point {
    let mix =
        |from: Point, to: Point| Point { x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t };
    match *curve {
        OutlineCurve::Line(a, b) => mix(a, b),
        OutlineCurve::Quad(a, b, c) => mix(mix(a, b), mix(b, c)),
        OutlineCurve::Cubic(a, b, c, d) => {
            let (ab, bc, cd) = (mix(a, b), mix(b, c), mix(c, d));
            mix(mix(ab, bc), mix(bc, cd))
        }
    }
}
