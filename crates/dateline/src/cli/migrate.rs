//! `dateline migrate`: the database's schema, brought up to date.

use serde_json::json;

use super::place::say;
use super::{Failure, Outcome, Place};

/// Bring the database's schema up to date; every other command does it too
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Say what was done as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: Args, place: Place) -> Result<Outcome, Failure> {
    let config = place.config()?;
    let db = place.database(&config).await?;
    let version = db.schema_version().await?;
    match args.json {
        true => say(json!({ "schema": version })),
        false => say(format_args!("the schema is up to date: version {version}")),
    }
    db.close().await;
    Ok(Outcome::Done)
}
