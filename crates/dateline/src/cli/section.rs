//! `dateline section`: sections taken into others. Renaming and moving them is a matter of the agency description.

use serde_json::json;

use super::place::say;
use super::{Failure, Outcome, Place};
use crate::people::Actor;
use crate::publication::merge_sections;

/// Take one section into another, leaving redirects
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Take a section into another: its stories go there, its addresses lead there
    Merge {
        /// Key of the section that goes
        from: String,
        /// Key of the section that stays
        into: String,
        /// Say what was done as JSON
        #[arg(long)]
        json: bool,
    },
}

pub(super) async fn run(args: Args, place: Place) -> Result<Outcome, Failure> {
    let Command::Merge { from, into, json } = args.command;
    let publication = place.publication().await?;
    let mut act = publication.begin(0).await?;
    merge_sections(&mut act, &Actor::program(), &from, &into).await.map_err(anyhow::Error::from)?;
    act.commit().await?;
    match json {
        true => say(json!({ "merged": from, "into": into })),
        false => say(format_args!("merged {from} into {into}")),
    }
    Ok(Outcome::Done)
}
