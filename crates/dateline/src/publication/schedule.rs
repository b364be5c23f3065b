//! Time acts through the log: what falls due is claimed and done in one transaction.

use std::time::Duration;

use tokio::sync::watch;

use super::Publication;
use crate::correction;
use crate::ids::StoryRef;
use crate::media;
use crate::story::{self, StoryError};

/// The longest the schedule sleeps: another node or process may have set something sooner.
const LONGEST_SLEEP: Duration = Duration::from_millis(400);

/// Does what falls due until `stop` changes.
pub async fn run_schedule(publication: Publication, mut stop: watch::Receiver<bool>) {
    loop {
        let sleep = match publication.do_due().await {
            Ok(()) => publication.until_next().await,
            Err(error) => {
                tracing::error!(%error, "doing what fell due");
                LONGEST_SLEEP
            }
        };
        if let Err(error) = publication.expire_media().await {
            tracing::error!(%error, "ending what the rights to have ended");
        }
        tokio::select! {
            _ = tokio::time::sleep(sleep) => {}
            _ = stop.changed() => return,
        }
    }
}

impl Publication {
    /// Does everything that is due now, one act a transaction.
    pub async fn do_due(&self) -> Result<(), StoryError> {
        let now = self.clock.now();
        loop {
            let next = story::next_due(&mut self.db.reader().await?.conn()).await?;
            let Some((_, number)) = next.filter(|(at, _)| *at <= now) else { return Ok(()) };
            let lane = self.lane_of(StoryRef::Number(number)).await?;
            let mut act = self.begin(lane).await?;
            let Some(due) = story::claim_due(&mut act.conn(), now).await? else { return Ok(()) };
            let agency = act.agency.clone();
            match story::perform_due(&mut act.conn(), &agency, &due, now).await {
                Ok(done) => act.record_all(done.changes),
                Err(StoryError::Db(error)) => return Err(error.into()),
                // The state no longer allows it: said to the desk, and not tried again.
                Err(refused) => {
                    tracing::warn!(number = %due.number, error = %refused, "a scheduled act was refused");
                    let reason = refused.to_string();
                    correction::task(&mut act.conn(), "schedule_refused", due.number, &reason, now).await?;
                }
            }
            act.commit().await?;
        }
    }

    async fn until_next(&self) -> Duration {
        let Ok(mut reader) = self.db.reader().await else { return LONGEST_SLEEP };
        let story = story::next_due(&mut reader.conn()).await.ok().flatten();
        let expiry = media::store::next_expiry(&mut reader.conn()).await.ok().flatten();
        let Some(next) = story.map(|(at, _)| at).into_iter().chain(expiry).min() else {
            return LONGEST_SLEEP;
        };
        let left = next.as_microsecond() - self.clock.now().as_microsecond();
        Duration::from_micros(left.max(1_000) as u64).min(LONGEST_SLEEP)
    }
}
