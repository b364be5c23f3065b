//! A connection in use, and the rows it gives.

use serde::de::DeserializeOwned;
use sqlx::pool::PoolConnection;
use sqlx::postgres::{PgConnection, PgRow, Postgres};
use sqlx::sqlite::{Sqlite, SqliteConnection, SqliteRow};
use sqlx::{AssertSqlSafe, SqlSafeStr, SqlStr};

use super::{Cell, DbError, Engine, Value};

/// A connection in use, inside a transaction or not. Every statement of a domain folder goes through one.
#[derive(Debug)]
pub enum Conn<'a> {
    /// SQLite.
    Sqlite(&'a mut SqliteConnection),
    /// PostgreSQL.
    Postgres(&'a mut PgConnection),
}

macro_rules! bound {
    ($sql:expr, $values:expr) => {{
        let mut query = sqlx::query($sql);
        for value in $values {
            query = match value {
                Value::Int(v) => query.bind(v),
                Value::Text(v) => query.bind(v),
                Value::Bytes(v) => query.bind(v),
            };
        }
        query
    }};
}

impl Conn<'_> {
    /// Which engine answers.
    pub fn engine(&self) -> Engine {
        match self {
            Conn::Sqlite(_) => Engine::Sqlite,
            Conn::Postgres(_) => Engine::Postgres,
        }
    }

    /// The text for this engine, of two.
    pub fn pick(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self {
            Conn::Sqlite(_) => sqlite,
            Conn::Postgres(_) => postgres,
        }
    }

    /// Runs a statement; the number of rows it touched.
    pub async fn execute(
        &mut self,
        sql: &'static str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<u64, DbError> {
        self.execute_text(sql.into_sql_str(), values).await
    }

    async fn execute_text(
        &mut self,
        sql: SqlStr,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<u64, DbError> {
        Ok(match self {
            Conn::Sqlite(c) => bound!(sql, values).execute(&mut **c).await?.rows_affected(),
            Conn::Postgres(c) => bound!(sql, values).execute(&mut **c).await?.rows_affected(),
        })
    }

    /// Runs several statements without parameters.
    pub async fn batch(&mut self, sql: &str) -> Result<(), DbError> {
        let sql = AssertSqlSafe(sql.to_owned());
        match self {
            Conn::Sqlite(c) => sqlx::raw_sql(sql).execute(&mut **c).await.map(|_| ())?,
            Conn::Postgres(c) => sqlx::raw_sql(sql).execute(&mut **c).await.map(|_| ())?,
        }
        Ok(())
    }

    /// Every row of an answer. The caller bounds it.
    pub async fn all(
        &mut self,
        sql: &'static str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<Row>, DbError> {
        self.all_text(sql.into_sql_str(), values).await
    }

    /// Every row of a statement put together at run time from fixed parts; values are still bound.
    pub async fn all_built(
        &mut self,
        sql: String,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<Row>, DbError> {
        self.all_text(AssertSqlSafe(sql).into_sql_str(), values).await
    }

    async fn all_text(
        &mut self,
        sql: SqlStr,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<Row>, DbError> {
        Ok(match self {
            Conn::Sqlite(c) => {
                bound!(sql, values).fetch_all(&mut **c).await?.into_iter().map(Row::Sqlite).collect()
            }
            Conn::Postgres(c) => {
                bound!(sql, values).fetch_all(&mut **c).await?.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// One row, or none.
    pub async fn optional(
        &mut self,
        sql: &'static str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Option<Row>, DbError> {
        Ok(match self {
            Conn::Sqlite(c) => bound!(sql, values).fetch_optional(&mut **c).await?.map(Row::Sqlite),
            Conn::Postgres(c) => bound!(sql, values).fetch_optional(&mut **c).await?.map(Row::Postgres),
        })
    }

    /// Exactly one row; an error where there is none.
    pub async fn one(
        &mut self,
        sql: &'static str,
        values: impl IntoIterator<Item = Value>,
    ) -> Result<Row, DbError> {
        self.optional(sql, values).await?.ok_or(DbError::Sql(sqlx::Error::RowNotFound))
    }

    /// Inserts many rows with as few statements as the engine's limit on parameters allows.
    pub async fn insert_many(&mut self, rows: ManyRows) -> Result<u64, DbError> {
        let width = rows.columns.split(',').count();
        let most = match self.engine() {
            Engine::Sqlite => 32_000,
            Engine::Postgres => 65_000,
        } / width;
        let (values, rows) = rows.taken();
        let mut values = values.into_iter();
        let mut left = values.len() / width;
        let mut inserted = 0;
        while left > 0 {
            // Few different lengths, so that few different statements are prepared.
            let slice = if left >= most { most } else { left.min(1 << left.ilog2()) };
            let sql = many_rows_sql(&rows, self.engine(), width, slice);
            inserted += self
                .execute_text(AssertSqlSafe(sql).into_sql_str(), values.by_ref().take(slice * width))
                .await?;
            left -= slice;
        }
        Ok(inserted)
    }
}

/// SQLite looks named parameters up one by one, which for thousands of them takes longer than the rows; it gets nameless
/// ones. PostgreSQL has none.
fn many_rows_sql(rows: &ManyRows, engine: Engine, width: usize, count: usize) -> String {
    use std::fmt::Write;
    let ManyRows { table, columns, on_conflict, .. } = rows;
    let mut sql = format!("INSERT INTO {table} ({columns}) VALUES ");
    for row in 0..count {
        sql.push_str(if row == 0 { "(" } else { ",(" });
        for column in 0..width {
            if column > 0 {
                sql.push(',');
            }
            match engine {
                Engine::Sqlite => sql.push('?'),
                Engine::Postgres => {
                    let _ = write!(sql, "${}", row * width + column + 1);
                }
            }
        }
        sql.push(')');
    }
    sql.push(' ');
    sql.push_str(on_conflict);
    sql
}

/// Rows to insert at once.
#[derive(Debug)]
pub struct ManyRows {
    table: &'static str,
    columns: &'static str,
    on_conflict: &'static str,
    values: Vec<Value>,
}

impl ManyRows {
    /// Rows for `table`; `columns` separated by commas, `on_conflict` a clause or nothing.
    pub fn into_table(table: &'static str, columns: &'static str, on_conflict: &'static str) -> ManyRows {
        ManyRows { table, columns, on_conflict, values: Vec::new() }
    }

    /// Adds a row; as many values as columns.
    pub fn push<const N: usize>(&mut self, row: [Value; N]) {
        debug_assert_eq!(N, self.columns.split(',').count(), "a value for each column of {}", self.table);
        self.values.extend(row);
    }

    fn taken(mut self) -> (Vec<Value>, ManyRows) {
        (std::mem::take(&mut self.values), self)
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

/// A row of an answer.
#[derive(Debug)]
pub enum Row {
    /// From SQLite.
    Sqlite(SqliteRow),
    /// From PostgreSQL.
    Postgres(PgRow),
}

impl Row {
    /// The value of a column.
    pub fn get<T: Cell>(&self, column: &str) -> Result<T, DbError> {
        Ok(match self {
            Row::Sqlite(row) => T::from_sqlite(row, column)?,
            Row::Postgres(row) => T::from_postgres(row, column)?,
        })
    }

    /// A column of JSON text, as its type.
    pub fn json<T: DeserializeOwned>(&self, column: &str) -> Result<T, DbError> {
        let text: String = self.get(column)?;
        serde_json::from_str(&text).map_err(|e| self.unreadable(column, e))
    }

    /// A column of JSON text that may be absent.
    pub fn opt_json<T: DeserializeOwned>(&self, column: &str) -> Result<Option<T>, DbError> {
        match self.get::<Option<String>>(column)? {
            Some(text) => serde_json::from_str(&text).map(Some).map_err(|e| self.unreadable(column, e)),
            None => Ok(None),
        }
    }

    /// A column read through `parse`, which may refuse it.
    pub fn parsed<T, U: Cell>(&self, column: &str, parse: impl FnOnce(U) -> Option<T>) -> Result<T, DbError> {
        parse(self.get(column)?).ok_or_else(|| self.unreadable(column, "not a value this program writes"))
    }

    fn unreadable(&self, column: &str, reason: impl ToString) -> DbError {
        DbError::Unreadable { column: column.to_owned(), reason: reason.to_string() }
    }
}

/// One consistent view of the database; dropped, it ends.
#[derive(Debug)]
pub enum Snapshot {
    /// SQLite.
    Sqlite(sqlx::Transaction<'static, Sqlite>),
    /// PostgreSQL.
    Postgres(sqlx::Transaction<'static, Postgres>),
}

impl Snapshot {
    /// The connection of this view.
    pub fn conn(&mut self) -> Conn<'_> {
        match self {
            Snapshot::Sqlite(tx) => Conn::Sqlite(tx),
            Snapshot::Postgres(tx) => Conn::Postgres(tx),
        }
    }
}

/// A connection taken from a pool.
#[derive(Debug)]
pub(crate) enum OwnedConn {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

impl OwnedConn {
    pub(crate) fn conn(&mut self) -> Conn<'_> {
        match self {
            OwnedConn::Sqlite(c) => Conn::Sqlite(c),
            OwnedConn::Postgres(c) => Conn::Postgres(c),
        }
    }

    /// Closes the connection instead of giving it back: nobody knows what state it is in.
    pub(crate) fn discard(self) {
        match self {
            OwnedConn::Sqlite(c) => drop(c.detach()),
            OwnedConn::Postgres(c) => drop(c.detach()),
        }
    }
}
