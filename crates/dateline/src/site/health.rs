//! `/healthz`, `/readyz` and `/metrics`: for whoever runs the node.

use std::fmt::Write;
use std::net::SocketAddr;

use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Extension, Router};

use super::answers::Answers;
use crate::page_cache::PageCache;
use crate::publication::{Publication, log};

/// What is asked about the node. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Health {
    /// The log and the database.
    pub publication: Publication,
    /// Pages in memory.
    pub cache: PageCache,
    /// How requests were answered.
    pub answers: Answers,
    /// Whether metrics are for anybody who reaches this address, as on the administration's own.
    pub open_metrics: bool,
}

/// The three addresses.
pub fn router(health: Health) -> Router {
    Router::new()
        .route("/healthz", get(|| async { plain(StatusCode::OK, "ok\n") }))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics))
        .with_state(health)
}

/// Ready: the database answers and the log can be read.
async fn ready(State(health): State<Health>) -> Response {
    let head = async {
        let mut reader = health.publication.db.reader().await?;
        log::head(&mut reader.conn()).await
    };
    match head.await {
        Ok(seq) => plain(StatusCode::OK, &format!("ready at {seq}\n")),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            plain(StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
        }
    }
}

/// Prometheus' text format. On the public address only for this machine, and never through a proxy.
async fn metrics(
    State(health): State<Health>,
    from: Option<Extension<ConnectInfo<SocketAddr>>>,
    headers: HeaderMap,
) -> Response {
    let forwarded = ["forwarded", "x-forwarded-for", "via"].iter().any(|name| headers.contains_key(*name));
    let local = from.is_some_and(|Extension(ConnectInfo(address))| address.ip().is_loopback()) && !forwarded;
    if !local && !health.open_metrics {
        return plain(StatusCode::NOT_FOUND, "not found\n");
    }
    let mut text = written(&health);
    text.push_str(&health.answers.written());
    text.push_str(&of_process());
    match of_database(&health).await {
        Ok(more) => text.push_str(&more),
        Err(error) => tracing::warn!(%error, "metrics of the database"),
    }
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}

fn written(health: &Health) -> String {
    let counts = health.cache.counts();
    let mut text = String::new();
    let counters = [
        ("dateline_page_hits_total", "Requests answered from memory.", counts.hits),
        ("dateline_page_renderings_total", "Pages rendered.", counts.renderings),
        ("dateline_page_failures_total", "Renderings that failed.", counts.failures),
        ("dateline_page_stood_in_total", "Answers by the last good page after a failure.", counts.stood_in),
        ("dateline_page_unheard_total", "Times all older pages were given up.", counts.unheard),
    ];
    for (name, help, value) in counters {
        let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} counter\n{name} {value}\n");
    }
    let gauges = [
        ("dateline_pages", "Pages in memory.", counts.pages),
        ("dateline_page_bytes", "Bytes of pages in memory.", counts.bytes),
        ("dateline_log_noted", "Highest position of the log this node has noted.", health.cache.head()),
    ];
    for (name, help, value) in gauges {
        let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");
    }
    text
}

/// What this program is and takes; of the memory what the system tells (Linux).
fn of_process() -> String {
    let mut text = format!(
        "# HELP dateline_build_info Which program this is.\n# TYPE dateline_build_info gauge\n\
         dateline_build_info{{version=\"{}\"}} 1\n",
        env!("CARGO_PKG_VERSION")
    );
    let kilobytes = std::fs::read_to_string("/proc/self/status").ok().and_then(|status| {
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()
    });
    if let Some(kilobytes) = kilobytes {
        let _ = write!(
            text,
            "# HELP process_resident_memory_bytes Memory in use.\n# TYPE process_resident_memory_bytes gauge\n\
             process_resident_memory_bytes {}\n",
            kilobytes * 1024
        );
    }
    text
}

async fn of_database(health: &Health) -> Result<String, crate::db::DbError> {
    let mut reader = health.publication.db.reader().await?;
    let mut conn = reader.conn();
    let head = log::head(&mut conn).await?;
    let jobs: i64 =
        conn.one("SELECT count(*) AS waiting FROM job WHERE failed IS NULL", []).await?.get("waiting")?;
    let failed: i64 =
        conn.one("SELECT count(*) AS failed FROM job WHERE failed IS NOT NULL", []).await?.get("failed")?;
    let due: i64 = conn.one("SELECT count(*) AS due FROM due", []).await?.get("due")?;
    let mut text = String::new();
    for (name, help, value) in [
        ("dateline_log_head", "Position of the newest entry of the log.", head),
        ("dateline_jobs_waiting", "Errands that wait or are under way.", jobs),
        ("dateline_jobs_failed", "Errands given up.", failed),
        ("dateline_due", "Acts set for an instant.", due),
    ] {
        let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} gauge\n{name} {value}\n");
    }
    Ok(text)
}

fn plain(status: StatusCode, text: &str) -> Response {
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, text.to_owned()).into_response()
}
