//! Every row of an installation carried to another, empty database, on either engine, and proved there.
//!
//! Nobody writes to the old database meanwhile, and the new one takes everything in one transaction: broken off, it is
//! as empty as before. Media stay where they are.

use std::io::{BufWriter, Write};

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::tables::{self, Table};
use super::{BackupError, archive, file};
use crate::db::{Conn, Db, DbError, dialect};
use crate::publication::log;

/// What was carried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Carried {
    /// Every table, with its rows.
    pub tables: Vec<CarriedTable>,
    /// Rows of all tables.
    pub rows: u64,
    /// The log's head.
    pub head: i64,
}

/// One table that was carried: as many rows on both sides, and the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CarriedTable {
    /// Its name.
    pub name: String,
    /// Its rows.
    pub rows: u64,
    /// Of all its rows, in hex, whatever their order: engines sort text differently.
    pub hash: String,
}

/// Carries every row from one database to another whose schema is up to date and which holds no data. `told` hears how
/// many rows have arrived.
pub async fn carry(from: &Db, to: &Db, mut told: impl FnMut(u64)) -> Result<Carried, BackupError> {
    for db in [from, to] {
        let (found, known) = (db.schema_version().await?, db.newest_schema());
        if found != known {
            return Err(BackupError::OtherSchema { found, known });
        }
    }
    let (mut source, mut target) = (from.writing_conn().await?, to.writing_conn().await?);
    let (mut source, mut target) = (source.conn(), target.conn());
    let tables = tables::all(&mut source).await?;
    keep_writers_out(&mut source, &tables).await?;
    target.execute("BEGIN", []).await?;
    let carried = carry_tables(&mut source, &mut target, &tables, &mut told).await;
    source.execute("ROLLBACK", []).await?;
    let end = if carried.is_ok() { "COMMIT" } else { "ROLLBACK" };
    target.execute(end, []).await?;
    carried
}

/// Begins a transaction beside which nobody writes; readers go on.
async fn keep_writers_out(conn: &mut Conn<'_>, tables: &[Table]) -> Result<(), DbError> {
    let begin = conn.pick("BEGIN IMMEDIATE", "BEGIN ISOLATION LEVEL REPEATABLE READ");
    conn.execute(begin, []).await?;
    let names: Vec<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    match conn.pick("", "LOCK TABLE") {
        "" => Ok(()),
        lock => conn.batch(&format!("{lock} {} IN SHARE MODE", names.join(", "))).await,
    }
}

async fn carry_tables(
    source: &mut Conn<'_>,
    target: &mut Conn<'_>,
    tables: &[Table],
    told: &mut impl FnMut(u64),
) -> Result<Carried, BackupError> {
    let theirs = tables::all(target).await?;
    let held: i64 = target.one("SELECT count(*) AS held FROM agency", []).await?.get("held")?;
    if held > 0 {
        return Err(BackupError::HoldsData("the other database".to_owned()));
    }
    let mut carried = Carried { tables: Vec::new(), rows: 0, head: log::head(source).await? };
    for table in tables {
        let their = theirs.iter().find(|their| their.name == table.name);
        let their = their.ok_or_else(|| differs(&table.name, "is not in the other database"))?;
        let done = carry_table(source, target, (table, their)).await?;
        carried.rows += done.rows;
        carried.tables.push(done);
        told(carried.rows);
    }
    let number = archive::story_number(source).await?;
    let raise = target.pick(dialect::RAISE_STORY_NUMBER.0, dialect::RAISE_STORY_NUMBER.1);
    target.all_built(raise.to_owned(), [number.into()]).await?;
    if archive::story_number(target).await? != number {
        return Err(differs("story_number", "is another number there"));
    }
    if log::head(target).await? != carried.head {
        return Err(differs("log", "has another head there"));
    }
    Ok(carried)
}

async fn carry_table(
    source: &mut Conn<'_>,
    target: &mut Conn<'_>,
    (table, their): (&Table, &Table),
) -> Result<CarriedTable, BackupError> {
    let room = || file(format!("making room for table {}", table.name));
    let mut lines = BufWriter::new(tempfile::tempfile().map_err(room())?);
    let mut sent = RowSum::default();
    walk_into(source, table, &mut sent, |line| lines.write_all(line.as_bytes()).map_err(room())).await?;
    let lines = lines.into_inner().map_err(|e| room()(e.into_error()))?;
    their.fill_from(target, lines).await?;
    let mut arrived = RowSum::default();
    walk_into(target, their, &mut arrived, |_| Ok(())).await?;
    if sent != arrived {
        let said = format!("has {} rows here and {} there, or they differ", sent.rows, arrived.rows);
        return Err(differs(&table.name, &said));
    }
    Ok(CarriedTable { name: table.name.clone(), rows: sent.rows, hash: sent.hex() })
}

async fn walk_into(
    conn: &mut Conn<'_>,
    table: &Table,
    sum: &mut RowSum,
    mut each: impl FnMut(&str) -> Result<(), BackupError>,
) -> Result<(), BackupError> {
    let walked = tables::walk(conn, table, |line| {
        sum.add(line);
        each(line)
    });
    walked.await.map(|_| ())
}

fn differs(table: &str, said: &str) -> BackupError {
    BackupError::NotTheSame(format!("table {table} {said}"))
}

/// Rows counted, and their hashes added up: the same whatever order they come in.
#[derive(Debug, Default, PartialEq, Eq)]
struct RowSum {
    rows: u64,
    sum: [u64; 4],
}

impl RowSum {
    fn add(&mut self, line: &str) {
        self.rows += 1;
        let hash = Sha256::digest(line.as_bytes());
        for (sum, part) in self.sum.iter_mut().zip(hash.chunks_exact(8)) {
            *sum = sum.wrapping_add(u64::from_be_bytes(part.try_into().expect("eight bytes")));
        }
    }

    fn hex(&self) -> String {
        self.sum.iter().map(|part| format!("{part:016x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::RowSum;

    fn sum(lines: &[&str]) -> RowSum {
        let mut sum = RowSum::default();
        lines.iter().for_each(|line| sum.add(line));
        sum
    }

    #[test]
    fn the_same_rows_in_another_order_are_the_same() {
        assert_eq!(sum(&["a", "b", "c"]), sum(&["c", "a", "b"]));
        assert_ne!(sum(&["a", "b"]), sum(&["a", "c"]));
        assert_ne!(sum(&["a"]), sum(&["a", "a"]));
        assert_eq!(sum(&["a"]).hex().len(), 64);
    }
}
