//! `dateline move`: the installation's rows into another database.

use std::fs::File;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, bail};
use rustix::process::{Flock, FlockOffsetType, FlockType, fcntl_getlk};
use serde_json::json;

use super::place::say;
use super::progress::Working;
use super::{Failure, Outcome, Place};
use crate::backup::{self, BackupError};
use crate::config::Config;
use crate::db::Db;

/// Move the database to another engine: SQLite to PostgreSQL and back; media stay where they are
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where to: `sqlite:FILE`, in the data folder, or `postgres://…`; it must hold no data
    #[arg(long, value_name = "URL")]
    to: String,
    /// Say what was moved as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: Args, place: Place) -> Result<Outcome, Failure> {
    let config = place.config()?;
    if same(&args.to, config.database.url.reveal(), &place.data) {
        return Err(Failure::Usage("the database is there already".to_owned()));
    }
    if !["sqlite:", "postgres://", "postgresql://"].iter().any(|start| args.to.starts_with(start)) {
        return Err(Failure::Usage(
            "--to takes sqlite:FILE or postgres://USER:PASSWORD@HOST/NAME".to_owned(),
        ));
    }
    nobody_at_work(&place, &config).await?;
    let from = place.database(&config).await?;
    let to = Db::open(&args.to, &place.data).await.context("opening the other database")?;
    let working = Working::counting("rows");
    let carried = backup::carry(&from, &to, |rows| working.done(rows)).await;
    drop(working);
    from.close().await;
    to.close().await;
    let carried = carried.map_err(|error| match error {
        BackupError::Db(_) => anyhow::Error::from(error).context("moving; the other database is as it was"),
        other => other.into(),
    })?;
    if args.json {
        say(json!(carried));
        return Ok(Outcome::Done);
    }
    say(format_args!(
        "moved {} rows of {} tables, the log up to {}; counts and hashes are the same on both sides",
        carried.rows,
        carried.tables.len(),
        carried.head
    ));
    say(
        "set [database] url to the new address before the server is started again; the old database is as it was",
    );
    Ok(Outcome::Done)
}

/// Whether two addresses are of one database, as far as they show it.
fn same(one: &str, other: &str, data: &Path) -> bool {
    let file = |url: &str| url.strip_prefix("sqlite:").and_then(|file| data.join(file).canonicalize().ok());
    one == other || file(one).is_some_and(|one| Some(one) == file(other))
}

/// A server that goes on with the old database would go on without the new one: it has to be stopped first.
async fn nobody_at_work(place: &Place, config: &Config) -> anyhow::Result<()> {
    let at_work = match place.sqlite_file(config) {
        Some(file) => holder(&file)?.map(|process| format!("process {process}")),
        None => connected(config, place).await?,
    };
    match at_work {
        Some(who) => bail!("{who} is at work on the database; stop it first, then move"),
        None => Ok(()),
    }
}

/// The first of the bytes SQLite locks for reading, and how many they are (its file format, `SHARED_FIRST` and
/// `SHARED_SIZE`). A connection in WAL mode keeps them locked as long as it is open.
const SHARED_LOCK: (u64, u64) = (0x4000_0002, 510);

/// The process that has an SQLite file open.
fn holder(file: &Path) -> anyhow::Result<Option<i32>> {
    let Ok(open) = File::open(file) else { return Ok(None) };
    let (start, length) = SHARED_LOCK;
    let asked =
        Flock { start, length, pid: None, typ: FlockType::WriteLock, offset_type: FlockOffsetType::Set };
    let held = fcntl_getlk(&open, &asked).with_context(|| format!("looking at {}", file.display()))?;
    Ok(held.map(|lock| lock.pid.map_or(0, |pid| pid.as_raw_nonzero().get())))
}

/// Other connections of this program to a PostgreSQL database. Those just closed are waited for.
async fn connected(config: &Config, place: &Place) -> anyhow::Result<Option<String>> {
    let db = Db::connect(config.database.url.reveal(), &place.data).await.context("opening the database")?;
    let mut others = 0;
    for _ in 0..10 {
        let mut reader = db.reader().await?;
        let row = reader
            .conn()
            .one(
                "SELECT count(*) AS others FROM pg_stat_activity WHERE datname = current_database() \
                 AND application_name = 'dateline' AND pid <> pg_backend_pid()",
                [],
            )
            .await?;
        others = row.get::<i64>("others")?;
        if others == 0 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    db.close().await;
    Ok((others > 0).then(|| format!("a program with {others} connections")))
}
