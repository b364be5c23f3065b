//! Which part of a picture a crop keeps.

use serde::{Deserialize, Serialize};

/// The place that matters in an upright picture, 0 to 1 from its left and its top.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "(f64, f64)", into = "(f64, f64)")]
pub struct FocalPoint {
    x: f64,
    y: f64,
}

impl FocalPoint {
    /// The middle, and a little above it: where faces are.
    pub const USUAL: FocalPoint = FocalPoint { x: 0.5, y: 0.4 };

    /// Checks that both are 0 to 1.
    pub fn new(x: f64, y: f64) -> Option<FocalPoint> {
        let is_share = |value: f64| (0.0..=1.0).contains(&value);
        (is_share(x) && is_share(y)).then_some(FocalPoint { x, y })
    }

    /// From the left.
    pub fn x(self) -> f64 {
        self.x
    }

    /// From the top.
    pub fn y(self) -> f64 {
        self.y
    }
}

impl Default for FocalPoint {
    fn default() -> Self {
        FocalPoint::USUAL
    }
}

impl TryFrom<(f64, f64)> for FocalPoint {
    type Error = &'static str;

    fn try_from((x, y): (f64, f64)) -> Result<Self, Self::Error> {
        FocalPoint::new(x, y).ok_or("a focal point is a pair of numbers from 0 to 1")
    }
}

impl From<FocalPoint> for (f64, f64) {
    fn from(point: FocalPoint) -> (f64, f64) {
        (point.x, point.y)
    }
}

/// A part of a picture, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Crop {
    pub left: u32,
    pub top: u32,
    pub width: u32,
    pub height: u32,
}

/// The largest part of `size` with the shape of `wanted`, with `focal` as near its middle as the edges allow.
pub(super) fn around(size: (u32, u32), wanted: (u32, u32), focal: FocalPoint) -> Crop {
    let (width, height) = (u64::from(size.0), u64::from(size.1));
    let (across, down) = (u64::from(wanted.0), u64::from(wanted.1));
    let (width, height) = if width * down > height * across {
        ((height * across / down).max(1), height)
    } else {
        (width, (width * down / across).max(1))
    };
    let (width, height) = (width as u32, height as u32);
    let place = |side: u32, part: u32, focal: f64| {
        let start = f64::from(side) * focal - f64::from(part) / 2.0;
        start.round().clamp(0.0, f64::from(side - part)) as u32
    };
    Crop { left: place(size.0, width, focal.x), top: place(size.1, height, focal.y), width, height }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crop_stays_inside_and_keeps_the_focal_point() {
        let of = |size, wanted, x, y| {
            let crop = around(size, wanted, FocalPoint::new(x, y).expect("a focal point"));
            (crop.left, crop.top, crop.width, crop.height)
        };
        assert_eq!(of((1000, 500), (160, 160), 0.5, 0.5), (250, 0, 500, 500));
        assert_eq!(of((1000, 500), (160, 160), 0.0, 0.5), (0, 0, 500, 500));
        assert_eq!(of((1000, 500), (160, 160), 1.0, 1.0), (500, 0, 500, 500));
        assert_eq!(of((1000, 2000), (1200, 630), 0.5, 0.25), (0, 238, 1000, 525));
        assert_eq!(of((1, 3000), (1200, 630), 0.5, 0.5), (0, 1500, 1, 1));
        assert_eq!(FocalPoint::new(1.1, 0.0), None);
        assert_eq!(FocalPoint::new(f64::NAN, 0.0), None);
    }
}
