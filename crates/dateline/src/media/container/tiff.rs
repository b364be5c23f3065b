//! The directories of a TIFF (Adobe TIFF 6.0), which EXIF is made of too.

use std::ops::Range;

use super::{Broken, Outline, Walk, be16, be32, le16, le32, take};

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
}

const IMAGE_WIDTH: u16 = 256;
const IMAGE_LENGTH: u16 = 257;
const XMP: u16 = 700;
const IPTC: u16 = 33723;
const PHOTOSHOP: u16 = 34377;

/// Reads the first directory of `bytes`, which begin with `II*\0` or `MM\0*`.
pub(crate) fn walk(bytes: &[u8]) -> Walk<Tiff> {
    let first = Directory::first(bytes)?;
    let size = first.number(IMAGE_WIDTH).zip(first.number(IMAGE_LENGTH));
    Ok(Tiff {
        size: size.ok_or(Broken::Damaged("its first directory states no size"))?,
        xmp: first.range(XMP),
        iim: first.range(IPTC),
        photoshop: first.range(PHOTOSHOP),
    })
}

impl Tiff {
    /// What any file is asked. A TIFF has no end of its own: its parts may lie anywhere.
    pub fn outline(&self, bytes: &[u8]) -> Outline {
        Outline { size: Some(self.size), frames: 1, duration: None, end: bytes.len(), asides: Vec::new() }
    }
}

#[derive(Debug, Clone, Copy)]
enum Order {
    Little,
    Big,
}

impl Order {
    fn word(self, bytes: &[u8], at: usize) -> Walk<u32> {
        match self {
            Order::Little => le32(bytes, at),
            Order::Big => be32(bytes, at),
        }
    }

    fn half(self, bytes: &[u8], at: usize) -> Walk<u16> {
        match self {
            Order::Little => le16(bytes, at),
            Order::Big => be16(bytes, at),
        }
    }
}

/// A directory of tagged values. Values are looked up when asked for and never copied, so a directory of lies costs
/// nothing.
#[derive(Debug, Clone)]
pub(crate) struct Directory<'a> {
    bytes: &'a [u8],
    order: Order,
    start: usize,
    entries: usize,
}

impl<'a> Directory<'a> {
    /// The first directory of `bytes`, a TIFF or the block of EXIF.
    pub fn first(bytes: &'a [u8]) -> Walk<Directory<'a>> {
        let order = match bytes.get(..2) {
            Some(b"II") => Order::Little,
            Some(b"MM") => Order::Big,
            _ => return Err(Broken::Damaged("it states no byte order")),
        };
        Directory::at(bytes, order, order.word(bytes, 4)? as usize)
    }

    fn at(bytes: &'a [u8], order: Order, start: usize) -> Walk<Directory<'a>> {
        let entries = usize::from(order.half(bytes, start)?);
        Ok(Directory { bytes, order, start, entries })
    }

    /// The directory the value of `tag` points to.
    pub fn child(&self, tag: u16) -> Option<Directory<'a>> {
        Directory::at(self.bytes, self.order, self.number(tag)? as usize).ok()
    }

    /// Whether a value of `tag` is there, whole, with anything but zeros or nothing in it.
    pub fn has(&self, tag: u16) -> bool {
        self.bytes(tag).is_some_and(|value| value.iter().any(|byte| *byte != 0))
    }

    /// The bytes of the value of `tag`.
    pub fn bytes(&self, tag: u16) -> Option<&'a [u8]> {
        self.range(tag).map(|range| &self.bytes[range])
    }

    /// The first number of the value of `tag`.
    pub fn number(&self, tag: u16) -> Option<u32> {
        let entry = self.entry(tag)?;
        let start = self.range(tag)?.start;
        match self.order.half(self.bytes, entry + 2).ok()? {
            1 => self.bytes.get(start).map(|byte| u32::from(*byte)),
            3 => self.order.half(self.bytes, start).ok().map(u32::from),
            4 | 13 => self.order.word(self.bytes, start).ok(),
            _ => None,
        }
    }

    fn entry(&self, tag: u16) -> Option<usize> {
        let entries = (0..self.entries).map(|index| self.start + 2 + index * 12);
        entries
            .take_while(|entry| entry + 12 <= self.bytes.len())
            .find(|entry| self.order.half(self.bytes, *entry) == Ok(tag))
    }

    /// Where the value of `tag` lies, if it lies within the file.
    fn range(&self, tag: u16) -> Option<Range<usize>> {
        let entry = self.entry(tag)?;
        let unit = match self.order.half(self.bytes, entry + 2).ok()? {
            1 | 2 | 6 | 7 => 1,
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 => 8,
            _ => return None,
        };
        let length = (self.order.word(self.bytes, entry + 4).ok()? as usize).checked_mul(unit)?;
        let start =
            if length <= 4 { entry + 8 } else { self.order.word(self.bytes, entry + 8).ok()? as usize };
        take(self.bytes, start, length).ok()?;
        Some(start..start + length)
    }
}
