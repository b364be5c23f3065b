//! Brings the schema up to date, once, whoever starts first.

use std::fs::File;

use sqlx::migrate::Migrator;

use super::{Conn, Db, DbError, Engine};

static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// Runs what is missing. On SQLite a lock file beside the database keeps a second process out;
/// on PostgreSQL the library takes an advisory lock.
pub(super) async fn run(db: &Db) -> Result<(), DbError> {
    match db {
        Db::Sqlite { writer, file, .. } => {
            let lock = File::create(file.with_extension("migrate-lock"))?;
            let lock = tokio::task::spawn_blocking(move || lock.lock().map(|()| lock))
                .await
                .map_err(|e| DbError::NotCommitted(e.to_string()))??;
            SQLITE.run(writer).await?;
            lock.unlock()?;
        }
        Db::Postgres { pool } => POSTGRES.run(pool).await?,
    }
    Ok(())
}

/// The schema's version: that of the newest migration that has run, 0 before the first.
pub(super) async fn version(conn: &mut Conn<'_>) -> Result<i64, DbError> {
    let row = conn.one("SELECT coalesce(max(version), 0) AS version FROM _sqlx_migrations", []).await?;
    row.get("version")
}

/// The version this program brings a schema to.
pub(super) fn newest(engine: Engine) -> i64 {
    let migrations = match engine {
        Engine::Sqlite => &SQLITE,
        Engine::Postgres => &POSTGRES,
    };
    migrations.iter().map(|migration| migration.version).max().unwrap_or(0)
}
