//! Files that are something else as well.
//!
//! A picture that another program takes for an archive, a page or a program is a way around every check that goes by
//! kind. Three things are looked at: what stands after the file's own end, what stands in its comments and private
//! parts, and what programs that read from the end or search the beginning would find.

use super::container::Outline;

/// Marks of what must not hide in a picture, with the words for a refusal.
const HIDDEN: [(&[u8], &str); 14] = [
    (b"PK\x03\x04", "a ZIP archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xfd7zXZ\0", "an XZ archive"),
    (b"\x1f\x8b\x08\0", "a gzip archive"),
    (b"%PDF-", "a PDF"),
    (b"\x7fELF", "a program"),
    (b"<script", "a script"),
    (b"<?php", "a PHP script"),
    (b"<html", "an HTML page"),
    (b"<!doctype", "an HTML page"),
    (b"<svg", "an SVG picture"),
    (b"<iframe", "an HTML page"),
    (b"javascript:", "a script"),
];

/// What else `bytes` are, in words; `None` for a file that is one thing.
pub(super) fn hidden_in(bytes: &[u8], outline: &Outline) -> Option<&'static str> {
    let trailer = bytes.get(outline.end..).unwrap_or_default();
    archive_by_its_end(bytes)
        .or_else(|| pdf_by_its_beginning(bytes))
        .or_else(|| search(trailer))
        .or_else(|| starts_as_program(trailer))
        .or_else(|| outline.asides.iter().find_map(|aside| search(&bytes[aside.clone()])))
}

fn search(bytes: &[u8]) -> Option<&'static str> {
    let found = |mark: &[u8]| {
        // Only the first byte is searched for fast; the rest is compared without regard to ASCII case.
        let first = [mark[0].to_ascii_lowercase(), mark[0].to_ascii_uppercase()];
        bytes.windows(mark.len()).any(|window| {
            first.contains(&window[0]) && window.eq_ignore_ascii_case(mark) && plausible(window)
        })
    };
    HIDDEN.iter().find(|(mark, _)| found(mark)).map(|(_, what)| *what)
}

/// Marks with binary bytes keep their case: `pk\3\4` is chance.
fn plausible(window: &[u8]) -> bool {
    match window[0] {
        b'p' | b'r' => false,
        b'%' => window == b"%PDF-",
        _ => true,
    }
}

/// Archive readers look for a ZIP's directory from the end of the file, whatever stands before it.
fn archive_by_its_end(bytes: &[u8]) -> Option<&'static str> {
    const RECORD_BYTES: usize = 22;
    const MAX_COMMENT_BYTES: usize = 65_535;
    let from = bytes.len().saturating_sub(RECORD_BYTES + MAX_COMMENT_BYTES);
    let tail = &bytes[from..];
    let is_record = |at: usize| {
        let record = &tail[at..];
        record.starts_with(b"PK\x05\x06")
            && record.len() >= RECORD_BYTES
            && usize::from(u16::from_le_bytes([record[20], record[21]])) + RECORD_BYTES == record.len()
    };
    (0..tail.len()).any(is_record).then_some("a ZIP archive")
}

/// PDF readers accept a header anywhere in the first kilobyte.
fn pdf_by_its_beginning(bytes: &[u8]) -> Option<&'static str> {
    bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-").then_some("a PDF")
}

fn starts_as_program(trailer: &[u8]) -> Option<&'static str> {
    let content = trailer.iter().position(|byte| !matches!(byte, 0 | 0xFF) && !byte.is_ascii_whitespace())?;
    let content = &trailer[content..];
    (content.starts_with(b"#!") || content.starts_with(b"MZ")).then_some("a program")
}
