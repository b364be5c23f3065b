//! What holds for every command: help, exit codes, where settings and secrets come from, and TLS.

mod installation;
mod newsroom;

use std::path::{Path, PathBuf};

use installation::{Installation, get};

fn commands(help: &str) -> Vec<String> {
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    list.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[tokio::test]
async fn every_command_has_help_and_takes_data_and_config() {
    let here = Installation::nowhere().await;
    let whole = here.run(&["--help"]);
    assert_eq!(whole.code, 0);
    assert!(whole.out.contains("Exit codes: 0 done"), "{}", whole.out);
    let commands = commands(&whole.out);
    for promised in [
        "init",
        "apply",
        "demo",
        "serve",
        "import",
        "vocabulary",
        "export",
        "user",
        "token",
        "migrate",
        "check",
        "doctor",
        "backup",
        "restore",
        "move",
    ] {
        assert!(commands.iter().any(|command| command == promised), "{promised} in {commands:?}");
    }
    for command in commands.iter().filter(|command| *command != "help") {
        let help = here.run(&[command, "--help"]);
        assert_eq!(help.code, 0, "{command}");
        assert!(help.out.contains("--data") && help.out.contains("--config"), "{command}: {}", help.out);
        let wrong = here.run(&[command, "--no-such-option"]);
        assert_eq!(wrong.code, 2, "{command}: {wrong:?}");
        assert!(wrong.out.is_empty(), "{command}: {wrong:?}");
    }
}

#[tokio::test]
async fn an_import_in_part_lists_what_was_refused_and_says_so_with_its_code() {
    let here = Installation::made().await;
    let good =
        r#"{"format":"dateline/story/1","language":"en","section":"politics","headline":"Ministers meet"}"#;
    std::fs::write(here.file("copy.jsonl"), format!("{good}\n{{\"format\":\"dateline/story/1\"}}\n"))
        .unwrap();
    let ended = here.run(&["import", &here.file("copy.jsonl")]);
    assert_eq!(ended.code, 3, "{ended:?}");
    assert!(ended.out.contains(&format!("{}:2: ", here.file("copy.jsonl"))), "{ended:?}");
    assert_eq!(ended.out.lines().last(), Some("imported 1, updated 0, unchanged 0, refused 1"));
    let nothing = here.run(&["import", &here.file("none.jsonl")]);
    assert_ne!(nothing.code, 0, "{nothing:?}");
}

#[tokio::test]
async fn settings_come_from_a_named_file_the_environment_and_files_of_secrets() {
    let here = Installation::made().await;
    let config = here.file("elsewhere.toml");
    std::fs::write(&config, "[server]\norign = \"https://a.example\"\n").unwrap();
    let refused = here.run(&["user", "list", "--config", &config]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("elsewhere.toml:2: unknown setting `server.orign`"), "{refused:?}");
    std::fs::write(&config, "[server]\norigin = \"https://file.example\"\n").unwrap();
    let said = |variables: &[(&str, &str)]| {
        let ended = here.run_where(&["doctor", "--json", "--config", &config], variables);
        let found: serde_json::Value = serde_json::from_str(&ended.out).unwrap();
        let checks = found["checks"].as_array().unwrap().clone();
        checks.into_iter().find(|check| check["name"] == "origin").unwrap()["said"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(said(&[]), "https://file.example");
    assert_eq!(said(&[("DATELINE_SERVER__ORIGIN", "https://variable.example")]), "https://variable.example");
    let wrong = here.run_where(&["user", "list"], &[("DATELINE_SERVER__LISTENS", "x")]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("the nearest known one is `server.listen`"), "{wrong:?}");

    let secret = here.file("secret");
    std::fs::write(&secret, "sqlite:none-of-that-name.db\n").unwrap();
    let list = [("DATELINE_DATABASE__URL_FILE", secret.as_str())];
    let ended = here.run_where(&["user", "list"], &list);
    assert_eq!(ended.code, 1, "the file's database is not there: {ended:?}");
    assert!(ended.err.contains("dateline init"), "{ended:?}");
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/tls").join(name).canonicalize().unwrap()
}

#[tokio::test]
async fn a_certificate_of_ones_own_makes_the_site_encrypted_and_says_so_to_browsers() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let here = Installation::made().await;
    let (cert, key) = (fixture("localhost.pem"), fixture("localhost.key.pem"));
    let variables = [
        ("DATELINE_SERVER__TLS__CERT", cert.to_str().unwrap()),
        ("DATELINE_SERVER__TLS__KEY", key.to_str().unwrap()),
    ];
    let server = here.serve(&variables);
    let client = reqwest::Client::builder().tls_danger_accept_invalid_certs(true).build().unwrap();
    let answer = client.get(format!("https://{}/en", server.address)).send().await.unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["strict-transport-security"], "max-age=31536000");
    assert!(answer.text().await.unwrap().contains("POLITICS"));
    assert!(client.get(format!("http://{}/en", server.address)).send().await.is_err());

    let plain = here.serve(&[]);
    let answer = client.get(format!("http://{}/en", plain.address)).send().await.unwrap();
    assert!(!answer.headers().contains_key("strict-transport-security"));
    assert_eq!(get(&plain.address, "/healthz", "").0, 200);

    let half = here.run_where(&["serve", "--listen", "127.0.0.1:0"], &variables[..1]);
    assert_eq!(half.code, 2, "{half:?}");
    assert!(half.err.contains("needs both `cert` and `key`"), "{half:?}");
    let swapped = [variables[0], ("DATELINE_SERVER__TLS__KEY", cert.to_str().unwrap())];
    let unusable = here.run_where(&["serve", "--listen", "127.0.0.1:0"], &swapped);
    assert_eq!(unusable.code, 1, "{unusable:?}");
    assert!(unusable.err.contains("[server.tls]"), "{unusable:?}");
    let acme =
        here.run_where(&["serve", "--listen", "127.0.0.1:0"], &[("DATELINE_SERVER__TLS__ACME", "true")]);
    assert_eq!(acme.code, 2, "{acme:?}");
    assert!(acme.err.contains("fetches no certificates"), "{acme:?}");
}

#[tokio::test]
async fn a_restore_that_fails_leaves_nothing_and_one_that_works_is_the_installation() {
    let here = Installation::made().await;
    let archive = here.file("backup.tar.zst");
    let kept = here.json(&["backup", &archive, "--json"]);
    assert!(kept["rows"].as_u64().unwrap() > 0, "{kept}");
    let refused = here.run(&["restore", &archive]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.err.contains("holds data already"), "{refused:?}");
    assert!(here.folder.path().join("data/keys/installation.key").exists());

    let there = Installation::nowhere().await;
    let whole = std::fs::read(&archive).unwrap();
    std::fs::write(there.file("cut"), &whole[..whole.len() - 40]).unwrap();
    let refused = there.run(&["restore", &there.file("cut")]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(!there.folder.path().join("data").exists(), "nothing is left of it");
    let restored = there.json(&["restore", &archive, "--json"]);
    assert_eq!(restored["rows"], kept["rows"]);
    assert_eq!(there.json(&["user", "list", "--json"]), here.json(&["user", "list", "--json"]));
}
