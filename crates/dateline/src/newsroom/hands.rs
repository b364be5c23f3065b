//! In whose hands a story is: claimed, asked for, handed over, submitted, approved, assigned, remarked upon.

use axum::extract::{Path, RawForm, State};
use http::{HeaderMap, StatusCode};
use jiff::Timestamp;

use super::answer::{Answer, json, see_other, wants_json};
use super::doing::{locked, note};
use super::form::Form;
use super::on_duty::{OnDuty, safe_path};
use super::story_save::story_ref;
use super::{Newsroom, Trouble, local_time, notices};
use crate::desk::{self, DeskKey};
use crate::ids::PersonId;
use crate::notice::{self, Kind};
use crate::people::{self, Person, Right};
use crate::publication::Act;
use crate::story::{self, Handover, LONGEST_REMARK, Stage, Story};

/// `POST /newsroom/stories/{id}/hands/{what}`
pub(super) async fn hand(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path((id, what)): Path<(String, String)>,
    headers: HeaderMap,
    RawForm(body): RawForm,
) -> Answer {
    let (target, form) = (story_ref(&id)?, Form::read(&body)?);
    let what = read(&what, &form, &room.words(who.visitor.language).await?)?;
    let story = room
        .act_on(target, &(&who, &what, target), |act, &(who, what, target)| {
            Box::pin(async move { carry_out(act, who, target, what).await })
        })
        .await?;
    if wants_json(&headers) {
        return Ok(json(
            StatusCode::OK,
            &serde_json::json!({ "stage": story.stage.name(), "revision": story.revision }),
        ));
    }
    let back = form.line("back");
    let own = format!("/newsroom/stories/{}", story.number);
    Ok(see_other(safe_path(&back).unwrap_or(&own)))
}

fn read(what: &str, form: &Form, words: &super::words::Words) -> Result<Handover, Trouble> {
    let person = |name: &str| -> Result<Option<PersonId>, Trouble> {
        form.filled(name).map(|id| id.parse().map_err(|_| Trouble::NotFound)).transpose()
    };
    Ok(match what {
        "claim" => Handover::Claim,
        "let-go" => Handover::LetGo,
        "ask" => Handover::Ask,
        "hand-over" => Handover::HandOver(person("person")?.ok_or(Trouble::bad("person_text"))?),
        "take-over" => Handover::TakeOver,
        "submit" => Handover::Submit,
        "approve" => Handover::Approve,
        "send-back" => Handover::SendBack,
        "spike" => {
            let reason = form.filled("reason").ok_or(Trouble::bad("note_missing_text"))?;
            Handover::Spike(reason.chars().take(LONGEST_REMARK).collect())
        }
        "unspike" => Handover::Unspike,
        "assign" => {
            let due = form.filled("due_at");
            let due = due.map(|due| local_time::read(&due, "", words.zone())).transpose();
            Handover::Assign(person("person")?, due.map_err(Trouble::bad)?)
        }
        "move" => Handover::MoveTo(DeskKey::parse(&form.line("desk")).map_err(|_| Trouble::NotFound)?),
        "step" => Handover::Step(form.filled("step")),
        _ => return Err(Trouble::NotFound),
    })
}

async fn carry_out(
    act: &mut Act,
    who: &OnDuty,
    target: crate::ids::StoryRef,
    what: &Handover,
) -> Result<Story, Trouble> {
    let (mut story, actor) = locked(act, who, target).await?;
    let now = act.now;
    if let Handover::HandOver(to) | Handover::Assign(Some(to), _) = what {
        must_see(act, *to, &story).await?;
    }
    if let Handover::Step(Some(step)) = what {
        let desk = desk::find(&mut act.conn(), &story.desk).await?;
        if !desk.is_some_and(|desk| desk.steps.contains(step)) {
            return Err(Trouble::NotFound);
        }
    }
    let before = story.clone();
    story::hand_locked(&mut act.conn(), &mut story, what, &actor, now).await?;
    note(act, &actor, what.as_str(), &story, None).await?;
    for (person, kind) in told(what, &before, &story, now) {
        notice::tell(&mut act.conn(), person, kind, story.number, actor.person, now).await?;
    }
    if *what == Handover::Submit {
        notices::tell_approvers(act, &story, who).await?;
    }
    Ok(story)
}

/// Whoever is given a story must be able to see and write it.
async fn must_see(act: &mut Act, person: PersonId, story: &Story) -> Result<(), Trouble> {
    let person = people::by_id(&mut act.conn(), person).await?.filter(|person| person.disabled_at.is_none());
    let person = person.ok_or(Trouble::bad("person_text"))?;
    let badge = desk::badge(&mut act.conn(), person).await?;
    match badge.may_at(&story.desk, Right::StoriesWrite) {
        true => Ok(()),
        false => Err(Trouble::bad("person_text")),
    }
}

/// Who is told of it, and what.
fn told(what: &Handover, before: &Story, after: &Story, now: Timestamp) -> Vec<(PersonId, Kind)> {
    let held = before.held_at(now);
    match what {
        Handover::Ask => held.map(|holder| (holder, Kind::Asked)).into_iter().collect(),
        Handover::HandOver(to) => vec![(*to, Kind::Handed)],
        Handover::TakeOver => held.map(|holder| (holder, Kind::Taken)).into_iter().collect(),
        Handover::Assign(Some(person), _) if before.assigned != Some(*person) => {
            vec![(*person, Kind::Assigned)]
        }
        Handover::SendBack | Handover::Approve => {
            let kind = if *what == Handover::Approve { Kind::Approved } else { Kind::SentBack };
            let by = match &before.stage {
                Stage::Submitted { by } => Some(*by),
                _ => after.assigned.or(after.created_by),
            };
            by.map(|person| (person, kind)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// `POST /newsroom/stories/{id}/remarks`: those named with an @ are told, and whoever is to write the story.
pub(super) async fn remark(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(id): Path<String>,
    headers: HeaderMap,
    RawForm(body): RawForm,
) -> Answer {
    let (target, form) = (story_ref(&id)?, Form::read(&body)?);
    let text = form.filled("text").ok_or(Trouble::bad("remark_text"))?;
    if text.chars().count() > LONGEST_REMARK {
        return Err(Trouble::bad("too_long_text"));
    }
    let number = room
        .act_on(target, &(&who, &text, target), |act, &(who, text, target)| {
            Box::pin(async move {
                let (mut story, actor) = locked(act, who, target).await?;
                let (now, me) = (act.now, who.badge.person.id);
                story::say(&mut act.conn(), &mut story, me, text, now).await?;
                for (person, kind) in concerned(act, text, &story).await? {
                    notice::tell(&mut act.conn(), person, kind, story.number, actor.person, now).await?;
                }
                Ok(story.number)
            })
        })
        .await?;
    if wants_json(&headers) {
        return Ok(json(StatusCode::OK, &serde_json::json!({ "number": number })));
    }
    let own = format!("/newsroom/stories/{number}#remarks");
    Ok(see_other(safe_path(&form.line("back")).unwrap_or(&own)))
}

/// Whom a remark concerns: those it names, and whoever is to write the story.
async fn concerned(act: &mut Act, text: &str, story: &Story) -> Result<Vec<(PersonId, Kind)>, Trouble> {
    let names = Mentions::of(text);
    let mut concerned: Vec<(PersonId, Kind)> = Vec::new();
    for person in people::list(&mut act.conn()).await? {
        if person.disabled_at.is_some() || !names.name(&person) {
            continue;
        }
        let badge = desk::badge(&mut act.conn(), person).await?;
        if badge.may_at(&story.desk, Right::StoriesRead) {
            concerned.push((badge.person.id, Kind::Mention));
        }
    }
    if let Some(writer) = story.assigned.filter(|writer| concerned.iter().all(|(named, _)| named != writer)) {
        concerned.push((writer, Kind::Remark));
    }
    Ok(concerned)
}

/// The names in a remark: each an @ and what follows it, in small letters.
struct Mentions(Vec<String>);

impl Mentions {
    fn of(text: &str) -> Mentions {
        let words = text.split_whitespace().filter_map(|word| {
            let word = word.trim_start_matches(['(', '«', '“', '"', '„']);
            word.strip_prefix('@')
        });
        let end = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | '-' | '_' | '+');
        let name =
            |word: &str| word.split(end).next().unwrap_or_default().trim_end_matches('.').to_lowercase();
        Mentions(words.map(name).filter(|name| !name.is_empty()).collect())
    }

    /// Whether somebody is among them: by the first part of their address, or by their name without its spaces.
    fn name(&self, person: &Person) -> bool {
        let whole: String = person.name.split_whitespace().collect::<String>().to_lowercase();
        self.0.iter().any(|name| name == person.email.local_part() || *name == whole)
    }
}

#[cfg(test)]
mod tests {
    use super::Mentions;

    #[test]
    fn names_end_where_a_sentence_goes_on() {
        let named =
            Mentions::of("@lea.morin, please ask (@Tom) or @ida's desk. Mail to x@y.example! @petra.moss.");
        assert_eq!(named.0, ["lea.morin", "tom", "ida", "petra.moss"]);
    }
}
