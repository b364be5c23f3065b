//! `dateline export`: everything public, written out.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::Context;
use serde_json::json;

use super::place::say;
use super::progress::Working;
use super::{Failure, Outcome, Place};
use crate::blob::BlobStore;
use crate::clock::Clock;
use crate::edition::AgencyCell;
use crate::export::{export_agency, export_copy, export_site};
use crate::site::{Site, Theme};

/// Write out everything public: copy, a mirror of the site, or the agency's description
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What is written
    #[arg(long, value_enum, default_value = "dateline")]
    format: FormatArg,
    /// Folder it is written into
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Report as JSON
    #[arg(long)]
    json: bool,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum FormatArg {
    /// `dateline/story/1`, a file an edition, with pictures beside: can be imported again.
    Dateline,
    /// A static mirror of the site; the second run writes only what changed.
    Html,
    /// The description of the agency, as `init` and `apply` take it.
    Agency,
}

pub(super) async fn run(args: Args, place: Place) -> Result<Outcome, Failure> {
    let config = place.config()?;
    let db = place.database(&config).await?;
    let blobs = BlobStore::open(config.blob.url.reveal(), &place.data).context("opening the media store")?;
    let began = Instant::now();
    let working = Working::on("writing out");
    let (told, line) = match args.format {
        FormatArg::Dateline => {
            let done = export_copy(&db, &blobs, &args.out).await.map_err(anyhow::Error::from)?;
            (json!(done), format!("exported {} stories and {} files of media", done.stories, done.media))
        }
        FormatArg::Agency => {
            let file = export_agency(&db, &args.out).await.map_err(anyhow::Error::from)?;
            (json!({ "file": file }), format!("exported {}", file.display()))
        }
        FormatArg::Html => {
            let (theme, faults) = Theme::open(place.data.join(&config.site.theme));
            for fault in &faults {
                eprintln!("theme: {fault}");
            }
            let site = Site::new(db.clone(), AgencyCell::default(), Clock::System, theme);
            let done = export_site(&site, &db, &blobs, &args.out, Clock::System.now())
                .await
                .map_err(anyhow::Error::from)?;
            let seconds = began.elapsed().as_secs_f64();
            let line = format!(
                "{} pages and {} files of media; rendered {} in {seconds:.1} s, wrote {}, removed {}",
                done.pages, done.media, done.rendered, done.written, done.removed
            );
            (json!(done), line)
        }
    };
    drop(working);
    db.close().await;
    match args.json {
        true => say(told),
        false => say(line),
    }
    Ok(Outcome::Done)
}
