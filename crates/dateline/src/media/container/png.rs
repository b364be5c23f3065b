//! PNG as chunks (W3C PNG, third edition).

use std::ops::Range;

use super::{Broken, Outline, Walk, be32, take};

/// One chunk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chunk {
    /// Four letters.
    pub name: [u8; 4],
    /// Length, name, data and checksum.
    pub whole: Range<usize>,
    /// The data.
    pub data: Range<usize>,
}

/// A walked PNG.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Png {
    /// Pixels across and down.
    pub size: (u32, u32),
    /// In the order of the file.
    pub chunks: Vec<Chunk>,
    /// First byte after `IEND`.
    pub end: usize,
}

pub(crate) const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
const MAX_CHUNKS: usize = 200_000;

/// Walks `bytes`, which begin with the signature. Checksums are proved.
pub(crate) fn walk(bytes: &[u8]) -> Walk<Png> {
    let mut at = SIGNATURE.len();
    let mut chunks = Vec::new();
    loop {
        let length = be32(bytes, at)? as usize;
        let name = take(bytes, at + 4, 4)?;
        let name = [name[0], name[1], name[2], name[3]];
        if !name.iter().all(u8::is_ascii_alphabetic) {
            return Err(Broken::Damaged("a chunk has no name"));
        }
        let data = at + 8..at + 8 + take(bytes, at + 8, length)?.len();
        let stated = be32(bytes, data.end)?;
        if crc32(&bytes[at + 4..data.end]) != stated {
            return Err(Broken::Damaged("a chunk does not agree with its checksum"));
        }
        let whole = at..data.end + 4;
        at = whole.end;
        chunks.push(Chunk { name, whole, data });
        if &name == b"IEND" {
            break;
        }
        if chunks.len() > MAX_CHUNKS {
            return Err(Broken::Damaged("it has too many chunks"));
        }
    }
    let header = chunks.first().filter(|chunk| &chunk.name == b"IHDR" && chunk.data.len() == 13);
    let header = header.ok_or(Broken::Damaged("it does not begin with its header"))?.data.start;
    let size = (be32(bytes, header)?, be32(bytes, header + 4)?);
    if !chunks.iter().any(|chunk| &chunk.name == b"IDAT") {
        return Err(Broken::Damaged("it holds no picture"));
    }
    Ok(Png { size, chunks, end: at })
}

impl Png {
    /// What any file is asked.
    pub fn outline(&self) -> Outline {
        let is_text = |chunk: &&Chunk| !chunk.name[0].is_ascii_uppercase() && &chunk.name != b"fdAT";
        let asides = self.chunks.iter().filter(is_text).map(|chunk| chunk.data.clone()).collect();
        let frames = self.chunks.iter().filter(|chunk| &chunk.name == b"fcTL").count().max(1);
        Outline { size: Some(self.size), frames: frames as u32, duration: None, end: self.end, asides }
    }

    /// The data of the first chunk called `name`.
    pub fn data<'a>(&self, bytes: &'a [u8], name: &[u8; 4]) -> Option<&'a [u8]> {
        self.chunks.iter().find(|chunk| &chunk.name == name).map(|chunk| &bytes[chunk.data.clone()])
    }

    /// The uncompressed text of the `iTXt` chunk with this keyword.
    pub fn international_text<'a>(&self, bytes: &'a [u8], keyword: &str) -> Option<&'a [u8]> {
        self.chunks.iter().filter(|chunk| &chunk.name == b"iTXt").find_map(|chunk| {
            let rest = bytes[chunk.data.clone()].strip_prefix(keyword.as_bytes())?.strip_prefix(b"\0")?;
            let [0, _, rest @ ..] = rest else { return None };
            let language_end = rest.iter().position(|byte| *byte == 0)?;
            let rest = &rest[language_end + 1..];
            let translated_end = rest.iter().position(|byte| *byte == 0)?;
            Some(&rest[translated_end + 1..])
        })
    }
}

/// A chunk, with its checksum.
pub(crate) fn chunk(name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(data.len() + 12);
    out.extend_from_slice(&(data.len() as u32).to_be_bytes());
    out.extend_from_slice(name);
    out.extend_from_slice(data);
    let checksum = crc32(&out[4..]);
    out.extend_from_slice(&checksum.to_be_bytes());
    out
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}
