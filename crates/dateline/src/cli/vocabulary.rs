//! `dateline vocabulary`: subject codes and their names.

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Subcommand;
use serde_json::json;

use super::place::say;
use super::progress::Working;
use super::{Failure, Outcome, Place};
use crate::vocabulary;

/// The longest vocabulary read, in bytes.
const MOST_BYTES: u64 = 256 << 20;

/// Subject codes and their names
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Load subject codes: the IPTC's JSON, or one concept a line
    Load {
        /// The vocabulary
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Report as JSON
        #[arg(long)]
        json: bool,
    },
}

pub(super) async fn run(args: Args, place: Place) -> Result<Outcome, Failure> {
    let Act::Load { file, json } = args.act;
    load(&file, json, place).await
}

async fn load(file: &Path, as_json: bool, place: Place) -> Result<Outcome, Failure> {
    let reading = || format!("reading {}", file.display());
    if std::fs::metadata(file).with_context(reading)?.len() > MOST_BYTES {
        return Err(anyhow::anyhow!("{}: too long for a vocabulary", file.display()).into());
    }
    let working = Working::on("reading the vocabulary");
    let read = vocabulary::read_vocabulary(&std::fs::read_to_string(file).with_context(reading)?);
    let publication = place.publication().await?;
    let mut act = publication.begin_errand().await?;
    let changed = vocabulary::put(&mut act.conn(), &read.concepts).await?;
    act.commit().await?;
    publication.db.close().await;
    drop(working);
    let refused: Vec<String> =
        read.refused.iter().map(|bad| format!("{}:{}: {}", file.display(), bad.place, bad.reason)).collect();
    if as_json {
        say(json!({ "concepts": read.concepts.len(), "changed": changed, "refused": refused }));
    } else {
        refused.iter().for_each(say);
        say(format_args!(
            "{} concepts, {changed} new or changed, refused {}",
            read.concepts.len(),
            refused.len()
        ));
    }
    Ok(match (read.concepts.is_empty(), refused.is_empty()) {
        (true, _) => Outcome::Failed,
        (false, false) => Outcome::InPart,
        (false, true) => Outcome::Done,
    })
}
