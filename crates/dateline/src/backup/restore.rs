//! An installation made from an archive.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Component, Path, PathBuf};

use bytes::Bytes;
use sha2::{Digest, Sha256};
use tokio::sync::mpsc;

use super::{BackupError, FORMAT, Manifest, archive, file, tables};
use crate::blob::{BlobKey, BlobStore};
use crate::db::{Conn, Db, dialect};
use crate::publication::log;

/// The largest single file taken from an archive, in bytes.
const MOST_BYTES: u64 = 8 << 30;

/// The longest manifest, in bytes.
const MOST_MANIFEST_BYTES: u64 = 16 << 20;

/// What was put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Rows of all tables.
    pub rows: u64,
    /// Files of media.
    pub media: u64,
    /// The log's head.
    pub head: i64,
}

/// Unpacks settings, keys and theme into `folder`; the rest stays in the archive until [`restore`] reads it. Refuses a
/// folder that holds data.
pub fn unpack_files(source: &Path, folder: &Path) -> Result<(), BackupError> {
    for held in ["keys", "dateline.db"] {
        if folder.join(held).exists() {
            return Err(BackupError::HoldsData(folder.display().to_string()));
        }
    }
    each_entry(source, |name, content| {
        let Ok(inner) = name.strip_prefix("files") else { return Ok(()) };
        let target = folder.join(inner);
        let doing = || format!("writing {}", target.display());
        std::fs::create_dir_all(target.parent().unwrap_or(folder)).map_err(file(doing()))?;
        let private = inner.starts_with("keys");
        let mut out = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(if private { 0o600 } else { 0o640 })
            .open(&target)
            .map_err(file(doing()))?;
        std::io::copy(content, &mut out).map_err(file(doing()))?;
        out.sync_all().map_err(file(doing()))
    })
}

/// Puts rows and media back into an installation whose database is empty, and proves them: each table's hash and
/// count, and a log without a gap.
pub async fn restore(source: &Path, db: &Db, blobs: &BlobStore) -> Result<Restored, BackupError> {
    let read = read(source)?;
    if read.manifest.schema != db.newest_schema() {
        let found = read.manifest.schema;
        let reason = format!("it has schema {found}, this program works with {}", db.newest_schema());
        return Err(BackupError::BadArchive(reason));
    }
    refuse_data(&mut db.reader().await?.conn()).await?;
    // The rows last: as long as they are not there, the installation is not.
    let media = put_media(source, blobs).await?;
    let head = read.manifest.head;
    let rows = put_rows(read, db).await?;
    Ok(Restored { rows, media, head })
}

struct ReadArchive {
    manifest: Manifest,
    /// The lines of each table, as its hash proves them.
    tables: BTreeMap<String, File>,
}

fn read(source: &Path) -> Result<ReadArchive, BackupError> {
    let bad = |reason: String| BackupError::BadArchive(reason);
    let (mut manifest, mut tables, mut hashes) = (None, BTreeMap::new(), BTreeMap::new());
    each_entry(source, |name, content| {
        let reading = || file(format!("reading {}", name.display()));
        if name == Path::new("manifest.json") {
            let mut bytes = Vec::new();
            content.take(MOST_MANIFEST_BYTES).read_to_end(&mut bytes).map_err(reading())?;
            manifest = Some(serde_json::from_slice::<Manifest>(&bytes).map_err(|e| bad(e.to_string()))?);
        } else if let Ok(table) = name.strip_prefix("tables") {
            let mut lines = Hashed { inner: tempfile::tempfile().map_err(reading())?, hash: Sha256::new() };
            std::io::copy(content, &mut lines).map_err(reading())?;
            let table = table.with_extension("").display().to_string();
            hashes.insert(table.clone(), hex::encode(lines.hash.finalize()));
            tables.insert(table, lines.inner);
        } else if let Ok(key) = name.strip_prefix("media") {
            media_key(key)?;
        }
        Ok(())
    })?;
    let manifest =
        manifest.filter(|m| m.format == FORMAT).ok_or_else(|| bad(format!("it is no {FORMAT}")))?;
    for kept in &manifest.tables {
        let hash = hashes.get(&kept.name).ok_or_else(|| bad(format!("table {} is missing", kept.name)))?;
        if *hash != kept.hash {
            return Err(bad(format!("table {} is damaged", kept.name)));
        }
    }
    Ok(ReadArchive { manifest, tables })
}

fn media_key(name: &Path) -> Result<BlobKey, BackupError> {
    BlobKey::parse(&name.display().to_string()).map_err(|e| BackupError::BadArchive(e.to_string()))
}

/// What is written, and its hash.
struct Hashed<W> {
    inner: W,
    hash: Sha256,
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hash.update(&bytes[..written]);
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}

/// Puts the media back one after the other, so that only few of them are in memory; how many there were.
async fn put_media(source: &Path, blobs: &BlobStore) -> Result<u64, BackupError> {
    let (sender, mut sent) = mpsc::channel(2);
    let source = source.to_path_buf();
    let reading = tokio::task::spawn_blocking(move || {
        each_entry(&source, |name, content| {
            let Ok(key) = name.strip_prefix("media") else { return Ok(()) };
            let (key, mut bytes) = (media_key(key)?, Vec::new());
            content.read_to_end(&mut bytes).map_err(file(format!("reading {}", name.display())))?;
            // Nobody takes it any more where the store has refused one before.
            let _ = sender.blocking_send((key, Bytes::from(bytes)));
            Ok(())
        })
    });
    let mut media = 0;
    while let Some((key, bytes)) = sent.recv().await {
        blobs.put_named(&key, bytes).await?;
        media += 1;
    }
    reading.await.map_err(|panic| BackupError::BadArchive(panic.to_string()))??;
    Ok(media)
}

async fn refuse_data(conn: &mut Conn<'_>) -> Result<(), BackupError> {
    match conn.one("SELECT count(*) AS held FROM agency", []).await?.get::<i64>("held")? {
        0 => Ok(()),
        _ => Err(BackupError::HoldsData("the database".to_owned())),
    }
}

async fn put_rows(mut read: ReadArchive, db: &Db) -> Result<u64, BackupError> {
    let mut owned = db.writing_conn().await?;
    let mut conn = owned.conn();
    conn.execute("BEGIN", []).await?;
    let put = put_tables(&mut conn, &mut read).await;
    let end = if put.is_ok() { "COMMIT" } else { "ROLLBACK" };
    conn.execute(end, []).await?;
    put
}

async fn put_tables(conn: &mut Conn<'_>, read: &mut ReadArchive) -> Result<u64, BackupError> {
    refuse_data(conn).await?;
    let mut rows = 0;
    for table in tables::all(conn).await? {
        let Some(kept) = read.manifest.tables.iter().find(|kept| kept.name == table.name) else { continue };
        let lines = read.tables.remove(&table.name).expect("every table of the manifest was read");
        let put = table.fill_from(conn, lines).await?;
        if put != kept.rows {
            return Err(BackupError::BadArchive(format!("table {} has {put} rows", table.name)));
        }
        rows += put;
    }
    let raise = conn.pick(dialect::RAISE_STORY_NUMBER.0, dialect::RAISE_STORY_NUMBER.1);
    conn.execute(raise, [read.manifest.story_number.into()]).await?;
    let log_rows = conn.one("SELECT count(*) AS entries FROM log", []).await?.get::<i64>("entries")?;
    let head = log::head(conn).await?;
    if head != read.manifest.head || log_rows != head || archive::story_number(conn).await? < 0 {
        return Err(BackupError::BadArchive(format!("its log has {log_rows} entries and the head {head}")));
    }
    Ok(rows)
}

/// Every file of the archive whose name stays inside it; another name is a reason to refuse the whole.
fn each_entry(
    source: &Path,
    mut take: impl FnMut(&Path, &mut dyn Read) -> Result<(), BackupError>,
) -> Result<(), BackupError> {
    let doing = || format!("reading {}", source.display());
    let packed = File::open(source).map_err(file(doing()))?;
    let mut tar = tar::Archive::new(zstd::Decoder::new(packed).map_err(file(doing()))?);
    for entry in tar.entries().map_err(file(doing()))? {
        let mut entry = entry.map_err(file(doing()))?;
        let name: PathBuf = entry.path().map_err(file(doing()))?.into_owned();
        let inside = name.components().all(|part| matches!(part, Component::Normal(_)));
        let plain = entry.header().entry_type().is_file();
        if !inside || !plain || entry.size() > MOST_BYTES {
            return Err(BackupError::BadArchive(format!("{} does not belong in it", name.display())));
        }
        take(&name, &mut entry)?;
    }
    Ok(())
}
