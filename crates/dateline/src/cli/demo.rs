//! `dateline demo`: a ready newsroom with invented copy in nine languages, served.

use std::io::Write;
use std::net::SocketAddr;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::place::say;
use super::serve::{self, Theme};
use super::{Failure, Outcome, Place, init};
use crate::app::App;
use crate::blob::BlobStore;
use crate::clock::Clock;
use crate::config::ListenAddr;
use crate::db::Db;
use crate::demo;
use crate::people::{Email, Password};

/// The folder of the demo where none is named.
const FOLDER: &str = "dateline-demo";
/// The file that holds the administrator's password.
const PASSWORD_FILE: &str = "demo-password.txt";

/// Serve a demo newsroom with invented copy in nine languages
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Address and port
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: ListenAddr,
}

pub(super) async fn run(args: Args, place: Place) -> Result<Outcome, Failure> {
    let place = in_a_folder_of_its_own(place);
    let mut config = place.config()?;
    config.server.listen = args.listen;
    serve::start_log(&config)?;
    let fresh = place.sqlite_file(&config).is_some_and(|file| !file.exists());
    if fresh {
        say("making the demo newsroom; this takes a moment");
        let password = new_password()?;
        let description = demo::agency().map_err(anyhow::Error::from)?;
        let email = Email::parse(demo::ADMINISTRATOR).map_err(anyhow::Error::from)?;
        let hash = Password::parse(&password).map_err(anyhow::Error::from)?.hash();
        init::make(&place, &config, &description, email, hash).await?;
        keep_password(&place.data.join(PASSWORD_FILE), &password)?;
    }
    let db = Db::open(config.database.url.reveal(), &place.data).await?;
    let blobs = BlobStore::open(config.blob.url.reveal(), &place.data).context("opening the media store")?;
    let password = std::fs::read_to_string(place.data.join(PASSWORD_FILE)).ok();
    let password = password.and_then(|password| Password::parse(password.trim()).ok());
    let loaded = demo::load(&db, &blobs, Clock::System.now(), password.as_ref());
    let loaded = loaded.await.map_err(anyhow::Error::from)?;
    db.close().await;
    if let Some(loaded) = loaded {
        let demo::Loaded { stories, pictures, acts, drafts } = loaded;
        say(format_args!("{stories} stories, {pictures} pictures, {acts} acts, {drafts} stories in hand"));
    }
    say(format_args!("the data is in {}", place.data.display()));
    let app = App::open(config, &place.data, Clock::System).await.map_err(anyhow::Error::from)?;
    let password_file = place.data.join(PASSWORD_FILE);
    serve::serve(app, Theme::WhenChanged, |address| welcome(address, &password_file)).await?;
    Ok(Outcome::Done)
}

/// Where to go, and how to come in. `localhost` rather than the address itself: passkeys work there without encryption.
fn welcome(address: SocketAddr, password_file: &Path) {
    let here = format!("http://localhost:{}", address.port());
    say(format_args!("open {here} for the site, {here}/newsroom for the newsroom"));
    say(format_args!("the API describes itself at {here}/api/v1/openapi.json"));
    if let Ok(password) = std::fs::read_to_string(password_file) {
        say(format_args!("sign in as {} with the password {}", demo::ADMINISTRATOR, password.trim()));
        for (address, roles) in demo::people().unwrap_or_default() {
            say(format_args!("the same password is that of {address} ({roles})"));
        }
    }
}

/// The demo never takes the present folder: somebody may have an installation there.
fn in_a_folder_of_its_own(place: Place) -> Place {
    if place.data != Path::new(".") {
        return place;
    }
    let data = PathBuf::from(FOLDER);
    Place { config_file: data.join(crate::config::FILE_NAME), data }
}

/// Four groups of letters that are hard to mistake for others.
fn new_password() -> anyhow::Result<String> {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz234567890";
    let mut random = [0u8; 16];
    rand::fill(&mut random[..]);
    let letters: Vec<char> = random.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    Ok(letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-"))
}

fn keep_password(file: &Path, password: &str) -> anyhow::Result<()> {
    let opened = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(file);
    let mut opened = opened.with_context(|| format!("writing {}", file.display()))?;
    writeln!(opened, "{password}").with_context(|| format!("writing {}", file.display()))
}
