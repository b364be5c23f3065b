//! Small files for the tests of this folder: made here, or found beside the repository.

use std::io::Cursor;
use std::path::PathBuf;

use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// The photographs beside the repository, each with its path below the test data; empty where there are none.
pub(super) fn photographs() -> Vec<(String, Vec<u8>)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/testdata");
    let mut folders = vec![root.join("photo-metadata")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if let (Ok(name), Ok(bytes)) = (path.strip_prefix(&root), std::fs::read(&path)) {
                found.push((name.display().to_string(), bytes));
            }
        }
    }
    found.sort();
    found
}

/// The photograph at `path` below the test data.
pub(super) fn photograph(path: &str) -> Option<Vec<u8>> {
    std::fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/testdata").join(path)).ok()
}

/// The reference reading of the photographs, one JSON object a file; empty where there is none.
pub(super) fn expected_metadata() -> Vec<serde_json::Map<String, serde_json::Value>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/testdata/expected/photo-metadata.jsonl");
    let text = std::fs::read_to_string(path).unwrap_or_default();
    text.lines().map(|line| serde_json::from_str(line).expect("a JSON object a line")).collect()
}

/// A picture whose left upper corner is red, right upper green, left lower blue, right lower white.
pub(super) fn corners(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| match (x < width / 2, y < height / 2) {
        (true, true) => Rgb([220, 20, 20]),
        (false, true) => Rgb([20, 200, 20]),
        (true, false) => Rgb([20, 20, 220]),
        (false, false) => Rgb([240, 240, 240]),
    }))
}

/// `picture` as a file.
pub(super) fn encode(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, format).expect("encoded");
    out.into_inner()
}

/// A small picture as a file.
pub(super) fn file(format: ImageFormat) -> Vec<u8> {
    encode(&corners(40, 30), format)
}

/// `jpeg` with a segment of `marker` behind its start of image.
pub(super) fn with_segment(jpeg: &[u8], marker: u8, payload: &[u8]) -> Vec<u8> {
    let length = (payload.len() + 2) as u16;
    [&jpeg[..2], &[0xFF, marker], &length.to_be_bytes(), payload, &jpeg[2..]].concat()
}

/// A box of ISO/IEC 14496-12.
pub(super) fn mp4_box(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [&(content.len() as u32 + 8).to_be_bytes(), name.as_slice(), content].concat()
}

/// An MP4 of 12.5 seconds with the tracks named by `handlers` (`vide` is 640 × 360), and a place in its user data.
pub(super) fn mp4(brand: &[u8; 4], handlers: &[&[u8; 4]]) -> Vec<u8> {
    let mut movie_header = vec![0; 100];
    movie_header[12..16].copy_from_slice(&1000_u32.to_be_bytes());
    movie_header[16..20].copy_from_slice(&12_500_u32.to_be_bytes());
    let mut movie = mp4_box(b"mvhd", &movie_header);
    for handler in handlers {
        let mut track_header = vec![0; 84];
        track_header[76..78].copy_from_slice(&640_u16.to_be_bytes());
        track_header[80..82].copy_from_slice(&360_u16.to_be_bytes());
        let handler = [&[0; 8], handler.as_slice(), &[0; 12]].concat();
        let media = mp4_box(b"mdia", &mp4_box(b"hdlr", &handler));
        movie.extend(mp4_box(b"trak", &[mp4_box(b"tkhd", &track_header), media].concat()));
    }
    movie.extend(mp4_box(b"udta", &mp4_box(b"\xa9xyz", b"\0\x12\x15\xc7+40.4093+049.8671/")));
    let file_type = [brand.as_slice(), &[0, 0, 2, 0], b"isom"].concat();
    [mp4_box(b"ftyp", &file_type), mp4_box(b"moov", &movie), mp4_box(b"mdat", &[7; 64])].concat()
}

/// A WebM of 2.5 seconds, 320 × 180.
pub(super) fn webm() -> Vec<u8> {
    let element = |id: &[u8], content: &[u8]| [id, &[0x80 | content.len() as u8], content].concat();
    let info = element(&[0x15, 0x49, 0xA9, 0x66], &element(&[0x44, 0x89], &2500_f64.to_be_bytes()));
    let video = [element(&[0xB0], &[1, 64]), element(&[0xBA], &[180])].concat();
    let tracks = element(&[0x16, 0x54, 0xAE, 0x6B], &element(&[0xAE], &element(&[0xE0], &video)));
    let header = element(&[0x1A, 0x45, 0xDF, 0xA3], &element(&[0x42, 0x82], b"webm"));
    [header, element(&[0x18, 0x53, 0x80, 0x67], &[info, tracks].concat())].concat()
}

/// An MP3 of `frames` silent frames of 26.12 ms each.
pub(super) fn mp3(frames: usize) -> Vec<u8> {
    // MPEG 1 layer III, 128 kbit/s, 44,100 Hz, no padding: 417 bytes a frame.
    let frame = [&[0xFF, 0xFB, 0x90, 0x00], [0; 413].as_slice()].concat();
    frame.repeat(frames)
}

/// One second of silence as a WAVE, 8,000 samples of a byte.
pub(super) fn wav() -> Vec<u8> {
    let format =
        [&[1, 0, 1, 0], 8000_u32.to_le_bytes().as_slice(), &8000_u32.to_le_bytes(), &[1, 0, 8, 0]].concat();
    super::container::riff::write(b"WAVE", &[(*b"fmt ", &format), (*b"data", &[128; 8000])])
}

/// Three seconds of Opus in Ogg, by its own account.
pub(super) fn opus() -> Vec<u8> {
    let page = |position: u64, data: &[u8]| {
        let mut page = b"OggS\0\0".to_vec();
        page.extend(position.to_le_bytes());
        page.extend([0; 12]);
        page.extend([1, data.len() as u8]);
        page.extend(data);
        page
    };
    let head = b"OpusHead\x01\x02\x38\x01\x80\xbb\0\0\0\0\0";
    [page(0, head), page(3 * 48_000 + 312, &[0; 20])].concat()
}
