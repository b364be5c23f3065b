//! The database: one SQL text for SQLite and PostgreSQL.
//!
//! Owns connections, transactions, the gathering of acts into one commit, and migrations. Knows no table of the
//! newsroom. Where the engines must differ, both texts stand side by side in [`dialect`].
//!
//! Times are UTC microseconds, ids 16 bytes, JSON text, yes and no 1 and 0: so that one text and one set of
//! types serve both engines.

mod batch;
mod conn;
pub mod dialect;
mod migrate;
mod value;
mod writer;

use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use sqlx::postgres::{PgConnectOptions, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteError, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{ConnectOptions, Connection};

pub use conn::{Conn, ManyRows, Row, Snapshot};
pub use value::{Cell, Value};
pub use writer::{Seal, Turn, Work, Writer};

pub(crate) use conn::OwnedConn;

/// What can go wrong between the program and its database.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The engine refused a statement or the connection broke.
    #[error("database: {0}")]
    Sql(#[from] sqlx::Error),
    /// A row holds what this program never wrote.
    #[error("database: column {column} holds what cannot be read: {reason}")]
    Unreadable {
        /// The column's name.
        column: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The address is neither `sqlite:` nor `postgres://`.
    #[error("database address {0:?} is neither sqlite:PATH nor postgres://…")]
    BadUrl(String),
    /// Migrations could not be run.
    #[error("bringing the database schema up to date: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// The commit failed; nothing of the act happened.
    #[error("the act was not committed: {0}")]
    NotCommitted(String),
    /// The connection was lost while the act was being committed: it happened wholly or not at all.
    #[error("it is not known whether the act was committed: {0}")]
    OutcomeUnknown(String),
    /// A file beside the database could not be used.
    #[error("database file: {0}")]
    Io(#[from] std::io::Error),
}

impl DbError {
    /// Whether a row with the same unique value is there already.
    pub fn is_duplicate(&self) -> bool {
        matches!(self, DbError::Sql(sqlx::Error::Database(e)) if e.is_unique_violation())
    }

    /// Whether the act was given up for another's sake, each waiting for what the other held: begun again, it is done.
    pub fn is_deadlock(&self) -> bool {
        matches!(self, DbError::Sql(sqlx::Error::Database(e)) if e.code().is_some_and(|code| code == "40P01"))
    }

    /// Whether an answer to COMMIT says for certain that nothing happened. A connection that ends does not, nor does a
    /// disk that fails: what was written may be found whole after a restart.
    fn refuses_commit(&self) -> bool {
        match self {
            DbError::Sql(sqlx::Error::Database(e)) if e.try_downcast_ref::<SqliteError>().is_some() => {
                let code = e.code().and_then(|code| code.parse::<i32>().ok());
                code.is_some_and(|code| code & 0xff != SQLITE_IOERR)
            }
            DbError::Sql(sqlx::Error::Database(_)) => !self.is_dead_connection(),
            _ => false,
        }
    }

    /// Whether the connection is gone: the server was restarted, or somebody ended the connection.
    pub(crate) fn is_dead_connection(&self) -> bool {
        match self {
            DbError::Sql(sqlx::Error::Io(_) | sqlx::Error::WorkerCrashed) => true,
            // PostgreSQL says why it hangs up: class 57P, operator intervention, and 08, connection exceptions.
            DbError::Sql(sqlx::Error::Database(e)) => {
                e.code().is_some_and(|code| code.starts_with("57P") || code.starts_with("08"))
            }
            _ => false,
        }
    }
}

/// The disk failed: <https://www.sqlite.org/rescode.html#ioerr>
const SQLITE_IOERR: i32 = 10;

/// Which engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Embedded.
    Sqlite,
    /// A server of its own.
    Postgres,
}

/// The database of an installation. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Db {
    /// One writer, a pool of readers, a file.
    Sqlite {
        /// The one connection that writes.
        writer: SqlitePool,
        /// Connections that only read.
        readers: SqlitePool,
        /// The database file.
        file: PathBuf,
    },
    /// A pool for writing and reading, and the options to open connections outside it.
    Postgres {
        /// Connections.
        pool: PgPool,
    },
}

/// Connections to PostgreSQL of one node.
const MOST_CONNECTIONS: u32 = 24;

/// How many acts are under way at once on PostgreSQL: each lane gathers its own.
const POSTGRES_LANES: usize = 8;

impl Db {
    /// Opens the database at `url` (`sqlite:FILE`, relative to `folder`, or `postgres://…`) and brings its
    /// schema up to date under a lock.
    pub async fn open(url: &str, folder: &Path) -> Result<Db, DbError> {
        let db = Db::connect(url, folder).await?;
        migrate::run(&db).await?;
        Ok(db)
    }

    /// Opens the database without touching its schema.
    pub async fn connect(url: &str, folder: &Path) -> Result<Db, DbError> {
        if let Some(path) = url.strip_prefix("sqlite:") {
            return Db::open_sqlite(folder.join(path)).await;
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Db::open_postgres(url).await;
        }
        Err(DbError::BadUrl(url.to_owned()))
    }

    async fn open_sqlite(file: PathBuf) -> Result<Db, DbError> {
        let options = SqliteConnectOptions::new()
            .filename(&file)
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            .busy_timeout(Duration::from_secs(20))
            .statement_cache_capacity(256)
            .pragma("cache_size", "-16000")
            .pragma("temp_store", "memory")
            .pragma("wal_autocheckpoint", "4000")
            .disable_statement_logging();
        let writer = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options.clone())
            .await?;
        let readers = SqlitePoolOptions::new()
            .max_connections(8)
            .idle_timeout(None)
            .max_lifetime(None)
            .acquire_timeout(Duration::from_secs(20))
            .test_before_acquire(false)
            .connect_lazy_with(options.pragma("query_only", "1").pragma("cache_size", "-4000"));
        Ok(Db::Sqlite { writer, readers, file })
    }

    async fn open_postgres(url: &str) -> Result<Db, DbError> {
        let options = PgConnectOptions::from_str(url)?
            .application_name("dateline")
            .statement_cache_capacity(256)
            .disable_statement_logging();
        let pool = PgPoolOptions::new()
            .max_connections(MOST_CONNECTIONS)
            .acquire_timeout(Duration::from_secs(20))
            .test_before_acquire(false)
            .before_acquire(|conn, found| {
                Box::pin(async move {
                    // One that has rested may have died meanwhile; one just used is taken on trust.
                    if found.idle_for > Duration::from_secs(1) {
                        conn.ping().await?;
                    }
                    Ok(true)
                })
            })
            .connect_with(options)
            .await?;
        Ok(Db::Postgres { pool })
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        match self {
            Db::Sqlite { .. } => Engine::Sqlite,
            Db::Postgres { .. } => Engine::Postgres,
        }
    }

    /// One consistent view of everything, for reading. Keep it short: no longer than a second.
    pub async fn snapshot(&self) -> Result<Snapshot, DbError> {
        Ok(match self {
            Db::Sqlite { readers, .. } => Snapshot::Sqlite(readers.begin().await?),
            Db::Postgres { pool } => Snapshot::Postgres(view(pool).await?),
        })
    }

    /// A connection to read with, each statement by itself. On PostgreSQL it has just been tried: whoever reads has
    /// no transaction to begin again, and those that died while nobody used them are passed over.
    pub(crate) async fn reader(&self) -> Result<OwnedConn, DbError> {
        let pool = match self {
            Db::Sqlite { readers, .. } => return Ok(OwnedConn::Sqlite(readers.acquire().await?)),
            Db::Postgres { pool } => pool,
        };
        let mut dead = 0;
        loop {
            let mut conn = pool.acquire().await?;
            let Err(refused) = conn.ping().await.map_err(DbError::from) else {
                return Ok(OwnedConn::Postgres(conn));
            };
            drop(conn.detach());
            if !refused.is_dead_connection() || dead == MOST_CONNECTIONS {
                return Err(refused);
            }
            dead += 1;
        }
    }

    pub(crate) async fn writing_conn(&self) -> Result<OwnedConn, DbError> {
        Ok(match self {
            Db::Sqlite { writer, .. } => OwnedConn::Sqlite(writer.acquire().await?),
            Db::Postgres { pool } => OwnedConn::Postgres(pool.acquire().await?),
        })
    }

    fn lanes(&self) -> usize {
        match self {
            Db::Sqlite { .. } => 1,
            Db::Postgres { .. } => POSTGRES_LANES,
        }
    }

    /// The version of the schema as it is, which a newer or older program may have left.
    pub async fn schema_version(&self) -> Result<i64, DbError> {
        migrate::version(&mut self.reader().await?.conn()).await
    }

    /// The version of the schema this program works with.
    pub fn newest_schema(&self) -> i64 {
        migrate::newest(self.engine())
    }

    /// Closes every connection, letting statements under way finish.
    pub async fn close(&self) {
        match self {
            Db::Sqlite { writer, readers, .. } => {
                readers.close().await;
                writer.close().await;
            }
            Db::Postgres { pool } => pool.close().await,
        }
    }
}

/// A read transaction on a connection that lives: those that died while nobody used them are passed over.
async fn view(pool: &PgPool) -> Result<sqlx::Transaction<'static, sqlx::Postgres>, DbError> {
    let mut dead = 0;
    loop {
        let begun = pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await;
        match begun.map_err(DbError::from) {
            Err(refused) if refused.is_dead_connection() && dead < MOST_CONNECTIONS => dead += 1,
            other => return other,
        }
    }
}
