//! Zip archives: what is in them, and reading one file without trusting what the archive says of it.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::Arc;

use flate2::CrcReader;
use flate2::read::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

/// Files in one archive.
const MOST_ENTRIES: usize = 200_000;

/// An open archive; reading from it needs no lock.
#[derive(Debug)]
pub(super) struct Archive {
    file: Arc<File>,
    entries: Vec<Entry>,
}

/// A file in an archive.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its name, with `/` between folders.
    pub name: String,
    /// Its place.
    pub index: usize,
    /// Bytes it takes in the archive.
    pub packed_bytes: u64,
    /// Why it cannot be read.
    pub unusable: Option<&'static str>,
    start: u64,
    crc: u32,
    deflated: bool,
}

impl Archive {
    /// Reads the archive's contents page.
    pub(super) fn open(path: &Path) -> Result<Archive, String> {
        let file = Arc::new(File::open(path).map_err(|error| error.to_string())?);
        let at = At { file: file.clone(), position: 0 };
        let mut zip = ZipArchive::new(at).map_err(|error| format!("is not a zip archive: {error}"))?;
        if zip.len() > MOST_ENTRIES {
            return Err(format!("has {} files; at most {MOST_ENTRIES} are taken", zip.len()));
        }
        let mut entries = Vec::with_capacity(zip.len());
        for index in 0..zip.len() {
            let entry = zip.by_index_raw(index).map_err(|error| format!("is damaged: {error}"))?;
            if entry.is_dir() {
                continue;
            }
            let escapes = entry.enclosed_name().is_none() || entry.name().contains(['\\', '\0']);
            let method = entry.compression();
            let unusable = if escapes {
                Some("its name leads out of the archive")
            } else if entry.is_symlink() {
                Some("is a link")
            } else if entry.encrypted() {
                Some("is encrypted")
            } else if !matches!(method, CompressionMethod::Stored | CompressionMethod::Deflated) {
                Some("is packed in a way that is not read")
            } else {
                None
            };
            entries.push(Entry {
                name: entry.name().chars().filter(|c| !c.is_control()).collect(),
                index,
                packed_bytes: entry.compressed_size(),
                unusable,
                start: entry.data_start().unwrap_or_default(),
                crc: entry.crc32(),
                deflated: method == CompressionMethod::Deflated,
            });
        }
        Ok(Archive { file, entries })
    }

    /// What is in it, folders left out.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The bytes of the file at `index`, unpacked, its sum proved at the end. Whoever reads bounds their number.
    pub(super) fn read(&self, index: usize) -> io::Result<Box<dyn Read + Send>> {
        let entry = self.entries.iter().find(|entry| entry.index == index && entry.unusable.is_none());
        let entry = entry.ok_or_else(|| io::Error::other("is not in the archive"))?;
        let packed = At { file: self.file.clone(), position: entry.start }.take(entry.packed_bytes);
        let unpacked: Box<dyn Read + Send> = match entry.deflated {
            true => Box::new(DeflateDecoder::new(io::BufReader::with_capacity(64 << 10, packed))),
            false => Box::new(packed),
        };
        Ok(Box::new(Proved { bytes: CrcReader::new(unpacked), crc: entry.crc }))
    }

    /// The bytes of the file called `name`, at most `max_bytes`; `None` where there is none.
    pub(super) fn read_named(&self, name: &str, max_bytes: u64) -> io::Result<Option<Vec<u8>>> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name == name && entry.unusable.is_none())
        else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        self.read(entry.index)?.take(max_bytes + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > max_bytes {
            return Err(io::Error::other(format!("is longer than {max_bytes} bytes")));
        }
        Ok(Some(bytes))
    }
}

/// A place in a file that others read at the same time.
#[derive(Clone, Debug)]
struct At {
    file: Arc<File>,
    position: u64,
}

impl Read for At {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read_at(buffer, self.position)?;
        self.position += read as u64;
        Ok(read)
    }
}

impl Seek for At {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (from, by) = match to {
            SeekFrom::Start(position) => (position, 0),
            SeekFrom::Current(by) => (self.position, by),
            SeekFrom::End(by) => (self.file.metadata()?.len(), by),
        };
        self.position = from
            .checked_add_signed(by)
            .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "before the beginning"))?;
        Ok(self.position)
    }
}

/// Bytes whose sum is checked when they end.
struct Proved {
    bytes: CrcReader<Box<dyn Read + Send>>,
    crc: u32,
}

impl Read for Proved {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(buffer)?;
        if read == 0 && !buffer.is_empty() && self.bytes.crc().sum() != self.crc {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "its check sum is wrong"));
        }
        Ok(read)
    }
}
