//! Any table as lines of JSON and back, the same for both engines.

use std::fs::File;
use std::io::{BufRead, BufReader, Seek, Write};

use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

use super::{BackupError, TableKept, file};
use crate::db::{Conn, DbError, Engine, Row, Value};

/// Rows read or written at once.
const SLICE: usize = 1000;

/// A table's columns, and which of them are its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Table {
    pub name: String,
    columns: Vec<(String, Kind)>,
    key: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Int,
    Text,
    Bytes,
}

/// Tables of the engine itself, and the number that PostgreSQL keeps as a sequence.
fn is_ours(name: &str) -> bool {
    !name.starts_with("sqlite_") && !name.starts_with("_sqlx") && name != "counter"
}

/// Every table of the installation, those others refer to first.
pub(super) async fn all(conn: &mut Conn<'_>) -> Result<Vec<Table>, DbError> {
    let names = conn
        .all(
            conn.pick(
                "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name",
                "SELECT table_name::text AS name FROM information_schema.tables \
                 WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name",
            ),
            [],
        )
        .await?;
    let mut tables = Vec::new();
    for row in names {
        let name: String = row.get("name")?;
        if is_ours(&name) {
            tables.push(describe(conn, name).await?);
        }
    }
    // What refers to another table comes after it.
    let first = ["person", "section"];
    tables.sort_by_key(|table| first.iter().position(|name| *name == table.name).unwrap_or(first.len()));
    Ok(tables)
}

async fn describe(conn: &mut Conn<'_>, name: String) -> Result<Table, DbError> {
    let rows = match conn.engine() {
        Engine::Sqlite => {
            conn.all("SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid", [name.as_str().into()])
                .await?
        }
        Engine::Postgres => {
            conn.all(
                "SELECT c.column_name::text AS name, c.data_type::text AS type, \
                 coalesce(k.ordinal_position, 0)::bigint AS pk \
                 FROM information_schema.columns c LEFT JOIN (SELECT u.column_name, u.ordinal_position \
                 FROM information_schema.table_constraints t JOIN information_schema.key_column_usage u \
                 USING (constraint_name, table_schema) WHERE t.constraint_type = 'PRIMARY KEY' \
                 AND t.table_name = $1 AND t.table_schema = current_schema()) k USING (column_name) \
                 WHERE c.table_name = $1 AND c.table_schema = current_schema() ORDER BY c.ordinal_position",
                [name.as_str().into()],
            )
            .await?
        }
    };
    let (mut columns, mut key) = (Vec::new(), Vec::new());
    for row in rows {
        let column: String = row.get("name")?;
        let kind = match row.get::<String>("type")?.to_ascii_lowercase().as_str() {
            "bigint" | "integer" => Kind::Int,
            "blob" | "bytea" => Kind::Bytes,
            _ => Kind::Text,
        };
        let place: i64 = row.get("pk")?;
        if place > 0 {
            key.push((place, column.clone()));
        }
        columns.push((column, kind));
    }
    key.sort();
    Ok(Table { name, columns, key: key.into_iter().map(|(_, column)| column).collect() })
}

/// Writes every row of a table, walking by its key in slices.
pub(super) async fn dump(
    conn: &mut Conn<'_>,
    table: &Table,
    out: &mut impl Write,
) -> Result<TableKept, BackupError> {
    let mut hash = Sha256::new();
    let rows = walk(conn, table, |line| {
        hash.update(line.as_bytes());
        out.write_all(line.as_bytes()).map_err(file(format!("writing table {}", table.name)))
    });
    let rows = rows.await?;
    Ok(TableKept { name: table.name.clone(), rows, hash: hex::encode(hash.finalize()) })
}

/// Gives every row of a table as a line, in the order of its key; how many there were.
pub(super) async fn walk(
    conn: &mut Conn<'_>,
    table: &Table,
    mut each: impl FnMut(&str) -> Result<(), BackupError>,
) -> Result<u64, BackupError> {
    let names: Vec<&str> = table.columns.iter().map(|(name, _)| name.as_str()).collect();
    let key = table.key.join(", ");
    let places: Vec<String> = (1..=table.key.len()).map(|n| format!("${n}")).collect();
    let mut rows = 0;
    let mut after: Option<Vec<Value>> = None;
    loop {
        let from = match after {
            Some(_) => format!("WHERE ({key}) > ({})", places.join(", ")),
            None => String::new(),
        };
        let sql =
            format!("SELECT {} FROM {} {from} ORDER BY {key} LIMIT {SLICE}", names.join(", "), table.name);
        let slice = conn.all_built(sql, after.take().unwrap_or_default()).await?;
        for row in &slice {
            each(&format!("{}\n", table.line(row)?))?;
        }
        rows += slice.len() as u64;
        match slice.last() {
            Some(last) if slice.len() == SLICE => after = Some(table.key_of(last)?),
            _ => return Ok(rows),
        }
    }
}

impl Table {
    fn line(&self, row: &Row) -> Result<Json, DbError> {
        let mut line = Map::new();
        for (name, kind) in &self.columns {
            let value = match kind {
                Kind::Int => row.get::<Option<i64>>(name)?.map(Json::from),
                Kind::Text => row.get::<Option<String>>(name)?.map(Json::from),
                Kind::Bytes => row.get::<Option<Vec<u8>>>(name)?.map(|bytes| Json::from(hex::encode(bytes))),
            };
            line.insert(name.clone(), value.unwrap_or(Json::Null));
        }
        Ok(Json::Object(line))
    }

    fn key_of(&self, row: &Row) -> Result<Vec<Value>, DbError> {
        let kind = |name: &str| self.columns.iter().find(|(column, _)| column == name).map(|(_, kind)| *kind);
        self.key
            .iter()
            .map(|name| {
                Ok(match kind(name) {
                    Some(Kind::Int) => row.get::<i64>(name)?.into(),
                    Some(Kind::Bytes) => row.get::<Vec<u8>>(name)?.into(),
                    _ => row.get::<String>(name)?.into(),
                })
            })
            .collect()
    }

    /// The values of a line, in the order of the columns.
    fn values(&self, line: &str) -> Result<Vec<Value>, BackupError> {
        let bad = |reason: String| BackupError::BadArchive(format!("table {}: {reason}", self.name));
        let line: Map<String, Json> = serde_json::from_str(line).map_err(|e| bad(e.to_string()))?;
        if let Some(unknown) = line.keys().find(|key| !self.columns.iter().any(|(name, _)| name == *key)) {
            return Err(bad(format!("there is no column {unknown}")));
        }
        self.columns
            .iter()
            .map(|(name, kind)| match (kind, line.get(name).unwrap_or(&Json::Null)) {
                (Kind::Int, Json::Null) => Ok(Value::Int(None)),
                (Kind::Text, Json::Null) => Ok(Value::Text(None)),
                (Kind::Bytes, Json::Null) => Ok(Value::Bytes(None)),
                (Kind::Int, Json::Number(n)) if n.is_i64() => Ok(Value::Int(n.as_i64())),
                (Kind::Text, Json::String(text)) => Ok(Value::Text(Some(text.clone()))),
                (Kind::Bytes, Json::String(text)) => {
                    hex::decode(text).map(|b| Value::Bytes(Some(b))).map_err(|e| bad(format!("{name}: {e}")))
                }
                _ => Err(bad(format!("{name} is of another kind"))),
            })
            .collect()
    }

    /// Puts the lines of a file into a table, in the place of what the schema itself put there.
    pub(super) async fn fill_from(&self, conn: &mut Conn<'_>, mut lines: File) -> Result<u64, BackupError> {
        let reading = || file(format!("reading back table {}", self.name));
        conn.batch(&format!("DELETE FROM {}", self.name)).await?;
        lines.rewind().map_err(reading())?;
        let (mut lines, mut rows) = (BufReader::new(lines).lines(), 0);
        loop {
            let slice: Vec<String> =
                lines.by_ref().take(SLICE).collect::<Result<_, _>>().map_err(reading())?;
            if slice.is_empty() {
                return Ok(rows);
            }
            rows += self.fill(conn, slice.iter().map(String::as_str)).await?;
        }
    }

    async fn fill<'a>(
        &self,
        conn: &mut Conn<'_>,
        lines: impl Iterator<Item = &'a str>,
    ) -> Result<u64, BackupError> {
        let names: Vec<&str> = self.columns.iter().map(|(name, _)| name.as_str()).collect();
        let most = (SLICE * 8 / names.len().max(1)).clamp(1, SLICE);
        let (mut total, mut values, mut rows) = (0, Vec::new(), 0);
        for line in lines {
            values.extend(self.values(line)?);
            rows += 1;
            if rows == most {
                total += self.insert(conn, &names, std::mem::take(&mut values), rows).await?;
                rows = 0;
            }
        }
        if rows > 0 {
            total += self.insert(conn, &names, values, rows).await?;
        }
        Ok(total)
    }

    async fn insert(
        &self,
        conn: &mut Conn<'_>,
        names: &[&str],
        values: Vec<Value>,
        rows: usize,
    ) -> Result<u64, DbError> {
        let width = names.len();
        let row = |n: usize| {
            let places: Vec<String> = (1..=width).map(|column| format!("${}", n * width + column)).collect();
            format!("({})", places.join(","))
        };
        let all: Vec<String> = (0..rows).map(row).collect();
        let sql = format!("INSERT INTO {} ({}) VALUES {}", self.name, names.join(", "), all.join(","));
        conn.all_built(sql, values).await?;
        Ok(rows as u64)
    }
}
