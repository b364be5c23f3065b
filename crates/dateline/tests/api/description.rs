//! The description against the routes, in both directions.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use dateline::api;
use dateline::story::format::StoryFile;
use serde_json::{Value, json};

use crate::desk::{Desk, story};

const METHODS: [&str; 5] = ["get", "post", "patch", "put", "delete"];

/// Method and path of every operation in the description.
fn described() -> BTreeSet<(String, String)> {
    let document = serde_json::to_value(api::document()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let methods = |operations: &Value| {
        let operations = operations.as_object().unwrap().keys().cloned();
        operations.filter(|key| METHODS.contains(&key.as_str())).collect::<Vec<_>>()
    };
    paths
        .iter()
        .flat_map(|(path, operations)| {
            methods(operations).into_iter().map(|method| (method, path.clone())).collect::<Vec<_>>()
        })
        .collect()
}

/// The paths that routes are made for, as the router's source has them.
fn routed() -> BTreeSet<String> {
    let source = include_str!("../../src/api/mod.rs");
    let paths = source.split(".route(\"").skip(1).filter_map(|rest| rest.split_once('"'));
    let versioned = paths.map(|(path, _)| path).filter(|path| !path.starts_with("/api"));
    versioned.map(|path| format!("/api/v1{path}")).collect()
}

#[test]
fn every_route_is_described_and_every_described_path_is_a_route() {
    let described: BTreeSet<String> = described().into_iter().map(|(_, path)| path).collect();
    assert_eq!(described, routed());
}

#[tokio::test]
async fn a_path_takes_the_described_methods_and_no_other() {
    let desk = Desk::open().await;
    let described = described();
    for path in routed() {
        let asked = path.replace("{act}", "hold").replace(['{', '}'], "x");
        for method in METHODS {
            let answer = desk.call("", &method.to_uppercase(), &asked, Value::Null).await;
            let taken = described.contains(&(method.to_owned(), path.clone()));
            match taken {
                true => assert_ne!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}"),
                false => {
                    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
                    let allowed = answer.header("allow").to_lowercase();
                    assert!(!allowed.is_empty() && !allowed.contains(method), "{method} {path}: {allowed}");
                }
            }
        }
    }
}

#[tokio::test]
async fn the_description_is_served_and_names_the_key_of_every_post() {
    let desk = Desk::open().await;
    let served = desk.call("", "GET", "/api/v1/openapi.json", Value::Null).await;
    assert_eq!(served.status, StatusCode::OK);
    assert!(served.body["openapi"].as_str().unwrap().starts_with("3.1"));
    for (method, path) in described() {
        let operation = &served.body["paths"][&path][&method];
        if method == "post" {
            let parameters = operation["parameters"].as_array().unwrap();
            assert!(parameters.iter().any(|one| one["name"] == "Idempotency-Key"), "{path}");
        }
        if !path.ends_with("openapi.json") {
            assert!(operation["security"][0]["token"].is_array(), "{path}");
            let refused = &operation["responses"]["4XX"]["content"];
            assert!(refused.get("application/problem+json").is_some(), "{path}");
        }
    }
}

/// Why a value does not fit a schema of the description; `None` where it does.
fn misfit(document: &Value, schema: &Value, value: &Value) -> Option<String> {
    if let Some(name) = schema["$ref"].as_str() {
        let target = document.pointer(name.trim_start_matches('#'));
        return misfit(document, target.unwrap_or_else(|| panic!("{name} is not there")), value);
    }
    if let Some(one_of) = schema["oneOf"].as_array() {
        let why: Vec<Option<String>> = one_of.iter().map(|one| misfit(document, one, value)).collect();
        return why.iter().all(Option::is_some).then(|| format!("{value} fits none: {why:?}"));
    }
    let is = |kind: &str| match kind {
        "null" => value.is_null(),
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "boolean" => value.is_boolean(),
        other => panic!("no {other} is told apart here"),
    };
    let kinds: Vec<&str> = match &schema["type"] {
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        kind => kind.as_str().into_iter().collect(),
    };
    if !kinds.iter().any(|kind| is(kind)) {
        return Some(format!("{value} is not of {kinds:?}"));
    }
    if schema["enum"].as_array().is_some_and(|words| !words.contains(value)) {
        return Some(format!("{value} is not of {}", schema["enum"]));
    }
    if let Some(items) = value.as_array() {
        return items.iter().find_map(|item| misfit(document, &schema["items"], item));
    }
    let members = value.as_object()?;
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let missing = required.into_iter().find(|key| !members.contains_key(*key));
    let unknown = members.keys().find(|key| {
        schema["additionalProperties"] == false && schema["properties"].get(key.as_str()).is_none()
    });
    missing.map(|key| format!("{key} is missing")).or(unknown.map(|key| format!("{key} is unknown"))).or_else(
        || {
            members.iter().find_map(|(key, value)| {
                let property = schema["properties"].get(key)?;
                misfit(document, property, value).map(|why| format!("{key}: {why}"))
            })
        },
    )
}

/// A story with every key that a program may set.
fn whole_story(followed: i64) -> Value {
    json!({
        "format": "dateline/story/1",
        "uri": "https://arna.example/1",
        "number": 90_001,
        "language": "en",
        "section": "politics",
        "also_in": ["economy"],
        "headline": "Ministers meet",
        "headlines": [{ "role": "short", "value": "They meet" }, { "role": "seo", "value": "Ministers" }],
        "slugline": "ministers",
        "dateline": { "place": "Baku", "places": ["Ganja"], "country": "Azerbaijan", "date": "2026-06-01", "source": "ARNA" },
        "byline": "L. Marek",
        "summary": "They met.",
        "body_html": "<p>At noon.</p>",
        "urgency": 3,
        "keywords": ["talks"],
        "subjects": [{ "uri": "medtop:11000000", "name": "politics" }],
        "editor_note": "Check the time",
        "public_note": null,
        "usage_terms": "Name us",
        "embargoed_until": "2026-06-02T09:00:00Z",
        "kind": "interview",
        "authors": [{ "name": "Lea Marek", "slug": "lea-marek", "role": "reporter" }],
        "topics": [{ "name": "Talks", "slug": "talks" }],
        "sign_off": [{ "role": "reporter", "name": "Lea Marek", "initials": "LM" }],
        "follows": followed,
        "related": [followed],
    })
}

#[tokio::test]
async fn a_story_is_described_as_it_is_taken_patched_and_given() {
    let desk = Desk::open().await;
    let document = serde_json::to_value(api::document()).unwrap();
    let schema = |name: &str| &document["components"]["schemas"][name];
    let earlier = desk.post("/api/v1/stories", story("Ministers travel")).await.number("number");
    let whole = whole_story(earlier);
    assert_eq!(misfit(&document, schema("StoryFile"), &whole), None);
    let made = desk.post("/api/v1/stories", whole.clone()).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    let path = format!("/api/v1/stories/{}", made.number("number"));
    let read = desk.call(&desk.editor, "GET", &path, Value::Null).await.body;
    assert_eq!(misfit(&document, schema("StoryShown"), &read), None);
    for (key, sent) in
        whole.as_object().unwrap().iter().filter(|(key, sent)| *key != "body_html" && !sent.is_null())
    {
        assert!(read.get(key).is_some(), "{key} was sent as {sent} and is not given back: {read}");
    }

    let mut revision = made.number("revision");
    let described = schema("StoryPatch")["properties"].as_object().unwrap();
    let taken = serde_json::to_value(StoryFile::parse(&whole.to_string()).unwrap()).unwrap();
    for key in taken.as_object().unwrap().keys().chain(whole.as_object().unwrap().keys()) {
        assert!(described.contains_key(key), "{key} is taken and not described");
    }
    for key in described.keys() {
        let sent = read.get(key).filter(|_| key != "version").cloned().unwrap_or(Value::Null);
        let patch = json!({ key: sent });
        assert_eq!(misfit(&document, schema("StoryPatch"), &patch), None, "{key}");
        let tag = format!("\"{revision}\"");
        let edited = desk.call_with(&desk.editor, "PATCH", &path, &[("if-match", &tag)], patch).await;
        assert_eq!(edited.status, StatusCode::OK, "{key}: {}", edited.body);
        revision = edited.number("revision");
    }
    for wrong in [
        json!({ "headlnies": [] }),
        json!({ "sign_off": [{ "role": "owner", "name": "L" }] }),
        json!({ "related": ["x", true] }),
    ] {
        assert!(misfit(&document, schema("StoryPatch"), &wrong).is_some(), "{wrong} is described");
        let tag = format!("\"{revision}\"");
        let refused = desk.call_with(&desk.editor, "PATCH", &path, &[("if-match", &tag)], wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
    }
}

#[test]
fn bodies_of_stories_are_described_by_name() {
    let document = serde_json::to_value(api::document()).unwrap();
    let sent = |path: &str, method: &str, kind: &str| {
        document["paths"][path][method]["requestBody"]["content"][kind]["schema"]["$ref"].clone()
    };
    assert_eq!(sent("/api/v1/stories", "post", "application/json"), "#/components/schemas/StoryFile");
    let patch = sent("/api/v1/stories/{id}", "patch", "application/merge-patch+json");
    assert_eq!(patch, "#/components/schemas/StoryPatch");
    let given = &document["paths"]["/api/v1/stories/{id}"]["get"]["responses"]["200"]["content"];
    assert_eq!(given["application/json"]["schema"]["$ref"], "#/components/schemas/StoryShown");
}
