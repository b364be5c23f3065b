//! A source opened: unpacked, its expansion bounded, its encoding known.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::read::MultiGzDecoder;

use super::source::{At, Format, Source};

/// Unpacked bytes that are always taken.
const ALWAYS_TAKEN_BYTES: u64 = 64 << 20;
/// How much longer than packed something may be: text packs ten times, a bomb a thousand.
const MOST_TIMES: u64 = 150;

/// Bytes read from disk so far, of all sources.
#[derive(Debug, Default)]
pub struct BytesRead(AtomicU64);

impl BytesRead {
    /// How many.
    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// The bytes of a source.
pub(super) type Bytes = Box<dyn BufRead + Send>;

/// Opens `source`. What it reads from disk is counted in `read`.
pub(super) fn open(source: &Source, read: &Arc<BytesRead>) -> io::Result<Bytes> {
    let counted = |bytes: Box<dyn Read + Send>, of: Arc<AtomicU64>| Counted { bytes, of, all: read.clone() };
    let packed_bytes = Arc::new(AtomicU64::new(0));
    let buffered = |bytes: Box<dyn Read + Send>| Box::new(BufReader::with_capacity(256 << 10, bytes));
    Ok(match &source.at {
        At::File(path) => buffered(Box::new(counted(Box::new(File::open(path)?), packed_bytes))),
        At::Gzip(path) => {
            let packed = counted(Box::new(File::open(path)?), packed_bytes.clone());
            let unpacked = MultiGzDecoder::new(BufReader::with_capacity(64 << 10, packed));
            buffered(Box::new(Bounded { bytes: unpacked, unpacked_bytes: 0, packed_bytes }))
        }
        At::Entry(archive, index) => {
            packed_bytes.store(source.bytes, Ordering::Relaxed);
            read.0.fetch_add(source.bytes, Ordering::Relaxed);
            let unpacked = archive.read(*index)?;
            if source.shown.to_lowercase().ends_with(".gz") {
                let unpacked = MultiGzDecoder::new(BufReader::new(unpacked));
                return Ok(buffered(Box::new(Bounded { bytes: unpacked, unpacked_bytes: 0, packed_bytes })));
            }
            buffered(Box::new(Bounded { bytes: unpacked, unpacked_bytes: 0, packed_bytes }))
        }
    })
}

struct Counted {
    bytes: Box<dyn Read + Send>,
    of: Arc<AtomicU64>,
    all: Arc<BytesRead>,
}

impl Read for Counted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer)?;
        self.of.fetch_add(read as u64, Ordering::Relaxed);
        self.all.0.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Unpacked bytes, as long as they are in proportion to the packed ones.
struct Bounded<R> {
    bytes: R,
    unpacked_bytes: u64,
    packed_bytes: Arc<AtomicU64>,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer)?;
        self.unpacked_bytes += read as u64;
        let most = self.packed_bytes.load(Ordering::Relaxed).saturating_mul(MOST_TIMES);
        if self.unpacked_bytes > most.max(ALWAYS_TAKEN_BYTES) {
            let reason = format!("unpacks to more than {MOST_TIMES} times its size");
            return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
        }
        Ok(read)
    }
}

/// What the first bytes say: the format, the mark of UTF-8 taken off.
///
/// # Errors
/// Where they are neither, in words for people.
pub(super) fn sniff(bytes: &mut Bytes, wanted: Option<Format>) -> Result<Format, String> {
    let start = bytes.fill_buf().map_err(|error| said(&error))?;
    if start.starts_with(b"\xEF\xBB\xBF") {
        bytes.consume(3);
    }
    let start = bytes.fill_buf().map_err(|error| said(&error))?;
    let wide = start.starts_with(b"\xFF\xFE") || start.starts_with(b"\xFE\xFF");
    let first = start.iter().copied().find(|byte| !byte.is_ascii_whitespace());
    let looks = match first {
        _ if wide => None,
        Some(b'<') => Some(Format::Wxr),
        Some(b'{' | b'[') => Some(Format::Dateline),
        _ => None,
    };
    match (wanted, looks) {
        (Some(Format::Wxr), _) if wide => Ok(Format::Wxr),
        (_, None) if wide => Err("is written in UTF-16; JSON is UTF-8 (RFC 8259)".to_owned()),
        (Some(format), _) => Ok(format),
        (None, Some(format)) => Ok(format),
        (None, None) if start.is_empty() => Err("is empty".to_owned()),
        // Space as far as one can see: whoever reads on finds out.
        (None, None) if first.is_none() => Ok(Format::Dateline),
        (None, None) => Err("is neither JSON nor XML".to_owned()),
    }
}

/// An error of reading in words for people.
pub(super) fn said(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => "ends too early: the file is cut off".to_owned(),
        _ => error.to_string(),
    }
}
