//! `dateline backup` and `dateline restore`.

use std::path::PathBuf;

use anyhow::Context;

use super::place::say;
use super::{Failure, Outcome, Place};
use crate::backup;
use crate::blob::BlobStore;
use crate::clock::Clock;
use crate::db::Db;

/// Write one consistent archive of everything, while serving
#[derive(Debug, clap::Args)]
pub struct BackupArgs {
    /// The archive to write
    file: PathBuf,
}

/// Make an installation from an archive; the data folder and the database must be empty
#[derive(Debug, clap::Args)]
pub struct RestoreArgs {
    /// The archive to read
    file: PathBuf,
}

pub(super) async fn run(args: BackupArgs, place: Place) -> Result<Outcome, Failure> {
    let config = place.config()?;
    let db = place.database(&config).await?;
    let blobs = BlobStore::open(config.blob.url.reveal(), &place.data).context("opening the media")?;
    let kept = backup::write(&db, &blobs, &place.data, &args.file, Clock::System.now())
        .await
        .map_err(anyhow::Error::from)?;
    db.close().await;
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
    std::fs::create_dir_all(&place.data).context("making the data folder")?;
    backup::unpack_files(&args.file, &place.data).map_err(anyhow::Error::from)?;
    let config = place.config()?;
    let db = Db::open(config.database.url.reveal(), &place.data).await?;
    let blobs = BlobStore::open(config.blob.url.reveal(), &place.data).context("opening the media")?;
    let restored = backup::restore(&args.file, &db, &blobs).await.map_err(anyhow::Error::from)?;
    db.close().await;
    say(format_args!(
        "restored {} rows and {} files of media, the log up to {}",
        restored.rows, restored.media, restored.head
    ));
    Ok(Outcome::Done)
}
