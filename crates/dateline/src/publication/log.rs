//! The log as it is kept: written by the last statements of a batch, read by position.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::{Entry, EntryKind};
use crate::db::{Conn, DbError, ManyRows, Row};
use crate::ids::StoryNumber;
use crate::lang::Language;
use crate::story::Names;

/// The position of the newest entry; 0 before the first.
pub async fn head(conn: &mut Conn<'_>) -> Result<i64, DbError> {
    conn.one("SELECT seq FROM log_head WHERE id = 1", []).await?.get("seq")
}

/// Gives the entries their positions and writes them. The head's row is taken here and kept only until the
/// commit that follows, so positions are in commit order and without a gap.
pub(super) async fn append(conn: &mut Conn<'_>, entries: &mut [Entry]) -> Result<(), DbError> {
    if entries.is_empty() {
        return Ok(());
    }
    let count = entries.len() as i64;
    let row =
        conn.one("UPDATE log_head SET seq = seq + $1 WHERE id = 1 RETURNING seq", [count.into()]).await?;
    let last: i64 = row.get("seq")?;
    for (entry, seq) in entries.iter_mut().zip(last - count + 1..) {
        entry.seq = seq;
    }
    let mut rows = ManyRows::into_table(
        "log",
        "seq, at, act, kind, subject, number, language, version, hash, backfill, trusted, touches, withdrawn",
        "",
    );
    for entry in entries.iter() {
        rows.push([
            entry.seq.into(),
            entry.at.into(),
            entry.act.as_str().into(),
            entry.kind.as_str().into(),
            entry.subject.as_str().into(),
            entry.number.into(),
            entry.language.as_ref().map(Language::as_str).into(),
            entry.version.into(),
            entry.hash.as_deref().into(),
            entry.backfill.into(),
            entry.trusted.into(),
            entry.touches.join("\n").into(),
            entry.withdrawn.into(),
        ]);
    }
    conn.insert_many(rows).await?;
    count_days(conn, entries).await?;
    let mut names = Names::default();
    entries.iter().for_each(|entry| names.join(&entry.names));
    names.put(conn).await
}

/// Keeps the number of public stories of each day, here where acts are in one order, so that two of them never
/// wait for each other's rows.
async fn count_days(conn: &mut Conn<'_>, entries: &[Entry]) -> Result<(), DbError> {
    let mut days: BTreeMap<(&str, String), (i64, Timestamp)> = BTreeMap::new();
    for entry in entries {
        for (language, day, more) in &entry.days {
            let counted = days.entry((language.as_str(), day.to_string())).or_insert((0, entry.at));
            counted.0 += more;
            counted.1 = counted.1.max(entry.at);
        }
    }
    if days.is_empty() {
        return Ok(());
    }
    let mut rows = ManyRows::into_table(
        "calendar",
        "language, day, stories, changed_at",
        "ON CONFLICT (language, day) DO UPDATE SET stories = calendar.stories + excluded.stories, \
         changed_at = excluded.changed_at",
    );
    for ((language, day), (more, at)) in days {
        rows.push([language.into(), day.into(), more.into(), at.into()]);
    }
    conn.insert_many(rows).await.map(|_| ())
}

/// Up to `limit` entries after `seq`, oldest first. `trusted` readers see embargoed copy too.
pub async fn after(conn: &mut Conn<'_>, seq: i64, limit: i64, trusted: bool) -> Result<Vec<Entry>, DbError> {
    let rows = conn
        .all(
            "SELECT seq, at, act, kind, subject, number, language, version, hash, backfill, trusted, touches, \
             withdrawn FROM log WHERE seq > $1 AND trusted <= $2 ORDER BY seq LIMIT $3",
            [seq.into(), trusted.into(), limit.into()],
        )
        .await?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Entry, DbError> {
    let touches: String = row.get("touches")?;
    Ok(Entry {
        seq: row.get("seq")?,
        at: row.get("at")?,
        act: row.get("act")?,
        kind: row.parsed("kind", |word: String| EntryKind::parse(&word))?,
        subject: row.get("subject")?,
        number: row.get::<Option<i64>>("number")?.and_then(StoryNumber::new),
        language: row.get::<Option<String>>("language")?.and_then(|tag| Language::parse(&tag).ok()),
        version: row.get("version")?,
        hash: row.get("hash")?,
        backfill: row.get("backfill")?,
        trusted: row.get("trusted")?,
        touches: touches.lines().map(str::to_owned).collect(),
        withdrawn: row.get("withdrawn")?,
        days: Vec::new(),
        names: Names::default(),
    })
}
