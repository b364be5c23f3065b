//! The SQL of the queue.

use jiff::Timestamp;

use super::{Fate, Job, LEASE, Lane};
use crate::db::{Conn, DbError, dialect};
use crate::ids::JobId;

pub(super) async fn insert(
    conn: &mut Conn<'_>,
    id: JobId,
    lane: Lane,
    kind: &str,
    payload: String,
    run_at: Timestamp,
) -> Result<(), DbError> {
    conn.execute(
        "INSERT INTO job (id, kind, payload, run_at, leased_until, attempts, failed, lane) \
         VALUES ($1, $2, $3, $4, 0, 0, NULL, $5)",
        [id.into(), kind.into(), payload.into(), run_at.into(), lane.as_str().into()],
    )
    .await?;
    Ok(())
}

/// Takes up to `most` jobs of a lane that are due and that nobody has.
pub async fn lease(conn: &mut Conn<'_>, lane: Lane, now: Timestamp, most: i64) -> Result<Vec<Job>, DbError> {
    let sql = conn.pick(dialect::LEASE_JOBS.0, dialect::LEASE_JOBS.1);
    let asked = [now.into(), (now + LEASE).into(), most.into(), lane.as_str().into()];
    let rows = conn.all(sql, asked).await?;
    rows.iter()
        .map(|row| {
            Ok(Job {
                id: row.parsed("id", |bytes: Vec<u8>| JobId::from_bytes(&bytes))?,
                kind: row.get("kind")?,
                payload: row.get("payload")?,
                attempts: row.get("attempts")?,
            })
        })
        .collect()
}

/// Keeps a job that is still being done.
pub async fn keep(conn: &mut Conn<'_>, id: JobId, now: Timestamp) -> Result<(), DbError> {
    conn.execute("UPDATE job SET leased_until = $2 WHERE id = $1", [id.into(), (now + LEASE).into()])
        .await
        .map(|_| ())
}

/// Strikes a job that is done off the queue.
pub async fn done(conn: &mut Conn<'_>, id: JobId) -> Result<(), DbError> {
    conn.execute("DELETE FROM job WHERE id = $1", [id.into()]).await.map(|_| ())
}

/// Puts a job that failed back, or gives it up with its reason.
pub async fn failed(conn: &mut Conn<'_>, id: JobId, fate: Fate, reason: &str) -> Result<(), DbError> {
    match fate {
        Fate::Again(at) => {
            conn.execute("UPDATE job SET run_at = $2, leased_until = 0 WHERE id = $1", [id.into(), at.into()])
                .await?
        }
        Fate::GivenUp => {
            conn.execute(
                "UPDATE job SET failed = $2, leased_until = 0 WHERE id = $1",
                [id.into(), reason.into()],
            )
            .await?
        }
    };
    Ok(())
}

/// When the next job of a lane is due, leases considered; `None` where none waits.
pub async fn next_at(conn: &mut Conn<'_>, lane: Lane) -> Result<Option<Timestamp>, DbError> {
    let row = conn
        .optional(
            "SELECT CASE WHEN leased_until > run_at THEN leased_until ELSE run_at END AS at \
             FROM job WHERE lane = $1 AND failed IS NULL ORDER BY 1 LIMIT 1",
            [lane.as_str().into()],
        )
        .await?;
    row.map(|row| row.get("at")).transpose()
}
