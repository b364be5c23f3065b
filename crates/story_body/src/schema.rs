//! The JSON Schema of a body.

use crate::block::Kind;
use crate::bounds;
use crate::embed::Provider;
use crate::inline::Mark;
use serde_json::{Map, Value, json};

/// The JSON Schema (draft 2020-12) of the JSON form of [`crate::Body`]. What a schema cannot say, that ids
/// are used once and that texts together keep their bounds, reading checks as well.
pub fn json_schema() -> Value {
    let kinds: Vec<Value> =
        Kind::NAMES.iter().map(|name| json!({"$ref": format!("#/$defs/{name}")})).collect();
    let mut defs = parts();
    for name in Kind::NAMES {
        defs.insert(name.to_string(), kind(name));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Body of a story",
        "type": "object",
        "required": ["blocks"],
        "additionalProperties": false,
        "properties": {
            "blocks": {"type": "array", "maxItems": bounds::MAX_BLOCKS, "items": {"oneOf": kinds}}
        },
        "$defs": defs
    })
}

fn parts() -> Map<String, Value> {
    let marks: Vec<&str> = Mark::ALL.iter().map(|mark| mark.name()).collect();
    let Value::Object(map) = json!({
        "id": {"type": "string", "pattern": "^[a-z0-9]{1,12}$",
            "description": "Unique in the story, for as long as the block lives; public as id=\"b-…\". Given where it is absent."},
        "language": {"type": "string", "maxLength": 35, "pattern": "^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$"},
        "direction": {"enum": ["ltr", "rtl"]},
        "renders": object(&["block", "version"], json!({
            "block": reference("id"), "version": {"type": "integer", "minimum": 0, "maximum": u32::MAX}})),
        "link": {"type": "string", "minLength": 1, "maxLength": bounds::MAX_LINK_BYTES,
            "description": "http, https, mailto, or a path of the site that begins with one /."},
        "media": {"type": "string", "minLength": 1, "maxLength": bounds::MAX_MEDIA_BYTES,
            "description": "An id, a name, a path, or an http(s) address."},
        "run": object(&["text"], json!({
            "text": {"type": "string", "description": "A line break is \\n."},
            "marks": {"type": "array", "items": {"enum": marks}},
            "link": reference("link"), "lang": reference("language")})),
        "content": {"type": "array", "items": reference("run")},
        "inner_list": object(&["style", "items"], list_properties()),
        "list_item": object(&["content"], json!({"content": reference("content"), "list": reference("inner_list")})),
        "cell": object(&["content"], json!({
            "content": reference("content"), "kind": {"enum": ["header", "data"]},
            "colspan": reference("span"), "rowspan": reference("span")})),
        "span": {"type": "integer", "minimum": 1, "maximum": bounds::MAX_SPAN},
        "one_picture": object(&["media"], picture_properties()),
        "track": object(&["media", "kind"], json!({
            "media": reference("media"), "kind": {"enum": ["captions", "subtitles", "descriptions"]},
            "lang": reference("language"), "label": {"type": "string"}})),
    }) else {
        unreachable!("the macro was given an object");
    };
    map
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/$defs/{name}")})
}

fn object(required: &[&str], properties: Value) -> Value {
    json!({"type": "object", "required": required, "additionalProperties": false, "properties": properties})
}

fn list_properties() -> Value {
    json!({
        "style": {"enum": ["ordered", "unordered"]},
        "start": {"type": "integer", "minimum": 0, "maximum": u32::MAX},
        "items": {"type": "array", "maxItems": bounds::MAX_LIST_ITEMS, "items": reference("list_item")}
    })
}

fn picture_properties() -> Value {
    json!({
        "media": reference("media"), "alt": {"type": "string"},
        "caption": reference("content"), "credit": {"type": "string"}
    })
}

/// One kind of block: what every block has, and its own keys.
fn kind(name: &str) -> Value {
    let providers: Vec<&str> = Provider::ALL.iter().map(|provider| provider.key()).collect();
    let (needed, own): (&[&str], Value) = match name {
        "paragraph" => (&["content"], json!({"content": reference("content")})),
        "heading" => (
            &["level", "content"],
            json!({
            "level": {"type": "integer", "minimum": 2, "maximum": 4}, "content": reference("content")}),
        ),
        "list" => (&["style", "items"], list_properties()),
        "quotation" => (
            &["paragraphs"],
            json!({
            "paragraphs": {"type": "array", "items": reference("content")}, "cite": reference("content")}),
        ),
        "table" => (
            &["rows"],
            json!({
            "caption": reference("content"),
            "rows": {"type": "array", "maxItems": bounds::MAX_TABLE_CELLS, "items": {"type": "array", "items": reference("cell")}}}),
        ),
        "preformatted" => (&["text"], json!({"text": {"type": "string"}})),
        "picture" => (&["media"], picture_properties()),
        "gallery" => (
            &["pictures"],
            json!({
            "pictures": {"type": "array", "maxItems": bounds::MAX_GALLERY, "items": reference("one_picture")},
            "caption": reference("content")}),
        ),
        "embed" => (
            &[],
            json!({
            "provider": {"enum": providers},
            "item": {"type": "string", "maxLength": 100, "pattern": "^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)?$"},
            "url": {"type": "string", "description": "The provider's page; enough alone, else it must agree with provider and item."},
            "caption": reference("content")}),
        ),
        "video" => (
            &["media"],
            json!({
            "media": reference("media"), "poster": reference("media"),
            "tracks": {"type": "array", "maxItems": bounds::MAX_TRACKS, "items": reference("track")},
            "caption": reference("content"), "credit": {"type": "string"}}),
        ),
        "audio" => (
            &["media"],
            json!({
            "media": reference("media"), "caption": reference("content"), "credit": {"type": "string"}}),
        ),
        _ => (&[], json!({})),
    };
    let mut schema = object(
        &[&["type"], needed].concat(),
        json!({
            "id": reference("id"), "type": {"const": name}, "dir": reference("direction"), "lang": reference("language"),
            "renders": reference("renders")
        }),
    );
    if let (Some(all), Value::Object(own)) = (schema["properties"].as_object_mut(), own) {
        all.extend(own);
    }
    if name == "embed" {
        schema["anyOf"] = json!([{"required": ["provider", "item"]}, {"required": ["url"]}]);
    }
    schema
}
