//! What is here already, asked for many stories at once.

use std::fmt;

use jiff::Timestamp;

use crate::db::{Conn, DbError, Engine, Row, Value, dialect};
use crate::ids::{GroupId, StoryId, StoryNumber};
use crate::story::Release;

/// Values in one question.
const MOST_ASKED: usize = 512;

/// A story that is here, as far as an import asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Its id.
    pub id: StoryId,
    /// Its number.
    pub number: StoryNumber,
    /// Its group.
    pub group: GroupId,
    /// Its identity elsewhere.
    pub uri: Option<String>,
    /// What the public sees.
    pub release: Release,
    /// Its newest version.
    pub version: i64,
    /// First publication.
    pub published_at: Option<Timestamp>,
    /// What it was last imported from; absent where it was written here.
    pub source: Option<SourceMark>,
    /// SHA-256 of its newest version.
    pub hash: Option<String>,
}

/// What a story was imported from: enough to know the same content and an older one again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceMark {
    /// SHA-256 of the story file, in hex.
    pub hash: String,
    /// The version the file states.
    pub version: Option<i64>,
    /// The last change the file states.
    pub updated_at: Option<Timestamp>,
}

impl SourceMark {
    /// Reads a mark as it is kept: hash, version and microseconds, joined by `/`.
    pub fn parse(kept: &str) -> SourceMark {
        let mut parts = kept.splitn(3, '/');
        SourceMark {
            hash: parts.next().unwrap_or_default().to_owned(),
            version: parts.next().and_then(|version| version.parse().ok()),
            updated_at: parts.next().and_then(|micros| micros.parse().ok()).map(crate::clock::instant),
        }
    }

    /// Whether this says of itself that it is older than `other`. A version that is stated decides; without one the
    /// time of the last change does.
    pub fn is_older_than(&self, other: &SourceMark) -> bool {
        match (self.version, other.version) {
            (Some(mine), Some(theirs)) if mine != theirs => mine < theirs,
            _ => matches!((self.updated_at, other.updated_at), (Some(mine), Some(theirs)) if mine < theirs),
        }
    }
}

impl fmt::Display for SourceMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hash)?;
        f.write_str("/")?;
        if let Some(version) = self.version {
            write!(f, "{version}")?;
        }
        f.write_str("/")?;
        match self.updated_at {
            Some(at) => write!(f, "{}", at.as_microsecond()),
            None => Ok(()),
        }
    }
}

/// Stories by their URIs. An answer per story that is here, in no order.
pub async fn known_uris(conn: &mut Conn<'_>, uris: &[&str]) -> Result<Vec<Known>, DbError> {
    let values: Vec<Value> = uris.iter().map(|uri| (*uri).into()).collect();
    let rows = ask(conn, &format!("SELECT {COLUMNS} WHERE s.uri IN"), values).await?;
    rows.iter().map(read).collect()
}

/// Stories by their numbers.
pub async fn known_numbers(conn: &mut Conn<'_>, numbers: &[StoryNumber]) -> Result<Vec<Known>, DbError> {
    let values: Vec<Value> = numbers.iter().map(|number| (*number).into()).collect();
    let rows = ask(conn, &format!("SELECT {COLUMNS} WHERE s.number IN"), values).await?;
    rows.iter().map(read).collect()
}

/// The same for what names a story and nothing else is needed of: number and group by URI.
pub async fn groups_of(
    conn: &mut Conn<'_>,
    uris: &[&str],
) -> Result<Vec<(String, StoryNumber, GroupId)>, DbError> {
    let values: Vec<Value> = uris.iter().map(|uri| (*uri).into()).collect();
    let rows = ask(conn, "SELECT s.uri, s.number, s.group_id FROM story s WHERE s.uri IN", values).await?;
    rows.iter()
        .map(|row| {
            let group = row.parsed("group_id", |bytes: Vec<u8>| GroupId::from_bytes(&bytes))?;
            Ok((row.get("uri")?, row.parsed("number", StoryNumber::new)?, group))
        })
        .collect()
}

const COLUMNS: &str = "s.id, s.number, s.group_id, s.uri, s.release, s.version, s.published_at, s.source_hash, \
                       v.hash FROM story s \
                       LEFT JOIN version v ON v.number = s.number AND v.version = s.version";

/// Asks in slices whose lengths are powers of two, so that few different statements are prepared; the last value
/// fills what is left.
async fn ask(conn: &mut Conn<'_>, before: &str, values: Vec<Value>) -> Result<Vec<Row>, DbError> {
    let mut rows = Vec::new();
    for slice in values.chunks(MOST_ASKED) {
        let width = slice.len().next_power_of_two();
        let places: Vec<String> = (1..=width).map(|place| format!("${place}")).collect();
        let sql = format!("{before} ({})", places.join(","));
        let last = slice.last().expect("chunks are not empty");
        let filled = slice.iter().chain(std::iter::repeat(last)).take(width).cloned();
        rows.extend(conn.all_built(sql, filled.collect::<Vec<_>>()).await?);
    }
    Ok(rows)
}

fn read(row: &Row) -> Result<Known, DbError> {
    Ok(Known {
        id: row.parsed("id", |bytes: Vec<u8>| StoryId::from_bytes(&bytes))?,
        number: row.parsed("number", StoryNumber::new)?,
        group: row.parsed("group_id", |bytes: Vec<u8>| GroupId::from_bytes(&bytes))?,
        uri: row.get("uri")?,
        release: row.parsed("release", |word: String| Release::parse(&word))?,
        version: row.get("version")?,
        published_at: row.get("published_at")?,
        source: row.get::<Option<String>>("source_hash")?.as_deref().map(SourceMark::parse),
        hash: row.get("hash")?,
    })
}

/// Takes `count` new numbers, ascending. They are above the highest so far, and those that are not used are gaps.
pub async fn reserve_numbers(conn: &mut Conn<'_>, count: usize) -> Result<Vec<StoryNumber>, DbError> {
    let sql = conn.pick(dialect::RESERVE_STORY_NUMBERS.0, dialect::RESERVE_STORY_NUMBERS.1);
    let rows = conn.all(sql, [(count as i64).into()]).await?;
    let mut values: Vec<i64> = rows.iter().map(|row| row.get("value")).collect::<Result<_, _>>()?;
    if let [last] = values[..] {
        values = (last - count as i64 + 1..=last).collect();
    }
    let number = |number| {
        StoryNumber::new(number).ok_or_else(|| DbError::Unreadable {
            column: "value".to_owned(),
            reason: "the numbers of stories have run out".to_owned(),
        })
    };
    values.into_iter().map(number).collect()
}

/// Gives back the numbers from `first` to `last` where none has been taken after them. PostgreSQL keeps them: its
/// sequences do not go back, and gaps are allowed.
pub async fn return_numbers(
    conn: &mut Conn<'_>,
    first: StoryNumber,
    last: StoryNumber,
) -> Result<(), DbError> {
    if conn.engine() == Engine::Sqlite {
        conn.execute(
            "UPDATE counter SET value = $1 WHERE name = 'story_number' AND value = $2",
            [(first.get() - 1).into(), last.into()],
        )
        .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(version: Option<i64>, updated_at: Option<&str>) -> SourceMark {
        let updated_at = updated_at.map(|at| at.parse().expect("an instant"));
        SourceMark { hash: "ab".to_owned(), version, updated_at }
    }

    #[test]
    fn a_mark_is_read_as_it_was_written() {
        for mark in [
            mark(None, None),
            mark(Some(3), None),
            mark(None, Some("2026-06-01T08:00:00Z")),
            mark(Some(3), Some("2026-06-01T08:00:00.000007Z")),
        ] {
            assert_eq!(SourceMark::parse(&mark.to_string()), mark);
        }
    }

    #[test]
    fn an_older_version_is_known_as_one() {
        let later = Some("2026-06-01T09:00:00Z");
        let earlier = Some("2026-06-01T08:00:00Z");
        assert!(mark(Some(2), None).is_older_than(&mark(Some(10), None)));
        assert!(!mark(Some(10), earlier).is_older_than(&mark(Some(2), later)));
        assert!(mark(Some(1), earlier).is_older_than(&mark(Some(1), later)));
        assert!(!mark(Some(1), None).is_older_than(&mark(Some(1), later)));
        assert!(!mark(None, None).is_older_than(&mark(Some(4), None)));
    }
}
