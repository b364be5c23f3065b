//! Any bytes as a WordPress export: refused, or read into stories that pass their own check.
#![no_main]

use dateline::import::wordpress_stories;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(stories) = wordpress_stories(bytes) else { return };
    for file in stories {
        // What a site holds may still be refused (a headline of spaces alone), but it never breaks the reader.
        let _ = file.check();
        let (body, _) = file.read_body(None);
        body.check().expect("what was read keeps its bounds");
    }
});
