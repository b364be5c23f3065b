//! How requests that reach the router are answered, counted for the metrics. Those answered from memory are counted
//! by the page cache.

use std::fmt::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

/// Upper ends of the classes of duration, in seconds; one more holds everything longer.
const SECONDS: [f64; 8] = [0.001, 0.005, 0.02, 0.05, 0.1, 0.5, 2.0, 10.0];

/// Answers given so far. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Answers(Arc<Counts>);

#[derive(Debug, Default)]
struct Counts {
    /// By the first digit of the status, from 1.
    statuses: [AtomicU64; 5],
    durations: [AtomicU64; SECONDS.len() + 1],
    micros: AtomicU64,
}

/// Counts the answer to a request.
pub async fn count(State(answers): State<Answers>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let answer = next.run(request).await;
    answers.add(answer.status().as_u16(), begun.elapsed().as_secs_f64());
    answer
}

impl Answers {
    fn add(&self, status: u16, seconds: f64) {
        let class = usize::from(status / 100).clamp(1, 5) - 1;
        let slot = SECONDS.iter().position(|end| seconds <= *end).unwrap_or(SECONDS.len());
        self.0.statuses[class].fetch_add(1, Ordering::Relaxed);
        self.0.durations[slot].fetch_add(1, Ordering::Relaxed);
        self.0.micros.fetch_add((seconds * 1e6) as u64, Ordering::Relaxed);
    }

    /// As Prometheus reads them.
    pub fn written(&self) -> String {
        let mut text = String::from(
            "# HELP dateline_answers_total Answers by the first digit of their status, pages from memory excepted.\n\
             # TYPE dateline_answers_total counter\n",
        );
        for (class, count) in self.0.statuses.iter().enumerate() {
            let count = count.load(Ordering::Relaxed);
            let _ = writeln!(text, "dateline_answers_total{{status=\"{}xx\"}} {count}", class + 1);
        }
        text.push_str(
            "# HELP dateline_answer_seconds Time to an answer, pages from memory excepted.\n\
             # TYPE dateline_answer_seconds histogram\n",
        );
        let mut so_far = 0;
        for (end, count) in
            SECONDS.iter().map(f64::to_string).chain(["+Inf".to_owned()]).zip(&self.0.durations)
        {
            so_far += count.load(Ordering::Relaxed);
            let _ = writeln!(text, "dateline_answer_seconds_bucket{{le=\"{end}\"}} {so_far}");
        }
        let seconds = self.0.micros.load(Ordering::Relaxed) as f64 / 1e6;
        let _ =
            writeln!(text, "dateline_answer_seconds_sum {seconds}\ndateline_answer_seconds_count {so_far}");
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted_by_status_and_duration() {
        let answers = Answers::default();
        answers.add(200, 0.0004);
        answers.add(404, 0.003);
        answers.add(500, 60.0);
        let text = answers.written();
        for line in [
            "dateline_answers_total{status=\"2xx\"} 1",
            "dateline_answers_total{status=\"4xx\"} 1",
            "dateline_answer_seconds_bucket{le=\"0.001\"} 1",
            "dateline_answer_seconds_bucket{le=\"0.005\"} 2",
            "dateline_answer_seconds_bucket{le=\"10\"} 2",
            "dateline_answer_seconds_bucket{le=\"+Inf\"} 3",
            "dateline_answer_seconds_count 3",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} in\n{text}");
        }
    }
}
