//! The SQL of media and of which stories use them.

use std::time::Duration;

use jiff::Timestamp;

use super::address::PictureAddress;
use super::item::{Made, Media, Standing};
use super::kind::MediaKind;
use super::renditions::FocalPoint;
use crate::blob::ContentHash;
use crate::db::{Conn, DbError, Engine, ManyRows, Row, Value, dialect};
use crate::ids::{MediaId, PersonId, StoryNumber};
use crate::story::{Release, StoryCopy};

/// The focal point is kept in ten-thousandths.
const FOCUS_UNITS: f64 = 10_000.0;

/// Adds a file.
pub async fn insert(conn: &mut Conn<'_>, media: &Media) -> Result<(), DbError> {
    let side = |pick: fn((u32, u32)) -> u32| media.size.map(|size| i64::from(pick(size)));
    let duration_ms = media.duration.and_then(|duration| i64::try_from(duration.as_millis()).ok());
    let [focus_x, focus_y] = focus(media.focal);
    conn.execute(
        "INSERT INTO media (id, hash, public, kind, mime, name, bytes, width, height, duration_ms, focus_x, focus_y, \
         fields, renditions, state, expires_at, created_at, created_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        [
            media.id.into(),
            media.original.to_string().into(),
            media.address.as_str().into(),
            media.kind.extension().into(),
            media.kind.media_type().into(),
            media.name.as_str().into(),
            (media.bytes as i64).into(),
            side(|(width, _)| width).into(),
            side(|(_, height)| height).into(),
            duration_ms.into(),
            focus_x,
            focus_y,
            json(&media.fields),
            json(&media.made),
            media.standing.as_str().into(),
            media.expires_at.into(),
            media.created_at.into(),
            media.created_by.into(),
        ],
    )
    .await
    .map(|_| ())
}

/// The file with this id.
pub async fn by_id(conn: &mut Conn<'_>, id: MediaId) -> Result<Option<Media>, DbError> {
    let row = conn.optional("SELECT * FROM media WHERE id = $1", [id.into()]).await?;
    row.map(read).transpose()
}

/// The file at this public address.
pub async fn by_address(conn: &mut Conn<'_>, address: &PictureAddress) -> Result<Option<Media>, DbError> {
    let row = conn.optional("SELECT * FROM media WHERE public = $1", [address.as_str().into()]).await?;
    row.map(read).transpose()
}

/// The first file in good standing with these bytes that was taken in under `name`: the same sent again.
pub async fn sent_before(
    conn: &mut Conn<'_>,
    original: &ContentHash,
    name: &str,
) -> Result<Option<Media>, DbError> {
    let row = conn
        .optional(
            "SELECT * FROM media WHERE hash = $1 AND name = $2 AND state = $3 ORDER BY created_at, id LIMIT 1",
            [original.to_string().into(), name.into(), Standing::Good.as_str().into()],
        )
        .await?;
    row.map(read).transpose()
}

/// Files in good standing whose name or fields have every one of some words, the newest first; all of them for none.
pub async fn search(conn: &mut Conn<'_>, words: &str, limit: i64) -> Result<Vec<Media>, DbError> {
    let words: Vec<String> = words
        .split_whitespace()
        .take(6)
        .map(|word| format!("%{}%", word.to_lowercase().replace(['%', '_', '\\'], "")))
        .collect();
    let mut sql = "SELECT * FROM media WHERE state = $1 AND kind IN ('jpg', 'png', 'webp', 'gif', 'tiff', 'heic', 'avif')".to_owned();
    let mut values: Vec<Value> = vec![Standing::Good.as_str().into()];
    for word in words {
        let place = values.len() + 1;
        sql.push_str(&format!(" AND (lower(name) LIKE ${place} OR lower(fields) LIKE ${place})"));
        values.push(word.into());
    }
    sql.push_str(&format!(" ORDER BY created_at DESC, id DESC LIMIT ${}", values.len() + 1));
    values.push(limit.into());
    conn.all_built(sql, values).await?.into_iter().map(read).collect()
}

/// Keeps what may change of a file.
pub async fn update(conn: &mut Conn<'_>, media: &Media) -> Result<(), DbError> {
    let [focus_x, focus_y] = focus(media.focal);
    conn.execute(
        "UPDATE media SET focus_x = $2, focus_y = $3, fields = $4, renditions = $5, state = $6, expires_at = $7 \
         WHERE id = $1",
        [
            media.id.into(),
            focus_x,
            focus_y,
            json(&media.fields),
            json(&media.made),
            media.standing.as_str().into(),
            media.expires_at.into(),
        ],
    )
    .await
    .map(|_| ())
}

/// The file as it stands, its row kept from others until the transaction ends.
pub async fn lock(conn: &mut Conn<'_>, id: MediaId) -> Result<Option<Media>, DbError> {
    let sql = conn.pick(dialect::LOCK_MEDIA.0, dialect::LOCK_MEDIA.1);
    conn.optional(sql, [id.into()]).await?.map(read).transpose()
}

/// The file as it stands, and stays until the transaction ends; others may rely on that beside it.
pub async fn share(conn: &mut Conn<'_>, id: MediaId) -> Result<Option<Media>, DbError> {
    let sql = conn.pick(dialect::SHARE_MEDIA.0, dialect::SHARE_MEDIA.1);
    conn.optional(sql, [id.into()]).await?.map(read).transpose()
}

/// A file whose rights have ended by `now`, if there is one.
pub async fn expired(conn: &mut Conn<'_>, now: Timestamp) -> Result<Option<MediaId>, DbError> {
    let row = conn
        .optional(
            "SELECT id FROM media WHERE expires_at <= $1 AND state = $2 ORDER BY expires_at, id LIMIT 1",
            [now.into(), Standing::Good.as_str().into()],
        )
        .await?;
    row.map(|row| row.parsed("id", |bytes: Vec<u8>| MediaId::from_bytes(&bytes))).transpose()
}

/// The instant the next rights end.
pub async fn next_expiry(conn: &mut Conn<'_>) -> Result<Option<Timestamp>, DbError> {
    let row = conn
        .one("SELECT min(expires_at) AS at FROM media WHERE state = $1", [Standing::Good.as_str().into()])
        .await?;
    row.get("at")
}

/// Ends one file whose rights ended by `now`, in the transaction of that act: once, on any number of nodes.
pub async fn claim_expired(conn: &mut Conn<'_>, now: Timestamp) -> Result<Option<Media>, DbError> {
    let sql = match conn.engine() {
        Engine::Sqlite => dialect::CLAIM_EXPIRED_MEDIA.0,
        Engine::Postgres => dialect::CLAIM_EXPIRED_MEDIA.1,
    };
    let values = [now.into(), Standing::Good.as_str().into(), Standing::Expired.as_str().into()];
    conn.optional(sql, values).await?.map(read).transpose()
}

/// The stories that show or showed a file to the public.
pub async fn users(conn: &mut Conn<'_>, id: MediaId) -> Result<Vec<StoryNumber>, DbError> {
    let rows = conn.all("SELECT number FROM media_use WHERE media = $1 ORDER BY number", [id.into()]).await?;
    rows.iter().map(|row| row.parsed("number", StoryNumber::new)).collect()
}

/// Where the stories stand that show or showed a file to the public: its own standing aside, a file answers as the most
/// public of them does.
pub async fn releases(conn: &mut Conn<'_>, id: MediaId) -> Result<Vec<Release>, DbError> {
    let rows = conn
        .all(
            "SELECT r.state FROM media_use u JOIN released r ON r.number = u.number WHERE u.media = $1 \
             GROUP BY r.state",
            [id.into()],
        )
        .await?;
    rows.iter().map(|row| row.parsed("state", |word: String| Release::parse(&word))).collect()
}

/// Notes which media a public story shows. What an earlier version showed stays noted: its address is in readers' hands
/// for as long as the story is public.
pub async fn note_uses(conn: &mut Conn<'_>, number: StoryNumber, copy: &StoryCopy) -> Result<(), DbError> {
    let mut rows = ManyRows::into_table("media_use", "media, number", "ON CONFLICT DO NOTHING");
    for media in used_by(copy) {
        rows.push([media.into(), number.into()]);
    }
    if rows.is_empty() {
        return Ok(());
    }
    conn.insert_many(rows).await.map(|_| ())
}

/// The media a copy shows, those beside the body first, each once. A reference in a body that is no id names a file
/// nobody has taken in.
pub fn used_by(copy: &StoryCopy) -> Vec<MediaId> {
    let in_body = copy.body.media().filter_map(|reference| reference.as_str().parse().ok());
    let mut used = Vec::new();
    for media in copy.media.iter().map(|used| used.media).chain(in_body) {
        if !used.contains(&media) {
            used.push(media);
        }
    }
    used
}

fn focus(focal: FocalPoint) -> [Value; 2] {
    [focal.x(), focal.y()].map(|share| Value::from((share * FOCUS_UNITS).round() as i64))
}

fn json(value: &impl serde::Serialize) -> Value {
    serde_json::to_string(value).expect("fields are plain data").into()
}

fn read(row: Row) -> Result<Media, DbError> {
    let side =
        |column| row.get::<Option<i64>>(column).map(|side| side.and_then(|side| u32::try_from(side).ok()));
    let share =
        |column| row.get::<Option<i64>>(column).map(|share| share.map(|share| share as f64 / FOCUS_UNITS));
    let focal = share("focus_x")?.zip(share("focus_y")?).and_then(|(x, y)| FocalPoint::new(x, y));
    let millis = row.get::<Option<i64>>("duration_ms")?;
    Ok(Media {
        id: row.parsed("id", |bytes: Vec<u8>| MediaId::from_bytes(&bytes))?,
        original: row.parsed("hash", |hash: String| ContentHash::parse(&hash).ok())?,
        address: row.parsed("public", |address: String| PictureAddress::parse(&address))?,
        kind: row.parsed("kind", |kind: String| MediaKind::by_extension(&kind))?,
        name: row.get("name")?,
        bytes: row.parsed("bytes", |bytes: i64| u64::try_from(bytes).ok())?,
        size: side("width")?.zip(side("height")?),
        duration: millis.and_then(|millis| u64::try_from(millis).ok()).map(Duration::from_millis),
        focal: focal.unwrap_or_default(),
        fields: row.json("fields")?,
        made: row.json::<Made>("renditions")?,
        standing: row.parsed("state", |word: String| Standing::parse(&word))?,
        expires_at: row.get("expires_at")?,
        created_at: row.get("created_at")?,
        created_by: row.get::<Option<Vec<u8>>>("created_by")?.and_then(|bytes| PersonId::from_bytes(&bytes)),
    })
}
