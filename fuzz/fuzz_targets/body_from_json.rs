//! Any JSON: refused, or read, checked and written again unchanged; stated words go.
#![no_main]

use libfuzzer_sys::fuzz_target;
use story_body::{Body, Rendering};

fuzz_target!(|json: &str| {
    let Ok(mut body) = Body::from_json(json) else { return };
    body.check().expect("what was read keeps its bounds");
    assert_eq!(Body::from_json(&body.to_json()).expect("what was written can be read"), body);
    let once = Body::from_html(&body.to_html(&Rendering::default())).body;
    let twice = Body::from_html(&once.to_html(&Rendering::default())).body;
    assert_eq!(once, twice, "a second reading changes nothing");
    body.to_text();
    body.to_markdown(&Rendering::default());
    body.to_xhtml(&Rendering::default());
    let first: String = body.to_text().chars().take(2).collect();
    if !first.is_empty() && !first.contains('\n') {
        body.replace_words(&first, "");
        body.check().expect("a redacted body keeps its bounds");
    }
});
