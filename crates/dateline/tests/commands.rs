//! The program as an operator uses it: commands, their output, and their exit codes.

mod installation;
mod newsroom;

use installation::{AGENCY, Installation};
use serde_json::Value;

#[tokio::test]
async fn init_makes_a_folder_and_refuses_one_that_holds_data() {
    let here = Installation::made().await;
    assert!(here.folder.path().join("data/dateline.toml").exists());
    let key = std::fs::metadata(here.folder.path().join("data/keys/installation.key")).unwrap();
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&key.permissions()) & 0o777, 0o600);
    let again = here.init();
    assert_eq!(again.code, 1);
    assert!(again.err.contains("holds data already"), "{again:?}");
    let people = here.json(&["user", "list", "--json"]);
    assert_eq!(people[0]["email"], "boss@arna.example");
    assert_eq!(people[0]["roles"], serde_json::json!(["administrator"]));
}

#[tokio::test]
async fn an_init_that_fails_leaves_nothing_behind() {
    let here = Installation::nowhere().await;
    let short = here.run_with(
        &[
            "init",
            "--name",
            "ARNA",
            "--origin",
            "https://a.example",
            "--language",
            "en",
            "--admin",
            "b@a.example",
        ],
        "short\n",
    );
    assert_eq!(short.code, 1, "{short:?}");
    assert!(!here.folder.path().join("data").exists());
    let language = here.run_with(
        &[
            "init",
            "--name",
            "ARNA",
            "--origin",
            "https://a.example",
            "--language",
            "e",
            "--admin",
            "b@a.example",
        ],
        "ink and paper\n",
    );
    assert_eq!(language.code, 1, "{language:?}");
    assert!(!here.folder.path().join("data").exists());
    assert_eq!(here.init().code, 0, "a second try works");
}

#[tokio::test]
async fn an_agency_is_made_from_name_origin_and_languages() {
    let here = Installation::nowhere().await;
    let made = here.run_with(
        &[
            "init",
            "--name",
            "ARNA",
            "--origin",
            "https://a.example",
            "--language",
            "az,en",
            "--admin",
            "b@a.example",
        ],
        "ink and paper\n",
    );
    assert_eq!(made.code, 0, "{made:?}");
    assert!(made.out.contains("ARNA"), "{made:?}");
}

#[tokio::test]
async fn apply_says_what_changed_and_a_second_time_changes_nothing() {
    let here = Installation::made().await;
    let agency = here.file("agency.toml");
    assert_eq!(here.run(&["apply", &agency]).out, "nothing changed\n");
    std::fs::write(&agency, AGENCY.replace("POLITICS", "STATE")).unwrap();
    let changed = here.json(&["apply", &agency, "--json"]);
    assert_eq!(changed["changed"].as_array().unwrap().len(), 1, "{changed}");
    assert_eq!(here.run(&["apply", &agency]).out, "nothing changed\n");
    std::fs::write(&agency, AGENCY.replace("time_zone", "timezone")).unwrap();
    let refused = here.run(&["apply", &agency]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("agency.toml:5: "), "{refused:?}");
    assert!(refused.err.contains("timezone"), "{refused:?}");
}

#[tokio::test]
async fn people_are_added_disabled_and_given_new_passwords() {
    let here = Installation::made().await;
    let added = here.run_with(
        &["user", "add", "lea@arna.example", "--name", "Lea Morin", "--role", "editor", "--password-stdin"],
        "ink and paper\n",
    );
    assert_eq!(added.code, 0, "{added:?}");
    assert_eq!(here.run(&["user", "add", "lea@arna.example"]).code, 1);
    assert_eq!(here.run(&["user", "add", "x@arna.example", "--role", "king"]).code, 2);
    assert_eq!(here.run(&["user", "disable", "lea@arna.example"]).code, 0);
    assert!(here.json(&["user", "list", "--json"])[1]["disabled_at"].is_string());
    let reset = here.run_with(&["user", "reset", "lea@arna.example", "--password-stdin"], "paper and ink\n");
    assert_eq!(reset.code, 0, "{reset:?}");
    assert!(here.json(&["user", "list", "--json"])[1]["disabled_at"].is_null());
    assert_eq!(here.run(&["user", "disable", "boss@arna.example"]).code, 1, "the last administrator stays");
}

#[tokio::test]
async fn a_token_is_printed_alone_and_never_again() {
    let here = Installation::made().await;
    let made =
        here.run(&["token", "create", "--name", "desk", "--scope", "stories:write", "--scope", "log:read"]);
    assert_eq!((made.code, made.out.lines().count()), (0, 1), "{made:?}");
    let secret = made.out.trim();
    assert!(secret.len() > 40 && !secret.contains(char::is_whitespace));
    let listed = here.run(&["token", "list", "--json"]);
    assert!(!listed.out.contains(secret));
    let listed: Value = serde_json::from_str(&listed.out).unwrap();
    assert_eq!(listed[0]["user"], "boss@arna.example");
    assert_eq!(listed[0]["scopes"], serde_json::json!(["stories:write", "log:read"]));
    assert_eq!(here.run(&["token", "revoke", "desk"]).code, 0);
    assert_eq!(here.json(&["token", "list", "--json"])[0]["state"], "revoked");
    assert_eq!(here.run(&["token", "create", "--name", "x"]).code, 2, "a token has a scope");
    assert_eq!(here.run(&["token", "create", "--name", "x", "--scope", "all"]).code, 2);
}

#[tokio::test]
async fn the_doctor_finds_a_healthy_installation_and_one_that_is_not() {
    let here = Installation::made().await;
    let found = here.json(&["doctor", "--json"]);
    assert_eq!(found["ok"], true, "{found}");
    let state = |name: &str| {
        let checks = found["checks"].as_array().unwrap();
        checks.iter().find(|check| check["name"] == name).unwrap()["state"].clone()
    };
    assert_eq!(state("database"), "ok");
    assert_eq!(state("origin"), "warning", "cookies of an http origin lack their marks");
    let key = here.folder.path().join("data/keys/installation.key");
    std::fs::set_permissions(&key, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
    assert_eq!(here.run(&["doctor"]).code, 1);
}

#[tokio::test]
async fn commands_make_no_installation_by_accident() {
    let here = Installation::nowhere().await;
    for command in [&["user", "list"][..], &["migrate"], &["token", "list"]] {
        let refused = here.run(command);
        assert_eq!(refused.code, 1, "{refused:?}");
        assert!(refused.err.contains("dateline init"), "{refused:?}");
    }
    assert!(!here.folder.path().join("data").exists());
    assert_eq!(here.run(&["frobnicate"]).code, 2);
    assert_eq!(here.run(&["user"]).code, 2);
}

#[tokio::test]
async fn an_unknown_setting_is_wrong_usage_and_named_with_its_line() {
    let here = Installation::made().await;
    let file = here.folder.path().join("data/dateline.toml");
    std::fs::write(&file, "[server]\nlisen = \"127.0.0.1:1\"\n").unwrap();
    let refused = here.run(&["user", "list"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("dateline.toml:2: unknown setting `server.lisen`"), "{refused:?}");
    assert!(refused.err.contains("`server.listen`"), "{refused:?}");
}
