//! `dateline backup` and `dateline restore`.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde_json::json;

use super::place::say;
use super::progress::Working;
use super::{Failure, Outcome, Place};
use crate::backup::{self, Restored};
use crate::blob::BlobStore;
use crate::clock::Clock;
use crate::db::Db;

/// Write one consistent archive of everything, while serving
#[derive(Debug, clap::Args)]
pub struct BackupArgs {
    /// The archive to write
    file: PathBuf,
    /// Say what was kept as JSON
    #[arg(long)]
    json: bool,
}

/// Make an installation from an archive; the data folder and the database must be empty
#[derive(Debug, clap::Args)]
pub struct RestoreArgs {
    /// The archive to read
    file: PathBuf,
    /// Say what was restored as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: BackupArgs, place: Place) -> Result<Outcome, Failure> {
    let config = place.config()?;
    let db = place.database(&config).await?;
    let blobs = BlobStore::open(config.blob.url.reveal(), &place.data).context("opening the media")?;
    let working = Working::on("keeping everything");
    let kept = backup::write(&db, &blobs, &place.data, &args.file, Clock::System.now())
        .await
        .map_err(anyhow::Error::from)?;
    drop(working);
    db.close().await;
    if args.json {
        say(json!({ "rows": kept.rows, "media": kept.media, "head": kept.head, "file": args.file }));
        return Ok(Outcome::Done);
    }
    say(format_args!(
        "kept {} rows and {} files of media, the log up to {}, in {}",
        kept.rows,
        kept.media,
        kept.head,
        args.file.display()
    ));
    Ok(Outcome::Done)
}

pub(super) async fn restore(args: RestoreArgs, place: Place) -> Result<Outcome, Failure> {
    let before = Before::of(&place.data);
    let restored = match restore_into(&args.file, &place).await {
        Ok(restored) => restored,
        Err(refused) => {
            before.put_back();
            return Err(refused.into());
        }
    };
    if args.json {
        say(json!({ "rows": restored.rows, "media": restored.media, "head": restored.head }));
        return Ok(Outcome::Done);
    }
    say(format_args!(
        "restored {} rows and {} files of media, the log up to {}",
        restored.rows, restored.media, restored.head
    ));
    Ok(Outcome::Done)
}

async fn restore_into(file: &Path, place: &Place) -> anyhow::Result<Restored> {
    let _working = Working::on("restoring");
    std::fs::create_dir_all(&place.data).context("making the data folder")?;
    backup::unpack_files(file, &place.data)?;
    let config = place.config()?;
    let db = Db::open(config.database.url.reveal(), &place.data).await?;
    let blobs = BlobStore::open(config.blob.url.reveal(), &place.data).context("opening the media")?;
    let restored = backup::restore(file, &db, &blobs).await;
    db.close().await;
    Ok(restored?)
}

/// The data folder before anything was put into it.
struct Before {
    folder: PathBuf,
    /// What was in it; `None` where it was not there.
    names: Option<BTreeSet<OsString>>,
}

impl Before {
    fn of(folder: &Path) -> Before {
        Before { folder: folder.to_path_buf(), names: names(folder) }
    }

    /// Removes what has come since, so that a second try finds the folder as the first did.
    fn put_back(&self) {
        let before = self.names.clone().unwrap_or_default();
        for name in names(&self.folder).unwrap_or_default().difference(&before) {
            let path = self.folder.join(name);
            let _ = if path.is_dir() { std::fs::remove_dir_all(path) } else { std::fs::remove_file(path) };
        }
        if self.names.is_none() {
            let _ = std::fs::remove_dir(&self.folder);
        }
    }
}

fn names(folder: &Path) -> Option<BTreeSet<OsString>> {
    Some(std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.file_name()).collect())
}
