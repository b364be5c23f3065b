//! One call that changes something: one act, kept under its key, answered after the commit.

use futures_util::future::BoxFuture;

use super::answer::Answer;
use super::idempotency::Key;
use super::{Api, Problem};
use crate::publication::Act;

/// Runs `change` in an act. In a task of its own: a caller who hangs up does not stop an act half-way.
pub async fn write<F>(api: Api, lane: u64, key: Option<Key>, change: F) -> Result<Answer, Problem>
where
    F: for<'a> FnOnce(&'a mut Act) -> BoxFuture<'a, Result<Answer, Problem>> + Send + 'static,
{
    let task = tokio::spawn(async move {
        let mut act = api.publication.begin(lane).await?;
        let now = act.now;
        if let Some(key) = &key
            && let Some(earlier) = key.earlier(&mut act.conn(), now).await?
        {
            return Ok(earlier);
        }
        let mut answer = change(&mut act).await?;
        if let Some(key) = &key {
            key.keep(&mut act.conn(), &answer, now).await?;
        }
        let entries = act.commit().await?;
        answer.changed.seq = entries.last().map(|entry| entry.seq);
        Ok(answer)
    });
    task.await.unwrap_or_else(|panic| Err(Problem::ours(&panic)))
}
