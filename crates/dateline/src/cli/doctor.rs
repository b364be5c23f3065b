//! `dateline doctor`: proof of the installation.

use serde_json::json;

use super::checkup::{self, Finding, State};
use super::place::say;
use super::{Failure, Outcome, Place};

/// Examine the installation: versions, disk, clock, database, media, mail
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Say what was found as JSON
    #[arg(long)]
    json: bool,
}

pub(super) async fn run(args: Args, place: Place) -> Result<Outcome, Failure> {
    let config = place.config()?;
    let findings = checkup::examine(&place.data, &config).await;
    let healthy = !findings.iter().any(|finding| finding.state == State::Bad);
    if args.json {
        let checks: Vec<_> = findings.iter().map(as_json).collect();
        say(json!({ "ok": healthy, "checks": checks }));
    } else {
        findings.iter().for_each(|finding| say(line(finding)));
    }
    Ok(if healthy { Outcome::Done } else { Outcome::Failed })
}

fn line(finding: &Finding) -> String {
    format!("{:<7} {:<9} {}", finding.state.as_str(), finding.name, finding.said)
}

fn as_json(finding: &Finding) -> serde_json::Value {
    json!({ "name": finding.name, "state": finding.state.as_str(), "said": finding.said })
}
