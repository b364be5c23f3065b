//! Everything a running node holds, and what it does while it runs.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::api::{self, Api, Limit};
use crate::blob::{BlobError, BlobStore};
use crate::bus::Bus;
use crate::captcha::{self, Captcha};
use crate::clock::Clock;
use crate::config::{Config, Origin, PurgeMethod};
use crate::db::{Db, DbError};
use crate::edition::AgencyCell;
use crate::feedback;
use crate::jobs::Handlers;
use crate::mail::{MailError, Post};
use crate::media::{Darkroom, Format};
use crate::newsroom::{self, Newsroom};
use crate::page_cache::{CacheSettings, Dep, PageCache, PurgeHook, PurgeSettings, Tags, Touch};
use crate::people;
use crate::publication::{
    Entry, OnCommit, Publication, follow, log, run_errands, run_schedule, with_darkroom,
};
use crate::report;
use crate::site::answers::{self, Answers};
use crate::site::health::{self, Health};
use crate::site::media_file::{self, MediaDoor};
use crate::site::{self, Site, Theme};
use crate::site::{captcha_file, feedback_form, form_door, report_form, report_letters, report_status_page};

/// Why an installation could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The store of media.
    #[error("the store of media: {0}")]
    Blob(#[from] BlobError),
    /// The way of letters.
    #[error("[mail] url: {0}")]
    Mail(#[from] MailError),
}

/// A running node. Cheap to clone.
#[derive(Clone, Debug)]
pub struct App {
    /// Acts and the log.
    pub publication: Publication,
    /// Finished pages.
    pub cache: PageCache,
    /// The public site.
    pub site: Site,
    /// The bytes of media.
    pub blobs: BlobStore,
    /// Settings.
    pub config: Arc<Config>,
    /// The data folder.
    pub folder: Arc<PathBuf>,
    answers: Answers,
    /// Where the agency works.
    pub newsroom: Newsroom,
    darkroom: Darkroom,
    post: Post,
    door: form_door::Door,
}

/// Pictures that are developed at once: decoding takes memory and the processor.
const DARKROOM_PLACES: usize = 2;

impl App {
    /// Opens the installation in `folder`, its schema brought up to date.
    pub async fn open(config: Config, folder: &Path, clock: Clock) -> Result<App, OpenError> {
        let db = Db::open(config.database.url.reveal(), folder).await?;
        App::over(db, config, folder, clock).await
    }

    /// Over an open database.
    pub async fn over(db: Db, config: Config, folder: &Path, clock: Clock) -> Result<App, OpenError> {
        let blobs = BlobStore::open(config.blob.url.reveal(), folder)?;
        let agency = AgencyCell::at_origin(config.server.origin.as_ref().map(Origin::as_str));
        let mut view = db.snapshot().await?;
        let head = log::head(&mut view.conn()).await?;
        agency.current(&mut view.conn()).await?;
        drop(view);
        let cache = PageCache::new(cache_settings(&config), clock.clone(), head as u64);
        if let Some(address) = &config.cache.purge_url {
            cache.purge_through(purge_hook(address.url().clone(), &config));
        }
        let (theme, faults) = Theme::open(folder.join(&config.site.theme));
        faults.iter().for_each(tell_fault);
        let publication =
            Publication::new(db.clone(), clock.clone(), agency.clone(), ears(cache.clone())).await?;
        cache.caught_up(publication.opened_at() as u64);
        let site = Site::new(db, agency, clock, theme);
        let darkroom = Darkroom::new(blobs.clone(), DARKROOM_PLACES);
        let post = Post::open(config.mail.url.reveal(), folder, &sender(&config))?;
        let newsroom = Newsroom::new(publication.clone(), blobs.clone(), site.clone());
        let door = form_door::Door {
            publication: publication.clone(),
            site: site.clone(),
            cache: cache.clone(),
            captcha: Captcha::default(),
        };
        let (config, folder) = (Arc::new(config), Arc::new(folder.to_path_buf()));
        let answers = Answers::default();
        Ok(App { publication, cache, site, blobs, config, folder, answers, newsroom, darkroom, post, door })
    }

    /// Every route of the node.
    pub fn router(&self) -> Router {
        let limit = self.config.api.requests_per_minute.and_then(std::num::NonZeroU32::new);
        let api = Api {
            publication: self.publication.clone(),
            blobs: self.blobs.clone(),
            limit: limit.map(|limit| Arc::new(Limit::per_minute(limit))),
        };
        let door = MediaDoor { db: self.publication.db.clone(), blobs: self.blobs.clone() };
        let media = Router::new().route("/media/{hash}/{name}", get(media_file::answer)).with_state(door);
        api::router(api)
            .merge(newsroom::router(self.newsroom.clone()))
            .merge(self.health_router(false))
            .merge(media)
            .merge(captcha_file::router(self.door.clone()))
            .merge(feedback_form::router(self.door.clone()))
            .merge(report_form::router(self.door.clone()))
            .merge(report_status_page::router(self.door.clone()))
            .merge(site::router(self.site.clone(), self.cache.clone()))
            .layer(from_fn_with_state(self.answers.clone(), answers::count))
    }

    /// Health and metrics; `open` gives metrics to anybody who reaches the address.
    pub fn health_router(&self, open: bool) -> Router {
        let (publication, cache) = (self.publication.clone(), self.cache.clone());
        health::router(Health { publication, cache, answers: self.answers.clone(), open_metrics: open })
    }

    /// Who does which errand.
    pub fn handlers(&self) -> Handlers {
        let formats: &'static [Format] = match self.config.site.avif {
            true => &Format::ALL,
            false => &Format::USUAL,
        };
        let handlers = newsroom::with_post(Handlers::default(), self.post.clone());
        let handlers = newsroom::with_notice_letters(handlers, self.publication.clone());
        let handlers = newsroom::with_reminders(handlers, self.publication.clone());
        let handlers = report_letters::with_report_letters(handlers, self.publication.clone());
        let handlers = newsroom::with_resets(handlers, self.publication.clone());
        with_darkroom(handlers, self.publication.clone(), self.darkroom.clone(), formats)
    }

    /// Starts what a node does beside answering: following the log, the schedule, errands and clean-up.
    pub fn start(&self, stop: watch::Receiver<bool>) -> JoinSet<()> {
        let mut tasks = JoinSet::new();
        let bus = Bus::of(&self.publication.db);
        tasks.spawn(follow::notice_others(self.publication.clone(), bus, stop.clone()));
        tasks.spawn(newsroom::follow(self.newsroom.clone(), stop.clone()));
        tasks.spawn(run_schedule(self.publication.clone(), stop.clone()));
        tasks.spawn(run_errands(self.publication.clone(), self.handlers(), stop.clone()));
        tasks.spawn(tidy(self.publication.clone(), stop));
        tasks
    }

    /// Reads the theme folder again. What is broken is told, and the last good template stays.
    pub fn reload_theme(&self) {
        self.site.theme().reload().iter().for_each(tell_fault);
        self.cache.turn_over();
    }

    /// The same, where a file has changed since.
    pub fn reload_theme_if_changed(&self) {
        if let Some(faults) = self.site.theme().reload_if_changed() {
            faults.iter().for_each(tell_fault);
            self.cache.turn_over();
        }
    }
}

/// Who letters are from: as set, or the installation's own host.
fn sender(config: &Config) -> String {
    let host = config.server.origin.as_ref().and_then(|origin| origin.as_str().split("://").nth(1));
    let host = host.and_then(|host| host.split(':').next()).unwrap_or("localhost");
    config.mail.from.clone().unwrap_or_else(|| format!("newsroom@{host}"))
}

fn tell_fault(fault: &site::ThemeFault) {
    tracing::error!(
        theme.file = fault.file,
        theme.line = fault.line,
        reason = fault.reason,
        "a template is broken"
    );
}

fn cache_settings(config: &Config) -> CacheSettings {
    let tags = if config.cache.purge_url.is_some() { Tags::Sent } else { Tags::Omitted };
    CacheSettings { pages_bytes: config.cache.bytes.0, tags, ..CacheSettings::default() }
}

fn purge_hook(url: url::Url, config: &Config) -> PurgeHook {
    let secret = config.cache.purge_header.as_ref().map(|line| (line.name.clone(), line.value.clone()));
    let method = match config.cache.purge_method {
        PurgeMethod::Post => http::Method::POST,
        PurgeMethod::Purge => http::Method::from_bytes(b"PURGE").expect("letters make a method"),
        PurgeMethod::Ban => http::Method::from_bytes(b"BAN").expect("letters make a method"),
    };
    let settings = PurgeSettings { url, method, secret, batch: 30 };
    PurgeHook::start(settings, reqwest::Client::new())
}

/// What makes pages stale: every committed entry, before its writer is answered.
fn ears(cache: PageCache) -> OnCommit {
    Arc::new(move |entries: &[Entry]| {
        for entry in entries {
            let touched: Vec<Dep> = entry.touches.iter().map(|name| Dep::named(name)).collect();
            let touch = if entry.withdrawn { Touch::Withdrawn } else { Touch::Changed };
            cache.note_as(&touched, entry.seq as u64, touch);
        }
    })
}

/// How often what is no longer needed is forgotten.
const TIDY_EVERY: Duration = Duration::from_secs(600);

async fn tidy(publication: Publication, mut stop: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            _ = stop.changed() => return,
            _ = tokio::time::sleep(TIDY_EVERY) => {}
        }
        let tidied = async {
            let mut act = publication.begin_errand().await?;
            let now = act.now;
            api::forget_old_keys(&mut act.conn(), now).await?;
            people::forget_ended(&mut act.conn(), now).await?;
            captcha::forget_old(&mut act.conn(), now).await?;
            feedback::erase_old(&mut act.conn(), now).await?;
            report::erase_old(&mut act.conn(), now).await?;
            act.commit().await
        };
        if let Err(error) = tidied.await {
            tracing::warn!(%error, "forgetting what is no longer needed");
        }
    }
}
