//! What can be wrong with an installation, looked at one thing after the other.
//!
//! Owns the questions of `dateline doctor`; each answer is a sentence. Nothing is changed but a small blob, which is
//! removed again.

use std::path::Path;
use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;
use tokio::net::TcpStream;
use tokio::time::timeout;
use url::Url;

use crate::blob::{BlobKey, BlobStore};
use crate::config::Config;
use crate::db::{Db, DbError, Engine};
use crate::edition::AgencyCell;

/// Less free space than this is bad.
const LEAST_FREE_BYTES: u64 = 200 << 20;
/// Less than this is worth a warning.
const LITTLE_FREE_BYTES: u64 = 2 << 30;
/// A server that has not answered by then does not answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// How it stands with one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// As it should be.
    Good,
    /// It works, and somebody should know.
    Warning,
    /// It does not work.
    Bad,
}

impl State {
    /// The word for people and machines.
    pub fn as_str(self) -> &'static str {
        match self {
            State::Good => "ok",
            State::Warning => "warning",
            State::Bad => "bad",
        }
    }
}

/// What was found about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub name: &'static str,
    /// How it stands.
    pub state: State,
    /// A sentence.
    pub said: String,
}

fn finding(name: &'static str, state: State, said: impl Into<String>) -> Finding {
    Finding { name, state, said: said.into() }
}

/// Looks at everything. Never fails: what cannot be looked at is a finding.
pub async fn examine(data: &Path, config: &Config) -> Vec<Finding> {
    let mut findings = vec![versions(), disk(data), keys(data)];
    findings.extend(database(data, config).await);
    findings.push(media(data, config).await);
    findings.push(mail(data, config).await);
    findings.extend(tls(data, config));
    findings
}

fn versions() -> Finding {
    let built = format!(
        "dateline {} on {} {}",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    finding("version", State::Good, built)
}

fn disk(data: &Path) -> Finding {
    let place = data.display();
    let free = match rustix::fs::statvfs(data) {
        Ok(found) => found.f_bavail * found.f_frsize,
        Err(error) => return finding("disk", State::Bad, format!("{place} cannot be looked at: {error}")),
    };
    let said = format!("{:.1} GB free at {place}", free as f64 / 1e9);
    match free {
        0..LEAST_FREE_BYTES => finding("disk", State::Bad, format!("only {said}")),
        LEAST_FREE_BYTES..LITTLE_FREE_BYTES => finding("disk", State::Warning, format!("only {said}")),
        _ => finding("disk", State::Good, said),
    }
}

fn keys(data: &Path) -> Finding {
    use std::os::unix::fs::PermissionsExt;
    let file = data.join("keys").join("installation.key");
    match std::fs::metadata(&file) {
        Err(error) => finding("keys", State::Bad, format!("{}: {error}", file.display())),
        Ok(found) if found.permissions().mode() & 0o077 != 0 => {
            finding("keys", State::Bad, format!("{} can be read by others: chmod 600 it", file.display()))
        }
        Ok(_) => finding("keys", State::Good, "only their owner can read them"),
    }
}

async fn database(data: &Path, config: &Config) -> Vec<Finding> {
    let address = config.database.url.reveal();
    if let Some(file) = address.strip_prefix("sqlite:").map(|file| data.join(file))
        && !file.exists()
    {
        return vec![finding("database", State::Bad, format!("{} is not there", file.display()))];
    }
    let opened = timeout(PATIENCE, Db::connect(address, data)).await;
    let db = match opened {
        Ok(Ok(db)) => db,
        Ok(Err(error)) => return vec![finding("database", State::Bad, error.to_string())],
        Err(_) => return vec![finding("database", State::Bad, "the server does not answer")],
    };
    let findings = look_inside(&db, config).await;
    db.close().await;
    findings.unwrap_or_else(|error| vec![finding("database", State::Bad, error.to_string())])
}

async fn look_inside(db: &Db, config: &Config) -> Result<Vec<Finding>, DbError> {
    let mut findings = vec![engine(db).await?];
    let mut reader = db.reader().await?;
    let mut conn = reader.conn();
    let newest = conn.optional("SELECT at FROM log ORDER BY seq DESC LIMIT 1", []).await?;
    let newest = newest.map(|row| row.get::<Timestamp>("at")).transpose()?;
    findings.push(clock(newest, Timestamp::now()));
    let given_up =
        conn.one("SELECT count(*) AS n FROM job WHERE failed IS NOT NULL", []).await?.get::<i64>("n")?;
    findings.push(match given_up {
        0 => finding("errands", State::Good, "none was given up"),
        n => finding("errands", State::Warning, format!("{n} were given up after many attempts")),
    });
    let agency = AgencyCell::default().current(&mut conn).await?;
    let origin = config.server.origin.as_ref().map_or(agency.origin.as_str(), |origin| origin.as_str());
    findings.push(self::origin(origin));
    Ok(findings)
}

async fn engine(db: &Db) -> Result<Finding, DbError> {
    let mut reader = db.reader().await?;
    let mut conn = reader.conn();
    let (name, sql) = match db.engine() {
        Engine::Sqlite => ("SQLite", "SELECT sqlite_version() AS version"),
        Engine::Postgres => ("PostgreSQL", "SELECT current_setting('server_version') AS version"),
    };
    let version: String = conn.one(sql, []).await?.get("version")?;
    let schema = db.schema_version().await?;
    let said = format!("{name} {version}, schema {schema}");
    Ok(match schema == db.newest_schema() {
        true => finding("database", State::Good, said),
        false => {
            finding("database", State::Warning, format!("{said}; `dateline migrate` brings it up to date"))
        }
    })
}

/// A clock behind the newest entry of the log went back, or the entry's was ahead.
fn clock(newest_entry: Option<Timestamp>, now: Timestamp) -> Finding {
    match newest_entry {
        Some(at) if at > now => finding(
            "clock",
            State::Bad,
            format!("it is {now:.0}, and the log's newest entry is from {at:.0}"),
        ),
        _ => finding("clock", State::Good, format!("it is {now:.0}")),
    }
}

fn origin(origin: &str) -> Finding {
    if origin.starts_with("https://") {
        return finding("origin", State::Good, origin);
    }
    let said = format!(
        "{origin} is not encrypted: cookies go without `__Host-` and `Secure`, and others can read along"
    );
    finding("origin", State::Warning, said)
}

async fn media(data: &Path, config: &Config) -> Finding {
    let tried = async {
        let store = BlobStore::open(config.blob.url.reveal(), data)?;
        let key = BlobKey::parse("doctor/probe").expect("a valid key");
        store.put_named(&key, Bytes::from_static(b"probe")).await?;
        store.get(&key).await?;
        store.delete(&key).await?;
        Ok::<String, crate::blob::BlobError>(store.place().to_owned())
    };
    match timeout(PATIENCE, tried).await {
        Ok(Ok(place)) => finding("media", State::Good, format!("{place} can be written and read")),
        Ok(Err(error)) => finding("media", State::Bad, format!("{:#}", anyhow::Error::from(error))),
        Err(_) => finding("media", State::Bad, "the store does not answer"),
    }
}

async fn mail(data: &Path, config: &Config) -> Finding {
    let address = config.mail.url.reveal();
    if let Some(folder) = address.strip_prefix("file:") {
        let folder = data.join(folder);
        return finding("mail", State::Good, format!("messages are files in {}", folder.display()));
    }
    let Ok(url) = Url::parse(address) else {
        return finding("mail", State::Bad, "mail.url is none of file:DIR, smtp://… and smtps://…");
    };
    let port = match url.scheme() {
        "smtp" => url.port().unwrap_or(587),
        "smtps" => url.port().unwrap_or(465),
        _ => return finding("mail", State::Bad, "mail.url is none of file:DIR, smtp://… and smtps://…"),
    };
    let host = url.host_str().unwrap_or_default();
    match timeout(PATIENCE, TcpStream::connect((host, port))).await {
        Ok(Ok(_)) => finding("mail", State::Good, format!("{host}:{port} answers")),
        Ok(Err(error)) => finding("mail", State::Bad, format!("{host}:{port}: {error}")),
        Err(_) => finding("mail", State::Bad, format!("{host}:{port} does not answer")),
    }
}

fn tls(data: &Path, config: &Config) -> Option<Finding> {
    let (cert, key) = config.tls.cert.as_ref().zip(config.tls.key.as_ref())?;
    let unreadable = [cert, key].into_iter().find_map(|file| {
        let file = data.join(file);
        std::fs::File::open(&file).err().map(|error| format!("{}: {error}", file.display()))
    });
    Some(match unreadable {
        Some(reason) => finding("tls", State::Bad, reason),
        None => finding("tls", State::Good, "certificate and key are there"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn a_clock_behind_the_log_is_bad() {
        let noon = at("2026-06-01T12:00:00Z");
        assert_eq!(clock(Some(noon), at("2026-06-01T11:59:59Z")).state, State::Bad);
        assert_eq!(clock(Some(noon), noon).state, State::Good);
        assert_eq!(clock(None, noon).state, State::Good);
    }

    #[test]
    fn an_origin_without_encryption_is_said() {
        assert_eq!(origin("http://agency.example").state, State::Warning);
        assert_eq!(origin("https://agency.example").state, State::Good);
    }
}
