//! `dateline check`: proof of the public site.

use std::io::IsTerminal;
use std::time::Duration;

use anyhow::Context;
use indicatif::{ProgressBar, ProgressStyle};

use super::place::say;
use super::{Failure, Outcome, Place};
use crate::app::App;
use crate::check::{Checker, Report};
use crate::clock::Clock;
use crate::site::media_file::MediaDoor;

/// Prove the public site: links, feeds, sitemaps, hreflang, weight, markup
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Ask for this many addresses at most, the newest stories first; for all of them without
    #[arg(long, value_name = "N")]
    limit: Option<u64>,
    /// Say what was found as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: Args, place: Place) -> Result<Outcome, Failure> {
    let config = place.config()?;
    let db = place.database(&config).await?;
    let clock = Clock::System;
    let app = App::over(db, config, &place.data, clock.clone()).await.map_err(anyhow::Error::from)?;
    let db = &app.publication.db;
    let media = MediaDoor { db: db.clone(), blobs: app.blobs.clone() };
    let now = clock.now();
    let checker = Checker { site: &app.site, media: &media, db, now, limit: args.limit };
    let bar = progress_bar();
    let report = checker
        .run(|asked, known| {
            bar.set_length(known);
            bar.set_position(asked);
        })
        .await
        .context("checking the site")?;
    bar.finish_and_clear();
    db.close().await;
    match args.json {
        true => say(serde_json::to_string(&report).context("writing the report")?),
        false => tell(&report),
    }
    Ok(if report.is_good() { Outcome::Done } else { Outcome::InPart })
}

/// Shown where somebody watches, and only when it takes its time.
fn progress_bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} addresses, {eta} left")
        .expect("the template is well formed");
    let bar = ProgressBar::no_length().with_style(style);
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

fn tell(report: &Report) {
    for fault in &report.faults {
        say(format!("{:<9} {}: {}", fault.about.as_str(), fault.address, fault.said));
    }
    let more = report.faults_found - report.faults.len() as u64;
    if more > 0 {
        say(format!("and {more} more"));
    }
    say(format!(
        "{} addresses, {} stories, {} feeds, {} sitemaps of {} public stories",
        report.addresses, report.stories, report.feeds, report.sitemaps, report.public_stories
    ));
    if report.links_left > 0 {
        say(format!("{} more addresses were not asked for", report.links_left));
    }
    if report.stories > 0 {
        let (bytes, address) = &report.heaviest;
        say(format!("heaviest page: {bytes} bytes with headers, {address}"));
    }
    say(match report.faults_found {
        0 => "nothing is wrong".to_owned(),
        1 => "1 fault".to_owned(),
        faults => format!("{faults} faults"),
    });
}
