//! The description against the routes, in both directions.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use dateline::api;
use serde_json::Value;

use crate::desk::Desk;

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
