//! `dateline serve`: the whole agency, until it is told to stop.

use std::io::IsTerminal;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::place::say;
use super::{Failure, Outcome, Place};
use crate::app::App;
use crate::clock::Clock;
use crate::config::{Config, ListenAddr, LogFormat};
use crate::site::proxies::Proxies;
use crate::site::server::{self, Door, ServerSettings};
use crate::site::tls::Certificate;

/// Serve the whole agency: site, API, log, schedules
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Address and port, in place of the one in the settings
    #[arg(long, value_name = "ADDR")]
    listen: Option<ListenAddr>,
}

pub(super) async fn run(args: Args, place: Place) -> Result<Outcome, Failure> {
    let mut config = place.config()?;
    if let Some(listen) = args.listen {
        config.server.listen = listen;
    }
    start_log(&config)?;
    place.database(&config).await?.close().await;
    let app = App::open(config, &place.data, Clock::System).await.map_err(anyhow::Error::from)?;
    serve(app, Theme::OnSignal, |_| {}).await?;
    Ok(Outcome::Done)
}

/// When the theme folder is read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Theme {
    /// On SIGHUP.
    OnSignal,
    /// On SIGHUP, and when a file in it changes.
    WhenChanged,
}

/// Serves `app` until SIGTERM or SIGINT; requests in flight are then finished. `listening` hears where it listens.
pub(super) async fn serve(app: App, theme: Theme, listening: impl FnOnce(SocketAddr)) -> anyhow::Result<()> {
    let config = app.config.clone();
    let certificate = certificate(&app)?;
    let door = match &certificate {
        None => Door::plain(listen(&config.server.listen).await?),
        Some(certificate) => Door::tls(listen(&config.server.listen).await?, certificate.acceptor()),
    };
    let address = door.address()?;
    let (stop, stopped) = watch::channel(false);
    let tasks = app.start(stopped.clone());
    if let Some(listen_admin) = &config.server.admin_listen {
        let door = Door::plain(listen(listen_admin).await?);
        let router = app.health_router(true);
        let mut stopped = stopped.clone();
        tokio::spawn(async move {
            let until = async move { drop(stopped.changed().await) };
            server::serve(None, router, vec![door], ServerSettings::default(), until).await
        });
    }
    tokio::spawn(on_signals(app.clone(), certificate, theme, stopped));
    // Before anybody is told that we are here, and may tell us to stop.
    let told_to_stop = told_to_stop()?;
    let scheme = if config.tls.cert.is_some() { "https" } else { "http" };
    say(format!("serving on {scheme}://{address}"));
    listening(address);
    tracing::info!(%address, "serving");
    let settings = ServerSettings {
        grace: Duration::from_secs(config.server.grace_seconds.into()),
        proxies: Proxies::new(&config.server.trusted_proxies),
        ..ServerSettings::default()
    };
    server::serve(Some(app.cache.clone()), app.router(), vec![door], settings, told_to_stop).await?;
    stop.send_replace(true);
    let finished =
        tokio::time::timeout(Duration::from_secs(config.server.grace_seconds.into()), tasks.join_all());
    if finished.await.is_err() {
        tracing::warn!("an errand did not end in time; it is given back");
    }
    app.publication.db.close().await;
    tracing::info!("stopped");
    Ok(())
}

async fn listen(address: &ListenAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address.as_str()).await.with_context(|| format!("listening on {address}"))
}

fn certificate(app: &App) -> anyhow::Result<Option<Arc<Certificate>>> {
    match (&app.config.tls.cert, &app.config.tls.key) {
        (Some(cert), Some(key)) => {
            let read = Certificate::read(&app.folder.join(cert), &app.folder.join(key));
            Ok(Some(read.context("the certificate of [server.tls]")?))
        }
        _ => Ok(None),
    }
}

/// Ends with the first SIGTERM or SIGINT.
fn told_to_stop() -> anyhow::Result<impl Future<Output = ()>> {
    let mut term = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = term.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// How often the theme folder is looked at where it is followed.
const LOOK_EVERY: Duration = Duration::from_millis(500);

async fn on_signals(
    app: App,
    certificate: Option<Arc<Certificate>>,
    theme: Theme,
    mut stopped: watch::Receiver<bool>,
) {
    let Ok(mut hangup) = signal(SignalKind::hangup()) else { return };
    let mut look = tokio::time::interval(LOOK_EVERY);
    loop {
        tokio::select! {
            _ = stopped.changed() => return,
            _ = hangup.recv() => {
                app.reload_theme();
                if let Some(Err(error)) = certificate.as_ref().map(|certificate| certificate.read_again()) {
                    tracing::error!(%error, "the certificate was not read again; the old one stays");
                }
            }
            _ = look.tick(), if theme == Theme::WhenChanged => app.reload_theme_if_changed(),
        }
    }
}

/// Log lines to standard error, as the settings say.
pub(super) fn start_log(config: &Config) -> anyhow::Result<()> {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_new(&config.log.level).context("[log] level")?;
    let colours = std::io::stderr().is_terminal();
    let lines =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours);
    let started = match config.log.format {
        LogFormat::Json => lines.json().try_init(),
        LogFormat::Text => lines.try_init(),
    };
    started.map_err(|error| anyhow::anyhow!("starting the log: {error}"))
}
