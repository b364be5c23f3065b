//! An installation for tests of the whole program, on either engine: a folder, a database, and the commands.

#![allow(dead_code)]

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::newsroom;

/// A small agency, as a file describes it.
pub const AGENCY: &str = r#"
[agency]
name = "ARNA"
origin = "http://arna.example"
time_zone = "Asia/Baku"
default_language = "en"
[[section]]
key = "politics"
[edition.en.section.politics]
slug = "politics"
name = "POLITICS"
"#;

/// A data folder that is not there yet, and a database of its own.
pub struct Installation {
    /// Holds the description of the agency and, once it is made, the data folder.
    pub folder: tempfile::TempDir,
    url: Option<String>,
}

/// What a command left behind.
#[derive(Debug)]
pub struct Ended {
    /// Its exit code.
    pub code: i32,
    /// What it printed.
    pub out: String,
    /// What it complained of.
    pub err: String,
}

impl Installation {
    /// A description and a database; nothing is made yet.
    pub async fn nowhere() -> Installation {
        let url = match std::env::var("DATELINE_TEST_POSTGRES") {
            Ok(server) => Some(newsroom::fresh_database(&server).await),
            Err(_) => None,
        };
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("agency.toml"), AGENCY).unwrap();
        Installation { folder, url }
    }

    /// Made by `init`.
    pub async fn made() -> Installation {
        let installation = Installation::nowhere().await;
        let ended = installation.init();
        assert_eq!(ended.code, 0, "{ended:?}");
        installation
    }

    /// Works with another database from now on.
    pub fn use_database(&mut self, url: &str) {
        self.url = Some(url.to_owned());
    }

    /// The address of its database, for another installation too.
    pub fn database(&self) -> String {
        self.url.clone().unwrap_or_else(|| format!("sqlite:{}", self.file("data/dateline.db")))
    }

    /// Runs `init`.
    pub fn init(&self) -> Ended {
        let agency = self.file("agency.toml");
        self.run_with(
            &["init", "--agency", &agency, "--admin", "boss@arna.example", "--password-stdin"],
            "ink and paper\n",
        )
    }

    /// The path of a file beside the data folder.
    pub fn file(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// Runs a command with nothing on standard input.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        self.run_with(arguments, "")
    }

    /// Runs a command with `input` on standard input.
    pub fn run_with(&self, arguments: &[&str], input: &str) -> Ended {
        ended(self.command(arguments), input)
    }

    /// Runs a command with further variables in its environment, which win over this installation's.
    pub fn run_where(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Ended {
        let mut command = self.command(arguments);
        if variables.iter().any(|(name, _)| name.starts_with("DATELINE_DATABASE__")) {
            command.env_remove("DATELINE_DATABASE__URL");
        }
        command.envs(variables.iter().copied());
        ended(command, "")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.args(arguments).args(["--data", &self.file("data")]);
        if let Some(url) = &self.url {
            command.env("DATELINE_DATABASE__URL", url);
        }
        command
    }

    /// Starts the server at a free port, with further variables in its environment.
    pub fn serve(&self, variables: &[(&str, &str)]) -> Server {
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0"]);
        command
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit());
        let mut process = command.spawn().unwrap();
        let mut said = String::new();
        BufReader::new(process.stdout.as_mut().unwrap()).read_line(&mut said).unwrap();
        let (_, address) = said.trim().split_once("://").expect("the server says where it is");
        Server { address: address.to_owned(), process }
    }

    /// What a command that succeeds prints, as JSON.
    pub fn json(&self, arguments: &[&str]) -> Value {
        let ended = self.run(arguments);
        assert_eq!(ended.code, 0, "{ended:?}");
        serde_json::from_str(&ended.out).unwrap()
    }
}

fn ended(mut command: Command, input: &str) -> Ended {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().unwrap();
    // A command that reads nothing may be gone already.
    let _ = running.stdin.take().unwrap().write_all(input.as_bytes());
    let ended = running.wait_with_output().unwrap();
    Ended {
        code: ended.status.code().unwrap(),
        out: String::from_utf8(ended.stdout).unwrap(),
        err: String::from_utf8(ended.stderr).unwrap(),
    }
}

/// A running server; killed when dropped.
pub struct Server {
    /// Host and port.
    pub address: String,
    process: Child,
}

impl Server {
    /// Status and body of a GET.
    pub fn get(&self, path: &str) -> (u16, String) {
        get(&self.address, path, "")
    }

    /// Sends a signal by its name, as in `TERM`.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args([&format!("-{name}"), &self.process.id().to_string()])
            .status()
            .unwrap();
        assert!(sent.success());
    }

    /// Waits for its end.
    pub fn ended(&mut self) -> ExitStatus {
        self.process.wait().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Status and body of a GET at `address`, with further header lines.
pub fn get(address: &str, path: &str, headers: &str) -> (u16, String) {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: arna.example\r\nConnection: close\r\n{headers}\r\n")
        .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
    let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body).to_owned();
    (status, body)
}
