//! The real program as a process of its own: an installation, servers on it, and a client that speaks HTTP.

#![allow(dead_code)]

use std::io::Write;
use std::process::Stdio;
use std::time::Duration;

use rand::SeedableRng;
use rand::rngs::StdRng;
use reqwest::{Method, StatusCode};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

const AGENCY: &str = r#"
[agency]
name = "ARNA"
origin = "http://arna.example"
time_zone = "Asia/Baku"
default_language = "en"
[[section]]
key = "politics"
[[section]]
key = "economy"
[edition.en]
[edition.en.section.politics]
slug = "politics"
name = "POLITICS"
[edition.en.section.economy]
slug = "economy"
name = "ECONOMY"
"#;

/// Every run of a test is the same unless `DATELINE_TEST_SEED` names another.
pub fn dice(salt: u64) -> StdRng {
    let seed = std::env::var("DATELINE_TEST_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    println!("DATELINE_TEST_SEED={seed}, salt {salt}");
    StdRng::seed_from_u64(seed ^ (salt << 32))
}

/// A data folder made by `init`, with a token that may do everything.
pub struct Installation {
    /// Agency file and data.
    pub folder: tempfile::TempDir,
    /// On PostgreSQL, the database's address.
    pub postgres: Option<String>,
    /// A token of the first administrator's.
    pub token: String,
}

impl Installation {
    /// A fresh one, on SQLite unless `postgres` names a database.
    pub async fn made(postgres: Option<String>) -> Installation {
        // One provider for the whole process; a second test in it finds it there.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("agency.toml"), AGENCY).unwrap();
        let mut installation = Installation { folder, postgres, token: String::new() };
        let agency = installation.folder.path().join("agency.toml").to_str().unwrap().to_owned();
        let init = ["init", "--agency", &agency, "--admin", "boss@arna.example", "--password-stdin"];
        installation.run(&init, "ink and paper\n").await;
        let mut create = vec!["token", "create", "--name", "test"];
        for scope in dateline::people::Scope::ALL {
            create.extend(["--scope", scope.as_str()]);
        }
        installation.token = installation.run(&create, "").await.trim().to_owned();
        installation
    }

    /// What a command printed; it must succeed.
    pub async fn run(&self, arguments: &[&str], input: &str) -> String {
        let mut command = self.command();
        command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut running = command.spawn().unwrap();
        let mut stdin = running.stdin.take().unwrap();
        let _ = tokio::io::AsyncWriteExt::write_all(&mut stdin, input.as_bytes()).await;
        drop(stdin);
        let ended = running.wait_with_output().await.unwrap();
        assert!(ended.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&ended.stderr));
        String::from_utf8(ended.stdout).unwrap()
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("DATELINE_")) {
            command.env_remove(name);
        }
        command.env("DATELINE_DATABASE__URL", self.postgres.as_deref().unwrap_or("sqlite:dateline.db"));
        command.env("DATELINE_DATA", self.data()).kill_on_drop(true);
        command
    }

    /// The data folder.
    pub fn data(&self) -> std::path::PathBuf {
        self.folder.path().join("data")
    }

    /// A server that is starting: it may be killed before it listens.
    pub fn starting(&self) -> Child {
        let log = self.folder.path().join("server.log");
        let log = std::fs::OpenOptions::new().create(true).append(true).open(log).unwrap();
        (&log).write_all(b"-- starting\n").unwrap();
        let mut command = self.command();
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(self.data());
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(log).spawn().unwrap()
    }

    /// A server that listens.
    pub async fn serve(&self) -> Server {
        self.serve_as(self.starting()).await
    }

    /// The server a process becomes.
    pub async fn serve_as(&self, mut process: Child) -> Server {
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let told = tokio::time::timeout(Duration::from_secs(60), async {
            while let Some(line) = lines.next_line().await.unwrap() {
                if let Some(origin) = line.strip_prefix("serving on ") {
                    return Some(origin.to_owned());
                }
            }
            None
        });
        let Ok(Some(origin)) = told.await else { panic!("the server does not start:\n{}", self.log()) };
        let client = reqwest::Client::builder()
            .timeout(Duration::from_secs(60))
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        Server { process, origin, token: self.token.clone(), client }
    }

    /// The last lines servers logged.
    pub fn log(&self) -> String {
        let log = std::fs::read_to_string(self.folder.path().join("server.log")).unwrap_or_default();
        let from = log.len().saturating_sub(8_000);
        log.get(from..).unwrap_or_default().to_owned()
    }
}

/// A server under way.
pub struct Server {
    process: Child,
    /// `http://127.0.0.1:PORT`
    pub origin: String,
    token: String,
    client: reqwest::Client,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// `Dateline-Log`, where the answer has one.
    pub position: Option<i64>,
    /// `Location`, where the answer has one.
    pub location: Option<String>,
    /// The body.
    pub text: String,
}

impl Answer {
    /// The body as JSON; null where it is none.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }
}

impl Server {
    /// `kill -9`, and waits until the process is gone.
    pub async fn kill(mut self) {
        self.process.kill().await.unwrap();
    }

    /// Its process id.
    pub fn pid(&self) -> u32 {
        self.process.id().unwrap()
    }

    /// A client of this server.
    pub fn caller(&self) -> Caller {
        let (origin, token, client) = (self.origin.clone(), self.token.clone(), self.client.clone());
        Caller { origin, token, client }
    }
}

/// Somebody who calls a server. Cheap to clone.
#[derive(Clone)]
pub struct Caller {
    origin: String,
    token: String,
    client: reqwest::Client,
}

impl Caller {
    /// A call of the API; an error where no whole answer came.
    pub async fn call(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: &Value,
    ) -> reqwest::Result<Answer> {
        let mut request = self.client.request(method, format!("{}{path}", self.origin));
        request = request.bearer_auth(&self.token);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !body.is_null() {
            request = request.body(body.to_string());
        }
        answer(request.send().await?).await
    }

    /// A POST under a key.
    pub async fn post(&self, path: &str, key: &str, body: &Value) -> reqwest::Result<Answer> {
        self.call(Method::POST, path, &[("idempotency-key", key)], body).await
    }

    /// A page, as a reader gets it; redirects are not followed.
    pub async fn page(&self, path: &str) -> Answer {
        let asked = self.client.get(format!("{}{path}", self.origin)).send().await.unwrap();
        answer(asked).await.unwrap()
    }

    /// The whole log, read in slices as a program does.
    pub async fn log(&self) -> Vec<Value> {
        let mut entries: Vec<Value> = Vec::new();
        loop {
            let after = entries.last().map_or(0, |entry| entry["seq"].as_i64().unwrap());
            let path = format!("/api/v1/log?after={after}&limit=1000");
            let slice = self.call(Method::GET, &path, &[], &Value::Null).await.unwrap();
            assert_eq!(slice.status, StatusCode::OK, "{}", slice.text);
            let slice = slice.json();
            let read = slice["entries"].as_array().unwrap();
            if read.is_empty() {
                assert_eq!(slice["head"], after, "the head is the position of the newest entry");
                return entries;
            }
            entries.extend_from_slice(read);
        }
    }
}

async fn answer(response: reqwest::Response) -> reqwest::Result<Answer> {
    let status = response.status();
    let header = |name| response.headers().get(name).and_then(|value| Some(value.to_str().ok()?.to_owned()));
    let position = header("dateline-log").and_then(|at| at.parse().ok());
    let location = header("location");
    Ok(Answer { status, position, location, text: response.text().await? })
}
