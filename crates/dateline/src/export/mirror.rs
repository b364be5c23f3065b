//! A static mirror of the site: every page as a file any web server can give out.
//!
//! A page stands as `index.html` in a folder of its path, a feed or another file under its own name. Forms and lists
//! behind a cursor need the program and are left out: the archive of days leads to every story. The second run
//! writes only pages that depend on what the log has named since, and removes those that are gone.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures_util::{StreamExt, TryStreamExt, stream};
use http::StatusCode;
use jiff::Timestamp;

use super::mirror_state::{MirrorState, Written};
use super::{ExportError, file, pages, writing};
use crate::blob::BlobStore;
use crate::db::Db;
use crate::edition::{Agency, AgencyCell};
use crate::media::PictureAddress;
use crate::page_cache::{Dep, Rendered};
use crate::publication::log;
use crate::site::{self, PageRequest, Site};

/// Entries of the log read at once.
const ENTRIES: i64 = 2_000;

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Mirrored {
    /// Pages the mirror has.
    pub pages: u64,
    /// Pages that were rendered.
    pub rendered: u64,
    /// Files that changed.
    pub written: u64,
    /// Pages that are gone.
    pub removed: u64,
    /// Files of media.
    pub media: u64,
}

/// Writes the site into `folder`, or brings a mirror there up to date.
pub async fn export_site(
    site: &Site,
    db: &Db,
    blobs: &BlobStore,
    folder: &Path,
    now: Timestamp,
) -> Result<Mirrored, ExportError> {
    std::fs::create_dir_all(folder).map_err(writing(folder))?;
    let before = {
        let folder = folder.to_path_buf();
        tokio::task::spawn_blocking(move || MirrorState::read(&folder))
            .await
            .map_err(|_| ExportError::Stopped)?
    };
    let mut mirror = Mirror {
        site: site.clone(),
        folder: Arc::from(folder),
        touched: touched(db, before.seq).await?,
        state: MirrorState { seq: head(db).await?, pages: HashMap::with_capacity(before.pages.len()) },
        before,
        now: now.as_microsecond(),
        done: Mirrored::default(),
    };
    let agency = AgencyCell::default().current(&mut db.reader().await?.conn()).await?;
    mirror.home(&agency)?;
    mirror.scripts()?;
    let lists = pages::lists(&mut db.reader().await?.conn(), &agency).await?;
    mirror.bring(lists).await?;
    mirror.sitemaps().await?;
    let mut after = 0;
    loop {
        let found = pages::stories(&mut db.reader().await?.conn(), &agency, after).await?;
        let Some((paths, last)) = found else { break };
        after = last;
        mirror.bring(paths).await?;
    }
    mirror.media(db, blobs).await?;
    mirror.finish()
}

async fn head(db: &Db) -> Result<i64, ExportError> {
    Ok(log::head(&mut db.reader().await?.conn()).await?)
}

/// What the log has named since `seq`.
async fn touched(db: &Db, mut seq: i64) -> Result<HashSet<Box<str>>, ExportError> {
    let mut touched = HashSet::new();
    if seq == 0 {
        return Ok(touched);
    }
    loop {
        let entries = log::after(&mut db.reader().await?.conn(), seq, ENTRIES, false).await?;
        let Some(last) = entries.last() else { return Ok(touched) };
        seq = last.seq;
        let names = entries.iter().flat_map(|entry| &entry.touches);
        touched.extend(names.map(|name| Box::from(Dep::named(name).as_str())));
    }
}

struct Mirror {
    site: Site,
    folder: Arc<Path>,
    touched: HashSet<Box<str>>,
    before: MirrorState,
    state: MirrorState,
    now: i64,
    done: Mirrored,
}

impl Mirror {
    /// Brings pages up to date: those that may have changed are rendered, on every core.
    async fn bring(&mut self, paths: Vec<String>) -> Result<(), ExportError> {
        let mut stale = Vec::new();
        for path in paths {
            match self.before.pages.remove(&path) {
                Some(written) if self.still_stands(&written) => {
                    self.done.pages += 1;
                    self.state.pages.insert(path, written);
                }
                _ => stale.push(path),
            }
        }
        let at_once = 2 * std::thread::available_parallelism().map_or(2, usize::from);
        let (site, folder) = (self.site.clone(), self.folder.clone());
        let rendered: Vec<_> = stream::iter(stale)
            .map(|path| {
                let (site, folder) = (site.clone(), folder.clone());
                async move {
                    let task = tokio::spawn(async move { bring_one(&site, &folder, path).await });
                    task.await.map_err(|_| ExportError::Stopped)?
                }
            })
            .buffer_unordered(at_once)
            .try_collect()
            .await?;
        for (path, page) in rendered {
            self.done.rendered += 1;
            let Some((written, changed)) = page else {
                self.remove(&path)?;
                continue;
            };
            self.done.pages += 1;
            self.done.written += u64::from(changed);
            self.state.pages.insert(path, written);
        }
        Ok(())
    }

    fn still_stands(&self, page: &Written) -> bool {
        page.until.is_none_or(|until| until > self.now)
            && page.deps.iter().all(|dep| !self.touched.contains(dep))
    }

    /// The root leads to the default edition; which one a reader prefers only the program can tell.
    fn home(&mut self, agency: &Agency) -> Result<(), ExportError> {
        let language = agency.default_language;
        let html = format!(
            "<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><title>{language}</title>\
             <link rel=\"canonical\" href=\"/{language}\"><meta http-equiv=\"refresh\" content=\"0; url=/{language}\">\
             <a href=\"/{language}\">/{language}</a></html>\n"
        );
        let place = self.folder.join("index.html");
        self.done.written += u64::from(file::put(&place, html.as_bytes()).map_err(writing(&place))?);
        Ok(())
    }

    fn scripts(&mut self) -> Result<(), ExportError> {
        for (path, bytes) in site::scripts() {
            let place = place_of(&self.folder, &path);
            self.done.written += u64::from(file::put(&place, &bytes).map_err(writing(&place))?);
        }
        Ok(())
    }

    /// The sitemaps the index names.
    async fn sitemaps(&mut self) -> Result<(), ExportError> {
        let index = self.folder.join("sitemap.xml");
        let Ok(text) = std::fs::read_to_string(&index) else { return Ok(()) };
        let paths = text.split("<loc>").skip(1).filter_map(|rest| {
            let address = rest.split("</loc>").next()?;
            Some(address[address.find("/sitemap/")?..].to_owned())
        });
        self.bring(paths.collect()).await
    }

    /// Copies the files of media that public stories show.
    async fn media(&mut self, db: &Db, blobs: &BlobStore) -> Result<(), ExportError> {
        let rows = db
            .reader()
            .await?
            .conn()
            .all(
                "SELECT DISTINCT m.public FROM media m JOIN media_use u ON u.media = m.id \
                 JOIN released r ON r.number = u.number WHERE r.state = 'public' AND m.state = 'good'",
                [],
            )
            .await?;
        for row in rows {
            let public: String = row.get("public")?;
            let Some(address) = PictureAddress::parse(&public) else { continue };
            let kept: Vec<_> = blobs.list(Some(&address.folder())).try_collect().await?;
            for entry in kept {
                let Some((_, name)) = entry.key.as_str().rsplit_once('/') else { continue };
                let place = self.folder.join("media").join(&public).join(name);
                self.done.media += 1;
                // The name of a public file stands for its bytes: one that is there is the same.
                if std::fs::metadata(&place).is_ok_and(|meta| meta.len() == entry.bytes) {
                    continue;
                }
                let bytes = blobs.get(&entry.key).await?;
                self.done.written += u64::from(file::put(&place, &bytes).map_err(writing(&place))?);
            }
        }
        Ok(())
    }

    fn remove(&mut self, path: &str) -> Result<(), ExportError> {
        let place = place_of(&self.folder, path);
        match std::fs::remove_file(&place) {
            Ok(()) => self.done.removed += 1,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(writing(&place)(error)),
        }
        Ok(())
    }

    /// Removes what is gone and remembers what is there.
    fn finish(mut self) -> Result<Mirrored, ExportError> {
        let gone: Vec<String> = self.before.pages.keys().cloned().collect();
        for path in gone {
            self.remove(&path)?;
        }
        self.state.write(&self.folder).map_err(writing(&self.folder))?;
        Ok(self.done)
    }
}

type Brought = (String, Option<(Written, bool)>);

/// Renders a page and writes its file; nothing where there is no such page. A withdrawn story's page is its notice.
async fn bring_one(site: &Site, folder: &Path, path: String) -> Result<Brought, ExportError> {
    let rendered = site
        .render(&PageRequest::path(path.clone()))
        .await
        .map_err(|error| ExportError::Page { path: path.clone(), reason: error.to_string() })?;
    let is_notice = matches!(rendered.status, StatusCode::GONE | StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS);
    if rendered.status != StatusCode::OK && !is_notice {
        return Ok((path, None));
    }
    let place = place_of(folder, &path);
    let changed = file::put(&place, &rendered.body).map_err(writing(&place))?;
    Ok((path, Some((written(&rendered), changed))))
}

fn written(rendered: &Rendered) -> Written {
    Written {
        until: rendered.until.map(Timestamp::as_microsecond),
        deps: rendered.deps.iter().map(|dep| Box::from(dep.as_str())).collect(),
    }
}

/// Where the file of a path stands. Paths are made by the program of slugs, numbers and tags, never by visitors; a
/// part that could lead out of the folder becomes a plain one all the same.
fn place_of(folder: &Path, path: &str) -> PathBuf {
    let mut place = folder.to_path_buf();
    for part in path.split('/').filter(|part| !matches!(*part, "" | "." | "..")) {
        place.push(part.replace(['\\', '\0'], "-"));
    }
    let is_file = path.rsplit('/').next().is_some_and(|last| last.contains('.'));
    if is_file { place } else { place.join("index.html") }
}
