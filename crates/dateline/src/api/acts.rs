//! The acts of the wire.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde::Deserialize;

use super::answer::{Answer, Changed};
use super::asked::{JsonBody, Named};
use super::caller::Caller;
use super::idempotency::Key;
use super::openapi::{ProblemBody, SentAgain};
use super::{Api, Problem, instant, write};
use crate::edition::Agency;
use crate::ids::StoryRef;
use crate::publication::Act;
use crate::story::{self, Done, Languages, Lifting, Order, StoryAct};

/// What comes with an act.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ActBody {
    /// To editors.
    pub editor_note: Option<String>,
    /// To the public.
    pub public_note: Option<String>,
    /// Of a withdrawal or redaction.
    pub reason: Option<String>,
    /// `this` or `all`.
    #[schema(value_type = Option<String>)]
    pub languages: Option<Languages>,
    /// When, for `schedule`: with an offset, or local with `zone`.
    pub at: Option<String>,
    /// IANA zone of a local `at`.
    pub zone: Option<String>,
    /// Number of a story that stands in for a killed one.
    pub substitute: Option<i64>,
    /// The act to schedule.
    pub act: Option<String>,
    /// Words to redact.
    pub words: Vec<String>,
    /// What stands in their place.
    pub with: Option<String>,
    /// For `lift`: `as_it_was`, or `corrected` with a note; the working copy as it stands where absent.
    #[schema(value_type = Option<String>)]
    pub lifting: Option<Lifting>,
}

/// Longest note in characters.
const LONGEST_NOTE: usize = 4_000;

impl ActBody {
    fn read(body: &JsonBody) -> Result<ActBody, Problem> {
        let read: ActBody = body.read_or_default()?;
        for (field, note) in
            [("editor_note", &read.editor_note), ("public_note", &read.public_note), ("reason", &read.reason)]
        {
            if note.as_ref().is_some_and(|note| note.chars().count() > LONGEST_NOTE) {
                return Err(Problem::bad_field(
                    field,
                    format!("It is longer than {LONGEST_NOTE} characters."),
                ));
            }
        }
        Ok(read)
    }

    fn order(&self, act: StoryAct) -> Order {
        Order {
            act,
            editor_note: self.editor_note.clone(),
            public_note: self.public_note.clone(),
            reason: self.reason.clone(),
            languages: self.languages,
            substitute: self.substitute,
            words: self.words.clone(),
            with: self.with.clone(),
            lifting: self.lifting,
        }
    }
}

/// `POST /api/v1/stories/{id}/{act}`.
#[utoipa::path(post, path = "/api/v1/stories/{id}/{act}", tag = "acts", summary = "Does an act of the wire",
    params(("id" = String, Path, description = "Id or number"), ("act" = String, Path, description = "release, update, correct, refile, hold, lift, kill, takedown, restore, redact, unpublish or schedule"), SentAgain),
    request_body = ActBody,
    responses((status = 200, description = "Done", body = Changed), (status = 202, description = "Held or asked for; a second person must confirm", body = Changed), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn perform(
    State(api): State<Api>,
    caller: Caller,
    Named((id, act_name)): Named<(String, String)>,
    headers: HeaderMap,
    body: JsonBody,
) -> Result<Answer, Problem> {
    let target = story_ref(&id)?;
    let read = ActBody::read(&body)?;
    let key = Key::of(&headers, caller.token, &format!("{id}/{act_name}"), &body.0)?;
    let lane = api.publication.lane_of(target).await?;
    if act_name == "schedule" {
        return schedule(api, caller, target, read, lane, key).await;
    }
    let order = read.order(act_of(&act_name)?);
    write::write(api, lane, key, move |act| {
        let order = order.clone();
        Box::pin(async move {
            let (agency, now) = (act.agency.clone(), act.now);
            must_see(act, &caller, target).await?;
            let done = story::perform(&mut act.conn(), &agency, target, &order, &caller.actor, now).await?;
            answer(act, &agency, done).await
        })
    })
    .await
}

/// `POST /api/v1/stories/{id}/{act}/confirm`.
#[utoipa::path(post, path = "/api/v1/stories/{id}/{act}/confirm", tag = "acts", summary = "Completes what another person asked for",
    params(("id" = String, Path, description = "Id or number"), ("act" = String, Path, description = "kill, takedown, restore or redact"), SentAgain),
    responses((status = 200, description = "Done", body = Changed), (status = "4XX", description = "Refused", body = ProblemBody, content_type = "application/problem+json")),
    security(("token" = [])))]
pub async fn confirm(
    State(api): State<Api>,
    caller: Caller,
    Named((id, act_name)): Named<(String, String)>,
    headers: HeaderMap,
    body: JsonBody,
) -> Result<Answer, Problem> {
    let target = story_ref(&id)?;
    let order_act = act_of(&act_name)?;
    let key = Key::of(&headers, caller.token, &format!("{id}/{act_name}/confirm"), &body.0)?;
    let lane = api.publication.lane_of(target).await?;
    write::write(api, lane, key, move |act| {
        Box::pin(async move {
            let (agency, now) = (act.agency.clone(), act.now);
            must_see(act, &caller, target).await?;
            let done =
                story::confirm(&mut act.conn(), &agency, target, order_act, &caller.actor, now).await?;
            answer(act, &agency, done).await
        })
    })
    .await
}

async fn schedule(
    api: Api,
    caller: Caller,
    target: StoryRef,
    read: ActBody,
    lane: u64,
    key: Option<Key>,
) -> Result<Answer, Problem> {
    let at = read.at.as_deref().ok_or_else(|| Problem::bad_field("at", "`schedule` needs `at`."))?;
    let at = instant::read(at, read.zone.as_deref())?;
    let order = read.order(act_of(read.act.as_deref().unwrap_or("release"))?);
    write::write(api, lane, key, move |act| {
        let order = order.clone();
        Box::pin(async move {
            let (agency, now) = (act.agency.clone(), act.now);
            must_see(act, &caller, target).await?;
            let story = story::schedule(&mut act.conn(), target, &order, at, &caller.actor, now).await?;
            Ok(Answer::story(StatusCode::OK, Changed::of(&agency, &story)))
        })
    })
    .await
}

/// Copy under embargo does not exist for those who are not trusted with it.
async fn must_see(act: &mut Act, caller: &Caller, target: StoryRef) -> Result<(), Problem> {
    let found = story::store::find(&mut act.conn(), target).await?;
    match found {
        Some(found) if found.is_open_to(&caller.actor) => Ok(()),
        _ => Err(Problem::not_found("story")),
    }
}

async fn answer(act: &mut Act, agency: &Agency, done: Done) -> Result<Answer, Problem> {
    let story = story::store::find(&mut act.conn(), StoryRef::Id(done.id))
        .await?
        .ok_or_else(|| Problem::not_found("story"))?;
    let mut changed = Changed::of(agency, &story);
    changed.pending = done.pending;
    // The entry of the story asked for comes last, so that its position is the one answered.
    act.record_all(done.changes.into_iter().rev());
    let status = if done.pending { StatusCode::ACCEPTED } else { StatusCode::OK };
    Ok(Answer::story(status, changed))
}

/// The story an address names.
pub fn story_ref(id: &str) -> Result<StoryRef, Problem> {
    id.parse().map_err(|()| Problem::not_found("story"))
}

fn act_of(word: &str) -> Result<StoryAct, Problem> {
    let act = StoryAct::parse(word).filter(|act| !matches!(act, StoryAct::Import | StoryAct::Advance));
    act.ok_or_else(|| Problem::not_found("act"))
}
