//! `dateline init`: a new installation.

use std::collections::BTreeMap;
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::password::PasswordArgs;
use super::place::{publication_over, say};
use super::{Failure, Outcome, Place};
use crate::config::Config;
use crate::db::Db;
use crate::edition::AgencyDescription;
use crate::edition::description::{AgencyHead, EditionEntry};
use crate::people::{self, Actor, Email, NewPerson, PasswordHash, Role, Roles};
use crate::publication::apply_description;

/// Make a data folder: settings, database, keys and the first administrator
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Description of the agency, a TOML file
    #[arg(long, value_name = "FILE", required_unless_present = "name", conflicts_with_all = ["name", "origin", "language"])]
    agency: Option<PathBuf>,
    /// The agency's name
    #[arg(long, requires = "origin", requires = "language")]
    name: Option<String>,
    /// Scheme and host of the public site
    #[arg(long, value_name = "URL", requires = "name")]
    origin: Option<String>,
    /// Languages of the editions; the first is the default
    #[arg(long, value_name = "az,en,…", value_delimiter = ',', requires = "name")]
    language: Vec<String>,
    /// Time zone in which the archive counts its days
    #[arg(long, value_name = "ZONE", default_value = "UTC", conflicts_with = "agency")]
    time_zone: String,
    /// The first administrator's mail address
    #[arg(long, value_name = "EMAIL")]
    admin: String,
    #[command(flatten)]
    password: PasswordArgs,
}

const SETTINGS_FILE: &str = "\
# Settings of this installation. docs/operating/settings.md lists them all; each may be overruled by its variable in
# the environment, as in DATELINE_SERVER__LISTEN. What belongs to the agency itself is set by `dateline apply`.

[database]
url = \"sqlite:dateline.db\"

[blob]
url = \"file:media\"

[server]
listen = \"127.0.0.1:8080\"
";

pub(super) async fn run(args: Args, place: Place) -> Result<Outcome, Failure> {
    let description = args.description()?;
    let email = Email::parse(&args.admin).map_err(|wrong| Failure::Usage(wrong.to_string()))?;
    let config = place.config()?;
    refuse_data(&place, &config)?;
    let password = args.password.read()?.hash();

    make(&place, &config, &description, email, password).await?;
    say(format_args!("{} is ready in {}", description.agency.name, place.data.display()));
    say(format_args!("start it with: dateline serve --data {}", place.data.display()));
    Ok(Outcome::Done)
}

/// Makes the data folder of an installation; what was made is removed again where it fails.
pub(super) async fn make(
    place: &Place,
    config: &Config,
    description: &AgencyDescription,
    email: Email,
    password: PasswordHash,
) -> anyhow::Result<()> {
    let mut made = Made::default();
    made.folder(&place.data, 0o750)?;
    made.settings_file(&place.config_file)?;
    made.keys(&place.data.join("keys"))?;
    if let Some(file) = place.sqlite_file(config) {
        made.database(&file);
    }
    found(place, config, description, email, password).await?;
    made.keep();
    Ok(())
}

impl Args {
    fn description(&self) -> Result<AgencyDescription, Failure> {
        if let Some(file) = &self.agency {
            return super::apply::read_description(file);
        }
        let default = self.language.first().cloned().unwrap_or_default();
        Ok(AgencyDescription {
            agency: AgencyHead {
                name: self.name.clone().unwrap_or_default(),
                origin: self.origin.clone().unwrap_or_default(),
                time_zone: self.time_zone.clone(),
                default_language: default,
                ..AgencyHead::default()
            },
            sections: Vec::new(),
            editions: self
                .language
                .iter()
                .map(|tag| (tag.trim().to_owned(), EditionEntry::default()))
                .collect::<BTreeMap<_, _>>(),
            places: Vec::new(),
        })
    }
}

fn refuse_data(place: &Place, config: &Config) -> anyhow::Result<()> {
    let database = place.sqlite_file(config);
    for held in [Some(place.data.join("keys")), database].into_iter().flatten() {
        if held.exists() {
            bail!("{} holds data already: {} is there", place.data.display(), held.display());
        }
    }
    Ok(())
}

/// The agency and its first administrator, in one act.
async fn found(
    place: &Place,
    config: &Config,
    description: &AgencyDescription,
    email: Email,
    password: PasswordHash,
) -> anyhow::Result<()> {
    let db = Db::open(config.database.url.reveal(), &place.data).await.context("opening the database")?;
    let publication = publication_over(db.clone()).await?;
    let mut act = publication.begin(0).await?;
    if act.agency.revision != 0 {
        bail!("the database holds an agency already: {}", act.agency.name);
    }
    apply_description(&mut act, &Actor::program(), description).await?;
    let administrator =
        NewPerson { email, name: None, roles: Roles::of(&[Role::Administrator]), password: Some(password) };
    let now = act.now;
    people::add(&mut act.conn(), &Actor::program(), administrator, now).await?;
    act.commit().await?;
    db.close().await;
    Ok(())
}

/// What has been made so far; removed again unless it is kept.
#[derive(Debug, Default)]
struct Made {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Made {
    fn folder(&mut self, folder: &Path, mode: u32) -> anyhow::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        let made = std::fs::DirBuilder::new().recursive(true).mode(mode).create(folder);
        made.with_context(|| format!("making {}", folder.display()))?;
        self.folders.push(folder.to_path_buf());
        Ok(())
    }

    /// Settings somebody has written already stay.
    fn settings_file(&mut self, file: &Path) -> anyhow::Result<()> {
        if file.exists() {
            return Ok(());
        }
        self.file(file, SETTINGS_FILE.as_bytes(), 0o640)
    }

    /// The installation's own secret, of 256 random bits, in a folder only its owner may enter.
    fn keys(&mut self, folder: &Path) -> anyhow::Result<()> {
        self.folder(folder, 0o700)?;
        let mut random = [0u8; 32];
        rand::fill(&mut random[..]);
        self.file(&folder.join("installation.key"), format!("{}\n", hex::encode(random)).as_bytes(), 0o600)
    }

    fn file(&mut self, file: &Path, content: &[u8], mode: u32) -> anyhow::Result<()> {
        let doing = || format!("writing {}", file.display());
        let mut open = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(mode)
            .open(file)
            .with_context(doing)?;
        self.files.push(file.to_path_buf());
        open.write_all(content).and_then(|()| open.sync_all()).with_context(doing)
    }

    /// The database file and what stands beside it while it is open.
    fn database(&mut self, file: &Path) {
        for end in ["", "-wal", "-shm"] {
            let mut name = file.as_os_str().to_owned();
            name.push(end);
            self.files.push(name.into());
        }
        self.files.push(file.with_extension("migrate-lock"));
    }

    fn keep(mut self) {
        self.files.clear();
        self.folders.clear();
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for file in &self.files {
            let _ = std::fs::remove_file(file);
        }
        // A folder that holds anything else stays.
        for folder in self.folders.iter().rev() {
            let _ = std::fs::remove_dir(folder);
        }
    }
}
