//! As much of JSON Schema as a body's schema uses.

use serde_json::{Map, Value};
use story_body::BlockId;

/// As much of JSON Schema as the body's schema uses; patterns are left to reading.
pub fn schema_allows(root: &Value, value: &Value) -> Result<(), String> {
    allows(root, root.as_object().unwrap(), value, "body")
}

fn allows(root: &Value, schema: &Map<String, Value>, value: &Value, at: &str) -> Result<(), String> {
    let known = [
        "$schema",
        "title",
        "type",
        "required",
        "additionalProperties",
        "properties",
        "$defs",
        "maxItems",
        "items",
        "oneOf",
        "anyOf",
        "$ref",
        "pattern",
        "description",
        "enum",
        "const",
        "minimum",
        "maximum",
        "minLength",
        "maxLength",
    ];
    assert!(schema.keys().all(|key| known.contains(&key.as_str())), "the schema uses more: {schema:?}");
    let refuse = |what: &str| Err(format!("{at}: {what}: {value}"));
    let sub = |schema: &Value, value: &Value, at: &str| allows(root, schema.as_object().unwrap(), value, at);
    if let Some(target) = schema.get("$ref") {
        let found = root
            .pointer(target.as_str().unwrap().trim_start_matches('#'))
            .expect("a reference leads somewhere");
        sub(found, value, at)?;
    }
    if let Some(kinds) = schema.get("oneOf")
        && kinds.as_array().unwrap().iter().filter(|kind| sub(kind, value, at).is_ok()).count() != 1
    {
        return refuse("not exactly one of the kinds");
    }
    if let Some(forms) = schema.get("anyOf") {
        let met = forms.as_array().unwrap().iter().any(|form| {
            form["required"].as_array().unwrap().iter().all(|key| value.get(key.as_str().unwrap()).is_some())
        });
        if !met {
            return refuse("none of the forms");
        }
    }
    if schema.get("const").is_some_and(|only| only != value)
        || schema.get("enum").is_some_and(|all| !all.as_array().unwrap().contains(value))
    {
        return refuse("another value");
    }
    let is_type = match schema.get("type").and_then(Value::as_str) {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_u64(),
        _ => true,
    };
    if !is_type {
        return refuse("another type");
    }
    if let Some(number) = value.as_u64() {
        let bound = |key: &str| schema.get(key).and_then(Value::as_u64);
        if bound("minimum").is_some_and(|least| number < least)
            || bound("maximum").is_some_and(|most| number > most)
        {
            return refuse("out of bounds");
        }
    }
    if let (Some(items), Some(list)) = (schema.get("items"), value.as_array()) {
        list.iter().try_for_each(|item| sub(items, item, &format!("{at}[]")))?;
    }
    if let (Some(properties), Some(object)) = (schema.get("properties"), value.as_object()) {
        for key in schema.get("required").and_then(Value::as_array).into_iter().flatten() {
            if !object.contains_key(key.as_str().unwrap()) {
                return refuse(&format!("{key} is missing"));
            }
        }
        for (key, value) in object {
            match properties.get(key) {
                Some(schema) => sub(schema, value, &format!("{at}.{key}"))?,
                None => return refuse(&format!("{key} is unknown")),
            }
        }
    }
    if let (Some(pattern), Some(text)) = (schema.get("pattern").and_then(Value::as_str), value.as_str())
        && pattern == "^[a-z0-9]{1,12}$"
        && BlockId::parse(text).is_err()
    {
        return refuse("no block id");
    }
    Ok(())
}
