//! Time acts through the log: what falls due is claimed and done in one transaction.

use std::time::Duration;

use jiff::Timestamp;
use tokio::sync::watch;

use super::Publication;
use crate::correction::{self, TaskKind};
use crate::front::FrontError;
use crate::ids::{StoryNumber, StoryRef};
use crate::media;
use crate::story::{self, DueSet, Outcome, StoryError};

/// The longest the schedule sleeps: another node or process may have set something sooner.
const LONGEST_SLEEP: Duration = Duration::from_millis(400);

/// The most that is looked at at once.
const SLICE: i64 = 100;

/// Does what falls due until `stop` changes.
pub async fn run_schedule(publication: Publication, mut stop: watch::Receiver<bool>) {
    loop {
        let looked = publication.clock.now();
        let sleep = match publication.do_due().await {
            Ok(()) => publication.until_next(looked).await,
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
    /// Does everything that is due now, one act a transaction. What fails is put aside, longer each time, and the rest
    /// goes on; an error here means that nothing could be done at all.
    pub async fn do_due(&self) -> Result<(), StoryError> {
        self.do_due_stories().await?;
        match self.end_pins().await {
            Err(FrontError::Db(error)) => Err(error.into()),
            // Somebody arranged the front in the same instant: the row is there again, and the next look does it.
            Err(refused) => {
                tracing::debug!(%refused, "the end of a pin waits");
                Ok(())
            }
            Ok(()) => Ok(()),
        }
    }

    async fn do_due_stories(&self) -> Result<(), StoryError> {
        let now = self.clock.now();
        let mut after = None;
        loop {
            let slice = story::due_after(&mut self.db.reader().await?.conn(), now, after, SLICE).await?;
            let Some(last) = slice.last() else {
                self.put_aside.forget_over(now);
                return Ok(());
            };
            after = Some((last.at, last.id));
            for set in slice.into_iter().filter(|set| !self.put_aside.holds(set.id.0, now)) {
                let Err(error) = self.do_one(&set, now).await else {
                    self.put_aside.forget(set.id.0);
                    continue;
                };
                let until = self.put_aside.put(set.id.0, now);
                tracing::error!(
                    due.id = %set.id, number = set.number, %error, %until, "what fell due could not be done; it is put aside"
                );
                if error.is_lost_database() {
                    return Err(error);
                }
            }
        }
    }

    async fn do_one(&self, set: &DueSet, now: Timestamp) -> Result<(), StoryError> {
        let lane = match StoryNumber::new(set.number) {
            Some(number) => self.lane_of(StoryRef::Number(number)).await?,
            None => 0,
        };
        let mut act = self.begin(lane).await?;
        // Done by another node, or taken back.
        let Some(due) = story::claim_due(&mut act.conn(), set.id, now).await? else { return Ok(()) };
        let agency = act.agency.clone();
        match story::perform_due(&mut act.conn(), &agency, &due, now).await {
            Ok(done) => {
                act.record_all(done.changes);
                let out = due.order.as_ref().is_none_or(|order| order.act.publishes());
                let target = StoryRef::Number(due.number);
                if let Some(story) = story::store::find(&mut act.conn(), target).await?.filter(|_| out) {
                    act.tell_authors(&story, None).await?;
                }
                story::record_due(&mut act.conn(), &due, Outcome::Done, None, now).await?;
            }
            Err(StoryError::Db(error)) => return Err(error.into()),
            // The state no longer allows it: said to the desk, and not tried again.
            Err(refused) => {
                tracing::warn!(number = %due.number, error = %refused, "a scheduled act was refused");
                let reason = refused.to_string();
                correction::task(&mut act.conn(), TaskKind::ScheduleRefused, due.number, &reason, now)
                    .await?;
                story::record_due(&mut act.conn(), &due, Outcome::Refused, Some(&reason), now).await?;
            }
        }
        act.commit().await?;
        Ok(())
    }

    /// How long until something falls due that had not when it was `looked`, or is tried again.
    async fn until_next(&self, looked: Timestamp) -> Duration {
        let Ok(mut reader) = self.db.reader().await else { return LONGEST_SLEEP };
        let due = story::next_due(&mut reader.conn(), looked).await.ok().flatten();
        let expiry = media::store::next_expiry(&mut reader.conn()).await.ok().flatten();
        let Some(next) = due.into_iter().chain(expiry).chain(self.put_aside.next()).min() else {
            return LONGEST_SLEEP;
        };
        let left = next.as_microsecond() - self.clock.now().as_microsecond();
        Duration::from_micros(left.max(1_000) as u64).min(LONGEST_SLEEP)
    }
}
