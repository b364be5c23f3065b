//! Desks: their languages, sections, rule for approval and steps.

use axum::extract::{Path, Query, RawForm, State};
use minijinja::context;
use serde::Serialize;

use super::answer::{Answer, see_other};
use super::board_page::{languages, sections};
use super::form::Form;
use super::look::filling;
use super::on_duty::OnDuty;
use super::people_page::SaidQuery;
use super::{Newsroom, Trouble};
use crate::desk::{self, DeskKey, DeskPlan};
use crate::lang::Language;
use crate::people::Right;
use crate::story::ApprovalRule;

#[derive(Serialize)]
struct DeskView {
    key: String,
    name: String,
    languages: Vec<String>,
    sections: Vec<String>,
    approval: &'static str,
    steps: String,
}

/// `GET /newsroom/desks`
pub(super) async fn show(
    State(room): State<Newsroom>,
    who: OnDuty,
    Query(query): Query<SaidQuery>,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let words = room.words(who.visitor.language).await?;
    let mut reader = room.publication.db.reader().await?;
    let agency = room.publication.agency(&mut reader.conn()).await?;
    let desks = desk::list(&mut reader.conn()).await?;
    drop(reader);
    let views: Vec<DeskView> = desks
        .iter()
        .map(|desk| DeskView {
            key: desk.key.to_string(),
            name: desk.name.clone(),
            languages: desk.languages.iter().map(Language::to_string).collect(),
            sections: desk.sections.clone(),
            approval: desk.approval.as_str(),
            steps: desk.steps.join("\n"),
        })
        .collect();
    let rules: Vec<(&str, &str)> =
        ApprovalRule::ALL.iter().map(|rule| (rule.as_str(), words.text(rule_key(*rule)))).collect();
    let own = context! {
        desks => filling(views),
        languages => filling(languages(&agency)),
        sections => filling(sections(&agency, &words)),
        rules => filling(rules),
        said => super::story_page::said(&words, &query.said),
    };
    room.page(&who, &words, "desks", "desks.html", own).await
}

fn rule_key(rule: ApprovalRule) -> &'static str {
    match rule {
        ApprovalRule::Nobody => "approval_nobody",
        ApprovalRule::AnotherPerson => "approval_another_person",
        ApprovalRule::Chief => "approval_chief",
    }
}

fn plan(form: &Form) -> Result<DeskPlan, Trouble> {
    let tags = form.every("language");
    let languages =
        tags.iter().map(|tag| Language::parse(tag).map_err(|_| Trouble::bad("bad_language_text")));
    Ok(DeskPlan {
        name: form.line("name"),
        languages: languages.collect::<Result<_, _>>()?,
        sections: form.every("section"),
        approval: ApprovalRule::parse(&form.line("approval")).ok_or(Trouble::NotFound)?,
        steps: form
            .text("steps")
            .lines()
            .map(str::trim)
            .filter(|step| !step.is_empty())
            .map(str::to_owned)
            .collect(),
    })
}

/// `POST /newsroom/desks`
pub(super) async fn add(State(room): State<Newsroom>, who: OnDuty, RawForm(body): RawForm) -> Answer {
    who.actor().must(Right::Admin)?;
    let form = Form::read(&body)?;
    let key = DeskKey::parse(&form.line("key")).map_err(|_| Trouble::bad("desk_key_text"))?;
    let plan = plan(&form)?;
    room.act(0, &(&who, &key, &plan), |act, &(who, key, plan)| {
        Box::pin(async move {
            let (agency, now) = (act.agency.clone(), act.now);
            desk::add(&mut act.conn(), &agency, key.clone(), plan.clone(), &who.actor(), now).await?;
            Ok(())
        })
    })
    .await?;
    Ok(see_other("/newsroom/desks?said=saved"))
}

/// `POST /newsroom/desks/{key}`
pub(super) async fn edit(
    State(room): State<Newsroom>,
    who: OnDuty,
    Path(key): Path<String>,
    RawForm(body): RawForm,
) -> Answer {
    who.actor().must(Right::Admin)?;
    let key = DeskKey::parse(&key).map_err(|_| Trouble::NotFound)?;
    let plan = plan(&Form::read(&body)?)?;
    room.act(0, &(&who, &key, &plan), |act, &(who, key, plan)| {
        Box::pin(async move {
            let (agency, now) = (act.agency.clone(), act.now);
            desk::edit(&mut act.conn(), &agency, key, plan.clone(), &who.actor(), now).await?;
            Ok(())
        })
    })
    .await?;
    Ok(see_other("/newsroom/desks?said=saved"))
}
