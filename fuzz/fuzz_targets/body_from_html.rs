//! Any HTML: reading never fails, keeps its bounds, survives JSON, and is done after one pass.
#![no_main]

use libfuzzer_sys::fuzz_target;
use story_body::{Body, Rendering, compare, merge};

fuzz_target!(|html: &str| {
    let body = Body::from_html(html).body;
    body.check().expect("what was read keeps its bounds");
    assert_eq!(Body::from_json(&body.to_json()).expect("what was written can be read"), body);
    let written = body.to_html(&Rendering::default());
    let again = Body::from_html(&written).body;
    assert_eq!(again, body, "a second pass changes nothing: {written}");
    assert_eq!(Body::from_html_keeping_ids(&written, &body).body, body);
    body.to_text();
    body.to_markdown(&Rendering::default());
    body.to_xhtml(&Rendering::default());
    assert!(merge(&body, &body, &again).is_clean());
    assert_eq!(compare(&body, &again).len(), body.blocks.len());
});
