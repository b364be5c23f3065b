//! One story in every form a body is written in.

use story_body::{Body, Reading, Rendering};

fn story() -> Reading {
    Body::from_html(include_str!("story.html"))
}

#[test]
fn a_story_as_html() {
    insta::assert_snapshot!(story().body.to_html(&Rendering::default()));
}

#[test]
fn a_story_as_xhtml() {
    insta::assert_snapshot!(story().body.to_xhtml(&Rendering::default()));
}

#[test]
fn a_story_as_text() {
    insta::assert_snapshot!(story().body.to_text());
}

#[test]
fn a_story_as_markdown() {
    let rendering = Rendering { origin: "https://arna.example", ..Rendering::default() };
    insta::assert_snapshot!(story().body.to_markdown(&rendering));
}

#[test]
fn a_story_as_json() {
    insta::assert_json_snapshot!(story().body);
}

#[test]
fn what_was_left_out_of_a_story() {
    let told: Vec<String> = story().notices.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn the_schema_of_a_body() {
    insta::assert_json_snapshot!(story_body::json_schema());
}
