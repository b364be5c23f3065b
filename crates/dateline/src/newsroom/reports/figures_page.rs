//! How many reports came, how many were right, and how long it took: by desk and section, as a page and as a table.

use axum::extract::{Query, State};
use axum::response::IntoResponse;
use http::HeaderValue;
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use jiff::SignedDuration;
use minijinja::context;
use serde::{Deserialize, Serialize};

use super::desks_of;
use crate::newsroom::answer::Answer;
use crate::newsroom::look::filling;
use crate::newsroom::on_duty::OnDuty;
use crate::newsroom::words::Words;
use crate::newsroom::{Newsroom, Trouble, audit_page};
use crate::people::Right;
use crate::report::{self, FiguresRow};

/// Spans that are offered, in days.
const SPANS: [i64; 4] = [7, 30, 90, 365];

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    days: String,
}

impl Asked {
    fn days(&self) -> i64 {
        self.days.parse().ok().filter(|days| SPANS.contains(days)).unwrap_or(30)
    }
}

#[derive(Debug, Serialize)]
struct Line {
    desk: String,
    section: String,
    reports: i64,
    matters: i64,
    right: i64,
    wrong: i64,
    waiting: i64,
    /// Hours and minutes.
    median: String,
    median_seconds: Option<i64>,
}

impl Line {
    fn of(words: &Words, desk: String, section: String, row: FiguresRow) -> Line {
        let median = row.median_seconds.map(|seconds| {
            let (hours, minutes) = (seconds / 3_600, seconds % 3_600 / 60);
            words.format(
                "report_took",
                &[("hours", hours.max(0).unsigned_abs().into()), ("minutes", minutes.unsigned_abs().into())],
            )
        });
        Line {
            desk,
            section,
            reports: row.reports,
            matters: row.matters,
            right: row.right,
            wrong: row.wrong,
            waiting: row.waiting,
            median: median.unwrap_or_default(),
            median_seconds: row.median_seconds,
        }
    }
}

async fn lines(
    room: &Newsroom,
    who: &OnDuty,
    words: &Words,
    days: i64,
) -> Result<(Line, Vec<Line>), Trouble> {
    let now = room.publication.clock.now();
    let from = now - SignedDuration::from_hours(24 * days);
    let mut snapshot = room.publication.db.snapshot().await?;
    let desks = desks_of(&mut snapshot.conn(), who).await?;
    let keys: Vec<String> = desks.iter().map(|(key, _)| key.clone()).collect();
    let until = now + SignedDuration::from_secs(1);
    let counted = report::figures(&mut snapshot.conn(), &keys, from, until).await?;
    drop(snapshot);
    let name = |key: &str| desks.iter().find(|(known, _)| known == key).map(|(_, name)| name.clone());
    let lines = counted.sections.into_iter().map(|section| {
        let desk = name(&section.desk).unwrap_or(section.desk);
        Line::of(words, desk, section.section, section.row)
    });
    let lines = lines.collect();
    Ok((Line::of(words, words.text("all").to_owned(), String::new(), counted.all), lines))
}

/// `GET /newsroom/reports/figures`
pub(super) async fn show(State(room): State<Newsroom>, who: OnDuty, Query(asked): Query<Asked>) -> Answer {
    who.must(Right::ReportsAnswer)?;
    let words = room.words(who.visitor.language).await?;
    let (all, lines) = lines(&room, &who, &words, asked.days()).await?;
    let spans: Vec<(i64, String, bool)> = SPANS
        .into_iter()
        .map(|days| {
            let name = words.format("report_days", &[("count", days.unsigned_abs().into())]);
            (days, name, days == asked.days())
        })
        .collect();
    let own = context! {
        all => filling(all),
        lines => filling(lines),
        spans => filling(spans),
        table => format!("/newsroom/reports/figures.csv?days={}", asked.days()),
    };
    room.page(&who, &words, "reports", "report_figures.html", own).await
}

/// `GET /newsroom/reports/figures.csv`
pub(super) async fn table(State(room): State<Newsroom>, who: OnDuty, Query(asked): Query<Asked>) -> Answer {
    who.must(Right::ReportsAnswer)?;
    let words = room.words(who.visitor.language).await?;
    let (_, lines) = lines(&room, &who, &words, asked.days()).await?;
    let mut rows = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| Trouble::ours(&error);
    let head = ["desk", "section", "reports", "matters", "right", "wrong", "waiting", "median_seconds"];
    rows.write_record(head).map_err(failed)?;
    for line in lines {
        let counts = [line.reports, line.matters, line.right, line.wrong, line.waiting];
        let mut row = vec![audit_page::harmless(&line.desk), audit_page::harmless(&line.section)];
        row.extend(counts.map(|count| count.to_string()));
        row.push(line.median_seconds.map_or(String::new(), |seconds| seconds.to_string()));
        rows.write_record(row).map_err(failed)?;
    }
    let bytes = rows.into_inner().map_err(|error| Trouble::ours(&error))?;
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8")),
        (CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"reports.csv\"")),
    ];
    Ok((headers, bytes).into_response())
}
