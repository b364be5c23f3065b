//! `dateline apply`: an agency description into an installation.

use std::path::{Path, PathBuf};

use anyhow::Context;
use serde_json::json;

use super::place::say;
use super::{Failure, Outcome, Place};
use crate::edition::AgencyDescription;
use crate::people::Actor;
use crate::publication::apply_description;

/// The longest description read, in bytes.
const MOST_BYTES: u64 = 4 << 20;

/// Bring a description of the agency in: editions, sections, texts, patterns
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The description, a TOML file
    file: PathBuf,
    /// Say what changed as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: Args, place: Place) -> Result<Outcome, Failure> {
    let description = read_description(&args.file)?;
    let publication = place.publication().await?;
    let mut act = publication.begin(0).await?;
    let applied = apply_description(&mut act, &Actor::program(), &description).await?;
    act.commit().await?;
    if args.json {
        say(json!({ "changed": applied.changes }));
    } else if applied.changes.is_empty() {
        say("nothing changed");
    } else {
        for change in &applied.changes {
            say(format_args!("changed: {change}"));
        }
    }
    Ok(Outcome::Done)
}

/// Reads a description; what is wrong with it is said with file and line.
pub(super) fn read_description(file: &Path) -> Result<AgencyDescription, Failure> {
    let reading = || format!("reading {}", file.display());
    let found = std::fs::metadata(file).with_context(reading)?;
    if found.len() > MOST_BYTES {
        return Err(anyhow::anyhow!("{}: too long for a description", file.display()).into());
    }
    let text = std::fs::read_to_string(file).with_context(reading)?;
    AgencyDescription::parse(&text).map_err(|error| {
        let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        anyhow::anyhow!("{}:{line}: {}", file.display(), error.message()).into()
    })
}
