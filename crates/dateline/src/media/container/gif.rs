//! GIF as blocks (CompuServe GIF89a).

use std::ops::Range;

use super::{Broken, Outline, Walk, le16, take};

/// One block after the header and the global colours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    /// What it is.
    pub role: Role,
    /// The whole of it.
    pub whole: Range<usize>,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// A frame.
    Frame,
    /// How the next frame is shown.
    Control,
    /// An application's: the repeat count of an animation.
    Repeat,
    /// A comment, a text or another application's.
    Aside,
}

/// A walked GIF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Gif {
    /// Pixels across and down.
    pub size: (u32, u32),
    /// First byte after the header and the global colours.
    pub body: usize,
    /// In the order of the file.
    pub blocks: Vec<Block>,
    /// First byte after the trailer.
    pub end: usize,
}

const MAX_BLOCKS: usize = 100_000;

/// Walks `bytes`, which begin with `GIF87a` or `GIF89a`.
pub(crate) fn walk(bytes: &[u8]) -> Walk<Gif> {
    let size = (le16(bytes, 6)?.into(), le16(bytes, 8)?.into());
    let mut at = 13 + colours_bytes(*bytes.get(10).ok_or(Broken::CutShort)?);
    let body = at;
    let mut blocks = Vec::new();
    loop {
        let start = at;
        let role = match *bytes.get(at).ok_or(Broken::CutShort)? {
            0x3B => {
                at += 1;
                break;
            }
            0x2C => {
                let packed = *bytes.get(at + 9).ok_or(Broken::CutShort)?;
                at = skip_sub_blocks(bytes, at + 10 + colours_bytes(packed) + 1)?;
                Role::Frame
            }
            0x21 => {
                let label = *bytes.get(at + 1).ok_or(Broken::CutShort)?;
                let role = extension_role(bytes, at, label);
                at = skip_sub_blocks(bytes, at + 2)?;
                role
            }
            _ => return Err(Broken::Damaged("a block begins with no known mark")),
        };
        blocks.push(Block { role, whole: start..at });
        if blocks.len() > MAX_BLOCKS {
            return Err(Broken::Damaged("it has too many blocks"));
        }
    }
    if !blocks.iter().any(|block| block.role == Role::Frame) {
        return Err(Broken::Damaged("it holds no picture"));
    }
    Ok(Gif { size, body, blocks, end: at })
}

impl Gif {
    /// What any file is asked.
    pub fn outline(&self) -> Outline {
        let of = |role: Role| self.blocks.iter().filter(move |block| block.role == role);
        Outline {
            size: Some(self.size),
            frames: of(Role::Frame).count() as u32,
            duration: None,
            end: self.end,
            asides: of(Role::Aside).map(|block| block.whole.clone()).collect(),
        }
    }
}

fn extension_role(bytes: &[u8], at: usize, label: u8) -> Role {
    match label {
        0xF9 => Role::Control,
        0xFF if take(bytes, at + 3, 11) == Ok(b"NETSCAPE2.0") => Role::Repeat,
        _ => Role::Aside,
    }
}

fn colours_bytes(packed: u8) -> usize {
    if packed & 0x80 == 0 { 0 } else { 3 << ((packed & 7) + 1) }
}

fn skip_sub_blocks(bytes: &[u8], at: usize) -> Walk<usize> {
    let mut at = at;
    loop {
        let length = usize::from(*bytes.get(at).ok_or(Broken::CutShort)?);
        at += 1 + length;
        if length == 0 {
            return Ok(at);
        }
    }
}
