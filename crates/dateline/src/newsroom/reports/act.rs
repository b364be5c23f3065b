//! A matter answered: put right in one act, refused, put off, put aside, or taken up again.

use axum::extract::{Path, RawForm, State};
use http::StatusCode;
use jiff::SignedDuration;

use super::matter_page::{self, Known};
use super::proposal::Proposal;
use super::translations;
use crate::ids::StoryRef;
use crate::newsroom::answer::{Answer, see_other};
use crate::newsroom::doing::note;
use crate::newsroom::form::Form;
use crate::newsroom::on_duty::OnDuty;
use crate::newsroom::trouble::Said;
use crate::newsroom::{Newsroom, Trouble};
use crate::people::Right;
use crate::publication::Act;
use crate::report;
use crate::story::{self, Release};

/// For how many hours a matter can be put off.
const HOURS: [i64; 4] = [1, 4, 24, 168];

/// `POST /newsroom/reports/{reference}`; `do` says what. With `look` nothing is done: the page comes back with what
/// would come of it.
pub(super) async fn answer(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(reference): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.must(Right::ReportsAnswer)?;
    let form = Form::read(&body)?;
    let what = form.line("do");
    if form.given("look").is_some() {
        return matter_page::page(&room, &who, &reference, &form, (StatusCode::OK, ""), "").await;
    }
    let done = match what.as_str() {
        "apply" => apply(&room, &who, &reference, &form).await,
        "same" => translations::same(&room, &who, &reference, &form).await,
        _ => answered(&room, &who, &reference, &what, &form).await,
    };
    let own = format!("/newsroom/reports/{reference}");
    match done {
        Ok(()) if what == "apply" => Ok(see_other(&format!("{own}?said=applied"))),
        Ok(()) if matches!(what.as_str(), "same" | "reopen") => Ok(see_other(&own)),
        Ok(()) => Ok(see_other(&format!("/newsroom/reports?said={what}&of={reference}"))),
        Err(Trouble::Bad(Said::Key(key))) => {
            let status = (StatusCode::UNPROCESSABLE_ENTITY, key);
            matter_page::page(&room, &who, &reference, &form, status, "").await
        }
        Err(Trouble::Conflict(Said::Key(key))) => {
            matter_page::page(&room, &who, &reference, &form, (StatusCode::CONFLICT, key), "").await
        }
        Err(trouble) => Err(trouble),
    }
}

/// The lane of a matter's story.
async fn target_of(room: &Newsroom, who: &OnDuty, reference: &str) -> Result<StoryRef, Trouble> {
    let mut reader = room.publication.db.reader().await?;
    let (matter, ..) = super::matter(&mut reader.conn(), who, reference).await?;
    Ok(StoryRef::Number(matter.number))
}

async fn answered(
    room: &Newsroom,
    who: &OnDuty,
    reference: &str,
    what: &str,
    form: &Form,
) -> Result<(), Trouble> {
    let target = target_of(room, who, reference).await?;
    room.act_on(target, &(who, reference, what, form), |act, &(who, reference, what, form)| {
        Box::pin(async move {
            let (_, _, actor) = super::matter(&mut act.conn(), who, reference).await?;
            let now = act.now;
            let answer = match what {
                "reopen" => {
                    report::reopen(&mut act.conn(), reference, &actor, now).await?;
                    return Ok(());
                }
                "not_a_mistake" => report::Answer::NotAMistake,
                "reject" => report::Answer::Reject(form.text("reason")),
                "spam" => report::Answer::Spam,
                "later" => {
                    let hours = form.line("hours").parse().ok().filter(|hours| HOURS.contains(hours));
                    let hours = hours.ok_or(Trouble::bad("past_time_text"))?;
                    report::Answer::Later(now + SignedDuration::from_hours(hours))
                }
                _ => return Err(Trouble::NotFound),
            };
            report::answer(&mut act.conn(), reference, &answer, &actor, now).await?;
            Ok(())
        })
    })
    .await
}

/// Puts it right: new version, notes, corrections page, log entry and the end of the matter, in one act.
async fn apply(room: &Newsroom, who: &OnDuty, reference: &str, form: &Form) -> Result<(), Trouble> {
    let target = target_of(room, who, reference).await?;
    room.act_on(target, &(who, reference, form, target), |act, &(who, reference, form, target)| {
        Box::pin(async move { carry_out(act, who, reference, form, target).await })
    })
    .await
}

async fn carry_out(
    act: &mut Act,
    who: &OnDuty,
    reference: &str,
    form: &Form,
    target: StoryRef,
) -> Result<(), Trouble> {
    let mut story = story::store::lock(&mut act.conn(), target).await?.ok_or(Trouble::NotFound)?;
    let known = matter_page::known(&mut act.conn(), who, reference, &form.line("use")).await?;
    if story.release != Release::Public {
        return Err(conflict("not_now_text"));
    }
    if !known.matter.state.is_waiting() {
        return Err(conflict("report_answered_text"));
    }
    if stands_otherwise(&known, form) {
        return Err(conflict("report_changed_text"));
    }
    let (proposal, copy) = known.proposal(form);
    let copy = copy.map_err(Trouble::bad)?;
    let order = proposal.order();
    let (before, after) = changed(&known, &proposal);
    let (agency, now, actor) = (act.agency.clone(), act.now, known.actor);
    let version = story.version + 1;
    let swap = (before.as_str(), after.as_str());
    report::fixed(&mut act.conn(), reference, version, swap, &actor, now).await?;
    let done = story::put_right(&mut act.conn(), &agency, &mut story, copy, &order, &actor, now).await?;
    act.record_all(done.changes);
    note(act, &actor, order.act.as_str(), &story, Some(reference)).await
}

fn conflict(key: &'static str) -> Trouble {
    Trouble::Conflict(Said::Key(key))
}

/// Whether something else stands where the words are than the form was made with.
fn stands_otherwise(known: &Known, form: &Form) -> bool {
    known.now().iter().enumerate().any(|(place, now)| {
        let was = form.given(&format!("was-{place}")).map(|_| form.text(&format!("was-{place}")));
        was.is_some_and(|was| was.replace("\r\n", "\n") != *now)
    })
}

/// What stood there and what will, passage by passage, of those that change.
fn changed(known: &Known, proposal: &Proposal) -> (String, String) {
    let now = known.now();
    let pairs = now.iter().zip(&proposal.words).filter(|(now, words)| now != words);
    let (before, after): (Vec<&str>, Vec<&str>) =
        pairs.map(|(now, words)| (now.as_str(), words.as_str())).unzip();
    (before.join("\n"), after.join("\n"))
}
