//! Whatever a photograph says of itself is read without harm, within bounds.

#![no_main]

use dateline::media::metadata::{MAX_LIST_ENTRIES, MAX_TEXT_CHARS};
use dateline::media::{MediaKind, read_fields};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Some((which, bytes)) = bytes.split_first() else { return };
    let kinds = [MediaKind::Jpeg, MediaKind::Png, MediaKind::Webp, MediaKind::Tiff];
    let fields = read_fields(kinds[usize::from(*which) % kinds.len()], bytes);
    assert!(fields.caption.is_none_or(|caption| caption.chars().count() <= MAX_TEXT_CHARS));
    assert!(fields.keywords.len() <= MAX_LIST_ENTRIES);
});
