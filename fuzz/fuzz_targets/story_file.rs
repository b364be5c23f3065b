//! Any bytes as a file to import: cut into objects and read, refused or written again unchanged.
#![no_main]

use dateline::import::pieces;
use dateline::story::format::StoryFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for object in pieces(bytes) {
        let Ok(text) = std::str::from_utf8(&object) else { continue };
        let Ok(file) = StoryFile::parse(text) else { continue };
        let (body, _) = file.read_body(None);
        body.check().expect("what was read keeps its bounds");
        let written = serde_json::to_string(&file).expect("story files are plain data");
        assert_eq!(StoryFile::parse(&written).expect("what was written can be read"), file);
    }
});
