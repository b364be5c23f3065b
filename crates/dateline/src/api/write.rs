//! One call that changes something: one act, kept under its key, answered after the commit.

use futures_util::future::BoxFuture;

use super::answer::Answer;
use super::idempotency::Key;
use super::{Api, Problem};
use crate::publication::Act;

/// How often an act is begun that others' are in the way of.
const TRIES: usize = 5;

/// Runs `change` in an act. In a task of its own: a caller who hangs up does not stop an act half-way.
pub async fn write<F>(api: Api, lane: u64, key: Option<Key>, change: F) -> Result<Answer, Problem>
where
    F: for<'a> Fn(&'a mut Act) -> BoxFuture<'a, Result<Answer, Problem>> + Send + Sync + 'static,
{
    let task = tokio::spawn(async move {
        for _ in 1..TRIES {
            match once(&api, lane, key.as_ref(), &change).await {
                Err(problem) if problem.is_passing() => tracing::debug!("an act is begun again"),
                other => return other,
            }
        }
        once(&api, lane, key.as_ref(), &change).await
    });
    task.await.unwrap_or_else(|panic| Err(Problem::ours(&panic)))
}

async fn once<F>(api: &Api, lane: u64, key: Option<&Key>, change: &F) -> Result<Answer, Problem>
where
    F: for<'a> Fn(&'a mut Act) -> BoxFuture<'a, Result<Answer, Problem>>,
{
    let mut act = api.publication.begin(lane).await?;
    let now = act.now;
    if let Some(key) = key
        && let Some(earlier) = key.earlier(&mut act.conn(), now).await?
    {
        // The first may still wait for the commit it shares with this: neither is answered before.
        act.commit().await?;
        let earlier = earlier.whole(&mut api.publication.db.reader().await?.conn()).await?;
        // Perhaps another node did it.
        api.publication.reach(earlier.seq().unwrap_or(0)).await?;
        return Ok(earlier);
    }
    let answer = change(&mut act).await?;
    if let Some(key) = key {
        key.keep(&mut act.conn(), &answer, now).await?;
    }
    let entries = act.commit().await?;
    Ok(answer.at(entries.last().map(|entry| entry.seq)))
}
