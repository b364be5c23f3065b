//! An installation made from an archive.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Component, Path, PathBuf};

use bytes::Bytes;
use sha2::{Digest, Sha256};

use super::{BackupError, FORMAT, Manifest, archive, file, tables};
use crate::blob::{BlobKey, BlobStore};
use crate::db::{Db, dialect};
use crate::publication::log;

/// The largest single file taken from an archive, in bytes.
const MOST_BYTES: u64 = 8 << 30;

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
    let rows = put_rows(&read, db).await?;
    let media = read.media.len() as u64;
    for (key, bytes) in read.media {
        blobs.put_named(&key, bytes).await?;
    }
    Ok(Restored { rows, media, head: read.manifest.head })
}

struct ReadArchive {
    manifest: Manifest,
    tables: BTreeMap<String, String>,
    media: Vec<(BlobKey, Bytes)>,
}

fn read(source: &Path) -> Result<ReadArchive, BackupError> {
    let bad = |reason: String| BackupError::BadArchive(reason);
    let (mut manifest, mut tables, mut media) = (None, BTreeMap::new(), Vec::new());
    each_entry(source, |name, content| {
        let mut bytes = Vec::new();
        let whole = |content: &mut dyn Read, bytes: &mut Vec<u8>| {
            content.read_to_end(bytes).map(|_| ()).map_err(file(format!("reading {}", name.display())))
        };
        if name == Path::new("manifest.json") {
            whole(content, &mut bytes)?;
            manifest = Some(serde_json::from_slice::<Manifest>(&bytes).map_err(|e| bad(e.to_string()))?);
        } else if let Ok(table) = name.strip_prefix("tables") {
            whole(content, &mut bytes)?;
            let text = String::from_utf8(bytes).map_err(|e| bad(e.to_string()))?;
            tables.insert(table.with_extension("").display().to_string(), text);
        } else if let Ok(key) = name.strip_prefix("media") {
            whole(content, &mut bytes)?;
            let key = BlobKey::parse(&key.display().to_string()).map_err(|e| bad(e.to_string()))?;
            media.push((key, Bytes::from(bytes)));
        }
        Ok(())
    })?;
    let manifest =
        manifest.filter(|m| m.format == FORMAT).ok_or_else(|| bad(format!("it is no {FORMAT}")))?;
    for kept in &manifest.tables {
        let text = tables.get(&kept.name).ok_or_else(|| bad(format!("table {} is missing", kept.name)))?;
        if hex::encode(Sha256::digest(text.as_bytes())) != kept.hash {
            return Err(bad(format!("table {} is damaged", kept.name)));
        }
    }
    Ok(ReadArchive { manifest, tables, media })
}

async fn put_rows(read: &ReadArchive, db: &Db) -> Result<u64, BackupError> {
    let mut owned = db.writing_conn().await?;
    let mut conn = owned.conn();
    conn.execute("BEGIN", []).await?;
    let held: i64 = conn.one("SELECT count(*) AS held FROM agency", []).await?.get("held")?;
    if held > 0 {
        conn.execute("ROLLBACK", []).await?;
        return Err(BackupError::HoldsData("the database".to_owned()));
    }
    let mut rows = 0;
    for table in tables::all(&mut conn).await? {
        let Some(kept) = read.manifest.tables.iter().find(|kept| kept.name == table.name) else { continue };
        tables::clear(&mut conn, &table).await?;
        let put = table.fill(&mut conn, read.tables[&table.name].lines()).await?;
        if put != kept.rows {
            return Err(BackupError::BadArchive(format!("table {} has {put} rows", table.name)));
        }
        rows += put;
    }
    let raise = conn.pick(dialect::RAISE_STORY_NUMBER.0, dialect::RAISE_STORY_NUMBER.1);
    conn.execute(raise, [read.manifest.story_number.into()]).await?;
    let log_rows = conn.one("SELECT count(*) AS entries FROM log", []).await?.get::<i64>("entries")?;
    let head = log::head(&mut conn).await?;
    if head != read.manifest.head || log_rows != head || archive::story_number(&mut conn).await? < 0 {
        conn.execute("ROLLBACK", []).await?;
        return Err(BackupError::BadArchive(format!("its log has {log_rows} entries and the head {head}")));
    }
    conn.execute("COMMIT", []).await?;
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
