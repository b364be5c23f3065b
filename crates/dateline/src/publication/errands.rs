//! Does the errands that acts queued, after their commit.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;

use super::Publication;
use crate::db::DbError;
use crate::jobs::{self, Fate, Handlers, Job, LEASE, Lane};

/// The longest pause between two looks at the queue: another process may have queued something.
const LONGEST_SLEEP: Duration = Duration::from_millis(500);

/// Does errands until `stop` changes; those under way are then finished, or given back by their lease.
pub async fn run_errands(publication: Publication, handlers: Handlers, stop: watch::Receiver<bool>) {
    let mut lanes = JoinSet::new();
    for lane in Lane::ALL {
        lanes.spawn(run_lane(publication.clone(), lane, handlers.clone(), stop.clone()));
    }
    lanes.join_all().await;
}

async fn run_lane(publication: Publication, lane: Lane, handlers: Handlers, mut stop: watch::Receiver<bool>) {
    let mut under_way = JoinSet::new();
    let mut head = publication.head();
    loop {
        let free = lane.at_once() - under_way.len();
        match publication.take_errands(lane, free).await {
            Ok(jobs) => {
                for job in jobs {
                    under_way.spawn(perform(publication.clone(), handlers.clone(), job));
                }
            }
            Err(error) => tracing::error!(%error, "taking errands from the queue"),
        }
        tokio::select! {
            _ = stop.changed() => break,
            Some(_) = under_way.join_next() => {}
            _ = head.changed(), if under_way.len() < lane.at_once() => {}
            _ = tokio::time::sleep(LONGEST_SLEEP) => {}
        }
    }
    while under_way.join_next().await.is_some() {}
}

impl Publication {
    /// Does everything that is due now, one errand after the other; how many were begun.
    pub async fn do_errands(&self, handlers: &Handlers) -> Result<usize, DbError> {
        let mut begun = 0;
        while let Some(job) = self.take_one_errand().await? {
            begun += 1;
            perform(self.clone(), handlers.clone(), job).await;
        }
        Ok(begun)
    }

    async fn take_one_errand(&self) -> Result<Option<Job>, DbError> {
        for lane in Lane::ALL {
            if let Some(job) = self.take_errands(lane, 1).await?.pop() {
                return Ok(Some(job));
            }
        }
        Ok(None)
    }

    async fn take_errands(&self, lane: Lane, most: usize) -> Result<Vec<Job>, DbError> {
        let now = self.clock.now();
        if most == 0 {
            return Ok(Vec::new());
        }
        let next = jobs::next_at(&mut self.db.reader().await?.conn(), lane).await?;
        if next.is_none_or(|at| at > now) {
            return Ok(Vec::new());
        }
        let mut act = self.begin_errand().await?;
        let taken = jobs::lease(&mut act.conn(), lane, now, most as i64).await?;
        act.commit().await?;
        Ok(taken)
    }

    async fn finish(&self, job: &Job, outcome: anyhow::Result<()>) -> Result<(), DbError> {
        let mut act = self.begin_errand().await?;
        match outcome {
            Ok(()) => jobs::done(&mut act.conn(), job.id).await?,
            Err(error) => {
                let fate = job.fate(act.now);
                let reason = format!("{error:#}");
                match fate {
                    Fate::Again(at) => {
                        tracing::warn!(job.kind, job.attempts, %at, error = reason, "an errand failed and is tried again");
                    }
                    Fate::GivenUp => {
                        tracing::error!(job.kind, job.id = %job.id, error = reason, "an errand is given up");
                    }
                }
                jobs::failed(&mut act.conn(), job.id, fate, &reason).await?;
            }
        }
        act.commit().await.map(|_| ())
    }

    async fn keep(&self, job: &Job) -> Result<(), DbError> {
        let mut act = self.begin_errand().await?;
        let now = act.now;
        jobs::keep(&mut act.conn(), job.id, now).await?;
        act.commit().await.map(|_| ())
    }
}

async fn perform(publication: Publication, handlers: Handlers, job: Job) {
    // In a task of its own: a handler that panics has failed, and nothing else has.
    let mut work = tokio::spawn({
        let job = job.clone();
        async move { handlers.perform(job).await }
    });
    let outcome = loop {
        tokio::select! {
            ended = &mut work => break ended.unwrap_or_else(|panic| Err(anyhow::anyhow!("{panic}"))),
            _ = tokio::time::sleep(LEASE / 3) => {
                if let Err(error) = publication.keep(&job).await {
                    tracing::warn!(job.kind, %error, "renewing the lease of an errand");
                }
            }
        }
    };
    if let Err(error) = publication.finish(&job, outcome).await {
        tracing::error!(job.kind, %error, "writing down how an errand ended");
    }
}
