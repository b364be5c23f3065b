//! One act of the newsroom: one transaction, begun again where another's was in its way, told to boards after it.

use futures_util::future::BoxFuture;

use super::{Newsroom, Trouble};
use crate::desk::DeskKey;
use crate::ids::StoryRef;
use crate::people::{Actor, Right, audit};
use crate::publication::Act;
use crate::story::{self, Story, StoryAct};

use super::on_duty::OnDuty;

/// How often an act is begun that others' are in the way of.
const TRIES: usize = 5;

impl Newsroom {
    /// Runs `change` in an act, given what it needs of the request. Boards hear of it once it is durable.
    pub(super) async fn act<With, T, F>(&self, lane: u64, with: &With, change: F) -> Result<T, Trouble>
    where
        With: Sync,
        F: for<'a> Fn(&'a mut Act, &'a With) -> BoxFuture<'a, Result<T, Trouble>> + Send + Sync,
    {
        let mut tries = 1;
        loop {
            let mut act = self.publication.begin(lane).await?;
            let done = match change(&mut act, with).await {
                Ok(done) => act.commit().await.map(|_| done).map_err(Trouble::from),
                Err(trouble) => Err(trouble),
            };
            match done {
                Err(trouble) if tries < TRIES && trouble.is_passing() => tries += 1,
                done => {
                    self.live.look();
                    self.publication.wake_others();
                    return done;
                }
            }
        }
    }

    /// The same on the lane of a story.
    pub(super) async fn act_on<With, T, F>(
        &self,
        target: StoryRef,
        with: &With,
        change: F,
    ) -> Result<T, Trouble>
    where
        With: Sync,
        F: for<'a> Fn(&'a mut Act, &'a With) -> BoxFuture<'a, Result<T, Trouble>> + Send + Sync,
    {
        let lane = self.publication.lane_of(target).await?;
        self.act(lane, with, change).await
    }
}

impl Trouble {
    fn is_passing(&self) -> bool {
        *self == Trouble::Conflict(super::trouble::Said::Key("busy_text"))
    }
}

impl OnDuty {
    /// Their rights at the desk of a story. Copy they may not see is not there for them.
    pub(super) fn at(&self, story: &Story) -> Result<Actor, Trouble> {
        let actor = self.badge.actor_at(&story.desk);
        let seen = actor.rights.has(Right::StoriesRead);
        if seen && story.is_open_to(&actor) { Ok(actor) } else { Err(Trouble::NotFound) }
    }

    /// Whether they may see anything of a desk.
    pub(super) fn sees(&self, desk: &DeskKey) -> bool {
        self.badge.may_at(desk, Right::StoriesRead)
    }
}

/// A story as it stands, locked in the act, with the rights of whoever asks.
pub(super) async fn locked(act: &mut Act, who: &OnDuty, target: StoryRef) -> Result<(Story, Actor), Trouble> {
    let story = story::store::lock(&mut act.conn(), target).await?.ok_or(Trouble::NotFound)?;
    let actor = who.at(&story)?;
    Ok((story, actor))
}

/// Writes down what was done to a story: the log says what readers got, this who did what from where. Those whose
/// story it is hear that it is out.
pub(super) async fn note(
    act: &mut Act,
    actor: &Actor,
    what: &str,
    story: &Story,
    detail: Option<&str>,
) -> Result<(), Trouble> {
    let now = act.now;
    if StoryAct::parse(what).is_some_and(StoryAct::publishes) {
        act.tell_authors(story, actor.person).await?;
    }
    let what = format!("story.{what}");
    Ok(audit(&mut act.conn(), now, actor, &what, &story.number.to_string(), detail).await?)
}
