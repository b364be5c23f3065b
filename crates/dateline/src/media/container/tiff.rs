//! The first directory of a TIFF (Adobe TIFF 6.0).

use std::ops::Range;

use super::{Broken, Outline, Walk, take};

/// The first directory of a TIFF, with where its metadata lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tiff {
    /// Pixels across and down.
    pub size: (u32, u32),
    /// XMP packet (tag 700).
    pub xmp: Option<Range<usize>>,
    /// IPTC-IIM records (tag 33723).
    pub iim: Option<Range<usize>>,
    /// Photoshop resources (tag 34377).
    pub photoshop: Option<Range<usize>>,
    /// ICC profile (tag 34675).
    pub colour_profile: Option<Range<usize>>,
}

#[derive(Clone, Copy)]
enum Order {
    Little,
    Big,
}

impl Order {
    fn word(self, bytes: &[u8], at: usize) -> Walk<u32> {
        let four = take(bytes, at, 4)?;
        let four = [four[0], four[1], four[2], four[3]];
        Ok(match self {
            Order::Little => u32::from_le_bytes(four),
            Order::Big => u32::from_be_bytes(four),
        })
    }

    fn half(self, bytes: &[u8], at: usize) -> Walk<u16> {
        let two = take(bytes, at, 2)?;
        Ok(match self {
            Order::Little => u16::from_le_bytes([two[0], two[1]]),
            Order::Big => u16::from_be_bytes([two[0], two[1]]),
        })
    }
}

/// Reads the first directory of `bytes`, which begin with `II*\0` or `MM\0*`.
pub(crate) fn walk(bytes: &[u8]) -> Walk<Tiff> {
    let order = if bytes.starts_with(b"II") { Order::Little } else { Order::Big };
    let directory = order.word(bytes, 4)? as usize;
    let entries = usize::from(order.half(bytes, directory)?);
    let (mut width, mut height) = (None, None);
    let mut found = Tiff { size: (0, 0), xmp: None, iim: None, photoshop: None, colour_profile: None };
    for index in 0..entries {
        let at = directory + 2 + index * 12;
        let data = value_range(bytes, order, at);
        match order.half(bytes, at)? {
            256 => width = Some(first_number(bytes, order, at)?),
            257 => height = Some(first_number(bytes, order, at)?),
            700 => found.xmp = data.ok(),
            33723 => found.iim = data.ok(),
            34377 => found.photoshop = data.ok(),
            34675 => found.colour_profile = data.ok(),
            _ => {}
        }
    }
    found.size = width.zip(height).ok_or(Broken::Damaged("its first directory states no size"))?;
    Ok(found)
}

impl Tiff {
    /// What any file is asked. A TIFF has no end of its own: its parts may lie anywhere.
    pub fn outline(&self, bytes: &[u8]) -> Outline {
        Outline { size: Some(self.size), frames: 1, duration: None, end: bytes.len(), asides: Vec::new() }
    }
}

fn first_number(bytes: &[u8], order: Order, entry: usize) -> Walk<u32> {
    match order.half(bytes, entry + 2)? {
        3 => Ok(order.half(bytes, entry + 8)?.into()),
        4 => order.word(bytes, entry + 8),
        1 => Ok(take(bytes, entry + 8, 1)?[0].into()),
        _ => Err(Broken::Damaged("its size is no number")),
    }
}

/// Where the value of the directory entry at `entry` lies.
fn value_range(bytes: &[u8], order: Order, entry: usize) -> Walk<Range<usize>> {
    let unit = match order.half(bytes, entry + 2)? {
        1 | 2 | 6 | 7 => 1,
        3 | 8 => 2,
        4 | 9 | 11 => 4,
        5 | 10 | 12 => 8,
        _ => return Err(Broken::Damaged("a value has no known type")),
    };
    let length = (order.word(bytes, entry + 4)? as usize).checked_mul(unit).ok_or(Broken::CutShort)?;
    let start = if length <= 4 { entry + 8 } else { order.word(bytes, entry + 8)? as usize };
    take(bytes, start, length)?;
    Ok(start..start + length)
}
