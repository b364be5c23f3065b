//! The archive, written.

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::Path;

use futures_util::TryStreamExt;
use tar::{Builder, Header};

use super::{BackupError, FORMAT, Manifest, file, tables};
use crate::blob::BlobStore;
use crate::db::{Conn, Db, DbError};
use crate::publication::log;

/// How hard the archive is compressed: the middle way of zstd.
const LEVEL: i32 = 3;

/// What an archive holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Rows of all tables.
    pub rows: u64,
    /// Files of media.
    pub media: u64,
    /// The log's head.
    pub head: i64,
}

/// Writes the archive to `target`, which appears only when it is whole. Readers and writers go on meanwhile.
pub async fn write(
    db: &Db,
    blobs: &BlobStore,
    folder: &Path,
    target: &Path,
    now: jiff::Timestamp,
) -> Result<Kept, BackupError> {
    let beside = target.parent().filter(|parent| *parent != Path::new("")).unwrap_or(Path::new("."));
    let unfinished = tempfile::NamedTempFile::new_in(beside).map_err(file("making the archive"))?;
    let packed =
        zstd::Encoder::new(unfinished.as_file(), LEVEL).map_err(file("beginning the archive"))?.auto_finish();
    let mut tar = Builder::new(packed);
    let (rows, head) = write_tables(db, &mut tar, now).await?;
    let media = write_media(blobs, &mut tar).await?;
    for name in ["dateline.toml", "keys", "theme"] {
        write_files(&mut tar, folder, Path::new(name))?;
    }
    let packed = tar.into_inner().map_err(file("finishing the archive"))?;
    drop(packed);
    unfinished.as_file().sync_all().map_err(file("making the archive durable"))?;
    unfinished.persist(target).map_err(|e| file(format!("naming {}", target.display()))(e.error))?;
    Ok(Kept { rows, media, head })
}

async fn write_tables<W: Write>(
    db: &Db,
    tar: &mut Builder<W>,
    now: jiff::Timestamp,
) -> Result<(u64, i64), BackupError> {
    let schema = db.schema_version().await?;
    let mut snapshot = db.snapshot().await?;
    let mut conn = snapshot.conn();
    let head = log::head(&mut conn).await?;
    let story_number = story_number(&mut conn).await?;
    let (mut kept, mut files) = (Vec::new(), Vec::new());
    for table in tables::all(&mut conn).await? {
        let mut rows = std::io::BufWriter::new(tempfile::tempfile().map_err(file("making room"))?);
        kept.push(tables::dump(&mut conn, &table, &mut rows).await?);
        files.push(rows.into_inner().map_err(|e| file("making room")(e.into_error()))?);
    }
    drop(snapshot);
    let total = kept.iter().map(|table| table.rows).sum();
    let manifest =
        Manifest { format: FORMAT.to_owned(), made_at: now, schema, head, story_number, tables: kept };
    let text = serde_json::to_vec_pretty(&manifest).expect("a manifest is plain data");
    append(tar, "manifest.json", text.len() as u64, 0o644, text.as_slice())?;
    for (table, mut rows) in manifest.tables.iter().zip(files) {
        rows.rewind().map_err(file("reading back"))?;
        let length = rows.metadata().map_err(file("reading back"))?.len();
        append(tar, &format!("tables/{}.jsonl", table.name), length, 0o644, rows)?;
    }
    Ok((total, head))
}

/// The highest story number given out: a row on SQLite, a sequence on PostgreSQL.
pub(super) async fn story_number(conn: &mut Conn<'_>) -> Result<i64, DbError> {
    let sql = conn.pick(
        "SELECT value FROM counter WHERE name = 'story_number'",
        "SELECT last_value AS value FROM story_number",
    );
    conn.one(sql, []).await?.get("value")
}

async fn write_media<W: Write>(blobs: &BlobStore, tar: &mut Builder<W>) -> Result<u64, BackupError> {
    let mut entries: Vec<_> = blobs.list(None).try_collect().await?;
    entries.sort_by(|a, b| a.key.as_str().cmp(b.key.as_str()));
    for entry in &entries {
        let bytes = blobs.get(&entry.key).await?;
        append(tar, &format!("media/{}", entry.key.as_str()), bytes.len() as u64, 0o644, bytes.as_ref())?;
    }
    Ok(entries.len() as u64)
}

/// A file, or everything under a folder; nothing where it is not there. Links are not followed.
fn write_files<W: Write>(tar: &mut Builder<W>, folder: &Path, name: &Path) -> Result<(), BackupError> {
    let path = folder.join(name);
    let Ok(found) = std::fs::symlink_metadata(&path) else { return Ok(()) };
    let doing = || format!("reading {}", path.display());
    if found.is_dir() {
        let mut names: Vec<_> = std::fs::read_dir(&path)
            .map_err(file(doing()))?
            .filter_map(|entry| Some(entry.ok()?.file_name()))
            .collect();
        names.sort();
        return names.into_iter().try_for_each(|inner| write_files(tar, folder, &name.join(inner)));
    }
    if found.is_file() {
        let private = name.starts_with("keys");
        let mode = if private { 0o600 } else { 0o644 };
        let content = File::open(&path).map_err(file(doing()))?;
        append(tar, &format!("files/{}", name.display()), found.len(), mode, content)?;
    }
    Ok(())
}

fn append<W: Write>(
    tar: &mut Builder<W>,
    name: &str,
    length: u64,
    mode: u32,
    content: impl Read,
) -> Result<(), BackupError> {
    let mut header = Header::new_gnu();
    header.set_size(length);
    header.set_mode(mode);
    header.set_mtime(0);
    tar.append_data(&mut header, name, content).map_err(file(format!("keeping {name}")))
}
