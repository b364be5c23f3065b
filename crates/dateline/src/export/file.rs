//! Files that are there whole or not at all.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// A file being written beside its place, and put there when it is finished.
pub(super) struct NewFile {
    out: BufWriter<File>,
    part: PathBuf,
    place: PathBuf,
}

impl NewFile {
    /// Begins; the folder must be there.
    pub(super) fn begin(place: &Path) -> io::Result<NewFile> {
        let part = part_of(place);
        let out = BufWriter::with_capacity(1 << 20, File::create(&part)?);
        Ok(NewFile { out, part, place: place.to_path_buf() })
    }

    /// Puts it in its place, durable.
    pub(super) fn finish(self) -> io::Result<()> {
        let file = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.sync_all()?;
        fs::rename(&self.part, &self.place)
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn part_of(place: &Path) -> PathBuf {
    let mut part = place.as_os_str().to_owned();
    part.push(".part");
    part.into()
}

/// Writes a small file, its folder made where it is missing; whether it had to, because something else was there.
pub(super) fn put(place: &Path, bytes: &[u8]) -> io::Result<bool> {
    match fs::read(place) {
        Ok(found) if found == bytes => return Ok(false),
        _ => {}
    }
    let part = part_of(place);
    let written = fs::write(&part, bytes);
    if written.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&part, bytes)?;
    } else {
        written?;
    }
    fs::rename(&part, place).map(|()| true)
}
