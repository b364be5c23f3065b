//! `dateline import`: copy from files, pictures beside them, and old addresses.

use std::fs::File;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::place::say;
use super::{Failure, Outcome, Place};
use crate::blob::BlobStore;
use crate::import::{self, Format, ImportOptions, Listener, Progress, Summary};
use crate::lang::Language;
use crate::publication::Publication;

/// Notes of one import that are told one by one.
const MOST_NOTES: u64 = 200;

/// Import copy from files and folders
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and folders; `.gz`, `.zip` and `.jsonl` as well
    #[arg(value_name = "PATH", required_unless_present = "redirects")]
    paths: Vec<PathBuf>,
    /// What the files are written in
    #[arg(long, value_enum, default_value = "auto")]
    format: FormatArg,
    /// Section of stories that name none
    #[arg(long, value_name = "KEY")]
    section: Option<String>,
    /// Language of stories that name none
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// Redirects: a CSV file of old addresses, or patterns with {name} and *, and where they lead
    #[arg(long, value_name = "FILE")]
    redirects: Vec<PathBuf>,
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// Report as JSON
    #[arg(long)]
    json: bool,
}

/// What the files are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum FormatArg {
    /// Found out for each file.
    Auto,
    /// `dateline/story/1`.
    Dateline,
    /// WordPress eXtended RSS.
    Wxr,
}

pub(super) async fn run(args: Args, place: Place) -> Result<Outcome, Failure> {
    let language = args.language.as_deref().map(Language::parse).transpose();
    let language = language.map_err(|wrong| Failure::Usage(format!("--language: {wrong}")))?;
    let config = place.config()?;
    let blobs = BlobStore::open(config.blob.url.reveal(), &place.data).context("opening the media store")?;
    let publication = place.publication().await?;
    let mut report = Report { tell: !args.json, ..Report::default() };
    let options = ImportOptions {
        format: match args.format {
            FormatArg::Auto => None,
            FormatArg::Dateline => Some(Format::Dateline),
            FormatArg::Wxr => Some(Format::Wxr),
        },
        section: args.section.clone(),
        language,
        usual_language: None,
        dry_run: args.dry_run,
        blobs: Some(blobs),
    };
    let mut summary = Summary::default();
    if !args.paths.is_empty() {
        let progress = Arc::new(Progress::default());
        let bar = Bar::over(&args.paths, progress.clone());
        let imported = import::import(&publication, &args.paths, options, progress, &mut report).await;
        bar.end();
        summary = imported.context("importing; what was imported so far stays, begun again it goes on")?;
    }
    for file in &args.redirects {
        summary.refused += redirects(&publication, file, args.dry_run, &mut report).await?;
    }
    publication.db.close().await;
    report.end(&args, &summary);
    Ok(if summary.refused > 0 { Outcome::InPart } else { Outcome::Done })
}

async fn redirects(
    publication: &Publication,
    path: &Path,
    dry_run: bool,
    report: &mut Report,
) -> Result<u64, Failure> {
    let reading = || format!("reading {}", path.display());
    let file = File::open(path).with_context(reading)?;
    let mut snapshot = publication.db.snapshot().await?;
    let origin = publication.agency(&mut snapshot.conn()).await?.origin.clone();
    drop(snapshot);
    let read = import::read_redirects(file, &origin);
    let mut refused = read.refused.clone();
    if !dry_run {
        let (taken, more) = import::take_redirects(publication, &read).await?;
        refused.extend(more);
        report.redirects += taken as u64;
    } else {
        report.redirects += (read.exact.len() + read.patterns.len()) as u64;
    }
    refused.sort_by_key(|bad| bad.line);
    for bad in &refused {
        report.refuse(format!("{}:{}", path.display(), bad.line), &bad.reason);
    }
    Ok(refused.len() as u64)
}

/// What is said while it goes on, and at the end.
#[derive(Debug, Default, Serialize)]
struct Report {
    #[serde(skip)]
    tell: bool,
    refusals: Vec<Told>,
    notes: Vec<Told>,
    #[serde(skip)]
    notes_left_out: u64,
    redirects: u64,
}

#[derive(Debug, Serialize)]
struct Told {
    at: String,
    reason: String,
}

impl Report {
    fn refuse(&mut self, at: String, reason: &str) {
        let line = format!("{at}: {}", one_line(reason));
        match self.tell {
            true => say(line),
            false => self.refusals.push(Told { at, reason: reason.to_owned() }),
        }
    }

    fn end(self, args: &Args, summary: &Summary) {
        if args.json {
            let mut told = serde_json::to_value(summary).expect("a summary is plain data");
            let more = serde_json::to_value(&self).expect("a report is plain data");
            if let (Some(told), serde_json::Value::Object(more)) = (told.as_object_mut(), more) {
                told.extend(more);
            }
            return say(told);
        }
        for line in summary.before() {
            say(line);
        }
        if self.notes_left_out > 0 {
            say(format_args!("and {} more notes", self.notes_left_out));
        }
        if !args.redirects.is_empty() {
            say(format_args!("took {} old addresses and patterns", self.redirects));
        }
        if args.dry_run {
            say("nothing was written: this is what would be done");
        }
        say(summary.line());
    }
}

impl Listener for Report {
    fn refused(&mut self, at: &import::Place, reason: &str) {
        self.refuse(at.to_string(), reason);
    }

    fn noted(&mut self, at: &import::Place, note: &str) {
        if self.notes.len() as u64 >= MOST_NOTES {
            self.notes_left_out += 1;
            return;
        }
        if self.tell {
            say(format_args!("{at}: note: {}", one_line(note)));
        }
        self.notes.push(Told { at: at.to_string(), reason: note.to_owned() });
    }

    fn unusable(&mut self, shown: &str, reason: &str) {
        self.refuse(shown.to_owned(), reason);
    }
}

/// A reason that quotes what came stays on its line.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(500).collect()
}

/// A progress bar over the bytes of the files, on a terminal.
struct Bar {
    bar: Option<ProgressBar>,
    drawing: Option<tokio::task::JoinHandle<()>>,
}

impl Bar {
    fn over(paths: &[PathBuf], progress: Arc<Progress>) -> Bar {
        if !std::io::stderr().is_terminal() {
            return Bar { bar: None, drawing: None };
        }
        let bytes = import::sources(paths).0.iter().map(|source| source.bytes).sum();
        let bar = ProgressBar::new(bytes);
        let style = "{elapsed_precise} {wide_bar} {bytes}/{total_bytes} {msg} {eta}";
        bar.set_style(ProgressStyle::with_template(style).expect("a literal"));
        let drawn = bar.clone();
        let drawing = tokio::spawn(async move {
            loop {
                tokio::time::sleep(Duration::from_millis(200)).await;
                drawn.set_position(progress.bytes_read.get());
                drawn.set_message(format!("{} stories", progress.stories()));
            }
        });
        Bar { bar: Some(bar), drawing: Some(drawing) }
    }

    fn end(self) {
        if let Some(drawing) = self.drawing {
            drawing.abort();
        }
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}
