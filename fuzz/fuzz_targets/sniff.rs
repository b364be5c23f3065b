//! Any bytes are told what they are or why they are not taken, and what is taken is taken again once cleaned.

#![no_main]

use dateline::media::{Orientation, Rights, clean_original, sniff};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(sniffed) = sniff(bytes) else { return };
    if let Some(clean) = clean_original(sniffed.kind, bytes, Orientation::UPRIGHT, &Rights::default()) {
        let again = sniff(&clean).expect("a cleaned file is taken again");
        assert_eq!((again.kind, again.size), (sniffed.kind, sniffed.size));
    }
});
